//! Words of a sentence, folded for comparison: lower case, no accents, apostrophes and hyphens as borders.

use balise_model::Span;

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
    pub(crate) folded: String,
}

/// Tokens of `content[within]`, with spans of the whole content. Digits and letters never share a token, so that
/// "44mille" and "8%" come apart.
pub(crate) fn tokens(content: &str, within: Span) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut open: Option<TokenKind> = None;
    for (at, letter) in content[within.start..within.end].char_indices() {
        let (start, end) = (within.start + at, within.start + at + letter.len_utf8());
        let kind = if letter.is_ascii_digit() {
            TokenKind::Digits
        } else if letter.is_alphabetic() || is_combining(letter) {
            TokenKind::Word
        } else if letter.is_whitespace() || is_border(letter) {
            open = None;
            continue;
        } else {
            TokenKind::Mark
        };
        match out.last_mut() {
            Some(last) if open == Some(kind) && kind != TokenKind::Mark => {
                fold_into(&mut last.folded, letter);
                last.span.end = end;
            }
            _ => {
                let mut folded = String::with_capacity(12);
                fold_into(&mut folded, letter);
                out.push(Token { span: Span::new(start, end), kind, folded });
            }
        }
        open = Some(kind);
    }
    out
}

/// Borders between words that are no punctuation of the sentence.
fn is_border(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '\u{ad}' | '\u{200b}' | '\u{feff}')
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

pub(crate) fn fold_into(out: &mut String, letter: char) {
    let plain = match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'À' | 'Â' | 'Ä' => "a",
        'ç' | 'Ç' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => "e",
        'î' | 'ï' | 'í' | 'Î' | 'Ï' => "i",
        'ô' | 'ö' | 'ó' | 'Ô' | 'Ö' => "o",
        'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' => "u",
        'ÿ' => "y",
        'ñ' => "n",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        _ if is_combining(letter) => "",
        _ => {
            out.extend(letter.to_lowercase());
            return;
        }
    };
    out.push_str(plain);
}

pub(crate) fn fold(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().for_each(|c| fold_into(&mut out, c));
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
