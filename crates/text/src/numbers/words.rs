//! Numbers in words: "deux cent mille", "soixante-dix-sept", "une cinquantaine", "deux tiers", "des milliers".
//! Our own, because a share, a vague plural and the article before "cinquantaine" are read here too, with their place.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::tokens::{Token, TokenKind};

/// A number read from words, before its neighbours are looked at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Said {
    Exactly(f64),
    /// "une centaine".
    About(f64),
    /// "plusieurs centaines": the low end, and the high one where it is said.
    Vague(f64, Option<f64>),
    /// "la moitié", "deux tiers".
    Share(f64),
}

/// Every word that a number in words may begin with: the other words are passed at a glance.
static BEGINNINGS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = "zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts \
        trente quarante cinquante soixante septante huitante octante nonante cent cents mille million millions milliard \
        milliards moitie huitaine dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine \
        centaine millier dizaines douzaines quinzaines vingtaines trentaines quarantaines cinquantaines soixantaines \
        centaines milliers";
    words.split_whitespace().collect()
});

/// Number words from `at`, and the index after them.
pub(super) fn said(tokens: &[Token], at: usize) -> Option<(Said, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if !BEGINNINGS.contains(word(at)) {
        return None;
    }
    if word(at) == "cent" && at > 0 && word(at - 1) == "pour" {
        return None; // "12 pour cent": the number is twelve.
    }
    if let Some(found) = share(tokens, at) {
        return Some(found);
    }
    if let Some(value) = collective(word(at)) {
        let article = at.checked_sub(1).map_or("", word);
        let single = matches!(article, "une" | "un" | "la" | "le" | "cette" | "bonne" | "petite" | "demi");
        return single.then_some((Said::About(if article == "demi" { value / 2.0 } else { value }), at + 1));
    }
    if let Some(found) = vague(tokens, at) {
        return Some(found);
    }
    let (value, to) = cardinal(tokens, at)?;
    Some((Said::Exactly(value), to))
}

/// "deux mille cinq cents", "un million deux cent mille", "zéro". A lone "un" or "une" is an article.
fn cardinal(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let (mut total, mut current, mut i) = (0.0, 0.0, at);
    while let Some(token) = tokens.get(i).filter(|t| t.kind == TokenKind::Word) {
        let word = token.folded.as_str();
        // "deux, trois": a comma stands between two tokens; "quatre vingts" shares a border only.
        if let Some(value) = simple(word) {
            let four_twenties = value == 20.0 && (current % 100.0) == 4.0;
            let fits = current % 100.0 == 0.0
                || four_twenties
                || (value < 20.0 && current % 20.0 == 0.0)
                || (value < 10.0 && current % 10.0 == 0.0)
                || current % 100.0 >= 60.0 && value < 20.0;
            if !fits {
                break;
            }
            current = if four_twenties { current - 4.0 + 80.0 } else { current + value };
        } else if matches!(word, "cent" | "cents") {
            if current >= 100.0 {
                break;
            }
            current = current.max(1.0) * 100.0;
        } else if let Some(scale) = scale(word).filter(|_| !word.starts_with("millier")) {
            if i == at && word != "mille" {
                return None; // "millions" alone.
            }
            total += current.max(1.0) * scale;
            current = 0.0;
        } else if !(word == "et" && current > 0.0 && joins(tokens, i)) {
            break;
        }
        i += 1;
    }
    if i == at + 1 && tokens[at].folded == "zero" {
        return Some((0.0, i));
    }
    (i > at && total + current > 1.0).then_some((total + current, i))
}

/// "et" inside a number: "vingt et un", "soixante et onze"; not "deux et trois".
fn joins(tokens: &[Token], et: usize) -> bool {
    let tens = et > 0 && simple(&tokens[et - 1].folded).is_some_and(|v| v >= 20.0);
    tens && tokens.get(et + 1).is_some_and(|t| matches!(t.folded.as_str(), "un" | "une" | "onze"))
}

fn simple(folded: &str) -> Option<f64> {
    Some(match folded {
        "zero" => 0.0,
        "un" | "une" => 1.0,
        "deux" => 2.0,
        "trois" => 3.0,
        "quatre" => 4.0,
        "cinq" => 5.0,
        "six" => 6.0,
        "sept" => 7.0,
        "huit" => 8.0,
        "neuf" => 9.0,
        "dix" => 10.0,
        "onze" => 11.0,
        "douze" => 12.0,
        "treize" => 13.0,
        "quatorze" => 14.0,
        "quinze" => 15.0,
        "seize" => 16.0,
        "vingt" | "vingts" => 20.0,
        "trente" => 30.0,
        "quarante" => 40.0,
        "cinquante" => 50.0,
        "soixante" => 60.0,
        "septante" => 70.0,
        "huitante" | "octante" => 80.0,
        "nonante" => 90.0,
        _ => return None,
    })
}

/// Magnitude words and their press abbreviations.
pub(super) fn scale(folded: &str) -> Option<f64> {
    Some(match folded {
        "mille" | "millier" | "milliers" => 1e3,
        "million" | "millions" | "mio" => 1e6,
        "milliard" | "milliards" | "mds" | "mrds" | "mrd" => 1e9,
        _ => return None,
    })
}

pub(super) fn collective(folded: &str) -> Option<f64> {
    Some(match folded {
        "huitaine" => 8.0,
        "dizaine" => 10.0,
        "douzaine" => 12.0,
        "quinzaine" => 15.0,
        "vingtaine" => 20.0,
        "trentaine" => 30.0,
        "quarantaine" => 40.0,
        "cinquantaine" => 50.0,
        "soixantaine" => 60.0,
        "centaine" => 100.0,
        "millier" => 1000.0,
        _ => return None,
    })
}

/// "des dizaines de milliers", "plusieurs centaines", "quelques milliers", "des milliers".
fn vague(tokens: &[Token], at: usize) -> Option<(Said, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let plural = |w: &str| w.strip_suffix('s').and_then(collective).or((w == "millions").then_some(1e6));
    let unit = plural(word(at)).filter(|_| at > 0)?;
    if !matches!(word(at - 1), "des" | "plusieurs" | "quelques" | "de" | "les" | "ces") {
        return None;
    }
    let of = (word(at + 1) == "de").then(|| plural(word(at + 2))).flatten();
    if let Some(scale) = of.filter(|s| *s >= 1000.0) {
        return Some((Said::Vague(unit * scale, Some(unit * scale * 10.0 - 1.0)), at + 3));
    }
    let closed = matches!(word(at - 1), "plusieurs" | "quelques");
    Some((Said::Vague(unit, closed.then_some(unit * 10.0 - 1.0)), at + 1))
}

/// "la moitié", "un tiers", "deux tiers", "les trois quarts".
fn share(tokens: &[Token], at: usize) -> Option<(Said, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if matches!(word(at), "moitie") {
        return Some((Said::Share(0.5), at + 1));
    }
    let count = simple(word(at)).filter(|n| (1.0..=9.0).contains(n))?;
    let of = match word(at + 1) {
        "tiers" => 3.0,
        "quart" | "quarts" => 4.0,
        "cinquieme" | "cinquiemes" => 5.0,
        "dixieme" | "dixiemes" => 10.0,
        _ => return None,
    };
    (count < of).then_some((Said::Share((count / of * 1e4).round() / 1e4), at + 2))
}
