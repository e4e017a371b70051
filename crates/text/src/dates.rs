//! Days and months written in French, and the publication day of an article.

use balise_model::{Block, BlockKind, Edge, Evidenced, Precision, SetBy};
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

use crate::tokens::fold;

pub(crate) const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Month from its folded name or abbreviation ("janv", "sept").
pub(crate) fn month(folded: &str) -> Option<i8> {
    let by_name = MONTHS.iter().position(|m| *m == folded);
    let short = || {
        ["janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"]
            .iter()
            .position(|m| *m == folded)
    };
    by_name.or_else(short).map(|i| i as i8 + 1)
}

/// "2025-01-31", "2025-01", "2025", with or without a time behind.
pub fn partial_date(written: &str) -> Option<Edge> {
    let head = written.trim().split(['T', ' ']).next()?;
    let mut parts = head.split('-');
    let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let precision = match (month, day) {
        (_, Some(_)) => Precision::Day,
        (Some(_), None) => Precision::Month,
        (None, None) => Precision::Year,
    };
    let day = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    Some(Edge { day, precision })
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:(\d{1,2})(?:\s?er)?\s+)?(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|avr|juil|sept|oct|nov|dec)\.?\s+((?:19|20)\d\d)\b")
        .expect("a literal pattern")
});
static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b").expect("a literal pattern")
});

/// The first full date of a line, folded first so that accents do not matter. Spans are not needed here.
pub(crate) fn date_in(line: &str) -> Option<Edge> {
    let folded = fold(line);
    if let Some(found) = DAY.captures(&folded) {
        let (year, month) = (found[3].parse().ok()?, month(&found[2])?);
        let day = found.get(1).and_then(|d| d.as_str().parse().ok());
        let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
        return Some(Edge {
            day: date,
            precision: if day.is_some() { Precision::Day } else { Precision::Month },
        });
    }
    let found = NUMERIC.captures(&folded)?;
    let date = Date::new(found[3].parse().ok()?, found[2].parse().ok()?, found[1].parse().ok()?).ok()?;
    Some(Edge { day: date, precision: Precision::Day })
}

/// "Publié vendredi 31 janvier 2025 à 07:30", "Bamako, le 3 mai 2021", "09/08/2024": a line about the article.
pub(crate) fn is_dateline(line: &str) -> bool {
    if date_in(line).is_none() {
        return false;
    }
    let folded = fold(line);
    let said = ["publie", "mis a jour", "mis en ligne", "date", "posted", "le ", "par "]
        .iter()
        .any(|w| folded.starts_with(w));
    let words = line.split_whitespace().count();
    !line.ends_with(['.', '!', '?']) && (said && words <= 12 || words <= 6)
}

/// The day an article says it was published: in its dateline, else "Publié le …" at the head of its first
/// read blocks.
pub fn published_in(content: &str, blocks: &[Block]) -> Option<Evidenced<Edge>> {
    let line = |b: &Block| b.span.of(content).unwrap_or_default();
    let head = blocks.iter().take_while(|b| !b.kind.is_set_aside() || b.span.start < 1_500);
    let dateline = head
        .filter(|b| b.kind == BlockKind::Dateline)
        .find_map(|b| date_in(line(b)).map(|edge| Evidenced::new(edge, line(b), SetBy::Text)));
    let mut read = blocks.iter().filter(|b| b.kind.is_read() && b.kind != BlockKind::Title).take(2);
    dateline.or_else(|| read.find_map(|b| opening_date(line(b))))
}

/// "Bamako, 14 mars 2025 (…) –", "Nouakchott, le 3 février 2025 - …": how an agency's text begins.
fn opening_date(paragraph: &str) -> Option<Evidenced<Edge>> {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\p{Lu}[\p{L}’' -]{1,30},\s+(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(\d{1,2}(?:er)?\s+\p{L}+\.?\s+(?:19|20)\d\d)\s*(?:\([^)]{1,40}\))?\s*[-–—:(]")
            .expect("a literal pattern")
    });
    let found = OPENING.captures(paragraph)?;
    let edge = date_in(&found[1])?;
    Some(Evidenced::new(edge, &found[1], SetBy::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_gives_the_day_or_only_the_month() {
        let day = |y, m, d, precision| Some(Edge { day: Date::constant(y, m, d), precision });
        assert_eq!(date_in("Publié vendredi 31 janvier 2025 à 07:30"), day(2025, 1, 31, Precision::Day));
        assert_eq!(date_in("Publié en mai 2021"), day(2021, 5, 1, Precision::Month));
        assert_eq!(date_in("09/08/2024"), day(2024, 8, 9, Precision::Day));
        assert_eq!(date_in("le 31 février 2024"), None);
        assert!(is_dateline("Publié vendredi 31 janvier 2025 à 07:30"));
        assert!(!is_dateline("Le 12 avril 2019, un avion de l’OIM a ramené 160 migrants partis de Libye."));
    }

    #[test]
    fn an_agency_begins_with_its_place_and_day() {
        let read = |text: &str| opening_date(text).map(|e| e.value.day.to_string());
        assert_eq!(read("Bamako, 14 mars 2025 (AFP) – Quelque 300 migrants").as_deref(), Some("2025-03-14"));
        assert_eq!(read("Nouakchott, le 3 février 2025 - Le pays").as_deref(), Some("2025-02-03"));
        assert_eq!(read("Bamako, le 12 avril 2019, a accueilli 160 migrants."), None);
    }

    #[test]
    fn iso_dates_keep_their_precision() {
        assert_eq!(partial_date("2025-01").map(|e| e.precision), Some(Precision::Month));
        assert_eq!(partial_date("2025-01-31T07:30:00Z").map(|e| e.day), Some(Date::constant(2025, 1, 31)));
        assert_eq!(partial_date("2025-02-31"), None);
    }
}
