//! The documents the project started from, and the public scorer, when the folder that holds them is named by
//! `BALISE_CORPUS`. Their prose is not ours to ship.

use crate::cli::Place;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder, or a word aloud that these tests had nothing to read.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("BALISE_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("BALISE_CORPUS is unset: the seed documents were NOT read by this test run");
    }
    folder
}

/// What `balise analyse` reads in the texts that a gold file names. Plans are left out: the guidelines call them
/// optional, and the public scorer does not know them.
fn predictions(place: &Place, gold: &Path, texts: &Path) -> PathBuf {
    let lines = std::fs::read_to_string(gold).expect("a gold file");
    let input: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|entry| {
            let id = entry["id"].as_str().unwrap_or_default();
            let file = entry["file"].as_str().map_or_else(|| format!("{id}.txt"), str::to_owned);
            let text = std::fs::read_to_string(texts.join(file)).expect("a text of the corpus");
            json!({ "id": id, "text": text }).to_string()
        })
        .collect();
    let input = place.file("in.jsonl", input.join("\n"));
    let input = std::fs::File::open(input).expect("just written");
    let output = place.command().arg("analyse").stdin(input).output().expect("the program starts");
    let facts = String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| {
            let mut answer: Value = serde_json::from_str(line).expect("a line is JSON");
            answer["claims"].as_array_mut().expect("claims").retain(|claim| claim["modality"] == "fact");
            answer.to_string()
        })
        .collect::<Vec<_>>();
    place.file("out.jsonl", facts.join("\n"))
}

/// What the public scorer says of predictions.
fn public_score(corpus: &Path, gold: &Path, predictions: &Path, texts: &Path, options: &[&str]) -> String {
    let scored = Command::new("python3")
        .arg(corpus.join("gold/score.py"))
        .args([gold, predictions])
        .arg("--texts")
        .arg(texts)
        .args(options)
        .output()
        .expect("python3 runs the scorer");
    assert!(scored.status.success(), "{scored:?}");
    String::from_utf8(scored.stdout).expect("UTF-8")
}

/// Every number that the public scorer prints is the one that `balise score` says, on the same texts.
#[test]
fn our_score_is_that_of_the_public_scorer() {
    let Some(corpus) = corpus() else { return };
    let place = Place::new();
    for (gold, texts, options) in [
        ("gold/dev/gold.jsonl", "gold/dev", &[][..]),
        ("gold/dev/gold.jsonl", "gold/dev", &["--skip-title"]),
        ("gold/seeds/gold.jsonl", "seeds", &[]),
    ] {
        let (gold, texts) = (corpus.join(gold), corpus.join(texts));
        let read = predictions(&place, &gold, &texts);
        let (gold_name, texts_name) = (gold.display().to_string(), texts.display().to_string());
        let ours = place.json(&[&["score", &gold_name, "--texts", &texts_name], options].concat());
        let theirs = public_score(&corpus, &gold, &read, &texts, &[options, &["--json"]].concat());
        let theirs: Value = serde_json::from_str(&theirs).unwrap_or_else(|e| panic!("{e}: {theirs}"));
        assert!(theirs["found"]["tp"].as_u64() > Some(0), "{theirs}");
        for (name, value) in theirs.as_object().expect("named figures") {
            match name.as_str() {
                // Our quotes are cut from the text they stand in, and our articles are those of the gold set.
                "unlocated_quotes" | "unknown_ids" => assert_eq!(value, 0, "{name}"),
                _ => assert_eq!(&ours[name], value, "{name} in {ours}"),
            }
        }
        let printed = public_score(&corpus, &gold, &read, &texts, options);
        let fields = printed.lines().find(|l| l.starts_with("of the figures found")).expect("its line");
        let shares = fields.split([' ', ',']).filter_map(|w| w.parse::<f64>().ok());
        let names = ["indicator", "bound", "period", "period_strict", "unit", "part_of"];
        for (name, share) in names.iter().zip(shares.collect::<Vec<_>>()) {
            let our = ours["of_found"][name].as_f64().expect("a share");
            assert!((our - share).abs() <= 0.000_6, "{name}: {our} and {share}");
        }
    }
}

#[test]
fn the_five_seeds_give_exactly_their_four_figures() {
    let Some(corpus) = corpus() else { return };
    let (place, gold, texts) = (Place::new(), corpus.join("gold/seeds/gold.jsonl"), corpus.join("seeds"));
    let read = predictions(&place, &gold, &texts);
    let score = public_score(&corpus, &gold, &read, &texts, &["--json"]);
    let score: Value = serde_json::from_str(&score).unwrap_or_else(|e| panic!("{e}: {score}"));
    eprintln!("seeds: {score}");
    assert_eq!((score["predicted"].as_u64(), score["gold"].as_u64()), (Some(4), Some(4)), "{score}");
    assert_eq!(
        (score["found"]["f1"].as_f64(), score["all"]["f1"].as_f64()),
        (Some(1.0), Some(1.0)),
        "{score}"
    );
    assert_eq!(score["all_strict"]["f1"].as_f64(), Some(1.0), "{score}");
}
