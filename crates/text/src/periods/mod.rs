//! Time expressions of a sentence, resolved to days with the publication day: "depuis 2017", "entre 2019 et
//! 2022", "au 31 décembre 2023", "le 12 avril". What kind of period a figure takes from one also depends on its
//! indicator (a stock said of a span holds on its last day).

mod calendar;
mod leaning;
mod ranges;
mod relative;

use balise_model::{Edge, Period, PeriodKind, Span};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

pub(crate) use calendar::{Reference, last_day, year};

use crate::lexicon::Kind;
use crate::tokens::{Token, TokenKind};
use calendar::{Part, Point, edges, point, year_edges};
use leaning::{a_length, said_before, void};
use ranges::{between, long_span, months, part_of_year};
use relative::{count, length, relative};

/// How a time expression is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// "depuis …", "à partir de …"
    Since,
    /// "à ce jour", "jusqu'ici": a running count, whose start is said elsewhere.
    ToDate,
    /// "en …", "entre … et …"
    Span,
    /// "au 31 décembre"
    On,
    /// "aujourd'hui", "désormais"
    Now,
    /// "le 12 avril", "vendredi"
    Day,
    /// "la même période", "durant le mois": the days just said.
    Same,
    /// "un mois plus tôt", "l’année précédente": so many months before the days just said.
    Earlier(i32),
    /// "la veille": so many days from the day just said.
    Beside(i32),
    /// "en un an": a length without its ends.
    Length,
    /// "d'ici à 2030", "la même période de 2023", "la convention (2000)": says nothing of when.
    Void,
}

/// A time expression and the days it means; a day is missing when the text does not say its year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Time {
    pub(crate) span: Span,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) form: Form,
    pub(crate) start: Option<Edge>,
    pub(crate) end: Option<Edge>,
}

/// A time expression before its tokens are known.
struct Found {
    to: usize,
    form: Form,
    start: Option<Edge>,
    end: Option<Edge>,
}

/// All time expressions of a sentence, in order; those that say nothing of when are left out.
pub(crate) fn times(tokens: &[Token], reference: Reference) -> Vec<Time> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match time_at(tokens, i, reference) {
            Some(found) => {
                if found.form != Form::Void {
                    let span = tokens[i].span.join(tokens[found.to - 1].span);
                    let Found { to, form, start, end } = found;
                    out.push(Time { span, from: i, to, form, start, end });
                }
                i = found.to.max(i + 1);
            }
            None => i += 1,
        }
    }
    out
}

/// Every word that a time expression may begin with: the rest of a sentence is passed at a glance.
static OPENERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = "depuis des a entre de du d mois en nuit les le la l au fin debut mi hier avant aujourd jusqu pour desormais \
        actuellement presentement cette ce ces annee annees an semaine il lundi mardi mercredi jeudi vendredi samedi dimanche \
        premier 1er deuxieme second troisieme quatrieme dernier t ici horizon meme ladite par publie publiee parue paru rendu rendue \
        prochain prochaine prochains loi decret ordonnance arrete convention protocole resolution courant durant pendant \
        cours exercice campagne plan dans global humanitaire appel annuel reponse ensemble budget veille lendemain xxie xxe \
        date datee datant arretee un une deux trois quatre cinq six sept huit neuf dix onze douze zero janvier fevrier mars avril \
        mai juin juillet aout septembre octobre novembre decembre janv fevr fev avr juil sept oct nov dec";
    words.split_whitespace().collect()
});

fn time_at(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let token = &tokens[at];
    let opens = match token.kind {
        TokenKind::Mark => token.folded.as_str() == "(",
        TokenKind::Digits => true,
        TokenKind::Word => OPENERS.contains(token.folded.as_str()),
    };
    if !opens {
        return None;
    }
    void(tokens, at)
        .or_else(|| since(tokens, at, reference))
        .or_else(|| between(tokens, at, reference))
        .or_else(|| part_of_year(tokens, at, reference))
        .or_else(|| months(tokens, at, reference))
        .or_else(|| said_before(tokens, at))
        .or_else(|| long_span(tokens, at))
        .or_else(|| a_length(tokens, at))
        .or_else(|| on(tokens, at, reference))
        .or_else(|| dated_weekday(tokens, at, reference))
        .or_else(|| relative(tokens, at, reference))
        .or_else(|| single(tokens, at, reference))
}

/// "depuis 2017", "à partir de janvier", "depuis trois ans", "depuis le début de l'année".
fn since(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let next = match (word(at), word(at + 1)) {
        ("depuis", _) | ("des", _) => at + 1,
        ("a", "partir") | ("a", "compter") => at + 2,
        _ => return None,
    };
    let mut from = next;
    while matches!(word(from), "le" | "la" | "l" | "les" | "de" | "d" | "du" | "mois" | "annee" | "cette") {
        from += 1;
    }
    if word(at) == "des" && from > next && word(next) != "le" {
        return None; // "des mois d’avril et mai"
    }
    let build =
        |to: usize, start: Option<Edge>| Some(Found { to, form: Form::Since, start, end: reference.today() });
    if word(at) == "depuis"
        && (word(next) == "lors" || word(next) == "cette" && matches!(word(next + 1), "date" | "epoque"))
    {
        return build(if word(next) == "lors" { next + 1 } else { next + 2 }, None);
    }
    if word(at) == "depuis" && matches!(word(next), "son" | "leur" | "sa") {
        return point_of_event(tokens, next)
            .and_then(|(found, to)| build(to, edges(found, reference).map(|e| e.0)));
    }
    let dated = point(tokens, from);
    if word(at) == "des" && !dated.is_some_and(|(p, _)| p.month.is_some() || p.year.is_some()) {
        return None; // "des migrants": an article, not "dès".
    }
    if let Some((found, mut to)) = dated.filter(|(p, _)| p.month.is_some() || p.year.is_some()) {
        let last = matches!(word(to), "dernier" | "derniere");
        to += usize::from(last);
        // "depuis novembre de l'an dernier"
        if found.year.is_none()
            && matches!((word(to), word(to + 1), word(to + 2)), ("de", "l", "an" | "annee"))
        {
            let year = reference.today().map(|t| t.day.year() - 1);
            return build(to + 4, edges(Point { year, ..found }, reference).map(|e| e.0));
        }
        return build(to, edges(found, reference).map(|e| e.0));
    }
    // "depuis le début de l'année", "depuis le début de cette année", "depuis le début de l'année 2024"
    if word(from) == "debut" {
        let mut to = from + 1;
        while matches!(word(to), "de" | "l" | "cette" | "annee" | "du" | "mois") {
            to += 1;
        }
        let month = word(to - 1) == "mois";
        let span = relative::so_far(reference, if month { 1 } else { 12 });
        let written = word(from + 1) == "de" || word(from + 1) == "du";
        return written.then(|| build(to, span.map(|e| e.0)))?;
    }
    if let Some(n) = count(tokens, next)
        && let Some(back) = length(word(next + 1), n)
    {
        let start = reference.today().and_then(|t| Some(Edge { day: t.day.checked_sub(back).ok()?, ..t }));
        return build(next + 2, start);
    }
    if word(at) == "depuis" && matches!(word(next), "an" | "l") && matches!(word(next + 1), "an") {
        return build(next + 3, reference.today().map(|t| year_edges(t.day.year() - 1).0));
    }
    (word(at) == "depuis")
        .then(|| point_of_event(tokens, next))
        .flatten()
        .and_then(|(found, to)| build(to, edges(found, reference).map(|e| e.0)))
}

/// "depuis le lancement de l’initiative, en mai 2017": the date of what it began with, in the same clause.
fn point_of_event(tokens: &[Token], from: usize) -> Option<(Point, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let article = matches!(word(from), "le" | "la" | "l" | "les" | "son" | "sa" | "leur" | "ce" | "cette");
    let noun = from + usize::from(article);
    tokens.get(noun).filter(|t| article && t.kind == TokenKind::Word)?;
    let clause = tokens[noun..].iter().take(26).take_while(|t| {
        !matches!(t.folded.as_str(), ";" | "(" | "." | "ont" | "sont" | "est" | "qui" | "avait")
    });
    let end = noun + clause.count();
    (noun..end)
        .filter(|&i| matches!(word(i), "en" | "le" | "du" | "de" | "fin" | "debut"))
        .find_map(|i| point(tokens, i + 1).filter(|(p, _)| p.month.is_some() || p.year.is_some()))
        .filter(|(_, to)| *to <= end + 1)
}

/// "au 31 décembre 2023", "à la date du 11 avril 2024", "en date du 5 mai".
fn on(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    if (word(at), word(at + 1), word(at + 2), word(at + 4)) == ("a", "la", "date", "hier") {
        let end = relative(tokens, at + 4, reference).and_then(|f| f.end);
        return Some(Found { to: at + 5, form: Form::On, start: None, end });
    }
    let from = match (word(at), word(at + 1), word(at + 2)) {
        ("a", "la", "date") => at + 3 + usize::from(matches!(word(at + 3), "du" | "de")),
        ("en", "date", "du") | ("en", "date", "de") => at + 3,
        ("datee" | "date" | "datant" | "arrete" | "arretee", "du" | "de" | "au", _) => at + 2,
        ("au" | "fin" | "a", ..) => at + if word(at) == "a" && word(at + 1) == "la" { 2 } else { 1 },
        _ => return None,
    };
    if word(at) == "a" && word(at + 1) != "la" && word(at + 1) != "fin" {
        return None;
    }
    let (found, to) = point(tokens, from)?;
    if word(at) == "fin" || (found.day.is_none() && !(word(at) == "a" && found.part == Some(Part::End))) {
        return None;
    }
    let end = edges(found, reference).map(|e| e.1);
    Some(Found { to, form: Form::On, start: None, end })
}

/// "vendredi 31 janvier", "le mercredi 28 janvier 2026", "lundi 29 janvier dernier".
fn dated_weekday(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    calendar::weekday(tokens[at].folded.as_str())?;
    let (found, to) = point(tokens, at)?;
    found.month?;
    let edges = edges(found, reference);
    Some(Found {
        to: past_last(tokens, to),
        form: Form::Day,
        start: edges.map(|e| e.0),
        end: edges.map(|e| e.1),
    })
}

/// "22 janvier dernier": the word adds nothing to a day that is read as the last one.
fn past_last(tokens: &[Token], to: usize) -> usize {
    to + usize::from(
        tokens.get(to).is_some_and(|t| matches!(t.folded.as_str(), "dernier" | "derniers" | "passe")),
    )
}

/// "en 2019", "le 12 avril", "fin mai 2024", "mi-juin", "courant 2023", "(mai 2022)".
fn single(tokens: &[Token], at: usize, reference: Reference) -> Option<Found> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    const OPENERS: &[&str] = &[
        "global",
        "humanitaire",
        "appel",
        "annuel",
        "reponse",
        "ensemble",
        "budget",
        "en",
        "courant",
        "durant",
        "pendant",
        "annee",
        "mois",
        "le",
        "cours",
        "(",
        "exercice",
        "an",
        "pour",
        "du",
        "campagne",
        "d",
        "plan",
        "dans",
    ];
    let opener = OPENERS.contains(&word(at));
    let mut from = at + usize::from(opener);
    while opener
        && matches!(
            word(from),
            "le" | "la"
                | "l"
                | "les"
                | "annee"
                | "an"
                | "mois"
                | "de"
                | "d"
                | "du"
                | "seul"
                | "seule"
                | "nuit"
                | "toute"
                | "courant"
        )
    {
        from += 1;
    }
    if word(at) == "(" && between(tokens, at + 1, reference).is_some() {
        return None; // "(de janvier 2018 au 15 août 2019)": the range begins at the next token.
    }
    let (found, to) = point(tokens, from)?;
    if found.weekday.is_some() && found.month.is_none() {
        return None;
    }
    let bare_year = found.month.is_none() && found.part.is_none();
    // "la loi 2012", "Ramadan 2026", "Convention (2000)": a year that says nothing of a count, unless a count stands
    // just before the bracket.
    let holds = tokens.get(at).is_some_and(|t| year(t).is_some())
        && (word(at + 1) == "(" && tokens.get(at + 2).is_some_and(|t| t.kind == TokenKind::Digits));
    if holds {
        let (start, end) = year_edges(year(&tokens[at])?);
        return Some(Found { to: at + 1, form: Form::Span, start: Some(start), end: Some(end) });
    }
    // "les 23.175 de 2020"
    let counted = word(at) == "de"
        && at > 0
        && tokens[at - 1].kind == TokenKind::Digits
        && tokens[at - 1].folded.len() != 4;
    let bracketed =
        word(at) == "(" && !tokens[at.saturating_sub(4)..at].iter().any(|t| t.kind == TokenKind::Digits);
    let weak = matches!(word(at), "d" | "du" | "dans" | "le" | "plan" | "campagne")
        && bare_year
        && word(from - 1) != "annee";
    if bare_year && !counted && (!opener || bracketed || weak) {
        return None;
    }
    let edges = edges(found, reference);
    // "lancée en mai 2017", "signé le 3 mars": where something began.
    let one_day = found.day.is_some() || found.part == Some(Part::Middle);
    let form = if one_day { Form::Day } else { Form::Span };
    Some(Found { to: past_last(tokens, to), form, start: edges.map(|e| e.0), end: edges.map(|e| e.1) })
}

impl Time {
    /// The period of a figure that takes it from this expression. `begun`: the start of the running count, where
    /// the text said it before ("à ce jour" goes on with it).
    pub(crate) fn period(&self, indicator: Kind, begun: Option<Edge>) -> Period {
        let (start, end) = (self.start, self.end);
        match (self.form, indicator) {
            (Form::Length | Form::Same | Form::Earlier(_) | Form::Beside(_), Kind::Flow) => {
                Period { start: None, end: None, kind: PeriodKind::Unknown }
            }
            (Form::Since, _) => Period { start, end, kind: PeriodKind::Since },
            (Form::ToDate | Form::On, Kind::Flow)
                if begun.is_some_and(|b| end.is_none_or(|e| b.day < e.day)) =>
            {
                Period { start: begun, end, kind: PeriodKind::Since }
            }
            (Form::On | Form::Now | Form::ToDate, _) | (_, Kind::Stock) => {
                Period { start: None, end, kind: PeriodKind::AsOf }
            }
            (Form::Day, Kind::Flow) => Period { start, end, kind: PeriodKind::Event },
            (Form::Span | Form::Void, Kind::Flow) => Period { start, end, kind: PeriodKind::During },
        }
    }

    pub(crate) fn covers(&self, span: Span) -> bool {
        self.span.overlaps(span)
    }
}

#[cfg(test)]
mod tests;
