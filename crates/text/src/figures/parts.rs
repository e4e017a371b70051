//! Totals and their parts: "dont 33.000", "parmi eux 40", "(11 femmes)", ": 39 hommes, 34 femmes", "soit 95 hommes",
//! "sur ce nombre, 249", and the places of a list after their total.

use balise_model::{Figure, Span};

use super::{Candidate, Counted, NEAR, Reading, Sentence, Thread};
use crate::lexicon::LEXICON;
use crate::numbers::{Number, What};

/// What a number is a part of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Total {
    place: Place,
    /// Token that ties them, in this sentence.
    pub(super) joint: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Place {
    /// A number of the same sentence, by its index.
    Here(usize),
    /// A figure found before, by its index.
    Before(usize),
}

impl Total {
    /// The figure of the total, when it is one.
    pub(super) fn figure<'f>(
        self,
        made: &'f [(usize, Figure, Reading)],
        found: &'f [Figure],
    ) -> Option<&'f Figure> {
        match self.place {
            Place::Here(i) => made.iter().find(|(n, ..)| *n == i).map(|(_, f, _)| f),
            Place::Before(i) => found.get(i),
        }
    }

    pub(super) fn value(self, sentence: &Sentence<'_>, found: &[Figure]) -> f64 {
        match self.place {
            Place::Here(i) => sentence.numbers[i].value,
            Place::Before(i) => found.get(i).map_or(0.0, |f| f.quantity.value),
        }
    }

    pub(super) fn words(self, sentence: &Sentence<'_>) -> Option<Span> {
        self.joint.map(|j| sentence.tokens[j].span)
    }
}

/// A group of parts that is open: the number it parts, and what its parts come to so far.
struct Open {
    total: Place,
    value: f64,
    sum: f64,
    joint: usize,
    bracket: bool,
}

/// Ties each candidate to its total.
pub(super) fn tie(
    sentence: &Sentence<'_>,
    mut candidates: Vec<Candidate>,
    found: &[Figure],
    thread: &mut Thread,
) -> Vec<Candidate> {
    let mut groups: Vec<Open> = Vec::new();
    let mut last: Option<usize> = None;
    let mut end = 0;
    for c in 0..candidates.len() {
        let number = &sentence.numbers[candidates[c].number];
        let between = end.min(number.from)..number.from;
        close_groups(sentence, between.clone(), &mut groups);
        if let Some(again) = said_again(sentence, &candidates, c, last, found) {
            let value = value_of(again, sentence, found);
            groups.push(Open { total: again, value, sum: 0.0, joint: between.start, bracket: false });
        }
        if let Some((place, joint, bracket)) =
            opened(sentence, &candidates, c, between.clone(), last, found, thread)
        {
            let value = value_of(place, sentence, found);
            groups.push(Open { total: place, value, sum: 0.0, joint, bracket });
        }
        while groups
            .last()
            .is_some_and(|g| number.value > g.value - g.sum + 0.5 && !g.bracket || number.value > g.value)
        {
            groups.pop();
        }
        if let Some(group) = groups.last_mut() {
            group.sum += number.value;
            candidates[c].total = Some(Total { place: group.total, joint: Some(group.joint) });
        }
        last = Some(candidates[c].number);
        end = number.to;
    }
    place_lists(sentence, &mut candidates, found, thread);
    candidates
}

/// "de ces 63.316 personnes – 30.919 –": the number before says a figure again, and the next ones part it.
fn said_again(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    c: usize,
    last: Option<usize>,
    found: &[Figure],
) -> Option<Place> {
    let last = last.filter(|_| c == 1)?;
    let (before, number) = (&sentence.numbers[last], &sentence.numbers[candidates[c].number]);
    let these =
        before.from.checked_sub(1).is_some_and(|b| matches!(sentence.word(b), "ces" | "ses" | "les" | "sur"));
    let near = found.len().saturating_sub(NEAR);
    let again = near
        + found[near..].iter().rposition(|f| f.quantity.value == before.value && f.quantity.value >= 20.0)?;
    (these && number.value < before.value).then_some(Place::Before(again))
}

fn value_of(place: Place, sentence: &Sentence<'_>, found: &[Figure]) -> f64 {
    match place {
        Place::Here(i) => sentence.numbers[i].upper.unwrap_or(sentence.numbers[i].value),
        Place::Before(i) => found.get(i).map_or(0.0, |f| f.quantity.upper.unwrap_or(f.quantity.value)),
    }
}

/// Groups that end between two numbers: at a bracket that closes, at a full clause of its own.
fn close_groups(sentence: &Sentence<'_>, between: std::ops::Range<usize>, groups: &mut Vec<Open>) {
    for i in between {
        match sentence.word(i) {
            ")" => {
                if let Some(open) = groups.iter().rposition(|g| g.bracket) {
                    groups.truncate(open);
                }
            }
            ";" | "tandis" | "mais" | "." | "contre" => groups.retain(|g| g.bracket),
            "ont" | "a" | "ete" | "sont" | "etaient" | "avaient" | "ainsi" | "venaient" => {
                // "dont 40 femmes, ont été ramenés et 30 …": a verb ends the list of parts.
                let ended = |g: &Open| !g.bracket && g.sum > 0.0 && !opens_with_clause(sentence, g.joint);
                groups.pop_if(|g| ended(g));
            }
            _ => {}
        }
    }
}

/// "De ce nombre, 249 venaient du Niger, … et 5 hommes de l’Algérie": the group runs through the sentence.
fn opens_with_clause(sentence: &Sentence<'_>, joint: usize) -> bool {
    joint == 0 || matches!(sentence.word(joint), "parmi" | "sur" | "de")
}

/// A group opened between the last number and this one.
fn opened(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    c: usize,
    between: std::ops::Range<usize>,
    last: Option<usize>,
    found: &[Figure],
    thread: &Thread,
) -> Option<(Place, usize, bool)> {
    let number = &sentence.numbers[candidates[c].number];
    let word = |i: usize| sentence.word(i);
    let before = |i: usize| i.checked_sub(1).map_or("", |j| word(j));
    let here = |joint: usize| total_before(sentence, joint, number, last).map(Place::Here);
    // "quelques douzaines … (dont 44 …)": a total that is no figure.
    let alone = !sentence
        .numbers
        .iter()
        .any(|n| n.to <= number.from && !sentence.is_time(n) && n.value > number.value);
    let recent =
        |found: &[Figure], number: &Number, thread: &Thread| recent(found, number, thread).filter(|_| alone);
    for j in between.clone().rev() {
        match word(j) {
            "dont" | "incluant" | "comprenant" | "notamment" => {
                let place = here(j).or_else(|| recent(found, number, thread))?;
                return Some((place, j, false));
            }
            "compris" if before(j) == "y" => return here(j).map(|p| (p, j, false)),
            "parmi" | "entre"
                if matches!(word(j + 1), "eux" | "elles" | "lesquels" | "lesquelles" | "ceux") =>
            {
                let place = here(j).or_else(|| recent(found, number, thread))?;
                return Some((place, j, false));
            }
            "sur" | "de" | "dans" if matches!(word(j + 1), "ce" | "cet" | "ces") => {
                let anaphora = matches!(
                    word(j + 2),
                    "nombre"
                        | "total"
                        | "lot"
                        | "effectif"
                        | "ensemble"
                        | "groupe"
                        | "chiffre"
                        | "contingent"
                );
                if anaphora {
                    return recent(found, number, thread).map(|p| (p, j, false));
                }
            }
            // "Sur 60 passagers, 12 se sont noyés".
            "," if last.is_some_and(|l| {
                sentence.numbers[l].from.checked_sub(1).is_some_and(|s| word(s) == "sur")
            }) =>
            {
                let l = last?;
                if sentence.numbers[l].value > number.value {
                    return Some((Place::Here(l), sentence.numbers[l].from - 1, false));
                }
            }
            "(" => {
                let closed = last.is_some_and(|l| (sentence.numbers[l].to..j).any(|i| word(i) == ")"));
                let at_once =
                    last.is_some_and(|l| sentence.numbers[l].to + 4 >= j) && number.from <= j + 4 && !closed;
                let group = is_group(candidates, c, sentence) || number.what == What::Count;
                if at_once && group {
                    return here(j).map(|p| (p, j, true));
                }
            }
            ":" | "soit" => {
                // "157 Maliens, soit 95 hommes, 22 femmes", "148 Maliens : 39 hommes, 34 femmes": sexes and ages part.
                let near = number.from <= j + 3;
                if near && is_group(candidates, c, sentence) {
                    return here(j).map(|p| (p, j, false));
                }
                if word(j) == ":" && near && last.is_some_and(|l| sentence.numbers[l].to + 6 >= j) {
                    let listed = candidates.len() > c + 1;
                    return here(j).filter(|_| listed).map(|p| (p, j, false));
                }
            }
            ";" | "." => return None,
            _ => {}
        }
    }
    // "40 d'entre eux".
    let own =
        (number.to..number.to + 4).any(|i| word(i) == "entre" && matches!(word(i + 1), "eux" | "elles"));
    if own {
        let place = last.filter(|l| sentence.numbers[*l].value > number.value).map(Place::Here);
        return place.or_else(|| recent(found, number, thread)).map(|p| (p, number.to, false));
    }
    None
}

/// The nearest larger number before the joint, in the same sentence.
fn total_before(
    sentence: &Sentence<'_>,
    joint: usize,
    number: &Number,
    last: Option<usize>,
) -> Option<usize> {
    let last = last?;
    (0..=last).rev().find(|&i| {
        let n = &sentence.numbers[i];
        n.to <= joint
            && n.upper.unwrap_or(n.value) > number.value
            && std::mem::discriminant(&n.what) == std::mem::discriminant(&number.what)
            && !sentence.is_time(n)
    })
}

/// The whole said last, when it is larger.
fn recent(found: &[Figure], number: &Number, thread: &Thread) -> Option<Place> {
    if thread.silence() > 2 {
        return None;
    }
    let larger = |i: &usize| found.get(*i).is_some_and(|f| f.quantity.value > number.value);
    thread.main().filter(larger).or_else(|| thread.whole().filter(larger)).map(Place::Before)
}

/// A noun of a sex or an age: a part wherever a total stands before it.
fn is_group(candidates: &[Candidate], c: usize, sentence: &Sentence<'_>) -> bool {
    match candidates[c].counted {
        Counted::People(span) | Counted::Households(span) => {
            sentence.tokens.iter().any(|t| span.contains(t.span) && LEXICON.groups.has(&t.folded))
        }
        _ => false,
    }
}

/// "Bamako reste la première ville d’accueil (46 143), devant Koulikoro (19 101)": bare numbers of a list of places
/// are parts of the whole said before, when it is larger than their sum.
fn place_lists(sentence: &Sentence<'_>, candidates: &mut [Candidate], found: &[Figure], thread: &mut Thread) {
    let free: Vec<usize> = (0..candidates.len())
        .filter(|&c| {
            let bracketed = matches!(candidates[c].counted, Counted::People(_))
                && sentence.numbers[candidates[c].number]
                    .from
                    .checked_sub(1)
                    .is_some_and(|b| sentence.word(b) == "(");
            candidates[c].total.is_none() && (candidates[c].counted == Counted::Listed || bracketed)
        })
        .collect();
    let whole = thread.whole().and_then(|i| found.get(i).map(|f| (i, f.quantity.value)));
    if let Some((index, value)) = whole.filter(|_| thread.silence() <= 4) {
        let listed: f64 = free.iter().map(|&c| sentence.numbers[candidates[c].number].value).sum();
        // Every number of the sentence is one of the list, or a part of one.
        let alone = (0..candidates.len()).all(|c| candidates[c].total.is_some() || free.contains(&c));
        let compared =
            free.iter().any(|&c| sentence.is_compared(sentence.numbers[candidates[c].number].from));
        // "46 143 déplacés vivaient à Bamako. Viennent ensuite Koulikoro (19 101)": a place beside it, no part of it.
        let beside = index + 1 == found.len()
            && sentence.tokens.iter().take(4).any(|t| t.folded == "ensuite" || t.folded.starts_with("suiv"));
        if !free.is_empty() && !beside && listed <= value && !compared && alone {
            for &c in &free {
                candidates[c].total = Some(Total { place: Place::Before(index), joint: None });
            }
        }
    }
    // The first number that is no part is the whole that the next sentences part.
    let first = candidates.iter().position(|c| {
        c.total.is_none()
            && !sentence.is_compared(sentence.numbers[c.number].from)
            && !matches!(c.counted, Counted::Money | Counted::Share)
    });
    thread.note_whole(first.map(|c| candidates[c].number));
}
