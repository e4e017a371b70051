//! What no file may hold: traces of the machine it was written on, addresses of package registries, and in the page
//! the ways by which text could become code.

use crate::{all_files, lines_where, none, page_sources, read, root};
use regex::Regex;
use std::fs;

/// Put together here, so that this file does not hold them itself.
fn traces() -> Vec<String> {
    let parts = [
        ["../", "shared"],
        ["/wor", "k/"],
        ["/roo", "t/"],
        ["registry.npm", "js.org"],
        ["registry.yarn", "pkg.com"],
        ["index.crates", ".io"],
        ["static.crates", ".io"],
        ["deb.debian", ".org"],
        ["pypi", ".org"],
    ];
    parts.iter().map(|[first, second]| format!("{first}{second}")).collect()
}

#[test]
fn no_file_holds_traces_of_a_machine() {
    let traces = traces();
    let mut faults = Vec::new();
    for path in all_files() {
        let bytes =
            fs::read(root().join(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let text = String::from_utf8_lossy(&bytes);
        faults.extend(lines_where(&path, &text, |line| {
            traces.iter().any(|trace| line.contains(trace.as_str()))
        }));
    }
    none(
        faults,
        "The project must mean the same on every machine: no path of one, no folder beside the clone, no registry's \
         host. Larger collections of texts are found through BALISE_CORPUS.",
    );
}

#[test]
fn lock_files_name_no_host() {
    // Cargo writes the public index into every lock file; anything else was a mirror of one machine.
    let index = r#"source = "registry+https://github.com/rust-lang/crates.io-index""#;
    let cargo = read(&root().join("Cargo.lock"));
    assert!(cargo.contains(index), "Cargo.lock has no crate from the public index: has its format changed?");
    let mut faults: Vec<_> =
        lines_where("Cargo.lock".as_ref(), &cargo, |line| line.contains("://") && line != index).collect();
    let npm = read(&root().join("ui/package-lock.json"));
    assert!(npm.contains(r#""integrity""#), "ui/package-lock.json has no integrity: has its format changed?");
    faults.extend(lines_where("ui/package-lock.json".as_ref(), &npm, |line| line.contains(r#""resolved""#)));
    none(
        faults,
        "Crates come from the public index alone. For npm, write the lock file with `npm install \
         --omit-lockfile-registry-resolved`, so that it holds hashes and no addresses.",
    );
}

#[test]
fn only_the_backend_folder_knows_tauri() {
    let (backend, rest): (Vec<_>, Vec<_>) =
        page_sources().into_iter().partition(|(path, _)| path.starts_with("ui/src/backend"));
    let faults =
        rest.iter().flat_map(|(path, text)| lines_where(path, text, |line| line.contains("@tauri-apps/")));
    none(
        faults.collect(),
        "Call a function of ui/src/backend/ instead: only that folder knows that there is Tauri behind it. (Tests may \
         use Tauri's mocks.)",
    );
    let door = backend.iter().any(|(_, text)| text.contains("@tauri-apps/"));
    assert!(door, "nothing in ui/src/backend imports Tauri: has the door moved?");
}

#[test]
fn text_never_becomes_code_in_the_page() {
    let sinks = r"innerHTML|outerHTML|insertAdjacentHTML|\{@html|\beval\(|\bnew Function\b|\bsrcdoc\b|document\.write|javascript:|DOMParser|createContextualFragment";
    let sinks = Regex::new(sinks).expect("a literal pattern");
    let mut files = page_sources();
    files.push(("ui/index.html".into(), read(&root().join("ui/index.html"))));
    let faults = files.iter().flat_map(|(path, text)| lines_where(path, text, |line| sinks.is_match(line)));
    none(
        faults.collect(),
        "Texts come from anywhere. Show them as text, through Svelte's own {value}; a drawing is an <img> of a blob.",
    );
}
