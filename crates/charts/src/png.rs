//! The SVG painted as pixels, at the size asked for: never an enlarged picture.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{Drawing, Error};

/// 454 points of the page are 16 cm, 227 are 8 cm.
pub(crate) const CM_PER_POINT: f64 = 16.0 / 454.0;
const CM_PER_INCH: f64 = 2.54;
/// Beyond this a picture takes more than half a gigabyte.
const LARGEST: u32 = 12_000;

/// PNG of a drawing at `dpi` dots per inch of its printed size: 16 cm at 300 dpi are 1890 pixels.
///
/// # Errors
/// [`Error::Size`] when `dpi` gives no pixel or more than 12 000 on a side; [`Error::Svg`] when `svg` was changed
/// into something unreadable; [`Error::Png`] when the picture cannot be encoded.
pub fn png(drawing: &Drawing, dpi: u32) -> Result<Vec<u8>, Error> {
    let dots_per_point = CM_PER_POINT / CM_PER_INCH * f64::from(dpi);
    let pixels = |points: f64| (points * dots_per_point).round() as u32;
    let (width, height) = (pixels(drawing.width), pixels(drawing.height));
    let refused = || Error::Size { width, height };
    if width.max(height) > LARGEST {
        return Err(refused());
    }
    let mut picture = Pixmap::new(width, height).ok_or_else(refused)?;
    // No font is loaded: the drawing's letters are outlines.
    let tree = Tree::from_str(&drawing.svg, &Options::default()).map_err(|e| Error::Svg(e.to_string()))?;
    let across = width as f32 / tree.size().width();
    let down = height as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(across, down), &mut picture.as_mut());
    picture.encode_png().map_err(|e| Error::Png(e.to_string()))
}
