//! The client itself, tried on WebKit's own small browser and a page that has a bit of everything: when a test of the
//! window fails, this one tells whether the window or the client is to blame. Run by `cargo xtask test`.

#![cfg(target_os = "linux")]

use balise_e2e::{Display, Home, Launch, Window, wait_until};
use base64::Engine;
use serde_json::json;
use std::time::Duration;

// As strict as the application's own policy: the client's scripts must pass where the page's own may not.
const PAGE: &str = r##"<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'">
<style>body { font: 16px sans-serif } .hidden { display: none } .far { margin-top: 2000px }</style></head>
<body><header><h1>Retours au Mali</h1></header>
<nav aria-label="Écrans"><a href="#a">Lecture</a> <a href="#b">Chiffres <span>12</span></a></nav>
<main aria-labelledby="t"><h2 id="t">Texte</h2>
  <section aria-label="Documents"><ul><li>Le Courrier</li><li class="hidden">Caché</li></ul></section>
  <article aria-label="44&#8239;000, accepté"><button>Accepter</button></article>
  <article aria-label="33&#8239;000, proposé"><button>Accepter</button><button disabled>Refuser</button></article>
  <label>Chercher <input type="search" id="q"></label> <label for="y">Année</label>
  <select id="y"><option>2024</option><option>2025</option></select>
  <table><caption>Séries</caption><tr><th>Année</th><td>2025</td></tr></table>
  <details><summary>Mis à part</summary><p>Lire aussi</p></details>
  <p class="far"><button id="bottom">Tout en bas</button></p>
</main><footer role="contentinfo"><output>Enregistré</output></footer></body></html>"##;

fn open(display: &Display, home: &Home) -> Window {
    let browser = balise_e2e::minibrowser().expect("MiniBrowser comes with libwebkit2gtk-4.1-0");
    let window = Launch::program(browser, home).arg("--automation").start(display);
    let page = base64::engine::general_purpose::STANDARD.encode(PAGE);
    window.goto(&format!("data:text/html;charset=utf-8;base64,{page}"));
    // The page has no script of its own; the test writes down what reaches it.
    window.script(
        "window.seen = [];
         addEventListener('click', (e) => e.isTrusted && seen.push('click ' + e.target.textContent.trim()));
         addEventListener('dblclick', () => seen.push('dblclick'));
         addEventListener('keydown', (e) => seen.push(
            [e.ctrlKey && 'ctrl', e.shiftKey && 'shift', e.altKey && 'alt', e.key].filter(Boolean).join(' ')));",
        &[],
    );
    window
}

fn seen(window: &Window) -> Vec<String> {
    serde_json::from_value(window.script("return seen.splice(0)", &[])).expect("a list of strings")
}

#[test]
#[ignore = "opens a window; cargo xtask test runs it"]
fn finds_by_role_and_name() {
    let (display, home) = (Display::open(), Home::new());
    let window = open(&display, &home);
    assert_eq!(window.title(), "Essai");
    for (role, name) in [
        ("banner", ""),
        ("heading", "^Retours au Mali$"),
        ("navigation", "^Écrans$"),
        ("link", "^Chiffres 12$"),
        ("main", "^Texte$"),
        ("region", "^Documents$"),
        ("listitem", "^Le Courrier$"),
        ("article", "^44 000, accepté$"),
        ("searchbox", "^Chercher$"),
        ("combobox", "^Année$"),
        ("option", "2025"),
        ("table", "^Séries$"),
        ("cell", "2025"),
        ("contentinfo", ""),
        ("status", "Enregistré"),
    ] {
        window.by_role(role, name);
    }
    assert!(window.all_by_role("listitem", "Caché").is_empty(), "what is hidden is not found");
    assert_eq!(window.all_by_role("button", "Accepter").len(), 2);
    let second = window.by_role("article", "33 000");
    assert_eq!(window.name(&window.by_role_in(&second, "button", "Accepter")), "Accepter");
    assert_eq!(window.all_by_role_in(&second, "button", "").len(), 2);
    assert_eq!(window.attribute(&second, "lang"), None);
    window.wait_gone("dialog", "");
}

#[test]
#[ignore = "opens a window; cargo xtask test runs it"]
fn what_cannot_be_found_or_reached_is_said() {
    let (display, home) = (Display::open(), Home::new());
    let window = open(&display, &home).patient_for(Duration::from_millis(300));
    let said = |act: &dyn Fn()| {
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(act)).expect_err("it must fail");
        caught.downcast_ref::<String>().cloned().unwrap_or_default()
    };
    let message = said(&|| drop(window.by_role("link", "Séries")));
    assert!(message.contains("0 visible link") && message.contains("link \"Lecture\""), "{message}");
    let message = said(&|| drop(window.by_role("button", "Accepter")));
    assert!(message.contains("2 visible button"), "{message}");
    let message = said(&|| window.click(&window.by_role("button", "Refuser")));
    assert!(message.contains("it is disabled"), "{message}");
}

#[test]
#[ignore = "opens a window; cargo xtask test runs it"]
fn clicks_and_types_as_a_person() {
    let (display, home) = (Display::open(), Home::new());
    let window = open(&display, &home);

    window.click(&window.by_role("button", "Tout en bas"));
    assert_eq!(seen(&window), ["click Tout en bas"], "scrolled into view, then clicked by a trusted event");
    assert_eq!(window.focused(), "button Tout en bas");
    window.double_click(&window.by_role("heading", "Texte"));
    assert!(seen(&window).contains(&"dblclick".to_owned()));
    window.hover(&window.by_role("link", "Lecture"));
    assert_eq!(window.script("return document.querySelector('a:hover').textContent", &[]), "Lecture");

    let field = window.by_role("searchbox", "Chercher");
    window.click(&field);
    window.type_text("réintégrés ’44");
    assert_eq!(window.value(&field), "réintégrés ’44");
    seen(&window);
    window.press("Control+a");
    window.press("Delete");
    window.press("Shift+Tab");
    assert_eq!(window.value(&field), "");
    assert_eq!(window.focused(), "button Accepter");
    let keys = seen(&window);
    assert!(keys.contains(&"ctrl a".to_owned()) && keys.contains(&"Delete".to_owned()), "{keys:?}");
    for chord in ["Control+Shift+z", "F6", "Escape", "ArrowDown", "Alt+ArrowLeft", "Control+Shift++", "Space"]
    {
        window.press(chord);
    }
    let keys = seen(&window).join(" | ");
    for key in ["ctrl shift", "F6", "Escape", "ArrowDown", "alt ArrowLeft", "ctrl shift +"] {
        assert!(keys.contains(key), "{key} is not in {keys}");
    }
    assert!(keys.ends_with("click Accepter"), "Space presses the focused button: {keys}");
}

#[test]
#[ignore = "opens a window; cargo xtask test runs it"]
fn runs_scripts_takes_pictures_and_hears_the_console() {
    let (display, home) = (Display::open(), Home::new());
    let window = open(&display, &home);
    assert_eq!(window.script("return arguments[0] + 1", &[json!(41)]), 42);
    let slow = "await new Promise((go) => setTimeout(go, 50)); return arguments[0]";
    assert_eq!(window.script_async(slow, &[json!("plus tard")]), "plus tard");

    window.script("console.warn('attention', 2); setTimeout(() => { throw new Error('perdu') })", &[]);
    wait_until("the uncaught error is heard", || window.console().len() >= 2);
    let console = window.console();
    assert!(console[0] == "warn: attention 2" && console[1].starts_with("uncaught: "), "{console:?}");
    window.script("const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; ", &[]);
    wait_until("the content policy is heard", || {
        window.console().iter().any(|line| line.starts_with("forbidden: img"))
    });

    let picture = window.screenshot("client");
    let bytes = std::fs::read(picture).expect("the picture was written");
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000, "{} bytes", bytes.len());
}

#[test]
#[ignore = "opens a window; cargo xtask test runs it"]
fn nothing_outlives_the_test() {
    let (display, home) = (Display::open(), Home::new());
    let mark = home.path().to_str().expect("a temporary folder has a plain name").to_owned();
    for killed in [true, false] {
        let window = open(&display, &home);
        assert!(running_in(&mark) >= 3, "driver, browser and page are processes that know their home");
        if killed {
            window.kill()
        } else {
            drop(window)
        }
        wait_until("every process has gone", || running_in(&mark) == 0);
    }
}

/// How many processes have the folder in their environment.
fn running_in(folder: &str) -> usize {
    let processes = std::fs::read_dir("/proc").expect("Linux has /proc").flatten();
    let environments = processes.filter_map(|process| std::fs::read(process.path().join("environ")).ok());
    environments.filter(|bytes| String::from_utf8_lossy(bytes).contains(folder)).count()
}
