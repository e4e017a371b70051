//! Bringing files in: each is read and analysed on its own, then kept in one transaction; the whole import is one
//! act. One bad file never stops the rest; stopping finishes the current file, and the queue in the library lets
//! the next start go on.

use balise_ingest::LARGEST;
use balise_library::{Act, Who};
use balise_model::{ContentHash, Document, DocumentId, Origin, Problem, SetBy, Text};
use balise_text::Findings;
use rayon::prelude::*;
use serde::Serialize;
use std::io::Read;
use std::path::{Path, PathBuf};

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
    original: ContentHash,
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
        original: original.clone(),
        text: text.hash().clone(),
        file: name.to_owned(),
        language: findings.language.clone(),
        metadata,
    };
    Ok(Article { bytes, original, text, findings, document, problems })
}

impl Desk {
    /// Keeps a prepared file: in the library, in the queue's books, and (at [`Desk::finish`]) in the index.
    pub fn keep(&mut self, prepared: Prepared, run: &mut Run) -> Result<Item, Error> {
        let file = prepared.name;
        let refused = |problem| Item {
            file: file.clone(),
            outcome: Outcome::Refused,
            document: None,
            figures: 0,
            set_aside: 0,
            problems: vec![problem],
        };
        let item = match prepared.read {
            Err(why) => refused(why),
            Ok(article) if self.library.has_document(article.document.id)? => Item {
                outcome: Outcome::Known,
                document: Some(article.document.id),
                ..refused(Problem::new("file-known"))
            },
            Ok(article) if self.library.has_text(article.text.hash())? => {
                Item { outcome: Outcome::Known, ..refused(Problem::new("same-text")) }
            }
            Ok(article) => {
                // Another act came between: what follows is an import of its own.
                if !run.act.map_or(Ok(true), |seq| self.library.continues(seq))? {
                    *run = Run::default();
                }
                run.kept += 1;
                run.act = Some(self.add(&article, run)?);
                Item {
                    file: file.clone(),
                    outcome: if article.problems.is_empty() { Outcome::Read } else { Outcome::Check },
                    document: Some(article.document.id),
                    figures: article.findings.figures.len(),
                    set_aside: article.text.blocks().iter().filter(|b| b.kind.is_set_aside()).count(),
                    problems: article.problems,
                }
            }
        };
        self.library.unqueue(&prepared.path)?;
        Ok(item)
    }

    fn add(&mut self, article: &Article, run: &Run) -> Result<i64, Error> {
        let act = Act::new("import", serde_json::json!({ "count": run.kept }));
        let who: Who = self.who.clone();
        let work = |tx: &mut balise_library::Tx<'_>| {
            tx.add_original(&article.bytes)?;
            debug_assert_eq!(article.original, article.document.original);
            tx.add_text(&article.text)?;
            tx.put_document(&article.document)?;
            let findings = &article.findings;
            tx.set_findings(article.text.hash(), balise_text::READER, &findings.figures, findings.left_out)
        };
        let done = match run.act {
            None => self.library.transact(act, &who, work),
            Some(seq) => self.library.extend(seq, act, &who, work),
        };
        Ok(done?.seq)
    }

    /// Puts files on the queue, so that a start after a crash can go on.
    pub fn enqueue(&mut self, files: &[PathBuf]) -> Result<(), Error> {
        Ok(self.library.queue(files)?)
    }

    /// The next file waiting, and how many wait in all.
    pub fn next_queued(&self) -> Result<Option<(PathBuf, usize)>, Error> {
        Ok(self.library.next_queued()?)
    }

    pub fn queued(&self) -> Result<Vec<PathBuf>, Error> {
        Ok(self.library.queued()?)
    }

    /// Tells the index; call after the last file and now and then before.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.catch_up()
    }
}
