//! Identities. What a machine made is named by its content, so that two people who import the same file hold the
//! same thing; what a person made would be named by chance (UUID v4) where it is made.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

use crate::Span;

/// BLAKE3 of an original's bytes or of a text's UTF-8 bytes, in hexadecimal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(String);

impl ContentHash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).to_hex().to_string())
    }

    /// A hash as the library stored it; `verify` is what recomputes it.
    pub fn stored(bytes: [u8; 32]) -> Self {
        Self(blake3::Hash::from_bytes(bytes).to_hex().to_string())
    }

    /// The hash itself, 32 bytes.
    pub fn bytes(&self) -> [u8; 32] {
        blake3::Hash::from_hex(&self.0).map(Into::into).unwrap_or_default()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn namespace(&self) -> Uuid {
        Uuid::new_v5(&Uuid::NAMESPACE_OID, self.0.as_bytes())
    }
}

/// BLAKE3, for what is not content: seals, fingerprints.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    blake3::hash(bytes).into()
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A document is named after its original: the same file imported twice is the same document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub Uuid);

impl DocumentId {
    pub fn of(original: &ContentHash) -> Self {
        Self(Uuid::new_v5(&original.namespace(), b"document"))
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// UUIDv5(text, number start, number end): a decision meets its finding again after any re-reading.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FigureId(pub Uuid);

impl FigureId {
    pub fn of(text: &ContentHash, number: Span) -> Self {
        Self(Uuid::new_v5(&text.namespace(), format!("{} {}", number.start, number.end).as_bytes()))
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
