-- The last act that stands: neither an undo nor a redo, and not undone.
SELECT seq, kind, params FROM act
WHERE reverts IS NULL AND undone = 0
ORDER BY seq DESC LIMIT 1
