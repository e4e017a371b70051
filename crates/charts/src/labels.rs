//! Where labels go: above their sign, else right, left or below it, else at the end of a short leader, else
//! nowhere. A label never lies on a sign or on another label; it crosses a line only when nothing else is free.

use crate::geometry::{Rect, Segment};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    Above,
    Right,
    Left,
    Below,
}

/// A label that wants a place; sizes in points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Wish {
    /// The sign it belongs to.
    pub glyph: Rect,
    pub width: f64,
    pub height: f64,
    /// Where to try first.
    pub sides: [Side; 4],
}

impl Wish {
    pub const ABOVE: [Side; 4] = [Side::Above, Side::Right, Side::Left, Side::Below];
    /// For lines that stack up from 1 January: the next line is right above.
    pub const RIGHT: [Side; 4] = [Side::Right, Side::Above, Side::Left, Side::Below];
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placed {
    pub area: Rect,
    pub leader: Option<Segment>,
}

const GAP: f64 = 1.2;
const RAISED: f64 = 3.0;
/// Distances of a label from its sign at the end of a leader, and the directions tried at each.
const REACH: [f64; 6] = [7.0, 11.0, 16.0, 22.0, 30.0, 40.0];
const HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
const DIRECTIONS: [(f64, f64); 8] = [
    (-HALF, HALF),
    (HALF, HALF),
    (-HALF, -HALF),
    (HALF, -HALF),
    (0.0, 1.0),
    (0.0, -1.0),
    (-1.0, 0.0),
    (1.0, 0.0),
];

/// Places labels in the order given, the most important first: what finds no place is the last. Every sign of
/// `wishes` and every box of `taken` is kept clear; `lines` are crossed only as a last resort.
pub fn place(wishes: &[Wish], taken: &[Rect], lines: &[Segment], frame: Rect) -> Vec<Option<Placed>> {
    let mut page = Page { taken: taken.to_vec(), lines: lines.to_vec(), leaders: Vec::new(), frame };
    page.taken.extend(wishes.iter().map(|w| w.glyph));
    let place_one = |wish: &Wish| {
        let placed = page.find(wish)?;
        page.taken.push(placed.area);
        page.leaders.extend(placed.leader);
        Some(placed)
    };
    wishes.iter().map(place_one).collect()
}

struct Page {
    taken: Vec<Rect>,
    lines: Vec<Segment>,
    leaders: Vec<Segment>,
    frame: Rect,
}

impl Page {
    fn find(&self, wish: &Wish) -> Option<Placed> {
        let beside: Vec<Placed> = wish.sides.iter().flat_map(|side| self.beside(wish, *side)).collect();
        let led: Vec<Placed> = REACH.iter().flat_map(|reach| self.led(wish, *reach)).collect();
        let clear = |p: &&Placed| self.is_free(p) && self.is_clear(p);
        let free = |p: &&Placed| self.is_free(p);
        let found = beside.iter().find(clear).or(led.iter().find(clear));
        found.or(beside.iter().find(free)).or(led.iter().find(free)).copied()
    }

    /// Inside the frame, and neither the label nor its leader touches a sign, a label or another leader's way.
    fn is_free(&self, placed: &Placed) -> bool {
        let free =
            |area: &Rect| !area.overlaps(&placed.area) && placed.leader.is_none_or(|l| !l.crosses(area));
        let apart = !self.leaders.iter().any(|leader| leader.crosses(&placed.area));
        self.frame.holds(&placed.area) && apart && self.taken.iter().all(free)
    }

    fn is_clear(&self, placed: &Placed) -> bool {
        let near = placed.area.grown(0.6);
        !self.lines.iter().any(|line| line.crosses(&near))
    }

    /// The places on one side, the plain one first.
    fn beside(&self, wish: &Wish, side: Side) -> Vec<Placed> {
        let (glyph, w, h) = (wish.glyph, wish.width, wish.height);
        let (cx, cy) = glyph.centre();
        let corners = match side {
            Side::Above | Side::Below => {
                let y = if side == Side::Above { glyph.y - GAP - h } else { glyph.bottom() + GAP };
                // Near the edge of the page the label slides along, as long as it stays over its sign.
                let slid = (cx - w / 2.0).min(self.frame.right() - w).max(self.frame.x);
                let over = (slid..=slid + w).contains(&cx);
                let x = if over { slid } else { cx - w / 2.0 };
                vec![(x, y), (cx - w + 4.0, y), (cx - 4.0, y)]
            }
            Side::Right | Side::Left => {
                let x = if side == Side::Right { glyph.right() + 2.0 } else { glyph.x - 2.0 - w };
                let y = cy - h / 2.0;
                vec![(x, y), (x, y - RAISED), (x, y + RAISED)]
            }
        };
        corners.into_iter().map(|(x, y)| Placed { area: Rect::new(x, y, w, h), leader: None }).collect()
    }

    fn led(&self, wish: &Wish, reach: f64) -> Vec<Placed> {
        let (cx, cy) = wish.glyph.centre();
        let around = |(dx, dy): &(f64, f64)| {
            let x = cx + dx * (reach + wish.glyph.width / 2.0) + sign(*dx) * wish.width / 2.0;
            let y = cy + dy * (reach + wish.glyph.height / 2.0) + sign(*dy) * wish.height / 2.0;
            let area = Rect::around(x, y, wish.width, wish.height);
            let foot = area.nearest((cx, cy));
            let leader = Segment::new(wish.glyph.grown(0.8).nearest(foot), foot);
            Placed { area, leader: Some(leader) }
        };
        DIRECTIONS.iter().map(around).collect()
    }
}

fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 120.0 };

    fn wish(x: f64, y: f64) -> Wish {
        Wish { glyph: Rect::around(x, y, 7.0, 7.0), width: 40.0, height: 8.0, sides: Wish::ABOVE }
    }

    #[test]
    fn a_lone_label_stands_above_its_sign() {
        let placed = place(&[wish(200.0, 60.0)], &[], &[], FRAME)[0].unwrap();
        assert_eq!(placed.area.centre().0, 200.0);
        assert!(placed.area.bottom() < 56.5 && placed.leader.is_none());
    }

    #[test]
    fn at_the_edge_of_the_page_it_slides_inside() {
        let placed = place(&[wish(395.0, 60.0)], &[], &[], FRAME)[0].unwrap();
        assert_eq!(placed.area.right(), 400.0);
    }

    #[test]
    fn a_line_above_sends_it_to_the_right() {
        let line = Segment::new((100.0, 50.0), (300.0, 50.0));
        let placed = place(&[wish(200.0, 60.0)], &[], &[line], FRAME)[0].unwrap();
        assert!(placed.area.x > 203.0 && !line.crosses(&placed.area));
    }

    #[test]
    fn a_sign_walled_in_gets_a_leader() {
        let walls = [(195.0, 46.0), (208.0, 58.0), (182.0, 58.0), (195.0, 68.0)];
        let walls = walls.map(|(x, y)| Rect::new(x, y, 10.0, 4.0));
        let placed = place(&[wish(200.0, 60.0)], &walls, &[], FRAME)[0].unwrap();
        assert!(placed.leader.is_some());
    }

    #[test]
    fn where_there_is_no_room_the_last_ones_go_without() {
        let crowd: Vec<Wish> = (0..60).map(|n| wish(20.0 + f64::from(n), 60.0)).collect();
        let placed = place(&crowd, &[], &[], Rect::new(0.0, 40.0, 120.0, 40.0));
        assert!(placed[0].is_some() && placed.iter().any(Option::is_none));
    }

    proptest! {
        #[test]
        fn no_two_placed_boxes_overlap(at in prop::collection::vec((0.0..400.0_f64, 0.0..120.0_f64, 8.0..90.0_f64), 0..60)) {
            let wishes: Vec<Wish> = at.iter().map(|(x, y, w)| Wish { width: *w, ..wish(*x, *y) }).collect();
            let placed = place(&wishes, &[], &[], FRAME);
            prop_assert_eq!(placed.len(), wishes.len());
            let areas: Vec<Rect> = placed.iter().flatten().map(|p| p.area).collect();
            for (n, area) in areas.iter().enumerate() {
                prop_assert!(FRAME.holds(area));
                prop_assert!(!areas[n + 1..].iter().any(|other| other.overlaps(area)));
                prop_assert!(!wishes.iter().any(|w| w.glyph.overlaps(area)));
            }
        }
    }
}
