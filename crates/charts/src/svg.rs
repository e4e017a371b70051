//! Writing SVG: shapes and texts in points, with the colours and weights of the charts.

use crate::font::{self, Weight};
use crate::geometry::{Rect, Segment};

pub(crate) const INK: &str = "#1d1d1b";
pub(crate) const GREY: &str = "#4f4e49";
pub(crate) const AXIS: &str = "#6b6a63";
pub(crate) const GRID: &str = "#dcdad3";
pub(crate) const HATCH: &str = "#8d8b83";
/// The series itself.
pub(crate) const FIRST: &str = "#0b5a73";
/// Parts of a total.
pub(crate) const SECOND: &str = "#93592c";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text: size in points, baseline at `y`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) words: &'a str,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) anchor: Anchor,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) colour: &'a str,
}

impl Line<'_> {
    fn start(&self) -> f64 {
        let width = || font::width(self.words, self.size, self.weight);
        match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width() / 2.0,
            Anchor::End => self.x - width(),
        }
    }

    /// The box of the letters, ascenders and descenders included.
    pub(crate) fn area(&self) -> Rect {
        let width = font::width(self.words, self.size, self.weight);
        Rect::new(self.start(), self.y - 0.74 * self.size, width, 0.96 * self.size)
    }

    fn outline(&self) -> String {
        font::outline(self.words, (self.start(), self.y), self.size, self.weight)
    }

    pub(crate) fn svg(&self) -> String {
        format!("<path fill=\"{}\" d=\"{}\"/>\n", self.colour, self.outline())
    }

    /// With a white halo: readable over lines.
    pub(crate) fn svg_with_halo(&self) -> String {
        let halo = r##"paint-order="stroke" stroke="#fff" stroke-width="2.4" stroke-linejoin="round""##;
        format!("<path fill=\"{}\" {halo} d=\"{}\"/>\n", self.colour, self.outline())
    }
}

/// At most two decimals, no useless zero, and never "NaN": a place that could not be computed would be at 0.
pub(crate) fn decimal(value: f64) -> String {
    let hundredths = if value.is_finite() { (value * 100.0).round() as i64 } else { 0 };
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{}", format!("{part:02}").trim_end_matches('0')),
        (whole, part) => format!("{sign}{whole}.{}", format!("{part:02}").trim_end_matches('0')),
    }
}

pub(crate) fn line(segment: Segment, colour: &str, thick: f64) -> String {
    line_with(segment, colour, thick, "")
}

/// Dashes of 3 with gaps of 2.5.
pub(crate) fn dashed(segment: Segment, colour: &str, thick: f64) -> String {
    line_with(segment, colour, thick, " stroke-dasharray=\"3 2.5\"")
}

fn line_with(segment: Segment, colour: &str, thick: f64, more: &str) -> String {
    let [x1, y1, x2, y2] = [segment.from.0, segment.from.1, segment.to.0, segment.to.1].map(decimal);
    let thick = decimal(thick);
    format!(
        "<path d=\"M{x1} {y1}L{x2} {y2}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thick}\"{more}/>\n"
    )
}

/// Slanted strokes inside a box, cut at its edges: no pattern, which some readers of SVG ignore.
pub(crate) fn hatched(area: Rect) -> String {
    let step = 3.6 * std::f64::consts::SQRT_2;
    let mut data = String::new();
    let mut foot = area.x - area.height + step / 2.0;
    while foot < area.right() {
        let from = (foot.max(area.x), area.bottom() - (area.x - foot).max(0.0));
        let over = (foot + area.height - area.right()).max(0.0);
        let to = (foot + area.height - over, area.y + over);
        if from.0 < to.0 {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(decimal);
            data.push_str(&format!("M{x1} {y1}L{x2} {y2}"));
        }
        foot += step;
    }
    format!("<path d=\"{data}\" fill=\"none\" stroke=\"{HATCH}\" stroke-width=\".9\"/>\n")
}

/// For text content and attribute values.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML allows no other control, escaped or not.
            c if c.is_control() => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        assert_eq!(
            [1.0, 0.5, -0.05, 12.345, -3.0, 1.10, f64::NAN].map(decimal),
            ["1", ".5", "-.05", "12.35", "-3", "1.1", "0"]
        );
    }

    #[test]
    fn words_of_a_source_cannot_become_markup() {
        assert_eq!(escaped("<a b=\"c\">&\u{0}"), "&lt;a b=&quot;c&quot;&gt;&amp; ");
    }
}
