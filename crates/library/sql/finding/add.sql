-- A line of a reading; open when its text is what a document shows, outside the bin, and nobody has decided it.
INSERT INTO finding (text, id, indicator, confidence, print, open)
VALUES (?1, ?2, ?3, ?4, ?5,
  EXISTS (SELECT 1 FROM document WHERE text = ?6 AND trashed IS NULL) AND NOT EXISTS (SELECT 1 FROM decision WHERE id = ?2))
