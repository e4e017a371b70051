//! Verbs about a library as a file: history, bin, backups, copies, checking, recovery.

use balise_desk::library::{Depth, Entry, Standing};
use balise_desk::{Error, act_in_words, difference, safety};
use balise_model::{DocumentId, Problem};
use balise_words::{Dates, args, bytes, sentence_case, text, text_with};
use jiff::Zoned;
use std::path::PathBuf;

use crate::{Call, End, Outcome, say};

pub(crate) fn history(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let acts = desk.view().history(None, call.args.get_one("limit").copied().unwrap_or(50))?;
    if call.json {
        let row = |e: &Entry| {
            serde_json::json!({
                "act": e.seq, "kind": e.act.kind, "params": e.act.params, "coder": e.coder,
                "at": e.at.as_ref().map(|at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()), "standing": e.standing,
            })
        };
        say::json(&acts.iter().map(row).collect::<Vec<_>>());
        return Ok(End::Done);
    }
    for entry in &acts {
        let at = entry.at.as_ref().map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
        let said = sentence_case(&act_in_words(call.lang, &entry.act));
        let title = entry.act.params["title"].as_str().map(|t| format!(" · {t}")).unwrap_or_default();
        let standing = match entry.standing {
            Standing::Stands => String::new(),
            Standing::Undone => format!(" ({})", text(call.lang, "history-undone")),
            Standing::Fixed => format!(" ({})", text(call.lang, "history-fixed")),
        };
        println!("{:>6}  {at}  {}  {said}{title}{standing}", entry.seq, entry.coder);
        if entry.act.kind == "migrate" {
            println!("        {}", text(call.lang, "history-line"));
        }
    }
    Ok(End::Done)
}

pub(crate) fn trash(call: &Call<'_>) -> Outcome {
    let ids = |name: &str| -> Vec<DocumentId> {
        call.args.get_many::<uuid::Uuid>(name).unwrap_or_default().copied().map(DocumentId).collect()
    };
    let mut desk = call.open_to_change()?;
    let (away, back) = (ids("documents"), ids("restore"));
    if call.args.get_flag("empty") {
        let count = desk.empty_bin()?;
        println!("{}", sentence_case(&text_with(call.lang, "act-purge", &args([("count", count)]))));
        return Ok(End::Done);
    }
    if away.is_empty() && back.is_empty() {
        return list_bin(call, &desk);
    }
    let done = if back.is_empty() { desk.trash(&away)? } else { desk.restore(&back)? };
    println!("{}", sentence_case(&act_in_words(call.lang, &done.act)));
    Ok(End::Done)
}

fn list_bin(call: &Call<'_>, desk: &balise_desk::Desk) -> Outcome {
    let rows = desk.view().trashed()?;
    if call.json {
        let row = |(row, at): &(balise_desk::library::Row, jiff::Timestamp)| serde_json::json!({ "document": row.id, "title": row.title, "outlet": row.outlet, "trashed": at });
        say::json(&rows.iter().map(row).collect::<Vec<_>>());
        return Ok(End::Done);
    }
    for (row, _) in &rows {
        println!("{}  {}", row.id, say::source(call.lang, row.outlet.as_deref(), row.published, &row.title));
    }
    println!("{}", text_with(call.lang, "said-bin", &args([("count", rows.len())])));
    Ok(End::Done)
}

pub(crate) fn info(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let about = desk.about(&call.folders)?;
    if call.json {
        say::json(&about);
        return Ok(End::Done);
    }
    let counts = args([
        ("documents", about.counts.documents),
        ("figures", about.counts.accepted),
        ("trashed", about.counts.trashed),
        ("acts", about.acts),
    ]);
    println!("{}  {}", about.path.display(), bytes(call.lang, about.bytes));
    println!("{}", text_with(call.lang, "about-holds", &counts));
    let held: u64 = about.backups.iter().map(|b| b.bytes).sum();
    let mut backups = args([("count", about.backups.len())]);
    backups.set("size", bytes(call.lang, held));
    println!("{}", text_with(call.lang, "about-backups", &backups));
    let key = match about.place.kind {
        balise_desk::library::Kind::Local => None,
        balise_desk::library::Kind::Synced(by) => Some(("place-synced", by)),
        balise_desk::library::Kind::Network => Some(("place-network", "")),
    };
    if let Some((key, by)) = key {
        println!("⚠ {}", text_with(call.lang, key, &args([("by", by)])));
        println!("  {}", text(call.lang, &format!("{key}-words")));
    }
    for conflict in &about.place.conflicts {
        println!(
            "⚠ {}",
            text_with(call.lang, "said-conflict", &args([("file", conflict.display().to_string())]))
        );
    }
    Ok(End::Done)
}

pub(crate) fn backup(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    if !call.args.get_flag("list") {
        let made = desk.back_up(&call.folders, &Zoned::now())?;
        if call.json {
            say::json(&made);
        } else {
            let file = made.path.display().to_string();
            println!("{}", text_with(call.lang, "said-backup", &args([("file", file)])));
        }
        return Ok(End::Done);
    }
    let found = desk.about(&call.folders)?.backups;
    if call.json {
        say::json(&found);
        return Ok(End::Done);
    }
    for (n, backup) in found.iter().enumerate() {
        let day = backup.made.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
        let checked =
            text(call.lang, if backup.verified { "said-backup-verified" } else { "said-backup-changed" });
        println!("{:>4}  {day}  {}  {checked}", n + 1, bytes(call.lang, backup.bytes));
    }
    Ok(End::Done)
}

/// A backup as a library beside the damaged or wrong one, which stays as it is.
pub(crate) fn restore(call: &Call<'_>) -> Outcome {
    let library = call.path("library");
    let library =
        library.canonicalize().or_else(|_| std::path::absolute(library)).unwrap_or_else(|_| library.into());
    let found = safety::backups_at(&library, &call.folders);
    let number: usize = call.args.get_one("number").copied().unwrap_or(1);
    let wanted = found.get(number.wrapping_sub(1));
    let backup = wanted.ok_or_else(|| Error::Said(Problem::new("no-backup").with("count", found.len())))?;
    let day = backup.made.to_zoned(jiff::tz::TimeZone::system()).date();
    let edge = balise_model::Edge { day, precision: balise_model::Precision::Day };
    let day = balise_words::date(call.lang, edge, Dates::Short);
    let words = text_with(call.lang, "backup-file-name", &args([("day", day)]));
    let copy = safety::restore(backup, &library, &words)?;
    written(call, &copy)
}

pub(crate) fn salvage(call: &Call<'_>) -> Outcome {
    let damaged = call.path("library");
    let (new, found) = safety::salvage(damaged, &text(call.lang, "salvage-file-name"))?;
    if call.json {
        say::json(&serde_json::json!({ "file": new, "salvaged": found }));
    } else {
        let recovered = |name: &str| found.tables.iter().find(|t| t.name == name).map_or(0, |t| t.recovered);
        let values = args([
            ("documents", recovered("document").to_string()),
            ("figures", recovered("decision").to_string()),
            ("file", new.display().to_string()),
        ]);
        println!("{}", text_with(call.lang, "salvage-said", &values));
        for table in found.tables.iter().filter(|t| t.lost + t.left_out > 0) {
            let key = format!("salvage-missing-{}", table.name);
            if balise_words::has(call.lang, &key) {
                let count = args([("count", table.lost + table.left_out)]);
                println!("! {}", text_with(call.lang, &key, &count));
            }
        }
    }
    Ok(if found.pages.is_empty() && found.errors.is_empty() { End::Done } else { End::Problems })
}

pub(crate) fn copy(call: &Call<'_>) -> Outcome {
    let file: PathBuf = call.path("output").to_owned();
    call.open()?.save_copy(&file)?;
    written(call, &file)
}

fn written(call: &Call<'_>, file: &std::path::Path) -> Outcome {
    if call.json {
        say::json(&serde_json::json!({ "file": file }));
    } else {
        println!("{}", text_with(call.lang, "said-written", &args([("file", file.display().to_string())])));
    }
    Ok(End::Done)
}

pub(crate) fn compact(call: &Call<'_>) -> Outcome {
    let mut desk = call.open()?;
    let before = desk.about(&call.folders)?.bytes;
    desk.compact()?;
    let after = desk.about(&call.folders)?.bytes;
    let sizes = args([("before", bytes(call.lang, before)), ("after", bytes(call.lang, after))]);
    println!("{}", text_with(call.lang, "said-compacted", &sizes));
    Ok(End::Done)
}

pub(crate) fn reindex(call: &Call<'_>) -> Outcome {
    let held = call.open()?.reindex()?;
    println!("{}", text_with(call.lang, "said-reindexed", &args([("count", held)])));
    Ok(End::Done)
}

/// Earlier texts of a document, or what changed since one of them.
pub(crate) fn versions(call: &Call<'_>) -> Outcome {
    let desk = call.open()?;
    let id = DocumentId(*call.args.get_one::<uuid::Uuid>("document").expect("clap requires it"));
    let current = desk.view().document(id)?;
    let found = desk.view().versions(id)?;
    if let Some(number) = call.args.get_one::<usize>("difference") {
        let missing = || Error::Said(Problem::new("not-found").with("id", number));
        let earlier = found.get(number.wrapping_sub(1)).ok_or_else(missing)?;
        let (old, new) = (desk.view().text(&earlier.text)?, desk.view().text(&current.text)?);
        let pieces = difference(old.content(), new.content());
        if call.json {
            say::json(&pieces);
        } else {
            for piece in &pieces {
                match piece.kind {
                    balise_desk::PieceKind::Same => print!("{}", piece.text),
                    balise_desk::PieceKind::Gone => print!("[-{}-]", piece.text),
                    balise_desk::PieceKind::New => print!("{{+{}+}}", piece.text),
                }
            }
            println!();
        }
        return Ok(End::Done);
    }
    if call.json {
        let row = |v: &balise_desk::library::Version| serde_json::json!({ "text": v.text, "original": v.original, "extractor": v.extractor, "until": v.until });
        say::json(
            &serde_json::json!({ "text": current.text, "earlier": found.iter().map(row).collect::<Vec<_>>() }),
        );
        return Ok(End::Done);
    }
    for (n, version) in found.iter().enumerate() {
        let until =
            version.until.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
        println!("{:>4}  {}", n + 1, text_with(call.lang, "version-until", &args([("moment", until)])));
    }
    println!("{}", text_with(call.lang, "said-versions", &args([("count", found.len())])));
    Ok(End::Done)
}

pub(crate) fn verify(call: &Call<'_>) -> Outcome {
    let mut desk = call.open()?;
    let depth = if call.args.get_flag("quick") { Depth::Quick } else { Depth::Full };
    let report = if call.args.get_flag("repair") { desk.repair()? } else { desk.verify(depth)? };
    if call.json {
        say::json(&report);
    } else {
        for fault in &report.faults {
            let place = fault.document.as_ref().map(|title| match fault.offset {
                Some(at) => text_with(
                    call.lang,
                    "fault-place",
                    &args([("title", title.clone()), ("at", at.to_string())]),
                ),
                None => title.clone(),
            });
            let said = text(call.lang, &format!("fault-{}", fault.code));
            println!("! {said} {}\n  {}", place.unwrap_or_default(), fault.detail);
        }
        let counts = args([
            ("documents", report.documents),
            ("figures", report.decisions),
            ("faults", report.faults.len()),
        ]);
        println!("{}", text_with(call.lang, "said-verified", &counts));
    }
    Ok(if report.faults.is_empty() { End::Done } else { End::Problems })
}
