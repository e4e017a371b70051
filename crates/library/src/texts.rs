//! Originals and texts, written once by hash and never changed.

use balise_model::{ContentHash, Text};
use rusqlite::{OptionalExtension, params};

use crate::pack::{pack, unpack};
use crate::{Error, Tx, View};

impl Tx<'_> {
    /// Keeps the bytes as received; returns their hash.
    pub fn add_original(&mut self, bytes: &[u8]) -> Result<ContentHash, Error> {
        let hash = ContentHash::of(bytes);
        if self.lacks("SELECT 1 FROM original WHERE hash = ?1", &hash)? {
            let sql = "INSERT INTO original (hash, size, packed) VALUES (?1, ?2, ?3)";
            let row = params![hash.bytes(), bytes.len() as i64, pack(bytes)?];
            self.db.prepare_cached(sql)?.execute(row)?;
        }
        Ok(hash)
    }

    pub fn add_text(&mut self, text: &Text) -> Result<(), Error> {
        if self.lacks("SELECT 1 FROM text WHERE hash = ?1", text.hash())? {
            let blocks = pack(&serde_json::to_vec(text.blocks())?)?;
            let sql = "INSERT INTO text (hash, packed, blocks) VALUES (?1, ?2, ?3)";
            let row = params![text.hash().bytes(), pack(text.content().as_bytes())?, blocks];
            self.db.prepare_cached(sql)?.execute(row)?;
        }
        Ok(())
    }

    fn lacks(&self, sql: &str, hash: &ContentHash) -> Result<bool, Error> {
        Ok(!self.db.prepare_cached(sql)?.exists([hash.bytes()])?)
    }
}

impl View {
    pub fn text(&self, hash: &ContentHash) -> Result<Text, Error> {
        let mut query = self.db.prepare_cached("SELECT packed, blocks FROM text WHERE hash = ?1")?;
        let found: Option<(Vec<u8>, Vec<u8>)> =
            query.query_row([hash.bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (packed, blocks) = found.ok_or(Error::NotFound { noun: "text", id: hash.to_string() })?;
        let content = String::from_utf8_lossy(&unpack(&packed)?).into_owned();
        Ok(Text::new(content, serde_json::from_slice(&unpack(&blocks)?)?))
    }

    /// The bytes of an original, as received.
    pub fn original(&self, hash: &ContentHash) -> Result<Vec<u8>, Error> {
        let sql = "SELECT packed FROM original WHERE hash = ?1";
        let packed: Option<Vec<u8>> = self.db.query_row(sql, [hash.bytes()], |row| row.get(0)).optional()?;
        unpack(&packed.ok_or(Error::NotFound { noun: "original", id: hash.to_string() })?)
    }
}
