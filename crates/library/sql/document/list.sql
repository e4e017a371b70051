-- One row a document for the list of the reader, newest first, with what its current text holds.
SELECT d.id, d.title, d.outlet, d.published, d.metadata ->> '$.published.value.precision', d.sample,
  (SELECT count(*) FROM decision c WHERE c.text = d.text AND c.status <> 'rejected'),
  (SELECT count(*) FROM finding f WHERE f.text = d.text AND f.id NOT IN (SELECT id FROM decision WHERE text = d.text))
FROM document d
WHERE ?1 = '' OR instr(folded(d.title || ' ' || coalesce(d.outlet, '')), ?1) > 0
ORDER BY d.published DESC NULLS LAST, d.title, d.id
