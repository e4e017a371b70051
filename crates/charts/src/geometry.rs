//! Boxes and lines on the page, in points; y grows downwards.

use serde::Serialize;

#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// A box of this size around a centre.
    pub fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::new(x - width / 2.0, y - height / 2.0, width, height)
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub fn centre(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Touching edges do not overlap.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    pub fn holds(&self, other: &Rect) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    pub fn grown(&self, by: f64) -> Rect {
        Rect::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// The point of the box nearest to a point outside it.
    pub fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.clamp(self.x, self.right()), y.clamp(self.y, self.bottom()))
    }

    /// Moved, not cut, to lie inside; a box too large for the frame keeps to its top left.
    pub fn moved_inside(&self, frame: &Rect) -> Rect {
        let x = self.x.min(frame.right() - self.width).max(frame.x);
        let y = self.y.min(frame.bottom() - self.height).max(frame.y);
        Rect::new(x, y, self.width, self.height)
    }
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Segment {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

impl Segment {
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to }
    }

    /// Some of the segment lies inside the box (Liang and Barsky's clipping).
    pub fn crosses(&self, area: &Rect) -> bool {
        let (dx, dy) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let edges = [
            (-dx, self.from.0 - area.x),
            (dx, area.right() - self.from.0),
            (-dy, self.from.1 - area.y),
            (dy, area.bottom() - self.from.1),
        ];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (p, q) in edges {
            if p == 0.0 {
                if q <= 0.0 {
                    return false;
                }
            } else if p < 0.0 {
                enter = enter.max(q / p);
            } else {
                leave = leave.min(q / p);
            }
        }
        enter < leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_cross_the_boxes_they_run_through() {
        let area = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(Segment::new((-5.0, 5.0), (15.0, 5.0)).crosses(&area));
        assert!(Segment::new((-5.0, -5.0), (15.0, 15.0)).crosses(&area));
        assert!(!Segment::new((-5.0, 10.0), (15.0, 10.0)).crosses(&area), "along an edge");
        assert!(!Segment::new((-5.0, 5.0), (-1.0, 5.0)).crosses(&area));
    }
}
