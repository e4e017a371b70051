-- What an act changed, the last change first.
SELECT noun, id, before FROM change
WHERE serial >= (SELECT first FROM act WHERE seq = ?1)
  AND serial < coalesce((SELECT first FROM act WHERE seq > ?1 ORDER BY seq LIMIT 1), 9223372036854775807)
ORDER BY serial DESC
