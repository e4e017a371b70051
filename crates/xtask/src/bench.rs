//! `cargo xtask bench`: how fast the reader reads, and the store beside its floors; built as they ship but for the slow
//! link-time optimising.

use crate::run::{Done, bare_cargo, run};

/// One package, against the rule that the workspace is built whole: optimised, only its own small tree is needed, and
/// no test run ever shares it.
pub(crate) fn bench(which: &str) -> Done {
    let package = if which == "store" { "balise-library" } else { "balise-text" };
    run(bare_cargo().args(["bench", "--locked", "--package", package, "--bench", which]))
}
