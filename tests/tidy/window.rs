//! What the window may do: the commands it answers, its content policy, its capabilities.

use crate::{all_files, none, read, root, sources};
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything comes from the program itself; drawings are blobs shown as images; the engine's HTML sinks are closed
/// but for Svelte's own templates.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; \
    connect-src ipc: http://ipc.localhost; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; \
    worker-src 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html";

fn config() -> Value {
    let text = read(&root().join("src-tauri/tauri.conf.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("src-tauri/tauri.conf.json: {error}"))
}

fn captured(pattern: &str, text: &str) -> BTreeSet<String> {
    let pattern = Regex::new(pattern).expect("a literal pattern");
    pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[test]
fn both_sides_have_the_same_commands() {
    let rust: String = sources("src-tauri/src", &[".rs"]).into_iter().map(|(_, text)| text + "\n").collect();
    let list = Regex::new(r"(?s)generate_handler!\s*[\[(](.*?)[\])]").expect("a literal pattern");
    let list = list.captures(&rust).expect("src-tauri/src registers its commands with generate_handler!");
    let names = list[1].split(',').map(|path| path.rsplit("::").next().unwrap_or(path).trim());
    let registered: BTreeSet<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();

    let attribute = r"#\[(?:tauri::)?command(?:\([^\]]*\))?\]\s*(?:#\[[^\]]*\]\s*|//[^\n]*\s*)*";
    let defined = captured(&format!(r"{attribute}(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?fn\s+(\w+)"), &rust);
    let page = read(&root().join("ui/src/backend/commands.ts"));
    let called = captured(r#"\bcall(?:<[^;=]*?>)?\(\s*"(\w+)""#, &page);
    assert!(!called.is_empty(), "ui/src/backend/commands.ts calls nothing that this rule can see");

    let missing = |from: &BTreeSet<String>, inside: &BTreeSet<String>, what: &str| {
        from.difference(inside).map(|name| format!("{name} {what}")).collect::<Vec<_>>()
    };
    let faults = [
        missing(&called, &registered, "is called by the page, but not in generate_handler!"),
        missing(&registered, &called, "is in generate_handler!, but the page never calls it"),
        missing(&defined, &registered, "is a command, but not in generate_handler!"),
        missing(&registered, &defined, "is in generate_handler!, but no #[tauri::command]"),
    ];
    none(
        faults.concat(),
        "A command is one function in src-tauri/src and one line in ui/src/backend/commands.ts.",
    );
}

#[test]
fn the_content_policy_is_the_strict_one() {
    let config = config();
    let security = &config["app"]["security"];
    assert_eq!(
        security["csp"], CSP,
        "a change of the window's content policy is a decision: change it here too"
    );
    let faults = [
        (
            security["devCsp"].is_null(),
            "app.security.devCsp: the page must live under the same policy everywhere",
        ),
        (security["freezePrototype"] == true, "app.security.freezePrototype must be true"),
        (config["app"]["withGlobalTauri"] != true, "app.withGlobalTauri must be false"),
        (
            is_unset(&security["dangerousDisableAssetCspModification"]),
            "dangerousDisableAssetCspModification: leave it",
        ),
        (is_unset(&security["assetProtocol"]["enable"]), "app.security.assetProtocol must stay off"),
        (!security["headers"].is_null(), "app.security.headers must close what the page never uses"),
    ];
    let faults = faults.iter().filter(|(good, _)| !good).map(|(_, what)| (*what).to_owned());
    none(faults.collect(), "Mend src-tauri/tauri.conf.json.");
}

fn is_unset(value: &Value) -> bool {
    value.is_null() || value == false
}

#[test]
fn the_page_may_do_little() {
    let files: Vec<_> =
        all_files().into_iter().filter(|path| path.starts_with("src-tauri/capabilities")).collect();
    let [file] = files.as_slice() else {
        panic!("one capability file, so that one look tells all; found {files:?}")
    };
    let text = read(&root().join(file));
    let capability: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    assert_eq!(
        capability["windows"],
        serde_json::json!(["main"]),
        "the capability is for the main window alone"
    );

    let permissions = capability["permissions"].as_array().cloned().unwrap_or_default();
    let names =
        permissions.iter().map(|permission| permission["identifier"].as_str().or(permission.as_str()));
    let names: Vec<&str> = names.map(|name| name.expect("a permission has a name")).collect();
    assert!(!names.is_empty(), "{} grants nothing that this rule can see", file.display());
    let forbidden = ["fs:", "http:", "shell:", "opener:", "process:", "websocket:", "upload:"];
    let mut faults: Vec<String> = names
        .iter()
        .filter(|name| forbidden.iter().any(|start| name.starts_with(start)))
        .map(|name| format!("{name} is granted"))
        .collect();
    if text.contains('*') {
        faults.push("a wildcard".to_owned());
    }
    faults.extend(
        ["remote", "webviews"]
            .iter()
            .filter(|key| !capability[**key].is_null())
            .map(|key| format!("\"{key}\"")),
    );
    let manifest = read(&root().join("src-tauri/Cargo.toml"));
    let plugins = ["fs", "http", "shell", "opener", "process", "websocket", "upload"]
        .map(|name| format!("tauri-plugin-{name}"));
    faults.extend(plugins.into_iter().filter(|plugin| manifest.contains(plugin.as_str())));
    none(
        faults,
        "Files, network and programs are the Rust side's: write a command that does the one thing, and let it open its \
         own dialog, so that no path comes from the page.",
    );
}
