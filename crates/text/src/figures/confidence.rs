//! How likely a figure is wholly right: value, indicator, bound, period and unit. Weights are fitted on coded
//! articles (docs/WORKSHOP.md says how to fit them anew).

use balise_model::{Period, PeriodKind, Span};

use super::indicator::{Reading, Source};

/// Fitted on articles the rules were not written for: there the surest figures are right about nine times in ten.
const SCALE: f64 = 0.74;

/// Probability from 0 to 1, two decimals.
pub(super) fn probability(reading: &Reading, period: Period, words: Option<Span>, sentence: Span) -> f64 {
    let mut logit: f64 = match reading.source {
        Source::Noun => 2.4,
        Source::Verb => 1.9,
        Source::Weak => 0.8,
        Source::Total => 1.5,
        Source::Thread => 0.9,
        Source::Title => 0.2,
    };
    logit += match (period.kind, words) {
        (PeriodKind::Unknown, _) => -0.7,
        (_, Some(words)) if sentence.contains(words) => 0.3,
        (_, Some(_)) => -0.4,
        (_, None) => -0.5,
    };
    let p = 1.0 / (1.0 + (-SCALE * logit).exp());
    (p * 100.0).round() / 100.0
}
