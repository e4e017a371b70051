//! Where a file is, asked of the person by the system's own dialogs. Paths stay on this side: the page never
//! sees nor sends one. In a debug build the end-to-end tests answer instead, from a file of paths.

use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Files to import; empty when cancelled.
pub(crate) fn files(app: &AppHandle, title: &str) -> Vec<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answers::next() {
        return answer;
    }
    let picked = app.dialog().file().set_title(title).blocking_pick_files();
    picked.unwrap_or_default().into_iter().filter_map(path).collect()
}

/// A library to open.
pub(crate) fn library(app: &AppHandle, title: &str) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answers::next() {
        return answer.into_iter().next();
    }
    app.dialog().file().set_title(title).add_filter("Balise", &["balise"]).blocking_pick_file().and_then(path)
}

/// Where to write a file; its ending is added when it was left out.
pub(crate) fn place(
    app: &AppHandle,
    title: &str,
    folder: &std::path::Path,
    name: &str,
    ending: &str,
) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answers::next() {
        return answer.into_iter().next();
    }
    let dialog = app
        .dialog()
        .file()
        .set_title(title)
        .set_directory(folder)
        .set_file_name(name)
        .add_filter(ending, &[ending]);
    let picked = dialog.blocking_save_file().and_then(path)?;
    Some(if picked.extension().is_some() { picked } else { picked.with_extension(ending) })
}

fn path(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}

#[cfg(debug_assertions)]
mod answers {
    use std::path::PathBuf;

    /// The first line of the file that `BALISE_DIALOGS` names, taken off it: paths between tabs, none = cancelled.
    pub(super) fn next() -> Option<Vec<PathBuf>> {
        let file = std::env::var_os("BALISE_DIALOGS")?;
        let queue = std::fs::read_to_string(&file).unwrap_or_default();
        let (first, rest) = queue.split_once('\n').unwrap_or((queue.as_str(), ""));
        std::fs::write(&file, rest).expect("the tests' own file can be written");
        Some(first.split('\t').filter(|p| !p.is_empty()).map(PathBuf::from).collect())
    }
}
