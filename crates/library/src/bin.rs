//! The bin (*corbeille*): what is put there counts nowhere, comes back whole, and is removed for good after thirty days
//! or when it is asked for. Removal leaves nothing behind, the journal's copies among it.

use balise_model::{Cited, DocumentId};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::{Act, Done, Error, Library, Tx, View, Who};

/// Days in the bin before a document is removed for good.
pub const DAYS_IN_BIN: i64 = 30;

impl Library {
    /// Puts documents in the bin, as one act.
    pub fn trash(&mut self, documents: &[DocumentId], who: &Who) -> Result<Done<()>, Error> {
        let act = self.act_on("trash", documents)?;
        let now = Timestamp::now().to_string();
        self.transact(act, who, |tx| tx.set_trashed(documents, Some(&now)))
    }

    /// Takes documents out of the bin, as one act.
    pub fn restore(&mut self, documents: &[DocumentId], who: &Who) -> Result<Done<()>, Error> {
        let act = self.act_on("restore", documents)?;
        self.transact(act, who, |tx| tx.set_trashed(documents, None))
    }

    fn act_on(&self, kind: &str, documents: &[DocumentId]) -> Result<Act, Error> {
        let title = match documents {
            [one] => Some(self.document(*one)?.title().to_owned()),
            _ => None,
        };
        Ok(Act::new(kind, serde_json::json!({ "count": documents.len(), "title": title })))
    }

    /// Removes for good what was put in the bin before `before`; returns how many documents. Acts that touched them
    /// can no longer be undone.
    pub fn purge(&mut self, before: Timestamp, who: &Who) -> Result<usize, Error> {
        let sql = "SELECT count(*) FROM document WHERE trashed < ?1";
        let count: i64 = self.db.query_row(sql, [before.to_string()], |row| row.get(0))?;
        if count == 0 {
            return Ok(0);
        }
        let act = Act::new("purge", serde_json::json!({ "count": count }));
        self.transact(act, who, |tx| {
            tx.db.execute_batch("CREATE TEMP TABLE gone (id BLOB PRIMARY KEY)")?;
            let chosen = "INSERT INTO gone SELECT id FROM document WHERE trashed < ?1";
            tx.db.execute(chosen, [before.to_string()])?;
            tx.fix()?;
            tx.db.execute_batch(include_str!("../sql/document/purge.sql"))?;
            drop_unused(&tx.db)
        })?;
        // The log would keep what was removed.
        self.settle()?;
        Ok(count as usize)
    }

    /// Gives back the space of what nothing shows any more: texts and originals of undone imports. What was undone can
    /// then no longer be redone.
    pub fn compact(&mut self) -> Result<(), Error> {
        self.write(|db| {
            db.execute("UPDATE act SET state = 'passed' WHERE state = 'undone'", [])?;
            drop_unused(&db)?;
            Ok(db.commit()?)
        })?;
        let vacuumed = self.writer()?.execute_batch("VACUUM").map_err(Error::from);
        self.heed(vacuumed)?;
        self.settle()
    }
}

impl Tx<'_> {
    fn set_trashed(&mut self, documents: &[DocumentId], at: Option<&str>) -> Result<(), Error> {
        let sql = "UPDATE document SET trashed = ?2 WHERE id = ?1 AND (trashed IS NULL) <> (?2 IS NULL)";
        documents.iter().try_for_each(|id| self.write("document", id.0, sql, params![id.0, at]))
    }
}

/// Texts and originals that no document shows or showed, with what was read in them.
fn drop_unused(db: &Connection) -> Result<(), Error> {
    Ok(db.execute_batch(include_str!("../sql/text/drop_unused.sql"))?)
}

impl View {
    /// Figures that count and would no longer, were these documents put in the bin: what charts and reports would lose.
    pub fn counted_in(&self, documents: &[DocumentId]) -> Result<Vec<Cited>, Error> {
        let mut out = Vec::new();
        for document in documents {
            out.extend(self.figures_of(*document)?.into_iter().filter(|c| c.status.counts()));
        }
        Ok(out)
    }
}
