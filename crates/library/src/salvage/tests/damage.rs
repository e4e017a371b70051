//! Damage of which it is known, from SQLite's own account of the sound file, what it may cost and what not.

use super::*;

/// Per page, what SQLite has it for: (table or index, "internal"/"leaf"/"overflow", cells).
fn pages_of(path: &Path) -> Vec<(u32, String, String, u64)> {
    let db = Connection::open(path).expect("a file");
    let mut query = db.prepare("SELECT pageno, name, pagetype, ncell FROM dbstat").expect("dbstat");
    let rows =
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, i64>(3)? as u64)));
    rows.expect("pages").map(|row| row.expect("a page")).collect()
}

/// How many rows of `table` may be gone, at most, when this page is damaged.
fn may_lose(table: &str, page: &(u32, String, String, u64)) -> usize {
    match (page.1.as_str() == table, page.2.as_str()) {
        (true, "leaf") => page.3 as usize,
        (true, "internal") if table == "change" => page.3 as usize, // Its inner pages hold rows too.
        (true, "overflow") => 1,
        _ => 0,
    }
}

#[test]
fn fifty_bytes_in_any_page_cost_no_row_of_another() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let sound = fs::read(&path).expect("bytes");
    let old: Vec<BTreeSet<String>> = {
        let db = Connection::open(&path).expect("old");
        TABLES.iter().map(|table| rows(&db, table)).collect()
    };
    let pages = pages_of(&path);
    assert!(
        pages.iter().any(|p| p.1 == "finding" && p.2 == "internal")
            && pages.iter().any(|p| p.2 == "overflow")
    );
    let damaged = disk.path("Abîmé.balise");
    for (turn, page) in pages.iter().enumerate() {
        // The head of a page, its middle, its end: each tenth page once, those above others everywhere.
        let above = page.2 == "internal" || page.0 == 1;
        for place in
            [0, 2_000, 4_046].into_iter().filter(|place| above || *place == [0, 2_000, 4_046][turn % 3])
        {
            if !above && turn % 10 != 0 {
                continue;
            }
            let mut bytes = sound.clone();
            let at = (page.0 as usize - 1) * 4096 + place;
            bytes[at..at + 50]
                .iter_mut()
                .enumerate()
                .for_each(|(i, byte)| *byte = (i * 37 + turn * 11) as u8);
            fs::write(&damaged, bytes).expect("damage");
            let report =
                salvage(&damaged, &new, Some(DDL)).unwrap_or_else(|e| panic!("{page:?} {place}: {e}"));
            let made = Connection::open(&new).expect("new");
            for (table, old) in TABLES.iter().zip(&old) {
                let told = of(&report, table);
                let kept = rows(&made, table);
                let same = kept.intersection(old).count();
                let enough = old.len() - may_lose(table, page) - told.left_out as usize;
                assert!(same >= enough, "{table}, {page:?} at {place}: {same} of {enough}: {report:?}");
                assert_eq!(told.recovered as usize, kept.len());
                let parents_lost = matches!(page.1.as_str(), "text" | "act");
                assert!(told.left_out == 0 || parents_lost, "{page:?}: {told:?}");
            }
            drop(made);
            fs::remove_file(&new).expect("removed");
        }
    }
}

#[test]
fn what_is_lost_is_counted_and_what_refers_to_it_kept_out() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let page =
        pages_of(&path).into_iter().find(|p| p.1 == "act" && p.2 == "leaf" && p.3 > 5).expect("a leaf");
    let mut bytes = fs::read(&path).expect("bytes");
    bytes[(page.0 as usize - 1) * 4096..][..50].fill(0);
    fs::write(&path, bytes).expect("damage");
    let report = salvage(&path, &new, None).expect("salvaged");
    assert_eq!(of(&report, "act").recovered, 400 - page.3);
    let changes = of(&report, "change");
    assert_eq!((changes.recovered + changes.left_out, changes.left_out), (400, page.3));
    assert_eq!(report.pages, BTreeSet::from([page.0]));
    assert!(report.errors[0].contains("table act"), "{:?}", report.errors);
}

#[test]
fn an_index_knows_how_many_rows_there_were() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let page = pages_of(&path).into_iter().find(|p| p.1 == "text" && p.2 == "leaf").expect("a leaf");
    let mut bytes = fs::read(&path).expect("bytes");
    bytes[(page.0 as usize - 1) * 4096..][..50].fill(0);
    fs::write(&path, bytes).expect("damage");
    let texts = of(&salvage(&path, &new, None).expect("salvaged"), "text");
    assert_eq!((texts.recovered, texts.lost), (400 - page.3, page.3));
}

#[test]
fn rows_from_before_a_column_was_added_are_found_under_a_lost_beginning() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let db = Connection::open(&path).expect("a library");
    db.execute_batch(
        "ALTER TABLE act ADD COLUMN since TEXT NOT NULL DEFAULT 'ever';
         INSERT INTO act VALUES (9000, 'accept', 'Awa', NULL, 'now')",
    )
    .expect("work");
    let (old, sql) = (rows(&db, "act"), "SELECT rootpage FROM sqlite_schema WHERE name = 'act'");
    let root: i64 = db.query_row(sql, [], |row| row.get(0)).expect("a page");
    drop(db);
    let mut bytes = fs::read(&path).expect("bytes");
    bytes[(root as usize - 1) * 4096..][..50].fill(0xA5);
    fs::write(&path, bytes).expect("damage");
    let report = salvage(&path, &new, None).expect("salvaged");
    assert_eq!(report.pages, BTreeSet::from([root as u32]));
    assert!(rows(&Connection::open(&new).expect("new"), "act") == old, "{report:?}");
}

#[test]
fn half_a_file_gives_its_half() {
    let disk = Disk::new();
    let (path, new) = (disk.library(), disk.path("Neu.balise"));
    let pages = pages_of(&path);
    let bytes = fs::read(&path).expect("bytes");
    let half = bytes.len() / 2 + 1_234;
    fs::write(&path, &bytes[..half]).expect("cut");
    let report = salvage(&path, &new, None).expect("salvaged");
    let whole = (half / 4096) as u32;
    for table in ["act", "odd \"name"] {
        let here = pages.iter().filter(|p| p.1 == table && p.2 == "leaf" && p.0 <= whole);
        let told = of(&report, table);
        assert_eq!(told.recovered + told.left_out, here.map(|p| p.3).sum::<u64>(), "{table}");
    }
    let all = ["text", "original", "finding", "act"].map(|table| of(&report, table));
    assert!(all.iter().any(|t| t.recovered > 50) && all.iter().any(|t| t.recovered < 400), "{all:?}");
}
