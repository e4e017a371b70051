//! What the analyst sees as one article: a current text, and metadata that say where each value came from.

use serde::{Deserialize, Serialize};

use crate::{ContentHash, DocumentId, Edge};

/// Who gave a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SetBy {
    /// A tag or a header of the file.
    Header,
    /// Words of the text.
    Text,
    /// A person.
    Person,
}

/// A value with the words or the tag it was read from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evidenced<T> {
    pub value: T,
    pub from: String,
    pub by: SetBy,
}

impl<T> Evidenced<T> {
    pub fn new(value: T, from: impl Into<String>, by: SetBy) -> Self {
        Self { value, from: from.into(), by }
    }
}

/// What was read about an article, beside its text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Evidenced<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Evidenced<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Evidenced<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Evidenced<Edge>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Evidenced<String>>,
    /// ISO 639-1, when the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Evidenced<String>>,
    /// An article of the sample: its figures are marked wherever they are used.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

/// Where bytes came from: the name a person knows them by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub name: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    pub original: ContentHash,
    pub text: ContentHash,
    /// The extractor that read the text in the original, with its version.
    pub extractor: String,
    /// The name of the file it came in.
    pub file: String,
    /// ISO 639-1 of the text as recognised; figures are read in French only.
    pub language: String,
    pub metadata: Metadata,
}

impl Document {
    /// The title, or the file's name when the text gives none.
    pub fn title(&self) -> &str {
        self.metadata.title.as_ref().map_or(self.file.as_str(), |t| t.value.as_str())
    }

    pub fn published(&self) -> Option<Edge> {
        self.metadata.published.as_ref().map(|p| p.value)
    }
}
