//! The file itself: moved while it is open, copied, newer than the program, read by others while it is written.

use super::*;
use balise_library::Error;

#[test]
fn a_library_moved_while_it_is_open_is_noticed_and_what_was_saved_is_in_it() {
    let mut place = Place::new();
    let (_, figures) = place.import(RETURNS);
    place.review(&figures[..1], Status::Accepted);
    let moved = place.folder.path().join("ailleurs.balise");
    std::fs::rename(place.path(), &moved).expect("moved");
    let refused = place.library.review(&figures[1..], Status::Accepted, &who());
    assert!(matches!(refused, Err(Error::Moved(_))), "{refused:?}");
    let Place { folder, library } = place;
    drop(library);
    // Alone, as a stick taken elsewhere has it.
    let alone = folder.path().join("seul/mali.balise");
    std::fs::create_dir(folder.path().join("seul")).expect("a folder");
    std::fs::copy(&moved, &alone).expect("copied");
    let library = Library::open(&alone).expect("opened");
    assert_eq!(library.counts().expect("counts").accepted, 1);
    assert!(library.verify(Depth::Full).expect("verified").faults.is_empty());
}

#[test]
fn a_newer_library_is_refused_untouched_and_says_what_made_it() {
    let place = Place::new();
    let path = place.path();
    let Place { folder: _folder, library } = place;
    drop(library);
    let db = rusqlite::Connection::open(&path).expect("a database");
    db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99; UPDATE library SET value = '7.2.0' WHERE key = 'balise'")
        .expect("made newer");
    drop(db);
    let before = std::fs::read(&path).expect("the file");
    let refused = Library::open(&path);
    assert!(
        matches!(&refused, Err(Error::Newer { found: 99, by, .. }) if by == "7.2.0"),
        "{:?}",
        refused.err()
    );
    assert_eq!(std::fs::read(&path).expect("the file"), before);
}

#[test]
fn a_reader_sees_whole_acts_and_does_not_wait() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    let view = place.library.view().expect("a view");
    let seen = view.still(|view| {
        let before = view.counts()?.accepted;
        // An act is done while this moment is being looked at.
        place.library.review(&figures, Status::Accepted, &who())?;
        Ok::<_, Error>((before, view.counts()?.accepted))
    });
    assert_eq!(seen.expect("read"), (0, 0));
    assert_eq!(view.counts().expect("counts").accepted, 2);
    assert_eq!(view.figures_of(id).expect("figures").len(), 2);
}

#[test]
fn two_links_to_a_library_are_one_library() {
    let place = Place::new();
    #[cfg(unix)]
    {
        let link = place.folder.path().join("lien.balise");
        std::os::unix::fs::symlink(place.path(), &link).expect("a link");
        assert!(matches!(Library::open(&link), Err(Error::OpenElsewhere { .. })));
    }
    assert!(matches!(Library::open(&place.path()), Err(Error::OpenElsewhere { .. })));
}
