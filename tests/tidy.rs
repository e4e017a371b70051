//! The rules that a machine can keep, so that reviewers need not: who may depend on whom, words in both languages,
//! what the window may do, nothing of one machine left in the files. Each test says what to do when it fails, and
//! each makes sure that it still sees what it judges: a rule that looks at nothing would pass for ever.

#[path = "tidy/crates.rs"]
mod crates;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/pure.rs"]
mod pure;
#[path = "tidy/window.rs"]
mod window;
#[path = "tidy/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository. Asked at run time: clones share compiled tests, and the path compiled in may be another's.
fn root() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo test sets CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file that git tracks or would track, relative to the repository.
fn all_files() -> Vec<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("these rules are about what git tracks: install git");
    assert!(listed.status.success(), "not a git repository: {}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    // A file deleted but not yet committed is still listed.
    names.split_terminator('\0').map(PathBuf::from).filter(|path| root().join(path).is_file()).collect()
}

/// The files below a folder whose name ends in one of these, with their text. None is an error.
fn sources(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let ends = |path: &Path| endings.iter().any(|end| path.to_string_lossy().ends_with(end));
    let found: Vec<_> = all_files()
        .into_iter()
        .filter(|path| path.starts_with(folder) && ends(path))
        .map(|path| (path.clone(), read(&root().join(&path))))
        .collect();
    assert!(
        !found.is_empty(),
        "there is no {endings:?} below {folder}/: has it moved? Then move this rule along"
    );
    found
}

/// What the page is made of, without its tests, which never ship.
fn page_sources() -> Vec<(PathBuf, String)> {
    let mut files = sources("ui/src", &[".ts", ".svelte", ".html"]);
    files.retain(|(path, _)| !path.ends_with("test.ts") && !path.to_string_lossy().ends_with(".test.ts"));
    files
}

/// "path:line: text" for every line that the rule finds fault with.
fn lines_where<'a>(
    path: &'a Path,
    text: &'a str,
    wrong: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = String> + 'a {
    let numbered = text.lines().enumerate();
    let wrong = numbered.filter(move |(_, line)| wrong(line));
    wrong.map(|(number, line)| format!("{}:{}: {}", path.display(), number + 1, line.trim()))
}

/// Fails with the advice and the list, unless the list is empty.
#[track_caller]
fn none(faults: Vec<String>, advice: &str) {
    assert!(faults.is_empty(), "\n{advice}\n\n  {}\n", faults.join("\n  "));
}
