//! New rules meet old texts: texts are read again by a newer reader, originals extracted again by a newer extractor.
//! Decisions are untouched, or follow their sentence.

use balise_library::{Done, Reading, Renewal, Renewed};
use balise_model::{ContentHash, Document, DocumentId, Origin, Text};
use rayon::prelude::*;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};
use std::time::Duration;

use crate::{Desk, Error};

/// Texts or originals read at once: little enough that nobody waits for the writer.
const PORTION: usize = 64;

impl Desk {
    /// Reads some texts again that an older reader read; returns how many. Zero when all are up to date.
    pub fn read_some_again(&mut self) -> Result<usize, Error> {
        let texts: Vec<ContentHash> = self.library.texts_to_read_again(balise_text::READER, PORTION)?;
        let mut read = Vec::with_capacity(texts.len());
        for hash in &texts {
            read.push((self.library.text(hash)?, self.library.published_of(hash)?));
        }
        let findings: Vec<_> =
            read.par_iter().map(|(text, published)| balise_text::analyse(text, *published)).collect();
        let readings: Vec<(Text, Reading<'_>)> =
            read.into_iter().zip(&findings).map(|((text, _), found)| (text, reading(found))).collect();
        if !readings.is_empty() {
            self.library.replace_findings(&readings)?;
        }
        Ok(readings.len())
    }

    /// Extracts the text of some originals again that an older extractor read, from `after` on in their order by id.
    /// Where another text comes out it takes the old one's place. Returns the last one looked at.
    pub fn extract_some_again(&mut self, after: Option<DocumentId>) -> Result<Option<DocumentId>, Error> {
        let extractor = balise_ingest::EXTRACTOR;
        let ids = self.library.documents_to_extract_again(extractor, after, PORTION)?;
        let mut alike = Vec::new();
        for id in &ids {
            let document = self.library.document(*id)?;
            let bytes = self.library.original(&document.original)?;
            let read = balise_ingest::read(&bytes, &Origin { name: document.file.clone() });
            match read.text {
                Some(text) if text.hash() != &document.text => {
                    let document =
                        Document { text: text.hash().clone(), extractor: extractor.to_owned(), ..document };
                    self.renew(&document, &bytes, &text)?;
                }
                // The same, or nothing any more: the text that is there stays.
                _ => alike.push(*id),
            }
        }
        if !alike.is_empty() {
            self.library.extracted_alike(&alike, extractor)?;
        }
        Ok(ids.last().copied())
    }

    /// Gives a document another text: decisions follow their sentence, or become orphans.
    pub(crate) fn renew(
        &mut self,
        document: &Document,
        bytes: &[u8],
        text: &Text,
    ) -> Result<Done<Renewal>, Error> {
        let findings = balise_text::analyse(text, document.published());
        let renewed = Renewed { document, bytes, text, reading: reading(&findings) };
        Ok(self.library.renew(&renewed, &self.who)?)
    }
}

/// A run of words that two texts share, or that only one of them has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PieceKind {
    Same,
    /// Only in the earlier text.
    Gone,
    /// Only in the later one.
    New,
}

/// What changed between two texts, word by word. Very different long texts are told coarsely rather than slowly.
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let mut config = TextDiff::configure();
    config.timeout(Duration::from_millis(500));
    let diff = config.diff_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PieceKind::Same,
            ChangeTag::Delete => PieceKind::Gone,
            ChangeTag::Insert => PieceKind::New,
        };
        match pieces.last_mut().filter(|piece| piece.kind == kind) {
            Some(piece) => piece.text.push_str(change.value()),
            None => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    pieces
}

/// What this build's reader found, as the library keeps it.
pub(crate) fn reading(findings: &balise_text::Findings) -> Reading<'_> {
    Reading { reader: balise_text::READER, figures: &findings.figures, left_out: findings.left_out }
}
