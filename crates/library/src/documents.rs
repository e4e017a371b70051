//! Documents: what the analyst sees as one article.

use balise_model::{ContentHash, Document, DocumentId, Metadata};
use rusqlite::{OptionalExtension, params};

use crate::{Error, Tx, View};

impl Tx<'_> {
    pub fn put_document(&mut self, document: &Document) -> Result<(), Error> {
        self.write(
            "document",
            document.id.0,
            include_str!("../sql/document/write.sql"),
            params![
                document.id.0,
                document.original.bytes(),
                document.text.bytes(),
                document.extractor,
                document.file,
                document.language,
                serde_json::to_string(&document.metadata)?
            ],
        )
    }
}

impl View {
    pub fn document(&self, id: DocumentId) -> Result<Document, Error> {
        let sql = "SELECT original, text, extractor, file, language, metadata FROM document WHERE id = ?1";
        let found = self
            .db
            .prepare_cached(sql)?
            .query_row([id.0], |r| {
                let metadata: String = r.get(5)?;
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, metadata))
            })
            .optional()?;
        let (original, text, extractor, file, language, metadata) =
            found.ok_or(Error::NotFound { noun: "document", id: id.to_string() })?;
        let metadata: Metadata = serde_json::from_str(&metadata)?;
        let (original, text) = (ContentHash::stored(original), ContentHash::stored(text));
        Ok(Document { id, original, text, extractor, file, language, metadata })
    }

    pub fn has_document(&self, id: DocumentId) -> Result<bool, Error> {
        Ok(self.db.prepare_cached("SELECT 1 FROM document WHERE id = ?1")?.exists([id.0])?)
    }

    /// The document that shows this text, or showed it before another took its place.
    pub fn document_with_text(&self, text: &ContentHash) -> Result<Option<DocumentId>, Error> {
        let sql =
            "SELECT id FROM document WHERE text = ?1 UNION ALL SELECT document FROM version WHERE text = ?1";
        let mut query = self.db.prepare_cached(sql)?;
        Ok(query.query_row([text.bytes()], |row| Ok(DocumentId(row.get(0)?))).optional()?)
    }

    /// The document outside the bin that was read at this address.
    pub fn document_at(&self, address: &str) -> Result<Option<DocumentId>, Error> {
        let sql = "SELECT id FROM document WHERE address = ?1 AND trashed IS NULL ORDER BY n LIMIT 1";
        let mut query = self.db.prepare_cached(sql)?;
        Ok(query.query_row([address], |row| Ok(DocumentId(row.get(0)?))).optional()?)
    }

    /// The publication day of a document that has this text, for reading the text again.
    pub fn published_of(&self, text: &ContentHash) -> Result<Option<balise_model::Edge>, Error> {
        let sql = "SELECT metadata FROM document WHERE text = ?1 ORDER BY n LIMIT 1";
        let found: Option<String> =
            self.db.prepare_cached(sql)?.query_row([text.bytes()], |row| row.get(0)).optional()?;
        let metadata: Option<Metadata> = found.map(|json| serde_json::from_str(&json)).transpose()?;
        Ok(metadata.and_then(|m| m.published).map(|p| p.value))
    }

    /// Ids of documents after `after` in their order by id, for whoever rebuilds something derived, part by part.
    pub fn document_ids(&self, after: Option<DocumentId>, limit: usize) -> Result<Vec<DocumentId>, Error> {
        let sql = "SELECT id FROM document WHERE id > ?1 ORDER BY id LIMIT ?2";
        let mut query = self.db.prepare_cached(sql)?;
        let after = after.map_or_else(Vec::new, |id| id.0.as_bytes().to_vec());
        let ids = query.query_map(params![after, limit as i64], |row| Ok(DocumentId(row.get(0)?)))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Whether a document is in the bin.
    pub fn is_trashed(&self, id: DocumentId) -> Result<bool, Error> {
        let sql = "SELECT 1 FROM document WHERE id = ?1 AND trashed IS NOT NULL";
        Ok(self.db.prepare_cached(sql)?.exists([id.0])?)
    }
}
