//! Days and months written in French, and the publication day of an article.

use balise_model::{Block, BlockKind, Edge, Evidenced, Precision, SetBy};
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

use crate::tokens::fold;
use crate::years::only_year;

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
    let two = (folded == "fev").then_some(1);
    by_name.or_else(short).or(two).map(|i| i as i8 + 1)
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

const DATE: &str = r"(?:(\d{1,2})(?:\s?er)?\s+)?(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|fev|avr|juil|sept|oct|nov|dec)\.?,?\s+((?:19|20)\d\d)\b";
static DAY: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!(r"\b{DATE}")).expect("a literal pattern"));
static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d\d)\b").expect("a literal pattern")
});

/// The first full date of a line, folded first so that accents do not matter. Spans are not needed here.
pub(crate) fn date_in(line: &str) -> Option<Edge> {
    dated(&fold(line)).map(|(edge, _)| edge)
}

/// The first full date of a folded line, and where it stands.
fn dated(folded: &str) -> Option<(Edge, std::ops::Range<usize>)> {
    if !folded.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some(found) = DAY.captures(folded) {
        let (year, month) = (found[3].parse().ok()?, month(&found[2])?);
        let day = found.get(1).and_then(|d| d.as_str().parse().ok());
        let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
        let precision = if day.is_some() { Precision::Day } else { Precision::Month };
        return Some((Edge { day: date, precision }, found.get(0)?.range()));
    }
    let found = NUMERIC.captures(folded)?;
    let written: i16 = found[3].parse().ok()?;
    // "le 10.12.14"
    let year = if written < 100 { written + 2000 } else { written };
    let date = Date::new(year, found[2].parse().ok()?, found[1].parse().ok()?).ok()?;
    Some((Edge { day: date, precision: Precision::Day }, found.get(0)?.range()))
}

/// "Publié vendredi 31 janvier 2025 à 07:30", "Bamako, le 3 mai 2021", "RFI – 09/08/2024": a line about the article.
pub(crate) fn is_dateline(line: &str) -> bool {
    if line.ends_with(['.', '!', '?', ';']) || line.len() > 120 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = fold(line);
    let Some((_, place)) = dated(&folded) else { return false };
    let said = [
        "publie",
        "mis a jour",
        "mis en ligne",
        "date",
        "posted",
        "le ",
        "par ",
        "par:",
        "soumis par",
        "modifie",
    ]
    .iter()
    .any(|w| folded.starts_with(w));
    let words = folded.split_whitespace().count();
    // "AIO/KPM/ANP-0087 Septembre 2016"
    let agency =
        line.split_whitespace().next().is_some_and(|w| w.contains('/') && w.starts_with(char::is_uppercase));
    said && words <= 14
        || words <= 6 && (agency || stands_alone(&folded, &place))
        || words <= 16 && stands_apart(&folded, &place)
}

/// Nothing but an outlet or a place beside the date: no other number.
fn stands_alone(folded: &str, place: &std::ops::Range<usize>) -> bool {
    // "Tableau de bord n° 41 • Publié en février 2022": a number of the series is no count.
    let head = folded[..place.start].split("n°").next().unwrap_or_default();
    !head.bytes().any(|b| b.is_ascii_digit())
}

/// The date follows a dash, a bar, a comma or a bracket, as in "Sahara Médias – Nouakchott, 17 avril 2025 à 8h", and the
/// line says no other number but the hour.
fn stands_apart(folded: &str, place: &std::ops::Range<usize>) -> bool {
    const BEFORE: &[&str] = &[
        "le",
        "en",
        "publie en",
        "publie",
        "mis a jour",
        "en ligne",
        "paru",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "publie le",
        "poste",
    ];
    let mut head = folded[..place.start].trim_end();
    while let Some(shorter) = BEFORE.iter().find_map(|w| head.strip_suffix(w)) {
        head = shorter.trim_end();
        if head.ends_with(':') && head.len() < folded.len() {
            head = head.trim_end_matches(':').trim_end();
        }
    }
    let separated = head.is_empty() || head.ends_with(['–', '—', '|', '•', '·', ',', '(', '-', '/']);
    static HOUR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\W*(a\s*)?\d{1,2}\s*[h:]\s*\d{0,2}").expect("a literal pattern"));
    let tail = HOUR.replace(&folded[place.end..], "");
    let timed = tail.len() < folded[place.end..].len();
    (separated || timed) && stands_alone(folded, place) && !tail.bytes().any(|b| b.is_ascii_digit())
}

/// The day an article says it was published: in its dateline, else at the head of its first paragraphs, else in the
/// bracket that ends a report's title.
pub fn published_in(content: &str, blocks: &[Block]) -> Option<Evidenced<Edge>> {
    let line = |b: &Block| b.span.of(content).unwrap_or_default();
    let said = |b: &Block| date_in(line(b)).map(|edge| Evidenced::new(edge, line(b), SetBy::Text));
    let all: Vec<Evidenced<Edge>> =
        blocks.iter().filter(|b| b.kind == BlockKind::Dateline).filter_map(said).collect();
    let mut opening =
        blocks.iter().filter(|b| b.kind.is_read()).take(4).filter_map(|b| opening_date(line(b)));
    let heads = |b: &&Block| matches!(b.kind, BlockKind::Title | BlockKind::Heading);
    let title =
        || blocks.iter().filter(|b| b.kind.is_read()).take(3).filter(heads).find_map(|b| title_date(line(b)));
    // "Agadez, 12 sept. (ANP)" above and "Septembre 2016" below make one day.
    let first = all.first().cloned();
    match (first, opening.next()) {
        (Some(found), Some(Opening::Day(day, month, words))) if found.value.precision != Precision::Day => {
            let whole = Date::new(found.value.day.year(), month, day).ok();
            let same = found.value.day.month() == month || found.value.precision == Precision::Year;
            whole
                .filter(|_| same)
                .map(|day| Evidenced::new(Edge { day, precision: Precision::Day }, words, SetBy::Text))
                .or(Some(found))
        }
        (Some(found), _) => Some(found),
        (None, Some(Opening::Whole(found))) => Some(found),
        (None, Some(Opening::Day(day, month, words))) => only_year(content, blocks)
            .and_then(|year| Date::new(year, month, day).ok())
            .map(|day| Evidenced::new(Edge { day, precision: Precision::Day }, words, SetBy::Text))
            .or_else(title),
        (None, None) => title(),
    }
}

/// What an agency's text begins with: a whole date, or a day and a month whose year is said elsewhere.
enum Opening {
    Whole(Evidenced<Edge>),
    Day(i8, i8, String),
}

/// "Bamako, 14 mars 2025 (…) –", "Nouakchott, le 3 février 2025 - …", "Rabat, 17/01/2019 - …", "Agadez, 12 sept. (ANP) –".
fn opening_date(paragraph: &str) -> Option<Opening> {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\p{Lu}[\p{L}’'/ -]{1,40},\s+(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(\d{1,2}(?:er)?\s+\p{L}{3,9}\.?(?:\s+(?:19|20)\d\d)?|\d{1,2}/\d{1,2}/(?:19|20)\d\d)\s*(?:\([^)]{1,40}\))?\s*[-–—:(]")
            .expect("a literal pattern")
    });
    let head = paragraph.get(..paragraph.len().min(160)).or_else(|| paragraph.get(..80)).unwrap_or(paragraph);
    let found = OPENING.captures(head)?;
    let words = found[1].to_owned();
    if let Some(edge) = date_in(&words) {
        return Some(Opening::Whole(Evidenced::new(edge, &words, SetBy::Text)));
    }
    let folded = fold(&words);
    let mut parts = folded.split_whitespace();
    let day: i8 = parts.next()?.trim_end_matches("er").parse().ok()?;
    let month = month(parts.next()?.trim_end_matches('.'))?;
    Some(Opening::Day(day, month, words))
}

/// "Mali : mouvements de populations (19 septembre 2019)", "Bulletin humanitaire | Mali | novembre 2013": the end of a
/// report's title.
fn title_date(title: &str) -> Option<Evidenced<Edge>> {
    let line = title.trim_end();
    let inside = match line.strip_suffix(')') {
        Some(head) => head.rsplit_once('(')?.1,
        None => line.rsplit_once(['|', ',', '–', '—'])?.1.trim(),
    };
    let edge = date_in(inside).filter(|_| inside.split_whitespace().count() <= 4)?;
    Some(Evidenced::new(edge, inside, SetBy::Text))
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
        for line in [
            "RFI – Publié le : 05/03/2023 - 13:22",
            "Sahara Médias – Nouakchott, 17 avril 2025",
            "Par: La Rédaction - Seneweb.com | Le 17 août, 2021 à 08:08",
            "(Agence Ecofin) - Mercredi 2 mai 2018",
            "OCHA, mai 2023",
        ] {
            assert!(is_dateline(line), "{line}");
        }
        assert!(!is_dateline("Mali : 283 000 déplacés internes au 31 mars 2013"));
        assert!(!is_dateline("Retour sur le naufrage du 3 octobre 2013"));
        assert!(!is_dateline("Le 12 avril 2019, un avion de l’OIM a ramené 160 migrants partis de Libye."));
    }

    #[test]
    fn an_agency_begins_with_its_place_and_day() {
        let read = |text: &str| match opening_date(text)? {
            Opening::Whole(e) => Some(e.value.day.to_string()),
            Opening::Day(day, month, _) => Some(format!("{day}/{month}")),
        };
        assert_eq!(read("Agadez, 12 sept. (ANP) – Un convoi de 14 camions").as_deref(), Some("12/9"));
        assert_eq!(read("Rabat, 17/01/2019 - Les autorités").as_deref(), Some("2019-01-17"));
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
