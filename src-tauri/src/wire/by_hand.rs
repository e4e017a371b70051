//! The part of the wire for figures by hand: the reading table, the form of a figure, a selection and what it means.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::BoundView;

/// A row of the reading table.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct TableRow {
    /// Key of its name: "value", "bound", "period" …
    pub(crate) field: String,
    pub(crate) value: String,
    /// "« plus de »", or why there are no words; empty when a person gave the value.
    pub(crate) source: String,
    /// "lu par la machine : 44 000, « 44.000 »", when a person corrected it.
    pub(crate) machine: Option<String>,
    pub(crate) missing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindView {
    During,
    Since,
    AsOf,
    Event,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ModalityView {
    Fact,
    Plan,
}

/// The fields of a figure as its form shows and sends them: numbers and days as a person writes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldsView {
    pub(crate) value: String,
    /// Upper value of a range; empty without one.
    pub(crate) upper: String,
    pub(crate) bound: BoundView,
    pub(crate) unit: String,
    pub(crate) indicator: String,
    pub(crate) kind: KindView,
    /// "31/01/2025", "01/2025" or "2025"; empty without one.
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) population: String,
    pub(crate) modality: ModalityView,
}

/// What the form offers.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Choices {
    pub(crate) indicators: Vec<Choice>,
    pub(crate) units: Vec<Choice>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) label: String,
}

/// Words selected in the reader: UTF-16 offsets in the text of a block.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SelectionView {
    pub(crate) document: String,
    pub(crate) block: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The figure that a selection means.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProposalView {
    /// Its id when the library has it already.
    pub(crate) known: Option<String>,
    /// The sentence cut in three: before the number, the number, after it.
    pub(crate) before: String,
    pub(crate) number: String,
    pub(crate) after: String,
    pub(crate) fields: FieldsView,
}
