//! What a person does in the page: finds things by role and name, points, clicks, types.

use crate::Window;
use crate::keys::{chord, typed};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The roles and names of the page, computed there.
const ROLES: &str = include_str!("roles.js");
/// The key under which WebDriver hands out elements, fixed by its specification.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Something in the page. It goes stale when the page draws it anew: find it again rather than keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    fn from(value: &Value) -> Option<Self> {
        value[ELEMENT].as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument for `Window::script`.
    pub fn json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

impl Window {
    /// The one visible element with this role whose accessible name matches `name`, a JavaScript regular expression
    /// ("^Séries", "" for any). Spaces of all kinds are plain spaces in names. Waits for it; several are an error.
    #[track_caller]
    pub fn by_role(&self, role: &str, name: &str) -> Element {
        self.one(None, role, name)
    }

    /// The same, inside an element.
    #[track_caller]
    pub fn by_role_in(&self, scope: &Element, role: &str, name: &str) -> Element {
        self.one(Some(scope), role, name)
    }

    /// All that match at this moment, in the order of the page; none is an answer too.
    #[track_caller]
    pub fn all_by_role(&self, role: &str, name: &str) -> Vec<Element> {
        self.look(None, role, name).0
    }

    #[track_caller]
    pub fn all_by_role_in(&self, scope: &Element, role: &str, name: &str) -> Vec<Element> {
        self.look(Some(scope), role, name).0
    }

    /// Waits until nothing matches any more.
    #[track_caller]
    pub fn wait_gone(&self, role: &str, name: &str) {
        crate::wait_until(&format!("no {role} is called /{name}/"), || {
            self.all_by_role(role, name).is_empty()
        });
    }

    #[track_caller]
    fn one(&self, scope: Option<&Element>, role: &str, name: &str) -> Element {
        let start = Instant::now();
        loop {
            let (mut found, candidates) = self.look(scope, role, name);
            match found.pop() {
                Some(element) if found.is_empty() => return element,
                last if start.elapsed() > self.patience() => {
                    let count = found.len() + usize::from(last.is_some());
                    panic!("{count} visible {role} called /{name}/ instead of one; there are:\n{candidates}")
                }
                _ => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    #[track_caller]
    fn look(&self, scope: Option<&Element>, role: &str, name: &str) -> (Vec<Element>, String) {
        let script = format!("{ROLES}\nreturn look(...arguments);");
        let answer = self.script(&script, &[json!(role), json!(name), scope.map(Element::json).into()]);
        let found = answer["found"].as_array().into_iter().flatten().filter_map(Element::from).collect();
        let candidates = answer["candidates"].as_array().into_iter().flatten().filter_map(Value::as_str);
        (found, candidates.map(|line| format!("  {line}\n")).collect())
    }

    /// The accessible name, as `by_role` sees it.
    #[track_caller]
    pub fn name(&self, element: &Element) -> String {
        self.string(&format!("{ROLES}\nreturn nameOf(arguments[0]);"), element)
    }

    /// The text as drawn.
    #[track_caller]
    pub fn text(&self, element: &Element) -> String {
        self.string("return arguments[0].innerText;", element)
    }

    /// The value of a field.
    #[track_caller]
    pub fn value(&self, element: &Element) -> String {
        self.string("return arguments[0].value;", element)
    }

    #[track_caller]
    pub fn attribute(&self, element: &Element, name: &str) -> Option<String> {
        let value =
            self.script("return arguments[0].getAttribute(arguments[1]);", &[element.json(), json!(name)]);
        value.as_str().map(str::to_owned)
    }

    /// Role and name of what has the focus, such as "button Accepter"; "" when it is nothing in particular.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = format!("{ROLES}\nreturn focused();");
        self.script(&script, &[]).as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn string(&self, script: &str, element: &Element) -> String {
        self.script(script, &[element.json()]).as_str().unwrap_or_default().to_owned()
    }

    /// Points at the middle of an element and presses the button of the mouse. Waits until the element stands still,
    /// is enabled, and nothing lies over it: a person could not click it before either.
    #[track_caller]
    pub fn click(&self, element: &Element) {
        self.point(element, 1);
    }

    #[track_caller]
    pub fn double_click(&self, element: &Element) {
        self.point(element, 2);
    }

    /// Moves the pointer over an element, without pressing.
    #[track_caller]
    pub fn hover(&self, element: &Element) {
        self.point(element, 0);
    }

    #[track_caller]
    fn point(&self, element: &Element, presses: usize) {
        let script = format!("{ROLES}\nreturn aim(arguments[0]);");
        let start = Instant::now();
        let mut last = Value::Null;
        loop {
            let aim = self.script(&script, &[element.json()]);
            let still = aim["x"] == last["x"] && aim["y"] == last["y"];
            if aim["obstacle"].is_null() && still {
                break;
            }
            assert!(
                start.elapsed() < self.patience(),
                "{} cannot be reached: {}",
                self.name(element),
                aim["obstacle"].as_str().unwrap_or("it never stands still")
            );
            last = aim;
            std::thread::sleep(Duration::from_millis(30));
        }
        let mut actions =
            vec![json!({ "type": "pointerMove", "x": last["x"], "y": last["y"], "duration": 0 })];
        for _ in 0..presses {
            actions.push(json!({ "type": "pointerDown", "button": 0 }));
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
                            "actions": actions });
        self.must("POST", "actions", json!({ "actions": [mouse] }));
    }

    /// Presses one chord where the focus is: "Enter", "Control+Shift+z", "Shift+Tab", "F6", "a".
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.keyboard(&chord(keys));
    }

    /// Types a text where the focus is, one character after the other.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.keyboard(&typed(text));
    }

    #[track_caller]
    fn keyboard(&self, actions: &[Value]) {
        self.must(
            "POST",
            "actions",
            json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        );
    }
}
