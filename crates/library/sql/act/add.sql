INSERT INTO act (kind, params, replica, counter, coder, at, offset_minutes, reverts, first)
VALUES (?1, ?2, ?3, coalesce((SELECT counter FROM act ORDER BY seq DESC LIMIT 1), 0) + 1, ?4, ?5, ?6, ?7,
  (SELECT coalesce(max(serial), 0) + 1 FROM change))
