//! Who holds a library: an OS lock on `NAME.balise.lock` beside it, held for life; never on the SQLite file itself,
//! whose own locks a second descriptor would drop. And whether the file still stands where it was opened.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::Error;

pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Nothing when the folder cannot be written: the library then opens for reading.
    pub(crate) fn take(library: &Path) -> Result<Option<Self>, Error> {
        let mut name = library.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        loop {
            let Ok(mut file) =
                OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)
            else {
                return Ok(None);
            };
            match file.try_lock() {
                Ok(()) if still_there(&file, &path) => {
                    let _ = file.set_len(0);
                    let _ = file.write_all(holder().as_bytes());
                    return Ok(Some(Self { file, path }));
                }
                Ok(()) => {} // Its holder removed it between our open and our lock: take the new one.
                Err(TryLockError::Error(_)) => return Ok(None), // A file system without locks.
                Err(TryLockError::WouldBlock) => {
                    let mut by = String::new();
                    let _ = file.rewind();
                    let _ = file.read_to_string(&mut by);
                    return Err(Error::OpenElsewhere { path: library.to_owned(), by: by.trim().to_owned() });
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Moved away with its library, the place may have another's lock by now.
        if still_there(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// For the message only: machine, process, since when.
fn holder() -> String {
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let since = jiff::Zoned::now().strftime("%Y-%m-%d %H:%M").to_string();
    format!("{} {} {since}", host.trim(), std::process::id())
}

/// Which file stands at a place, so that one that was moved, renamed or replaced is noticed before the next write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Identity(#[cfg(unix)] (u64, u64));

impl Identity {
    /// Nothing when there is no file.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|found| Self::of_metadata(&found))
    }

    #[cfg(unix)]
    fn of_metadata(found: &std::fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self((found.dev(), found.ino()))
    }

    #[cfg(not(unix))]
    fn of_metadata(_: &std::fs::Metadata) -> Self {
        Self() // An open file cannot be moved there: being there is enough.
    }
}

fn still_there(file: &File, path: &Path) -> bool {
    file.metadata().is_ok_and(|ours| Identity::of(path) == Some(Identity::of_metadata(&ours)))
}
