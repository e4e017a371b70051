//! What a person decided of figures, and figures with their sources, decided or not.

use balise_model::{
    Cited, ContentHash, Correction, DocumentId, Figure, FigureId, Metadata, Source, Status, Verdict,
};
use jiff::Zoned;
use rusqlite::types::ToSql;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::HashSet;

use crate::findings::{print, unpacked};
use crate::{Act, Done, Error, Library, Tx, View, Who};

/// A decision to write: a figure of a document, with its values, where it stands, and the correction in it.
pub(crate) struct Decision<'a> {
    pub(crate) document: DocumentId,
    pub(crate) figure: &'a Figure,
    pub(crate) status: Status,
    pub(crate) correction: Option<&'a Correction>,
}

impl Tx<'_> {
    pub(crate) fn decide(&mut self, decision: &Decision<'_>, who: &Who, now: &Zoned) -> Result<(), Error> {
        let figure = decision.figure;
        let status = serde_json::to_value(decision.status)?.as_str().unwrap_or_default().to_owned();
        self.write(
            "decision",
            figure.id.0,
            include_str!("../sql/decision/write.sql"),
            params![
                figure.id.0,
                decision.document.0,
                figure.text.bytes(),
                figure.number.start as i64,
                figure.indicator,
                status,
                serde_json::to_string(figure)?,
                decision.correction.map(serde_json::to_string).transpose()?,
                None::<[u8; 16]>,
                who.coder,
                now.timestamp().to_string(),
                now.offset().seconds() / 60,
                None::<String>
            ],
        )
    }
}

impl Library {
    /// Accepts or rejects figures, all or none, as one act. A figure whose quote is no longer what its text says
    /// is refused: no number without its sentence.
    pub fn review(&mut self, figures: &[FigureId], status: Status, who: &Who) -> Result<Done<()>, Error> {
        let cited = self.still(|view| view.sealed_all(figures))?;
        let kind = if status == Status::Rejected { "reject" } else { "accept" };
        let first = cited.first();
        let act = Act::new(
            kind,
            serde_json::json!({
                "count": cited.len(),
                "value": first.map(|c| c.figure.quantity.value),
                "title": first.filter(|_| cited.len() == 1).map(|c| c.source.title.clone()),
            }),
        );
        let now = Zoned::now();
        self.transact(act, who, |tx| {
            cited.iter().try_for_each(|c| {
                let correction = c.correction.as_ref();
                // What was corrected and then rejected comes back with the person's values.
                let corrected = status.counts() && correction.is_some_and(|c| c.read.is_some());
                let status = if corrected { Status::Corrected } else { status };
                let (document, figure) = (c.source.document, &c.figure);
                tx.decide(&Decision { document, figure, status, correction }, who, &now)
            })
        })
    }
}

impl View {
    /// The figures with their sources, each quote found again in its text.
    fn sealed_all(&self, figures: &[FigureId]) -> Result<Vec<Cited>, Error> {
        // Figures of one text mostly come together: it is read once for all of them.
        let mut read: Option<(ContentHash, String)> = None;
        let mut cited = Vec::with_capacity(figures.len());
        for id in figures {
            let found = self.figure(*id)?;
            // A suggestion was found in its text just now; a decision was written once.
            if found.verdict.is_some() {
                let hash = &found.figure.text;
                if read.as_ref().is_none_or(|(known, _)| known != hash) {
                    read = Some((hash.clone(), self.content(hash)?));
                }
                if !read.as_ref().is_some_and(|(_, content)| found.figure.stands_in(content)) {
                    return Err(Error::BrokenSeal(id.to_string()));
                }
            }
            cited.push(found);
        }
        Ok(cited)
    }

    /// Refuses a figure whose quote does not stand in its text.
    pub(crate) fn sealed(&self, figure: &Figure) -> Result<(), Error> {
        match figure.stands_in(&self.content(&figure.text)?) {
            true => Ok(()),
            false => Err(Error::BrokenSeal(figure.id.to_string())),
        }
    }

    /// One figure, decided or suggested. One whose decision moved with its sentence answers to its earlier name too.
    pub fn figure(&self, id: FigureId) -> Result<Cited, Error> {
        for name in ["WHERE c.id = ?1", "WHERE c.moved_from = ?1"] {
            if let Some(found) = self.decided(name, &[&id.0])?.pop() {
                return Ok(found);
            }
        }
        let sql = "SELECT t.hash FROM finding f JOIN text t ON t.n = f.text WHERE f.id = ?1";
        let text: Option<[u8; 32]> =
            self.db.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?;
        let missing = || Error::NotFound { noun: "figure", id: id.to_string() };
        let text = text.ok_or_else(missing)?;
        let found = self.suggested("WHERE d.text = ?1", &[&text], |figure| figure.id == id)?.pop();
        found.ok_or_else(missing)
    }

    /// Figures of one document, suggested and decided, in order of the text; orphans last.
    pub fn figures_of(&self, document: DocumentId) -> Result<Vec<Cited>, Error> {
        let mut out = self.decided("WHERE c.document = ?1", &[&document.0])?;
        let known: HashSet<FigureId> = out.iter().map(|c| c.figure.id).collect();
        out.extend(self.suggested("WHERE d.id = ?1", &[&document.0], |f| !known.contains(&f.id))?);
        out.sort_by_key(|c| (c.orphan, c.figure.number));
        Ok(out)
    }

    /// All figures outside the bin, or those of one indicator, by day of publication.
    pub fn figures(&self, indicator: Option<&str>) -> Result<Vec<Cited>, Error> {
        let mut out = self.decisions(indicator)?;
        let open = "WHERE d.trashed IS NULL AND t.n IN (SELECT text FROM finding WHERE open = 1";
        let undecided = |figure: &Figure| self.is_open(figure.id);
        out.extend(match indicator {
            Some(id) => self.suggested(&format!("{open} AND indicator = ?1)"), &[&id], |f| {
                f.indicator == id && undecided(f)
            })?,
            None => self.suggested(&format!("{open})"), &[], undecided)?,
        });
        sort(&mut out);
        Ok(out)
    }

    /// Decided figures outside the bin, of one indicator or all, by day of publication.
    pub fn decisions(&self, indicator: Option<&str>) -> Result<Vec<Cited>, Error> {
        let mut out = match indicator {
            Some(id) => self.decided("WHERE d.trashed IS NULL AND c.indicator = ?1", &[&id])?,
            None => self.decided("WHERE d.trashed IS NULL", &[])?,
        };
        sort(&mut out);
        Ok(out)
    }

    /// Decided figures whose sentence is no longer in their document's text.
    pub fn orphans(&self) -> Result<Vec<Cited>, Error> {
        let mut out = self.decided("WHERE d.trashed IS NULL AND c.text <> d.text", &[])?;
        sort(&mut out);
        Ok(out)
    }

    fn is_open(&self, id: FigureId) -> bool {
        let query = self.db.prepare_cached("SELECT 1 FROM finding WHERE id = ?1 AND open = 1");
        query.and_then(|mut query| query.exists([id.0])).unwrap_or(false)
    }

    fn decided(&self, wanted: &str, values: &[&dyn ToSql]) -> Result<Vec<Cited>, Error> {
        let sql = format!("{} {wanted}", include_str!("../sql/decision/decided.sql"));
        let mut query = self.db.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(decided(row)?);
        }
        Ok(out)
    }

    fn suggested(
        &self,
        wanted: &str,
        values: &[&dyn ToSql],
        keep: impl Fn(&Figure) -> bool,
    ) -> Result<Vec<Cited>, Error> {
        let sql = format!("{} {wanted}", include_str!("../sql/finding/texts.sql"));
        let mut query = self.db.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(packed) = row.get_ref(4)?.as_blob_or_null().ok().flatten() else { continue };
            let figures = unpacked(row.get_ref(3)?.as_blob().unwrap_or_default(), packed)?;
            let source = source(row, 0)?;
            out.extend(figures.into_iter().filter(&keep).map(|figure| Cited {
                figure,
                source: source.clone(),
                status: Status::Suggested,
                verdict: None,
                correction: None,
                read_otherwise: false,
                orphan: false,
            }));
        }
        Ok(out)
    }
}

/// By day, those without a day last; then by document and place.
fn sort(figures: &mut [Cited]) {
    figures.sort_by(|a, b| {
        let key = |c: &Cited| (c.source.published.is_none(), c.source.published.map(|p| p.day));
        key(a)
            .cmp(&key(b))
            .then_with(|| a.source.title.cmp(&b.source.title))
            .then_with(|| (a.source.document, a.figure.number).cmp(&(b.source.document, b.figure.number)))
    });
}

fn decided(row: &Row<'_>) -> Result<Cited, Error> {
    let figure: Figure = serde_json::from_str(row.get_ref(0)?.as_str().unwrap_or_default())?;
    let status: Status = serde_json::from_value(row.get::<_, String>(1)?.into())?;
    let verdict = Verdict {
        status,
        by: row.get(2)?,
        at: row.get::<_, String>(3)?.parse().unwrap_or_default(),
        offset_minutes: row.get(4)?,
        why: row.get(5)?,
    };
    let correction: Option<Correction> =
        row.get::<_, Option<String>>(6)?.map(|c| serde_json::from_str(&c)).transpose()?;
    let read_otherwise = read_otherwise(&figure, correction.as_ref(), row.get(7)?);
    let (source, orphan) = (source(row, 8)?, row.get(11)?);
    Ok(Cited { figure, source, status, verdict: Some(verdict), correction, read_otherwise, orphan })
}

/// Document id, title and metadata, from the column `at` on.
fn source(row: &Row<'_>, at: usize) -> Result<Source, Error> {
    let metadata: Metadata = serde_json::from_str(row.get_ref(at + 2)?.as_str().unwrap_or_default())?;
    Ok(Source {
        document: DocumentId(row.get(at)?),
        title: row.get(at + 1)?,
        outlet: metadata.outlet.map(|o| o.value),
        author: metadata.author.map(|a| a.value),
        published: metadata.published.map(|p| p.value),
        address: metadata.address.map(|a| a.value),
        sample: metadata.sample,
    })
}

/// Whether the machine now reads something else than what it had read when the figure was decided.
fn read_otherwise(figure: &Figure, correction: Option<&Correction>, now: Option<i64>) -> bool {
    let then = correction.map_or(Some(figure), |c| c.read.as_ref());
    match (then, now) {
        // Made by hand: a reader that finds it later has only to read it as the person did.
        (None, None) => false,
        (None, Some(now)) => now != print(figure),
        (Some(_), None) => true,
        (Some(then), Some(now)) => now != print(then),
    }
}
