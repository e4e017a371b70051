//! The one file an analyst owns. It knows SQL; it knows neither how texts are read nor how they are searched.
//!
//! Originals and texts are written once, by hash. Findings are replaceable. Decisions go through
//! [`Library::transact`], which journals each changed row in the same transaction: undo, redo and the audit trail
//! are that one table.

mod corrections;
mod decisions;
mod documents;
mod error;
mod file;
mod journal;
mod texts;
mod verify;
mod work;

pub use documents::Row;
pub use error::Error;
pub use file::{Access, Library};
pub use journal::{Act, Done, Tx, Who};
pub use verify::{Depth, Fault, Verified};

/// Number of the schema this build writes. Until the format is settled, a file of another number is refused.
pub const SCHEMA: i32 = 2;

/// SQLite's code for a full disk, so that callers can tell it apart without knowing SQL.
pub const FULL: rusqlite::ErrorCode = rusqlite::ErrorCode::DiskFull;

/// SQLite's codes for a file whose pages no longer fit together.
pub const DAMAGED: [rusqlite::ErrorCode; 2] =
    [rusqlite::ErrorCode::DatabaseCorrupt, rusqlite::ErrorCode::NotADatabase];
