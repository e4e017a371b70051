//! Who says a figure, where the people came from and went, and whether they are migrants at all.

use balise_model::Span;

use super::{Candidate, LazyTopic, Sentence, Thread};
use crate::lexicon::LEXICON;
use crate::numbers::Number;
use crate::tokens::TokenKind;

impl Sentence<'_> {
    /// Victims of an attack, an accident or a flood, and money or help that has nothing to do with migration.
    pub(super) fn is_foreign(
        &self,
        candidate: &Candidate,
        indicator: &str,
        topic: &LazyTopic<'_>,
        thread: &Thread,
    ) -> bool {
        let national = candidate
            .counted
            .words()
            .is_some_and(|s| self.tokens.iter().any(|t| s.contains(t.span) && LEXICON.is_demonym(&t.folded)));
        let about = national || LEXICON.migration.any(&self.tokens);
        let victims = matches!(indicator, "deaths.total" | "missing.total" | "rescue.total");
        let shared = matches!(
            indicator,
            "detention.total"
                | "funding.amount"
                | "remittances.amount"
                | "assistance.total"
                | "awareness.reached"
                | "projects.count"
                | "jobs.created"
                | "flow.arrivals"
                | "flow.departures"
        );
        if victims && LEXICON.other_victims.any(&self.tokens) && !about {
            return true;
        }
        (victims || shared) && !about && !topic.is_migration() && thread.topic().is_none()
    }

    /// Where people came from and went: "de Libye", "vers le Niger", "à Bamako"; only for movements.
    pub(super) fn places(&self, number: &Number, indicator: &str) -> (Option<Span>, Option<Span>) {
        let moves =
            ["return.", "flow.", "irregular.", "rescue."].iter().any(|head| indicator.starts_with(head));
        if !moves {
            return (None, None);
        }
        let (mut origin, mut destination) = (None, None);
        let near = number.from.saturating_sub(14)..(number.to + 24).min(self.tokens.len());
        for at in near {
            if !self.is_place(at) {
                continue;
            }
            let article = usize::from(at > 0 && matches!(self.word(at - 1), "la" | "le" | "l" | "les"));
            let Some(preposition) = at.checked_sub(1 + article) else { continue };
            let span = self.tokens[at].span;
            let said = |words: &[&str]| words.contains(&self.word(preposition));
            let verb_before = self.tokens[preposition.saturating_sub(4)..preposition].iter().any(|t| {
                [
                    "part", "ven", "rentr", "ramen", "rapatri", "evacu", "proven", "reven", "expuls",
                    "retour", "depuis", "arriv",
                ]
                .iter()
                .any(|stem| t.folded.starts_with(stem))
            });
            let from = said(&["depuis"]) || said(&["de", "d", "du"]) && verb_before;
            let to = said(&["vers", "au", "aux"]) || said(&["en", "a"]) && verb_before;
            if from && origin.is_none() {
                origin = Some(span);
            } else if to && destination.is_none() {
                destination = Some(span);
            }
        }
        (origin, destination)
    }

    /// A capitalised word that is no month, no first word and no acronym of two letters.
    fn is_place(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.kind == TokenKind::Word
            && self.is_capital(at)
            && at > 0
            && token.folded.len() > 2
            && !LEXICON.is_demonym(&token.folded)
            && self.content[token.span.start..token.span.end].chars().skip(1).any(char::is_lowercase)
    }

    /// After a comma or a closing mark: ", a déclaré", "», a-t-il".
    fn is_inverted(&self, at: usize) -> bool {
        at == 0 || matches!(self.word(at - 1), "," | "»" | "\"" | "”" | "t")
    }

    /// "selon l’OIM", "d’après un rapport du HCR", "a déclaré le ministre": the words that name who says it.
    pub(super) fn speaker(&self) -> Option<Span> {
        let word = |i: usize| self.word(i);
        for at in 0..self.tokens.len() {
            let start = match (word(at), word(at + 1), word(at + 2)) {
                ("selon" | "dixit", ..) => at + 1,
                ("d", "apres", _) => at + 2,
                ("a", "en", "croire") => at + 3,
                // ", a déclaré le ministre": the verb comes before who says it.
                ("a" | "ont", said, subject) if spoken(said) && self.is_inverted(at) => {
                    let named = matches!(subject, "le" | "la" | "l" | "un" | "une" | "son");
                    if !named && !self.is_capital(at + 2) {
                        continue;
                    }
                    at + 2
                }
                _ => continue,
            };
            let end = (start..self.tokens.len())
                .take(12)
                .find(|&i| {
                    matches!(self.tokens[i].kind, TokenKind::Mark)
                        || matches!(
                            word(i),
                            "que" | "qu" | "qui" | "a" | "ont" | "est" | "sont" | "dont" | "lors" | "dans"
                        )
                        || self.tokens[i].kind == TokenKind::Digits
                })
                .unwrap_or((start + 12).min(self.tokens.len()));
            if end > start {
                return Some(self.tokens[start].span.join(self.tokens[end - 1].span));
            }
        }
        None
    }
}

fn spoken(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "declare", "indique", "affirme", "explique", "precise", "annonce", "souligne", "rappele", "ajoute",
        "confie", "assure",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
}
