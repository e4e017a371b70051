//! Is every number still sealed to its sentence? SQLite does not notice a changed digit; this does.

use balise_model::{ContentHash, Figure};
use serde::Serialize;

use crate::{Error, Library};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// Structure of the file, foreign keys, quotes of decisions.
    Quick,
    /// And the hash of every original and text, and the quotes of all findings.
    Full,
}

/// Something that does not hold. `code` names the message `fault-<code>`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fault {
    pub code: String,
    /// The document it is in, by title, when there is one.
    pub document: Option<String>,
    /// UTF-8 byte where it starts in the text, when there is one.
    pub offset: Option<usize>,
    pub detail: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verified {
    pub documents: usize,
    pub originals: usize,
    pub texts: usize,
    pub decisions: usize,
    pub findings: usize,
    pub faults: Vec<Fault>,
}

impl Library {
    pub fn verify(&self, depth: Depth) -> Result<Verified, Error> {
        let mut report = Verified::default();
        self.check_structure(&mut report)?;
        self.check_figures("decision", &mut report)?;
        self.check_decisions(&mut report)?;
        if depth == Depth::Full {
            self.check_texts(&mut report)?;
            self.check_originals(&mut report)?;
            self.check_figures("finding", &mut report)?;
        }
        let count = |table: &str| -> Result<usize, Error> {
            let n: i64 = self.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            Ok(n as usize)
        };
        report.documents = count("document")?;
        report.originals = count("original")?;
        report.texts = count("text")?;
        report.decisions = count("decision")?;
        report.findings = count("finding")?;
        Ok(report)
    }

    fn check_structure(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("PRAGMA integrity_check")?;
        let lines: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        report
            .faults
            .extend(lines.into_iter().filter(|l| l != "ok").map(|detail| fault("structure", detail)));
        let mut query = self.db.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
        let lines = query.query_map([], |row| {
            Ok(format!("{} {:?}", row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
        })?;
        for detail in lines {
            report.faults.push(fault("orphan", detail?));
        }
        Ok(())
    }

    fn check_texts(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("SELECT hash, content FROM text")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (hash, content): (String, String) = (row.get(0)?, row.get(1)?);
            if ContentHash::of(content.as_bytes()).as_str() != hash {
                let document = self.title_of(&hash)?;
                report.faults.push(Fault { document, ..fault("text-changed", hash) });
            }
        }
        Ok(())
    }

    fn check_originals(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare("SELECT hash, packed FROM original")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (hash, packed): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            let sound =
                crate::texts::unpack(&packed).is_ok_and(|bytes| ContentHash::of(&bytes).as_str() == hash);
            if !sound {
                report.faults.push(fault("original-changed", hash));
            }
        }
        Ok(())
    }

    /// Every decision is what its last act wrote: a value changed by another hand differs from the journal.
    fn check_decisions(&self, report: &mut Verified) -> Result<(), Error> {
        let mut query = self.db.prepare(include_str!("../sql/decision/changed.sql"))?;
        let rows =
            query.query_map([], |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, String>(1)?)))?;
        for row in rows {
            let (document, detail) = row?;
            report.faults.push(Fault { document, ..fault("decision-changed", detail) });
        }
        Ok(())
    }

    /// Quotes equal the slice of their text, of `decision` or of `finding`.
    fn check_figures(&self, table: &str, report: &mut Verified) -> Result<(), Error> {
        let sql =
            format!("SELECT f.figure, f.text, t.content FROM {table} f LEFT JOIN text t ON t.hash = f.text");
        let mut query = self.db.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (json, text, content): (String, String, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let figure: Option<Figure> = serde_json::from_str(&json).ok();
            let holds =
                figure.as_ref().is_some_and(|f| content.as_deref().is_some_and(|c| f.quote.holds_in(c)));
            if !holds {
                let document = self.title_of(&text)?;
                let offset = figure.as_ref().map(|f| f.quote.span().start);
                let detail = figure.map_or(json, |f| f.quote.words().to_owned());
                report.faults.push(Fault { document, offset, ..fault("quote-broken", detail) });
            }
        }
        Ok(())
    }

    fn title_of(&self, text: &str) -> Result<Option<String>, Error> {
        let mut query = self.db.prepare_cached("SELECT title FROM document WHERE text = ?1 LIMIT 1")?;
        Ok(query.query_map([text], |row| row.get(0))?.next().transpose()?)
    }
}

fn fault(code: &str, detail: String) -> Fault {
    Fault { code: code.to_owned(), document: None, offset: None, detail }
}
