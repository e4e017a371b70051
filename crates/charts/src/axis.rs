//! The axes around a panel: values at the left, years or months below, and hatching where no figure was found.

use balise_model::{Edge, Precision};
use balise_words::{Dates, Lang, date, number};

use crate::font::{self, Weight};
use crate::geometry::{Rect, Segment};
use crate::scale::{Step, TimeAxis, ValueAxis, day};
use crate::svg::{self, Anchor, Line};

const SIZE: f64 = 7.5;
/// Distance under which ticks would make a comb.
const TICKS_APART: f64 = 4.0;

/// Room the longest value needs left of the plot.
pub(crate) fn value_width(values: &ValueAxis, lang: Lang) -> f64 {
    values.ticks.iter().map(|v| font::width(&number(lang, *v), SIZE, Weight::Regular)).fold(0.0, f64::max)
}

pub(crate) fn value_labels(values: &ValueAxis, room: &Rect, lang: Lang) -> String {
    let label = |value: &f64| {
        let y = room.bottom() - value / values.top * room.height;
        grey(&number(lang, *value), room.x - 5.0, y + 2.7, Anchor::End)
    };
    values.ticks.iter().map(label).collect()
}

/// The line at 0.
pub(crate) fn ground(room: &Rect) -> String {
    svg::line(Segment::new((room.x, room.bottom()), (room.right(), room.bottom())), svg::AXIS, 0.75)
}

/// Where a day stands, in points.
pub(crate) fn place(time: &TimeAxis, room: &Rect, on: i32) -> f64 {
    let days = time.days();
    let part = f64::from(on - days.start) / f64::from((days.end - days.start).max(1));
    room.x + part.clamp(0.0, 1.0) * room.width
}

/// Small ticks under a panel that is not the last.
pub(crate) fn small_ticks(time: &TimeAxis, room: &Rect) -> String {
    ticks(time, room, 2.5, 0.5)
}

/// Ticks and labels under the last panel.
pub(crate) fn time_labels(time: &TimeAxis, room: &Rect, lang: Lang) -> String {
    let steps = time.steps();
    let span = |step: &Step| (place(time, room, day(step.first)), place(time, room, day(step.end)));
    let said = |step: &Step| {
        let precision = if time.in_months { Precision::Month } else { Precision::Year };
        date(lang, Edge { day: step.first, precision }, Dates::Short)
    };
    let mut out = ticks(time, room, 4.0, 0.75);
    let widest = steps.iter().map(|s| font::width(&said(s), SIZE, Weight::Regular)).fold(0.0, f64::max);
    let apart = room.width / steps.len().max(1) as f64;
    let every = stride(time, widest + 4.0, apart);
    for step in steps.iter().filter(|s| counted(time, s) % every == 0) {
        let (left, right) = span(step);
        // A year cut short by the end of the axis is named only when its span can hold the name.
        let words = said(step);
        let half = font::width(&words, SIZE, Weight::Regular) / 2.0;
        let middle = if every == 1 { (left + right) / 2.0 } else { (left + half).max((left + right) / 2.0) };
        if middle + half <= room.right() + 8.0 && (every > 1 || right - left >= 1.6 * half) {
            out.push_str(&grey(&words, middle, room.bottom() + 19.0, Anchor::Middle));
        }
    }
    out
}

/// Hatching of the days without a figure.
pub(crate) fn gaps(gaps: &[(i32, i32)], time: &TimeAxis, room: &Rect) -> String {
    let strip = |(first, end): &(i32, i32)| {
        let (left, right) = (place(time, room, *first), place(time, room, *end));
        svg::hatched(Rect::new(left, room.bottom() + 5.0, right - left, 4.5))
    };
    gaps.iter().map(strip).collect()
}

fn ticks(time: &TimeAxis, room: &Rect, long: f64, thick: f64) -> String {
    let steps = time.steps();
    let every = stride(time, TICKS_APART, room.width / steps.len().max(1) as f64);
    let tick = |step: &Step| {
        let x = place(time, room, day(step.first));
        svg::line(Segment::new((x, room.bottom()), (x, room.bottom() + long)), svg::AXIS, thick)
    };
    steps.iter().filter(|s| counted(time, s) % every == 0).map(tick).collect()
}

/// Every how many steps there is room for a label.
fn stride(time: &TimeAxis, wanted: f64, apart: f64) -> i32 {
    let strides: &[i32] = if time.in_months {
        &[1, 2, 3, 6, 12]
    } else {
        &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
    };
    strides.iter().copied().find(|n| f64::from(*n) * apart >= wanted).unwrap_or(strides[strides.len() - 1])
}

/// Years since 0, or months since January.
fn counted(time: &TimeAxis, step: &Step) -> i32 {
    if time.in_months { i32::from(step.first.month()) - 1 } else { i32::from(step.first.year()) }
}

fn grey(words: &str, x: f64, y: f64, anchor: Anchor) -> String {
    Line { words, x, y, anchor, size: SIZE, weight: Weight::Regular, colour: svg::GREY }.svg()
}
