//! What `balise analyse` answers, as docs/ARCHITECTURE.md promises it to other programs: written straight from the
//! findings, so that a text is copied once, into its answer. Offsets are Unicode code points here and nowhere else in
//! the engine.

use balise_model::{Block, Bound, Edge, Figure, Modality, PeriodKind, Precision, Problem, SetAside, Span};
use balise_model::{BlockKind, EntityId, FigureId, Mention, plain_number, plain_number_or_null};
use balise_words::{Lang, reading};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

/// One article's answer.
#[derive(Serialize)]
pub struct Answer<'a> {
    pub id: &'a Value,
    pub title: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub author: Option<&'a str>,
    pub published: Option<String>,
    pub url: Option<&'a str>,
    pub language: &'a str,
    pub text: &'a str,
    pub blocks: Vec<Part>,
    pub claims: Vec<Claim<'a>>,
    pub mentions: Vec<Named<'a>>,
    pub problems: &'a [Problem],
    pub reader: &'static str,
}

/// The answer to a line that is no article.
#[derive(Serialize)]
pub struct Refusal<'a> {
    pub id: &'a Value,
    pub problems: &'a [Problem],
}

/// A block of the text.
#[derive(Serialize)]
pub struct Part {
    start: usize,
    end: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<SetAside>,
}

/// A figure.
#[derive(Serialize)]
pub struct Claim<'a> {
    id: FigureId,
    quote: &'a str,
    start: usize,
    end: usize,
    num_start: usize,
    num_end: usize,
    #[serde(serialize_with = "plain_number")]
    value: f64,
    #[serde(serialize_with = "plain_number_or_null")]
    value_max: Option<f64>,
    bound: Bound,
    unit: &'a str,
    indicator: &'a str,
    population: Option<&'a str>,
    from_place: Option<&'a str>,
    to_place: Option<&'a str>,
    speaker: Option<&'a str>,
    period_start: Option<Date>,
    period_end: Option<Date>,
    period_kind: PeriodKind,
    period_start_precision: Option<Precision>,
    period_end_precision: Option<Precision>,
    #[serde(serialize_with = "plain_number_or_null")]
    part_of: Option<f64>,
    part_of_id: Option<FigureId>,
    modality: Modality,
    block: BlockKind,
    also: Vec<Place>,
    evidence: Said,
    confidence: f64,
    reading: String,
}

/// A name: an entity when it is certain, candidates when there are several.
#[derive(Serialize)]
pub struct Named<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    entity: Option<&'a str>,
    surface: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    candidates: Option<&'a [EntityId]>,
}

/// Where a figure is said again.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

/// The words that each field was read from, as `[start, end]`.
#[derive(Serialize)]
struct Said {
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<(usize, usize)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<(usize, usize)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<(usize, usize)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<(usize, usize)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<(usize, usize)>,
}

impl Part {
    pub fn of(block: &Block, points: &CodePoints<'_>) -> Self {
        let (start, end) = points.span(block.span);
        Self { start, end, kind: block.kind.name(), reason: block.reason }
    }
}

impl<'a> Named<'a> {
    pub fn of(mention: &'a Mention, content: &'a str, points: &CodePoints<'_>) -> Self {
        let (start, end) = points.span(mention.span);
        Self {
            start,
            end,
            kind: mention.kind.name(),
            entity: mention.entity(),
            surface: mention.span.of(content),
            candidates: Some(mention.candidates.as_slice()).filter(|c| c.len() > 1),
        }
    }
}

impl<'a> Claim<'a> {
    pub fn of(figure: &'a Figure, points: &CodePoints<'_>, lang: Lang) -> Self {
        let (start, end) = points.span(figure.quote.span());
        let (num_start, num_end) = points.span(figure.number);
        let (period, said) = (&figure.period, &figure.evidence);
        let also = figure.also.iter().map(|s| points.span(*s)).map(|(start, end)| Place { start, end });
        let pair = |span: Option<Span>| span.map(|s| points.span(s));
        Self {
            id: figure.id,
            quote: figure.quote.words(),
            start,
            end,
            num_start,
            num_end,
            value: figure.quantity.value,
            value_max: figure.quantity.upper,
            bound: figure.quantity.bound,
            unit: figure.quantity.unit.name(),
            indicator: &figure.indicator,
            population: figure.population.as_deref(),
            from_place: figure.origin.as_deref(),
            to_place: figure.destination.as_deref(),
            speaker: figure.speaker.as_deref(),
            period_start: period.start.map(|e| e.day),
            period_end: period.end.map(|e| e.day),
            period_kind: period.kind,
            period_start_precision: period.start.map(|e| e.precision),
            period_end_precision: period.end.map(|e| e.precision),
            part_of: figure.part_of,
            part_of_id: figure.part_of_id,
            modality: figure.modality,
            block: figure.block,
            also: also.collect(),
            evidence: Said {
                bound: pair(said.bound),
                indicator: pair(said.indicator),
                period: pair(said.period),
                population: pair(said.population),
                part_of: pair(said.part_of),
            },
            confidence: figure.confidence,
            reading: reading(lang, figure),
        }
    }
}

/// As much of a date as is known: "2025-01".
pub fn day(edge: Edge) -> String {
    let mut written = edge.day.to_string();
    match edge.precision {
        Precision::Day => {}
        Precision::Month => written.truncate(7),
        Precision::Year => written.truncate(4),
    }
    written
}

/// Turns bytes of a text into code points: the count before every 256th byte, and the rest counted.
pub struct CodePoints<'t> {
    content: &'t [u8],
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 256;

    pub fn of(content: &'t str) -> Self {
        let content = content.as_bytes();
        let mut before = Vec::with_capacity(content.len() / Self::STEP + 2);
        let mut count = 0;
        for chunk in content.chunks(Self::STEP) {
            before.push(count);
            count += starts(chunk);
        }
        before.push(count);
        Self { content, before }
    }

    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: usize) -> usize {
        let chunk = byte / Self::STEP;
        self.before[chunk] + starts(&self.content[chunk * Self::STEP..byte])
    }
}

/// Bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| (**b as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_chunks() {
        let content = "é🇲🇱x".repeat(200);
        let points = CodePoints::of(&content);
        for (n, (byte, _)) in content.char_indices().enumerate() {
            assert_eq!(points.span(Span::new(byte, byte)).0, n);
        }
        assert_eq!(points.span(Span::new(0, content.len())).1, content.chars().count());
    }
}
