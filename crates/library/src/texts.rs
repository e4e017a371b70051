//! Originals and texts, written once by hash; and the findings read in a text, replaced whole.

use balise_model::{ContentHash, Figure, Text};
use rusqlite::{OptionalExtension, params};
use std::io::Read;

use crate::{Error, Library, Tx};

/// zstd's default level: articles are small, and compress to a third.
const LEVEL: i32 = 3;

impl Tx<'_> {
    /// Keeps the bytes as received; returns their hash.
    pub fn add_original(&mut self, bytes: &[u8]) -> Result<ContentHash, Error> {
        let hash = ContentHash::of(bytes);
        let packed = zstd::encode_all(bytes, LEVEL).map_err(Error::io(std::path::Path::new("zstd")))?;
        self.db.execute(
            "INSERT INTO original VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![hash.as_str(), bytes.len() as i64, packed],
        )?;
        Ok(hash)
    }

    pub fn add_text(&mut self, text: &Text) -> Result<(), Error> {
        self.db.execute(
            "INSERT INTO text VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![text.hash().as_str(), text.content(), serde_json::to_string(text.blocks())?],
        )?;
        Ok(())
    }

    /// Replaces what was read in a text. Not journaled: findings can be read again at any time.
    pub fn set_findings(
        &mut self,
        text: &ContentHash,
        reader: &str,
        figures: &[Figure],
        left_out: usize,
    ) -> Result<(), Error> {
        self.db.execute("DELETE FROM finding WHERE text = ?1", [text.as_str()])?;
        self.db.execute(
            "INSERT INTO reading VALUES (?1, ?2, ?3) ON CONFLICT (text) DO UPDATE SET reader = ?2, left_out = ?3",
            params![text.as_str(), reader, left_out as i64],
        )?;
        let mut add = self.db.prepare_cached("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for figure in figures {
            add.execute(params![
                figure.id.to_string(),
                text.as_str(),
                figure.number.start as i64,
                figure.indicator,
                figure.confidence,
                serde_json::to_string(figure)?
            ])?;
        }
        Ok(())
    }
}

/// Largest original, in bytes; a packed one that claims more is not ours.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The bytes behind a packed original, never more than an import accepts.
pub(crate) fn unpack(packed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    zstd::Decoder::new(packed)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl Library {
    pub fn text(&self, hash: &ContentHash) -> Result<Text, Error> {
        let sql = "SELECT content, blocks FROM text WHERE hash = ?1";
        let found: Option<(String, String)> =
            self.db.query_row(sql, [hash.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (content, blocks) = found.ok_or(Error::NotFound { noun: "text", id: hash.to_string() })?;
        Ok(Text::new(content, serde_json::from_str(&blocks)?))
    }

    /// The bytes of an original, as received.
    pub fn original(&self, hash: &ContentHash) -> Result<Vec<u8>, Error> {
        let sql = "SELECT packed FROM original WHERE hash = ?1";
        let packed: Option<Vec<u8>> = self.db.query_row(sql, [hash.as_str()], |row| row.get(0)).optional()?;
        let packed = packed.ok_or(Error::NotFound { noun: "original", id: hash.to_string() })?;
        unpack(&packed).map_err(Error::io(self.path()))
    }

    /// Numbers that were recognised as something else than a figure in a text.
    pub fn left_out(&self, text: &ContentHash) -> Result<usize, Error> {
        let sql = "SELECT left_out FROM reading WHERE text = ?1";
        let found: Option<i64> = self.db.query_row(sql, [text.as_str()], |row| row.get(0)).optional()?;
        Ok(found.unwrap_or(0) as usize)
    }

    /// Texts of documents that another version of the reader read, or none.
    pub fn texts_to_read_again(&self, reader: &str) -> Result<Vec<ContentHash>, Error> {
        let sql = "SELECT DISTINCT d.text FROM document d LEFT JOIN reading r ON r.text = d.text WHERE r.reader IS NOT ?1";
        let mut query = self.db.prepare(sql)?;
        let rows = query.query_map([reader], |row| row.get::<_, String>(0))?;
        Ok(rows.map(|r| r.map(ContentHash::stored)).collect::<Result<_, _>>()?)
    }

    /// Writes findings outside any act: new rules have read an old text.
    pub fn replace_findings(
        &mut self,
        text: &ContentHash,
        reader: &str,
        figures: &[Figure],
        left_out: usize,
    ) -> Result<(), Error> {
        self.writable()?;
        let db = self.db.transaction()?;
        let mut tx = Tx::unjournaled(db);
        tx.set_findings(text, reader, figures, left_out)?;
        Ok(tx.db.commit()?)
    }
}
