//! `balise analyse`: JSON lines in, JSON lines out, in order, whatever they hold.

use crate::cli::{CONVENTIONS, Place, said};
use serde_json::{Value, json};
use std::io::Write;
use std::process::Stdio;

fn analyse(place: &Place, input: &[u8]) -> (i32, Vec<Value>) {
    let mut child = place
        .command()
        .arg("analyse")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let bytes = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let said = said(child.wait_with_output().expect("it ends"));
    writer.join().expect("no panic").expect("it reads to the end");
    (said.code, said.out.lines().map(|l| serde_json::from_str(l).expect("a line is JSON")).collect())
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
