//! Which values a report prints, in which order, under which note. The page and the list beside it are made from
//! the same arrangement, so that they cannot differ.

use balise_model::{Cited, ContentHash, DocumentId, Edge, FigureId, Precision, Quantity, Span};
use balise_words::{Dates, figure_quantity, period};
use serde::Serialize;
use std::collections::HashMap;

use crate::Report;

/// One value of the page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Printed {
    /// Number of its footnote. Figures of one sentence share a note.
    pub note: usize,
    /// As printed: "plus de 44 000".
    pub words: String,
    /// `value` in full units, `upper` for a range, `bound`, `unit`.
    #[serde(flatten)]
    pub quantity: Quantity,
    /// An id of `data/indicators.toml`.
    pub indicator: String,
    /// As printed; none when the text gives none.
    pub period: Option<String>,
    /// The sentence, as it stands in the text.
    pub quote: String,
    pub outlet: Option<String>,
    /// When it was published, as precise as known: `2025-01-31`, `2025-01` or `2025`.
    pub date: Option<String>,
    pub address: Option<String>,
    pub figure: FigureId,
    pub document: DocumentId,
}

/// Every value [`crate::pdf`] prints, in the order of the page.
pub fn printed(report: &Report<'_>) -> Vec<Printed> {
    arranged(report).iter().flat_map(|section| &section.items).map(|item| of(report, item)).collect()
}

fn of(report: &Report<'_>, item: &Item<'_>) -> Printed {
    let Cited { figure, source, .. } = item.cited;
    Printed {
        note: item.note,
        words: figure_quantity(report.lang, figure),
        quantity: figure.quantity.clone(),
        indicator: figure.indicator.clone(),
        period: period(report.lang, &figure.period, Dates::Long),
        quote: figure.quote.words().to_owned(),
        outlet: source.outlet.clone(),
        date: source.published.map(iso),
        address: source.address.clone(),
        figure: figure.id,
        document: source.document,
    }
}

fn iso(edge: Edge) -> String {
    let day = edge.day.to_string();
    let kept = match edge.precision {
        Precision::Day => day.len(),
        Precision::Month => day.len() - "-31".len(),
        Precision::Year => day.len() - "-01-31".len(),
    };
    day[..kept].to_owned()
}

/// The figures of one indicator.
pub(crate) struct Section<'a> {
    pub(crate) indicator: &'a str,
    pub(crate) items: Vec<Item<'a>>,
}

pub(crate) struct Item<'a> {
    pub(crate) cited: &'a Cited,
    pub(crate) note: usize,
    /// The note is printed here; later figures of the same sentence point back to it.
    pub(crate) first: bool,
}

/// Sections in the order their first figure is given; notes numbered down the page.
pub(crate) fn arranged<'a>(report: &Report<'a>) -> Vec<Section<'a>> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    for cited in report.figures.iter().filter(|c| c.status.counts()) {
        let indicator = cited.figure.indicator.as_str();
        let item = Item { cited, note: 0, first: false };
        match sections.iter_mut().find(|s| s.indicator == indicator) {
            Some(section) => section.items.push(item),
            None => sections.push(Section { indicator, items: vec![item] }),
        }
    }
    let mut notes: HashMap<(DocumentId, &ContentHash, Span), usize> = HashMap::new();
    for item in sections.iter_mut().flat_map(|s| &mut s.items) {
        let figure = &item.cited.figure;
        let next = notes.len() + 1;
        let sentence = (item.cited.source.document, &figure.text, figure.quote.span());
        item.note = *notes.entry(sentence).or_insert(next);
        item.first = item.note == next;
    }
    sections
}
