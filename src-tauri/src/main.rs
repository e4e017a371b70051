//! The desk in a window. This file starts it: one instance, one window that navigates nowhere, commands of a few
//! lines over `balise-desk`. Nothing here reads a text, knows SQL or computes a number.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod behind;
mod by_hand;
mod commands;
mod dialogs;
mod drops;
mod form;
mod jobs;
mod keeping;
mod kept;
mod shell;
mod table;
mod views;
mod wire;

use shell::Shell;
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent};

fn main() {
    let filter = tracing_subscriber::EnvFilter::from_env("BALISE_LOG");
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            shell::second_start(app, &args, &folder)
        }))
        .plugin(tauri_plugin_dialog::init())
        .manage(Shell::new())
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::set_preferences,
            commands::open_sample,
            commands::new_library,
            commands::open_library,
            commands::open_recent,
            commands::close_library,
            commands::import_choose,
            commands::import_stop,
            commands::import_resume,
            commands::import_state,
            commands::documents,
            commands::place_of,
            commands::document,
            commands::search,
            commands::review,
            by_hand::choices,
            by_hand::correct,
            by_hand::propose,
            by_hand::make,
            commands::undo,
            commands::redo,
            commands::indicators,
            commands::series,
            commands::export_chart,
            commands::export_report,
            keeping::history,
            keeping::undo_act,
            keeping::trash,
            keeping::uses,
            keeping::untrash,
            keeping::bin,
            keeping::empty_bin,
            keeping::about,
            keeping::back_up,
            keeping::open_backup,
            keeping::save_copy,
            keeping::compact,
            keeping::verify,
            keeping::repair,
            keeping::move_here,
            keeping::recovery,
            keeping::recover_backup,
            keeping::salvage,
            keeping::versions,
            keeping::difference,
        ])
        .setup(|app| {
            shell::open_from_arguments(app.handle(), std::env::args().skip(1));
            drops::listen(app.handle());
            window(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window's configuration is part of the program");
    app.run(|app, event| {
        if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = event
            && jobs::finish_before_closing(app)
        {
            api.prevent_close();
        }
    });
}

/// One window, closed to everything but its own pages.
fn window(app: &tauri::AppHandle) -> tauri::Result<()> {
    let own = |url: &tauri::Url| {
        url.scheme() == "tauri"
            || (matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost"))
    };
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Balise")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 600.0)
        .on_navigation(own)
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .data_directory(app.state::<Shell>().folders.cache.join("web"))
        .build()?;
    Ok(())
}
