//! From errors to messages: a short code with its values; the words are `problem-<code>` and `problem-<code>-hint`.

use balise_library::Error as LibraryError;
use balise_model::Problem;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Library(#[from] LibraryError),
    #[error(transparent)]
    Search(#[from] balise_search::Error),
    #[error(transparent)]
    Chart(#[from] balise_charts::Error),
    #[error(transparent)]
    Report(#[from] balise_report::Error),
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    /// Something asked for that cannot be; already a message.
    #[error("{}", .0.code)]
    Said(Problem),
}

impl Error {
    pub fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}

/// An error as a message for a person.
pub fn problem(error: &Error) -> Problem {
    match error {
        Error::Said(problem) => problem.clone(),
        Error::Library(error) => problem_of(error),
        Error::Io { path, source } => io(path, source),
        Error::Search(e) => Problem::new("search-failed").detail(e),
        Error::Chart(e) => Problem::new("chart-failed").detail(e),
        Error::Report(e) => Problem::new("report-failed").detail(e),
    }
}

/// The same for a library alone.
pub fn problem_of(error: &LibraryError) -> Problem {
    let at = |code: &str, path: &Path| Problem::new(code).with("file", name(path)).detail(error);
    match error {
        LibraryError::Missing(path) => at("library-missing", path),
        LibraryError::Exists(path) => at("library-exists", path),
        LibraryError::NotALibrary(path) => at("library-not-one", path),
        LibraryError::Older { path, .. } => at("library-older", path),
        LibraryError::Newer { path, by, .. } => {
            at("library-newer", path).with("by", by).with("version", env!("CARGO_PKG_VERSION"))
        }
        LibraryError::Moved(path) => at("library-moved", path),
        LibraryError::Stopped(path) => at("library-stopped", path),
        LibraryError::BuiltUpon(_) => Problem::new("built-upon"),
        LibraryError::Fixed => Problem::new("act-fixed"),
        LibraryError::OpenElsewhere { path, by } => at("library-open-elsewhere", path).with("by", by),
        LibraryError::TwoNames(path) => at("library-two-names", path),
        LibraryError::ReadOnly(path) => at("library-read-only", path),
        LibraryError::BrokenSeal(_) => Problem::new("seal-broken").detail(error),
        LibraryError::NothingToRevert => Problem::new("nothing-to-revert"),
        LibraryError::NotFound { noun, id } => {
            Problem::new("not-found").with("noun", noun).with("id", id).detail(error)
        }
        LibraryError::Damaged { path, .. } => at("library-damaged", path),
        LibraryError::NoSpace { path, needed, free } => {
            at("disk-full", path).with("needed", needed).with("free", free)
        }
        LibraryError::Io { path, source } => io(path, source),
        LibraryError::Sql(e) if balise_library::is_full(e) => Problem::new("disk-full").detail(error),
        LibraryError::Sql(e)
            if e.sqlite_error_code().is_some_and(|c| balise_library::DAMAGED.contains(&c)) =>
        {
            Problem::new("library-damaged").detail(error)
        }
        LibraryError::Sql(_) | LibraryError::Json(_) => Problem::new("library-failed").detail(error),
    }
}

fn io(path: &Path, source: &std::io::Error) -> Problem {
    use std::io::ErrorKind::{NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let code = match source.kind() {
        NotFound => "file-missing",
        PermissionDenied | ReadOnlyFilesystem => "file-not-permitted",
        StorageFull => "disk-full",
        _ => "file-failed",
    };
    Problem::new(code).with("file", name(path)).detail(format!("{}: {source}", path.display()))
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}
