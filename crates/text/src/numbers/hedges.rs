//! How a number is bound: "plus de", "environ", "moins de" before it; "environ", "et plus" after it. A hedge
//! governs the number it touches and no other.

use balise_model::{Bound, Span};

use super::Number;
use crate::tokens::Token;

/// Longest first where one ends another. `*` ends a stem.
const BEFORE: &[(&str, Bound)] = &[
    ("un peu plus de", Bound::AtLeast),
    ("un peu plus d", Bound::AtLeast),
    ("pas moins de", Bound::AtLeast),
    ("pas moins d", Bound::AtLeast),
    ("plus de", Bound::AtLeast),
    ("plus d", Bound::AtLeast),
    ("plus des", Bound::AtLeast),
    ("au moins", Bound::AtLeast),
    ("au minimum", Bound::AtLeast),
    ("un minimum de", Bound::AtLeast),
    ("au dela de", Bound::AtLeast),
    ("au dela des", Bound::AtLeast),
    ("superieur* a", Bound::AtLeast),
    ("depasse*", Bound::AtLeast),
    ("depasse* les", Bound::AtLeast),
    ("depasse* le cap des", Bound::AtLeast),
    ("franchi* les", Bound::AtLeast),
    ("barre des", Bound::AtLeast),
    ("barre de", Bound::AtLeast),
    ("barre d", Bound::AtLeast),
    ("cap des", Bound::AtLeast),
    ("seuil des", Bound::AtLeast),
    ("a peu pres", Bound::About),
    ("a peine", Bound::About),
    ("aux alentours de", Bound::About),
    ("aux environs de", Bound::About),
    ("de l ordre de", Bound::About),
    ("autour de", Bound::About),
    ("autour des", Bound::About),
    ("avoisin*", Bound::About),
    ("avoisin* les", Bound::About),
    ("approch* les", Bound::About),
    ("frol* les", Bound::About),
    ("pres de", Bound::About),
    ("pres d", Bound::About),
    ("pres des", Bound::About),
    ("environ", Bound::About),
    ("quelque", Bound::About),
    ("quelques", Bound::About),
    ("presque", Bound::About),
    ("approximativement", Bound::About),
    ("grosso modo", Bound::About),
    ("estime* a", Bound::About),
    ("evalue* a", Bound::About),
    ("chiffre* a", Bound::About),
    ("moins de", Bound::AtMost),
    ("moins d", Bound::AtMost),
    ("au plus", Bound::AtMost),
    ("tout au plus", Bound::AtMost),
    ("au maximum", Bound::AtMost),
    ("un maximum de", Bound::AtMost),
    ("jusqu a", Bound::AtMost),
];

/// Finds the words that bind `number`, and writes them into it.
pub(super) fn bind(tokens: &[Token], number: &mut Number) {
    if let Some((from, bound)) = before(tokens, number.from) {
        if number.upper.is_none() {
            number.bound = bound; // A range stays about; "plus d'une centaine" is at least.
        }
        number.hedge = Some(tokens[from].span.join(tokens[number.from - 1].span));
    } else if let Some((span, bound)) = estimated(tokens, number).or_else(|| after(tokens, number)) {
        if number.upper.is_none() {
            number.bound = bound;
        }
        number.hedge = Some(span);
    }
}

/// The last words of all hedges: most numbers are bound by nothing, and passed at a glance.
fn ends_a_hedge(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "de",
        "d",
        "des",
        "a",
        "les",
        "moins",
        "minimum",
        "maximum",
        "plus",
        "pres",
        "peine",
        "environ",
        "quelque",
        "quelques",
        "presque",
        "approximativement",
        "modo",
    ];
    ENDS.contains(&word) || word.starts_with("depasse") || word.starts_with("avoisin")
}

/// The longest hedge that ends just before `end`; quotation marks and articles may stand between ("plus « d'une
/// centaine", "près des 500").
fn before(tokens: &[Token], end: usize) -> Option<(usize, Bound)> {
    let quoted = |i: &usize| matches!(tokens[*i].folded.as_str(), "«" | "\"" | "“" | "‘" | "»" | "”");
    let last = (0..end).rev().find(|i| !quoted(i)).map(|i| tokens[i].folded.as_str())?;
    if !ends_a_hedge(last) {
        return None;
    }
    let mut best: Option<(usize, Bound)> = None;
    for &(words, bound) in BEFORE {
        let mut at = end;
        let fits = words.rsplit(' ').all(|word| {
            while at > 0 && matches!(tokens[at - 1].folded.as_str(), "«" | "\"" | "“" | "‘" | "»" | "”")
            {
                at -= 1;
            }
            at = at.wrapping_sub(1);
            tokens.get(at).is_some_and(|t| match word.strip_suffix('*') {
                Some(stem) => t.folded.starts_with(stem),
                None => t.folded == word,
            })
        });
        if fits && best.is_none_or(|(from, _)| at < from) {
            best = Some((at, bound));
        }
    }
    let (from, bound) = best?;
    // "n'a pas expulsé moins de 35.598": denied, it is a floor.
    let denied = bound == Bound::AtMost
        && tokens[from.saturating_sub(4)..from].iter().any(|t| t.folded == "pas")
        && tokens[from.saturating_sub(7)..from].iter().any(|t| matches!(t.folded.as_str(), "n" | "ne"));
    Some((from, if denied { Bound::AtLeast } else { bound }))
}

/// "on estime leur nombre à 199 575", "estime qu'ils sont 300", "évalue à quelque 5 054": the verb a few words before.
fn estimated(tokens: &[Token], number: &Number) -> Option<(Span, Bound)> {
    let word = |i: usize| tokens[i].folded.as_str();
    let a = number.from.checked_sub(1).filter(|&i| word(i) == "a")?;
    let verb = (a.saturating_sub(6)..a)
        .rev()
        .find(|&i| ["estim", "evalu", "chiffr"].iter().any(|stem| word(i).starts_with(stem)))?;
    let clean = tokens[verb..a].iter().all(|t| !matches!(t.folded.as_str(), "," | ";" | ":" | "."));
    clean.then(|| (tokens[verb].span.join(tokens[a].span), Bound::About))
}

/// "400 migrants environ", "10 000 migrants et plus", "(200.000) environ".
fn after(tokens: &[Token], number: &Number) -> Option<(Span, Bound)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    (number.to..(number.to + 4).min(tokens.len())).find_map(|i| {
        let clean = (number.to..i).all(|j| {
            !matches!(word(j), "," | ";" | "." | ":" | "et" | "dont" | "dans")
                && !word(j).starts_with(|c: char| c.is_ascii_digit())
        });
        if !clean {
            return None;
        }
        // "400 migrants environ 30 km plus loin": the next number has it.
        let free = !tokens.get(i + 1).is_some_and(|t| t.folded.starts_with(|c: char| c.is_ascii_digit()));
        match (word(i), word(i + 1)) {
            ("environ", _) if free => Some((tokens[i].span, Bound::About)),
            ("et", "plus") => Some((tokens[i].span.join(tokens[i + 1].span), Bound::AtLeast)),
            ("au", "moins") if free && i == number.to => {
                Some((tokens[i].span.join(tokens[i + 1].span), Bound::AtLeast))
            }
            _ => None,
        }
    })
}
