-- What the tables of schema 2 held, in those of schema 3. Texts are packed by the caller; findings are read anew.
INSERT OR REPLACE INTO library SELECT key, value FROM old_library WHERE key <> 'balise';
INSERT INTO original (hash, size, packed) SELECT unhex(hash), size, packed FROM old_original ORDER BY rowid;
INSERT INTO document (id, original, text, extractor, file, language, metadata)
  SELECT unhex(replace(id, '-', '')), unhex(original), unhex(text), 'ingest-0', file, language, metadata
  FROM old_document ORDER BY rowid;
INSERT INTO decision (id, document, text, start, indicator, status, figure, correction, coder, at, offset_minutes, why)
  SELECT unhex(replace(id, '-', '')), unhex(replace(document, '-', '')), unhex(text), start, indicator, status, figure,
    correction, iif(coder = '', '?', coder), at, offset_minutes, why
  FROM old_decision ORDER BY rowid;
INSERT INTO act (seq, kind, params, replica, counter, coder, at, offset_minutes, reverts, first, state)
  SELECT seq, kind, params, replica, counter, coder, at, offset_minutes, reverts,
    1 + (SELECT count(*) FROM old_change c WHERE c.act < a.seq), iif(undone = 0, 'fixed', 'passed')
  FROM old_act a ORDER BY seq;
INSERT INTO change (act, noun, id, before)
  SELECT act, noun, unhex(replace(id, '-', '')), before FROM old_change ORDER BY act, n;
INSERT INTO work (id, path) SELECT id, CAST(path AS BLOB) FROM old_work;
