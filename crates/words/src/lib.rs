//! French and English: messages (Fluent), numbers and dates (ICU), and the lines that say a figure in words.
//! The language is always an argument; nothing here looks at the system's.

mod figures;
mod indicators;
mod messages;
mod numbers;

pub use figures::{
    bound, corrected_by, correction, figure_quantity, footnote, number_with_unit, period, quantity, reading,
    spot_name,
};
pub use indicators::{indicator, indicator_ids, indicator_short};
pub use messages::{Args, args, has, text, text_with};
pub use numbers::{Dates, bytes, date, month_year, number, sentence_case};

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    /// From a tag such as "fr", "en_GB.UTF-8"; French when it is neither.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Fr }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}
