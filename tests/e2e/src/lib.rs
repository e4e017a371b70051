//! Drives Balise's real window as a person does: finds things by what a screen reader calls them, points, clicks,
//! types. Speaks the W3C WebDriver protocol to WebKitWebDriver over a plain socket; there is no fake backend.
//!
//! A step that cannot be done fails the test at the line that asked for it, and says what was on screen instead.
//! Tests that open a window are `#[ignore]`d, since they need a display; `cargo xtask test` runs them, one at a time:
//!
//! ```no_run
//! # use balise_e2e::{Display, Home, Launch};
//! let display = Display::open();
//! let home = Home::new();
//! let window = Launch::app(&home).arg("--sample").start(&display);
//! window.click(&window.by_role("link", "^Séries"));
//! window.press("Control+z");
//! window.screenshot("series");
//! ```

// Only Linux has a WebDriver for the system's web view; elsewhere the package is empty.
#![cfg(target_os = "linux")]

mod display;
mod http;
mod keys;
mod launch;
mod page;
mod process;
mod window;

pub use display::Display;
pub use launch::{Home, Launch};
pub use page::Element;
pub use window::Window;

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a step may take before the test gives up. Generous, because the machine may be building beside it.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until `done` says yes, looking twenty times a second.
#[track_caller]
pub fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < PATIENCE, "waited {} s in vain until {what}", PATIENCE.as_secs());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Where screenshots go: `e2e/` in the target folder this very test was built in.
pub fn screenshots() -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    // <target>/debug/deps/<test>
    let folder = test.ancestors().nth(3).expect("cargo builds tests three folders deep").join("e2e");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// WebKit's own small browser, which comes with the library: what the client is tested on.
pub fn minibrowser() -> Option<PathBuf> {
    let places = std::fs::read_dir("/usr/lib").ok()?;
    places.flatten().map(|place| place.path().join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file())
}
