-- Changes since the last migration, its own seals first: what each found and what it left.
SELECT c.serial, c.noun, c.id, c.before, c.seal, a.kind = 'migrate'
FROM change c JOIN act a ON a.seq = c.act
WHERE c.act >= (SELECT coalesce(max(seq), 0) FROM act WHERE kind = 'migrate')
ORDER BY c.serial
