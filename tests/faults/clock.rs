//! F16: a clock that goes back, stands in 1970 or in 2099. Acts keep their order; backups made by a right clock are
//! not let go because of a wrong one.

use crate::place::{Place, Said};
use crate::skipped;
use serde_json::Value;
use std::process::Command;

fn can_fake() -> bool {
    let can = Command::new("faketime").args(["2001-01-01 00:00:00", "date", "+%Y"]).output();
    let can = can.is_ok_and(|done| String::from_utf8_lossy(&done.stdout).trim() == "2001");
    if !can {
        skipped("a clock that goes back: `faketime` is missing");
    }
    can
}

fn at(place: &Place, time: &str, args: &[&str]) -> Said {
    let mut command = place.in_place(Command::new("faketime"));
    command.arg(time).arg(env!("CARGO_BIN_EXE_balise")).args(args);
    let said = Said::of(command.output().expect("faketime starts"));
    assert_eq!(said.code, 0, "at {time}: {said:?}");
    said
}

const TIMES: [&str; 5] = [
    "2026-11-12 09:00:00",
    "2026-11-11 09:00:00",
    "1970-01-02 00:00:00",
    "2099-12-31 23:59:00",
    "2026-11-13 09:00:00",
];

#[test]
fn acts_are_in_the_order_they_were_done_whatever_the_clock_said() {
    if !can_fake() {
        return;
    }
    let place = Place::new();
    place.articles(6);
    at(&place, TIMES[0], &["new", "mali.balise"]);
    at(&place, TIMES[0], &["import", "mali.balise", "in"]);
    let claims = place.json(&["claims", "mali.balise"]);
    let ids: Vec<&str> = claims.as_array().expect("a list").iter().filter_map(|c| c["id"].as_str()).collect();
    for (time, id) in TIMES.iter().zip(&ids) {
        at(&place, time, &["review", "mali.balise", "--accept", id]);
    }
    let history = place.json(&["history", "mali.balise"]);
    let acts: Vec<&Value> = history.as_array().expect("a list").iter().collect();
    let seqs: Vec<i64> = acts.iter().filter_map(|act| act["act"].as_i64()).collect();
    assert!(seqs.windows(2).all(|pair| pair[0] > pair[1]), "{seqs:?}");
    let years: Vec<&str> = acts.iter().filter_map(|act| act["at"].as_str()?.get(..4)).collect();
    assert_eq!(
        years,
        ["2026", "2099", "1970", "2026", "2026", "2026"],
        "the latest first, as the clock said then"
    );
    // Undo takes back what was done last, not what the clock says was last.
    at(&place, TIMES[1], &["undo", "mali.balise"]);
    let claims = place.json(&["claims", "mali.balise", "--status", "accepted"]);
    let accepted: Vec<&str> =
        claims.as_array().expect("a list").iter().filter_map(|c| c["id"].as_str()).collect();
    assert!(!accepted.contains(&ids[4]) && ids[..4].iter().all(|id| accepted.contains(id)), "{accepted:?}");
    place.sound("mali.balise", "after wrong clocks");
}

#[test]
fn backups_of_a_right_clock_outlive_one_that_stood_in_1970() {
    if can_fake() {
        backups_outlive("1970-01-02 09:00:00");
    }
}

#[test]
fn backups_of_a_right_clock_outlive_one_that_stood_in_2099() {
    if can_fake() {
        backups_outlive("2099-01-02 09:00:00");
    }
}

/// One a day for five days, then four by a wrong clock, then the right one again.
fn backups_outlive(wrong: &str) {
    let place = Place::new();
    place.library(6);
    let claims = place.json(&["claims", "mali.balise"]);
    let id = claims[0]["id"].as_str().expect("an id").to_owned();
    for day in 1..=5 {
        at(&place, &format!("2026-11-0{day} 09:00:00"), &["backup", "mali.balise"]);
    }
    for _ in 0..4 {
        at(&place, wrong, &["backup", "mali.balise"]);
    }
    at(&place, "2026-11-06 09:00:00", &["review", "mali.balise", "--accept", &id]);
    at(&place, "2026-11-06 10:00:00", &["backup", "mali.balise"]);
    let list = place.json(&["backup", "mali.balise", "--list"]);
    let days: Vec<&str> =
        list.as_array().expect("a list").iter().filter_map(|b| b["made"].as_str()?.get(..10)).collect();
    for day in 1..=6 {
        let day = format!("2026-11-0{day}");
        assert!(days.contains(&day.as_str()), "the backup of {day} is gone: {days:?}");
    }
    assert_eq!(days.first(), Some(&"2026-11-06"), "the newest is the one made last: {days:?}");
    place.sound("mali.balise", "after wrong clocks");
}
