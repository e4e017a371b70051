//! Bringing files in: each is read and analysed on its own, then kept in one transaction; the whole import is one
//! act. One bad file never stops the rest; stopping finishes the current file, and the queue in the library lets
//! the next start go on.

use balise_ingest::LARGEST;
use balise_library::{Act, Tx};
use balise_model::{ContentHash, Document, DocumentId, Origin, Problem, SetBy, Text};
use balise_text::Findings;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::renew::reading;
use crate::{Desk, Error, problem};

/// What became of one file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Item {
    pub file: String,
    pub outcome: Outcome,
    pub document: Option<DocumentId>,
    /// Suggested figures.
    pub figures: usize,
    pub set_aside: usize,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Read,
    /// The same bytes were there already.
    Known,
    /// Kept, with something to look at (no date found, not French).
    Check,
    /// Not kept; `problems` says why.
    Refused,
}

/// A file read and analysed, ready to be kept. Making one needs no library: many can be made at once.
pub struct Prepared {
    path: PathBuf,
    name: String,
    read: Result<Box<Article>, Problem>,
}

struct Article {
    bytes: Vec<u8>,
    text: Text,
    findings: Findings,
    document: Document,
    problems: Vec<Problem>,
}

/// An import under way: which act its documents belong to.
#[derive(Default)]
pub struct Run {
    act: Option<i64>,
    kept: usize,
}

/// The files behind what a person dropped: folders are opened, hidden files and links left out.
pub fn expand(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut todo: Vec<PathBuf> = paths.iter().rev().cloned().collect();
    while let Some(path) = todo.pop() {
        if !path.is_dir() {
            out.push(path);
            continue;
        }
        let mut inside: Vec<PathBuf> = std::fs::read_dir(&path)
            .map(|entries| entries.filter_map(|e| Some(e.ok()?.path())).collect())
            .unwrap_or_default();
        let hidden = |p: &Path| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        inside.retain(|p| !hidden(p) && !p.is_symlink());
        inside.sort();
        todo.extend(inside.into_iter().rev());
    }
    out
}

/// Reads and analyses one file.
pub fn prepare(path: &Path) -> Prepared {
    let name =
        path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let read = load(path).and_then(|bytes| read_safely(bytes, &name));
    Prepared { path: path.to_owned(), name, read }
}

/// Reads and analyses several files on all cores, in order.
pub fn prepare_all(paths: &[PathBuf]) -> Vec<Prepared> {
    paths.par_iter().map(|path| prepare(path)).collect()
}

/// The same for bytes that are already here: the sample's articles.
pub(crate) fn prepare_bytes(name: &str, bytes: &[u8]) -> Prepared {
    let read = read_safely(bytes.to_vec(), name);
    Prepared { path: PathBuf::from(name), name: name.to_owned(), read }
}

/// One file that breaks its reader must not break the import.
fn read_safely(bytes: Vec<u8>, name: &str) -> Result<Box<Article>, Problem> {
    let broken = |_| Problem::new("file-broke-reader").with("file", name);
    std::panic::catch_unwind(|| article(bytes, name).map(Box::new)).unwrap_or_else(|e| Err(broken(e)))
}

fn load(path: &Path) -> Result<Vec<u8>, Problem> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let metadata = std::fs::metadata(path).map_err(|e| problem(&Error::io(path)(e)))?;
    if !metadata.is_file() {
        // A device or a pipe has no end, or never begins.
        return Err(Problem::new("file-not-regular").with("file", name));
    }
    if metadata.len() > LARGEST {
        let megabytes = LARGEST / (1024 * 1024);
        return Err(Problem::new("file-too-big").with("file", name).with("limit", megabytes));
    }
    // Counted while reading: a file may grow, or not be what it says.
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = std::fs::File::open(path).map_err(|e| problem(&Error::io(path)(e)))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| problem(&Error::io(path)(e)))?;
    Ok(bytes)
}

fn article(bytes: Vec<u8>, name: &str) -> Result<Article, Problem> {
    let read = balise_ingest::read(&bytes, &Origin { name: name.to_owned() });
    let Some(text) = read.text else {
        let unread = || Problem::new("file-no-text").with("file", name);
        return Err(read.problems.into_iter().next().unwrap_or_else(unread));
    };
    let findings = balise_text::analyse(&text, read.metadata.published.as_ref().map(|p| p.value));
    let mut metadata = read.metadata;
    metadata.title = metadata.title.or_else(|| findings.title.clone());
    metadata.author = metadata.author.or_else(|| findings.author.clone());
    if metadata.published.is_none() {
        metadata.published = findings.published.clone().filter(|p| p.by == SetBy::Text);
    }
    let mut problems = read.problems;
    problems.extend(findings.problems.iter().cloned());
    if metadata.published.is_none() {
        problems.push(Problem::new("no-date-found"));
    }
    let original = ContentHash::of(&bytes);
    let document = Document {
        id: DocumentId::of(&original),
        original,
        text: text.hash().clone(),
        extractor: balise_ingest::EXTRACTOR.to_owned(),
        file: name.to_owned(),
        language: findings.language.clone(),
        metadata,
    };
    Ok(Article { bytes, text, findings, document, problems })
}

impl Desk {
    /// Keeps prepared files in one transaction: in the library, and off its queue. Either all of them are kept, or
    /// none is and all stay on the queue.
    pub fn keep(&mut self, prepared: Vec<Prepared>, run: &mut Run) -> Result<Vec<Item>, Error> {
        let (mut items, mut fresh) = (Vec::with_capacity(prepared.len()), Vec::new());
        let (mut documents, mut texts) = (HashSet::new(), HashSet::new());
        for file in &prepared {
            let fate = match &file.read {
                Err(why) => Fate::Refused(why.clone()),
                Ok(article) if documents.contains(&article.document.id) => Fate::Known(article.document.id),
                Ok(article) if texts.contains(article.text.hash()) => Fate::SameText(None),
                Ok(article) => self.fate(article)?,
            };
            if let (Fate::New, Ok(article)) = (&fate, &file.read) {
                documents.insert(article.document.id);
                texts.insert(article.text.hash().clone());
                fresh.push(&**article);
            }
            items.push(item(file, &fate));
            if let (Fate::Changed(id), Ok(article)) = (fate, &file.read) {
                self.change(id, article)?;
            }
        }
        self.add(&fresh, &prepared, run)?;
        Ok(items)
    }

    fn fate(&self, article: &Article) -> Result<Fate, Error> {
        let id = article.document.id;
        let same_text = || self.library.document_with_text(article.text.hash());
        let there = if self.library.has_document(id)? { Some(id) } else { same_text()? };
        match there {
            Some(there) if self.library.is_trashed(there)? => return Ok(Fate::InBin(there)),
            Some(there) if there == id => return Ok(Fate::Known(id)),
            Some(there) => return Ok(Fate::SameText(Some(there))),
            None => {}
        }
        let address = article.document.metadata.address.as_ref();
        let there = address.map(|a| self.library.document_at(&a.value)).transpose()?.flatten();
        Ok(there.map_or(Fate::New, Fate::Changed))
    }

    /// A page that changed at its address is a new text of the document that it is.
    fn change(&mut self, id: DocumentId, article: &Article) -> Result<(), Error> {
        let document = Document { id, ..article.document.clone() };
        self.renew(&document, &article.bytes, &article.text).map(|_| ())
    }

    fn add(&mut self, fresh: &[&Article], files: &[Prepared], run: &mut Run) -> Result<(), Error> {
        if fresh.is_empty() {
            return files.iter().try_for_each(|file| Ok(self.library.unqueue(&file.path)?));
        }
        // Another act came between: what follows is an import of its own.
        if !run.act.map_or(Ok(true), |seq| self.library.continues(seq))? {
            *run = Run::default();
        }
        run.kept += fresh.len();
        let act = Act::new("import", serde_json::json!({ "count": run.kept }));
        let work = |tx: &mut Tx<'_>| -> Result<(), balise_library::Error> {
            for article in fresh {
                tx.add_original(&article.bytes)?;
                tx.add_text(&article.text)?;
                tx.put_document(&article.document)?;
                tx.set_findings(&article.text, &reading(&article.findings))?;
            }
            files.iter().try_for_each(|file| tx.unqueue(&file.path))
        };
        let done = match run.act {
            None => self.library.transact(act, &self.who, work),
            Some(seq) => self.library.extend(seq, act, &self.who, work),
        };
        run.act = Some(done?.seq);
        Ok(())
    }

    /// Puts files on the queue, so that a start after a crash can go on.
    pub fn enqueue(&mut self, files: &[PathBuf]) -> Result<(), Error> {
        Ok(self.library.queue(files)?)
    }
}

/// What becomes of a file that was read.
enum Fate {
    New,
    /// The same bytes are there already.
    Known(DocumentId),
    /// Other bytes with the very same text are.
    SameText(Option<DocumentId>),
    /// It is there, in the bin.
    InBin(DocumentId),
    /// The page that this document was read from says something else now.
    Changed(DocumentId),
    Refused(Problem),
}

fn item(file: &Prepared, fate: &Fate) -> Item {
    let told = |outcome, document, problems| Item {
        file: file.name.clone(),
        outcome,
        document,
        figures: 0,
        set_aside: 0,
        problems,
    };
    let article = match (fate, &file.read) {
        (Fate::Refused(why), _) | (_, Err(why)) => return told(Outcome::Refused, None, vec![why.clone()]),
        (Fate::Known(id), _) => {
            return told(Outcome::Known, Some(*id), vec![Problem::new("file-known")]);
        }
        (Fate::InBin(id), _) => return told(Outcome::Known, Some(*id), vec![Problem::new("file-in-bin")]),
        (Fate::SameText(there), _) => return told(Outcome::Known, *there, vec![Problem::new("same-text")]),
        (Fate::New | Fate::Changed(_), Ok(article)) => article,
    };
    let mut problems = article.problems.clone();
    let changed = if let Fate::Changed(id) = fate { Some(*id) } else { None };
    problems.extend(changed.map(|_| Problem::new("page-changed")));
    Item {
        figures: article.findings.figures.len(),
        set_aside: article.text.blocks().iter().filter(|b| b.kind.is_set_aside()).count(),
        ..told(
            if problems.is_empty() { Outcome::Read } else { Outcome::Check },
            Some(changed.unwrap_or(article.document.id)),
            problems,
        )
    }
}
