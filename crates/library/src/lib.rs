//! The one file an analyst owns. It knows SQL; it knows neither how texts are read nor how they are searched.
//!
//! Originals and texts are written once, by hash. Findings are replaceable. Decisions go through
//! [`Library::transact`], which journals each changed row in the same transaction: undo, redo and the audit trail
//! are that one table.

mod backup;
mod bin;
mod corrections;
mod decisions;
mod documents;
mod error;
mod file;
mod findings;
mod history;
mod journal;
mod list;
mod lock;
mod migrate;
mod nouns;
mod pack;
mod place;
mod repair;
mod salvage;
mod texts;
mod verify;
mod versions;
mod view;
mod work;

pub use backup::{Backup, backups, due, restore, thin};
pub use bin::DAYS_IN_BIN;
pub use error::Error;
pub use file::{Access, Library, schema_of};
pub use findings::Reading;
pub use history::{Entry, Standing};
pub use journal::{Act, Done, Tx, Who};
pub use list::{Counts, IndicatorCount, Order, Row};
pub use migrate::migrate;
pub use place::{Kind, Place, free_bytes, place};
pub use repair::Extract;
pub use salvage::{Salvaged, SalvagedTable, salvage};
pub use verify::{Depth, Fault, Verified};
pub use versions::{Renewal, Renewed, Version};
pub use view::View;

/// Number of the schema this build writes. Older ones are migrated, newer ones refused untouched.
pub const SCHEMA: i32 = 3;

/// Whether a disk was full, so that callers can tell it apart without knowing SQL. Where nothing at all is left, SQLite
/// fails before it writes: at the memory that it lays beside the file.
pub fn is_full(error: &rusqlite::Error) -> bool {
    let no_room_for_memory =
        |e: &rusqlite::ffi::Error| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
        || error.sqlite_error().is_some_and(no_room_for_memory)
}

/// SQLite's codes for a file whose pages no longer fit together.
pub const DAMAGED: [rusqlite::ErrorCode; 2] =
    [rusqlite::ErrorCode::DatabaseCorrupt, rusqlite::ErrorCode::NotADatabase];
