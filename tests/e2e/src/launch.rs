//! Starting a program under the driver: which one, with which arguments, in which home.

use crate::http::request;
use crate::process::{Group, free_port};
use crate::{Display, Window};
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// An empty home of the test's own: settings, libraries and caches of the person at the keyboard are never touched.
/// Launching twice in one home is closing the program and opening it again.
pub struct Home(TempDir);

impl Home {
    #[expect(clippy::new_without_default, reason = "it makes a folder, which a default should not")]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("balise-").tempdir().expect("a temporary folder");
        let home = Self(folder);
        for name in ["balise", "cache", "data", "config", "run"] {
            std::fs::create_dir(home.path().join(name)).expect("a fresh folder can be written");
        }
        // A runtime folder that others may read is refused by the libraries that use it.
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(home.path().join("run"), private).expect("our own folder");
        home
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What BALISE_HOME points to: the application's folders (settings, recent libraries, logs).
    pub fn balise(&self) -> PathBuf {
        self.path().join("balise")
    }
}

pub struct Launch {
    binary: PathBuf,
    args: Vec<String>,
    env: Vec<(OsString, OsString)>,
    log: PathBuf,
}

impl Launch {
    /// The window built by cargo, whose path is in BALISE_E2E_APP.
    #[track_caller]
    pub fn app(home: &Home) -> Self {
        let Some(binary) = std::env::var_os("BALISE_E2E_APP") else {
            panic!("BALISE_E2E_APP must hold the path of the built balise-window; `cargo xtask test` sets it")
        };
        Self::program(binary, home)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("BALISE_HOME", home.balise())
    }

    /// Any WebKitGTK program that lets itself be driven.
    pub fn program(binary: impl Into<PathBuf>, home: &Home) -> Self {
        let at = |name: &str| home.path().join(name);
        let log = (0..).map(|n| at(&format!("output-{n}.log"))).find(|path| !path.exists());
        Self {
            binary: binary.into(),
            args: Vec::new(),
            env: Vec::new(),
            log: log.expect("numbers do not end"),
        }
        .env("XDG_CACHE_HOME", at("cache"))
        .env("XDG_DATA_HOME", at("data"))
        .env("XDG_CONFIG_HOME", at("config"))
        .env("XDG_RUNTIME_DIR", at("run"))
        // No accessibility bus here; looking for it costs seconds and fills the log.
        .env("GTK_A11Y", "none")
        .env("NO_AT_BRIDGE", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
    }

    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Sets a variable for the driver and the program under it; the last word wins.
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// The program itself, on that display, without a driver: a second start, a double click on a file.
    pub fn alone(self, display: &Display) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(&self.args)
            .env("DISPLAY", display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", display.bus());
        command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11").envs(self.env);
        command
    }

    /// Starts the program and waits until it can be driven.
    #[track_caller]
    pub fn start(self, display: &Display) -> Window {
        let caller = Location::caller();
        let port = free_port();
        let log = File::create(&self.log).expect("the test's home can be written");
        let copy = log.try_clone().expect("an open file can be shared");
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env_remove("WAYLAND_DISPLAY");
        command.env("DISPLAY", display.name()).env("DBUS_SESSION_BUS_ADDRESS", display.bus());
        // GDK would take Wayland first where both exist; the test looks at the X display it was given.
        command.env("GDK_BACKEND", "x11").envs(self.env).stdout(log).stderr(copy);
        let driver = Group::spawn(&mut command);

        let browser = json!({ "binary": self.binary, "args": self.args });
        let wish = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": browser } } });
        let session = open_session(port, &wish).unwrap_or_else(|error| {
            let said = std::fs::read_to_string(&self.log).unwrap_or_default();
            panic!("{} did not start under the driver: {error}\n{said}", self.binary.display())
        });
        Window::new(driver, port, session, self.log, caller)
    }
}

/// The driver needs a moment to listen, and the program up to a minute on a machine that is busy building.
fn open_session(port: u16, wish: &Value) -> Result<String, String> {
    let start = Instant::now();
    loop {
        match request(port, "POST", "/session", Some(wish), Duration::from_secs(60)) {
            Ok(answer) => {
                let id = answer["sessionId"].as_str().ok_or("the driver gave no session id")?;
                return Ok(id.to_owned());
            }
            Err(failure) if failure.error == "transport" && start.elapsed() < Duration::from_secs(10) => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(failure) => return Err(failure.to_string()),
        }
    }
}
