//! The same value of the same indicator said again is one figure with several places; the body is its home. A title
//! that rounds a figure of the body is a figure of its own, over the period of that one.

use balise_model::{BlockKind, Figure, FigureId, PeriodKind};
use rustc_hash::{FxHashMap, FxHashSet};

use super::NEAR;

pub(super) fn say_once(found: &mut Vec<Figure>) {
    let mut kept: Vec<Figure> = Vec::with_capacity(found.len());
    // Places in `kept` by value: a long text has thousands of figures.
    let mut by_value: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for figure in found.drain(..) {
        let places = by_value.entry(figure.quantity.value.to_bits()).or_default();
        let repeated = places.iter().rev().take(NEAR).copied().find(|&i| is_repeat(&kept[i], &figure));
        match repeated.map(|i| &mut kept[i]) {
            Some(other) if other.block == BlockKind::Title && figure.block != BlockKind::Title => {
                let mut home = figure;
                home.also.push(other.number);
                home.also.append(&mut other.also);
                *other = home;
            }
            Some(other) => other.also.push(figure.number),
            None => {
                places.push(kept.len());
                kept.push(figure);
            }
        }
    }
    // A part keeps its total even when the total found its home elsewhere.
    let homes: FxHashSet<FigureId> = kept.iter().map(|f| f.id).collect();
    let first: FxHashMap<u64, FigureId> =
        kept.iter().rev().map(|f| (f.quantity.value.to_bits(), f.id)).collect();
    for figure in &mut kept {
        if figure.part_of_id.is_some_and(|id| !homes.contains(&id)) {
            figure.part_of_id = figure.part_of.and_then(|v| first.get(&v.to_bits()).copied());
        }
    }
    kept.sort_by_key(|f| f.number);
    *found = kept;
}

fn is_repeat(other: &Figure, figure: &Figure) -> bool {
    let same_value = other.quantity.value == figure.quantity.value
        && other.quantity.unit == figure.quantity.unit
        && other.quote.span() != figure.quote.span();
    if !same_value {
        return false;
    }
    let title = other.block == BlockKind::Title;
    let family = |f: &Figure| f.indicator.split('.').next().unwrap_or_default().to_owned();
    let indicator = other.indicator == figure.indicator || title || family(other) == family(figure);
    let open = |f: &Figure| f.period.kind == PeriodKind::Unknown || !f.period.is_dated();
    // Small numbers come back by chance: "3 femmes" here and "3 femmes" there are two figures.
    let telling =
        figure.quantity.value >= 100.0 || title || other.period == figure.period && figure.part_of.is_none();
    indicator && telling && (other.period == figure.period || open(figure) || open(other))
}

/// A title figure without time words takes the period of the body figure that it rounds.
pub(super) fn date_titles(found: &mut [Figure]) {
    if !found.iter().any(|f| f.block == BlockKind::Title) {
        return;
    }
    let body: Vec<(String, f64, _, _)> = found
        .iter()
        .filter(|f| f.block != BlockKind::Title)
        .map(|f| (f.indicator.clone(), f.quantity.value, f.period, f.evidence.period))
        .collect();
    for title in found.iter_mut().filter(|f| f.block == BlockKind::Title && f.evidence.period.is_none()) {
        let near = |v: f64| (v - title.quantity.value).abs() <= v * 0.1;
        let restated =
            body.iter().find(|(indicator, value, ..)| *indicator == title.indicator && near(*value));
        if let Some((_, _, period, words)) =
            restated.or_else(|| body.iter().find(|(_, value, ..)| near(*value)))
        {
            title.period = *period;
            title.evidence.period = *words;
        }
    }
}
