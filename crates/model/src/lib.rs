//! The nouns of Balise, with the invariants that make them true.
//!
//! An *original* is the bytes as received; a *text* is what an extractor read in it; *findings* are what the
//! machine reads in a text; *decisions* are what a person did. Nothing here touches a file, the clock or a
//! language: those are arguments elsewhere.

mod correction;
mod document;
mod figure;
mod id;
mod mention;
mod moved;
mod period;
mod problem;
mod quantity;
mod text;

pub use correction::{Correction, FieldFault, Fields};
pub use document::{Document, Evidenced, Metadata, Origin, SetBy};
pub use figure::{Cited, Evidence, Figure, FigureParts, Modality, Quote, Source, Status, Verdict};
pub use id::{ContentHash, DocumentId, FigureId, digest};
pub use mention::{Alias, EntityId, Mention, MentionKind};
pub use period::{Edge, Period, PeriodKind, Precision};
pub use problem::Problem;
pub use quantity::{Bound, Quantity, Unit, plain_number, plain_number_or_null};
pub use text::{Block, BlockKind, SetAside, Span, Text};
