//! Running other programs, and the folders everything agrees on. Every call of cargo goes through here, so that there
//! is one target folder, one profile and one set of features: anything else would compile the same crates twice.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub(crate) type Done = Result<(), String>;

/// The repository, from where cargo found this package at run time. (The path known when xtask was compiled may be
/// that of another clone which shares the target folder.)
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.expect("cargo tells xtask where it lies; start it as `cargo xtask`");
    package.ancestors().nth(2).expect("xtask lies in crates/xtask").to_path_buf()
}

/// Where cargo builds: outside the repository, so that a fresh clone finds its dependencies compiled.
pub(crate) fn target() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = set("CARGO_TARGET_DIR") {
        return root().join(chosen);
    }
    let cache =
        set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")).or_else(|| Some(set("HOME")?.join(".cache")));
    cache.map_or_else(|| root().join("target"), |cache| cache.join("balise").join("target"))
}

/// A program built by `cargo build`.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// `cargo VERB --workspace --locked …`. Never a single package: that would choose other features for shared
/// dependencies and compile them again.
pub(crate) fn cargo(verb: &str, arguments: &[&str]) -> Command {
    let mut command = bare_cargo();
    command.args([verb, "--workspace", "--locked"]).args(arguments);
    command
}

/// For the few verbs that take neither `--workspace` nor `--locked`.
pub(crate) fn bare_cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target());
    command
}

/// The whole workspace, tests included: what `test` and `start` both use, so that the second to run finds it built.
pub(crate) fn build() -> Done {
    own_the_target()?;
    run(&mut cargo("build", &["--all-targets"]))
}

/// Several clones may share the target folder, and cargo tells fresh from stale by the age of files: coming back to
/// an older clone it would take the other's code for this one's. So the folder remembers whose it was last.
fn own_the_target() -> Done {
    let note = target().join("balise-checkout");
    let here = root().to_string_lossy().into_owned();
    let before = fs::read_to_string(&note).unwrap_or_default();
    if before == here {
        return Ok(());
    }
    if !before.is_empty() {
        println!("The build folder was last used by another clone: our own crates are built again.");
        run(bare_cargo().args(["clean", "--workspace", "--locked", "--quiet"]))?;
    }
    fs::create_dir_all(target()).and_then(|()| fs::write(&note, here)).map_err(|error| at(&note, &error))
}

/// Runs a program to its end, its output going where ours goes.
pub(crate) fn run(command: &mut Command) -> Done {
    let line = shown(command);
    println!("$ {line}");
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status}).")),
        Err(error) => Err(format!("`{line}` does not start: {error}.")),
    }
}

/// What a program prints, or None when it is missing or fails.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let answer =
        Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

/// Whether a program can be found, by the search path alone.
pub(crate) fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

pub(crate) fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}.", path.display())
}

fn shown(command: &Command) -> String {
    let program =
        Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// "3 min 20 s" or "4.1 s".
pub(crate) fn took(time: std::time::Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f32()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// "1.2 MB", for files we name to the user.
pub(crate) fn size(path: &Path) -> String {
    let bytes = fs::metadata(path).map_or(0, |data| data.len());
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::{shown, took};
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn times_are_short() {
        assert_eq!(took(Duration::from_millis(4_130)), "4.1 s");
        assert_eq!(took(Duration::from_secs(200)), "3 min 20 s");
    }

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        assert_eq!(shown(Command::new("/some/where/cargo").args(["fmt", "--all"])), "cargo fmt --all");
    }
}
