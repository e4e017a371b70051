//! What is counted over the articles, and the rates made of it.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Counts of one article or of many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Figures to be found, and figures read.
    pub gold: usize,
    pub predicted: usize,
    /// Figures of the gold set that were found, by how much of them is right as well.
    pub found: usize,
    pub indicator: usize,
    pub to_bound: usize,
    pub to_period: usize,
    /// Indicator, bound, period (months) and unit.
    pub all: usize,
    /// Indicator, bound, period (days), unit and total.
    pub all_strict: usize,
    /// Of the figures found, the fields that are right each for itself.
    pub bound: usize,
    pub period: usize,
    pub period_strict: usize,
    pub unit: usize,
    pub part_of: usize,
    /// Figures read that are none.
    pub wrong: usize,
    pub distractors_reported: usize,
    pub ignored_repeats: usize,
    pub ignored_optional: usize,
}

/// Of a number right: what share of what was read, what share of what was to be found.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Rates {
    #[serde(rename = "tp")]
    pub right: usize,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

impl Tally {
    pub(super) fn sum<'t>(tallies: impl IntoIterator<Item = &'t Self>) -> Self {
        let mut sum = Self::default();
        for mut one in tallies.into_iter().copied() {
            for (all, here) in sum.counts_mut().into_iter().zip(one.counts_mut()) {
                *all += *here;
            }
        }
        sum
    }

    fn counts_mut(&mut self) -> [&mut usize; 17] {
        [
            &mut self.gold,
            &mut self.predicted,
            &mut self.found,
            &mut self.indicator,
            &mut self.to_bound,
            &mut self.to_period,
            &mut self.all,
            &mut self.all_strict,
            &mut self.bound,
            &mut self.period,
            &mut self.period_strict,
            &mut self.unit,
            &mut self.part_of,
            &mut self.wrong,
            &mut self.distractors_reported,
            &mut self.ignored_repeats,
            &mut self.ignored_optional,
        ]
    }

    /// Figures read that are right or wrong: neither repeated nor optional.
    pub fn counted(&self) -> usize {
        self.found + self.wrong
    }

    pub fn rates(&self, right: usize) -> Rates {
        let share = |of: usize| if of == 0 { 0.0 } else { right as f64 / of as f64 };
        let (precision, recall) = (share(self.counted()), share(self.gold));
        let sum = precision + recall;
        Rates { right, precision, recall, f1: if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 } }
    }

    /// The lines of the table, each asking more than the one above: found, its indicator, bound, period, all, and all
    /// to the day.
    pub fn table(&self) -> [(&'static str, Rates); 6] {
        [
            ("found", self.rates(self.found)),
            ("ind", self.rates(self.indicator)),
            ("bound", self.rates(self.to_bound)),
            ("per", self.rates(self.to_period)),
            ("all", self.rates(self.all)),
            ("all_strict", self.rates(self.all_strict)),
        ]
    }

    /// Each field for itself, as a share of the figures found.
    pub fn fields(&self) -> [(&'static str, f64); 6] {
        let share = |right: usize| right as f64 / self.found.max(1) as f64;
        [
            ("indicator", share(self.indicator)),
            ("bound", share(self.bound)),
            ("period", share(self.period)),
            ("period_strict", share(self.period_strict)),
            ("unit", share(self.unit)),
            ("part_of", share(self.part_of)),
        ]
    }
}

/// The names are those that the public scorer gives its counts. Quotes are cut from their text, so that none can be
/// missing there.
impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, count) in [
            ("gold", self.gold),
            ("predicted", self.predicted),
            ("counted", self.counted()),
            ("wrong", self.wrong),
            ("distractors_reported", self.distractors_reported),
            ("ignored_repeats", self.ignored_repeats),
            ("ignored_optional", self.ignored_optional),
        ] {
            map.serialize_entry(name, &count)?;
        }
        for (name, rates) in self.table() {
            let Rates { right, precision, recall, f1 } = rates;
            let rounded = Rates { right, precision: round(precision), recall: round(recall), f1: round(f1) };
            map.serialize_entry(name, &rounded)?;
        }
        let fields = self.fields().map(|(name, share)| (name, round(share)));
        map.serialize_entry("of_found", &std::collections::BTreeMap::from(fields))?;
        map.end()
    }
}

/// Four decimals, the nearest.
pub(super) fn round(share: f64) -> f64 {
    format!("{share:.4}").parse().unwrap_or(share)
}

/// For serde.
pub(super) fn rounded<S: Serializer>(share: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(round(*share))
}
