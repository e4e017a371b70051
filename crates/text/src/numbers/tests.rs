use super::*;
use crate::tokens::tokens;

fn read(text: &str) -> Vec<(f64, Bound)> {
    let all = tokens(text, Span::new(0, text.len()));
    let counted = |n: &Number| matches!(n.what, What::Count | What::Money(_) | What::Percent);
    numbers(text, &all, Habit::of(text)).into_iter().filter(counted).map(|n| (n.value, n.bound)).collect()
}

#[test]
fn thousands_are_read_in_every_dress() {
    for text in [
        "60.000 migrants",
        "60 000 migrants",
        "60\u{a0}000 migrants",
        "60\u{202f}000 migrants",
        "60\u{2009}000 migrants",
        "60000 migrants",
        "soixante mille migrants",
        "60 mille migrants",
    ] {
        assert_eq!(read(text), [(60000.0, Bound::Exact)], "{text}");
    }
    assert_eq!(read("1.902.150 personnes"), [(1902150.0, Bound::Exact)]);
    assert_eq!(read("22,49 millions de personnes"), [(22490000.0, Bound::Exact)]);
    assert_eq!(read("666,750 millions de Fcfa"), [(666750000.0, Bound::Exact)]);
    assert_eq!(read("quatre-vingt-quinze migrants"), [(95.0, Bound::Exact)]);
    assert_eq!(read("mille deux cents femmes"), [(1200.0, Bound::Exact)]);
}

#[test]
fn the_habit_of_the_text_decides_a_full_stop() {
    assert_eq!(read("1.330 migrants"), [(1330.0, Bound::Exact)]);
    assert_eq!(read("1.330 milliard de FCFA"), [(1_330_000_000.0, Bound::Exact)]);
    assert_eq!(read("2.500 millions de FCFA"), [(2_500_000_000.0, Bound::Exact)]);
    let english = "De 1.5 à 2.5 millions de FCFA. Puis 2.75 millions de FCFA.";
    assert_eq!(Habit::of(english), Habit::DotDecides);
    assert_eq!(Habit::of("60.000 migrants et 2.5 millions"), Habit::DotParts);
}

#[test]
fn a_hedge_governs_the_number_it_precedes() {
    assert_eq!(read("environ 60 en mai et 45 en juin"), [(60.0, Bound::About), (45.0, Bound::Exact)]);
    assert_eq!(read("plus de 44.000 ressortissants"), [(44000.0, Bound::AtLeast)]);
    assert_eq!(read("pas moins de 500 migrants"), [(500.0, Bound::AtLeast)]);
    assert_eq!(read("moins de 100 migrants"), [(100.0, Bound::AtMost)]);
    assert_eq!(read("une trentaine de rapatriés"), [(30.0, Bound::About)]);
    assert_eq!(read("entre 40 et 50 Béninois"), [(40.0, Bound::About)]);
    assert_eq!(read("plus « d’une centaine de passeurs »"), [(100.0, Bound::AtLeast)]);
}

#[test]
fn years_laws_phones_and_ages_are_no_count() {
    for text in [
        "en 2019",
        "la loi n°2012-023",
        "le 12 juillet 2012",
        "Tél : +223 90 50 00 06",
        "rédaction : 77 123 45 67",
        "une quinzaine de jours",
        "18 ans",
        "à 9 h",
        "la 3è session",
        "200 km",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}
