//! Who says a figure, where people came from and went, the words a title's period comes from, and sums that do not
//! add up.

use balise_model::{Figure, Text};
use balise_text::{Findings, analyse, blocks};

fn read(content: &str) -> Findings {
    let cut = blocks(content);
    analyse(&Text::new(content.to_owned(), cut), None)
}

fn first(content: &str) -> Figure {
    read(content).figures.into_iter().next().unwrap_or_else(|| panic!("a figure in {content}"))
}

#[test]
fn who_says_it() {
    for (text, speaker) in [
        ("Selon l'OIM, 300 migrants ont été rapatriés en 2021.", "l'OIM"),
        ("D'après le ministère, 300 migrants ont été rapatriés en 2021.", "le ministère"),
        ("En 2021, 300 migrants ont été rapatriés, a déclaré le ministre.", "le ministre"),
    ] {
        assert_eq!(first(text).speaker.as_deref(), Some(speaker), "{text}");
    }
    assert_eq!(first("En 2021, 300 migrants ont été rapatriés.").speaker, None);
}

#[test]
fn where_people_came_from_and_went() {
    let figure = first("En 2022, 30 000 migrants ont été expulsés de Libye vers le Niger.");
    assert_eq!((figure.origin.as_deref(), figure.destination.as_deref()), (Some("Libye"), Some("Niger")));
    let figure = first("En 2019, 160 Maliens sont rentrés de Tunisie à Bamako.");
    assert_eq!((figure.origin.as_deref(), figure.destination.as_deref()), (Some("Tunisie"), Some("Bamako")));
    let figure = first("En 2019, le camp de Mbera abritait 50 000 réfugiés.");
    assert_eq!((figure.origin, figure.destination), (None, None));
}

#[test]
fn parts_that_do_not_make_their_total_are_told_with_both_sides() {
    let told = |text: &str| {
        let findings = read(text);
        findings.problems.into_iter().find(|p| p.code == "sum-uneven").map(|p| p.params)
    };
    let uneven =
        told("En 2014, 3 455 Maliens ont été rapatriés, soit 2 116 hommes et 1 239 femmes.").expect("told");
    assert_eq!(uneven["total"], "3 455");
    assert_eq!(uneven["parts"], "2 116 + 1 239");
    assert_eq!(uneven["sum"], "3\u{202f}355");
    assert!(told("En 2014, 3 355 Maliens ont été rapatriés, soit 2 116 hommes et 1 239 femmes.").is_none());
    // A choice of parts is no sum.
    assert!(told("En 2014, 3 455 Maliens ont été rapatriés, dont 116 femmes et 239 enfants.").is_none());
}

#[test]
fn a_title_takes_its_period_with_the_words_that_say_it() {
    let content = "Plus de 36 000 réfugiés au Burkina\n\nAu 31 mars 2023, le pays abritait 36 265 réfugiés.";
    let title = first(content);
    let words = title.evidence.period.and_then(|span| span.of(content));
    assert_eq!((title.quantity.value, words), (36_000.0, Some("Au 31 mars 2023")));
}
