//! A name in a text: a person, an institution, a place, a law or a programme.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::Span;

/// The id of somebody or something that the gazetteer or the analyst knows.
pub type EntityId = Cow<'static, str>;

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    Person,
    Institution,
    Place,
    Law,
    Programme,
}

impl MentionKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Institution => "institution",
            Self::Place => "place",
            Self::Law => "law",
            Self::Programme => "programme",
        }
    }
}

/// A name where it stands. It points at an entity, it is never one: only a person makes entities.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
    /// Whom it may mean: one is resolved, several stay ambiguous, none is a name that nobody has listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<EntityId>,
}

impl Mention {
    /// The one it means, when that is certain.
    pub fn entity(&self) -> Option<&str> {
        match self.candidates.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// What an analyst calls somebody or something; read beside the gazetteer and before it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Alias {
    pub name: String,
    pub entity: String,
    pub kind: MentionKind,
}
