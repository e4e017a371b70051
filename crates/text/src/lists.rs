//! The lists of `tests/lists`: every way of writing a number, a time and the end of a sentence that the reader must
//! know, one a line, each with what it means.

use balise_model::{Bound, Edge, Period, PeriodKind, Precision, Span};
use jiff::civil::Date;
use std::fmt::Write as _;

use crate::lexicon::Kind;
use crate::numbers::{Habit, Number, What, numbers};
use crate::periods::{Reference, times};
use crate::tokens::tokens;

fn rows(list: &str) -> impl Iterator<Item = Vec<&str>> {
    list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

fn kind(what: &What) -> &'static str {
    match what {
        What::Count => "count",
        What::Percent => "percent",
        What::Money(_) => "money",
        What::Ratio => "ratio",
        What::Rate => "per_year",
        What::Vague => "vague",
        What::Ordinal => "ordinal",
        What::Age => "age",
        What::Duration => "duration",
        What::Distance => "distance",
        What::Capacity => "capacity",
        What::Other => "other",
        What::Nothing => "none",
    }
}

/// "60000", "300..400", "1000.." as the list writes values.
fn value(number: &Number) -> String {
    let plain = |v: f64| {
        let short = (v * 1e4).round() / 1e4;
        format!("{short}")
    };
    match number.upper {
        Some(upper) => format!("{}..{}", plain(number.value), plain(upper)),
        None if number.what == What::Vague => format!("{}..", plain(number.value)),
        None => plain(number.value),
    }
}

#[test]
fn every_way_of_writing_a_number() {
    let mut wrong = String::new();
    let mut count = 0;
    for row in rows(include_str!("../../../tests/lists/numbers.tsv")) {
        let [text, values, bounds, kinds, ..] = row.as_slice() else {
            panic!("a row of six columns: {row:?}")
        };
        count += 1;
        let all = tokens(text, Span::new(0, text.len()));
        let reference = Reference::default();
        let dates = times(&all, reference);
        let read: Vec<Number> = numbers(text, &all, Habit::of(text))
            .into_iter()
            .filter(|n| {
                n.what != What::Nothing
                    && !dates.iter().any(|t| t.form != crate::periods::Form::Length && t.covers(n.span))
            })
            .collect();
        let said = |f: &dyn Fn(&Number) -> String| read.iter().map(f).collect::<Vec<_>>().join(";");
        // A bound is said of what is counted; the list leaves it open elsewhere.
        let bound = |n: &Number| n.bound.name().to_owned();
        let got = [
            said(&value),
            said(&bound),
            if read.is_empty() { "none".to_owned() } else { said(&|n| kind(&n.what).to_owned()) },
        ];
        let expected = [(*values).to_owned(), spread(bounds, read.len()), spread(kinds, read.len().max(1))];
        let compare_bound = !values.is_empty();
        if got[0] != expected[0] || compare_bound && got[1] != expected[1] || got[2] != expected[2] {
            let _ = writeln!(wrong, "{text}\n  expected {expected:?}\n  read     {got:?}");
        }
    }
    assert!(count > 100, "only {count} rows were found");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A single word of the list said of several numbers.
fn spread(column: &str, numbers: usize) -> String {
    if column.contains(';') || numbers <= 1 {
        return column.to_owned();
    }
    vec![column; numbers].join(";")
}

#[test]
fn every_way_of_saying_when() {
    let published = Some(Edge { day: Date::constant(2025, 1, 31), precision: Precision::Day });
    let reference = Reference { published, only_year: None };
    let mut wrong = String::new();
    let mut count = 0;
    for row in rows(include_str!("../../../tests/lists/periods.tsv")) {
        let [text, start, end, expected, .., note] = row.as_slice() else {
            panic!("a row of six columns: {row:?}")
        };
        count += 1;
        let all = tokens(text, Span::new(0, text.len()));
        let stock = if *expected == "as_of" { Kind::Stock } else { Kind::Flow };
        let first = times(&all, reference).first().copied();
        let none = Period { start: None, end: None, kind: PeriodKind::Unknown };
        let dateline = crate::dates::is_dateline(text) && text.starts_with("Publié");
        let period = first.filter(|_| !dateline).map_or(none, |t| t.period(stock, None));
        let day = |edge: Option<Edge>| edge.map_or_else(String::new, |e| e.day.to_string());
        let got = (day(period.start), day(period.end), period.kind.name());
        let right = got == (start.to_string(), end.to_string(), expected);
        // "also accepted" in the note: a second right answer, by its days.
        let also = note.contains("also accepted") && note.contains(&got.1) && !got.1.is_empty();
        if !right && !also {
            let _ =
                writeln!(wrong, "{text}\n  expected {start}..{end} {expected} ({note})\n  read     {got:?}");
        }
    }
    assert!(count > 90, "only {count} rows were found");
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_border_between_sentences() {
    let mut wrong = String::new();
    let mut count = 0;
    for line in include_str!("../../../tests/lists/sentences.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        count += 1;
        let plain = line.replace("\\n|", "\n").replace(['|', '¦'], " ");
        // A line feed in the list is a line that stands alone: blocks cut there.
        let mut read: Vec<&str> = Vec::new();
        let mut at = 0;
        for part in plain.split('\n') {
            let span = Span::new(at, at + part.len());
            read.extend(crate::sentences(&plain, span).iter().filter_map(|s| s.of(&plain)));
            at += part.len() + 1;
        }
        let borders = |marks: &[char]| -> Vec<String> {
            line.replace("\\n|", "|").split(marks).map(|s| s.replace('¦', " ").trim().to_owned()).collect()
        };
        let (fewest, most) = (borders(&['|']), borders(&['|', '¦']));
        if read != fewest && read != most {
            let _ = writeln!(wrong, "{line}\n  read {read:?}");
        }
    }
    assert!(count > 25, "only {count} lines were found");
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn bounds_have_four_names() {
    let names = [Bound::Exact, Bound::About, Bound::AtLeast, Bound::AtMost].map(Bound::name);
    assert_eq!(names, ["exact", "about", "at_least", "at_most"]);
}
