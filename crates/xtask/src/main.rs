//! The README's commands: `cargo xtask start`, `test`, `bench`, `bundle`. Uses nothing but the standard library, so
//! that it compiles in seconds on a machine that has only Rust.

mod bench;
mod bundle;
mod faults;
mod node;
mod packages;
mod run;
mod start;
mod test;
mod ui;

use std::process::ExitCode;

const HELP: &str = "\
Balise's workshop. Run from anywhere inside the repository:

  cargo xtask start     build everything and open the window on the sample library;
                        without a display: sample library, chart and report in target/demo/
  cargo xtask test      everything that must pass before a change lands
  cargo xtask test --long    the same, then the tests that outgrow their share of the time
  cargo xtask bench     how fast articles are read; bench store: the library beside its floors
  cargo xtask faults    kills, full disks, damaged files: what must leave a library whole; --long: about an hour
  cargo xtask bundle    the .deb and .rpm packages, in target/packages/
  cargo xtask help      this text

On Debian and Ubuntu, missing system packages are installed (through sudo when needed) after saying which and why.
Elsewhere the line to run is printed. Build results go to CARGO_TARGET_DIR, by default balise/target in your cache
folder; deleting it is always safe.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["start"] => start::start(),
        ["test"] => test::test(false),
        ["test", "--long"] => test::test(true),
        ["bench"] => bench::bench("read"),
        ["bench", "store"] => bench::bench("store"),
        ["faults"] => faults::faults(false),
        ["faults", "--long"] => faults::faults(true),
        ["bundle"] => bundle::bundle(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("`cargo xtask {}` is not known.\n\n{HELP}", other.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}
