//! From sentences to figures: which numbers count migrants (or their money), what indicator says so, over which
//! period, part of which total. The words of the rules are in `data/indicators.toml`; what they mean is decided
//! by the annotation guidelines (a claim is a number said of a migration indicator at some moment).

use balise_model::{
    BlockKind, Edge, Evidence, Figure, FigureParts, Modality, Period, PeriodKind, Quantity, Span, Text, Unit,
};

use crate::lexicon::{Cue, Kind, LEXICON, Place};
use crate::numbers::{Number, What, numbers, unit};
use crate::periods::{Time, times};
use crate::sentences::sentences;
use crate::tokens::{Token, TokenKind, tokens};

/// A sentence with all that was seen in it.
struct Sentence<'t> {
    span: Span,
    block: BlockKind,
    content: &'t str,
    tokens: Vec<Token>,
    numbers: Vec<Number>,
    times: Vec<Time>,
    published: Option<Edge>,
}

/// An indicator found for a number, and how sure it is.
#[derive(Clone, Copy, Debug)]
struct Reading {
    indicator: usize,
    /// The words that say it; absent when it was taken over from the total.
    evidence: Option<Span>,
    score: f64,
    /// Said by words that many indicators share.
    weak: bool,
}

/// What the text is talking about, from sentence to sentence: "Kita en compte 140" counts what the sentence before
/// counted, over the same period.
#[derive(Default)]
struct Thread {
    topic: Option<usize>,
    period: Option<(Period, Option<Span>)>,
    /// Sentences since a figure was read.
    silence: usize,
}

/// Figures of the read blocks, and how many numbers were recognised as something else.
pub(crate) fn figures(text: &Text, published: Option<Edge>) -> (Vec<Figure>, usize) {
    let content = text.content();
    let mut found: Vec<Figure> = Vec::new();
    let mut left_out = 0;
    let mut thread = Thread::default();
    for block in text.blocks().iter().filter(|b| b.kind.is_read()) {
        for span in sentences(content, block.span) {
            if !content[span.start..span.end].contains(|c: char| c.is_ascii_digit())
                && !may_hold_words(content, span)
            {
                thread.silence += 1;
                continue;
            }
            let tokens = tokens(content, span);
            let numbers = numbers(content, &tokens);
            let times = times(&tokens, published);
            let sentence = Sentence { span, block: block.kind, content, tokens, numbers, times, published };
            left_out += sentence.read(text, &mut found, &mut thread);
        }
    }
    say_once(&mut found);
    (found, left_out)
}

/// A sentence without digits may still say "deux cent mille" or "une centaine": cheap look before the real one.
fn may_hold_words(content: &str, span: Span) -> bool {
    const HINTS: [&str; 16] = [
        "cent", "mille", "million", "milliard", "aine de", "aine d", "deux", "trois", "quatre", "cinq",
        "vingt", "trente", "quarante", "soixante", "dix", "quinze",
    ];
    let sentence = &content[span.start..span.end];
    HINTS.iter().any(|hint| sentence.contains(hint))
}

impl Thread {
    fn follow(&mut self, figure: &Figure) {
        self.silence = 0;
        if !matches!(figure.quantity.unit, Unit::Money(_) | Unit::Percent) {
            self.topic = LEXICON.indicators.iter().position(|x| x.id == figure.indicator);
        }
        if figure.period.is_dated() {
            self.period = Some((figure.period, figure.evidence.period));
        }
    }
}

impl Sentence<'_> {
    /// Adds the figures of this sentence; returns how many numbers it left out.
    fn read(&self, text: &Text, found: &mut Vec<Figure>, thread: &mut Thread) -> usize {
        let mut left_out = 0;
        thread.silence += 1;
        let first_here = found.len();
        for (i, number) in self.numbers.iter().enumerate() {
            if self.times.iter().any(|t| t.covers(number.span)) {
                continue; // The number of a date is not left out: it is read as a date.
            }
            match self.figure(text, i, number, &found[first_here..], thread) {
                Some(figure) => {
                    thread.follow(&figure);
                    found.push(figure);
                }
                None => left_out += 1,
            }
        }
        left_out
    }

    fn figure(
        &self,
        text: &Text,
        i: usize,
        number: &Number,
        earlier: &[Figure],
        thread: &Thread,
    ) -> Option<Figure> {
        if number.what == What::Other || number.value <= 0.0 {
            return None;
        }
        let counted = self.counted(number)?;
        let total = self.total(i, number, earlier);
        let own = self.indicator(i, number);
        let taken = total.as_ref().map(|(total, _)| Reading {
            indicator: LEXICON.indicators.iter().position(|x| x.id == total.indicator).unwrap_or(0),
            evidence: None,
            score: 1.0,
            weak: false,
        });
        // A part has the indicator of its total unless its own words say another one firmly.
        let reading = match (own, taken) {
            (Some(own), Some(taken)) => {
                if own.score >= 1.2 {
                    own
                } else {
                    taken
                }
            }
            (Some(own), None) => self.narrowed_by_thread(own, thread),
            (own, taken) => own.or(taken).or_else(|| self.carried(number, counted, thread))?,
        };
        let indicator = &LEXICON.indicators[reading.indicator];
        let one_person = number.value < 2.0 && number.what == What::Count;
        if !fits(&indicator.id, &number.what)
            || one_person
            || (indicator.id == "funding.amount" && !self.is_about_migrants())
        {
            return None;
        }
        let (period, period_words) =
            self.period(number, reading.indicator, total.as_ref().map(|t| t.0), thread);
        let unit = unit(&number.what).unwrap_or_else(|| self.unit(&indicator.id, number));
        let modality = if self.is_planned(number) { Modality::Plan } else { Modality::Fact };
        let evidence = Evidence {
            bound: number.hedge,
            indicator: reading.evidence,
            period: period_words,
            population: counted,
            part_of: total.as_ref().map(|t| t.1),
            ..Evidence::default()
        };
        let mut figure = Figure::cut(
            text,
            FigureParts {
                sentence: self.span,
                number: number.span,
                quantity: Quantity { value: number.value, upper: number.upper, bound: number.bound, unit },
                indicator: indicator.id.clone(),
                population: counted
                    .and_then(|s| s.of(self.content))
                    .map(|w| w.split_whitespace().collect::<Vec<_>>().join(" ")),
                origin: None,
                destination: None,
                speaker: None,
                period,
                modality,
                block: self.block,
                evidence,
                confidence: confidence(&reading, &period, period_words.is_some(), total.is_some()),
            },
        )?;
        if let Some((total, _)) = total {
            // Another unit for the same people is no part: "300 familles, soit 1 450 personnes".
            if total.quantity.unit == figure.quantity.unit {
                figure.part_of = Some(total.quantity.value);
                figure.part_of_id = Some(total.id);
            }
        }
        Some(figure)
    }

    /// A text about assisted returns goes on about them when it only says "rapatriés"; and a weak word ("Mopti en
    /// accueille 29 722") says less than what was being counted.
    fn narrowed_by_thread(&self, own: Reading, thread: &Thread) -> Reading {
        let Some(topic) = thread.topic.filter(|_| thread.silence <= 4) else { return own };
        let narrower = LEXICON.specialises(topic, own.indicator);
        if narrower || (own.weak && thread.silence <= 2 && !LEXICON.specialises(own.indicator, topic)) {
            Reading { indicator: topic, ..own }
        } else {
            own
        }
    }

    /// The indicator of what the text is talking about, when nothing nearer says one: for people counted without a
    /// verb of their own, and for bare numbers in a list ("Bamako 9 919", "Ségou (12 139)", "Kita en compte 140").
    fn carried(&self, number: &Number, counted: Option<Span>, thread: &Thread) -> Option<Reading> {
        if number.what != What::Count {
            return None;
        }
        let topic = thread.topic.filter(|_| thread.silence <= if counted.is_some() { 4 } else { 2 })?;
        let listed = counted.is_some() || self.is_listed(number);
        listed.then_some(Reading { indicator: topic, evidence: None, score: 0.6, weak: true })
    }

    /// A bare number that stands in a list of places or in brackets after a name.
    fn is_listed(&self, number: &Number) -> bool {
        let Some(before) = number.from.checked_sub(1).map(|b| &self.tokens[b]) else { return false };
        let name = before.kind == TokenKind::Word
            && self.content[before.span.start..].starts_with(char::is_uppercase);
        let bracket =
            before.folded == "(" && number.from >= 2 && self.tokens[number.from - 2].kind == TokenKind::Word;
        let counts = [
            "compte",
            "accueille",
            "abrite",
            "recense",
            "denombrait",
            "recensait",
            "comptait",
            "soit",
            "contre",
        ];
        let verb = counts.iter().any(|v| before.folded.starts_with(v));
        number.value >= 2.0 && (name || bracket || verb || number.hedge.is_some() && number.value >= 100.0)
    }

    /// The words counted, when the number counts people, families or money; nothing when it counts anything else.
    /// `Some(None)`: a bare number, of which the verb will say who ("33.000 ont achevé").
    #[allow(clippy::option_option)]
    fn counted(&self, number: &Number) -> Option<Option<Span>> {
        if number.what != What::Count {
            return Some(None);
        }
        let mut at = number.to;
        let word = |i: usize| self.tokens.get(i).map_or("", |t| t.folded.as_str());
        const PASSED: [&str; 22] = [
            "de",
            "d",
            "des",
            "autres",
            "nouveaux",
            "nouvelles",
            "premiers",
            "jeunes",
            "anciens",
            "seuls",
            "candidats",
            "a",
            "presumes",
            "la",
            "migration",
            "cas",
            "autre",
            "compatriotes",
            "travailleurs",
            "nouveau",
            "petits",
            ")",
        ];
        while at < number.to + 4 && PASSED.contains(&word(at)) && !LEXICON.is_people(word(at)) {
            at += 1;
        }
        let token = self.tokens.get(at);
        let noun_cue = |at: usize| {
            LEXICON
                .cues_at(&self.tokens, at)
                .filter(|(c, _)| c.place == Place::Noun)
                .map(|(_, end)| end)
                .max()
        };
        if let Some(end) = token
            .and_then(|_| noun_cue(at))
            .or_else(|| token.filter(|t| LEXICON.is_people(&t.folded)).map(|_| at + 1))
        {
            return Some(Some(self.noun_phrase(at, end)));
        }
        let Some(token) = token else { return (!self.is_a_name(number)).then_some(None) };
        const VERBS_AND_JOINTS: [&str; 36] = [
            "ont", "sont", "a", "avaient", "etaient", "auraient", "seraient", "en", "dans", "selon", "qui",
            "dont", "et", "ou", "sur", "depuis", "entre", "contre", "lors", "vers", "au", "aux", "cette",
            "ce", "pour", "parmi", "l", "le", "la", "les", "par", "durant", "pendant", "fin", "apres",
            "soit",
        ];
        let bare =
            token.kind == TokenKind::Mark && token.folded != "%" || VERBS_AND_JOINTS.contains(&word(at));
        (bare && !self.is_a_name(number)).then_some(None)
    }

    /// "note 42", "phase 2", "objectif 21": a number that follows a noun at once names it and counts nothing.
    fn is_a_name(&self, number: &Number) -> bool {
        if self.is_listed(number) {
            return false;
        }
        const MAY_PRECEDE: [&str; 24] = [
            "de",
            "d",
            "a",
            "est",
            "sont",
            "dont",
            "soit",
            "et",
            "etaient",
            "etait",
            "ont",
            "les",
            "des",
            "atteint",
            "atteignait",
            "totalise",
            "compte",
            "comptait",
            "passe",
            "pour",
            "contre",
            "ou",
            "entre",
            "sur",
        ];
        let before = number.from.checked_sub(1).map(|i| &self.tokens[i]);
        number.hedge.is_none()
            && before.is_some_and(|t| {
                let proper = self.content[t.span.start..].starts_with(char::is_uppercase);
                t.kind == TokenKind::Word && !proper && !MAY_PRECEDE.contains(&t.folded.as_str())
            })
    }

    /// The noun and the adjectives or complement that follow: "migrants en situation de détresse".
    fn noun_phrase(&self, from: usize, end: usize) -> Span {
        let mut to = end;
        let word = |i: usize| self.tokens.get(i).map_or("", |t| t.folded.as_str());
        if LEXICON.is_people(word(to)) {
            to += 1;
        }
        if word(to) == "en" && word(to + 1) == "situation" {
            to = (to + 4).min(self.tokens.len());
        }
        self.tokens[from].span.join(self.tokens[to - 1].span)
    }

    /// The total a number is part of: "dont 33.000", "parmi eux 40", "(11 femmes)".
    fn total<'f>(&self, i: usize, number: &Number, earlier: &'f [Figure]) -> Option<(&'f Figure, Span)> {
        let start = i.checked_sub(1).map_or(0, |p| self.numbers[p].to);
        let between = start..number.from;
        let word = |i: usize| self.tokens.get(i).map_or("", |t| t.folded.as_str());
        let closed = between.clone().any(|j| word(j) == ")");
        let joint = between.clone().rev().find(|&j| {
            word(j) == "dont"
                || (word(j) == "parmi" && matches!(word(j + 1), "eux" | "elles" | "lesquels" | "lesquelles"))
                || (word(j) == "("
                    && !closed
                    && j + 1 >= number.from.saturating_sub(2)
                    && i > 0
                    && self.numbers[i - 1].to + 3 >= j)
        });
        let value = |f: &&Figure| f.quantity.value > number.value;
        if let Some(joint) = joint {
            let total = earlier.iter().rev().find(value)?;
            return Some((total, self.tokens[joint].span));
        }
        // The list goes on: "dont 99 Maliens, 51 Ivoiriens et 10 Burkinabè" are parts of the same total.
        let last = earlier.last()?;
        let near = number.from <= start + 6 && i > 0 && self.numbers[i - 1].span == last.number;
        let words = between.clone().all(|j| {
            matches!(
                word(j),
                "," | "et" | ")" | "(" | "ainsi" | "que" | "de" | "d" | "femmes" | "hommes" | "enfants"
            ) || LEXICON.is_people(word(j))
        });
        let total = earlier.iter().find(|f| Some(f.id) == last.part_of_id).filter(value)?;
        (near && words).then(|| (total, last.evidence.part_of.unwrap_or(last.number)))
    }

    /// The indicator whose words stand nearest, in the number's own clause first.
    fn indicator(&self, i: usize, number: &Number) -> Option<Reading> {
        let mut best: Option<Reading> = None;
        let previous_end = i.checked_sub(1).map_or(0, |p| self.numbers[p].to);
        let next_start = self.numbers.get(i + 1).map_or(self.tokens.len(), |n| n.from);
        for at in 0..self.tokens.len() {
            let fitting = |cue: &Cue| fits(&LEXICON.indicators[cue.indicator].id, &number.what);
            for (cue, end) in LEXICON.cues_at(&self.tokens, at).filter(|(cue, _)| fitting(cue)) {
                let (distance, crossed) = match cue.place {
                    Place::Before if end <= number.from => {
                        (number.from - end, self.borders(end, number.from, previous_end))
                    }
                    Place::After if at >= number.to && self.has_parts(number, at) => (3, 0.1),
                    Place::Noun | Place::After if at >= number.to => {
                        (at - number.to, self.borders(number.to, at, next_start))
                    }
                    // "le nombre de retours est de 5 684": the noun may come first, from farther.
                    Place::Noun if end <= number.from => {
                        (number.from - end + 3, self.borders(end, number.from, previous_end))
                    }
                    _ => continue,
                };
                let near = match cue.place {
                    Place::Noun if at >= number.to && distance <= 2 => 0.6,
                    // "l'assistance à plus de 18 000": what governs the number stands before its hedge.
                    Place::Before if distance <= 3 => 0.4,
                    _ => 0.0,
                };
                let strength = if cue.weak { 0.6 } else { 1.0 };
                let score = strength + near + 0.35 * cue.weight() as f64 - 0.06 * distance as f64 - crossed;
                if score > 0.55 && best.is_none_or(|b| score > b.score) {
                    let words = self.tokens[at].span.join(self.tokens[end - 1].span);
                    best = Some(Reading {
                        indicator: cue.indicator,
                        evidence: Some(words),
                        score,
                        weak: cue.weak,
                    });
                }
            }
        }
        let best = best?;
        Some(match LEXICON.narrowed(best.indicator, &self.tokens) {
            Some((indicator, at)) => Reading { indicator, evidence: Some(self.tokens[at].span), ..best },
            None => best,
        })
    }

    /// "160 migrants dont 99 Maliens, 51 Ivoiriens et 10 Burkinabè sont rentrés": the verb after the parts is said
    /// of the whole. The parts' own verb ("dont 33.000 ont achevé …") comes at once.
    fn has_parts(&self, number: &Number, verb: usize) -> bool {
        let between = &self.tokens[number.to..verb];
        let opened = between.iter().take(4).position(|t| matches!(t.folded.as_str(), "dont" | "("));
        let Some(open) = opened.map(|o| number.to + o) else { return false };
        let parts = self.numbers.iter().filter(|n| n.from > open && n.to <= verb).count();
        let closed = self.tokens[open..verb].iter().any(|t| t.folded == ")");
        parts > 1 || closed
    }

    /// Money is about migration only when the sentence says so.
    fn is_about_migrants(&self) -> bool {
        const STEMS: [&str; 9] =
            ["migra", "migrat", "refugi", "deplac", "diaspora", "rapatri", "reintegr", "reinser", "asile"];
        self.tokens.iter().any(|t| {
            STEMS.iter().any(|s| t.folded.starts_with(s))
                || matches!(t.folded.as_str(), "oim" | "hcr" | "retour" | "retours")
        })
    }

    /// How much stands between two places: a border of clauses, or another number that takes the words for itself.
    fn borders(&self, from: usize, to: usize, other: usize) -> f64 {
        let clause = self.tokens[from..to]
            .iter()
            .filter(|t| matches!(t.folded.as_str(), "dont" | ";" | "tandis" | "mais" | "contre" | "(" | ":"))
            .count();
        let number = if from < other && other < to { 0.5 } else { 0.0 };
        0.8 * clause as f64 + number
    }

    /// The period of the number's clause, else of its sentence, else of its total.
    /// A stock without any time words stands on the day it was published.
    fn period(
        &self,
        number: &Number,
        indicator: usize,
        total: Option<&Figure>,
        thread: &Thread,
    ) -> (Period, Option<Span>) {
        let kind = LEXICON.indicators[indicator].kind;
        let distance = |t: &&Time| {
            let (gap, border) = if t.from >= number.to {
                (t.from - number.to, self.borders(number.to, t.from, self.tokens.len()))
            } else {
                (number.from.saturating_sub(t.to), self.borders(t.to.min(number.from), number.from, 0))
            };
            // Words after the number and before the next number are its own.
            let other = self.numbers.iter().any(|n| {
                n.what == What::Count
                    && n.from > number.from
                    && n.to <= t.from
                    && !self.times.iter().any(|x| x.covers(n.span))
            });
            gap * 2 + (border * 40.0) as usize + if other { 25 } else { 0 }
        };
        if let Some(time) = self.times.iter().min_by_key(distance) {
            return (time.period(kind), Some(time.span));
        }
        if let Some(total) = total.filter(|t| t.period.is_dated()) {
            return (total.period, total.evidence.period);
        }
        if let Some((period, words)) =
            thread.period.filter(|_| thread.silence <= 1 && thread.topic == Some(indicator))
        {
            return (period, words);
        }
        match kind {
            Kind::Stock => (Period { start: None, end: self.published, kind: PeriodKind::AsOf }, None),
            Kind::Flow => (Period::UNKNOWN, None),
        }
    }

    fn unit(&self, indicator: &str, number: &Number) -> Unit {
        let next = (number.to..number.to + 3)
            .filter_map(|i| self.tokens.get(i))
            .find(|t| !matches!(t.folded.as_str(), "de" | "d" | "des"));
        match next {
            Some(token) if LEXICON.is_household(&token.folded) => Unit::Households,
            Some(token) if matches!(token.folded.as_str(), "vols" | "charters") => Unit::Flights,
            _ if indicator == "projects.count" => Unit::Projects,
            _ if indicator == "flow.monitored" => Unit::Movements,
            _ => Unit::Persons,
        }
    }

    /// "doit accueillir", "prévoit", "d’ici à 2030": announced, not observed.
    fn is_planned(&self, number: &Number) -> bool {
        let from = number.from.saturating_sub(8);
        let word = |i: usize| self.tokens[i].folded.as_str();
        let planned = |i: usize| {
            [
                "prevoi",
                "prevu",
                "prevoy",
                "vise",
                "objectif",
                "ambition",
                "compte accueillir",
                "devrai",
                "doit",
                "doivent",
                "planifi",
            ]
            .iter()
            .any(|p| word(i).starts_with(p))
        };
        (from..number.from).any(planned)
            || (number.to..(number.to + 4).min(self.tokens.len()))
                .any(|i| matches!(word(i), "prevus" | "prevues" | "attendus" | "attendues"))
    }
}

/// Money goes with money, a share with a share, people with the rest.
fn fits(indicator: &str, what: &What) -> bool {
    match what {
        What::Money(_) => matches!(indicator, "remittances.amount" | "funding.amount"),
        What::Percent => indicator == "remittances.gdp_share",
        _ => !matches!(indicator, "remittances.amount" | "funding.amount" | "remittances.gdp_share"),
    }
}

/// Starting values, to be calibrated on coded articles: each thing taken from elsewhere lowers it.
fn confidence(reading: &Reading, period: &Period, own_period: bool, part: bool) -> f64 {
    let mut p: f64 = if reading.score >= 1.6 { 0.93 } else { 0.82 };
    if period.kind == PeriodKind::Unknown {
        p -= 0.1;
    } else if !own_period || part {
        p -= 0.05;
    }
    if reading.evidence.is_none() {
        p -= 0.08;
    }
    (p * 100.0).round() / 100.0
}

/// The same value of the same indicator said again is one figure with several places; the body is its home.
fn say_once(found: &mut Vec<Figure>) {
    let mut kept: Vec<Figure> = Vec::with_capacity(found.len());
    for figure in found.drain(..) {
        let same = |other: &&mut Figure| {
            other.quantity.value == figure.quantity.value
                && other.quantity.unit == figure.quantity.unit
                && other.quote.span() != figure.quote.span()
                && (other.indicator == figure.indicator || other.block == BlockKind::Title)
                && (other.period == figure.period || !figure.period.is_dated() || !other.period.is_dated())
        };
        match kept.iter_mut().find(same) {
            Some(other) if other.block == BlockKind::Title && figure.block != BlockKind::Title => {
                let mut home = figure;
                home.also.push(other.number);
                home.also.append(&mut other.also);
                *other = home;
            }
            Some(other) => other.also.push(figure.number),
            None => kept.push(figure),
        }
    }
    // A part keeps its total even when the total found its home elsewhere.
    let homes: Vec<_> = kept.iter().map(|f| (f.id, f.quantity.value)).collect();
    for figure in &mut kept {
        if let Some(total) = figure.part_of_id.filter(|id| !homes.iter().any(|h| h.0 == *id)) {
            let _ = total;
            figure.part_of_id = homes.iter().find(|h| Some(h.1) == figure.part_of).map(|h| h.0);
        }
    }
    kept.sort_by_key(|f| f.number);
    *found = kept;
}
