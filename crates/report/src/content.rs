//! What the page says, as data for the template: every word of a source stays a string, so that no sentence can
//! become markup.

use balise_model::{Cited, Figure, Modality, Unit};
use balise_words::{
    Dates, Lang, args, date, figure_quantity, footnote, indicator, period, sentence_case, text, text_with,
};
use serde::Serialize;
use std::collections::BTreeMap;

use crate::Report;
use crate::printed::{Item, Section, arranged};

#[derive(Serialize)]
pub(crate) struct Content {
    lang: &'static str,
    title: String,
    /// The title in the file's properties: it says when the report is an example.
    name: String,
    /// Year, month, day.
    date: [i32; 3],
    line: String,
    foot: String,
    sample: Option<String>,
    figure_word: String,
    chart: Option<Chart>,
    empty: Option<String>,
    sections: Vec<Part>,
    review: Option<Review>,
    sources_title: String,
    sources: Vec<Source>,
}

#[derive(Serialize)]
struct Chart {
    alt: String,
    caption: String,
}

#[derive(Serialize)]
struct Part {
    title: String,
    items: Vec<Line>,
}

/// One sentence: words before the value, the value, what is counted with the note, words after. The note's number
/// never touches the value: whoever copies the line must not get 44 0001.
#[derive(Serialize)]
struct Line {
    before: String,
    value: String,
    counted: String,
    after: String,
    note: usize,
    /// Only where the note is printed.
    text: Option<Note>,
}

#[derive(Serialize)]
struct Note {
    words: String,
    address: Option<String>,
    /// The address can be followed.
    web: bool,
    more: String,
}

#[derive(Serialize)]
struct Review {
    title: String,
    words: String,
    items: Vec<Line>,
}

#[derive(Serialize)]
struct Source {
    words: String,
    address: Option<String>,
    web: bool,
}

/// Everything the template prints; `has` tells which signs the bundled fonts can draw.
pub(crate) fn content(report: &Report<'_>, has: &dyn Fn(char) -> bool) -> Content {
    let lang = report.lang;
    let clean = |words: &str| printable(words, has);
    let sections = arranged(report);
    let sample = report.sample.then(|| text(lang, "report-sample"));
    let title = clean(&report.title);
    let day = date(lang, day_of(report), Dates::Long);
    let name = match report.sample {
        true => text_with(lang, "report-sample-name", &args([("title", title.clone())])),
        false => title.clone(),
    };
    Content {
        lang: lang.tag(),
        name,
        date: [i32::from(report.date.year()), i32::from(report.date.month()), i32::from(report.date.day())],
        line: text_with(
            lang,
            "report-line",
            &args([("library", clean(&report.library)), ("date", day.clone())]),
        ),
        foot: text_with(lang, "report-foot", &args([("title", title.clone()), ("date", day)])),
        title,
        sample,
        figure_word: text(lang, "report-figure"),
        chart: report.chart.map(|c| Chart { alt: clean(&c.alt), caption: clean(&c.subtitle) }),
        empty: sections.is_empty().then(|| text(lang, "report-empty")),
        review: review(lang, &sections, &clean),
        sections: sections.iter().map(|s| part(lang, s, &clean)).collect(),
        sources_title: text(lang, "report-sources"),
        sources: sources(lang, &sections, &clean),
    }
}

fn day_of(report: &Report<'_>) -> balise_model::Edge {
    balise_model::Edge { day: report.date, precision: balise_model::Precision::Day }
}

type Clean<'c> = &'c dyn Fn(&str) -> String;

fn part(lang: Lang, section: &Section<'_>, clean: Clean<'_>) -> Part {
    let items = section.items.iter().map(|item| line(lang, item, clean)).collect();
    Part { title: clean(indicator(lang, section.indicator)), items }
}

/// "Le Courrier du Fleuve donne plus de 44 000 Maliens¹, 2017 au 31 janvier 2025, cumul." A total it is part of is
/// not told here: it would be a value without a note.
fn line(lang: Lang, item: &Item<'_>, clean: Clean<'_>) -> Line {
    let Cited { figure, source, .. } = item.cited;
    let title = || text_with(lang, "document-title", &args([("title", source.title.clone())]));
    let outlet = source.outlet.clone().unwrap_or_else(title);
    let before = text_with(lang, "report-says", &args([("outlet", sentence_case(&clean(&outlet)))]));
    let when = period(lang, &figure.period, Dates::Long).unwrap_or_else(|| text(lang, "report-no-period"));
    let mut facts = vec![when];
    if figure.part_of.is_some() {
        facts.push(text(lang, "report-part-of"));
    }
    if figure.modality == Modality::Plan {
        facts.push(text(lang, "report-plan"));
    }
    let after = text_with(lang, "report-facts", &args([("facts", facts.join(", "))]));
    let value = clean(&figure_quantity(lang, figure));
    let counted = counted(lang, figure, clean);
    Line {
        before,
        value,
        counted,
        after,
        note: item.note,
        text: item.first.then(|| note(lang, item.cited, clean)),
    }
}

/// What is counted; nothing when the value says it itself ("9,8 %", "12 vols").
fn counted(lang: Lang, figure: &Figure, clean: Clean<'_>) -> String {
    match (&figure.population, &figure.quantity.unit) {
        (Some(population), _) => clean(population),
        (None, Unit::Persons) => {
            let mut values = args::<String, 0>([]);
            values.set("count", figure.quantity.upper.unwrap_or(figure.quantity.value));
            text_with(lang, "report-persons", &values)
        }
        (None, _) => String::new(),
    }
}

/// The line of `balise_words::footnote`, with its address apart so that it can be followed.
fn note(lang: Lang, cited: &Cited, clean: Clean<'_>) -> Note {
    let mut bare = cited.clone();
    bare.source.address = None;
    bare.source.sample = false;
    let more = if cited.source.sample { text(lang, "footnote-sample") } else { String::new() };
    let address = cited.source.address.as_deref();
    Note { words: clean(&footnote(lang, &bare)), address: address.map(clean), web: is_web(address), more }
}

/// Figures without a period: quoted above, and to be looked at again before the page is sent.
fn review(lang: Lang, sections: &[Section<'_>], clean: Clean<'_>) -> Option<Review> {
    let undated = |item: &&Item<'_>| period(lang, &item.cited.figure.period, Dates::Long).is_none();
    let items: Vec<Line> =
        sections.iter().flat_map(|s| &s.items).filter(undated).map(|i| again(lang, i, clean)).collect();
    if items.is_empty() {
        return None;
    }
    Some(Review { title: text(lang, "report-review"), words: text(lang, "report-review-why"), items })
}

fn again(lang: Lang, item: &Item<'_>, clean: Clean<'_>) -> Line {
    let figure = &item.cited.figure;
    let name = clean(indicator(lang, &figure.indicator));
    let before = text_with(lang, "report-review-item", &args([("indicator", name)]));
    let (value, counted) = (clean(&figure_quantity(lang, figure)), counted(lang, figure, clean));
    Line { before, value, counted, after: ".".to_owned(), note: item.note, text: None }
}

/// One line for each document, the oldest first.
fn sources(lang: Lang, sections: &[Section<'_>], clean: Clean<'_>) -> Vec<Source> {
    let mut documents = BTreeMap::new();
    for item in sections.iter().flat_map(|s| &s.items) {
        let source = &item.cited.source;
        documents.entry((source.published, source.document)).or_insert(source);
    }
    let said = |source: &&balise_model::Source| {
        let outlet = source.outlet.clone().unwrap_or_else(|| text(lang, "no-outlet"));
        let dated = source.published.map_or_else(|| text(lang, "no-date"), |d| date(lang, d, Dates::Long));
        let values = args([("title", clean(&source.title)), ("outlet", clean(&outlet)), ("date", dated)]);
        let address = source.address.as_deref();
        Source {
            words: text_with(lang, "report-source", &values),
            address: address.map(clean),
            web: is_web(address),
        }
    };
    documents.values().map(said).collect()
}

/// A click on paper may open the web, and nothing else.
fn is_web(address: Option<&str>) -> bool {
    address.is_some_and(|a| {
        let sound = a.starts_with("https://") || a.starts_with("http://");
        sound && a.len() < 2000 && !a.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Marks that reorder or hide letters are dropped, controls become spaces, and a sign the fonts lack shows as
/// "□": the sentence is printed as it is read, and the file can promise that it shows everywhere.
fn printable(words: &str, has: &dyn Fn(char) -> bool) -> String {
    let hidden = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let shown = |c: char| match c {
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => ' ',
        c if has(c) => c,
        _ if has('□') => '□',
        _ => '?',
    };
    words.chars().filter(|c| !hidden(*c)).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_seen_is_printed() {
        let has = |c: char| c.is_ascii() || c == '□';
        assert_eq!(printable("a\u{202e}b\tc\u{6f22}", &has), "ab c□");
    }

    #[test]
    fn only_the_web_can_be_followed() {
        assert!(is_web(Some("https://www.exemple.org/a?b=1")));
        for no in ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "www.exemple.org"] {
            assert!(!is_web(Some(no)), "{no}");
        }
        assert!(!is_web(None));
    }
}
