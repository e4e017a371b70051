//! French text in, findings out: blocks, sentences, dates, and the figures of migration with the words each field
//! was read from. Pure functions; they never fail on content, they return what they found and a list of problems.

mod acronyms;
mod blocks;
mod by_hand;
mod dates;
mod figures;
mod folded;
mod gazetteer;
mod language;
mod lexicon;
#[cfg(test)]
mod lists;
mod lookup;
mod mentions;
mod names;
mod numbers;
mod offices;
mod periods;
mod sentences;
mod tokens;
mod years;

pub use blocks::{blocks, judge, paragraphs, signature};
pub use by_hand::{figure_at, first_day, last_day, number};
pub use dates::{partial_date, published_in};
pub use language::language;
pub use mentions::mentions;
pub use sentences::sentences;

use balise_model::{BlockKind, Edge, Evidenced, Figure, Mention, Problem, SetBy, Text};

/// Changes whenever the rules read differently: findings of another version are read again.
pub const READER: &str = "text-2";

/// What the machine reads in one text.
#[derive(Clone, PartialEq, Debug)]
pub struct Findings {
    /// ISO 639-1, "und" when it cannot be told.
    pub language: String,
    /// The day given, else read in the text.
    pub published: Option<Evidenced<Edge>>,
    pub title: Option<Evidenced<String>>,
    pub author: Option<Evidenced<String>>,
    pub figures: Vec<Figure>,
    /// Names in all blocks that are not set aside.
    pub mentions: Vec<Mention>,
    /// Numbers in read blocks that were recognised as something else than a figure (years, laws, prices …).
    pub left_out: usize,
    pub problems: Vec<Problem>,
}

/// Reads a text. `published` is the day the file or the analyst gave, when there is one.
pub fn analyse(text: &Text, published: Option<Edge>) -> Findings {
    let language = language(text.content());
    let read_in_text = || published_in(text.content(), text.blocks());
    let published = match published {
        Some(edge) => Some(Evidenced::new(edge, "", SetBy::Header)),
        None => read_in_text(),
    };
    let first = |kind: BlockKind| {
        let block = text.blocks().iter().find(|b| b.kind == kind)?;
        let words = block.span.of(text.content())?;
        Some(Evidenced::new(words.split_whitespace().collect::<Vec<_>>().join(" "), words, SetBy::Text))
    };
    let mut findings = Findings {
        title: first(BlockKind::Title),
        author: first(BlockKind::Byline),
        published,
        figures: Vec::new(),
        mentions: Vec::new(),
        left_out: 0,
        problems: Vec::new(),
        language,
    };
    if findings.language == "fr" {
        findings.mentions = mentions(text, findings.published.as_ref().map(|p| p.value), &[]);
        let (read, left_out) = figures::figures(text, findings.published.as_ref().map(|p| p.value));
        findings.problems.extend(figures::uneven_sums(&read));
        findings.figures = read;
        findings.left_out = left_out;
    } else {
        findings.problems.push(Problem::new("not-french").with("language", &findings.language));
    }
    findings
}
