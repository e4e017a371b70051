//! The documents the project started from, and the public scorer, when the folder that holds them is named by
//! `BALISE_CORPUS`. Their prose is not ours to ship.

use crate::cli::Place;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

/// The folder, or a word aloud that these tests had nothing to read.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("BALISE_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("BALISE_CORPUS is unset: the seed documents were NOT read by this test run");
    }
    folder
}

/// Runs the pipe on the texts a gold file names, and returns the scorer's table.
fn score(corpus: &std::path::Path, gold: &str, texts: &str) -> Value {
    let place = Place::new();
    let gold = corpus.join("gold").join(gold);
    let lines = std::fs::read_to_string(&gold).expect("a gold file");
    let input: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|entry| {
            let id = entry["id"].as_str().unwrap_or_default();
            let file = entry["file"].as_str().map_or_else(|| format!("{id}.txt"), str::to_owned);
            let text = std::fs::read_to_string(corpus.join(texts).join(file)).expect("a text of the corpus");
            json!({ "id": id, "text": text }).to_string()
        })
        .collect();
    let input = place.file("in.jsonl", input.join("\n"));
    let output =
        place.command().arg("analyse").stdin(std::fs::File::open(input).expect("just written")).output();
    let predictions = place.file("out.jsonl", output.expect("the program starts").stdout);
    let scored = Command::new("python3")
        .arg(corpus.join("gold/score.py"))
        .args([&gold, &predictions])
        .arg("--texts")
        .arg(corpus.join(texts))
        .arg("--json")
        .output()
        .expect("python3 runs the scorer");
    serde_json::from_slice(&scored.stdout).unwrap_or_else(|e| panic!("{e}: {scored:?}"))
}

#[test]
fn the_five_seeds_give_exactly_their_four_figures() {
    let Some(corpus) = corpus() else { return };
    let score = score(&corpus, "seeds/gold.jsonl", "seeds");
    eprintln!("seeds: {score}");
    assert_eq!((score["predicted"].as_u64(), score["gold"].as_u64()), (Some(4), Some(4)), "{score}");
    assert_eq!(
        (score["found"]["f1"].as_f64(), score["all"]["f1"].as_f64()),
        (Some(1.0), Some(1.0)),
        "{score}"
    );
    assert_eq!(score["all_strict"]["f1"].as_f64(), Some(1.0), "{score}");
}
