//! Out of a damaged library, every row that can still be read, into a new file.
//!
//! SQLite finds a row through the pages above it, so one damaged page can hide a thousand sound ones. Here the file is
//! read page by page, without SQLite: a sound leaf gives its rows even when nothing leads to it any more. What the
//! new file takes in, SQLite checks: types, constraints, keys, and at the end the whole. That a *sentence* is still
//! the one that was sealed is for [`crate::Library::verify`] to say.

mod cells;
mod forest;
mod pages;
mod schema;
#[cfg(test)]
mod tests;
mod writing;

use rusqlite::Connection;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::backup::{Fresh, check};
use crate::{Error, SCHEMA};
use forest::{Forest, Owner};
use pages::Pages;
use schema::{Schema, Table};
use writing::Writing;

/// What came out.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Salvaged {
    pub tables: Vec<SalvagedTable>,
    /// Pages of the damaged file that could not be read, or not wholly.
    pub pages: BTreeSet<u32>,
    /// What was found wrong, in technical words, the first 200 things.
    pub errors: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct SalvagedTable {
    pub name: String,
    pub recovered: u64,
    /// Rows that an index of the table still knows, or of which only pieces are there. Pages lost with their indexes
    /// may have held more.
    pub lost: u64,
    /// Rows that could be read, but refer to a row that is lost.
    pub left_out: u64,
}

/// A file of nothing but damage would otherwise make a list as long as itself.
const ERRORS: usize = 200;

/// Reads `damaged`, and the write-ahead log beside it, without writing to either, and makes the library `new`, which
/// must not exist. `ddl` are the statements of the file's schema, where the caller has them: they are then believed
/// over what is left of them in the file. Without them, a file of today's schema is believed to have ours, and of
/// another its own are used.
pub fn salvage(damaged: &Path, new: &Path, ddl: Option<&str>) -> Result<Salvaged, Error> {
    if new.exists() {
        return Err(Error::Exists(new.to_owned()));
    }
    // The log of a link's target stands beside the target.
    let damaged = &damaged.canonicalize().map_err(|_| Error::Missing(damaged.to_owned()))?;
    let mut report = Salvaged::default();
    let mut pages = Pages::open(damaged)?;
    let forest = Forest::scan(&mut pages, &mut report);
    let ours = (pages.user_version() == Some(SCHEMA)).then_some(crate::file::TABLES);
    let schema = Schema::find(&mut pages, &forest, ddl.or(ours))?;
    if let Some(detail) = schema.lacks()? {
        return Err(Error::Damaged { path: damaged.to_owned(), detail });
    }
    let folder = new.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fresh = Fresh::new(folder);
    let needed = pages.bytes();
    write(&mut pages, &forest, &schema, fresh.path(), &mut report)
        .map_err(|error| crate::backup::full(error, folder, needed))?;
    if pages.user_version().is_none() && report.tables.iter().all(|table| table.recovered == 0) {
        return Err(Error::NotALibrary(damaged.to_owned()));
    }
    match fresh.land(new)? {
        None => Ok(report),
        Some(_) => Err(Error::Exists(new.to_owned())),
    }
}

fn write(
    pages: &mut Pages,
    forest: &Forest,
    schema: &Schema,
    path: &Path,
    report: &mut Salvaged,
) -> Result<(), Error> {
    let db = Connection::open(path)?;
    let mut writing = Writing::start(&db, schema)?;
    let owners = forest.owners(&schema.roots);
    let (mut entries, mut strays) = (HashMap::<u32, u64>::new(), BTreeMap::<u32, Vec<u32>>::new());
    for page in forest.nodes_with_rows() {
        match owners[page as usize] {
            Owner::Root(root) => match schema.table_at(root) {
                Some(table) => writing.insert_all(pages, page, table, report)?,
                None => *entries.entry(root).or_default() += cells::count(pages, page),
            },
            Owner::Stray(top) => strays.entry(top).or_default().push(page),
        }
    }
    forest.note_unreadable(&owners, schema, report);
    let gaps = forest.with_gaps(&owners, &schema.roots);
    for alike in strays.values() {
        writing.adopt(pages, alike, &gaps, report)?;
    }
    writing.finish(schema, pages.user_version().unwrap_or(SCHEMA))?;
    report.tables = writing.counts(|table: &Table| {
        schema.indexes_of(&table.name).filter_map(|root| entries.get(root)).copied().max().unwrap_or(0)
    });
    check(&db, path, "integrity_check")
}

impl Salvaged {
    fn error(&mut self, page: Option<u32>, words: String) {
        self.pages.extend(page);
        if self.errors.len() < ERRORS && !self.errors.contains(&words) {
            self.errors.push(words);
        }
    }

    fn note_broken(&mut self, page: u32, node: Option<&cells::Node>) {
        let broken = node.map_or(0, |node| node.broken);
        if broken > 0 {
            self.error(Some(page), format!("page {page}: {broken} rows are in pieces"));
        }
    }
}
