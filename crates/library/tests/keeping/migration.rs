//! Every schema that was ever released opens, with everything in it.

use super::*;
use balise_library::{Error, SCHEMA, Standing, migrate, schema_of};

fn schema_2(folder: &Path) -> PathBuf {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let path = folder.join("ancienne.balise");
    std::fs::copy(Path::new(&root).join("../../tests/libraries/schema-2.balise"), &path)
        .expect("the fixture");
    path
}

#[test]
fn a_library_of_schema_2_keeps_its_figures_and_its_history_ends_undo_at_the_line() {
    let folder = TempDir::new().expect("a folder");
    let path = schema_2(folder.path());
    assert!(matches!(Library::open(&path), Err(Error::Older { found: 2, .. })));
    let copy = folder.path().join("copies/avant.balise");
    migrate(&path, &copy, &who()).expect("brought up to date");
    assert_eq!((schema_of(&copy).expect("a library"), schema_of(&path).expect("a library")), (2, SCHEMA));
    let mut library = Library::open(&path).expect("opened");
    let figures = library.decisions(None).expect("figures");
    let told: Vec<_> = figures.iter().map(|c| (c.figure.quantity.value, c.status)).collect();
    use Status::{Accepted, Corrected, Rejected};
    assert_eq!(
        told,
        [(18_000.0, Accepted), (60_000.0, Accepted), (44_000.0, Corrected), (33_000.0, Rejected)]
    );
    assert!(library.verify(Depth::Full).expect("verified").faults.is_empty());
    let history = library.history(None, 10).expect("a history");
    assert_eq!((history[0].act.kind.as_str(), history.len()), ("migrate", 6));
    assert!(history.iter().all(|e| e.standing != Standing::Stands));
    assert!(matches!(library.undo(&who()), Err(Error::NothingToRevert)));
    assert!(matches!(library.undo_act(history[1].seq, &who()), Err(Error::Fixed | Error::NothingToRevert)));
    // New acts can be undone, down to the line.
    library.review(&[figures[0].figure.id], Rejected, &who()).expect("a review");
    library.undo(&who()).expect("an undo");
    assert!(library.verify(Depth::Full).expect("verified").faults.is_empty());
}

#[test]
fn a_migration_that_cannot_keep_a_copy_does_not_begin() {
    let folder = TempDir::new().expect("a folder");
    let path = schema_2(folder.path());
    let copy = folder.path().join("occupé.balise");
    std::fs::write(&copy, "autre chose").expect("written");
    let before = std::fs::read(&path).expect("the file");
    assert!(migrate(&path, &copy, &who()).is_err());
    assert_eq!(schema_of(&path).expect("a library"), 2);
    assert_eq!(std::fs::read(&path).expect("the file").len(), before.len());
    assert_eq!(std::fs::read(&copy).expect("the file"), b"autre chose");
}
