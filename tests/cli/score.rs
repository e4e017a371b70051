//! `balise score` on a small gold set of our own (`tests/gold`), which is wrong on purpose: each way of being wrong
//! stands in it once.

use crate::cli::{Place, plain};
use std::path::PathBuf;

fn gold() -> String {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo test sets it"));
    root.join("tests/gold/gold.jsonl").display().to_string()
}

#[test]
fn each_error_is_told_under_its_kind_with_its_sentence() {
    let scored = Place::new().json(&["score", &gold()]);
    let counts = ["articles", "gold", "predicted", "counted", "wrong", "distractors_reported"];
    assert_eq!(counts.map(|c| scored[c].as_u64()), [3, 8, 8, 8, 1, 1].map(Some), "{scored}");
    let right = ["found", "ind", "bound", "per", "all", "all_strict"].map(|line| scored[line]["tp"].as_u64());
    assert_eq!(right, [7, 6, 5, 4, 3, 2].map(Some), "{scored}");
    assert_eq!(
        (scored["found"]["precision"].as_f64(), scored["all"]["f1"].as_f64()),
        (Some(0.875), Some(0.375))
    );
    let errors: Vec<_> = scored["errors"].as_array().expect("a list").iter().collect();
    let said: Vec<_> = errors
        .iter()
        .map(|e| {
            (
                e["kind"].as_str(),
                e["id"].as_str(),
                e["value"].as_f64(),
                e["gold"].as_str(),
                e["read"].as_str(),
            )
        })
        .map(|(kind, id, value, gold, read)| {
            (kind.unwrap_or(""), id.unwrap_or(""), value.unwrap_or(0.0), gold, read)
        })
        .collect();
    let total = (Some("return.total"), Some("return.forced"));
    assert_eq!(
        said,
        [
            ("missed", "lettre", 14.0, Some("return.total"), None),
            ("false_alarm", "lettre", 640.0, Some("640"), Some("return.total")),
            ("indicator", "expulsions", 3000.0, total.0, total.1),
            ("bound", "retours", 300.0, Some("exact"), Some("at_least")),
            (
                "period",
                "lettre",
                500.0,
                Some("during 2017-01-01..2017-12-31"),
                Some("during 2019-01-01..2019-12-31")
            ),
            ("unit", "expulsions", 70.0, Some("households"), Some("persons")),
            ("part_of", "retours", 45.0, Some("–"), Some("120")),
        ]
    );
    assert_eq!(errors[0]["sentence"], "La lettre du ministère tient en 14 lignes.");
    let steps = scored["confidence"]["steps"].as_array().expect("a list");
    assert_eq!(steps.iter().filter_map(|s| s["number"].as_u64()).sum::<u64>(), 8);
}

#[test]
fn the_score_is_printed_in_the_language_asked_for() {
    let place = Place::new();
    let said = plain(&place.ok(&["score", &gold(), "--folds", "3"]));
    for words in [
        "3 articles, 8 chiffres relevés ; 8 chiffres lus : 8 comptés",
        "(a) chiffre trouvé 7 0,875 0,875 0,875",
        "En 3 parts d’articles (F1)",
        "Autre indicateur : 1 1 × return.total → return.forced",
        "lettre 14 return.total → – La lettre du ministère tient en 14 lignes.",
    ] {
        assert!(said.contains(words), "{words}\nin {said}");
    }
    let said = plain(&place.ok(&["score", &gold(), "--lang", "en"]));
    assert!(said.contains("(a) figure found 7 0.875") && said.contains("Missed: 1 "), "{said}");
}

#[test]
fn a_gold_set_that_cannot_be_read_is_named() {
    let place = Place::new();
    place.file("faux.jsonl", "{\"id\": \"a\", \"claims\": []}\n{\"id\": \"b\"}\n");
    place.file("a.txt", "Rien.");
    let said = place.run(&["score", "faux.jsonl"]);
    assert!(said.code == 1 && said.err.contains("la ligne 2 n’est pas un article"), "{said:?}");
    place.file("seul.jsonl", "{\"id\": \"absent\", \"claims\": []}\n");
    let said = place.run(&["score", "seul.jsonl"]);
    assert!(said.code == 1 && said.err.contains("absent.txt"), "{said:?}");
}
