//! A text folded for looking up names: lower case, no accents, one space between words, marks on their own. Every
//! folded place knows where it stands in the text. Names in lists are folded the same way, so that
//! "Mohamed AG  ALBACHAR" and "Mohamed Ag Albachar" are one; a space on both sides of a name is a border of words.

use std::cell::Cell;

use balise_model::Span;

/// Between blocks: no name holds it.
pub(crate) const BORDER: u8 = b'\n';
/// All quotation marks.
pub(crate) const QUOTE: u8 = b'"';

/// From here on, a folded place and its place in the text go side by side.
#[derive(Clone, Copy)]
struct Step {
    folded: u32,
    content: u32,
}

pub(crate) struct Folded<'t> {
    pub(crate) content: &'t str,
    pub(crate) bytes: Vec<u8>,
    steps: Vec<Step>,
    /// The step that was asked for last: the next question is mostly about the same place.
    last: Cell<usize>,
    /// Where brackets open.
    brackets: Vec<usize>,
}

/// ASCII letters, digits and the space, in lower case; zero is what takes more thought.
static LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let b = byte as u8;
        if b.is_ascii_alphanumeric() || b == b' ' {
            table[byte] = b.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// U+00C0 to U+00FF without their accents; a space where it takes more than one letter, or is none.
static LATIN: &[u8; 64] = b"aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

impl<'t> Folded<'t> {
    /// Folds the given spans of a text (each on character borders, in order), with a border between them.
    pub(crate) fn new(content: &'t str, spans: impl Iterator<Item = Span>) -> Self {
        let mut folded = Self {
            content,
            bytes: Vec::with_capacity(content.len() + content.len() / 16 + 16),
            steps: Vec::new(),
            last: Cell::new(0),
            brackets: Vec::new(),
        };
        for span in spans {
            folded.border(span.start);
            folded.fold(span);
            folded.space(span.end);
        }
        folded.border(content.len());
        folded
    }

    fn border(&mut self, content: usize) {
        self.space(content);
        self.step(content);
        self.bytes.push(BORDER);
        self.step(content);
        self.bytes.push(b' ');
        self.step(content);
    }

    /// What is pushed next stands at this place of the text.
    fn step(&mut self, content: usize) {
        let step = Step { folded: self.bytes.len() as u32, content: content as u32 };
        match self.steps.last_mut() {
            Some(last) if last.folded == step.folded => *last = step,
            Some(last) if step.content.wrapping_sub(last.content) == step.folded - last.folded => {}
            _ => self.steps.push(step),
        }
    }

    /// One space, never two.
    fn space(&mut self, content: usize) {
        if self.bytes.last() != Some(&b' ') {
            self.step(content);
            self.bytes.push(b' ');
        }
    }

    fn mark(&mut self, content: usize, mark: u8) {
        self.space(content);
        self.step(content);
        self.bytes.push(mark);
        self.bytes.push(b' ');
    }

    fn fold(&mut self, span: Span) {
        let source = &self.content.as_bytes()[..span.end];
        let mut at = span.start;
        while at < span.end {
            // The common case: letters, digits and single spaces, some at a time.
            let mut run = [0; 48];
            let mut length = 0;
            let mut before = self.bytes.last().copied().unwrap_or(b' ');
            for (slot, byte) in run.iter_mut().zip(&source[at..]) {
                let lower = LOWER[*byte as usize];
                if lower == 0 || (lower == b' ' && before == b' ') {
                    break;
                }
                (*slot, before) = (lower, lower);
                length += 1;
            }
            if length > 0 {
                self.step(at);
                self.bytes.extend_from_slice(&run[..length]);
                at += length;
            }
            if length == run.len() {
                continue;
            }
            if at < span.end {
                at += self.other(at);
            }
        }
    }

    /// Folds the character that is not an ASCII letter, digit or single space; returns its length.
    fn other(&mut self, at: usize) -> usize {
        // The accents of French, nearly all of what comes here.
        if let Some(&[0xc3, second]) = self.content.as_bytes().get(at..at + 2)
            && LATIN[second as usize & 63] != b' '
        {
            self.step(at);
            self.bytes.push(LATIN[second as usize & 63]);
            self.step(at + 2);
            return 2;
        }
        let Some(letter) = self.content[at..].chars().next() else { return 1 };
        match letter {
            '\'' | '-' | '’' | '‘' | 'ʼ' | '‐' | '‑' | '_' | '°' | 'º' => self.space(at),
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '«' | '»' | '“' | '”' | '„' | '"' => self.mark(at, QUOTE),
            '…' => self.mark(at, b'.'),
            '–' | '—' => self.mark(at, b'-'),
            _ if letter.is_whitespace() => self.space(at),
            _ if letter.is_ascii() => {
                if letter == '(' {
                    self.brackets.push(self.bytes.len());
                }
                self.mark(at, letter as u8);
            }
            _ if letter.is_alphanumeric() => self.letter(at, letter),
            _ => self.mark(at, b'*'),
        }
        // The next byte starts elsewhere than side by side, unless nothing was pushed at all.
        let length = letter.len_utf8();
        self.step(at + length);
        length
    }

    fn letter(&mut self, at: usize, letter: char) {
        self.step(at);
        let plain = match letter {
            'œ' | 'Œ' => "oe",
            'æ' | 'Æ' => "ae",
            _ => {
                let mut buffer = [0; 4];
                for lower in letter.to_lowercase() {
                    self.bytes.extend_from_slice(lower.encode_utf8(&mut buffer).as_bytes());
                }
                return;
            }
        };
        self.bytes.extend_from_slice(plain.as_bytes());
    }

    /// The place in the text of a folded place.
    pub(crate) fn content_at(&self, folded: usize) -> usize {
        let starts = |at: usize| self.steps.get(at).map_or(usize::MAX, |s| s.folded as usize);
        let mut at = self.last.get();
        if starts(at) > folded || starts(at + 4) <= folded {
            at = self.steps.partition_point(|s| s.folded as usize <= folded).saturating_sub(1);
        }
        while starts(at + 1) <= folded {
            at += 1;
        }
        self.last.set(at);
        let step = self.steps[at];
        step.content as usize + folded.saturating_sub(step.folded as usize)
    }

    /// A bracket opens within so many bytes.
    pub(crate) fn bracket_within(&self, start: usize, reach: usize) -> bool {
        let next = self.brackets.partition_point(|at| *at < start);
        self.brackets.get(next).is_some_and(|at| at - start < reach)
    }

    /// The words of the text between two folded places that are borders of words.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.content_at(start), self.content_at(end))
    }

    pub(crate) fn surface(&self, start: usize, end: usize) -> &'t str {
        self.span(start, end).of(self.content).unwrap_or_default()
    }

    /// The word, or the mark, that starts at a folded place: its end.
    pub(crate) fn word_end(&self, start: usize) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        start + rest.iter().position(|b| *b == b' ').unwrap_or(rest.len())
    }

    /// The word before the one that starts at a folded place: its start.
    pub(crate) fn word_before(&self, start: usize) -> Option<usize> {
        let end = start.checked_sub(1).filter(|end| *end > 0)?;
        Some(self.bytes[..end].iter().rposition(|b| *b == b' ').map_or(0, |at| at + 1))
    }

    pub(crate) fn word(&self, start: usize) -> &[u8] {
        self.bytes.get(start..self.word_end(start)).unwrap_or_default()
    }

    /// The word at a folded place begins with a capital letter in the text.
    pub(crate) fn is_capital(&self, start: usize) -> bool {
        let rest = &self.content[self.content_at(start)..];
        match rest.as_bytes().first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => rest.chars().next().is_some_and(char::is_uppercase),
        }
    }

    /// A word, as opposed to a mark or a number.
    pub(crate) fn is_word(&self, start: usize) -> bool {
        self.bytes.get(start).is_some_and(|b| b.is_ascii_lowercase() || *b >= 0x80)
    }

    /// The sentence, or the block, begins at this word.
    pub(crate) fn opens(&self, start: usize) -> bool {
        self.word_before(start)
            .is_none_or(|at| matches!(self.bytes[at], BORDER | b'.' | b'!' | b'?' | b':' | QUOTE))
    }
}

/// A name of a list, folded: "mohamed ag albachar".
pub(crate) fn folded_name(name: &str) -> Vec<u8> {
    let folded = Folded::new(name, std::iter::once(Span::new(0, name.len())));
    let inner = folded.bytes.split(|b| *b == BORDER).nth(1).unwrap_or_default().trim_ascii();
    inner.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(content: &str) -> Folded<'_> {
        Folded::new(content, std::iter::once(Span::new(0, content.len())))
    }

    #[test]
    fn marks_stand_alone_and_borders_are_one_space() {
        let name = |words: &str| String::from_utf8(folded_name(words)).expect("ASCII");
        assert_eq!(name("Mohamed  AG\nALBACHAR"), "mohamed ag albachar");
        assert_eq!(name("Côte d’Ivoire"), "cote d ivoire");
        assert_eq!(name("l’OIM (Mali), n°2012-023."), "l oim ( mali ) , n 2012 023 .");
        assert_eq!(name("« E\u{301}tats-Unis »…"), "\" etats unis \" .");
    }

    #[test]
    fn every_word_keeps_its_place() {
        let content = "À l’Extérieur,  le N’Djaména\u{a0}: «État» — œuvre 🇲🇱 x";
        let read = folded(content);
        for (at, letter) in [
            ("exterieur", "Extérieur"),
            ("djamena", "Djaména"),
            ("etat", "État"),
            ("oeuvre", "œuvre"),
            ("x ", "x"),
        ] {
            let found = read.bytes.windows(at.len()).position(|w| w == at.as_bytes()).expect("folded");
            assert_eq!(read.surface(found, read.word_end(found)), letter);
        }
    }
}
