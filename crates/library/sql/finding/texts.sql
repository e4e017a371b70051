-- Texts with figures that nobody has decided: their document, and the readings packed.
SELECT d.id, d.title, d.metadata, t.packed, r.figures
FROM document d
JOIN content t ON t.hash = d.text
JOIN reading r ON r.text = t.n
