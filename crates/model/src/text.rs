//! A text: one string that never changes, cut in blocks.

use serde::{Deserialize, Serialize};

use crate::ContentHash;

/// A range of UTF-8 bytes of one text; both ends lie on character borders.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    pub fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.start..self.end)
    }

    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    pub fn join(&self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    pub fn shifted(&self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}

/// What a block is. The order of the three families is the order of trust.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Title,
    Heading,
    Lead,
    Body,
    Quote,
    List,
    Table,
    Caption,
    Byline,
    Dateline,
    Teaser,
    Navigation,
    Notice,
}

impl BlockKind {
    /// Figures are read here.
    pub fn is_read(self) -> bool {
        use BlockKind::*;
        matches!(self, Title | Heading | Lead | Body | Quote | List | Table | Caption)
    }

    /// Kept out of the way in the reader: not the article.
    pub fn is_set_aside(self) -> bool {
        use BlockKind::*;
        matches!(self, Teaser | Navigation | Notice)
    }

    pub fn name(self) -> &'static str {
        use BlockKind::*;
        match self {
            Title => "title",
            Heading => "heading",
            Lead => "lead",
            Body => "body",
            Quote => "quote",
            List => "list",
            Table => "table",
            Caption => "caption",
            Byline => "byline",
            Dateline => "dateline",
            Teaser => "teaser",
            Navigation => "navigation",
            Notice => "notice",
        }
    }
}

/// Why a block is not read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetAside {
    /// "Lire aussi", "Sur le même sujet", and what follows.
    ReadAlso,
    /// The author's other articles.
    AuthorPage,
    /// "Réservé aux abonnés", "Abonnez-vous".
    Subscription,
    /// Copyright and reproduction notices.
    Copyright,
    /// Telephone, mail, press contacts.
    Contact,
    /// Menus, breadcrumbs, share counters.
    Navigation,
    /// Summaries of other articles at the end of a page, cut short.
    OtherArticle,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
    /// Set when, and only when, the kind is one that is set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<SetAside>,
}

/// What an extractor read in an original: one string in NFC with LF line ends, cut in blocks.
/// Blocks are in order, do not overlap, and lie on character borders.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    hash: ContentHash,
    content: String,
    blocks: Vec<Block>,
}

impl Text {
    /// Blocks that break the rules above are dropped: a text is never refused for its shape.
    pub fn new(content: String, blocks: Vec<Block>) -> Self {
        let mut end = 0;
        let blocks = blocks
            .into_iter()
            .filter(|b| {
                let sound = b.span.start >= end && b.span.of(&content).is_some();
                if sound {
                    end = b.span.end;
                }
                sound
            })
            .collect();
        Self { hash: ContentHash::of(content.as_bytes()), content, blocks }
    }

    pub fn hash(&self) -> &ContentHash {
        &self.hash
    }

    pub fn content(&self) -> &str {
        &self.content
    }

    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}
