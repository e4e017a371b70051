//! Numbers that belong together: ranges, "un migrant sur trois", words doubled by digits, and amounts that share a
//! magnitude and a currency.

use balise_model::Bound;

use super::{Number, What, is_year, round, words};
use crate::dates::month;
use crate::tokens::{Token, TokenKind};

/// "3 millions d’euros au Tchad et 2 au Bénin", "…, dont 30 ont été versés", "l’Espagne (74)", "contre 46 en 2019": the
/// magnitude and the currency of the amount before hold on.
pub(super) fn share_currency(tokens: &[Token], numbers: &mut [Number]) {
    for i in 1..numbers.len() {
        let (head, tail) = numbers.split_at_mut(i);
        let number = &mut tail[0];
        let Some(before) = head.iter().rev().find(|n| n.what != What::Nothing) else { continue };
        let What::Money(code) = before.what else { continue };
        let scale = words::scale(&tokens[before.to - 1].folded).filter(|s| *s >= 1e6);
        let small = number.what == What::Count && number.value < 1000.0 && number.from >= before.unit_to;
        if let Some(scale) = scale.filter(|_| small && shares_amount(tokens, before, number)) {
            number.value = round(number.value * scale);
            number.what = What::Money(code);
        }
    }
}

fn shares_amount(tokens: &[Token], before: &Number, number: &Number) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let gap = number.from - before.unit_to;
    let (joint, after) = (word(number.from - 1), word(number.to));
    let listed = (before.unit_to..number.from).any(|j| matches!(word(j), "et" | ","));
    let place = matches!(after, "au" | "aux" | "en" | "a" | "pour");
    match joint {
        "dont" => matches!(after, "ont" | "sont") || place,
        "contre" => gap <= 12 && (place || matches!(after, "." | "," | "")),
        "(" => after == ")" && word(before.unit_to) == ")" && gap <= 9,
        _ if number.hedge.is_some() => {
            listed && gap <= 12 && (place || matches!(after, "." | "," | "" | "et" | ";"))
        }
        _ => listed && gap <= 7 && place,
    }
}

/// "entre 40 et 50", "de 40 à 50", "10-15", "200 ou 300", "4 et 6 millions": one number with two ends.
pub(super) fn join_ranges(content: &str, tokens: &[Token], numbers: &mut Vec<Number>) {
    let mut i = 0;
    while i + 1 < numbers.len() {
        if let Some(range) = range(content, tokens, &numbers[i], &numbers[i + 1]) {
            numbers.splice(i..i + 2, [range]);
        }
        i += 1;
    }
}

fn range(content: &str, tokens: &[Token], low: &Number, high: &Number) -> Option<Number> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if low.upper.is_some() || high.upper.is_some() || low.what != What::Count || high.what != What::Count {
        return None;
    }
    let opener = low.from.checked_sub(1).map_or("", word);
    // "entre plus de 300 et 400": only bare ends make a range.
    let joint = match high.from - low.to {
        0 => {
            // The tokenizer drops hyphens: "10-15" are two digit tokens with one sign between.
            let tie = &content[low.span.end..high.span.start];
            let digits = |n: &Number| tokens[n.from].kind == TokenKind::Digits;
            if !matches!(tie, "-" | "‑" | "‐") || !digits(low) || !digits(high) {
                return None;
            }
            "-"
        }
        1 => word(low.to),
        _ => return None,
    };
    // "3 à 5 millions", "de 2 à 2,5 millions", "4 et 6 millions": the first shares the magnitude.
    let scale = words::scale(word(high.to - 1)).filter(|s| *s >= 1e3);
    let shared = scale.filter(|s| low.value < *s && low.value < high.value / s).unwrap_or(1.0);
    let value = low.value * shared;
    let joined = match joint {
        "a" => !changes(tokens, low.from, opener),
        "et" => opener == "entre" || shared > 1.0,
        "ou" => value < high.value && high.value <= value * 4.0,
        "-" => true,
        _ => false,
    };
    let years = is_year(tokens, low) && is_year(tokens, high);
    let dated = month(word(high.to)).is_some() || matches!(word(high.to), "h" | "heures");
    (joined && value < high.value && !years && !dated).then(|| Number {
        span: low.span.join(high.span),
        to: high.to,
        unit_to: high.to,
        value,
        upper: Some(high.value),
        bound: Bound::About,
        hedge: None,
        ..low.clone()
    })
}

/// "passé de 1 200 à 3 400", "augmenté … de 5 à 10": two values, not a range.
fn changes(tokens: &[Token], low: usize, opener: &str) -> bool {
    const VERBS: &[&str] = &[
        "pass", "augment", "grimp", "chut", "baiss", "bondi", "recul", "progress", "tomb", "evolu", "diminu",
        "croi", "mont", "redui",
    ];
    opener == "de"
        && tokens[low.saturating_sub(5)..low].iter().any(|t| {
            VERBS.iter().any(|v| t.folded.starts_with(v))
                && !t.folded.starts_with("passag")
                && t.folded != "passeurs"
        })
}

/// "un migrant sur trois", "neuf sur dix": a share, where the first number is small.
pub(super) fn join_one_in_n(content: &str, tokens: &[Token], numbers: &mut Vec<Number>) {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let mut i = 0;
    while i < numbers.len() {
        let n = &numbers[i];
        let Some(sur) = n.from.checked_sub(1).filter(|&s| word(s) == "sur") else {
            i += 1;
            continue;
        };
        let counted = i.checked_sub(1).map(|p| &numbers[p]).filter(|p| sur - p.to <= 1 && p.value < n.value);
        let one = sur.checked_sub(2).filter(|&o| matches!(word(o), "un" | "une"));
        let whole = n.value <= 10.0 && n.what == What::Count && content.is_char_boundary(n.span.start);
        let (value, from, first) = match (counted, one) {
            (Some(p), _) if whole && p.value < 10.0 => (p.value / n.value, p.from, i - 1),
            (None, Some(one)) if whole => (1.0 / n.value, one, i),
            _ => {
                i += 1;
                continue;
            }
        };
        let joined = Number {
            span: tokens[from].span.join(n.span),
            from,
            value: (value * 1e4).round() / 1e4,
            what: What::Ratio,
            ..n.clone()
        };
        numbers.splice(first..=i, [joined]);
        i = first + 1;
    }
}

/// "trois cents (300) rapatriés": the digits stay.
pub(super) fn drop_doubled_words(tokens: &[Token], numbers: &mut Vec<Number>) {
    let doubled: Vec<usize> = (1..numbers.len())
        .filter(|&i| {
            let (word, digit) = (&numbers[i - 1], &numbers[i]);
            word.value == digit.value
                && tokens[word.from].kind == TokenKind::Word
                && tokens.get(word.to).is_some_and(|t| t.folded == "(")
                && digit.from == word.to + 1
        })
        .collect();
    for i in doubled.into_iter().rev() {
        // The words' hedge stands before them: "environ deux cent mille (200.000)".
        numbers[i].from = numbers[i - 1].from;
        // "quatre (4) millions"
        let close = numbers[i].to;
        let scale = tokens.get(close + 1).and_then(|t| words::scale(&t.folded));
        if let Some(scale) = scale.filter(|_| tokens[close].folded == ")") {
            numbers[i].value = round(numbers[i].value * scale);
            numbers[i].span = numbers[i - 1].span.join(tokens[close + 1].span);
            numbers[i].to = close + 2;
            numbers[i].unit_to = close + 2;
        }
        numbers.remove(i - 1);
    }
}
