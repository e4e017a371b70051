//! Runs of the program under `strace`, which makes one of its calls to the system fail.

use crate::place::{Place, Said};
use crate::skipped;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Calls that fail together: those that do the same thing under several names.
pub(crate) const CALLS: [&str; 7] =
    ["pwrite64", "write", "fdatasync", "fsync", "rename,renameat,renameat2", "openat", "ftruncate"];

/// One call that is to fail: the `n`-th of its kind, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Failure {
    pub(crate) calls: &'static str,
    pub(crate) error: &'static str,
    pub(crate) n: usize,
}

/// Whether calls can be made to fail here.
pub(crate) fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-f", "-qq", "-e", "trace=none", "true"]).output();
    let can = tried.is_ok_and(|done| done.status.success());
    if !can {
        skipped("calls to the system that fail: `strace` is missing or not permitted here");
    }
    can
}

/// Which calls of a run touch this place: how many of their kind came before in the same thread, plus one.
pub(crate) fn calls_of(place: &Place, args: &[&str]) -> Vec<(&'static str, usize)> {
    let trace = place.path("trace");
    let names = CALLS.join(",");
    let mut command = strace(place, &["-y", "-o", &trace.to_string_lossy(), "-e", &format!("trace={names}")]);
    let done = command.arg(env!("CARGO_BIN_EXE_balise")).args(args).output().expect("strace starts");
    assert!(done.status.success(), "{args:?}: {done:?}");
    let traced = std::fs::read_to_string(&trace).expect("a trace");
    let here = place.folder().to_string_lossy().into_owned();
    let mut before: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for line in traced.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        let kind = |kind: &&&'static str| kind.split(',').any(|name| call.starts_with(&format!("{name}(")));
        let Some(kind) = CALLS.iter().find(kind) else { continue };
        let n = before.entry((thread, kind)).or_default();
        *n += 1;
        // Loading the program, and what it says to us, are not the library's business.
        if call.contains(&here) {
            found.insert((*kind, *n));
        }
    }
    found.into_iter().collect()
}

/// Runs the program with one call failing.
pub(crate) fn run_failing(place: &Place, args: &[&str], failure: Failure) -> Said {
    let Failure { calls, error, n } = failure;
    let inject = format!("inject={calls}:error={error}:when={n}");
    let mut command = strace(place, &["-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject]);
    Said::of(command.arg(env!("CARGO_BIN_EXE_balise")).args(args).output().expect("strace starts"))
}

fn strace(place: &Place, options: &[&str]) -> Command {
    let mut command = place.in_place(Command::new("strace"));
    command.args(["-f", "-qq", "--seccomp-bpf"]).args(options);
    command
}
