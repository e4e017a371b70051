//! From accepted figures to files: series, chart (SVG, PNG), report (PDF). A file is written whole or not at all.

use balise_charts::{Drawing, Series, Spec, Style, Width, draw, png, series};
use balise_model::{Cited, Problem};
use balise_report::{Printed, Report};
use balise_words::Lang;
use jiff::civil::Date;
use std::io::Write;
use std::path::Path;

use crate::{Error, Reader};

/// 16 cm at 300 dots per inch are 1 890 pixels.
const DPI: u32 = 300;

impl Reader {
    /// The series of an indicator, from the figures that count.
    pub fn series(&self, spec: &Spec) -> Result<Series, Error> {
        Ok(series(&self.view().decisions(Some(&spec.indicator))?, spec))
    }

    pub fn drawing(&self, spec: &Spec, lang: Lang, date: Option<Date>) -> Result<Drawing, Error> {
        let date = self.date(date)?;
        Ok(draw(&self.series(spec)?, &Style { lang, width: Width::Page, date: Some(date) }))
    }

    /// The chart as a file: SVG or PNG by the ending of its name.
    pub fn chart_file(&self, spec: &Spec, lang: Lang, date: Option<Date>, file: &Path) -> Result<(), Error> {
        let drawing = self.drawing(spec, lang, date)?;
        if drawing.spots.is_empty() {
            return Err(Error::Said(
                Problem::new("chart-empty").with("indicator", balise_words::indicator(lang, &spec.indicator)),
            ));
        }
        let png_wanted = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("png"));
        let bytes = if png_wanted { png(&drawing, DPI)? } else { drawing.svg.into_bytes() };
        write(file, &bytes)
    }

    /// Writes the report; returns what it prints.
    pub fn report_file(
        &self,
        indicator: Option<&str>,
        lang: Lang,
        date: Option<Date>,
        file: &Path,
    ) -> Result<Vec<Printed>, Error> {
        let figures = self.accepted(indicator)?;
        if figures.is_empty() {
            return Err(Error::Said(Problem::new("report-empty")));
        }
        let drawing = match indicator.map(str::to_owned).or_else(|| most_dated(&figures)) {
            Some(indicator) => {
                Some(self.drawing(&Spec { indicator, title: None, subtitle: None }, lang, date)?)
            }
            None => None,
        };
        let report = self.report(lang, date, &figures, drawing.as_ref())?;
        write(file, &balise_report::pdf(&report)?)?;
        Ok(balise_report::printed(&report))
    }

    /// What a report would print, without writing it.
    pub fn report_list(
        &self,
        indicator: Option<&str>,
        lang: Lang,
        date: Option<Date>,
    ) -> Result<Vec<Printed>, Error> {
        let figures = self.accepted(indicator)?;
        Ok(balise_report::printed(&self.report(lang, date, &figures, None)?))
    }

    fn report<'a>(
        &self,
        lang: Lang,
        date: Option<Date>,
        figures: &'a [Cited],
        chart: Option<&'a Drawing>,
    ) -> Result<Report<'a>, Error> {
        let library = self.view().path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let title = balise_words::text_with(
            lang,
            "report-title",
            &balise_words::args([("library", library.clone())]),
        );
        let sample = figures.iter().any(|c| c.source.sample);
        Ok(Report {
            lang,
            title,
            date: self.date(date)?,
            library,
            sample,
            chart,
            figures,
            standard: Default::default(),
        })
    }

    /// Figures that count, of one indicator or all, indicators in the order of the screens.
    pub fn accepted(&self, indicator: Option<&str>) -> Result<Vec<Cited>, Error> {
        let mut figures = self.view().decisions(indicator)?;
        figures.retain(|c| c.status.counts());
        let order: Vec<&str> = balise_words::indicator_ids().collect();
        figures.sort_by_key(|c| order.iter().position(|id| *id == c.figure.indicator));
        Ok(figures)
    }

    /// The date an export prints: the one asked for, else that of the library's last act; never the clock's.
    pub fn date(&self, asked: Option<Date>) -> Result<Date, Error> {
        let last = self.view().last_act()?.map(|z| z.date());
        Ok(asked.or(last).unwrap_or(Date::constant(2000, 1, 1)))
    }
}

/// The indicator with most figures on a time axis; the report draws it.
pub fn most_dated(figures: &[Cited]) -> Option<String> {
    let count =
        |id: &str| figures.iter().filter(|c| c.figure.indicator == id && c.figure.period.is_dated()).count();
    // Counted down, because of several largest `max_by_key` gives the last, and the first of the file is wanted.
    let ids: Vec<&str> = balise_words::indicator_ids().collect();
    let found = ids.into_iter().rev().max_by_key(|id| count(id))?;
    (count(found) > 0).then(|| found.to_owned())
}

/// Writes a file whole: beside it first, then in its place. The old one stays until then.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let mut builder = tempfile::Builder::new();
    // A temporary file is private; an export is as readable as any other file the user makes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder).map_err(Error::io(folder))?;
    temporary.write_all(bytes).and_then(|()| temporary.as_file().sync_all()).map_err(Error::io(file))?;
    temporary.persist(file).map_err(|e| Error::io(file)(e.error))?;
    Ok(())
}
