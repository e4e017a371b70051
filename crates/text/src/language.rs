//! Which language a text is in. Figures are read in French only.

use whatlang::{Detector, Lang};

/// ISO 639-1 of the text, "und" when it is too short or too mixed to tell. The first kilobytes decide: a page's
/// foreign menu or citation further down does not.
pub fn language(content: &str) -> String {
    let mut end = content.len().min(8_000);
    while !content.is_char_boundary(end) {
        end -= 1;
    }
    let known = Detector::with_allowlist(vec![
        Lang::Fra,
        Lang::Eng,
        Lang::Spa,
        Lang::Por,
        Lang::Ita,
        Lang::Deu,
        Lang::Ara,
        Lang::Nld,
    ]);
    let guess = known.detect(&content[..end]);
    let french_words = [" de ", " des ", " les ", " la ", " le ", " et ", " du ", " en ", " ont ", " sont "];
    if guess.as_ref().is_none_or(|g| !g.is_reliable())
        && french_words.iter().any(|w| content[..end].contains(w))
    {
        return "fr".to_owned(); // Too short for statistics; this program's articles are French.
    }
    let code = match guess.map(|i| i.lang()) {
        Some(Lang::Fra) => "fr",
        Some(Lang::Eng) => "en",
        Some(Lang::Spa) => "es",
        Some(Lang::Por) => "pt",
        Some(Lang::Ita) => "it",
        Some(Lang::Deu) => "de",
        Some(Lang::Ara) => "ar",
        Some(Lang::Nld) => "nl",
        _ => "und",
    };
    code.to_owned()
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn french_is_told_from_english_and_from_nothing() {
        assert_eq!(language("Depuis 2017, plus de 44 000 Maliens sont rentrés."), "fr");
        assert_eq!(language("Since 2017, more than 44,000 Malians have returned to their country."), "en");
        assert_eq!(language("12 345"), "und");
    }
}
