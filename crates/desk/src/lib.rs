//! What both doors share, the window and the command line: a library with its index, and the calls on them.
//! `read` and `add` are in [`import`], `review` and `undo` here, `correct` and `make` in [`correct`], `series`, `draw`
//! and the report in [`exports`].

pub mod analyse;
pub mod contract;
mod correct;
pub mod exports;
mod folders;
pub mod import;
mod preferences;
mod problems;
mod sample;
pub mod score;

pub use correct::{Proposal, Written};

pub use balise_charts as charts;
pub use balise_ingest as ingest;
pub use balise_library as library;
pub use balise_report as report;
pub use balise_search as search;
pub use folders::Folders;
pub use preferences::{Preferences, Recent, Theme};
pub use problems::{Error, problem, problem_of};
pub use sample::{SAMPLE_NAME, make_sample};

use balise_library::{Access, Act, Depth, Done, Library, Verified, Who};
use balise_model::{Cited, ContentHash, DocumentId, FigureId, Span, Status, Text};
use balise_search::{Entry, Mode, Searcher};
use std::path::Path;

/// A library open on the desk, with its index.
pub struct Desk {
    library: Library,
    searcher: Searcher,
    who: Who,
}

/// A hit shown in its sentence.
#[derive(Clone, Debug)]
pub struct Hit {
    pub document: DocumentId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<balise_model::Edge>,
    pub sentence: String,
    /// The words found, as bytes of `sentence`.
    pub found: Vec<Span>,
}

impl Desk {
    /// Makes a new library and opens it.
    pub fn create(path: &Path, coder: &str, folders: &Folders) -> Result<Self, Error> {
        Self::with(Library::create(path)?, coder, folders)
    }

    /// Opens a library; what is derived from it is brought up to date.
    pub fn open(path: &Path, coder: &str, folders: &Folders) -> Result<Self, Error> {
        let mut desk = Self::with(Library::open(path)?, coder, folders)?;
        desk.read_again()?;
        Ok(desk)
    }

    fn with(library: Library, coder: &str, folders: &Folders) -> Result<Self, Error> {
        let id = library.id()?;
        let searcher = match library.access() {
            Access::Write => Searcher::open(&folders.index(&id, library.path())),
            Access::ReadOnly => Searcher::in_memory(),
        };
        // An index that cannot be kept (no place, no rights) is made in memory: search works all the same.
        let searcher = searcher.or_else(|e| {
            tracing::warn!("index kept in memory: {e}");
            Searcher::in_memory()
        })?;
        let who = Who { coder: coder.to_owned(), replica: folders.replica(&id, library.path()) };
        let mut desk = Self { library, searcher, who };
        desk.catch_up()?;
        Ok(desk)
    }

    pub fn library(&self) -> &Library {
        &self.library
    }

    pub fn who(&self) -> &Who {
        &self.who
    }

    pub fn set_coder(&mut self, coder: &str) {
        coder.clone_into(&mut self.who.coder);
    }

    /// Accepts or rejects figures as one act.
    pub fn review(&mut self, figures: &[FigureId], status: Status) -> Result<Done<()>, Error> {
        Ok(self.library.review(figures, status, &self.who)?)
    }

    /// Suggested figures at least so sure, for a bulk decision.
    pub fn suggested_above(&self, confidence: f64) -> Result<Vec<FigureId>, Error> {
        let sure = |c: &Cited| c.status == Status::Suggested && c.figure.confidence >= confidence;
        Ok(self.library.figures(None)?.into_iter().filter(sure).map(|c| c.figure.id).collect())
    }

    pub fn undo(&mut self) -> Result<Done<()>, Error> {
        let done = self.library.undo(&self.who)?;
        self.catch_up()?;
        Ok(done)
    }

    pub fn redo(&mut self) -> Result<Done<()>, Error> {
        let done = self.library.redo(&self.who)?;
        self.catch_up()?;
        Ok(done)
    }

    pub fn verify(&self, depth: Depth) -> Result<Verified, Error> {
        Ok(self.library.verify(depth)?)
    }

    /// Documents that hold every word, best first, each with its best sentence; and how many there are in all.
    pub fn search(&self, query: &str, mode: Mode, limit: usize) -> Result<(usize, Vec<Hit>), Error> {
        let hits = self.searcher.search(query, mode, limit)?;
        let mut out = Vec::with_capacity(hits.ids.len());
        for id in hits.ids {
            let Ok(id) = id.parse().map(DocumentId) else { continue };
            // The index may name what the library no longer has; it is only derived.
            let Ok(document) = self.library.document(id) else { continue };
            let text = self.library.text(&document.text)?;
            let found = balise_search::best_sentence(&text, query, mode);
            let span = found.as_ref().map(|f| f.sentence);
            let sentence = span.and_then(|s| s.of(text.content())).unwrap_or(document.title()).to_owned();
            let back = |w: &Span| {
                Span::new(w.start - span.map_or(0, |s| s.start), w.end - span.map_or(0, |s| s.start))
            };
            out.push(Hit {
                document: id,
                title: document.title().to_owned(),
                outlet: document.metadata.outlet.as_ref().map(|o| o.value.clone()),
                published: document.published(),
                found: found.map(|f| f.words.iter().map(back).collect()).unwrap_or_default(),
                sentence,
            });
        }
        Ok((hits.total, out))
    }

    /// Tells the index what acts it has not heard of yet changed; builds it when it is new.
    pub(crate) fn catch_up(&mut self) -> Result<(), Error> {
        let (heard, now) = (self.searcher.generation(), self.library.generation()?);
        if heard == now {
            return Ok(());
        }
        let ids = match heard {
            // An index ahead of its library belongs to a newer copy of the file: begin anew.
            0.. if heard > now => {
                self.searcher.clear()?;
                self.library.document_ids()?.iter().map(ToString::to_string).collect()
            }
            0.. => self.library.documents_touched_since(heard)?,
            _ => self.library.document_ids()?.iter().map(ToString::to_string).collect(),
        };
        let (mut texts, mut removed) = (Vec::new(), Vec::new());
        for id in ids {
            match id.parse().ok().map(|uuid| self.library.document(DocumentId(uuid))) {
                Some(Ok(document)) => {
                    let body = read_blocks(&self.library.text(&document.text)?);
                    texts.push((id, document.title().to_owned(), body));
                }
                _ => removed.push(id),
            }
        }
        let entries: Vec<Entry<'_>> =
            texts.iter().map(|(id, title, body)| Entry { id, title, body }).collect();
        Ok(self.searcher.update(&entries, &removed, now)?)
    }

    /// Texts that an older reader read are read again; decisions are untouched.
    fn read_again(&mut self) -> Result<(), Error> {
        if self.library.access() == Access::ReadOnly {
            return Ok(());
        }
        let texts: Vec<ContentHash> = self.library.texts_to_read_again(balise_text::READER)?;
        for hash in texts {
            let text = self.library.text(&hash)?;
            let findings = balise_text::analyse(&text, self.library.published_of(&hash)?);
            self.library.replace_findings(
                &hash,
                balise_text::READER,
                &findings.figures,
                findings.left_out,
            )?;
        }
        Ok(())
    }
}

/// What can be searched: the article, not what was set aside.
fn read_blocks(text: &Text) -> String {
    let words =
        text.blocks().iter().filter(|b| !b.kind.is_set_aside()).filter_map(|b| b.span.of(text.content()));
    words.collect::<Vec<_>>().join("\n")
}

/// The act as its words: "chiffre accepté", "3 documents importés".
pub fn act_in_words(lang: balise_words::Lang, act: &Act) -> String {
    let count = act.params["count"].as_i64().unwrap_or(1);
    balise_words::text_with(lang, &format!("act-{}", act.kind), &balise_words::args([("count", count)]))
}
