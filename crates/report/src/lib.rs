//! Documents with footnotes: a PDF where every number stands beside a note with the sentence it comes from.
//!
//! [`pdf`] typesets with typst; [`printed`] lists the values that page prints, note by note, for whoever wants to
//! check them. Apart from `charts` because typst is heavy. Nothing here reads a file, the clock or the system's
//! fonts: the same report gives the same bytes.

mod content;
mod page;
mod printed;

#[cfg(test)]
mod cases;

use balise_charts::Drawing;
use balise_model::Cited;
use balise_words::Lang;
use jiff::civil::Date;

pub use page::pdf;
pub use printed::{Printed, printed};

/// What a report is made from.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub lang: Lang,
    pub title: String,
    /// The day printed and stored in the file: that of the library's last act, never the clock's.
    pub date: Date,
    /// The library's name.
    pub library: String,
    /// Marks every page as an example.
    pub sample: bool,
    pub chart: Option<&'a Drawing>,
    /// In the order of the page; what nobody accepted is not printed.
    pub figures: &'a [Cited],
    pub standard: Standard,
}

/// What the file promises to those who keep it or listen to it. Both are tagged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Standard {
    /// PDF/A-2a and PDF/UA-1: readable in fifty years, and by screen readers.
    #[default]
    Archive,
    /// Tagged, with no further promise.
    Tagged,
}

/// What can go wrong on paper; `details` are typst's own words, for the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the report could not be laid out: {details}")]
    Layout { details: String },
    #[error("the report could not be written as PDF: {details}")]
    Pdf { details: String },
}
