//! Keeps the search index in step with a library. It is only derived: deleting it is always safe, and one that cannot
//! be used is made anew.

use balise_library::{Access, Library, View};
use balise_model::{DocumentId, Text};
use balise_search::{Entry, Finder, Searcher};

use crate::{Error, Folders};

/// Documents read at once, and documents between two commits of a long building.
const PORTION: usize = 500;
const COMMIT: usize = 20_000;

/// The index's writing side.
pub struct Indexer {
    searcher: Searcher,
    /// The change up to which it is known that no document changed since the last commit.
    heard: i64,
    /// Asked to be made anew.
    anew: bool,
}

impl Indexer {
    pub(crate) fn open(library: &Library, folders: &Folders) -> Result<Self, Error> {
        let folder = match library.access() {
            Access::Write => Some(folders.index(&library.id()?, library.path())),
            Access::ReadOnly => None,
        };
        match folder.map(|folder| Searcher::open(&folder)) {
            Some(Ok(searcher)) => return Ok(Self { searcher, heard: -1, anew: false }),
            // An index that cannot be kept (no place, no rights) is made in memory: search works all the same.
            Some(Err(error)) => tracing::warn!("index kept in memory: {error}"),
            None => {}
        }
        Ok(Self { searcher: Searcher::in_memory()?, heard: -1, anew: false })
    }

    pub fn finder(&self) -> Finder {
        self.searcher.finder()
    }

    /// Documents it holds, and segments whose bytes are not what was written.
    pub fn state(&self) -> Result<(usize, usize), Error> {
        Ok((self.searcher.len(), self.searcher.damaged()?))
    }

    /// Forgets everything: the next catching up builds it anew. Until that is finished the old one is served.
    pub fn reset(&mut self) {
        self.anew = true;
    }

    /// Takes in what the library changed since it last heard; `go_on` is told how many documents it has taken in, and
    /// stops it by saying no. True when it is up to date.
    pub fn catch_up(&mut self, view: &View, go_on: impl Fn(usize) -> bool) -> Result<bool, Error> {
        let (heard, now) = (self.searcher.generation().max(self.heard), view.generation()?);
        let heard = if self.anew { -1 } else { heard };
        if heard == now {
            return Ok(true);
        }
        let finished = if heard < 0 || heard > now {
            // New, or ahead of its library, which is then an older copy of the file: begin anew.
            self.searcher.clear()?;
            self.take_all(view, go_on)?
        } else {
            let touched = view.documents_touched_since(heard)?;
            if touched.is_empty() {
                self.heard = now; // Decisions only: nothing of it is searched.
                return Ok(true);
            }
            let mut touched = touched.into_iter().map(DocumentId);
            let mut portion =
                move || -> Result<Vec<DocumentId>, Error> { Ok(touched.by_ref().take(PORTION).collect()) };
            self.take(view, heard, &mut portion, go_on)?
        };
        if finished {
            self.searcher.commit(now)?;
            self.anew = false;
        }
        Ok(finished)
    }

    fn take_all(&mut self, view: &View, go_on: impl Fn(usize) -> bool) -> Result<bool, Error> {
        let mut last = None;
        let mut portion = move || -> Result<Vec<DocumentId>, Error> {
            let ids = view.document_ids(last, PORTION)?;
            last = ids.last().copied().or(last);
            Ok(ids)
        };
        self.take(view, -1, &mut portion, go_on)
    }

    fn take(
        &mut self,
        view: &View,
        heard: i64,
        portion: &mut dyn FnMut() -> Result<Vec<DocumentId>, Error>,
        go_on: impl Fn(usize) -> bool,
    ) -> Result<bool, Error> {
        let (mut taken, mut since_commit) = (0, 0);
        loop {
            let ids = portion()?;
            if ids.is_empty() {
                return Ok(true);
            }
            self.put(view, &ids)?;
            (taken, since_commit) = (taken + ids.len(), since_commit + ids.len());
            if since_commit >= COMMIT {
                // Findable already; cut short, it is heard of again.
                self.searcher.commit(heard)?;
                since_commit = 0;
            }
            if !go_on(taken) {
                return Ok(false);
            }
        }
    }

    fn put(&mut self, view: &View, ids: &[DocumentId]) -> Result<(), Error> {
        let (mut texts, mut removed) = (Vec::new(), Vec::new());
        for id in ids {
            match view.document(*id) {
                Ok(document) if !view.is_trashed(*id)? => {
                    let body = read_blocks(&view.text(&document.text)?);
                    texts.push((id.to_string(), document.title().to_owned(), body));
                }
                _ => removed.push(id.to_string()),
            }
        }
        let entries: Vec<Entry<'_>> =
            texts.iter().map(|(id, title, body)| Entry { id, title, body }).collect();
        Ok(self.searcher.add(&entries, &removed)?)
    }
}

/// What can be searched: the article, not what was set aside.
fn read_blocks(text: &Text) -> String {
    let words =
        text.blocks().iter().filter(|b| !b.kind.is_set_aside()).filter_map(|b| b.span.of(text.content()));
    words.collect::<Vec<_>>().join("\n")
}
