//! Who held an office: "le Premier ministre" in an article of March 2026 is the one who held it then. An office beside
//! its holder's name says nothing more and is dropped; one that nobody is known to have held stays unresolved.

use balise_model::{Edge, MentionKind, Precision};
use jiff::civil::Date;

use crate::folded::Folded;
use crate::gazetteer::{GAZETTEER, Held};
use crate::mentions::{Found, Who};

pub(crate) fn settle(folded: &Folded<'_>, found: &mut [Found<'_>], published: Option<Edge>) {
    let mut named: Option<Vec<&'static str>> = None;
    for at in 0..found.len() {
        let Who::Office(office) = found[at].who else { continue };
        if is_beside_its_holder(folded, found, at) || is_of_elsewhere(folded, found, at) {
            found[at].dropped = true;
            continue;
        }
        let named = named.get_or_insert_with(|| people(found));
        found[at].settled = Some(holders(named, office, published));
    }
}

/// Whom the text names, beyond doubt.
fn people(found: &[Found<'_>]) -> Vec<&'static str> {
    let people = found.iter().filter(|f| f.kind == MentionKind::Person);
    people
        .filter_map(|f| match f.who {
            Who::Shipped(&[one]) => Some(one),
            _ => None,
        })
        .collect()
}

/// Those who held it on the day; among several, or without a day, those whom the text names.
fn holders(named: &[&'static str], office: usize, published: Option<Edge>) -> Vec<&'static str> {
    let all = GAZETTEER.holders[office].iter();
    let mut then: Vec<&'static str> =
        all.filter(|(_, held)| published.is_none_or(|day| covers(held, day))).map(|(id, _)| *id).collect();
    then.dedup();
    if then.len() > 1 || published.is_none() {
        let among: Vec<&'static str> = then.iter().filter(|id| named.contains(id)).copied().collect();
        if !among.is_empty() || published.is_none() {
            return among;
        }
    }
    then
}

/// The office was held on a day of the edge.
fn covers(held: &Held, edge: Edge) -> bool {
    let last = match edge.precision {
        Precision::Day => edge.day,
        Precision::Month => edge.day.last_of_month(),
        Precision::Year => edge.day.last_of_year(),
    };
    let from = held.from.and_then(bounds).map(|b| b.0);
    let to = held.to.and_then(bounds).map(|b| b.1);
    from.is_none_or(|from| from <= last) && to.is_none_or(|to| edge.day <= to)
}

/// First and last day of "2024", "2021-02", "2023-07-01"; "≤" and "≥" say that more is not known.
fn bounds(written: &str) -> Option<(Date, Date)> {
    let date = written.trim_start_matches(['≤', '≥']);
    let mut parts = date.split('-').map(|p| p.parse::<i16>().ok());
    let year = parts.next()??;
    let (month, day) = (parts.next().flatten(), parts.next().flatten());
    let first = Date::new(year, month.unwrap_or(1) as i8, day.unwrap_or(1) as i8).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first, last))
}

/// "le Premier ministre, le général Untel", "Untel, Président de la Transition, chef de l'État".
fn is_beside_its_holder(folded: &Folded<'_>, found: &[Found<'_>], at: usize) -> bool {
    let person = |f: &&Found<'_>| f.kind == MentionKind::Person && !matches!(f.who, Who::Office(_));
    let office = &found[at];
    let after = found[at + 1..].iter().take(4).find(person);
    let after = after.is_some_and(|next| is_titles(folded, office.end, next.start));
    let before = found[..at].iter().rev().take(4).find(person);
    after || before.is_some_and(|last| is_titles(folded, last.end, office.start))
}

/// Nothing stands between but commas, articles, titles and other offices.
fn is_titles(folded: &Folded<'_>, from: usize, to: usize) -> bool {
    let between = folded.bytes.get(from..to).unwrap_or_default();
    let mut words = between.split(|b| *b == b' ').filter(|w| !w.is_empty());
    to - from < 80
        && words.all(|w| {
            matches!(
                w,
                b"," | b"le"
                    | b"la"
                    | b"l"
                    | b"."
                    | b"de"
                    | b"d"
                    | b"des"
                    | b"du"
                    | b"son"
                    | b"division"
                    | b"armee"
                    | b"corps"
                    | b"malienne"
                    | b"chef"
                    | b"etat"
                    | b"major"
                    | b"excellence"
                    | b"garde"
                    | b"sceaux"
                    | b"republique"
                    | b"g"
                    | b"dr"
                    | b"porte"
                    | b"parole"
                    | b"gouvernement"
            ) || GAZETTEER.titles.has(w)
        })
}

/// "le Premier ministre espagnol", "le Premier ministre du Niger": another country's.
fn is_of_elsewhere(folded: &Folded<'_>, found: &[Found<'_>], at: usize) -> bool {
    let end = found[at].end;
    let next = end + 1;
    let adjective = GAZETTEER.lookup.at(&folded.bytes, next);
    let foreign = |ids: &[&str]| !ids.is_empty() && !ids.contains(&"c_ml");
    let by_adjective = adjective.is_some_and(|hit| {
        let readings = &GAZETTEER.patterns[hit.name].readings;
        readings.iter().any(|r| r.kind == MentionKind::Place && foreign(&r.entities))
    });
    let connector = matches!(folded.word(next), b"du" | b"de" | b"d" | b"des");
    let by_name = connector
        && found
            .get(at + 1)
            .is_some_and(|f| f.kind == MentionKind::Place && f.start <= next + 7 && foreign(f.shipped()));
    by_adjective || by_name
}
