//! A whole, checked copy of an open library under a name of no consequence, until it lands under its own.

use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::Error;

/// What its note, the folder's entry and SQLite's own bookkeeping take beside the copy itself.
const MARGIN: u64 = 256 * 1024;

/// A file being written; it is removed unless it lands.
pub(crate) struct Fresh {
    path: PathBuf,
    landed: bool,
}

impl Fresh {
    /// A name in `folder` that nobody else uses; nothing is there yet.
    pub(crate) fn new(folder: &Path) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".balise-{}-{n}.partial", std::process::id()));
        let _ = fs::remove_file(&path); // Of a process that had our number and was killed.
        Self { path, landed: false }
    }

    /// Copies what `from` holds into `folder`: space first, then the copy, then the check of the copy.
    pub(crate) fn copy_of(from: &Connection, folder: &Path, depth: &str) -> Result<Self, Error> {
        let pages: i64 = from.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let page: i64 = from.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let needed = (pages * page) as u64 + MARGIN;
        room(folder, needed, crate::free_bytes(folder))?;
        Self::copied(from, folder, depth, needed)
    }

    /// The same, whatever room there is said to be.
    pub(super) fn copied(from: &Connection, folder: &Path, depth: &str, needed: u64) -> Result<Self, Error> {
        let fresh = Self::new(folder);
        match copy(from, &fresh.path).and_then(|()| same(from, &fresh.path, depth)) {
            Ok(()) => Ok(fresh),
            Err(error) => {
                drop(fresh); // What is free is counted without what we wrote.
                Err(full(error, folder, needed))
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, durably; gives itself back when that name is taken. Never writes over another file: a link
    /// is refused where the name is taken, and renaming is only for file systems without links.
    pub(crate) fn land(mut self, target: &Path) -> Result<Option<Self>, Error> {
        // For writing: Windows flushes no file that was opened for reading.
        let file = fs::OpenOptions::new().append(true).open(&self.path).map_err(Error::io(&self.path))?;
        file.sync_all().map_err(Error::io(&self.path))?;
        drop(file);
        match fs::hard_link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(Some(self)),
            Err(_) if target.exists() => return Ok(Some(self)),
            Err(_) => {
                fs::rename(&self.path, target).map_err(Error::io(target))?;
                self.landed = true;
            }
        }
        sync_folder(target);
        Ok(None) // The first name of two goes with `self`.
    }

    /// Removes what killed processes left in a folder that is ours alone, when nothing was written to it for `idle`.
    pub(crate) fn sweep(folder: &Path, idle: Duration) {
        for piece in pieces(folder) {
            let touched = fs::metadata(&piece).and_then(|file| file.modified());
            let age = touched.ok().and_then(|then| then.elapsed().ok()).unwrap_or_default();
            if age >= idle {
                let _ = fs::remove_file(piece);
            }
        }
    }
}

/// Files of this folder that have not landed.
pub(crate) fn pieces(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let ours = |name: &str| name.starts_with(".balise-") && name.contains(".partial");
    files.filter(move |file| ours(&file.file_name().to_string_lossy())).map(|file| file.path())
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if !self.landed {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// SQLite's own check says nothing but "ok", and no row refers to one that is not there.
pub(crate) fn check(db: &Connection, path: &Path, depth: &str) -> Result<(), Error> {
    let damaged = |detail: String| Error::Damaged { path: path.to_owned(), detail };
    let first = |sql: &str| -> Result<Option<String>, rusqlite::Error> {
        let mut query = db.prepare(sql)?;
        let mut rows = query.query([])?;
        rows.next()?.map(|row| row.get(0)).transpose()
    };
    let told = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(code) if crate::DAMAGED.contains(&code) => damaged(error.to_string()),
        _ => Error::Sql(error),
    };
    match first(&format!("PRAGMA {depth}(1)")).map_err(told)? {
        Some(line) if line == "ok" => {}
        line => return Err(damaged(line.unwrap_or_default())),
    }
    match first("PRAGMA foreign_key_check").map_err(told)? {
        None => Ok(()),
        Some(table) => Err(damaged(format!("a row of {table} refers to one that is not there"))),
    }
}

fn copy(from: &Connection, path: &Path) -> Result<(), Error> {
    let mut to = Connection::open(path)?;
    // Synced as a whole when it lands; thrown away as a whole when that fails.
    to.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    Backup::new(from, &mut to)?.run_to_completion(2_000, Duration::from_millis(50), None)?;
    drop(to);
    // The copy says, as its source, that a log stands beside it. It is to be one file, readable from a read-only disk.
    let to = Connection::open(path)?;
    to.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE")?;
    Ok(())
}

/// The copy opens, is whole, and says that it is what its source is.
fn same(from: &Connection, path: &Path, depth: &str) -> Result<(), Error> {
    let to = Connection::open(path)?;
    to.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")?;
    check(&to, path, depth)?;
    for name in ["application_id", "user_version", "page_count"] {
        let number = |db: &Connection| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let (there, here) = (number(from)?, number(&to)?);
        if there != here {
            let detail = format!("{name} {here} instead of {there}");
            return Err(Error::Damaged { path: path.to_owned(), detail });
        }
    }
    Ok(())
}

/// A disk that does not say how much is free is tried.
pub(super) fn room(folder: &Path, needed: u64, free: Option<u64>) -> Result<(), Error> {
    match free {
        Some(free) if free < needed => Err(Error::NoSpace { path: folder.to_owned(), needed, free }),
        _ => Ok(()),
    }
}

/// The many ways to say that the disk is full, made one.
pub(crate) fn full(error: Error, folder: &Path, needed: u64) -> Error {
    let is_full = match &error {
        Error::Sql(error) => crate::is_full(error),
        Error::Io { source, .. } => {
            matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
        }
        _ => false,
    };
    match crate::free_bytes(folder) {
        Some(free) if is_full => Error::NoSpace { path: folder.to_owned(), needed, free },
        _ => error,
    }
}

/// The name itself must outlive a power cut. Windows cannot do this and need not.
fn sync_folder(file: &Path) {
    if cfg!(unix)
        && let Some(folder) = file.parent().and_then(|folder| File::open(folder).ok())
    {
        let _ = folder.sync_all();
    }
}
