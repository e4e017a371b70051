//! Keys by the names people use ("Control+Shift+z", "F6"), as the code points WebDriver wants for them.

use serde_json::{Value, json};

const NAMED: &[(&str, char)] = &[
    ("Backspace", '\u{E003}'),
    ("Tab", '\u{E004}'),
    ("Enter", '\u{E007}'),
    ("Shift", '\u{E008}'),
    ("Control", '\u{E009}'),
    ("Ctrl", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("Meta", '\u{E03D}'),
    ("Escape", '\u{E00C}'),
    ("Space", ' '),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("End", '\u{E010}'),
    ("Home", '\u{E011}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
    ("Insert", '\u{E016}'),
    ("Delete", '\u{E017}'),
];

/// The presses and releases of one chord: modifiers go down in order and come up in reverse.
#[track_caller]
pub(crate) fn chord(keys: &str) -> Vec<Value> {
    let codes: Vec<char> = split(keys).into_iter().map(code).collect();
    let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code }));
    let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code }));
    down.chain(up).collect()
}

/// Every character of a text pressed and released in turn.
pub(crate) fn typed(text: &str) -> Vec<Value> {
    let press =
        |code: char| [json!({ "type": "keyDown", "value": code }), json!({ "type": "keyUp", "value": code })];
    text.chars().map(|c| if c == '\n' { '\u{E007}' } else { c }).flat_map(press).collect()
}

/// "Control++" is Control and the plus key. (The driver presses the key that bears the sign, without Shift: the page
/// hears "="; "Control+Shift++" is heard as "+".)
fn split(keys: &str) -> Vec<&str> {
    match keys.strip_suffix('+') {
        Some("") => vec!["+"],
        Some(rest) => rest.split('+').filter(|key| !key.is_empty()).chain(["+"]).collect(),
        None => keys.split('+').collect(),
    }
}

#[track_caller]
fn code(name: &str) -> char {
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return *code;
    }
    if let Some(number @ 1..=12) = name.strip_prefix('F').and_then(|digits| digits.parse::<u32>().ok()) {
        return char::from_u32(0xE030 + number).expect("the private use area holds F1 to F12");
    }
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter,
        _ => panic!("no key is called {name:?}; see tests/e2e/src/keys.rs"),
    }
}

#[cfg(test)]
mod tests {
    use super::{chord, split, typed};

    #[test]
    fn plus_is_a_key_too() {
        assert_eq!(split("Control++"), ["Control", "+"]);
        assert_eq!(split("+"), ["+"]);
        assert_eq!(split("Control+Shift+z"), ["Control", "Shift", "z"]);
    }

    #[test]
    fn a_chord_comes_up_in_reverse() {
        let values: Vec<String> =
            chord("Shift+F6").iter().map(|key| key["value"].as_str().unwrap().to_owned()).collect();
        assert_eq!(values, ["\u{E008}", "\u{E036}", "\u{E036}", "\u{E008}"]);
    }

    #[test]
    fn a_line_end_is_the_enter_key() {
        assert_eq!(typed("é\n").len(), 4);
        assert_eq!(typed("\n")[0]["value"], "\u{E007}");
    }
}
