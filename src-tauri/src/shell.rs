//! What the window holds: the open library, the preferences, the import that runs.

use balise_desk::list::List;
use balise_desk::{Desk, Error, Folders, Preferences, Reader, SAMPLE_NAME, make_sample};
use balise_model::{Problem, Status};
use balise_words::Lang;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Emitter, Manager};

use crate::behind::Behind;
use crate::jobs::Job;
use crate::views;
use crate::wire::Session;

pub(crate) struct Shell {
    pub(crate) folders: Folders,
    pub(crate) desk: Mutex<Option<Desk>>,
    pub(crate) preferences: Mutex<Preferences>,
    pub(crate) job: Job,
    pub(crate) list: List,
    pub(crate) behind: Behind,
    readers: Readers,
    /// The library that could not be opened last, for its recovery.
    pub(crate) damaged: Mutex<Option<PathBuf>>,
    /// Messages that no command could carry: said at the next session.
    notices: Mutex<Vec<Problem>>,
}

impl Shell {
    pub(crate) fn new() -> Self {
        let folders = Folders::of_system();
        let preferences = Mutex::new(Preferences::load(&folders));
        Self {
            folders,
            desk: Mutex::default(),
            preferences,
            job: Job::default(),
            list: List::default(),
            behind: Behind::default(),
            readers: Readers::default(),
            damaged: Mutex::default(),
            notices: Mutex::default(),
        }
    }

    pub(crate) fn lang(&self) -> Lang {
        lock(&self.preferences).language
    }

    /// Reads the open library beside whoever writes it: an import, an act, the work behind.
    pub(crate) fn read<T>(&self, reads: impl FnOnce(&Reader) -> Result<T, Error>) -> Result<T, Error> {
        match self.readers.free().as_ref() {
            Some(reader) => reads(reader),
            None => Err(Error::Said(Problem::new("no-library"))),
        }
    }

    /// The same for what takes long: on a connection of its own.
    pub(crate) fn apart<T>(&self, reads: impl FnOnce(&Reader) -> Result<T, Error>) -> Result<T, Error> {
        let reader = self.with(|desk| desk.reader())?;
        reads(&reader)
    }

    /// Runs on the open library; a page that asks without one gets a message, not a crash.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Error>) -> Result<T, Error> {
        match lock(&self.desk).as_mut() {
            Some(desk) => work(desk),
            None => Err(Error::Said(Problem::new("no-library"))),
        }
    }

    /// Opens a library in place of the one that is open, which stays when this fails.
    pub(crate) fn open(&self, app: &AppHandle, path: &Path) -> Result<(), Error> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let already = lock(&self.desk).as_ref().is_some_and(|d| d.library().path() == real);
        if already {
            return Ok(());
        }
        self.job.stop_and_wait();
        let coder = lock(&self.preferences).coder.clone();
        *lock(&self.damaged) = None;
        let desk = Desk::open(path, &coder, &self.folders).inspect_err(|_| {
            *lock(&self.damaged) = path.canonicalize().ok();
        })?;
        self.put(app, desk)
    }

    pub(crate) fn create(&self, app: &AppHandle, path: &Path) -> Result<(), Error> {
        self.job.stop_and_wait();
        let coder = lock(&self.preferences).coder.clone();
        let desk = Desk::create(path, &coder, &self.folders)?;
        self.put(app, desk)
    }

    /// A fresh copy of the sample, every time.
    pub(crate) fn open_sample(&self, app: &AppHandle) -> Result<(), Error> {
        self.job.stop_and_wait();
        let coder = lock(&self.preferences).coder.clone();
        let path = self.folders.documents.join("Balise").join(format!("{SAMPLE_NAME}.balise"));
        let desk = make_sample(&path, &coder, &self.folders)?;
        self.put(app, desk)
    }

    fn put(&self, app: &AppHandle, desk: Desk) -> Result<(), Error> {
        let waiting = desk.library().queue_len()? > 0;
        // Said the first time; later it stands in the settings.
        let known = lock(&self.preferences).recent.iter().any(|r| r.path == desk.library().path());
        desk.lies_badly().filter(|_| !known).into_iter().for_each(|wrong| self.say(wrong));
        self.remember(&desk);
        self.close();
        *lock(&self.damaged) = None;
        self.readers.open(&desk)?;
        desk.found_wrong()?.into_iter().for_each(|wrong| self.say(wrong));
        *lock(&self.desk) = Some(desk);
        crate::behind::start(app);
        if waiting {
            self.say(Problem::new("import-resumed"));
            crate::jobs::start(app, &[]);
        }
        Ok(())
    }

    pub(crate) fn close(&self) {
        self.job.stop_and_wait();
        // Taken out first: preferences are never locked while the desk is.
        let closed = lock(&self.desk).take();
        self.readers.close();
        self.list.forget();
        self.behind.wait();
        if let Some(desk) = closed {
            self.remember(&desk);
        }
    }

    /// Puts the library among the recent ones, with what it holds now. Not being able to keep that list stops
    /// nobody from working.
    fn remember(&self, desk: &Desk) {
        let counts = desk.library().counts().unwrap_or_default();
        let mut preferences = lock(&self.preferences);
        preferences.remember(desk.library().path(), counts.documents, counts.accepted);
        if let Err(error) = preferences.save(&self.folders) {
            tracing::warn!("recent libraries not kept: {error}");
        }
    }

    /// After an import the list of recent libraries tells the new counts.
    pub(crate) fn remember_open(&self) {
        if let Some(desk) = lock(&self.desk).as_ref() {
            self.remember(desk);
        }
    }

    pub(crate) fn say(&self, problem: Problem) {
        lock(&self.notices).push(problem);
    }

    pub(crate) fn session(&self) -> Result<Session, Error> {
        let preferences = lock(&self.preferences).clone();
        let notices = std::mem::take(&mut *lock(&self.notices));
        let desk = lock(&self.desk);
        views::session(desk.as_ref(), &preferences, notices)
    }

    /// Tells the page that the frame has changed without its asking.
    pub(crate) fn emit_session(&self, app: &AppHandle) {
        match self.session() {
            Ok(session) => emit(app, "session", session),
            Err(error) => tracing::error!("no session: {error}"),
        }
    }

    pub(crate) fn status(verdict: crate::wire::VerdictView) -> Status {
        match verdict {
            crate::wire::VerdictView::Accept => Status::Accepted,
            crate::wire::VerdictView::Reject => Status::Rejected,
        }
    }
}

/// Connections that only read; a command takes one that is free.
#[derive(Default)]
struct Readers([Mutex<Option<Reader>>; 3]);

impl Readers {
    fn open(&self, desk: &Desk) -> Result<(), Error> {
        self.0.iter().try_for_each(|place| {
            *lock(place) = Some(desk.reader()?);
            Ok(())
        })
    }

    fn close(&self) {
        self.0.iter().for_each(|place| *lock(place) = None);
    }

    fn free(&self) -> MutexGuard<'_, Option<Reader>> {
        let free = self.0.iter().find_map(|place| place.try_lock().ok());
        free.unwrap_or_else(|| lock(&self.0[0]))
    }
}

/// A panic in one command must not close the library to all the others: writes are transactions.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn emit(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit_to("main", event, payload) {
        tracing::warn!("{event} not heard: {error}");
    }
}

/// `balise-window FILE.balise`, `--sample`, or a double click on a library.
pub(crate) fn open_from_arguments(app: &AppHandle, args: impl Iterator<Item = String>) {
    let shell = app.state::<Shell>();
    for arg in args {
        let opened = match arg.as_str() {
            "--sample" => shell.open_sample(app),
            _ if arg.starts_with("--") => continue,
            _ => shell.open(app, &local(&arg, Path::new("."))),
        };
        if let Err(error) = opened {
            shell.say(balise_desk::problem(&error));
        }
    }
}

/// A second start raises the first window, and opens in it what it was asked to open.
pub(crate) fn second_start(app: &AppHandle, args: &[String], folder: &str) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    }
    let files = args.iter().skip(1).filter(|a| !a.starts_with("--")).map(|a| local(a, Path::new(folder)));
    let shell = app.state::<Shell>();
    for file in files {
        if let Err(error) = shell.open(app, &file) {
            shell.say(balise_desk::problem(&error));
        }
    }
    shell.emit_session(app);
}

/// A file manager may hand over an address instead of a path.
fn local(arg: &str, folder: &Path) -> PathBuf {
    match tauri::Url::parse(arg)
        .ok()
        .filter(|url| url.scheme() == "file")
        .and_then(|url| url.to_file_path().ok())
    {
        Some(path) => path,
        None => folder.join(arg),
    }
}
