//! What a person puts in place of the machine's reading of a figure. The machine's reading stays beside it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Figure, Modality, Period, PeriodKind, Quantity, Verdict};

/// The fields of a figure that a person may give. The sentence and the number as written are the text's.
#[derive(Clone, PartialEq, Debug)]
pub struct Fields {
    pub quantity: Quantity,
    /// An id of `data/indicators.toml`.
    pub indicator: String,
    pub period: Period,
    pub population: Option<String>,
    pub modality: Modality,
}

/// Why fields cannot be a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldFault {
    /// Not a number, negative, or more than anyone counts.
    Value,
    /// The upper value of a range does not lie above its value.
    Upper,
    /// The period ends before it starts.
    Backwards,
    /// A running total without the day it runs from.
    NoStart,
    /// A stock without its day.
    NoEnd,
    /// A kind of period without any day.
    NoDay,
}

/// More than anyone counts in people or francs.
const LARGEST: f64 = 1e15;

impl Fields {
    pub fn of(figure: &Figure) -> Self {
        Self {
            quantity: figure.quantity.clone(),
            indicator: figure.indicator.clone(),
            period: figure.period,
            population: figure.population.clone(),
            modality: figure.modality,
        }
    }

    pub fn fault(&self) -> Option<FieldFault> {
        let Quantity { value, upper, .. } = self.quantity;
        let counted = |v: f64| (0.0..=LARGEST).contains(&v);
        if !counted(value) {
            return Some(FieldFault::Value);
        }
        if upper.is_some_and(|upper| !counted(upper) || upper <= value) {
            return Some(FieldFault::Upper);
        }
        let Period { start, end, kind } = self.period;
        match (kind, start, end) {
            (_, Some(start), Some(end)) if start.day > end.day => Some(FieldFault::Backwards),
            (PeriodKind::Since, None, _) => Some(FieldFault::NoStart),
            (PeriodKind::AsOf, _, None) => Some(FieldFault::NoEnd),
            (PeriodKind::During | PeriodKind::Event, None, None) => Some(FieldFault::NoDay),
            _ => None,
        }
    }
}

impl Figure {
    /// The same sentence and number with a person's fields. Words that the machine read a changed field from say
    /// nothing of what the person put there: they stay with the machine's reading.
    pub fn with(&self, fields: Fields) -> Self {
        let mut out = self.clone();
        let evidence = &mut out.evidence;
        if fields.quantity.bound != self.quantity.bound {
            evidence.bound = None;
        }
        if fields.indicator != self.indicator {
            evidence.indicator = None;
        }
        if fields.period != self.period {
            evidence.period = None;
        }
        if fields.population != self.population {
            evidence.population = None;
        }
        let Fields { quantity, indicator, period, population, modality } = fields;
        Self { quantity, indicator, period, population, modality, confidence: 1.0, ..out }
    }
}

/// That a person gave the values of a figure: who, when, and what the machine had read then.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Correction {
    pub by: String,
    pub at: Timestamp,
    /// Offset of the day and place where it was done, in minutes from UTC.
    pub offset_minutes: i32,
    /// Absent when the machine had read no figure there: it was made by hand.
    pub read: Option<Figure>,
}

impl Correction {
    /// The civil day of the correction, where it was made.
    pub fn day(&self) -> jiff::civil::Date {
        Verdict::civil_day(self.at, self.offset_minutes)
    }
}
