-- A later act that still stands and changed a row that this one changed.
SELECT a.seq, a.kind, a.params
FROM change c
JOIN change l ON l.id = c.id AND l.serial > c.serial AND l.act <> c.act AND l.noun = c.noun
JOIN act a ON a.seq = l.act
WHERE c.act = ?1 AND a.reverts IS NULL AND a.state IN ('stands', 'fixed')
ORDER BY a.seq DESC LIMIT 1
