//! A figure (on screen *chiffre*): a number said of an indicator at some moment, with the sentence that says it.

use jiff::{Timestamp, tz::Offset};
use serde::{Deserialize, Serialize};

use crate::quantity::plain_number_or_null;
use crate::{BlockKind, ContentHash, Correction, DocumentId, Edge, FigureId, Period, Quantity, Span, Text};

/// Words cut from a text. There is no other way to make one, so a quote can never say what its text does not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quote {
    span: Span,
    words: String,
}

impl Quote {
    /// Nothing when the span does not lie in the text, or is empty.
    pub fn cut(content: &str, span: Span) -> Option<Self> {
        let words = span.of(content).filter(|w| !w.is_empty())?;
        Some(Self { span, words: words.to_owned() })
    }

    pub fn span(&self) -> Span {
        self.span
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    /// The seal: the words still stand in the text at their place.
    pub fn holds_in(&self, content: &str) -> bool {
        self.span.of(content) == Some(self.words.as_str())
    }
}

/// The words each field was read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    pub bound: Option<Span>,
    pub indicator: Option<Span>,
    pub period: Option<Span>,
    pub population: Option<Span>,
    pub part_of: Option<Span>,
    pub origin: Option<Span>,
    pub destination: Option<Span>,
    pub speaker: Option<Span>,
}

impl Evidence {
    /// The same fields, each span changed or dropped.
    pub fn map(&self, each: impl Fn(Option<Span>) -> Option<Span>) -> Self {
        Self {
            bound: each(self.bound),
            indicator: each(self.indicator),
            period: each(self.period),
            population: each(self.population),
            part_of: each(self.part_of),
            origin: each(self.origin),
            destination: each(self.destination),
            speaker: each(self.speaker),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    Fact,
    Plan,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figure {
    pub id: FigureId,
    pub text: ContentHash,
    /// The whole sentence, title or table row: what a footnote prints.
    pub quote: Quote,
    /// The number as written.
    pub number: Span,
    #[serde(flatten)]
    pub quantity: Quantity,
    /// An id of `data/indicators.toml`.
    pub indicator: String,
    pub population: Option<String>,
    pub origin: Option<String>,
    pub destination: Option<String>,
    pub speaker: Option<String>,
    pub period: Period,
    /// Value of the nearest total this figure is a part of.
    #[serde(serialize_with = "plain_number_or_null")]
    pub part_of: Option<f64>,
    pub part_of_id: Option<FigureId>,
    pub modality: Modality,
    pub block: BlockKind,
    /// The same figure said again elsewhere in the text.
    pub also: Vec<Span>,
    pub evidence: Evidence,
    /// Probability that value, indicator, bound, period and unit are all right, from 0 to 1.
    pub confidence: f64,
}

/// The fields a reader fills; the quote and the id are cut from the text.
#[derive(Clone, PartialEq, Debug)]
pub struct FigureParts {
    pub sentence: Span,
    pub number: Span,
    pub quantity: Quantity,
    pub indicator: String,
    pub population: Option<String>,
    pub origin: Option<String>,
    pub destination: Option<String>,
    pub speaker: Option<String>,
    pub period: Period,
    pub modality: Modality,
    pub block: BlockKind,
    pub evidence: Evidence,
    pub confidence: f64,
}

impl Figure {
    /// Nothing when the number does not stand inside its sentence, or the sentence not in the text.
    pub fn cut(text: &Text, parts: FigureParts) -> Option<Self> {
        if !parts.sentence.contains(parts.number) || parts.number.is_empty() {
            return None;
        }
        parts.number.of(text.content())?;
        Some(Self {
            id: FigureId::of(text.hash(), parts.number),
            text: text.hash().clone(),
            quote: Quote::cut(text.content(), parts.sentence)?,
            number: parts.number,
            quantity: parts.quantity,
            indicator: parts.indicator,
            population: parts.population,
            origin: parts.origin,
            destination: parts.destination,
            speaker: parts.speaker,
            period: parts.period,
            part_of: None,
            part_of_id: None,
            modality: parts.modality,
            block: parts.block,
            also: Vec::new(),
            evidence: parts.evidence,
            confidence: parts.confidence,
        })
    }

    /// The number as the source wrote it.
    pub fn number_words(&self) -> &str {
        let start = self.number.start - self.quote.span().start;
        &self.quote.words()[start..start + self.number.len()]
    }

    /// Words of the quote at a span of the text, when the span lies inside the quote.
    pub fn words_at(&self, span: Span) -> Option<&str> {
        let quote = self.quote.span();
        if !quote.contains(span) {
            return None;
        }
        self.quote.words().get(span.start - quote.start..span.end - quote.start)
    }

    /// The seal of a decision: quote and number stand in the text they name.
    pub fn holds_in(&self, text: &Text) -> bool {
        &self.text == text.hash() && self.stands_in(text.content())
    }

    /// The same for what its text says, found by the text's name.
    pub fn stands_in(&self, content: &str) -> bool {
        self.quote.holds_in(content) && self.quote.span().contains(self.number)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Suggested,
    Accepted,
    /// Accepted with values that a person put in place of the machine's.
    Corrected,
    Rejected,
}

impl Status {
    /// Enters series, counts and reports.
    pub fn counts(self) -> bool {
        matches!(self, Self::Accepted | Self::Corrected)
    }
}

/// What a person decided of a figure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Verdict {
    pub status: Status,
    pub by: String,
    pub at: Timestamp,
    /// Offset of the day and place where it was decided, in minutes from UTC.
    pub offset_minutes: i32,
    pub why: Option<String>,
}

impl Verdict {
    /// The civil day of the decision, where it was taken.
    pub fn day(&self) -> jiff::civil::Date {
        Self::civil_day(self.at, self.offset_minutes)
    }

    pub(crate) fn civil_day(at: Timestamp, offset_minutes: i32) -> jiff::civil::Date {
        let offset = Offset::from_seconds(offset_minutes * 60).unwrap_or(Offset::UTC);
        offset.to_datetime(at).date()
    }
}

/// Where a figure was published.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Source {
    pub document: DocumentId,
    pub title: String,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub published: Option<Edge>,
    pub address: Option<String>,
    pub sample: bool,
}

/// A figure with its source and what was decided of it: what series, reports and screens are made from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Cited {
    /// The person's values where a person gave them, else the machine's.
    pub figure: Figure,
    pub source: Source,
    pub status: Status,
    pub verdict: Option<Verdict>,
    /// Set when a person gave the values of `figure`: who, and the machine's reading at the time.
    pub correction: Option<Correction>,
    /// The reader now reads this number otherwise than when it was decided.
    pub read_otherwise: bool,
    /// Its sentence stands in an earlier text of its document, and not in the current one.
    pub orphan: bool,
}
