//! Figures by hand in the real window: one corrected, one made from a selection, and what the chart makes of them.

use balise_e2e::{Display, Home, Window, wait_until};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{answer, launch, on_screen, plain};

/// An article of our own: a figure without a period, and a number that no rule takes for a figure.
const FOYER: &str = "\
Le foyer de Kita fait ses comptes

Publié le vendredi 31 janvier 2025 à 07:30

Les deux institutions ont assisté plus de 60.000 migrants en situation de détresse.

En 2021, la cuisine a servi au moins 370 repas par semaine. Personne n’en parle.
";

/// A library with that article, made by the command line.
fn foyer(home: &Home) -> PathBuf {
    let (article, library) = (home.path().join("foyer.txt"), home.path().join("mali.balise"));
    std::fs::write(&article, FOYER).expect("a file");
    balise(home, &["new"], &[&library]);
    balise(home, &["import"], &[&library, &article]);
    library
}

/// What the built program says on the command line.
fn balise(home: &Home, args: &[&str], paths: &[&Path]) -> String {
    let program = PathBuf::from(std::env::var_os("BALISE_E2E_APP").expect("set")).with_file_name("balise");
    let out = Command::new(program).args(args).args(paths).env("BALISE_HOME", home.balise()).output();
    let out = out.expect("the program starts");
    assert!(out.status.success(), "balise {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("UTF-8")
}

/// Writes in a field of the form that is open.
fn fill(window: &Window, field: &str, words: &str) {
    window.click(&window.by_role("textbox", field));
    window.press("Control+a");
    window.type_text(words);
}

/// Selects words of the open text, as a pointer drawn over them would.
fn select_words(window: &Window, words: &str) {
    let script = "
        const text = [...document.querySelectorAll('.article [data-block]')].find((b) => b.textContent.includes(arguments[0]));
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walk.nextNode() && !walk.currentNode.data.includes(arguments[0]));
        const [node, start] = [walk.currentNode, walk.currentNode.data.indexOf(arguments[0])];
        document.querySelector('.reader-scroll').focus();
        getSelection().setBaseAndExtent(node, start, node, start + arguments[0].length);";
    window.script(script, &[json!(words)]);
}

#[test]
#[ignore = "needs a display and the built window"]
fn a_figure_is_corrected_and_another_made_from_a_selection() {
    let display = Display::open();
    let home = Home::new();
    answer(&home, &[]);
    let library = foyer(&home);
    let window = launch(&home).arg(library.display().to_string()).start(&display);
    window.by_role("document", "Le foyer de Kita");
    window.press("j");
    let card = window.by_role("article", "^60 000, à vérifier");
    let table = plain(&window.text(&card));
    for words in ["Lecture proposée", "« plus de »", "« 60.000 »", "absente du texte"] {
        assert!(table.contains(words), "{words} in {table}");
    }
    window.screenshot("tableau");

    // E: the value and the period; what is wrong is said beside its field, and nothing is lost.
    window.press("e");
    window.by_role("form", "Corriger");
    wait_until("the focus is on what is missing", || window.focused().contains("Nature"));
    fill(&window, "^Valeur", "61 500");
    fill(&window, "^Début", "2019");
    fill(&window, "^Fin", "2018");
    window.press("Enter");
    wait_until("the form says what is wrong", || on_screen(&window, "La fin vient avant le début"));
    wait_until("the focus is on the wrong field", || window.focused().contains("Fin"));
    window.screenshot("formulaire");
    fill(&window, "^Fin", "06/2022");
    window.press("Enter");
    let card = window.by_role("article", "^61 500, validé");
    let table = plain(&window.text(&card));
    for words in [
        "Lecture corrigée",
        "lu par la machine : 60 000",
        "lu par la machine : rien",
        "Corrigé par",
        "Sur une période",
    ] {
        assert!(table.contains(words), "{words} in {table}");
    }
    window.screenshot("tableau-corrige");

    // The chart stands on the person's values.
    window.press("Control+3");
    window.click(&window.by_role("option", "^Migrants assistés"));
    let figures = window.by_role("region", "^Chiffres");
    window.click(&window.by_role_in(&figures, "button", "Dessiner"));
    let group = window.by_role("group", "^Graphique");
    let point = window.name(&window.by_role_in(&group, "button", "61 500"));
    assert!(plain(&point).contains("2019 à juin 2022"), "{point}");
    let sentences = window.text(&window.by_role("table", "Phrases de la série"));
    assert!(
        sentences.contains("Corrigé par"),
        "a value that its sentence does not give is told: {sentences}"
    );
    window.screenshot("series-corrigee");

    // F: words without a number are told; a number becomes a figure with its sentence.
    window.press("Control+1");
    window.by_role("document", "Le foyer de Kita");
    select_words(&window, "Personne n’en parle");
    window.press("f");
    wait_until("it says that there is no number", || {
        on_screen(&window, "La sélection ne contient aucun nombre")
    });
    select_words(&window, "370");
    window.press("f");
    let draft = window.by_role("article", "^Chiffre depuis la sélection");
    assert!(plain(&window.text(&draft)).contains("En 2021, la cuisine a servi au moins 370 repas"));
    wait_until("the focus is on what is missing", || window.focused().contains("Indicateur"));
    window.screenshot("selection");
    window.press("ArrowDown");
    fill(&window, "^Valeur", "370");
    window.press("Enter");
    let made = window.by_role("article", "^370, validé");
    assert!(window.text(&made).contains("Fait à la main par"), "{}", window.text(&made));
    window.screenshot("tableau-main");
    window.press("Control+z");
    wait_until("it is undone", || cards_shown(&window) == 1);
    window.press("Control+y");
    wait_until("it is redone", || cards_shown(&window) == 2);

    window.press("Control+,");
    window.click(&window.by_role("radio", "Sombre"));
    window.click(&window.by_role("radio", "English"));
    window.press("Control+1");
    window.click(&window.by_role("button", "^61,500"));
    wait_until("the machine's reading stands in English", || {
        on_screen(&window, "read by the machine: 60,000")
    });
    window.screenshot("tableau-anglais-sombre");
    assert_eq!(window.console(), [] as [&str; 0]);
    // Answered before the window goes: its driver goes with it.
    let close = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'tests-close', payload: null }), 100)";
    window.script(close, &[]);
    wait_until("the library is free", || !home.path().join("mali.balise.lock").exists());

    let claims = || {
        let out = balise(&home, &["claims", "--json"], &[&library]);
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON")
    };
    let claims = claims();
    assert_eq!(claims[0]["correction"]["read"]["value"], 60_000, "{claims}");
    assert_eq!((&claims[0]["value"], &claims[0]["period_end"]), (&json!(61_500), &json!("2022-06-30")));
    assert_eq!((&claims[1]["value"], &claims[1]["bound"]), (&json!(370), &json!("at_least")));
    assert_eq!(
        (&claims[1]["period_start"], &claims[1]["correction"]["by_hand"]),
        (&json!("2021-01-01"), &json!(true))
    );
}

fn cards_shown(window: &Window) -> u64 {
    window.script("return document.querySelectorAll('[data-card]').length", &[]).as_u64().unwrap_or(0)
}
