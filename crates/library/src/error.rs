//! What can go wrong with a library, told apart where a caller acts differently.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no file at {0}")]
    Missing(PathBuf),
    #[error("{0} exists already")]
    Exists(PathBuf),
    #[error("{0} is not a Balise library")]
    NotALibrary(PathBuf),
    /// Of an earlier schema: it can be brought up to date.
    #[error("{path} has schema {found}, this build writes {}", crate::SCHEMA)]
    Older { path: PathBuf, found: i32 },
    /// Written by a newer Balise, whose version is `by` where the file tells it. It is not touched.
    #[error("{path} has schema {found} (Balise {by}), this build writes {}", crate::SCHEMA)]
    Newer { path: PathBuf, found: i32, by: String },
    /// Another process holds it; `by` is what its lock file says.
    #[error("{path} is open elsewhere: {by}")]
    OpenElsewhere { path: PathBuf, by: String },
    /// The same file has another name somewhere, with a log and a lock of its own: two writers would ruin it.
    #[error("{0} has a second name")]
    TwoNames(PathBuf),
    #[error("{0} can be read but not written")]
    ReadOnly(PathBuf),
    /// The file was moved, renamed or replaced while it was open; what was acknowledged is in it.
    #[error("{0} is no longer the file that was opened")]
    Moved(PathBuf),
    /// The disk refused a write: nothing more is written until the library is opened anew.
    #[error("{0}: a write failed earlier; nothing more is written")]
    Stopped(PathBuf),
    /// A figure whose quote is not in its text was refused.
    #[error("the quote of figure {0} does not stand in its text")]
    BrokenSeal(String),
    #[error("nothing to undo or redo")]
    NothingToRevert,
    /// A later act builds on the one that was to be undone; it is named where it is known.
    #[error("a later act builds on this one")]
    BuiltUpon(Option<crate::Act>),
    /// An act from before the last migration, or one that undoing does not reach.
    #[error("this act cannot be undone")]
    Fixed,
    #[error("no {noun} {id}")]
    NotFound { noun: &'static str, id: String },
    /// SQLite's own check found the pages of this file not to fit together; `detail` is the first thing it said.
    #[error("{path} is damaged: {detail}")]
    Damaged { path: PathBuf, detail: String },
    /// Known before writing, or found out while writing; nothing was left behind.
    #[error("{path} needs {needed} bytes, {free} are free")]
    NoSpace { path: PathBuf, needed: u64, free: u64 },
    /// No space left, a stick removed: the place, and what the system said.
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error("a stored value cannot be read: {0}")]
    Json(#[from] serde_json::Error),
}

impl Error {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}
