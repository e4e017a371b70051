//! F02: killed between two acts, or in the middle of one.

use crate::place::{Place, Said, killed_after, opened};
use crate::{Chance, figure, times};
use serde_json::Value;
use std::time::{Duration, Instant};

/// What `balise bench acts` told: how far it got for certain, and what it was about to do.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) seq: i64,
    pub(crate) state: String,
    /// What was begun and not acknowledged.
    pub(crate) begun: Option<Value>,
    pub(crate) acts: usize,
}

impl Told {
    /// Nothing when it did not even start.
    pub(crate) fn of(said: &Said) -> Option<Self> {
        let mut told: Option<Self> = None;
        // A last line without its end was cut off by the kill.
        let whole = &said.out[..said.out.rfind('\n').map_or(0, |end| end + 1)];
        for line in whole.lines() {
            let line: Value = serde_json::from_str(line).expect("a line of JSON");
            match (line["seq"].as_i64(), line["state"].as_str()) {
                (Some(seq), Some(state)) => {
                    let acts = told.as_ref().map_or(0, |t| t.acts + 1);
                    told = Some(Self { seq, state: state.to_owned(), begun: None, acts });
                }
                _ if line["refused"] == true => told.as_mut().expect("a first line").begun = None,
                _ if line["does"].is_string() => told.as_mut().expect("a first line").begun = Some(line),
                _ => {}
            }
        }
        told
    }

    /// What was told is there; at most the act that was begun is there besides, and taking it back leads to what was
    /// told. Returns whether it was.
    #[track_caller]
    pub(crate) fn holds(&self, place: &Place, name: &str, when: &str) -> bool {
        let mut library = opened(&place.path(name));
        let seq = library.act_count().expect("a count") as i64;
        let state = |library: &balise_desk::library::Library| library.state_hash().expect("a hash");
        if seq == self.seq {
            assert_eq!(state(&library), self.state, "{when}: {self:?}");
            return false;
        }
        assert_eq!(seq, self.seq + 1, "{when}: acts are missing, or too many: {self:?}");
        let begun = self.begun.as_ref().unwrap_or_else(|| panic!("{when}: an act nobody began: {self:?}"));
        let who = balise_desk::library::Who { coder: "F".to_owned(), replica: "f".to_owned() };
        let taken_back = match begun["does"].as_str() {
            Some("undo") => library.redo(&who),
            Some("redo") => library.undo_act(begun["of"].as_i64().expect("an act"), &who),
            _ => library.undo(&who),
        };
        taken_back.unwrap_or_else(|e| panic!("{when}: {e}: {self:?}"));
        assert_eq!(state(&library), self.state, "{when}: half an act: {self:?}");
        true
    }
}

/// How long the program takes on this machine, now, until it has told its first act.
pub(crate) fn beginning(place: &Place, name: &str) -> Duration {
    let start = Instant::now();
    place.ok(&["bench", "acts", name, "--count", "1"]);
    start.elapsed()
}

#[test]
fn killed_while_deciding_every_act_that_was_told_is_there_and_none_is_half_there() {
    let (place, mut chance) = (Place::new(), Chance::new("acts"));
    place.library(40);
    let (mut told_acts, mut besides, mut early) = (0, 0, 0);
    let rounds = times(20, 200);
    for round in 0..rounds {
        let mut command = place.command();
        let seed = chance.below(1_000_000).to_string();
        command.args(["bench", "acts", "mali.balise", "--count", "100000", "--seed", &seed]);
        let said = killed_after(command, Duration::from_micros(20_000 + chance.below(700_000) as u64));
        let when = format!("round {round}, acts seeded {seed}");
        assert!(!said.err.contains("panicked") && said.code == -1, "{when}: {said:?}");
        match Told::of(&said) {
            Some(told) => {
                told_acts += told.acts;
                besides += usize::from(told.holds(&place, "mali.balise", &when));
            }
            None => early += 1,
        }
        let now = place.sound("mali.balise", &when);
        assert_eq!(now.documents, 40, "{when}: no act takes a document away");
    }
    assert!(told_acts > rounds, "the program was killed before it did anything: {told_acts} acts");
    figure(&format!(
        "F02 acts: {rounds} kills, {told_acts} acts told and all there, {besides} more were whole though not yet told, \
         {early} kills before the first"
    ));
}
