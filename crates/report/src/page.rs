//! The PDF itself: typst, our template, our fonts, and three virtual files. typst sees no disk and no clock.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::content::content;
use crate::{Error, Report, Standard};

/// Typesets a report.
///
/// # Errors
/// [`Error::Layout`] or [`Error::Pdf`] when typst refuses the page: the words of a source cannot cause it, since
/// they are data and every sign the fonts lack was replaced; a chart that is not SVG can.
pub fn pdf(report: &Report<'_>) -> Result<Vec<u8>, Error> {
    let content = content(report, &|c| FONTS.iter().all(|f| f.info().coverage.contains(c as u32)));
    let data = serde_json::to_vec(&content).expect("strings, numbers and lists are always JSON");
    let chart = report.chart.map_or_else(String::new, |c| c.svg.clone());
    let desk = Desk::new(data, chart);
    let laid = typst::compile::<PagedDocument>(&desk);
    let document = laid.output.map_err(|e| Error::Layout { details: told(&e) })?;
    let written = typst_pdf::pdf(&document, &options(report.standard)?);
    written.map_err(|e| Error::Pdf { details: told(&e) })
}

fn options(standard: Standard) -> Result<PdfOptions, Error> {
    let promised: &[PdfStandard] = match standard {
        Standard::Archive => &[PdfStandard::A_2a, PdfStandard::Ua_1],
        Standard::Tagged => &[],
    };
    let standards =
        PdfStandards::new(promised).map_err(|e| Error::Pdf { details: e.message().to_string() })?;
    Ok(PdfOptions { creator: Smart::Custom(Some("Balise".into())), standards, ..PdfOptions::default() })
}

fn told(problems: &[SourceDiagnostic]) -> String {
    problems.iter().map(|p| p.message.to_string()).collect::<Vec<_>>().join("; ")
}

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../../../data/fonts/SourceSans3-Regular.ttf"),
        include_bytes!("../../../data/fonts/SourceSans3-It.ttf"),
        include_bytes!("../../../data/fonts/SourceSans3-Semibold.ttf"),
        include_bytes!("../../../data/fonts/SourceSans3-Bold.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// typst keeps every path it ever saw, for ever: these three never change.
static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| file("/report.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| file("/data.json"));
static CHART: LazyLock<FileId> = LazyLock::new(|| file("/chart.svg"));

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a literal path");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// All that typst can see.
struct Desk {
    fonts: FontStore,
    template: Source,
    data: Bytes,
    chart: Bytes,
}

impl Desk {
    fn new(data: Vec<u8>, chart: String) -> Self {
        let mut fonts = FontStore::new();
        for font in FONTS.iter() {
            fonts.push((font.clone(), font.info().clone()));
        }
        let template = Source::new(*TEMPLATE, include_str!("report.typ").to_owned());
        Self { fonts, template, data: Bytes::new(data), chart: Bytes::from_string(chart) }
    }
}

fn absent<T>(id: FileId) -> FileResult<T> {
    Err(FileError::NotFound(format!("{id:?}").into()))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        *TEMPLATE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *TEMPLATE { Ok(self.template.clone()) } else { absent(id) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == *DATA => Ok(self.data.clone()),
            id if id == *CHART => Ok(self.chart.clone()),
            id => absent(id),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// There is no today: a report carries the date it was given.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
