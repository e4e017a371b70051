-- Texts and originals that no document shows, or showed before; what was read in those texts first.
CREATE TEMP TABLE unused AS SELECT n FROM text t
WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.text = t.hash)
  AND NOT EXISTS (SELECT 1 FROM version v WHERE v.text = t.hash)
  AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.text = t.hash);
DELETE FROM finding WHERE text IN (SELECT n FROM unused);
DELETE FROM reading WHERE text IN (SELECT n FROM unused);
DELETE FROM text WHERE n IN (SELECT n FROM unused);
DROP TABLE unused;
-- An original that is a text itself stays as long as that text.
DELETE FROM original WHERE hash NOT IN (
  SELECT original FROM document UNION SELECT original FROM version UNION SELECT hash FROM text WHERE packed IS NULL);
