//! One driven window: the driver's session, scripts, pictures, what the program printed, and its end.

use crate::PATIENCE;
use crate::http::{Failure, request};
use crate::process::Group;
use base64::Engine;
use serde_json::{Value, json};
use std::panic::Location;
use std::path::PathBuf;
use std::time::Duration;

/// Ends with the value: closing is polite first, then certain. When a test fails while the window is open, a picture
/// named after the line that opened it is left among the screenshots, and what the page and program said is printed.
pub struct Window {
    driver: Group,
    port: u16,
    session: String,
    log: PathBuf,
    opened_at: &'static Location<'static>,
    patience: Duration,
    gone: bool,
}

/// Collects what the page says from now on. Installed by `start` and `goto`; twice does no harm.
const LISTEN: &str = "
    if (window.__said) return;
    window.__said = [];
    for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
        const print = console[level].bind(console);
        console[level] = (...all) => { window.__said.push(level + ': ' + all.map(String).join(' ')); print(...all); };
    }
    addEventListener('error', (e) => window.__said.push('uncaught: ' + e.message));
    addEventListener('unhandledrejection', (e) => window.__said.push('unhandled: ' + e.reason));
    document.addEventListener('securitypolicyviolation', (e) =>
        window.__said.push('forbidden: ' + e.violatedDirective + ' ' + e.blockedURI));";

/// Answers once what was just drawn has reached the screen; a picture taken at once may still be blank. A hidden page
/// gets no frames, hence the half second.
const PAINTED: &str = "
    const done = arguments[arguments.length - 1];
    setTimeout(done, 500);
    requestAnimationFrame(() => requestAnimationFrame(() => done()));";

impl Window {
    pub(crate) fn new(
        driver: Group,
        port: u16,
        session: String,
        log: PathBuf,
        opened_at: &'static Location<'static>,
    ) -> Self {
        let window = Self { driver, port, session, log, opened_at, patience: PATIENCE, gone: false };
        window.must("POST", "timeouts", json!({ "implicit": 0, "script": 30_000, "pageLoad": 30_000 }));
        window.script(LISTEN, &[]);
        window
    }

    /// How long this window's steps wait before they fail, instead of `PATIENCE`.
    pub fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(crate) fn patience(&self) -> Duration {
        self.patience
    }

    /// Sends one WebDriver command of this session (its path without `/session/<id>/`).
    pub(crate) fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Failure> {
        let path = format!("/session/{}/{path}", self.session);
        request(self.port, method, path.trim_end_matches('/'), body, Duration::from_secs(60))
    }

    #[track_caller]
    pub(crate) fn must(&self, method: &str, path: &str, body: Value) -> Value {
        let body = (method == "POST").then_some(&body);
        self.command(method, path, body).unwrap_or_else(|failure| panic!("{method} {path}: {failure}"))
    }

    /// Goes to an address. The application needs none; the client's own test does.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.must("POST", "url", json!({ "url": address }));
        self.script(LISTEN, &[]);
    }

    pub fn title(&self) -> String {
        self.must("GET", "title", Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of a function in the page; `arguments` holds `args`.
    #[track_caller]
    pub fn script(&self, body: &str, args: &[Value]) -> Value {
        self.must("POST", "execute/sync", json!({ "script": body, "args": args }))
    }

    /// Runs the body of an async function in the page (it may `await` and `return`) and waits for what it returns.
    #[track_caller]
    pub fn script_async(&self, body: &str, args: &[Value]) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const given = Array.from(arguments).slice(0, -1);
             (async function () {{ {body} }}).apply(null, given)
                .then((value) => done([value === undefined ? null : value, null]), (error) => done([null, String(error)]));"
        );
        let mut answer = self.must("POST", "execute/async", json!({ "script": script, "args": args }));
        if let Some(error) = answer[1].as_str() {
            panic!("the script failed in the page: {error}");
        }
        answer[0].take()
    }

    /// Writes `<target>/e2e/<name>.png` and gives back its path.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.picture(name).unwrap_or_else(|failure| panic!("no screenshot {name}: {failure}"))
    }

    fn picture(&self, name: &str) -> Result<PathBuf, Failure> {
        self.command("POST", "execute/async", Some(&json!({ "script": PAINTED, "args": [] })))?;
        let answer = self.command("GET", "screenshot", None)?;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(answer.as_str().unwrap_or_default())
            .map_err(|error| Failure { error: "transport".to_owned(), message: error.to_string() })?;
        let path = crate::screenshots().join(format!("{name}.png"));
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    /// What the page wrote to its console since it could be driven, one entry a line ("error: …"), with errors that
    /// nobody caught and what the content policy forbade ("forbidden: …").
    pub fn console(&self) -> Vec<String> {
        let said = self.command(
            "POST",
            "execute/sync",
            Some(&json!({ "script": "return window.__said", "args": [] })),
        );
        let said = said.unwrap_or_default();
        said.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
    }

    /// What the program and its driver printed so far, stdout and stderr together.
    pub fn output(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Ends the program and all its processes at once, as a power cut would: nothing gets a chance to tidy up.
    pub fn kill(mut self) {
        self.gone = true;
        self.driver.kill();
    }

    fn leave_traces(&self) {
        let file = self.opened_at.file().rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        match self.picture(&format!("failed-{file}-{}", self.opened_at.line())) {
            Ok(path) => eprintln!("the window when the test failed: {}", path.display()),
            Err(failure) => eprintln!("no picture of the window when the test failed: {failure}"),
        }
        eprintln!("the page said: {:#?}\nthe program printed:\n{}", self.console(), self.output());
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.gone {
            return;
        }
        if std::thread::panicking() {
            self.leave_traces();
        }
        let path = format!("/session/{}", self.session);
        let _ = request(self.port, "DELETE", &path, None, Duration::from_secs(5));
    }
}
