INSERT INTO document (id, original, text, file, language, title, outlet, published, sample, metadata)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (id) DO UPDATE SET text = ?3, file = ?4, language = ?5, title = ?6, outlet = ?7, published = ?8, sample = ?9,
  metadata = ?10
