//! Figures into series, series into drawings. Pure: no file, clock, chance or locale; the same series and style
//! give the same bytes everywhere.
//!
//! [`series`] sorts decided figures onto their panels (a running total never shares one with a count of a
//! period), [`draw`] makes one SVG with a place to click for every point, [`png`] paints that same SVG. Numbers
//! are never averaged, joined by values nobody said, or shown without their bound.
//!
//! plotters gives the coordinates, the mesh and the lines; letters are outlines of the bundled Source Sans 3,
//! measured here, so that no machine's fonts can change a chart. Left for later: the scope break ("champ
//! élargi") between two counts whose field differs.

mod axis;
mod draw;
mod font;
mod geometry;
mod glyphs;
mod labels;
mod legend;
mod panel;
mod plot;
mod png;
mod point;
mod scale;
mod series;
mod spots;
mod svg;
mod words;

#[cfg(test)]
mod cases;

pub use draw::{Drawing, Style, Width, draw};
pub use geometry::{Rect, Segment};
pub use labels::{Placed, Side, Wish, place};
pub use png::png;
pub use point::{LeftOut, Point, Why};
pub use series::{Series, Spec, series};
pub use spots::Spot;

/// What can go wrong when a drawing is painted. Drawing itself never fails.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The SVG was edited by hand into something that is not SVG.
    #[error("the drawing is not readable SVG: {0}")]
    Svg(String),
    /// Zero, or more pixels than memory should hold.
    #[error("a picture of {width} by {height} pixels cannot be painted")]
    Size { width: u32, height: u32 },
    #[error("the picture could not be written as PNG: {0}")]
    Png(String),
}
