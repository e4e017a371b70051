INSERT INTO document (id, original, text, extractor, file, language, metadata) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET original = ?2, text = ?3, extractor = ?4, file = ?5, language = ?6, metadata = ?7
