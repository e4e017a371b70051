//! The reading side of a desk: search, series, exports and lists, through a connection that never waits for a writer.

use balise_library::View;
use balise_model::{DocumentId, Edge, Span};
use balise_search::{Finder, Mode};

use crate::Error;

/// What can be asked of a library without changing it.
pub struct Reader {
    view: View,
    finder: Finder,
}

/// A hit shown in its sentence.
#[derive(Clone, Debug)]
pub struct Hit {
    pub document: DocumentId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<Edge>,
    pub sentence: String,
    /// The words found, as bytes of `sentence`.
    pub found: Vec<Span>,
}

impl Reader {
    pub(crate) fn new(view: View, finder: Finder) -> Self {
        Self { view, finder }
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    pub(crate) fn finder(&self) -> Finder {
        self.finder.clone()
    }

    /// Documents that hold every word, best first, each with its best sentence; and how many there are in all.
    pub fn search(&self, query: &str, mode: Mode, limit: usize) -> Result<(usize, Vec<Hit>), Error> {
        let hits = self.finder.search(query, mode, limit)?;
        let mut out = Vec::with_capacity(hits.ids.len());
        for id in hits.ids {
            let Ok(id) = id.parse().map(DocumentId) else { continue };
            // The index may name what the library no longer has; it is only derived.
            let Ok(document) = self.view.document(id) else { continue };
            let text = self.view.text(&document.text)?;
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
}
