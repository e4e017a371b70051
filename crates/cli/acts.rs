//! Verbs that change a library: new, sample, import, review (decide and correct), undo, redo.

use balise_desk::import::{Item, Outcome as What, Run, expand};
use balise_desk::library::Done;
use balise_desk::{Desk, Error, Written, act_in_words, make_sample};
use balise_model::{FigureId, Problem, Status};
use balise_words::{args, text, text_with};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Call, End, Outcome, say};

pub(crate) fn new(call: &Call<'_>) -> Outcome {
    let desk = Desk::create(call.path("library"), &call.coder, &call.folders)?;
    println!(
        "{}",
        text_with(call.lang, "said-new", &args([("file", desk.library().path().display().to_string())]))
    );
    Ok(End::Done)
}

pub(crate) fn sample(call: &Call<'_>) -> Outcome {
    let desk = make_sample(call.path("library"), &call.coder, &call.folders)?;
    println!(
        "{}",
        text_with(call.lang, "said-new", &args([("file", desk.library().path().display().to_string())]))
    );
    Ok(End::Done)
}

/// Files read and kept at once; between two batches the import can be stopped.
const BATCH: usize = 64;

pub(crate) fn import(call: &Call<'_>) -> Outcome {
    let mut desk = call.open_to_change()?;
    let given: Vec<PathBuf> = call.args.get_many("paths").unwrap_or_default().cloned().collect();
    // Paths are kept absolute: a later start may stand elsewhere.
    let absolute: Vec<PathBuf> =
        given.iter().map(|p| std::path::absolute(p).unwrap_or_else(|_| p.clone())).collect();
    desk.enqueue(&expand(&absolute))?;
    if desk.library().queue_len()? == 0 {
        return Err(Error::Said(Problem::new("nothing-to-import")));
    }
    let stop = stop_on_interrupt();
    let (mut run, mut items) = (Run::default(), Vec::new());
    while !stop.load(Ordering::Relaxed) {
        let batch = desk.library().queued(BATCH)?;
        if batch.is_empty() {
            break;
        }
        let kept = desk.keep(balise_desk::import::prepare_all(&batch), &mut run)?;
        if !call.json {
            kept.iter().for_each(|item| println!("{}", line(call, item)));
        }
        items.extend(kept);
    }
    desk.catch_up()?;
    let left = desk.library().queue_len()?;
    if call.json {
        say::json(&serde_json::json!({ "items": items, "left": left }));
    } else {
        println!("{}", summary(call, &items, left));
    }
    let sound = left == 0 && items.iter().all(|i| i.outcome != What::Refused);
    Ok(if sound { End::Done } else { End::Problems })
}

/// The first Ctrl+C stops after the current file; the library is safe at a second one too.
fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let hear = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(1);
        }
    });
    if let Err(e) = hear {
        eprintln!("{e}");
    }
    stop
}

fn line(call: &Call<'_>, item: &Item) -> String {
    let sign = match item.outcome {
        What::Read => "✓",
        What::Known => "=",
        What::Check => "⚠",
        What::Refused => "!",
    };
    let said = match item.outcome {
        What::Known => text(call.lang, "problem-file-known"),
        What::Refused => String::new(),
        _ => text_with(call.lang, "said-read", &args([("figures", item.figures), ("aside", item.set_aside)])),
    };
    let problems =
        item.problems.iter().filter(|p| p.code != "file-known").map(|p| say::problem_line(call.lang, p));
    let parts: Vec<String> = std::iter::once(said).chain(problems).filter(|s| !s.is_empty()).collect();
    format!("{sign} {}  {}", item.file, parts.join(" "))
}

fn summary(call: &Call<'_>, items: &[Item], left: usize) -> String {
    let count = |what: What| items.iter().filter(|i| i.outcome == what).count();
    let counts = args([
        ("read", count(What::Read) + count(What::Check)),
        ("known", count(What::Known)),
        ("refused", count(What::Refused)),
        ("figures", items.iter().map(|i| i.figures).sum()),
    ]);
    let mut out = text_with(call.lang, "said-imported", &counts);
    if left > 0 {
        out.push('\n');
        out.push_str(&text_with(call.lang, "said-stopped", &args([("left", left)])));
    }
    out
}

/// Puts the fields given in place of the machine's.
fn correct(call: &Call<'_>, id: FigureId) -> Outcome {
    let given = |name: &str| call.args.get_one::<String>(name).cloned();
    // clap lets only the names of these through.
    let named = |name: &str| given(name).map(serde_json::Value::String);
    let written = Written {
        value: given("value"),
        upper: given("upper"),
        bound: named("bound").and_then(|b| serde_json::from_value(b).ok()),
        unit: given("unit"),
        indicator: given("indicator"),
        period_kind: named("period-kind").and_then(|k| serde_json::from_value(k).ok()),
        from: given("from"),
        to: given("to"),
        population: given("population"),
        modality: named("modality").and_then(|m| serde_json::from_value(m).ok()),
    };
    if written == Written::default() {
        return Err(Error::Said(Problem::new("nothing-to-correct")));
    }
    let mut desk = call.open_to_change()?;
    desk.correct(id, &written)?;
    let cited = desk.library().figure(id)?;
    if call.json {
        say::json(&say::figure_json(&cited));
    } else {
        println!("{}", say::figure(call.lang, &cited));
    }
    Ok(End::Done)
}

pub(crate) fn review(call: &Call<'_>) -> Outcome {
    if let Some(id) = call.args.get_one("correct") {
        return correct(call, FigureId(*id));
    }
    let mut desk = call.open_to_change()?;
    let ids = |name: &str| -> Vec<FigureId> {
        call.args.get_many(name).unwrap_or_default().copied().map(FigureId).collect()
    };
    let (figures, status) = match call.args.get_one::<f64>("accept-above") {
        Some(confidence) => (desk.library().open_above(*confidence)?, Status::Accepted),
        None if call.args.contains_id("reject") => (ids("reject"), Status::Rejected),
        None => (ids("accept"), Status::Accepted),
    };
    if figures.is_empty() {
        println!("{}", text(call.lang, "said-nothing-to-review"));
        return Ok(End::Done);
    }
    let done = desk.review(&figures, status)?;
    println!("{}", balise_words::sentence_case(&act_in_words(call.lang, &done.act)));
    Ok(End::Done)
}

pub(crate) fn revert(call: &Call<'_>, how: fn(&mut Desk) -> Result<Done<()>, Error>, said: &str) -> Outcome {
    let mut desk = call.open_to_change()?;
    let done = match call.args.try_get_one::<i64>("act") {
        Ok(Some(act)) => desk.undo_act(*act)?,
        _ => how(&mut desk)?,
    };
    let act = act_in_words(call.lang, &done.act);
    println!("{}", text_with(call.lang, &format!("said-{said}"), &args([("act", act)])));
    Ok(End::Done)
}
