//! The queue of an import: what is still to be read when the program is closed or killed in the middle.

use rusqlite::params;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::{Error, Library, Tx, View};

impl Library {
    pub fn queue(&mut self, files: &[PathBuf]) -> Result<(), Error> {
        self.write(|tx| {
            let mut add = tx.prepare_cached("INSERT INTO work (path) VALUES (?1)")?;
            for file in files {
                add.execute([written(file)])?;
            }
            drop(add);
            Ok(tx.commit()?)
        })
    }

    /// Takes one file off the queue that no act came from: it was refused, or known.
    pub fn unqueue(&mut self, file: &Path) -> Result<(), Error> {
        self.write(|db| {
            let mut tx = Tx::unjournaled(db);
            tx.unqueue(file)?;
            Ok(tx.db.commit()?)
        })
    }
}

impl Tx<'_> {
    /// Takes a file off the queue together with what was kept of it.
    pub fn unqueue(&mut self, file: &Path) -> Result<(), Error> {
        let sql = "DELETE FROM work WHERE id = (SELECT id FROM work WHERE path = ?1 ORDER BY id LIMIT 1)";
        self.db.prepare_cached(sql)?.execute([written(file)])?;
        Ok(())
    }
}

impl View {
    /// At most `limit` files still to read, in order.
    pub fn queued(&self, limit: usize) -> Result<Vec<PathBuf>, Error> {
        let mut query = self.db.prepare_cached("SELECT path FROM work ORDER BY id LIMIT ?1")?;
        let rows = query.query_map(params![limit as i64], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(rows.map(|r| r.map(path_of)).collect::<Result<_, _>>()?)
    }

    pub fn queue_len(&self) -> Result<usize, Error> {
        Ok(self.db.query_row("SELECT count(*) FROM work", [], |row| row.get::<_, i64>(0))? as usize)
    }
}

/// A path as the system writes it: names need not be UTF-8.
fn written(path: &Path) -> Vec<u8> {
    path.as_os_str().as_encoded_bytes().to_vec()
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(<OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(OsString::from(String::from_utf8_lossy(&bytes).into_owned()))
}
