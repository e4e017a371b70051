//! Texts in versions: a better extraction, or a page that changed at its address, takes the place of a document's text.
//! The earlier text stays. Decisions follow their sentence where it stands word for word; where it does not, they
//! remain on the earlier text as orphans, and nothing is guessed.

use balise_model::{Cited, ContentHash, Document, DocumentId, Figure, FigureId, Text};
use jiff::{Timestamp, Zoned};
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::findings::Reading;
use crate::{Act, Done, Error, Library, Tx, View, Who};

/// A text that a document had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub text: ContentHash,
    pub original: ContentHash,
    pub extractor: String,
    /// When another text took its place.
    pub until: Timestamp,
}

/// What became of decisions when a text changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Renewal {
    /// Decisions whose sentence stands in the new text.
    pub moved: usize,
    /// Decisions whose sentence does not.
    pub orphans: usize,
}

/// A new text of a document, ready to take its place.
pub struct Renewed<'a> {
    /// With its new original, text, extractor and metadata; its id is the one it had.
    pub document: &'a Document,
    /// The original's bytes.
    pub bytes: &'a [u8],
    pub text: &'a Text,
    pub reading: Reading<'a>,
}

impl Library {
    /// Gives a document another text, as one act.
    pub fn renew(&mut self, renewed: &Renewed<'_>, who: &Who) -> Result<Done<Renewal>, Error> {
        let old = self.document(renewed.document.id)?;
        let old_text = self.text(&old.text)?;
        let decided = self.figures_of(old.id)?;
        let decided: Vec<&Cited> = decided.iter().filter(|c| c.verdict.is_some()).collect();
        let moves: BTreeMap<FigureId, Figure> = decided
            .iter()
            .filter_map(|c| {
                let start = c.figure.place_in(old_text.content(), renewed.text.content())?;
                Some((c.figure.id, c.figure.moved(renewed.text, start)?))
            })
            .collect();
        let renewal = Renewal { moved: moves.len(), orphans: decided.len() - moves.len() };
        let act = Act::new(
            "renew",
            serde_json::json!({
                "count": 1, "title": renewed.document.title(), "moved": renewal.moved, "orphans": renewal.orphans
            }),
        );
        let now = Zoned::now();
        self.transact(act, who, |tx| {
            tx.add_original(renewed.bytes)?;
            tx.add_text(renewed.text)?;
            tx.put_version(&old, &now)?;
            tx.put_document(renewed.document)?;
            tx.set_findings(renewed.text, &renewed.reading)?;
            for cited in decided {
                if let Some(figure) = moves.get(&cited.figure.id) {
                    tx.carry(cited, figure, renewed.text, &moves)?;
                }
            }
            Ok(renewal)
        })
    }
}

impl Library {
    /// Remembers that this extractor reads the same text in a document's original.
    pub fn extracted_alike(&mut self, documents: &[DocumentId], extractor: &str) -> Result<(), Error> {
        self.write(|db| {
            for id in documents {
                let sql = "UPDATE document SET extractor = ?2 WHERE id = ?1";
                db.prepare_cached(sql)?.execute(params![id.0, extractor])?;
            }
            Ok(db.commit()?)
        })
    }
}

impl Tx<'_> {
    fn put_version(&mut self, old: &Document, now: &Zoned) -> Result<(), Error> {
        let id = Uuid::new_v5(&old.id.0, old.text.as_str().as_bytes());
        let row = params![
            id,
            old.id.0,
            old.original.bytes(),
            old.text.bytes(),
            old.extractor,
            now.timestamp().to_string()
        ];
        let sql =
            "INSERT INTO version VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET until = ?6";
        self.write("version", id, sql, row)
    }

    /// The decision under its new name, with everything a person gave; the row with the earlier name goes.
    fn carry(
        &mut self,
        cited: &Cited,
        figure: &Figure,
        text: &Text,
        moves: &BTreeMap<FigureId, Figure>,
    ) -> Result<(), Error> {
        let taken = self.db.prepare_cached("SELECT 1 FROM decision WHERE id = ?1")?.exists([figure.id.0])?;
        if taken {
            return Ok(()); // Decided there already, when the document had this text before.
        }
        let follow = |figure: &Figure| Figure {
            part_of_id: figure.part_of_id.map(|id| moves.get(&id).map_or(id, |moved| moved.id)),
            ..figure.clone()
        };
        // The machine's reading stands in the same sentence.
        let start = figure.quote.span().start;
        let correction = cited.correction.clone().map(|mut c| {
            c.read = c.read.and_then(|read| read.moved(text, start)).map(|read| follow(&read));
            c
        });
        let correction = correction.map(|c| serde_json::to_string(&c)).transpose()?;
        self.write(
            "decision",
            cited.figure.id.0,
            "DELETE FROM decision WHERE id = ?1",
            params![cited.figure.id.0],
        )?;
        let verdict = cited.verdict.as_ref();
        let status = serde_json::to_value(cited.status)?.as_str().unwrap_or_default().to_owned();
        self.write(
            "decision",
            figure.id.0,
            include_str!("../sql/decision/write.sql"),
            params![
                figure.id.0,
                cited.source.document.0,
                figure.text.bytes(),
                figure.number.start as i64,
                figure.indicator,
                status,
                serde_json::to_string(&follow(figure))?,
                correction,
                cited.figure.id.0,
                verdict.map(|v| v.by.clone()),
                verdict.map(|v| v.at.to_string()),
                verdict.map_or(0, |v| v.offset_minutes),
                verdict.and_then(|v| v.why.clone())
            ],
        )
    }
}

impl View {
    /// Texts that a document had before its current one, latest first.
    pub fn versions(&self, document: DocumentId) -> Result<Vec<Version>, Error> {
        let sql =
            "SELECT text, original, extractor, until FROM version WHERE document = ?1 ORDER BY until DESC";
        let mut query = self.db.prepare_cached(sql)?;
        let rows = query.query_map([document.0], |r| {
            let until: String = r.get(3)?;
            Ok(Version {
                text: ContentHash::stored(r.get(0)?),
                original: ContentHash::stored(r.get(1)?),
                extractor: r.get(2)?,
                until: until.parse().unwrap_or_default(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// At most `limit` documents outside the bin that another extractor read, after `after` in their order by id.
    pub fn documents_to_extract_again(
        &self,
        extractor: &str,
        after: Option<DocumentId>,
        limit: usize,
    ) -> Result<Vec<DocumentId>, Error> {
        let sql = "SELECT id FROM document WHERE extractor <> ?1 AND trashed IS NULL AND id > ?2 ORDER BY id LIMIT ?3";
        let mut query = self.db.prepare_cached(sql)?;
        let after = after.map_or_else(Vec::new, |id| id.0.as_bytes().to_vec());
        let rows = query.query_map(params![extractor, after, limit as i64], |r| Ok(DocumentId(r.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
