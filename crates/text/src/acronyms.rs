//! Acronyms that a text explains: "Agence de la route (Adr)" ties "Adr" to the name before it, in that text and
//! there alone.

use balise_model::MentionKind;

use crate::folded::Folded;
use crate::lookup::{Hit, Lookup};
use crate::mentions::{Found, longest};

/// Adds the acronym in brackets after each name, and the same acronym elsewhere in the text.
pub(crate) fn tie<'a>(folded: &Folded<'_>, mut found: Vec<Found<'a>>) -> Vec<Found<'a>> {
    let mut tied: Vec<Found<'a>> = Vec::new();
    let has_one = |f: &&Found<'_>| !matches!(f.kind, MentionKind::Person | MentionKind::Place);
    for (at, name) in found.iter().enumerate().filter(|(_, f)| has_one(f)) {
        let Some((start, end)) = in_brackets(folded, name.end) else { continue };
        // "Bureau de Tripoli (OIM)": a listed name in brackets is itself, unless it leaves the choice.
        let other = found.get(at + 1).filter(|f| f.listed && f.start < end);
        let agrees = other.is_none_or(|o| {
            o.shipped().is_empty() || name.shipped().iter().all(|id| o.shipped().contains(id))
        });
        // One that a list gives to the same entity is found everywhere already.
        let known = other.is_some_and(|o| o.end == end && o.shipped() == name.shipped());
        if agrees && !known && (looks_like_one(folded, start) || starts_alike(folded, name, start)) {
            let settled = Some(name.shipped().to_vec());
            tied.push(Found { start, end, settled, listed: false, ..name.clone() });
        }
    }
    if tied.is_empty() {
        return found;
    }
    found.extend(repeated(folded, &tied));
    longest(found)
}

/// What stands in the brackets that open after `end`: at most three short words.
pub(crate) fn in_brackets(folded: &Folded<'_>, end: usize) -> Option<(usize, usize)> {
    let rest = folded.bytes.get(end..)?.strip_prefix(b" ( ")?;
    let close = rest.iter().take(24).position(|b| *b == b')')?;
    let inside = rest[..close.checked_sub(1)?].iter();
    let plain = inside.clone().all(|b| b.is_ascii_alphanumeric() || *b == b' ');
    let words = inside.filter(|b| **b == b' ').count() + 1;
    (plain && close > 2 && words <= 3).then_some((end + 3, end + 3 + close - 1))
}

/// Two capitals in its first word: not "(sortant)", not "(Mali)".
fn looks_like_one(folded: &Folded<'_>, start: usize) -> bool {
    folded.surface(start, folded.word_end(start)).chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// "Fonds d'appui … (Fajec 2)": written like a word, but with the letters of the name.
fn starts_alike(folded: &Folded<'_>, name: &Found<'_>, acronym: usize) -> bool {
    let end = folded.word_end(acronym);
    let mut letters = folded.bytes[name.start..name.end].iter();
    folded.is_capital(acronym)
        && folded.bytes[name.start] == folded.bytes[acronym]
        && end - acronym > 3
        && folded.bytes[acronym..end].iter().all(|a| letters.any(|l| l == a))
}

/// The tied acronyms wherever they stand. Long ones are no other word, whatever their case.
fn repeated<'a>(folded: &Folded<'_>, tied: &[Found<'a>]) -> Vec<Found<'a>> {
    let lookup = Lookup::new(tied.iter().map(|t| &folded.bytes[t.start..t.end]));
    let mut out = Vec::new();
    let mut at = 1;
    while let Some(Hit { start, end, name }) = lookup.next(&folded.bytes, at) {
        at = end + 1;
        let definition = &tied[name];
        let same = folded.surface(start, end) == folded.surface(definition.start, definition.end);
        if same || end - start >= 6 {
            out.push(Found { start, end, ..definition.clone() });
        }
    }
    out
}
