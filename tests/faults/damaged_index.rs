//! F14: the index is only derived. Whatever happens to it, searching works again by itself.

use crate::Chance;
use crate::place::Place;
use std::path::{Path, PathBuf};

/// The folder of the library's index.
fn index(place: &Place) -> PathBuf {
    let folders = std::fs::read_dir(place.path("home/cache/index")).expect("an index").flatten();
    let mut folders: Vec<_> = folders.map(|entry| entry.path()).collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders.remove(0)
}

fn with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut found: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    found.sort();
    assert!(!found.is_empty(), "no .{ending} in the index: what is it made of now?");
    found
}

type Way = (&'static str, fn(&Path));

const WAYS: [Way; 9] = [
    ("meta.json deleted", |index| std::fs::remove_file(index.join("meta.json")).expect("deleted")),
    ("meta.json cut in half", |index| {
        let meta = std::fs::read(index.join("meta.json")).expect("a file");
        std::fs::write(index.join("meta.json"), &meta[..meta.len() / 2]).expect("cut");
    }),
    (".term cut in half", |index| {
        for file in with_ending(index, "term") {
            let bytes = std::fs::read(&file).expect("a file");
            std::fs::write(&file, &bytes[..bytes.len() / 2]).expect("cut");
        }
    }),
    (".term empty", |index| {
        with_ending(index, "term").iter().for_each(|file| std::fs::write(file, []).expect("emptied"));
    }),
    (".store deleted", |index| {
        with_ending(index, "store").iter().for_each(|file| std::fs::remove_file(file).expect("deleted"));
    }),
    ("noise in every segment file", |index| {
        let mut chance = Chance::new("noise");
        for ending in ["term", "idx", "pos", "store", "fieldnorm"] {
            for file in with_ending(index, ending) {
                let mut bytes = std::fs::read(&file).expect("a file");
                for _ in 0..40 {
                    let at = chance.below(bytes.len());
                    bytes[at] = chance.below(256) as u8;
                }
                std::fs::write(&file, bytes).expect("noise");
            }
        }
    }),
    ("a folder of somebody else's", |index| {
        std::fs::remove_dir_all(index).expect("removed");
        std::fs::create_dir(index).expect("made");
        std::fs::write(index.join("lettre.txt"), "Ce dossier n’est pas un index.").expect("a file");
    }),
    ("an older version", |index| std::fs::write(index.join("version"), "search-1").expect("written")),
    ("a file in its place", |index| {
        std::fs::remove_dir_all(index).expect("removed");
        std::fs::write(index, "Ce n’est pas un dossier.").expect("a file");
    }),
];

#[test]
fn whatever_happened_to_the_index_searching_finds_the_same_again() {
    let place = Place::new();
    place.library(60);
    let ask = |place: &Place| place.json(&["search", "mali.balise", "rapatriés Gao", "--limit", "100"]);
    let sound = ask(&place);
    assert_eq!(sound["total"], 10, "{sound}");
    for (way, damage) in WAYS {
        damage(&index(&place));
        let said = place.run(&["search", "mali.balise", "rapatriés Gao"]);
        said.is_orderly(way);
        assert_eq!(said.code, 0, "{way}: {said:?}");
        let now = ask(&place);
        assert_eq!(now["total"], sound["total"], "{way}: {now}");
        place.sound("mali.balise", way);
        // For the next way: an index as it should be.
        let folder = index(&place);
        let _ = std::fs::remove_dir_all(&folder);
        let _ = std::fs::remove_file(&folder);
        place.ok(&["search", "mali.balise", "note"]);
    }
}

#[test]
fn an_index_that_was_damaged_is_kept_anew_on_the_disk() {
    let place = Place::new();
    place.library(20);
    for (way, damage) in
        WAYS.into_iter().filter(|(way, _)| !way.contains("somebody") && !way.contains("in its place"))
    {
        damage(&index(&place));
        place.ok(&["search", "mali.balise", "note"]);
        place.ok(&["search", "mali.balise", "note"]);
        let folder = index(&place);
        assert!(
            folder.join("meta.json").exists() && folder.join("version").exists(),
            "{way}: it is made in memory only"
        );
        let said = place.run(&["verify", "mali.balise", "--full"]);
        assert_eq!(said.code, 0, "{way}: {said:?}");
    }
}
