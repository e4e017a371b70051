//! Is every number still sealed to its sentence? SQLite does not notice a changed digit; this does. Each fault names
//! the document, and the place in its text where there is one.

use balise_model::{ContentHash, Figure};
use serde::Serialize;
use std::collections::HashMap;

use crate::nouns::{NOUNS, seal};
use crate::pack::unpack;
use crate::texts::unpack_blocks;
use crate::{Error, View};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// Structure of the file, foreign keys, seals of decisions.
    Quick,
    /// And the hash of every original and text, findings, the whole journal, and the counts.
    Full,
}

/// Something that does not hold. `code` names the message `fault-<code>`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fault {
    pub code: &'static str,
    /// The document it is in, by title, when there is one.
    pub document: Option<String>,
    /// UTF-8 byte of the text where it is, when there is one.
    pub offset: Option<usize>,
    /// What it is about: a quote, a hash, a row.
    pub detail: String,
}

impl Fault {
    pub fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, document: None, offset: None, detail: detail.into() }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verified {
    pub documents: usize,
    pub originals: usize,
    pub texts: usize,
    pub decisions: usize,
    pub findings: usize,
    pub acts: usize,
    pub faults: Vec<Fault>,
}

impl View {
    /// Looks at everything, and changes nothing. What cannot be read is a fault, not an error.
    pub fn verify(&self, depth: Depth) -> Result<Verified, Error> {
        let mut report = Verified::default();
        let structure = match depth {
            Depth::Quick => Self::check_pages as Check,
            Depth::Full => Self::check_pages_and_indexes,
        };
        let mut checks: Vec<(&str, Check)> = vec![
            ("structure", structure),
            ("orphan", Self::check_references),
            ("decisions", Self::check_decisions),
            ("seals", Self::check_seals),
        ];
        if depth == Depth::Full {
            checks.extend([
                ("texts", Self::check_texts as Check),
                ("originals", Self::check_originals),
                ("findings", Self::check_findings),
                ("journal", Self::check_journal),
                ("counts", Self::check_counts),
            ]);
        }
        for (what, check) in checks {
            if let Err(error) = check(self, &mut report) {
                report.faults.push(Fault::new("unreadable", format!("{what}: {error}")));
            }
        }
        let count = |sql: &str| -> usize {
            self.db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap_or_default() as usize
        };
        report.documents = count("SELECT count(*) FROM document");
        report.originals = count("SELECT count(*) FROM original");
        report.texts = count("SELECT count(*) FROM text");
        report.decisions = count("SELECT count(*) FROM decision");
        report.findings = count("SELECT count(*) FROM finding");
        report.acts = count("SELECT count(*) FROM act");
        Ok(report)
    }

    fn check_pages(&self, report: &mut Verified) -> Result<(), Error> {
        self.check_structure("PRAGMA quick_check", report)
    }

    fn check_pages_and_indexes(&self, report: &mut Verified) -> Result<(), Error> {
        self.check_structure("PRAGMA integrity_check", report)
    }

    fn check_structure(&self, pragma: &str, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare(pragma)?;
        let lines: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        report.faults.extend(lines.into_iter().filter(|l| l != "ok").map(|l| Fault::new("structure", l)));
        Ok(())
    }

    fn check_references(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
        let lines = query.query_map([], |row| {
            Ok(format!("{} {:?}", row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
        })?;
        for line in lines {
            report.faults.push(Fault::new("orphan", line?));
        }
        Ok(())
    }

    /// Quotes of decisions are what their text says, and someone answers for each.
    fn check_decisions(&self, report: &mut Verified) -> Result<(), Error> {
        let sql = "SELECT c.figure, c.text, c.coder, c.at, t.packed FROM decision c
                   LEFT JOIN content t ON t.hash = c.text ORDER BY c.text";
        let mut query = self.db.prepare(sql)?;
        let mut rows = query.query([])?;
        let mut last: Option<([u8; 32], Option<String>)> = None;
        while let Some(row) = rows.next()? {
            let text: [u8; 32] = row.get(1)?;
            if last.as_ref().is_none_or(|(known, _)| *known != text) {
                last = Some((text, content(row.get_ref(4)?.as_blob_or_null().ok().flatten())));
            }
            let read = last.as_ref().and_then(|(_, content)| content.as_deref());
            let json = row.get_ref(0)?.as_str().unwrap_or_default().to_owned();
            self.check_quote(&json, &text, read, report)?;
            let (coder, at): (String, String) = (row.get(2)?, row.get(3)?);
            if coder.trim().is_empty() || at.parse::<jiff::Timestamp>().is_err() {
                let document = self.title_of(&text)?;
                report.faults.push(Fault { document, ..Fault::new("reviewer-missing", json) });
            }
        }
        Ok(())
    }

    fn check_quote(
        &self,
        json: &str,
        text: &[u8; 32],
        content: Option<&str>,
        report: &mut Verified,
    ) -> Result<(), Error> {
        let figure: Option<Figure> = serde_json::from_str(json).ok();
        let holds = figure.as_ref().zip(content).is_some_and(|(f, c)| f.quote.holds_in(c));
        if !holds {
            let document = self.title_of(text)?;
            let offset = figure.as_ref().map(|f| first_difference(f, content));
            let detail = figure.map_or_else(|| json.to_owned(), |f| f.quote.words().to_owned());
            report.faults.push(Fault { document, offset, ..Fault::new("quote-broken", detail) });
        }
        Ok(())
    }

    /// Every row is what its last act left: a value changed by another hand, or by a disk, differs from its seal.
    fn check_seals(&self, report: &mut Verified) -> Result<(), Error> {
        let left = self.last_seals()?;
        for noun in NOUNS.iter() {
            noun.each(&self.db, |id, json| {
                if left.get(&(noun.name.to_owned(), id.to_vec())) != Some(&seal(Some(json))) {
                    let document = self.title_in(json)?;
                    let code = if noun.name == "decision" { "decision-changed" } else { "document-changed" };
                    report.faults.push(Fault { document, ..Fault::new(code, hex(id)) });
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// What the last change of each row left.
    fn last_seals(&self) -> Result<HashMap<Row, Option<[u8; 8]>>, Error> {
        let mut query = self.db.prepare("SELECT noun, id, seal FROM change ORDER BY serial")?;
        let mut rows = query.query([])?;
        let mut left = HashMap::new();
        while let Some(row) = rows.next()? {
            left.insert((row.get(0)?, row.get(1)?), row.get(2)?);
        }
        Ok(left)
    }

    /// What a change left is what the next change of the row found; seals begin with the last migration.
    fn check_journal(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare(include_str!("../sql/act/since_migration.sql"))?;
        let mut rows = query.query([])?;
        let mut left: HashMap<Row, Option<[u8; 8]>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let found = seal(row.get_ref(3)?.as_str_or_null().ok().flatten());
            let migrated: bool = row.get(5)?;
            let before = left.insert((row.get(1)?, row.get(2)?), row.get(4)?);
            if !migrated && before.unwrap_or_default() != found {
                let serial: i64 = row.get(0)?;
                report.faults.push(Fault::new("journal-changed", serial.to_string()));
            }
        }
        Ok(())
    }

    fn check_texts(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("SELECT hash, packed, blocks FROM content ORDER BY n")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let hash: [u8; 32] = row.get(0)?;
            let sound = content(row.get_ref(1)?.as_blob_or_null().ok().flatten())
                .is_some_and(|c| ContentHash::of(c.as_bytes()).bytes() == hash);
            let blocks = row.get_ref(2)?.as_blob_or_null().ok().flatten();
            let cut = blocks.is_some_and(|b| unpack_blocks(b).is_ok());
            if !sound || !cut {
                let document = self.title_of(&hash)?;
                report.faults.push(Fault {
                    document,
                    offset: Some(0),
                    ..Fault::new("text-changed", hex(&hash))
                });
            }
        }
        Ok(())
    }

    fn check_originals(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("SELECT hash, packed FROM original ORDER BY n")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let hash: [u8; 32] = row.get(0)?;
            let packed = row.get_ref(1)?.as_blob_or_null().ok().flatten();
            let sound = packed
                .and_then(|p| unpack(p).ok())
                .is_some_and(|bytes| ContentHash::of(&bytes).bytes() == hash);
            if !sound {
                let sql = "SELECT title FROM document WHERE original = ?1 LIMIT 1";
                let mut title = self.db.prepare_cached(sql)?;
                let document = title.query_map([hash], |r| r.get(0))?.next().transpose()?;
                report.faults.push(Fault { document, ..Fault::new("original-changed", hex(&hash)) });
            }
        }
        Ok(())
    }

    fn check_findings(&self, report: &mut Verified) -> Result<(), Error> {
        let sql = "SELECT t.hash, t.packed, r.figures, (SELECT count(*) FROM finding f WHERE f.text = t.n)
                   FROM reading r JOIN content t ON t.n = r.text ORDER BY t.n";
        let mut query = self.db.prepare(sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (packed, figures) = (row.get_ref(1)?.as_blob_or_null(), row.get_ref(2)?.as_blob_or_null());
            let (packed, figures) = (packed.ok().flatten().unwrap_or_default(), figures.ok().flatten());
            let Some(content) = content(Some(packed)) else { continue }; // Told by check_texts.
            let read = figures.map_or(Ok(Vec::new()), |f| crate::findings::unpacked(packed, f));
            let listed: i64 = row.get(3)?;
            let sound = read.is_ok_and(|figures| {
                figures.len() == listed as usize && figures.iter().all(|f| f.quote.holds_in(&content))
            });
            if !sound {
                let hash: [u8; 32] = row.get(0)?;
                let document = self.title_of(&hash)?;
                report.faults.push(Fault { document, ..Fault::new("finding-broken", hex(&hash)) });
            }
        }
        Ok(())
    }

    fn check_counts(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare(include_str!("../sql/tally/wrong.sql"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (name, indicator): (String, String) = (row.get(0)?, row.get(1)?);
            let (kept, counted): (i64, i64) = (row.get(2)?, row.get(3)?);
            report.faults.push(Fault::new("count-wrong", format!("{name} {indicator}: {kept} ≠ {counted}")));
        }
        Ok(())
    }

    fn title_of(&self, text: &[u8; 32]) -> Result<Option<String>, Error> {
        let sql = "SELECT title FROM document WHERE text = ?1
                   UNION ALL SELECT d.title FROM version v JOIN document d ON d.id = v.document WHERE v.text = ?1";
        let mut query = self.db.prepare_cached(sql)?;
        Ok(query.query_map([text], |row| row.get(0))?.next().transpose()?)
    }

    /// The title of the document that a journaled row is, or belongs to.
    fn title_in(&self, json: &str) -> Result<Option<String>, Error> {
        let sql = "SELECT title FROM document WHERE id = unhex(coalesce(?1 ->> '$.document', ?1 ->> '$.id'))";
        let mut query = self.db.prepare_cached(sql)?;
        Ok(query.query_map([json], |row| row.get(0))?.next().transpose()?)
    }
}

/// A row of a noun: its name and the row's id.
type Row = (String, Vec<u8>);

type Check = fn(&View, &mut Verified) -> Result<(), Error>;

fn content(packed: Option<&[u8]>) -> Option<String> {
    String::from_utf8(unpack(packed?).ok()?).ok()
}

/// The first byte of the text at which a figure's quote is not what the text says.
fn first_difference(figure: &Figure, content: Option<&str>) -> usize {
    let span = figure.quote.span();
    let said = content.and_then(|c| c.as_bytes().get(span.start..)).unwrap_or_default();
    let same = figure.quote.words().bytes().zip(said).take_while(|(quoted, said)| quoted == *said).count();
    span.start + same
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
