-- The earliest act that undo has reached and no later act has made unreachable.
SELECT seq, kind, params FROM act
WHERE reverts IS NULL AND undone = 1
ORDER BY seq LIMIT 1
