//! The one doorway for decisions. An act runs in one transaction; every row it changes is journaled: what it was
//! before, and a seal of what it became. Undo puts the befores back as an act of its own, redo undoes that undo; both
//! reach any act since the last migration, in any document, after any restart.

use jiff::Zoned;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::Value;
use uuid::Uuid;

use crate::nouns::{Noun, seal};
use crate::{Error, Library, View};

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
    pub touched: Vec<(&'static str, Uuid)>,
}

/// A transaction that journals what it writes.
pub struct Tx<'l> {
    pub(crate) db: Transaction<'l>,
    act: i64,
    touched: Vec<(&'static str, Uuid)>,
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

    /// Adds to an act that has begun: the next documents of the same import. When another act came between, or the
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
        let done = self.write(|db| {
            db.execute("UPDATE act SET params = ?2 WHERE seq = ?1", params![seq, act.params.to_string()])?;
            finish(Tx { db, act: seq, touched: Vec::new() }, work)
        });
        done.map(|(value, touched)| Done { act, seq, value, touched })
    }

    fn run<T>(
        &mut self,
        act: Act,
        who: &Who,
        reverts: Option<i64>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<Done<T>, Error> {
        let mut seq = 0;
        let done = self.write(|db| {
            seq = begin(&db, &act, who, reverts)?;
            finish(Tx { db, act: seq, touched: Vec::new() }, work)
        });
        done.map(|(value, touched)| Done { act, seq, value, touched })
    }

    /// A transaction of the writer, whose outcome is heeded.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let db = self.writer()?;
        let outcome =
            db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(Error::from);
        let outcome = outcome.and_then(work);
        self.heed(outcome)
    }

    /// Puts the rows back as they were before the last act that stands; returns that act.
    pub fn undo(&mut self, who: &Who) -> Result<Done<()>, Error> {
        let found = next(&self.db, include_str!("../sql/act/next_undo.sql"))?;
        let (seq, act) = found.ok_or(Error::NothingToRevert)?;
        self.take_back(seq, act, who)
    }

    /// Undoes one act, whichever it is, while no later act that stands builds on what it did.
    pub fn undo_act(&mut self, seq: i64, who: &Who) -> Result<Done<()>, Error> {
        let sql = "SELECT kind, params, state FROM act WHERE seq = ?1 AND reverts IS NULL";
        let found: Option<(String, String, String)> =
            self.db.query_row(sql, [seq], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
        let (kind, params, state) =
            found.ok_or_else(|| Error::NotFound { noun: "act", id: seq.to_string() })?;
        match state.as_str() {
            "stands" => {}
            "fixed" => return Err(Error::Fixed),
            _ => return Err(Error::NothingToRevert),
        }
        let mut query = self.db.prepare(include_str!("../sql/act/built_upon.sql"))?;
        let later = query.query_row([seq], act_of).optional()?;
        drop(query);
        match later {
            Some(later) => Err(Error::BuiltUpon(Some(later.act()?.1))),
            None => self.take_back(seq, Act { kind, params: serde_json::from_str(&params)? }, who),
        }
    }

    fn take_back(&mut self, seq: i64, act: Act, who: &Who) -> Result<Done<()>, Error> {
        let done = self.run(Act::new("undo", act.params.clone()), who, Some(seq), |tx| {
            tx.put_back_changes_of(seq)?;
            let undone = "UPDATE act SET state = 'undone', undone_by = ?2 WHERE seq = ?1";
            tx.db.prepare_cached(undone)?.execute([seq, tx.act])?;
            Ok(())
        });
        // What refers to a row that would go was made by a later act.
        done.map(|done| Done { act, ..done }).map_err(|error| match error {
            Error::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                Error::BuiltUpon(None)
            }
            other => other,
        })
    }

    /// Does the act that was undone last again; returns that act.
    pub fn redo(&mut self, who: &Who) -> Result<Done<()>, Error> {
        let found = next(&self.db, include_str!("../sql/act/next_redo.sql"))?;
        let (seq, act) = found.ok_or(Error::NothingToRevert)?;
        let done = self.run(Act::new("redo", act.params.clone()), who, Some(seq), |tx| {
            let sql = "SELECT undone_by FROM act WHERE seq = ?1";
            let undo = tx.db.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?;
            tx.put_back_changes_of(undo)?;
            let standing = "UPDATE act SET state = 'stands', undone_by = NULL WHERE seq = ?1";
            tx.db.prepare_cached(standing)?.execute([seq])?;
            Ok(())
        })?;
        Ok(Done { act, ..done })
    }
}

impl View {
    /// Whether an act is still the last one, and stands: more can be added to it.
    pub fn continues(&self, seq: i64) -> Result<bool, Error> {
        let sql = "SELECT state = 'stands' AND seq = (SELECT max(seq) FROM act) FROM act WHERE seq = ?1";
        let mut query = self.db.prepare_cached(sql)?;
        Ok(query.query_row([seq], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// The act that undo would revert.
    pub fn next_undo(&self) -> Result<Option<Act>, Error> {
        Ok(next(&self.db, include_str!("../sql/act/next_undo.sql"))?.map(|(_, act)| act))
    }

    pub fn next_redo(&self) -> Result<Option<Act>, Error> {
        Ok(next(&self.db, include_str!("../sql/act/next_redo.sql"))?.map(|(_, act)| act))
    }

    /// Number of the last change, which no later one has again: whoever derives something from the library (the search
    /// index, a list) remembers up to which one it has heard.
    pub fn generation(&self) -> Result<i64, Error> {
        let mut query = self.db.prepare_cached("SELECT coalesce(max(serial), 0) FROM change")?;
        Ok(query.query_row([], |row| row.get(0))?)
    }

    /// When the last act was done: the date an export prints.
    pub fn last_act(&self) -> Result<Option<Zoned>, Error> {
        let sql = "SELECT at, offset_minutes FROM act ORDER BY seq DESC LIMIT 1";
        let found: Option<(String, i32)> =
            self.db.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        Ok(found.and_then(|(at, minutes)| zoned(&at, minutes)))
    }

    /// Documents changed after `generation`, for whoever keeps something derived from them.
    pub fn documents_touched_since(&self, generation: i64) -> Result<Vec<Uuid>, Error> {
        let sql = "SELECT DISTINCT id FROM change WHERE serial > ?1 AND noun = 'document'";
        let mut query = self.db.prepare(sql)?;
        let ids = query.query_map([generation], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

/// A moment with the offset it had where it was.
pub(crate) fn zoned(at: &str, offset_minutes: i32) -> Option<Zoned> {
    let offset = jiff::tz::Offset::from_seconds(offset_minutes * 60).ok()?;
    Some(at.parse::<jiff::Timestamp>().ok()?.to_zoned(offset.to_time_zone()))
}

fn begin(db: &Connection, act: &Act, who: &Who, reverts: Option<i64>) -> Result<i64, Error> {
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
    db.prepare_cached(include_str!("../sql/act/add.sql"))?.execute(row)?;
    let seq = db.last_insert_rowid();
    if reverts.is_none() && db.prepare_cached("SELECT 1 FROM act WHERE state = 'undone'")?.exists([])? {
        db.prepare_cached("UPDATE act SET state = 'passed' WHERE state = 'undone'")?.execute([])?;
    }
    Ok(seq)
}

type Finished<T> = (T, Vec<(&'static str, Uuid)>);

fn finish<T>(
    mut tx: Tx<'_>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<Finished<T>, Error> {
    let value = work(&mut tx)?;
    tx.db.commit()?;
    Ok((value, tx.touched))
}

impl<'l> Tx<'l> {
    /// For what is derived, and so never journaled.
    pub(crate) fn unjournaled(db: Transaction<'l>) -> Self {
        Tx { db, act: 0, touched: Vec::new() }
    }
}

impl Tx<'_> {
    /// Writes one row of a noun by `sql`, and journals it.
    pub(crate) fn write(
        &mut self,
        noun: &str,
        id: Uuid,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<(), Error> {
        let noun = Noun::named(noun)?;
        let before = noun.row(&self.db, id.as_bytes())?;
        self.db.prepare_cached(sql)?.execute(values)?;
        self.journal(noun, id, before)
    }

    /// Makes this act one that cannot be undone, and gives it a change of its own, so that serials of changes that it
    /// removes are not used again.
    pub(crate) fn fix(&mut self) -> Result<(), Error> {
        self.db.execute("UPDATE act SET state = 'fixed' WHERE seq = ?1", [self.act])?;
        let sql = "INSERT INTO change (act, noun, id) VALUES (?1, 'library', zeroblob(16))";
        self.db.execute(sql, [self.act])?;
        Ok(())
    }

    /// Puts back what each row was before an act, the last change first.
    fn put_back_changes_of(&mut self, act: i64) -> Result<(), Error> {
        let changes: Vec<(String, Uuid, Option<String>)> = {
            let mut query = self.db.prepare_cached(include_str!("../sql/act/changes.sql"))?;
            query.query_map([act], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?.collect::<Result<_, _>>()?
        };
        for (noun, id, wanted) in changes {
            let noun = Noun::named(&noun)?;
            let before = noun.row(&self.db, id.as_bytes())?;
            noun.put_back(&self.db, id.as_bytes(), wanted.as_deref())?;
            self.journal(noun, id, before)?;
        }
        Ok(())
    }

    fn journal(&mut self, noun: &'static Noun, id: Uuid, before: Option<String>) -> Result<(), Error> {
        let after = noun.row(&self.db, id.as_bytes())?;
        if before == after {
            return Ok(());
        }
        self.db
            .prepare_cached("INSERT INTO change (act, noun, id, before, seal) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![self.act, noun.name, id, before, seal(after.as_deref())])?;
        self.touched.push((noun.name, id));
        Ok(())
    }
}

/// An act as it is stored: seq, kind, params.
struct Stored(i64, String, String);

impl Stored {
    fn act(self) -> Result<(i64, Act), Error> {
        Ok((self.0, Act { kind: self.1, params: serde_json::from_str(&self.2)? }))
    }
}

fn act_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored(row.get(0)?, row.get(1)?, row.get(2)?))
}

fn next(db: &Connection, sql: &str) -> Result<Option<(i64, Act)>, Error> {
    db.prepare_cached(sql)?.query_row([], act_of).optional()?.map(Stored::act).transpose()
}
