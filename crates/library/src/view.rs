//! What can be read of a library, through a connection of its own: each read sees the last act that was finished when
//! it began, whatever is being written meanwhile.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use std::path::{Path, PathBuf};

use crate::Error;

/// The reading side of a library. A [`crate::Library`] is one too; [`crate::Library::view`] opens others.
pub struct View {
    pub(crate) db: Connection,
    pub(crate) path: PathBuf,
}

impl View {
    pub(crate) fn new(db: Connection, path: PathBuf) -> Result<Self, Error> {
        db.set_prepared_statement_cache_capacity(64);
        functions(&db)?;
        Ok(Self { db, path })
    }

    /// Where the library's file was when it was opened, links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The library's own id; a copy of the file has the same.
    pub fn id(&self) -> Result<String, Error> {
        Ok(self.db.query_row("SELECT value FROM library WHERE key = 'id'", [], |row| row.get(0))?)
    }

    /// Several reads that see the same moment.
    pub fn still<T, E: From<Error>>(&self, reads: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        let moment = self.db.unchecked_transaction().map_err(Error::from)?;
        let read = reads(self)?;
        moment.commit().map_err(Error::from)?;
        Ok(read)
    }
}

/// `folded(text)`: lower case without accents, for filters.
fn functions(db: &Connection) -> Result<(), Error> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.create_scalar_function("folded", 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null().ok().flatten().map(folded))
    })?;
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
