-- The earliest undone act after the last one that stands: a new act makes older undone ones unreachable.
SELECT seq, kind, params FROM act
WHERE reverts IS NULL AND undone = 1
  AND seq > (SELECT coalesce(max(seq), 0) FROM act WHERE reverts IS NULL AND undone = 0)
ORDER BY seq LIMIT 1
