-- A later act that still stands and changed a row that this one changed.
SELECT a.seq, a.kind, a.params
FROM change c
JOIN change l ON l.id = c.id AND l.serial > c.serial AND l.act <> c.act AND l.noun = c.noun
JOIN act a ON a.seq = l.act
WHERE c.serial >= (SELECT first FROM act WHERE seq = ?1)
  AND c.serial < coalesce((SELECT first FROM act WHERE seq > ?1 ORDER BY seq LIMIT 1), 9223372036854775807)
  AND a.reverts IS NULL AND a.state IN ('stands', 'fixed')
ORDER BY a.seq DESC LIMIT 1
