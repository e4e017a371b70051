//! The window's page: built before cargo, because the window carries it inside.

use crate::node::npm;
use crate::run::{Done, at, root, run};
use std::fs;
use std::process::Command;

/// Installs what the page is built with, when package-lock.json says something else than last time.
pub(crate) fn install() -> Done {
    let folder = root().join("ui");
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(|error| at(&lock_path, &error))?;
    // Inside node_modules, so that deleting that folder deletes the memory of it too.
    let stamp = folder.join("node_modules").join(".installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(Command::new(npm()).args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    fs::write(&stamp, lock).map_err(|error| at(&stamp, &error))
}

/// One of the scripts of ui/package.json: build, check, test.
pub(crate) fn script(name: &str) -> Done {
    run(Command::new(npm()).args(["run", name]).current_dir(root().join("ui")))
}
