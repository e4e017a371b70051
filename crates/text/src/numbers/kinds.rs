//! What a number is, by the words that touch it: money, a share, an age, a distance, a date, a law … What it counts
//! when it is none of these is decided by the noun, in `figures`.

use super::{Number, What, is_year};
use crate::dates::month;
use crate::lexicon::LEXICON;
use crate::tokens::{Token, TokenKind};

pub(super) fn classify(content: &str, tokens: &[Token], number: &mut Number) {
    if number.what == What::Vague {
        return;
    }
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let next = number.to;
    if word(next) == "%" || (word(next) == "pour" && word(next + 1) == "cent") {
        number.to += if word(next) == "%" { 1 } else { 2 };
        number.unit_to = number.to;
        number.span = number.span.join(tokens[number.to - 1].span);
        number.what = What::Percent;
        return;
    }
    if number.what == What::Ratio {
        return;
    }
    if is_named(content, tokens, number) || is_dated(content, tokens, number) {
        number.what = What::Nothing;
        return;
    }
    let of = next + usize::from(matches!(word(next), "de" | "d"));
    if let Some((code, to)) = currency(tokens, of) {
        number.what = What::Money(code);
        number.unit_to = to;
    } else if is_ordinal(tokens, number) {
        number.what = What::Ordinal;
    } else if is_rate(tokens, next) {
        number.what = What::Rate;
    } else if let Some(measure) = measure(tokens, number, of) {
        number.what = measure;
    }
}

/// Index of a currency's code and after its words: "francs CFA", "de nos francs", "F. CFA", "dollars américains", "€".
fn currency(tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let at = at + usize::from(matches!(word(at), "nos" | "leurs" | "m" | "md" | "k"));
    let cfa = |i: usize| {
        i + usize::from(word(i) == ".") + usize::from(word(i + usize::from(word(i) == ".")) == "cfa")
    };
    Some(match word(at) {
        "fcfa" | "xof" | "cfa" => ("XOF", at + 1),
        "f" if word(cfa(at + 1) - 1) == "cfa" => ("XOF", cfa(at + 1)),
        "franc" | "francs" if matches!(word(at + 1), "suisses" | "suisse") => ("CHF", at + 2),
        "francs" | "franc" => ("XOF", cfa(at + 1)),
        "euro" | "euros" | "€" | "eur" => ("EUR", at + 1),
        "dollar" | "dollars" | "$" | "usd" => ("USD", at + 1),
        "livre" | "livres" if word(at + 1) == "sterling" => ("GBP", at + 2),
        "us" if word(at + 1) == "$" => ("USD", at + 2),
        _ => return None,
    })
}

/// "la 33ème vague", "le 2e vol", "la 3è session".
fn is_ordinal(tokens: &[Token], number: &Number) -> bool {
    tokens.get(number.to).is_some_and(|t| {
        t.span.start == number.span.end
            && matches!(t.folded.as_str(), "e" | "eme" | "er" | "ere" | "ieme" | "nd" | "nde" | "emes" | "es")
    })
}

/// "33 par jour", "6 285 par an", "200 personnes par semaine".
fn is_rate(tokens: &[Token], next: usize) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    (next..next + 3).any(|i| {
        word(i) == "par"
            && matches!(word(i + 1), "jour" | "semaine" | "mois" | "an" | "heure" | "annee" | "trimestre")
    }) && (next..next + 3)
        .take_while(|&i| word(i) != "par")
        .all(|i| !matches!(word(i), "," | ";" | "et" | "(" | "dont"))
}

fn measure(tokens: &[Token], number: &Number, of: usize) -> Option<What> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let before = |n: usize| number.from.checked_sub(n).map_or("", word);
    let what = LEXICON.measure(word(of))?;
    if what == What::Duration && matches!(word(of), "an" | "ans") {
        // "âgés de 18 à 35 ans", "un migrant de 25 ans", "ont entre 17 et 20 ans", "45 ans" after a comma.
        let aged = (1..=3).any(|n| before(n).starts_with("age"))
            || (matches!(before(1), "de" | "d") && LEXICON.is_people(before(2)))
            || matches!(before(1), "entre" | "ont" | "a") && matches!(word(of + 1), "" | "." | ",");
        return Some(if aged { What::Age } else { What::Duration });
    }
    Some(what)
}

/// A year, a day of a month, an hour, a slashed date.
fn is_dated(content: &str, tokens: &[Token], number: &Number) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let next = number.to;
    if tokens[number.from].kind != TokenKind::Digits {
        return false;
    }
    let glued = |i: usize| tokens.get(i).is_some_and(|t| t.span.start == number.span.end);
    let day = month(word(next)).is_some()
        || (word(next) == "er" && (month(word(next + 1)).is_some() || glued(next)));
    let hour = word(next) == "h"
        || matches!(word(next), "heure" | "heures") && number.value <= 24.0 && {
            let before = number.from.checked_sub(1).map_or("", word);
            matches!(before, "a" | "vers" | "etait" | "des" | "avant")
        };
    let clock = word(next) == ":"
        && glued(next)
        && tokens
            .get(next + 1)
            .is_some_and(|t| t.kind == TokenKind::Digits && t.span.start == tokens[next].span.end);
    let after_colon = number.from >= 2
        && word(number.from - 1) == ":"
        && tokens[number.from - 2].kind == TokenKind::Digits
        && tokens[number.from - 1].span.end == number.span.start
        && tokens[number.from - 1].span.start == tokens[number.from - 2].span.end;
    if day || hour || clock || after_colon {
        return true;
    }
    if !is_year(tokens, number) {
        return false;
    }
    // "2000 migrants": a year before people is a count, unless a time word governs it ("en 2019 migrants et …").
    let before = number.from.checked_sub(1).map_or("", word);
    let governed =
        matches!(before, "en" | "annee" | "depuis" | "an" | "fin" | "debut") || month(before).is_some();
    let counts = LEXICON.is_people(word(next)) || LEXICON.measure(word(next)).is_some();
    let hedged =
        matches!(before, "environ" | "quelque" | "quelques") || content[number.span.end..].starts_with(" %");
    governed || !(counts || hedged)
}

/// "note 42", "n° 12", "+223 90 50", "4x4", "Covid-19", "10/12", "G5": a number that names and counts nothing.
fn is_named(content: &str, tokens: &[Token], number: &Number) -> bool {
    if tokens[number.from].kind != TokenKind::Digits {
        return false;
    }
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let before = number.from.checked_sub(1);
    let previous = before.map_or("", word);
    const NAMES: &[&str] = &[
        "°",
        "nº",
        "no",
        "n",
        "article",
        "articles",
        "art",
        "page",
        "pages",
        "p",
        "sdg",
        "odd",
        "objectif",
        "tel",
        "+",
        "resolution",
        "loi",
        "decret",
        "arrete",
        "ordonnance",
        "chapitre",
        "annexe",
        "tableau",
        "figure",
        "phase",
        "numero",
        "rn",
        "rapport",
        "covid",
        "note",
        "newsletter",
        "vision",
        "chapitres",
        "lot",
        "volume",
        "edition",
        "promotion",
        "an",
        "chambre",
    ];
    if NAMES.contains(&previous) {
        return true;
    }
    let tied =
        |a: usize, b: usize| a < b && content[a..b].chars().all(|c| matches!(c, '-' | '‑' | '‐' | '/'));
    // "Covid-19", "2012-023", "I-24": tied by a sign to a word or a number before it, or to a number after it.
    let tied_before = before.is_some_and(|i| tied(tokens[i].span.end, number.span.start));
    let tied_after = tokens
        .get(number.to)
        .is_some_and(|t| t.kind == TokenKind::Digits && tied(number.span.end, t.span.start));
    // "G5", "4x4": glued to a letter.
    let glued_before =
        before.is_some_and(|i| tokens[i].kind == TokenKind::Word && tokens[i].span.end == number.span.start);
    let glued_after = tokens.get(number.to).is_some_and(|t| {
        t.kind == TokenKind::Word
            && t.span.start == number.span.end
            && tokens
                .get(number.to + 1)
                .is_some_and(|d| d.kind == TokenKind::Digits && d.span.start == t.span.end)
    });
    let slashed =
        [before, Some(number.to)].into_iter().flatten().any(|i| word(i) == "/" && tied_to(tokens, i, number));
    let dotted = word(number.to) == "."
        && tokens
            .get(number.to + 1)
            .is_some_and(|t| t.kind == TokenKind::Digits && t.span.start == number.span.end + 1);
    let after_dot = number.from >= 2
        && previous == "."
        && tokens[number.from - 2].kind == TokenKind::Digits
        && tokens[number.from - 2].span.end + 1 == number.span.start;
    tied_before
        || tied_after
        || glued_before
        || glued_after
        || slashed
        || dotted
        || after_dot
        || is_telephone(tokens, number)
        || number.span.len() >= 2
            && word(number.from).starts_with('0')
            && number.value >= 1.0
            && word(number.to) != "%"
            && number.value.fract() == 0.0
}

fn tied_to(tokens: &[Token], sign: usize, number: &Number) -> bool {
    tokens[sign].span.end == number.span.start || tokens[sign].span.start == number.span.end
}

/// Short numbers in a row, tied by single signs ("90 50 00 06", "77 123 45 67"): a telephone.
fn is_telephone(tokens: &[Token], number: &Number) -> bool {
    let near = |a: usize, b: usize| {
        let pair = |t: &Token| t.kind == TokenKind::Digits && t.folded.len() <= 3;
        pair(&tokens[a]) && pair(&tokens[b]) && tokens[b].span.start - tokens[a].span.end <= 1
    };
    let mut from = number.from;
    while from > 0 && near(from - 1, from) {
        from -= 1;
    }
    let mut to = number.to;
    while to < tokens.len() && near(to - 1, to) {
        to += 1;
    }
    to - from >= 4
        && (from, to) != (number.from, number.to)
        && tokens[from + 1..to].iter().any(|t| t.folded.len() == 2)
}
