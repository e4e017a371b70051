//! F09: what cannot be written, and what is pulled out while it is in use.

use crate::killed_acts::{Told, beginning};
use crate::mounts::Mount;
use crate::place::{Place, Said, files_below};
use std::process::Stdio;
use std::time::Duration;

/// Reading works, changing is refused in words, and nothing is made beside the library.
fn assert_readable_only(place: &Place, name: &str, folder: &str) {
    let before = files_below(&place.path(folder));
    for read in [&["claims", name][..], &["verify", name, "--full"], &["search", name, "note"]] {
        place.ok(read);
    }
    assert_eq!(place.json(&["search", name, "note"])["total"], 30);
    place.ok(&["report", name, "-o", "rapport.pdf"]);
    place.ok(&["copy", name, "-o", &format!("copie-de-{}", name.replace('/', "-"))]);
    let claims = place.json(&["claims", name]);
    let id = claims[0]["id"].as_str().expect("an id");
    for change in [&["import", name, "in"][..], &["review", name, "--accept", id], &["undo", name]] {
        let said = place.run(change);
        assert_eq!(said.code, 1, "{change:?}: {said:?}");
        said.is_orderly(&format!("{change:?}"));
        assert!(said.err.contains("lecture seule") || said.err.contains("modifiée"), "{change:?}: {said:?}");
    }
    assert_eq!(files_below(&place.path(folder)), before, "something was made or changed beside the library");
}

#[test]
fn a_library_in_a_folder_that_cannot_be_written_is_read_and_never_changed() {
    let place = Place::new();
    place.library(30);
    place.ok(&["review", "mali.balise", "--accept-above", "0.2"]);
    let Some(disk) = Mount::small(&place.path("stick"), 8 * 1024) else { return };
    std::fs::copy(place.path("mali.balise"), place.path("stick/mali.balise")).expect("a copy");
    disk.lock();
    assert_readable_only(&place, "stick/mali.balise", "stick");
    disk.unlock();
    place.sound("stick/mali.balise", "writable again");
}

#[test]
fn a_library_of_an_earlier_balise_is_read_where_it_cannot_be_brought_up_to_date() {
    let place = Place::new();
    let Some(disk) = Mount::small(&place.path("stick"), 8 * 1024) else { return };
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo test sets CARGO_MANIFEST_DIR");
    std::fs::copy(format!("{root}/tests/libraries/schema-2.balise"), place.path("stick/ancienne.balise"))
        .expect("a copy");
    let before = std::fs::read(place.path("stick/ancienne.balise")).expect("the library");
    disk.lock();
    assert_eq!(place.json(&["claims", "stick/ancienne.balise"]).as_array().map(Vec::len), Some(4));
    let refused = place.run(&["undo", "stick/ancienne.balise"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert_eq!(std::fs::read(place.path("stick/ancienne.balise")).expect("the library"), before);
}

#[test]
fn a_library_file_that_cannot_be_written_is_read_and_never_changed() {
    let place = Place::new();
    let library = place.library(30);
    place.ok(&["review", "mali.balise", "--accept-above", "0.2"]);
    std::fs::create_dir(place.path("shelf")).expect("a folder");
    let Some(file) = Mount::same(&library, &place.path("shelf/mali.balise")) else { return };
    file.lock();
    assert_readable_only(&place, "shelf/mali.balise", "shelf");
}

#[test]
fn a_stick_pulled_out_while_deciding_has_every_act_that_was_told() {
    let place = Place::new();
    place.library(30);
    std::fs::create_dir(place.path("inside")).expect("a folder");
    std::fs::rename(place.path("mali.balise"), place.path("inside/mali.balise")).expect("moved");
    for round in 0_u64..3 {
        let when = format!("round {round}");
        let begun = beginning(&place, "inside/mali.balise");
        let Some(stick) = Mount::same(&place.path("inside"), &place.path("stick")) else { return };
        let mut command = place.command();
        let seed = (7 + round).to_string();
        command.args(["bench", "acts", "stick/mali.balise", "--count", "1000", "--seed", &seed]);
        let child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        std::thread::sleep(begun + Duration::from_millis(50 + 100 * round));
        stick.pull();
        let said = Said::of(child.wait_with_output().expect("it ends"));
        said.is_orderly(&when);
        let told = Told::of(&said).expect("it had begun");
        assert!(said.code == 1 && told.acts < 1_000, "{when}: it did not notice: {said:?}");
        // Put back in, under the name it has inside.
        told.holds(&place, "inside/mali.balise", &when);
        place.sound("inside/mali.balise", &when);
    }
}
