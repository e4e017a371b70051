//! Keeping a library safe: copies before a migration.

use balise_library::Who;
use std::path::Path;

use crate::{Error, Folders};

/// Brings a library of an earlier Balise up to date; a verified copy of it stays among the backups.
pub(crate) fn migrate(path: &Path, coder: &str, folders: &Folders) -> Result<(), Error> {
    let found = balise_library::schema_of(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stamp = jiff::Zoned::now().strftime("%Y-%m-%d %Hh%M%S");
    let copy = folders.backups("migrations", path).join(format!("{stem} schema {found} {stamp}.balise"));
    let coder = if coder.trim().is_empty() { "?" } else { coder };
    let who = Who { coder: coder.to_owned(), replica: String::new() };
    Ok(balise_library::migrate(path, &copy, &who)?)
}
