//! The pure crates stay pure: no file, network, clock, chance or setting of the system. Time and language come in as
//! arguments, so that the same text gives the same findings on every machine, today and in ten years.

use crate::{none, sources};
use regex::Regex;
use std::path::{Path, PathBuf};

const PURE: &[&str] = &["model", "text", "charts", "words"];

const IMPURE: &str = r"\bstd::(fs|net|env|process|time::SystemTime|time::Instant)\b|\bstd::\{[^}]*\b(fs|net|env|process)\b|\bSystemTime\b|\b(Instant|Timestamp|Zoned)::now\b|\bTimeZone::system\b|\b(rand|fastrand|getrandom)::|\bnew_v[147]\b";

/// Modules that exist only while testing ("#[cfg(test)] mod cases;") may touch files.
fn test_modules(files: &[(PathBuf, String)]) -> Vec<PathBuf> {
    let declared = Regex::new(r"#\[cfg\(test\)\]\s*mod (\w+);").expect("a literal pattern");
    let modules = files.iter().flat_map(|(path, text)| {
        let folder = path.parent().unwrap_or(Path::new(""));
        declared.captures_iter(text).map(|found| folder.join(format!("{}.rs", &found[1]))).collect::<Vec<_>>()
    });
    modules.collect()
}

#[test]
fn pure_crates_touch_nothing_outside() {
    let impure = Regex::new(IMPURE).expect("a literal pattern");
    let mut faults = Vec::new();
    for name in PURE {
        let files = sources(&format!("crates/{name}/src"), &[".rs"]);
        let tests = test_modules(&files);
        for (path, text) in files.iter().filter(|(path, _)| !tests.contains(path)) {
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
            let wrong = |line: &str| !line.trim_start().starts_with("//") && impure.is_match(line);
            faults.extend(crate::lines_where(path, text, wrong));
        }
    }
    none(
        faults,
        "Pass what you need as an argument; the desk or a door reads files and clocks (docs/ARCHITECTURE.md).",
    );
}

#[test]
fn the_rule_sees_what_it_forbids() {
    let impure = Regex::new(IMPURE).expect("a literal pattern");
    for line in
        ["use std::{fmt, fs};", "std::fs::read(x)", "Zoned::now()", "Uuid::new_v4()", "std::env::var(x)"]
    {
        assert!(impure.is_match(line), "{line}");
    }
    for line in ["env!(\"CARGO_PKG_VERSION\")", "use std::fmt;", "a brand::new()", "Uuid::new_v5(a, b)"] {
        assert!(!impure.is_match(line), "{line}");
    }
}
