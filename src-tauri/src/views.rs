//! From the engine's nouns to what the page shows: words, numbers and dates made ready in the analyst's language.

use balise_desk::charts::Spec;
use balise_desk::import::{Item, Outcome as What};
use balise_desk::library::{Access, Done, IndicatorCount, Row, View};
use balise_desk::list::Part;
use balise_desk::{
    Desk, Error, Hit, Preferences as Kept, Reader, Recent as KeptRecent, Theme as KeptTheme, act_in_words,
};
use balise_model::{
    Block, BlockKind, Bound, Cited, DocumentId, Edge, Figure, Modality, Problem, SetAside, Span, Status, Text,
};
use balise_words::{
    Dates, Lang, args, date, figure_quantity, has, indicator, indicator_ids, indicator_short,
    number_with_unit, period, text, text_with,
};
use std::path::Path;
use std::time::Instant;

use crate::form;
use crate::wire::*;

pub(crate) fn session(desk: Option<&Desk>, kept: &Kept, notices: Vec<Problem>) -> Result<Session, Error> {
    let lang = kept.language;
    let words = |act: Option<balise_desk::library::Act>| act.map(|a| act_in_words(lang, &a));
    let (mut undo, mut redo, mut saved_at, mut library) = (None, None, None, None);
    if let Some(desk) = desk {
        undo = words(desk.library().next_undo()?);
        redo = words(desk.library().next_redo()?);
        saved_at = desk.library().last_act()?.map(|at| at.strftime("%H:%M").to_string());
        library = Some(open(desk)?);
    }
    Ok(Session {
        library,
        preferences: Preferences {
            coder: kept.coder.clone(),
            language: match lang {
                Lang::Fr => Language::Fr,
                Lang::En => Language::En,
            },
            theme: match kept.theme {
                KeptTheme::System => Theme::System,
                KeptTheme::Light => Theme::Light,
                KeptTheme::Dark => Theme::Dark,
            },
            scale: kept.scale,
            text_size: kept.text_size,
        },
        recent: kept.recent.iter().enumerate().map(|(i, r)| recent(i, r, lang)).collect(),
        first_run: !kept.confirmed,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        undo,
        redo,
        saved_at,
        notices: notices.iter().map(problem).collect(),
    })
}

fn open(desk: &Desk) -> Result<LibraryView, Error> {
    let counts = desk.library().counts()?;
    Ok(LibraryView {
        // Tells two libraries of one name apart, without showing the page a path.
        id: balise_model::ContentHash::of(desk.library().path().as_os_str().as_encoded_bytes()).to_string(),
        name: stem(desk.library().path()),
        documents: counts.documents as u32,
        suggested: counts.open as u32,
        accepted: counts.accepted as u32,
        read_only: desk.library().access() == Access::ReadOnly,
        sample: counts.documents > 0 && counts.samples >= counts.documents,
    })
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn recent(index: usize, kept: &KeptRecent, lang: Lang) -> Recent {
    let counts = args([("documents", kept.documents), ("figures", kept.figures)]);
    Recent {
        index: index as u32,
        name: stem(&kept.path),
        folder: kept.path.parent().map_or_else(String::new, |p| p.display().to_string()),
        summary: text_with(lang, "recent-summary", &counts),
        when: when(kept.opened, lang),
        missing: !kept.path.exists(),
    }
}

/// "aujourd’hui à 18:04", "hier à 18:04", "12 nov. 2026".
pub(crate) fn when(at: jiff::Timestamp, lang: Lang) -> String {
    let (at, now) = (at.to_zoned(jiff::tz::TimeZone::system()), jiff::Zoned::now());
    let time = at.strftime("%H:%M").to_string();
    if at.date() == now.date() {
        text_with(lang, "when-today", &args([("time", time)]))
    } else if at.date().tomorrow().is_ok_and(|next| next == now.date()) {
        text_with(lang, "when-yesterday", &args([("time", time)]))
    } else {
        date(lang, Edge { day: at.date(), precision: balise_model::Precision::Day }, Dates::Short)
    }
}

pub(crate) fn lang(language: Language) -> Lang {
    match language {
        Language::Fr => Lang::Fr,
        Language::En => Lang::En,
    }
}

pub(crate) fn problem(problem: &Problem) -> ProblemView {
    ProblemView { code: problem.code.clone(), params: problem.params.clone(), detail: problem.detail.clone() }
}

/// What happened, and what to do, in words.
fn problem_words(problem: &Problem, lang: Lang) -> (String, Option<String>) {
    let mut values = args::<String, 0>([]);
    for (name, value) in &problem.params {
        values.set(name.clone(), value.clone());
    }
    let key = format!("problem-{}", problem.code);
    let hint = format!("{key}-hint");
    (text_with(lang, &key, &values), has(lang, &hint).then(|| text_with(lang, &hint, &values)))
}

pub(crate) fn import(
    done: &[Item],
    waiting: &[String],
    started: Option<Instant>,
    running: bool,
    stopping: bool,
    lang: Lang,
) -> ImportView {
    let count = |wanted: What| done.iter().filter(|i| i.outcome == wanted).count() as u32;
    let waits = |name: &String| ImportItem {
        name: name.clone(),
        outcome: Outcome::Waiting,
        said: text(lang, "import-waiting"),
        hint: None,
        document: None,
    };
    ImportView {
        running,
        stopping,
        done: done.len() as u32,
        total: (done.len() + waiting.len()) as u32,
        read: count(What::Read),
        known: count(What::Known),
        check: count(What::Check),
        refused: count(What::Refused),
        left: started.and_then(|s| time_left(s, done.len(), waiting.len(), lang)),
        // Only what can be looked at: a folder of 100 000 files is not sent ten times a second.
        items: shown(done).map(|i| item(i, lang)).chain(waiting.iter().take(100).map(waits)).collect(),
    }
}

/// What went wrong, and the latest of what went well.
fn shown(done: &[Item]) -> impl Iterator<Item = &Item> {
    let latest = done.len().saturating_sub(200);
    let wrong = |i: &Item| matches!(i.outcome, What::Refused | What::Check);
    done.iter().enumerate().filter(move |(n, i)| *n >= latest || wrong(i)).map(|(_, i)| i).take(1_000)
}

/// "encore 20 secondes environ", after three seconds.
fn time_left(started: Instant, done: usize, waiting: usize, lang: Lang) -> Option<String> {
    let spent = started.elapsed().as_secs_f64();
    if spent < 3.0 || done == 0 {
        return None;
    }
    let seconds = (spent / done as f64 * waiting as f64).ceil() as i64;
    let (key, n) =
        if seconds < 90 { ("left-seconds", seconds.max(1)) } else { ("left-minutes", seconds / 60 + 1) };
    Some(text_with(lang, key, &args([("n", n)])))
}

fn item(item: &Item, lang: Lang) -> ImportItem {
    let problems: Vec<_> = item.problems.iter().map(|p| problem_words(p, lang)).collect();
    let read = || text_with(lang, "said-read", &args([("figures", item.figures), ("aside", item.set_aside)]));
    let (said, outcome) = match item.outcome {
        What::Read => (read(), Outcome::Read),
        What::Check => {
            let all: Vec<String> =
                std::iter::once(read()).chain(problems.iter().map(|p| p.0.clone())).collect();
            (all.join(" "), Outcome::Check)
        }
        What::Known => (text(lang, "problem-file-known"), Outcome::Known),
        What::Refused => (problems.first().map(|p| p.0.clone()).unwrap_or_default(), Outcome::Refused),
    };
    ImportItem {
        name: item.file.clone(),
        outcome,
        said,
        hint: problems.into_iter().find_map(|p| p.1),
        document: item.document.map(|d| d.to_string()),
    }
}

pub(crate) fn documents(part: &Part, total: usize, lang: Lang) -> DocumentList {
    let row = |r: &Row| DocumentRow {
        id: r.id.to_string(),
        title: r.title.clone(),
        source: source(r.outlet.as_deref(), r.published, lang),
        figures: (r.figures + r.to_review) as u32,
        to_review: r.to_review as u32,
        sample: r.sample,
    };
    DocumentList {
        total: total as u32,
        matching: part.matching as u32,
        from: part.from as u32,
        rows: part.rows.iter().map(row).collect(),
    }
}

/// "Le Courrier du Fleuve, 31 janv. 2025"
pub(crate) fn source(outlet: Option<&str>, published: Option<Edge>, lang: Lang) -> String {
    let outlet = outlet.map_or_else(|| text(lang, "no-outlet"), str::to_owned);
    format!(
        "{outlet}, {}",
        published.map_or_else(|| text(lang, "no-date"), |edge| date(lang, edge, Dates::Short))
    )
}

pub(crate) fn reading(view: &View, id: DocumentId, lang: Lang) -> Result<Reading, Error> {
    let document = view.document(id)?;
    let content = view.text(&document.text)?;
    let (orphans, figures): (Vec<Cited>, Vec<Cited>) =
        view.figures_of(id)?.into_iter().partition(|cited| cited.orphan);
    let left_out = view.left_out(&document.text)?;
    let metadata = &document.metadata;
    let said = metadata.published.as_ref();
    let date_note = match said.map(|p| p.by) {
        Some(balise_model::SetBy::Person) => "date-by-hand",
        Some(_) => "date-read",
        None => "date-not-found",
    };
    let foreign = document.language != "fr";
    Ok(Reading {
        id: id.to_string(),
        title: document.title().to_owned(),
        outlet: metadata.outlet.as_ref().map(|o| o.value.clone()),
        author: metadata.author.as_ref().map(|a| a.value.clone()),
        published: said.map(|p| date(lang, p.value, Dates::Long)),
        date_note: text(lang, date_note),
        date_known: said.is_some(),
        address: metadata.address.as_ref().map(|a| a.value.clone()),
        sample: metadata.sample,
        language_note: foreign.then(|| text(lang, "problem-not-french")),
        pieces: pieces(&content, &figures, lang),
        figures: figures.iter().map(|c| figure(c, &content, lang)).collect(),
        orphans: orphans.iter().map(|c| figure_alone(c, lang)).collect(),
        left_out: (left_out > 0).then(|| text_with(lang, "left-out-count", &args([("count", left_out)]))),
    })
}

fn pieces(content: &Text, figures: &[Cited], lang: Lang) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut aside: Vec<(BlockView, Option<SetAside>, usize)> = Vec::new();
    let flush = |aside: &mut Vec<(BlockView, Option<SetAside>, usize)>, out: &mut Vec<Piece>| {
        let Some((_, reason, _)) = aside.first() else { return };
        let length: usize = aside.iter().map(|a| a.2).sum();
        let label = args([("count", aside.len())]);
        let percent = (length * 100 / content.content().len().max(1)).max(1);
        out.push(Piece::Aside {
            label: text_with(lang, &format!("aside-{}", reason_code(*reason)), &label),
            share: text_with(lang, "aside-share", &args([("percent", percent)])),
            blocks: aside.drain(..).map(|a| a.0).collect(),
        });
    };
    for (i, block) in content.blocks().iter().enumerate() {
        let view = block_view(i, block, content, figures);
        if block.kind.is_set_aside() {
            if aside.last().is_some_and(|a| a.1 != block.reason) {
                flush(&mut aside, &mut out);
            }
            aside.push((view, block.reason, block.span.len()));
        } else {
            flush(&mut aside, &mut out);
            // Outlet, author and date stand above the article already.
            if !matches!(block.kind, BlockKind::Byline | BlockKind::Dateline)
                || view.text.chars().count() > 80
            {
                out.push(Piece::Block(view));
            }
        }
    }
    flush(&mut aside, &mut out);
    out
}

fn reason_code(reason: Option<SetAside>) -> String {
    let json = reason.and_then(|r| serde_json::to_value(r).ok());
    json.and_then(|v| v.as_str().map(|s| s.replace('_', "-"))).unwrap_or_else(|| "navigation".to_owned())
}

fn block_view(id: usize, block: &Block, content: &Text, figures: &[Cited]) -> BlockView {
    let words = block.span.of(content.content()).unwrap_or_default();
    let mut marks: Vec<Mark> = Vec::new();
    for cited in figures.iter().filter(|c| block.span.contains(c.figure.quote.span())) {
        let figure = &cited.figure;
        let mut add = |span: Span, kind: MarkKind| {
            if block.span.contains(span) {
                let start = utf16(words, span.start - block.span.start);
                let end = utf16(words, span.end - block.span.start);
                marks.push(Mark { start, end, kind, figure: figure.id.to_string() });
            }
        };
        add(figure.quote.span(), MarkKind::Sentence);
        add(number_words(figure), MarkKind::Number);
        if let Some(period) = figure.evidence.period {
            add(period, MarkKind::Period);
        }
    }
    marks.sort_by_key(|m| (m.start, m.end));
    BlockView { id: id as u32, kind: block.kind.name().to_owned(), text: words.to_owned(), marks }
}

/// "plus de 60.000 migrants": the number with its hedge and, when it follows at once, what is counted.
fn number_words(figure: &Figure) -> Span {
    let hedged = figure.evidence.bound.map_or(figure.number, |b| b.join(figure.number));
    match figure.evidence.population {
        Some(counted) if counted.start >= hedged.end && counted.start - hedged.end < 6 => {
            hedged.join(counted)
        }
        _ => hedged,
    }
}

pub(crate) fn figure(cited: &Cited, content: &Text, lang: Lang) -> FigureView {
    let block = content.blocks().iter().position(|b| b.span.contains(cited.figure.number)).unwrap_or(0);
    let table = crate::table::rows(cited, Some(content), lang);
    FigureView { block: block as u32, table, ..figure_alone(cited, lang) }
}

fn figure_alone(cited: &Cited, lang: Lang) -> FigureView {
    let figure = &cited.figure;
    let value = number_with_unit(lang, &figure.quantity);
    let short = indicator_short(lang, &figure.indicator).to_owned();
    let hedge = figure.evidence.bound.and_then(|s| figure.words_at(s)).map(str::to_lowercase);
    let bound = balise_words::bound(lang, figure.quantity.bound);
    let bound_words = match (figure.quantity.bound, hedge, lang) {
        (Bound::Exact, ..) => String::new(),
        (_, Some(words), Lang::Fr) => words,
        _ => bound.clone(),
    };
    let period = period(lang, &figure.period, Dates::Short);
    FigureView {
        id: figure.id.to_string(),
        document: cited.source.document.to_string(),
        block: 0,
        name: format!("{value}, {bound}, {short}"),
        value,
        bound: bound_view(figure.quantity.bound),
        bound_words,
        indicator: indicator(lang, &figure.indicator).to_owned(),
        indicator_short: short,
        population: figure.population.clone(),
        doubtful: period.is_none() || figure.modality == Modality::Plan,
        period,
        status: match cited.status {
            Status::Suggested => StatusView::Suggested,
            Status::Accepted | Status::Corrected => StatusView::Accepted,
            Status::Rejected => StatusView::Rejected,
        },
        part_of: figure
            .part_of
            .map(|total| text_with(lang, "part-of", &args([("total", balise_words::number(lang, total))]))),
        part_of_id: figure.part_of_id.map(|id| id.to_string()),
        reading: balise_words::correction(lang, cited).unwrap_or_else(|| balise_words::reading(lang, figure)),
        quote: figure.quote.words().to_owned(),
        table: Vec::new(),
        fields: form::fields(figure, lang),
        corrected: form::corrected(cited, lang),
        by_hand: cited.correction.as_ref().is_some_and(|c| c.read.is_none()),
        read_otherwise: cited.read_otherwise,
        decided: cited.verdict.as_ref().map(|v| {
            let day = Edge { day: v.day(), precision: balise_model::Precision::Day };
            text_with(
                lang,
                "decided-by",
                &args([("coder", v.by.clone()), ("date", date(lang, day, Dates::Long))]),
            )
        }),
    }
}

pub(crate) fn bound_view(bound: Bound) -> BoundView {
    match bound {
        Bound::Exact => BoundView::Exact,
        Bound::About => BoundView::About,
        Bound::AtLeast => BoundView::AtLeast,
        Bound::AtMost => BoundView::AtMost,
    }
}

/// What an act touched; when it is one figure or one document, the page can go there.
pub(crate) fn changed(desk: &Desk, done: &Done<()>, said: String) -> Changed {
    let ids = |noun: &str| -> Vec<String> {
        done.touched.iter().filter(|t| t.0 == noun).map(|t| t.1.to_string()).collect()
    };
    let (documents, figures) = (ids("document"), ids("decision"));
    let figure = figures.first().filter(|_| figures.len() == 1).cloned();
    let of_figure = figure.as_ref().and_then(|id| id.parse().ok()).and_then(|id| {
        desk.library().figure(balise_model::FigureId(id)).ok().map(|c| c.source.document.to_string())
    });
    let one_document = documents.first().filter(|_| documents.len() == 1).cloned();
    Changed {
        documents: true,
        figures: !figures.is_empty() || !documents.is_empty(),
        document: of_figure.or(one_document),
        figure,
        said,
    }
}

pub(crate) fn indicators(counts: &[IndicatorCount], lang: Lang) -> Vec<IndicatorRow> {
    indicator_ids()
        .filter_map(|id| {
            let count = counts.iter().find(|c| c.indicator == id)?;
            Some(IndicatorRow {
                id: id.to_owned(),
                label: indicator(lang, id).to_owned(),
                accepted: count.accepted as u32,
                suggested: count.open as u32,
            })
        })
        .collect()
}

pub(crate) fn series(reader: &Reader, spec: &Spec, lang: Lang) -> Result<SeriesView, Error> {
    let series = reader.series(spec)?;
    let drawing = reader.drawing(spec, lang, None)?;
    let figures = reader.view().figures(Some(&spec.indicator))?;
    let left_out = |c: &Cited| {
        let why = series.left_out.iter().find(|l| l.cited.figure.id == c.figure.id)?;
        Some(text(lang, &format!("left-out-{}", why.why.code())))
    };
    let choices = figures.iter().filter(|c| c.status != Status::Rejected).map(|c| ChoiceRow {
        figure: figure_alone(c, lang),
        source: source(c.source.outlet.as_deref(), c.source.published, lang),
        left_out: left_out(c),
    });
    let drawn: Vec<&Cited> = series.statements().collect();
    let documents = drawn.iter().map(|c| c.source.document).collect::<std::collections::HashSet<_>>().len();
    let note = match drawing.spots.len() {
        1 => Some(text(lang, "series-one-point")),
        _ => None,
    };
    Ok(SeriesView {
        indicator: spec.indicator.clone(),
        title: drawing.title.clone(),
        subtitle: drawing.subtitle.clone(),
        width: drawing.width,
        height: drawing.height,
        alt: drawing.alt.clone(),
        spots: drawing
            .spots
            .iter()
            .map(|s| SpotView {
                figure: s.figure.to_string(),
                document: s.document.to_string(),
                x: s.x,
                y: s.y,
                width: s.width,
                height: s.height,
                name: s.name.clone(),
            })
            .collect(),
        rows: drawn.iter().map(|c| series_row(c, lang)).collect(),
        summary: text_with(
            lang,
            "series-summary",
            &args([("figures", drawn.len()), ("documents", documents)]),
        ),
        note,
        choices: choices.collect(),
        sample: drawn.iter().any(|c| c.source.sample),
        svg: drawing.svg,
    })
}

fn series_row(cited: &Cited, lang: Lang) -> SeriesRow {
    let figure = &cited.figure;
    let quote = figure.quote.words();
    let number = number_words(figure);
    let start = number.start.saturating_sub(figure.quote.span().start);
    let end = number.end - figure.quote.span().start;
    SeriesRow {
        figure: figure.id.to_string(),
        document: cited.source.document.to_string(),
        bound: bound_view(figure.quantity.bound),
        value: figure_quantity(lang, figure),
        period: period(lang, &figure.period, Dates::Short).unwrap_or_default(),
        before: quote.get(..start).unwrap_or_default().to_owned(),
        number: quote.get(start..end).unwrap_or_default().to_owned(),
        after: quote.get(end..).unwrap_or_default().to_owned(),
        corrected: form::corrected(cited, lang).filter(|_| cited.status == Status::Corrected),
        outlet: cited.source.outlet.clone().unwrap_or_else(|| text(lang, "no-outlet")),
        published: cited.source.published.map_or_else(String::new, |edge| date(lang, edge, Dates::Short)),
    }
}

pub(crate) fn search(total: usize, hits: &[Hit], lang: Lang) -> SearchView {
    let hit = |h: &Hit| HitView {
        document: h.document.to_string(),
        title: h.title.clone(),
        source: source(h.outlet.as_deref(), h.published, lang),
        found: h.found.iter().map(|s| [utf16(&h.sentence, s.start), utf16(&h.sentence, s.end)]).collect(),
        sentence: h.sentence.clone(),
    };
    SearchView { total: total as u32, hits: hits.iter().map(hit).collect() }
}

/// A name any file system takes, from words.
pub(crate) fn file_name(words: &str, ending: &str) -> String {
    let plain: String =
        words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|p| !p.is_empty()).collect();
    format!("{}.{ending}", parts.join("-"))
}
