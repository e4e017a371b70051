//! Both languages say the same things, and every key that the code asks for has words.

use crate::{none, page_sources, read, root, sources};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Key → the variables in its words.
type Words = BTreeMap<String, BTreeSet<String>>;

/// Reads a Fluent file as far as these rules need, and lists lines that Fluent would drop without a word.
fn parse(file: &str) -> (Words, Vec<String>) {
    let start = Regex::new(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*)\s*=").expect("a literal pattern");
    let variable = Regex::new(r"\$([a-zA-Z][a-zA-Z0-9_-]*)").expect("a literal pattern");
    let mut words = Words::new();
    let mut faults = Vec::new();
    let mut current: Option<String> = None;
    for (number, line) in read(&root().join("data/words").join(file)).lines().enumerate() {
        let place = format!("{file}:{}", number + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(found) = start.captures(line) {
            let key = found[1].to_owned();
            if words.insert(key.clone(), BTreeSet::new()).is_some() {
                faults.push(format!("{place}: {key} stands twice"));
            }
            current = Some(key);
        } else if !line.starts_with([' ', '}']) || current.is_none() {
            faults.push(format!("{place}: neither a key nor the indented rest of one: {line}"));
        }
        if let Some(variables) = current.as_ref().and_then(|key| words.get_mut(key)) {
            variables.extend(variable.captures_iter(line).map(|found| found[1].to_owned()));
        }
    }
    (words, faults)
}

#[test]
fn french_and_english_have_the_same_keys_and_variables() {
    let (fr, mut faults) = parse("fr.ftl");
    let (en, wrong) = parse("en.ftl");
    faults.extend(wrong);
    faults.extend(fr.keys().filter(|key| !en.contains_key(*key)).map(|key| format!("en.ftl lacks {key}")));
    faults.extend(en.keys().filter(|key| !fr.contains_key(*key)).map(|key| format!("fr.ftl lacks {key}")));
    for (key, variables) in &fr {
        let other = en.get(key).filter(|other| *other != variables);
        faults.extend(other.map(|other| format!("{key}: fr.ftl uses {variables:?}, en.ftl {other:?}")));
    }
    none(
        faults,
        "Every sentence exists in both languages, in the same change, and says the same: mend data/words/.",
    );
}

#[test]
fn every_key_the_page_asks_for_has_words() {
    let asked = Regex::new(r#"\bt\(\s*["'`]([a-zA-Z0-9_-]+)["'`]\s*[,)]"#).expect("a literal pattern");
    let (words, _) = parse("fr.ftl");
    check(&asked, page_sources(), &|key| words.contains_key(key), "fr.ftl and en.ftl");
}

#[test]
fn every_key_the_engine_asks_for_has_words() {
    let asked =
        Regex::new(r#"\btext(?:_with)?\(\s*[^,"()]+(?:\(\))?\s*,\s*"([a-zA-Z0-9_-]+)""#).expect("a pattern");
    let (words, _) = parse("fr.ftl");
    let mut files = sources("crates", &[".rs"]);
    files.extend(sources("src-tauri/src", &[".rs"]));
    check(&asked, files, &|key| words.contains_key(key), "fr.ftl and en.ftl");
}

fn check(asked: &Regex, files: Vec<(std::path::PathBuf, String)>, known: &dyn Fn(&str) -> bool, place: &str) {
    let mut seen = 0;
    let mut faults = Vec::new();
    for (path, text) in files {
        for found in asked.captures_iter(&text) {
            seen += 1;
            if !known(&found[1]) {
                faults.push(format!("{}: {}", path.display(), &found[1]));
            }
        }
    }
    none(
        faults,
        &format!("These keys have no words and would show as they are. Add them to {place} in data/words/."),
    );
    assert!(seen >= 10, "only {seen} keys were seen: has the function that looks words up another name now?");
}
