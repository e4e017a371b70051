//! `cargo xtask bundle`: the .deb and .rpm. The only place that optimises at link time, hence slow.

use crate::packages::Need;
use crate::run::{Done, at, root, run, size, target, took};
use crate::{node, packages, ui};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// The profile of the root Cargo.toml, and so the folder under the target folder where it builds.
const PROFILE: &str = "bundle";
const KINDS: [&str; 2] = ["deb", "rpm"];

pub(crate) fn bundle() -> Done {
    packages::ensure(&[Need::Build])?;
    node::ensure()?;
    ui::install()?;
    ui::script("build")?;

    // The bundler leaves the packages of earlier versions lying beside the new ones.
    let made = target().join(PROFILE).join("bundle");
    if made.exists() {
        fs::remove_dir_all(&made).map_err(|error| at(&made, &error))?;
    }
    let start = Instant::now();
    run(&mut tauri_build())?;
    println!("\nBundled in {}:", took(start.elapsed()));

    let folder = root().join("target").join("packages");
    fs::create_dir_all(&folder).map_err(|error| at(&folder, &error))?;
    for kind in KINDS {
        let package = package(&made.join(kind), kind)?;
        let copy = folder.join(package.file_name().unwrap_or_default());
        fs::copy(&package, &copy).map_err(|error| at(&copy, &error))?;
        println!("  {}  {}", copy.display(), size(&copy));
    }
    println!("Install the first on Debian or Ubuntu with `apt install <its path>`.");
    Ok(())
}

/// The page is built already, so tauri.conf.json needs no beforeBuildCommand.
fn tauri_build() -> Command {
    let cli = root().join("ui/node_modules/@tauri-apps/cli/tauri.js");
    let mut command = Command::new("node");
    command.arg(cli).args(["build", "--ci", "--bundles", &KINDS.join(",")]);
    // The profile must be two words: the bundler recognises only that form, and adds --release to any other.
    command.args(["--", "--profile", PROFILE, "--locked"]);
    command.current_dir(root()).env("CARGO_TARGET_DIR", target());
    command
}

/// The one file of this kind in the folder.
fn package(folder: &std::path::Path, kind: &str) -> Result<PathBuf, String> {
    let files = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let found =
        files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|end| end == kind));
    found.ok_or_else(|| format!("The bundler left no .{kind} in {}.", folder.display()))
}
