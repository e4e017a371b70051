-- Figures with their document: what was decided, else what is suggested; in order of day, document and place.
SELECT coalesce(c.figure, f.figure), c.status, c.coder, c.at, c.offset_minutes, c.why,
  CASE WHEN c.id IS NULL THEN NULL ELSE f.figure END, d.id, d.title, d.metadata, d.sample, c.correction
FROM document d
JOIN (SELECT id, text, start FROM finding UNION SELECT id, text, start FROM decision) k ON k.text = d.text
LEFT JOIN finding f ON f.id = k.id
LEFT JOIN decision c ON c.id = k.id
WHERE (?1 IS NULL OR d.id = ?1) AND (?2 IS NULL OR coalesce(c.indicator, f.indicator) = ?2)
  AND (?3 IS NULL OR k.id = ?3)
ORDER BY d.published NULLS LAST, d.title, d.id, k.start
