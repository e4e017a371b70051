//! Sums inside a text that do not add up: "3 455 retours, soit 2 116 hommes et 1 239 femmes". Said, never corrected.

use balise_model::{Figure, FigureId, Problem};
use rustc_hash::FxHashMap;

/// One problem for each total whose parts, said one after the other in its own sentence, come near it and miss it.
pub(crate) fn uneven_sums(figures: &[Figure]) -> Vec<Problem> {
    let mut parts: FxHashMap<FigureId, Vec<&Figure>> = FxHashMap::default();
    for figure in figures {
        if let Some(total) = figure.part_of_id {
            parts.entry(total).or_default().push(figure);
        }
    }
    figures.iter().filter_map(|total| uneven(total, parts.get(&total.id)?)).collect()
}

fn uneven(total: &Figure, parts: &[&Figure]) -> Option<Problem> {
    let here = |f: &&&Figure| f.quote.span() == total.quote.span() && f.quantity.unit == total.quantity.unit;
    let parts: Vec<&&Figure> = parts.iter().filter(here).collect();
    let sum: f64 = parts.iter().map(|f| f.quantity.value).sum();
    let whole = total.quantity.value;
    // Parts that leave out a tenth or more are a choice ("dont 40 femmes et 12 enfants"), not a sum.
    let near = parts.len() >= 2 && sum != whole && (sum - whole).abs() <= whole * 0.1;
    near.then(|| {
        let written: Vec<&str> = parts.iter().map(|f| f.number_words()).collect();
        Problem::new("sum-uneven")
            .with("total", total.number_words())
            .with("parts", written.join(" + "))
            .with("sum", parted(sum))
    })
}

/// Thousands parted by a narrow space, as the texts write their own numbers.
fn parted(sum: f64) -> String {
    let written = sum.to_string();
    let (whole, rest) = written.split_once('.').map_or((written.as_str(), None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    rest.map_or(out.clone(), |decimals| format!("{out},{decimals}"))
}
