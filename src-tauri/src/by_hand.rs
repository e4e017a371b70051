//! What the page may ask about figures by hand: what can be chosen, correct one, make one from a selection.

use balise_desk::{Desk, Error, act_in_words};
use balise_model::{DocumentId, FigureId, Problem, Span};
use balise_words::sentence_case;
use tauri::{AppHandle, State};

use crate::commands::{Answer, acted, say, uuid};
use crate::shell::Shell;
use crate::wire::*;
use crate::{form, views};

#[tauri::command(async)]
pub(crate) fn choices(shell: State<'_, Shell>) -> Choices {
    form::choices(shell.lang())
}

#[tauri::command(async)]
pub(crate) fn correct(
    app: AppHandle,
    shell: State<'_, Shell>,
    figure: String,
    fields: FieldsView,
) -> Answer<Changed> {
    let lang = shell.lang();
    let changed = uuid(&figure).map(FigureId).and_then(|id| {
        shell.with(|desk| {
            let was = form::fields(&desk.library().figure(id)?.figure, lang);
            let done = desk.correct(id, &form::written(&was, fields))?;
            Ok(views::changed(desk, &done, sentence_case(&act_in_words(lang, &done.act))))
        })
    });
    acted(&app, &shell, changed)
}

#[tauri::command(async)]
pub(crate) fn propose(shell: State<'_, Shell>, selection: SelectionView) -> Answer<ProposalView> {
    let lang = shell.lang();
    say(shell.with(|desk| {
        let (document, selected) = place(desk, &selection)?;
        Ok(form::proposal(&desk.propose(document, selected)?, lang))
    }))
}

#[tauri::command(async)]
pub(crate) fn make(
    app: AppHandle,
    shell: State<'_, Shell>,
    selection: SelectionView,
    fields: FieldsView,
) -> Answer<Changed> {
    let lang = shell.lang();
    let changed = shell.with(|desk| {
        let (document, selected) = place(desk, &selection)?;
        let was = form::fields(&desk.propose(document, selected)?.figure, lang);
        let (_, done) = desk.make(document, selected, &form::written(&was, fields))?;
        Ok(views::changed(desk, &done, sentence_case(&act_in_words(lang, &done.act))))
    });
    acted(&app, &shell, changed)
}

/// A selection of the page as bytes of its document's text.
fn place(desk: &Desk, selection: &SelectionView) -> Result<(DocumentId, Span), Error> {
    let document = DocumentId(uuid(&selection.document)?);
    let text = desk.library().text(&desk.library().document(document)?.text)?;
    let block = text.blocks().get(selection.block as usize);
    let block = block.ok_or_else(|| Error::Said(Problem::new("not-found").with("id", selection.block)))?;
    let words = block.span.of(text.content()).unwrap_or_default();
    let (start, end) = (byte(words, selection.start), byte(words, selection.end));
    Ok((document, Span::new(start.min(end), end).shifted(block.span.start)))
}
