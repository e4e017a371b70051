//! Mending what `verify` found: from the library itself where it holds the same thing twice, else from its backups.
//! Only what is proved by its hash or its seal is put in place; nothing is guessed.

use balise_model::{Document, Text};
use std::path::Path;

use crate::file::open_unchanging;
use crate::nouns::{Noun, seal};
use crate::pack::pack;
use crate::texts::pack_blocks;
use crate::verify::{Fault, Verified};
use crate::{Depth, Error, Library, SCHEMA, View};

/// Reads an original's text anew.
pub type Extract<'a> = &'a dyn Fn(&Document, &[u8]) -> Option<Text>;

impl Library {
    /// Mends what can be proved, with the help of `backups` (newest first); returns what is still wrong. Findings that
    /// are broken are dropped, to be read again.
    pub fn repair(&mut self, backups: &[&Path], extract: Extract<'_>) -> Result<Verified, Error> {
        let sources: Vec<View> = backups.iter().filter_map(|path| source(path)).collect();
        let found = self.verify(Depth::Full)?;
        // An index that lost a row says so first: everything below looks rows up by index.
        if found.faults.iter().any(|f| f.code == "structure") {
            self.write(|db| {
                db.execute_batch("REINDEX")?;
                Ok(db.commit()?)
            })?;
        }
        for fault in &found.faults {
            self.mend(fault, &sources, extract)?;
        }
        self.recount()?;
        self.verify(Depth::Full)
    }

    fn mend(&mut self, fault: &Fault, sources: &[View], extract: Extract<'_>) -> Result<(), Error> {
        match fault.code {
            "text-changed" => self.mend_text(fault, sources, extract),
            "original-changed" => self.mend_original(fault, sources),
            "decision-changed" => self.mend_row("decision", fault, sources),
            "document-changed" => self.mend_row("document", fault, sources),
            "finding-broken" => self.drop_findings(fault),
            _ => Ok(()),
        }
    }

    fn mend_text(&mut self, fault: &Fault, sources: &[View], extract: Extract<'_>) -> Result<(), Error> {
        let Some(hash) = bytes::<32>(&fault.detail) else { return Ok(()) };
        let hash = balise_model::ContentHash::stored(hash);
        let own = self.document_with_text(&hash)?.and_then(|id| {
            let document = self.document(id).ok()?;
            let original = self.original(&document.original).ok()?;
            extract(&document, &original)
        });
        let kept = || sources.iter().find_map(|source| source.text(&hash).ok().filter(|t| t.hash() == &hash));
        let Some(text) = own.filter(|text| text.hash() == &hash).or_else(kept) else { return Ok(()) };
        let (packed, blocks) = (pack(text.content().as_bytes())?, pack_blocks(text.blocks())?);
        self.write(|db| {
            let sql = "UPDATE text SET packed = ?2, blocks = ?3 WHERE hash = ?1";
            db.execute(sql, rusqlite::params![hash.bytes(), packed, blocks])?;
            Ok(db.commit()?)
        })
    }

    fn mend_original(&mut self, fault: &Fault, sources: &[View]) -> Result<(), Error> {
        let Some(hash) = bytes::<32>(&fault.detail) else { return Ok(()) };
        let hash = balise_model::ContentHash::stored(hash);
        let kept = sources.iter().find_map(|source| {
            source.original(&hash).ok().filter(|bytes| balise_model::ContentHash::of(bytes) == hash)
        });
        let Some(original) = kept else { return Ok(()) };
        let packed = pack(&original)?;
        self.write(|db| {
            let sql = "UPDATE original SET packed = ?2, size = ?3 WHERE hash = ?1";
            db.execute(sql, rusqlite::params![hash.bytes(), packed, original.len() as i64])?;
            Ok(db.commit()?)
        })
    }

    /// The row of a backup whose seal is the one that the journal has for it.
    fn mend_row(&mut self, noun: &str, fault: &Fault, sources: &[View]) -> Result<(), Error> {
        let Some(id) = bytes::<16>(&fault.detail) else { return Ok(()) };
        let noun = Noun::named(noun)?;
        let sql = "SELECT seal FROM change WHERE id = ?1 AND noun = ?2 ORDER BY serial DESC LIMIT 1";
        let sealed: Option<[u8; 8]> =
            self.db.query_row(sql, rusqlite::params![id, noun.name], |row| row.get(0)).unwrap_or_default();
        let row = sources.iter().find_map(|source| {
            noun.row(&source.db, &id).ok().flatten().filter(|row| seal(Some(row)) == sealed)
        });
        let Some(row) = row else { return Ok(()) };
        self.write(|db| {
            noun.put_back(&db, &id, Some(&row))?;
            Ok(db.commit()?)
        })
    }

    fn drop_findings(&mut self, fault: &Fault) -> Result<(), Error> {
        let Some(hash) = bytes::<32>(&fault.detail) else { return Ok(()) };
        self.write(|db| {
            let text = "(SELECT n FROM text WHERE hash = ?1)";
            db.execute(&format!("DELETE FROM finding WHERE text = {text}"), [hash])?;
            db.execute(&format!("DELETE FROM reading WHERE text = {text}"), [hash])?;
            Ok(db.commit()?)
        })
    }

    /// Counts everything that is kept counted anew.
    pub(crate) fn recount(&mut self) -> Result<(), Error> {
        self.write(|db| {
            db.execute_batch(include_str!("../sql/tally/recount.sql"))?;
            Ok(db.commit()?)
        })
    }
}

/// A backup of this schema, to read in.
fn source(path: &Path) -> Option<View> {
    (crate::schema_of(path).ok()? == SCHEMA).then_some(())?;
    View::new(open_unchanging(path).ok()?, path.to_owned()).ok()
}

fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let mut out = [0; N];
    if hex.len() != N * 2 {
        return None;
    }
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(i * 2..i * 2 + 2)?, 16).ok()?;
    }
    Some(out)
}
