use super::*;
use crate::tokens::tokens;
use balise_model::Precision;
use jiff::civil::Date;

fn read(text: &str) -> Vec<String> {
    let all = tokens(text, Span::new(0, text.len()));
    let published = Some(Edge { day: Date::constant(2025, 1, 31), precision: Precision::Day });
    say(&times(&all, Reference { published, only_year: None }))
}

fn say(times: &[Time]) -> Vec<String> {
    let day = |e: Option<Edge>| e.map_or("-".to_owned(), |e| e.day.to_string());
    times.iter().map(|t| format!("{:?} {} {}", t.form, day(t.start), day(t.end))).collect()
}

#[test]
fn absolute_and_relative_expressions_become_days() {
    assert_eq!(read("depuis 2017, l’OIM a facilité"), ["Since 2017-01-01 2025-01-31"]);
    assert_eq!(read("entre 2019 et 2022"), ["Span 2019-01-01 2022-12-31"]);
    assert_eq!(read("du 17 au 20 mai 2022"), ["Span 2022-05-17 2022-05-20"]);
    assert_eq!(read("vendredi dernier"), ["Day 2025-01-24 2025-01-24"]);
    assert_eq!(read("du 1er septembre 2021 au 22 août dernier"), ["Span 2021-09-01 2022-08-22"]);
}

#[test]
fn an_undated_text_keeps_the_form_and_may_leave_one_year() {
    let text = "le 3 mai, puis depuis janvier";
    let all = tokens(text, Span::new(0, text.len()));
    assert_eq!(say(&times(&all, Reference::default())), ["Day - -", "Since - -"]);
    let hinted = Reference { published: None, only_year: Some(2021) };
    assert_eq!(say(&times(&all, hinted))[0], "Day 2021-05-03 2021-05-03");
}
