//! F13: the damage that SQLite does not notice. One digit of a quote, one byte of a text, and `verify` names the
//! document and the place in it.

use crate::place::{Place, opened};
use balise_model::Status;

const VALUE: &str = "41 739";

/// A library in which the figure of one article was accepted.
fn accepted(place: &Place) {
    let article = format!(
        "Retours : le bilan\n\nPublié le 3 mai 2021\n\nEn 2020, {VALUE} migrants ont été rapatriés de Libye vers Gao.\n"
    );
    place.articles(12);
    std::fs::write(place.path("in/bilan.txt"), article).expect("an article");
    // A plain file is its own text, kept once; a page is kept as it came, beside its text.
    let page = "<html lang=fr><title>Retours : la page</title><article><h1>Retours : la page</h1><p>Publié le 4 mai 2021</p>\
                <p>En 2020, 5 128 migrants ont été rapatriés de Libye vers Kayes.</p></article></html>";
    std::fs::write(place.path("in/page.html"), page).expect("a page");
    place.ok(&["new", "mali.balise"]);
    place.ok(&["import", "mali.balise", "in"]);
    let claims = place.json(&["claims", "mali.balise"]);
    let wanted =
        claims.as_array().expect("a list").iter().find(|c| c["value"] == 41_739).expect("the figure");
    place.ok(&["review", "mali.balise", "--accept", wanted["id"].as_str().expect("an id")]);
}

/// The places of some bytes in the file.
fn places(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    (0..bytes.len() - wanted.len()).filter(|at| bytes[*at..].starts_with(wanted)).collect()
}

#[test]
fn a_digit_changed_inside_a_quote_is_named_with_its_document_and_byte() {
    let place = Place::new();
    accepted(&place);
    let path = place.path("mali.balise");
    let offset = {
        let library = opened(&path);
        let decided = library.decisions(None).expect("decisions");
        let figure = &decided.first().expect("one").figure;
        assert_eq!(decided[0].status, Status::Accepted);
        library.text(&figure.text).expect("its text").content().find(VALUE).expect("the number stands there")
    };
    let sound = std::fs::read(&path).expect("a library");
    let found = places(&sound, VALUE.as_bytes());
    assert!(!found.is_empty(), "the quote does not stand in the file as it is");
    let mut named = 0;
    for at in &found {
        let mut damaged = sound.clone();
        damaged[at + 1] = b'9';
        std::fs::write(&path, &damaged).expect("written");
        assert_eq!(quick_check(&path), "ok", "SQLite itself notices: this test is about what it does not");
        let said = place.run(&["verify", "mali.balise", "--full", "--json"]);
        assert_eq!(said.code, 2, "byte {at}: {said:?}");
        let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let faults = report["faults"].as_array().expect("a list");
        let in_document = faults.iter().all(|f| f["document"] == "Retours : le bilan");
        assert!(in_document && !faults.is_empty(), "byte {at}: {faults:?}");
        named += usize::from(faults.iter().any(|f| f["code"] == "quote-broken" && f["offset"] == offset + 1));
        std::fs::write(&path, &sound).expect("written");
    }
    assert!(named > 0, "no fault names byte {} of the text", offset + 1);
    let said = place.run(&["verify", "mali.balise", "--full"]);
    assert_eq!(said.code, 0, "put right again: {said:?}");
}

fn quick_check(path: &std::path::Path) -> String {
    let db = rusqlite::Connection::open(path).expect("a database");
    db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("an answer")
}

#[test]
fn a_byte_changed_in_any_packed_text_or_original_is_named_with_its_document() {
    let place = Place::new();
    accepted(&place);
    let path = place.path("mali.balise");
    let sound = std::fs::read(&path).expect("a library");
    let mut told = Vec::new();
    for (table, code) in [("text", "text-changed"), ("original", "original-changed")] {
        let packed: Vec<Vec<u8>> = {
            let db = rusqlite::Connection::open(&path).expect("a database");
            let mut query =
                db.prepare(&format!("SELECT packed FROM {table} WHERE packed IS NOT NULL")).expect("a query");
            let rows = query.query_map([], |row| row.get(0)).expect("rows");
            rows.collect::<Result<_, _>>().expect("blobs")
        };
        for (n, blob) in packed.iter().enumerate() {
            let when = format!("{table} {n}");
            let [at] = places(&sound, blob)[..] else { continue };
            let mut damaged = sound.clone();
            damaged[at + 12 + n] ^= 0x10;
            std::fs::write(&path, &damaged).expect("written");
            let said = place.run(&["verify", "mali.balise", "--full", "--json"]);
            assert_eq!(said.code, 2, "{when}: {said:?}");
            let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
            let faults = report["faults"].as_array().expect("a list");
            let named =
                faults.iter().find(|f| f["code"] == code).unwrap_or_else(|| panic!("{when}: {faults:?}"));
            assert!(named["document"].as_str().is_some_and(|d| d.starts_with("Retours")), "{when}: {named}");
            told.push(table);
            assert!(table == "original" || named["offset"].is_u64(), "{when}: {named}");
        }
        std::fs::write(&path, &sound).expect("written");
    }
    let of = |wanted: &str| told.iter().filter(|table| **table == wanted).count();
    assert!(of("text") >= 1 && of("original") >= 10, "too few were tried: {told:?}");
    place.sound("mali.balise", "put right again");
}
