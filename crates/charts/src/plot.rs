//! One panel on paper: plotters maps days and values to places and draws the mesh, the floor, the staircase and
//! the period lines; signs and labels are then laid over them. plotters counts in whole units, so it is given
//! hundredths of a point.

use balise_model::FigureId;
use balise_words::{Lang, text};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint};
use plotters::coord::types::RangedCoordi32;
use plotters::prelude::*;
use std::collections::BTreeSet;

use crate::font::{self, Weight};
use crate::geometry::{Rect, Segment};
use crate::glyphs::Glyph;
use crate::labels::{Placed, Wish, place};
use crate::legend::Item;
use crate::panel::{Kind, Panel};
use crate::point::Point;
use crate::scale::{TimeAxis, ValueAxis, day};
use crate::svg::{self, Anchor, Line};
use crate::words;

pub(crate) const FINE: f64 = 100.0;
pub(crate) const SURE: &str = "writing to a string does not fail";

const FIRST: RGBColor = RGBColor(0x0b, 0x5a, 0x73);
const SECOND: RGBColor = RGBColor(0x93, 0x59, 0x2c);
const FLOOR: RGBColor = RGBColor(0xe3, 0xef, 0xf3);
const GRID: RGBColor = RGBColor(0xdc, 0xda, 0xd3);

const LABEL: f64 = 8.0;
/// A period line shorter than this is hidden by its sign.
const SHORTEST_LINE: f64 = 8.0;

pub(crate) type Paper<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Chart<'a> = ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordi32, ValueAxis>>;

/// Our own scale and ticks as plotters coordinates.
impl Ranged for ValueAxis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        limit.0 + (value / self.top * f64::from(limit.1 - limit.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> std::ops::Range<f64> {
        0.0..self.top
    }
}

/// A sign where it stands.
pub(crate) struct Mark<'p> {
    pub(crate) point: &'p Point,
    pub(crate) area: Rect,
    glyph: Glyph,
    x: f64,
    y: f64,
    top: f64,
    colour: &'static str,
    stacked: bool,
}

/// What a panel leaves to the drawing.
pub(crate) struct Plotted<'p> {
    pub(crate) marks: Vec<Mark<'p>>,
    /// Over the plotters layer.
    pub(crate) ink: String,
    pub(crate) used: BTreeSet<Item>,
    /// Labels that found no place.
    pub(crate) dropped: usize,
}

/// Draws a panel into `room`, whose labels may spread up to `page_right`.
pub(crate) fn plot<'p>(
    paper: &Paper<'_>,
    panel: &Panel<'p>,
    room: Rect,
    page_right: f64,
    time: &TimeAxis,
    lang: Lang,
) -> Plotted<'p> {
    let fine = |v: f64| (v * FINE).round() as i32;
    let area = paper.clone().shrink((fine(room.x), fine(room.y)), (fine(room.width), fine(room.height)));
    let mut chart =
        ChartBuilder::on(&area).build_cartesian_2d(time.days(), panel.values.clone()).expect(SURE);
    let mut sheet = Sheet { panel, ink: String::new(), used: BTreeSet::new(), lines: Vec::new() };
    let stairs = if panel.kind == Kind::Total { panel.stairs(time.days().end) } else { Vec::new() };
    if !stairs.is_empty() {
        let floor = stairs.iter().copied().chain([(time.days().end, 0.0)]).collect::<Vec<_>>();
        chart.draw_series(std::iter::once(Polygon::new(floor, FLOOR.filled()))).expect(SURE);
    }
    let mesh = GRID.stroke_width(fine(0.5) as u32);
    chart.configure_mesh().disable_x_mesh().disable_axes().bold_line_style(mesh).draw().expect(SURE);
    sheet.staircase(&mut chart, stairs);
    let marks = sheet.marks(&chart);
    match panel.kind {
        Kind::Total | Kind::Stock => sheet.links(&marks),
        Kind::Periods => sheet.period_lines(&mut chart, &marks),
    }
    sheet.signs(&marks);
    let placed = sheet.labels(&marks, room, page_right, lang);
    let dropped = placed.iter().filter(|p| p.is_none()).count();
    sheet.gap_label(&chart, time, &marks, &placed, room, lang);
    Plotted { marks, ink: sheet.ink, used: sheet.used, dropped }
}

fn at(chart: &Chart<'_>, day: i32, value: f64) -> (f64, f64) {
    let (x, y) = chart.backend_coord(&(day, value));
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

struct Sheet<'s, 'p> {
    panel: &'s Panel<'p>,
    ink: String,
    used: BTreeSet<Item>,
    /// What labels should not cross.
    lines: Vec<Segment>,
}

impl<'p> Sheet<'_, 'p> {
    fn staircase(&mut self, chart: &mut Chart<'_>, steps: Vec<(i32, f64)>) {
        if steps.is_empty() {
            return;
        }
        let places: Vec<_> = steps.iter().map(|(d, v)| at(chart, *d, *v)).collect();
        let outline = FIRST.stroke_width(FINE as u32);
        chart.draw_series(std::iter::once(PathElement::new(steps, outline))).expect(SURE);
        self.lines.extend(places.windows(2).map(|w| Segment::new(w[0], w[1])));
        self.used.insert(Item::Minimum);
    }

    fn marks(&mut self, chart: &Chart<'_>) -> Vec<Mark<'p>> {
        let years = self.panel.stacked_years();
        let mark = |point: &&'p Point| {
            let (first, last) = (day(point.first()), day(point.when()));
            let stacked = self.panel.is_stacked(point, &years);
            let (left, _) = at(chart, first, 0.0);
            let (right, y) = at(chart, last, point.value());
            let x = if self.panel.kind == Kind::Periods && !stacked { (left + right) / 2.0 } else { right };
            let top = point.upper().map_or(y, |upper| at(chart, last, upper).1);
            let glyph = Glyph::of(&point.figure().quantity);
            let colour = if point.is_subset() { svg::SECOND } else { svg::FIRST };
            Mark { point, area: glyph.area(x, y, top), glyph, x, y, top, colour, stacked }
        };
        self.panel.points.iter().map(mark).collect()
    }

    /// Two statements one after the other are joined by a line that says nothing of the days between.
    fn links(&mut self, marks: &[Mark<'_>]) {
        let whole: Vec<&Mark<'_>> = marks.iter().filter(|m| !m.point.is_subset()).collect();
        for pair in whole.windows(2).filter(|w| w[0].point.when() < w[1].point.when()) {
            let link = Segment::new((pair[0].x, pair[0].y), (pair[1].x, pair[1].y));
            self.ink.push_str(&svg::dashed(link, svg::FIRST, 0.75));
            self.lines.push(link);
            self.used.insert(Item::Link);
        }
    }

    fn period_lines(&mut self, chart: &mut Chart<'_>, marks: &[Mark<'_>]) {
        for mark in marks {
            let (first, last) = (day(mark.point.first()), day(mark.point.when()));
            let value = mark.point.value();
            let (from, to) = (at(chart, first, value), at(chart, last, value));
            if to.0 - from.0 < SHORTEST_LINE && !mark.stacked {
                continue;
            }
            let colour = if mark.point.is_subset() { SECOND } else { FIRST };
            let style = colour.stroke_width(2 * FINE as u32);
            let line = PathElement::new(vec![(first, value), (last, value)], style);
            chart.draw_series(std::iter::once(line)).expect(SURE);
            for (x, y) in [from, to] {
                self.ink.push_str(&svg::line(Segment::new((x, y - 2.5), (x, y + 2.5)), mark.colour, 0.75));
            }
            self.lines.push(Segment::new(from, to));
            self.used.insert(Item::Period);
        }
        self.joints(chart, marks);
    }

    /// Counts that grow from the same 1 January are joined at the left.
    fn joints(&mut self, chart: &Chart<'_>, marks: &[Mark<'_>]) {
        for year in self.panel.stacked_years() {
            let stack: Vec<&Mark<'_>> =
                marks.iter().filter(|m| m.stacked && m.point.first().year() == year).collect();
            let Some(first) = stack.first() else { continue };
            let x = at(chart, day(first.point.first()), 0.0).0;
            let low = stack.iter().map(|m| m.y).fold(f64::MIN, f64::max);
            let high = stack.iter().map(|m| m.y).fold(f64::MAX, f64::min);
            let joint = Segment::new((x, low), (x, high));
            self.ink.push_str(&svg::line(joint, svg::FIRST, 0.75));
            self.lines.push(joint);
        }
    }

    /// The earliest lie over the later ones, so that none of a crowd is quite hidden.
    fn signs(&mut self, marks: &[Mark<'_>]) {
        for mark in marks.iter().rev() {
            let sign = mark.glyph.svg(mark.x, mark.y, mark.top, mark.colour);
            self.ink.push_str(&grouped(mark.point.id(), &sign));
            self.used.insert(Item::Sign(mark.glyph));
        }
    }

    /// The latest statements choose first: what must go without a label is the oldest.
    fn labels(&mut self, marks: &[Mark<'_>], room: Rect, page_right: f64, lang: Lang) -> Vec<Option<Placed>> {
        let mut order: Vec<&Mark<'_>> = marks.iter().collect();
        order.sort_by_key(|m| (std::cmp::Reverse(m.point.when()), m.point.is_subset()));
        let said: Vec<String> = order.iter().map(|m| words::label(lang, m.point)).collect();
        let wish = |(mark, words): (&&Mark<'_>, &String)| Wish {
            glyph: mark.area,
            width: font::width(words, LABEL, Weight::Semibold) + 1.0,
            height: 0.96 * LABEL,
            sides: if mark.stacked { Wish::RIGHT } else { Wish::ABOVE },
        };
        let wishes: Vec<Wish> = order.iter().zip(&said).map(wish).collect();
        let frame = Rect::new(room.x + 1.0, room.y - 13.0, page_right - room.x - 1.0, room.height + 12.5);
        let placed = place(&wishes, &[self.heading(room).area()], &self.lines, frame);
        for ((mark, words), placed) in order.iter().zip(&said).zip(&placed) {
            let Some(placed) = placed else { continue };
            if let Some(leader) = placed.leader {
                self.ink.push_str(&svg::line(leader, mark.colour, 0.5));
            }
            self.ink.push_str(&label(words, placed.area, mark.colour).svg_with_halo());
        }
        let heading = self.heading(room).svg();
        self.ink.push_str(&heading);
        placed
    }

    fn heading(&self, room: Rect) -> Line<'_> {
        Line {
            words: &self.panel.title,
            x: room.x,
            y: room.y - 6.0,
            anchor: Anchor::Start,
            size: 8.0,
            weight: Weight::Semibold,
            colour: svg::INK,
        }
    }

    /// "aucun chiffre trouvé" over the longest gap; when it does not fit there, the legend explains the hatching.
    fn gap_label(
        &mut self,
        chart: &Chart<'_>,
        time: &TimeAxis,
        marks: &[Mark<'_>],
        placed: &[Option<Placed>],
        room: Rect,
        lang: Lang,
    ) {
        let gaps = self.panel.gaps(time);
        let Some((first, end)) = gaps.into_iter().max_by_key(|(first, end)| (end - first, -first)) else {
            return;
        };
        let (left, right) = (at(chart, first, 0.0).0, at(chart, end, 0.0).0);
        let words = text(lang, "chart-gap");
        let line = |x: f64| Line {
            words: &words,
            x,
            y: room.bottom() - 5.0,
            anchor: Anchor::Middle,
            size: 7.5,
            weight: Weight::Regular,
            colour: svg::GREY,
        };
        let half = font::width(&words, 7.5, Weight::Regular) / 2.0;
        let taken: Vec<Rect> =
            marks.iter().map(|m| m.area).chain(placed.iter().flatten().map(|p| p.area)).collect();
        let free = |x: &f64| {
            let area = line(*x).area();
            let inside = area.x >= left.max(room.x) && area.right() <= right.min(room.right());
            inside && !taken.iter().any(|t| t.overlaps(&area)) && !self.lines.iter().any(|l| l.crosses(&area))
        };
        let middle = (left + right) / 2.0;
        match [middle, left + half + 2.0, right - half - 2.0].into_iter().find(free) {
            Some(x) => {
                let label = line(x).svg_with_halo();
                self.ink.push_str(&label);
            }
            None => {
                self.used.insert(Item::Gap);
            }
        }
    }
}

fn label<'w>(words: &'w str, area: Rect, colour: &'w str) -> Line<'w> {
    let x = area.x + 0.5;
    Line {
        words,
        x,
        y: area.y + 0.74 * LABEL,
        anchor: Anchor::Start,
        size: LABEL,
        weight: Weight::Semibold,
        colour,
    }
}

/// Every sign carries the id of its figure, to the last drawing.
fn grouped(figure: FigureId, sign: &str) -> String {
    format!("<g data-figure=\"{figure}\">\n{sign}</g>\n")
}
