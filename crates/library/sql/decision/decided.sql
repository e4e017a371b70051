-- Decided figures with their document and what the machine reads there now: of one document, of one indicator, one
-- figure, or those whose sentence left their document's text; else all outside the bin.
SELECT c.figure, c.status, c.coder, c.at, c.offset_minutes, c.why, c.correction, f.print, d.id, d.title, d.metadata,
  c.text <> d.text
FROM decision c
JOIN document d ON d.id = c.document
LEFT JOIN finding f ON f.id = c.id
