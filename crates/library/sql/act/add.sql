INSERT INTO act (kind, params, replica, counter, coder, at, offset_minutes, reverts)
VALUES (?1, ?2, ?3, (SELECT coalesce(max(counter), 0) + 1 FROM act), ?4, ?5, ?6, ?7)
RETURNING seq
