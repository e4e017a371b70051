//! Opening and closing the file: what it must be, who else has it, and the settings SQLite runs with.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::{Error, SCHEMA};

/// "Bali" in the file's header: what makes it a library and not any SQLite file.
const APPLICATION_ID: u32 = u32::from_be_bytes(*b"Bali");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    Write,
    /// The folder cannot be written: reading, searching and exporting work.
    ReadOnly,
}

pub struct Library {
    pub(crate) db: Connection,
    path: PathBuf,
    access: Access,
    // Held for life; released after the connection has closed (fields drop in order).
    _lock: Option<Lock>,
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
        let made = Self::make(&path);
        let db = made.inspect_err(|_| {
            let _ = std::fs::remove_file(&path);
        })?;
        Ok(Self { db, path, access: Access::Write, _lock: Some(lock) })
    }

    fn make(path: &Path) -> Result<Connection, Error> {
        let db = Connection::open(path).map_err(|e| sql_io(path, e))?;
        db.pragma_update(None, "application_id", APPLICATION_ID)?;
        settings(&db)?;
        db.execute_batch("BEGIN")?;
        db.execute_batch(include_str!("../migrations/0001-start.sql"))?;
        db.execute("INSERT INTO library VALUES ('id', ?1)", [uuid::Uuid::new_v4().to_string()])?;
        db.pragma_update(None, "user_version", SCHEMA)?;
        db.execute_batch("COMMIT")?;
        // The header says what the file is: it must say so in the file itself, should the power fail right now.
        db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        Ok(db)
    }

    /// Opens a library for writing, or for reading when its folder cannot be written.
    pub fn open(path: &Path) -> Result<Self, Error> {
        // A link and its target are one library: the lock stands beside the real file.
        let real = path.canonicalize().map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::Missing(path.to_owned()),
            _ => Error::Io { path: path.to_owned(), source: e },
        })?;
        check_header(&real)?;
        let file_writable = OpenOptions::new().append(true).open(&real).is_ok();
        match if file_writable { Lock::take(&real)? } else { None } {
            Some(lock) => {
                let db = Connection::open_with_flags(&real, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                settings(&db)?;
                Ok(Self { db, path: real, access: Access::Write, _lock: Some(lock) })
            }
            None => {
                // Someone writes beside it: what stands in the file alone is not the whole.
                let mut log = real.as_os_str().to_owned();
                log.push("-wal");
                if std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
                    return Err(Error::OpenElsewhere { path: real, by: String::new() });
                }
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
                let db = Connection::open_with_flags(immutable(&real), flags)?;
                functions(&db)?;
                Ok(Self { db, path: real, access: Access::ReadOnly, _lock: None })
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn access(&self) -> Access {
        self.access
    }

    /// The library's own id; a copy of the file has the same.
    pub fn id(&self) -> Result<String, Error> {
        Ok(self.db.query_row("SELECT value FROM library WHERE key = 'id'", [], |row| row.get(0))?)
    }

    pub(crate) fn writable(&self) -> Result<(), Error> {
        match self.access {
            Access::Write => Ok(()),
            Access::ReadOnly => Err(Error::ReadOnly(self.path.clone())),
        }
    }
}

impl Drop for Library {
    /// What a user copies is one file: the write-ahead log is folded in, and SQLite removes it on close.
    fn drop(&mut self) {
        if self.access == Access::Write {
            let _ = self.db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}

/// A file that is not ours is refused before SQLite touches it.
fn check_header(path: &Path) -> Result<(), Error> {
    let mut header = [0_u8; 100];
    let mut file = File::open(path).map_err(Error::io(path))?;
    let whole = file.read_exact(&mut header).is_ok();
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if !whole || !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(Error::NotALibrary(path.to_owned()));
    }
    let found = number(60) as i32;
    if found == SCHEMA { Ok(()) } else { Err(Error::OtherSchema { path: path.to_owned(), found }) }
}

/// Durable before acknowledged, checked, no surprises from a hostile file.
fn settings(db: &Connection) -> Result<(), Error> {
    db.execute_batch(
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0; PRAGMA recursive_triggers = ON;",
    )?;
    db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    functions(db)
}

/// `folded(text)`: lower case without accents, for filters.
fn functions(db: &Connection) -> Result<(), Error> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.create_scalar_function("folded", 1, flags, |context| Ok(folded(&context.get::<String>(0)?)))?;
    Ok(())
}

/// The accents of French; filters are forgiving, the search index does this properly.
pub(crate) fn folded(words: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        _ => c,
    };
    words.chars().flat_map(char::to_lowercase).map(plain).collect()
}

fn immutable(path: &Path) -> String {
    let escaped = path.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{escaped}?immutable=1")
}

fn sql_io(path: &Path, error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly) => {
            Error::ReadOnly(path.to_owned())
        }
        _ => Error::Sql(error),
    }
}

/// An OS lock on `NAME.balise.lock` beside the library; never on the SQLite file itself, whose own locks a second
/// descriptor would drop.
struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Nothing when the folder cannot be written: the library then opens for reading.
    fn take(library: &Path) -> Result<Option<Self>, Error> {
        let mut name = library.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        loop {
            let Ok(mut file) =
                OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)
            else {
                return Ok(None);
            };
            match file.try_lock() {
                Ok(()) if still_there(&file, &path) => {
                    let _ = file.set_len(0);
                    let _ = file.write_all(holder().as_bytes());
                    return Ok(Some(Self { file, path }));
                }
                Ok(()) => {} // Its holder removed it between our open and our lock: take the new one.
                Err(TryLockError::Error(_)) => return Ok(None), // A file system without locks.
                Err(TryLockError::WouldBlock) => {
                    let mut by = String::new();
                    let _ = file.rewind();
                    let _ = file.read_to_string(&mut by);
                    return Err(Error::OpenElsewhere { path: library.to_owned(), by: by.trim().to_owned() });
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

/// For the message only: machine, process, since when.
fn holder() -> String {
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let since = jiff::Zoned::now().strftime("%Y-%m-%d %H:%M").to_string();
    format!("{} {} {since}", host.trim(), std::process::id())
}

#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(ours), Ok(there)) => ours.ino() == there.ino() && ours.dev() == there.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn still_there(_: &File, _: &Path) -> bool {
    true // An open file cannot be removed there.
}
