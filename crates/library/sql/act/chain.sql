-- Each change with what it left (its seal) and what the next change of the same row found (that one's before). Seals
-- begin with the last migration.
SELECT c.serial, c.seal,
  (SELECT n.before FROM change n WHERE n.id = c.id AND n.noun = c.noun AND n.serial > c.serial ORDER BY n.serial LIMIT 1)
FROM change c
WHERE c.serial > (SELECT coalesce(max(m.serial), 0) FROM change m JOIN act a ON a.seq = m.act WHERE a.kind = 'migrate') 
  AND EXISTS (SELECT 1 FROM change n WHERE n.id = c.id AND n.noun = c.noun AND n.serial > c.serial)
