//! Whether the reader knows how sure it may be: of the figures given 0.8, about 80 % should be right in value,
//! indicator, bound, period and unit.

use serde::Serialize;

use super::tally::rounded;

/// From this confidence on, a figure may be accepted in bulk.
const SURE: f64 = 0.9;

/// Figures whose confidence lies between two tenths.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Step {
    pub from: f64,
    pub number: usize,
    /// Confidence on average, and the share that is right.
    #[serde(serialize_with = "rounded")]
    pub said: f64,
    #[serde(serialize_with = "rounded")]
    pub right: f64,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Confidence {
    /// The mean square of what confidence was off by: 0 is perfect, 0.25 is tossing a coin.
    #[serde(serialize_with = "rounded")]
    pub brier: f64,
    /// Tenths in which there are figures.
    pub steps: Vec<Step>,
    /// Figures given at least 0.9.
    pub sure: usize,
    /// The share of them that is right.
    #[serde(serialize_with = "rounded")]
    pub sure_right: f64,
}

impl Confidence {
    /// From how sure the reader was of each figure, and whether it was right.
    pub(super) fn of(answers: &[(f64, bool)]) -> Self {
        let off = answers.iter().map(|(sure, right)| (sure - f64::from(u8::from(*right))).powi(2));
        let share = |right: usize, of: usize| if of == 0 { 0.0 } else { right as f64 / of as f64 };
        let right = |some: &[(f64, bool)]| some.iter().filter(|(_, right)| *right).count();
        let sure: Vec<_> = answers.iter().copied().filter(|(sure, _)| *sure >= SURE).collect();
        Self {
            brier: if answers.is_empty() { 0.0 } else { off.sum::<f64>() / answers.len() as f64 },
            steps: (0..10).filter_map(|tenth| step(tenth, answers)).collect(),
            sure: sure.len(),
            sure_right: share(right(&sure), sure.len()),
        }
    }
}

fn step(tenth: usize, answers: &[(f64, bool)]) -> Option<Step> {
    // 1.0 belongs to the last tenth; the small addition keeps 0.3 * 10 in the third.
    let place = |sure: f64| ((sure * 10.0 + 1e-9) as usize).min(9);
    let here: Vec<_> = answers.iter().filter(|(sure, _)| place(*sure) == tenth).collect();
    let number = here.len();
    (number > 0).then(|| Step {
        from: tenth as f64 / 10.0,
        number,
        said: here.iter().map(|(sure, _)| sure).sum::<f64>() / number as f64,
        right: here.iter().filter(|(_, right)| *right).count() as f64 / number as f64,
    })
}
