//! How much: a value in full units, how firmly it is stated, and what is counted.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How the words touching the number bind it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

impl Bound {
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

/// What is counted. Currencies are ISO 4217 codes.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Unit {
    Persons,
    Households,
    Flights,
    Projects,
    Movements,
    PersonsPerDay,
    Percent,
    Money(String),
}

impl Unit {
    pub fn name(&self) -> &str {
        match self {
            Self::Persons => "persons",
            Self::Households => "households",
            Self::Flights => "flights",
            Self::Projects => "projects",
            Self::Movements => "movements",
            Self::PersonsPerDay => "persons_per_day",
            Self::Percent => "percent",
            Self::Money(code) => code,
        }
    }
}

impl From<String> for Unit {
    fn from(name: String) -> Self {
        match name.as_str() {
            "persons" => Self::Persons,
            "households" => Self::Households,
            "flights" => Self::Flights,
            "projects" => Self::Projects,
            "movements" => Self::Movements,
            "persons_per_day" => Self::PersonsPerDay,
            "percent" => Self::Percent,
            _ => Self::Money(name),
        }
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.name().to_owned()
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// "plus de 18 000" = 18000, at least; "entre 40 et 50" = 40, upper 50, about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Quantity {
    #[serde(serialize_with = "plain_number")]
    pub value: f64,
    /// Only for a range.
    #[serde(serialize_with = "plain_number_or_null")]
    pub upper: Option<f64>,
    pub bound: Bound,
    pub unit: Unit,
}

/// A count is written 60000, not 60000.0: it is read by people and by other programs.
pub fn plain_number<S: serde::Serializer>(value: &f64, s: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        s.serialize_i64(*value as i64)
    } else {
        s.serialize_f64(*value)
    }
}

/// The same for a number that may be missing.
pub fn plain_number_or_null<S: serde::Serializer>(value: &Option<f64>, s: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => plain_number(value, s),
        None => s.serialize_none(),
    }
}
