//! The sample library: always a fresh, writable copy, made from the articles that ship with the program.

use balise_model::{Modality, Status};
use std::path::{Path, PathBuf};

use crate::import::{Run, prepare_bytes};
use crate::{Desk, Error, Folders};

include!(concat!(env!("OUT_DIR"), "/sample.rs"));

pub const SAMPLE_NAME: &str = "Exemple";

/// Makes the sample at `path`, or beside it under the next free name. Its sure figures are accepted, so that
/// charts and the report have something to show; the doubtful ones are left to try the review on.
pub fn make_sample(path: &Path, coder: &str, folders: &Folders) -> Result<Desk, Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    }
    let mut desk = Desk::create(&free(path), coder, folders)?;
    let mut run = Run::default();
    for (name, bytes) in ARTICLES {
        desk.keep(prepare_bytes(name, bytes), &mut run)?;
    }
    desk.finish()?;
    let sure = |c: &balise_model::Cited| c.figure.confidence >= 0.85 && c.figure.modality == Modality::Fact;
    let figures: Vec<_> = desk.library().figures(None)?.iter().filter(|c| sure(c)).map(|c| c.figure.id).collect();
    desk.review(&figures, Status::Accepted)?;
    Ok(desk)
}

/// "Exemple.balise", else "Exemple 2.balise" …
fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = |n: usize| path.with_file_name(format!("{stem} {n}.balise"));
    std::iter::once(path.to_owned()).chain((2..).map(numbered)).find(|p| !p.exists()).unwrap_or_else(|| path.to_owned())
}
