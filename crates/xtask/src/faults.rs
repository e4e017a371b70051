//! `cargo xtask faults`: what can happen to a library, happening to it (`tests/faults/`).

use crate::packages::{self, Need};
use crate::run::{Done, build, cargo, run};

/// In the long form two hundred kills, each of the first two hundred failing calls, every page: about an hour.
pub(crate) fn faults(long: bool) -> Done {
    packages::ensure(&[Need::Build, Need::Faults])?;
    build()?;
    let mut command = cargo("test", &["--test", "faults", "--", "--nocapture"]);
    if long {
        command.env("BALISE_FAULTS_LONG", "1");
    }
    run(&mut command)
}
