//! Folders that a program keeps the same on several machines: known by where that program says they are, by their
//! names, and by what it leaves in them.

use std::fs;
use std::path::Path;

pub(super) const DROPBOX: &str = "Dropbox";
pub(super) const GOOGLE_DRIVE: &str = "Google Drive";
pub(super) const ICLOUD: &str = "iCloud Drive";
pub(super) const NEXTCLOUD: &str = "Nextcloud";
pub(super) const ONEDRIVE: &str = "OneDrive";
pub(super) const OWNCLOUD: &str = "ownCloud";
pub(super) const SYNCTHING: &str = "Syncthing";

/// Of a folder with more files than this, no listing is made: marks stand in the first folders of a disk.
const LISTED: usize = 5_000;

/// Folders that the programs themselves name: (folder, program).
pub(super) fn roots(variable: &dyn Fn(&str) -> Option<String>) -> Vec<(String, &'static str)> {
    let mut roots = Vec::new();
    for name in ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"] {
        roots.extend(variable(name).filter(|path| !path.is_empty()).map(|path| (path, ONEDRIVE)));
    }
    let homes = [("HOME", ".dropbox"), ("APPDATA", "Dropbox"), ("LOCALAPPDATA", "Dropbox")];
    for (name, folder) in homes {
        let file = variable(name).map(|home| Path::new(&home).join(folder).join("info.json"));
        let json = file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        roots.extend(dropbox_folders(&json).into_iter().map(|path| (path, DROPBOX)));
    }
    roots
}

/// Dropbox's `info.json`: `{"personal": {"path": …}, "business": {"path": …}}`.
pub(super) fn dropbox_folders(json: &str) -> Vec<String> {
    let accounts: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let accounts = accounts.as_object().into_iter().flat_map(|accounts| accounts.values());
    accounts.filter_map(|account| Some(account.get("path")?.as_str()?.to_owned())).collect()
}

/// The program whose folder this path lies in.
pub(super) fn below(path: &str, roots: &[(String, &'static str)]) -> Option<&'static str> {
    let path = parts(path);
    let within = |root: &str| {
        let root = parts(root);
        !root.is_empty() && path.starts_with(&root)
    };
    roots.iter().find(|(root, _)| within(root)).map(|(_, program)| *program)
}

/// By the names that these programs give to their folders, on any system.
pub(super) fn by_form(path: &str) -> Option<&'static str> {
    let parts = parts(path);
    let before = |at: usize| at.checked_sub(1).map(|at| parts[at].as_str());
    parts.iter().enumerate().find_map(|(at, part)| {
        let drive = before(at).is_some_and(|before| before.len() == 2 && before.ends_with(':'));
        match part.as_str() {
            "com~apple~clouddocs" | "iclouddrive" | "icloud drive" => Some(ICLOUD),
            "mobile documents" if before(at) == Some("library") => Some(ICLOUD),
            // The letter of a drive, then the name of its first folder in the language of the machine.
            "my drive" | "mon drive" | "shared drives" | "drive partagés" if drive => Some(GOOGLE_DRIVE),
            _ => by_name(part),
        }
    })
}

/// "Dropbox", "Dropbox (Équipe)", "OneDrive - Institut", "GoogleDrive-nom@exemple.org", "Nextcloud2".
fn by_name(part: &str) -> Option<&'static str> {
    let programs = [
        ("dropbox", DROPBOX),
        ("onedrive", ONEDRIVE),
        ("nextcloud", NEXTCLOUD),
        ("owncloud", OWNCLOUD),
        ("google drive", GOOGLE_DRIVE),
        ("googledrive", GOOGLE_DRIVE),
    ];
    programs.into_iter().find_map(|(name, program)| {
        let rest = part.strip_prefix(name)?;
        let number = rest.chars().all(|c| c.is_ascii_digit()) && rest.len() < 3;
        let account = [" (", " - ", "-"].iter().any(|begin| rest.starts_with(begin));
        (number || account).then_some(program)
    })
}

/// By what the programs leave in the first folder of what they synchronise. (A home has a *folder* `.dropbox` for
/// its settings, and that says nothing.)
pub(super) fn by_marks(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|folder| {
        let is_file = |name: &str| folder.join(name).is_file();
        let is_folder = |name: &str| folder.join(name).is_dir();
        if is_file(".dropbox") || is_folder(".dropbox.cache") {
            return Some(DROPBOX);
        }
        if is_folder(".tmp.drivedownload") || is_folder(".tmp.driveupload") {
            return Some(GOOGLE_DRIVE);
        }
        if is_folder(".stfolder") {
            return Some(SYNCTHING);
        }
        if is_file(".owncloudsync.log") {
            return Some(OWNCLOUD);
        }
        (is_file(".nextcloudsync.log") || has_journal(folder)).then_some(NEXTCLOUD)
    })
}

/// `.sync_0123456789ab.db`, and `._sync_….db` of older versions: of Nextcloud and ownCloud alike.
fn has_journal(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(LISTED);
    entries.into_iter().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.ends_with(".db") && (name.starts_with(".sync_") || name.starts_with("._sync_"))
    })
}

/// The folders of a path of any system, in small letters, for the systems that have these programs do not tell large
/// from small.
fn parts(path: &str) -> Vec<String> {
    let path = path.strip_prefix(r"\\?\").unwrap_or(path);
    path.split(['/', '\\']).filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}
