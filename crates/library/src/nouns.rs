//! The nouns that decisions are made of: tables whose rows are journaled whole, as JSON, under an id of sixteen bytes.

use rusqlite::{Connection, OptionalExtension};
use std::sync::LazyLock;

use crate::Error;

/// A table of decisions, with the statements that read, write and remove one row of it.
pub(crate) struct Noun {
    pub(crate) name: &'static str,
    read: String,
    read_all: String,
    put: String,
    remove: String,
}

/// In the order in which rows can be put back: what is referred to comes first.
pub(crate) static NOUNS: LazyLock<[Noun; 3]> = LazyLock::new(|| {
    [
        Noun::new("document", &["id*", "original*", "text*", "file", "language", "metadata", "trashed"]),
        Noun::new("version", &["id*", "document*", "original*", "text*", "extractor", "until"]),
        Noun::new(
            "decision",
            &[
                "id*",
                "document*",
                "text*",
                "start",
                "indicator",
                "status",
                "figure",
                "correction",
                "moved_from*",
                "coder",
                "at",
                "offset_minutes",
                "why",
            ],
        ),
    ]
});

impl Noun {
    /// A star marks columns of bytes, which JSON holds in hexadecimal.
    fn new(name: &'static str, columns: &[&'static str]) -> Self {
        let plain = |c: &&'static str| c.trim_end_matches('*');
        let out = |c: &&'static str| match c.strip_suffix('*') {
            Some(c) => format!("'{c}', iif({c} IS NULL, NULL, lower(hex({c})))"),
            None => format!("'{c}', {c}"),
        };
        let back = |c: &&'static str| match c.strip_suffix('*') {
            Some(c) => format!("unhex(?1 ->> '$.{c}')"),
            None => format!("?1 ->> '$.{c}'"),
        };
        let set = |c: &&'static str| format!("{0} = excluded.{0}", plain(c));
        let join = |parts: Vec<String>| parts.join(", ");
        let json = format!("json_object({})", join(columns.iter().map(out).collect()));
        Self {
            name,
            read: format!("SELECT {json} FROM {name} WHERE id = ?1"),
            read_all: format!("SELECT id, {json} FROM {name} ORDER BY id"),
            put: format!(
                "INSERT INTO {name} ({}) SELECT {} WHERE true ON CONFLICT (id) DO UPDATE SET {}",
                join(columns.iter().map(|c| plain(c).to_owned()).collect()),
                join(columns.iter().map(back).collect()),
                join(columns.iter().map(set).collect())
            ),
            remove: format!("DELETE FROM {name} WHERE id = ?1"),
        }
    }

    /// Only these names are ever put into SQL text.
    pub(crate) fn named(name: &str) -> Result<&'static Self, Error> {
        NOUNS.iter().find(|n| n.name == name).ok_or(Error::NotFound { noun: "noun", id: name.to_owned() })
    }

    /// The row as JSON, its columns in order.
    pub(crate) fn row(&self, db: &Connection, id: &[u8]) -> Result<Option<String>, Error> {
        Ok(db.prepare_cached(&self.read)?.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Makes the row what it was: its JSON, or absent.
    pub(crate) fn put_back(&self, db: &Connection, id: &[u8], wanted: Option<&str>) -> Result<(), Error> {
        match wanted {
            Some(json) => db.prepare_cached(&self.put)?.execute([json])?,
            None => db.prepare_cached(&self.remove)?.execute([id])?,
        };
        Ok(())
    }

    /// Every row, by id.
    pub(crate) fn each(
        &self,
        db: &Connection,
        mut see: impl FnMut(&[u8], &str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut query = db.prepare(&self.read_all)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            see(row.get_ref(0)?.as_blob().unwrap_or_default(), row.get_ref(1)?.as_str().unwrap_or_default())?;
        }
        Ok(())
    }
}

/// What a row's JSON is sealed with: enough to notice a change that no one meant; `verify` compares it.
pub(crate) fn seal(row: Option<&str>) -> Option<[u8; 8]> {
    row.map(|json| {
        let mut short = [0; 8];
        short.copy_from_slice(&balise_model::digest(json.as_bytes())[..8]);
        short
    })
}
