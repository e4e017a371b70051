//! The list of documents at any size: its first lines, its order, any part of it.

use balise_ingest::EXTRACTOR;
use balise_library::{Act, Library, Reading, Tx, Who};
use balise_model::{ContentHash, Document, DocumentId, Edge, Evidenced, Metadata, Precision, SetBy, Text};
use jiff::ToSpan;
use jiff::civil::Date;
use std::path::Path;
use std::time::Duration;

use crate::{ms, quantile, time};

/// Lines that a window shows at once.
const SCREEN: usize = 50;

pub(crate) fn list(timed: bool) {
    let sizes: &[usize] = if timed { &[1_000, 10_000, 100_000, 1_000_000] } else { &[100] };
    for size in sizes {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.balise");
        let (filled, ()) = time(|| fill(&path, *size));
        let (opened, library) = time(|| Library::open(&path).expect("opened"));
        let (first, rows) = time(|| library.first(200).expect("rows"));
        assert_eq!(rows.len(), 200.min(*size));
        let (counted, counts) = time(|| library.counts().expect("counts"));
        assert_eq!(counts.documents, *size);
        let (ordered, order) = time(|| library.order("").expect("an order"));
        let (filtered, found) = time(|| library.order("bilan 77").expect("an order"));
        let mut parts: Vec<Duration> = (0..2_000_usize)
            .map(|n| {
                let from = (n * 7_919 * 104_729) % size;
                time(|| library.rows(order.part(from, SCREEN)).expect("rows")).0
            })
            .collect();
        println!(
            "  {size:>9} documents: opened in {:.1} ms, first 200 rows {:.1} ms, counts {:.2} ms, order {:.0} ms, \
             filtered ({}) {:.0} ms, {SCREEN} rows anywhere p50 {:.2} ms p99 {:.2} ms (filled in {:.0} s, {:.0} MB)",
            ms(opened),
            ms(first),
            ms(counted),
            ms(ordered),
            found.len(),
            ms(filtered),
            ms(quantile(&mut parts, 0.5)),
            ms(quantile(&mut parts, 0.99)),
            filled.as_secs_f64(),
            std::fs::metadata(&path).map_or(0, |file| file.len()) as f64 / 1e6
        );
    }
}

fn fill(path: &Path, size: usize) {
    let mut library = Library::create(path).expect("a library");
    let who = Who { coder: "Banc".to_owned(), replica: "banc".to_owned() };
    let mut act = None;
    for from in (0..size).step_by(2_000) {
        let to = (from + 2_000).min(size);
        let import = Act::new("import", serde_json::json!({ "count": to }));
        let keep = |tx: &mut Tx<'_>| (from..to).try_for_each(|n| add(tx, n));
        let done = match act {
            None => library.transact(import, &who, keep),
            Some(seq) => library.extend(seq, import, &who, keep),
        };
        act = Some(done.expect("kept").seq);
    }
}

/// A short document of its own title, outlet and day.
fn add(tx: &mut Tx<'_>, n: usize) -> Result<(), balise_library::Error> {
    let content = format!("Retours, bilan {n}\nPlus de {n} Maliens sont revenus à Bamako.");
    let (original, text) = (ContentHash::of(content.as_bytes()), Text::new(content.clone(), Vec::new()));
    tx.add_original(content.as_bytes())?;
    tx.add_text(&text)?;
    let day =
        Date::constant(2000, 1, 1).checked_add(((n * 7_919) % 9_000).try_into().map_or(0, |d: i64| d).days());
    let published = Edge { day: day.unwrap_or(Date::MIN), precision: Precision::Day };
    let words = |words: String| Some(Evidenced::new(words, "title", SetBy::Header));
    let metadata = Metadata {
        title: words(format!("Retours, bilan {n}")),
        outlet: words(format!("Journal {}", n % 40)),
        published: Some(Evidenced::new(published, "date", SetBy::Header)),
        ..Metadata::default()
    };
    tx.put_document(&Document {
        id: DocumentId::of(&original),
        original,
        text: text.hash().clone(),
        extractor: EXTRACTOR.to_owned(),
        file: format!("{n}.txt"),
        language: "fr".to_owned(),
        metadata,
    })?;
    tx.set_findings(&text, &Reading { reader: "bench", figures: &[], left_out: 0 })
}
