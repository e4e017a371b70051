//! The signs of a value. Each says its bound by its shape before any colour: a disc is exact, a ring about, a
//! caret over a bar at least, a caret under a bar at most, two bars joined a range.

use balise_model::{Bound, Quantity};

use crate::geometry::Rect;
use crate::svg::decimal;

/// In the order of the legend.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Glyph {
    Exact,
    About,
    AtLeast,
    AtMost,
    Range,
}

impl Glyph {
    #[cfg(test)]
    pub(crate) const ALL: [Glyph; 5] = [Self::Exact, Self::About, Self::AtLeast, Self::AtMost, Self::Range];

    pub(crate) fn of(quantity: &Quantity) -> Self {
        match (quantity.upper, quantity.bound) {
            (Some(_), _) => Self::Range,
            (None, Bound::Exact) => Self::Exact,
            (None, Bound::About) => Self::About,
            (None, Bound::AtLeast) => Self::AtLeast,
            (None, Bound::AtMost) => Self::AtMost,
        }
    }

    /// The ink of the sign at a value's height, with the ends of a period line that may run through its bar;
    /// `top` is the height of a range's upper value.
    pub(crate) fn area(self, x: f64, y: f64, top: f64) -> Rect {
        match self {
            Self::Exact | Self::About => Rect::around(x, y, 6.8, 6.8),
            Self::AtLeast => Rect::new(x - 4.75, y - 7.75, 9.5, 10.25),
            Self::AtMost => Rect::new(x - 4.75, y - 2.5, 9.5, 10.25),
            Self::Range => Rect::new(x - 4.75, top - 0.75, 9.5, (y - top).max(0.0) + 1.5),
        }
    }

    pub(crate) fn svg(self, x: f64, y: f64, top: f64, colour: &str) -> String {
        let at = |dx: f64, dy: f64| format!("{} {}", decimal(x + dx), decimal(y + dy));
        let stroked = |data: String| {
            format!(
                "<path d=\"{data}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" \
                 stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n"
            )
        };
        let (cx, cy) = (decimal(x), decimal(y));
        match self {
            Self::Exact => format!(
                "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"3\" fill=\"{colour}\" stroke=\"#fff\" stroke-width=\".75\"/>\n"
            ),
            Self::About => format!(
                "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"2.7\" fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"1.3\"/>\n"
            ),
            Self::AtLeast => stroked(format!(
                "M{}h8M{}L{}L{}",
                at(-4.0, 0.0),
                at(-3.2, -3.0),
                at(0.0, -7.0),
                at(3.2, -3.0)
            )),
            Self::AtMost => {
                stroked(format!("M{}h8M{}L{}L{}", at(-4.0, 0.0), at(-3.2, 3.0), at(0.0, 7.0), at(3.2, 3.0)))
            }
            Self::Range => {
                let rise = top - y;
                stroked(format!(
                    "M{}h8M{}h8M{}V{}",
                    at(-4.0, 0.0),
                    at(-4.0, rise),
                    at(0.0, 0.0),
                    decimal(top)
                ))
            }
        }
    }

    /// The message that names it in the legend.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Exact => "chart-legend-exact",
            Self::About => "chart-legend-about",
            Self::AtLeast => "chart-legend-at-least",
            Self::AtMost => "chart-legend-at-most",
            Self::Range => "chart-legend-range",
        }
    }
}
