//! Messages of `data/words/fr.ftl` and `en.ftl`, by key. A missing key shows as the key itself, so that nobody
//! loses work over a word; `tests/tidy.rs` makes sure that none is missing.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

use crate::Lang;

type Bundle = FluentBundle<FluentResource>;

static FR: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", include_str!("../../../data/words/fr.ftl")));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("../../../data/words/en.ftl")));

fn bundle(tag: &str, source: &str) -> Bundle {
    let id: LanguageIdentifier = tag.parse().expect("a literal tag");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The shipped French and English need no bidi isolation, and exports must not carry invisible marks.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

fn of(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// Named values for a message; build with [`args`].
pub type Args<'a> = FluentArgs<'a>;

/// Numbers given as text are printed as given; numbers given as numbers choose plural forms.
pub fn args<'a, V: Into<FluentValue<'a>>, const N: usize>(pairs: [(&'a str, V); N]) -> Args<'a> {
    pairs.into_iter().collect()
}

pub fn has(lang: Lang, key: &str) -> bool {
    of(lang).has_message(key)
}

pub fn text(lang: Lang, key: &str) -> String {
    text_with(lang, key, &Args::new())
}

pub fn text_with(lang: Lang, key: &str, args: &Args<'_>) -> String {
    let bundle = of(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
    bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
}
