//! Days, months and years as written, and the days they mean: with their year, or by the publication day, or by
//! the only year an undated text leaves.

use balise_model::{Edge, Precision};
use jiff::civil::{Date, Weekday};

use crate::dates::month;
use crate::tokens::{Token, TokenKind};

/// What a date without a year is read against.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reference {
    pub(crate) published: Option<Edge>,
    /// The one year of the dates of an undated text.
    pub(crate) only_year: Option<i16>,
}

impl Reference {
    /// The last day the publication date can mean.
    pub(crate) fn today(self) -> Option<Edge> {
        self.published.map(last_day)
    }
}

/// A day, month or year as written; the year may be missing.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Point {
    pub(super) weekday: Option<Weekday>,
    pub(super) day: Option<i8>,
    pub(super) month: Option<i8>,
    pub(super) year: Option<i16>,
    /// "fin mai", "début 2024", "mi-juin": a part of what follows.
    pub(super) part: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Start,
    Middle,
    End,
}

/// A day, month or year at `at` ("vendredi 31 janvier 2025", "31/01/2025", "fin mai", "2019"), and the index after.
pub(super) fn point(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if let Some(found) = numeric(tokens, at) {
        return Some(found);
    }
    let part = match word(at) {
        "fin" => Some(Part::End),
        "debut" => Some(Part::Start),
        "mi" => Some(Part::Middle),
        _ => None,
    };
    let mut i = at + usize::from(part.is_some());
    if part.is_some() {
        while matches!(word(i), "de" | "d" | "du" | "l" | "annee" | "an" | "mois") {
            i += 1;
        }
    }
    let named = weekday(word(i));
    i += usize::from(named.is_some());
    if let Some(y) = tokens.get(i).and_then(year).filter(|_| named.is_none()) {
        return Some((Point { year: Some(y), part, ..Point::default() }, i + 1));
    }
    let (day, month_at) = day(tokens, i).map_or((None, i), |(d, to)| (Some(d), to));
    let found = tokens.get(month_at).filter(|t| t.kind == TokenKind::Word).and_then(|t| month(&t.folded));
    // "soixante-dix-sept": a number, where "sept." with a day or a year is September.
    let seven = word(month_at) == "sept"
        && day.is_none()
        && word(month_at + 1) != "."
        && tokens.get(month_at + 1).is_none_or(|t| year(t).is_none());
    let found = found.filter(|_| !seven);
    let Some(found) = found else {
        return named.map(|_| (Point { weekday: named, ..Point::default() }, i));
    };
    let mut next = month_at + 1;
    if word(next) == "." && tokens.get(next + 1).is_some_and(|t| year(t).is_some()) {
        next += 1; // "28 janv. 2026"
    }
    if matches!((word(next), word(next + 1)), ("de", "l")) && word(next + 2) == "annee" {
        next += 3;
    }
    let written = tokens.get(next).and_then(year);
    let to = if written.is_some() { next + 1 } else { month_at + 1 };
    Some((Point { weekday: named, day, month: Some(found), year: written, part }, to))
}

/// "31/01/2025", "31-01-2025", "31.01.2025", "2025-01-31".
fn numeric(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let number = |i: usize, digits: usize| {
        tokens
            .get(i)
            .filter(|t| t.kind == TokenKind::Digits && t.folded.len() <= digits)
            .and_then(|t| t.folded.parse::<i16>().ok())
    };
    let close = |a: usize, b: usize| tokens[b].span.start - tokens[a].span.end <= 1;
    let sign = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.folded.as_str(), "/" | "."));
    // Hyphens are borders: no token of their own.
    let step = if sign(at + 1) { 2 } else { 1 };
    let (second, third) = (at + step, at + 2 * step);
    let (a, b, c) = (number(at, 4)?, number(second, 2)?, number(third, 4)?);
    if step == 2 && !sign(at + 3)
        || !close(at, at + 1)
        || !close(third - 1, third)
        || !close(second - 1, second)
    {
        return None;
    }
    // One blank is no sign: "le 12 10 2024" stays out unless signs or hyphens tie it.
    let (day, month, year) = if tokens[at].folded.len() == 4 { (c, b, a) } else { (a, b, c) };
    let valid = (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2100).contains(&year);
    let point =
        Point { day: Some(day as i8), month: Some(month as i8), year: Some(year), ..Point::default() };
    (valid && tokens[third].folded.len() >= 2).then_some((point, third + 1))
}

/// "17" in "du 17 au 20 mai", "28" in "du mardi 28 au mercredi 29 janvier".
pub(super) fn day_alone(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let named = tokens.get(at).and_then(|t| weekday(&t.folded));
    let (day, to) = day(tokens, at + usize::from(named.is_some()))?;
    Some((Point { weekday: named, day: Some(day), ..Point::default() }, to))
}

fn day(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == TokenKind::Digits && t.folded.len() <= 2)?;
    let day: i8 = token.folded.parse().ok().filter(|d| (1..=31).contains(d))?;
    let mut to = at + 1;
    to += usize::from(tokens.get(to).is_some_and(|t| t.folded == "er"));
    to += usize::from(to > at + 1 && tokens.get(to).is_some_and(|t| t.folded == "."));
    Some((day, to))
}

pub(crate) fn year(token: &Token) -> Option<i16> {
    let plain = token.kind == TokenKind::Digits && token.folded.len() == 4;
    if !plain {
        return None;
    }
    token.folded.parse().ok().filter(|y| (1900..=2100).contains(y))
}

pub(super) fn weekday(folded: &str) -> Option<Weekday> {
    Some(match folded {
        "lundi" => Weekday::Monday,
        "mardi" => Weekday::Tuesday,
        "mercredi" => Weekday::Wednesday,
        "jeudi" => Weekday::Thursday,
        "vendredi" => Weekday::Friday,
        "samedi" => Weekday::Saturday,
        "dimanche" => Weekday::Sunday,
        _ => return None,
    })
}

/// First and last day of a point. Without a year: the last one not after publication, that fits the weekday; in an
/// undated text, the only year it leaves; else nothing.
pub(super) fn edges(point: Point, reference: Reference) -> Option<(Edge, Edge)> {
    if let Some(year) = point.year {
        return in_year(point, year);
    }
    point.month?;
    let Some(today) = reference.today().map(|e| e.day) else {
        return in_year(point, reference.only_year?);
    };
    let past = |year: i16| in_year(point, year).filter(|(start, _)| start.day <= today);
    let (start, end) = past(today.year()).or_else(|| past(today.year() - 1))?;
    // "le jeudi 9 octobre" where the 9th was a Wednesday: the weekday fits no year of the last twelve months.
    let fits = point.weekday.is_none_or(|w| point.day.is_none() || start.day.weekday() == w);
    fits.then_some((start, end))
}

fn in_year(point: Point, year: i16) -> Option<(Edge, Edge)> {
    match (point.month, point.day) {
        (Some(month), Some(day)) => {
            let edge = Edge { day: Date::new(year, month, day).ok()?, precision: Precision::Day };
            Some((edge, edge))
        }
        (Some(month), None) if point.part == Some(Part::Middle) => {
            let edge = Edge { day: Date::new(year, month, 15).ok()?, precision: Precision::Day };
            Some((edge, edge))
        }
        (Some(month), None) => month_edges(year, month),
        (None, _) => match point.part {
            Some(Part::Start) => month_edges(year, 1),
            Some(Part::End) => month_edges(year, 12),
            Some(Part::Middle) => month_edges(year, 6),
            None => Some(year_edges(year)),
        },
    }
}

pub(super) fn year_edges(year: i16) -> (Edge, Edge) {
    let edge = |month, day| Edge { day: Date::constant(year, month, day), precision: Precision::Year };
    (edge(1, 1), edge(12, 31))
}

pub(super) fn month_edges(year: i16, month: i8) -> Option<(Edge, Edge)> {
    let first = Date::new(year, month, 1).ok()?;
    let edge = |day| Edge { day, precision: Precision::Month };
    Some((edge(first), edge(first.last_of_month())))
}

/// The last day a partial date can mean.
pub(crate) fn last_day(edge: Edge) -> Edge {
    let day = match edge.precision {
        Precision::Day => edge.day,
        Precision::Month => edge.day.last_of_month(),
        Precision::Year => edge.day.last_of_year(),
    };
    Edge { day, ..edge }
}
