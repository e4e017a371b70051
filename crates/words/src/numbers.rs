//! Numbers and dates as French and English print them: "44 000" with U+202F, "44,000"; "31 janvier 2025".

use balise_model::{Edge, Precision};
use fixed_decimal::{Decimal, FloatPrecision};
use icu_calendar::Date as IcuDate;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;
use std::sync::LazyLock;

use crate::Lang;

struct Formats {
    decimal: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    day_short: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    month_short: DateTimeFormatter<YM>,
    year: DateTimeFormatter<Y>,
}

static FR: LazyLock<Formats> = LazyLock::new(|| formats(locale!("fr")));
// British order and grouping: "31 January 2025", "44,000".
static EN: LazyLock<Formats> = LazyLock::new(|| formats(locale!("en-GB")));

fn formats(locale: Locale) -> Formats {
    let known = "French and British English are compiled in";
    Formats {
        decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(known),
        day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(known),
        day_short: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(known),
        month: DateTimeFormatter::try_new((&locale).into(), YM::long()).expect(known),
        month_short: DateTimeFormatter::try_new((&locale).into(), YM::medium()).expect(known),
        year: DateTimeFormatter::try_new((&locale).into(), Y::long()).expect(known),
    }
}

fn of(lang: Lang) -> &'static Formats {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// A size as people read it: "2,4 Mo", "860 Ko"; "2.4 MB" in English. Powers of ten, as disks are sold.
pub fn bytes(lang: Lang, size: u64) -> String {
    let units = match lang {
        Lang::Fr => ["octets", "Ko", "Mo", "Go", "To"],
        Lang::En => ["bytes", "KB", "MB", "GB", "TB"],
    };
    let (mut value, mut unit) = (size as f64, 0);
    while value >= 999.5 && unit + 1 < units.len() {
        (value, unit) = (value / 1000.0, unit + 1);
    }
    let rounded = if unit > 1 && value < 99.5 { (value * 10.0).round() / 10.0 } else { value.round() };
    format!("{}\u{a0}{}", number(lang, rounded), units[unit])
}

/// A value with the digits it has, grouped by thousands.
pub fn number(lang: Lang, value: f64) -> String {
    let decimal = if value.fract() == 0.0 && value.abs() < 9e15 {
        Decimal::from(value as i64)
    } else {
        Decimal::try_from_f64(value, FloatPrecision::RoundTrip).unwrap_or_default()
    };
    of(lang).decimal.format(&decimal).to_string()
}

/// Long in sentences, short in lists and cards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dates {
    Long,
    Short,
}

/// "31 janvier 2025", "janvier 2025" or "2025", as precise as the source was.
pub fn date(lang: Lang, edge: Edge, length: Dates) -> String {
    let f = of(lang);
    let day = icu(edge.day);
    match (edge.precision, length) {
        (Precision::Day, Dates::Long) => french_first(lang, edge.day, f.day.format(&day).to_string()),
        (Precision::Day, Dates::Short) => french_first(lang, edge.day, f.day_short.format(&day).to_string()),
        (Precision::Month, Dates::Long) => f.month.format(&day).to_string(),
        (Precision::Month, Dates::Short) => f.month_short.format(&day).to_string(),
        (Precision::Year, _) => f.year.format(&day).to_string(),
    }
}

/// "janvier 2025"
pub fn month_year(lang: Lang, day: Date) -> String {
    date(lang, Edge { day, precision: Precision::Month }, Dates::Long)
}

/// The first of a month is "1er" in French.
fn french_first(lang: Lang, day: Date, said: String) -> String {
    match said.strip_prefix("1 ") {
        Some(rest) if lang == Lang::Fr && day.day() == 1 => format!("1er {rest}"),
        _ => said,
    }
}

fn icu(day: Date) -> IcuDate<icu_calendar::Gregorian> {
    IcuDate::try_new_gregorian(i32::from(day.year()), day.month() as u8, day.day() as u8)
        .expect("jiff and ICU share the Gregorian calendar")
}

/// First letter in upper case: for a line that begins with a figure.
pub fn sentence_case(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_take_the_narrow_no_break_space_in_french() {
        assert_eq!(number(Lang::Fr, 44000.0), "44\u{202f}000");
        assert_eq!(number(Lang::Fr, 1330.0), "1\u{202f}330");
        assert_eq!(number(Lang::Fr, 9.8), "9,8");
        assert_eq!(number(Lang::En, 44000.0), "44,000");
        assert_eq!(number(Lang::En, 1902150.0), "1,902,150");
    }

    #[test]
    fn dates_are_as_precise_as_their_source() {
        let day = jiff::civil::date(2025, 1, 31);
        let edge = |precision| Edge { day, precision };
        assert_eq!(date(Lang::Fr, edge(Precision::Day), Dates::Long), "31 janvier 2025");
        assert_eq!(date(Lang::Fr, edge(Precision::Day), Dates::Short), "31 janv. 2025");
        assert_eq!(date(Lang::En, edge(Precision::Day), Dates::Long), "31 January 2025");
        assert_eq!(date(Lang::Fr, edge(Precision::Month), Dates::Long), "janvier 2025");
        assert_eq!(date(Lang::Fr, edge(Precision::Year), Dates::Long), "2025");
        let first = Edge { day: jiff::civil::date(2024, 3, 1), precision: Precision::Day };
        assert_eq!(date(Lang::Fr, first, Dates::Long), "1er mars 2024");
        assert_eq!(date(Lang::En, first, Dates::Short), "1 Mar 2024");
    }
}
