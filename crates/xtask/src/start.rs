//! `cargo xtask start`: from a clone to the window, opened on the sample library. On a machine without a display the
//! same engine shows what it can do in files.

use crate::packages::Need;
use crate::run::{Done, at, build, built, root, run, size};
use crate::{node, packages, ui};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

pub(crate) fn start() -> Done {
    packages::ensure(&[Need::Build])?;
    node::ensure()?;
    ui::install()?;
    ui::script("build")?;
    build()?;
    if has_display() {
        println!("\nThe window opens on the sample library. Close it to come back here.");
        run(Command::new(built("balise-window")).arg("--sample"))
    } else {
        demo()
    }
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The way of the figures without a window: sample library, what was read in it, chart, report.
fn demo() -> Done {
    let folder = root().join("target").join("demo");
    println!("\nThere is no display here: no window, but the same engine, on the sample library.");
    // What an earlier run left would otherwise pass for this one's work.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| at(&folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| at(&folder, &error))?;

    let library = "target/demo/exemple.balise";
    balise(&["sample", library])?;
    balise(&["claims", library, "--status", "accepted"])?;
    let claims = claims_file(library)?;
    let chart = ["chart", library, "--indicator", "return.voluntary_assisted", "-o"];
    let outputs = ["target/demo/retours.svg", "target/demo/retours.png", "target/demo/rapport.pdf"];
    balise(&[&chart[..], &[outputs[0]]].concat())?;
    balise(&[&chart[..], &[outputs[1]]].concat())?;
    balise(&["report", library, "-o", outputs[2]])?;

    println!("\nFor you to open:");
    for (file, what) in [
        (outputs[0], "the chart, each point a sentence"),
        (outputs[1], "the same chart as a picture"),
        (outputs[2], "the report, each figure with its footnote"),
        (claims.as_str(), "the figures and their sentences, for other programs"),
        (library, "the library itself"),
    ] {
        let path = root().join(file);
        if !path.is_file() {
            return Err(format!("{file} was announced but is not there."));
        }
        println!("  {file:28} {:>8}  {what}", size(&path));
    }
    println!("With a display, the same command opens the window.");
    Ok(())
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(built("balise"));
    command.args(arguments).current_dir(root());
    command
}

/// Runs the built command line. Exit code 2 means done, with problems that it has told itself.
fn balise(arguments: &[&str]) -> Done {
    let line = format!("balise {}", arguments.join(" "));
    println!("$ {line}");
    let status =
        command(arguments).stdin(Stdio::null()).status().map_err(|error| format!("`{line}`: {error}."))?;
    if matches!(status.code(), Some(0 | 2)) { Ok(()) } else { Err(format!("`{line}` failed ({status}).")) }
}

fn claims_file(library: &str) -> Result<String, String> {
    let file = "target/demo/chiffres.json";
    let answer = command(&["claims", library, "--json"])
        .output()
        .map_err(|error| format!("balise claims: {error}."))?;
    fs::write(root().join(file), answer.stdout).map_err(|error| at(Path::new(file), &error))?;
    Ok(file.to_owned())
}
