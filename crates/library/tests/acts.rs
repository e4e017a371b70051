//! Laws of the journal: undo puts every row back, redo does it again, and what was acknowledged survives a crash.

use balise_library::{Act, Error, Library, Reading, Who};
use balise_model::{
    BlockKind, Bound, ContentHash, Document, DocumentId, Evidence, Figure, FigureId, FigureParts, Metadata,
    Modality, Period, Quantity, Span, Status, Text, Unit,
};
use proptest::prelude::*;
use std::path::Path;
use tempfile::TempDir;

fn who() -> Who {
    Who { coder: "Aïssata K.".to_owned(), replica: "r".to_owned() }
}

/// A library with one document of eight figures.
fn library(folder: &Path) -> (Library, Vec<FigureId>) {
    let mut library = Library::create(&folder.join("mali.balise")).expect("a new library");
    let content: String =
        (0..8).map(|n| format!("En 2020, {} migrants ont été rapatriés. ", 100 + n)).collect();
    let text = Text::new(content.clone(), Vec::new());
    let sentence = content.len() / 8;
    let figures: Vec<Figure> = (0..8)
        .map(|n| {
            let start = n * sentence;
            let number = Span::new(start + 9, start + 12);
            Figure::cut(
                &text,
                FigureParts {
                    sentence: Span::new(start, start + sentence - 1),
                    number,
                    quantity: Quantity {
                        value: 100.0 + n as f64,
                        upper: None,
                        bound: Bound::Exact,
                        unit: Unit::Persons,
                    },
                    indicator: "return.total".to_owned(),
                    population: None,
                    origin: None,
                    destination: None,
                    speaker: None,
                    period: Period::UNKNOWN,
                    modality: Modality::Fact,
                    block: BlockKind::Body,
                    evidence: Evidence::default(),
                    confidence: 0.9,
                },
            )
            .expect("the number stands in its sentence")
        })
        .collect();
    let original = ContentHash::of(content.as_bytes());
    let document = Document {
        id: DocumentId::of(&original),
        original: original.clone(),
        text: text.hash().clone(),
        extractor: "test".to_owned(),
        file: "a.txt".to_owned(),
        language: "fr".to_owned(),
        metadata: Metadata::default(),
    };
    let import = Act::new("import", serde_json::json!({ "count": 1 }));
    let kept = library.transact(import, &who(), |tx| {
        tx.add_original(content.as_bytes())?;
        tx.add_text(&text)?;
        tx.put_document(&document)?;
        tx.set_findings(&text, &Reading { reader: "test", figures: &figures, left_out: 0 })
    });
    kept.expect("an import");
    (library, figures.iter().map(|f| f.id).collect())
}

/// What a person sees: every document, and every figure with what was decided and by whom.
fn state(library: &Library) -> String {
    let figures = library.figures(None).expect("figures");
    let decided: Vec<_> = figures.iter().map(|c| (c.figure.id, c.status, c.verdict.clone())).collect();
    format!("{:?} {decided:?}", library.documents("").expect("documents"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any acts, all undone, all redone: the same at both ends, with a restart in the middle.
    #[test]
    fn undoing_and_redoing_everything_changes_nothing(acts in prop::collection::vec((0_usize..8, any::<bool>(), 0_u8..4), 1..30)) {
        let folder = TempDir::new().expect("a folder");
        let (mut library, ids) = library(folder.path());
        let empty_after_import = state(&library);
        for (figure, accept, then) in acts {
            let status = if accept { Status::Accepted } else { Status::Rejected };
            library.review(&ids[figure..], status, &who()).expect("a review");
            if then == 0 {
                library.undo(&who()).expect("an undo");
            }
        }
        let end = state(&library);
        let mut undone = 0;
        while library.next_undo().expect("a journal").is_some_and(|act| act.kind != "import") {
            library.undo(&who()).expect("an undo");
            undone += 1;
        }
        prop_assert_eq!(state(&library), empty_after_import.clone());
        drop(library);
        let mut library = Library::open(&folder.path().join("mali.balise")).expect("opened again");
        for _ in 0..undone {
            library.redo(&who()).expect("a redo");
        }
        prop_assert_eq!(state(&library), end);
        library.undo(&who()).ok();
        prop_assert!(library.verify(balise_library::Depth::Full).expect("verified").faults.is_empty());
    }
}

#[test]
fn a_new_act_after_an_undo_leaves_nothing_to_redo() {
    let folder = TempDir::new().expect("a folder");
    let (mut library, ids) = library(folder.path());
    library.review(&ids[..1], Status::Accepted, &who()).expect("a review");
    library.undo(&who()).expect("an undo");
    assert!(library.next_redo().expect("a journal").is_some());
    library.review(&ids[1..2], Status::Accepted, &who()).expect("a review");
    assert!(library.next_redo().expect("a journal").is_none());
    assert!(matches!(library.redo(&who()), Err(Error::NothingToRevert)));
}

#[test]
fn an_import_of_several_transactions_is_undone_as_one() {
    let folder = TempDir::new().expect("a folder");
    let (mut library, _) = library(folder.path());
    let document = |n: u8, tx: &mut balise_library::Tx<'_>| {
        let text = Text::new(format!("Texte {n}"), Vec::new());
        let original = tx.add_original(&[n])?;
        tx.add_text(&text)?;
        tx.put_document(&Document {
            id: DocumentId::of(&original),
            original,
            text: text.hash().clone(),
            extractor: "test".to_owned(),
            file: format!("{n}.txt"),
            language: "fr".to_owned(),
            metadata: Metadata::default(),
        })
    };
    let act = |count: u8| Act::new("import", serde_json::json!({ "count": count }));
    let first = library.transact(act(1), &who(), |tx| document(1, tx)).expect("kept");
    let second = library.extend(first.seq, act(2), &who(), |tx| document(2, tx)).expect("kept");
    assert_eq!(first.seq, second.seq);
    assert_eq!(library.documents("").expect("documents").len(), 3);
    assert_eq!(library.undo(&who()).expect("an undo").act.params["count"], 2);
    assert_eq!(library.documents("").expect("documents").len(), 1);
    // An import that was undone while it ran goes on as an act of its own.
    let third = library.extend(first.seq, act(1), &who(), |tx| document(3, tx)).expect("kept");
    assert_ne!(third.seq, first.seq);
    assert_eq!(library.documents("").expect("documents").len(), 2);
}

#[test]
fn a_library_copied_right_after_it_was_made_is_one() {
    let folder = TempDir::new().expect("a folder");
    let library = Library::create(&folder.path().join("mali.balise")).expect("a new library");
    // As after a power cut: what stands in the file alone.
    std::fs::copy(library.path(), folder.path().join("copie.balise")).expect("a copy");
    Library::open(&folder.path().join("copie.balise")).expect("a library");
}
