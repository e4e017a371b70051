//! What holds for any text at all. Used by the tests beside this folder and by `fuzz/`.

use balise_model::{Evidence, Text};
use balise_text::{analyse, blocks, partial_date};

/// Cuts and reads a text.
pub(crate) fn check(content: &str) {
    check_text(&Text::new(content.to_owned(), blocks(content)));
}

/// Reads a text twice: no panic, spans on character borders, every quote the slice of its text, every number inside
/// its quote, and the same findings both times.
pub(crate) fn check_text(text: &Text) {
    let content = text.content();
    let published = partial_date("2025-01-31");
    let findings = analyse(text, published);
    for block in text.blocks() {
        assert!(block.span.of(content).is_some());
        assert_eq!(block.kind.is_set_aside(), block.reason.is_some());
    }
    for figure in &findings.figures {
        assert!(figure.holds_in(text));
        let quote = figure.quote.span();
        assert_eq!(quote.of(content), Some(figure.quote.words()));
        assert!(quote.contains(figure.number));
        assert_eq!(figure.number.of(content), Some(figure.number_words()));
        assert!(figure.quantity.value.is_finite() && (0.0..=1.0).contains(&figure.confidence));
        let Evidence { bound, indicator, period, population, part_of, origin, destination, speaker } =
            figure.evidence;
        let said = [bound, indicator, period, population, part_of, origin, destination, speaker];
        for span in said.into_iter().flatten().chain(figure.also.iter().copied()) {
            assert!(span.of(content).is_some());
        }
        if let (Some(start), Some(end)) = (figure.period.start, figure.period.end) {
            assert!(start.day <= end.day, "{:?}", figure.period);
        }
    }
    for mention in &findings.mentions {
        assert!(mention.span.of(content).is_some_and(|words| !words.trim().is_empty()));
    }
    assert_eq!(analyse(text, published), findings, "the same text was read otherwise the second time");
}
