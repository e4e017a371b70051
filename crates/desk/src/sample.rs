//! The sample library: always a fresh, writable copy, made from the articles that ship with the program.

use balise_model::{Cited, Edge, Figure, Status};
use std::path::{Path, PathBuf};

use crate::import::{Run, prepare_bytes};
use crate::{Desk, Error, Folders};

include!(concat!(env!("OUT_DIR"), "/sample.rs"));

pub const SAMPLE_NAME: &str = "Exemple";

/// What people read in the sample: its coding, by hand.
const CODED: &str = include_str!("../../../data/sample/expected.tsv");

/// Makes the sample at `path`, or beside it under the next free name. The figures that the machine read as its
/// coders did are accepted, so that charts and the report have something to show; the others are left to try the
/// review on.
pub fn make_sample(path: &Path, coder: &str, folders: &Folders) -> Result<Desk, Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    }
    let mut desk = Desk::create(&free(path), coder, folders)?;
    let articles = ARTICLES.iter().map(|(name, bytes)| prepare_bytes(name, bytes)).collect();
    desk.keep(articles, &mut Run::default())?;
    desk.catch_up()?;
    let coded: Vec<Coded<'_>> = CODED.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let mut figures = Vec::new();
    for row in desk.library().documents("")? {
        let file = desk.library().document(row.id)?.file;
        let agreed = |c: &Cited| {
            coded.iter().any(|line| line.first() == Some(&file.as_str()) && agrees(line, &c.figure))
        };
        figures.extend(desk.library().figures_of(row.id)?.iter().filter(|c| agreed(c)).map(|c| c.figure.id));
    }
    desk.review(&figures, Status::Accepted)?;
    Ok(desk)
}

/// A line of the coding: file, number as written, value, upper value, bound, unit, indicator, period kind, start, end.
type Coded<'a> = Vec<&'a str>;

fn agrees(line: &Coded<'_>, figure: &Figure) -> bool {
    let field = |n: usize| line.get(n).copied().unwrap_or_default();
    let day = |edge: Option<Edge>| edge.map_or_else(String::new, |e| e.day.to_string());
    field(2).parse() == Ok(figure.quantity.value)
        && field(4) == figure.quantity.bound.name()
        && field(5) == figure.quantity.unit.name()
        && field(6) == figure.indicator
        && field(7) == figure.period.kind.name()
        && field(8) == day(figure.period.start)
        && field(9) == day(figure.period.end)
}

/// "Exemple.balise", else "Exemple 2.balise" …
fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = |n: usize| path.with_file_name(format!("{stem} {n}.balise"));
    std::iter::once(path.to_owned())
        .chain((2..).map(numbered))
        .find(|p| !p.exists())
        .unwrap_or_else(|| path.to_owned())
}
