//! How well the reader reads: its figures beside those that people found in the same texts (a gold set). The reader
//! sees the text alone. What the guidelines call optional is neither right nor wrong, plans among it.

mod folds;
mod gold;
mod matching;
mod rules;
mod sure;
mod tally;

pub use folds::{Folds, Interval, Spread};
pub use gold::Entry;
pub use matching::{Fault, FaultKind};
pub use sure::{Confidence, Step};
pub use tally::{Rates, Tally};

use balise_model::{Figure, Modality, Text};
use rayon::prelude::*;
use serde::Serialize;

use crate::contract::CodePoints;
use matching::{Judged, Read, judge};

/// What can be asked of a scoring.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Figures that stand nowhere but in the title are not asked for.
    pub skip_title: bool,
    /// In how many parts the articles are cut to see how the score varies.
    pub folds: usize,
}

/// The whole score.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Scored {
    pub articles: usize,
    #[serde(flatten)]
    pub tally: Tally,
    pub confidence: Confidence,
    pub folds: Folds,
    /// By kind, then in the order of the gold set.
    pub errors: Vec<Fault>,
}

/// Reads the text of each entry and judges what was read. Texts come in the order of the entries.
pub fn score(entries: &[Entry], texts: Vec<String>, options: Options) -> Scored {
    let pairs: Vec<(&Entry, String)> = entries.iter().zip(texts).collect();
    let judged: Vec<Judged> = pairs
        .into_par_iter()
        .map(|(entry, content)| {
            let blocks = balise_text::blocks(&content);
            let text = Text::new(content, blocks);
            judge_figures(entry, text.content(), &balise_text::analyse(&text, None).figures, options)
        })
        .collect();
    sum_up(&judged, options)
}

fn judge_figures(entry: &Entry, content: &str, figures: &[Figure], options: Options) -> Judged {
    let points = CodePoints::of(content);
    let facts = figures.iter().filter(|f| f.modality == Modality::Fact);
    let read: Vec<Read<'_>> = facts.map(|f| Read::of(f, &points)).collect();
    judge(entry, &read, options.skip_title)
}

fn sum_up(judged: &[Judged], options: Options) -> Scored {
    let tallies: Vec<Tally> = judged.iter().map(|j| j.tally).collect();
    let mut errors: Vec<Fault> = judged.iter().flat_map(|j| j.faults.iter().cloned()).collect();
    errors.sort_by_key(|fault| fault.kind);
    let answers: Vec<(f64, bool)> = judged.iter().flat_map(|j| j.answers.iter().copied()).collect();
    Scored {
        articles: judged.len(),
        tally: Tally::sum(&tallies),
        confidence: Confidence::of(&answers),
        folds: Folds::of(&tallies, options.folds),
        errors,
    }
}

#[cfg(test)]
mod cases;
