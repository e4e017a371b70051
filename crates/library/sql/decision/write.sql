INSERT INTO decision (id, document, text, start, indicator, status, figure, coder, at, offset_minutes, why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET status = ?6, figure = ?7, coder = ?8, at = ?9, offset_minutes = ?10, why = ?11
