//! The one year that a text without a full date leaves: by it "le 12 avril" and "Agadez, 12 sept. (ANP)" are read.

use balise_model::Block;
use regex::Regex;
use std::sync::LazyLock;

/// The one year of the dates of an undated text; nothing when they leave several, or none.
pub(crate) fn only_year(content: &str, blocks: &[Block]) -> Option<i16> {
    static YEAR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)(?:19|20)[0-9][0-9](?-u:\b)").expect("a literal pattern"));
    static DATED: LazyLock<Regex> = LazyLock::new(|| {
        let months =
            "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre";
        Regex::new(&format!(r"(?i)(depuis )?(?-u:\b)(?:{months}) ((?:19|20)[0-9][0-9])(?-u:\b)"))
            .expect("a literal pattern")
    });
    let read = blocks.iter().filter(|b| b.kind.is_read()).filter_map(|b| b.span.of(content));
    let (mut dated, mut all) = (Same::None, Same::None);
    let written = |w: &&str| memchr::memmem::find(w.as_bytes(), b"20").is_some() || w.contains("19");
    let read: Vec<&str> = read.filter(written).collect();
    for words in &read {
        YEAR.find_iter(words).filter(|y| !is_of_a_law(words, y.start())).for_each(|y| all.add(y.as_str()));
    }
    // Of several years, those of whole dates decide.
    for words in read.iter().filter(|_| matches!(all, Same::Several)) {
        let begun = |c: &regex::Captures<'_>| {
            c.get(1).is_none() && !c.get(2).is_some_and(|year| is_of_a_law(words, year.start()))
        };
        DATED.captures_iter(words).filter(begun).for_each(|c| dated.add(&c[2]));
    }
    match dated {
        Same::None => all.one(),
        _ => dated.one(),
    }
}

/// "la loi 2015-36 du 26 mai 2015": a year that dates a law, not the article.
fn is_of_a_law(words: &str, at: usize) -> bool {
    let from = (at.saturating_sub(60)..at).find(|&i| words.is_char_boundary(i)).unwrap_or(at);
    ["loi ", "loi n", "décret", "ordonnance", "onvention", "rotocole", "ésolution"]
        .iter()
        .any(|w| words[from..at].contains(w))
}

/// Whether the years seen are all the same.
enum Same {
    None,
    One(i16),
    Several,
}

impl Same {
    fn add(&mut self, year: &str) {
        let Ok(year) = year.parse() else { return };
        *self = match self {
            Self::None => Self::One(year),
            Self::One(seen) if *seen == year => Self::One(year),
            _ => Self::Several,
        };
    }

    fn one(&self) -> Option<i16> {
        if let Self::One(year) = self { Some(*year) } else { None }
    }
}
