-- The library as it starts. Four families: originals and texts never change; findings can be deleted at any time;
-- decisions (document, decision) change only through the journal (act, change); work is the queue of an import.

CREATE TABLE library (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE original (
  hash TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL            -- zstd
) STRICT;

CREATE TABLE text (
  hash TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  blocks TEXT NOT NULL            -- JSON
) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  original TEXT NOT NULL REFERENCES original (hash),
  text TEXT NOT NULL REFERENCES text (hash),
  file TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT,
  published TEXT,                 -- YYYY-MM-DD, the first day of a month or year
  sample INTEGER NOT NULL,
  metadata TEXT NOT NULL          -- JSON: each value with its evidence and who set it
) STRICT;
CREATE INDEX document_by_day ON document (published DESC, id);
CREATE INDEX document_by_text ON document (text);

CREATE TABLE reading (
  text TEXT PRIMARY KEY REFERENCES text (hash),
  reader TEXT NOT NULL,
  left_out INTEGER NOT NULL
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL REFERENCES text (hash),
  start INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  confidence REAL NOT NULL,
  figure TEXT NOT NULL            -- JSON
) STRICT;
CREATE INDEX finding_by_text ON finding (text, start);

CREATE TABLE decision (
  id TEXT PRIMARY KEY,            -- the figure's id
  document TEXT NOT NULL REFERENCES document (id),
  text TEXT NOT NULL REFERENCES text (hash),
  start INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('accepted', 'corrected', 'rejected')),
  figure TEXT NOT NULL,           -- JSON: the figure as it was decided, its quote sealed
  correction TEXT,                -- JSON, when a person gave its values: by whom, when, and the machine's reading then
  coder TEXT NOT NULL,
  at TEXT NOT NULL,               -- UTC
  offset_minutes INTEGER NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX decision_by_text ON decision (text, start);
CREATE INDEX decision_by_document ON decision (document);

CREATE TABLE act (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  params TEXT NOT NULL,           -- JSON: what its name in words needs
  replica TEXT NOT NULL,
  counter INTEGER NOT NULL,
  coder TEXT NOT NULL,
  at TEXT NOT NULL,               -- UTC
  offset_minutes INTEGER NOT NULL,
  reverts INTEGER REFERENCES act (seq),
  undone INTEGER NOT NULL DEFAULT 0  -- 1: undone, redo reaches it; 2: undone, and a later act made it unreachable
) STRICT;

CREATE TABLE change (
  act INTEGER NOT NULL REFERENCES act (seq),
  n INTEGER NOT NULL,
  noun TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,                    -- JSON of the row; absent when it did not exist
  after TEXT,                     -- JSON of the row; absent when it was removed
  PRIMARY KEY (act, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_row ON change (noun, id, act, n);

CREATE TABLE work (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL
) STRICT;
