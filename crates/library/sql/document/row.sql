-- A line of the list: the document, and what its current text holds.
SELECT d.id, d.title, d.outlet, d.published, d.metadata ->> '$.published.value.precision', d.sample,
  (SELECT count(*) FROM decision c WHERE c.document = d.id AND c.status <> 'rejected'),
  (SELECT count(*) FROM finding f JOIN text t ON t.n = f.text WHERE t.hash = d.text AND f.open = 1)
FROM document d WHERE d.n = ?1
