//! F17, F18: libraries of every earlier schema open and hold what they held; one of a later schema is not touched.

use crate::place::{Place, files_below, opened};
use balise_model::ContentHash;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Asked at run time: clones share compiled tests, and the path compiled in may be another's.
fn libraries() -> PathBuf {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo test sets CARGO_MANIFEST_DIR");
    PathBuf::from(root).join("tests/libraries")
}

/// What must survive every migration: what a person decided, in whose words, and how much there is.
fn held(place: &Place, name: &str) -> Value {
    let mut decided = Vec::new();
    let claims = place.json(&["claims", name]);
    for claim in claims.as_array().expect("a list").iter().filter(|c| c["status"] != "suggested") {
        let fields =
            ["id", "status", "document", "title", "value", "indicator", "unit", "period_start", "quote"];
        let mut kept: serde_json::Map<String, Value> =
            fields.iter().map(|field| ((*field).to_owned(), claim[*field].clone())).collect();
        kept.insert("by".to_owned(), claim["verdict"]["by"].clone());
        decided.push(Value::Object(kept));
    }
    let counts = opened(&place.path(name)).counts().expect("counts");
    decided.sort_by_key(|claim| claim["id"].to_string());
    json!({ "documents": counts.documents, "accepted": counts.accepted, "decided": decided })
}

#[test]
fn every_library_that_was_ever_released_opens_and_holds_what_it_held() {
    let place = Place::new();
    let mut opened = 0;
    for (old, _) in
        files_below(&libraries()).iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "balise"))
    {
        let name = old.file_name().expect("a name").to_string_lossy().into_owned();
        std::fs::copy(old, place.path(&name)).expect("a copy");
        let now = held(&place, &name);
        let golden = old.with_extension("json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, format!("{now:#}\n")).expect("written");
        }
        let text = std::fs::read_to_string(&golden)
            .unwrap_or_else(|e| panic!("{}: {e}: set UPDATE=1", golden.display()));
        let wanted: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(now, wanted, "{name}: if this is meant, set UPDATE=1 and read the difference");
        place.sound(&name, &name);
        let schema = balise_desk::library::schema_of(&place.path(&name)).expect("a library");
        assert_eq!(schema, balise_desk::library::SCHEMA, "{name}");
        opened += 1;
    }
    assert!(opened > 0, "no library in tests/libraries/");
}

/// Killed after the migration was final and before it was folded in: the file's header still tells the old schema.
#[test]
fn a_migration_that_stands_only_in_the_log_is_found_there() {
    let place = Place::new();
    let path = place.path("old.balise");
    std::fs::copy(libraries().join("schema-2.balise"), &path).expect("a copy");
    // Someone who reads on keeps the log from being folded in.
    let reader = rusqlite::Connection::open(&path).expect("a database");
    reader.execute_batch("BEGIN; SELECT count(*) FROM document").expect("reading");
    let mut command = place.command();
    command.args(["bench", "acts", "old.balise", "--count", "0"]);
    crate::place::killed_after(command, std::time::Duration::from_secs(3));
    for ending in ["", "-wal"] {
        let (from, to) = (format!("old.balise{ending}"), format!("killed.balise{ending}"));
        std::fs::copy(place.path(&from), place.path(&to)).expect("a copy");
    }
    drop(reader);
    let schema = balise_desk::library::schema_of(&place.path("killed.balise")).expect("a library");
    assert_eq!(schema, 2, "it was folded in: this test is about one that was not");
    assert_eq!(place.sound("killed.balise", "the log has the migration").documents, 5);
    let history = place.json(&["history", "killed.balise"]);
    let migrations = history.as_array().expect("a list").iter().filter(|act| act["kind"] == "migrate");
    assert_eq!(migrations.count(), 1, "{history}");
}

#[test]
fn a_library_of_a_later_schema_is_refused_untouched_and_both_versions_are_named() {
    let place = Place::new();
    let path = place.library(10);
    let mut bytes = std::fs::read(&path).expect("a library");
    let later = balise_desk::library::SCHEMA + 1;
    bytes[60..64].copy_from_slice(&later.to_be_bytes());
    std::fs::write(&path, &bytes).expect("written");
    set_written_by(&path, "7.8.9");
    let hash = ContentHash::of(&std::fs::read(&path).expect("a library"));
    let before = files_below(place.folder());
    let verbs =
        [&["claims"][..], &["verify"], &["undo"], &["search"], &["import"], &["backup"], &["reindex"]];
    for verb in verbs {
        let mut args = vec![verb[0], "mali.balise"];
        args.extend(match verb[0] {
            "search" => Some("note"),
            "import" => Some("in"),
            _ => None,
        });
        let said = place.run(&args);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        let both = said.err.contains("7.8.9") && said.err.contains(env!("CARGO_PKG_VERSION"));
        assert!(both, "{args:?}: it must name both versions: {said:?}");
        assert_eq!(
            ContentHash::of(&std::fs::read(&path).expect("a library")),
            hash,
            "{args:?} changed the file"
        );
        assert_eq!(files_below(place.folder()), before, "{args:?} left something beside it");
    }
}

/// As the later version would have noted it; the log is folded in and removed.
fn set_written_by(path: &Path, version: &str) {
    let db = rusqlite::Connection::open(path).expect("a database");
    db.execute("UPDATE library SET value = ?1 WHERE key = 'balise'", [version]).expect("noted");
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("folded in");
    drop(db);
}

/// The library of schema 2 with `more` documents besides its five, as that version would have kept them.
pub(crate) fn large_schema_2(place: &Place, name: &str, more: usize) -> PathBuf {
    let path = place.path(name);
    std::fs::copy(libraries().join("schema-2.balise"), &path).expect("a copy");
    let mut db = rusqlite::Connection::open(&path).expect("a database");
    let tx = db.transaction().expect("a transaction");
    for n in 0..more {
        let article = crate::place::article(n);
        let hash = ContentHash::of(article.as_bytes());
        let packed = zstd::bulk::compress(article.as_bytes(), 3).expect("packed");
        let id = balise_model::DocumentId::of(&hash).to_string();
        let metadata = json!({
            "title": { "value": format!("Retours : note {n}"), "from": format!("Retours : note {n}"), "by": "text" },
            "outlet": null, "author": null, "published": null, "address": null, "language": null, "sample": false
        });
        let blocks = json!([{ "span": { "start": 0, "end": article.trim_end().len() }, "kind": "body" }]);
        tx.execute(
            "INSERT INTO original VALUES (?1, ?2, ?3)",
            rusqlite::params![hash.as_str(), article.len() as i64, packed],
        )
        .expect("an original");
        tx.execute("INSERT INTO text VALUES (?1, ?2, ?3)", [hash.as_str(), &article, &blocks.to_string()])
            .expect("a text");
        tx.execute(
            "INSERT INTO document VALUES (?1, ?2, ?2, ?3, 'fr', ?4, NULL, NULL, 0, ?5)",
            [
                &id,
                hash.as_str(),
                &format!("{n:05}.txt"),
                &format!("Retours : note {n}"),
                &metadata.to_string(),
            ],
        )
        .expect("a document");
    }
    tx.commit().expect("kept");
    path
}
