//! The list of documents at any size: an order vector (four bytes a document) says who stands where, rows are read by
//! number for the part that shows, and counts are kept, not counted.

use balise_model::{DocumentId, Edge, Metadata};
use rusqlite::params;

use crate::view::folded;
use crate::{Error, View};

/// A line of the document list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub id: DocumentId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<Edge>,
    pub sample: bool,
    /// Accepted or corrected figures.
    pub figures: usize,
    /// Suggested figures nobody has decided.
    pub to_review: usize,
}

/// Documents in their order, newest first, by row number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Order {
    rows: Vec<u32>,
    /// What the library's generation was.
    pub generation: i64,
}

impl Order {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// At most `count` row numbers from a place on.
    pub fn part(&self, from: usize, count: usize) -> &[u32] {
        let from = from.min(self.rows.len());
        &self.rows[from..(from + count).min(self.rows.len())]
    }
}

/// How much a library holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Counts {
    /// Outside the bin.
    pub documents: usize,
    pub trashed: usize,
    /// Articles of the sample.
    pub samples: usize,
    /// Figures that count.
    pub accepted: usize,
    /// Suggested figures nobody has decided.
    pub open: usize,
}

/// How many figures of an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IndicatorCount {
    pub indicator: String,
    pub accepted: usize,
    pub open: usize,
}

impl View {
    /// Where each document whose title or outlet holds `filter` stands; all when it is empty.
    pub fn order(&self, filter: &str) -> Result<Order, Error> {
        self.still(|view| {
            let generation = view.generation()?;
            let filter = folded(filter.trim());
            let sql = match filter.is_empty() {
                true => include_str!("../sql/document/order.sql"),
                false => include_str!("../sql/document/order_filtered.sql"),
            };
            let mut query = view.db.prepare_cached(sql)?;
            let mut rows = if filter.is_empty() { query.query([])? } else { query.query([filter])? };
            let mut order = Order { rows: Vec::new(), generation };
            while let Some(row) = rows.next()? {
                order.rows.push(row.get(0)?);
            }
            Ok(order)
        })
    }

    /// The first documents, without any order vector: what shows while one is made.
    pub fn first(&self, count: usize) -> Result<Vec<Row>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/document/first.sql"))?;
        let numbers: Vec<u32> =
            query.query_map([count as i64], |row| row.get(0))?.collect::<Result<_, _>>()?;
        self.rows(&numbers)
    }

    /// The lines of these documents, in this order; those that are no longer there are left out.
    pub fn rows(&self, numbers: &[u32]) -> Result<Vec<Row>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/document/row.sql"))?;
        let mut out = Vec::with_capacity(numbers.len());
        for number in numbers {
            let mut rows = query.query([number])?;
            if let Some(row) = rows.next()? {
                out.push(line(row)?);
            }
        }
        Ok(out)
    }

    /// The whole list at once, for libraries and filters known to be small.
    pub fn documents(&self, filter: &str) -> Result<Vec<Row>, Error> {
        self.rows(&self.order(filter)?.rows)
    }

    /// Where a document stands in an order.
    pub fn place_of(&self, order: &Order, id: DocumentId) -> Result<Option<usize>, Error> {
        let mut query = self.db.prepare_cached("SELECT n FROM document WHERE id = ?1")?;
        let mut rows = query.query([id.0])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let number: u32 = row.get(0)?;
        Ok(order.rows.iter().position(|n| *n == number))
    }

    pub fn counts(&self) -> Result<Counts, Error> {
        let mut query = self.db.prepare_cached("SELECT name, sum(n) FROM tally GROUP BY name")?;
        let mut rows = query.query([])?;
        let mut counts = Counts::default();
        while let Some(row) = rows.next()? {
            let n = row.get::<_, i64>(1)?.max(0) as usize;
            match row.get_ref(0)?.as_str().unwrap_or_default() {
                "documents" => counts.documents = n,
                "trashed" => counts.trashed = n,
                "samples" => counts.samples = n,
                "accepted" => counts.accepted = n,
                "open" => counts.open = n,
                _ => {}
            }
        }
        Ok(counts)
    }

    /// Indicators that have figures, decided or suggested.
    pub fn indicator_counts(&self) -> Result<Vec<IndicatorCount>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/tally/indicators.sql"))?;
        let rows = query.query_map([], |row| {
            Ok(IndicatorCount {
                indicator: row.get(0)?,
                accepted: row.get::<_, i64>(1)?.max(0) as usize,
                open: row.get::<_, i64>(2)?.max(0) as usize,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The documents in the bin, with when each was put there (UTC), latest first.
    pub fn trashed(&self) -> Result<Vec<(Row, jiff::Timestamp)>, Error> {
        let sql = "SELECT n, trashed FROM document WHERE trashed IS NOT NULL ORDER BY trashed DESC, n";
        let mut query = self.db.prepare(sql)?;
        let found: Vec<(u32, String)> =
            query.query_map(params![], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut out = Vec::with_capacity(found.len());
        for (number, at) in found {
            let row = self.rows(&[number])?.into_iter().next();
            out.extend(row.map(|row| (row, at.parse().unwrap_or_default())));
        }
        Ok(out)
    }
}

fn line(r: &rusqlite::Row<'_>) -> Result<Row, Error> {
    let metadata: Metadata = serde_json::from_str(r.get_ref(2)?.as_str().unwrap_or_default())?;
    Ok(Row {
        id: DocumentId(r.get(0)?),
        title: match metadata.title {
            Some(title) => title.value,
            None => r.get(1)?,
        },
        outlet: metadata.outlet.map(|o| o.value),
        published: metadata.published.map(|p| p.value),
        sample: metadata.sample,
        figures: r.get::<_, i64>(3)? as usize,
        to_review: r.get::<_, i64>(4)? as usize,
    })
}
