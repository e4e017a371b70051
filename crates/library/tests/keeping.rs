//! What a library keeps, and how it keeps it: texts in versions, the bin, the history, the file itself.

#[path = "keeping/bin.rs"]
mod bin;
#[path = "keeping/counts.rs"]
mod counts;
#[path = "keeping/file.rs"]
mod file;
#[path = "keeping/history.rs"]
mod history;
#[path = "keeping/migration.rs"]
mod migration;
#[path = "keeping/repair.rs"]
mod repair;
#[path = "keeping/versions.rs"]
mod versions;

use balise_library::{Act, Depth, Library, Reading, Tx, Who};
use balise_model::{
    Cited, ContentHash, Document, DocumentId, Evidenced, FigureId, Metadata, SetBy, Status, Text,
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const RETURNS: &str = "Retours : le bilan\n\nDepuis 2017, plus de 44.000 Maliens ont été rapatriés. \
                       En 2024, 5.684 migrants ont été rapatriés.\n";
const KAYES: &str = "À Kayes\n\nEn 2023, 320 migrants ont été rapatriés.\n";

/// A library in a folder of its own.
struct Place {
    folder: TempDir,
    library: Library,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let library = Library::create(&folder.path().join("mali.balise")).expect("a new library");
        Self { folder, library }
    }

    fn path(&self) -> PathBuf {
        self.library.path().to_owned()
    }

    /// Closes the library, does something to its file, and opens it again.
    fn reopened(self, between: impl FnOnce(&Path)) -> Self {
        let (folder, path) = (self.folder, self.library.path().to_owned());
        drop(self.library);
        between(&path);
        let library = Library::open(&path).expect("opened again");
        Self { folder, library }
    }

    /// Keeps an article as an act; its figures are those that the reader reads.
    fn import(&mut self, content: &str) -> (DocumentId, Vec<FigureId>) {
        let (document, text) = article(content);
        let id = document.id;
        let act = Act::new("import", serde_json::json!({ "count": 1 }));
        let done = self.library.transact(act, &who(), |tx| {
            tx.add_original(&original(content))?;
            tx.add_text(&text)?;
            tx.put_document(&document)?;
            read(tx, &text)
        });
        done.expect("an import");
        (id, self.library.figures_of(id).expect("figures").iter().map(|c| c.figure.id).collect())
    }

    fn review(&mut self, figures: &[FigureId], status: Status) -> i64 {
        self.library.review(figures, status, &who()).expect("a review").seq
    }

    fn cited(&self, document: DocumentId) -> Vec<Cited> {
        self.library.figures_of(document).expect("figures")
    }

    fn sound(&self) {
        let faults = self.library.verify(Depth::Full).expect("verified").faults;
        assert!(faults.is_empty(), "{faults:?}");
    }
}

fn who() -> Who {
    Who { coder: "Aïssata K.".to_owned(), replica: "r".to_owned() }
}

/// The file of a text: other bytes than the text, as most are.
fn original(content: &str) -> Vec<u8> {
    format!("\u{feff}{content}").into_bytes()
}

fn article(content: &str) -> (Document, Text) {
    let text = Text::new(content.to_owned(), balise_text::blocks(content));
    let original = ContentHash::of(&original(content));
    let title = content.lines().next().unwrap_or_default().to_owned();
    let metadata =
        Metadata { title: Some(Evidenced::new(title, "title", SetBy::Text)), ..Metadata::default() };
    let document = Document {
        id: DocumentId::of(&original),
        original,
        text: text.hash().clone(),
        extractor: "test".to_owned(),
        file: "a.txt".to_owned(),
        language: "fr".to_owned(),
        metadata,
    };
    (document, text)
}

fn read(tx: &mut Tx<'_>, text: &Text) -> Result<(), balise_library::Error> {
    let found = balise_text::analyse(text, None);
    tx.set_findings(text, &Reading { reader: "test", figures: &found.figures, left_out: found.left_out })
}
