//! Numbers in a sentence, as French writes them: "60.000", "18 000", "22,49 millions", "deux cent mille",
//! "une cinquantaine", "entre 40 et 50"; and what else a number can be (a year, a law, an age), so that it is
//! never taken for people.

mod hedges;
mod joined;
mod kinds;
mod words;

use balise_model::{Bound, Span, Unit};

use crate::tokens::{Token, TokenKind};
use joined::{drop_doubled_words, join_one_in_n, join_ranges, share_currency};
use words::Said;

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Number {
    /// As written, with its magnitude word, article and % sign.
    pub(crate) span: Span,
    /// Tokens it takes, end exclusive.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: f64,
    pub(crate) upper: Option<f64>,
    pub(crate) what: What,
    pub(crate) bound: Bound,
    pub(crate) hedge: Option<Span>,
    /// Index after the words of its unit ("francs CFA", "pour cent"), where it has one.
    pub(crate) unit_to: usize,
}

/// What a number is, as far as the words touching it say.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum What {
    /// Something is counted; the noun decides.
    Count,
    Percent,
    /// ISO 4217 code.
    Money(&'static str),
    /// "la moitié", "un migrant sur trois".
    Ratio,
    /// "33 par jour".
    Rate,
    /// "des milliers".
    Vague,
    Ordinal,
    Age,
    Duration,
    Distance,
    Capacity,
    /// Counts something that is neither people nor what follows them: tonnes, boats, countries.
    Other,
    /// A date, an hour, a law, a telephone, a name: no quantity at all.
    Nothing,
}

/// How a text writes decimals: decides what "1.330 milliard" says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Habit {
    /// "60.000": a full stop parts thousands (the press of Bamako).
    DotParts,
    /// "2.5 millions": a full stop is a decimal point.
    DotDecides,
}

impl Habit {
    /// A full stop before one or two digits, and nowhere before three: this text has decimal points.
    pub(crate) fn of(content: &str) -> Self {
        let bytes = content.as_bytes();
        let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
        let (mut decimals, mut thousands) = (false, false);
        for at in memchr::memchr_iter(b'.', bytes).filter(|&i| i > 0 && digit(i - 1) && digit(i + 1)) {
            let digits = (1..5).take_while(|n| digit(at + n)).count();
            let single = bytes.get(at + digits + 1) != Some(&b'.') && !bytes[..at].ends_with(b".");
            match digits {
                1 | 2 if single && bytes[at - 1] != b'.' => decimals = true,
                3 => thousands = true,
                _ => {}
            }
        }
        if decimals && !thousands { Self::DotDecides } else { Self::DotParts }
    }
}

/// More than anyone counts in people or francs: a row of digits that is no quantity.
const LARGEST: f64 = 1e15;

/// All numbers of a sentence, in order, not overlapping.
pub(crate) fn numbers(content: &str, tokens: &[Token], habit: Habit) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match plain(content, tokens, i, habit) {
            Some(mut found) => {
                // "deux mille une centaine": the article is already taken.
                let taken = out.last().map_or(0, |n| n.to);
                if found.from < taken {
                    found.from = taken;
                    found.span = tokens[taken].span.join(tokens[found.to - 1].span);
                }
                i = found.to;
                out.push(found);
            }
            None => i += 1,
        }
    }
    join_ranges(content, tokens, &mut out);
    join_one_in_n(content, tokens, &mut out);
    // "189e sur 189": a rank and its last.
    for i in 1..out.len() {
        let rank = tokens.get(out[i - 1].to).is_some_and(|t| t.folded == "e")
            && out[i].from >= 1
            && tokens[out[i].from - 1].folded == "sur";
        if rank {
            out[i].what = What::Nothing;
        }
    }
    drop_doubled_words(tokens, &mut out);
    for number in &mut out {
        if number.value > LARGEST {
            number.what = What::Nothing;
            continue;
        }
        if number.what != What::Nothing {
            kinds::classify(content, tokens, number);
        }
        if number.what != What::Vague {
            hedges::bind(tokens, number);
        }
    }
    share_currency(tokens, &mut out);
    out
}

/// The number that begins at token `at`.
fn plain(content: &str, tokens: &[Token], at: usize, habit: Habit) -> Option<Number> {
    let (said, to) = match tokens[at].kind {
        TokenKind::Digits => {
            let (value, to) = in_digits(content, tokens, at, habit);
            (Said::Exactly(value), to)
        }
        TokenKind::Word => words::said(tokens, at)?,
        TokenKind::Mark => return None,
    };
    let (value, upper, bound, what) = match said {
        Said::Exactly(value) => (value, None, Bound::Exact, What::Count),
        Said::About(value) => (value, None, Bound::About, What::Count),
        Said::Vague(low, high) => {
            (low, high, if high.is_some() { Bound::About } else { Bound::AtLeast }, What::Vague)
        }
        Said::Share(share) => (share, None, Bound::Exact, What::Ratio),
    };
    // "une cinquantaine": the article belongs to the number; so does "une bonne".
    let article = |i: usize| matches!(tokens[i].folded.as_str(), "une" | "un");
    let mut from = at;
    if matches!(said, Said::About(_)) && at > 0 {
        from -= usize::from(article(at - 1));
        if at > 1 && matches!(tokens[at - 1].folded.as_str(), "bonne" | "petite" | "demi") && article(at - 2)
        {
            from = at - 2;
        }
    }
    let hedge = matches!(said, Said::About(_)).then(|| tokens[at].span);
    let span = tokens[from].span.join(tokens[to - 1].span);
    Some(Number { span, from, to, value, upper, what, bound, hedge, unit_to: to })
}

/// Digits with thousands, decimals and magnitude: value, index after.
fn in_digits(content: &str, tokens: &[Token], at: usize, habit: Habit) -> (f64, usize) {
    let mut written = tokens[at].folded.clone();
    let mut to = at + 1;
    let glued = |a: usize, b: usize| tokens[a].span.end == tokens[b].span.start;
    let digits = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Digits);
    let group = |i: usize| digits(i) && tokens[i].folded.len() == 3;
    let mark = |i: usize, m: &str| tokens.get(i).is_some_and(|t| t.folded == m) && glued(i - 1, i);
    // "1.330 milliard": a singular magnitude counts less than two.
    let singular = |i: usize| {
        tokens.get(i).is_some_and(|t| matches!(t.folded.as_str(), "million" | "milliard"))
            && tokens[at].folded == "1"
    };
    let big = |i: usize| tokens.get(i).is_some_and(|t| words::scale(&t.folded).is_some_and(|s| s >= 1e6));
    if written.len() <= 3 && !written.starts_with('0') {
        loop {
            let between = tokens.get(to).map(|t| &content[tokens[to - 1].span.end..t.span.start]);
            if group(to) && between.is_some_and(is_thousands_space) {
                written.push_str(&tokens[to].folded);
                to += 1;
            } else if mark(to, ".") && group(to + 1) && glued(to, to + 1) {
                let decimal = singular(to + 2) || (habit == Habit::DotDecides && big(to + 2));
                if to == at + 1 && decimal {
                    break;
                }
                written.push_str(&tokens[to + 1].folded);
                to += 2;
            } else {
                break;
            }
        }
    }
    let whole: f64 = written.parse().unwrap_or(f64::MAX);
    let fraction = (mark(to, ",") || (mark(to, ".") && to == at + 1)) && digits(to + 1) && glued(to, to + 1)
        // "31.01.2025", "1.2.3": no decimals.
        && !(mark(to + 2, ".") && digits(to + 3));
    if !fraction {
        return magnitude(tokens, whole, to);
    }
    let decimals = &tokens[to + 1].folded;
    let value: f64 = format!("{written}.{decimals}").parse().unwrap_or(whole);
    let (scaled, after) = magnitude(tokens, value, to + 2);
    let percent = tokens.get(after).is_some_and(|t| matches!(t.folded.as_str(), "%" | "pour"));
    // "3,460 migrants": three digits after a comma, and no magnitude: thousands.
    let thousands = decimals.len() == 3 && after == to + 2 && !percent && !written.starts_with('0');
    (if thousands { round(value * 1e3) } else { scaled }, after)
}

/// One space of the kinds the press puts between thousands.
fn is_thousands_space(between: &str) -> bool {
    matches!(between, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// "22,49 millions", "44 mille", "4 millions et demi", "3 M€".
fn magnitude(tokens: &[Token], value: f64, to: usize) -> (f64, usize) {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let abbreviated =
        matches!(word(to), "m" | "md") && matches!(word(to + 1), "€" | "$" | "eur" | "usd" | "fcfa");
    let scale = match word(to) {
        "m" if abbreviated => Some(1e6),
        "md" if abbreviated => Some(1e9),
        "k" if matches!(word(to + 1), "€" | "$") => Some(1e3),
        written => words::scale(written),
    };
    let Some(scale) = scale else { return (value, to) };
    let half = word(to + 1) == "et" && matches!(word(to + 2), "demi" | "demie");
    let scaled = round((value + if half { 0.5 } else { 0.0 }) * scale);
    // "2 mille milliards".
    if scale == 1e3
        && let Some(second) = words::scale(word(to + 1))
    {
        return (round(scaled * second), to + 2);
    }
    (scaled, to + 1 + if half { 2 } else { 0 })
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

pub(crate) fn is_year(tokens: &[Token], number: &Number) -> bool {
    let token = &tokens[number.from];
    number.to == number.from + 1
        && token.kind == TokenKind::Digits
        && token.folded.len() == 4
        && (1900.0..=2100.0).contains(&number.value)
}

impl Number {
    /// What a number's own unit says, when it says it.
    pub(crate) fn unit(&self) -> Option<Unit> {
        match self.what {
            What::Percent => Some(Unit::Percent),
            What::Money(code) => Some(Unit::Money(code.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
