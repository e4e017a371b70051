//! What was done and how to take it back, in the real window: the history, the bin, the library as a file, and a
//! library that cannot be read.

use balise_e2e::{Display, Home, Window, wait_until};
use std::path::PathBuf;
use std::process::Command;

use crate::{answer, launch, on_screen, our_five, plain};

/// A library with five texts of our own in it, made by the command line.
fn five_texts(home: &Home) -> PathBuf {
    let library = home.path().join("mali.balise");
    balise(home, &["new".into(), library.clone()]);
    balise(home, &[vec!["import".into(), library.clone()], our_five()].concat());
    library
}

fn balise(home: &Home, args: &[PathBuf]) {
    let program = PathBuf::from(std::env::var_os("BALISE_E2E_APP").expect("set")).with_file_name("balise");
    let out = Command::new(program).args(args).env("BALISE_HOME", home.balise()).output();
    let out = out.expect("the program starts");
    assert!(out.status.success(), "balise {args:?}: {}", String::from_utf8_lossy(&out.stderr));
}

fn close(window: &Window, home: &Home) {
    // Answered before the window goes: its driver goes with it.
    let close = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'tests-close', payload: null }), 100)";
    window.script(close, &[]);
    wait_until("the library is free", || !home.path().join("mali.balise.lock").exists());
}

/// The acts of the panel, as drawn.
fn acts(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.act')].map((act) => act.innerText)";
    let acts = window.script(script, &[]);
    acts.as_array().into_iter().flatten().filter_map(|act| Some(plain(act.as_str()?))).collect()
}

/// Accepts the figures of the open text that wait, by Enter; gives their number.
fn accept_all(window: &Window) -> usize {
    let mut waiting = crate::to_review(window);
    let all = waiting;
    window.press("j");
    while waiting > 0 {
        window.press("Enter");
        wait_until("the figure is accepted", || crate::to_review(window) < waiting);
        waiting = crate::to_review(window);
    }
    all
}

#[test]
#[ignore = "needs a display and the built window"]
fn an_act_is_taken_back_from_the_history_and_a_document_comes_back_from_the_bin() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[]);
    let library = five_texts(&home);
    let window = launch(&home).arg(library.display().to_string()).start(&display);
    window.by_role("document", "");
    let documents = || window.all_by_role("option", "").len();
    wait_until("the documents are there", || documents() == 5);

    // Several figures accepted, one rejected.
    let mut accepted = 0;
    for _ in 1..5 {
        if crate::to_review(&window) > 0 {
            accepted += accept_all(&window);
        }
        let shown = window.name(&window.by_role("document", ""));
        window.press("Control+PageDown");
        wait_until("the next document", || {
            window.all_by_role("document", "").iter().any(|d| window.name(d) != shown)
        });
    }
    if crate::to_review(&window) > 0 {
        accepted += accept_all(&window);
    }
    assert!(accepted >= 3, "{accepted} figures");
    window.press("Delete");

    // The history: the rejection stands above; an earlier act is taken back on its own.
    window.click(&window.by_role("button", "^Historique$"));
    let panel = window.by_role("complementary", "^Historique$");
    wait_until("the field has the focus", || window.focused().contains("Filtrer les actions"));
    wait_until("the acts are listed", || acts(&window).len() > accepted);
    window.screenshot("historique");
    let undo = window.all_by_role_in(&panel, "button", "^Annuler : Chiffre accepté");
    assert!(undo.len() >= 2, "{:?}", acts(&window));
    window.click(&undo[undo.len() - 1]);
    wait_until("the act is shown as undone", || acts(&window).iter().any(|act| act.contains("annulé")));
    wait_until("its figure waits again", || on_screen(&window, "à vérifier"));
    window.screenshot("historique-annule");

    // An act that something builds upon stays, and says why.
    let import = window.all_by_role_in(&panel, "button", "^Annuler : .*importé");
    window.click(&import[0]);
    let dialog = window.by_role("alertdialog", "");
    assert!(window.text(&dialog).contains("s’appuie sur celui-ci"), "{}", window.text(&dialog));
    window.press("Escape");
    window.wait_gone("alertdialog", "");
    window.press("F6");
    window.click(&window.by_role("searchbox", "Filtrer les actions"));
    window.press("Escape");
    window.wait_gone("complementary", "^Historique$");

    // The bin: one document goes at once; one whose figures count is asked about; a click brings it back.
    window.click(&window.by_role("option", "^Bilan"));
    wait_until("the list has the focus", || window.focused().contains("Documents"));
    window.press("Delete");
    wait_until("it goes, and nothing is asked", || documents() == 4);
    wait_until("the way back is offered", || on_screen(&window, "Document mis à la corbeille"));
    window.click(&window.by_role("option", "^Migration"));
    window.press("Delete");
    let dialog = window.by_role("alertdialog", "^Ces chiffres ne compteront plus");
    let named = window.all_by_role_in(&dialog, "listitem", "");
    assert!(plain(&window.text(&named[0])).contains("44 000"), "{}", window.text(&dialog));
    window.screenshot("corbeille-question");
    window.press("Escape");
    window.wait_gone("alertdialog", "");
    assert_eq!(documents(), 4, "nothing goes without an answer");
    window.press("Delete");
    let dialog = window.by_role("alertdialog", "^Ces chiffres ne compteront plus");
    window.click(&window.by_role_in(&dialog, "button", "^Mettre à la corbeille"));
    window.wait_gone("alertdialog", "");
    wait_until("it has gone, and another is open", || {
        documents() == 3 && !window.all_by_role("option", "").is_empty() && !on_screen(&window, "44 000")
    });
    window.screenshot("liste-corbeille");
    window.click(&window.by_role("button", "^Corbeille \\(2\\)"));
    let bin = window.by_role("region", "^Corbeille");
    window.screenshot("corbeille");
    window.click(&window.all_by_role_in(&bin, "button", "^Restaurer")[0]);
    wait_until("one is left in the bin", || window.all_by_role_in(&bin, "button", "^Restaurer").len() == 1);
    window.press("Escape");
    wait_until("it is in the list again", || documents() == 4);
    assert_eq!(window.console(), [] as [&str; 0]);
    close(&window, &home);
    drop(window);

    // After a restart the history is as it was.
    let window = launch(&home).arg(library.display().to_string()).start(&display);
    window.by_role("document", "");
    window.press("Control+k");
    window.type_text("historique");
    window.press("Enter");
    window.by_role("complementary", "^Historique$");
    let held = |words: &str| acts(&window).iter().any(|act| act.contains(words));
    wait_until("the history is there", || held("Document sorti de la corbeille"));
    assert!(held("mis à la corbeille") && held("importé") && held("annulé"), "{:?}", acts(&window));
    window.press("Control+,");
    window.click(&window.by_role("radio", "Sombre"));
    window.click(&window.by_role("radio", "English"));
    window.by_role("complementary", "^History$");
    wait_until("the acts are in English", || acts(&window).iter().any(|act| act.contains("undone")));
    window.screenshot("historique-anglais-sombre");
    window.press("Control+1");
    window.by_role("document", "");
    window.screenshot("historique-lecture-anglais-sombre");
    assert_eq!(window.console(), [] as [&str; 0]);
}

#[test]
#[ignore = "needs a display and the built window"]
fn the_library_as_a_file_and_one_that_cannot_be_read() {
    let display = Display::open();
    let home = Home::new();
    let library = five_texts(&home);
    let copy = home.path().join("copie.balise");
    answer(&home, &[std::slice::from_ref(&copy)]);
    let window = launch(&home).arg(library.display().to_string()).start(&display);
    window.by_role("document", "");
    window.click(&window.by_role("button", "^mali"));
    window.click(&window.by_role("menuitem", "^Fichier de la bibliothèque"));
    window.by_role("tabpanel", "^Bibliothèque");
    wait_until("it says what it holds", || on_screen(&window, "5 documents"));
    window.click(&window.by_role("button", "^Enregistrer une copie"));
    wait_until("the copy is written", || copy.exists());
    window.click(&window.by_role("button", "^Vérifier$"));
    wait_until("it is sound", || on_screen(&window, "tout est intact"));
    window.click(&window.by_role("button", "^Compacter$"));
    wait_until("it is compacted", || on_screen(&window, "Fichier compacté"));
    window.screenshot("reglages-bibliotheque");
    window.click(&window.by_role("tab", "^Copies de sûreté"));
    window.click(&window.by_role("button", "^Faire une copie maintenant"));
    wait_until("a verified backup is listed", || {
        let panel = window.by_role("tabpanel", "^Copies");
        // That of the day, made when the library was opened, and this one.
        window.all_by_role_in(&panel, "button", "^Ouvrir à côté").len() == 2
            && on_screen(&window, "Dernière copie vérifiée")
    });
    window.screenshot("reglages-copies");
    assert_eq!(window.console(), [] as [&str; 0]);
    close(&window, &home);
    drop(window);

    // Its middle is overwritten: the window says what can be done, and the backup opens.
    let mut bytes = std::fs::read(&library).expect("the library");
    let middle = bytes.len() / 8..bytes.len();
    bytes[middle].fill(0x5a);
    std::fs::write(&library, &bytes).expect("the library");
    let window = launch(&home).arg(library.display().to_string()).start(&display);
    let dialog = window.by_role("alertdialog", "");
    window.by_role_in(&dialog, "button", "^Récupérer ce qui se lit");
    // The first pictures of a window that just started come late.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    window.screenshot("bibliotheque-abimee");
    let copies = window.all_by_role_in(&dialog, "button", "^Ouvrir la copie");
    window.click(copies.first().expect("the newest backup"));
    window.wait_gone("alertdialog", "");
    wait_until("its documents are there", || window.all_by_role("option", "").len() == 5);
    window.screenshot("copie-ouverte");
    assert_eq!(std::fs::read(&library).expect("the library"), bytes, "the damaged file stays as it is");
}
