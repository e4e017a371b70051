//! Figures whose values a person gave: corrected, or made by hand where the machine had read none.

use balise_model::{Correction, DocumentId, Fields, Figure, FigureId, Status};
use jiff::Zoned;

use crate::decisions::Decision;
use crate::{Act, Done, Error, Library, Who};

impl Library {
    /// Puts a person's values in place of the machine's; the machine's reading is kept beside them, as it is now.
    /// Values that are the machine's own again only accept it.
    pub fn correct(&mut self, id: FigureId, fields: Fields, who: &Who) -> Result<Done<()>, Error> {
        let cited = self.figure(id)?;
        let read = match self.finding(id)? {
            Some(now) => Some(now),
            None => cited.correction.map_or_else(|| Some(cited.figure.clone()), |c| c.read),
        };
        let figure = match &read {
            Some(read) if Fields::of(read) == fields => read.clone(),
            // From the machine's reading, so that fields given back to it have their words again.
            Some(read) => read.with(fields),
            None => cited.figure.with(fields),
        };
        let changed = read.as_ref() != Some(&figure);
        let status = if changed && read.is_some() { Status::Corrected } else { Status::Accepted };
        let now = Zoned::now();
        let correction = changed.then(|| correction(read, who, &now));
        let document = cited.source.document;
        let decision = Decision { document, figure: &figure, status, correction: correction.as_ref() };
        self.give(if changed { "correct" } else { "accept" }, &decision, &cited.source.title, who, &now)
    }

    /// Keeps a figure that a person made from a selection. When the machine finds it later, it is the same one.
    pub fn make_figure(
        &mut self,
        document: DocumentId,
        figure: &Figure,
        who: &Who,
    ) -> Result<Done<()>, Error> {
        let kept = self.document(document)?;
        if kept.text != figure.text {
            return Err(Error::BrokenSeal(figure.id.to_string()));
        }
        let now = Zoned::now();
        let correction = correction(None, who, &now);
        let (status, correction) = (Status::Accepted, Some(&correction));
        self.give("make", &Decision { document, figure, status, correction }, kept.title(), who, &now)
    }

    fn give(
        &mut self,
        kind: &str,
        decision: &Decision<'_>,
        title: &str,
        who: &Who,
        now: &Zoned,
    ) -> Result<Done<()>, Error> {
        self.sealed(decision.figure)?;
        let value = decision.figure.quantity.value;
        let act = Act::new(kind, serde_json::json!({ "count": 1, "value": value, "title": title }));
        self.transact(act, who, |tx| tx.decide(decision, who, now))
    }
}

fn correction(read: Option<Figure>, who: &Who, now: &Zoned) -> Correction {
    let (at, offset_minutes) = (now.timestamp(), now.offset().seconds() / 60);
    Correction { by: who.coder.clone(), at, offset_minutes, read }
}
