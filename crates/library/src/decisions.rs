//! What a person decided of figures, and figures with their sources, decided or not.

use balise_model::{Cited, DocumentId, Figure, FigureId, Metadata, Source, Status, Verdict};
use jiff::Zoned;
use rusqlite::{Row, params};

use crate::documents::document_id;
use crate::{Act, Done, Error, Library, Tx, Who};

impl Tx<'_> {
    fn decide(&mut self, cited: &Cited, status: Status, who: &Who) -> Result<(), Error> {
        let figure = &cited.figure;
        let id = figure.id.to_string();
        let now = Zoned::now();
        let status = serde_json::to_value(status)?.as_str().unwrap_or_default().to_owned();
        self.write(
            "decision",
            &id,
            include_str!("../sql/decision/write.sql"),
            params![
                id,
                cited.source.document.to_string(),
                figure.text.as_str(),
                figure.number.start as i64,
                figure.indicator,
                status,
                serde_json::to_string(figure)?,
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
            if !found.figure.holds_in(&self.text(&found.figure.text)?) {
                return Err(Error::BrokenSeal(id.to_string()));
            }
            cited.push(found);
        }
        let kind = if status == Status::Rejected { "reject" } else { "accept" };
        let first = cited.first().map(|c| c.figure.quantity.value);
        let act = Act::new(kind, serde_json::json!({ "count": cited.len(), "value": first }));
        self.transact(act, who, |tx| cited.iter().try_for_each(|c| tx.decide(c, status, who)))
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
    let otherwise = |now: &Figure| {
        (&now.quantity, &now.indicator, &now.period) != (&figure.quantity, &figure.indicator, &figure.period)
    };
    let read_otherwise = verdict.is_some() && read_now.as_ref().is_none_or(otherwise);
    let status = verdict.as_ref().map_or(Status::Suggested, |v| v.status);
    Ok(Cited { figure, source, status, verdict, read_otherwise })
}
