//! The bin: out of every count, back whole, and gone for good when it is emptied.

use super::*;
use jiff::Timestamp;

#[test]
fn what_is_in_the_bin_counts_nowhere_and_comes_back_whole() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    place.import(KAYES);
    place.review(&figures[..1], Status::Accepted);
    let before = (place.library.counts().expect("counts"), place.library.state_hash().expect("a state"));
    assert_eq!(place.library.counted_in(&[id]).expect("figures").len(), 1);
    place.library.trash(&[id], &who()).expect("in the bin");
    let counts = place.library.counts().expect("counts");
    assert_eq!((counts.documents, counts.trashed, counts.accepted, counts.open), (1, 1, 0, 1));
    assert_eq!(place.library.decisions(None).expect("figures"), []);
    assert_eq!(place.library.figures(None).expect("figures").len(), 1);
    assert_eq!(place.library.documents("").expect("a list").len(), 1);
    place.sound();
    place.library.restore(&[id], &who()).expect("out of it");
    assert_eq!(
        (place.library.counts().expect("counts"), place.library.state_hash().expect("a state")),
        before
    );
    place.sound();
}

#[test]
fn what_is_removed_for_good_leaves_nothing_in_the_file() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    place.import(KAYES);
    place.review(&figures, Status::Accepted);
    place.review(&figures[..1], Status::Rejected);
    place.library.trash(&[id], &who()).expect("in the bin");
    // A day ago: too recent to be removed by a limit of thirty days.
    let yesterday = Timestamp::now().checked_sub(jiff::SignedDuration::from_hours(24)).expect("a day");
    assert_eq!(place.library.purge(yesterday, &who()).expect("purged"), 0);
    assert_eq!(place.library.purge(Timestamp::MAX, &who()).expect("purged"), 1);
    place.sound();
    let counts = place.library.counts().expect("counts");
    assert_eq!((counts.documents, counts.trashed), (1, 0));
    // The other import still can be undone; what touched the removed one cannot.
    assert_eq!(place.library.next_undo().expect("a journal").map(|a| a.kind), Some("import".to_owned()));
    let place = place.reopened(|path| {
        let bytes = std::fs::read(path).expect("the file");
        for words in ["44.000 Maliens", "5.684 migrants", "Retours : le bilan"] {
            assert!(!bytes.windows(words.len()).any(|w| w == words.as_bytes()), "{words} is still there");
        }
    });
    place.sound();
}

#[test]
fn compacting_drops_what_nothing_shows_and_keeps_the_rest() {
    let mut place = Place::new();
    place.import(RETURNS);
    place.import(KAYES);
    place.library.undo(&who()).expect("an undo");
    assert_eq!(
        place.library.verify(Depth::Full).expect("verified").texts,
        2,
        "an undone import is only hidden"
    );
    place.library.compact().expect("compacted");
    let report = place.library.verify(Depth::Full).expect("verified");
    assert_eq!((report.texts, report.originals, report.faults.len()), (1, 1, 0));
    assert!(place.library.redo(&who()).is_err(), "what was dropped cannot come back");
}
