//! Originals and texts, written once by hash and never changed.

use balise_model::{Block, BlockKind, ContentHash, SetAside, Span, Text};
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
            let blocks = pack_blocks(text.blocks())?;
            // A plain text file is its own text: kept once.
            let packed = match self.lacks("SELECT 1 FROM original WHERE hash = ?1", text.hash())? {
                true => Some(pack(text.content().as_bytes())?),
                false => None,
            };
            let sql = "INSERT INTO text (hash, packed, blocks) VALUES (?1, ?2, ?3)";
            self.db.prepare_cached(sql)?.execute(params![text.hash().bytes(), packed, blocks])?;
        }
        Ok(())
    }

    fn lacks(&self, sql: &str, hash: &ContentHash) -> Result<bool, Error> {
        Ok(!self.db.prepare_cached(sql)?.exists([hash.bytes()])?)
    }
}

/// A block as it is kept: bytes since the end of the one before, its length, kind, and why it is set aside. Distances
/// repeat where places do not, and so take next to nothing.
type Cut = (i64, usize, BlockKind, Option<SetAside>);

pub(crate) fn pack_blocks(blocks: &[Block]) -> Result<Vec<u8>, Error> {
    let mut end = 0;
    let cuts: Vec<Cut> = blocks
        .iter()
        .map(|block| {
            let gap = block.span.start as i64 - end as i64;
            end = block.span.end;
            (gap, block.span.len(), block.kind, block.reason)
        })
        .collect();
    pack(&serde_json::to_vec(&cuts)?)
}

pub(crate) fn unpack_blocks(packed: &[u8]) -> Result<Vec<Block>, Error> {
    let cuts: Vec<Cut> = serde_json::from_slice(&unpack(packed)?)?;
    let mut end = 0;
    let block = |(gap, length, kind, reason): Cut| {
        let start = (end as i64).saturating_add(gap).max(0) as usize;
        end = start.saturating_add(length);
        Block { span: Span::new(start, end), kind, reason }
    };
    Ok(cuts.into_iter().map(block).collect())
}

impl View {
    pub fn text(&self, hash: &ContentHash) -> Result<Text, Error> {
        let mut query = self.db.prepare_cached("SELECT packed, blocks FROM content WHERE hash = ?1")?;
        let found: Option<(Vec<u8>, Vec<u8>)> =
            query.query_row([hash.bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (packed, blocks) = found.ok_or(Error::NotFound { noun: "text", id: hash.to_string() })?;
        let content = String::from_utf8_lossy(&unpack(&packed)?).into_owned();
        Ok(Text::new(content, unpack_blocks(&blocks)?))
    }

    /// What a text says, without its blocks.
    pub(crate) fn content(&self, hash: &ContentHash) -> Result<String, Error> {
        let mut query = self.db.prepare_cached("SELECT packed FROM content WHERE hash = ?1")?;
        let found: Option<Vec<u8>> = query.query_row([hash.bytes()], |row| row.get(0)).optional()?;
        let packed = found.ok_or(Error::NotFound { noun: "text", id: hash.to_string() })?;
        Ok(String::from_utf8_lossy(&unpack(&packed)?).into_owned())
    }

    /// The bytes of an original, as received.
    pub fn original(&self, hash: &ContentHash) -> Result<Vec<u8>, Error> {
        let sql = "SELECT packed FROM original WHERE hash = ?1";
        let packed: Option<Vec<u8>> = self.db.query_row(sql, [hash.bytes()], |row| row.get(0)).optional()?;
        unpack(&packed.ok_or(Error::NotFound { noun: "original", id: hash.to_string() })?)
    }
}
