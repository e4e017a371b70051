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
    /// Made by an older or newer build; `found` is its schema number.
    #[error("{path} has schema {found}, this build writes {}", crate::SCHEMA)]
    OtherSchema { path: PathBuf, found: i32 },
    /// Another process holds it; `by` is what its lock file says.
    #[error("{path} is open elsewhere: {by}")]
    OpenElsewhere { path: PathBuf, by: String },
    #[error("{0} can be read but not written")]
    ReadOnly(PathBuf),
    /// A figure whose quote is not in its text was refused.
    #[error("the quote of figure {0} does not stand in its text")]
    BrokenSeal(String),
    #[error("nothing to undo or redo")]
    NothingToRevert,
    #[error("no {noun} {id}")]
    NotFound { noun: &'static str, id: String },
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
