//! `cargo xtask test`: everything that must pass before a change lands, in an order where the cheap and the general
//! come first. Without what others stand on (packages, page, build) it stops; of the rest every step runs, so that
//! one look shows all that is wrong.

use crate::packages::Need;
use crate::run::{Done, at, bare_cargo, build, built, cargo, root, run, took};
use crate::{node, packages, ui};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) fn test(long: bool) -> Done {
    let mut steps = Steps::default();
    steps.must("system packages", || packages::ensure(&[Need::Build, Need::WindowTests, Need::Pdf]))?;
    steps.must("node", node::ensure)?;
    steps.must("page: install", ui::install)?;
    steps.must("page: build", || ui::script("build"))?;
    steps.try_it("page: types", || ui::script("check"));
    steps.try_it("page: tests", || ui::script("test"));
    steps.must("build", build)?;
    steps.try_it("clippy", || run(&mut cargo("clippy", &["--all-targets", "--", "-D", "warnings"])));
    steps.try_it("format", || run(bare_cargo().args(["fmt", "--all", "--check"])));
    steps.try_it("tests", || run(&mut cargo("test", &["--no-fail-fast"])));
    steps.try_it("window", window);
    if long {
        steps.try_it("long tests", || {
            run(&mut cargo("test", &["--no-fail-fast", "--", "--ignored", "long_"]))
        });
    }
    steps.try_it("generated files", generated_files_are_fresh);
    steps.close()
}

/// The window's tests are `#[ignore]`d, because they need a display and must run one at a time. They are chosen here
/// by `--test` within `--workspace`: the same packages, hence the same features, as the build before, so nothing is
/// compiled again. (`--exclude` or `-p` would choose features anew.)
fn window() -> Done {
    let folder = root().join("tests/e2e/tests");
    let files = fs::read_dir(&folder).map_err(|error| at(&folder, &error))?;
    let mut names: Vec<String> = files
        .flatten()
        .filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err("tests/e2e/tests holds no test of the window.".to_owned());
    }
    let mut arguments = vec!["--no-fail-fast"];
    for name in &names {
        arguments.extend(["--test", name]);
    }
    arguments.extend(["--", "--ignored", "--test-threads=1"]);
    let mut command = cargo("test", &arguments);
    run(command.env("BALISE_E2E_APP", built("balise-window")).env("BALISE_E2E_OWN_DISPLAY", "1"))
}

/// The types that cross to the page are written by `cargo test`, and committed.
fn generated_files_are_fresh() -> Done {
    let folder = "ui/src/backend/types";
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(arguments).args(["--", folder]).current_dir(root());
        command
    };
    let hint = |error: String| {
        format!(
            "{error}\n{folder} is not what the tests just wrote there: look at the change, then `git add` it."
        )
    };
    run(&mut git(&["diff", "--exit-code", "--stat"])).map_err(hint)?;
    let new = git(&["ls-files", "--others", "--exclude-standard"]).output();
    let new = new.map_err(|error| format!("git: {error}."))?.stdout;
    if new.is_empty() { Ok(()) } else { Err(hint(String::from_utf8_lossy(&new).into_owned())) }
}

/// What was done, how long it took, and what went wrong.
#[derive(Default)]
struct Steps(Vec<(&'static str, Duration, Done)>);

impl Steps {
    /// A step the others stand on: when it fails, the rest is not tried.
    fn must(&mut self, name: &'static str, step: impl FnOnce() -> Done) -> Done {
        if self.try_it(name, step) { Ok(()) } else { self.close() }
    }

    fn try_it(&mut self, name: &'static str, step: impl FnOnce() -> Done) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let done = step();
        let passed = done.is_ok();
        if let Err(message) = &done {
            eprintln!("{message}");
        }
        println!("== {name}: {} in {}", if passed { "passed" } else { "FAILED" }, took(start.elapsed()));
        self.0.push((name, start.elapsed(), done));
        passed
    }

    fn close(&self) -> Done {
        println!("\nThe steps and their time:");
        for (name, time, done) in &self.0 {
            println!("  {name:18} {:>13}  {}", took(*time), if done.is_ok() { "" } else { "FAILED" });
        }
        let total = took(self.0.iter().map(|(_, time, _)| *time).sum());
        let failed: Vec<_> =
            self.0.iter().filter(|(_, _, done)| done.is_err()).map(|(name, ..)| *name).collect();
        println!("{} steps in {total}, {} of them failed", self.0.len(), failed.len());
        if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}.", failed.join(", "))) }
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn a_failed_step_fails_the_whole_and_the_rest_still_runs() {
        let mut steps = Steps::default();
        assert!(!steps.try_it("first", || Err("broken".to_owned())));
        assert!(steps.try_it("second", || Ok(())));
        assert_eq!(steps.close(), Err("Failed: first.".to_owned()));
    }

    #[test]
    fn what_others_stand_on_stops_the_run() {
        let mut steps = Steps::default();
        assert_eq!(steps.must("build", || Ok(())), Ok(()));
        assert!(steps.must("page", || Err("no page".to_owned())).is_err());
    }
}
