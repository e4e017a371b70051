//! The tables of the new file, and where in the damaged one each begins.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeSet, HashMap, HashSet};

use super::cells::{self, Kind};
use super::forest::{Forest, Owner};
use super::pages::Pages;
use crate::Error;

pub(super) struct Schema {
    pub(super) tables: Vec<Table>,
    /// Statements that make indexes, then those that make triggers and views.
    pub(super) indexes: Vec<String>,
    pub(super) rest: Vec<String>,
    /// Page 1, and every page at which a tree begins.
    pub(super) roots: HashSet<u32>,
    names: HashMap<u32, Named>,
}

struct Named {
    is_table: bool,
    /// Of the table; for an index, of the table it is of.
    table: String,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) sql: String,
    pub(super) columns: Vec<Column>,
    pub(super) without_rowid: bool,
    strict: bool,
}

/// In the order in which a record holds them.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    kind: String,
    not_null: bool,
    /// Its value is the row's number, which stands beside the record.
    pub(super) is_rowid: bool,
    /// Computed by SQLite: in the record, but not to be written.
    pub(super) generated: bool,
}

/// A row of `sqlite_schema`.
struct Object {
    kind: String,
    name: String,
    table: String,
    root: u32,
    sql: Option<String>,
}

impl Schema {
    pub(super) fn find(pages: &mut Pages, forest: &Forest, ddl: Option<&str>) -> Result<Self, Error> {
        let found = objects(pages, forest);
        let told = ddl.map(told).transpose()?;
        let statements = |kind: &str| -> Vec<&Object> {
            let from = told.as_ref().unwrap_or(&found);
            from.iter().filter(|o| o.kind == kind && !o.name.starts_with("sqlite_")).collect()
        };
        let own = |name: &str| found.iter().find(|o| o.kind == "table" && o.name == name);
        let mut tables: Vec<Table> = Vec::new();
        for object in statements("table") {
            let believed = object.sql.as_deref().and_then(|sql| Table::read(&object.name, sql));
            // The same columns may stand in another order, in a file that was brought up to date.
            let there = own(&object.name).and_then(|o| Table::read(&o.name, o.sql.as_deref()?));
            let there = there.filter(|there| believed.as_ref().is_none_or(|b| b.same_columns(there)));
            tables.extend(there.or(believed).filter(|table| tables.iter().all(|t| t.name != table.name)));
        }
        let sql = |kind| statements(kind).into_iter().filter_map(|o| o.sql.clone()).collect::<Vec<_>>();
        let (indexes, rest) = (sql("index"), [sql("view"), sql("trigger")].concat());
        let known = |o: &&Object| o.root > 1 && tables.iter().any(|table| table.name == o.table);
        let names: HashMap<u32, Named> = found
            .iter()
            .filter(known)
            .map(|o| (o.root, Named { is_table: o.kind == "table", table: o.table.clone() }))
            .collect();
        // Trees that are none of ours, such as SQLite's statistics, are nobody's strays either.
        let roots = found.iter().filter(|o| told.is_none() || o.name.starts_with("sqlite_")).map(|o| o.root);
        let roots = roots.chain(names.keys().copied()).filter(|root| *root > 1).chain([1]).collect();
        Ok(Self { tables, indexes, rest, roots, names })
    }

    /// Why no library can be made of it, if so: rows that refer to a table that is not there could not be kept.
    pub(super) fn lacks(&self) -> Result<Option<String>, Error> {
        if self.tables.is_empty() {
            return Ok(Some("its schema cannot be read".to_owned()));
        }
        let db = Connection::open_in_memory()?;
        for table in &self.tables {
            db.execute(&table.sql, [])?;
        }
        let sql = "SELECT f.\"table\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
                     AND f.\"table\" COLLATE NOCASE NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')";
        let lost: Option<String> = db.query_row(sql, [], |row| row.get(0)).optional()?;
        Ok(lost.map(|name| format!("its schema has lost {name}")))
    }

    /// Which table begins at this page, as its place in `tables`.
    pub(super) fn table_at(&self, root: u32) -> Option<usize> {
        let named = self.names.get(&root).filter(|named| named.is_table)?;
        self.tables.iter().position(|table| table.name == named.table)
    }

    /// Where the indexes of a table begin.
    pub(super) fn indexes_of(&self, table: &str) -> impl Iterator<Item = &u32> {
        self.names
            .iter()
            .filter(move |(_, named)| !named.is_table && named.table == table)
            .map(|(root, _)| root)
    }

    /// Where a table begins, when the file still says so.
    pub(super) fn root_of(&self, table: &str) -> Option<u32> {
        self.names.iter().find(|(_, named)| named.is_table && named.table == table).map(|(root, _)| *root)
    }

    pub(super) fn name_at(&self, root: u32) -> String {
        match self.names.get(&root) {
            Some(named) if named.is_table => format!("table {}", named.table),
            Some(named) => format!("an index of table {}", named.table),
            None => "the schema".to_owned(),
        }
    }
}

impl Table {
    /// The table that a statement makes; nothing when it makes none of that name.
    fn read(name: &str, sql: &str) -> Option<Self> {
        let db = scratch(sql)?;
        let about =
            "SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?1 AND type = 'table'";
        let about = db.query_row(about, [name], |row| Ok((row.get(0)?, row.get(1)?)));
        let (without_rowid, strict) = about.ok()?;
        let sql_columns = "SELECT name, upper(type), \"notnull\", pk, hidden FROM pragma_table_xinfo(?1)";
        let mut query = db.prepare(sql_columns).ok()?;
        let rows = query.query_map([name], |row| {
            let (pk, hidden): (i64, i64) = (row.get(3)?, row.get(4)?);
            let (kind, not_null) = (row.get(1)?, row.get::<_, bool>(2)?);
            Ok((
                pk,
                hidden,
                Column { name: row.get(0)?, kind, not_null, is_rowid: false, generated: hidden > 1 },
            ))
        });
        // 2: computed when it is read, in no record.
        let mut columns: Vec<(i64, i64, Column)> =
            rows.ok()?.filter(|row| !matches!(row, Ok((_, 2, _)))).collect::<Result<_, _>>().ok()?;
        if without_rowid {
            // The key first, in its order; the sort is stable.
            columns.sort_by_key(|(pk, ..)| if *pk == 0 { i64::MAX } else { *pk });
        } else if columns.iter().filter(|(pk, ..)| *pk > 0).count() == 1 {
            let key = columns.iter_mut().find(|(pk, _, column)| *pk == 1 && column.kind == "INTEGER");
            key.into_iter().for_each(|(.., column)| column.is_rowid = true);
        }
        let columns = columns.into_iter().map(|(.., column)| column).collect();
        Some(Self { name: name.to_owned(), sql: sql.to_owned(), columns, without_rowid, strict })
    }

    fn same_columns(&self, other: &Self) -> bool {
        let names = |table: &Self| table.columns.iter().map(|c| c.name.clone()).collect::<BTreeSet<_>>();
        names(self) == names(other) && self.without_rowid == other.without_rowid
    }

    pub(super) fn lies_in(&self, kind: Kind) -> bool {
        match kind {
            Kind::TableLeaf | Kind::TableInner => !self.without_rowid,
            Kind::IndexLeaf | Kind::IndexInner => self.without_rowid,
        }
    }

    /// Whether a record may be one of this table. A column added later is not in older records.
    pub(super) fn fits(&self, row: &[Value]) -> bool {
        let types = || self.columns.iter().zip(row).all(|(column, value)| column.fits(value, self.strict));
        row.len() <= self.columns.len() && types()
    }
}

impl Column {
    fn fits(&self, value: &Value, strict: bool) -> bool {
        match value {
            Value::Null => self.is_rowid || !self.not_null,
            _ if self.is_rowid => false,
            _ if !strict => true,
            Value::Integer(_) => matches!(self.kind.as_str(), "INT" | "INTEGER" | "REAL" | "ANY"),
            Value::Real(_) => matches!(self.kind.as_str(), "REAL" | "ANY"),
            Value::Text(_) => matches!(self.kind.as_str(), "TEXT" | "ANY"),
            Value::Blob(_) => matches!(self.kind.as_str(), "BLOB" | "ANY"),
        }
    }
}

/// What the damaged file says of itself: the rows of the tree that begins at page 1 or, when nothing begins there any
/// more, whatever looks like one of them.
fn objects(pages: &mut Pages, forest: &Forest) -> Vec<Object> {
    let owners = forest.owners(&HashSet::from([1]));
    let begins = forest.kind(1).is_some();
    let mut found = Vec::new();
    for n in forest.nodes_with_rows().filter(|n| forest.kind(*n) == Some(Kind::TableLeaf)) {
        if begins && owners[n as usize] != Owner::Root(1) {
            continue;
        }
        let cells = cells::node(pages, n).into_iter().flat_map(|node| node.cells);
        found.extend(cells.filter_map(|cell| object(cell.row)));
    }
    found
}

fn object(row: Vec<Value>) -> Option<Object> {
    let [Value::Text(kind), Value::Text(name), Value::Text(table), root, sql] =
        <[Value; 5]>::try_from(row).ok()?
    else {
        return None;
    };
    let known = ["table", "index", "trigger", "view"].contains(&kind.as_str());
    let root = if let Value::Integer(root) = root { u32::try_from(root).ok()? } else { 0 };
    let sql = if let Value::Text(sql) = sql { Some(sql) } else { None };
    known.then_some(Object { kind, name, table, root, sql })
}

/// The same, of statements that are believed.
fn told(ddl: &str) -> Result<Vec<Object>, Error> {
    let db = Connection::open_in_memory()?;
    db.execute_batch(ddl)?;
    let mut query = db.prepare("SELECT type, name, tbl_name, 0, sql FROM sqlite_schema ORDER BY rowid")?;
    let rows = query.query_map([], |row| {
        Ok(Object { kind: row.get(0)?, name: row.get(1)?, table: row.get(2)?, root: 0, sql: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A database in memory in which one statement of the damaged file was run; it can be anything, so it may only make
/// something, and only one thing.
fn scratch(sql: &str) -> Option<Connection> {
    let db = Connection::open_in_memory().ok()?;
    let begins = sql.get(..12).is_some_and(|begin| begin.eq_ignore_ascii_case("CREATE TABLE"));
    begins.then(|| db.execute(sql, []).ok()).flatten()?;
    Some(db)
}
