//! What a number counts: the noun after it, or the noun said before ("33.000 ont achevé", "Kita en compte 140").

use balise_model::{Span, Unit};

use super::{Sentence, Thread};
use crate::lexicon::{LEXICON, Place};
use crate::numbers::{Number, What};
use crate::tokens::TokenKind;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Counted {
    People(Span),
    Households(Span),
    /// The noun is an indicator's own: "5 684 retours", "21 entreprises".
    Things(Span),
    Flights(Span),
    /// No noun: the verb, the list or the sentence before says who.
    Bare,
    /// No noun, and the words around say that it goes on counting: "en compte 140", "187 autres", "(46 143)".
    Listed,
    Money,
    Share,
}

impl Counted {
    pub(super) fn words(self) -> Option<Span> {
        match self {
            Self::People(span) | Self::Households(span) | Self::Things(span) | Self::Flights(span) => {
                Some(span)
            }
            _ => None,
        }
    }
}

impl Sentence<'_> {
    /// Nothing when the number counts no people, no money of migration and nothing that goes with them.
    pub(super) fn counted(&self, i: usize, number: &Number, thread: &Thread) -> Option<Counted> {
        if number.what == What::Count && self.is_elided_money(number, thread) {
            return (!self.is_price(number)).then_some(Counted::Money);
        }
        match number.what {
            What::Money(_) => return self.is_amount(i, number).then_some(Counted::Money),
            What::Percent => return self.is_share_of_gdp(number).then_some(Counted::Share),
            What::Count => {}
            _ => return None,
        }
        // One person is optional; "zéro migrant mort" is said of people all the same.
        if number.value < 2.0 && number.upper.is_none()
            || self.is_surveyed(number)
            || self.is_aboard(number)
            || self.is_of_a_family(number)
        {
            return None;
        }
        let at = self.noun_after(number);
        if let Some(end) = self.own_noun(at) {
            return Some(Counted::Things(self.noun_phrase(at, end)));
        }
        if LEXICON.is_household(self.word(at)) {
            return Some(Counted::Households(self.noun_phrase(at, at + 1)));
        }
        if let Some(end) = LEXICON.people_at(&self.tokens, at) {
            return Some(Counted::People(self.noun_phrase(at, end)));
        }
        if let Some(span) = self.flights(at) {
            return Some(Counted::Flights(span));
        }
        if self.is_listed(number, at) {
            return Some(Counted::Listed);
        }
        let bare = self.tokens.get(at).is_none_or(|t| t.kind != TokenKind::Word && t.folded.as_str() != "%")
            || LEXICON.joints.end_at(&self.tokens, at).is_some()
            || LEXICON.participles.has(self.word(at));
        // "711 d’Égypte, 640 de Tunisie, 522 du Cameroun"
        let placed = at > number.to
            && self.is_capital(at)
            && matches!(self.word(number.to), "de" | "d" | "du" | "des");
        let enclosed = placed || self.is_enclosed(i, number) || self.is_parallel(i, number);
        if !bare && enclosed {
            return Some(Counted::Listed);
        }
        bare.then_some(Counted::Bare)
    }

    /// Index of the noun after the number, past adjectives and "autres", "présumés", a bracketed repeat.
    fn noun_after(&self, number: &Number) -> usize {
        let mut at = number.to;
        while at < number.to + 4
            && LEXICON.passed.has(self.word(at))
            && (LEXICON.people_at(&self.tokens, at).is_none()
                || LEXICON.people_at(&self.tokens, at + 1).is_some())
            && self.own_noun(at).is_none()
        {
            // "160 (dont …": a bracket that opens ends the search; "(200.000) Maliens" closes one.
            if self.word(at) == ")" && self.word(at + 1) == "(" {
                break;
            }
            at += 1;
        }
        // "les 3 000 malheureux migrants": one adjective may stand before a noun of people.
        let adjective = self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.folded.len() > 3)
            && LEXICON.measure(self.word(at)).is_none()
            && LEXICON.people_at(&self.tokens, at).is_none()
            && LEXICON.joints.end_at(&self.tokens, at).is_none();
        if adjective && LEXICON.people_at(&self.tokens, at + 1).is_some() && self.own_noun(at).is_none() {
            return at + 1;
        }
        at
    }

    /// End of an indicator's own noun at `at`: "retours volontaires", "déplacés internes", "entreprises".
    fn own_noun(&self, at: usize) -> Option<usize> {
        if at >= self.tokens.len() {
            return None;
        }
        LEXICON
            .cues_at(&self.tokens, at)
            .filter(|(c, _)| matches!(c.place, Place::Noun | Place::Status))
            .map(|(_, end)| end)
            .max()
    }

    /// "vols charters", "vols de rapatriement": flights counted as such.
    fn flights(&self, at: usize) -> Option<Span> {
        if !matches!(self.word(at), "vols" | "charters") {
            return None;
        }
        let end = at + 1;
        let kind = match self.word(end) {
            "charter" | "charters" | "speciaux" | "humanitaires" | "affretes" | "organises" => end + 1,
            "de" if matches!(self.word(end + 1), "rapatriement" | "retour" | "retours" | "rapatriements") => {
                end + 2
            }
            _ => return None,
        };
        Some(self.tokens[at].span.join(self.tokens[kind - 1].span))
    }

    /// The noun and the adjectives or complement that follow: "migrants en situation de détresse".
    fn noun_phrase(&self, from: usize, end: usize) -> Span {
        let mut to = end;
        while to < end + 2
            && (LEXICON.people_at(&self.tokens, to).is_some()
                || self.word(to).ends_with("aires")
                || matches!(
                    self.word(to),
                    "internes" | "irreguliers" | "clandestins" | "mineurs" | "accompagnes" | "deplacees"
                ))
        {
            to += 1;
        }
        if self.word(to) == "en" && self.word(to + 1) == "situation" {
            to = (to + 4).min(self.tokens.len());
        }
        if self.word(to) == "d" && self.word(to + 1) == "asile"
            || self.word(to) == "de" && self.word(to + 1) == "retour"
        {
            to += 2;
        }
        self.tokens[from].span.join(self.tokens[to.min(self.tokens.len()) - 1].span)
    }

    /// A bare number that stands in a list of places, in brackets after a name, or with "en": it counts what the text
    /// is counting.
    fn is_listed(&self, number: &Number, at: usize) -> bool {
        const COUNTING: &[&str] = &[
            "compt",
            "accueil",
            "abrit",
            "recens",
            "denombr",
            "heberg",
            "totalis",
            "soit",
            "enregistr",
            "sont",
            "etaient",
            "retien",
            "regroup",
            "concentr",
            "atteign",
            "atteint",
            "passe",
            "porte",
            "releve",
            "herit",
            "absorb",
            "fourni",
            "pris",
            "contre",
        ];
        let Some(before) = number.from.checked_sub(1) else { return false };
        let mut b = before;
        let hedged = |b: usize| number.hedge.is_some_and(|h| h.contains(self.tokens[b].span));
        let timed = |b: usize| self.times.iter().any(|t| t.from <= b && b < t.to);
        while b > 0
            && (matches!(self.word(b), "«" | "\"" | "“" | "a" | "les" | "egalement" | "aussi" | "deja")
                || hedged(b)
                || timed(b))
        {
            b -= 1;
        }
        let word = self.word(b);
        let end = self.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark)
            || LEXICON.joints.end_at(&self.tokens, at).is_some()
            || LEXICON.participles.has(self.word(at));
        if self.tokens.get(number.to).is_some_and(|t| matches!(t.folded.as_str(), "autres" | "autre")) && end
        {
            return true;
        }
        if !end {
            return false;
        }
        let verb = COUNTING.iter().any(|v| word.starts_with(v));
        let pronoun = b > 0 && self.word(b - 1) == "en" || b > 1 && self.word(b - 2) == "en";
        let bracket = word == "(" && b > 0 && self.tokens[b - 1].kind == TokenKind::Word;
        let name =
            self.tokens[b].kind == TokenKind::Word && self.is_capital(b) && number.value >= 2.0 && b > 0;
        let colon = word == ":" && b > 0;
        name || bracket || colon || verb && (pronoun || number.value >= 10.0)
    }

    /// "137 projets (97 individuels et 40 collectifs)": in a bracket that parts a count, an adjective stands for the noun.
    fn is_enclosed(&self, i: usize, number: &Number) -> bool {
        let open =
            (number.from.saturating_sub(8)..number.from).rev().find(|&j| matches!(self.word(j), "(" | ")"));
        let Some(open) = open.filter(|&j| self.word(j) == "(") else { return false };
        let parted = self.numbers[..i].iter().rev().find(|n| n.to <= open);
        parted.is_some_and(|n| open - n.to <= 3 && n.what == What::Count && n.value > number.value)
            && LEXICON.measure(self.word(number.to)).is_none()
            && self
                .tokens
                .get(number.to)
                .is_some_and(|t| t.kind == TokenKind::Word && t.folded.ends_with('s'))
    }

    /// "Sur 60 passagers, 12 …": those aboard, of whom the next number counts some.
    fn is_aboard(&self, number: &Number) -> bool {
        let sur = number.from > 0 && self.word(number.from - 1) == "sur";
        sur && matches!(self.word(number.to), "passagers" | "voyageurs" | "occupants")
    }

    /// "14 216 étaient sortants, 12 780 entrants et 4 208 internes": an adjective goes on a list of bare numbers.
    fn is_parallel(&self, i: usize, number: &Number) -> bool {
        let Some(before) = i.checked_sub(1).map(|p| &self.numbers[p]) else { return false };
        let between = before.to..number.from;
        let joined = between.len() <= 4 && between.clone().any(|j| matches!(self.word(j), "et" | ","));
        let word =
            self.tokens.get(number.to).filter(|t| t.kind == TokenKind::Word && t.folded.ends_with('s'));
        joined
            && before.what == What::Count
            && number.value >= 20.0
            && !self.is_time(before)
            && word.is_some_and(|t| LEXICON.measure(&t.folded).is_none())
            && (self.own_noun(before.to).is_none() && LEXICON.people_at(&self.tokens, before.to).is_none())
    }

    /// "Aminata a trois enfants", "mère de deux filles": a family of the story.
    fn is_of_a_family(&self, number: &Number) -> bool {
        let noun = self.word(number.to);
        let before = |n: usize| number.from.checked_sub(n).map_or("", |i| self.word(i));
        number.value < 15.0
            && (LEXICON.groups.has(noun) || LEXICON.is_household(noun))
            && (matches!(before(1), "a" | "avait" | "ses" | "leurs" | "mes" | "eu")
                || matches!(before(2), "mere" | "pere" | "veuve" | "parents" | "mari"))
    }

    /// "245 millions étaient le fait de …" in a text that counts in dollars: the currency was said before.
    pub(super) fn is_elided_money(&self, number: &Number, thread: &Thread) -> bool {
        let scaled = number.to > 0
            && matches!(self.word(number.to - 1), "million" | "millions" | "milliard" | "milliards");
        // "dont 4 millions de frais": a part of an amount counts money, whatever its noun.
        let part = (number.from.saturating_sub(3)..number.from).any(|i| self.word(i) == "dont")
            && self.numbers.iter().any(|n| n.to <= number.from && matches!(n.what, What::Money(_)));
        let noun = matches!(self.word(number.to), "de" | "d") && !part;
        scaled
            && !noun
            && self.currency(thread).is_some()
            && LEXICON.people_at(&self.tokens, number.to).is_none()
    }

    /// The last currency the text wrote, in this sentence or before it.
    pub(super) fn currency(&self, thread: &Thread) -> Option<&'static str> {
        let here = self.numbers.iter().rev().find_map(|n| match n.what {
            What::Money(code) => Some(code),
            _ => None,
        });
        here.or(thread.currency())
    }

    /// "Parmi les 1 486 familles consultées", "sur un échantillon de 300 personnes".
    fn is_surveyed(&self, number: &Number) -> bool {
        let near = number.from.saturating_sub(6)..(number.to + 9).min(self.tokens.len());
        near.into_iter().any(|i| LEXICON.survey.end_at(&self.tokens, i).is_some())
    }

    /// "près de 7 % du PIB".
    fn is_share_of_gdp(&self, number: &Number) -> bool {
        let after = number.to..(number.to + 6).min(self.tokens.len());
        let gdp = |i: usize| {
            self.word(i) == "pib"
                || self.word(i) == "produit" && self.word(i + 1) == "interieur"
                || matches!(self.word(i), "richesse" | "richesses")
                    && self.word(i + 1).starts_with("national")
        };
        let stop = |i: &usize| !matches!(self.word(*i), "," | ";" | ".");
        // "la part des envois de fonds dans le PIB dépasse 15 %"
        let before = number.from.saturating_sub(4)..number.from;
        let said =
            after.take_while(stop).any(gdp) || before.clone().any(gdp) && before.clone().all(|i| stop(&i));
        // "26 % du PIB, devant le Lesotho (21 %)"
        let bracketed = number.from > 0 && self.word(number.from - 1) == "(" && self.word(number.to) == ")";
        let first = || self.numbers.iter().find(|n| n.what == What::Percent && n.to < number.from);
        said || bracketed && first().is_some_and(|n| self.is_share_of_gdp(n))
    }

    /// A price, a fine, a wage, a sum for one person, a figure only to compare with.
    fn is_price(&self, number: &Number) -> bool {
        let near = number.from.saturating_sub(14)..(number.unit_to + 8).min(self.tokens.len());
        near.into_iter().any(|j| LEXICON.price.end_at(&self.tokens, j).is_some())
    }

    /// Money of a budget or of migrants, not a price, a fine, a sum for one person, or another currency for the same.
    fn is_amount(&self, i: usize, number: &Number) -> bool {
        if self.is_price(number) {
            return false;
        }
        let converted = i.checked_sub(1).map(|p| &self.numbers[p]).is_some_and(|p| {
            let between = p.unit_to.min(number.from)..number.from;
            let joint = between.clone().any(|j| matches!(self.word(j), "(" | "soit"));
            let short = between.len() <= 4
                && !between
                    .clone()
                    .any(|j| matches!(self.word(j), "dont" | "," | "et") && self.word(j + 1) != "soit");
            matches!((&p.what, &number.what), (What::Money(a), What::Money(b)) if a != b) && joint && short
        });
        let floor = match number.unit() {
            Some(Unit::Money(code)) if code == "XOF" => 3_000_000.0,
            _ => 10_000.0,
        };
        !converted && number.value >= floor
    }
}
