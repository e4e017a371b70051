//! Which indicator a number is said of: its own noun, the verb that governs it, what is said of it later in its
//! clause; else what its total, its list, the text so far or the title is about.

use balise_model::{Figure, Span};

use super::{Candidate, LazyTopic, Sentence, Thread};
use crate::lexicon::{Cue, LEXICON, Place};
use crate::numbers::What;

/// An indicator found for a number, and how sure it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) indicator: usize,
    /// The words that say it; absent when it was taken over.
    pub(super) evidence: Option<Span>,
    pub(super) score: f64,
    pub(super) source: Source,
}

/// Where an indicator was read, from the surest to the least sure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Source {
    Noun,
    Verb,
    /// Words that many indicators share.
    Weak,
    Total,
    Thread,
    Title,
}

impl Sentence<'_> {
    pub(super) fn indicator(
        &self,
        candidate: &Candidate,
        total: Option<&Figure>,
        previous: Option<&Reading>,
        thread: &Thread,
        topic: &LazyTopic<'_>,
    ) -> Option<Reading> {
        let own = candidate.own;
        let taken = total.and_then(|t| LEXICON.position(&t.indicator)).map(|indicator| Reading {
            indicator,
            evidence: None,
            score: 1.0,
            source: Source::Total,
        });
        // What is said of the whole after its parts is not said of a part.
        let own = own.filter(|o| {
            total.is_none_or(|t| {
                o.source == Source::Noun || o.evidence.is_none() || t.evidence.indicator != o.evidence
            })
        });
        match (own, taken) {
            // A part has the indicator of its total unless its own words say another one firmly.
            (Some(own), Some(taken)) => {
                let firm = own.source == Source::Noun
                    || own.score >= 1.15 && own.source == Source::Verb && self.is_finite(candidate, own);
                let family = |i: usize| LEXICON.indicators[i].id.split('.').next();
                let same_family = family(taken.indicator) == family(own.indicator)
                    && !LEXICON.indicators[own.indicator].id.ends_with("completed")
                    && !LEXICON.indicators[own.indicator].id.ends_with("convictions");
                let broader = LEXICON.specialises(taken.indicator, own.indicator)
                    || own.source != Source::Noun && same_family;
                Some(if firm && !broader { self.narrowed_here(own) } else { taken })
            }
            (Some(own), None) => Some(self.narrowed(own, candidate, thread, topic)),
            (None, Some(taken)) => Some(taken),
            (None, None) => self.carried(candidate, previous, thread, topic),
        }
    }

    /// "dont 33.000 ont achevé", not "dont 3 411 évacuées de Libye": the words that say it have a verb.
    fn is_finite(&self, candidate: &Candidate, own: Reading) -> bool {
        let number = &self.numbers[candidate.number];
        let Some(words) = own.evidence else { return false };
        if words.end <= number.span.start {
            return true;
        }
        let close =
            self.tokens.iter().filter(|t| t.span.start >= number.span.end && t.span.start < words.end);
        close
            .clone()
            .any(|t| matches!(t.folded.as_str(), "ont" | "sont" | "ete" | "a" | "etaient" | "avaient" | "se"))
    }

    /// The best cue around the number.
    pub(super) fn own_indicator(&self, candidate: &Candidate) -> Option<Reading> {
        let number = &self.numbers[candidate.number];
        let noun = candidate.counted.words();
        let mut best: Option<Reading> = None;
        for &(at, end, cue) in &self.cues {
            if at >= number.from && at < number.to {
                continue;
            }
            let Some(score) = self.weigh(candidate, cue, at, end, noun) else { continue };
            if best.is_some_and(|b| score <= b.score) || !fits(cue.indicator, &number.what) {
                continue;
            }
            let source = match (cue.weak, cue.place) {
                (true, _) => Source::Weak,
                (_, Place::Noun | Place::Status) => Source::Noun,
                _ => Source::Verb,
            };
            let evidence = Some(self.tokens[at].span.join(self.tokens[end - 1].span));
            best = Some(Reading { indicator: cue.indicator, evidence, score, source });
        }
        best.filter(|b| b.score > 0.25)
    }

    /// How much a cue says of a number, by its place and what stands between.
    fn weigh(
        &self,
        candidate: &Candidate,
        cue: &Cue,
        at: usize,
        end: usize,
        noun: Option<Span>,
    ) -> Option<f64> {
        let number = &self.numbers[candidate.number];
        let long = 0.12 * (cue.weight().min(4) as f64 - 1.0);
        let weak = if cue.weak { 0.55 } else { 0.0 };
        let inside = noun.is_some_and(|n| n.contains(self.tokens[at].span));
        // "35 491 rapatriés et 3 612 demandeurs d’asile": the noun of the number before.
        let of_other = self.numbers[..candidate.number]
            .iter()
            .any(|n| at >= n.to && at <= n.to + 1 && n.what == What::Count && !self.is_time(n));
        if cue.near
            && !inside
            && (end <= number.from && number.from - end > 3 || at >= number.to && at - number.to > 4)
        {
            return None;
        }
        let base = match cue.place {
            Place::Noun if inside => 2.0 - if cue.weak { 0.45 } else { 0.0 },
            Place::Status if inside => 1.3 + if cue.weak { -0.1 } else { 0.0 },
            // "le nombre de réfugiés à près de 95 000"
            Place::Noun | Place::Status if end <= number.from && self.is_number_of(at) => {
                1.45 - 0.04 * (number.from - end) as f64 - self.borders(end, number.from, candidate)
            }
            Place::Status => return None,
            Place::Noun => return None,
            // "aidé 6 200 Maliens à rentrer": the number stands inside the words.
            Place::Before if at < number.from && end > number.to => 1.9,
            Place::Before if end <= number.from && of_other => return None,
            Place::Before if end <= number.from => {
                let gap = number.from - end;
                // A verb of its own between them: what stands before it is said of something else.
                let own = self.is_auxiliary(number.to)
                    || noun.is_some_and(|n| {
                        self.tokens
                            .iter()
                            .position(|t| t.span.start >= n.end)
                            .is_some_and(|i| self.is_auxiliary(i))
                    });
                let crossed = if own && (end..number.from).any(|i| self.word(i) == "et") { 0.5 } else { 0.0 };
                1.6 - 0.04 * gap as f64 - crossed - self.borders(end, number.from, candidate)
            }
            Place::After if at >= number.to => {
                let gap = at - number.to;
                // "ont été rapatriés" says more than "83 migrants rentrés de Libye …".
                let finite = (at.saturating_sub(3).max(number.to)..at).any(|i| self.is_auxiliary(i))
                    || self.is_auxiliary(at);
                // "déplacés … ont regagné" begins in the noun; "déplacés" alone is the noun itself.
                if inside && cue.weight() == 1 {
                    return None;
                }
                let inside = if inside && !cue.weak { 0.6 } else { 0.0 };
                // A participle beside the noun says less than the verb that comes later.
                let later = (end..self.tokens.len())
                    .take(14)
                    .take_while(|&i| !matches!(self.word(i), ";" | "." | ":" | "dont"))
                    .any(|i| self.is_auxiliary(i) && self.word(i) != "a" && self.word(i) != "se");
                let said = match (finite, later) {
                    (true, _) => 0.2,
                    (false, true) => -0.45,
                    (false, false) => -0.1,
                };
                1.5 + said + inside - 0.04 * gap as f64 - self.borders(number.to, at, candidate)
            }
            // "Secourus en mer, 120 migrants …": what is said first of the subject that follows.
            Place::After if end <= number.from && at <= 3 => {
                1.0 - 0.05 * (number.from - end) as f64 - self.borders(end, number.from, candidate)
            }
            _ => return None,
        };
        Some(base + long - weak)
    }

    fn is_auxiliary(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "ont"
                | "sont"
                | "a"
                | "ete"
                | "etaient"
                | "avaient"
                | "est"
                | "auraient"
                | "seraient"
                | "se"
                | "etait"
                | "furent"
                | "avait"
        )
    }

    /// "le nombre de …", "l’effectif des …", "un total de …".
    fn is_number_of(&self, at: usize) -> bool {
        let before = |n: usize| at.checked_sub(n).map_or("", |i| self.word(i));
        matches!(before(1), "de" | "des" | "d")
            && (2..=3).any(|n| {
                matches!(before(n), "nombre" | "effectif" | "effectifs" | "total" | "chiffre" | "population")
            })
    }

    /// How much stands between two places: a border of clauses, or another number that takes the words for itself.
    fn borders(&self, from: usize, to: usize, candidate: &Candidate) -> f64 {
        let mut cost = 0.0;
        let mut bracketed = 0usize;
        for i in from..to {
            match self.word(i) {
                "(" => bracketed += 1,
                ")" if bracketed > 0 => bracketed -= 1,
                _ if bracketed > 0 => {}
                ";" | "tandis" | "mais" | ":" => cost += 0.8,
                "." => cost += 1.0,
                "dont" if candidate.total.is_none() => cost += 0.2,
                ")" | "dont" | "contre" | "alors" => cost += 0.6,
                "," | "–" => cost += 0.08,
                _ => {}
            }
        }
        let holds = |i: usize| self.numbers.iter().any(|n| n.from > i && n.to <= to && n.what == What::Count);
        let open = (from..to).rev().find(|&i| self.word(i) == "(");
        let own = candidate.total.is_none() && !open.is_some_and(holds);
        cost += if own { 0.3 } else { 1.0 } * bracketed as f64;
        // "15.000 migrants, qui avaient échoué à gagner l’Europe, ont été ramenés": an aside.
        let aside = (from..to).rev().find(|&i| matches!(self.word(i), "qui" | ","));
        if aside.is_some_and(|i| i > from && self.word(i) == "qui" && self.word(i - 1) == ",") {
            cost += 0.9;
        }
        // Another number between: in a list the verb is said of all; else it is the other's.
        let others = self.numbers.iter().enumerate().filter(|(i, n)| {
            *i != candidate.number
                && n.from >= from
                && n.to <= to
                && n.what == What::Count
                && !self.is_time(n)
        });
        let enclosed = |n: &crate::numbers::Number| {
            let open = self.tokens[from..n.from].iter().filter(|t| t.folded.as_str() == "(").count();
            let close = self.tokens[from..n.from].iter().filter(|t| t.folded.as_str() == ")").count();
            open > close
        };
        let parted = self.has_parts(candidate, to);
        cost + others.filter(|(_, n)| !enclosed(n)).count().min(2) as f64 * if parted { 0.05 } else { 0.3 }
            - if parted { 0.6 } else { 0.0 }
    }

    /// "160 migrants dont 99 Maliens, 51 Ivoiriens et 10 Burkinabè sont rentrés": the verb after the parts is said
    /// of the whole. The parts' own verb ("dont 33.000 ont achevé …") comes at once.
    fn has_parts(&self, candidate: &Candidate, verb: usize) -> bool {
        let number = &self.numbers[candidate.number];
        if verb <= number.to {
            return false;
        }
        let opened = (number.to..verb.min(number.to + 5)).find(|&i| matches!(self.word(i), "dont" | "("));
        let Some(open) = opened else { return false };
        let parts = self.numbers.iter().filter(|n| n.from > open && n.to <= verb && !self.is_time(n)).count();
        let closed =
            (open..verb).any(|i| self.word(i) == ")" || (self.word(i) == "," && parts == 1 && i > open + 2));
        parts > 1 || closed
    }
}

/// Money goes with money, a share with a share, people with the rest.
fn fits(indicator: usize, what: &What) -> bool {
    let id = LEXICON.indicators[indicator].id.as_str();
    let money = matches!(id, "remittances.amount" | "funding.amount");
    match what {
        What::Money(_) => money,
        What::Percent => id == "remittances.gdp_share",
        _ => !money && id != "remittances.gdp_share",
    }
}
