//! The legend: one grey row under the axis, with only the signs used; a second row when the first is full.

use balise_words::{Lang, text};
use std::collections::BTreeSet;

use crate::font::{self, Weight};
use crate::geometry::{Rect, Segment};
use crate::glyphs::Glyph;
use crate::svg::{self, Anchor, Line, decimal};

/// In the order they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Item {
    Sign(Glyph),
    Period,
    Minimum,
    Link,
    Gap,
}

const SIZE: f64 = 7.5;
const ROW: f64 = 11.0;

impl Item {
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Item> {
        Glyph::ALL.into_iter().map(Self::Sign).chain([Self::Period, Self::Minimum, Self::Link, Self::Gap])
    }

    fn key(self) -> &'static str {
        match self {
            Self::Sign(glyph) => glyph.key(),
            Self::Period => "chart-legend-period",
            Self::Minimum => "chart-legend-minimum",
            Self::Link => "chart-legend-link",
            Self::Gap => "chart-gap",
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Sign(Glyph::Exact | Glyph::About) => 7.0,
            Self::Sign(_) => 9.5,
            Self::Minimum => 15.0,
            Self::Period | Self::Link | Self::Gap => 16.0,
        }
    }

    fn svg(self, x: f64, y: f64) -> String {
        let flat = |y: f64| Segment::new((x, y), (x + 16.0, y));
        match self {
            Self::Sign(glyph) => {
                let (low, top) = match glyph {
                    Glyph::AtLeast => (y + 2.0, y),
                    Glyph::AtMost => (y - 4.0, y),
                    Glyph::Range => (y + 3.5, y - 3.5),
                    Glyph::Exact | Glyph::About => (y, y),
                };
                glyph.svg(x + self.width() / 2.0, low, top, svg::GREY)
            }
            Self::Period => {
                let end = |x: f64| svg::line(Segment::new((x, y - 2.5), (x, y + 2.5)), svg::GREY, 0.75);
                svg::line(flat(y), svg::GREY, 2.0) + &end(x) + &end(x + 16.0)
            }
            Self::Minimum => {
                let foot = format!("M{} {}h6v-6h9", decimal(x), decimal(y + 3.5));
                format!("<path d=\"{foot}\" fill=\"none\" stroke=\"{}\"/>\n", svg::GREY)
            }
            Self::Link => svg::dashed(flat(y), svg::GREY, 0.75),
            Self::Gap => svg::hatched(Rect::new(x, y - 2.25, 16.0, 4.5)),
        }
    }
}

/// Draws from the left edge `x`, first baseline at `y`; gives the SVG and the baseline of the last row.
pub(crate) fn legend(items: &BTreeSet<Item>, (x, y): (f64, f64), right: f64, lang: Lang) -> (String, f64) {
    let (mut pen, mut baseline) = (x, y);
    let mut out = String::new();
    for item in items {
        let words = text(lang, item.key());
        let wide = item.width() + 4.0 + font::width(&words, SIZE, Weight::Regular);
        if pen > x && pen + wide > right {
            (pen, baseline) = (x, baseline + ROW);
        }
        out.push_str(&item.svg(pen, baseline - 2.6));
        let words = Line {
            words: &words,
            x: pen + item.width() + 4.0,
            y: baseline,
            anchor: Anchor::Start,
            size: SIZE,
            weight: Weight::Regular,
            colour: svg::GREY,
        };
        out.push_str(&words.svg());
        pen += wide + 12.0;
    }
    (out, baseline)
}
