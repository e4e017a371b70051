//! Backups: whole copies of a library in a folder of the application's, each checked before it counts as one.
//!
//! A damaged library never becomes a backup, and a copy is checked before it gets its name. Beside each lies a note
//! (`NAME.balise.json`) that says it is ours, how long it must be, and its place in the order in which they were made:
//! clocks go wrong, a counter does not. A file without its note is somebody's: never listed, never removed.

mod copy;
mod keep;
#[cfg(test)]
mod tests;

use jiff::{Timestamp, Zoned};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::{Error, View};
pub(crate) use copy::{Fresh, check, full, pieces};
pub use keep::{due, thin};

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Backup {
    pub path: PathBuf,
    /// By the clock of then, which may have been wrong: `sequence` says which of two is newer.
    pub made: Timestamp,
    pub sequence: u64,
    pub bytes: u64,
    /// It was checked when it was made, and still has the length it had then.
    pub verified: bool,
}

/// What the note beside a backup says.
#[derive(Serialize, Deserialize)]
struct Note {
    sequence: u64,
    made: Timestamp,
    bytes: u64,
}

impl View {
    /// Copies the library into `folder`, which is made when it is not there, as "NAME 2026-11-12 09h03.balise".
    pub fn back_up(&self, folder: &Path, now: &Zoned) -> Result<Backup, Error> {
        check(&self.db, self.path(), "quick_check")?;
        fs::create_dir_all(folder).map_err(Error::io(folder))?;
        // Nobody else backs this library up: what lies half done was left by a crash.
        Fresh::sweep(folder, Duration::ZERO);
        let fresh = Fresh::copy_of(&self.db, folder, "quick_check")?;
        let bytes = fs::metadata(fresh.path()).map_err(Error::io(fresh.path()))?.len();
        let sequence = notes(folder).map(|(_, note)| note.sequence).max().unwrap_or(0) + 1;
        let note = Note { sequence, made: now.timestamp(), bytes };
        let name = format!("{} {}", plain_name(self.path()), now.strftime("%Y-%m-%d %Hh%M"));
        let path = land_noted(fresh, folder, &name, &note)?;
        Ok(Backup { path, made: note.made, sequence, bytes, verified: true })
    }
}

impl View {
    /// Writes a checked copy of the library to `file`, over nothing that is there.
    pub fn copy_to(&self, file: &Path) -> Result<(), Error> {
        let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match Fresh::copy_of(&self.db, folder, "integrity_check")?.land(file)? {
            None => Ok(()),
            Some(_) => Err(Error::Exists(file.to_owned())),
        }
    }
}

/// The backups in a folder, newest first. A folder that is not there has none.
pub fn backups(folder: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = notes(folder)
        .filter_map(|(path, note)| {
            let file = fs::metadata(&path).ok().filter(|file| file.is_file())?;
            let (bytes, verified) = (file.len(), file.len() == note.bytes);
            Some(Backup { path, made: note.made, sequence: note.sequence, bytes, verified })
        })
        .collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.sequence, backup.made)));
    found
}

impl Backup {
    /// Removes the copy, then its note: killed in between, what stays is a note of nothing.
    pub fn remove(&self) -> Result<(), Error> {
        fs::remove_file(&self.path).map_err(Error::io(&self.path))?;
        let note = note_of(&self.path);
        fs::remove_file(&note).map_err(Error::io(&note))
    }
}

/// Puts a backup beside the library as "NAME (`words`).balise", or with a number when there is one already, and says
/// where it lies. The library itself is not touched: a person compares, then decides.
pub fn restore(backup: &Path, library: &Path, words: &str) -> Result<PathBuf, Error> {
    if !backup.exists() {
        return Err(Error::Missing(backup.to_owned()));
    }
    let folder = library.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let source = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    check(&source, backup, "integrity_check")?;
    let mut fresh = Fresh::copy_of(&source, folder, "integrity_check")?;
    let name = format!("{} ({})", plain_name(library), safe(words));
    for n in 1_u32.. {
        let path = folder.join(numbered(&name, n));
        match fresh.land(&path)? {
            None => return Ok(path),
            Some(again) => fresh = again,
        }
    }
    unreachable!("a folder holds fewer files than there are numbers")
}

/// Writes the note, which takes the name, then gives the copy that name. Neither writes over anything.
fn land_noted(mut fresh: Fresh, folder: &Path, name: &str, note: &Note) -> Result<PathBuf, Error> {
    for n in 1_u32.. {
        let path = folder.join(numbered(name, n));
        let beside = note_of(&path);
        if path.exists() {
            continue;
        }
        match write_new(&beside, &serde_json::to_vec(note)?) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(copy::full(Error::io(&beside)(error), folder, note.bytes)),
        }
        match fresh.land(&path) {
            Ok(None) => return Ok(path),
            Ok(Some(again)) => fresh = again,
            Err(error) => {
                let _ = fs::remove_file(&beside);
                return Err(error);
            }
        }
        let _ = fs::remove_file(&beside);
    }
    unreachable!("a folder holds fewer files than there are numbers")
}

fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// Every note that can be read, with the path of the copy it speaks of, which may be gone.
fn notes(folder: &Path) -> impl Iterator<Item = (PathBuf, Note)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| {
        let path = entry.path();
        let name = path.to_str()?;
        let copy = PathBuf::from(name.strip_suffix(".json").filter(|copy| copy.ends_with(".balise"))?);
        let note = serde_json::from_slice(&fs::read(&path).ok()?).ok()?;
        Some((copy, note))
    })
}

fn note_of(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".json");
    PathBuf::from(name)
}

fn numbered(name: &str, n: u32) -> String {
    if n == 1 { format!("{name}.balise") } else { format!("{name} {n}.balise") }
}

/// The library's name without its ending, short enough that date and ending fit into 255 bytes.
fn plain_name(library: &Path) -> String {
    let mut name = safe(&library.file_stem().unwrap_or_default().to_string_lossy());
    while name.len() > 150 {
        name.pop();
    }
    name
}

/// What Windows refuses in a name, replaced: backups are carried from one system to another.
fn safe(name: &str) -> String {
    let refused = |c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c);
    name.chars().map(|c| if refused(c) { '_' } else { c }).collect()
}
