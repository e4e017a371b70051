//! Articles to store: read from a folder, or made up.

use balise_ingest::EXTRACTOR;
use balise_library::{Error, Reading, Tx};
use balise_model::{ContentHash, Document, DocumentId, Figure, Origin, Text};
use std::path::PathBuf;

/// An article read and analysed, as an import would keep it.
pub(crate) struct Article {
    pub(crate) bytes: Vec<u8>,
    pub(crate) text: Text,
    pub(crate) document: Document,
    pub(crate) figures: Vec<Figure>,
    pub(crate) left_out: usize,
}

impl Article {
    pub(crate) fn keep(&self, tx: &mut Tx<'_>) -> Result<(), Error> {
        tx.add_original(&self.bytes)?;
        tx.add_text(&self.text)?;
        tx.put_document(&self.document)?;
        let reading = Reading { reader: "bench", figures: &self.figures, left_out: self.left_out };
        tx.set_findings(&self.text, &reading)
    }
}

/// At most `count` articles of the folder that `BALISE_BENCH_FILES` names; else made-up ones.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    match std::env::var_os("BALISE_BENCH_FILES") {
        None => (0..count).filter_map(|n| read(invented(n).into_bytes(), &format!("{n}.txt"))).collect(),
        Some(folder) => {
            let mut files = Vec::new();
            let mut todo = vec![PathBuf::from(folder)];
            while let Some(folder) = todo.pop() {
                for entry in std::fs::read_dir(folder).expect("BALISE_BENCH_FILES names a folder").flatten() {
                    let path = entry.path();
                    if path.is_dir() { todo.push(path) } else { files.push(path) }
                }
            }
            files.sort();
            let read = |path: &PathBuf| read(std::fs::read(path).ok()?, &path.file_name()?.to_string_lossy());
            files.iter().take(count).filter_map(read).collect()
        }
    }
}

fn read(bytes: Vec<u8>, name: &str) -> Option<Article> {
    let read = balise_ingest::read(&bytes, &Origin { name: name.to_owned() });
    let text = read.text?;
    let mut metadata = read.metadata;
    let findings = balise_text::analyse(&text, metadata.published.as_ref().map(|p| p.value));
    metadata.title = metadata.title.or(findings.title);
    let original = ContentHash::of(&bytes);
    let document = Document {
        id: DocumentId::of(&original),
        original,
        text: text.hash().clone(),
        extractor: EXTRACTOR.to_owned(),
        file: name.to_owned(),
        language: findings.language,
        metadata,
    };
    Some(Article { bytes, text, document, figures: findings.figures, left_out: findings.left_out })
}

/// An article of its own numbers and words, about as long as those of the press.
pub(crate) fn invented(n: usize) -> String {
    let places = ["Bamako", "Kayes", "Gao", "Mopti", "Sikasso", "Ségou", "Tombouctou", "Koulikoro"];
    let words = [
        "retour",
        "familles",
        "centre",
        "région",
        "accord",
        "projet",
        "jeunes",
        "frontière",
        "transit",
        "travail",
    ];
    let mut state = n as u64 * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % below
    };
    let place = places[next(places.len())];
    let mut out = format!(
        "Migration : retours à {place}, bilan numéro {n}\n\n{place}, le {} mars 2025. ",
        next(28) + 1
    );
    out.push_str(&format!(
        "Plus de {} Maliens ont été rapatriés depuis 2017, selon l’OIM.\n\n",
        1_000 + next(90_000)
    ));
    for _ in 0..12 {
        for _ in 0..40 {
            out.push_str(words[next(words.len())]);
            out.push(' ');
        }
        out.push_str(&format!("à {}.\n\n", places[next(places.len())]));
    }
    out
}
