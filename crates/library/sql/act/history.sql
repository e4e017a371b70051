-- Acts, latest first, without the undos and redos that are shown at the act they revert.
SELECT seq, kind, params, coder, at, offset_minutes, state FROM act
WHERE reverts IS NULL AND seq < ?1
ORDER BY seq DESC LIMIT ?2
