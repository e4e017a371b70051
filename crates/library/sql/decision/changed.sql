-- Decisions that differ from the last change the journal has of them.
SELECT (SELECT title FROM document WHERE id = d.document), d.id
FROM decision d
WHERE (d.figure, d.correction, d.status, d.coder, d.at) IS NOT (
  SELECT c.after ->> '$.figure', c.after ->> '$.correction', c.after ->> '$.status', c.after ->> '$.coder', c.after ->> '$.at'
  FROM change c WHERE c.noun = 'decision' AND c.id = d.id
  ORDER BY c.act DESC, c.n DESC LIMIT 1)
