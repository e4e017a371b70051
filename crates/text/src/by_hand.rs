//! What a person points at or writes, read by the same rules as an article: the number in a selection with its
//! sentence, a number or a day typed in a field.

use balise_model::{
    Block, BlockKind, Edge, Evidence, Figure, FigureParts, Modality, Period, Quantity, Span, Text, Unit,
};

use crate::dates::date_in;
use crate::figures::figures;
use crate::lexicon::Kind;
use crate::numbers::{Habit, Number, What, numbers};
use crate::periods::{self, Reference, times};
use crate::sentences::sentences;
use crate::tokens::tokens;

/// A number as French writes it, and nothing else: "18 000", "1,5", "2,7 milliards", "deux cents".
pub fn number(written: &str) -> Option<f64> {
    let mut written = written.trim().to_owned();
    let groups: Vec<&str> = written.split(',').collect();
    if groups.len() > 2 && groups[1..].iter().all(|g| g.len() == 3) {
        written = groups.concat(); // "1,902,150", as English groups them: no French decimal has two commas.
    }
    let whole = Span::new(0, written.len());
    let read = numbers(&written, &tokens(&written, whole), Habit::of(&written));
    read.first().filter(|n| n.span == whole && n.upper.is_none()).map(|n| n.value)
}

/// A day, month or year typed as the first day of a period: "31/01/2025", "2025-01", "janvier 2025", "2025".
pub fn first_day(written: &str) -> Option<Edge> {
    let written = written.trim();
    let month = written.split_once('/').filter(|(_, year)| year.len() == 4);
    let month = month.and_then(|(month, year)| crate::partial_date(&format!("{year}-{month}")));
    month.or_else(|| crate::partial_date(written)).or_else(|| date_in(written))
}

/// The same as the last day of a period: "2019" ends on 31 December.
pub fn last_day(written: &str) -> Option<Edge> {
    first_day(written).map(periods::last_day)
}

/// The figure that a person means by pointing at these bytes of a text: the first number in them, its sentence, and
/// what the rules read there. The indicator is empty when no rule gives one. Nothing when there is no number.
pub fn figure_at(text: &Text, selected: Span, published: Option<Edge>) -> Option<FigureParts> {
    let content = text.content();
    let block = text.blocks().iter().find(|b| b.span.overlaps(selected))?;
    let sentences = sentences(content, block.span).into_iter().filter(|s| s.overlaps(selected));
    let (sentence, number) = sentences
        .flat_map(|sentence| numbers_in(content, sentence, published).into_iter().map(move |n| (sentence, n)))
        .filter(|(_, (_, number))| number.span.overlaps(selected))
        .min_by_key(|(_, (dull, number))| (*dull, number.span))
        .map(|(sentence, (_, number))| (sentence, number))?;
    let (found, _) = figures(text, published);
    let here = |f: &&Figure| f.number == number.span;
    if let Some(figure) = found.iter().find(here) {
        return Some(parts(figure, block.kind, sentence));
    }
    if let Some(figure) = alone(content, sentence, published).iter().find(here) {
        return Some(parts(figure, block.kind, sentence));
    }
    let beside = found.iter().filter(|f| f.quote.span() == sentence);
    let beside = beside.min_by_key(|f| f.number.start.abs_diff(number.span.start));
    Some(guessed(content, sentence, &number, block.kind, beside, published))
}

/// Numbers of a sentence, each with whether it is dull: part of a date, a law, an age.
fn numbers_in(content: &str, sentence: Span, published: Option<Edge>) -> Vec<(bool, Number)> {
    let tokens = tokens(content, sentence);
    let times = times(&tokens, Reference { published, only_year: None });
    let counts = |n: &Number| matches!(n.what, What::Count | What::Money(_) | What::Percent);
    let dull = |n: &Number| !counts(n) || times.iter().any(|t| t.covers(n.span));
    numbers(content, &tokens, Habit::of(content)).into_iter().map(|n| (dull(&n), n)).collect()
}

fn parts(figure: &Figure, block: BlockKind, sentence: Span) -> FigureParts {
    FigureParts {
        sentence,
        number: figure.number,
        quantity: figure.quantity.clone(),
        indicator: figure.indicator.clone(),
        population: figure.population.clone(),
        origin: figure.origin.clone(),
        destination: figure.destination.clone(),
        speaker: figure.speaker.clone(),
        period: figure.period,
        modality: figure.modality,
        block,
        evidence: figure.evidence,
        confidence: figure.confidence,
    }
}

/// A number that no rule takes for a figure: what it says itself, and the indicator and period of what stands beside.
fn guessed(
    content: &str,
    sentence: Span,
    number: &Number,
    block: BlockKind,
    beside: Option<&Figure>,
    published: Option<Edge>,
) -> FigureParts {
    let times = times(&tokens(content, sentence), Reference { published, only_year: None });
    let own = times.iter().min_by_key(|t| t.span.start.abs_diff(number.span.start));
    let (period, words) = match (own, beside) {
        (Some(time), _) => (time.period(Kind::Flow, None), Some(time.span)),
        (None, Some(figure)) => (figure.period, figure.evidence.period),
        (None, None) => (Period::UNKNOWN, None),
    };
    let beside_unit = || beside.map_or(Unit::Persons, |f| f.quantity.unit.clone());
    let unit = number.unit().unwrap_or_else(beside_unit);
    FigureParts {
        sentence,
        number: number.span,
        quantity: Quantity { value: number.value, upper: number.upper, bound: number.bound, unit },
        indicator: beside.map(|f| f.indicator.clone()).unwrap_or_default(),
        population: None,
        origin: None,
        destination: None,
        speaker: None,
        period,
        modality: Modality::Fact,
        block,
        evidence: Evidence { bound: number.hedge, period: words, ..Evidence::default() },
        confidence: 0.0,
    }
}

/// The figures of one sentence read as if it were the whole text, with their places in the real one.
fn alone(content: &str, sentence: Span, published: Option<Edge>) -> Vec<Figure> {
    let Some(words) = sentence.of(content) else { return Vec::new() };
    let block = Block { span: Span::new(0, words.len()), kind: BlockKind::Body, reason: None };
    let (found, _) = figures(&Text::new(words.to_owned(), vec![block]), published);
    let moved = |span: Span| span.shifted(sentence.start);
    found
        .into_iter()
        .map(|mut figure| {
            figure.number = moved(figure.number);
            let e = figure.evidence;
            figure.evidence = Evidence {
                bound: e.bound.map(moved),
                indicator: e.indicator.map(moved),
                period: e.period.map(moved),
                population: e.population.map(moved),
                part_of: e.part_of.map(moved),
                origin: e.origin.map(moved),
                destination: e.destination.map(moved),
                speaker: e.speaker.map(moved),
            };
            figure
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use balise_model::Bound;
    use balise_model::Precision;
    use jiff::civil::date;

    fn at(content: &str, selected: &str) -> Option<FigureParts> {
        let start = content.find(selected).expect("the words stand in the text");
        let text = Text::new(content.to_owned(), crate::blocks(content));
        let published = Edge { day: date(2025, 1, 31), precision: Precision::Day };
        figure_at(&text, Span::new(start, start + selected.len()), Some(published))
    }

    #[test]
    fn a_field_takes_numbers_as_french_writes_them() {
        for (written, value) in [
            ("18 000", 18_000.0),
            (" 18\u{202f}000 ", 18_000.0),
            ("18.000", 18_000.0),
            ("44,000", 44_000.0),
            ("1,902,150", 1_902_150.0),
            ("1,5", 1.5),
            ("2,7 milliards", 2.7e9),
            ("deux cents", 200.0),
            ("0", 0.0),
        ] {
            assert_eq!(number(written), Some(value), "{written}");
        }
        for written in ["", "beaucoup", "-5", "18 000 migrants", "12 ou 13", "1e9"] {
            assert_eq!(number(written), None, "{written}");
        }
    }

    #[test]
    fn a_field_takes_days_months_and_years() {
        let read = |written: &str| first_day(written).map(|e| (e.day.to_string(), e.precision));
        for written in ["31/01/2025", "2025-01-31", "31 janvier 2025"] {
            assert_eq!(read(written), Some(("2025-01-31".to_owned(), Precision::Day)), "{written}");
        }
        for written in ["02/2024", "2024-02", "février 2024"] {
            assert_eq!(read(written), Some(("2024-02-01".to_owned(), Precision::Month)), "{written}");
            assert_eq!(last_day(written).map(|e| e.day), Some(date(2024, 2, 29)), "{written}");
        }
        assert_eq!(last_day("2019").map(|e| e.day), Some(date(2019, 12, 31)));
        for written in ["", "hier", "31/02/2025", "25", "13/2024"] {
            assert_eq!(first_day(written), None, "{written}");
        }
    }

    #[test]
    fn a_selection_gives_its_number_and_sentence_as_the_rules_read_them() {
        let content = "Le Mali accueille. Depuis 2017, plus de 44.000 Maliens sont rentrés. Puis plus rien.";
        let found = at(content, "2017, plus de 44").expect("a number");
        assert_eq!(found.sentence.of(content), Some("Depuis 2017, plus de 44.000 Maliens sont rentrés."));
        assert_eq!((found.number.of(content), found.quantity.value), (Some("44.000"), 44_000.0));
        assert_eq!((found.quantity.bound, found.indicator.as_str()), (Bound::AtLeast, "return.total"));
        assert_eq!(found.period.kind, balise_model::PeriodKind::Since);
        assert_eq!(found.evidence.period.and_then(|s| s.of(content)), Some("Depuis 2017"));
        assert!(at(content, "Puis plus rien").is_none());
    }

    #[test]
    fn a_number_no_rule_reads_takes_the_period_of_its_sentence_and_leaves_the_indicator_open() {
        let content = "En 2020, la salle a servi au moins 370 repas.";
        let found = at(content, "370").expect("a number");
        assert_eq!((found.quantity.value, found.quantity.bound), (370.0, Bound::AtLeast));
        assert_eq!(found.indicator, "");
        assert_eq!(found.period.start.map(|e| e.day), Some(date(2020, 1, 1)));
        assert_eq!(at(content, "2020").map(|f| f.quantity.value), Some(2020.0));
    }
}
