-- A later act that still stands and changed a row that this one changed.
WITH bounds AS (
  SELECT (SELECT first FROM act WHERE seq = ?1) AS first,
    coalesce((SELECT first FROM act WHERE seq > ?1 ORDER BY seq LIMIT 1), 9223372036854775807) AS next)
SELECT a.seq, a.kind, a.params
FROM change l JOIN act a ON a.seq = l.act
WHERE l.serial >= (SELECT next FROM bounds) AND a.reverts IS NULL AND a.state IN ('stands', 'fixed')
  AND (l.noun, l.id) IN (
    SELECT noun, id FROM change
    WHERE serial >= (SELECT first FROM bounds) AND serial < (SELECT next FROM bounds))
ORDER BY a.seq DESC LIMIT 1
