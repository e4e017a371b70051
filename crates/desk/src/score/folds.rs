//! How much the score owes to which articles are in the set. The rules are fixed, so nothing is trained on the rest:
//! the folds show the spread, and drawing articles anew gives the interval. Articles, not figures, are drawn,
//! because figures of one article stand and fall together.

use serde::Serialize;

use super::tally::{Tally, rounded};

/// Draws for the interval; the same every time, so that two runs can be compared.
const DRAWS: usize = 2_000;
const SEED: u64 = 20_260_401;

/// F1 over the folds.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Spread {
    #[serde(serialize_with = "rounded")]
    pub mean: f64,
    #[serde(serialize_with = "rounded")]
    pub lowest: f64,
    #[serde(serialize_with = "rounded")]
    pub highest: f64,
}

/// Where 95 % of the F1 of drawn sets lie.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Interval {
    #[serde(serialize_with = "rounded")]
    pub low: f64,
    #[serde(serialize_with = "rounded")]
    pub high: f64,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Folds {
    pub number: usize,
    pub found: Spread,
    pub all: Spread,
    pub found_interval: Interval,
    pub all_interval: Interval,
}

impl Folds {
    /// Every `number`th article makes a fold.
    pub(super) fn of(articles: &[Tally], number: usize) -> Self {
        let number = number.clamp(1, articles.len().max(1));
        let fold = |n: usize| Tally::sum(articles.iter().skip(n).step_by(number));
        let folds: Vec<Tally> = (0..number).map(fold).collect();
        let drawn = draw(articles);
        Self {
            number,
            found: spread(&folds.iter().map(found).collect::<Vec<_>>()),
            all: spread(&folds.iter().map(all).collect::<Vec<_>>()),
            found_interval: interval(drawn.iter().map(found).collect()),
            all_interval: interval(drawn.iter().map(all).collect()),
        }
    }
}

fn found(tally: &Tally) -> f64 {
    tally.rates(tally.found).f1
}

fn all(tally: &Tally) -> f64 {
    tally.rates(tally.all).f1
}

fn spread(f1: &[f64]) -> Spread {
    Spread {
        mean: f1.iter().sum::<f64>() / f1.len().max(1) as f64,
        lowest: f1.iter().copied().fold(1.0, f64::min),
        highest: f1.iter().copied().fold(0.0, f64::max),
    }
}

fn interval(mut f1: Vec<f64>) -> Interval {
    f1.sort_by(f64::total_cmp);
    let at = |share: f64| f1.get((share * (f1.len() as f64 - 1.0)).round() as usize).copied().unwrap_or(0.0);
    Interval { low: at(0.025), high: at(0.975) }
}

/// Sets of as many articles, each drawn from all.
fn draw(articles: &[Tally]) -> Vec<Tally> {
    let mut state = SEED;
    let mut any = || &articles[(next(&mut state) % articles.len() as u64) as usize];
    match articles.len() {
        0 => Vec::new(),
        n => (0..DRAWS).map(|_| Tally::sum((0..n).map(|_| any()).collect::<Vec<_>>())).collect(),
    }
}

/// SplitMix64: enough chance for drawing lots, and the same on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
