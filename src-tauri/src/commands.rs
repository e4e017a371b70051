//! What the page may ask: each command takes the library, makes one call, and shows the answer. They run beside
//! the window's own thread, so that nothing a library does can freeze it.

use balise_desk::charts::Spec;
use balise_desk::search::Mode;
use balise_desk::{Error, Preferences as Kept, Theme as DeskTheme, act_in_words, problem};
use balise_model::{DocumentId, FigureId, Problem};
use balise_words::{args, text, text_with};
use std::path::Path;
use tauri::{AppHandle, Manager, State};

use crate::shell::{Shell, lock};
use crate::wire::*;
use crate::{dialogs, jobs, views};

pub(crate) type Answer<T> = Result<T, ProblemView>;

/// Longest text a field of the page may send.
const LONGEST: usize = 2_000;

pub(crate) fn say<T>(outcome: Result<T, Error>) -> Answer<T> {
    outcome.map_err(|error| {
        tracing::error!("{error}");
        views::problem(&problem(&error))
    })
}

#[tauri::command(async)]
pub(crate) fn start(shell: State<'_, Shell>) -> Answer<Session> {
    say(shell.session())
}

#[tauri::command(async)]
pub(crate) fn set_preferences(shell: State<'_, Shell>, preferences: Preferences) -> Answer<Session> {
    say(keep_preferences(&shell, preferences).and_then(|()| shell.session()))
}

fn keep_preferences(shell: &Shell, wanted: Preferences) -> Result<(), Error> {
    let coder = {
        let mut kept = lock(&shell.preferences);
        change(&mut kept, wanted);
        kept.save(&shell.folders)?;
        kept.coder.clone()
    };
    if let Some(desk) = lock(&shell.desk).as_mut() {
        desk.set_coder(&coder);
    }
    Ok(())
}

fn change(kept: &mut Kept, wanted: Preferences) {
    kept.coder = wanted.coder.chars().take(80).collect::<String>().trim().to_owned();
    kept.language = views::lang(wanted.language);
    kept.theme = match wanted.theme {
        Theme::System => DeskTheme::System,
        Theme::Light => DeskTheme::Light,
        Theme::Dark => DeskTheme::Dark,
    };
    kept.scale = wanted.scale.clamp(90, 130);
    kept.text_size = wanted.text_size.clamp(15, 23);
    kept.confirmed = true;
}

#[tauri::command(async)]
pub(crate) fn open_sample(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<Session>> {
    say(shell.open_sample(&app).and_then(|()| shell.session()).map(Some))
}

#[tauri::command(async)]
pub(crate) fn new_library(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<Session>> {
    say(ask_new(&app, &shell).and_then(|made| if made { shell.session().map(Some) } else { Ok(None) }))
}

/// Asks where a new library goes; false when the person changed their mind.
fn ask_new(app: &AppHandle, shell: &Shell) -> Result<bool, Error> {
    let lang = shell.lang();
    let name = text(lang, "new-library-name");
    let title = text(lang, "dialog-new-library");
    let folder = balise_desk::safety::proposed(&shell.folders);
    match dialogs::place(app, &title, &folder, &format!("{name}.balise"), "balise") {
        Some(path) => shell.create(app, &path).map(|()| true),
        None => Ok(false),
    }
}

/// Files need a library to go to: the open one, else a new one. False when there is none in the end.
pub(crate) fn with_some_library(app: &AppHandle, shell: &Shell) -> Result<bool, Error> {
    let open = lock(&shell.desk).is_some();
    if open { Ok(true) } else { ask_new(app, shell) }
}

#[tauri::command(async)]
pub(crate) fn open_library(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<Session>> {
    let title = text(shell.lang(), "dialog-open-library");
    match dialogs::library(&app, &title) {
        Some(path) => say(shell.open(&app, &path).and_then(|()| shell.session()).map(Some)),
        None => Ok(None),
    }
}

#[tauri::command(async)]
pub(crate) fn open_recent(app: AppHandle, shell: State<'_, Shell>, index: usize) -> Answer<Option<Session>> {
    let path = lock(&shell.preferences).recent.get(index).map(|r| r.path.clone());
    let path = path.ok_or_else(|| Error::Said(Problem::new("not-found").with("id", index)));
    say(path.and_then(|p| shell.open(&app, &p)).and_then(|()| shell.session()).map(Some))
}

#[tauri::command(async)]
pub(crate) fn close_library(shell: State<'_, Shell>) -> Answer<Option<Session>> {
    shell.close();
    say(shell.session().map(Some))
}

#[tauri::command(async)]
pub(crate) fn import_choose(app: AppHandle, shell: State<'_, Shell>) -> Answer<()> {
    if !say(with_some_library(&app, &shell))? {
        return Ok(());
    }
    let files = dialogs::files(&app, &text(shell.lang(), "dialog-import"));
    if !files.is_empty() {
        jobs::start(&app, &files);
    }
    shell.emit_session(&app);
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn import_stop(shell: State<'_, Shell>) {
    shell.job.stop();
}

#[tauri::command(async)]
pub(crate) fn import_resume(app: AppHandle) {
    jobs::start(&app, &[]);
}

#[tauri::command(async)]
pub(crate) fn import_state(shell: State<'_, Shell>) -> ImportView {
    shell.job.view(shell.lang())
}

#[tauri::command(async)]
pub(crate) fn documents(
    app: AppHandle,
    shell: State<'_, Shell>,
    filter: String,
    from: u32,
    count: u32,
) -> Answer<DocumentList> {
    let lang = shell.lang();
    let filter = short(&filter);
    let part = shell.read(|reader| {
        let part = shell.list.part(reader.view(), &filter, from as usize, count as usize)?;
        Ok((views::documents(&part, reader.view().counts()?.documents, lang), part.early))
    });
    if part.as_ref().is_ok_and(|(_, early)| *early) {
        // The first lines show; the order of all of them is made behind.
        std::thread::spawn(move || {
            let shell = app.state::<Shell>();
            let made = shell.read(|reader| shell.list.prepare(reader.view(), &filter).map(|_| ()));
            made.unwrap_or_else(|error| tracing::warn!("no order: {error}"));
        });
    }
    say(part.map(|(list, _)| list))
}

/// Where a document stands in the list, when the filter lets it through.
#[tauri::command(async)]
pub(crate) fn place_of(shell: State<'_, Shell>, filter: String, document: String) -> Answer<Option<u32>> {
    say(document_id(&document).and_then(|id| {
        let place = shell.read(|reader| shell.list.place(reader.view(), &short(&filter), id))?;
        Ok(place.map(|at| at as u32))
    }))
}

#[tauri::command(async)]
pub(crate) fn document(shell: State<'_, Shell>, id: String) -> Answer<Reading> {
    let lang = shell.lang();
    say(document_id(&id)
        .and_then(|id| shell.read(|reader| reader.view().still(|view| views::reading(view, id, lang)))))
}

#[tauri::command(async)]
pub(crate) fn search(shell: State<'_, Shell>, query: String) -> Answer<SearchView> {
    let lang = shell.lang();
    let query = short(&query);
    say(shell.read(|reader| {
        let (total, hits) = reader.search(&query, Mode::Flexible, 20)?;
        Ok(views::search(total, &hits, lang))
    }))
}

fn short(typed: &str) -> String {
    typed.chars().take(LONGEST).collect()
}

#[tauri::command(async)]
pub(crate) fn review(
    app: AppHandle,
    shell: State<'_, Shell>,
    figures: Vec<String>,
    verdict: VerdictView,
) -> Answer<Changed> {
    let lang = shell.lang();
    let ids: Result<Vec<FigureId>, Error> =
        figures.iter().take(100_000).map(|id| Ok(FigureId(uuid(id)?))).collect();
    let changed = ids.and_then(|ids| {
        shell.with(|desk| {
            let done = desk.review(&ids, Shell::status(verdict))?;
            Ok(views::changed(desk, &done, balise_words::sentence_case(&act_in_words(lang, &done.act))))
        })
    });
    acted(&app, &shell, changed)
}

/// After an act the frame has changed too: what can be undone, when it was saved, the counts.
pub(crate) fn acted(app: &AppHandle, shell: &Shell, changed: Result<Changed, Error>) -> Answer<Changed> {
    if changed.is_ok() {
        shell.emit_session(app);
        crate::behind::start(app);
    }
    say(changed)
}

#[tauri::command(async)]
pub(crate) fn undo(app: AppHandle, shell: State<'_, Shell>) -> Answer<Changed> {
    let lang = shell.lang();
    acted(
        &app,
        &shell,
        shell.with(|desk| {
            let done = desk.undo()?;
            let said = text_with(lang, "said-undone", &args([("act", act_in_words(lang, &done.act))]));
            Ok(views::changed(desk, &done, said))
        }),
    )
}

#[tauri::command(async)]
pub(crate) fn redo(app: AppHandle, shell: State<'_, Shell>) -> Answer<Changed> {
    let lang = shell.lang();
    acted(
        &app,
        &shell,
        shell.with(|desk| {
            let done = desk.redo()?;
            let said = text_with(lang, "said-redone", &args([("act", act_in_words(lang, &done.act))]));
            Ok(views::changed(desk, &done, said))
        }),
    )
}

#[tauri::command(async)]
pub(crate) fn indicators(shell: State<'_, Shell>) -> Answer<Vec<IndicatorRow>> {
    let lang = shell.lang();
    say(shell.read(|reader| Ok(views::indicators(&reader.view().indicator_counts()?, lang))))
}

#[tauri::command(async)]
pub(crate) fn series(shell: State<'_, Shell>, indicator: String) -> Answer<SeriesView> {
    let lang = shell.lang();
    say(shell.read(|reader| views::series(reader, &spec(&indicator), lang)))
}

#[tauri::command(async)]
pub(crate) fn export_chart(
    app: AppHandle,
    shell: State<'_, Shell>,
    indicator: String,
    format: ChartFormat,
) -> Answer<Option<Exported>> {
    let ending = match format {
        ChartFormat::Svg => "svg",
        ChartFormat::Png => "png",
    };
    let lang = shell.lang();
    let name = views::file_name(balise_words::indicator(lang, &indicator), ending);
    export(&app, &shell, "dialog-export-chart", &name, ending, |shell, file| {
        shell.read(|reader| reader.chart_file(&spec(&indicator), lang, None, file))
    })
}

#[tauri::command(async)]
pub(crate) fn export_report(
    app: AppHandle,
    shell: State<'_, Shell>,
    indicator: Option<String>,
) -> Answer<Option<Exported>> {
    let lang = shell.lang();
    let name = views::file_name(&text(lang, "report-file-name"), "pdf");
    export(&app, &shell, "dialog-export-report", &name, "pdf", |shell, file| {
        shell.read(|reader| reader.report_file(indicator.as_deref(), lang, None, file).map(|_| ()))
    })
}

/// Asks where, writes, says where. The dialog is open while the library is free.
pub(crate) fn export(
    app: &AppHandle,
    shell: &Shell,
    title: &str,
    name: &str,
    ending: &str,
    write: impl FnOnce(&Shell, &Path) -> Result<(), Error>,
) -> Answer<Option<Exported>> {
    let title = text(shell.lang(), title);
    let Some(file) = dialogs::place(app, &title, &shell.folders.documents, name, ending) else {
        return Ok(None);
    };
    say(write(shell, &file))?;
    Ok(Some(exported(&file)))
}

fn exported(file: &Path) -> Exported {
    let part = |p: Option<&std::ffi::OsStr>| p.unwrap_or_default().to_string_lossy().into_owned();
    Exported { name: part(file.file_name()), folder: part(file.parent().map(Path::as_os_str)) }
}

fn spec(indicator: &str) -> Spec {
    Spec { indicator: indicator.to_owned(), title: None, subtitle: None }
}

fn document_id(id: &str) -> Result<DocumentId, Error> {
    Ok(DocumentId(uuid(id)?))
}

pub(crate) fn uuid(id: &str) -> Result<uuid::Uuid, Error> {
    id.parse().map_err(|_| {
        Error::Said(Problem::new("not-found").with("id", id.chars().take(80).collect::<String>()))
    })
}
