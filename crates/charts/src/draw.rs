//! A series on paper: title, panels one above the other over one time axis, legend, notes, sources.

use balise_model::Edge;
use balise_words::{Lang, text};
use jiff::civil::Date;
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use serde::Serialize;
use std::collections::BTreeSet;

use crate::font::{self, Weight};
use crate::geometry::Rect;
use crate::legend::{Item, legend};
use crate::panel::{Panel, panels};
use crate::plot::{FINE, Plotted, SURE, plot};
use crate::png::CM_PER_POINT;
use crate::scale::TimeAxis;
use crate::series::Series;
use crate::spots::{self, Spot};
use crate::svg::{self, Anchor, Line, decimal, escaped};
use crate::{axis, words};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Width {
    /// 16 cm, the text of an A4 page.
    #[default]
    Page,
    /// 8 cm; the letters keep their size, there are fewer of them.
    Half,
}

impl Width {
    fn points(self) -> f64 {
        match self {
            Self::Page => 454.0,
            Self::Half => 227.0,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    pub lang: Lang,
    pub width: Width,
    /// Printed in the footer: the day of the library's last act, never the clock's.
    pub date: Option<Date>,
}

/// A chart. Sizes are in points: 454 to 16 cm.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Drawing {
    /// Outlines only: no font, no script, no link, nothing to load.
    pub svg: String,
    pub width: f64,
    pub height: f64,
    pub title: String,
    pub subtitle: String,
    /// The chart in sentences.
    pub alt: String,
    /// One for each point, in the order of [`Series::points`].
    pub spots: Vec<Spot>,
}

/// Draws a series. The same series and style give the same bytes.
pub fn draw(series: &Series, style: &Style) -> Drawing {
    let lang = style.lang;
    let panels = panels(series, lang);
    let (title, subtitle) = (words::title(lang, series), words::subtitle(lang, series));
    let mut page = Page { width: style.width.points(), ink: String::new(), lang };
    let head = page.head(&title, &subtitle, series.is_sample());
    let rooms = page.rooms(&panels, head);
    let time = time_axis(series);
    let (mut under, mut plotted) = (String::new(), Vec::new());
    {
        let size = ((page.width * FINE) as u32, (rooms[rooms.len() - 1].bottom() * FINE).ceil() as u32);
        let paper = SVGBackend::with_string(&mut under, size).into_drawing_area();
        for (panel, room) in panels.iter().zip(&rooms) {
            plotted.push(plot(&paper, panel, *room, page.width - 4.0, &time, lang));
        }
        paper.present().expect(SURE);
    }
    page.axes(&panels, &rooms, &time);
    for panel in &plotted {
        page.ink.push_str(&panel.ink);
    }
    let height = page.foot(series, style, &plotted, rooms[rooms.len() - 1].bottom());
    let alt = words::alt(lang, series, &panels, &title);
    let spots = spots(&plotted, &Rect::new(0.0, 0.0, page.width, height), series, lang);
    let svg = svg_page(&page, &under, height, &title, &alt);
    Drawing { svg, width: page.width, height, title, subtitle, alt, spots }
}

fn time_axis(series: &Series) -> TimeAxis {
    let totals = series.cumulative.iter().chain(&series.stock).map(|p| (p.when(), p.when()));
    let spans: Vec<(Date, Date)> =
        totals.chain(series.periods.iter().map(|p| (p.first(), p.when()))).collect();
    let blank = jiff::civil::date(2000, 1, 1);
    let first = spans.iter().map(|s| s.0).min().unwrap_or(blank);
    let last = spans.iter().map(|s| s.1).max().unwrap_or(blank);
    let since = series.cumulative.iter().filter_map(|p| p.figure().period.start).map(|s: Edge| s.day);
    TimeAxis::over(first, last, since.map(|day| day.first_of_year()))
}

struct Page {
    width: f64,
    ink: String,
    lang: Lang,
}

impl Page {
    fn write(&mut self, words: &str, (x, y): (f64, f64), size: f64, weight: Weight, colour: &str) {
        let line = Line { words, x, y, anchor: Anchor::Start, size, weight, colour };
        self.ink.push_str(&line.svg());
    }

    /// Wraps words from a first baseline; gives the last baseline.
    fn paragraph(
        &mut self,
        words: &str,
        y: f64,
        leading: f64,
        size: f64,
        weight: Weight,
        colour: &str,
    ) -> f64 {
        let lines = font::wrap(words, size, weight, self.width - 16.0);
        for (n, line) in lines.iter().enumerate() {
            self.write(line, (8.0, y + n as f64 * leading), size, weight, colour);
        }
        y + lines.len().saturating_sub(1) as f64 * leading
    }

    /// Title and subtitle; gives the last baseline.
    fn head(&mut self, title: &str, subtitle: &str, sample: bool) -> f64 {
        let mut y = self.paragraph(title, 15.0, 13.0, 11.0, Weight::Semibold, svg::INK) + 13.0;
        if sample {
            let words = text(self.lang, "chart-sample");
            y = self.paragraph(&words, y, 10.0, 8.0, Weight::Semibold, svg::SECOND) + 10.0;
        }
        self.paragraph(subtitle, y, 10.0, 8.0, Weight::Regular, svg::GREY)
    }

    /// The plots, one above the other: 72 points high, the last one more. An empty series has one all the same.
    fn rooms(&self, panels: &[Panel<'_>], head: f64) -> Vec<Rect> {
        let widest = panels.iter().map(|p| axis::value_width(&p.values, self.lang)).fold(0.0, f64::max);
        let left = (8.0 + widest + 5.0).max(42.0);
        let count = panels.len().max(1);
        let mut top = head + 24.0;
        let mut rooms = Vec::new();
        for n in 1..=count {
            let height = if n < count {
                72.0
            } else if count == 1 {
                82.0
            } else {
                104.0
            };
            rooms.push(Rect::new(left, top, self.width - 10.0 - left, height));
            top += height + 28.0;
        }
        rooms
    }

    fn axes(&mut self, panels: &[Panel<'_>], rooms: &[Rect], time: &TimeAxis) {
        let last = rooms[rooms.len() - 1];
        for (panel, room) in panels.iter().zip(rooms) {
            self.ink.push_str(&axis::value_labels(&panel.values, room, self.lang));
            self.ink.push_str(&axis::ground(room));
            if room != &last {
                self.ink.push_str(&axis::small_ticks(time, room));
            }
            self.ink.push_str(&axis::gaps(&panel.gaps(time), time, room));
        }
        if panels.is_empty() {
            self.blank(&last);
        } else {
            self.ink.push_str(&axis::time_labels(time, &last, self.lang));
        }
    }

    fn blank(&mut self, room: &Rect) {
        let wide = Rect::new(8.0, room.y, self.width - 16.0, room.height);
        let (x, y) = wide.centre();
        let words = text(self.lang, "chart-empty");
        let size = 8.0;
        let weight = Weight::Regular;
        let line =
            Line { words: &words, x, y: y + 2.7, anchor: Anchor::Middle, size, weight, colour: svg::GREY };
        let corners = [
            (wide.x, wide.y),
            (wide.right(), wide.y),
            (wide.right(), wide.bottom()),
            (wide.x, wide.bottom()),
        ];
        for (n, corner) in corners.iter().enumerate() {
            self.ink.push_str(&svg::line(crate::Segment::new(*corner, corners[(n + 1) % 4]), svg::GRID, 0.5));
        }
        self.ink.push_str(&line.svg());
    }

    /// Legend, notes and sources; gives the height of the page.
    fn foot(&mut self, series: &Series, style: &Style, plotted: &[Plotted<'_>], bottom: f64) -> f64 {
        let used: BTreeSet<Item> = plotted.iter().flat_map(|p| p.used.iter().copied()).collect();
        let mut y = bottom + 36.8;
        if used.is_empty() {
            y = bottom + 8.0;
        } else {
            let (row, last) = legend(&used, (8.0, y), self.width - 8.0, self.lang);
            self.ink.push_str(&row);
            y = last;
        }
        y += 12.2;
        for note in self.notes(plotted) {
            y = self.paragraph(&note, y, 10.0, 7.0, Weight::Regular, svg::GREY) + 10.0;
        }
        let sources = words::sources(self.lang, series, style.date);
        let last = self.paragraph(&sources, y, 10.0, 7.0, Weight::Regular, svg::GREY);
        let usual = if plotted.len() > 1 { 322.0 } else { 200.0 };
        (last + 7.0).max(usual)
    }

    fn notes(&self, plotted: &[Plotted<'_>]) -> Vec<String> {
        let dropped: usize = plotted.iter().map(|p| p.dropped).sum();
        if dropped == 0 { Vec::new() } else { vec![words::counted(self.lang, "chart-note-dropped", dropped)] }
    }
}

/// In the order of the series, whatever the order of the panels.
fn spots(plotted: &[Plotted<'_>], page: &Rect, series: &Series, lang: Lang) -> Vec<Spot> {
    let marks: Vec<_> = plotted.iter().flat_map(|p| &p.marks).collect();
    let signs: Vec<Rect> = marks.iter().map(|m| m.area).collect();
    let boxes = spots::around(&signs, page);
    let spot = |point: &crate::Point| {
        let n = marks.iter().position(|m| m.point.id() == point.id())?;
        Some(Spot {
            figure: point.id(),
            document: point.cited().source.document,
            x: boxes[n].x,
            y: boxes[n].y,
            width: boxes[n].width,
            height: boxes[n].height,
            name: words::name(lang, point),
        })
    };
    series.points().filter_map(spot).collect()
}

/// The page with its title and description for those who listen, then the plotters layer, then ours over it.
fn svg_page(page: &Page, under: &str, height: f64, title: &str, alt: &str) -> String {
    let (w, h) = (decimal(page.width), decimal(height));
    let cm = |points: f64| format!("{:.3}cm", points * CM_PER_POINT);
    let (wide, high) = (cm(page.width), cm(height));
    let (lang, title, alt) = (page.lang.tag(), escaped(title), escaped(alt));
    let layer = inside(under);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{wide}\" height=\"{high}\" \
         role=\"img\" xml:lang=\"{lang}\" aria-label=\"{alt}\">\n<title>{title}</title>\n<desc>{alt}</desc>\n\
         <rect width=\"{w}\" height=\"{h}\" fill=\"#fff\"/>\n<g transform=\"scale(.01)\">\n{layer}</g>\n{ink}</svg>\n",
        ink = page.ink
    )
}

/// What stands between the tags of the SVG that plotters wrote.
fn inside(svg: &str) -> &str {
    let start = svg.find('>').map_or(0, |n| n + 1);
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    svg.get(start..end).unwrap_or("").trim_start()
}
