//! Many names looked up at once in a folded text, word by word: a trie of words, so that borders of words come by
//! themselves and the longest name is the last node reached. Nearly every word of a text begins no name; a bitmap
//! of first words, which stays in the processor's nearest cache, says so from eight bytes. (An Aho-Corasick automaton
//! of the same names needs ten megabytes and most of a tenth of a second to build, and misses the cache.)

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Steps are hashed already.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A name found: from the first letter to after the last, and which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) name: usize,
}

pub(crate) struct Lookup {
    first: Box<[u64; 1024]>,
    /// From a node by a word to the next node.
    steps: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    /// Node by node, the name that ends there.
    ends: Vec<Option<u32>>,
}

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Lookup {
    /// Names are folded, words with one space between. Of two alike, the first counts.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n [u8]>) -> Self {
        let mut lookup = Self { first: Box::new([0; 1024]), steps: HashMap::default(), ends: vec![None] };
        for (index, name) in names.into_iter().enumerate() {
            let name = name.trim_ascii();
            if name.is_empty() {
                continue;
            }
            let (row, bit) = place(head(name, 0).0);
            lookup.first[row] |= bit;
            let mut node = 0;
            let mut at = 0;
            while at < name.len() {
                let (key, end) = head(name, at);
                let next = lookup.ends.len() as u32;
                node = *lookup.steps.entry(step(node, key, &name[at..end])).or_insert(next);
                if node == next {
                    lookup.ends.push(None);
                }
                at = end + 1;
            }
            lookup.ends[node as usize].get_or_insert(index as u32);
        }
        lookup
    }

    /// The next name at or after the word that starts at `at`.
    pub(crate) fn next(&self, text: &[u8], mut at: usize) -> Option<Hit> {
        while at < text.len() {
            let (key, end) = head(text, at);
            let (row, bit) = place(key);
            if self.first[row] & bit != 0
                && let Some(hit) = self.at(text, at)
            {
                return Some(hit);
            }
            at = end + 1;
        }
        None
    }

    /// The longest name that starts exactly at `start`.
    pub(crate) fn at(&self, text: &[u8], start: usize) -> Option<Hit> {
        let (mut node, mut at, mut found) = (0, start, None);
        while at < text.len() {
            let (key, end) = head(text, at);
            match self.steps.get(&step(node, key, &text[at..end])) {
                Some(next) => node = *next,
                None => break,
            }
            if let Some(name) = self.ends[node as usize] {
                found = Some(Hit { start, end, name: name as usize });
            }
            at = end + 1;
        }
        found
    }

    /// A name of one word.
    pub(crate) fn has(&self, word: &[u8]) -> bool {
        self.steps
            .get(&step(0, head(word, 0).0, word))
            .is_some_and(|node| self.ends[*node as usize].is_some())
    }
}

/// The first eight bytes of the word at `at`, and where it ends.
#[inline]
fn head(text: &[u8], at: usize) -> (u64, usize) {
    let eight = match text.get(at..at + 8) {
        Some(bytes) => u64::from_le_bytes(bytes.try_into().unwrap_or_default()),
        None => {
            let mut padded = [b' '; 8];
            let rest = text.get(at..).unwrap_or_default();
            padded[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(padded)
        }
    };
    // The lowest byte that is a space, found in all eight at once.
    let spaces = eight ^ 0x2020_2020_2020_2020;
    let found = spaces.wrapping_sub(0x0101_0101_0101_0101) & !spaces & 0x8080_8080_8080_8080;
    if found != 0 {
        let length = found.trailing_zeros() as usize / 8;
        return (eight & ((1 << (length * 8)) - 1), (at + length).min(text.len()));
    }
    let rest = &text[at + 8..];
    (eight, at + 8 + rest.iter().position(|b| *b == b' ').unwrap_or(rest.len()))
}

/// Row and bit of the bitmap of first words.
fn place(key: u64) -> (usize, u64) {
    let hash = key.wrapping_mul(SPREAD);
    ((hash >> 54) as usize, 1 << ((hash >> 48) & 63))
}

/// A node and a word, whose first eight bytes are `key`, in one number.
fn step(node: u32, key: u64, word: &[u8]) -> u64 {
    let mix = |hash: u64, bytes: u64| {
        let hash = (hash ^ bytes).wrapping_mul(SPREAD);
        hash ^ (hash >> 29)
    };
    let mut hash = mix((u64::from(node) + 1).wrapping_mul(SPREAD), key);
    let mut at = 8;
    while at < word.len() {
        hash = mix(hash, head(word, at).0);
        at += 8;
    }
    mix(hash, word.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_at_a_border_of_words() {
        let names: [&[u8]; 5] =
            [b" niger ", b"nigeria", b"delta central du niger", b"delta", b"organisation"];
        let lookup = Lookup::new(names);
        let text = b" le delta central du nigeria et le niger , nigerian organisations niger";
        let mut found = Vec::new();
        let mut at = 1;
        while let Some(hit) = lookup.next(text, at) {
            found.push(std::str::from_utf8(&text[hit.start..hit.end]).expect("ASCII"));
            at = hit.end + 1;
        }
        assert_eq!(found, ["delta", "nigeria", "niger", "niger"]);
        assert!(lookup.has(b"nigeria") && !lookup.has(b"central") && !lookup.has(b"organisations"));
    }
}
