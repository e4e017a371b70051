//! Opening and closing the file: what it must be, who else has it, and the settings SQLite runs with.

use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use crate::lock::{Identity, Lock};
use crate::{Error, SCHEMA, View};

/// "Bali" in the file's header: what makes it a library and not any SQLite file.
pub(crate) const APPLICATION_ID: u32 = u32::from_be_bytes(*b"Bali");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    Write,
    /// The folder cannot be written: reading, searching and exporting work.
    ReadOnly,
}

/// The file, open for writing by this process alone (or for reading, when it cannot be written).
pub struct Library {
    view: View,
    access: Access,
    identity: Option<Identity>,
    /// A write did not reach the disk: what SQLite believes and what the disk holds may differ until it is opened anew.
    stopped: bool,
    /// It was not closed, and the log that was beside it then is gone.
    log_lost: bool,
    // Held for life; released after the connection has closed (fields drop in order).
    _lock: Option<Lock>,
}

impl Deref for Library {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Library {
    /// Makes a new library at `path`, which must not exist. The folder must.
    pub fn create(path: &Path) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let path =
            folder.canonicalize().map_err(Error::io(folder))?.join(path.file_name().unwrap_or_default());
        let lock = Lock::take(&path)?.ok_or_else(|| Error::ReadOnly(path.clone()))?;
        let made = make(&path);
        let db = made.inspect_err(|_| {
            let _ = std::fs::remove_file(&path);
        })?;
        Self::holding(db, path, lock)
    }

    /// Opens a library for writing, or for reading when its folder cannot be written. One of an older schema is
    /// refused with [`Error::Older`]: [`crate::migrate`] brings it up to date.
    pub fn open(path: &Path) -> Result<Self, Error> {
        // A link and its target are one library: the lock stands beside the real file.
        let real = real(path)?;
        check(&real)?;
        // Whoever was killed left both the lock's file and the log; closing removes both.
        let log_lost = beside(&real, ".lock").exists() && !beside(&real, "-wal").exists();
        match lock(&real)? {
            Some(lock) => {
                let db = Connection::open_with_flags(&real, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                settings(&db)?;
                // A migration may stand in the log only, where the header does not show it.
                let found = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
                if found > SCHEMA {
                    return Err(Error::Newer { path: real, found, by: String::new() });
                }
                let mut library = Self::holding(db, real, lock)?;
                library.log_lost = log_lost;
                Ok(library)
            }
            None => Self::reading(real, log_lost),
        }
    }

    /// Opens a library for reading only, whatever could be done to it.
    pub fn open_to_read(path: &Path) -> Result<Self, Error> {
        let real = real(path)?;
        check(&real)?;
        Self::reading(real, false)
    }

    fn reading(real: PathBuf, log_lost: bool) -> Result<Self, Error> {
        // Someone writes beside it: what stands in the file alone is not the whole.
        if std::fs::metadata(beside(&real, "-wal")).is_ok_and(|log| log.len() > 0) {
            return Err(Error::OpenElsewhere { path: real, by: String::new() });
        }
        let view = View::new(open_unchanging(&real)?, real)?;
        Ok(Self { view, access: Access::ReadOnly, identity: None, stopped: false, log_lost, _lock: None })
    }

    fn holding(db: Connection, path: PathBuf, lock: Lock) -> Result<Self, Error> {
        let identity = Identity::of(&path);
        let view = View::new(db, path)?;
        Ok(Self { view, access: Access::Write, identity, stopped: false, log_lost: false, _lock: Some(lock) })
    }

    pub fn access(&self) -> Access {
        self.access
    }

    /// The program was killed the last time, and the log it wrote is no longer beside the file: what was done since the
    /// last act that the file knows may be missing.
    pub fn log_lost(&self) -> bool {
        self.log_lost
    }

    /// Another connection, that only reads: for whoever must not wait for the writer.
    pub fn view(&self) -> Result<View, Error> {
        let path = self.view.path.clone();
        if self.access == Access::ReadOnly {
            return View::new(open_unchanging(&path)?, path);
        }
        let db = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        db.execute_batch(
            "PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;",
        )?;
        View::new(db, path)
    }

    /// Folds the write-ahead log into the file, so that the file alone is the whole library.
    pub fn settle(&self) -> Result<(), Error> {
        self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// The connection, when it may write.
    pub(crate) fn writer(&mut self) -> Result<&mut Connection, Error> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly(self.view.path.clone()));
        }
        if self.stopped {
            return Err(Error::Stopped(self.view.path.clone()));
        }
        if Identity::of(&self.view.path) != self.identity {
            // Moved or renamed while open: the log stayed behind, so what it holds goes into the file that left.
            let _ = self.settle();
            return Err(Error::Moved(self.view.path.clone()));
        }
        Ok(&mut self.view.db)
    }

    /// Looks at what a write came to: after one that the disk refused, nothing more is written.
    pub(crate) fn heed<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(Error::Sql(error)) = &outcome {
            self.stopped |= error.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure);
        }
        outcome
    }
}

impl Drop for Library {
    /// What a user copies is one file: the write-ahead log is folded in, and SQLite removes it on close.
    fn drop(&mut self) {
        if self.access == Access::Write && !self.stopped {
            let _ = self.settle();
        }
    }
}

fn make(path: &Path) -> Result<Connection, Error> {
    let db = Connection::open(path).map_err(|e| sql_io(path, e))?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    settings(&db)?;
    db.execute_batch("BEGIN")?;
    lay_out(&db)?;
    db.execute("INSERT INTO library VALUES ('id', ?1)", [uuid::Uuid::new_v4().to_string()])?;
    db.execute_batch("COMMIT")?;
    // The header says what the file is: it must say so in the file itself, should the power fail right now.
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(db)
}

/// What makes the tables of this schema, and what keeps its counts.
pub(crate) const TABLES: &str =
    concat!(include_str!("../migrations/0003-store.sql"), include_str!("../migrations/0003-counts.sql"));

/// The tables of this schema, in a database that has none of their names.
pub(crate) fn lay_out(db: &Connection) -> Result<(), Error> {
    db.execute_batch(TABLES)?;
    db.execute("INSERT INTO library VALUES ('balise', ?1)", [env!("CARGO_PKG_VERSION")])?;
    db.pragma_update(None, "user_version", SCHEMA)?;
    Ok(())
}

pub(crate) fn real(path: &Path) -> Result<PathBuf, Error> {
    path.canonicalize().map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Error::Missing(path.to_owned()),
        _ => Error::Io { path: path.to_owned(), source: e },
    })
}

/// The lock of a file that can be written; nothing when it cannot.
pub(crate) fn lock(real: &Path) -> Result<Option<Lock>, Error> {
    let writable = OpenOptions::new().append(true).open(real).is_ok();
    if !writable {
        return Ok(None);
    }
    one_name(real)?;
    Lock::take(real)
}

/// A second name of the same file would have another log beside it. What a copy cut short left, whose landing is a
/// second name for a moment, is removed.
#[cfg(unix)]
fn one_name(real: &Path) -> Result<(), Error> {
    use std::os::unix::fs::MetadataExt;
    let names = || std::fs::metadata(real).map_or(1, |file| file.nlink());
    if names() > 1 {
        let ours = Identity::of(real);
        let folder = real.parent().unwrap_or(Path::new("."));
        let pieces = crate::backup::pieces(folder).filter(|piece| Identity::of(piece) == ours);
        pieces.for_each(|piece| drop(std::fs::remove_file(piece)));
    }
    if names() > 1 { Err(Error::TwoNames(real.to_owned())) } else { Ok(()) }
}

#[cfg(not(unix))]
fn one_name(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// A file that is not ours, or not of this schema, is refused before SQLite touches it.
fn check(path: &Path) -> Result<(), Error> {
    let found = schema_of(path)?;
    match found.cmp(&SCHEMA) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(Error::Older { path: path.to_owned(), found }),
        std::cmp::Ordering::Greater => {
            Err(Error::Newer { path: path.to_owned(), found, by: written_by(path).unwrap_or_default() })
        }
    }
}

/// The schema number in a library's header.
pub fn schema_of(path: &Path) -> Result<i32, Error> {
    let mut header = [0_u8; 100];
    let mut file = File::open(path).map_err(Error::io(path))?;
    let whole = file.read_exact(&mut header).is_ok();
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if !whole || !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(Error::NotALibrary(path.to_owned()));
    }
    Ok(number(60) as i32)
}

/// The version of Balise that wrote a newer library, read without touching it.
fn written_by(path: &Path) -> Option<String> {
    let db = open_unchanging(path).ok()?;
    db.query_row("SELECT value FROM library WHERE key = 'balise'", [], |row| row.get(0)).ok()
}

/// Durable before acknowledged, checked, no surprises from a hostile file.
pub(crate) fn settings(db: &Connection) -> Result<(), Error> {
    db.execute_batch(
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -65536;",
    )?;
    db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// A file that nobody writes, and beside which nothing is made.
pub(crate) fn open_unchanging(path: &Path) -> Result<Connection, Error> {
    let escaped = path.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let db = Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)?;
    db.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(db)
}

/// `NAME.balise` and an ending: the log, the lock.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn sql_io(path: &Path, error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly) => {
            Error::ReadOnly(path.to_owned())
        }
        _ => Error::Sql(error),
    }
}
