//! F15: after a kill, SQLite's files beside the library are lost or come from another moment.

use crate::killed_acts::{Told, beginning};
use crate::place::{Place, killed_after};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A library whose program was killed in the middle of many acts, and what that had told.
fn killed(place: &Place, seed: &str) -> (crate::place::Said, Told) {
    let delay = beginning(place, "mali.balise") * 2 + Duration::from_millis(400);
    let mut command = place.command();
    command.args(["bench", "acts", "mali.balise", "--count", "100000", "--seed", seed]);
    let said = killed_after(command, delay);
    let told = Told::of(&said).expect("it had begun");
    assert!(
        beside(&place.path("mali.balise"), "-wal").metadata().is_ok_and(|log| log.len() > 0),
        "no log was left"
    );
    (said, told)
}

fn beside(library: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", library.display()))
}

#[test]
fn without_its_log_a_killed_library_opens_as_it_was_at_an_act_that_was_told() {
    let place = Place::new();
    let library = place.library(30);
    let (said, told) = killed(&place, "3");
    std::fs::remove_file(beside(&library, "-wal")).expect("the log");
    let now = place.sound("mali.balise", "the log is lost");
    // The first line tells how it was before.
    let lines = said.out.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let states: Vec<String> = lines.filter_map(|line| line["state"].as_str().map(str::to_owned)).collect();
    assert!(states.contains(&now.state), "a state that never was: {now:?}, told up to {}", told.seq);
    assert!(now.acts as i64 <= told.seq + 1, "{now:?}");
    // And it goes on from there.
    place.ok(&["bench", "acts", "mali.balise", "--count", "5", "--seed", "1"]);
    place.sound("mali.balise", "going on");
}

#[test]
fn with_the_memory_of_another_moment_beside_it_nothing_that_was_told_is_lost() {
    let place = Place::new();
    let library = place.library(30);
    let (_, _) = killed(&place, "4");
    std::fs::copy(beside(&library, "-shm"), place.path("earlier-shm")).expect("the memory of then");
    let (_, told) = killed(&place, "5");
    std::fs::copy(place.path("earlier-shm"), beside(&library, "-shm")).expect("put in place");
    told.holds(&place, "mali.balise", "an earlier -shm");
    place.sound("mali.balise", "an earlier -shm");
    let (_, told) = killed(&place, "6");
    std::fs::write(beside(&library, "-shm"), [0xA5_u8; 32_768]).expect("noise");
    told.holds(&place, "mali.balise", "noise as -shm");
    place.sound("mali.balise", "noise as -shm");
    let (_, told) = killed(&place, "8");
    std::fs::remove_file(beside(&library, "-shm")).expect("removed");
    told.holds(&place, "mali.balise", "no -shm");
    place.sound("mali.balise", "no -shm");
}

#[test]
fn a_lock_left_by_a_killed_program_holds_nobody_up() {
    let place = Place::new();
    place.library(10);
    let (_, told) = killed(&place, "9");
    assert!(
        beside(&place.path("mali.balise"), ".lock").exists(),
        "the kill left no lock: is it named otherwise?"
    );
    told.holds(&place, "mali.balise", "a lock was left");
    place.sound("mali.balise", "a lock was left");
}
