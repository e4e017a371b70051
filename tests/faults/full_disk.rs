//! F06: a disk without space, under the library, under its index, under its backups.

use crate::killed_acts::Told;
use crate::mounts::Mount;
use crate::place::{Place, Said, files_below};
use crate::{figure, is_long};
use std::path::{Path, PathBuf};

/// A disk of 8 MB at `stick/`, filled up until `free` kilobytes are left.
struct Full {
    ballast: PathBuf,
    _disk: Mount,
}

impl Full {
    fn disk(place: &Place, at: &str) -> Option<Self> {
        let disk = Mount::small(&place.path(at), 8 * 1024)?;
        Some(Self { ballast: place.path(at).join("ballast"), _disk: disk })
    }

    fn leave(&self, kilobytes: u64) {
        let folder = self.ballast.parent().expect("a folder");
        let _ = std::fs::remove_file(&self.ballast);
        let free = balise_desk::library::free_bytes(folder).expect("a disk");
        let size = free.saturating_sub(kilobytes * 1024);
        std::fs::write(&self.ballast, vec![0_u8; size as usize]).expect("ballast");
    }

    fn free(&self) {
        std::fs::remove_file(&self.ballast).expect("ballast");
    }
}

#[track_caller]
fn says_full(said: &Said, when: &str) {
    said.is_orderly(when);
    assert!(
        said.err.contains("disque") || said.out.contains("disque"),
        "{when}: it must say that the disk is full: {said:?}"
    );
}

fn steps() -> Vec<u64> {
    if is_long() { (0..40).map(|n| n * 30).collect() } else { vec![0, 40, 150, 400, 800] }
}

#[test]
fn an_import_onto_a_full_disk_says_so_and_goes_on_when_there_is_space() {
    let place = Place::new();
    let Some(disk) = Full::disk(&place, "stick") else { return };
    place.articles(300);
    let mut refused = 0;
    for kilobytes in steps() {
        let (name, when) = (format!("stick/{kilobytes}.balise"), format!("{kilobytes} kB left"));
        place.ok(&["new", &name]);
        disk.leave(kilobytes);
        let said = place.run(&["import", &name, "in"]);
        if said.code == 1 {
            says_full(&said, &when);
            refused += 1;
        }
        said.is_orderly(&when);
        disk.free();
        let now = place.sound(&name, &when);
        assert!(now.documents >= said.kept().len(), "{when}: {now:?}, {} acknowledged", said.kept().len());
        let again = place.run(&["import", &name, "in"]);
        assert_eq!(again.code, 0, "{when}: {again:?}");
        assert_eq!(place.sound(&name, &when).documents, 300, "{when}");
        remove(&place.path("stick"), &format!("{kilobytes}.balise"));
    }
    assert!(refused >= 2, "the disk was never full");
    figure(&format!(
        "F06 imports onto a disk of 8 MB: {refused} of {} refused, all whole afterwards",
        steps().len()
    ));
}

fn remove(folder: &Path, beginning: &str) {
    for (path, _) in files_below(folder) {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning)) {
            let _ = std::fs::remove_file(path);
        }
    }
}

#[test]
fn deciding_on_a_full_disk_keeps_every_act_that_was_told() {
    let place = Place::new();
    let Some(disk) = Full::disk(&place, "stick") else { return };
    let library = place.library(60);
    let (mut refused, mut told_acts) = (0, 0);
    for kilobytes in steps() {
        let when = format!("{kilobytes} kB left");
        std::fs::copy(&library, place.path("stick/mali.balise")).expect("a copy");
        disk.leave(kilobytes);
        let said = place.run(&["bench", "acts", "stick/mali.balise", "--count", "400", "--seed", "7"]);
        said.is_orderly(&when);
        if said.code == 1 {
            says_full(&said, &when);
            refused += 1;
        }
        disk.free();
        if let Some(told) = Told::of(&said) {
            told_acts += told.acts;
            told.holds(&place, "stick/mali.balise", &when);
        }
        place.sound("stick/mali.balise", &when);
        remove(&place.path("stick"), "mali.balise");
    }
    assert!(refused >= 2, "the disk was never full");
    figure(&format!(
        "F06 acts on a full disk: {refused} of {} runs refused, {told_acts} acts told, all there",
        steps().len()
    ));
}

#[test]
fn a_backup_without_space_is_none_and_its_message_says_what_it_needs() {
    let place = Place::new();
    let Some(disk) = Full::disk(&place, "home") else { return };
    place.library(200);
    let before = place.sound("mali.balise", "before");
    for kilobytes in [0, 60, 300] {
        let when = format!("{kilobytes} kB left");
        disk.leave(kilobytes);
        let said = place.run(&["backup", "mali.balise"]);
        assert_eq!(said.code, 1, "{when}: {said:?}");
        says_full(&said, &when);
        disk.free();
        let left = files_below(&place.path("home/data/backups"));
        let copies: Vec<_> =
            left.iter().filter(|(path, _)| path.to_string_lossy().contains("partial")).collect();
        assert!(copies.is_empty(), "{when}: {copies:?}");
    }
    place.ok(&["backup", "mali.balise"]);
    let list = place.json(&["backup", "mali.balise", "--list"]);
    assert!(
        list.as_array().is_some_and(|l| !l.is_empty() && l.iter().all(|b| b["verified"] == true)),
        "{list}"
    );
    assert_eq!(place.sound("mali.balise", "after"), before);
}

#[test]
fn an_index_without_space_stops_neither_import_nor_search_for_good() {
    let place = Place::new();
    let Some(disk) = Full::disk(&place, "home") else { return };
    place.articles(120);
    place.ok(&["new", "mali.balise"]);
    disk.leave(0);
    let said = place.run(&["import", "mali.balise", "in"]);
    said.is_orderly("no space for the index");
    let search = place.run(&["search", "mali.balise", "note"]);
    search.is_orderly("no space for the index");
    disk.free();
    let now = place.sound("mali.balise", "after");
    assert!(now.documents >= said.kept().len(), "{now:?} {said:?}");
    let _ = place.run(&["import", "mali.balise", "in"]);
    assert_eq!(place.sound("mali.balise", "resumed").documents, 120);
}
