//! The two scales: days from left to right, values from 0 upwards.

use jiff::ToSpan;
use jiff::civil::{Date, date};

const EPOCH: Date = date(1970, 1, 1);

/// Days since 1970: what plotters counts in.
pub(crate) fn day(date: Date) -> i32 {
    (date - EPOCH).get_days()
}

/// One labelled span of the time axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Step {
    pub(crate) first: Date,
    /// The first day after.
    pub(crate) end: Date,
}

/// The days a drawing covers. Under three years it counts in months.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct TimeAxis {
    pub(crate) first: Date,
    pub(crate) end: Date,
    pub(crate) in_months: bool,
}

/// A running total begins the axis when it began at most this many years before the first statement.
const LEAD_YEARS: i16 = 8;

impl TimeAxis {
    /// `first` to `last` are the days of the points; `since` are the starts of running totals.
    pub(crate) fn over(first: Date, last: Date, since: impl Iterator<Item = Date>) -> Self {
        let near = since.filter(|s| *s < first && first.year() - s.year() <= LEAD_YEARS).min();
        let first = near.unwrap_or(first);
        let end = half_year_after(last.saturating_add(3.months()));
        let in_months = end < half_year_of(first).saturating_add(3.years());
        let first = if in_months { half_year_of(first) } else { first.first_of_year() };
        Self { first, end, in_months }
    }

    pub(crate) fn days(&self) -> std::ops::Range<i32> {
        day(self.first)..day(self.end)
    }

    /// Years or months, cut at the end of the axis.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut first = self.first;
        while first < self.end {
            let next = if self.in_months {
                first.saturating_add(1.month())
            } else {
                first.saturating_add(1.year()).first_of_year()
            };
            if next <= first {
                break;
            }
            steps.push(Step { first, end: next.min(self.end) });
            first = next;
        }
        steps
    }
}

fn half_year_of(day: Date) -> Date {
    if day.month() < 7 { day.first_of_year() } else { date(day.year(), 7, 1) }
}

fn half_year_after(day: Date) -> Date {
    let half = half_year_of(day);
    half.saturating_add(6.months())
}

/// Values from 0 to `top`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ValueAxis {
    pub(crate) top: f64,
    pub(crate) ticks: Vec<f64>,
}

impl ValueAxis {
    /// Room for the highest value and a tenth more. Countable things are not cut in fractions.
    pub(crate) fn up_to(highest: f64, countable: bool) -> Self {
        let mut top = rounded_up(highest * 1.1);
        let mut step = step_for(top);
        if countable {
            step = step.max(1.0);
        }
        top = top.max(2.0 * step);
        let count = (top / step + 1e-9).floor() as usize;
        Self { top, ticks: (0..=count).map(|n| n as f64 * step).collect() }
    }
}

/// Up to the next tenth, fifth or half of the leading digit's unit: 13 530 gives 14 000, 48 400 gives 50 000.
fn rounded_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let unit = power_of_ten(value);
    let lead = value / unit;
    let parts =
        [(2.0, 10.0), (5.0, 5.0)].iter().find(|(end, _)| lead < *end).map_or(2.0, |(_, parts)| *parts);
    // The small subtraction keeps 1.1 x 10 from becoming 12 by a rounding error.
    (lead * parts - 1e-9).ceil() / parts * unit
}

/// The smallest of 1, 2, 5 x 10ⁿ that gives at most four ticks with 0.
fn step_for(top: f64) -> f64 {
    let unit = power_of_ten(top);
    let steps = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];
    steps.iter().map(|s| s * unit).find(|step| (top / step + 1e-9).floor() <= 3.0).unwrap_or(top)
}

fn power_of_ten(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit * 10.0 <= value {
        unit *= 10.0;
    }
    while unit > value && unit > 1e-6 {
        unit /= 10.0;
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(highest: f64) -> (f64, Vec<f64>) {
        let axis = ValueAxis::up_to(highest, true);
        (axis.top, axis.ticks)
    }

    #[test]
    fn values_have_three_or_four_ticks_and_some_air() {
        assert_eq!(axis(44000.0), (50000.0, vec![0.0, 20000.0, 40000.0]));
        assert_eq!(axis(12300.0), (14000.0, vec![0.0, 5000.0, 10000.0]));
        assert_eq!(axis(0.0), (2.0, vec![0.0, 1.0, 2.0]));
        assert_eq!(axis(1.0).1, vec![0.0, 1.0, 2.0]);
        for highest in 1..4000 {
            let (top, ticks) = axis(f64::from(highest));
            assert!(
                top >= f64::from(highest) * 1.0999 && (3..=4).contains(&ticks.len()),
                "{highest}: {top} {ticks:?}"
            );
        }
    }

    #[test]
    fn time_runs_over_whole_years_and_ends_a_half_year_later() {
        let axis = TimeAxis::over(date(2019, 4, 12), date(2025, 1, 31), [date(2017, 1, 1)].into_iter());
        assert_eq!((axis.first, axis.end, axis.in_months), (date(2017, 1, 1), date(2025, 7, 1), false));
        assert_eq!(axis.steps().len(), 9);
    }

    #[test]
    fn short_series_count_in_months_and_far_starts_do_not_squash_them() {
        let axis = TimeAxis::over(date(2024, 3, 2), date(2024, 9, 30), [date(1990, 1, 1)].into_iter());
        assert_eq!((axis.first, axis.end, axis.in_months), (date(2024, 1, 1), date(2025, 1, 1), true));
        assert_eq!(axis.steps().len(), 12);
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trap() {
        let axis = TimeAxis::over(Date::MIN, Date::MAX, std::iter::empty());
        assert!(!axis.steps().is_empty() && axis.first < axis.end);
    }
}
