//! Any bytes, read as a text and as a file of unknown kind, under the laws that hold for all of them.
#![no_main]

#[path = "../../crates/text/tests/laws/check.rs"]
mod check;

use balise_model::Origin;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check::check(&String::from_utf8_lossy(bytes));
    let read = balise_ingest::read(bytes, &Origin { name: "fuzz".to_owned() });
    assert!(read.text.is_some() || !read.problems.is_empty(), "neither a text nor a problem");
    if let Some(text) = &read.text {
        check::check_text(text);
    }
});
