//! What both doors share, the window and the command line: a library with its index, and the calls on them.
//! `read` and `add` are in [`import`], `review` and `undo` here, `correct` and `make` in [`correct`], `series`, `draw`
//! and the report in [`exports`].

pub mod analyse;
pub mod contract;
mod correct;
pub mod exports;
mod folders;
pub mod import;
mod index;
pub mod list;
mod preferences;
mod problems;
mod reader;
mod renew;
pub mod safety;
mod sample;
pub mod score;

pub use correct::{Proposal, Written};

pub use balise_charts as charts;
pub use balise_ingest as ingest;
pub use balise_library as library;
pub use balise_report as report;
pub use balise_search as search;
pub use folders::Folders;
pub use index::Indexer;
pub use preferences::{Preferences, Recent, Theme};
pub use problems::{Error, problem, problem_of};
pub use reader::{Hit, Reader};
pub use renew::{Piece, PieceKind, difference};
pub use sample::{SAMPLE_NAME, make_sample};

use balise_library::{Access, Act, Done, Error as LibraryError, Library, Who};
use balise_model::{DocumentId, FigureId, Status};
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A library open on the desk: it reads, through a connection of its own, and it writes.
pub struct Desk {
    reader: Reader,
    // Closed after the reader, so that the last connection folds the log into the file.
    library: Library,
    indexer: Arc<Mutex<Indexer>>,
    who: Who,
    folders: Folders,
}

impl Deref for Desk {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Desk {
    /// Makes a new library and opens it.
    pub fn create(path: &Path, coder: &str, folders: &Folders) -> Result<Self, Error> {
        Self::with(Library::create(path)?, coder, folders)
    }

    /// Opens a library; one of an earlier Balise is brought up to date first, after a verified copy. What is derived
    /// from it may be behind: see [`Desk::read_again`] and [`Desk::catch_up`].
    pub fn open(path: &Path, coder: &str, folders: &Folders) -> Result<Self, Error> {
        let library = match Library::open(path) {
            Err(LibraryError::Older { path, .. }) => safety::up_to_date(&path, coder, folders)?,
            opened => opened?,
        };
        Self::with(library, coder, folders)
    }

    fn with(library: Library, coder: &str, folders: &Folders) -> Result<Self, Error> {
        let id = library.id()?;
        let indexer = Indexer::open(&library, folders)?;
        let reader = Reader::new(library.view()?, indexer.finder());
        // Someone answers for every decision.
        let coder = if coder.trim().is_empty() { "?" } else { coder };
        let who = Who { coder: coder.to_owned(), replica: folders.replica(&id, library.path()) };
        Ok(Self { reader, library, indexer: Arc::new(Mutex::new(indexer)), who, folders: folders.clone() })
    }

    pub fn library(&self) -> &Library {
        &self.library
    }

    pub fn is_read_only(&self) -> bool {
        self.library.access() == Access::ReadOnly
    }

    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// Another reader, for whoever must not wait for this desk.
    pub fn reader(&self) -> Result<Reader, Error> {
        Ok(Reader::new(self.library.view()?, self.reader.finder()))
    }

    /// The index's writing side, for whoever keeps it up to date beside this desk.
    pub fn indexer(&self) -> Arc<Mutex<Indexer>> {
        Arc::clone(&self.indexer)
    }

    pub fn who(&self) -> &Who {
        &self.who
    }

    pub fn set_coder(&mut self, coder: &str) {
        if !coder.trim().is_empty() {
            coder.clone_into(&mut self.who.coder);
        }
    }

    /// Accepts or rejects figures as one act.
    pub fn review(&mut self, figures: &[FigureId], status: Status) -> Result<Done<()>, Error> {
        Ok(self.library.review(figures, status, &self.who)?)
    }

    pub fn undo(&mut self) -> Result<Done<()>, Error> {
        Ok(self.library.undo(&self.who)?)
    }

    /// Undoes one earlier act, while nothing later builds on it.
    pub fn undo_act(&mut self, seq: i64) -> Result<Done<()>, Error> {
        Ok(self.library.undo_act(seq, &self.who)?)
    }

    pub fn redo(&mut self) -> Result<Done<()>, Error> {
        Ok(self.library.redo(&self.who)?)
    }

    /// Puts documents in the bin.
    pub fn trash(&mut self, documents: &[DocumentId]) -> Result<Done<()>, Error> {
        Ok(self.library.trash(documents, &self.who)?)
    }

    /// Takes documents out of the bin.
    pub fn restore(&mut self, documents: &[DocumentId]) -> Result<Done<()>, Error> {
        Ok(self.library.restore(documents, &self.who)?)
    }

    /// Tells the index what it has not heard of yet.
    pub fn catch_up(&self) -> Result<(), Error> {
        let mut indexer = self.indexer.lock().unwrap_or_else(PoisonError::into_inner);
        indexer.catch_up(self.reader.view(), |_| true).map(|_| ())
    }

    /// Reads again, all at once, what older rules read: texts by an older reader, originals by an older extractor.
    pub fn read_again(&mut self) -> Result<(), Error> {
        if self.library.access() == Access::ReadOnly {
            return Ok(());
        }
        let mut last = None;
        while let Some(id) = self.extract_some_again(last)? {
            last = Some(id);
        }
        while self.read_some_again()? > 0 {}
        Ok(())
    }
}

/// The act as its words: "chiffre accepté", "3 documents importés".
pub fn act_in_words(lang: balise_words::Lang, act: &Act) -> String {
    let count = act.params["count"].as_i64().unwrap_or(1);
    balise_words::text_with(lang, &format!("act-{}", act.kind), &balise_words::args([("count", count)]))
}
