//! The queue of an import: what is still to be read when the program is closed or killed in the middle.

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

    pub fn clear_queue(&mut self) -> Result<(), Error> {
        self.writable()?;
        self.db.execute("DELETE FROM work", [])?;
        Ok(())
    }
}
