//! What another hand, or a disk, changed is told with its document and place, and mended where the right thing can be
//! proved.

use super::*;

fn changed(place: Place, from: &str, to: &str) -> Place {
    place.reopened(|path| {
        let mut bytes = std::fs::read(path).expect("the file");
        let at =
            bytes.windows(from.len()).rposition(|w| w == from.as_bytes()).expect("it stands in the file");
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        std::fs::write(path, bytes).expect("written");
    })
}

fn accepted() -> (Place, PathBuf) {
    let mut place = Place::new();
    let (_, figures) = place.import(RETURNS);
    place.review(&figures, Status::Accepted);
    let copies = place.folder.path().join("copies");
    let backup = place.library.back_up(&copies, &jiff::Zoned::now()).expect("a backup");
    (place, backup.path)
}

#[test]
fn one_changed_digit_in_a_quote_is_told_with_document_and_byte() {
    let (place, backup) = accepted();
    let mut place = changed(place, "plus de 44.000 Maliens", "plus de 94.000 Maliens");
    let report = place.library.verify(Depth::Full).expect("verified");
    let broken = report.faults.iter().find(|f| f.code == "quote-broken").expect("told");
    let at = RETURNS.find("44.000").expect("it stands there");
    assert_eq!((broken.document.as_deref(), broken.offset), (Some("Retours : le bilan"), Some(at)));
    // The seal of the journal proves what stood there: the backup has it.
    let left = place.library.repair(&[&backup], &|_, _| None).expect("repaired");
    assert_eq!(left.faults, []);
    assert!(
        place.cited(place.library.documents("").expect("a list")[0].id)[0]
            .figure
            .quote
            .words()
            .contains("44.000")
    );
}

#[test]
fn a_damaged_text_is_read_again_from_its_original() {
    let (mut place, _) = accepted();
    let db = rusqlite::Connection::open(place.path()).expect("a second hand");
    db.execute_batch("UPDATE text SET packed = zeroblob(20)").expect("damaged");
    drop(db);
    let report = place.library.verify(Depth::Full).expect("verified");
    let codes: Vec<&str> = report.faults.iter().map(|f| f.code).collect();
    assert!(codes.contains(&"text-changed") && codes.contains(&"quote-broken"), "{codes:?}");
    let extract = |_: &Document, bytes: &[u8]| {
        let content = String::from_utf8(bytes.to_vec()).ok()?.trim_start_matches('\u{feff}').to_owned();
        let blocks = balise_text::blocks(&content);
        Some(Text::new(content, blocks))
    };
    assert_eq!(place.library.repair(&[], &extract).expect("repaired").faults, []);
}

#[test]
fn a_lost_original_comes_from_a_backup_and_without_one_is_still_told() {
    let (mut place, backup) = accepted();
    let db = rusqlite::Connection::open(place.path()).expect("a second hand");
    db.execute_batch("UPDATE original SET packed = zeroblob(9); UPDATE tally SET n = 70").expect("damaged");
    drop(db);
    let none = |_: &Document, _: &[u8]| None;
    let left = place.library.repair(&[], &none).expect("repaired");
    let codes: Vec<&str> = left.faults.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["original-changed"], "counts are mended, the original cannot be");
    assert_eq!(place.library.repair(&[&backup], &none).expect("repaired").faults, []);
}

#[test]
fn a_plain_file_that_is_its_own_text_is_kept_once_and_mended_from_a_backup() {
    let mut place = Place::new();
    let (document, text) = article(KAYES);
    let bytes = KAYES.as_bytes();
    let document = Document { original: ContentHash::of(bytes), ..document };
    let kept = place.library.transact(Act::new("import", serde_json::json!({ "count": 1 })), &who(), |tx| {
        tx.add_original(bytes)?;
        tx.add_text(&text)?;
        tx.put_document(&document)?;
        read(tx, &text)
    });
    kept.expect("an import");
    assert_eq!(place.library.text(text.hash()).expect("read"), text);
    let copies = place.folder.path().join("copies");
    let backup = place.library.back_up(&copies, &jiff::Zoned::now()).expect("a backup");
    let db = rusqlite::Connection::open(place.path()).expect("a second hand");
    let once: bool = db.query_row("SELECT packed IS NULL FROM text", [], |row| row.get(0)).expect("a text");
    assert!(once);
    db.execute_batch("UPDATE original SET packed = zeroblob(9)").expect("damaged");
    drop(db);
    assert!(!place.library.verify(Depth::Full).expect("verified").faults.is_empty());
    assert_eq!(place.library.repair(&[&backup.path], &|_, _| None).expect("repaired").faults, []);
}
