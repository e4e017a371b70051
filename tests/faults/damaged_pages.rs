//! F12: bytes that a disk gave back wrongly. The program says so or nothing that matters is lost; it never crashes;
//! and what can still be read comes out.

use crate::place::{Place, Said, opened};
use crate::{Chance, figure, is_long};
use std::path::Path;

const PAGE: usize = 4_096;

/// Fifty bytes of a page are something else.
fn damage(bytes: &[u8], page: usize, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = page * PAGE + chance.below(PAGE - 50);
    for byte in &mut bytes[at..at + 50] {
        *byte = chance.below(256) as u8;
    }
    bytes
}

/// A small library that somebody has worked in.
fn worked_in(place: &Place) -> (Vec<u8>, String) {
    let library = place.library(40);
    place.ok(&["bench", "acts", "mali.balise", "--count", "60", "--seed", "11"]);
    let state = opened(&library).state_hash().expect("a hash");
    (std::fs::read(&library).expect("a library"), state)
}

#[track_caller]
fn never_crashes(said: Said, when: &str) -> Said {
    said.is_orderly(when);
    said
}

#[test]
fn a_damaged_page_is_told_or_costs_nothing_and_the_rest_can_be_salvaged() {
    let (place, mut chance) = (Place::new(), Chance::new("pages"));
    let (sound, state) = worked_in(&place);
    let pages = sound.len() / PAGE;
    let step = if is_long() { 1 } else { 7 };
    let (mut told, mut harmless, mut tried, mut rows, mut least) = (0, 0, 0, 0, usize::MAX);
    for page in (0..pages).step_by(step) {
        let when = format!("page {} of {pages}", page + 1);
        let damaged = place.path("damaged.balise");
        std::fs::write(&damaged, damage(&sound, page, &mut chance)).expect("written");
        tried += 1;
        // Salvaged first: checking may write, salvaging does not.
        let copy = std::fs::read(&damaged).expect("a library");
        let documents = salvaged(&damaged, &when);
        assert_eq!(
            std::fs::read(&damaged).expect("a library"),
            copy,
            "{when}: salvaging wrote to the damaged file"
        );
        let verified = never_crashes(place.run(&["verify", "damaged.balise", "--full"]), &when);
        for args in [&["claims", "damaged.balise"][..], &["search", "damaged.balise", "note"]] {
            never_crashes(place.run(args), &when);
        }
        match verified.code {
            0 => {
                harmless += 1;
                let now = opened(&damaged).state_hash().expect("a hash");
                assert_eq!(now, state, "{when}: decisions changed and verify found nothing");
            }
            _ => told += 1,
        }
        if page > 0 {
            let documents = documents.unwrap_or_else(|e| panic!("{when}: nothing could be salvaged: {e}"));
            (rows, least) = (rows + documents, least.min(documents));
        }
        for file in ["damaged.balise", "damaged.balise-wal", "damaged.balise-shm"] {
            let _ = std::fs::remove_file(place.path(file));
        }
    }
    assert!(told > tried / 6, "verify noticed {told} of {tried} damaged pages only");
    assert!(least >= 20, "one damaged page cost {} of 40 documents", 40 - least);
    figure(&format!(
        "F12 {tried} of {pages} pages damaged in turn: {told} told, {harmless} in bytes that hold nothing; salvaged \
         {rows} of {} documents, {least} of 40 at worst",
        (tried - 1) * 40
    ));
}

/// How many documents came out of a damaged library.
fn salvaged(damaged: &Path, when: &str) -> Result<usize, String> {
    let (new, _) = balise_desk::safety::salvage(damaged, "récupérée").map_err(|e| e.to_string())?;
    let library = opened(&new);
    let documents = library.order("").unwrap_or_else(|e| panic!("{when}: {e}")).len();
    let trashed = library.trashed().expect("the bin").len();
    drop(library);
    std::fs::remove_file(&new).expect("removed");
    Ok(documents + trashed)
}

#[test]
fn a_file_cut_short_is_told_and_never_crashes_the_program() {
    let place = Place::new();
    let (sound, _) = worked_in(&place);
    for part in
        [0, 50, 100, 4_095, 4_096, sound.len() / 3, sound.len() / 2, sound.len() - 4_096, sound.len() - 1]
    {
        let when = format!("{part} of {} bytes", sound.len());
        std::fs::write(place.path("cut.balise"), &sound[..part]).expect("written");
        for args in
            [&["verify", "cut.balise", "--full"][..], &["claims", "cut.balise"], &["undo", "cut.balise"]]
        {
            let said = never_crashes(place.run(args), &when);
            assert!(args[0] != "verify" || said.code != 0, "{when}: verify found nothing");
        }
        for file in ["cut.balise", "cut.balise-wal", "cut.balise-shm"] {
            let _ = std::fs::remove_file(place.path(file));
        }
    }
}
