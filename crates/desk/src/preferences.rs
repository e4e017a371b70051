//! What the analyst set once, and the libraries opened last. A file that cannot be read is taken as absent:
//! preferences never stop anyone from working.

use balise_words::Lang;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use crate::{Error, Folders};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub coder: String,
    pub language: Lang,
    pub theme: Theme,
    /// Per cent.
    pub scale: u16,
    /// CSS pixels.
    pub text_size: u16,
    /// The coder's name has been confirmed once.
    pub confirmed: bool,
    pub recent: Vec<Recent>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub documents: usize,
    pub figures: usize,
    pub opened: jiff::Timestamp,
}

impl Default for Preferences {
    fn default() -> Self {
        let language = ["BALISE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        Self {
            coder: system_name(),
            language: language.map_or(Lang::Fr, |tag| Lang::from_tag(&tag)),
            theme: Theme::System,
            scale: 100,
            text_size: 17,
            confirmed: false,
            recent: Vec::new(),
        }
    }
}

/// The person's name as the system knows it, else the account's.
fn system_name() -> String {
    whoami::realname().or_else(|_| whoami::username()).unwrap_or_default()
}

impl Preferences {
    pub fn load(folders: &Folders) -> Self {
        let json = std::fs::read(file(folders)).ok();
        json.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
    }

    pub fn save(&self, folders: &Folders) -> Result<(), Error> {
        crate::exports::write(&file(folders), &serde_json::to_vec_pretty(self).unwrap_or_default())
    }

    /// Puts a library first among the recent ones.
    pub fn remember(&mut self, path: &Path, documents: usize, figures: usize) {
        self.recent.retain(|r| r.path != path);
        self.recent
            .insert(0, Recent { path: path.to_owned(), documents, figures, opened: jiff::Timestamp::now() });
        self.recent.truncate(12);
    }
}

fn file(folders: &Folders) -> PathBuf {
    folders.config.join("preferences.json")
}
