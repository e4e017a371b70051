//! When a figure that was read is the one that people found: field by field, after the annotation guidelines.

use balise_model::{Figure, Period as ReadPeriod, PeriodKind};
use std::fmt;

use super::gold::{Claim, Period, Range};

pub(super) fn overlap(a: Range, b: Range) -> bool {
    a.0 < b.1 && b.0 < a.1
}

pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * 1.0_f64.max(a.abs()).max(b.abs())
}

/// Equal values; of a range, either end.
pub(super) fn value(read: &Figure, gold: &Claim) -> bool {
    let quantity = &read.quantity;
    let upper = |max: f64| same(quantity.value, max) || quantity.upper.is_some_and(|u| same(u, max));
    same(quantity.value, gold.value) || gold.value_max.is_some_and(upper)
}

pub(super) fn indicator(read: &Figure, gold: &Claim) -> bool {
    read.indicator == gold.indicator || gold.indicator_alt.contains(&read.indicator)
}

pub(super) fn bound(read: &Figure, gold: &Claim) -> bool {
    let said = read.quantity.bound.name();
    said == gold.bound || gold.bound_alt.iter().any(|alt| alt == said)
}

pub(super) fn unit(read: &Figure, gold: &Claim) -> bool {
    read.quantity.unit.name() == gold.unit
}

pub(super) fn part_of(read: &Figure, gold: &Claim) -> bool {
    match (read.part_of, gold.part_of) {
        (Some(read), Some(gold)) => same(read, gold),
        (read, gold) => read.is_none() && gold.is_none(),
    }
}

/// A period with its days written out, as the gold set has them.
pub(super) struct Days {
    kind: PeriodKind,
    start: Option<String>,
    end: Option<String>,
}

impl Days {
    pub(super) fn of(period: &ReadPeriod) -> Self {
        let day = |edge: Option<balise_model::Edge>| edge.map(|e| e.day.to_string());
        Self { kind: period.kind, start: day(period.start), end: day(period.end) }
    }

    /// The same kind and the same days.
    pub(super) fn strictly(&self, gold: &Claim) -> bool {
        gold.periods().any(|g| {
            self.kind.name() == g.period_kind && self.start == g.period_start && self.end == g.period_end
        })
    }

    /// The same kind ("during" and "event" are one) and the same months; a day the gold set lacks is not compared.
    pub(super) fn leniently(&self, gold: &Claim) -> bool {
        gold.periods().any(|g| self.is_like(g))
    }

    fn is_like(&self, gold: &Period) -> bool {
        let kind = self.kind.name();
        let (start, end) = (self.start.as_deref(), self.end.as_deref());
        let (gold_start, gold_end) = (gold.period_start.as_deref(), gold.period_end.as_deref());
        if gold_start.is_none() && gold_end.is_none() {
            return start.is_none() && end.is_none() || kind == gold.period_kind && kind != "unknown";
        }
        let movement = |kind: &str| matches!(kind, "during" | "event");
        if kind != gold.period_kind && !(movement(kind) && movement(&gold.period_kind)) {
            return false;
        }
        let end_is_right = match (gold_end, gold.period_kind.as_str()) {
            (None, _) => true,
            // Of a running total only the year of its end counts, when there is one.
            (Some(_), "since") => end.is_none() || head(end, 4) == head(gold_end, 4),
            (Some(_), _) => head(end.or(start), 7) == head(gold_end, 7),
        };
        end_is_right && (gold_start.is_none() || head(start, 7) == head(gold_start, 7))
    }
}

/// The year (4) or the month (7) of a day.
fn head(day: Option<&str>, length: usize) -> Option<&str> {
    day.map(|d| d.get(..length).unwrap_or(d))
}

/// "since 2017-01-01..2025-01-31"
fn written(kind: &str, start: Option<&str>, end: Option<&str>) -> String {
    match (start, end) {
        (None, None) => kind.to_owned(),
        _ => format!("{kind} {}..{}", start.unwrap_or(""), end.unwrap_or("")),
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(self.kind.name(), self.start.as_deref(), self.end.as_deref()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(&self.period_kind, self.period_start.as_deref(), self.period_end.as_deref()))
    }
}
