//! Work behind the window after a library was opened or changed: old texts read again, the search index brought up to
//! date. It never holds the library longer than one small step, and ends with the library it began with.

use balise_desk::{Error, Indexer, Reader, problem};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tauri::{AppHandle, Manager};

use crate::shell::{Shell, emit, lock};
use crate::wire::Changed;

/// Whether it runs, and whether something changed since it last looked.
#[derive(Default)]
pub(crate) struct Behind {
    running: AtomicBool,
    wanted: AtomicBool,
}

impl Behind {
    /// Once the library is taken away the work ends at its next step; its connection must be closed before the library's.
    pub(crate) fn wait(&self) {
        while self.running.load(Ordering::SeqCst) {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

/// Looks for work; when it is looking already, it looks once more.
pub(crate) fn start(app: &AppHandle) {
    let behind = &app.state::<Shell>().behind;
    behind.wanted.store(true, Ordering::SeqCst);
    if behind.running.swap(true, Ordering::SeqCst) {
        return;
    }
    let app = app.clone();
    std::thread::spawn(move || {
        let shell = app.state::<Shell>();
        let behind = &shell.behind;
        loop {
            while behind.wanted.swap(false, Ordering::SeqCst) {
                let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&app, &shell)));
                if let Ok(Err(error)) = done {
                    shell.say(problem(&error));
                    shell.emit_session(&app);
                }
            }
            behind.running.store(false, Ordering::SeqCst);
            // Asked for between the last look and the end: someone goes on, this thread or a new one.
            if !behind.wanted.load(Ordering::SeqCst) || behind.running.swap(true, Ordering::SeqCst) {
                return;
            }
        }
    });
}

fn work(app: &AppHandle, shell: &Shell) -> Result<(), Error> {
    let Some((path, indexer, reader)) = open(shell)? else { return Ok(()) };
    let same = || lock(&shell.desk).as_ref().is_some_and(|desk| desk.library().path() == path);
    keep_safe(app, shell, &same);
    let (mut read, mut last) = (0, None);
    // One small step at a time: between two of them an act of the analyst comes first.
    loop {
        let step = shell.with(|desk| {
            if desk.library().path() != path || desk.is_read_only() {
                return Ok(0);
            }
            match desk.extract_some_again(last)? {
                Some(id) => {
                    last = Some(id);
                    Ok(1)
                }
                None => desk.read_some_again(),
            }
        });
        match step {
            Ok(0) => break,
            Ok(some) => read += some,
            Err(_) if !same() => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    if read > 0 {
        emit(app, "changed", Changed { documents: true, figures: true, ..Changed::default() });
        shell.emit_session(app);
    }
    lock(&indexer).catch_up(reader.view(), |_| same()).map(|_| ())
}

/// The backup of the day, before anything else is done; and what has been in the bin for its thirty days goes.
fn keep_safe(app: &AppHandle, shell: &Shell, same: &dyn Fn() -> bool) {
    if shell.with(|desk| Ok(desk.is_read_only())).unwrap_or(true) {
        return;
    }
    let made = shell.apart(|reader| reader.back_up_if_due(&shell.folders, &jiff::Zoned::now()));
    let purged = shell.with(|desk| desk.purge_due(jiff::Timestamp::now()));
    let mut changed = purged.as_ref().is_ok_and(|count| *count > 0);
    for error in [made.err(), purged.err()].into_iter().flatten().filter(|_| same()) {
        shell.say(problem(&error));
        changed = true;
    }
    if changed {
        shell.emit_session(app);
    }
}

type Open = (std::path::PathBuf, Arc<Mutex<Indexer>>, Reader);

fn open(shell: &Shell) -> Result<Option<Open>, Error> {
    match lock(&shell.desk).as_ref() {
        Some(desk) => Ok(Some((desk.library().path().to_owned(), desk.indexer(), desk.reader()?))),
        None => Ok(None),
    }
}
