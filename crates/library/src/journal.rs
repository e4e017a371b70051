//! The one doorway for decisions. An act runs in one transaction; every row it changes is journaled, before and
//! after. Undo puts the befores back as an act of its own, redo the afters; both survive a restart.

use jiff::Zoned;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::Value;

use crate::{Error, Library};

/// Who acts: the coder's name, and the replica (this application's copy of this file).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    pub coder: String,
    pub replica: String,
}

/// The name of an act, as a kind and the values its words need: `import` with `count`, `accept` with `count` …
#[derive(Clone, PartialEq, Debug)]
pub struct Act {
    pub kind: String,
    pub params: Value,
}

impl Act {
    pub fn new(kind: &str, params: Value) -> Self {
        Self { kind: kind.to_owned(), params }
    }
}

/// What an act did.
#[derive(Clone, PartialEq, Debug)]
pub struct Done<T> {
    pub act: Act,
    /// Its number; later acts have higher ones.
    pub seq: i64,
    pub value: T,
    /// Rows it changed, as (noun, id).
    pub touched: Vec<(String, String)>,
}

/// The nouns that decisions are made of: tables with an `id`, journaled row by row.
const NOUNS: [&str; 2] = ["document", "decision"];

/// A transaction that journals what it writes.
pub struct Tx<'l> {
    pub(crate) db: Transaction<'l>,
    act: i64,
    n: i64,
    touched: Vec<(String, String)>,
}

impl Library {
    /// Runs `work` as one act. When it fails, nothing has happened.
    pub fn transact<T>(
        &mut self,
        act: Act,
        who: &Who,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Done<T>, Error> {
        self.run(act, who, None, work)
    }

    /// Whether an act is still the last one, and stands: more can be added to it.
    pub fn continues(&self, seq: i64) -> Result<bool, Error> {
        let sql = "SELECT undone = 0 AND seq = (SELECT max(seq) FROM act) FROM act WHERE seq = ?1";
        Ok(self.db.query_row(sql, [seq], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// Adds to an act that has begun: the next document of the same import. When another act came between, or the
    /// act was undone, a new one begins.
    pub fn extend<T>(
        &mut self,
        seq: i64,
        act: Act,
        who: &Who,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Done<T>, Error> {
        if !self.continues(seq)? {
            return self.transact(act, who, work);
        }
        self.writable()?;
        let db = self.db.transaction()?;
        let n =
            db.query_row("SELECT coalesce(max(n), 0) FROM change WHERE act = ?1", [seq], |row| row.get(0))?;
        db.execute("UPDATE act SET params = ?2 WHERE seq = ?1", params![seq, act.params.to_string()])?;
        let mut tx = Tx { db, act: seq, n, touched: Vec::new() };
        let value = work(&mut tx)?;
        tx.db.commit()?;
        Ok(Done { act, seq, value, touched: tx.touched })
    }

    fn run<T>(
        &mut self,
        act: Act,
        who: &Who,
        reverts: Option<i64>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Done<T>, Error> {
        self.writable()?;
        let db = self.db.transaction()?;
        let now = Zoned::now();
        let row = params![
            act.kind,
            act.params.to_string(),
            who.replica,
            who.coder,
            now.timestamp().to_string(),
            now.offset().seconds() / 60,
            reverts
        ];
        let seq = db.query_row(include_str!("../sql/act/add.sql"), row, |row| row.get(0))?;
        if reverts.is_none() {
            db.execute("UPDATE act SET undone = 2 WHERE undone = 1", [])?;
        }
        let mut tx = Tx { db, act: seq, n: 0, touched: Vec::new() };
        let value = work(&mut tx)?;
        tx.db.commit()?;
        Ok(Done { act, seq, value, touched: tx.touched })
    }

    /// The act that undo would revert.
    pub fn next_undo(&self) -> Result<Option<Act>, Error> {
        Ok(next(&self.db, include_str!("../sql/act/next_undo.sql"))?.map(|(_, act)| act))
    }

    pub fn next_redo(&self) -> Result<Option<Act>, Error> {
        Ok(next(&self.db, include_str!("../sql/act/next_redo.sql"))?.map(|(_, act)| act))
    }

    /// Puts the rows back as they were before the last act that stands; returns that act.
    pub fn undo(&mut self, who: &Who) -> Result<Done<()>, Error> {
        let found = next(&self.db, include_str!("../sql/act/next_undo.sql"))?;
        let (seq, act) = found.ok_or(Error::NothingToRevert)?;
        let done = self.run(Act::new("undo", act.params.clone()), who, Some(seq), |tx| {
            let changes = tx.changes(seq)?;
            for (noun, id, before, _) in changes.into_iter().rev() {
                tx.put_back(&noun, &id, before.as_deref())?;
            }
            tx.db.execute("UPDATE act SET undone = 1 WHERE seq = ?1", [seq])?;
            Ok(())
        })?;
        Ok(Done { act, ..done })
    }

    /// Does the last undone act again; returns that act.
    pub fn redo(&mut self, who: &Who) -> Result<Done<()>, Error> {
        let found = next(&self.db, include_str!("../sql/act/next_redo.sql"))?;
        let (seq, act) = found.ok_or(Error::NothingToRevert)?;
        let done = self.run(Act::new("redo", act.params.clone()), who, Some(seq), |tx| {
            for (noun, id, _, after) in tx.changes(seq)? {
                tx.put_back(&noun, &id, after.as_deref())?;
            }
            tx.db.execute("UPDATE act SET undone = 0 WHERE seq = ?1", [seq])?;
            Ok(())
        })?;
        Ok(Done { act, ..done })
    }

    /// Number of the last act; the search index remembers up to which one it has heard.
    pub fn generation(&self) -> Result<i64, Error> {
        Ok(self.db.query_row("SELECT coalesce(max(seq), 0) FROM act", [], |row| row.get(0))?)
    }

    /// When the last act was done: the date an export prints.
    pub fn last_act(&self) -> Result<Option<Zoned>, Error> {
        let sql = "SELECT at, offset_minutes FROM act ORDER BY seq DESC LIMIT 1";
        let found: Option<(String, i32)> =
            self.db.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        Ok(found.and_then(|(at, minutes)| {
            let offset = jiff::tz::Offset::from_seconds(minutes * 60).ok()?;
            Some(at.parse::<jiff::Timestamp>().ok()?.to_zoned(offset.to_time_zone()))
        }))
    }

    /// Documents that acts after `generation` touched, for whoever keeps something derived from them.
    pub fn documents_touched_since(&self, generation: i64) -> Result<Vec<String>, Error> {
        let sql = "SELECT DISTINCT id FROM change WHERE act > ?1 AND noun = 'document'";
        let mut query = self.db.prepare(sql)?;
        let ids = query.query_map([generation], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

type Change = (String, String, Option<String>, Option<String>);

impl<'l> Tx<'l> {
    /// For what is derived, and so never journaled.
    pub(crate) fn unjournaled(db: Transaction<'l>) -> Self {
        Tx { db, act: 0, n: 0, touched: Vec::new() }
    }
}

impl Tx<'_> {
    /// Writes one row of a noun by `sql`, and journals it.
    pub(crate) fn write(
        &mut self,
        noun: &'static str,
        id: &str,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<(), Error> {
        let before = row(&self.db, noun, id)?;
        self.db.prepare_cached(sql)?.execute(values)?;
        self.journal(noun, id, before)
    }

    /// Makes the row what it was: the JSON of a journal, or absent.
    fn put_back(&mut self, noun: &str, id: &str, wanted: Option<&str>) -> Result<(), Error> {
        let before = row(&self.db, noun, id)?;
        match wanted {
            None => {
                self.db.execute(&format!("DELETE FROM {} WHERE id = ?1", known(noun)?), [id])?;
            }
            Some(json) => {
                let columns = columns(&self.db, noun)?;
                let values: Vec<String> = columns.iter().map(|c| format!("?1 ->> '$.{c}'")).collect();
                let sets: Vec<String> = columns.iter().map(|c| format!("{c} = excluded.{c}")).collect();
                let sql = format!(
                    "INSERT INTO {} ({}) SELECT {} WHERE true ON CONFLICT (id) DO UPDATE SET {}",
                    known(noun)?,
                    columns.join(", "),
                    values.join(", "),
                    sets.join(", ")
                );
                self.db.execute(&sql, [json])?;
            }
        }
        self.journal(noun, id, before)
    }

    fn journal(&mut self, noun: &str, id: &str, before: Option<String>) -> Result<(), Error> {
        let after = row(&self.db, noun, id)?;
        if before == after {
            return Ok(());
        }
        self.n += 1;
        self.db
            .prepare_cached("INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![self.act, self.n, noun, id, before, after])?;
        self.touched.push((noun.to_owned(), id.to_owned()));
        Ok(())
    }

    fn changes(&self, act: i64) -> Result<Vec<Change>, Error> {
        let mut query =
            self.db.prepare("SELECT noun, id, before, after FROM change WHERE act = ?1 ORDER BY n")?;
        let rows = query.query_map([act], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn next(db: &Connection, sql: &str) -> Result<Option<(i64, Act)>, Error> {
    let found: Option<(i64, String, String)> =
        db.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
    found
        .map(|(seq, kind, params)| Ok((seq, Act { kind, params: serde_json::from_str(&params)? })))
        .transpose()
}

/// Only these names are ever put into SQL text.
fn known(noun: &str) -> Result<&'static str, Error> {
    NOUNS.into_iter().find(|n| *n == noun).ok_or(Error::NotFound { noun: "noun", id: noun.to_owned() })
}

fn columns(db: &Connection, noun: &str) -> Result<Vec<String>, Error> {
    let mut query = db.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    Ok(query.query_map([known(noun)?], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// A row as JSON, its columns in order.
fn row(db: &Connection, noun: &str, id: &str) -> Result<Option<String>, Error> {
    let pairs: Vec<String> = columns(db, noun)?.iter().map(|c| format!("'{c}', {c}")).collect();
    let sql = format!("SELECT json_object({}) FROM {} WHERE id = ?1", pairs.join(", "), known(noun)?);
    Ok(db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}
