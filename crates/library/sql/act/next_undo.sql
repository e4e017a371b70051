-- The last act that stands: neither an undo nor a redo, and not undone.
SELECT seq, kind, params FROM act
WHERE reverts IS NULL AND state = 'stands'
ORDER BY seq DESC LIMIT 1
