//! What the page may ask of a library as a file: its history, its bin, backups and copies, checking and recovery.

use balise_desk::library::{Backup, Depth, Verified};
use balise_desk::{Error, act_in_words, difference as differ, safety};
use balise_model::{DocumentId, Problem};
use balise_words::{args, sentence_case, text, text_with};
use jiff::Zoned;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, State};

use crate::commands::{Answer, acted, export, say, uuid};
use crate::shell::{Shell, emit, lock};
use crate::wire::*;
use crate::{kept, views};

/// Acts shown at once.
const PAGE: usize = 100;

#[tauri::command(async)]
pub(crate) fn history(shell: State<'_, Shell>, before: Option<u32>) -> Answer<HistoryView> {
    let lang = shell.lang();
    say(shell.read(|reader| {
        let mut acts = reader.view().history(before.map(i64::from), PAGE + 1)?;
        let more = acts.len() > PAGE;
        acts.truncate(PAGE);
        Ok(HistoryView { acts: acts.iter().map(|act| kept::act(act, lang)).collect(), more })
    }))
}

#[tauri::command(async)]
pub(crate) fn undo_act(app: AppHandle, shell: State<'_, Shell>, seq: u32) -> Answer<Changed> {
    let lang = shell.lang();
    let changed = shell.with(|desk| {
        let done = desk.undo_act(i64::from(seq))?;
        let said = text_with(lang, "said-undone", &args([("act", act_in_words(lang, &done.act))]));
        Ok(views::changed(desk, &done, said))
    });
    acted(&app, &shell, changed)
}

fn ids(documents: &[String]) -> Result<Vec<DocumentId>, Error> {
    documents.iter().take(100_000).map(|id| Ok(DocumentId(uuid(id)?))).collect()
}

#[tauri::command(async)]
pub(crate) fn uses(shell: State<'_, Shell>, documents: Vec<String>) -> Answer<Vec<String>> {
    let lang = shell.lang();
    say(ids(&documents).and_then(|ids| {
        shell.read(|reader| {
            let counted = reader.view().counted_in(&ids)?;
            Ok(counted.iter().map(|cited| kept::figure_line(cited, lang)).collect())
        })
    }))
}

#[tauri::command(async)]
pub(crate) fn trash(app: AppHandle, shell: State<'_, Shell>, documents: Vec<String>) -> Answer<Changed> {
    move_documents(&app, &shell, &documents, true)
}

#[tauri::command(async)]
pub(crate) fn untrash(app: AppHandle, shell: State<'_, Shell>, documents: Vec<String>) -> Answer<Changed> {
    move_documents(&app, &shell, &documents, false)
}

fn move_documents(app: &AppHandle, shell: &Shell, documents: &[String], away: bool) -> Answer<Changed> {
    let lang = shell.lang();
    let changed = ids(documents).and_then(|ids| {
        shell.with(|desk| {
            let done = if away { desk.trash(&ids)? } else { desk.restore(&ids)? };
            Ok(views::changed(desk, &done, sentence_case(&act_in_words(lang, &done.act))))
        })
    });
    acted(app, shell, changed)
}

#[tauri::command(async)]
pub(crate) fn bin(shell: State<'_, Shell>) -> Answer<Vec<BinRow>> {
    let lang = shell.lang();
    say(shell.read(|reader| {
        Ok(reader.view().trashed()?.iter().map(|(row, at)| kept::bin_row(row, *at, lang)).collect())
    }))
}

#[tauri::command(async)]
pub(crate) fn empty_bin(app: AppHandle, shell: State<'_, Shell>) -> Answer<Changed> {
    let lang = shell.lang();
    let changed = shell.with(|desk| {
        let count = desk.empty_bin()?;
        let said = sentence_case(&text_with(lang, "act-purge", &args([("count", count)])));
        Ok(Changed { documents: true, figures: true, said, ..Changed::default() })
    });
    acted(&app, &shell, changed)
}

#[tauri::command(async)]
pub(crate) fn about(shell: State<'_, Shell>) -> Answer<AboutView> {
    say(about_view(&shell))
}

fn about_view(shell: &Shell) -> Result<AboutView, Error> {
    let lang = shell.lang();
    let read_only = shell.with(|desk| Ok(desk.is_read_only()))?;
    shell.read(|reader| Ok(kept::about(&reader.about(&shell.folders)?, read_only, lang)))
}

#[tauri::command(async)]
pub(crate) fn back_up(shell: State<'_, Shell>) -> Answer<AboutView> {
    let made = shell.read(|reader| reader.back_up(&shell.folders, &Zoned::now()).map(|_| ()));
    say(made.and_then(|()| about_view(&shell)))
}

/// Backups of the library that could not be opened, else of the open one.
fn backups(shell: &Shell) -> Result<(PathBuf, Vec<Backup>), Error> {
    let damaged = lock(&shell.damaged).clone();
    let path = damaged.map_or_else(|| open_path(shell), Ok)?;
    let found = safety::backups_at(&path, &shell.folders);
    Ok((path, found))
}

fn open_path(shell: &Shell) -> Result<PathBuf, Error> {
    shell.read(|reader| Ok(reader.view().path().to_owned()))
}

/// Opens a backup of the open library as a copy beside it; neither is changed. Another library that could not be
/// opened meanwhile has backups of its own.
#[tauri::command(async)]
pub(crate) fn open_backup(app: AppHandle, shell: State<'_, Shell>, index: u32) -> Answer<Option<Session>> {
    let found = open_path(&shell).map(|path| {
        let backups = safety::backups_at(&path, &shell.folders);
        (path, backups)
    });
    say(found.and_then(|(path, backups)| restore(&app, &shell, &path, &backups, index)))
}

/// Puts a backup beside its library under a name that says the day, and opens it.
fn restore(
    app: &AppHandle,
    shell: &Shell,
    path: &Path,
    backups: &[Backup],
    index: u32,
) -> Result<Option<Session>, Error> {
    let lang = shell.lang();
    let missing = || Error::Said(Problem::new("not-found").with("id", index));
    let backup = backups.get(index as usize).ok_or_else(missing)?;
    let words = text_with(lang, "backup-file-name", &args([("day", kept::day(backup.made, lang))]));
    let copy = safety::restore(backup, path, &words)?;
    shell.open(app, &copy)?;
    shell.session().map(Some)
}

#[tauri::command(async)]
pub(crate) fn save_copy(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<Exported>> {
    let name = shell.read(|reader| {
        let stem = reader.view().path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(text_with(shell.lang(), "copy-file-name", &args([("name", stem)])))
    });
    let name = say(name)?;
    export(&app, &shell, "dialog-save-copy", &format!("{name}.balise"), "balise", |shell, file| {
        shell.read(|reader| reader.save_copy(file))
    })
}

#[tauri::command(async)]
pub(crate) fn compact(app: AppHandle, shell: State<'_, Shell>) -> Answer<AboutView> {
    let compacted = shell.with(|desk| desk.compact());
    shell.emit_session(&app);
    say(compacted.and_then(|()| about_view(&shell)))
}

#[tauri::command(async)]
pub(crate) fn verify(shell: State<'_, Shell>) -> Answer<VerifyView> {
    say(check(&shell))
}

/// Beside the writer: checking a large library takes a while.
fn check(shell: &Shell) -> Result<VerifyView, Error> {
    let lang = shell.lang();
    let report: Verified = shell.apart(|reader| Ok(reader.view().verify(Depth::Full)?))?;
    Ok(kept::verified(&report, lang))
}

#[tauri::command(async)]
pub(crate) fn repair(app: AppHandle, shell: State<'_, Shell>) -> Answer<VerifyView> {
    let lang = shell.lang();
    let report = shell.with(|desk| desk.repair());
    emit(&app, "changed", Changed { documents: true, figures: true, ..Changed::default() });
    shell.emit_session(&app);
    say(report.map(|report| kept::verified(&report, lang)))
}

/// Puts the library on this computer: a checked copy in the application's own folder of libraries, which is opened. The
/// one in the synced folder stays as it is.
#[tauri::command(async)]
pub(crate) fn move_here(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<Session>> {
    let folder = shell.folders.data.join("libraries");
    let moved = std::fs::create_dir_all(&folder).map_err(Error::io(&folder)).and_then(|()| {
        let copy = shell.read(|reader| {
            let copy = free(&folder, reader.view().path());
            reader.save_copy(&copy).map(|()| copy)
        })?;
        shell.open(&app, &copy)?;
        shell.session().map(Some)
    });
    say(moved)
}

/// "Mali.balise", else "Mali 2.balise" …
fn free(folder: &Path, library: &Path) -> PathBuf {
    let stem = library.file_stem().unwrap_or_default().to_string_lossy();
    let named = |n: u32| match n {
        1 => folder.join(format!("{stem}.balise")),
        n => folder.join(format!("{stem} {n}.balise")),
    };
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}

#[tauri::command(async)]
pub(crate) fn recovery(shell: State<'_, Shell>) -> Answer<Option<RecoveryView>> {
    let lang = shell.lang();
    Ok(backups(&shell).ok().map(|(path, found)| kept::recovery(&path, &found, lang)))
}

#[tauri::command(async)]
pub(crate) fn recover_backup(app: AppHandle, shell: State<'_, Shell>, index: u32) -> Answer<Option<Session>> {
    say(backups(&shell).and_then(|(path, found)| restore(&app, &shell, &path, &found, index)))
}

/// Every row that can still be read, as a new library beside the damaged one, which stays as it is.
#[tauri::command(async)]
pub(crate) fn salvage(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<SalvageView>> {
    let lang = shell.lang();
    let came_out = backups(&shell).and_then(|(path, _)| {
        // Its lock goes first: what is being written must not change under the reading.
        shell.close();
        let (new, found) = safety::salvage(&path, &text(lang, "salvage-file-name"))?;
        shell.open(&app, &new)?;
        Ok(Some(kept::salvaged(&new, &found, shell.session()?, lang)))
    });
    say(came_out)
}

#[tauri::command(async)]
pub(crate) fn versions(shell: State<'_, Shell>, document: String) -> Answer<Vec<VersionRow>> {
    let lang = shell.lang();
    say(uuid(&document).map(DocumentId).and_then(|id| {
        shell.read(|reader| {
            let found = reader.view().versions(id)?;
            Ok(found.iter().enumerate().map(|(i, version)| kept::version(i, version, lang)).collect())
        })
    }))
}

/// What changed from an earlier text to the current one.
#[tauri::command(async)]
pub(crate) fn difference(
    shell: State<'_, Shell>,
    document: String,
    index: u32,
) -> Answer<Vec<DifferencePiece>> {
    say(uuid(&document).map(DocumentId).and_then(|id| {
        shell.read(|reader| {
            let missing = || Error::Said(Problem::new("not-found").with("id", index));
            let earlier = reader.view().versions(id)?.into_iter().nth(index as usize).ok_or_else(missing)?;
            let old = reader.view().text(&earlier.text)?;
            let new = reader.view().text(&reader.view().document(id)?.text)?;
            Ok(differ(old.content(), new.content()).into_iter().map(kept::piece).collect())
        })
    }))
}
