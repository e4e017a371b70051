//! Bringing a library of an earlier schema up to date: a verified copy first, then all steps in one transaction, so
//! that a crash leaves either the old library or the new one. The journal before the migration stays readable; undo
//! does not reach behind it.

use balise_model::Block;
use rusqlite::{Connection, OpenFlags, Transaction, params};
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

use crate::backup::Fresh;
use crate::file::{lay_out, lock, real, schema_of, settings};
use crate::nouns::{NOUNS, seal};
use crate::pack::pack;
use crate::texts::pack_blocks;
use crate::{Error, SCHEMA, Who};

/// Oldest schema that can be brought up to date.
const OLDEST: i32 = 2;

/// Migrates the library at `path`, after writing a verified copy of it to `copy`, which must not exist.
pub fn migrate(path: &Path, copy: &Path, who: &Who) -> Result<(), Error> {
    let path = real(path)?;
    let found = schema_of(&path)?;
    if !(OLDEST..SCHEMA).contains(&found) {
        return Err(Error::Older { path, found });
    }
    let _held = lock(&path)?.ok_or_else(|| Error::ReadOnly(path.clone()))?;
    let mut db = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    settings(&db)?;
    // Killed after it was final and before it was folded in, a migration stands in the log: the header is behind.
    if db.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0))? == SCHEMA {
        return fold(&db);
    }
    copy_first(&db, copy)?;
    // Tables are renamed and made anew: references are checked at the end, before anything is final.
    db.pragma_update(None, "foreign_keys", false)?;
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    let tx = from_2(tx, who)?;
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Error::NotFound { noun: "reference", id: path.display().to_string() });
    }
    tx.commit()?;
    fold(&db)
}

fn fold(db: &Connection) -> Result<(), Error> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// The copy is checked before the library is touched: what cannot be gone back to is not left.
fn copy_first(db: &Connection, copy: &Path) -> Result<(), Error> {
    let folder = copy.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    // Another library may be migrating right now: only what was left long ago goes.
    Fresh::sweep(folder, Duration::from_secs(24 * 60 * 60));
    match Fresh::copy_of(db, folder, "quick_check")?.land(copy)? {
        None => Ok(()),
        Some(_) => Err(Error::Exists(copy.to_owned())),
    }
}

/// From the tables before the first release: texts were kept in clear, findings one by one, the journal's rows with
/// what they became.
fn from_2<'d>(tx: Transaction<'d>, who: &Who) -> Result<Transaction<'d>, Error> {
    tx.pragma_update(None, "legacy_alter_table", true)?;
    for table in ["library", "original", "text", "document", "decision", "act", "change", "work"] {
        tx.execute_batch(&format!("ALTER TABLE {table} RENAME TO old_{table}"))?;
    }
    tx.execute_batch("DROP TABLE finding; DROP TABLE reading;")?;
    for index in
        ["document_by_day", "document_by_text", "decision_by_text", "decision_by_document", "change_by_row"]
    {
        tx.execute_batch(&format!("DROP INDEX {index}"))?;
    }
    lay_out(&tx)?;
    pack_texts(&tx)?;
    tx.execute_batch(include_str!("../migrations/0003-from-2.sql"))?;
    journal_anew(&tx, who)?;
    for table in ["work", "change", "act", "decision", "document", "text", "original", "library"] {
        tx.execute_batch(&format!("DROP TABLE old_{table}"))?;
    }
    tx.pragma_update(None, "legacy_alter_table", false)?;
    Ok(tx)
}

fn pack_texts(tx: &Transaction<'_>) -> Result<(), Error> {
    let mut query = tx.prepare("SELECT hash, content, blocks FROM old_text ORDER BY rowid")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, content, blocks): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        tx.execute(
            "INSERT INTO text (hash, packed, blocks) VALUES (unhex(?1), ?2, ?3)",
            params![
                hash,
                pack(content.as_bytes())?,
                pack_blocks(&serde_json::from_str::<Vec<Block>>(&blocks)?)?
            ],
        )?;
    }
    Ok(())
}

/// The migration is an act itself: it seals every row as it left it, so that the chain of seals begins here.
fn journal_anew(tx: &Transaction<'_>, who: &Who) -> Result<(), Error> {
    let now = jiff::Zoned::now();
    let params = serde_json::json!({ "count": 1, "from": 2, "to": SCHEMA }).to_string();
    let act: i64 = tx.query_row(
        "INSERT INTO act (kind, params, replica, counter, coder, at, offset_minutes, first, state)
         VALUES ('migrate', ?1, ?2, (SELECT coalesce(max(counter), 0) + 1 FROM act), ?3, ?4, ?5,
           (SELECT coalesce(max(serial), 0) + 1 FROM change), 'fixed') RETURNING seq",
        params![params, who.replica, who.coder, now.timestamp().to_string(), now.offset().seconds() / 60],
        |row| row.get(0),
    )?;
    for noun in NOUNS.iter() {
        noun.each(tx, |id, json| {
            let id = Uuid::from_slice(id).unwrap_or_default();
            tx.prepare_cached("INSERT INTO change (act, noun, id, seal) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![act, noun.name, id, seal(Some(json))])?;
            Ok(())
        })?;
    }
    Ok(())
}
