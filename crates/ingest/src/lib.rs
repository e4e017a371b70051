//! Bytes in, texts out. Nobody trusts the bytes: whatever they are, the answer is a text or a clear problem, never
//! a panic and never an error that would stop an import.

mod encoding;
mod front_matter;
mod html;
mod plain;
mod sniff;

use balise_model::{Metadata, Origin, Problem, Text};
use sniff::Kind;

/// Changes when the same bytes would be read as another text: documents of an older one are extracted again.
pub const EXTRACTOR: &str = "ingest-1";

/// Largest file that is read, in bytes: an article is a thousand times smaller.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// What was read in an original.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Read {
    /// Absent when the file holds no text that can be read; `problems` says why.
    pub text: Option<Text>,
    pub metadata: Metadata,
    pub problems: Vec<Problem>,
}

impl Read {
    fn refused(problem: Problem) -> Self {
        Self { problems: vec![problem], ..Self::default() }
    }
}

/// Reads the bytes of one file. The content decides its format, never the name alone.
pub fn read(bytes: &[u8], origin: &Origin) -> Read {
    if bytes.len() as u64 > LARGEST {
        let megabytes = LARGEST / (1024 * 1024);
        return Read::refused(
            Problem::new("file-too-big").with("file", &origin.name).with("limit", megabytes),
        );
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Read::refused(Problem::new("file-empty").with("file", &origin.name));
    }
    let kind = match sniff::kind(bytes) {
        Kind::Foreign(what) => {
            return Read::refused(
                Problem::new("file-not-text").with("file", &origin.name).with("what", what),
            );
        }
        kind => kind,
    };
    let (decoded, mut problems) = encoding::decode(bytes);
    let mut read = match kind {
        Kind::Html => html::read(&decoded),
        _ => plain::read(&decoded),
    };
    problems.append(&mut read.problems);
    read.problems = problems;
    if read.text.as_ref().is_none_or(|t| t.content().trim().is_empty()) {
        return Read::refused(Problem::new("file-no-text").with("file", &origin.name));
    }
    read
}

/// Reads HTML that is already a string, as a line of the `analyse` pipe gives it.
pub fn read_html(page: &str) -> Read {
    html::read(&encoding::normal(page))
}
