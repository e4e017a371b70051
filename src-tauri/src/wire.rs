//! What crosses between the window and the engine: views made ready to show (numbers, dates and labels already
//! in the analyst's language), and the one place where a span of UTF-8 bytes becomes UTF-16 offsets in a block.
//! `cargo test` writes these types to `ui/src/backend/types/`; the files are committed and must stay fresh.

mod by_hand;
mod keeping;

pub(crate) use by_hand::*;
pub(crate) use keeping::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the frame of the window shows: who codes, in which library, what can be undone.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Session {
    pub(crate) library: Option<LibraryView>,
    pub(crate) preferences: Preferences,
    pub(crate) recent: Vec<Recent>,
    /// True until a coder name has been confirmed once.
    pub(crate) first_run: bool,
    pub(crate) version: String,
    /// The name of the act that Ctrl+Z would undo, in words ("chiffre accepté"); absent when there is none.
    pub(crate) undo: Option<String>,
    pub(crate) redo: Option<String>,
    /// Time of the last act, ready to print ("14:32").
    pub(crate) saved_at: Option<String>,
    /// The welcome and closing messages of the shell that have not been shown yet (a library opened by double
    /// click that could not be read, an import that will resume).
    pub(crate) notices: Vec<ProblemView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct LibraryView {
    /// The same for the same file in its place.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) documents: u32,
    pub(crate) suggested: u32,
    pub(crate) accepted: u32,
    pub(crate) read_only: bool,
    pub(crate) sample: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Preferences {
    pub(crate) coder: String,
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    /// Interface scale in per cent: 90, 100, 115 or 130.
    pub(crate) scale: u16,
    /// Article text in CSS pixels, 15 to 23.
    pub(crate) text_size: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    Fr,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Recent {
    /// Place in the list; what `open_recent` takes, so that no path comes from the web side.
    pub(crate) index: u32,
    pub(crate) name: String,
    /// The folder it lies in, for the tooltip.
    pub(crate) folder: String,
    /// "214 documents, 75 chiffres"
    pub(crate) summary: String,
    /// "hier à 18:04"
    pub(crate) when: String,
    pub(crate) missing: bool,
}

/// A message for a person: `code` names the Fluent entries `problem-<code>` and `problem-<code>-hint`.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProblemView {
    pub(crate) code: String,
    pub(crate) params: std::collections::BTreeMap<String, String>,
    /// For "Copier les détails" and the log; never decides anything.
    pub(crate) detail: String,
}

/// State of the import that runs or ran last; also the payload of the event `import`.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub(crate) struct ImportView {
    pub(crate) running: bool,
    pub(crate) stopping: bool,
    pub(crate) done: u32,
    pub(crate) total: u32,
    pub(crate) read: u32,
    pub(crate) known: u32,
    pub(crate) check: u32,
    pub(crate) refused: u32,
    /// "encore 20 secondes environ", after three seconds of work.
    pub(crate) left: Option<String>,
    pub(crate) items: Vec<ImportItem>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ImportItem {
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    /// What happened, in words: "3 chiffres proposés, 7 blocs mis à part".
    pub(crate) said: String,
    /// What to do about it, in words; absent when there is nothing to do.
    pub(crate) hint: Option<String>,
    pub(crate) document: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    Waiting,
    Read,
    Known,
    Check,
    Refused,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DocumentList {
    /// Documents of the library outside the bin.
    pub(crate) total: u32,
    /// Those that the filter lets through.
    pub(crate) matching: u32,
    /// Where the first of `rows` stands among them.
    pub(crate) from: u32,
    pub(crate) rows: Vec<DocumentRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DocumentRow {
    pub(crate) id: String,
    pub(crate) title: String,
    /// "Le Courrier du Fleuve, 31 janv. 2025"
    pub(crate) source: String,
    pub(crate) figures: u32,
    pub(crate) to_review: u32,
    pub(crate) sample: bool,
}

/// One document opened in the reader.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Reading {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) outlet: Option<String>,
    pub(crate) author: Option<String>,
    /// "31 janvier 2025"
    pub(crate) published: Option<String>,
    /// "Date lue dans la page" or "Date introuvable".
    pub(crate) date_note: String,
    pub(crate) date_known: bool,
    pub(crate) address: Option<String>,
    pub(crate) sample: bool,
    /// Set when the text is not French: no figure was read, and this says so.
    pub(crate) language_note: Option<String>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) figures: Vec<FigureView>,
    /// Decided figures whose sentence stood in an earlier text, and is not in this one.
    pub(crate) orphans: Vec<FigureView>,
    /// "8 nombres écartés d’office", absent when none.
    pub(crate) left_out: Option<String>,
}

/// What the reader stacks: a block of the text, or a run of blocks set aside.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "piece", rename_all = "lowercase")]
pub(crate) enum Piece {
    Block(BlockView),
    Aside {
        /// "7 blocs « Lire aussi »"
        label: String,
        /// "54 % de la page"
        share: String,
        blocks: Vec<BlockView>,
    },
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct BlockView {
    pub(crate) id: u32,
    /// title, heading, lead, body, quote, list, table, caption, byline, dateline, teaser, navigation, notice
    pub(crate) kind: String,
    pub(crate) text: String,
    /// Sorted by start, not overlapping for one kind; UTF-16 offsets in `text`.
    pub(crate) marks: Vec<Mark>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Mark {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: MarkKind,
    /// Id of the figure it belongs to.
    pub(crate) figure: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MarkKind {
    /// The number with the words that bound it: solid underline.
    Number,
    /// The words of its period: dotted underline.
    Period,
    /// The whole sentence: painted only while its figure is selected.
    Sentence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BoundView {
    Exact,
    About,
    AtLeast,
    AtMost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StatusView {
    Suggested,
    Accepted,
    Rejected,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FigureView {
    pub(crate) id: String,
    pub(crate) document: String,
    /// Block that holds the number.
    pub(crate) block: u32,
    /// "44 000" (with its unit when it is not persons: "9,8 %")
    pub(crate) value: String,
    pub(crate) bound: BoundView,
    /// The words of the text, else of the language: "plus de", "environ"; empty when exact.
    pub(crate) bound_words: String,
    /// "Retours"
    pub(crate) indicator: String,
    /// For the chip: "retours"
    pub(crate) indicator_short: String,
    pub(crate) population: Option<String>,
    /// "2017 au 31 janv. 2025, cumul"; absent when the text gives none.
    pub(crate) period: Option<String>,
    pub(crate) status: StatusView,
    /// "inclus dans 44 000"
    pub(crate) part_of: Option<String>,
    pub(crate) part_of_id: Option<String>,
    /// "Lu ainsi : …"
    pub(crate) reading: String,
    pub(crate) quote: String,
    /// Accessible name of the chip: "44 000, au moins, retours"
    pub(crate) name: String,
    /// "par Aïssata K., le 21 novembre 2026"; absent while suggested.
    pub(crate) decided: Option<String>,
    /// A field is missing or doubtful: the card offers Vérifier before Accepter.
    pub(crate) doubtful: bool,
    /// What was read, field by field, with the words it was read from.
    pub(crate) table: Vec<TableRow>,
    pub(crate) fields: FieldsView,
    /// "Corrigé par Aïssata K., le 21 novembre 2026."; absent when the values are the machine's.
    pub(crate) corrected: Option<String>,
    /// A person made it where the machine had read none.
    pub(crate) by_hand: bool,
    /// The reader now reads it otherwise than when it was decided.
    pub(crate) read_otherwise: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum VerdictView {
    Accept,
    Reject,
}

/// What an act changed, so that the window refetches only that; also the payload of the event `changed`.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub(crate) struct Changed {
    pub(crate) documents: bool,
    pub(crate) figures: bool,
    /// Document that the act touched, when it is only one: undo goes there.
    pub(crate) document: Option<String>,
    pub(crate) figure: Option<String>,
    /// What was done, for the toast: "Annulé : chiffre accepté".
    pub(crate) said: String,
}

/// One indicator that has figures, for the first step of Séries.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct IndicatorRow {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) accepted: u32,
    pub(crate) suggested: u32,
}

/// A figure of the chosen indicator, in step 1.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ChoiceRow {
    pub(crate) figure: FigureView,
    /// "Le Courrier du Fleuve, 31 janv. 2025"
    pub(crate) source: String,
    /// Why it cannot enter the series ("période absente"); absent when it can.
    pub(crate) left_out: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SeriesView {
    pub(crate) indicator: String,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    /// The drawing as SVG text; the window shows it as a blob in an <img>.
    pub(crate) svg: String,
    /// Size of the drawing in points (1/72 inch), the units of `spots`.
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) alt: String,
    pub(crate) spots: Vec<SpotView>,
    pub(crate) rows: Vec<SeriesRow>,
    /// "11 chiffres, 10 documents"
    pub(crate) summary: String,
    /// "Un seul point : ce n’est pas encore une évolution"
    pub(crate) note: Option<String>,
    pub(crate) choices: Vec<ChoiceRow>,
    pub(crate) sample: bool,
}

/// Where a point lies on the drawing; a button is laid over it.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SpotView {
    pub(crate) figure: String,
    pub(crate) document: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// "Plus de 44 000, au 31 janvier 2025"
    pub(crate) name: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SeriesRow {
    pub(crate) figure: String,
    pub(crate) document: String,
    pub(crate) bound: BoundView,
    pub(crate) value: String,
    pub(crate) period: String,
    /// The sentence cut in three: before the number, the number, after it.
    pub(crate) before: String,
    pub(crate) number: String,
    pub(crate) after: String,
    /// "Corrigé par Aïssata K., le 21 novembre 2026.", when the sentence says otherwise.
    pub(crate) corrected: Option<String>,
    pub(crate) outlet: String,
    pub(crate) published: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SearchView {
    pub(crate) total: u32,
    pub(crate) hits: Vec<HitView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct HitView {
    pub(crate) document: String,
    pub(crate) title: String,
    pub(crate) source: String,
    pub(crate) sentence: String,
    /// UTF-16 ranges of the words found in `sentence`.
    pub(crate) found: Vec<[u32; 2]>,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Exported {
    pub(crate) name: String,
    pub(crate) folder: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ChartFormat {
    Svg,
    Png,
}

/// Bytes of a text to UTF-16 units from its start: how the page counts. An offset that lies inside a character, or
/// behind the end, counts up to what is there.
pub(crate) fn utf16(text: &str, byte: usize) -> u32 {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].encode_utf16().count() as u32
}

/// The way back: UTF-16 units of the page to bytes. An offset inside a character counts up to its start, one behind the
/// end up to the end.
pub(crate) fn byte(text: &str, units: u32) -> usize {
    let mut passed = 0;
    for (at, letter) in text.char_indices() {
        passed += letter.len_utf16() as u32;
        if passed > units {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_counted_as_the_page_counts_them() {
        let text = "Maliens 🇲🇱 à Gao";
        assert_eq!((text.len(), utf16(text, text.len())), (23, 18));
        assert_eq!(utf16(text, text.find('à').unwrap_or(0)), 13);
        for (at, _) in text.char_indices() {
            assert_eq!(byte(text, utf16(text, at)), at);
        }
        assert_eq!((byte(text, 9), byte(text, 18), byte(text, 99)), (8, 23, 23), "half a flag is its start");
    }

    /// Writes every type of this file for the page; `git diff` shows when they were stale.
    #[test]
    fn types_for_the_page_are_written() {
        let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
        let config =
            ts_rs::Config::new().with_out_dir(std::path::Path::new(&root).join("../ui/src/backend/types"));
        macro_rules! write { ($($type:ty),* $(,)?) => { $(<$type>::export_all(&config).expect("the folder can be written");)* } }
        write!(
            Session,
            Changed,
            ImportView,
            DocumentList,
            Reading,
            SeriesView,
            IndicatorRow,
            SearchView,
            Exported,
            ChartFormat,
            VerdictView,
            ProblemView,
            HistoryView,
            BinRow,
            AboutView,
            VerifyView,
            RecoveryView,
            SalvageView,
            VersionRow,
            DifferencePiece,
            Preferences,
            Choices,
            SelectionView,
            ProposalView,
        );
    }
}
