//! The French texts of the project, spoilt by chance: letters lost, doubled, swapped and replaced, pieces of rules
//! pushed in, bytes broken. The seed is fixed, so that a failure comes back; the fuzzer in `fuzz/` goes further.

use super::PIECES;
use super::check::check;
use std::panic::catch_unwind;
use std::path::PathBuf;

const SEED: u64 = 20_260_401;
const ROUNDS: usize = 400;

/// SplitMix64.
struct Lots(u64);

impl Lots {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

fn fixtures() -> Vec<String> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../..");
    let folders = ["data/sample", "tests/texts"].map(|f| std::fs::read_dir(root.join(f)).expect(f));
    let mut files: Vec<PathBuf> =
        folders.into_iter().flatten().filter_map(|f| Some(f.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    assert!(files.len() > 10, "the French fixtures have moved");
    files.iter().map(|f| std::fs::read_to_string(f).expect("a text")).collect()
}

/// What stands where a letter stood: controls, marks that join, letters of other scripts, digits that are none.
const HOSTILE: [char; 14] = [
    '\0',
    '\u{feff}',
    '\u{202e}',
    '\u{200d}',
    '\u{301}',
    '\u{2028}',
    '٣',
    '½',
    '²',
    'İ',
    'ß',
    '\u{1f1f2}',
    '\u{10ffff}',
    '\r',
];

/// One to five changes at random places, then perhaps one among the bytes.
fn spoil(lots: &mut Lots, texts: &[String]) -> String {
    let mut letters: Vec<char> = texts[lots.below(texts.len())].chars().collect();
    // A window of the text: changes meet more often in a short one.
    let length = 100 + lots.below(1_500);
    let start = lots.below(letters.len().saturating_sub(length));
    letters = letters[start..letters.len().min(start + length)].to_vec();
    for _ in 0..1 + lots.below(5) {
        change(lots, &mut letters, texts);
    }
    let text: String = letters.into_iter().collect();
    if lots.below(4) > 0 {
        return text;
    }
    let mut bytes = text.into_bytes();
    let at = lots.below(bytes.len());
    match bytes.get_mut(at) {
        Some(byte) => *byte = lots.below(256) as u8,
        None => return String::new(),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn change(lots: &mut Lots, letters: &mut Vec<char>, texts: &[String]) {
    let (at, other) = (lots.below(letters.len()), lots.below(letters.len()));
    let (from, to) = (at.min(other), at.max(other).min(at.min(other) + 40));
    let run = letters[from..to].to_vec();
    match lots.below(7) {
        _ if letters.is_empty() => {}
        0 => drop(letters.drain(from..to)),
        1 => drop(letters.splice(at..at, run)),
        2 => letters.swap(at, other),
        3 => letters[at] = HOSTILE[lots.below(HOSTILE.len())],
        4 => drop(letters.splice(at..at, PIECES[lots.below(PIECES.len())].chars())),
        5 => {
            let elsewhere = &texts[lots.below(texts.len())];
            let skipped = lots.below(elsewhere.chars().count());
            let piece: Vec<char> = elsewhere.chars().skip(skipped).take(60).collect();
            letters.splice(at..at, piece);
        }
        _ => {
            // A digit where a letter stood, again and again: the longest numbers.
            let digit = char::from(b'0' + lots.below(10) as u8);
            letters[from..to].fill(digit);
        }
    }
}

#[test]
fn spoilt_articles_are_read_by_the_same_laws() {
    let (texts, mut lots) = (fixtures(), Lots(SEED));
    for round in 0..ROUNDS {
        let text = spoil(&mut lots, &texts);
        if catch_unwind(|| check(&text)).is_err() {
            panic!("round {round}, seed {SEED}: this text broke a law:\n{text:?}");
        }
    }
}
