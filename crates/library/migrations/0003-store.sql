-- The store, schema 3: the first that is kept forever (tests/libraries opens every one that was released).
--
-- Four families. Originals and texts never change. Findings (reading, finding) can be deleted at any time. Decisions
-- (document, version, decision) change only through the journal (act, change). Work is the queue of an import.
-- Hashes and ids are bytes; `n` is a row's number inside this file only, and never leaves it.

CREATE TABLE library (
  key TEXT PRIMARY KEY,           -- id, balise (the version that wrote the schema), trained …
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
  n INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,      -- BLAKE3 of the bytes as received
  size INTEGER NOT NULL,
  packed BLOB NOT NULL            -- zstd
) STRICT;

CREATE TABLE text (
  n INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,      -- BLAKE3 of the content
  packed BLOB,                    -- zstd of the content; absent when an original is this very content
  blocks BLOB NOT NULL            -- zstd of JSON
) STRICT;

CREATE VIEW content AS
  SELECT n, hash, coalesce(packed, (SELECT o.packed FROM original o WHERE o.hash = text.hash)) AS packed, blocks FROM text;

CREATE TABLE document (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  original BLOB NOT NULL REFERENCES original (hash),
  text BLOB NOT NULL REFERENCES text (hash),
  extractor TEXT NOT NULL DEFAULT '', -- what looked for the text in the original last; not journaled
  file TEXT NOT NULL,
  language TEXT NOT NULL,
  metadata TEXT NOT NULL,         -- JSON: each value with its evidence and who set it
  trashed TEXT,                   -- UTC, when it was put in the bin
  title TEXT AS (coalesce(metadata ->> '$.title.value', file)) VIRTUAL,
  outlet TEXT AS (metadata ->> '$.outlet.value') VIRTUAL,
  published TEXT AS (metadata ->> '$.published.value.day') VIRTUAL,
  address TEXT AS (metadata ->> '$.address.value') VIRTUAL,
  sample INTEGER AS (coalesce(metadata ->> '$.sample', 0)) VIRTUAL
) STRICT;
-- The list: its order and its filter are read here, without a look at the rows.
CREATE INDEX document_listed ON document (published DESC, title, outlet) WHERE trashed IS NULL;
CREATE INDEX document_by_text ON document (text);
CREATE INDEX document_by_address ON document (address) WHERE address IS NOT NULL;
CREATE INDEX document_trashed ON document (trashed) WHERE trashed IS NOT NULL;

-- Texts that a document had before its current one.
CREATE TABLE version (
  id BLOB NOT NULL PRIMARY KEY,   -- UUIDv5 of document and text
  document BLOB NOT NULL REFERENCES document (id),
  original BLOB NOT NULL REFERENCES original (hash),
  text BLOB NOT NULL REFERENCES text (hash),
  extractor TEXT NOT NULL,
  until TEXT NOT NULL             -- UTC, when another text took its place
) STRICT;
CREATE INDEX version_by_document ON version (document, until);
CREATE INDEX version_by_text ON version (text);

CREATE TABLE decision (
  id BLOB NOT NULL PRIMARY KEY,   -- the figure's id
  document BLOB NOT NULL REFERENCES document (id),
  text BLOB NOT NULL REFERENCES text (hash),
  start INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('accepted', 'corrected', 'rejected')),
  figure TEXT NOT NULL,           -- JSON: the figure as it was decided, its quote sealed
  correction TEXT,                -- JSON, when a person gave its values: by whom, when, and the machine's reading then
  moved_from BLOB,                -- the id it had in an earlier text of its document
  coder TEXT NOT NULL CHECK (coder <> ''),
  at TEXT NOT NULL CHECK (at <> ''), -- UTC
  offset_minutes INTEGER NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX decision_by_document ON decision (document, text, start);
CREATE INDEX decision_by_indicator ON decision (indicator);
CREATE INDEX decision_by_earlier ON decision (moved_from) WHERE moved_from IS NOT NULL;

CREATE TABLE act (
  seq INTEGER PRIMARY KEY,        -- order of acts; clocks go back, this does not
  kind TEXT NOT NULL,
  params TEXT NOT NULL,           -- JSON: what its name in words needs
  replica TEXT NOT NULL,
  counter INTEGER NOT NULL,
  coder TEXT NOT NULL,
  at TEXT NOT NULL,               -- UTC
  offset_minutes INTEGER NOT NULL,
  reverts INTEGER REFERENCES act (seq),
  undone_by INTEGER REFERENCES act (seq),
  first INTEGER NOT NULL,         -- serial of its first change; its changes end where those of the next act begin
  -- undone: redo reaches it. passed: undone, and a later act made redo unable to reach it. fixed: cannot be undone.
  state TEXT NOT NULL DEFAULT 'stands' CHECK (state IN ('stands', 'undone', 'passed', 'fixed'))
) STRICT;
CREATE INDEX act_standing ON act (seq) WHERE reverts IS NULL AND state = 'stands';
CREATE INDEX act_undone ON act (undone_by) WHERE state = 'undone';
CREATE INDEX act_by_reverted ON act (reverts) WHERE reverts IS NOT NULL;

-- A row that an act changed: what it was before, and a seal of what it became. What it became is what the next change
-- of that row found, else the row as it stands.
CREATE TABLE change (
  serial INTEGER PRIMARY KEY,     -- never used twice: whoever derives something remembers up to which one
  act INTEGER NOT NULL REFERENCES act (seq),
  noun TEXT NOT NULL,
  id BLOB NOT NULL,
  before TEXT,                    -- JSON of the row; absent when it did not exist
  seal BLOB                       -- of the row's JSON afterwards; absent when it was removed
) STRICT;

CREATE TABLE work (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL              -- as the system writes it: file names need not be UTF-8
) STRICT;

-- What was read in a text by which reader.
CREATE TABLE reading (
  text INTEGER PRIMARY KEY REFERENCES text (n),
  reader TEXT NOT NULL,
  left_out INTEGER NOT NULL,
  figures BLOB                    -- zstd of JSON, with the content as its dictionary; absent when there are none
) STRICT;
CREATE INDEX reading_by_reader ON reading (reader);

-- The figures of a reading, one by one, for whoever counts and lists them.
CREATE TABLE finding (
  n INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES text (n),
  id BLOB NOT NULL,               -- the figure's id
  indicator TEXT NOT NULL,
  confidence REAL NOT NULL,
  print INTEGER NOT NULL,         -- fingerprint of value, indicator and period: tells what is read otherwise
  open INTEGER NOT NULL           -- 1: nobody has decided it, and its document is current and not in the bin
) STRICT;
CREATE INDEX finding_by_text ON finding (text);
CREATE INDEX finding_by_id ON finding (id);
CREATE INDEX finding_open ON finding (indicator, text) WHERE open = 1;

-- Counts, kept by the triggers of counts.sql; `verify` counts again.
CREATE TABLE tally (
  name TEXT NOT NULL,             -- documents, samples, trashed; accepted, open: by indicator
  indicator TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (name, indicator)
) STRICT, WITHOUT ROWID;
