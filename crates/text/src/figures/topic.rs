//! What a text is about as a whole: the indicator of the title and the lead, the country it is written from.

use balise_model::{BlockKind, Span, Text};

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
