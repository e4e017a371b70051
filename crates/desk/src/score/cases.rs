//! The rules of scoring, one by one, on a text of our own. What was read is made here, so that these cases stand
//! whatever the reader learns.

use balise_model::{Block, BlockKind, Bound, Edge, Evidence, FigureParts, Modality, Period, PeriodKind};
use balise_model::{Figure, Precision, Quantity, Span, Text, Unit};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Entry, FaultKind, Options, Scored, judge_figures, sum_up};

const TITLE: &str = "Près de 400 retours à Gao";
const BODY: &str = "Depuis 2018, 395 migrants sont rentrés à Gao, dont 40 femmes.";
const END: &str = "Des milliers d’autres attendent ; 395 migrants sont donc rentrés.";

fn text() -> Text {
    let content = format!("{TITLE}\n\n{BODY}\n\n{END}\n");
    let body = Block { span: Span::new(0, content.len()), kind: BlockKind::Body, reason: None };
    Text::new(content, vec![body])
}

fn edge(day: &str) -> Option<Edge> {
    let day: Option<Date> = day.parse().ok();
    day.map(|day| Edge { day, precision: Precision::Day })
}

/// What was read of the number written so in this sentence: a return since 2018, said exactly.
fn read(sentence: &str, number: &str) -> Figure {
    let text = text();
    let start = text.content().find(sentence).expect("a sentence of the text");
    let at = start + sentence.find(number).expect("a number of the sentence");
    let value = number.parse().expect("digits");
    let parts = FigureParts {
        sentence: Span::new(start, start + sentence.len()),
        number: Span::new(at, at + number.len()),
        quantity: Quantity { value, upper: None, bound: Bound::Exact, unit: Unit::Persons },
        indicator: "return.total".to_owned(),
        population: None,
        origin: None,
        destination: None,
        speaker: None,
        period: Period { start: edge("2018-01-01"), end: None, kind: PeriodKind::Since },
        modality: Modality::Fact,
        block: BlockKind::Body,
        evidence: Evidence::default(),
        confidence: 0.95,
    };
    Figure::cut(&text, parts).expect("the number stands in its sentence")
}

/// The same as people found it. These letters are one code point each, and places are counted in those.
fn gold(sentence: &str, number: &str) -> Value {
    let content: Vec<char> = text().content().chars().collect();
    let find = |words: &str, from: usize| {
        let words: Vec<char> = words.chars().collect();
        (from..content.len()).find(|at| content[*at..].starts_with(&words)).expect("it stands there")
    };
    let (start, length) = (find(sentence, 0), sentence.chars().count());
    let at = find(number, start);
    json!({
        "quote": sentence, "quote_start": start, "quote_end": start + length,
        "num_start": at, "num_end": at + number.len(), "value": number.parse::<f64>().expect("digits"), "value_max": null,
        "bound": "exact", "unit": "persons", "indicator": "return.total", "part_of": null,
        "period_kind": "since", "period_start": "2018-01-01", "period_end": null,
    })
}

fn with(mut claim: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().expect("fields") {
        claim[key] = value.clone();
    }
    claim
}

fn score(gold: Value, figures: &[Figure]) -> Scored {
    score_with(gold, figures, false)
}

fn score_with(gold: Value, figures: &[Figure], skip_title: bool) -> Scored {
    let options = Options { skip_title, folds: 5 };
    let entry: Entry = serde_json::from_value(gold).expect("an entry");
    sum_up(&[judge_figures(&entry, text().content(), figures, options)], options)
}

fn kinds(scored: &Scored) -> Vec<FaultKind> {
    scored.errors.iter().map(|e| e.kind).collect()
}

#[test]
fn a_figure_is_right_missed_or_a_false_alarm() {
    let wanted = json!({ "id": "a", "claims": [gold(BODY, "395"), gold(BODY, "40")] });
    let scored = score(wanted, &[read(BODY, "395"), read(TITLE, "400")]);
    let tally = scored.tally;
    assert_eq!((tally.gold, tally.found, tally.all, tally.all_strict, tally.wrong), (2, 1, 1, 1, 1));
    let rates = tally.rates(tally.all);
    assert_eq!((rates.precision, rates.recall, rates.f1), (0.5, 0.5, 0.5));
    assert_eq!(kinds(&scored), [FaultKind::Missed, FaultKind::FalseAlarm]);
    assert_eq!((scored.errors[0].value, scored.errors[1].value), (40.0, 400.0));
    assert_eq!((scored.errors[0].sentence.as_str(), scored.errors[1].sentence.as_str()), (BODY, TITLE));
    assert_eq!((scored.confidence.sure, scored.confidence.sure_right), (2, 0.5));
    assert!((scored.confidence.brier - (0.05_f64.powi(2) + 0.95_f64.powi(2)) / 2.0).abs() < 1e-12);
}

#[test]
fn plans_repeats_and_what_is_optional_are_neither_right_nor_wrong() {
    let mut planned = read(TITLE, "400");
    planned.modality = Modality::Plan;
    let mut thousands = read(END, "395");
    thousands.quantity.value = 2_000.0;
    let place = gold(END, "395");
    let repeated = with(gold(BODY, "395"), json!({ "also": [place] }));
    let vague = json!([{ "text": "Des milliers", "value": null, "start": place["quote_start"], "end": place["quote_end"] }]);
    let wanted = json!({ "id": "a", "claims": [repeated], "optional": vague });
    let tally = score(wanted, &[read(BODY, "395"), read(END, "395"), thousands, planned]).tally;
    assert_eq!((tally.predicted, tally.found, tally.wrong), (3, 1, 0));
    assert_eq!((tally.ignored_repeats, tally.ignored_optional), (1, 1));
}

#[test]
fn the_best_pair_is_taken_first_and_each_only_once() {
    // Two facts with one value: the right indicator decides which was read, whatever the order.
    let forced = with(gold(BODY, "395"), json!({ "indicator": "return.forced" }));
    let mut expelled = read(BODY, "395");
    expelled.indicator = "return.forced".to_owned();
    let wanted = json!({ "id": "a", "claims": [gold(BODY, "395"), forced] });
    for figures in [[read(BODY, "395"), expelled.clone()], [expelled.clone(), read(BODY, "395")]] {
        assert_eq!(score(wanted.clone(), &figures).tally.indicator, 2);
    }
    // The same number weighs more than a right indicator elsewhere in the quote.
    let mut elsewhere = read(BODY, "40");
    elsewhere.quantity.value = 395.0;
    let one = json!({ "id": "a", "claims": [gold(BODY, "395")] });
    assert_eq!(score(one, &[elsewhere, expelled]).tally.indicator, 0);
}

#[test]
fn other_answers_that_are_right_too_are_right() {
    let alternatives = json!({
        "indicator": "return.forced", "indicator_alt": ["return.total"], "bound": "about", "bound_alt": ["exact"],
        "period_kind": "during", "period_alt": [{ "period_kind": "since", "period_start": "2018-01-01", "period_end": null }],
        "value": 300, "value_max": 395,
    });
    let wanted = json!({ "id": "a", "claims": [with(gold(BODY, "395"), alternatives)] });
    assert_eq!(score(wanted, &[read(BODY, "395")]).tally.all_strict, 1);
}

#[test]
fn each_field_that_is_wrong_is_told() {
    let other = json!({
        "indicator": "return.forced", "bound": "about", "unit": "households", "part_of": 500, "period_start": "2017-01-01",
    });
    let wanted = json!({ "id": "a", "claims": [with(gold(BODY, "395"), other)] });
    let scored = score(wanted, &[read(BODY, "395")]);
    use FaultKind::{Bound, Indicator, PartOf, Period, Unit};
    assert_eq!(kinds(&scored), [Indicator, Bound, Period, Unit, PartOf]);
    let said = |n: usize| (scored.errors[n].gold.clone().unwrap_or_default(), scored.errors[n].read.clone());
    assert_eq!(said(0), ("return.forced".to_owned(), Some("return.total".to_owned())));
    assert_eq!(said(2), ("since 2017-01-01..".to_owned(), Some("since 2018-01-01..".to_owned())));
    assert_eq!(said(4), ("500".to_owned(), Some("–".to_owned())));
}

#[test]
fn periods_are_compared_by_month_and_running_totals_end_in_a_year() {
    let right = |kind: PeriodKind, (start, end): (&str, &str), wanted: [Value; 3]| {
        let mut figure = read(BODY, "395");
        figure.period = Period { start: edge(start), end: edge(end), kind };
        let [kind, start, end] = wanted;
        let period = json!({ "period_kind": kind, "period_start": start, "period_end": end });
        let tally = score(json!({ "id": "a", "claims": [with(gold(BODY, "395"), period)] }), &[figure]).tally;
        (tally.period == 1, tally.period_strict == 1)
    };
    let days = |kind: &str, start: &str, end: &str| [json!(kind), json!(start), json!(end)];
    let may = ("2021-05-01", "2021-05-31");
    assert_eq!(right(PeriodKind::During, may, days("event", "2021-05-18", "2021-05-18")), (true, false));
    assert_eq!(right(PeriodKind::During, may, days("during", may.0, may.1)), (true, true));
    assert_eq!(right(PeriodKind::During, may, days("during", "2021-06-01", "2021-06-30")), (false, false));
    assert_eq!(right(PeriodKind::AsOf, ("", "2021-05-20"), days("during", may.0, may.1)), (false, false));
    let since = days("since", "2018-01-01", "2021-05-20");
    assert_eq!(right(PeriodKind::Since, ("2018-01-01", "2021-12-31"), since.clone()), (true, false));
    assert_eq!(right(PeriodKind::Since, ("2018-01-01", ""), since.clone()), (true, false));
    assert_eq!(right(PeriodKind::Since, ("2018-01-01", "2022-01-01"), since), (false, false));
    let undated = |kind: &str| [json!(kind), Value::Null, Value::Null];
    assert_eq!(right(PeriodKind::Event, ("", ""), undated("unknown")), (true, false));
    assert_eq!(right(PeriodKind::AsOf, ("", "2021-05-20"), undated("as_of")), (true, false));
    assert_eq!(right(PeriodKind::AsOf, ("", "2021-05-20"), undated("unknown")), (false, false));
}

#[test]
fn a_title_may_be_left_out_and_words_that_mislead_are_known() {
    let title = with(gold(TITLE, "400"), json!({ "in_title": true }));
    let wanted = json!({ "id": "a", "claims": [title] });
    assert_eq!(score(wanted.clone(), &[]).tally.gold, 1);
    let tally = score_with(wanted, &[read(TITLE, "400")], true).tally;
    assert_eq!((tally.gold, tally.wrong, tally.ignored_optional), (0, 0, 1));

    let span = |words: &str| json!([[8, 11, words]]);
    for (words, told) in [("400", 1), ("0,4", 1), ("4.00", 1), ("398", 0), ("quatre cents", 1)] {
        let wanted =
            json!({ "id": "a", "claims": [], "distractors": [400], "distractor_spans": span(words) });
        assert_eq!(score(wanted, &[read(TITLE, "400")]).tally.distractors_reported, told, "{words}");
    }
}

#[test]
fn the_interval_lies_around_the_score_and_is_the_same_every_time() {
    let (right, wrong) = (json!([gold(BODY, "395")]), json!([gold(BODY, "40")]));
    let options = Options { skip_title: false, folds: 5 };
    let judged: Vec<_> = (0..20)
        .map(|n| {
            let claims = if n % 4 == 0 { wrong.clone() } else { right.clone() };
            let entry: Entry =
                serde_json::from_value(json!({ "id": "a", "claims": claims })).expect("an entry");
            judge_figures(&entry, text().content(), &[read(BODY, "395")], options)
        })
        .collect();
    let folds = sum_up(&judged, options).folds;
    let f1 = 0.75;
    assert!(folds.all_interval.low < f1 && f1 < folds.all_interval.high, "{folds:?}");
    assert!(folds.all_interval.low > 0.4 && folds.all_interval.high < 1.0, "{folds:?}");
    assert!(
        folds.all.lowest <= f1 && f1 <= folds.all.highest && (folds.all.mean - f1).abs() < 1e-9,
        "{folds:?}"
    );
    assert_eq!(folds, sum_up(&judged, options).folds);
}
