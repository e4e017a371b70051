-- The act that was undone last, while no later act has made it unreachable.
SELECT seq, kind, params FROM act
WHERE state = 'undone'
ORDER BY undone_by DESC LIMIT 1
