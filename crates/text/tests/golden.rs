//! The golden suite: French texts of `tests/texts/*.txt` with the figures expected beneath. `UPDATE=1` writes the
//! expectations anew; the diff is the review.

use balise_model::{Edge, Figure, Text};
use balise_text::{analyse, blocks, partial_date};
use std::fmt::Write as _;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../tests/texts")
}

/// One case: its header line, its text, the expected lines.
struct Case {
    header: String,
    text: String,
    expected: Vec<String>,
}

fn cases(file: &str) -> (String, Vec<Case>) {
    let mut preamble = String::new();
    let mut cases: Vec<Case> = Vec::new();
    for line in file.lines() {
        if line.starts_with("--- ") {
            cases.push(Case { header: line.to_owned(), text: String::new(), expected: Vec::new() });
        } else if let Some(case) = cases.last_mut() {
            if line.starts_with("> ") {
                case.expected.push(line.to_owned());
            } else {
                let _ = writeln!(case.text, "{line}");
            }
        } else {
            let _ = writeln!(preamble, "{line}");
        }
    }
    (preamble, cases)
}

impl Case {
    /// "--- name (2025-01-31)": the day of publication, when there is one.
    fn published(&self) -> Option<Edge> {
        let (_, date) = self.header.rsplit_once('(')?;
        partial_date(date.trim_end_matches(')'))
    }

    fn read(&self) -> Vec<String> {
        let content = self.text.trim().to_owned();
        let cut = blocks(&content);
        let findings = analyse(&Text::new(content, cut), self.published());
        let mut lines: Vec<String> = findings.figures.iter().map(line).collect();
        if lines.is_empty() {
            lines.push("> rien".to_owned());
        }
        lines
    }
}

/// "> return.total | at_least 44000 persons | since 2017-01-01..2025-01-31 | part of 60000"
fn line(figure: &Figure) -> String {
    let q = &figure.quantity;
    let upper = q.upper.map_or_else(String::new, |u| format!("..{u}"));
    let period = &figure.period;
    let day = |edge: Option<Edge>| edge.map_or_else(String::new, |e| e.day.to_string());
    let dates = format!("{}..{}", day(period.start), day(period.end));
    let mut out = format!(
        "> {} | {} {}{upper} {} | {}",
        figure.indicator,
        q.bound.name(),
        q.value,
        q.unit,
        period.kind.name()
    );
    if dates != ".." {
        let _ = write!(out, " {dates}");
    }
    if let Some(total) = figure.part_of {
        let _ = write!(out, " | part of {total}");
    }
    if figure.modality == balise_model::Modality::Plan {
        out.push_str(" | plan");
    }
    if !figure.also.is_empty() {
        let _ = write!(out, " | said {} times", figure.also.len() + 1);
    }
    out
}

#[test]
fn the_golden_texts_are_read_as_written_beneath() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    let mut count = 0;
    let mut files: Vec<_> =
        std::fs::read_dir(folder()).expect("tests/texts").filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    for file in files {
        let (preamble, cases) = cases(&std::fs::read_to_string(&file).expect("a readable file"));
        let mut rewritten = preamble;
        for case in &cases {
            count += 1;
            let read = case.read();
            if read != case.expected {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let _ = writeln!(
                    wrong,
                    "{name} {}\n{}\nexpected:\n{}\nread:\n{}\n",
                    case.header,
                    case.text.trim(),
                    case.expected.join("\n"),
                    read.join("\n")
                );
            }
            let _ = writeln!(rewritten, "{}\n{}\n{}\n", case.header, case.text.trim(), read.join("\n"));
        }
        if update {
            std::fs::write(&file, rewritten.trim_end().to_owned() + "\n")
                .expect("tests/texts can be written");
        }
    }
    assert!(count > 20, "only {count} cases were found");
    assert!(update || wrong.is_empty(), "\n{wrong}");
}
