//! Lines for people on a terminal.

use balise_model::{Cited, Problem};
use balise_words::{
    Dates, Lang, args, correction, date, figure_quantity, has, indicator, period, text, text_with,
};
use serde_json::Value;

/// A problem on the error stream: what happened, then what to do.
pub(crate) fn problem(lang: Lang, problem: &Problem) {
    eprintln!("balise : {}", problem_line(lang, problem));
}

pub(crate) fn problem_line(lang: Lang, problem: &Problem) -> String {
    let mut values = args::<String, 0>([]);
    for (name, value) in &problem.params {
        values.set(name.clone(), value.clone());
    }
    let key = format!("problem-{}", problem.code);
    if !has(lang, &key) {
        return format!("{} ({})", text(lang, "problem-unknown"), problem.code);
    }
    let hint = format!("{key}-hint");
    match has(lang, &hint) {
        true => format!("{} {}", text_with(lang, &key, &values), text_with(lang, &hint, &values)),
        false => text_with(lang, &key, &values),
    }
}

/// One figure: value, indicator, period; then its sentence and its source.
pub(crate) fn figure(lang: Lang, cited: &Cited) -> String {
    let figure = &cited.figure;
    let status = text(
        lang,
        &format!(
            "said-status-{}",
            serde_json::to_value(cited.status)
                .ok()
                .and_then(|s| s.as_str().map(str::to_owned))
                .unwrap_or_default()
        ),
    );
    let period = period(lang, &figure.period, Dates::Short).unwrap_or_else(|| text(lang, "no-period"));
    let quote = figure.quote.words().split_whitespace().collect::<Vec<_>>().join(" ");
    let name = indicator(lang, &figure.indicator);
    let mut lines = format!(
        "{}  {status}\n  {} · {name} · {period}\n  « {quote} »\n  {}",
        figure.id,
        figure_quantity(lang, figure),
        source(lang, cited.source.outlet.as_deref(), cited.source.published, &cited.source.title),
    );
    if let Some(said) = correction(lang, cited) {
        lines.push_str(&format!("\n  {said}"));
    }
    lines
}

/// "Le Courrier du Fleuve, 31 janv. 2025 · Deux conventions"
pub(crate) fn source(
    lang: Lang,
    outlet: Option<&str>,
    published: Option<balise_model::Edge>,
    title: &str,
) -> String {
    let outlet = outlet.map_or_else(|| text(lang, "no-outlet"), str::to_owned);
    let day = published.map_or_else(|| text(lang, "no-date"), |edge| date(lang, edge, Dates::Short));
    format!("{outlet}, {day} · {title}")
}

/// A figure for a program: the figure itself with its source and what was decided.
pub(crate) fn figure_json(cited: &Cited) -> Value {
    // The figure's own form writes whole numbers plainly.
    let plain = serde_json::to_value(&cited.figure).unwrap_or_default();
    // What the machine had read, beside the person's values.
    let correction = cited
        .correction
        .as_ref()
        .map(|c| serde_json::json!({ "by": c.by, "at": c.at, "by_hand": c.read.is_none(), "read": c.read }));
    serde_json::json!({
        "id": cited.figure.id, "status": cited.status, "document": cited.source.document, "title": cited.source.title,
        "outlet": cited.source.outlet, "published": cited.source.published.map(|p| p.day), "address": cited.source.address,
        "sample": cited.source.sample, "value": plain["value"], "value_max": plain["upper"],
        "bound": cited.figure.quantity.bound, "unit": cited.figure.quantity.unit, "indicator": cited.figure.indicator,
        "population": cited.figure.population, "period_kind": cited.figure.period.kind,
        "period_start": cited.figure.period.start.map(|e| e.day), "period_end": cited.figure.period.end.map(|e| e.day),
        "part_of": plain["part_of"], "modality": cited.figure.modality, "quote": cited.figure.quote.words(),
        "confidence": cited.figure.confidence, "read_otherwise": cited.read_otherwise,
        "verdict": cited.verdict, "correction": correction,
    })
}

pub(crate) fn json(value: &impl serde::Serialize) {
    println!("{}", serde_json::to_string_pretty(value).expect("these values are plain data"));
}
