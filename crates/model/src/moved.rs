//! A figure carried to another text of its document, where its sentence stands word for word.

use crate::{Figure, FigureId, Quote, Span, Text};

impl Figure {
    /// The same figure where its quote starts at byte `start` of `text`. Nothing when other words stand there. Spans
    /// outside the sentence are left behind: nothing tells where they went.
    pub fn moved(&self, text: &Text, start: usize) -> Option<Self> {
        let old = self.quote.span();
        let quote = Quote::cut(text.content(), Span::new(start, start + old.len()))?;
        if quote.words() != self.quote.words() {
            return None;
        }
        let carry = |span: Span| {
            old.contains(span)
                .then(|| Span::new(span.start - old.start + start, span.end - old.start + start))
        };
        let number = carry(self.number)?;
        let evidence = self.evidence.map(|span| span.and_then(carry));
        let block =
            text.blocks().iter().find(|b| b.span.contains(quote.span())).map_or(self.block, |b| b.kind);
        Some(Self {
            id: FigureId::of(text.hash(), number),
            text: text.hash().clone(),
            quote,
            number,
            block,
            also: self.also.iter().copied().filter_map(carry).collect(),
            evidence,
            ..self.clone()
        })
    }

    /// Where in another text the sentence of this figure stands now: at its one place, or at the one that keeps its
    /// rank among equal sentences. Nothing when that is not certain.
    pub fn place_in(&self, old: &str, new: &str) -> Option<usize> {
        let words = self.quote.words();
        let before: Vec<usize> = old.match_indices(words).map(|(at, _)| at).collect();
        let after: Vec<usize> = new.match_indices(words).map(|(at, _)| at).collect();
        match after.as_slice() {
            [only] => Some(*only),
            _ if before.len() == after.len() => {
                let rank = before.iter().position(|at| *at == self.quote.span().start)?;
                Some(after[rank])
            }
            _ => None,
        }
    }
}
