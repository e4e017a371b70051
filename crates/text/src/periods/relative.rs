//! Time expressions that mean a day only with the publication day: "hier", "vendredi dernier", "cette année",
//! "ces trois derniers mois", "depuis trois ans", "à ce jour".

use balise_model::{Edge, Precision};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::calendar::{Reference, month_edges, weekday, year_edges};
use super::{Form, Found};
use crate::tokens::{Token, TokenKind};

/// A relative expression at `at`. In an undated text the form stays and the days are unknown.
pub(super) fn relative(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let found = |to: usize, form: Form, edges: Option<(Edge, Edge)>| {
        Some(Found { to, form, start: edges.map(|e| e.0), end: edges.map(|e| e.1) })
    };
    let today = reference.today();
    let day = |back: i64| today.and_then(|t| on(reference, t.day.checked_sub(back.days()).ok()?));
    match (word(at), word(at + 1), word(at + 2)) {
        ("avant", "hier", _) => found(at + 2, Form::Day, day(2)),
        ("hier", ..) => found(at + 1, Form::Day, day(1)),
        ("aujourd", "hui", _) => found(at + 2, Form::Now, day(0)),
        ("a", "ce", "jour") if word(at + 3) != "la" => found(at + 3, Form::ToDate, day(0)),
        ("jusqu", "ici", _) | ("jusqu", "a", "present") => {
            found(at + if word(at + 1) == "ici" { 2 } else { 3 }, Form::ToDate, day(0))
        }
        ("jusqu", "a", "ce") if word(at + 3) == "jour" => found(at + 4, Form::ToDate, day(0)),
        ("pour", "le", "moment") => found(at + 3, Form::ToDate, day(0)),
        ("a", "present", _) | ("pour", "l", "heure") => {
            found(at + if word(at) == "a" { 2 } else { 3 }, Form::Now, day(0))
        }
        ("a", "l", "heure") if word(at + 3) == "actuelle" => found(at + 4, Form::Now, day(0)),
        ("en", "ce", "moment") => found(at + 3, Form::Now, day(0)),
        ("desormais" | "actuellement" | "presentement", ..) => found(at + 1, Form::Now, day(0)),
        ("cette", "annee", next) if next != "la" => found(at + 2, Form::Span, so_far(reference, 12)),
        ("ce", "trimestre", _) => found(at + 2, Form::Span, so_far(reference, 3)),
        ("ce", "semestre", _) => found(at + 2, Form::Span, so_far(reference, 6)),
        ("ce", "mois", _) => found(at + 2, Form::Span, so_far(reference, 1)),
        ("annee", "derniere" | "passee" | "ecoulee" | "precedente", _) | ("an", "dernier" | "passe", _) => {
            found(at + 2, Form::Span, today.map(|t| year_edges(t.day.year() - 1)))
        }
        ("mois", "dernier" | "passe" | "ecoule", _) => found(at + 2, Form::Span, month_from(reference, -1)),
        ("mois", "prochain", _) => found(at + 2, Form::Span, month_from(reference, 1)),
        ("semaine", "derniere" | "passee" | "ecoulee", _) => found(at + 2, Form::Span, last_week(reference)),
        ("il", "y", "a") => {
            let (count, unit) = (count(tokens, at + 3)?, word(at + 4));
            let year = today.map(|t| t.day.year() - count as i16);
            matches!(unit, "an" | "ans")
                .then(|| year.map(year_edges))
                .and_then(|e| found(at + 5, Form::Span, e))
        }
        (name, ..) if weekday(name).is_some() => a_weekday(tokens, at, reference),
        _ => last_few(tokens, at, reference),
    }
}

/// The day itself, or the publication month where only that is known.
fn on(reference: Reference, day: Date) -> Option<(Edge, Edge)> {
    let published = reference.published?;
    if published.precision == Precision::Day {
        let edge = Edge { day, precision: Precision::Day };
        return Some((edge, edge));
    }
    if published.precision == Precision::Month {
        return month_edges(published.day.year(), published.day.month());
    }
    Some(year_edges(published.day.year()))
}

/// "jeudi", "ce vendredi", "samedi dernier": the last one, today's included unless "dernier" says otherwise.
fn a_weekday(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let wanted: Weekday = weekday(word(at))?;
    if word(at + 1) == "prochain" {
        return None;
    }
    let last = matches!(word(at + 1), "dernier" | "passe");
    let first = usize::from(last);
    let day = reference.today().and_then(|t| {
        (first..first + 7)
            .filter_map(|n| t.day.checked_sub((n as i64).days()).ok())
            .find(|d| d.weekday() == wanted)
    });
    let edges = day.and_then(|d| on(reference, d));
    let to = at
        + 1
        + usize::from(last)
        + usize::from(matches!(word(at + 1 + usize::from(last)), "soir" | "matin"));
    Some(Found { to, form: Form::Day, start: edges.map(|e| e.0), end: edges.map(|e| e.1) })
}

/// The running year, half, quarter or month, to the publication day.
pub(super) fn so_far(reference: Reference, months: i8) -> Option<(Edge, Edge)> {
    let today = reference.today()?;
    let first = (today.day.month() - 1) / months * months + 1;
    let (start, _) = month_edges(today.day.year(), first)?;
    let start = if months == 12 { year_edges(today.day.year()).0 } else { start };
    Some((start, today))
}

fn month_from(reference: Reference, months: i64) -> Option<(Edge, Edge)> {
    let day = reference.today()?.day.first_of_month().checked_add(months.months()).ok()?;
    month_edges(day.year(), day.month())
}

/// Monday to Sunday of the week before publication; the publication month where only that is known.
fn last_week(reference: Reference) -> Option<(Edge, Edge)> {
    let today = reference.published?;
    if today.precision != Precision::Day {
        return on(reference, today.day);
    }
    let monday =
        today.day.checked_sub((i64::from(today.day.weekday().to_monday_zero_offset()) + 7).days()).ok()?;
    let edge = |day| Edge { day, precision: Precision::Day };
    Some((edge(monday), edge(monday.checked_add(6.days()).ok()?)))
}

/// "ces trois dernières années", "les six derniers mois", "les 12 derniers mois", "ces derniers jours" (unknown).
fn last_few(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if !matches!(word(at), "ces" | "les" | "des") {
        return None;
    }
    let count = count(tokens, at + 1)?;
    if !matches!(word(at + 2), "derniers" | "dernieres") {
        return None;
    }
    let edges = reference.today().and_then(|t| {
        let back = length(word(at + 3), count)?;
        let start = t.day.checked_sub(back).ok()?.tomorrow().ok()?;
        Some((Edge { day: start, precision: t.precision }, t))
    });
    length(word(at + 3), count)?;
    Some(Found { to: at + 4, form: Form::Span, start: edges.map(|e| e.0), end: edges.map(|e| e.1) })
}

/// "trois ans", "18 mois": a length of time.
pub(super) fn length(unit: &str, count: i64) -> Option<Span> {
    Some(match unit {
        "an" | "ans" | "annee" | "annees" => count.years(),
        "mois" => count.months(),
        "semaine" | "semaines" => count.weeks(),
        "jour" | "jours" => count.days(),
        _ => return None,
    })
}

/// A small number in digits or words.
pub(super) fn count(tokens: &[Token], at: usize) -> Option<i64> {
    const WORDS: &[&str] = &[
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze",
    ];
    let token = tokens.get(at)?;
    if token.kind == TokenKind::Digits {
        return token.folded.parse().ok().filter(|n| (1..=60).contains(n));
    }
    let named = WORDS.iter().position(|w| *w == token.folded.as_str())?;
    i64::try_from(named).ok().filter(|n| *n > 0)
}
