-- Current texts that this reader has not read.
SELECT DISTINCT t.hash FROM text t
LEFT JOIN reading r ON r.text = t.n
WHERE r.reader IS NOT ?1 AND EXISTS (SELECT 1 FROM document d WHERE d.text = t.hash)
LIMIT ?2
