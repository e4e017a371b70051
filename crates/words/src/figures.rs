//! A figure said in words: its quantity, its period, how it was read, and the line a footnote prints.

use balise_model::{
    Bound, Cited, Correction, Edge, Figure, Modality, Period, PeriodKind, Precision, Quantity, Unit,
};

use crate::messages::{args, text, text_with};
use crate::numbers::{Dates, date, number, sentence_case};
use crate::{Lang, indicator};

/// "au moins"; "exactement" for an exact value.
pub fn bound(lang: Lang, bound: Bound) -> String {
    text(lang, &format!("bound-{}", bound.name().replace('_', "-")))
}

/// "plus de 44 000", "environ 300", "entre 40 et 50", "9,8 %", "2 700 000 000 FCFA".
pub fn quantity(lang: Lang, quantity: &Quantity) -> String {
    let said = number_with_unit(lang, quantity);
    match (quantity.upper, quantity.bound) {
        (Some(_), _) | (None, Bound::Exact) => said,
        (None, bound) => {
            text_with(lang, &format!("quantity-{}", bound.name().replace('_', "-")), &args([("value", said)]))
        }
    }
}

/// The quantity with the source's own hedge where the language has the same: "plus de 44 000", "au moins 44 000".
pub fn figure_quantity(lang: Lang, figure: &Figure) -> String {
    let hedge = figure.evidence.bound.and_then(|s| figure.words_at(s)).map(str::to_lowercase);
    let more = hedge.as_deref().is_some_and(|h| h.contains("plus d"));
    match (figure.quantity.bound, figure.quantity.upper, hedge) {
        (Bound::AtLeast, None, Some(_)) if !more => {
            let value = number_with_unit(lang, &figure.quantity);
            text_with(lang, "quantity-no-less", &args([("value", value)]))
        }
        _ => quantity(lang, &figure.quantity),
    }
}

/// The value and its unit when the unit is not plainly persons; no bound.
pub fn number_with_unit(lang: Lang, quantity: &Quantity) -> String {
    let value = match quantity.upper {
        Some(upper) => {
            let ends = args([("low", number(lang, quantity.value)), ("high", number(lang, upper))]);
            text_with(lang, "quantity-between", &ends)
        }
        None => number(lang, quantity.value),
    };
    match &quantity.unit {
        Unit::Persons => value,
        Unit::Percent => text_with(lang, "unit-percent", &args([("value", value)])),
        Unit::Money(code) => text_with(lang, "unit-money", &args([("value", value), ("code", code.clone())])),
        unit => {
            text_with(lang, &format!("unit-{}", unit.name().replace('_', "-")), &args([("value", value)]))
        }
    }
}

/// "2017 au 31 janv. 2025, cumul", "au 30 avril 2021", "12 avril 2019"; nothing when the text gives none.
pub fn period(lang: Lang, period: &Period, length: Dates) -> Option<String> {
    let say = |edge: Edge| date(lang, edge, length);
    let said = |key: &str, start: Option<Edge>, end: Option<Edge>| {
        let mut values = args::<String, 0>([]);
        if let Some(start) = start {
            values.set("start", say(start));
        }
        if let Some(end) = end {
            values.set("end", say(end));
        }
        Some(text_with(lang, key, &values))
    };
    match (period.kind, period.start, period.end) {
        (PeriodKind::Unknown, ..) | (_, None, None) => None,
        (PeriodKind::Since, Some(start), Some(end)) if end.precision == Precision::Day => {
            said("period-since-day", Some(start), Some(end))
        }
        (PeriodKind::Since, Some(start), Some(end)) => said("period-since-until", Some(start), Some(end)),
        (PeriodKind::Since, Some(start), None) => said("period-since", Some(start), None),
        (PeriodKind::AsOf, _, Some(end)) if end.precision == Precision::Day => {
            said("period-as-of", None, Some(end))
        }
        (PeriodKind::AsOf, _, Some(end)) => said("period-as-of-end", None, Some(end)),
        (_, Some(start), Some(end)) if one_span(start, end) => Some(say(start)),
        (_, Some(start), Some(end))
            if (start.precision, end.precision) == (Precision::Day, Precision::Day) =>
        {
            said("period-from-day-to-day", Some(start), Some(end))
        }
        (_, Some(start), Some(end)) => said("period-from-to", Some(start), Some(end)),
        (_, Some(start), None) => said("period-from", Some(start), None),
        (_, None, Some(end)) => said("period-until", None, Some(end)),
    }
}

/// Both edges come from one expression: "en 2019", "en mai 2021", "le 12 avril".
fn one_span(start: Edge, end: Edge) -> bool {
    start.precision == end.precision
        && match start.precision {
            Precision::Day => start.day == end.day,
            Precision::Month => start.day.first_of_month() == end.day.first_of_month(),
            Precision::Year => start.day.year() == end.day.year(),
        }
}

/// One line that says how a figure was read: "Lu ainsi : « plus de » donne au moins ; …".
pub fn reading(lang: Lang, figure: &Figure) -> String {
    let mut parts = Vec::new();
    let words = |span| figure.words_at(span).map(str::to_owned);
    if let Some(words) = figure.evidence.bound.and_then(words) {
        let bound = bound(lang, figure.quantity.bound);
        parts.push(text_with(lang, "reading-bound", &args([("words", words), ("bound", bound)])));
    }
    if let Some(words) = figure.evidence.indicator.and_then(words) {
        let name = indicator(lang, &figure.indicator).to_lowercase();
        parts.push(text_with(lang, "reading-indicator", &args([("words", words), ("indicator", name)])));
    }
    parts.push(match (figure.evidence.period, period(lang, &figure.period, Dates::Short)) {
        (Some(span), Some(said)) => match words(span) {
            Some(words) => text_with(lang, "reading-period", &args([("words", words), ("period", said)])),
            None => text_with(lang, "reading-period-elsewhere", &args([("period", said)])),
        },
        (None, Some(said)) => text_with(lang, "reading-period-assumed", &args([("period", said)])),
        (_, None) => text(lang, "reading-no-period"),
    });
    if let Some(total) = figure.part_of {
        parts.push(text_with(lang, "reading-part-of", &args([("total", number(lang, total))])));
    }
    if figure.modality == Modality::Plan {
        parts.push(text(lang, "reading-plan"));
    }
    text_with(lang, "reading", &args([("parts", parts.join(&text(lang, "reading-joint")))]))
}

/// Who gave a figure its values, and what the machine had read: "Corrigé par Aïssata K., le 21 novembre 2026. Lu par la
/// machine : plus de 44 000, Retours, 2017 au 31 janv. 2025, cumul." Nothing when the values are the machine's.
pub fn correction(lang: Lang, cited: &Cited) -> Option<String> {
    let correction = cited.correction.as_ref()?;
    let who = corrected_by(lang, correction);
    let Some(read) = &correction.read else { return Some(who) };
    let when = period(lang, &read.period, Dates::Short).unwrap_or_else(|| text(lang, "no-period"));
    let said = format!("{}, {}, {when}", figure_quantity(lang, read), indicator(lang, &read.indicator));
    Some(format!("{who} {}", text_with(lang, "machine-read", &args([("said", said)]))))
}

/// "Corrigé par Aïssata K., le 21 novembre 2026.", or made by hand.
pub fn corrected_by(lang: Lang, correction: &Correction) -> String {
    let day = Edge { day: correction.day(), precision: Precision::Day };
    let values = args([("coder", correction.by.clone()), ("date", date(lang, day, Dates::Long))]);
    match correction.read {
        Some(_) => text_with(lang, "corrected-by", &values),
        None => text_with(lang, "made-by", &values),
    }
}

/// Name of a point on a chart: "Plus de 44 000, 2017 au 31 janvier 2025, cumul".
pub fn spot_name(lang: Lang, figure: &Figure) -> String {
    let value = sentence_case(&figure_quantity(lang, figure));
    let period = period(lang, &figure.period, Dates::Long).unwrap_or_else(|| text(lang, "no-period"));
    format!("{value}, {period}")
}

/// What a footnote prints: the sentence in quotation marks, the title of its document, the outlet, the date, the
/// address.
pub fn footnote(lang: Lang, cited: &Cited) -> String {
    let title = text_with(lang, "document-title", &args([("title", cited.source.title.clone())]));
    let outlet = match &cited.source.outlet {
        Some(outlet) => format!("{title} {outlet}"),
        None => title,
    };
    let dated = cited.source.published.map_or_else(|| text(lang, "no-date"), |d| date(lang, d, Dates::Long));
    let quote = cited.figure.quote.words().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut line =
        text_with(lang, "footnote", &args([("quote", quote), ("outlet", outlet), ("date", dated)]));
    if let Some(address) = &cited.source.address {
        line.push_str(&format!(" {address}"));
    }
    // The sentence gives another value than the one that is printed: the reader must know who says so.
    if let Some(correction) = cited.correction.as_ref().filter(|c| c.read.is_some()) {
        line.push(' ');
        line.push_str(&corrected_by(lang, correction));
    }
    if cited.source.sample {
        line.push_str(&text(lang, "footnote-sample"));
    }
    line
}
