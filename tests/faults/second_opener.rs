//! F10: one library, two programs.

use crate::mounts::Mount;
use crate::place::Place;
use balise_desk::Desk;
use std::path::Path;
use std::time::{Duration, Instant};

/// Whoever comes second is refused within a second, in words, and changes nothing.
fn assert_refused(place: &Place, name: &str, real: &Path) {
    let before = balise_model::ContentHash::of(&std::fs::read(real).expect("a library"));
    for args in [&["claims", name][..], &["import", name, "in"], &["undo", name], &["verify", name]] {
        let start = Instant::now();
        let said = place.run(args);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert!(said.err.contains("déjà ouverte ailleurs"), "{args:?}: {said:?}");
        assert!(start.elapsed() < Duration::from_secs(1), "{args:?}: {:?}", start.elapsed());
    }
    let after = balise_model::ContentHash::of(&std::fs::read(real).expect("a library"));
    assert_eq!(before, after, "{name}: the second opener changed the file");
}

#[test]
fn a_second_program_is_refused_within_a_second_and_writes_nothing() {
    let place = Place::new();
    let real = place.library(20);
    let desk = Desk::open(&real, "A", &place.folders()).expect("the first opener");
    assert_refused(&place, "mali.balise", &real);
    drop(desk);
    place.sound("mali.balise", "closed again");
}

#[cfg(unix)]
#[test]
fn a_link_to_an_open_library_is_the_same_library() {
    let place = Place::new();
    let real = place.library(20);
    std::fs::create_dir(place.path("elsewhere")).expect("a folder");
    let link = place.path("elsewhere/lien.balise");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    let desk = Desk::open(&real, "A", &place.folders()).expect("the first opener");
    assert_refused(&place, "elsewhere/lien.balise", &real);
    drop(desk);
    // And the other way round.
    let desk = Desk::open(&link, "A", &place.folders()).expect("the first opener");
    assert_refused(&place, "mali.balise", &real);
    drop(desk);
    place.sound("mali.balise", "closed again");
}

#[test]
fn a_folder_seen_at_two_places_holds_one_library() {
    let place = Place::new();
    place.library(20);
    std::fs::create_dir(place.path("a")).expect("a folder");
    std::fs::rename(place.path("mali.balise"), place.path("a/mali.balise")).expect("moved");
    let real = place.path("a/mali.balise");
    let Some(_same) = Mount::same(&place.path("a"), &place.path("b")) else { return };
    let desk = Desk::open(&real, "A", &place.folders()).expect("the first opener");
    assert_refused(&place, "b/mali.balise", &real);
    drop(desk);
    place.sound("b/mali.balise", "closed again");
}

/// A second name of the very file has another log and another lock: two writers would ruin it.
#[cfg(unix)]
#[test]
fn a_file_with_a_second_name_is_refused_until_it_has_one() {
    let place = Place::new();
    let real = place.library(20);
    std::fs::create_dir(place.path("elsewhere")).expect("a folder");
    std::fs::hard_link(&real, place.path("elsewhere/double.balise")).expect("a second name");
    for name in ["mali.balise", "elsewhere/double.balise"] {
        let said = place.run(&["undo", name]);
        assert!(said.code == 1 && said.err.contains("second nom"), "{name}: {said:?}");
    }
    std::fs::remove_file(place.path("elsewhere/double.balise")).expect("removed");
    place.sound("mali.balise", "closed again");
    // The second name that a landing copy has for a moment is no obstacle after a kill.
    std::fs::hard_link(&real, place.path(".balise-1-0.partial")).expect("a second name");
    place.sound("mali.balise", "landed, and killed before it had one name");
    assert!(!place.path(".balise-1-0.partial").exists());
}
