//! From sentences to figures: which numbers count migrants (or their money), what indicator says so, over which
//! period, part of which total. The words of the rules are in `data/indicators.toml`; what they mean is decided
//! by the annotation guidelines (a claim is a number said of a migration indicator at some moment).

mod carried;
mod confidence;
mod counted;
mod indicator;
mod institutions;
mod parts;
mod period;
mod repeats;
mod sums;
mod thread;
mod topic;
mod who;

use balise_model::{BlockKind, Edge, Evidence, Figure, FigureParts, Modality, Quantity, Span, Text, Unit};

use crate::lexicon::{Cue, LEXICON};
use regex::bytes::Regex;
use std::cell::LazyCell;
use std::sync::LazyLock;

use crate::numbers::{Habit, Number, What, numbers};
use crate::periods::{Reference, Time, times};
use crate::sentences::sentences;
use crate::tokens::{Token, tokens};
use crate::years::only_year;
use counted::Counted;
use indicator::Reading;
use parts::Total;
use thread::Thread;
use topic::Topic;

pub(crate) use sums::uneven_sums;

/// A sentence with all that was seen in it.
struct Sentence<'t> {
    span: Span,
    block: BlockKind,
    content: &'t str,
    tokens: Vec<Token>,
    numbers: Vec<Number>,
    times: Vec<Time>,
    reference: Reference,
    /// Tokens of names of institutions and programmes, which say nothing of a number: "ministère des Maliens établis à
    /// l’extérieur", "Initiative conjointe … pour la réintégration des migrants".
    named: Vec<bool>,
    /// Cues outside names: where each begins and ends.
    cues: Vec<(usize, usize, &'static Cue)>,
}

/// Made when the first candidate asks.
type LazyTopic<'t> = LazyCell<Topic, Box<dyn FnOnce() -> Topic + 't>>;

/// A number that may be a figure: what it counts, and the total it is a part of.
struct Candidate {
    number: usize,
    counted: Counted,
    total: Option<Total>,
    /// What its own words say it counts.
    own: Option<Reading>,
}

/// Figures of the read blocks, and how many numbers were recognised as something else.
pub(crate) fn figures(text: &Text, published: Option<Edge>) -> (Vec<Figure>, usize) {
    let content = text.content();
    // Only a text without a date needs the year that its own dates leave.
    let only_year = if published.is_none() { only_year(content, text.blocks()) } else { None };
    let reference = Reference { published, only_year };
    let habit = Habit::of(content);
    // What the text is about is asked for only when a number may be a figure.
    let topic: LazyTopic<'_> = LazyCell::new(Box::new(|| Topic::of(text)));
    let mut found: Vec<Figure> = Vec::new();
    let mut left_out = 0;
    let mut thread = Thread::default();
    for block in text.blocks().iter().filter(|b| b.kind.is_read()) {
        thread.turn();
        for span in sentences(content, block.span) {
            if !may_hold_numbers(&content[span.start..span.end]) {
                thread.pass(span);
                continue;
            }
            let tokens = tokens(content, span);
            let numbers = numbers(content, &tokens, habit);
            // Most numbers are dates, ages and names: their sentence is looked at again only if a figure leans on it.
            if !numbers.iter().any(may_count) {
                left_out += numbers.len();
                thread.pass(span);
                continue;
            }
            let times = without_dateline(content, span, times(&tokens, reference));
            let (named, cues) = (Vec::new(), Vec::new());
            let mut sentence =
                Sentence { span, block: block.kind, content, tokens, numbers, times, reference, named, cues };
            left_out += sentence.read(text, &topic, &mut found, &mut thread);
        }
    }
    repeats::say_once(&mut found);
    repeats::date_titles(&mut found);
    (found, left_out)
}

fn may_count(number: &Number) -> bool {
    matches!(number.what, What::Count | What::Money(_) | What::Percent)
}

/// "Niamey, 16 juillet (ANP) - …": the day of the dispatch is no time of what it tells.
fn without_dateline(content: &str, sentence: Span, mut times: Vec<Time>) -> Vec<Time> {
    let opens = times.first().is_some_and(|t| {
        let before = &content[sentence.start..t.span.start];
        let after = content[t.span.end..sentence.end].trim_start();
        t.from <= 6
            && before.contains(',')
            && before.starts_with(char::is_uppercase)
            && after.starts_with(['(', '-', '–', '—', ':'])
    });
    if opens {
        times.remove(0);
    }
    times
}

/// A sentence without digits may still say "deux cent mille" or "une centaine": cheap look before the real one.
fn may_hold_numbers(sentence: &str) -> bool {
    static HINTS: LazyLock<Regex> = LazyLock::new(|| {
        let words = "cents? mille millier million millions milliard milliards dizaine douzaine quinzaine vingtaine \
                     trentaine quarantaine cinquantaine soixantaine centaine deux trois quatre cinq six sept huit neuf \
                     dix onze douze treize quatorze quinze seize vingts? trente quarante cinquante soixante septante \
                     huitante octante nonante";
        let words = words.replace(' ', "|");
        Regex::new(&format!(r"(?i-u)[0-9]|\b(?:{words}|z(?:e|\xc3\xa9)ro)\b")).expect("a literal pattern")
    });
    HINTS.is_match(sentence.as_bytes())
}

impl Sentence<'_> {
    fn find_cues(&mut self) {
        self.named = institutions::named(self.content, &self.tokens);
        for at in (0..self.tokens.len()).filter(|&at| !self.named[at]) {
            self.cues.extend(LEXICON.cues_at(&self.tokens, at).map(|(cue, end)| (at, end, cue)));
        }
    }

    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.folded.as_str())
    }

    /// Whether the token stands in the text with a capital.
    fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| self.content[t.span.start..].starts_with(char::is_uppercase))
    }

    /// Adds the figures of this sentence; returns how many numbers it left out.
    fn read(
        &mut self,
        text: &Text,
        topic: &LazyTopic<'_>,
        found: &mut Vec<Figure>,
        thread: &mut Thread,
    ) -> usize {
        thread.open(self, found.len());
        let mut candidates = self.candidates(thread);
        if !candidates.is_empty() {
            candidates = parts::tie(self, candidates, found, thread);
            self.find_cues();
            for candidate in &mut candidates {
                candidate.own = self.own_indicator(candidate);
            }
        }
        // A bare number that no words govern: nothing more to look for.
        candidates.retain(|c| c.own.is_some() || c.total.is_some() || self.may_carry(c));
        if candidates.is_empty() {
            thread.close(self);
            return self.numbers.len();
        }
        thread.look_back(self);
        let mut made: Vec<(usize, Figure, Reading)> = Vec::new();
        for candidate in &candidates {
            if let Some((figure, reading)) = self.figure(text, candidate, &made, found, thread, topic) {
                thread.follow(self, &figure, candidate);
                made.push((candidate.number, figure, reading));
            }
        }
        thread.close(self);
        let numbers = self.numbers.iter().filter(|n| !self.is_time(n)).count();
        let left_out = numbers - made.len();
        found.extend(made.into_iter().map(|(_, figure, _)| figure));
        left_out
    }

    fn is_time(&self, number: &Number) -> bool {
        self.times.iter().any(|t| t.covers(number.span))
    }

    fn candidates(&self, thread: &Thread) -> Vec<Candidate> {
        let counted = |(i, n): (usize, &Number)| {
            let counted = self.counted(i, n, thread)?;
            Some(Candidate { number: i, counted, total: None, own: None })
        };
        self.numbers.iter().enumerate().filter(|(_, n)| !self.is_time(n)).filter_map(counted).collect()
    }

    fn figure(
        &self,
        text: &Text,
        candidate: &Candidate,
        made: &[(usize, Figure, Reading)],
        found: &[Figure],
        thread: &Thread,
        topic: &LazyTopic<'_>,
    ) -> Option<(Figure, Reading)> {
        let number = &self.numbers[candidate.number];
        // The total is a number of this sentence, or a figure said before.
        let total = candidate.total.and_then(|t| t.figure(made, found));
        let read = self.indicator(candidate, total, made.last().map(|m| &m.2), thread, topic)?;
        let reading = self.seen_from_host(candidate, self.restated(read, number, found), topic);
        let indicator = &LEXICON.indicators[reading.indicator];
        if !fits(&indicator.id, candidate.counted) || self.is_foreign(candidate, &indicator.id, topic, thread)
        {
            return None;
        }
        let (period, period_words) =
            self.period(candidate, reading.indicator, total, found, made.last().map(|m| &m.1), thread);
        let elided = matches!(candidate.counted, Counted::Money).then(|| self.currency(thread)).flatten();
        let money = elided.map(|code| Unit::Money(code.to_owned()));
        let unit = number.unit().or(money).unwrap_or_else(|| candidate.counted.unit(&indicator.id));
        // Budgets and appeals are figures whether asked, promised or paid.
        let promised = indicator.id == "funding.amount";
        let modality = if !promised && self.is_planned(number) { Modality::Plan } else { Modality::Fact };
        let (origin, destination) = self.places(number, &indicator.id);
        let speaker = self.speaker();
        let written = |span: Option<Span>| span.and_then(|s| s.of(self.content)).map(one_line);
        let total_value = candidate.total.map(|t| t.value(self, found));
        let evidence = Evidence {
            bound: number.hedge,
            indicator: reading.evidence,
            period: period_words,
            population: candidate.counted.words(),
            part_of: candidate.total.and_then(|t| t.words(self)),
            origin,
            destination,
            speaker,
        };
        let mut figure = Figure::cut(
            text,
            FigureParts {
                sentence: self.span,
                number: number.span,
                quantity: Quantity { value: number.value, upper: number.upper, bound: number.bound, unit },
                indicator: indicator.id.clone(),
                population: written(candidate.counted.words()),
                origin: written(origin),
                destination: written(destination),
                speaker: written(speaker),
                period,
                modality,
                block: self.block,
                evidence,
                confidence: confidence::probability(&reading, period, period_words, self.span),
            },
        )?;
        if let Some(total) = total {
            // Another unit for the same people is no part: "300 familles, soit 1 450 personnes".
            let same_kind = total.quantity.unit == figure.quantity.unit
                || !matches!(total.quantity.unit, Unit::Households) && figure.quantity.unit == Unit::Persons;
            if same_kind {
                figure.part_of = Some(total.quantity.value);
                figure.part_of_id = Some(total.id);
            }
        } else if let Some(value) = total_value.filter(|v| *v > number.value) {
            figure.part_of = Some(value); // A total that is itself no figure: "sur 400 projets soumis, 274 …".
        }
        Some((figure, reading))
    }

    /// "doit accueillir", "prévoit", "espérait porter … à": announced, not observed.
    fn is_planned(&self, number: &Number) -> bool {
        let clause = self.clause_before(number.from, 12);
        let before = clause.clone().any(|i| LEXICON.plan.end_at(&self.tokens, i).is_some());
        let done = clause.clone().any(|i| LEXICON.fact.end_at(&self.tokens, i).is_some());
        let after = (number.to..(number.to + 6).min(self.tokens.len()))
            .take_while(|&i| !matches!(self.word(i), "," | ";" | "." | "dont" | "et"))
            .any(|i| {
                matches!(
                    self.word(i),
                    "prevus"
                        | "prevues"
                        | "attendus"
                        | "attendues"
                        | "vises"
                        | "visees"
                        | "devraient"
                        | "doivent"
                )
            });
        before && !done || after
    }

    /// The tokens before `end` in the same part of the sentence, at most `reach` of them.
    fn clause_before(&self, end: usize, reach: usize) -> std::ops::Range<usize> {
        let from = end.saturating_sub(reach);
        let start = (from..end)
            .rev()
            .find(|&i| matches!(self.word(i), ";" | ":" | "." | "," | "»" | "«" | "("))
            .map_or(from, |i| i + 1);
        start..end
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Money goes with money, a share with a share, people with the rest.
fn fits(indicator: &str, counted: Counted) -> bool {
    match counted {
        Counted::Money => matches!(indicator, "remittances.amount" | "funding.amount"),
        Counted::Share => indicator == "remittances.gdp_share",
        Counted::Things(_) => true,
        _ => !matches!(indicator, "remittances.amount" | "funding.amount" | "remittances.gdp_share"),
    }
}

impl Counted {
    fn unit(self, indicator: &str) -> Unit {
        match self {
            Self::Households(_) => Unit::Households,
            Self::Flights(_) => Unit::Flights,
            _ if indicator == "projects.count" => Unit::Projects,
            _ if indicator == "flow.monitored" => Unit::Movements,
            _ => Unit::Persons,
        }
    }
}

/// How many figures back a number said again is looked for.
const NEAR: usize = 60;
