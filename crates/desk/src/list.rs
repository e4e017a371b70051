//! The list of documents as a window scrolls it: the order of a million documents is made once and kept until a document
//! changes; while it is made, the first lines show already.

use balise_library::{Order, Row, View};
use balise_model::DocumentId;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Error;

/// Most lines asked for at once.
const MOST: usize = 1_000;

/// Keeps the order that was asked for last.
#[derive(Default)]
pub struct List {
    kept: Mutex<Option<(String, Arc<Order>)>>,
}

/// Some lines of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Documents that the filter lets through.
    pub matching: usize,
    /// Where the first of `rows` stands among them.
    pub from: usize,
    pub rows: Vec<Row>,
    /// Shown before their order was made: [`List::prepare`] makes it.
    pub early: bool,
}

impl List {
    /// At most `count` lines from a place on, of the documents whose title or outlet holds `filter`.
    pub fn part(&self, view: &View, filter: &str, from: usize, count: usize) -> Result<Part, Error> {
        let count = count.min(MOST);
        let order = match self.current(view, filter)? {
            Some(order) => order,
            None if filter.trim().is_empty() && from == 0 => {
                let (rows, matching) = (view.first(count)?, view.counts()?.documents);
                return Ok(Part { matching, from, rows, early: true });
            }
            None => self.prepare(view, filter)?,
        };
        let rows = view.rows(order.part(from, count))?;
        Ok(Part { matching: order.len(), from, rows, early: false })
    }

    /// Makes the order, or finds it made.
    pub fn prepare(&self, view: &View, filter: &str) -> Result<Arc<Order>, Error> {
        if let Some(order) = self.current(view, filter)? {
            return Ok(order);
        }
        let order = Arc::new(view.order(filter)?);
        *self.lock() = Some((filter.to_owned(), Arc::clone(&order)));
        Ok(order)
    }

    /// Where a document stands, when the filter lets it through.
    pub fn place(&self, view: &View, filter: &str, document: DocumentId) -> Result<Option<usize>, Error> {
        Ok(view.place_of(&*self.prepare(view, filter)?, document)?)
    }

    /// Another library is open.
    pub fn forget(&self) {
        *self.lock() = None;
    }

    /// The kept order, while no document has changed since.
    fn current(&self, view: &View, filter: &str) -> Result<Option<Arc<Order>>, Error> {
        let kept = self.lock().clone();
        let Some((_, order)) = kept.filter(|(of, _)| of == filter) else { return Ok(None) };
        let same = order.generation == view.generation()?
            || view.documents_touched_since(order.generation)?.is_empty();
        Ok(same.then_some(order))
    }

    fn lock(&self) -> MutexGuard<'_, Option<(String, Arc<Order>)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
