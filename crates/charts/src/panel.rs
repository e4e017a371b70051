//! Which panels a series has, and what stands in each: lines stacked from 1 January, gaps without a figure.

use balise_model::Unit;
use balise_words::Lang;
use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::point::Point;
use crate::scale::{TimeAxis, ValueAxis, day};
use crate::series::Series;
use crate::words;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Total,
    Stock,
    Periods,
}

pub(crate) struct Panel<'a> {
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) values: ValueAxis,
    /// In order of time.
    pub(crate) points: Vec<&'a Point>,
}

/// Totals that began in different years are different totals: each has its panel.
pub(crate) fn panels(series: &Series, lang: Lang) -> Vec<Panel<'_>> {
    let mut totals: BTreeMap<Option<i16>, Vec<&Point>> = BTreeMap::new();
    for point in &series.cumulative {
        totals.entry(point.figure().period.start.map(|s| s.day.year())).or_default().push(point);
    }
    let totals = totals.into_iter().map(|(since, points)| (Kind::Total, since, points));
    let stock = (Kind::Stock, None, series.stock.iter().collect());
    let periods = (Kind::Periods, None, series.periods.iter().collect());
    totals
        .chain([stock, periods])
        .filter(|(_, _, points): &(_, _, Vec<&Point>)| !points.is_empty())
        .map(|(kind, since, points)| Panel {
            kind,
            title: words::panel_title(lang, kind, since, &series.unit),
            values: values(&points, &series.unit),
            points,
        })
        .collect()
}

fn values(points: &[&Point], unit: &Unit) -> ValueAxis {
    let highest = points.iter().map(|p| p.upper().unwrap_or(p.value())).fold(0.0, f64::max);
    ValueAxis::up_to(highest, !matches!(unit, Unit::Percent))
}

impl Panel<'_> {
    /// Points that are no part of another.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &&Point> {
        self.points.iter().filter(|p| !p.is_subset())
    }

    /// Corners of the known minimum up to the day `end`: flat until a statement raises it.
    pub(crate) fn stairs(&self, end: i32) -> Vec<(i32, f64)> {
        let mut corners: Vec<(i32, f64)> = Vec::new();
        let mut known = 0.0;
        for point in self.whole() {
            let Some(minimum) = point.known_minimum().filter(|m| *m > known) else { continue };
            corners.extend([(day(point.when()), known), (day(point.when()), minimum)]);
            known = minimum;
        }
        if !corners.is_empty() {
            corners.push((end, known));
        }
        corners
    }

    /// Years with two or more counts that all begin on 1 January and end on different days before the year does:
    /// the same count, growing.
    pub(crate) fn stacked_years(&self) -> Vec<i16> {
        let mut ends: BTreeMap<i16, Vec<Date>> = BTreeMap::new();
        for point in self.points.iter().filter(|p| self.kind == Kind::Periods && from_new_year(p)) {
            let ends = ends.entry(point.first().year()).or_default();
            if !ends.contains(&point.when()) {
                ends.push(point.when());
            }
        }
        ends.into_iter().filter(|(_, ends)| ends.len() > 1).map(|(year, _)| year).collect()
    }

    pub(crate) fn is_stacked(&self, point: &Point, years: &[i16]) -> bool {
        from_new_year(point) && years.contains(&point.first().year())
    }

    /// Days of the axis that no count covers, when there are ten in a row.
    pub(crate) fn gaps(&self, time: &TimeAxis) -> Vec<(i32, i32)> {
        if self.kind != Kind::Periods {
            return Vec::new();
        }
        let mut covered: Vec<(i32, i32)> =
            self.points.iter().map(|p| (day(p.first()), day(p.when()))).collect();
        covered.sort_unstable();
        let axis = time.days();
        let mut gaps = Vec::new();
        let mut free = axis.start;
        for (first, last) in covered.into_iter().chain([(axis.end, axis.end)]) {
            if first - free >= SHORTEST_GAP {
                gaps.push((free, first));
            }
            free = free.max(last + 1);
        }
        gaps
    }
}

const SHORTEST_GAP: i32 = 10;

fn from_new_year(point: &Point) -> bool {
    let (first, last) = (point.first(), point.when());
    first == first.first_of_year() && last < first.last_of_year()
}
