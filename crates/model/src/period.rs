//! When a figure holds. Every edge is a day, and says whether the source gave the day, the month or the year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    Day,
    Month,
    Year,
}

/// A day at one end of a period (both ends inclusive), with the precision of the source:
/// "en 2019" starts on 2019-01-01, year.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Edge {
    pub day: Date,
    pub precision: Precision,
}

/// What a count was taken over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A closed span of a movement or a sum.
    During,
    /// A running total with an open start: cumulative.
    Since,
    /// A stock on a day; it has no start.
    AsOf,
    /// One flight, wreck or expulsion.
    Event,
    /// Nothing in the text resolves it.
    Unknown,
}

impl PeriodKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::During => "during",
            Self::Since => "since",
            Self::AsOf => "as_of",
            Self::Event => "event",
            Self::Unknown => "unknown",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Period {
    pub start: Option<Edge>,
    pub end: Option<Edge>,
    pub kind: PeriodKind,
}

impl Period {
    pub const UNKNOWN: Period = Period { start: None, end: None, kind: PeriodKind::Unknown };

    /// The figure can stand on a time axis.
    pub fn is_dated(&self) -> bool {
        self.kind != PeriodKind::Unknown && (self.start.is_some() || self.end.is_some())
    }
}
