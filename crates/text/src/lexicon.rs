//! The words of `data/indicators.toml` and `data/populations.toml`, compiled once for matching on folded tokens.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::numbers::What;
use crate::tokens::Token;

#[derive(Deserialize)]
struct IndicatorFile {
    indicator: Vec<Entry>,
    context: Context,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    kind: Kind,
    specialises: Option<String>,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    noun: Vec<String>,
    /// Nouns that say who people are rather than what happened to them: a verb beside them says more.
    #[serde(default)]
    status: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    /// Words that may govern the number or be said of it.
    #[serde(default)]
    verb: Vec<String>,
}

#[derive(Deserialize)]
struct Context {
    migration: Vec<String>,
    other_victims: Vec<String>,
    price: Vec<String>,
    survey: Vec<String>,
    plan: Vec<String>,
    fact: Vec<String>,
    speech: Vec<String>,
    comparison: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Flow,
    Stock,
}

#[derive(Deserialize)]
struct PopulationFile {
    people: Vec<String>,
    demonyms: Vec<String>,
    households: Vec<String>,
    groups: Vec<String>,
    countries: HashMap<String, Vec<String>>,
    passed: Vec<String>,
    participles: Vec<String>,
    joints: Vec<String>,
    measures: Measures,
}

#[derive(Deserialize)]
struct Measures {
    duration: Vec<String>,
    distance: Vec<String>,
    capacity: Vec<String>,
    other: Vec<String>,
}

pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// The broader indicator that the words `when` turn into this one.
    specialises: Option<String>,
    when: Vec<Cue>,
}

/// Where a cue stands: it is the thing counted, it governs the number that follows, or it is said of it later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Noun,
    Status,
    Before,
    After,
}

pub(crate) struct Cue {
    pub(crate) indicator: usize,
    pub(crate) place: Place,
    /// Written with `~`: words that many indicators share ("accueille", "arrivés à").
    pub(crate) weak: bool,
    /// Written with `!`: only close to the number.
    pub(crate) near: bool,
    words: Vec<Word>,
}

enum Word {
    Whole(String),
    Stem(String),
    /// "...": up to five words pass.
    Gap,
}

impl Word {
    fn read(written: &str) -> Self {
        match written {
            "..." => Self::Gap,
            _ => match written.strip_suffix('*') {
                Some(stem) => Self::Stem(stem.to_owned()),
                None => Self::Whole(written.to_owned()),
            },
        }
    }

    fn is(&self, token: &Token) -> bool {
        match self {
            Self::Whole(word) => {
                token.folded.as_str() == word
                    || token.folded.strip_suffix('s').is_some_and(|singular| singular == word)
            }
            Self::Stem(stem) => token.folded.starts_with(stem.as_str()),
            Self::Gap => false,
        }
    }
}

impl Cue {
    fn read(line: &str, indicator: usize, place: Place) -> Self {
        let (weak, line) = line.strip_prefix('~').map_or((false, line), |line| (true, line));
        let (near, line) = line.strip_prefix('!').map_or((false, line), |line| (true, line));
        Self { indicator, place, weak, near, words: line.split(' ').map(Word::read).collect() }
    }

    /// How many content words it holds: the longer of two cues is the better one.
    pub(crate) fn weight(&self) -> usize {
        self.words.iter().filter(|w| !matches!(w, Word::Gap)).count()
    }

    /// Index after the last token when the cue stands at `at`. A gap does not cross a border of sentence parts.
    pub(crate) fn matches(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let mut i = at;
        let mut gap = false;
        for word in &self.words {
            if matches!(word, Word::Gap) {
                gap = true;
                continue;
            }
            let reach = if gap { 5 } else { 0 };
            let found = (i..=i + reach)
                .take_while(|&j| {
                    j < tokens.len() && !(gap && matches!(tokens[j].folded.as_str(), ";" | ":" | "(" | ")"))
                })
                .find(|&j| word.is(&tokens[j]))?;
            i = found + 1;
            gap = false;
        }
        Some(i)
    }
}

/// A list of words: whole ones (a final s or x is optional), stems and phrases.
#[derive(Default)]
pub(crate) struct Words {
    whole: FxHashSet<String>,
    /// By their first bytes.
    stems: FxHashMap<Head, Vec<String>>,
    phrases: FxHashMap<Head, Vec<Vec<Word>>>,
}

impl Words {
    fn of(lines: &[String]) -> Self {
        let mut words = Self::default();
        for line in lines {
            if line.contains(' ') {
                let phrase: Vec<Word> = line.split(' ').map(Word::read).collect();
                words
                    .phrases
                    .entry(head(line.split([' ', '*']).next().unwrap_or_default()))
                    .or_default()
                    .push(phrase);
            } else if let Some(stem) = line.strip_suffix('*') {
                words.stems.entry(head(stem)).or_default().push(stem.to_owned());
            } else {
                words.whole.insert(line.clone());
            }
        }
        words
    }

    pub(crate) fn has(&self, folded: &str) -> bool {
        self.whole.contains(folded)
            || folded.strip_suffix(['s', 'x']).is_some_and(|singular| self.whole.contains(singular))
            || self
                .stems
                .get(&head(folded))
                .is_some_and(|stems| stems.iter().any(|stem| folded.starts_with(stem.as_str())))
    }

    /// Index after the word or the phrase that stands at `at`.
    pub(crate) fn end_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let token = tokens.get(at)?;
        let fits = |phrase: &&Vec<Word>| {
            phrase.iter().enumerate().all(|(n, word)| tokens.get(at + n).is_some_and(|t| word.is(t)))
        };
        let phrases = self.phrases.get(&head(&token.folded)).map_or(&[][..], Vec::as_slice);
        let phrase = phrases.iter().filter(fits).map(|p| at + p.len()).max();
        phrase.or_else(|| self.has(&token.folded).then_some(at + 1))
    }

    pub(crate) fn any(&self, tokens: &[Token]) -> bool {
        (0..tokens.len()).any(|at| self.end_at(tokens, at).is_some())
    }
}

/// The first three bytes of a word, by which cues and stems are found.
type Head = [u8; 3];

fn head(word: &str) -> Head {
    let mut head = [0; 3];
    for (place, byte) in head.iter_mut().zip(word.bytes()) {
        *place = byte;
    }
    head
}

pub(crate) struct Lexicon {
    pub(crate) indicators: Vec<Indicator>,
    cues: Vec<Cue>,
    /// Cues by the first three bytes of their first word.
    by_head: FxHashMap<Head, Vec<usize>>,
    people: Words,
    demonyms: Words,
    households: Words,
    pub(crate) groups: Words,
    /// Demonyms by the folded name of their country.
    countries: Vec<(String, Words)>,
    pub(crate) passed: Words,
    pub(crate) participles: Words,
    pub(crate) joints: Words,
    duration: Words,
    distance: Words,
    capacity: Words,
    other: Words,
    /// Words that say a sentence is about migrants (or their money).
    pub(crate) migration: Words,
    /// Words of attacks, fights and accidents, whose dead are not migrants.
    pub(crate) other_victims: Words,
    /// Words of prices, fines and sums for one person.
    pub(crate) price: Words,
    pub(crate) survey: Words,
    pub(crate) plan: Words,
    /// Words that say a thing was done, after a word of plan: "… et a déjà".
    pub(crate) fact: Words,
    /// Verbs and nouns of saying: a day beside them is the day of speaking.
    pub(crate) speech: Words,
    /// "contre", "par rapport à": what follows is a figure to compare with.
    pub(crate) comparison: Words,
}

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

impl Lexicon {
    fn shipped() -> Self {
        let read = "tests read the shipped file";
        let file: IndicatorFile = toml::from_str(include_str!("../../../data/indicators.toml")).expect(read);
        let population: PopulationFile =
            toml::from_str(include_str!("../../../data/populations.toml")).expect(read);
        let (mut indicators, mut cues) = (Vec::new(), Vec::new());
        for (indicator, entry) in file.indicator.into_iter().enumerate() {
            for (place, lines) in [
                (Place::Noun, &entry.noun),
                (Place::Status, &entry.status),
                (Place::Before, &entry.before),
                (Place::After, &entry.after),
                (Place::Before, &entry.verb),
                (Place::After, &entry.verb),
            ] {
                cues.extend(lines.iter().map(|line| Cue::read(line, indicator, place)));
            }
            let when = entry.when.iter().map(|line| Cue::read(line, indicator, Place::After)).collect();
            indicators.push(Indicator {
                id: entry.id,
                kind: entry.kind,
                specialises: entry.specialises,
                when,
            });
        }
        let mut by_head: FxHashMap<Head, Vec<usize>> = FxHashMap::default();
        for (i, cue) in cues.iter().enumerate() {
            if let Some(Word::Whole(first) | Word::Stem(first)) = cue.words.first() {
                by_head.entry(head(first)).or_default().push(i);
            }
        }
        let (context, measures) = (file.context, population.measures);
        Self {
            indicators,
            cues,
            by_head,
            people: Words::of(&population.people),
            demonyms: Words::of(&population.demonyms),
            households: Words::of(&population.households),
            groups: Words::of(&population.groups),
            countries: population
                .countries
                .iter()
                .map(|(name, words)| (name.clone(), Words::of(words)))
                .collect(),
            passed: Words::of(&population.passed),
            participles: Words::of(&population.participles),
            joints: Words::of(&population.joints),
            duration: Words::of(&measures.duration),
            distance: Words::of(&measures.distance),
            capacity: Words::of(&measures.capacity),
            other: Words::of(&measures.other),
            migration: Words::of(&context.migration),
            other_victims: Words::of(&context.other_victims),
            price: Words::of(&context.price),
            survey: Words::of(&context.survey),
            plan: Words::of(&context.plan),
            fact: Words::of(&context.fact),
            speech: Words::of(&context.speech),
            comparison: Words::of(&context.comparison),
        }
    }

    /// Every cue that stands at token `at`, with the index after it.
    pub(crate) fn cues_at<'a>(
        &'static self,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (&'static Cue, usize)> + use<'a> {
        let cues = self.by_head.get(&head(&tokens[at].folded)).map_or(&[][..], Vec::as_slice);
        cues.iter().filter_map(move |&i| self.cues[i].matches(tokens, at).map(|end| (&self.cues[i], end)))
    }

    /// The narrower indicator that the sentence makes of this one, with the token that says so: "rapatriés" by the
    /// IOM are assisted returns. The first in the file wins.
    pub(crate) fn narrowed(&self, indicator: usize, tokens: &[Token]) -> Option<(usize, usize)> {
        let broad = &self.indicators[indicator].id;
        let said_by = |at: usize| {
            tokens[at.saturating_sub(4)..at]
                .iter()
                .any(|t| matches!(t.folded.as_str(), "selon" | "apres" | "rapport" | "croire" | "source"))
        };
        let narrower =
            self.indicators.iter().enumerate().filter(|(_, i)| i.specialises.as_ref() == Some(broad));
        narrower.into_iter().find_map(|(narrow, entry)| {
            let stands = |at: usize| entry.when.iter().any(|cue| cue.matches(tokens, at).is_some());
            // "selon l'OIM": who says it, not who did it.
            let at = (0..tokens.len()).find(|&at| stands(at) && !said_by(at))?;
            Some((narrow, at))
        })
    }

    pub(crate) fn specialises(&self, narrow: usize, broad: usize) -> bool {
        self.indicators[narrow].specialises.as_ref() == Some(&self.indicators[broad].id)
    }

    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|i| i.id == id)
    }

    pub(crate) fn is_people(&self, folded: &str) -> bool {
        self.people.has(folded) || self.demonyms.has(folded)
    }

    /// Index after the noun of people that stands at `at`.
    pub(crate) fn people_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        self.people.end_at(tokens, at).into_iter().chain(self.demonyms.end_at(tokens, at)).max()
    }

    pub(crate) fn is_demonym(&self, folded: &str) -> bool {
        self.demonyms.has(folded)
    }

    /// The country whose people this word names, or which this word names itself.
    pub(crate) fn country(&self, tokens: &[Token], at: usize) -> Option<&str> {
        self.countries
            .iter()
            .find(|(_, words)| words.end_at(tokens, at).is_some())
            .map(|(name, _)| name.as_str())
    }

    pub(crate) fn is_household(&self, folded: &str) -> bool {
        self.households.has(folded)
    }

    /// What a number before this word measures, when it counts no people.
    pub(crate) fn measure(&self, folded: &str) -> Option<What> {
        if self.duration.has(folded) {
            Some(What::Duration)
        } else if self.distance.has(folded) {
            Some(What::Distance)
        } else if self.capacity.has(folded) {
            Some(What::Capacity)
        } else if self.other.has(folded) {
            Some(What::Other)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::fold;

    /// A word that is not folded, or a stem too short to be found, would never match: the line would be dead.
    #[test]
    fn every_word_of_the_data_can_be_found() {
        for cue in &LEXICON.cues {
            let id = &LEXICON.indicators[cue.indicator].id;
            assert!(!matches!(cue.words.first(), Some(Word::Gap)), "{id}: a cue begins with a word");
            for word in &cue.words {
                match word {
                    Word::Whole(word) => assert_eq!(&fold(word), word, "{id}: folded"),
                    Word::Stem(stem) => assert!(fold(stem) == *stem && stem.len() >= 3, "{id}: {stem}*"),
                    Word::Gap => {}
                }
            }
        }
    }

    #[test]
    fn the_thirty_one_indicators_are_all_said_by_some_words() {
        assert_eq!(LEXICON.indicators.len(), 31);
        for (i, indicator) in LEXICON.indicators.iter().enumerate() {
            assert!(LEXICON.cues.iter().any(|c| c.indicator == i), "{}", indicator.id);
            if let Some(broad) = &indicator.specialises {
                assert!(LEXICON.position(broad).is_some(), "{}: {broad}", indicator.id);
            }
        }
    }
}
