//! Files dropped on the window. The paths come from the system to this side; the page only learns how many files
//! hover over it. In a debug build the page may emit the drop itself, which is how a test drops files.

use serde::Deserialize;
use std::path::PathBuf;
use tauri::{AppHandle, Listener};

use crate::{jobs, shell};

#[derive(Deserialize)]
struct Dragged {
    #[serde(default)]
    paths: Vec<PathBuf>,
}

pub(crate) fn listen(app: &AppHandle) {
    let over = |app: &AppHandle, count: Option<usize>| {
        shell::emit(app, "drag", serde_json::json!({ "count": count }))
    };
    let handle = app.clone();
    app.listen_any("tauri://drag-enter", move |event| {
        let count = serde_json::from_str::<Dragged>(event.payload()).map_or(0, |d| d.paths.len());
        over(&handle, Some(count));
    });
    let handle = app.clone();
    app.listen_any("tauri://drag-leave", move |_| over(&handle, None));
    let handle = app.clone();
    app.listen_any("tauri://drag-drop", move |event| {
        over(&handle, None);
        if let Ok(dropped) = serde_json::from_str::<Dragged>(event.payload()) {
            jobs::dropped(&handle, dropped.paths);
        }
    });
    #[cfg(debug_assertions)]
    tests_may_emit(app);
}

#[cfg(debug_assertions)]
fn tests_may_emit(app: &AppHandle) {
    use tauri::Manager;
    let capability =
        r#"{ "identifier": "tests", "windows": ["main"], "permissions": ["core:event:allow-emit"] }"#;
    if let Err(error) = app.add_capability(capability) {
        tracing::warn!("tests cannot drop files: {error}");
    }
    // No window manager runs beside the tests: they ask the window to close as its close button would.
    let handle = app.clone();
    app.listen_any("tests-close", move |_| {
        if let Some(window) = handle.get_webview_window("main") {
            let _ = window.close();
        }
    });
}
