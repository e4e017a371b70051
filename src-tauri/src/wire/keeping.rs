//! What the page shows of a library as a file: its history, its bin, where it lies, its backups, what is wrong in it.

use serde::Serialize;
use ts_rs::TS;

/// Acts, latest first.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct HistoryView {
    pub(crate) acts: Vec<ActRow>,
    /// There are earlier ones: ask again with the `seq` of the last.
    pub(crate) more: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ActRow {
    pub(crate) seq: u32,
    /// "14:32" today, else "Hier" or "12 nov."; in `moment` in full.
    pub(crate) when: String,
    /// "22 novembre 2026 à 14:32"
    pub(crate) moment: String,
    /// "24 chiffres acceptés"
    pub(crate) said: String,
    /// What it was done on: a document's title, a count of what followed.
    pub(crate) detail: Option<String>,
    pub(crate) coder: String,
    pub(crate) standing: StandingView,
    /// Set where undo ends: "Avant cette mise à jour du format, rien ne peut être annulé."
    pub(crate) line: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StandingView {
    Stands,
    /// It was undone.
    Undone,
    /// It cannot be undone.
    Fixed,
}

/// A document in the bin.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct BinRow {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) source: String,
    /// "Supprimé pour de bon le 22 déc. 2026"
    pub(crate) until: String,
}

/// The library as a file.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct AboutView {
    pub(crate) name: String,
    pub(crate) folder: String,
    /// "2,4 Mo"
    pub(crate) size: String,
    /// "214 documents, 75 chiffres acceptés, 3 à la corbeille"
    pub(crate) holds: String,
    pub(crate) trashed: u32,
    pub(crate) read_only: bool,
    /// Set when it lies in a synced or network folder: title, explanation.
    pub(crate) place: Option<PlaceView>,
    /// Names of files that look like conflicting copies of it.
    pub(crate) conflicts: Vec<String>,
    pub(crate) backups: Vec<BackupRow>,
    /// "3 copies, 7,1 Mo, dans …"
    pub(crate) backups_said: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PlaceView {
    pub(crate) title: String,
    pub(crate) words: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct BackupRow {
    /// What `open_backup` takes.
    pub(crate) index: u32,
    /// "aujourd’hui à 09:12"
    pub(crate) when: String,
    pub(crate) size: String,
    pub(crate) verified: bool,
}

/// What checking found.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct VerifyView {
    /// "214 documents, 75 chiffres décidés : tout est intact."
    pub(crate) said: String,
    pub(crate) sound: bool,
    pub(crate) faults: Vec<FaultRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FaultRow {
    pub(crate) said: String,
    /// The document, and the place in its text.
    pub(crate) place: Option<String>,
    pub(crate) detail: String,
}

/// A library that cannot be read as it is, and what can be done.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct RecoveryView {
    pub(crate) name: String,
    pub(crate) folder: String,
    pub(crate) backups: Vec<BackupRow>,
}

/// What came out of a damaged library.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SalvageView {
    pub(crate) session: super::Session,
    /// "212 documents, 74 chiffres décidés récupérés dans « Mali (récupérée) »."
    pub(crate) said: String,
    /// What is missing, a line each; empty when nothing is.
    pub(crate) missing: Vec<String>,
}

/// A text that a document had before.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct VersionRow {
    /// What `difference` takes.
    pub(crate) index: u32,
    /// "Jusqu’au 22 nov. 2026 à 14:32"
    pub(crate) until: String,
}

/// A run of words that both texts have, or only one.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DifferencePiece {
    pub(crate) kind: DifferenceKind,
    pub(crate) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DifferenceKind {
    Same,
    /// Only in the earlier text.
    Gone,
    /// Only in the current text.
    New,
}
