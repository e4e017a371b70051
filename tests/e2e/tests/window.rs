//! The way from a file to a report in the real window, by keyboard and by mouse, and what a desktop program owes
//! its user: drops, second starts, closing in the middle of work, two languages, two themes.
//! The five files are those of `BALISE_CORPUS` when it is set, else five of our own with the same four figures.

#![cfg(target_os = "linux")]

#[path = "window/by_hand.rs"]
mod by_hand;
#[path = "window/keeping.rs"]
mod keeping;

use balise_e2e::{Display, Home, Launch, Window, wait_until};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../..")
}

fn five() -> Vec<PathBuf> {
    let folder = match std::env::var_os("BALISE_CORPUS") {
        Some(corpus) => PathBuf::from(corpus).join("seeds"),
        None => {
            eprintln!("BALISE_CORPUS is unset: the window reads five texts of our own");
            return our_five();
        }
    };
    texts_in(folder)
}

/// Those whose titles a test may name.
fn our_five() -> Vec<PathBuf> {
    texts_in(root().join("tests/files/five"))
}

fn texts_in(folder: PathBuf) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("five texts").filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    assert_eq!(files.len(), 5, "{files:?}");
    files
}

/// Answers the next file dialogs, in order; several paths answer one dialog.
fn answer(home: &Home, dialogs: &[&[PathBuf]]) {
    let line = |paths: &&[PathBuf]| {
        paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join("\t") + "\n"
    };
    let queue: String = dialogs.iter().map(line).collect();
    std::fs::write(home.path().join("dialogs"), queue).expect("a scratch file");
}

fn launch(home: &Home) -> Launch {
    let dialogs = home.path().join("dialogs");
    Launch::app(home).env("BALISE_DIALOGS", &dialogs).env("BALISE_LANG", "fr")
}

/// Spaces of every kind as one.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

/// Asked in one step: what is drawn anew between two cannot be asked again.
fn on_screen(window: &Window, words: &str) -> bool {
    let text = window.script("return document.body.innerText", &[]);
    plain(text.as_str().unwrap_or_default()).contains(words)
}

/// Tab until the focus is on something of that name.
fn tab_to(window: &Window, name: &str) {
    for _ in 0..60 {
        if window.focused().contains(name) {
            return;
        }
        window.press("Tab");
    }
    panic!("Tab never reached {name}; it is on {}", window.focused());
}

/// The page says what the system would say; only a debug build lets it.
fn emit(window: &Window, event: &str, payload: serde_json::Value) {
    let script = "window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: arguments[0], payload: arguments[1] })";
    window.script(script, &[json!(event), payload]);
}

fn drop_files(window: &Window, paths: serde_json::Value) {
    emit(window, "tauri://drag-drop", json!({ "paths": paths, "position": { "x": 1, "y": 1 } }));
}

/// Names of the cards of the open document.
fn cards(window: &Window) -> Vec<String> {
    let panel = window.all_by_role("tabpanel", "");
    panel
        .iter()
        .flat_map(|p| window.all_by_role_in(p, "article", ""))
        .map(|card| window.name(&card))
        .collect()
}

fn to_review(window: &Window) -> usize {
    cards(window).iter().filter(|name| name.contains("à vérifier")).count()
}

fn imported(window: &Window) -> usize {
    let panes = window.all_by_role("complementary", "^Import");
    panes.first().map_or(0, |pane| window.all_by_role_in(pane, "listitem", "").len())
}

/// A new library with the five files in it, by keyboard alone.
fn begin(window: &Window) {
    window.by_role("textbox", "Nom du codeur");
    tab_to(window, "Nom du codeur");
    window.press("Control+a");
    window.type_text("Aïssata K.");
    tab_to(window, "Nouvelle bibliothèque");
    window.press("Enter");
    window.by_role("banner", "");
    wait_until("the library is open", || !window.all_by_role("button", "^mali").is_empty());
    window.press("Control+i");
    wait_until("the documents are there", || window.all_by_role("option", "").len() == 5);
}

/// Puts the reading of a document whose cards hold `value` on screen.
fn open_document(window: &Window, title: &str) {
    let row = window.by_role("option", title);
    window.click(&row);
    window.by_role("document", title);
}

#[test]
#[ignore = "needs a display and the built window"]
fn by_keyboard_from_five_files_to_a_report() {
    let display = Display::open();
    let home = Home::new();
    let (library, chart, report) =
        (home.path().join("mali.balise"), home.path().join("retours.svg"), home.path().join("note.pdf"));
    let one = std::slice::from_ref::<PathBuf>;
    answer(&home, &[one(&library), &five(), one(&chart), one(&report)]);
    let window = launch(&home).start(&display);
    begin(&window);
    window.screenshot("import");

    // Read: documents by Ctrl+PageDown, figures by J, and Enter accepts.
    window.press("Control+1");
    // The text that was read first is open, wherever the list put it since: the walk begins at the top.
    for _ in 1..5 {
        window.press("Control+PageUp");
    }
    let mut accepted = 0;
    for document in 1..=5 {
        let shown = window.name(&window.by_role("document", ""));
        let mut waiting = to_review(&window);
        if waiting > 0 {
            window.press("j");
        }
        // After a verdict the next figure to review is the current one.
        while waiting > 0 {
            window.press("Enter");
            accepted += 1;
            wait_until("the figure is accepted", || to_review(&window) < waiting);
            waiting = to_review(&window);
        }
        if document < 5 {
            window.press("Control+PageDown");
            wait_until("the next document is shown, with its own cards", || {
                let documents = window.all_by_role("document", "");
                documents.iter().any(|d| window.name(d) != shown)
            });
        }
    }
    assert_eq!(accepted, 4, "the five texts hold four figures");
    window.screenshot("lecture");

    // Series: the figure without a period stays out, and Enter on a point opens its sentence.
    window.press("Control+3");
    let steps = window.by_role("navigation", "Étapes");
    window.by_role_in(&steps, "button", "Choisir les chiffres");
    tab_to(&window, "Indicateurs");
    window.press("End");
    wait_until("the figure without a period is left out, and says why", || {
        let tables = window.all_by_role("table", "Chiffres validés");
        tables
            .iter()
            .any(|t| plain(&window.text(t)).contains("60 000") && window.text(t).contains("période absente"))
    });
    window.screenshot("series-choisir");
    tab_to(&window, "Dessiner");
    window.press("Enter");
    let chart_group = window.by_role("group", "^Graphique");
    let points = window.all_by_role_in(&chart_group, "button", "");
    assert!(!points.is_empty(), "the chart has points");
    window.screenshot("series");
    let point = window.name(&points[0]);
    tab_to(&window, &point);
    window.press("Enter");
    window.by_role("document", "");
    wait_until("the sentence of the point is selected", || {
        window.script("return document.querySelectorAll('mark.on, [aria-current=true]').length", &[]).as_u64()
            > Some(0)
    });
    window.screenshot("phrase");

    // Back to the chart, then the files.
    window.press("Alt+ArrowLeft");
    window.by_role("group", "^Graphique");
    tab_to(&window, "Exporter");
    window.press("Enter");
    let export = window.by_role("region", "^Export");
    window.by_role_in(&export, "button", "SVG");
    tab_to(&window, "SVG");
    window.press("Enter");
    wait_until("the chart is written", || chart.exists());
    tab_to(&window, "Rapport PDF de la bibliothèque");
    window.press("Enter");
    wait_until("the report is written", || report.exists());
    window.screenshot("export");

    let text = Command::new("pdftotext").arg("-layout").args([&report, Path::new("-")]).output();
    let text = plain(&String::from_utf8(text.expect("pdftotext reads it").stdout).expect("UTF-8"));
    for value in ["60 000", "44 000", "33 000", "18 000"] {
        assert!(text.contains(value), "{value} in {text}");
    }
    let svg = std::fs::read_to_string(&chart).expect("the chart");
    assert!(!svg.contains("60 000"), "the figure without a period stays out");
    assert_eq!(window.console(), [] as [&str; 0]);
}

#[test]
#[ignore = "needs a display and the built window"]
fn by_mouse_a_figure_is_accepted_and_a_point_opened() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[]);
    let window = launch(&home).arg("--sample").start(&display);
    let main = window.by_role("main", "Lecture");
    window.by_role_in(&main, "option", "Expulsés et volontaires");
    open_document(&window, "Expulsés et volontaires");
    let waiting = to_review(&window);
    assert!(waiting > 0, "{:?}", cards(&window));
    let panel = window.by_role("tabpanel", "");
    let accept = window.all_by_role_in(&panel, "button", "^Accepter");
    window.click(&accept[0]);
    wait_until("one figure less to review", || to_review(&window) == waiting - 1);
    window.screenshot("lecture-souris");
    window.press("Control+z");
    wait_until("it is undone", || to_review(&window) == waiting);
    window.press("Control+y");
    wait_until("it is redone", || to_review(&window) == waiting - 1);

    window.click(&window.by_role("link", "^Séries"));
    window.click(&window.by_role("option", "^Retours volontaires assistés"));
    window.by_role("button", "^Ouvrir.*44 000|44 000");
    let figures = window.by_role("region", "^Chiffres");
    window.click(&window.by_role_in(&figures, "button", "Dessiner"));
    let group = window.by_role("group", "^Graphique");
    window.by_role_in(&group, "button", "44 000");
    window.screenshot("series-exemple");
    window.click(&window.by_role_in(&group, "button", "44 000"));
    window.by_role("document", "Deux conventions");
    window.screenshot("phrase-souris");
    assert_eq!(window.console(), [] as [&str; 0]);
}

#[test]
#[ignore = "needs a display and the built window"]
fn files_dropped_on_the_window_are_imported() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[&[home.path().join("mali.balise")]]);
    let window = launch(&home).start(&display);
    window.by_role("button", "Nouvelle bibliothèque");
    let mut paths: Vec<String> = five().iter().map(|p| p.display().to_string()).collect();
    let bad = home.path().join("photo.txt");
    std::fs::write(&bad, b"\x89PNG\r\n\x1a\n").expect("a file");
    paths.push(bad.display().to_string());
    drop_files(&window, json!(paths));
    wait_until("a line for each file", || imported(&window) == 6);
    let pane = window.by_role("complementary", "^Import");
    wait_until("the bad file is told", || window.text(&pane).contains("n’est pas un texte"));
    window.screenshot("import-glisse");
    // The same files again are known, not doubled.
    drop_files(&window, json!(paths[..5]));
    wait_until("known files", || window.text(&pane).matches("Déjà dans la bibliothèque").count() == 5);
    assert_eq!(window.console(), [] as [&str; 0]);
}

#[test]
#[ignore = "needs a display and the built window"]
fn a_second_start_raises_the_first_window_and_opens_its_library() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[]);
    let window = launch(&home).arg("--sample").start(&display);
    window.by_role("button", "^Exemple");
    let other = home.path().join("Autre.balise");
    let balise = PathBuf::from(std::env::var_os("BALISE_E2E_APP").expect("set")).with_file_name("balise");
    let made = Command::new(balise).arg("new").arg(&other).env("BALISE_HOME", home.balise()).status();
    assert!(made.expect("the program starts").success());
    let mut second = launch(&home).arg(other.display().to_string()).alone(&display);
    let ended = second.status().expect("the second start");
    assert!(ended.success(), "the second start hands over and ends");
    window.by_role("button", "^Autre");
}

#[test]
#[ignore = "needs a display and the built window"]
fn closing_in_the_middle_of_an_import_loses_nothing() {
    let display = Display::open();
    let home = Home::new();
    let folder = home.path().join("articles");
    std::fs::create_dir_all(&folder).expect("a folder");
    const COUNT: usize = 3_000;
    for n in 0..COUNT {
        let text = format!(
            "Bilan {n}\n\nPublié le 3 mai 2021\n\nEn 2020, {} migrants ont été rapatriés.\n",
            100 + n
        );
        std::fs::write(folder.join(format!("{n:05}.txt")), text).expect("a file");
    }
    let library = home.path().join("mali.balise");
    answer(&home, &[std::slice::from_ref(&library)]);
    let window = launch(&home).start(&display);
    window.by_role("button", "Nouvelle bibliothèque");
    drop_files(&window, json!([folder.display().to_string()]));
    wait_until("the import is under way", || !window.all_by_role("button", "^Arrêter").is_empty());
    emit(&window, "tests-close", json!(null));

    // The program finishes its current file before it ends.
    let balise = PathBuf::from(std::env::var_os("BALISE_E2E_APP").expect("set")).with_file_name("balise");
    let verify = || {
        let out = Command::new(&balise)
            .args(["verify", "--json"])
            .arg(&library)
            .env("BALISE_HOME", home.balise())
            .output();
        serde_json::from_slice::<serde_json::Value>(&out.expect("it starts").stdout).ok()
    };
    let beside = || -> Vec<String> {
        let names = std::fs::read_dir(home.path())
            .expect("home")
            .filter_map(|e| e.ok()?.file_name().into_string().ok());
        names.filter(|f| f.ends_with("-wal") || f.ends_with(".lock")).collect()
    };
    wait_until("one file is left, with everything in it", || beside().is_empty());
    wait_until("the library is free again", || verify().is_some());
    let report = verify().expect("it was free");
    assert_eq!(report["faults"], json!([]));
    let before = report["documents"].as_u64().unwrap_or(0) as usize;
    assert!((1..COUNT).contains(&before), "{before} documents when it was closed");
    drop(window);

    let window = launch(&home).arg(library.display().to_string()).start(&display);
    let status = window.by_role("contentinfo", "État");
    let start = std::time::Instant::now();
    while !plain(&window.text(&status)).contains("3 000 documents") {
        assert!(start.elapsed().as_secs() < 180, "{}", window.text(&status));
        std::thread::sleep(std::time::Duration::from_millis(500));
    }
}

#[test]
#[ignore = "needs a display and the built window"]
fn both_languages_and_both_themes() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[]);
    let window = launch(&home).arg("--sample").start(&display);
    window.by_role("main", "Lecture");
    window.press("Control+,");
    window.by_role("main", "Réglages");
    window.screenshot("reglages");
    window.click(&window.by_role("radio", "Sombre"));
    wait_until("the theme is dark", || {
        window.script("return document.documentElement.dataset.theme", &[]) == json!("dark")
    });
    window.click(&window.by_role("radio", "English"));
    window.by_role("main", "Settings");
    window.press("Control+1");
    open_document(&window, "Deux conventions");
    window.by_role("heading", "Deux conventions");
    assert!(
        cards(&window).iter().any(|c| c.contains("44,000") && c.contains("accepted")),
        "{:?}",
        cards(&window)
    );
    window.screenshot("lecture-anglais-sombre");
    window.press("Control+3");
    window.click(&window.by_role("option", "^Assisted voluntary returns"));
    window.by_role("button", "44,000");
    let figures = window.by_role("region", "^Figures");
    window.click(&window.by_role_in(&figures, "button", "Draw"));
    window.by_role("group", "^Chart");
    window.screenshot("series-anglais-sombre");
    assert_eq!(window.console(), [] as [&str; 0]);
}
