//! The sentence of a text in which a query stands best, and where its words are.

use balise_model::{Span, Text};
use balise_text::sentences;
use std::collections::HashSet;

use crate::{Mode, spans, terms};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub sentence: Span,
    /// The words of the query, inside the sentence, as spans of the text.
    pub words: Vec<Span>,
}

/// The sentence with most different words of the query; the first of several. Nothing when no read block has any.
pub fn best_sentence(text: &Text, query: &str, mode: Mode) -> Option<Found> {
    let wanted: HashSet<String> = terms(query, mode).into_iter().collect();
    let mut best: Option<(usize, Found)> = None;
    for block in text.blocks().iter().filter(|b| b.kind.is_read()) {
        for sentence in sentences(text.content(), block.span) {
            let words = sentence.of(text.content()).unwrap_or_default();
            let hits: Vec<_> =
                spans(words, mode).into_iter().filter(|(_, _, term)| wanted.contains(term)).collect();
            let different = hits.iter().map(|(_, _, term)| term).collect::<HashSet<_>>().len();
            if different > best.as_ref().map_or(0, |(most, _)| *most) {
                let words =
                    hits.iter().map(|(from, to, _)| Span::new(*from, *to).shifted(sentence.start)).collect();
                best = Some((different, Found { sentence, words }));
            }
        }
    }
    best.map(|(_, found)| found)
}
