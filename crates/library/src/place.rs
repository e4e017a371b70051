//! Where a library lies: on a disk of this machine, in a folder that a program copies elsewhere while we write, or on
//! a network whose locks cannot be relied on. Nothing is forbidden here; it is said, so that a person can choose.

mod conflicts;
mod network;
mod synced;
#[cfg(test)]
mod tests;

use serde::Serialize;
use std::path::{Path, PathBuf};

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Place {
    pub kind: Kind,
    pub free_bytes: Option<u64>,
    /// Second versions of the library, which a synchronising program has put beside it.
    pub conflicts: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Local,
    /// A program of this name keeps the folder the same on several machines.
    Synced(&'static str),
    Network,
}

/// Looks at the folder of a library, which need not exist yet. Takes no lock and writes nothing.
pub fn place(library: &Path) -> Place {
    let folder = library.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Links lead into synchronised folders; and on Windows a mapped drive says its real name only so.
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let kind = kind(folder, &real);
    let conflicts = conflicts::beside(library, kind);
    Place { kind, free_bytes: free_bytes(&real), conflicts }
}

/// What this user may still write there; nothing when the system does not say.
pub fn free_bytes(path: &Path) -> Option<u64> {
    fs4::available_space(path).ok()
}

fn kind(folder: &Path, real: &Path) -> Kind {
    let either = [folder, real];
    if either.into_iter().any(network::by_form) || network::by_mount(real, &network::mounts()) {
        return Kind::Network;
    }
    let variable = |name: &str| std::env::var(name).ok();
    let roots = synced::roots(&variable);
    let found = either.into_iter().find_map(|path| {
        let words = path.to_string_lossy();
        synced::below(&words, &roots).or_else(|| synced::by_form(&words))
    });
    found.or_else(|| synced::by_marks(real)).map_or(Kind::Local, Kind::Synced)
}
