//! Words of a sentence, folded for comparison: lower case, no accents, apostrophes and hyphens as borders.

use balise_model::Span;
use ecow::EcoString;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TokenKind {
    Word,
    Digits,
    Mark,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// Folded word, digits as they are, or the punctuation mark.
    pub(crate) folded: EcoString,
}

/// Tokens of `content[within]`, with spans of the whole content. Digits and letters never share a token, so that
/// "44mille" and "8%" come apart.
pub(crate) fn tokens(content: &str, within: Span) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity((within.end - within.start) / 5);
    let mut folded = String::with_capacity(32);
    let mut open: Option<(TokenKind, usize)> = None;
    let mut close = |open: &mut Option<(TokenKind, usize)>, folded: &mut String, end: usize| {
        if let Some((kind, start)) = open.take() {
            out.push(Token { span: Span::new(start, end), kind, folded: EcoString::from(folded.as_str()) });
            folded.clear();
        }
    };
    for (at, letter) in content[within.start..within.end].char_indices() {
        let start = within.start + at;
        let kind = kind_of(letter);
        // A mark stands alone; a word or a number ends where another kind begins.
        if open.is_some_and(|(k, _)| Some(k) != kind || k == TokenKind::Mark) {
            close(&mut open, &mut folded, start);
        }
        if let Some(kind) = kind {
            open = open.or(Some((kind, start)));
            fold_letter(letter, |c| folded.push(c));
        }
    }
    close(&mut open, &mut folded, within.end);
    drop_footnotes(content, &mut out);
    out
}

/// Nothing for blanks, hyphens and apostrophes, which only part words.
fn kind_of(letter: char) -> Option<TokenKind> {
    match letter {
        '0'..='9' => Some(TokenKind::Digits),
        'a'..='z' | 'A'..='Z' => Some(TokenKind::Word),
        ' ' | '\n' | '\t' | '-' | '\'' => None,
        _ if letter.is_ascii() && !letter.is_whitespace() => Some(TokenKind::Mark),
        _ if letter.is_alphabetic() || is_combining(letter) => Some(TokenKind::Word),
        _ if letter.is_whitespace() || is_border(letter) => None,
        _ => Some(TokenKind::Mark),
    }
}

/// "réfugiés1 maliens": one digit glued to the end of a word calls a footnote.
fn drop_footnotes(content: &str, tokens: &mut Vec<Token>) {
    let call = |word: &Token, digit: &Token| {
        word.kind == TokenKind::Word
            && digit.kind == TokenKind::Digits
            && digit.folded.len() == 1
            && word.span.end == digit.span.start
            && word.folded.len() > 4
            && content[word.span.start..word.span.end].ends_with(char::is_lowercase)
    };
    if tokens.windows(2).any(|pair| call(&pair[0], &pair[1])) {
        let calls: Vec<usize> = (1..tokens.len()).filter(|&i| call(&tokens[i - 1], &tokens[i])).collect();
        for i in calls.into_iter().rev() {
            tokens.remove(i);
        }
    }
}

/// Borders between words that are no punctuation of the sentence.
fn is_border(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '\u{ad}' | '\u{200b}' | '\u{feff}')
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// One letter without its case and accents; a ligature is two, a combining accent none.
pub(crate) fn fold_letter(letter: char, mut push: impl FnMut(char)) {
    let plain = match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'À' | 'Â' | 'Ä' => 'a',
        'ç' | 'Ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'í' | 'Î' | 'Ï' => 'i',
        'ô' | 'ö' | 'ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ÿ' => 'y',
        'ñ' => 'n',
        'œ' | 'Œ' => {
            push('o');
            'e'
        }
        'æ' | 'Æ' => {
            push('a');
            'e'
        }
        _ if is_combining(letter) => return,
        _ if letter.is_ascii() => letter,
        _ => {
            letter.to_lowercase().for_each(push);
            return;
        }
    };
    push(plain);
}

pub(crate) fn fold(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().for_each(|c| fold_letter(c, |plain| out.push(plain)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_keep_their_place() {
        let text = "Près de 44.000 déplacés, l’OIM";
        let said: Vec<_> = tokens(text, Span::new(0, text.len())).into_iter().map(|t| t.folded).collect();
        assert_eq!(said, ["pres", "de", "44", ".", "000", "deplaces", ",", "l", "oim"]);
        let all = tokens(text, Span::new(0, text.len()));
        assert_eq!(all[5].span.of(text), Some("déplacés"));
    }
}
