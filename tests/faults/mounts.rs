//! Disks of our own: small ones, ones that cannot be written, ones that can be pulled out. They need root; without it
//! the tests that want one say that they were not tried.

use crate::skipped;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Something mounted; it is gone when this is.
pub(crate) struct Mount {
    at: PathBuf,
}

impl Mount {
    /// A disk in memory of so many kilobytes.
    pub(crate) fn small(at: &Path, kilobytes: usize) -> Option<Self> {
        std::fs::create_dir_all(at).expect("a folder");
        Self::of(at, &["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"])
    }

    /// `from`, a folder or a file, seen at another place as well.
    pub(crate) fn same(from: &Path, at: &Path) -> Option<Self> {
        match from.is_dir() {
            true => std::fs::create_dir_all(at).expect("a folder"),
            false => drop(std::fs::OpenOptions::new().append(true).create(true).open(at).expect("a file")),
        }
        Self::of(at, &["--bind", &from.to_string_lossy()])
    }

    fn of(at: &Path, how: &[&str]) -> Option<Self> {
        let mounted = Command::new("mount").args(how).arg(at).output();
        match mounted {
            Ok(done) if done.status.success() => Some(Self { at: at.to_owned() }),
            _ => {
                skipped("disks that are full, read-only or pulled out: `mount` is not permitted here");
                None
            }
        }
    }

    /// From now on nothing can be written there.
    pub(crate) fn lock(&self) {
        self.remount("ro");
    }

    pub(crate) fn unlock(&self) {
        self.remount("rw");
    }

    fn remount(&self, how: &str) {
        // What is a view of another place is remounted as such, and leaves that place alone.
        let kinds = [format!("remount,bind,{how}"), format!("remount,{how}")];
        let tried = kinds
            .iter()
            .any(|o| Command::new("mount").args(["-o", o]).arg(&self.at).status().is_ok_and(|s| s.success()));
        assert!(tried, "{} cannot be remounted {how}", self.at.display());
    }

    /// As when a stick is pulled out: gone at once, whoever uses it.
    pub(crate) fn pull(self) {}
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.at).status();
    }
}
