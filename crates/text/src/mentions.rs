//! The names in a text: one pass over the folded text, then what each hit says, the longest name where two overlap,
//! the acronyms tied to a name by brackets, and offices given to who held them on the day.
//! What is ambiguous stays so: a mention lists its candidates and chooses nobody.

use std::borrow::Cow;

use balise_model::{Alias, Edge, EntityId, Mention, MentionKind, Text};

use crate::acronyms;
use crate::folded::{Folded, folded_name};
use crate::gazetteer::{GAZETTEER, Reading, Written};
use crate::lookup::{Hit, Lookup};
use crate::names;
use crate::offices;

/// Reads every name of the article: in all blocks that are not set aside. `published` tells who held an office.
pub fn mentions(text: &Text, published: Option<Edge>, aliases: &[Alias]) -> Vec<Mention> {
    let article = text.blocks().iter().filter(|b| !b.kind.is_set_aside());
    let folded = Folded::new(text.content(), article.map(|b| b.span));
    let mut found = hits(&folded);
    known_by_the_analyst(&folded, aliases, &mut found);
    let mut found = acronyms::tie(&folded, longest(found));
    offices::settle(&folded, &mut found, published);
    found.into_iter().filter(|f| !f.dropped).map(|f| f.mention(&folded)).collect()
}

/// Whom a name may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Who<'a> {
    Shipped(&'static [&'static str]),
    Given(&'a str),
    /// Held by whoever held this office.
    Office(usize),
}

pub(crate) const NOBODY: Who<'static> = Who::Shipped(&[]);

/// A name between two folded places.
#[derive(Clone, Debug)]
pub(crate) struct Found<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: MentionKind,
    pub(crate) who: Who<'a>,
    /// An office settled, an acronym tied: read instead of `who`.
    pub(crate) settled: Option<Vec<&'static str>>,
    /// From a list, not from a pattern.
    pub(crate) listed: bool,
    pub(crate) dropped: bool,
}

impl<'a> Found<'a> {
    pub(crate) fn new(start: usize, end: usize, kind: MentionKind, who: Who<'a>, listed: bool) -> Self {
        Self { start, end, kind, who, settled: None, listed, dropped: false }
    }

    pub(crate) fn shipped(&self) -> &[&'static str] {
        match (&self.settled, self.who) {
            (Some(settled), _) => settled,
            (None, Who::Shipped(ids)) => ids,
            _ => &[],
        }
    }

    fn mention(self, folded: &Folded<'_>) -> Mention {
        let candidates: Vec<EntityId> = match self.who {
            Who::Given(id) => vec![Cow::Owned(id.to_owned())],
            _ => self.shipped().iter().map(|id| Cow::Borrowed(*id)).collect(),
        };
        Mention { span: folded.span(self.start, self.end), kind: self.kind, candidates }
    }
}

/// Every name and cue that is looked up, and what patterns make of it.
fn hits(folded: &Folded<'_>) -> Vec<Found<'static>> {
    let gazetteer = &*GAZETTEER;
    let mut found = Vec::with_capacity(folded.bytes.len() / 64);
    let mut at = 1;
    while let Some(Hit { start, end, name }) = gazetteer.lookup.next(&folded.bytes, at) {
        let pattern = &gazetteer.patterns[name];
        let before = found.len();
        for reading in &pattern.readings {
            if is_written(folded, start, end, reading) {
                let numbered = reading.kind == MentionKind::Law && folded.bytes[end - 1].is_ascii_digit();
                let end = if numbered { names::dated(folded, end) } else { end };
                found.push(Found::new(start, end, reading.kind, Who::Shipped(&reading.entities), true));
                break;
            }
        }
        if let Some(office) = pattern.office {
            found.push(Found::new(start, end, MentionKind::Person, Who::Office(office), true));
        }
        if pattern.role || pattern.office.is_some() {
            names::holder(folded, end, &mut found);
        }
        for cue in &pattern.cues {
            names::read(folded, *cue, start, end, &mut found);
        }
        // What came to nothing may hide a shorter name.
        at = 1 + if found.len() > before { end } else { folded.word_end(start) };
    }
    found
}

/// The text writes a listed name as a name is written.
fn is_written(folded: &Folded<'_>, start: usize, end: usize, reading: &Reading) -> bool {
    let surface = || folded.surface(start, end);
    match reading.written {
        Written::Any => true,
        Written::Capital => folded.is_capital(start) || surface().contains(char::is_uppercase),
        Written::Acronym => {
            let surface = surface();
            !surface.contains(char::is_lowercase) || (end - start > 3 && folded.is_capital(start))
        }
        Written::Guarded => is_guarded(folded, start, end, reading.name),
        Written::Demonym => folded.is_capital(start) || is_counted(folded, start),
    }
}

/// "à San", "cercle de San", never "San Francisco" or "Dire que".
fn is_guarded(folded: &Folded<'_>, start: usize, end: usize, name: &str) -> bool {
    let surface = folded.surface(start, end);
    let accents = surface == name || surface == name.to_uppercase();
    let before = folded.word_before(start).map(|at| folded.word(at)).unwrap_or_default();
    let placed = matches!(
        before,
        b"a" | b"de" | b"d" | b"vers" | b"et" | b"entre" | b"region" | b"cercle" | b"ville" | b","
    );
    let next = folded.word_end(start.max(end - 1)) + 1;
    accents && placed && !(folded.is_word(next) && folded.is_capital(next))
}

/// "160 maliens": people are counted, the adjective is not.
fn is_counted(folded: &Folded<'_>, start: usize) -> bool {
    folded.word_before(start).is_some_and(|at| folded.word(at).iter().all(u8::is_ascii_digit))
}

/// The analyst's own names come first, written as they wrote them but for case and accents.
fn known_by_the_analyst<'a>(folded: &Folded<'_>, aliases: &'a [Alias], found: &mut Vec<Found<'a>>) {
    let names: Vec<Vec<u8>> = aliases.iter().map(|a| folded_name(&a.name)).collect();
    if names.is_empty() {
        return;
    }
    let lookup = Lookup::new(names.iter().map(Vec::as_slice));
    let mut at = 1;
    while let Some(Hit { start, end, name }) = lookup.next(&folded.bytes, at) {
        at = end + 1;
        let alias = &aliases[name];
        if folded.is_capital(start) || folded.surface(start, end).contains(' ') {
            found.retain(|f| f.start != start || f.end != end);
            found.push(Found::new(start, end, alias.kind, Who::Given(&alias.entity), true));
        }
    }
}

/// Where names overlap, the longest stays; of two as long, what an acronym is tied to, then the listed one.
pub(crate) fn longest<'a>(mut found: Vec<Found<'a>>) -> Vec<Found<'a>> {
    let length = |f: &Found<'_>| f.end - f.start;
    let tied = |f: &Found<'_>| f.settled.as_ref().is_some_and(|ids| !ids.is_empty());
    found.sort_by_key(|f| (f.start, std::cmp::Reverse((length(f), tied(f), f.listed))));
    let mut kept: Vec<Found<'a>> = Vec::with_capacity(found.len());
    for next in found {
        match kept.last_mut() {
            Some(last) if next.start < last.end => {
                if length(&next) > length(last) {
                    *last = next;
                }
            }
            _ => kept.push(next),
        }
    }
    kept
}
