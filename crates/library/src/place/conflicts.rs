//! Second versions of a library, made by a program that found two and could not choose. Only names that such programs
//! give: a copy that a person made is that person's affair.

use std::fs;
use std::path::{Path, PathBuf};

use super::Kind;
use super::synced::ICLOUD;

/// How machines are called when nobody has called them anything: OneDrive puts that behind a hyphen.
const MACHINES: &[&str] =
    &["desktop-", "laptop-", "pc-", "win-", "macbook", "imac", "mac-", "ordinateur-de-"];

pub(super) fn beside(library: &Path, kind: Kind) -> Vec<PathBuf> {
    let Some(own) = library.file_stem().and_then(|stem| stem.to_str()) else { return Vec::new() };
    let folder = library.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let host = this_machine();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| is_conflict(own, &entry.file_name().to_string_lossy(), kind, &host))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// Whether `name` is that of a conflicted copy of the library `own`.balise.
pub(super) fn is_conflict(own: &str, name: &str, kind: Kind, host: &str) -> bool {
    let ending =
        name.len().checked_sub(".balise".len()).and_then(|at| Some((name.get(..at)?, name.get(at..)?)));
    let Some((stem, _)) = ending.filter(|(_, ending)| ending.eq_ignore_ascii_case(".balise")) else {
        return false;
    };
    let Some(rest) = stem.strip_prefix(own) else { return false };
    let said = rest.to_lowercase();
    if let Some(inside) = said.strip_prefix(" (").and_then(|said| said.strip_suffix(')')) {
        return names_a_conflict(inside) || is_small_number(inside);
    }
    if said.starts_with(".sync-conflict-2") || said.starts_with("_conflict-2") {
        return true; // Syncthing; ownCloud until 2.6.
    }
    match said.strip_prefix('-') {
        Some(machine) => is_machine(machine, host),
        None => kind == Kind::Synced(ICLOUD) && said.strip_prefix(' ').is_some_and(is_small_number),
    }
}

/// "conflicted copy 2026-01-02", "Copie en conflit de PC-de-Moussa 2026-01-02", in the languages of our users.
fn names_a_conflict(words: &str) -> bool {
    ["conflict", "conflit", "konflikt"].iter().any(|word| words.contains(word))
}

/// 1, 2, 17: a year is none.
fn is_small_number(words: &str) -> bool {
    matches!(words.len(), 1 | 2) && words.bytes().all(|b| b.is_ascii_digit())
}

/// "pc-de-moussa", "desktop-4f7k2l1", "awa-pc", this machine; also with the number of a third version: "awa-pc-2".
fn is_machine(words: &str, host: &str) -> bool {
    let words = match words.rsplit_once('-') {
        Some((machine, number)) if is_small_number(number) => machine,
        _ => words,
    };
    let letters = words.chars().all(|c| c.is_alphanumeric() || c == '-');
    let known = MACHINES.iter().any(|begin| words.starts_with(begin)) || words.ends_with("-pc");
    letters && (known || (!host.is_empty() && words == host.to_lowercase()))
}

fn this_machine() -> String {
    let variable = |name| std::env::var(name).ok();
    let file = || fs::read_to_string("/etc/hostname").ok();
    let host = variable("COMPUTERNAME").or_else(|| variable("HOSTNAME")).or_else(file).unwrap_or_default();
    host.trim().to_owned()
}
