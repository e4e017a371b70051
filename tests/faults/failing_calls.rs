//! F07: every call to the system that touches the library, its index or its backups fails, one at a time.

use crate::killed_acts::Told;
use crate::place::Place;
use crate::traced::{Failure, calls_of, can_trace, run_failing};
use crate::{Chance, figure, is_long};

/// What fails in turn: all of it in the long form, up to the 200th of each kind; else forty by chance.
fn failures(place: &Place, args: &[&str], chance: &mut Chance) -> Vec<Failure> {
    let mut all: Vec<Failure> = Vec::new();
    for (calls, n) in calls_of(place, args).into_iter().filter(|(_, n)| *n <= 200) {
        all.extend(["EIO", "ENOSPC"].map(|error| Failure { calls, error, n }));
    }
    if !is_long() {
        // Of each kind about as many, whatever their number.
        while all.len() > 40 {
            let most = |kind: &str| all.iter().filter(|f| f.calls == kind).count();
            let kind = all.iter().map(|f| f.calls).max_by_key(|kind| most(kind)).expect("some");
            let places: Vec<usize> = (0..all.len()).filter(|i| all[*i].calls == kind).collect();
            all.remove(places[chance.below(places.len())]);
        }
    }
    all
}

/// A fresh place as `prepare` leaves it, for each failure; `check` looks at what the failing run left, and that it is
/// sound.
fn each_failure(
    what: &str,
    args: &[&str],
    prepare: impl Fn() -> Place,
    check: impl Fn(&Place, &crate::place::Said, &str),
) {
    if !can_trace() {
        return;
    }
    let mut chance = Chance::new(what);
    let failures = failures(&prepare(), args, &mut chance);
    assert!(failures.len() > 15, "{what}: {} calls only: does it still write?", failures.len());
    let (mut codes, all) = ([0; 3], failures.len());
    for failure in failures {
        let when = format!("{what}, {failure:?}");
        let place = prepare();
        let said = run_failing(&place, args, failure);
        said.is_orderly(&when);
        codes[said.code as usize] += 1;
        check(&place, &said, &when);
    }
    figure(&format!(
        "F07 {what}: {all} failing calls; {} went unnoticed by the user, {} ended with a message, {} with problems listed",
        codes[0], codes[1], codes[2]
    ));
}

/// A place that is made once and copied, because making one takes longer than failing in it.
fn copies_of(made: Place) -> impl Fn() -> Place {
    move || {
        let place = Place::new();
        let copied = std::process::Command::new("cp")
            .arg("-a")
            .arg(made.folder().join("."))
            .arg(place.folder())
            .status();
        assert!(copied.is_ok_and(|s| s.success()), "a copy");
        place
    }
}

#[test]
fn an_import_with_a_failing_call_keeps_what_it_told_and_can_be_resumed() {
    let made = Place::new();
    made.articles(70);
    made.ok(&["new", "mali.balise"]);
    each_failure("import", &["import", "mali.balise", "in"], copies_of(made), |place, said, when| {
        let now = place.sound("mali.balise", when);
        assert!(now.documents >= said.kept().len(), "{when}: {now:?}, {} acknowledged", said.kept().len());
        place.ok(&["import", "mali.balise", "in"]);
        let counts = crate::place::opened(&place.path("mali.balise")).counts().expect("counts");
        assert_eq!(counts.documents, 70, "{when}: resumed");
    });
}

#[test]
fn acts_with_a_failing_call_are_kept_as_far_as_they_were_told() {
    let made = Place::new();
    made.library(20);
    let args = ["bench", "acts", "mali.balise", "--count", "12", "--seed", "5"];
    each_failure("acts", &args, copies_of(made), |place, said, when| {
        if let Some(told) = Told::of(said) {
            told.holds(place, "mali.balise", when);
        }
        place.sound("mali.balise", when);
    });
}

#[test]
fn a_backup_with_a_failing_call_is_whole_or_none() {
    let made = Place::new();
    made.library(20);
    let before = made.sound("mali.balise", "before");
    each_failure("backup", &["backup", "mali.balise"], copies_of(made), |place, said, when| {
        let list = place.json(&["backup", "mali.balise", "--list"]);
        for backup in list.as_array().expect("a list") {
            let copy = crate::place::opened(backup["path"].as_str().expect("a path").as_ref());
            assert_eq!(copy.state_hash().expect("a hash"), before.state, "{when}");
        }
        assert_eq!(place.sound("mali.balise", when), before, "{when}");
        let made = said.code == 0;
        assert!(
            !made || list.as_array().is_some_and(|l| !l.is_empty()),
            "{when}: told, and not there: {said:?}"
        );
    });
}
