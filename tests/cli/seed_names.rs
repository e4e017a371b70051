//! The names in the documents the project started from, against a list made by reading them (tests/texts/
//! seed-names.tsv: names and offsets, no prose). Strict: same span, same kind, and same entity where there is one.
//! Twice: the article as a reader sees it, and the whole page with its teasers, where nearly every name is new.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use balise_model::{BlockKind, Text};
use balise_text::{blocks, mentions, published_in};

/// Start and end in code points, kind, candidates.
type Name = (usize, usize, String, Vec<String>);

fn by_hand() -> BTreeMap<String, Vec<Name>> {
    let mut documents: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    for line in include_str!("../texts/seed-names.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [file, start, end, kind, who, _] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("six columns: {line}")
        };
        let mut who: Vec<String> = who.split('|').filter(|id| *id != "-").map(str::to_owned).collect();
        who.sort();
        let number = |written: &str| written.parse().expect("an offset");
        documents.entry(file.to_owned()).or_default().push((
            number(start),
            number(end),
            kind.to_owned(),
            who,
        ));
    }
    documents
}

/// What the machine finds, and the places of the article.
fn by_machine(content: &str, whole: bool) -> (Vec<Name>, Vec<(usize, usize)>) {
    let point = |byte: usize| content[..byte].chars().count();
    let cut = blocks(content);
    let published = published_in(content, &cut).map(|day| day.value);
    let article = cut.iter().filter(|b| whole || !b.kind.is_set_aside());
    let article = article.map(|b| (point(b.span.start), point(b.span.end))).collect();
    let mut blocks = cut.clone();
    if whole {
        blocks.iter_mut().for_each(|b| (b.kind, b.reason) = (BlockKind::Body, None));
    }
    let found = mentions(&Text::new(content.to_owned(), blocks), published, &[]).into_iter().map(|m| {
        let mut who: Vec<String> = m.candidates.iter().map(|id| id.to_string()).collect();
        who.sort();
        (point(m.span.start), point(m.span.end), m.kind.name().to_owned(), who)
    });
    (found.collect(), article)
}

/// Precision, recall and F1 over all documents.
fn score(corpus: &Path, whole: bool) -> (f64, f64, f64) {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for (file, names) in by_hand() {
        let content = std::fs::read_to_string(corpus.join("seeds").join(&file)).expect("a seed document");
        let (machine, article) = by_machine(&content, whole);
        let mut names: BTreeSet<Name> = names.into_iter().collect();
        names.retain(|n| article.iter().any(|(start, end)| *start <= n.0 && n.1 <= *end));
        found += machine.len();
        wanted += names.len();
        for name in machine {
            let same = names.iter().find(|n| (n.0, n.1, &n.2) == (name.0, name.1, &name.2)).cloned();
            match same.filter(|n| n.3.is_empty() || n.3 == name.3) {
                Some(same) => right += usize::from(names.remove(&same)),
                None => eprintln!("not on the list: {file} {}..{} {} {:?}", name.0, name.1, name.2, name.3),
            }
        }
        names.iter().for_each(|n| eprintln!("not found: {file} {}..{} {} {:?}", n.0, n.1, n.2, n.3));
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / wanted as f64);
    (precision, recall, 2.0 * precision * recall / (precision + recall))
}

#[test]
fn the_names_of_the_five_seeds_are_found() {
    let Some(corpus) = std::env::var_os("BALISE_CORPUS").map(PathBuf::from) else {
        eprintln!("BALISE_CORPUS is unset: the names of the seed documents were NOT read by this test run");
        return;
    };
    for (what, whole) in [("the article", false), ("the whole page", true)] {
        let (precision, recall, f1) = score(&corpus, whole);
        eprintln!("names, {what}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
        assert!(f1 >= 0.95, "{what}: F1 {f1:.3}");
    }
}
