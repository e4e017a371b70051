//! Damage of many kinds, and each time: what lay in sound pages is in the new file, as it was.

mod damage;

use super::*;
use rusqlite::types::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The kinds of tables there are: keyed by words, by number, by nothing, by several columns without row numbers.
const DDL: &str = "
    CREATE TABLE text (hash TEXT PRIMARY KEY, content TEXT NOT NULL, blocks TEXT NOT NULL) STRICT;
    CREATE TABLE original (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL) STRICT;
    CREATE TABLE finding (id TEXT PRIMARY KEY, text TEXT NOT NULL REFERENCES text (hash), start INTEGER NOT NULL,
      confidence REAL NOT NULL, figure TEXT NOT NULL) STRICT;
    CREATE INDEX finding_by_text ON finding (text, start);
    CREATE TABLE act (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, coder TEXT NOT NULL, why TEXT) STRICT;
    CREATE TABLE change (act INTEGER NOT NULL REFERENCES act, n INTEGER NOT NULL, noun TEXT NOT NULL,
      after TEXT, PRIMARY KEY (act, n)) STRICT, WITHOUT ROWID;
    CREATE INDEX change_by_noun ON change (noun, act);
    CREATE TABLE \"odd \"\"name\" (key TEXT NOT NULL);
    CREATE TRIGGER acts_stay BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'acts stay'); END;
    CREATE VIEW said AS SELECT kind FROM act;";

const TABLES: [&str; 6] = ["text", "original", "finding", "act", "change", "odd \"name"];

struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A library with some hundred rows in every table, texts and originals longer than a page among them.
    fn library(&self) -> PathBuf {
        let path = self.path("Sahel.balise");
        let db = Connection::open(&path).expect("a file");
        db.execute_batch(
            "PRAGMA secure_delete = ON; PRAGMA application_id = 1113681001; PRAGMA user_version = 2;",
        )
        .expect("header");
        db.execute_batch(DDL).expect("schema");
        fill(&db);
        path
    }
}

fn fill(db: &Connection) {
    db.execute_batch(
        "BEGIN;
         CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
           SELECT i FROM n;
         INSERT INTO text SELECT printf('%064x', i * 7919), i || ' migrants à Gao, ' || printf('%.*c', i * 31 % 1500, 'é'),
           '[' || i || ']' FROM n;
         INSERT INTO original SELECT printf('%064x', i), i, CAST(printf('%.*c', 200 + i * 13 % 5000, 'z') || i AS BLOB) FROM n
           WHERE i % 5 = 0;
         INSERT INTO finding SELECT 'f' || i, printf('%064x', (i % 400 + 1) * 7919), i, i / 8.0, printf('%.*c', 200, 'f') || i
           FROM n;
         INSERT INTO act SELECT i * 3, 'accept', printf('%.*c', 100, 'a') || i, nullif(i % 2, 0) || 'why' FROM n;
         INSERT INTO change SELECT (i % 400 + 1) * 3, i % 3, 'decision', printf('%.*c', i * 17 % 600, 'c') || i FROM n;
         INSERT INTO \"odd \"\"name\" SELECT 'key' || i FROM n;
         DELETE FROM \"odd \"\"name\" WHERE rowid % 5 = 0;
         COMMIT;",
    )
    .expect("rows");
}

/// Every row of a table as its values, its number first where it has one that SQLite keeps.
fn rows(db: &Connection, table: &str) -> BTreeSet<String> {
    let sql = format!("SELECT * FROM \"{}\"", table.replace('"', "\"\""));
    let mut query = db.prepare(&sql).expect("a table");
    let width = query.column_count();
    let read = query.query_map([], |row| {
        let values: Vec<Value> = (0..width).map(|i| row.get(i)).collect::<Result<_, _>>()?;
        Ok(format!("{values:?}"))
    });
    read.expect("rows").map(|row| row.expect("a row")).collect()
}

fn of(report: &Salvaged, table: &str) -> SalvagedTable {
    report.tables.iter().find(|t| t.name == table).expect("every table is spoken of").clone()
}

#[test]
fn a_sound_library_comes_out_whole() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let before = fs::read(&path).expect("bytes");
    for ddl in [None, Some(DDL)] {
        let report = salvage(&path, &new, ddl).expect("salvaged");
        assert_eq!((report.errors, report.pages), (vec![], BTreeSet::new()));
        let (old, made) = (Connection::open(&path).expect("old"), Connection::open(&new).expect("new"));
        for (table, told) in TABLES.iter().zip(&report.tables) {
            assert_eq!(rows(&old, table), rows(&made, table), "{table}");
            assert_eq!((told.name.as_str(), told.lost, told.left_out), (*table, 0, 0));
            assert_eq!(told.recovered as usize, rows(&old, table).len());
        }
        let schema = |db: &Connection| -> Vec<String> {
            let mut query =
                db.prepare("SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY sql").expect("sql");
            query.query_map([], |row| row.get(0)).expect("sql").map(|sql| sql.expect("sql")).collect()
        };
        assert_eq!(schema(&old), schema(&made));
        let row = |db: &Connection| -> i64 {
            db.query_row("SELECT rowid FROM \"odd \"\"name\" WHERE key = 'key391'", [], |row| row.get(0))
                .expect("one")
        };
        assert_eq!(row(&old), row(&made), "row numbers stay");
        let number =
            |name| made.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect("a number");
        assert_eq!((number("user_version"), number("application_id")), (2, 1_113_681_001));
        fs::remove_file(&new).expect("removed");
    }
    assert!(fs::read(&path).expect("bytes") == before, "the damaged file is only read");
}

#[test]
fn without_its_header_the_size_of_pages_is_found_again() {
    let disk = Disk::new();
    for size in [1024, 4096, 16384] {
        let (path, new) = (disk.path(&format!("{size}.balise")), disk.path(&format!("{size} neu.balise")));
        let db = Connection::open(&path).expect("a file");
        db.execute_batch(&format!("PRAGMA page_size = {size}; {DDL}")).expect("schema");
        fill(&db);
        let old: Vec<_> = TABLES.iter().map(|table| rows(&db, table)).collect();
        drop(db);
        let mut bytes = fs::read(&path).expect("bytes");
        bytes[..100].fill(0);
        fs::write(&path, bytes).expect("damage");
        salvage(&path, &new, None).expect("salvaged");
        let made = Connection::open(&new).expect("new");
        let new: Vec<_> = TABLES.iter().map(|table| rows(&made, table)).collect();
        assert!(old == new, "pages of {size} bytes");
    }
}

#[test]
fn what_only_the_log_holds_comes_along() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let db = Connection::open(&path).expect("a library");
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; UPDATE act SET why = 'seen' WHERE seq < 100;
         DELETE FROM \"odd \"\"name\" WHERE rowid > 200; CREATE TABLE late (word TEXT); INSERT INTO late VALUES ('now')",
    )
    .expect("work");
    // As after a power cut: both files as they lie, and a commit that did not get to its end.
    let copy = disk.path("Nach.balise");
    fs::copy(&path, &copy).expect("a copy");
    let mut log = fs::read(disk.path("Sahel.balise-wal")).expect("a log");
    let torn = log[32..32 + 24 + 2_000].to_vec();
    log.extend(torn);
    fs::write(disk.path("Nach.balise-wal"), log).expect("a log");
    let report = salvage(&copy, &new, None).expect("salvaged");
    assert_eq!(report.errors, Vec::<String>::new());
    let made = Connection::open(&new).expect("new");
    for table in TABLES.iter().chain(&["late"]) {
        assert_eq!(rows(&db, table), rows(&made, table), "{table}");
    }
}

#[test]
fn what_comes_out_of_a_library_is_a_library() {
    let disk = Disk::new();
    let (path, new) = (disk.path("Sahel.balise"), disk.path("Neu.balise"));
    let id = crate::Library::create(&path).and_then(|made| made.id()).expect("a library");
    let mut bytes = fs::read(&path).expect("bytes");
    bytes[..50].fill(0);
    fs::write(&path, bytes).expect("damage");
    assert!(matches!(crate::Library::open(&path), Err(Error::NotALibrary(_))));
    salvage(&path, &new, None).expect("salvaged");
    assert_eq!(crate::Library::open(&new).and_then(|made| made.id()).expect("a library"), id);
}

#[test]
fn a_schema_that_is_lost_must_be_given() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let sound = fs::read(&path).expect("bytes");
    let refused = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("damage");
        match salvage(&path, &new, None) {
            Err(Error::Damaged { path: said, detail }) if said.ends_with("Sahel.balise") => detail,
            other => panic!("{other:?}"),
        }
    };
    let mut beginning = sound.clone();
    beginning[100..150].fill(0xA5);
    assert_eq!(refused(&beginning), "its schema cannot be read");
    // The row that makes the table `text`, to which findings refer.
    let at = sound.windows(17).position(|words| words == b"CREATE TABLE text").expect("a statement");
    let mut one = sound.clone();
    one[at..at + 12].fill(b'x');
    assert_eq!(refused(&one), "its schema has lost text");
    assert!(!new.exists());
    let told = of(&salvage(&path, &new, Some(DDL)).expect("salvaged"), "text");
    assert_eq!((told.recovered, told.lost), (400, 0));
    assert!(matches!(salvage(&disk.path("none.balise"), &disk.path("x"), None), Err(Error::Missing(_))));
    assert!(matches!(salvage(&path, &new, None), Err(Error::Exists(_))));
}

#[test]
fn anything_at_all_is_read_without_a_panic() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let sound = fs::read(&path).expect("bytes");
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for turn in 0..60 {
        let mut bytes = sound.clone();
        for _ in 0..(1 << (turn % 12)) {
            let at = next() % bytes.len();
            bytes[at] = next() as u8;
        }
        bytes.truncate(next() % (2 * bytes.len()));
        fs::write(&path, &bytes).expect("damage");
        let _ = salvage(&path, &new, if turn % 2 == 0 { None } else { Some(DDL) });
        let _ = fs::remove_file(&new);
    }
    for bytes in
        [&b""[..], b"SQLite format 3\0", "Un article de presse, pas une base. ".repeat(900).as_bytes()]
    {
        fs::write(&path, bytes).expect("no library");
        assert!(
            matches!(salvage(&path, &new, Some(DDL)), Err(Error::NotALibrary(_))),
            "{} bytes",
            bytes.len()
        );
        assert!(!new.exists());
    }
}
