INSERT INTO decision (id, document, text, start, indicator, status, figure, correction, moved_from, coder, at,
  offset_minutes, why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET indicator = ?5, status = ?6, figure = ?7, correction = ?8, coder = ?10, at = ?11,
  offset_minutes = ?12, why = ?13
