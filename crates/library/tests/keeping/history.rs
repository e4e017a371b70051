//! The history: acts by name, one undone among many, and where undo ends.

use super::*;
use balise_library::{Error, Standing};

#[test]
fn an_earlier_act_is_undone_while_nothing_later_builds_on_it() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    let first = place.review(&figures[..1], Status::Accepted);
    let second = place.review(&figures[1..], Status::Accepted);
    let third = place.review(&figures[1..], Status::Rejected);
    place.library.undo_act(first, &who()).expect("nothing builds on it");
    let status = |place: &Place| -> Vec<Status> { place.cited(id).iter().map(|c| c.status).collect() };
    assert_eq!(status(&place), [Status::Suggested, Status::Rejected]);
    let refused = place.library.undo_act(second, &who());
    assert!(matches!(&refused, Err(Error::BuiltUpon(Some(act))) if act.kind == "reject"), "{refused:?}");
    assert_eq!(status(&place), [Status::Suggested, Status::Rejected]);
    // Redo takes up what was undone last; then the others are free again.
    place.library.undo_act(third, &who()).expect("the last one");
    place.library.undo_act(second, &who()).expect("free now");
    for _ in 0..3 {
        place.library.redo(&who()).expect("a redo");
    }
    assert_eq!(status(&place), [Status::Accepted, Status::Rejected]);
    place.sound();
}

#[test]
fn an_import_that_was_worked_on_is_not_undone_alone() {
    let mut place = Place::new();
    let (_, figures) = place.import(RETURNS);
    let import = place.library.history(None, 1).expect("a history")[0].seq;
    place.review(&figures[..1], Status::Accepted);
    assert!(matches!(place.library.undo_act(import, &who()), Err(Error::BuiltUpon(_))));
    assert_eq!(place.library.counts().expect("counts").documents, 1);
    place.sound();
}

#[test]
fn the_history_names_who_did_what_and_pages_backwards() {
    let mut place = Place::new();
    let (_, figures) = place.import(RETURNS);
    place.review(&figures[..1], Status::Accepted);
    place.review(&figures[1..], Status::Rejected);
    place.library.undo(&who()).expect("an undo");
    let all = place.library.history(None, 10).expect("a history");
    let told: Vec<_> = all.iter().map(|e| (e.act.kind.as_str(), e.standing, e.coder.as_str())).collect();
    assert_eq!(
        told,
        [
            ("reject", Standing::Undone, "Aïssata K."),
            ("accept", Standing::Stands, "Aïssata K."),
            ("import", Standing::Stands, "Aïssata K."),
        ]
    );
    let earlier = place.library.history(Some(all[1].seq), 10).expect("a history");
    assert_eq!(earlier, all[2..]);
    assert_eq!(all[1].act.params["title"], "Retours : le bilan");
}
