//! The import that runs beside the window: files are read without holding the library, and kept one by one. It can
//! be stopped after any file; closing the window waits for the current one.

use balise_desk::import::{self, Item, Run};
use balise_desk::{Error, problem};
use balise_model::Problem;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager};

use crate::shell::{Shell, emit, lock};
use crate::views;
use crate::wire::{Changed, ImportView};

/// Files read and kept at once: an act of the analyst waits for one such step at most.
const PORTION: usize = 8;

#[derive(Default)]
pub(crate) struct Job {
    running: AtomicBool,
    stop: AtomicBool,
    /// The window was closed while it ran.
    closing: AtomicBool,
    items: Mutex<Items>,
}

#[derive(Default)]
struct Items {
    done: Vec<Item>,
    waiting: Vec<String>,
    started: Option<Instant>,
}

impl Job {
    pub(crate) fn is_running(&self) -> bool {
        self.running.load(Ordering::SeqCst)
    }

    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Before another library is opened: the current file is finished, the rest waits in its queue.
    pub(crate) fn stop_and_wait(&self) {
        self.stop();
        while self.is_running() {
            std::thread::sleep(Duration::from_millis(5));
        }
        self.stop.store(false, Ordering::SeqCst);
        *lock(&self.items) = Items::default();
    }

    pub(crate) fn view(&self, lang: balise_words::Lang) -> ImportView {
        let items = lock(&self.items);
        let running = self.is_running();
        let stopping = running && self.stop.load(Ordering::SeqCst);
        views::import(&items.done, &items.waiting, items.started.filter(|_| running), running, stopping, lang)
    }
}

/// Files dropped on the window: a library is opened, the rest imported; without a library, one is asked for first.
pub(crate) fn dropped(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    std::thread::spawn(move || {
        let shell = app.state::<Shell>();
        let library = paths.iter().find(|p| p.extension().is_some_and(|e| e == "balise"));
        let outcome = match library {
            Some(library) => shell.open(&app, library),
            None => crate::commands::with_some_library(&app, &shell).map(|ready| {
                if ready {
                    start(&app, &paths);
                }
            }),
        };
        if let Err(error) = outcome {
            shell.say(problem(&error));
        }
        shell.emit_session(&app);
    });
}

/// Starts an import of these files and of what waits in the queue; when one runs, they join it.
pub(crate) fn start(app: &AppHandle, paths: &[PathBuf]) {
    let shell = app.state::<Shell>();
    let files = import::expand(paths);
    let queued = shell.with(|desk| {
        desk.enqueue(&files)?;
        Ok(desk.library().queued(usize::MAX >> 1)?)
    });
    match queued {
        Err(error) => {
            shell.say(problem(&error));
            shell.emit_session(app);
        }
        Ok(queued) => {
            {
                let mut items = lock(&shell.job.items);
                items.waiting = queued
                    .iter()
                    .map(|p| p.file_name().unwrap_or_default().to_string_lossy().into_owned())
                    .collect();
                if !shell.job.is_running() {
                    items.done.clear();
                    items.started = Some(Instant::now());
                }
            }
            if shell.job.running.swap(true, Ordering::SeqCst) {
                return;
            }
            shell.job.stop.store(false, Ordering::SeqCst);
            // Heard before the session that may follow: the list of files stays in view.
            tell(app, &shell);
            let app = app.clone();
            std::thread::spawn(move || run(&app));
        }
    }
}

fn run(app: &AppHandle) {
    let shell = app.state::<Shell>();
    // Whatever happens in it, the job ends: a window that waits for it must not wait forever.
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(app, &shell))) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => shell.say(problem(&error)),
        Err(_) => shell.say(Problem::new("unknown")),
    }
    shell.job.running.store(false, Ordering::SeqCst);
    shell.remember_open();
    tell(app, &shell);
    let said = String::new();
    emit(app, "changed", Changed { documents: true, figures: true, said, ..Changed::default() });
    shell.emit_session(app);
    if shell.job.closing.load(Ordering::SeqCst) {
        // Closed first: what a user copies is one file.
        shell.close();
        app.exit(0);
    } else if !shell.job.stop.load(Ordering::SeqCst)
        && shell.read(|reader| Ok(reader.view().queue_len()?)).is_ok_and(|waiting| waiting > 0)
    {
        start(app, &[]); // Files that came while the last one was being finished.
    } else {
        crate::behind::start(app);
    }
}

fn work(app: &AppHandle, shell: &Shell) -> Result<(), Error> {
    let mut run = Run::default();
    let mut told = Instant::now();
    tell(app, shell);
    while !shell.job.stop.load(Ordering::SeqCst) {
        let next = shell.read(|reader| {
            Ok((reader.view().queued(PORTION)?, reader.view().queue_len()?, reader.view().path().to_owned()))
        })?;
        let (files, waiting, library) = next;
        if files.is_empty() {
            return Ok(());
        }
        let prepared = import::prepare_all(&files);
        let kept = shell.with(|desk| match desk.library().path() == library {
            true => desk.keep(prepared, &mut run).map(Some),
            false => Ok(None), // Another library was opened meanwhile: the files wait in the first one's queue.
        })?;
        let Some(kept) = kept else { return Ok(()) };
        {
            let mut items = lock(&shell.job.items);
            let gone = items.waiting.len().saturating_sub(waiting - kept.len());
            items.done.extend(kept);
            items.waiting.drain(..gone);
        }
        if told.elapsed() > Duration::from_millis(100) {
            tell(app, shell);
            emit(app, "changed", Changed { documents: true, ..Changed::default() });
            told = Instant::now();
        }
    }
    Ok(())
}

fn tell(app: &AppHandle, shell: &Shell) {
    emit(app, "import", shell.job.view(shell.lang()));
}

/// Closing while an import runs: the current file is finished first, and the page says so. True when the window
/// must stay for that.
pub(crate) fn finish_before_closing(app: &AppHandle) -> bool {
    let shell = app.state::<Shell>();
    if !shell.job.is_running() {
        shell.close();
        return false;
    }
    shell.job.closing.store(true, Ordering::SeqCst);
    shell.job.stop();
    shell.say(Problem::new("closing-after-file"));
    shell.emit_session(app);
    tell(app, &shell);
    true
}
