//! What a text is about as a whole: the indicator of the title and the lead, the country it is written from, and the
//! one year of its dates.

use balise_model::{BlockKind, Edge, Span, Text};
use regex::Regex;
use std::sync::LazyLock;

use super::institutions::named;
use crate::lexicon::{LEXICON, Place};
use crate::tokens::tokens;

/// The indicators of the title and the first lines.
#[derive(Default)]
pub(super) struct Topic {
    main: Option<usize>,
    money: Option<usize>,
    /// The title and the first lines speak of migration.
    migration: bool,
    /// The one country that the title and the lines above the article name.
    country: Option<String>,
}

impl Topic {
    pub(super) fn of(text: &Text) -> Self {
        let content = text.content();
        let mut weights = vec![0.0_f64; LEXICON.indicators.len()];
        let mut migration = false;
        let mut countries: Vec<String> = Vec::new();
        let read = text.blocks().iter().filter(|b| b.kind.is_read());
        for (n, block) in read.take(4).enumerate() {
            let end = (block.span.start + 320).min(block.span.end);
            let end = (block.span.start..=end)
                .rev()
                .find(|&i| content.is_char_boundary(i))
                .unwrap_or(block.span.start);
            let all = tokens(content, Span::new(block.span.start, end));
            migration |= LEXICON.migration.any(&all);
            if block.kind == BlockKind::Title || block.kind == BlockKind::Heading && n == 0 {
                countries.extend(
                    (0..all.len())
                        .filter_map(|i| LEXICON.country(&all, i).filter(|name| all[i].folded == *name))
                        .map(str::to_owned),
                );
            }
            let weight = if block.kind == BlockKind::Title || n == 0 { 2.0 } else { 1.0 };
            let named = named(content, &all);
            for at in (0..all.len()).filter(|&at| !named[at]) {
                let best = LEXICON.cues_at(&all, at).filter(|(c, _)| !c.weak).max_by_key(|(c, _)| c.weight());
                if let Some((cue, _)) = best {
                    let place = if cue.place == Place::Noun { 1.2 } else { 1.0 };
                    weights[cue.indicator] += weight * place;
                }
            }
        }
        let best = |allowed: &dyn Fn(&str) -> bool| {
            (0..weights.len())
                .filter(|&i| weights[i] > 0.9 && allowed(&LEXICON.indicators[i].id))
                .max_by(|a, b| weights[*a].total_cmp(&weights[*b]))
        };
        let amount = |id: &str| matches!(id, "remittances.amount" | "funding.amount");
        let people = |id: &str| {
            !amount(id) && !matches!(id, "remittances.gdp_share" | "projects.count" | "jobs.created")
        };
        countries.dedup();
        let country = countries.pop().filter(|_| countries.is_empty());
        Self { main: best(&people), money: best(&amount), migration, country }
    }

    pub(super) fn main(&self) -> Option<usize> {
        self.main
    }

    pub(super) fn money(&self) -> Option<usize> {
        self.money
    }

    pub(super) fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    pub(super) fn is_migration(&self) -> bool {
        self.migration
    }
}

/// The one year of the dates of an undated text; nothing when they leave several, or none.
pub(super) fn only_year(text: &Text, published: Option<Edge>) -> Option<i16> {
    static YEAR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)(?:19|20)[0-9][0-9](?-u:\b)").expect("a literal pattern"));
    static DATED: LazyLock<Regex> = LazyLock::new(|| {
        let months =
            "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre";
        Regex::new(&format!(r"(?i)(depuis )?(?-u:\b)(?:{months}) ((?:19|20)[0-9][0-9])(?-u:\b)"))
            .expect("a literal pattern")
    });
    if published.is_some() {
        return None;
    }
    let read = text.blocks().iter().filter(|b| b.kind.is_read()).filter_map(|b| b.span.of(text.content()));
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
pub(crate) fn is_of_a_law(words: &str, at: usize) -> bool {
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
