//! Tauri's build step. Every command of ours is listed, so that each needs a permission in capabilities/main.json.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "set_preferences",
        "open_sample",
        "new_library",
        "open_library",
        "open_recent",
        "close_library",
        "import_choose",
        "import_stop",
        "import_resume",
        "import_state",
        "documents",
        "document",
        "search",
        "review",
        "choices",
        "correct",
        "propose",
        "make",
        "undo",
        "redo",
        "indicators",
        "series",
        "export_chart",
        "export_report",
    ]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/main.json are sound");
}
