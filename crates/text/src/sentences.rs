//! Where a French sentence ends. A full stop after an abbreviation, an initial or inside a number does not end it.

use balise_model::Span;

use crate::tokens::fold;

/// Abbreviations that a capital may follow without a new sentence.
const ABBREVIATIONS: [&str; 38] = [
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "n", "no", "nos", "art", "p", "pp",
    "cf", "av", "tel", "fig", "vol", "ed", "env", "min", "max", "janv", "fevr", "avr", "juil", "sept", "oct",
    "nov", "dec", "bp", "gal", "col", "cap", "lt",
];

/// Sentences of `content[within]`, trimmed, in order. A line feed inside is a space: blocks have already cut
/// the lines that stand alone.
pub fn sentences(content: &str, within: Span) -> Vec<Span> {
    let text = &content[within.start..within.end];
    let mut out = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + letter.len_utf8();
        // The marks that close with the sentence: "?!", "...", "». ", ")".
        while let Some(&(next, closing)) = letters.peek() {
            let space_then_quote = matches!(closing, ' ' | '\u{a0}' | '\u{202f}')
                && text[next + closing.len_utf8()..].starts_with(['»']);
            if !(matches!(closing, '.' | '!' | '?' | '…' | '»' | '"' | '”' | ')') || space_then_quote) {
                break;
            }
            end = next + closing.len_utf8();
            letters.next();
        }
        if ends_here(text, at, letter, end) {
            push(&mut out, text, start, end, within.start);
            start = end;
        }
    }
    push(&mut out, text, start, text.len(), within.start);
    out
}

/// Longer than any sentence, in bytes: a table or a list without a full stop, cut at its lines or words.
const LONGEST: usize = 2_000;

fn push(out: &mut Vec<Span>, text: &str, mut start: usize, end: usize, shift: usize) {
    while end - start > LONGEST {
        let mut limit = start + LONGEST;
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let head = &text[start..limit];
        let cut = head.rfind('\n').or_else(|| head.rfind(char::is_whitespace)).filter(|c| *c > 0);
        let cut = start + cut.unwrap_or(limit - start);
        push_whole(out, text, start, cut, shift);
        start = cut;
    }
    push_whole(out, text, start, end, shift);
}

fn push_whole(out: &mut Vec<Span>, text: &str, start: usize, end: usize, shift: usize) {
    let words = &text[start..end];
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let from = start + (words.len() - words.trim_start().len());
        out.push(Span::new(from, from + trimmed.len()).shifted(shift));
    }
}

/// Whether the mark at `at` (its closing marks end at `end`) ends a sentence.
fn ends_here(text: &str, at: usize, mark: char, end: usize) -> bool {
    let rest = &text[end..];
    let after = rest.trim_start();
    if after.is_empty() {
        return true;
    }
    if rest.len() == after.len() {
        return false; // No space: a decimal, an address, "O.I.M".
    }
    let opener = ['«', '"', '“', '(', '-', '–', '—', '•'];
    let next = after.trim_start_matches(opener).trim_start().chars().next().unwrap_or(' ');
    if !(next.is_uppercase() || next.is_ascii_digit()) {
        return false;
    }
    if mark != '.' || end > at + 1 {
        return true;
    }
    let word_start = text[..at]
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let word = &text[word_start..at];
    // "9 h. 30": an hour; "1. Encourager": the number of a list.
    let hour = word == "h" && next.is_ascii_digit();
    let digits = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
    let listed = (1..=2).contains(&digits) && {
        let before = text[..at - digits].trim_end_matches([' ', '\t', '\u{a0}']);
        before.is_empty() || before.ends_with('\n')
    };
    if hour || listed {
        return false;
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !(initial || ABBREVIATIONS.contains(&fold(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|s| &text[s.start..s.end]).collect()
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_a_sentence() {
        assert_eq!(cut("M. Diarra a compté 44.000 retours. Il s’en réjouit.").len(), 2);
        assert_eq!(cut("La loi n° 2012-023 du 12 juil. 2012 est en vigueur. L’art. 5 la précise.").len(), 2);
        assert_eq!(
            cut("Ils étaient 152. Le 12 avril, 28 autres sont rentrés."),
            ["Ils étaient 152.", "Le 12 avril, 28 autres sont rentrés."]
        );
    }

    #[test]
    fn a_closing_mark_stays_with_its_sentence() {
        assert_eq!(cut("«Nous avançons. » Puis il est parti."), ["«Nous avançons. »", "Puis il est parti."]);
        assert_eq!(cut("Qui sont-ils ? D’où viennent-ils ?").len(), 2);
    }
}
