//! What holds for any text at all: no panic, spans on character borders, quotes equal to their slice.

#[path = "laws/check.rs"]
mod check;
#[path = "laws/mutations.rs"]
mod mutations;

use check::check;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(content in any::<String>()) {
        check(&content);
    }

    /// Texts made of the pieces that rules look for, in any order.
    #[test]
    fn any_heap_of_pieces_is_read_without_a_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        check(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    "Depuis 2017, ",
    "plus de ",
    "44.000",
    "18\u{202f}000",
    " 22,49 millions",
    " migrants",
    " Maliens",
    "dont ",
    "(",
    ")",
    "entre ",
    " et ",
    " à ",
    "2019",
    "31 janvier 2025",
    "le 31 février",
    "du 17 au 20 mai",
    "au premier trimestre",
    "hier",
    "vendredi ",
    "ont été rapatriés",
    " en 2024",
    ". ",
    "\n",
    "\n\n",
    "« ",
    " »",
    "une centaine de ",
    "deux mille ",
    "cent ",
    "%",
    " FCFA",
    "n°",
    "+223 90 50 00 06",
    "é",
    "🇲🇱",
    "\u{301}",
    "Lire aussi : ",
    "fin ",
    "de ",
    "depuis ",
    "99999999999999999999",
    "0,5",
    "1.",
    ",",
];

#[test]
fn numbers_beyond_all_counting_are_no_figures() {
    let digits = "9".repeat(400);
    let hundreds = "cent ".repeat(200);
    check(&format!("En 2020, {digits} migrants ont été rapatriés. {hundreds} migrants ont été rapatriés."));
}

#[test]
fn a_table_without_full_stops_is_read_in_good_time() {
    let content: String = (0..1_000).map(|n| format!("Gao;2020;{} migrants rapatriés\n", 100 + n)).collect();
    let start = std::time::Instant::now();
    check(&content);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
