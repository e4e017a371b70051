//! The arrows between our crates, and the few outside crates that only one of them may know.

use crate::{all_files, none, read, root};
use std::collections::BTreeMap;
use toml::Table;

/// docs/ARCHITECTURE.md, "Crates": who may use whom. Test dependencies are free.
const ARROWS: &[(&str, &[&str])] = &[
    ("balise-model", &[]),
    ("balise-words", &["model"]),
    ("balise-text", &["model"]),
    ("balise-ingest", &["model", "text"]),
    ("balise-search", &["model", "text"]),
    ("balise-library", &["model"]),
    ("balise-charts", &["model", "words"]),
    ("balise-report", &["model", "charts", "words"]),
    ("balise-desk", &["model", "words", "text", "ingest", "search", "library", "charts", "report"]),
    // Both doors show the engine's nouns, hence model.
    ("balise", &["desk", "words", "model"]),
    ("xtask", &[]),
    ("balise-window", &["desk", "words", "model"]),
    ("balise-e2e", &[]),
    // Outside the workspace: it needs a compiler that the rest does not.
    ("balise-fuzz", &["model", "text", "ingest"]),
];

/// Package name → the names of what it needs to build and run, the build script's needs included.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let manifests =
        all_files().into_iter().filter(|path| path.file_name().is_some_and(|name| name == "Cargo.toml"));
    let packages = manifests.filter_map(|path| {
        let manifest: Table =
            read(&root().join(&path)).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
        let mut needs = names(&manifest);
        for target in manifest.get("target").and_then(|targets| targets.as_table()).into_iter().flatten() {
            needs.extend(target.1.as_table().map(names).unwrap_or_default());
        }
        Some((name, needs))
    });
    packages.collect()
}

fn names(table: &Table) -> Vec<String> {
    let kinds = ["dependencies", "build-dependencies"];
    let tables = kinds.into_iter().filter_map(|kind| table.get(kind)?.as_table());
    tables.flat_map(|dependencies| dependencies.keys().cloned()).collect()
}

#[test]
fn crates_point_only_where_the_architecture_says() {
    let mut faults = Vec::new();
    let packages = dependencies();
    for (name, needs) in &packages {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| known == name) else {
            faults.push(format!("{name} is not in the table"));
            continue;
        };
        let ours = needs.iter().filter_map(|need| need.strip_prefix("balise-"));
        faults.extend(
            ours.filter(|need| !allowed.contains(need)).map(|need| format!("{name} uses balise-{need}")),
        );
    }
    none(
        faults,
        "A crate uses another that it may not. Move the code to where the arrow is allowed; a new arrow is a decision: \
         change the table in docs/ARCHITECTURE.md and in tests/tidy/crates.rs together, and say why in the commit.",
    );
    assert_eq!(packages.len(), ARROWS.len(), "the table names a crate that is gone");
}

#[test]
fn what_only_one_crate_may_know() {
    let only = |need: &str| match need {
        "tauri" | "tauri-build" => Some("balise-window"),
        _ if need.starts_with("tauri-plugin-") => Some("balise-window"),
        "rusqlite" => Some("balise-library"),
        "tantivy" => Some("balise-search"),
        "typst" => Some("balise-report"),
        _ => None,
    };
    let mut faults = Vec::new();
    let mut kept = 0;
    for (name, needs) in dependencies() {
        for need in needs {
            match only(&need) {
                Some(owner) if owner == name => kept += 1,
                Some(owner) => faults.push(format!("{name} uses {need}, which is for {owner} alone")),
                None => {}
            }
        }
    }
    none(faults, "Ask the crate that owns it for what you need, instead of reaching for it yourself.");
    assert!(kept >= 5, "the crates this rule is about have other names now: change it");
}

#[test]
fn the_workshop_needs_nothing() {
    let needs = &dependencies()["xtask"];
    assert!(
        needs.is_empty(),
        "xtask must compile in seconds on a machine with only Rust; it now needs {needs:?}"
    );
}
