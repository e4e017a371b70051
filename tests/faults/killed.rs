//! F01, F03, F04 and backups: killed without warning, at any moment.

use crate::place::{Place, files_below, killed_after, opened};
use crate::{Chance, figure, times};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long a run takes when nobody kills it.
fn duration(mut command: Command) -> Duration {
    let start = Instant::now();
    let said = command.output().expect("the program starts");
    assert!(said.status.success(), "{said:?}");
    start.elapsed()
}

/// Somewhere between its start and a little after its end.
fn moment(chance: &mut Chance, whole: Duration) -> Duration {
    whole.mul_f64(chance.below(1_050) as f64 / 1_000.0)
}

fn command(place: &Place, args: &[&str]) -> Command {
    let mut command = place.command();
    command.args(args);
    command
}

#[test]
fn an_import_killed_again_and_again_ends_with_the_documents_of_one_that_was_left_alone() {
    let (place, mut chance) = (Place::new(), Chance::new("import"));
    place.articles(200);
    place.ok(&["new", "whole.balise"]);
    let whole = duration(command(&place, &["import", "whole.balise", "in"]));
    let wanted = place.sound("whole.balise", "left alone");
    assert_eq!(wanted.documents, 200);
    let rounds = times(20, 200);
    let (mut killed, mut acknowledged) = (0, 0);
    for round in 0..rounds {
        // Four deaths a library, then it may finish.
        let name = format!("{}.balise", round / 4);
        if round % 4 == 0 {
            place.ok(&["new", &name]);
        }
        let said = killed_after(command(&place, &["import", &name, "in"]), moment(&mut chance, whole));
        killed += usize::from(said.code == -1);
        let library = opened(&place.path(&name));
        let held = library.counts().expect("counts").documents;
        drop(library);
        let kept = said.kept().len();
        acknowledged += kept;
        assert!(held >= kept, "round {round}: {held} documents are there, {kept} were acknowledged");
        let now = place.sound(&name, &format!("round {round}"));
        assert_eq!(now.documents, held, "round {round}");
        if round % 4 == 3 || round + 1 == rounds {
            let _ = place.run(&["import", &name]);
            place.ok(&["import", &name, "in"]);
            let now = place.sound(&name, &format!("round {round}, resumed"));
            assert_eq!((now.documents, &now.state), (200, &wanted.state), "round {round}");
        }
    }
    figure(&format!(
        "F01 import of 200 articles ({whole:.1?}): {killed} of {rounds} runs died, {acknowledged} documents had been \
         acknowledged, all there"
    ));
}

#[test]
fn an_index_whose_making_was_killed_is_whole_after_the_next_start() {
    let (place, mut chance) = (Place::new(), Chance::new("reindex"));
    place.library(300);
    let whole = duration(command(&place, &["reindex", "mali.balise"]));
    let size =
        |place: &Place| files_below(&place.path("home/cache")).iter().map(|(_, size)| size).sum::<u64>();
    let (usual, rounds) = (size(&place), times(20, 200));
    let (mut killed, mut largest) = (0, 0);
    for round in 0..rounds {
        let said = killed_after(command(&place, &["reindex", "mali.balise"]), moment(&mut chance, whole));
        killed += usize::from(said.code == -1);
        let found = place.json(&["search", "mali.balise", "note", "--limit", "1"]);
        assert_eq!(found["total"], 300, "round {round}: {found}");
        if round % 4 == 0 {
            place.sound("mali.balise", &format!("round {round}"));
        }
        largest = largest.max(size(&place));
        let left = size(&place);
        assert!(left <= 2 * usual + 65_536, "round {round}: {left} bytes of index, {usual} when left alone");
    }
    figure(&format!(
        "F03 index made anew: {killed} of {rounds} died, index at most {largest} bytes ({usual} when left alone)"
    ));
}

#[test]
fn a_migration_killed_at_any_moment_leaves_the_old_library_or_the_new_one() {
    let (place, mut chance) = (Place::new(), Chance::new("migration"));
    let more = times(60, 100);
    let old = crate::upgrades::large_schema_2(&place, "old.balise", more);
    // Every other time with what follows a migration: everything is read again by the rules of today.
    let start = |name: &str, round: usize| {
        std::fs::copy(&old, place.path(name)).expect("a copy");
        match round % 2 {
            0 => command(&place, &["bench", "acts", name, "--count", "0"]),
            _ => command(&place, &["claims", name]),
        }
    };
    let whole = [duration(start("alone.balise", 0)), duration(start("whole.balise", 1))];
    let wanted = place.sound("whole.balise", "left alone");
    let rounds = times(20, 200);
    let (mut killed, mut as_it_was) = (0, 0);
    for round in 0..rounds {
        let name = format!("{round}.balise");
        let said = killed_after(start(&name, round), moment(&mut chance, whole[round % 2]));
        killed += usize::from(said.code == -1);
        let schema = balise_desk::library::schema_of(&place.path(&name)).expect("a library");
        assert!([2, balise_desk::library::SCHEMA].contains(&schema), "round {round}: schema {schema}");
        as_it_was += usize::from(schema == 2);
        let now = place.sound(&name, &format!("round {round}, schema {schema}"));
        assert_eq!((now.documents, now.decisions), (wanted.documents, wanted.decisions), "round {round}");
        assert_copies_open(&place, round, more as i64 + 5);
        let _ = std::fs::remove_file(place.path(&name));
    }
    assert_pieces_are_swept(&place, &old);
    figure(&format!(
        "F04 migration ({whole:.1?}): {killed} of {rounds} died, {as_it_was} libraries were still of schema 2"
    ));
}

/// Pieces of copies that killed migrations left are gone a day later.
fn assert_pieces_are_swept(place: &Place, old: &Path) {
    let folder = place.path("home/data/migrations");
    let piece = folder.join(".balise-1-0.partial");
    std::fs::write(&piece, "a piece").expect("written");
    let pieces = || {
        let files = files_below(&folder).into_iter().map(|(path, _)| path);
        files.filter(|path| path.to_string_lossy().contains("partial")).collect::<Vec<_>>()
    };
    for piece in pieces() {
        let file = std::fs::File::options().append(true).open(&piece).expect("a piece");
        file.set_modified(std::time::SystemTime::now() - Duration::from_secs(2 * 86_400))
            .expect("made older");
    }
    std::fs::copy(old, place.path("last.balise")).expect("a copy");
    place.ok(&["bench", "acts", "last.balise", "--count", "0"]);
    assert!(pieces().is_empty(), "left behind: {:?}", pieces());
}

/// Every copy made before a migration is a library of the old schema, whole.
fn assert_copies_open(place: &Place, round: usize, all: i64) {
    let copies = files_below(&place.path("home/data/migrations"));
    let copies: Vec<_> =
        copies.iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "balise")).collect();
    assert!(!copies.is_empty(), "round {round}: no copy was made");
    for (copy, _) in &copies {
        let db = rusqlite::Connection::open(copy).expect("a database");
        let ok: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("an answer");
        let documents: i64 =
            db.query_row("SELECT count(*) FROM document", [], |row| row.get(0)).expect("documents");
        assert_eq!((ok.as_str(), documents), ("ok", all), "round {round}: {}", copy.display());
        drop(db);
        std::fs::remove_file(copy).expect("removed");
    }
}

#[test]
fn a_backup_that_was_killed_is_none_and_the_next_one_is_whole() {
    let (place, mut chance) = (Place::new(), Chance::new("backup"));
    let library = place.library(300);
    let whole = duration(command(&place, &["backup", "mali.balise"]));
    let before = place.sound("mali.balise", "left alone");
    let rounds = times(20, 200);
    let mut killed = 0;
    for round in 0..rounds {
        let said = killed_after(command(&place, &["backup", "mali.balise"]), moment(&mut chance, whole));
        killed += usize::from(said.code == -1);
        for (path, bytes) in listed(&place) {
            let copy = opened(Path::new(&path));
            assert_eq!(copy.counts().expect("counts").documents, 300, "round {round}: {path}");
            drop(copy);
            assert_eq!(std::fs::metadata(&path).expect("a file").len(), bytes, "round {round}: {path}");
        }
    }
    place.ok(&["backup", "mali.balise"]);
    let left = files_below(&place.path("home/data/backups"));
    let partial: Vec<_> =
        left.iter().filter(|(path, _)| path.to_string_lossy().contains("partial")).collect();
    assert!(partial.is_empty(), "left behind: {partial:?}");
    assert_eq!(place.sound("mali.balise", "at the end"), before, "{}", library.display());
    figure(&format!(
        "backups ({whole:.1?}): {killed} of {rounds} died, {} copies listed, all whole",
        listed(&place).len()
    ));
}

/// The backups that the program lists, each verified.
fn listed(place: &Place) -> Vec<(String, u64)> {
    let list = place.json(&["backup", "mali.balise", "--list"]);
    let backups = list.as_array().expect("a list").iter();
    backups
        .map(|b| {
            assert_eq!(b["verified"], true, "{b}");
            (b["path"].as_str().expect("a path").to_owned(), b["bytes"].as_u64().expect("a size"))
        })
        .collect()
}
