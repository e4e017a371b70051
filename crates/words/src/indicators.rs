//! What an indicator is called, from `data/indicators.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::Lang;

#[derive(Deserialize)]
struct File {
    indicator: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    fr: String,
    en: String,
    short_fr: String,
    short_en: String,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/indicators.toml")).expect("tests read the shipped file")
});
static BY_ID: LazyLock<BTreeMap<&str, &Entry>> =
    LazyLock::new(|| FILE.indicator.iter().map(|e| (e.id.as_str(), e)).collect());

/// "Retours"; an id this build does not know shows as it is.
pub fn indicator(lang: Lang, id: &str) -> &str {
    match (BY_ID.get(id), lang) {
        (Some(entry), Lang::Fr) => &entry.fr,
        (Some(entry), Lang::En) => &entry.en,
        (None, _) => id,
    }
}

/// "retours": beside a value.
pub fn indicator_short(lang: Lang, id: &str) -> &str {
    match (BY_ID.get(id), lang) {
        (Some(entry), Lang::Fr) => &entry.short_fr,
        (Some(entry), Lang::En) => &entry.short_en,
        (None, _) => id,
    }
}

/// In the order of the file, which is the order of the screens.
pub fn indicator_ids() -> impl Iterator<Item = &'static str> {
    FILE.indicator.iter().map(|e| e.id.as_str())
}
