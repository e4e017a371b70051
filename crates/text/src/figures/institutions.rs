//! Names of institutions, programmes and tools, whose words must not be taken for what happened to people.

use crate::tokens::{Token, TokenKind};

/// Which tokens lie inside a name.
pub(super) fn named(content: &str, tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        match name_end(content, tokens, at) {
            Some(end) => {
                inside[at..end].fill(true);
                at = end;
            }
            None => at += 1,
        }
    }
    inside
}

/// Index after the name whose head noun stands at `at`.
fn name_end(content: &str, tokens: &[Token], at: usize) -> Option<usize> {
    const OFFICES: &[&str] =
        &["ministere", "ministre", "ministres", "departement", "secretariat", "ministeres"];
    const HEADS: &[&str] = &[
        "organisation",
        "haut",
        "haute",
        "conseil",
        "commission",
        "direction",
        "delegation",
        "centre",
        "maison",
        "cite",
        "initiative",
        "programme",
        "projet",
        "matrice",
        "fonds",
        "agence",
        "cadre",
        "forum",
        "pacte",
        "politique",
        "strategie",
        "comite",
        "brigade",
        "plateforme",
        "association",
        "journee",
        "mecanisme",
        "rapporteur",
    ];
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let capital =
        |i: usize| tokens.get(i).is_some_and(|t| content[t.span.start..].starts_with(char::is_uppercase));
    let link = |i: usize| {
        matches!(
            word(i),
            "de" | "des" | "du" | "d" | "la" | "le" | "l" | "les" | "pour" | "aux" | "au" | "et" | "en"
        )
    };
    let office = OFFICES.contains(&word(at));
    let body = HEADS.contains(&word(at))
        && (capital(at) && at > 0 || capital(at + 1) || link(at + 1) && (capital(at + 2) || capital(at + 3)));
    if !office && !body {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len() && end < at + 18 {
        let token = &tokens[end];
        if token.kind != TokenKind::Word {
            break;
        }
        let outside = link(end) && word(end) != "en" && word(end) != "et";
        // "à l’extérieur" goes on; "a annoncé" does not.
        let place = word(end) == "a" && matches!(word(end + 1), "l" | "la");
        let linked = end > at + 1 && (link(end - 1) || word(end - 1) == "a");
        let joined = matches!(word(end), "et" | "en")
            && (capital(end + 1) || link(end + 1) || matches!(word(end + 1), "situation"));
        if outside || place || joined || capital(end) || linked || adjective(word(end)) {
            end += 1;
        } else {
            break;
        }
    }
    (end > at + 1).then_some(end)
}

/// Words that go on a name without a capital: "établis", "internationale", "conjointe", "nationale".
fn adjective(word: &str) -> bool {
    [
        "etabli",
        "international",
        "national",
        "conjoint",
        "general",
        "superieur",
        "commissariat",
        "charge",
        "malien",
        "regional",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}
