//! The application's folders: what is not in the library (index, replica ids, preferences). `BALISE_HOME` moves
//! them all, for tests and for a second, separate Balise.

use balise_model::ContentHash;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct Folders {
    /// Small things worth keeping: preferences, replica ids.
    pub config: PathBuf,
    /// Backups: not to be rebuilt.
    pub data: PathBuf,
    /// What can be rebuilt.
    pub cache: PathBuf,
    /// Where a new library is proposed.
    pub documents: PathBuf,
}

impl Folders {
    /// The system's places, or under `BALISE_HOME`.
    pub fn of_system() -> Self {
        if let Some(home) = std::env::var_os("BALISE_HOME").map(PathBuf::from) {
            return Self {
                config: home.join("config"),
                data: home.join("data"),
                cache: home.join("cache"),
                documents: home.join("documents"),
            };
        }
        let app = directories::ProjectDirs::from("org", "balise", "Balise");
        let user = directories::UserDirs::new();
        let home = user.as_ref().map_or_else(|| PathBuf::from("."), |u| u.home_dir().to_owned());
        let documents = user.as_ref().and_then(|u| u.document_dir()).map_or(home.clone(), Path::to_owned);
        Self {
            config: app.as_ref().map_or_else(|| home.join(".balise"), |a| a.config_dir().to_owned()),
            data: app.as_ref().map_or_else(|| home.join(".balise/data"), |a| a.data_dir().to_owned()),
            cache: app.as_ref().map_or_else(|| home.join(".balise/cache"), |a| a.cache_dir().to_owned()),
            documents,
        }
    }

    /// The index of a library at its place: a copy elsewhere has its own.
    pub fn index(&self, library: &str, path: &Path) -> PathBuf {
        self.cache.join("index").join(key(library, path))
    }

    /// Backups of a library at its place.
    pub fn backups(&self, library: &str, path: &Path) -> PathBuf {
        self.data.join("backups").join(key(library, path))
    }

    /// The same for a library too damaged to tell its id: whatever was backed up from this place.
    pub fn backups_at(&self, path: &Path) -> Vec<PathBuf> {
        let ending = place_key(path);
        let all = std::fs::read_dir(self.data.join("backups"));
        let folders = all.into_iter().flatten().flatten().map(|entry| entry.path());
        folders.filter(|folder| folder.to_string_lossy().ends_with(&ending)).collect()
    }

    /// Where a library is brought up to date to be read, when its own place cannot be written.
    pub fn reading(&self, path: &Path) -> PathBuf {
        self.cache.join("reading").join(place_key(path))
    }

    /// Copies made before a library was brought up to date.
    pub fn migrations(&self) -> PathBuf {
        self.data.join("migrations")
    }

    /// This application's name for this file at this place; a copied library gets a new one.
    pub fn replica(&self, library: &str, path: &Path) -> String {
        let file = self.config.join("replicas.json");
        let mut known: BTreeMap<String, String> =
            std::fs::read(&file).ok().and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
        let replica =
            known.entry(key(library, path)).or_insert_with(|| uuid::Uuid::new_v4().to_string()).clone();
        // Not being able to remember it costs a new id next time, nothing else.
        if let Err(e) = crate::exports::write(&file, &serde_json::to_vec_pretty(&known).unwrap_or_default()) {
            tracing::warn!("replica id not kept: {e}");
        }
        replica
    }
}

fn key(library: &str, path: &Path) -> String {
    // Both are hashed: the library's own id is text from a file that anyone may have made.
    let library = ContentHash::of(library.as_bytes());
    format!("{}-{}", &library.as_str()[..16], place_key(path))
}

fn place_key(path: &Path) -> String {
    ContentHash::of(path.as_os_str().as_encoded_bytes()).as_str()[..16].to_owned()
}
