//! Decided figures of one indicator, sorted onto the panels where they may be compared: running totals, counts of
//! a period, stocks on a day. What cannot be drawn is kept aside with its reason, never dropped in silence.

use balise_model::{Cited, PeriodKind, Unit};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::point::{LeftOut, Point, Why};

/// What to draw.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Spec {
    /// An id of `data/indicators.toml`.
    pub indicator: String,
    /// Without one, the title is a sentence made from the series.
    #[serde(default)]
    pub title: Option<String>,
    /// Without one, the indicator and its unit.
    #[serde(default)]
    pub subtitle: Option<String>,
}

/// The points of one indicator in one unit; each list is in order of time, then value.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Series {
    pub indicator: String,
    /// The unit most figures have.
    pub unit: Unit,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// Running totals: "depuis 2017".
    pub cumulative: Vec<Point>,
    /// Counts of a closed period or of one event.
    pub periods: Vec<Point>,
    /// Counts on a day.
    pub stock: Vec<Point>,
    pub left_out: Vec<LeftOut>,
}

impl Series {
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.cumulative.iter().chain(&self.periods).chain(&self.stock)
    }

    /// Every statement drawn.
    pub fn statements(&self) -> impl Iterator<Item = &Cited> {
        self.points().flat_map(Point::statements)
    }

    pub fn is_empty(&self) -> bool {
        self.points().next().is_none()
    }

    /// Some of it comes from the sample library, whose texts are invented.
    pub fn is_sample(&self) -> bool {
        self.statements().any(|c| c.source.sample)
    }
}

/// The series of an indicator. The order in which figures are given does not matter.
pub fn series(figures: &[Cited], spec: &Spec) -> Series {
    let mut left_out = Vec::new();
    let mut points = Vec::new();
    for cited in figures.iter().filter(|c| c.figure.indicator == spec.indicator) {
        match Point::of(cited) {
            Ok(point) => points.push(point),
            Err(why) => left_out.push(LeftOut { cited: cited.clone(), why }),
        }
    }
    let unit = main_unit(&points);
    let (points, others): (Vec<_>, Vec<_>) =
        points.into_iter().partition(|p| p.figure().quantity.unit == unit);
    left_out.extend(others.into_iter().map(|p| LeftOut { cited: p.cited().clone(), why: Why::OtherUnit }));
    left_out.sort_by_key(|l| (l.why, l.cited.figure.id));

    let mut series = Series {
        indicator: spec.indicator.clone(),
        unit,
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
        cumulative: Vec::new(),
        periods: Vec::new(),
        stock: Vec::new(),
        left_out,
    };
    for point in joined(with_subsets(points)) {
        match point.figure().period.kind {
            PeriodKind::Since => series.cumulative.push(point),
            PeriodKind::AsOf => series.stock.push(point),
            PeriodKind::During | PeriodKind::Event | PeriodKind::Unknown => series.periods.push(point),
        }
    }
    series
}

/// Units never share an axis. On a tie the first in the order of `Unit`, so that the choice is always the same.
fn main_unit(points: &[Point]) -> Unit {
    let mut counts: BTreeMap<&Unit, usize> = BTreeMap::new();
    for point in points {
        *counts.entry(&point.figure().quantity.unit).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(0);
    counts.into_iter().find(|(_, n)| *n == most).map_or(Unit::Persons, |(unit, _)| unit.clone())
}

/// Marks the points that are part of a total drawn with them: named by id, or by value in the same text.
fn with_subsets(mut points: Vec<Point>) -> Vec<Point> {
    let ids: BTreeSet<_> = points.iter().map(Point::id).collect();
    let said: Vec<_> = points.iter().map(|p| (p.figure().text.clone(), p.value(), p.id())).collect();
    for point in &mut points {
        let figure = point.figure();
        let by_id = figure.part_of_id.is_some_and(|id| id != figure.id && ids.contains(&id));
        let by_value = figure.part_of.is_some_and(|total| {
            said.iter().any(|(text, value, id)| *text == figure.text && *value == total && *id != figure.id)
        });
        if by_id || by_value {
            point.mark_subset();
        }
    }
    points
}

/// One point for statements of the same value, bound, period and kind; the earliest published speaks for them.
fn joined(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| {
        let time = (a.when(), a.first()).cmp(&(b.when(), b.first()));
        let value = a
            .value()
            .total_cmp(&b.value())
            .then(a.upper().unwrap_or(0.0).total_cmp(&b.upper().unwrap_or(0.0)));
        let published =
            |p: &Point| p.cited().source.published.map(|e| e.day).unwrap_or(jiff::civil::Date::MAX);
        time.then(value).then_with(|| (published(a), a.id()).cmp(&(published(b), b.id())))
    });
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        match kept.iter_mut().find(|k| says_the_same(k, &point)) {
            Some(same) => same.also(point),
            None => kept.push(point),
        }
    }
    kept
}

fn says_the_same(a: &Point, b: &Point) -> bool {
    a.figure().period.kind == b.figure().period.kind
        && (a.first(), a.when()) == (b.first(), b.when())
        && a.value() == b.value()
        && a.upper() == b.upper()
        && a.bound() == b.bound()
}
