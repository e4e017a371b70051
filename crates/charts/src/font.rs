//! The bundled Source Sans 3: how wide a line is, and its outline. Letters go into a drawing as paths, so that it
//! looks the same on a machine without the font. Kerned by the font's own pairs; no ligatures.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

use crate::svg::decimal;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Weight {
    Regular,
    Semibold,
}

struct Font {
    face: Face<'static>,
    pairs: Vec<PairAdjustment<'static>>,
}

static REGULAR: LazyLock<Font> =
    LazyLock::new(|| Font::open(include_bytes!("../../../data/fonts/SourceSans3-Regular.ttf")));
static SEMIBOLD: LazyLock<Font> =
    LazyLock::new(|| Font::open(include_bytes!("../../../data/fonts/SourceSans3-Semibold.ttf")));

fn of(weight: Weight) -> &'static Font {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Semibold => &SEMIBOLD,
    }
}

impl Font {
    fn open(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).expect("the bundled font is a sound TrueType file");
        let pairs = pairs(&face);
        Self { face, pairs }
    }

    fn em(&self) -> f64 {
        f64::from(self.face.units_per_em())
    }

    fn kern(&self, left: GlyphId, right: GlyphId) -> f64 {
        self.pairs.iter().find_map(|pair| advance_change(pair, left, right)).unwrap_or(0.0)
    }

    /// Each glyph with the pen position where it starts, then the position after the last; font units.
    fn laid(&self, text: &str) -> (Vec<(GlyphId, f64)>, f64) {
        let (mut pen, mut glyphs) = (0.0, Vec::new());
        let mut before = None;
        for letter in text.chars().filter(|c| is_printed(*c)) {
            let glyph = self.face.glyph_index(letter).unwrap_or(GlyphId(0));
            pen += before.map_or(0.0, |b| self.kern(b, glyph));
            glyphs.push((glyph, pen));
            pen += f64::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
            before = Some(glyph);
        }
        (glyphs, pen)
    }
}

fn pairs(face: &Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(gpos) = face.tables().gpos else { return Vec::new() };
    let kern = Tag::from_bytes(b"kern");
    let lookups: BTreeSet<u16> =
        gpos.features.into_iter().filter(|f| f.tag == kern).flat_map(|f| f.lookup_indices).collect();
    let subtables = lookups.into_iter().filter_map(|index| gpos.lookups.get(index));
    subtables
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>())
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pair) => Some(pair),
            _ => None,
        })
        .collect()
}

fn advance_change(pair: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<f64> {
    let covered = pair.coverage().get(left)?;
    let (first, _) = match pair {
        PairAdjustment::Format1 { sets, .. } => sets.get(covered)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(f64::from(first.x_advance))
}

/// Controls and bidirectional marks change nothing on paper, and must not.
fn is_printed(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Width of a line in points.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let font = of(weight);
    font.laid(text).1 * size / font.em()
}

/// SVG path data of a line whose baseline starts at (x, y), in points.
pub(crate) fn outline(text: &str, (x, y): (f64, f64), size: f64, weight: Weight) -> String {
    let font = of(weight);
    let scale = size / font.em();
    let mut path = Path { data: String::new(), x: 0.0, y, scale, pen: (0, 0), start: (0, 0) };
    for (glyph, pen) in font.laid(text).0 {
        path.x = x + pen * scale;
        font.face.outline_glyph(glyph, &mut path);
    }
    path.data
}

/// Words on lines no wider than `room` points; a longer word has a line of its own, cut with "…".
pub(crate) fn wrap(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Only plain spaces break: U+00A0 and U+202F hold a number and its unit together.
    for word in text.split([' ', '\n', '\t']).filter(|w| !w.is_empty()) {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line)) if width(&joined, size, weight) <= room => *line = joined,
            _ => lines.push(fitted(word, size, weight, room)),
        }
    }
    lines
}

fn fitted(word: &str, size: f64, weight: Weight, room: f64) -> String {
    let mut kept = word.to_owned();
    while width(&kept, size, weight) > room && kept.chars().count() > 1 {
        kept = kept.trim_end_matches('…').to_owned();
        kept.pop();
        kept.push('…');
    }
    kept
}

/// Relative path data in hundredths of a point: a third of the length of absolute data, with no drift.
struct Path {
    data: String,
    x: f64,
    y: f64,
    scale: f64,
    pen: (i64, i64),
    start: (i64, i64),
}

impl Path {
    fn at(&self, x: f32, y: f32) -> (i64, i64) {
        let place = |v: f64| (v * 100.0).round() as i64;
        (place(self.x + f64::from(x) * self.scale), place(self.y - f64::from(y) * self.scale))
    }

    fn push(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        let from = self.pen;
        for (x, y) in points {
            let to = self.at(*x, *y);
            for step in [to.0 - from.0, to.1 - from.1] {
                let said = decimal(step as f64 / 100.0);
                let glued = said.starts_with('-') || self.data.ends_with(command);
                let _ = write!(self.data, "{}{said}", if glued { "" } else { " " });
            }
            self.pen = to;
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        let _ = write!(self.data, "M{} {}", decimal(to.0 as f64 / 100.0), decimal(to.1 as f64 / 100.0));
        self.pen = to;
        self.start = to;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('z');
        self.pen = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_wide_as_the_font_says() {
        let digit = width("0", 1000.0, Weight::Regular);
        assert!((480.0..=520.0).contains(&digit), "{digit}");
        assert!(width("44\u{202f}000", 8.0, Weight::Semibold) > width("44000", 8.0, Weight::Semibold));
        assert_eq!(width("a\u{202e}b", 8.0, Weight::Regular), width("ab", 8.0, Weight::Regular));
    }

    #[test]
    fn pairs_are_kerned() {
        let apart = width("A", 100.0, Weight::Regular) + width("V", 100.0, Weight::Regular);
        assert!(width("AV", 100.0, Weight::Regular) < apart);
    }

    #[test]
    fn every_sign_we_print_is_in_the_font() {
        for sign in "0123456789\u{202f}\u{a0}≥≤≈éèàçœ«»“”’–…×ɛɔŋɲ".chars() {
            assert!(of(Weight::Regular).face.glyph_index(sign).is_some(), "{sign:?}");
            assert!(of(Weight::Semibold).face.glyph_index(sign).is_some(), "{sign:?}");
        }
    }

    #[test]
    fn lines_break_at_plain_spaces_only() {
        let lines = wrap("plus de 44\u{202f}000 retours", 10.0, Weight::Regular, 45.0);
        assert_eq!(lines, ["plus de", "44\u{202f}000", "retours"]);
        assert!(wrap("anticonstitutionnellement", 10.0, Weight::Regular, 40.0)[0].ends_with('…'));
    }
}
