//! The names that ship with Balise (data/gazetteer/), read once and made ready to be looked up in a folded text,
//! together with the words by which other names are recognised (cues.toml).

use std::collections::HashMap;
use std::sync::LazyLock;

use balise_model::MentionKind;
use serde::Deserialize;

use crate::folded::folded_name;
use crate::lookup::Lookup;

#[derive(Deserialize)]
struct File<T> {
    entries: Vec<T>,
}

/// One entry of people, institutions, programmes or places; what only people read is left out.
#[derive(Deserialize)]
struct Entry {
    id: &'static str,
    #[serde(default)]
    kind: Option<MentionKind>,
    name: &'static str,
    #[serde(default)]
    names: Vec<&'static str>,
    #[serde(default)]
    former: Vec<Former>,
    #[serde(default)]
    demonyms: Vec<&'static str>,
    #[serde(default)]
    guarded: Vec<&'static str>,
    #[serde(default)]
    offices: Vec<Held>,
}

#[derive(Deserialize)]
struct Former {
    name: &'static str,
}

/// What the lists say of an entry that no source was seen for.
const REMEMBERED: &str = "à vérifier";

/// An office somebody held. Dates are as precise as known ("2024", "≤2021-02").
#[derive(Deserialize)]
pub(crate) struct Held {
    #[serde(default)]
    pub(crate) office: Option<&'static str>,
    #[serde(default)]
    pub(crate) from: Option<&'static str>,
    #[serde(default)]
    pub(crate) to: Option<&'static str>,
    #[serde(default)]
    verify: Option<&'static str>,
}

#[derive(Deserialize)]
struct Office {
    id: &'static str,
    phrases: Vec<&'static str>,
}

#[derive(Deserialize)]
struct Cues {
    titles: Vec<String>,
    roles: Vec<String>,
    particles: Vec<String>,
    given: Vec<String>,
    surnames: Vec<String>,
    head: Vec<Heads>,
    named: HashMap<MentionKind, Vec<String>>,
    numbered: HashMap<MentionKind, Vec<String>>,
}

#[derive(Deserialize)]
struct Heads {
    kind: MentionKind,
    small: Vec<String>,
    strong: Vec<String>,
    weak: Vec<String>,
}

/// How a name must be written in the text to be one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Written {
    /// Several words: as they come.
    Any,
    /// With a capital letter somewhere.
    Capital,
    /// An acronym: all capitals, or a capital first when it is long.
    Acronym,
    /// Also an ordinary word: with its accents and capital, after a preposition.
    Guarded,
    /// The people of a place: a capital, or after a number.
    Demonym,
}

/// One way to understand a pattern: whom it may mean.
pub(crate) struct Reading {
    pub(crate) kind: MentionKind,
    pub(crate) written: Written,
    pub(crate) name: &'static str,
    pub(crate) entities: Vec<&'static str>,
}

/// A word that makes a name of what stands beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cue {
    Title,
    Person,
    Head(MentionKind, Weight),
    Named(MentionKind),
    Numbered(MentionKind),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Weight {
    Small,
    Strong,
    Weak,
}

/// All that one folded string can be.
#[derive(Default)]
pub(crate) struct Pattern {
    pub(crate) readings: Vec<Reading>,
    pub(crate) cues: Vec<Cue>,
    /// Index into the offices.
    pub(crate) office: Option<usize>,
    pub(crate) role: bool,
}

pub(crate) struct Gazetteer {
    pub(crate) lookup: Lookup,
    pub(crate) patterns: Vec<Pattern>,
    /// First words of titles and offices.
    pub(crate) titles: Lookup,
    pub(crate) particles: Lookup,
    /// First names and family names.
    pub(crate) persons: Lookup,
    /// Office by office, who held it, as far as that is certain.
    pub(crate) holders: Vec<Vec<(&'static str, Held)>>,
}

pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::shipped);

impl Gazetteer {
    fn shipped() -> Self {
        let read = "tests read the shipped file";
        let entries = |text: &'static str| serde_json::from_str::<File<Entry>>(text).expect(read).entries;
        let offices =
            serde_json::from_str::<File<Office>>(include_str!("../../../data/gazetteer/offices.json"));
        let offices = offices.expect(read).entries;
        let cues: Cues = toml::from_str(include_str!("../../../data/gazetteer/cues.toml")).expect(read);
        let people = entries(include_str!("../../../data/gazetteer/people.json"));
        let mut patterns = Patterns::default();
        patterns.names(&people, MentionKind::Person);
        patterns.names(
            &entries(include_str!("../../../data/gazetteer/institutions.json")),
            MentionKind::Institution,
        );
        patterns
            .names(&entries(include_str!("../../../data/gazetteer/programmes.json")), MentionKind::Programme);
        patterns.names(&entries(include_str!("../../../data/gazetteer/places.json")), MentionKind::Place);
        for (index, office) in offices.iter().enumerate() {
            for phrase in &office.phrases {
                patterns.at(folded_name(phrase)).office = Some(index);
            }
        }
        patterns.cues(&cues);
        let first_words = cues.titles.iter().chain(&cues.roles).filter_map(|t| t.split(' ').next());
        Self {
            lookup: Lookup::new(patterns.texts.iter().map(Vec::as_slice)),
            patterns: patterns.list,
            titles: Lookup::new(first_words.map(str::as_bytes)),
            particles: Lookup::new(cues.particles.iter().map(String::as_bytes)),
            persons: Lookup::new(cues.given.iter().chain(&cues.surnames).map(String::as_bytes)),
            holders: holders(people, &offices),
        }
    }
}

fn holders(people: Vec<Entry>, offices: &[Office]) -> Vec<Vec<(&'static str, Held)>> {
    let mut holders: Vec<Vec<(&'static str, Held)>> = offices.iter().map(|_| Vec::new()).collect();
    for person in people {
        for held in person.offices.into_iter().filter(|held| held.verify != Some(REMEMBERED)) {
            if let Some(index) = held.office.and_then(|id| offices.iter().position(|o| o.id == id)) {
                holders[index].push((person.id, held));
            }
        }
    }
    holders
}

#[derive(Default)]
struct Patterns {
    list: Vec<Pattern>,
    texts: Vec<Vec<u8>>,
    indexes: HashMap<Vec<u8>, usize>,
}

impl Patterns {
    fn at(&mut self, text: Vec<u8>) -> &mut Pattern {
        let next = self.list.len();
        let index = *self.indexes.entry(text).or_insert_with_key(|text| {
            self.texts.push(text.clone());
            next
        });
        if index == next {
            self.list.push(Pattern::default());
        }
        &mut self.list[index]
    }

    fn names(&mut self, entries: &[Entry], kind: MentionKind) {
        for entry in entries {
            let kind = entry.kind.unwrap_or(kind);
            let former = entry.former.iter().map(|f| &f.name);
            for name in std::iter::once(&entry.name).chain(&entry.names).chain(former) {
                let written = match () {
                    () if entry.guarded.contains(name) => Written::Guarded,
                    () => written(name, kind),
                };
                self.name(name, entry.id, kind, written);
            }
            for demonym in &entry.demonyms {
                self.name(demonym, entry.id, MentionKind::Place, Written::Demonym);
            }
        }
    }

    fn name(&mut self, name: &'static str, id: &'static str, kind: MentionKind, written: Written) {
        let readings = &mut self.at(folded_name(name)).readings;
        match readings.iter_mut().find(|r| r.kind == kind && (r.written == written)) {
            Some(reading) if reading.entities.contains(&id) => {}
            Some(reading) => reading.entities.push(id),
            None => readings.push(Reading { kind, written, name, entities: vec![id] }),
        }
    }

    fn cues(&mut self, cues: &Cues) {
        let mut add = |words: &[String], cue: Cue| {
            for word in words {
                self.at(folded_name(word)).cues.push(cue);
            }
        };
        add(&cues.titles, Cue::Title);
        add(&cues.given, Cue::Person);
        add(&cues.surnames, Cue::Person);
        // Unmistakable inside a name.
        add(&["ag".to_owned(), "ould".to_owned()], Cue::Person);
        for heads in &cues.head {
            let lists =
                [(&heads.small, Weight::Small), (&heads.strong, Weight::Strong), (&heads.weak, Weight::Weak)];
            lists.iter().for_each(|(words, weight)| add(words, Cue::Head(heads.kind, *weight)));
        }
        cues.named.iter().for_each(|(kind, words)| add(words, Cue::Named(*kind)));
        cues.numbered.iter().for_each(|(kind, words)| add(words, Cue::Numbered(*kind)));
        for role in &cues.roles {
            self.at(folded_name(role)).role = true;
        }
    }
}

fn written(name: &str, kind: MentionKind) -> Written {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_uppercase) && !name.contains(' ') {
        return Written::Acronym;
    }
    let words = name.split([' ', '’', '-']).count();
    match kind {
        MentionKind::Person | MentionKind::Place => Written::Capital,
        _ if words == 1 || !name.contains(char::is_lowercase) => Written::Capital,
        _ => Written::Any,
    }
}
