//! The new file: what was found is offered to SQLite, which takes what its schema allows.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::{BTreeMap, HashSet};

use super::cells::{self, Cell};
use super::pages::Pages;
use super::schema::{Schema, Table};
use super::{Salvaged, SalvagedTable};
use crate::Error;
use crate::file::APPLICATION_ID;

pub(super) struct Writing<'a> {
    db: &'a Connection,
    schema: &'a Schema,
    /// By table, as in the schema.
    recovered: Vec<u64>,
    refused: Vec<u64>,
    left_out: Vec<u64>,
}

/// A foreign key: (column here, column there).
struct Reference {
    parent: String,
    columns: Vec<(String, String)>,
}

impl<'a> Writing<'a> {
    pub(super) fn start(db: &'a Connection, schema: &'a Schema) -> Result<Self, Error> {
        // Thrown away as a whole when this fails, synced as a whole when it lands.
        db.execute_batch(
            "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
             PRAGMA trusted_schema = OFF; BEGIN",
        )?;
        for table in &schema.tables {
            db.execute(&table.sql, [])?;
        }
        for index in &schema.indexes {
            make(db, "INDEX", index);
        }
        let none = vec![0; schema.tables.len()];
        Ok(Self { db, schema, recovered: none.clone(), refused: none.clone(), left_out: none })
    }

    /// Offers one row to a table.
    pub(super) fn insert(&mut self, table: usize, cell: Cell, report: &mut Salvaged) -> Result<(), Error> {
        let shape = &self.schema.tables[table];
        if !shape.fits(&cell.row) {
            self.refused[table] += 1;
            report.error(None, format!("a row of {} has values that are none of its", shape.name));
            return Ok(());
        }
        match self.offer(shape, cell) {
            Ok(_) => self.recovered[table] += 1,
            Err(error) if is_refusal(&error) => {
                self.refused[table] += 1;
                report.error(None, format!("a row of {}: {error}", shape.name));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn offer(&self, table: &Table, cell: Cell) -> rusqlite::Result<usize> {
        let mut names = Vec::new();
        let mut values = Vec::new();
        for (column, value) in table.columns.iter().zip(cell.row).filter(|(column, _)| !column.generated) {
            names.push(quoted(&column.name));
            values.push(match cell.rowid {
                Some(rowid) if column.is_rowid => Value::Integer(rowid),
                _ => value,
            });
        }
        if let (Some(rowid), Some(name)) = (cell.rowid, hidden_rowid(table)) {
            names.push(name.to_owned());
            values.push(Value::Integer(rowid));
        }
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(&table.name), names.join(", "));
        self.db.prepare_cached(&sql)?.execute(params_from_iter(values))
    }

    /// Offers the rows of one page.
    pub(super) fn insert_all(
        &mut self,
        pages: &mut Pages,
        page: u32,
        table: usize,
        report: &mut Salvaged,
    ) -> Result<(), Error> {
        let node = cells::node(pages, page);
        report.note_broken(page, node.as_ref());
        for cell in node.into_iter().flat_map(|node| node.cells) {
            self.insert(table, cell, report)?;
        }
        Ok(())
    }

    /// Pages to which nothing of the schema leads any more, all below one: they are of the table that all their rows
    /// fit. What fits none is a piece of an index, which is made anew.
    pub(super) fn adopt(
        &mut self,
        pages: &mut Pages,
        alike: &[u32],
        gaps: &HashSet<u32>,
        report: &mut Salvaged,
    ) -> Result<(), Error> {
        let (fitting, rows) = self.fitting(pages, alike, gaps);
        match fitting[..] {
            [table] if rows > 0 => {
                alike.iter().try_for_each(|page| self.insert_all(pages, *page, table, report))
            }
            [_, _, ..] if rows > 0 => {
                let names: Vec<&str> = fitting.iter().map(|t| self.schema.tables[*t].name.as_str()).collect();
                let words = format!("page {}: {rows} rows of one of {}", alike[0], names.join(", "));
                report.error(Some(alike[0]), words);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The tables that such pages may be of, and how many rows they hold. Where there are several: those that all
    /// rows fill, then those that miss pages.
    fn fitting(&self, pages: &mut Pages, alike: &[u32], gaps: &HashSet<u32>) -> (Vec<usize>, usize) {
        let mut fitting: Vec<usize> = (0..self.schema.tables.len()).collect();
        let mut short = HashSet::new();
        let mut rows = 0;
        for node in alike.iter().filter_map(|page| cells::node(pages, *page)) {
            rows += node.cells.len();
            fitting.retain(|place| {
                let table = &self.schema.tables[*place];
                let full = node.cells.iter().all(|cell| cell.row.len() == table.columns.len());
                if !full {
                    short.insert(*place);
                }
                // Entries of an index are short rows of a table without row numbers, to look at.
                let kind = table.lies_in(node.kind) && (full || !table.without_rowid);
                kind && node.cells.iter().all(|cell| table.fits(&cell.row))
            });
        }
        let has_gap = |place: &usize| {
            let root = self.schema.root_of(&self.schema.tables[*place].name);
            root.is_none_or(|root| gaps.contains(&root))
        };
        prefer(&mut fitting, |place| !short.contains(place));
        prefer(&mut fitting, has_gap);
        (fitting, rows)
    }

    /// Keeps out what refers to rows that are lost, then makes what acts on rows, and says what the file is.
    pub(super) fn finish(&mut self, schema: &Schema, user_version: i32) -> Result<(), Error> {
        loop {
            let mut removed = 0;
            for (place, table) in schema.tables.iter().enumerate() {
                let orphans = self.remove_orphans(&table.name)?;
                self.left_out[place] += orphans;
                removed += orphans;
            }
            if removed == 0 {
                break;
            }
        }
        for statement in &schema.rest {
            make(self.db, "VIEW", statement);
            make(self.db, "TRIGGER", statement);
        }
        self.db.pragma_update(None, "application_id", APPLICATION_ID)?;
        self.db.pragma_update(None, "user_version", user_version)?;
        Ok(self.db.execute_batch("COMMIT")?)
    }

    fn remove_orphans(&self, table: &str) -> Result<u64, Error> {
        let mut removed = 0;
        for reference in self.references(table)? {
            let columns = || reference.columns.iter();
            let set: Vec<String> =
                columns().map(|(from, _)| format!("c.{} IS NOT NULL", quoted(from))).collect();
            let same: Vec<String> =
                columns().map(|(from, to)| format!("p.{} = c.{}", quoted(to), quoted(from))).collect();
            let sql = format!(
                "DELETE FROM {} AS c WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {})",
                quoted(table),
                set.join(" AND "),
                quoted(&reference.parent),
                same.join(" AND ")
            );
            removed += self.db.execute(&sql, [])? as u64;
        }
        Ok(removed)
    }

    fn references(&self, table: &str) -> Result<Vec<Reference>, Error> {
        let sql =
            "SELECT id, seq, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq";
        let mut query = self.db.prepare_cached(sql)?;
        let mut rows = query.query([table])?;
        let mut found: BTreeMap<i64, Reference> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let parent: String = row.get(2)?;
            let to = match row.get(4)? {
                Some(named) => named,
                None => self.key_column(&parent, row.get(1)?)?,
            };
            let reference = found.entry(row.get(0)?).or_insert(Reference { parent, columns: Vec::new() });
            reference.columns.push((row.get(3)?, to));
        }
        Ok(found.into_values().collect())
    }

    /// What a reference that names no column refers to.
    fn key_column(&self, table: &str, at: i64) -> Result<String, Error> {
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk = ?2";
        Ok(self.db.query_row(sql, (table, at + 1), |row| row.get(0))?)
    }

    /// What became of each table, given how many rows its fullest index knows.
    pub(super) fn counts(&self, indexed: impl Fn(&Table) -> u64) -> Vec<SalvagedTable> {
        let tables = self.schema.tables.iter().enumerate();
        let counted = tables.map(|(place, table)| SalvagedTable {
            name: table.name.clone(),
            recovered: self.recovered[place] - self.left_out[place],
            lost: indexed(table).saturating_sub(self.recovered[place]).max(self.refused[place]),
            left_out: self.left_out[place],
        });
        counted.collect()
    }
}

/// Keeps those of which something is true, when there are any.
fn prefer(places: &mut Vec<usize>, holds: impl Fn(&usize) -> bool) {
    if places.iter().any(&holds) {
        places.retain(holds);
    }
}

/// A statement that makes a thing of this kind; of a damaged one, the file can do without what it would have made.
fn make(db: &Connection, kind: &str, sql: &str) {
    let mut words = sql.split_ascii_whitespace().map(str::to_ascii_uppercase);
    let create = words.next().is_some_and(|word| word == "CREATE");
    let unique = |word: String| word != "UNIQUE";
    if create && words.find(|word| unique(word.clone())).is_some_and(|word| word == kind) {
        let _ = db.execute(sql, []);
    }
}

/// The row itself is not to be had; anything else is a fault of the new file.
fn is_refusal(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{ConstraintViolation, TooBig, TypeMismatch};
    matches!(error.sqlite_error_code(), Some(ConstraintViolation | TooBig | TypeMismatch))
}

/// The name under which a table's row number can be written, when no column of it is that number.
fn hidden_rowid(table: &Table) -> Option<&'static str> {
    let taken = |name: &str| table.columns.iter().any(|column| column.name.eq_ignore_ascii_case(name));
    let none = !table.without_rowid && table.columns.iter().all(|column| !column.is_rowid);
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| none && !taken(name))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
