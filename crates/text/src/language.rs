//! Which language a text is in. Figures are read in French only.

use whatlang::{Detector, Lang};

/// ISO 639-1 of the text, "und" when it is too short or too mixed to tell. The first kilobytes decide: a page's
/// foreign menu or citation further down does not.
pub fn language(content: &str) -> String {
    let mut end = content.len().min(8_000);
    while !content.is_char_boundary(end) {
        end -= 1;
    }
    if is_plainly_french(&content[..end]) {
        return "fr".to_owned();
    }
    // Statistics need no more than a few paragraphs.
    end = end.min(1_000);
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

/// Many small words that only French has, and hardly one of its neighbours': nearly every article here, told at a
/// glance. Statistics on letters, for the rest, cost more than reading the figures does.
fn is_plainly_french(head: &str) -> bool {
    const ENOUGH: usize = 10;
    let (mut french, mut foreign, mut words) = (0, 0, 0);
    for word in head.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        words += 1;
        match word {
            "les" | "une" | "dans" | "et" | "sont" | "ont" | "pour" | "avec" | "aux" | "été" | "leur"
            | "leurs" | "cette" | "ces" | "depuis" | "nous" | "vous" | "ils" | "elle" | "dont" | "après"
            | "au" => french += 1,
            "the" | "and" | "of" | "was" | "with" | "los" | "las" | "por" | "con" | "del" | "para"
            | "não" | "uma" | "dos" | "com" | "di" | "che" | "della" | "gli" | "per" | "der" | "und"
            | "das" | "ist" | "mit" | "het" | "een" | "van" => foreign += 1,
            _ => {}
        }
        if french >= ENOUGH {
            return foreign * 4 <= french && french * 14 >= words;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_plainly_french, language};

    #[test]
    fn french_is_told_from_english_and_from_nothing() {
        assert_eq!(language("Depuis 2017, plus de 44 000 Maliens sont rentrés."), "fr");
        assert_eq!(language("Since 2017, more than 44,000 Malians have returned to their country."), "en");
        assert_eq!(language("12 345"), "und");
    }

    #[test]
    fn only_much_french_and_little_else_is_told_at_a_glance() {
        let french =
            "Depuis 2017, les familles sont rentrées avec leurs enfants dans une région et leur village. ";
        let english =
            "The families have gone back to the villages with their children and the help of a ministry. ";
        assert!(is_plainly_french(&french.repeat(4)));
        assert!(!is_plainly_french(french), "too little to tell at a glance");
        assert!(!is_plainly_french(&[english, french].concat().repeat(4)));
        assert!(!is_plainly_french(&[&english.repeat(3), french].concat().repeat(8)));
        let spanish = "Los migrantes han vuelto con las familias por la carretera del norte para buscar una vida mejor. ";
        assert_eq!(language(&spanish.repeat(8)), "es");
    }
}
