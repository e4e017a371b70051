//! Keeping a library safe: backups, copies, what to do when it is damaged, and where it lies.

use balise_library::{Backup, Counts, Depth, Fault, Kind, Library, Place, Salvaged, Verified, View, Who};
use balise_model::{Document, Origin, Problem, Text};
use jiff::{Timestamp, ToSpan, Zoned};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use crate::{Desk, Error, Folders, Reader};

/// A library as a file.
#[derive(Debug, Serialize)]
pub struct About {
    pub path: PathBuf,
    pub bytes: u64,
    pub schema: i32,
    pub counts: Counts,
    pub acts: usize,
    pub place: Place,
    pub backups: Vec<Backup>,
}

impl Reader {
    pub fn about(&self, folders: &Folders) -> Result<About, Error> {
        let path = self.view().path().to_owned();
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        Ok(About {
            bytes: size(&path),
            schema: balise_library::SCHEMA,
            counts: self.view().counts()?,
            acts: self.view().act_count()?,
            place: balise_library::place(&path),
            backups: balise_library::backups(&backups_of(self.view(), folders)?),
            path,
        })
    }

    /// A verified copy among the backups; older ones are thinned.
    pub fn back_up(&self, folders: &Folders, now: &Zoned) -> Result<Backup, Error> {
        let folder = backups_of(self.view(), folders)?;
        let made = self.view().back_up(&folder, now)?;
        let free = balise_library::free_bytes(&folder).unwrap_or(u64::MAX);
        for old in balise_library::thin(&balise_library::backups(&folder), now, free) {
            old.remove()?;
        }
        Ok(made)
    }

    /// The backup of the day: at its first use, when something was done since the last one.
    pub fn back_up_if_due(&self, folders: &Folders, now: &Zoned) -> Result<Option<Backup>, Error> {
        let kept = balise_library::backups(&backups_of(self.view(), folders)?);
        let last = self.view().last_act()?.map(|at| at.timestamp());
        match balise_library::due(&kept, now, last) {
            true => self.back_up(folders, now).map(Some),
            false => Ok(None),
        }
    }

    /// A checked copy of the library where the analyst wants it; a file that is there is replaced once the copy is whole.
    pub fn save_copy(&self, file: &Path) -> Result<(), Error> {
        if file.canonicalize().is_ok_and(|real| real == self.view().path()) {
            return Err(balise_library::Error::Exists(file.to_owned()).into());
        }
        let fresh = file.with_extension(format!("{}.tmp", std::process::id()));
        self.view().copy_to(&fresh)?;
        std::fs::rename(&fresh, file).map_err(Error::io(file))
    }
}

/// Where a new library is proposed: the analyst's documents, unless a program copies that folder elsewhere while one
/// works, or it lies on a network.
pub fn proposed(folders: &Folders) -> PathBuf {
    match balise_library::place(&folders.documents.join("x.balise")).kind {
        Kind::Local => folders.documents.clone(),
        Kind::Synced(_) | Kind::Network => {
            let own = folders.data.join("libraries");
            // Not being able to make it shows when the library is made.
            let _ = std::fs::create_dir_all(&own);
            own
        }
    }
}

impl Desk {
    /// What to say once of a library that lies where others write too.
    pub fn lies_badly(&self) -> Option<Problem> {
        match balise_library::place(self.library.path()).kind {
            Kind::Local => None,
            Kind::Synced(by) => Some(Problem::new("library-synced").with("by", by)),
            Kind::Network => Some(Problem::new("library-on-network")),
        }
    }

    /// What to say of how the library was found: work of the last time may be missing.
    pub fn found_wrong(&self) -> Result<Option<Problem>, Error> {
        if !self.library.log_lost() {
            return Ok(None);
        }
        let last = self.library.last_act()?.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string());
        Ok(Some(Problem::new("log-lost").with("since", last.unwrap_or_default())))
    }

    /// Removes for good what has been in the bin for its thirty days.
    pub fn purge_due(&mut self, now: Timestamp) -> Result<usize, Error> {
        let hours = balise_library::DAYS_IN_BIN * 24;
        let before = now.checked_sub(hours.hours()).unwrap_or(Timestamp::MIN);
        Ok(self.library.purge(before, &self.who)?)
    }

    /// Empties the bin now.
    pub fn empty_bin(&mut self) -> Result<usize, Error> {
        Ok(self.library.purge(Timestamp::MAX, &self.who)?)
    }

    /// Gives unused space back.
    pub fn compact(&mut self) -> Result<(), Error> {
        Ok(self.library.compact()?)
    }

    /// Checks the library and, in full, its index beside it.
    pub fn verify(&self, depth: Depth) -> Result<Verified, Error> {
        let mut report = self.reader.view().verify(depth)?;
        if depth == Depth::Full {
            report.faults.extend(self.index_faults()?);
        }
        Ok(report)
    }

    fn index_faults(&self) -> Result<Vec<Fault>, Error> {
        let mut indexer = self.indexer.lock().unwrap_or_else(PoisonError::into_inner);
        indexer.catch_up(self.reader.view(), |_| true)?;
        let ((held, damaged), wanted) = (indexer.state()?, self.reader.view().counts()?.documents);
        let mut faults = Vec::new();
        if damaged > 0 {
            faults.push(Fault::new("index-damaged", damaged.to_string()));
        }
        if held != wanted {
            faults.push(Fault::new("index-behind", format!("{held} ≠ {wanted}")));
        }
        Ok(faults)
    }

    /// Mends what can be proved, from the library itself and its backups; the index is made anew when it is wrong.
    /// Returns what is still wrong.
    pub fn repair(&mut self) -> Result<Verified, Error> {
        if !self.index_faults()?.is_empty() {
            self.reindex()?;
        }
        let kept = balise_library::backups(&backups_of(self.reader.view(), &self.folders)?);
        let kept: Vec<&Path> = kept.iter().map(|backup| backup.path.as_path()).collect();
        let extract = |document: &Document, bytes: &[u8]| -> Option<Text> {
            balise_ingest::read(bytes, &Origin { name: document.file.clone() }).text
        };
        let mut report = self.library.repair(&kept, &extract)?;
        self.read_again()?;
        report.faults.extend(self.index_faults()?);
        Ok(report)
    }

    /// Makes the search index anew.
    pub fn reindex(&self) -> Result<usize, Error> {
        let mut indexer = self.indexer.lock().unwrap_or_else(PoisonError::into_inner);
        indexer.reset();
        indexer.catch_up(self.reader.view(), |_| true)?;
        Ok(indexer.state()?.0)
    }
}

/// A backup, or what can be read of the damaged file: what a library that cannot be used offers.
pub fn backups_at(path: &Path, folders: &Folders) -> Vec<Backup> {
    let mut found: Vec<Backup> =
        folders.backups_at(path).iter().flat_map(|folder| balise_library::backups(folder)).collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.sequence, backup.made)));
    found
}

/// Puts a backup beside the library under a name that says what it is; returns where.
pub fn restore(backup: &Backup, library: &Path, words: &str) -> Result<PathBuf, Error> {
    Ok(balise_library::restore(&backup.path, library, words)?)
}

/// Every row that can still be read of a damaged library, as a new one beside it; returns where.
pub fn salvage(damaged: &Path, words: &str) -> Result<(PathBuf, Salvaged), Error> {
    let stem = damaged.file_stem().unwrap_or_default().to_string_lossy();
    let named = |n: u32| match n {
        1 => damaged.with_file_name(format!("{stem} ({words}).balise")),
        n => damaged.with_file_name(format!("{stem} ({words} {n}).balise")),
    };
    let new = (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1));
    let came_out = balise_library::salvage(damaged, &new, None)?;
    Ok((new, came_out))
}

/// A library of an earlier Balise, brought up to date. Where it cannot be written, a copy is, and opened for reading.
pub(crate) fn up_to_date(path: &Path, coder: &str, folders: &Folders) -> Result<Library, Error> {
    match migrate(path, coder, folders) {
        Ok(()) => Ok(Library::open(path)?),
        Err(Error::Library(balise_library::Error::ReadOnly(_))) => {
            let place = folders.reading(path);
            let _ = std::fs::remove_dir_all(&place);
            std::fs::create_dir_all(&place).map_err(Error::io(&place))?;
            let copy = place.join(path.file_name().unwrap_or_default());
            std::fs::copy(path, &copy).map_err(Error::io(&copy))?;
            writable(&copy)?;
            migrate(&copy, coder, folders)?;
            Ok(Library::open_to_read(&copy)?)
        }
        Err(error) => Err(error),
    }
}

/// A file copied from a place that is read-only is so itself.
fn writable(file: &Path) -> Result<(), Error> {
    let mut rights = std::fs::metadata(file).map_err(Error::io(file))?.permissions();
    #[cfg(unix)]
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o600);
    #[cfg(not(unix))]
    rights.set_readonly(false);
    std::fs::set_permissions(file, rights).map_err(Error::io(file))
}

/// Brings a library of an earlier Balise up to date; a verified copy of it stays in the application's folder.
fn migrate(path: &Path, coder: &str, folders: &Folders) -> Result<(), Error> {
    let found = balise_library::schema_of(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stamp = Zoned::now().strftime("%Y-%m-%d %Hh%M%S");
    // Killed and started again within a second, there is one of that second.
    let named = |n: u32| match n {
        1 => folders.migrations().join(format!("{stem} schema {found} {stamp}.balise")),
        n => folders.migrations().join(format!("{stem} schema {found} {stamp} {n}.balise")),
    };
    let copy = (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1));
    let coder = if coder.trim().is_empty() { "?" } else { coder };
    let who = Who { coder: coder.to_owned(), replica: String::new() };
    Ok(balise_library::migrate(path, &copy, &who)?)
}

fn backups_of(view: &View, folders: &Folders) -> Result<PathBuf, Error> {
    Ok(folders.backups(&view.id()?, view.path()))
}
