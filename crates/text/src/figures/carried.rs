//! What a number counts when its own words do not say it, or say too little: a narrower indicator by the whole sentence,
//! the title that says the same number, the country the text is written from, the list and the text so far.

use balise_model::{BlockKind, Figure};

use super::indicator::{Reading, Source};
use super::{Candidate, Counted, LazyTopic, Sentence, Thread};
use crate::lexicon::{Kind, LEXICON};
use crate::numbers::{Number, What};
use crate::tokens::Token;

impl Sentence<'_> {
    /// The title has the same number, or one that rounds it, and says more firmly what it counts.
    pub(super) fn restated(&self, own: Reading, number: &Number, found: &[Figure]) -> Reading {
        let rounds = |v: f64| {
            v == number.value
                || number.value >= 1000.0 && v < number.value && number.value - v <= number.value * 0.05
        };
        let title = found.iter().take(6).find(|f| {
            f.block == BlockKind::Title && f.evidence.indicator.is_some() && rounds(f.quantity.value)
        });
        let money = matches!(number.what, What::Money(_) | What::Percent);
        match title.and_then(|t| LEXICON.position(&t.indicator)) {
            Some(indicator) if !money && self.is_general(own) && own.indicator != indicator => {
                if LEXICON.specialises(own.indicator, indicator) {
                    own
                } else {
                    self.narrowed_here(Reading { indicator, source: Source::Total, ..own })
                }
            }
            _ => own,
        }
    }

    /// Words that say little by themselves: arrivals, help, what is carried over.
    pub(super) fn is_general(&self, own: Reading) -> bool {
        let id = LEXICON.indicators[own.indicator].id.as_str();
        !matches!(own.source, Source::Noun | Source::Verb)
            || own.source == Source::Verb && (id.starts_with("flow.") || id == "assistance.total")
    }

    /// "104 216 réfugiés maliens" in a report on Mauritania are refugees it hosts.
    pub(super) fn seen_from_host(
        &self,
        candidate: &Candidate,
        own: Reading,
        topic: &LazyTopic<'_>,
    ) -> Reading {
        let id = LEXICON.indicators[own.indicator].id.as_str();
        let hosting = (0..self.tokens.len()).any(|i| {
            self.word(i) == "y"
                || ["accueil", "abrit", "heberg", "camp", "site"].iter().any(|s| self.word(i).starts_with(s))
        });
        // "vivaient hors du pays": said by the sentence, whatever the title names.
        let outside = (0..self.tokens.len()).any(|i| {
            matches!(
                (self.word(i), self.word(i + 1)),
                ("hors", "du" | "des") | ("en", "exil") | ("pays", "voisins")
            ) || (self.word(i), self.word(i + 2)) == ("a", "etranger")
        });
        if id != "refugees.abroad" && (id != "refugees.hosted" || hosting) {
            return own;
        }
        let words = candidate.counted.words();
        let national = (0..self.tokens.len())
            .filter(|&i| {
                words.is_none_or(|w| {
                    self.tokens[i].span.start >= w.start && self.tokens[i].span.start <= w.end + 30
                })
            })
            .filter(|&i| LEXICON.is_demonym(self.word(i)))
            .find_map(|i| LEXICON.country(&self.tokens, i));
        let Some(people) = national else { return own };
        let hosted = !outside && (hosting || topic.country().is_some_and(|host| host != people));
        let seen = if hosted { "refugees.hosted" } else { "refugees.abroad" };
        LEXICON.position(seen).map_or(own, |indicator| Reading { indicator, ..own })
    }

    /// "rapatriés" by the IOM: the sentence makes the indicator a narrower one.
    pub(super) fn narrowed_here(&self, own: Reading) -> Reading {
        match LEXICON.narrowed(own.indicator, &self.tokens) {
            Some((indicator, at)) => {
                Reading { indicator, evidence: own.evidence.or(Some(self.tokens[at].span)), ..own }
            }
            None => own,
        }
    }

    /// A text about assisted returns goes on about them when it only says "rapatriés"; and a weak word ("Mopti en
    /// accueille 29 722") says less than what was being counted.
    pub(super) fn narrowed(
        &self,
        own: Reading,
        candidate: &Candidate,
        thread: &Thread,
        topic: &LazyTopic<'_>,
    ) -> Reading {
        let here = self.narrowed_here(own);
        if here.indicator != own.indicator {
            return here;
        }
        let carried = thread.topic().or_else(|| topic.main());
        let Some(carried) = carried else { return own };
        // "8 700 retournés" in a text on people who come back from abroad.
        let back = |i: usize| LEXICON.indicators[i].id.starts_with("return.");
        if LEXICON.indicators[own.indicator].id == "displacement.returned_idp"
            && own.score < 1.8
            && [thread.topic(), topic.main()].into_iter().flatten().any(back)
        {
            let indicator = [thread.topic(), topic.main()]
                .into_iter()
                .flatten()
                .find(|&i| back(i))
                .unwrap_or(own.indicator);
            return Reading { indicator, source: Source::Thread, ..own };
        }
        if LEXICON.specialises(carried, own.indicator) {
            return Reading { indicator: carried, ..own };
        }
        let listed = matches!(candidate.counted, Counted::Listed | Counted::Bare);
        if own.source != Source::Weak {
            return own;
        }
        if candidate.counted == Counted::Money {
            return thread.money().map_or(own, |indicator| Reading {
                indicator,
                source: Source::Thread,
                ..own
            });
        }
        let stock = LEXICON.indicators[own.indicator].kind == Kind::Stock;
        let moves = |i: &usize| LEXICON.indicators[*i].kind == Kind::Flow;
        // A stock goes on with a stock, a movement with a movement: people who arrive are not the refugees counted before.
        let goes_on = if stock { thread.stock_topic() } else { thread.topic().filter(moves) };
        match goes_on {
            Some(indicator) if listed || thread.is_fresh() => {
                Reading { indicator, source: Source::Thread, ..own }
            }
            None if thread.topic().is_none() => {
                topic.main().map_or(own, |indicator| Reading { indicator, source: Source::Title, ..own })
            }
            _ => own,
        }
    }

    /// Whether a number without words of its own may go on with what the text counts.
    pub(super) fn may_carry(&self, candidate: &Candidate) -> bool {
        candidate.counted != Counted::Bare || self.is_counting_on(candidate)
    }

    /// "33.000 ont achevé", "dont 12.177", "40 d’entre eux", "leur nombre à 199 575".
    pub(super) fn is_counting_on(&self, candidate: &Candidate) -> bool {
        let number = &self.numbers[candidate.number];
        let after = (number.to..number.to + 4).any(|i| {
            matches!(
                self.word(i),
                "ont"
                    | "sont"
                    | "etaient"
                    | "avaient"
                    | "seraient"
                    | "auraient"
                    | "entre"
                    | "autres"
                    | "viennent"
                    | "venaient"
                    | "vivent"
            )
        });
        let before = (number.from.saturating_sub(6)..number.from).any(|i| {
            matches!(
                self.word(i),
                "dont"
                    | "parmi"
                    | "sont"
                    | "etaient"
                    | "contre"
                    | "nombre"
                    | "total"
                    | "soit"
                    | "porte"
                    | "chiffre"
                    | "bilan"
                    | "passe"
                    | "aux"
            )
        });
        after || before || number.value >= 100.0 || LEXICON.participles.has(self.word(number.to))
    }

    /// What the text is counting, when nothing nearer says it.
    pub(super) fn carried(
        &self,
        candidate: &Candidate,
        previous: Option<&Reading>,
        thread: &Thread,
        topic: &LazyTopic<'_>,
    ) -> Option<Reading> {
        let take = |indicator: usize, source: Source, score: f64| Reading {
            indicator,
            evidence: None,
            score,
            source,
        };
        match candidate.counted {
            Counted::Money => {
                if let Some(indicator) = thread.money().or_else(|| topic.money()) {
                    return Some(take(indicator, Source::Thread, 0.5));
                }
                // A large sum in a text on migration, said of nothing else: money for it.
                let large = self.numbers[candidate.number].value >= 500_000.0;
                let funding = LEXICON.position("funding.amount").filter(|_| large && topic.is_migration());
                return funding.map(|indicator| take(indicator, Source::Title, 0.3));
            }
            Counted::Share => {
                return LEXICON.position("remittances.gdp_share").map(|i| take(i, Source::Title, 0.5));
            }
            Counted::Flights(_) => {
                let indicator = thread.topic().or_else(|| topic.main())?;
                return LEXICON.indicators[indicator]
                    .id
                    .starts_with("return")
                    .then(|| take(indicator, Source::Thread, 0.4));
            }
            Counted::Things(_) => return None,
            _ => {}
        }
        // A bare number goes on only where a verb or a joint says that it still counts people.
        if !self.may_carry(candidate) {
            return None;
        }
        // Figures of one sentence go on in its list.
        if let Some(previous) = previous {
            return Some(take(previous.indicator, Source::Thread, 0.6));
        }
        let people = matches!(candidate.counted, Counted::People(_) | Counted::Households(_));
        if let Some(indicator) = thread.topic() {
            let aside = ["jobs.", "projects.", "awareness."]
                .iter()
                .any(|h| LEXICON.indicators[indicator].id.starts_with(h));
            if thread.silence() <= 10 && !(aside && people && thread.silence() > 1) {
                return Some(take(indicator, Source::Thread, 0.5));
            }
        }
        let counts = |t: &Token| {
            [
                "nombre",
                "chiffre",
                "effectif",
                "total",
                "compte",
                "denombr",
                "recens",
                "enregistr",
                "estim",
                "bilan",
            ]
            .iter()
            .any(|stem| t.folded.starts_with(stem))
        };
        let counted = self.numbers[candidate.number].value >= 50.0 && self.tokens.iter().any(counts);
        let fallback =
            if people || counted { topic.main().or_else(|| thread.hint(self.content)) } else { None };
        fallback.map(|indicator| take(indicator, Source::Title, 0.35))
    }
}
