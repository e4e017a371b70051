//! Verbs that read a library: search, claims, chart, report.

use balise_desk::Error;
use balise_desk::charts::Spec;
use balise_desk::search::Mode;
use balise_model::{Problem, Status};
use balise_words::{args, text_with};
use jiff::civil::Date;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::{Call, End, Outcome, say};

pub(crate) fn search(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let words: Vec<String> = call.args.get_many("query").unwrap_or_default().cloned().collect();
    let mode = if call.args.get_flag("exact") { Mode::Exact } else { Mode::Flexible };
    let limit = call.args.get_one("limit").copied().unwrap_or(20);
    desk.catch_up()?;
    let (total, hits) = desk.search(&words.join(" "), mode, limit)?;
    if call.json {
        let hits: Vec<_> = hits
            .iter()
            .map(|h| serde_json::json!({
                "document": h.document, "title": h.title, "outlet": h.outlet, "published": h.published.map(|p| p.day),
                "sentence": h.sentence, "found": h.found.iter().map(|s| s.of(&h.sentence)).collect::<Vec<_>>(),
            }))
            .collect();
        say::json(&serde_json::json!({ "total": total, "hits": hits }));
        return Ok(End::Done);
    }
    for hit in &hits {
        println!(
            "{}\n  {}\n",
            say::source(call.lang, hit.outlet.as_deref(), hit.published, &hit.title),
            marked(hit)
        );
    }
    println!("{}", text_with(call.lang, "said-found", &args([("count", total)])));
    Ok(End::Done)
}

/// The sentence with the words found between brackets, or in bold on a terminal.
fn marked(hit: &balise_desk::Hit) -> String {
    let (open, close) = if std::io::stdout().is_terminal() { ("\x1b[1m", "\x1b[0m") } else { ("[", "]") };
    let mut out = String::new();
    let mut at = 0;
    for span in &hit.found {
        out.push_str(&hit.sentence[at..span.start]);
        out.push_str(&format!("{open}{}{close}", &hit.sentence[span.start..span.end]));
        at = span.end;
    }
    out.push_str(&hit.sentence[at..]);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn claims(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let wanted = call.args.get_one::<String>("status").map(String::as_str);
    let mut figures = desk.library().figures(None)?;
    figures.retain(|c| match wanted {
        Some("suggested") => c.status == Status::Suggested,
        Some("accepted") => c.status.counts(),
        Some("rejected") => c.status == Status::Rejected,
        _ => true,
    });
    if call.json {
        say::json(&figures.iter().map(say::figure_json).collect::<Vec<_>>());
        return Ok(End::Done);
    }
    for cited in &figures {
        println!("{}\n", say::figure(call.lang, cited));
    }
    println!("{}", text_with(call.lang, "said-figures", &args([("count", figures.len())])));
    Ok(End::Done)
}

pub(crate) fn chart(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let file = call.path("output");
    let known = file.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    if !matches!(known.as_deref(), Some("svg" | "png")) {
        return Err(Error::Said(Problem::new("chart-ending").with("file", file.display())));
    }
    let indicator = call.args.get_one::<String>("indicator").cloned().unwrap_or_default();
    let spec = Spec { indicator, title: None, subtitle: None };
    desk.chart_file(&spec, call.lang, date(call), file)?;
    if call.json {
        let drawing = desk.drawing(&spec, call.lang, date(call))?;
        say::json(
            &serde_json::json!({ "file": file, "title": drawing.title, "alt": drawing.alt, "points": drawing.spots.len() }),
        );
    } else {
        println!("{}", text_with(call.lang, "said-written", &args([("file", file.display().to_string())])));
    }
    Ok(End::Done)
}

pub(crate) fn report(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let indicator = call.args.get_one::<String>("indicator").map(String::as_str);
    let printed = match call.args.get_one::<PathBuf>("output") {
        Some(file) => {
            let pdf = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf"));
            if !pdf {
                return Err(Error::Said(Problem::new("report-ending").with("file", file.display())));
            }
            desk.report_file(indicator, call.lang, date(call), file)?
        }
        None if call.json => desk.report_list(indicator, call.lang, date(call))?,
        None => return Err(Error::Said(Problem::new("report-where"))),
    };
    if call.json {
        say::json(&printed);
    } else {
        let file = call
            .args
            .get_one::<PathBuf>("output")
            .map(|f: &PathBuf| f.display().to_string())
            .unwrap_or_default();
        println!(
            "{}",
            text_with(
                call.lang,
                "said-report",
                &args([("file", file), ("count", printed.len().to_string())])
            )
        );
    }
    Ok(End::Done)
}

fn date(call: &Call<'_>) -> Option<Date> {
    call.args.get_one::<Date>("date").copied()
}
