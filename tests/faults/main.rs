//! The built program, and what can happen to it: killed, a disk that is full, slow to give up or gone, bytes that
//! changed, a clock that is wrong. Each test ends in the same condition (`place.rs`, [`place::Place::sound`]): the
//! program starts again by itself, `verify` finds nothing, what was acknowledged is there, nothing is half there, and
//! searching finds what an index made anew finds.
//!
//! The short form runs with every `cargo test`; `cargo xtask faults --long` runs the long one. What needs rights or
//! tools that this machine does not give is skipped, and says so on the error stream.

mod clock;
mod damaged_digits;
mod damaged_index;
mod damaged_pages;
mod failing_calls;
mod full_disk;
mod killed;
mod killed_acts;
mod lost_log;
mod mounts;
mod place;
mod read_only;
mod second_opener;
mod traced;
mod undo_all;
mod upgrades;

/// As often as this: in every test run, or with `BALISE_FAULTS_LONG` set.
pub(crate) fn times(short: usize, long: usize) -> usize {
    if is_long() { long } else { short }
}

pub(crate) fn is_long() -> bool {
    std::env::var_os("BALISE_FAULTS_LONG").is_some()
}

/// Says loudly that something was not tried here, past the capturing of the test's output.
pub(crate) fn skipped(why: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "NOT TRIED: {why}");
}

/// A figure worth keeping of a long run.
pub(crate) fn figure(words: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "FIGURE: {words}");
}

/// Numbers from a seed, which a failing test shows.
pub(crate) struct Chance(u64);

impl Chance {
    /// From `BALISE_FAULTS_SEED`, else always the same.
    pub(crate) fn new(what: &str) -> Self {
        let given = std::env::var("BALISE_FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed: u64 = given.unwrap_or(20_261_121);
        println!("{what}: BALISE_FAULTS_SEED={seed}");
        Self(what.bytes().fold(seed, |all, byte| all.wrapping_mul(31).wrapping_add(u64::from(byte))))
    }

    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }
}
