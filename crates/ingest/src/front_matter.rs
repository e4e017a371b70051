//! The header of a plain text: lines `clé: valeur` between two lines `---`, in French or English, as note-taking
//! tools write them. It is metadata, not text.

use balise_model::{Evidenced, Metadata, SetBy};
use balise_text::partial_date;

/// Splits a text into its header and its body; without a header, all is body.
pub(crate) fn split(text: &str) -> (Metadata, &str) {
    let none = || (Metadata::default(), text);
    let Some(rest) = text.strip_prefix("---\n") else { return none() };
    let Some((header, body)) = rest.split_once("\n---\n") else { return none() };
    if !header.lines().all(|line| line.trim().is_empty() || line.contains(':')) {
        return none();
    }
    let mut metadata = Metadata::default();
    for line in header.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        let said = || Some(Evidenced::new(value.to_owned(), line.trim(), SetBy::Header));
        match key.trim().to_lowercase().as_str() {
            "titre" | "title" => metadata.title = said(),
            "média" | "media" | "éditeur" | "publisher" | "outlet" => metadata.outlet = said(),
            "auteur" | "author" => metadata.author = said(),
            "adresse" | "url" | "address" => metadata.address = said(),
            "langue" | "language" => metadata.language = said(),
            "date" | "published" => {
                metadata.published =
                    partial_date(value).map(|edge| Evidenced::new(edge, line.trim(), SetBy::Header));
            }
            "exemple" | "sample" => metadata.sample = matches!(value, "oui" | "yes" | "true"),
            _ => {} // "source": where the writer took a fact from; not this article's own metadata.
        }
    }
    (metadata, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_metadata_and_the_rest_is_text() {
        let (metadata, body) = split(
            "---\ntitre: Retours : un bilan\nmédia: La Tribune\ndate: 2024-08\nexemple: oui\n---\nLe texte.\n",
        );
        assert_eq!(metadata.title.map(|t| t.value).as_deref(), Some("Retours : un bilan"));
        assert_eq!(metadata.published.map(|p| p.value.day.to_string()).as_deref(), Some("2024-08-01"));
        assert!(metadata.sample);
        assert_eq!(body, "Le texte.\n");
        assert_eq!(split("--- pas un en-tête\nfin").1, "--- pas un en-tête\nfin");
    }
}
