//! Time words that say nothing by themselves: a target year, the date of a law, a length ("en un an"), and those that
//! lean on what was just said ("la même période", "un an plus tôt", "la veille").

use super::calendar::{point, year};
use super::relative::{count, length};
use super::{Form, Found};
use crate::tokens::{Token, TokenKind};

/// Words with a date that is no period of a figure.
pub(super) fn void(tokens: &[Token], at: usize) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let nothing = |to: usize| Some(Found { to, form: Form::Void, start: None, end: None });
    let through = |from: usize| {
        let mut i = from;
        while matches!(
            word(i),
            "a" | "en" | "la" | "le" | "l" | "fin" | "annee" | "de" | "du" | "au" | "horizon"
        ) {
            i += 1;
        }
        point(tokens, i).map(|(_, to)| to)
    };
    match (word(at), word(at + 1)) {
        // A target: "d'ici à 2030", "jusqu'en 2030", "à l'horizon 2030", "avant fin 2025".
        ("ici", _) if at > 0 && word(at - 1) == "d" => nothing(through(at + 1)?),
        ("jusqu", "en" | "a" | "au" | "fin") => nothing(through(at + 1)?),
        ("horizon", _) => nothing(through(at + 1)?),
        // "à la même période de 2023", "par rapport à 2021" compare; the day a law or a report bears names it.
        ("par", "rapport") if matches!(word(at + 2), "a" | "au" | "aux") => {
            // "par rapport à 2017 (2,06 milliards)": the year of what the bracket holds.
            through(at + 3).filter(|to| word(*to) != "(").and_then(nothing)
        }
        ("prochain" | "prochaine" | "prochains", _) => None,
        ("publie" | "publiee" | "parue" | "paru" | "rendu" | "rendue", _) => {
            let mut i = at + 1;
            while matches!(
                word(i),
                "public"
                    | "publique"
                    | "le"
                    | "du"
                    | "de"
                    | "ce"
                    | "en"
                    | "au"
                    | "mis"
                    | "jour"
                    | "l"
                    | "jeudi"
            ) && point(tokens, i).is_none()
            {
                i += 1;
            }
            let end = point(tokens, i).map(|(_, to)| to).or_else(|| {
                matches!((word(i), word(i + 1)), ("an" | "annee", "dernier" | "derniere")).then_some(i + 2)
            })?;
            nothing(end)
        }
        ("loi" | "decret" | "ordonnance" | "arrete" | "convention" | "protocole" | "resolution", _) => {
            let stop = (at + 1..(at + 12).min(tokens.len()))
                .find(|&i| tokens[i].kind == TokenKind::Mark && !matches!(word(i), "°" | "(" | "/"));
            let end = stop.unwrap_or((at + 12).min(tokens.len()));
            let dated = (at + 1..end).find_map(|i| {
                let opened = matches!(word(i.wrapping_sub(1)), "du" | "de" | "(" | "°");
                point(tokens, i).filter(|(p, _)| opened && (p.day.is_some() || word(i - 1) == "("))
            });
            nothing(dated?.1)
        }
        _ => None,
    }
}

/// Words that lean on the days just said: "durant la même période", "au cours du mois", "un an plus tôt", "la veille".
pub(super) fn said_before(tokens: &[Token], at: usize) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let lean = |to: usize, form: Form| Some(Found { to, form, start: None, end: None });
    match (word(at), word(at + 1), word(at + 2)) {
        ("meme", "periode" | "intervalle" | "temps" | "laps" | "annee", _) => lean(at + 2, Form::Same),
        ("cette" | "ladite", "periode", _) => lean(at + 2, Form::Same),
        ("durant" | "pendant", "le", "mois") | ("durant" | "pendant", "l", "annee")
            if !tokens
                .get(at + 3)
                .is_some_and(|t| year(t).is_some() || t.folded == "de" || t.folded == "d") =>
        {
            lean(at + 3, Form::Same)
        }
        ("l" | "annee", "annee" | "precedente" | "d", _)
            if word(at) == "annee" && (word(at + 1) == "precedente" || word(at + 2) == "avant") =>
        {
            lean(at + if word(at + 1) == "precedente" { 2 } else { 3 }, Form::Earlier(12))
        }
        ("ce", "jour", "la") => lean(at + 3, Form::Beside(0)),
        ("mois", "precedent", _) => lean(at + 2, Form::Earlier(1)),
        ("veille", ..) if at > 0 && word(at - 1) == "la" && word(at + 1) != "du" && word(at + 1) != "de" => {
            lean(at + 1, Form::Beside(-1))
        }
        ("lendemain", ..)
            if at > 0 && word(at - 1) == "le" && word(at + 1) != "du" && word(at + 1) != "de" =>
        {
            lean(at + 1, Form::Beside(1))
        }
        _ => {
            let n = i32::try_from(count(tokens, at)?).ok()?;
            let earlier =
                matches!((word(at + 2), word(at + 3)), ("plus", "tot") | ("auparavant", _) | ("avant", _));
            let (to, after) = (if word(at + 2) == "plus" { at + 4 } else { at + 3 }, earlier);
            match word(at + 1) {
                "mois" if after => lean(to, Form::Earlier(n)),
                "an" | "ans" if after => lean(to, Form::Earlier(12 * n)),
                "jour" | "jours" if after => lean(to, Form::Beside(-n)),
                _ => None,
            }
        }
    }
}

/// "en un an", "en l’espace de six mois", "en moins de cinq ans": how long it took, not when.
pub(super) fn a_length(tokens: &[Token], at: usize) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let from = match (word(at), word(at + 1), word(at + 2)) {
        ("en", "l", "espace") => at + 4,
        ("en", "moins", "de") | ("en", "plus", "de") => at + 3,
        ("en", ..) => at + 1,
        _ => return None,
    };
    let n = count(tokens, from)?;
    length(word(from + 1), n)?;
    Some(Found { to: from + 2, form: Form::Length, start: None, end: None })
}
