//! One article of a gold set: the figures that people found in it, as the annotation guidelines write them. Offsets
//! are Unicode code points of the text.

use serde::Deserialize;

/// From the first code point to before the last.
pub(super) type Range = (usize, usize);

#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Entry {
    pub id: String,
    /// The name of the text's file when it is not `ID.txt`.
    file: Option<String>,
    pub(super) claims: Vec<Claim>,
    #[serde(default)]
    pub(super) optional: Vec<Optional>,
    #[serde(default)]
    pub(super) distractors: Vec<f64>,
    #[serde(default)]
    pub(super) distractor_spans: Vec<(usize, usize, String)>,
}

impl Entry {
    pub fn file(&self) -> String {
        self.file.clone().unwrap_or_else(|| format!("{}.txt", self.id))
    }
}

/// A figure that must be found.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub(super) struct Claim {
    pub(super) quote: String,
    #[serde(flatten)]
    pub(super) place: Place,
    pub(super) value: f64,
    pub(super) value_max: Option<f64>,
    pub(super) bound: String,
    #[serde(default)]
    pub(super) bound_alt: Vec<String>,
    pub(super) unit: String,
    pub(super) indicator: String,
    #[serde(default)]
    pub(super) indicator_alt: Vec<String>,
    #[serde(flatten)]
    pub(super) period: Period,
    #[serde(default)]
    pub(super) period_alt: Vec<Period>,
    pub(super) part_of: Option<f64>,
    /// The same figure said again elsewhere.
    #[serde(default)]
    pub(super) also: Vec<Place>,
    #[serde(default)]
    pub(super) in_title: bool,
}

impl Claim {
    /// Everywhere the figure stands, its own place first.
    pub(super) fn places(&self) -> impl Iterator<Item = &Place> {
        std::iter::once(&self.place).chain(&self.also)
    }

    pub(super) fn periods(&self) -> impl Iterator<Item = &Period> {
        std::iter::once(&self.period).chain(&self.period_alt)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
pub(super) struct Place {
    quote_start: usize,
    quote_end: usize,
    num_start: usize,
    num_end: usize,
}

impl Place {
    pub(super) fn quote(&self) -> Range {
        (self.quote_start, self.quote_end)
    }

    pub(super) fn number(&self) -> Range {
        (self.num_start, self.num_end)
    }
}

/// Days as written: a gold set may give less than a day.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub(super) struct Period {
    pub(super) period_kind: String,
    pub(super) period_start: Option<String>,
    pub(super) period_end: Option<String>,
}

/// A figure that may be found or not.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub(super) struct Optional {
    start: usize,
    end: usize,
    value: Option<f64>,
    text: String,
}

impl Optional {
    pub(super) fn range(&self) -> Range {
        (self.start, self.end)
    }

    pub(super) fn values(&self) -> Vec<f64> {
        self.value.map_or_else(|| vague(&self.text), |value| vec![value])
    }
}

/// What "des milliers" may be read as.
fn vague(words: &str) -> Vec<f64> {
    const PLURALS: [(&str, f64); 6] = [
        ("dizaines de milliers", 1e4),
        ("centaines de milliers", 1e5),
        ("millions", 1e6),
        ("milliers", 1e3),
        ("centaines", 1e2),
        ("dizaines", 1e1),
    ];
    let words = words.to_lowercase();
    let said = PLURALS.iter().find(|(plural, _)| words.contains(plural));
    said.map_or_else(Vec::new, |(_, value)| vec![*value, 2.0 * value])
}
