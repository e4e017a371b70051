//! The words of `data/indicators.toml` and `data/populations.toml`, compiled once for matching on folded tokens.

use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::tokens::Token;

#[derive(Deserialize)]
struct IndicatorFile {
    indicator: Vec<Entry>,
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
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
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
    Before,
    After,
}

pub(crate) struct Cue {
    pub(crate) indicator: usize,
    pub(crate) place: Place,
    /// Written with `~`: words that many indicators share ("accueille", "arrivés à").
    pub(crate) weak: bool,
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
                token.folded == *word
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
        Self { indicator, place, weak, words: line.split(' ').map(Word::read).collect() }
    }

    /// How many content words it holds: the longer of two cues is the better one.
    pub(crate) fn weight(&self) -> usize {
        self.words.iter().filter(|w| !matches!(w, Word::Gap)).count()
    }

    /// Index after the last token when the cue stands at `at`.
    pub(crate) fn matches(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let mut i = at;
        let mut gap = false;
        for word in &self.words {
            if matches!(word, Word::Gap) {
                gap = true;
                continue;
            }
            let reach = if gap { 5 } else { 0 };
            let found = (i..=i + reach).take_while(|&j| j < tokens.len()).find(|&j| word.is(&tokens[j]))?;
            i = found + 1;
            gap = false;
        }
        Some(i)
    }
}

pub(crate) struct Lexicon {
    pub(crate) indicators: Vec<Indicator>,
    cues: Vec<Cue>,
    /// Cues by the first three bytes of their first word.
    by_head: HashMap<String, Vec<usize>>,
    people: HashSet<String>,
    demonyms: HashSet<String>,
    households: HashSet<String>,
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
            for (place, lines) in
                [(Place::Noun, entry.noun), (Place::Before, entry.before), (Place::After, entry.after)]
            {
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
        let mut by_head: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, cue) in cues.iter().enumerate() {
            if let Some(Word::Whole(first) | Word::Stem(first)) = cue.words.first() {
                by_head.entry(head(first).to_owned()).or_default().push(i);
            }
        }
        let set = |words: Vec<String>| words.into_iter().collect();
        Self {
            indicators,
            cues,
            by_head,
            people: set(population.people),
            demonyms: set(population.demonyms),
            households: set(population.households),
        }
    }

    /// Every cue that stands at token `at`, with the index after it.
    pub(crate) fn cues_at<'a>(
        &'a self,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (&'a Cue, usize)> {
        let cues = self.by_head.get(head(&tokens[at].folded)).map_or(&[][..], Vec::as_slice);
        cues.iter().filter_map(move |&i| self.cues[i].matches(tokens, at).map(|end| (&self.cues[i], end)))
    }

    /// The narrower indicator that the sentence makes of this one, with the token that says so: "rapatriés" by the
    /// IOM are assisted returns.
    pub(crate) fn narrowed(&self, indicator: usize, tokens: &[Token]) -> Option<(usize, usize)> {
        let broad = &self.indicators[indicator].id;
        let (narrow, entry) =
            self.indicators.iter().enumerate().find(|(_, i)| i.specialises.as_ref() == Some(broad))?;
        let said_by = |at: usize| {
            tokens[..at].iter().rev().take(3).any(|t| matches!(t.folded.as_str(), "selon" | "apres"))
        };
        let stands = |at: usize| entry.when.iter().any(|cue| cue.matches(tokens, at).is_some());
        // "selon l'OIM": who says it, not who did it.
        let at = (0..tokens.len()).find(|&at| stands(at) && !said_by(at))?;
        Some((narrow, at))
    }

    pub(crate) fn specialises(&self, narrow: usize, broad: usize) -> bool {
        self.indicators[narrow].specialises.as_ref() == Some(&self.indicators[broad].id)
    }

    pub(crate) fn is_people(&self, folded: &str) -> bool {
        within(&self.people, folded) || within(&self.demonyms, folded)
    }

    pub(crate) fn is_household(&self, folded: &str) -> bool {
        within(&self.households, folded)
    }
}

fn within(set: &HashSet<String>, folded: &str) -> bool {
    set.contains(folded) || folded.strip_suffix('s').is_some_and(|singular| set.contains(singular))
}

fn head(word: &str) -> &str {
    word.get(..3).unwrap_or(word)
}
