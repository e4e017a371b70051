//! What a person decided of figures, and figures with their sources, decided or not.

use balise_model::{Cited, Correction, DocumentId, Figure, FigureId, Metadata, Source, Status, Verdict};
use jiff::Zoned;
use rusqlite::{Row, params};

use crate::documents::document_id;
use crate::{Act, Done, Error, Library, Tx, Who};

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
        let id = figure.id.to_string();
        let status = serde_json::to_value(decision.status)?.as_str().unwrap_or_default().to_owned();
        self.write(
            "decision",
            &id,
            include_str!("../sql/decision/write.sql"),
            params![
                id,
                decision.document.to_string(),
                figure.text.as_str(),
                figure.number.start as i64,
                figure.indicator,
                status,
                serde_json::to_string(figure)?,
                decision.correction.map(serde_json::to_string).transpose()?,
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
        let mut cited = Vec::with_capacity(figures.len());
        for id in figures {
            let found = self.figure(*id)?;
            self.sealed(&found.figure)?;
            cited.push(found);
        }
        let kind = if status == Status::Rejected { "reject" } else { "accept" };
        let first = cited.first().map(|c| c.figure.quantity.value);
        let act = Act::new(kind, serde_json::json!({ "count": cited.len(), "value": first }));
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

    /// Refuses a figure whose quote does not stand in its text.
    pub(crate) fn sealed(&self, figure: &Figure) -> Result<(), Error> {
        match figure.holds_in(&self.text(&figure.text)?) {
            true => Ok(()),
            false => Err(Error::BrokenSeal(figure.id.to_string())),
        }
    }

    pub fn figure(&self, id: FigureId) -> Result<Cited, Error> {
        let found = self.cited(None, None, Some(id))?.into_iter().next();
        found.ok_or(Error::NotFound { noun: "figure", id: id.to_string() })
    }

    /// Figures of one document, suggested and decided, in order of the text.
    pub fn figures_of(&self, document: DocumentId) -> Result<Vec<Cited>, Error> {
        self.cited(Some(document), None, None)
    }

    /// All figures, or those of one indicator, by day of publication.
    pub fn figures(&self, indicator: Option<&str>) -> Result<Vec<Cited>, Error> {
        self.cited(None, indicator, None)
    }

    fn cited(
        &self,
        document: Option<DocumentId>,
        indicator: Option<&str>,
        figure: Option<FigureId>,
    ) -> Result<Vec<Cited>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/decision/cited.sql"))?;
        let wanted = params![document.map(|d| d.to_string()), indicator, figure.map(|f| f.to_string())];
        let mut rows = query.query(wanted)?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(cited(row)?);
        }
        Ok(out)
    }
}

fn cited(row: &Row<'_>) -> Result<Cited, Error> {
    let figure: Figure = serde_json::from_str(&row.get::<_, String>(0)?)?;
    let status: Option<String> = row.get(1)?;
    let verdict = match status {
        None => None,
        Some(status) => Some(Verdict {
            status: serde_json::from_value(status.into())?,
            by: row.get(2)?,
            at: row.get::<_, String>(3)?.parse().unwrap_or_default(),
            offset_minutes: row.get(4)?,
            why: row.get(5)?,
        }),
    };
    let read_now: Option<Figure> =
        row.get::<_, Option<String>>(6)?.map(|f| serde_json::from_str(&f)).transpose()?;
    let metadata: Metadata = serde_json::from_str(&row.get::<_, String>(9)?)?;
    let source = Source {
        document: document_id(&row.get::<_, String>(7)?)?,
        title: row.get(8)?,
        outlet: metadata.outlet.map(|o| o.value),
        author: metadata.author.map(|a| a.value),
        published: metadata.published.map(|p| p.value),
        address: metadata.address.map(|a| a.value),
        sample: row.get(10)?,
    };
    let correction: Option<Correction> =
        row.get::<_, Option<String>>(11)?.map(|c| serde_json::from_str(&c)).transpose()?;
    let read_otherwise = verdict.is_some() && read_otherwise(&figure, correction.as_ref(), read_now.as_ref());
    let status = verdict.as_ref().map_or(Status::Suggested, |v| v.status);
    Ok(Cited { figure, source, status, verdict, correction, read_otherwise })
}

/// Whether the machine now reads something else than what it had read when the figure was decided.
fn read_otherwise(figure: &Figure, correction: Option<&Correction>, now: Option<&Figure>) -> bool {
    let then = correction.map_or(Some(figure), |c| c.read.as_ref());
    match (then, now) {
        // Made by hand: a reader that finds it later has only to read it as the person did.
        (None, None) => false,
        (None, Some(now)) => !same(now, figure),
        (Some(_), None) => true,
        (Some(then), Some(now)) => !same(now, then),
    }
}

fn same(a: &Figure, b: &Figure) -> bool {
    (&a.quantity, &a.indicator, &a.period) == (&b.quantity, &b.indicator, &b.period)
}
