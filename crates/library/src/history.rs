//! The acts of a library, for people: what was done, by whom, when, and whether it can be undone.

use jiff::Zoned;
use rusqlite::params;

use crate::journal::zoned;
use crate::nouns::{NOUNS, seal};
use crate::{Act, Error, View};

/// Where an act stands today.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    Stands,
    /// Undone; redo may still reach it.
    Undone,
    /// It cannot be undone: it came before the last migration, or what it changed was removed for good.
    Fixed,
}

/// One line of the history.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    pub seq: i64,
    pub act: Act,
    pub coder: String,
    /// In the offset of the day and place.
    pub at: Option<Zoned>,
    pub standing: Standing,
}

impl View {
    /// At most `limit` acts, latest first, from before act `before` when it is given.
    pub fn history(&self, before: Option<i64>, limit: usize) -> Result<Vec<Entry>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/act/history.sql"))?;
        let mut rows = query.query(params![before.unwrap_or(i64::MAX), limit as i64])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let (params, at, state): (String, String, String) = (row.get(2)?, row.get(4)?, row.get(6)?);
            out.push(Entry {
                seq: row.get(0)?,
                act: Act { kind: row.get(1)?, params: serde_json::from_str(&params)? },
                coder: row.get(3)?,
                at: zoned(&at, row.get(5)?),
                standing: match state.as_str() {
                    "stands" => Standing::Stands,
                    "fixed" => Standing::Fixed,
                    _ => Standing::Undone,
                },
            });
        }
        Ok(out)
    }

    pub fn act_count(&self) -> Result<usize, Error> {
        Ok(self.db.query_row("SELECT count(*) FROM act", [], |row| row.get::<_, i64>(0))? as usize)
    }

    /// A hash of all decisions as they stand, whatever the way that led there: two libraries with the same decisions
    /// have the same, and so has one after undoing and redoing.
    pub fn state_hash(&self) -> Result<String, Error> {
        let mut seals = Vec::new();
        for noun in NOUNS.iter() {
            noun.each(&self.db, |id, json| {
                seals.extend_from_slice(id);
                seals.extend(seal(Some(json)).unwrap_or_default());
                Ok(())
            })?;
        }
        Ok(balise_model::ContentHash::of(&seals).to_string())
    }
}
