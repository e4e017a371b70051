//! The queue of an import: what is still to be read when the program is closed or killed in the middle.

use rusqlite::OptionalExtension;
use std::path::{Path, PathBuf};

use crate::{Error, Library};

impl Library {
    pub fn queue(&mut self, files: &[PathBuf]) -> Result<(), Error> {
        self.writable()?;
        let tx = self.db.transaction()?;
        for file in files {
            tx.execute("INSERT INTO work (path) VALUES (?1)", [file.to_string_lossy()])?;
        }
        Ok(tx.commit()?)
    }

    /// The next file to read, and how many wait in all.
    pub fn next_queued(&self) -> Result<Option<(PathBuf, usize)>, Error> {
        let sql = "SELECT path, (SELECT count(*) FROM work) FROM work ORDER BY id LIMIT 1";
        let found: Option<(String, i64)> =
            self.db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(found.map(|(path, count)| (PathBuf::from(path), count as usize)))
    }

    /// Files still to read, in order.
    pub fn queued(&self) -> Result<Vec<PathBuf>, Error> {
        let mut query = self.db.prepare("SELECT path FROM work ORDER BY id")?;
        let rows = query.query_map([], |row| row.get::<_, String>(0))?;
        Ok(rows.map(|r| r.map(PathBuf::from)).collect::<Result<_, _>>()?)
    }

    pub fn unqueue(&mut self, file: &Path) -> Result<(), Error> {
        self.writable()?;
        let sql = "DELETE FROM work WHERE id = (SELECT min(id) FROM work WHERE path = ?1)";
        self.db.execute(sql, [file.to_string_lossy()])?;
        Ok(())
    }
}
