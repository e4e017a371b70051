//! `cargo xtask bench`: how fast the reader reads, built as it ships but for the slow link-time optimising.

use crate::run::{Done, bare_cargo, run};

/// One package, against the rule that the workspace is built whole: optimised, only the reader's own small tree is
/// needed, and no test run ever shares it.
pub(crate) fn bench() -> Done {
    run(bare_cargo().args(["bench", "--locked", "--package", "balise-text", "--bench", "read"]))
}
