//! Figures by hand: what a person writes in a form or on the command line becomes the fields of a figure, or a
//! message that names the field.

use balise_library::Done;
use balise_model::{
    Bound, DocumentId, FieldFault, Fields, Figure, FigureId, Modality, Period, PeriodKind, Problem, Span,
    Unit,
};

use crate::{Desk, Error};

/// Fields as a person writes them; what is absent stays as it was, what is empty is taken away.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Written {
    pub value: Option<String>,
    /// Upper value of a range.
    pub upper: Option<String>,
    pub bound: Option<Bound>,
    pub unit: Option<String>,
    pub indicator: Option<String>,
    pub period_kind: Option<PeriodKind>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub population: Option<String>,
    pub modality: Option<Modality>,
}

/// A figure that a person may make at a place of a text.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What the rules read there; its indicator is empty when they read none.
    pub figure: Figure,
    /// The library has this figure already, suggested or decided.
    pub known: bool,
}

/// Longest words of a field.
const LONGEST: usize = 200;

impl Desk {
    /// Puts a person's values in place of the machine's, as one act.
    pub fn correct(&mut self, id: FigureId, written: &Written) -> Result<Done<()>, Error> {
        let fields = fields(Fields::of(&self.library.figure(id)?.figure), written)?;
        Ok(self.library.correct(id, fields, &self.who)?)
    }

    /// The figure at a selection of a document's text: its number, its sentence, and what the rules read there.
    pub fn propose(&self, document: DocumentId, selected: Span) -> Result<Proposal, Error> {
        let found = self.library.document(document)?;
        let text = self.library.text(&found.text)?;
        let parts = balise_text::figure_at(&text, selected, found.published());
        let figure = parts.and_then(|parts| Figure::cut(&text, parts));
        let figure = figure.ok_or_else(|| Error::Said(Problem::new("selection-no-number")))?;
        match self.library.figure(figure.id) {
            Ok(cited) => Ok(Proposal { figure: cited.figure, known: true }),
            Err(balise_library::Error::NotFound { .. }) => Ok(Proposal { figure, known: false }),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps the figure at a selection with a person's values, as one act; one that is known is corrected.
    pub fn make(
        &mut self,
        document: DocumentId,
        selected: Span,
        written: &Written,
    ) -> Result<(FigureId, Done<()>), Error> {
        let proposal = self.propose(document, selected)?;
        let id = proposal.figure.id;
        let fields = fields(Fields::of(&proposal.figure), written)?;
        let done = match proposal.known {
            true => self.library.correct(id, fields, &self.who)?,
            false => self.library.make_figure(document, &proposal.figure.with(fields), &self.who)?,
        };
        Ok((id, done))
    }
}

/// What was written, over what stood there.
fn fields(mut fields: Fields, written: &Written) -> Result<Fields, Error> {
    if let Some(value) = &written.value {
        fields.quantity.value = number("value", value)?;
    }
    if let Some(upper) = &written.upper {
        fields.quantity.upper = filled(upper).map(|u| number("upper", u)).transpose()?;
    }
    if let Some(bound) = written.bound {
        fields.quantity.bound = bound;
    }
    if let Some(name) = &written.unit {
        fields.quantity.unit = unit(name)?;
    }
    if let Some(id) = &written.indicator {
        fields.indicator = id.trim().to_owned();
    }
    if let Some(population) = &written.population {
        fields.population = filled(population).map(|p| p.chars().take(LONGEST).collect());
    }
    if let Some(modality) = written.modality {
        fields.modality = modality;
    }
    fields.period = period(fields.period, written)?;
    check(&fields)?;
    Ok(fields)
}

fn check(fields: &Fields) -> Result<(), Error> {
    if !balise_words::indicator_ids().any(|id| id == fields.indicator) {
        let code = if fields.indicator.is_empty() { "indicator-missing" } else { "indicator-unknown" };
        return Err(wrong(code, "indicator", &fields.indicator));
    }
    let (code, field) = match fields.fault() {
        None => return Ok(()),
        Some(FieldFault::Value) => ("value-out-of-range", "value"),
        Some(FieldFault::Upper) => ("upper-not-above", "upper"),
        Some(FieldFault::Backwards) => ("period-backwards", "to"),
        Some(FieldFault::NoStart) => ("period-no-start", "from"),
        Some(FieldFault::NoEnd) => ("period-no-end", "to"),
        Some(FieldFault::NoDay) => ("period-no-day", "from"),
    };
    Err(wrong(code, field, ""))
}

fn period(old: Period, written: &Written) -> Result<Period, Error> {
    if written.period_kind.is_none() && written.from.is_none() && written.to.is_none() {
        return Ok(old);
    }
    let day = |field: &str, given: &Option<String>, old, read: fn(&str) -> Option<balise_model::Edge>| {
        let Some(given) = given else { return Ok(old) };
        let read = |words| read(words).ok_or_else(|| wrong("date-not-read", field, words));
        filled(given).map(read).transpose()
    };
    let start = day("from", &written.from, old.start, balise_text::first_day)?;
    let end = day("to", &written.to, old.end, balise_text::last_day)?;
    let days_given = [&written.from, &written.to].into_iter().flatten().any(|d| filled(d).is_some());
    let kind = match (written.period_kind.unwrap_or(old.kind), start, end) {
        // Days without a kind say what they can.
        (PeriodKind::Unknown, Some(_), Some(_)) if days_given => PeriodKind::During,
        (PeriodKind::Unknown, Some(_), None) if days_given => PeriodKind::Since,
        (PeriodKind::Unknown, None, Some(_)) if days_given => PeriodKind::AsOf,
        (kind, ..) => kind,
    };
    Ok(match kind {
        PeriodKind::Unknown => Period::UNKNOWN,
        PeriodKind::AsOf => Period { start: None, end, kind },
        PeriodKind::Event => Period { start: start.or(end), end: end.or(start), kind },
        PeriodKind::During | PeriodKind::Since => Period { start, end, kind },
    })
}

fn number(field: &str, written: &str) -> Result<f64, Error> {
    balise_text::number(written).ok_or_else(|| wrong("number-not-read", field, written))
}

/// A unit by its name, or a currency by its three letters.
fn unit(name: &str) -> Result<Unit, Error> {
    let currency = name.len() == 3 && name.chars().all(|c| c.is_ascii_uppercase());
    match Unit::from(name.trim().to_owned()) {
        Unit::Money(_) if !currency => Err(wrong("unit-unknown", "unit", name)),
        unit => Ok(unit),
    }
}

fn filled(words: &str) -> Option<&str> {
    Some(words.trim()).filter(|w| !w.is_empty())
}

/// A message that the form shows beside its field.
fn wrong(code: &str, field: &str, written: &str) -> Error {
    let written: String = written.chars().take(LONGEST).collect();
    Error::Said(Problem::new(code).with("field", field).with("written", written))
}
