//! From a library as a file to what the page shows of it: acts, the bin, backups, faults, in the analyst's words.

use balise_desk::library::{
    Backup, DAYS_IN_BIN, Entry, Kind, Place, Row, Salvaged, Standing, Verified, Version,
};
use balise_desk::{Piece, PieceKind, act_in_words, safety::About};
use balise_model::{Cited, Edge, Precision};
use balise_words::{
    Dates, Lang, args, bytes, date, figure_quantity, indicator_short, number, sentence_case, text, text_with,
};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use std::path::Path;

use crate::views::{source, when};
use crate::wire::*;

/// A line of the history.
pub(crate) fn act(entry: &Entry, lang: Lang) -> ActRow {
    let params = &entry.act.params;
    let (title, moved, orphans) = (&params["title"], &params["moved"], &params["orphans"]);
    let followed = moved.as_i64().zip(orphans.as_i64()).filter(|(moved, orphans)| moved + orphans > 0);
    let followed = followed.map(|(moved, orphans)| {
        text_with(lang, "act-followed", &args([("moved", moved), ("orphans", orphans)]))
    });
    let one = params["count"].as_i64() == Some(1);
    let value = params["value"].as_f64().filter(|_| one).map(|value| number(lang, value));
    let title = title.as_str().map(str::to_owned);
    let detail: Vec<String> = [value, title, followed].into_iter().flatten().collect();
    ActRow {
        seq: entry.seq as u32,
        when: entry.at.as_ref().map(|at| short_when(at, lang)).unwrap_or_default(),
        moment: entry.at.as_ref().map(|at| moment(at, lang)).unwrap_or_default(),
        said: sentence_case(&act_in_words(lang, &entry.act)),
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        coder: entry.coder.clone(),
        standing: match entry.standing {
            Standing::Stands => StandingView::Stands,
            Standing::Undone => StandingView::Undone,
            Standing::Fixed => StandingView::Fixed,
        },
        line: (entry.act.kind == "migrate").then(|| text(lang, "history-line")),
    }
}

/// "14:32" today, "Hier", else "12 nov.".
fn short_when(at: &Zoned, lang: Lang) -> String {
    let (at, now) = (at.with_time_zone(TimeZone::system()), Zoned::now());
    if at.date() == now.date() {
        at.strftime("%H:%M").to_string()
    } else if at.date().tomorrow().is_ok_and(|next| next == now.date()) {
        text(lang, "history-yesterday")
    } else {
        date(lang, Edge { day: at.date(), precision: Precision::Day }, Dates::Short)
    }
}

/// "22 novembre 2026 à 14:32"
fn moment(at: &Zoned, lang: Lang) -> String {
    let at = at.with_time_zone(TimeZone::system());
    let day = date(lang, Edge { day: at.date(), precision: Precision::Day }, Dates::Long);
    let values = args([("day", day), ("time", at.strftime("%H:%M").to_string())]);
    text_with(lang, "history-moment", &values)
}

pub(crate) fn day(at: Timestamp, lang: Lang) -> String {
    let day = at.to_zoned(TimeZone::system()).date();
    date(lang, Edge { day, precision: Precision::Day }, Dates::Short)
}

/// "plus de 44 000, retours, Le Courrier du Fleuve"
pub(crate) fn figure_line(cited: &Cited, lang: Lang) -> String {
    let figure = &cited.figure;
    format!("{} · {}", figure_quantity(lang, figure), indicator_short(lang, &figure.indicator))
}

pub(crate) fn bin_row(row: &Row, at: Timestamp, lang: Lang) -> BinRow {
    let end = at.checked_add((DAYS_IN_BIN * 24).hours()).unwrap_or(at);
    BinRow {
        id: row.id.to_string(),
        title: row.title.clone(),
        source: source(row.outlet.as_deref(), row.published, lang),
        until: text_with(lang, "bin-until", &args([("day", day(end, lang))])),
    }
}

pub(crate) fn about(about: &About, read_only: bool, lang: Lang) -> AboutView {
    let part = |p: Option<&std::ffi::OsStr>| p.unwrap_or_default().to_string_lossy().into_owned();
    let counts = args([
        ("documents", about.counts.documents),
        ("figures", about.counts.accepted),
        ("trashed", about.counts.trashed),
        ("acts", about.acts),
    ]);
    let held: u64 = about.backups.iter().map(|b| b.bytes).sum();
    let mut backups = args([("count", about.backups.len())]);
    backups.set("size", bytes(lang, held));
    AboutView {
        name: part(about.path.file_stem()),
        folder: part(about.path.parent().map(Path::as_os_str)),
        size: bytes(lang, about.bytes),
        holds: text_with(lang, "about-holds", &counts),
        trashed: about.counts.trashed as u32,
        read_only,
        place: place(&about.place, lang),
        conflicts: about.place.conflicts.iter().map(|path| part(path.file_name())).collect(),
        backups: backup_rows(&about.backups, lang),
        backups_said: text_with(lang, "about-backups", &backups),
    }
}

fn place(place: &Place, lang: Lang) -> Option<PlaceView> {
    let (key, by) = match place.kind {
        Kind::Local => return None,
        Kind::Synced(by) => ("place-synced", by),
        Kind::Network => ("place-network", ""),
    };
    let values = args([("by", by)]);
    let words = text_with(lang, &format!("{key}-words"), &values);
    Some(PlaceView { title: text_with(lang, key, &values), words })
}

fn backup_rows(backups: &[Backup], lang: Lang) -> Vec<BackupRow> {
    let row = |(index, backup): (usize, &Backup)| BackupRow {
        index: index as u32,
        when: when(backup.made, lang),
        size: bytes(lang, backup.bytes),
        verified: backup.verified,
    };
    backups.iter().enumerate().map(row).collect()
}

pub(crate) fn recovery(path: &Path, backups: &[Backup], lang: Lang) -> RecoveryView {
    let part = |p: Option<&std::ffi::OsStr>| p.unwrap_or_default().to_string_lossy().into_owned();
    RecoveryView {
        name: part(path.file_name()),
        folder: part(path.parent().map(Path::as_os_str)),
        backups: backup_rows(backups, lang),
    }
}

pub(crate) fn salvaged(new: &Path, found: &Salvaged, session: Session, lang: Lang) -> SalvageView {
    let recovered = |name: &str| found.tables.iter().find(|t| t.name == name).map_or(0, |t| t.recovered);
    let values = args([
        ("documents", recovered("document").to_string()),
        ("figures", recovered("decision").to_string()),
        ("file", new.file_stem().unwrap_or_default().to_string_lossy().into_owned()),
    ]);
    let missing = found.tables.iter().filter(|t| t.lost + t.left_out > 0).filter_map(|t| {
        let key = format!("salvage-missing-{}", t.name);
        let count = args([("count", t.lost + t.left_out)]);
        balise_words::has(lang, &key).then(|| text_with(lang, &key, &count))
    });
    SalvageView { session, said: text_with(lang, "salvage-said", &values), missing: missing.collect() }
}

pub(crate) fn verified(report: &Verified, lang: Lang) -> VerifyView {
    let counts = args([
        ("documents", report.documents),
        ("figures", report.decisions),
        ("faults", report.faults.len()),
    ]);
    let fault = |f: &balise_desk::library::Fault| FaultRow {
        said: text(lang, &format!("fault-{}", f.code)),
        place: f.document.as_ref().map(|title| match f.offset {
            Some(at) => {
                text_with(lang, "fault-place", &args([("title", title.clone()), ("at", at.to_string())]))
            }
            None => title.clone(),
        }),
        detail: f.detail.clone(),
    };
    VerifyView {
        said: text_with(lang, "said-verified", &counts),
        sound: report.faults.is_empty(),
        faults: report.faults.iter().take(200).map(fault).collect(),
    }
}

pub(crate) fn version(index: usize, version: &Version, lang: Lang) -> VersionRow {
    let until = moment(&version.until.to_zoned(TimeZone::system()), lang);
    VersionRow { index: index as u32, until: text_with(lang, "version-until", &args([("moment", until)])) }
}

pub(crate) fn piece(piece: Piece) -> DifferencePiece {
    let kind = match piece.kind {
        PieceKind::Same => DifferenceKind::Same,
        PieceKind::Gone => DifferenceKind::Gone,
        PieceKind::New => DifferenceKind::New,
    };
    DifferencePiece { kind, text: piece.text }
}
