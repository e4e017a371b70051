//! Documents: what the analyst sees as one article.

use balise_model::{ContentHash, Document, DocumentId, Metadata};
use rusqlite::{OptionalExtension, params};

use crate::file::folded;
use crate::{Error, Library, Tx};

/// A line of the document list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub id: DocumentId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<balise_model::Edge>,
    pub sample: bool,
    /// Accepted or corrected figures.
    pub figures: usize,
    /// Suggested figures nobody has decided.
    pub to_review: usize,
}

impl Tx<'_> {
    pub fn put_document(&mut self, document: &Document) -> Result<(), Error> {
        let id = document.id.to_string();
        let metadata = &document.metadata;
        let published = document.published().map(|edge| edge.day.to_string());
        let json = serde_json::to_string(metadata)?;
        let outlet = metadata.outlet.as_ref().map(|o| o.value.clone());
        self.write(
            "document",
            &id,
            include_str!("../sql/document/write.sql"),
            params![
                id,
                document.original.as_str(),
                document.text.as_str(),
                document.file,
                document.language,
                document.title(),
                outlet,
                published,
                metadata.sample,
                json
            ],
        )
    }
}

impl Library {
    pub fn document(&self, id: DocumentId) -> Result<Document, Error> {
        let sql = "SELECT original, text, file, language, metadata FROM document WHERE id = ?1";
        let found: Option<(String, String, String, String, String)> = self
            .db
            .query_row(sql, [id.to_string()], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))
            .optional()?;
        let (original, text, file, language, metadata) =
            found.ok_or(Error::NotFound { noun: "document", id: id.to_string() })?;
        let metadata: Metadata = serde_json::from_str(&metadata)?;
        let (original, text) = (ContentHash::stored(original), ContentHash::stored(text));
        Ok(Document { id, original, text, file, language, metadata })
    }

    pub fn has_document(&self, id: DocumentId) -> Result<bool, Error> {
        let sql = "SELECT count(*) FROM document WHERE id = ?1";
        Ok(self.db.query_row(sql, [id.to_string()], |row| row.get::<_, i64>(0))? > 0)
    }

    /// A document has exactly this text.
    pub fn has_text(&self, text: &ContentHash) -> Result<bool, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM document WHERE text = ?1)";
        Ok(self.db.query_row(sql, [text.as_str()], |row| row.get(0))?)
    }

    /// Documents whose title or outlet holds `filter`, newest first; all when it is empty.
    pub fn documents(&self, filter: &str) -> Result<Vec<Row>, Error> {
        let mut query = self.db.prepare_cached(include_str!("../sql/document/list.sql"))?;
        let rows = query.query_map([folded(filter.trim())], |r| {
            let (day, precision): (Option<String>, Option<String>) = (r.get(3)?, r.get(4)?);
            Ok((
                r.get::<_, String>(0)?,
                r.get(1)?,
                r.get(2)?,
                day,
                precision,
                r.get(5)?,
                r.get::<_, i64>(6)?,
                r.get::<_, i64>(7)?,
            ))
        })?;
        rows.map(|row| {
            let (id, title, outlet, day, precision, sample, figures, to_review) = row?;
            let precision = precision.and_then(|p| serde_json::from_value(p.into()).ok());
            let published = day
                .and_then(|d| d.parse().ok())
                .zip(precision)
                .map(|(day, precision)| balise_model::Edge { day, precision });
            let id = document_id(&id)?;
            Ok(Row {
                id,
                title,
                outlet,
                published,
                sample,
                figures: figures as usize,
                to_review: to_review as usize,
            })
        })
        .collect()
    }

    /// The publication day of a document that has this text, for reading the text again.
    pub fn published_of(&self, text: &ContentHash) -> Result<Option<balise_model::Edge>, Error> {
        let sql = "SELECT metadata FROM document WHERE text = ?1 ORDER BY id LIMIT 1";
        let found: Option<String> = self.db.query_row(sql, [text.as_str()], |row| row.get(0)).optional()?;
        let metadata: Option<Metadata> = found.map(|json| serde_json::from_str(&json)).transpose()?;
        Ok(metadata.and_then(|m| m.published).map(|p| p.value))
    }

    /// Ids of all documents, for whoever rebuilds something derived.
    pub fn document_ids(&self) -> Result<Vec<DocumentId>, Error> {
        let mut query = self.db.prepare("SELECT id FROM document ORDER BY id")?;
        let ids: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        ids.iter().map(|id| document_id(id)).collect()
    }
}

pub(crate) fn document_id(stored: &str) -> Result<DocumentId, Error> {
    let id = stored.parse().map_err(|_| Error::NotFound { noun: "document", id: stored.to_owned() })?;
    Ok(DocumentId(id))
}
