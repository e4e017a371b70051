//! Time expressions with two ends, and named parts of a year: "entre 2019 et 2022", "du 17 au 20 mai", "dans la nuit de
//! mercredi à jeudi", "au premier trimestre 2024", "les cinq premiers mois de 2024".

use balise_model::Edge;

use super::calendar::{self, Point, Reference, day_alone, edges, month_edges, point, year, year_edges};
use super::relative::{count, relative};
use super::{Form, Found};
use crate::tokens::Token;

/// "entre 2019 et 2022", "de janvier à juillet 2024", "du 17 au 20 mai 2022", "2019-2022", "avril et mai 2022".
pub(super) fn between(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if let (Some(first), Some(second)) = (tokens.get(at).and_then(year), tokens.get(at + 1).and_then(year)) {
        let tied = tokens[at + 1].span.start - tokens[at].span.end <= 3;
        return (second > first && tied).then(|| Found {
            to: at + 2,
            form: Form::Span,
            start: Some(year_edges(first).0),
            end: Some(year_edges(second).1),
        });
    }
    let opener = word(at);
    let joints: &[&str] = match opener {
        "entre" => &["et"],
        "de" | "du" | "d" => &["a", "au"],
        "mois" | "en" | "nuit" => &["et", "au"],
        "les" => &["et"],
        _ => return None,
    };
    let skip = |mut i: usize| {
        while matches!(word(i), "le" | "l" | "la" | "de" | "d" | "du" | "annee" | "mois" | "entre") {
            i += 1;
        }
        i
    };
    if let Some(found) = weekdays(tokens, at, reference) {
        return Some(found);
    }
    let full = |i: usize| point(tokens, i).filter(|(p, _)| p.month.is_some() || p.year.is_some());
    let (mut first, joint) = full(skip(at + 1)).or_else(|| day_alone(tokens, skip(at + 1)))?;
    if !joints.contains(&word(joint)) {
        return None;
    }
    let (second, mut to) = full(skip(joint + 1)).or_else(|| {
        // "du mardi 2 février au mercredi": the day after.
        let named = calendar::weekday(word(skip(joint + 1)))?;
        first.month?;
        Some((Point { weekday: Some(named), ..first }, skip(joint + 1) + 1))
    })?;
    to += usize::from(matches!(word(to), "dernier" | "derniers"));
    if matches!(opener, "mois" | "en" | "les")
        && first.month.is_none()
        && first.day.is_none()
        && first.year.is_none()
    {
        return None;
    }
    if opener == "les" && (first.day.is_none() || second.month.is_none()) {
        return None;
    }
    first.month = first.month.or(second.month);
    if first.day.is_none() && second.month.is_none() && first.month.is_some() {
        return None;
    }
    let overnight = second.day == first.day && second.month == first.month && second.weekday != first.weekday;
    let span = range_edges(first, second, overnight, reference);
    let nightly = opener == "nuit" || overnight || opener == "les";
    let form = if nightly { Form::Day } else { Form::Span };
    if span.is_none() && reference.published.is_some() && first.year.is_some() {
        return None;
    }
    Some(Found { to, form, start: span.map(|s| s.0), end: span.map(|s| s.1) })
}

/// "dans la nuit de mercredi à jeudi", "entre mardi et mercredi".
fn weekdays(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let first = at + 1 + usize::from(matches!(word(at + 1), "le" | "du" | "de"));
    let joint = first + 1;
    let second = joint + 1 + usize::from(matches!(word(joint + 1), "le"));
    calendar::weekday(word(first))?;
    calendar::weekday(word(second))?;
    if !matches!(word(joint), "a" | "au" | "et") {
        return None;
    }
    let (start, end) = (relative(tokens, first, reference)?, relative(tokens, second, reference)?);
    // "de dimanche à lundi" read on a Monday: the first day is the one before the second.
    let backwards = start.start.zip(end.end).is_some_and(|(s, e)| s.day > e.day);
    let from = if backwards {
        start.start.and_then(|s| Some(Edge { day: s.day.checked_sub(jiff::Span::new().days(7)).ok()?, ..s }))
    } else {
        start.start
    };
    Some(Found { to: second + 1, form: Form::Day, start: from, end: end.end })
}

/// The days of a range: what one end leaves out, the other says.
fn range_edges(
    mut first: Point,
    mut second: Point,
    overnight: bool,
    reference: Reference,
) -> Option<(Edge, Edge)> {
    if second.year.is_none()
        && let Some(year) = first.year
    {
        // "du 1er septembre 2021 au 22 août dernier": the first such day after the start.
        let (start, _) = edges(first, reference)?;
        second.year = Some(year);
        let (_, end) = edges(second, reference)?;
        if end.day < start.day {
            second.year = Some(year + 1);
        }
    }
    let (_, mut end) = edges(second, reference)?;
    if overnight {
        end.day = end.day.tomorrow().ok()?;
    }
    first.year = first.year.or_else(|| {
        let before = first.month > second.month;
        Some(end.day.year() - i16::from(before))
    });
    first.weekday = None;
    let (start, _) = edges(first, reference)?;
    (start.day <= end.day).then_some((start, end))
}

/// "au premier trimestre 2024", "au second semestre 2023", "T1 2024".
pub(super) fn part_of_year(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let short = word(at) == "t" && word(at + 1).len() == 1 && tokens.get(at + 2).and_then(year).is_some();
    let (rank, months, mut to) = if short {
        (word(at + 1).parse().ok().filter(|r| (1..=4).contains(r))?, 3, at + 2)
    } else {
        let rank: i8 = match word(at) {
            "premier" | "1er" => 1,
            "1" if word(at + 1) == "er" => 1,
            "deuxieme" | "second" => 2,
            "troisieme" => 3,
            "quatrieme" | "dernier" => 4,
            _ => return None,
        };
        let unit = at + 1 + usize::from(word(at) == "1");
        match word(unit) {
            "trimestre" => (rank, 3, unit + 1),
            "semestre" if rank <= 2 => (rank, 6, unit + 1),
            _ => return None,
        }
    };
    let bare = to;
    while matches!(word(to), "de" | "l" | "annee") {
        to += 1;
    }
    let written = tokens.get(to).and_then(year);
    let to = if written.is_some() { to + 1 } else { bare };
    let year = written.or_else(|| {
        let today = reference.today()?.day;
        let begun = (rank - 1) * months < today.month();
        Some(if begun { today.year() } else { today.year() - 1 })
    });
    let year = year.or(reference.only_year);
    let start = year.and_then(|y| month_edges(y, (rank - 1) * months + 1)).map(|e| e.0);
    let end = year.and_then(|y| month_edges(y, rank * months)).map(|e| e.1);
    Some(Found { to, form: Form::Span, start, end })
}

/// "les cinq premiers mois de 2024", "pour les 9 mois de 2018", "les premiers mois de 2024".
pub(super) fn months(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let n = count(tokens, at).filter(|n| (1..=12).contains(n))?;
    let mut to = at + 1 + usize::from(word(at + 1) == "premiers");
    if word(to) != "mois" {
        return None;
    }
    to += 1;
    while matches!(word(to), "de" | "l" | "annee" | "cette") {
        to += 1;
    }
    let first = word(at + 1) == "premiers";
    let written = tokens.get(to).and_then(year);
    let running = word(to - 1) == "annee" && first;
    if written.is_none() && !running {
        return None;
    }
    let year = written.or_else(|| reference.today().map(|t| t.day.year()));
    let start = year.and_then(|y| month_edges(y, 1)).map(|e| e.0);
    let end = year.and_then(|y| month_edges(y, n as i8)).map(|e| e.1);
    Some(Found { to: to + usize::from(written.is_some()), form: Form::Span, start, end })
}

/// "dans les années 1990", "au XXIe siècle".
pub(super) fn long_span(tokens: &[Token], at: usize) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let build = |to: usize, first: i16, last: i16| {
        Some(Found { to, form: Form::Span, start: Some(year_edges(first).0), end: Some(year_edges(last).1) })
    };
    if word(at) == "annees" {
        let first = tokens.get(at + 1).and_then(year).filter(|y| y % 10 == 0)?;
        return build(at + 2, first, first + 9);
    }
    match (word(at), word(at + 1)) {
        ("xxie", "siecle") => build(at + 2, 2001, 2100),
        ("xxe", "siecle") => build(at + 2, 1901, 2000),
        _ => None,
    }
}
