//! One article judged: which figure that was read is which one that people found, and what is wrong with the rest.

use balise_model::Figure;
use serde::Serialize;
use std::cmp::Reverse;

use super::gold::{Claim, Entry, Place, Range};
use super::rules::{self, Days, overlap, same};
use super::tally::Tally;
use crate::contract::CodePoints;

/// A figure that was read, with its places in code points.
pub(super) struct Read<'f> {
    figure: &'f Figure,
    quote: Range,
    number: Range,
}

impl<'f> Read<'f> {
    pub(super) fn of(figure: &'f Figure, points: &CodePoints<'_>) -> Self {
        Self { figure, quote: points.span(figure.quote.span()), number: points.span(figure.number) }
    }
}

/// What came out for one article.
pub(super) struct Judged {
    pub(super) tally: Tally,
    pub(super) faults: Vec<Fault>,
    /// How sure the reader was of each figure that counts, and whether it was right.
    pub(super) answers: Vec<(f64, bool)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    Missed,
    FalseAlarm,
    Indicator,
    Bound,
    Period,
    Unit,
    PartOf,
}

impl FaultKind {
    pub const ALL: [Self; 7] = [
        Self::Missed,
        Self::FalseAlarm,
        Self::Indicator,
        Self::Bound,
        Self::Period,
        Self::Unit,
        Self::PartOf,
    ];
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Fault {
    pub kind: FaultKind,
    pub id: String,
    pub value: f64,
    /// What the gold set has, what was read; of a false alarm, the words that were known to mislead.
    pub gold: Option<String>,
    pub read: Option<String>,
    pub sentence: String,
}

/// What speaks for a pair, the strongest first: the same number; the right indicator, bound, period; the figure's own
/// place and not a repetition; the shorter quote; the earlier in both lists.
type Merit = (bool, bool, bool, bool, bool, Reverse<usize>, Reverse<usize>, Reverse<usize>);

pub(super) fn judge(entry: &Entry, read: &[Read<'_>], skip_title: bool) -> Judged {
    let wanted: Vec<&Claim> = entry.claims.iter().filter(|c| !(skip_title && c.in_title)).collect();
    let pairs = pair(&wanted, read);
    let mut judged = Judged {
        tally: Tally { gold: wanted.len(), predicted: read.len(), ..Tally::default() },
        faults: Vec::new(),
        answers: Vec::new(),
    };
    for (claim, matched) in wanted.iter().zip(&pairs) {
        match matched {
            Some(i) => judged.compare(entry, claim, read[*i].figure),
            None => judged.faults.push(Fault {
                kind: FaultKind::Missed,
                id: entry.id.clone(),
                value: claim.value,
                gold: Some(claim.indicator.clone()),
                read: None,
                sentence: claim.quote.clone(),
            }),
        }
    }
    let found: Vec<&Claim> =
        wanted.iter().zip(&pairs).filter(|(_, m)| m.is_some()).map(|(c, _)| *c).collect();
    for (_, left) in read.iter().enumerate().filter(|(i, _)| !pairs.contains(&Some(*i))) {
        if found.iter().any(|claim| repeats(left, claim)) {
            judged.tally.ignored_repeats += 1;
        } else if is_optional(entry, left, skip_title) {
            judged.tally.ignored_optional += 1;
        } else {
            judged.false_alarm(entry, left);
        }
    }
    judged
}

/// For each figure wanted, the one read: the best pair first, each used once.
fn pair(wanted: &[&Claim], read: &[Read<'_>]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(Merit, usize, usize)> = Vec::new();
    for (j, claim) in wanted.iter().enumerate() {
        for (i, one) in read.iter().enumerate() {
            pairs.extend(merit(claim, one, j, i).map(|merit| (merit, j, i)));
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut matched, mut used) = (vec![None; wanted.len()], vec![false; read.len()]);
    for (_, j, i) in pairs {
        if matched[j].is_none() && !used[i] {
            matched[j] = Some(i);
            used[i] = true;
        }
    }
    matched
}

/// Nothing when they cannot be the same figure.
fn merit(claim: &Claim, read: &Read<'_>, j: usize, i: usize) -> Option<Merit> {
    let figure = read.figure;
    if !rules::value(figure, claim) {
        return None;
    }
    let places: Vec<&Place> = claim.places().filter(|p| overlap(read.quote, p.quote())).collect();
    if places.is_empty() {
        return None;
    }
    Some((
        places.iter().any(|p| overlap(read.number, p.number())),
        rules::indicator(figure, claim),
        rules::bound(figure, claim),
        Days::of(&figure.period).leniently(claim),
        overlap(read.quote, claim.place.quote()),
        Reverse(read.quote.1 - read.quote.0),
        Reverse(j),
        Reverse(i),
    ))
}

fn repeats(read: &Read<'_>, claim: &Claim) -> bool {
    rules::value(read.figure, claim) && claim.places().any(|p| overlap(read.quote, p.quote()))
}

fn is_optional(entry: &Entry, read: &Read<'_>, skip_title: bool) -> bool {
    let value = read.figure.quantity.value;
    let listed = entry
        .optional
        .iter()
        .any(|o| overlap(read.quote, o.range()) && o.values().iter().any(|v| same(value, *v)));
    let mut titles = entry.claims.iter().filter(|c| skip_title && c.in_title);
    listed || titles.any(|c| overlap(read.quote, c.place.number()) && same(value, c.value))
}

/// The words that look like a figure and are none, when this is what was read.
fn distractor<'e>(entry: &'e Entry, read: &Read<'_>) -> Option<&'e str> {
    let value = read.figure.quantity.value;
    let misled = |words: &str| {
        let bare: String = words.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        match bare.replace(',', ".").parse::<f64>() {
            Ok(number) => [1.0, 1e3, 1e6, 1e9].iter().any(|unit| same(value, number * unit)),
            Err(_) => entry.distractors.contains(&value),
        }
    };
    let spans = entry.distractor_spans.iter();
    let mut here = spans.filter(|(start, end, _)| overlap(read.quote, (*start, *end)));
    here.find(|(_, _, words)| misled(words)).map(|(_, _, words)| words.as_str())
}

impl Judged {
    /// A figure that was found: what of it is right.
    fn compare(&mut self, entry: &Entry, claim: &Claim, figure: &Figure) {
        let days = Days::of(&figure.period);
        let (indicator, bound) = (rules::indicator(figure, claim), rules::bound(figure, claim));
        let (period, strict) = (days.leniently(claim), days.strictly(claim));
        let (unit, part) = (rules::unit(figure, claim), rules::part_of(figure, claim));
        let all = indicator && bound && period && unit;
        let tally = &mut self.tally;
        for (count, right) in [
            (&mut tally.found, true),
            (&mut tally.indicator, indicator),
            (&mut tally.to_bound, indicator && bound),
            (&mut tally.to_period, indicator && bound && period),
            (&mut tally.all, all),
            (&mut tally.all_strict, indicator && bound && strict && unit && part),
            (&mut tally.bound, bound),
            (&mut tally.period, period),
            (&mut tally.period_strict, strict),
            (&mut tally.unit, unit),
            (&mut tally.part_of, part),
        ] {
            *count += usize::from(right);
        }
        self.answers.push((figure.confidence, all));

        let total = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| v.to_string());
        let quantity = &figure.quantity;
        let wrong = [
            (indicator, FaultKind::Indicator, claim.indicator.clone(), figure.indicator.clone()),
            (bound, FaultKind::Bound, claim.bound.clone(), quantity.bound.name().to_owned()),
            (period, FaultKind::Period, claim.period.to_string(), days.to_string()),
            (unit, FaultKind::Unit, claim.unit.clone(), quantity.unit.name().to_owned()),
            (part, FaultKind::PartOf, total(claim.part_of), total(figure.part_of)),
        ];
        for (_, kind, gold, read) in wrong.into_iter().filter(|(right, ..)| !right) {
            self.faults.push(Fault {
                kind,
                id: entry.id.clone(),
                value: claim.value,
                gold: Some(gold),
                read: Some(read),
                sentence: claim.quote.clone(),
            });
        }
    }

    fn false_alarm(&mut self, entry: &Entry, read: &Read<'_>) {
        let figure = read.figure;
        let misled = distractor(entry, read);
        self.tally.wrong += 1;
        self.tally.distractors_reported += usize::from(misled.is_some());
        self.answers.push((figure.confidence, false));
        self.faults.push(Fault {
            kind: FaultKind::FalseAlarm,
            id: entry.id.clone(),
            value: figure.quantity.value,
            gold: misled.map(str::to_owned),
            read: Some(figure.indicator.clone()),
            sentence: figure.quote.words().to_owned(),
        });
    }
}
