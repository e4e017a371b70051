-- A line of the list: the document, and what its current text holds.
SELECT d.id, d.file, d.metadata,
  (SELECT count(*) FROM decision c WHERE c.document = d.id AND c.status <> 'rejected'),
  (SELECT count(*) FROM finding f WHERE f.text = (SELECT n FROM text WHERE hash = d.text) AND f.open = 1)
FROM document d WHERE d.n = ?1
