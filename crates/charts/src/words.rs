//! What a chart says: titles, labels, footer, and the text for those who do not see it. Every sentence comes from
//! the messages in `data/words`.

use balise_model::{Edge, Figure, Precision, Unit};
use balise_words::{
    Dates, Lang, args, date, figure_quantity, indicator, indicator_short, number, period, sentence_case,
    spot_name, text, text_with,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

use crate::panel::{Kind, Panel};
use crate::point::Point;
use crate::series::Series;

/// Outlets named in the footer before "et n autres".
const NAMED: usize = 4;
/// Totals told one by one in the alternative text; beyond, the first and the last.
const TOLD: usize = 6;

/// "Plus de 44 000 retours depuis 2017", from the last total when nothing in the series is larger; else the
/// indicator and its years.
pub(crate) fn title(lang: Lang, series: &Series) -> String {
    if let Some(title) = series.title.as_deref().filter(|t| !t.trim().is_empty()) {
        return title.to_owned();
    }
    let whole = series.cumulative.iter().filter(|p| !p.is_subset());
    let dated = whole.filter_map(|p| Some((p, p.figure().period.start?))).next_back();
    let largest = series.points().map(Point::value).fold(0.0, f64::max);
    let dated = dated.filter(|(point, _)| point.value() >= largest);
    if let (Some((point, start)), Unit::Persons) = (dated, &series.unit) {
        let year = Edge { day: start.day, precision: Precision::Year };
        let values = args([
            ("value", figure_quantity(lang, point.figure())),
            ("indicator", indicator_short(lang, &series.indicator).to_owned()),
            ("year", date(lang, year, Dates::Long)),
        ]);
        return sentence_case(&text_with(lang, "chart-title-since", &values));
    }
    let name = indicator(lang, &series.indicator).to_owned();
    let days = series.points().flat_map(|p| [p.first(), p.when()]);
    match years(lang, days) {
        Some(years) => text_with(lang, "chart-title-years", &args([("indicator", name), ("years", years)])),
        None => name,
    }
}

pub(crate) fn subtitle(lang: Lang, series: &Series) -> String {
    if let Some(subtitle) = series.subtitle.as_deref().filter(|t| !t.trim().is_empty()) {
        return subtitle.to_owned();
    }
    let name = indicator(lang, &series.indicator).to_owned();
    text_with(lang, "chart-subtitle", &args([("indicator", name), ("unit", unit(lang, &series.unit))]))
}

fn unit(lang: Lang, unit: &Unit) -> String {
    match unit {
        Unit::Money(code) => text_with(lang, "chart-unit-money", &args([("code", code.clone())])),
        unit => text(lang, &format!("chart-unit-{}", unit.name().replace('_', "-"))),
    }
}

pub(crate) fn panel_title(lang: Lang, kind: Kind, since: Option<i16>, unit: &Unit) -> String {
    match (kind, since, unit) {
        (Kind::Total, Some(year), _) => {
            text_with(lang, "chart-panel-since", &args([("year", year.to_string())]))
        }
        (Kind::Total, None, _) => text(lang, "chart-panel-total"),
        (Kind::Stock, ..) => text(lang, "chart-panel-stock"),
        (Kind::Periods, _, Unit::Money(_)) => text(lang, "chart-panel-amounts"),
        (Kind::Periods, _, Unit::Percent) => text(lang, "chart-panel-shares"),
        (Kind::Periods, ..) => text(lang, "chart-panel-periods"),
    }
}

/// "plus de 44 000" as the source hedged it; the unit is in the subtitle.
fn value(lang: Lang, figure: &Figure) -> String {
    let mut bare = figure.clone();
    if bare.quantity.unit != Unit::Percent {
        bare.quantity.unit = Unit::Persons;
    }
    figure_quantity(lang, &bare)
}

/// Beside a sign. Parts of a total say so: "dont plus de 33 000 réintégrés".
pub(crate) fn label(lang: Lang, point: &Point) -> String {
    let said = value(lang, point.figure());
    let group = point.figure().population.clone().filter(|p| p.chars().count() <= 24);
    match (point.is_subset(), group) {
        (true, Some(group)) => {
            text_with(lang, "chart-subset-of", &args([("value", said), ("population", group)]))
        }
        (true, None) => text_with(lang, "chart-subset", &args([("value", said)])),
        (false, _) => said,
    }
}

/// What a point is called where it can be clicked.
pub(crate) fn name(lang: Lang, point: &Point) -> String {
    let name = spot_name(lang, point.figure());
    if point.others().is_empty() {
        return name;
    }
    let mut values = args([("name", name)]);
    values.set("count", point.others().len() + 1);
    text_with(lang, "chart-spot-statements", &values)
}

/// "Sources : OIM, ministère ; 11 chiffres, 10 documents, 2019-2025. Balise, 21 novembre 2026."
pub(crate) fn sources(lang: Lang, series: &Series, made: Option<Date>) -> String {
    let mut documents = BTreeSet::new();
    let mut outlets: BTreeMap<String, usize> = BTreeMap::new();
    for cited in series.statements() {
        documents.insert(cited.source.document);
        let outlet = cited.source.outlet.clone().unwrap_or_else(|| text(lang, "no-outlet"));
        *outlets.entry(outlet).or_default() += 1;
    }
    let published = series.statements().filter_map(|c| c.source.published).map(|e| e.day);
    let counts = [
        counted(lang, "chart-figures", series.statements().count()),
        counted(lang, "chart-documents", documents.len()),
    ];
    let facts: Vec<String> = counts.into_iter().chain(years(lang, published)).collect();
    let values = args([("outlets", named(lang, outlets)), ("facts", facts.join(", "))]);
    let mut line = if series.is_empty() { String::new() } else { text_with(lang, "chart-sources", &values) };
    if let Some(made) = made {
        let day = date(lang, Edge { day: made, precision: Precision::Day }, Dates::Long);
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(&text_with(lang, "chart-made", &args([("date", day)])));
    }
    line
}

/// The outlets with most figures first.
fn named(lang: Lang, outlets: BTreeMap<String, usize>) -> String {
    let mut outlets: Vec<_> = outlets.into_iter().collect();
    outlets.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rest = outlets.len().saturating_sub(NAMED);
    let list = outlets.into_iter().take(NAMED).map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    if rest == 0 {
        return list;
    }
    let mut values = args([("outlets", list)]);
    values.set("count", rest);
    text_with(lang, "chart-outlets-more", &values)
}

pub(crate) fn counted(lang: Lang, key: &str, count: usize) -> String {
    let mut values = args([("said", number(lang, count as f64))]);
    values.set("count", count);
    text_with(lang, key, &values)
}

fn years(lang: Lang, days: impl Iterator<Item = Date>) -> Option<String> {
    let years: BTreeSet<i16> = days.map(|d| d.year()).collect();
    let (first, last) = (years.first()?, years.last()?);
    if first == last {
        return Some(first.to_string());
    }
    Some(text_with(lang, "chart-years", &args([("first", first.to_string()), ("last", last.to_string())])))
}

/// The whole chart in sentences: totals first and last, then each period.
pub(crate) fn alt(lang: Lang, series: &Series, panels: &[Panel<'_>], title: &str) -> String {
    let mut parts = vec![text_with(lang, "chart-alt-title", &args([("title", title.to_owned())]))];
    if series.is_sample() {
        parts.push(text_with(lang, "chart-alt-title", &args([("title", text(lang, "chart-sample"))])));
    }
    if panels.is_empty() {
        parts.push(text_with(lang, "chart-alt-title", &args([("title", text(lang, "chart-empty"))])));
    }
    for panel in panels {
        let points = &panel.points;
        let told: Vec<String> = if panel.kind == Kind::Total && points.len() > TOLD {
            vec![
                told(lang, panel, points[0]),
                text(lang, "chart-alt-between"),
                told(lang, panel, points[points.len() - 1]),
            ]
        } else {
            points.iter().map(|p| told(lang, panel, p)).collect()
        };
        let items = told.join(&text(lang, "chart-alt-joint"));
        let values = args([("panel", panel.title.clone()), ("items", items)]);
        parts.push(text_with(lang, "chart-alt-panel", &values));
    }
    parts.join(" ")
}

fn told(lang: Lang, panel: &Panel<'_>, point: &Point) -> String {
    let figure = point.figure();
    let when = match (panel.kind, figure.period.end) {
        (Kind::Total | Kind::Stock, Some(end)) => Some(date(lang, end, Dates::Long)),
        _ => period(lang, &figure.period, Dates::Long),
    };
    let values =
        args([("value", label(lang, point)), ("when", when.unwrap_or_else(|| text(lang, "no-period")))]);
    text_with(lang, "chart-alt-item", &values)
}
