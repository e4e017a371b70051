//! Findings: what the machine read in a text. Derived, never journaled, replaced whole; those of one text are packed
//! together, with a line each for whoever counts and lists them.

use balise_model::{ContentHash, Figure, FigureId};
use rusqlite::{OptionalExtension, params};

use crate::pack::{pack_after, unpack, unpack_after};
use crate::{Error, Library, Tx, View};

/// What a reader found in a text.
pub struct Reading<'a> {
    /// The reader and its version.
    pub reader: &'a str,
    pub figures: &'a [Figure],
    /// Numbers that were recognised as something else than a figure.
    pub left_out: usize,
}

impl Tx<'_> {
    /// Replaces what was read in a text, which must be kept already. Findings can be read again at any time, so they
    /// are not journaled.
    pub fn set_findings(&mut self, text: &balise_model::Text, reading: &Reading<'_>) -> Result<(), Error> {
        let n: i64 = self
            .db
            .prepare_cached("SELECT n FROM text WHERE hash = ?1")?
            .query_row([text.hash().bytes()], |row| row.get(0))?;
        self.db.prepare_cached("DELETE FROM finding WHERE text = ?1")?.execute([n])?;
        let packed = match reading.figures {
            [] => None,
            figures => Some(pack_after(text.content().as_bytes(), &serde_json::to_vec(figures)?)?),
        };
        self.db
            .prepare_cached("INSERT OR REPLACE INTO reading VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![n, reading.reader, reading.left_out as i64, packed])?;
        let mut add = self.db.prepare_cached(include_str!("../sql/finding/add.sql"))?;
        for figure in reading.figures {
            add.execute(params![
                n,
                figure.id.0,
                figure.indicator,
                figure.confidence,
                print(figure),
                text.hash().bytes()
            ])?;
        }
        Ok(())
    }
}

impl Library {
    /// Writes findings outside any act: new rules have read some old texts.
    pub fn replace_findings(&mut self, readings: &[(balise_model::Text, Reading<'_>)]) -> Result<(), Error> {
        self.write(|db| {
            let mut tx = Tx::unjournaled(db);
            for (text, reading) in readings {
                tx.set_findings(text, reading)?;
            }
            Ok(tx.db.commit()?)
        })
    }
}

impl View {
    /// What the machine reads in a text today.
    pub fn findings(&self, text: &ContentHash) -> Result<Vec<Figure>, Error> {
        let sql =
            "SELECT t.packed, r.figures FROM content t JOIN reading r ON r.text = t.n WHERE t.hash = ?1";
        let mut query = self.db.prepare_cached(sql)?;
        let found: Option<(Vec<u8>, Option<Vec<u8>>)> =
            query.query_row([text.bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        match found {
            Some((content, Some(figures))) => unpacked(&content, &figures),
            _ => Ok(Vec::new()),
        }
    }

    /// What the machine reads at this place today.
    pub(crate) fn finding(&self, id: FigureId) -> Result<Option<Figure>, Error> {
        let sql = "SELECT t.hash FROM finding f JOIN text t ON t.n = f.text WHERE f.id = ?1";
        let text: Option<[u8; 32]> =
            self.db.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?;
        let Some(text) = text else { return Ok(None) };
        Ok(self.findings(&ContentHash::stored(text))?.into_iter().find(|f| f.id == id))
    }

    /// Numbers that were recognised as something else than a figure in a text.
    pub fn left_out(&self, text: &ContentHash) -> Result<usize, Error> {
        let sql = "SELECT r.left_out FROM reading r JOIN text t ON t.n = r.text WHERE t.hash = ?1";
        let found: Option<i64> = self.db.query_row(sql, [text.bytes()], |row| row.get(0)).optional()?;
        Ok(found.unwrap_or(0) as usize)
    }

    /// At most `limit` texts of documents that another version of the reader read, or none.
    pub fn texts_to_read_again(&self, reader: &str, limit: usize) -> Result<Vec<ContentHash>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/finding/outdated.sql"))?;
        let rows = query.query_map(params![reader, limit as i64], |row| row.get::<_, [u8; 32]>(0))?;
        Ok(rows.map(|r| r.map(ContentHash::stored)).collect::<Result<_, _>>()?)
    }

    /// Suggested figures at least so sure, nobody having decided them.
    pub fn open_above(&self, confidence: f64) -> Result<Vec<FigureId>, Error> {
        let sql = "SELECT id FROM finding WHERE open = 1 AND confidence >= ?1 ORDER BY n";
        let mut query = self.db.prepare(sql)?;
        Ok(query.query_map([confidence], |row| Ok(FigureId(row.get(0)?)))?.collect::<Result<_, _>>()?)
    }
}

/// The figures of a reading, from the packed content and the packed figures. One whose quote does not stand in its text
/// is not among them: nothing without its sentence is even suggested.
pub(crate) fn unpacked(content: &[u8], figures: &[u8]) -> Result<Vec<Figure>, Error> {
    let content = unpack(content)?;
    let mut figures: Vec<Figure> = serde_json::from_slice(&unpack_after(&content, figures)?)?;
    let content = std::str::from_utf8(&content).unwrap_or_default();
    figures.retain(|figure| figure.stands_in(content));
    Ok(figures)
}

/// A fingerprint of what matters when a number is read again: value, indicator and period.
pub(crate) fn print(figure: &Figure) -> i64 {
    let read = serde_json::to_vec(&(&figure.quantity, &figure.indicator, &figure.period)).unwrap_or_default();
    let mut first = [0; 8];
    first.copy_from_slice(&balise_model::digest(&read)[..8]);
    i64::from_le_bytes(first)
}
