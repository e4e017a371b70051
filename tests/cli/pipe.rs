//! `balise analyse`: JSON lines in, JSON lines out, in order, whatever they hold.

use crate::cli::{CONVENTIONS, Place, Said, plain, said};
use serde_json::{Value, json};
use std::io::Write;
use std::process::Stdio;

fn analyse(place: &Place, input: &[u8]) -> (i32, Vec<Value>) {
    let said = piped(place, &["analyse"], input);
    (said.code, said.out.lines().map(|l| serde_json::from_str(l).expect("a line is JSON")).collect())
}

fn piped(place: &Place, args: &[&str], input: &[u8]) -> Said {
    let mut child = place
        .command()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let bytes = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let said = said(child.wait_with_output().expect("it ends"));
    writer.join().expect("no panic").expect("it reads to the end");
    said
}

#[test]
fn offsets_are_code_points_of_the_text_as_given() {
    let place = Place::new();
    let text = format!("🇲🇱 Note — été\r\n\r\n{CONVENTIONS}");
    let (code, lines) = analyse(&place, json!({ "id": "a", "text": text }).to_string().as_bytes());
    assert_eq!(code, 0);
    let letters: Vec<char> = text.chars().collect();
    let slice = |from: &Value, to: &Value| -> String {
        letters[from.as_u64().unwrap_or(0) as usize..to.as_u64().unwrap_or(0) as usize].iter().collect()
    };
    let claims = lines[0]["claims"].as_array().expect("claims");
    assert_eq!(claims.len(), 3, "{}", lines[0]);
    for claim in claims {
        assert_eq!(claim["quote"], slice(&claim["start"], &claim["end"]));
    }
    assert_eq!(slice(&claims[1]["num_start"], &claims[1]["num_end"]), "44.000");
    assert_eq!(
        (&claims[1]["bound"], &claims[1]["period_kind"], &claims[1]["period_end"]),
        (&json!("at_least"), &json!("since"), &json!("2025-01-31"))
    );
    assert_eq!((&claims[2]["part_of"], &claims[2]["part_of_id"]), (&json!(44000), &claims[1]["id"]));
    assert!(claims[1]["reading"].as_str().is_some_and(|r| r.starts_with("Lu ainsi")));
}

#[test]
fn bad_lines_are_answered_in_their_place() {
    let place = Place::new();
    let long = "a".repeat(3_000_000);
    let input = [
        json!({ "id": 1, "text": "En 2020, 12 migrants ont été rapatriés." }).to_string(),
        "{ pas du JSON".to_owned(),
        json!({ "id": 3, "text": long }).to_string(),
        json!({ "id": 4, "text": "zéro\u{0}octet", "published": "2025-02-31" }).to_string(),
        "{\"id\": 5, \"text\": \"\\ud800 seul\"}".to_owned(),
        json!({ "id": 6, "html": "<html><body><article><p>En 2020, 12 migrants ont été rapatriés.</p></article></body></html>" }).to_string(),
        json!({ "id": 7 }).to_string(),
        String::new(),
        json!({ "id": 8, "text": "" }).to_string(),
    ];
    let (code, lines) = analyse(&place, input.join("\n").as_bytes());
    assert_eq!(code, 2);
    let ids: Vec<&Value> = lines.iter().map(|l| &l["id"]).collect();
    assert_eq!(
        ids,
        [&json!(1), &json!(null), &json!(3), &json!(4), &json!(5), &json!(6), &json!(7), &json!(8)].to_vec()
    );
    assert_eq!(lines[1]["problems"][0]["code"], "line-not-read");
    assert_eq!(lines[3]["problems"][0]["code"], "published-not-read");
    assert!(
        lines[4]["problems"].as_array().is_some_and(|p| !p.is_empty()),
        "a lone surrogate is a problem: {}",
        lines[4]
    );
    assert_eq!(lines[5]["claims"][0]["value"], 12);
}

#[test]
fn lines_come_back_in_order() {
    let place = Place::new();
    let input: Vec<String> = (0..2_000)
        .map(|n| {
            json!({ "id": n, "text": format!("En 2020, {} migrants ont été rapatriés.", n + 2) }).to_string()
        })
        .collect();
    let (code, lines) = analyse(&place, input.join("\n").as_bytes());
    assert_eq!((code, lines.len()), (0, 2_000));
    for (n, line) in lines.iter().enumerate() {
        assert_eq!((&line["id"], &line["claims"][0]["value"]), (&json!(n), &json!(n + 2)));
    }
}

const RETURNS: &str = "En 2020, 12 migrants ont été rapatriés.";

fn codes(line: &Value) -> Vec<&str> {
    line["problems"].as_array().expect("a list").iter().filter_map(|p| p["code"].as_str()).collect()
}

#[test]
fn a_day_that_cannot_be_is_told_and_the_article_is_read() {
    let days = [
        ("2025-02-31", &["published-not-read"][..]),
        ("31 février 2025", &["published-not-read"]),
        ("9999-12-31", &["published-in-future"]),
        ("2025-02-28", &[]),
    ];
    for (day, told) in days {
        let line = json!({ "id": day, "text": RETURNS, "published": day }).to_string();
        let (code, lines) = analyse(&Place::new(), line.as_bytes());
        assert_eq!((codes(&lines[0]), code), (told.to_vec(), if told.is_empty() { 0 } else { 2 }), "{day}");
        assert_eq!(lines[0]["claims"][0]["value"], 12, "{}", lines[0]);
    }
}

#[test]
fn a_line_of_fifty_megabytes_is_answered_and_the_next_one_too() {
    let long = json!({ "id": 1, "text": format!("{RETURNS}\n\n{}", "a".repeat(50_000_000)) });
    let next = json!({ "id": 2, "text": RETURNS });
    let (code, lines) = analyse(&Place::new(), format!("{long}\n{next}\n").as_bytes());
    assert_eq!((code, lines.len()), (0, 2));
    assert_eq!(lines[0]["text"], long["text"]);
    for line in &lines {
        assert_eq!(line["claims"][0]["value"], 12);
    }
}

#[test]
fn no_character_stops_the_reading_or_moves_a_place() {
    let place = Place::new();
    let nul = json!({ "id": 1, "text": format!("Zéro\u{0}octet.\n\n{RETURNS}") }).to_string();
    let raw = [b"{\"id\": 2, \"text\": \"z\0\"}".as_slice(), b"{\"id\": 3, \"text\": \"\xff\"}"];
    let lone = r#"{"id": 4, "text": "\udc00 et \ud83d\ude00 et \ud800\ud800. En 2020, 12 migrants ont été rapatriés."}"#;
    let input = [nul.as_bytes(), raw[0], raw[1], lone.as_bytes()].join(&b'\n');
    let (code, lines) = analyse(&place, &input);
    assert_eq!((code, lines.len()), (2, 4));
    assert_eq!((codes(&lines[1]), codes(&lines[2])), (vec!["line-not-read"], vec!["line-not-read"]));
    assert_eq!(codes(&lines[3]), ["lone-surrogate"]);
    assert!(lines[3]["text"].as_str().is_some_and(|t| t.starts_with("\u{fffd} et 😀 et \u{fffd}\u{fffd}.")));
    for line in [&lines[0], &lines[3]] {
        let letters: Vec<char> = line["text"].as_str().expect("a text").chars().collect();
        let claim = &line["claims"][0];
        let at = |key: &str| claim[key].as_u64().expect("a place") as usize;
        assert_eq!(letters[at("num_start")..at("num_end")].iter().collect::<String>(), "12", "{line}");
    }
}

#[test]
fn stats_count_the_run_in_words_or_as_json() {
    let place = Place::new();
    let good = json!({ "id": 1, "text": RETURNS }).to_string();
    let late = json!({ "id": 2, "text": RETURNS, "published": "9999-01-01" }).to_string();
    let input = format!("{good}\nrien\n{late}\n");
    let stats: Value =
        serde_json::from_str(&piped(&place, &["analyse", "--stats", "--json"], input.as_bytes()).err)
            .expect("one line of JSON on the error stream");
    let count = |key: &str| stats[key].as_u64();
    assert_eq!(count("bytes"), Some(input.len() as u64));
    assert_eq!(
        ["lines", "bad", "flawed", "claims"].map(count),
        [Some(3), Some(1), Some(1), Some(2)],
        "{stats}"
    );
    assert!(stats["seconds"].as_f64().is_some_and(|s| s > 0.0) && stats["mb_per_second"].is_f64(), "{stats}");

    let said = plain(&piped(&place, &["analyse", "--stats"], input.as_bytes()).err);
    assert!(said.starts_with("3 lignes (0 Mo) en "), "{said}");
    assert!(
        said.ends_with(
            ": 2 chiffres ; 1 ligne n’est pas un article ; 1 article a une date ou un caractère fautif."
        ),
        "{said}"
    );
    let said = piped(&place, &["analyse", "--stats", "--lang", "en"], good.as_bytes()).err;
    assert!(said.starts_with("1 line (") && said.ends_with(": 1 figure.\n"), "{said}");
}
