-- A line of a reading; open when its text is what a document shows, outside the bin, and nobody has decided it.
INSERT INTO finding
VALUES (?1, ?2, ?3, ?4, ?5, ?6,
  EXISTS (SELECT 1 FROM document WHERE text = ?7 AND trashed IS NULL) AND NOT EXISTS (SELECT 1 FROM decision WHERE id = ?3))
