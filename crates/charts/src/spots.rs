//! Where a point can be touched or clicked: a box around its sign, large enough for a hand, never hidden by another.

use balise_model::{DocumentId, FigureId};
use serde::Serialize;

use crate::geometry::Rect;

/// A place of the drawing that opens a sentence; in points from its top left corner.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Spot {
    pub figure: FigureId,
    pub document: DocumentId,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// "Plus de 44 000, au 31 janvier 2025".
    pub name: String,
}

const SMALLEST: f64 = 16.0;
/// Part of every spot that no earlier one may cover.
const BARED: f64 = 4.0;

/// Boxes around the signs, in their order, inside the page. Signs at the same place get boxes side by side.
pub(crate) fn around(signs: &[Rect], page: &Rect) -> Vec<Rect> {
    let mut boxes: Vec<Rect> = Vec::with_capacity(signs.len());
    for sign in signs {
        let (x, y) = sign.centre();
        let wanted =
            Rect::around(x, y, sign.width.max(SMALLEST), sign.height.max(SMALLEST)).moved_inside(page);
        let free = |spot: &Rect| !boxes.iter().any(|other| hides(other, spot) || hides(spot, other));
        let shifted = shifts().map(|(dx, dy)| moved(&wanted, dx, dy).moved_inside(page)).find(free);
        boxes.push(shifted.unwrap_or(wanted));
    }
    boxes
}

fn hides(over: &Rect, under: &Rect) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < BARED;
    over.holds(under) || near(over.centre().0, under.centre().0) && near(over.centre().1, under.centre().1)
}

/// Nearest first: rings of steps around the place itself.
fn shifts() -> impl Iterator<Item = (f64, f64)> {
    (0..40_i32).flat_map(|ring| {
        let side = (-ring..=ring).flat_map(move |n| [(n, -ring), (n, ring), (-ring, n), (ring, n)]);
        side.map(|(dx, dy)| (f64::from(dx) * BARED, f64::from(dy) * BARED))
    })
}

fn moved(area: &Rect, dx: f64, dy: f64) -> Rect {
    Rect::new(area.x + dx, area.y + dy, area.width, area.height)
}
