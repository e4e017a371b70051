//! Full text search over the library's texts. The index is derived: deleting its folder is always safe, and one
//! that cannot be opened is set aside and built anew.
//!
//! Two ways of asking: *souple* folds accents and word endings ("reintegration" finds "réintégrés"), *exact* only
//! accents. Hits are shown in their sentences, which are cut from the text by whoever holds it.

mod sentence;

pub use sentence::{Found, best_sentence};

use std::path::Path;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{AsciiFoldingFilter, Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term, doc};

/// Changes when the fields or the analysers do: an index of another version is rebuilt.
const VERSION: &str = "search-2";

/// What every version begins with.
const MARK: &str = "search-";

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Tantivy(#[from] tantivy::TantivyError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// How strictly words are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    #[default]
    Flexible,
    Exact,
}

/// One document to index.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// The read blocks of the text.
    pub body: &'a str,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Hits {
    pub total: usize,
    /// Document ids, best first.
    pub ids: Vec<String>,
}

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    exact: Field,
    flexible: Field,
}

/// The index with its one writer.
pub struct Searcher {
    index: Index,
    /// Present until it is dropped.
    writer: Option<IndexWriter>,
    finder: Finder,
}

impl Drop for Searcher {
    /// Merging goes on beside; left alone it could write an old list of segments over that of whoever opens the index
    /// next.
    fn drop(&mut self) {
        if let Some(Err(error)) = self.writer.take().map(IndexWriter::wait_merging_threads) {
            tracing::warn!("merging ended early: {error}");
        }
    }
}

/// The reading side of an index: as many as wanted, all seeing the last commit.
#[derive(Clone)]
pub struct Finder {
    reader: IndexReader,
    fields: Fields,
}

impl Searcher {
    /// Opens the index in `folder`, or starts an empty one; `generation()` says up to which act it has heard.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        match Self::open_existing(folder) {
            Ok(found) => Ok(found),
            Err(_) => {
                // Damaged, foreign or absent: it is only derived. A folder that is not an index is left alone; one that
                // lost its list of segments still has our mark.
                let mark = std::fs::read_to_string(folder.join("version")).unwrap_or_default();
                let both = folder.join("version").exists() && folder.join("meta.json").exists();
                let ours = both || mark.starts_with(MARK);
                let empty = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
                if folder.exists() && !ours && !empty {
                    return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
                }
                Self::remove(folder);
                std::fs::create_dir_all(folder)?;
                std::fs::write(folder.join("version"), VERSION)?;
                Self::with(Index::create_in_dir(folder, schema().0)?)
            }
        }
    }

    /// Removes the index in a folder. What another program holds open is renamed aside, for the next time.
    pub fn remove(folder: &Path) {
        if std::fs::remove_dir_all(folder).is_err() && folder.exists() {
            let _ = std::fs::rename(folder, folder.with_extension("old"));
        }
        let _ = std::fs::remove_dir_all(folder.with_extension("old"));
    }

    fn open_existing(folder: &Path) -> Result<Self, Error> {
        if std::fs::read_to_string(folder.join("version"))? != VERSION {
            return Err(std::io::Error::from(std::io::ErrorKind::InvalidData).into());
        }
        Self::with(Index::open_in_dir(folder)?)
    }

    /// An index that lives in memory only: for a library that cannot be written beside, and for tests.
    pub fn in_memory() -> Result<Self, Error> {
        Self::with(Index::create_in_ram(schema().0))
    }

    fn with(index: Index) -> Result<Self, Error> {
        index.tokenizers().register("exact", analyser(Mode::Exact));
        index.tokenizers().register("flexible", analyser(Mode::Flexible));
        let writer = index.writer_with_num_threads(1, 30_000_000)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let (_, fields) = schema();
        Ok(Self { index, writer: Some(writer), finder: Finder { reader, fields } })
    }

    fn writer(&mut self) -> &mut IndexWriter {
        self.writer.as_mut().expect("it is there until this is dropped")
    }

    /// For whoever searches while this one writes.
    pub fn finder(&self) -> Finder {
        self.finder.clone()
    }

    /// Segments whose bytes are not what was written.
    pub fn damaged(&self) -> Result<usize, Error> {
        Ok(self.index.validate_checksum()?.len())
    }

    /// Documents in the index.
    pub fn len(&self) -> usize {
        self.finder.reader.searcher().num_docs() as usize
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The last change of the library that the index has heard of; -1 when it has heard of none.
    pub fn generation(&self) -> i64 {
        let payload = self.index.load_metas().ok().and_then(|m| m.payload);
        payload.and_then(|p| p.parse().ok()).unwrap_or(-1)
    }

    /// Forgets everything; the next commit makes that final.
    pub fn clear(&mut self) -> Result<(), Error> {
        self.writer().delete_all_documents()?;
        Ok(())
    }

    /// Puts documents in and takes others out, to be found after the next commit.
    pub fn add(&mut self, entries: &[Entry<'_>], removed: &[String]) -> Result<(), Error> {
        let Fields { id, exact, flexible } = self.finder.fields;
        for name in entries.iter().map(|e| e.id).chain(removed.iter().map(String::as_str)) {
            self.writer().delete_term(Term::from_field_text(id, name));
        }
        for entry in entries {
            let whole = format!("{}\n{}", entry.title, entry.body);
            self.writer().add_document(doc!(id => entry.id, exact => whole.as_str(), flexible => whole))?;
        }
        Ok(())
    }

    /// Makes what was added findable, and remembers the change it has heard up to.
    pub fn commit(&mut self, generation: i64) -> Result<(), Error> {
        let mut commit = self.writer().prepare_commit()?;
        commit.set_payload(&generation.to_string());
        commit.commit()?;
        Ok(self.finder.reader.reload()?)
    }
}

impl Finder {
    /// Documents in which every word of the query stands; words in quotation marks stand together. Anything may be
    /// typed: there is no syntax to get wrong.
    pub fn search(&self, query: &str, mode: Mode, limit: usize) -> Result<Hits, Error> {
        let Some(query) = self.query(query, mode) else { return Ok(Hits { total: 0, ids: Vec::new() }) };
        let searcher = self.reader.searcher();
        let top = TopDocs::with_limit(limit.max(1)).order_by_score();
        let (total, top) = searcher.search(&query, &(Count, top))?;
        let mut ids = Vec::with_capacity(top.len());
        for (_, address) in top {
            let document: TantivyDocument = searcher.doc(address)?;
            ids.extend(document.get_first(self.fields.id).and_then(|v| v.as_str().map(str::to_owned)));
        }
        Ok(Hits { total, ids })
    }

    fn query(&self, written: &str, mode: Mode) -> Option<Box<dyn Query>> {
        let field = match mode {
            Mode::Exact => self.fields.exact,
            Mode::Flexible => self.fields.flexible,
        };
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (i, part) in written.split(['"', '«', '»', '“', '”']).enumerate() {
            let terms: Vec<Term> =
                terms(part, mode).into_iter().map(|t| Term::from_field_text(field, &t)).collect();
            if i % 2 == 1 && terms.len() > 1 {
                clauses.push((Occur::Must, Box::new(PhraseQuery::new(terms))));
            } else {
                clauses.extend(terms.into_iter().map(|t| {
                    let query: Box<dyn Query> = Box::new(TermQuery::new(t, IndexRecordOption::WithFreqs));
                    (Occur::Must, query)
                }));
            }
        }
        (!clauses.is_empty()).then(|| Box::new(BooleanQuery::new(clauses)) as Box<dyn Query>)
    }
}

/// Accents go before the endings do: typed without accents, "refugies" must lose the same ending as "réfugiés".
fn analyser(mode: Mode) -> TextAnalyzer {
    let folded =
        TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter);
    match mode {
        Mode::Exact => folded.build(),
        Mode::Flexible => folded.filter(Stemmer::new(Language::French)).build(),
    }
}

/// The words of a text as the index holds them.
pub(crate) fn terms(words: &str, mode: Mode) -> Vec<String> {
    spans(words, mode).into_iter().map(|(_, _, term)| term).collect()
}

/// Words with their bytes and the term the index has for them.
pub(crate) fn spans(words: &str, mode: Mode) -> Vec<(usize, usize, String)> {
    let mut analyser = analyser(mode);
    let mut stream = analyser.token_stream(words);
    let mut out = Vec::new();
    while stream.advance() {
        let token = stream.token();
        out.push((token.offset_from, token.offset_to, token.text.clone()));
    }
    out
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |analyser: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(analyser)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let id = schema.add_text_field("id", STRING | STORED);
    let exact = schema.add_text_field("exact", text("exact"));
    let flexible = schema.add_text_field("flexible", text("flexible"));
    (schema.build(), Fields { id, exact, flexible })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Searcher {
        let mut searcher = Searcher::in_memory().expect("an index in memory");
        let entries = [
            Entry {
                id: "1",
                title: "Retours",
                body: "Plus de 44.000 ressortissants maliens sont réintégrés.",
            },
            Entry { id: "2", title: "Traite", body: "La loi 2012-023 punit la traite des personnes." },
        ];
        searcher.add(&entries, &[]).and_then(|()| searcher.commit(7)).expect("a commit");
        searcher
    }

    #[test]
    fn accents_and_endings_do_not_matter_unless_asked() {
        let searcher = filled();
        let ids = |query: &str, mode| searcher.finder().search(query, mode, 10).expect("a search").ids;
        for words in ["reintegre", "réintégrés", "REINTEGRES", "reintegrer"] {
            assert_eq!(ids(words, Mode::Flexible), ["1"], "{words}");
        }
        assert_eq!(ids("malien", Mode::Flexible), ["1"]);
        assert_eq!(ids("malien", Mode::Exact), [] as [&str; 0]);
        assert_eq!(ids("« traite des personnes »", Mode::Exact), ["2"]);
        assert_eq!(ids("\"personnes traite\"", Mode::Exact), [] as [&str; 0]);
        assert_eq!(searcher.generation(), 7);
    }

    #[test]
    fn anything_may_be_typed() {
        let searcher = filled();
        for query in
            ["", "   ", "\"", "*^2", "foo:/bar/^2", "((((", "AND OR NOT", "'; drop table", "\u{0}", "«"]
        {
            searcher.finder().search(query, Mode::Flexible, 10).expect("no syntax to get wrong");
        }
    }

    #[test]
    fn a_damaged_index_is_built_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("index");
        drop(Searcher::open(&place).expect("a new index"));
        std::fs::write(place.join("meta.json"), "broken").expect("written");
        assert_eq!(Searcher::open(&place).expect("a new index").generation(), -1);
    }
}
