//! A point of a series. It is made from a cited figure and keeps it: there is no other way to have a point.

use balise_model::{Bound, Cited, Edge, Figure, FigureId, Modality, PeriodKind, Precision, Quantity};
use jiff::civil::Date;
use serde::Serialize;

/// Why a figure is not drawn; said in words by the message `left-out-<code>`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nobody accepted it, or somebody rejected it.
    NotAccepted,
    /// Announced, not observed.
    Plan,
    /// Below zero, or too large for an axis.
    OutOfScale,
    /// The text gives no period, or one whose end comes before its start.
    NoPeriod,
    /// The period has one end only.
    OpenPeriod,
    /// Most figures of the series count something else.
    OtherUnit,
}

impl Why {
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAccepted => "not-accepted",
            Self::Plan => "plan",
            Self::OutOfScale => "out-of-scale",
            Self::NoPeriod => "no-period",
            Self::OpenPeriod => "open-period",
            Self::OtherUnit => "other-unit",
        }
    }
}

/// A figure of the indicator that the drawing does not show.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LeftOut {
    pub cited: Cited,
    pub why: Why,
}

/// Statements of one value, with one bound, over one period.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Point {
    cited: Cited,
    others: Vec<Cited>,
    first: Date,
    last: Date,
    subset: bool,
}

/// No axis is drawn for values beyond this; the largest budgets stay a thousand times below.
const LARGEST: f64 = 1e15;

impl Point {
    /// A figure that may be drawn, at the days it holds.
    pub(crate) fn of(cited: &Cited) -> Result<Self, Why> {
        if !cited.status.counts() {
            return Err(Why::NotAccepted);
        }
        if cited.figure.modality == Modality::Plan {
            return Err(Why::Plan);
        }
        if !fits(&cited.figure.quantity) {
            return Err(Why::OutOfScale);
        }
        let (first, last) = days(&cited.figure)?;
        Ok(Self { cited: cited.clone(), others: Vec::new(), first, last, subset: false })
    }

    pub(crate) fn also(&mut self, other: Point) {
        self.subset |= other.subset;
        self.others.push(other.cited);
    }

    pub(crate) fn mark_subset(&mut self) {
        self.subset = true;
    }

    pub fn figure(&self) -> &Figure {
        &self.cited.figure
    }

    /// The statement the point stands for: the earliest published.
    pub fn cited(&self) -> &Cited {
        &self.cited
    }

    /// Other statements of the same value, bound and period.
    pub fn others(&self) -> &[Cited] {
        &self.others
    }

    /// Every statement behind the point.
    pub fn statements(&self) -> impl Iterator<Item = &Cited> {
        std::iter::once(&self.cited).chain(&self.others)
    }

    /// In full units; the lower end of a range.
    pub fn value(&self) -> f64 {
        self.figure().quantity.value
    }

    /// The upper end of a range.
    pub fn upper(&self) -> Option<f64> {
        self.figure().quantity.upper
    }

    pub fn bound(&self) -> Bound {
        self.figure().quantity.bound
    }

    /// First day the figure holds.
    pub fn first(&self) -> Date {
        self.first
    }

    /// Last day the figure holds: where a total stands on the axis.
    pub fn when(&self) -> Date {
        self.last
    }

    /// A part of a total of the same series.
    pub fn is_subset(&self) -> bool {
        self.subset
    }

    /// The value that is surely reached, when the statement gives one: "environ" and "au plus" do not.
    pub fn known_minimum(&self) -> Option<f64> {
        match (self.bound(), self.upper()) {
            (Bound::Exact | Bound::AtLeast, _) | (_, Some(_)) => Some(self.value()),
            (Bound::About | Bound::AtMost, None) => None,
        }
    }

    pub(crate) fn id(&self) -> FigureId {
        self.figure().id
    }
}

fn fits(quantity: &Quantity) -> bool {
    let sound = |v: f64| (0.0..=LARGEST).contains(&v);
    sound(quantity.value) && quantity.upper.is_none_or(|upper| sound(upper) && upper >= quantity.value)
}

/// The days a figure stands for on the axis.
fn days(figure: &Figure) -> Result<(Date, Date), Why> {
    let period = &figure.period;
    let start = period.start.map(opening);
    let end = period.end.map(closing);
    let (first, last) = match (period.kind, start, end) {
        (PeriodKind::Unknown, ..) | (_, None, None) => return Err(Why::NoPeriod),
        (PeriodKind::During, Some(start), Some(end)) => (start, end),
        (PeriodKind::During, ..) | (PeriodKind::Since, _, None) => return Err(Why::OpenPeriod),
        (PeriodKind::Since, start, Some(end)) => (start.unwrap_or(end), end),
        (PeriodKind::AsOf, _, Some(day)) | (PeriodKind::AsOf, Some(day), None) => (day, day),
        (PeriodKind::Event, start, end) => {
            let day = start.or(end).ok_or(Why::NoPeriod)?;
            (day, end.unwrap_or(day))
        }
    };
    if first <= last { Ok((first, last)) } else { Err(Why::NoPeriod) }
}

/// "janvier 2018" opens on the 1st.
fn opening(edge: Edge) -> Date {
    match edge.precision {
        Precision::Day => edge.day,
        Precision::Month => edge.day.first_of_month(),
        Precision::Year => edge.day.first_of_year(),
    }
}

/// "janvier 2018" closes on the 31st.
fn closing(edge: Edge) -> Date {
    match edge.precision {
        Precision::Day => edge.day,
        Precision::Month => edge.day.last_of_month(),
        Precision::Year => edge.day.last_of_year(),
    }
}
