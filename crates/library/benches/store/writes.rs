//! What writing costs: bytes on disk, bulk insertion, one acknowledged decision, undo and redo.

use balise_library::{Act, Library, Who};
use balise_model::{FigureId, Status};
use rusqlite::{Connection, params};
use std::path::Path;
use std::time::Duration;

use crate::articles::{Article, articles};
use crate::{ms, quantile, time};

fn who() -> Who {
    Who { coder: "Banc".to_owned(), replica: "banc".to_owned() }
}

/// Documents kept in one transaction, as an import does.
const BATCH: usize = 64;

fn fill(path: &Path, articles: &[Article]) -> Library {
    let mut library = Library::create(path).expect("a library");
    let mut act = None;
    for batch in articles.chunks(BATCH) {
        let import = Act::new("import", serde_json::json!({ "count": articles.len() }));
        let keep = |tx: &mut balise_library::Tx<'_>| batch.iter().try_for_each(|article| article.keep(tx));
        let done = match act {
            None => library.transact(import, &who(), keep),
            Some(seq) => library.extend(seq, import, &who(), keep),
        };
        act = Some(done.expect("kept").seq);
    }
    library
}

/// A library of uncoded documents, beside zstd -3 of each original and of each text.
pub(crate) fn size(timed: bool) {
    let articles = articles(if timed { 20_000 } else { 50 });
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("l.balise");
    drop(fill(&path, &articles));
    let pack = |bytes: &[u8]| zstd::bulk::compress(bytes, 3).expect("zstd").len() as u64;
    let packed: u64 = articles.iter().map(|a| pack(&a.bytes) + pack(a.text.content().as_bytes())).sum();
    let bytes = std::fs::metadata(&path).expect("the library").len();
    println!(
        "  {} documents: {:.1} MB, originals and texts packed one by one {:.1} MB: {:.2} times",
        articles.len(),
        bytes as f64 / 1e6,
        packed as f64 / 1e6,
        bytes as f64 / packed as f64
    );
    if timed {
        parts(&path);
    }
}

/// Documents a second, beside a bare rusqlite loop that packs and keeps the same originals and texts.
pub(crate) fn bulk(timed: bool) {
    let articles = articles(if timed { 5_000 } else { 50 });
    let mut ratios = Vec::new();
    for round in 0..if timed { 5 } else { 1 } {
        let folder = tempfile::tempdir().expect("a folder");
        let (bare, ()) = time(|| bare_loop(&folder.path().join("bare.db"), &articles));
        let (ours, library) = time(|| fill(&folder.path().join("l.balise"), &articles));
        drop(library);
        let rate = |t: Duration| articles.len() as f64 / t.as_secs_f64();
        println!("  round {round}: {:.0} documents/s, bare loop {:.0}/s", rate(ours), rate(bare));
        ratios.push(bare.as_secs_f64() / ours.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!("  median ratio to the bare loop {:.2}", ratios[ratios.len() / 2]);
}

/// The same bytes, packed alike, in three plain tables; the same durability and transactions as long.
fn bare_loop(path: &Path, articles: &[Article]) {
    let mut db = Connection::open(path).expect("a database");
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE original (hash TEXT PRIMARY KEY, packed BLOB); CREATE TABLE text (hash TEXT PRIMARY KEY, packed BLOB);
         CREATE TABLE document (id TEXT PRIMARY KEY, original TEXT, text TEXT, metadata TEXT);",
    )
    .expect("tables");
    let pack = |bytes: &[u8]| zstd::bulk::compress(bytes, 3).expect("zstd");
    for batch in articles.chunks(BATCH) {
        let tx = db.transaction().expect("a transaction");
        for a in batch {
            let row = params![a.document.original.as_str(), pack(&a.bytes)];
            tx.prepare_cached("INSERT INTO original VALUES (?1, ?2)")
                .and_then(|mut q| q.execute(row))
                .expect("kept");
            let row = params![a.text.hash().as_str(), pack(a.text.content().as_bytes())];
            tx.prepare_cached("INSERT INTO text VALUES (?1, ?2)")
                .and_then(|mut q| q.execute(row))
                .expect("kept");
            let metadata = serde_json::to_string(&a.document.metadata).expect("metadata");
            let row = params![
                a.document.id.to_string(),
                a.document.original.as_str(),
                a.text.hash().as_str(),
                metadata
            ];
            tx.prepare_cached("INSERT INTO document VALUES (?1, ?2, ?3, ?4)")
                .and_then(|mut q| q.execute(row))
                .expect("kept");
        }
        tx.commit().expect("committed");
    }
}

/// One decision until it is acknowledged, interleaved with one bare commit (WAL, FULL) on the same disk.
pub(crate) fn commit(timed: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut library, figures) = with_figures(folder.path(), if timed { 600 } else { 10 });
    let bare = Connection::open(folder.path().join("bare.db")).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id TEXT, row TEXT);",
    )
    .expect("a table");
    let row = "x".repeat(1_200);
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for (i, figure) in figures.iter().enumerate() {
        let status = if i % 3 == 0 { Status::Rejected } else { Status::Accepted };
        ours.push(time(|| library.review(&[*figure], status, &who()).expect("a review")).0);
        let insert =
            || bare.execute("INSERT INTO t VALUES (?1, ?2)", params![figure.to_string(), row]).expect("kept");
        floor.push(time(insert).0);
    }
    let mut line = |name: &str, part: f64| {
        let (a, b) = (quantile(&mut ours, part), quantile(&mut floor, part));
        println!(
            "  {name}: {:.3} ms, bare commit {:.3} ms: {:.2} times",
            ms(a),
            ms(b),
            a.as_secs_f64() / b.as_secs_f64()
        );
    };
    line("p50", 0.5);
    line("p99", 0.99);
}

/// A library with figures to decide.
fn with_figures(folder: &Path, documents: usize) -> (Library, Vec<FigureId>) {
    let articles: Vec<Article> = articles(documents);
    let figures = articles.iter().flat_map(|a| a.figures.iter().map(|f| f.id)).collect();
    (fill(&folder.join("l.balise"), &articles), figures)
}

/// Ten thousand acts undone and redone.
pub(crate) fn undo(timed: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut library, figures) = with_figures(folder.path(), if timed { 500 } else { 10 });
    let acts = if timed { 10_000 } else { 20 };
    for n in 0..acts {
        let status = if n % 3 == 0 { Status::Rejected } else { Status::Accepted };
        let figure = figures[(n * 7_919) % figures.len()];
        library.review(&[figure], status, &who()).expect("a review");
    }
    let end = library.state_hash().expect("a state");
    let mut undos: Vec<Duration> =
        (0..acts).map(|_| time(|| library.undo(&who()).expect("an undo")).0).collect();
    let mut redos: Vec<Duration> =
        (0..acts).map(|_| time(|| library.redo(&who()).expect("a redo")).0).collect();
    assert_eq!(library.state_hash().expect("a state"), end, "redone to the end");
    println!(
        "  {acts} acts: undo p50 {:.2} ms p99 {:.2}, redo p50 {:.2} ms p99 {:.2}",
        ms(quantile(&mut undos, 0.5)),
        ms(quantile(&mut undos, 0.99)),
        ms(quantile(&mut redos, 0.5)),
        ms(quantile(&mut redos, 0.99))
    );
}

/// Where the bytes go: tables and indexes, the largest first.
fn parts(path: &Path) {
    let db = Connection::open(path).expect("a database");
    let sql = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12";
    let mut query = db.prepare(sql).expect("dbstat");
    let rows =
        query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).expect("sizes");
    for (name, bytes) in rows.flatten() {
        println!("    {name} {:.1} MB", bytes as f64 / 1e6);
    }
}
