//! Backups on a real disk, and the rules of thinning over many made-up years.

use super::*;
use crate::Library;
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;
use std::path::Path;

fn noon(day: &str) -> Zoned {
    format!("{day}T12:00:00[UTC]").parse().expect("a date")
}

fn library(folder: &Path) -> Library {
    let library = Library::create(&folder.join("Sahel 2026.balise")).expect("a library");
    library
        .db
        .execute_batch(
            "CREATE TABLE page (n INTEGER PRIMARY KEY, words TEXT NOT NULL);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
             INSERT INTO page SELECT i, printf('%.*c', 300, 'x') || i FROM n",
        )
        .expect("rows");
    library
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_one_file_with_all_rows_and_a_name_to_read() {
    let disk = tempfile::tempdir().expect("a folder");
    let folder = disk.path().join("copies");
    let library = library(disk.path());
    let made = library.back_up(&folder, &noon("2026-11-12")).expect("a backup");
    let name = "Sahel 2026 2026-11-12 12h00.balise";
    assert_eq!(names(&folder), [name.to_owned(), format!("{name}.json")]);
    assert_eq!(backups(&folder), std::slice::from_ref(&made));
    assert!(made.verified && made.bytes > 100_000);
    let copy = Library::open(&made.path).expect("a library like any other");
    assert_eq!(copy.id().expect("an id"), library.id().expect("an id"));
    let rows: i64 = copy.db.query_row("SELECT count(*) FROM page", [], |row| row.get(0)).expect("rows");
    assert_eq!(rows, 400);
}

#[test]
fn none_is_written_over_and_the_order_is_not_that_of_the_clock() {
    let disk = tempfile::tempdir().expect("a folder");
    let folder = disk.path().join("copies");
    let library = library(disk.path());
    for day in ["2026-11-12", "2026-11-12", "2099-01-01", "1970-01-02"] {
        library.back_up(&folder, &noon(day)).expect("a backup");
    }
    let found = backups(&folder);
    assert_eq!(found.iter().map(|b| b.sequence).collect::<Vec<_>>(), [4, 3, 2, 1]);
    assert!(found[2].path.ends_with("Sahel 2026 2026-11-12 12h00 2.balise"));
    found[3].remove().expect("removed");
    assert_eq!(library.back_up(&folder, &noon("2026-11-13")).expect("a backup").sequence, 5);
}

#[test]
fn a_damaged_library_never_becomes_a_backup() {
    let disk = tempfile::tempdir().expect("a folder");
    let folder = disk.path().join("copies");
    let path = library(disk.path()).path().to_owned();
    let mut bytes = fs::read(&path).expect("bytes");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 50].fill(0xA5);
    fs::write(&path, bytes).expect("damage");
    let refused = Library::open(&path).expect("its header is whole").back_up(&folder, &noon("2026-11-12"));
    assert!(matches!(&refused, Err(Error::Damaged { path: p, .. }) if *p == path), "{refused:?}");
    assert!(!folder.exists() || names(&folder).is_empty());
}

#[test]
fn files_of_others_are_neither_listed_nor_swept() {
    let disk = tempfile::tempdir().expect("a folder");
    let folder = disk.path().join("copies");
    fs::create_dir(&folder).expect("a folder");
    for name in ["Mine.balise", "notes.json", "odd.balise.json", ".balise-7-0.partial"] {
        fs::write(folder.join(name), b"{}").expect("a file");
    }
    assert_eq!(backups(&folder), []);
    let made = library(disk.path()).back_up(&folder, &noon("2026-11-12")).expect("a backup");
    assert_eq!(backups(&folder).len(), 1);
    let left = names(&folder);
    assert!(left.contains(&"Mine.balise".to_owned()) && left.contains(&"odd.balise.json".to_owned()));
    assert!(!left.iter().any(|name| name.ends_with(".partial")), "of a killed process: {left:?}");
    OpenOptions::new().append(true).open(&made.path).expect("open").write_all(b"x").expect("a byte");
    assert!(!backups(&folder)[0].verified, "it is not as long as it was");
}

#[test]
fn a_backup_is_restored_beside_the_library_and_over_nothing() {
    let disk = tempfile::tempdir().expect("a folder");
    let library = library(disk.path());
    let made = library.back_up(&disk.path().join("copies"), &noon("2026-11-12")).expect("a backup");
    library.db.execute("DELETE FROM page", []).expect("a bad day");
    let copy = |_| restore(&made.path, library.path(), "copie du 12 nov. 2026").expect("a copy");
    let [first, second] = [1, 2].map(copy);
    assert!(first.ends_with("Sahel 2026 (copie du 12 nov. 2026).balise"));
    assert!(second.ends_with("Sahel 2026 (copie du 12 nov. 2026) 2.balise"));
    for path in [first, second] {
        let copy = Library::open(&path).expect("a library");
        let rows: i64 = copy.db.query_row("SELECT count(*) FROM page", [], |row| row.get(0)).expect("rows");
        assert_eq!(rows, 400);
    }
}

#[test]
fn a_backup_that_has_rotted_is_not_restored() {
    let disk = tempfile::tempdir().expect("a folder");
    let library = library(disk.path());
    let made = library.back_up(&disk.path().join("copies"), &noon("2026-11-12")).expect("a backup");
    let mut bytes = fs::read(&made.path).expect("bytes");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 50].fill(0xA5);
    fs::write(&made.path, bytes).expect("damage");
    let before = names(disk.path());
    assert!(matches!(restore(&made.path, library.path(), "copie"), Err(Error::Damaged { .. })));
    assert_eq!(names(disk.path()), before);
}

#[test]
fn a_library_on_a_read_only_disk_is_copied_too() {
    let disk = tempfile::tempdir().expect("a folder");
    let path = library(disk.path()).path().to_owned();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let name = format!("file:{}?immutable=1", path.display().to_string().replace(' ', "%20"));
    let source = Connection::open_with_flags(name, flags).expect("as Library::open does there");
    let fresh = Fresh::copy_of(&source, disk.path(), "quick_check").expect("a copy");
    let there = disk.path().join("Copie.balise");
    assert!(fresh.land(&there).expect("landed").is_none());
    let again = Fresh::copy_of(&source, disk.path(), "quick_check").expect("a copy");
    assert!(again.land(&there).expect("no fault").is_some(), "the name is taken");
    assert_eq!(names(disk.path()), ["Copie.balise", "Sahel 2026.balise"]);
    assert!(Library::open(&there).is_ok());
}

#[test]
fn too_little_room_is_known_beforehand() {
    let refused = copy::room(Path::new("copies"), 5_000, Some(4_999));
    assert!(matches!(refused, Err(Error::NoSpace { needed: 5_000, free: 4_999, .. })));
    assert!(copy::room(Path::new("copies"), 5_000, Some(5_000)).is_ok());
    assert!(copy::room(Path::new("copies"), 5_000, None).is_ok(), "a disk that does not say is tried");
}

#[test]
#[ignore = "needs a small disk: mount one of 128 KB and name it in BALISE_SMALL_DISK"]
fn a_full_disk_is_left_as_it_was() {
    let small = PathBuf::from(std::env::var_os("BALISE_SMALL_DISK").expect("a folder"));
    let disk = tempfile::tempdir().expect("a folder");
    let library = library(disk.path());
    let beforehand = library.back_up(&small, &noon("2026-11-12"));
    let halfway = Fresh::copied(&library.db, &small, "quick_check", 190_000).map(|_| ());
    for refused in [beforehand.map(|_| ()), halfway] {
        let told = matches!(refused, Err(Error::NoSpace { needed: 150_000.., free: 1..=131_072, .. }));
        assert!(told, "{refused:?}");
        assert_eq!(names(&small), Vec::<String>::new());
    }
}

/// One backup a `step`, the last one now.
fn series(count: u64, step: SignedDuration, now: &Zoned) -> Vec<Backup> {
    let made = |n: u64| now.timestamp() - step * (count - n) as i32;
    (1..=count).map(|n| backup(n, made(n), 1_000_000)).collect()
}

fn backup(sequence: u64, made: Timestamp, bytes: u64) -> Backup {
    Backup { path: PathBuf::from(format!("{sequence}.balise")), made, sequence, bytes, verified: true }
}

fn left(all: &[Backup], now: &Zoned, free: u64) -> Vec<u64> {
    let dropped = thin(all, now, free);
    let mut left: Vec<u64> = all.iter().filter(|b| !dropped.contains(b)).map(|b| b.sequence).collect();
    left.sort_unstable_by(|a, b| b.cmp(a));
    left
}

#[test]
fn a_year_of_daily_backups_leaves_days_weeks_and_months() {
    let now = noon("2027-12-15"); // A Wednesday.
    let all = series(400, SignedDuration::from_hours(24), &now);
    // The ten newest hold the seven days and two of the weeks; then two Sundays, then the ends of months.
    let kept = left(&all, &now, u64::MAX);
    assert_eq!(kept[..10], (391..=400).rev().collect::<Vec<u64>>()[..]);
    let dates: Vec<String> = kept[10..]
        .iter()
        .map(|n| all[*n as usize - 1].made.to_zoned(now.time_zone().clone()).date().to_string())
        .collect();
    let ends =
        ["11-30", "10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31"];
    let mut expected = vec!["2027-12-05".to_owned()];
    expected.push("2027-11-28".to_owned());
    expected.extend(ends.iter().map(|day| format!("2027-{day}")));
    expected.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(dates, expected);
}

#[test]
fn no_clock_makes_it_drop_what_a_right_clock_keeps() {
    let now = noon("2027-12-15");
    let all = series(400, SignedDuration::from_hours(24), &now);
    let right = left(&all, &now, u64::MAX);
    for wrong in ["1970-01-01", "2099-06-01", "2027-12-14"] {
        let kept = left(&all, &noon(wrong), u64::MAX);
        assert!(right.iter().all(|n| kept.contains(n)), "{wrong}");
    }
    // Made while the clock stood wrong, and the newest of all.
    for wrong in ["1970-01-01", "2099-06-01"] {
        let mut mixed = all.clone();
        mixed.extend((401..=440).map(|n| backup(n, noon(wrong).timestamp(), 1_000_000)));
        let kept = left(&mixed, &now, u64::MAX);
        assert!(right.iter().all(|n| kept.contains(n)), "{wrong}");
        assert!(kept.contains(&440), "{wrong}");
    }
}

#[test]
fn of_large_copies_three_are_kept() {
    let now = noon("2027-12-15");
    let mut all = series(20, SignedDuration::from_hours(24), &now);
    all.iter_mut().for_each(|b| b.bytes = 500_000_001);
    assert_eq!(left(&all, &now, u64::MAX), [20, 19, 18]);
    assert_eq!(left(&all, &now, 0), [20], "the newest one stays on a full disk too");
}

#[test]
fn one_backup_a_day_and_only_after_work() {
    let now = noon("2026-11-12");
    let at = |hours: i64| now.timestamp() + SignedDuration::from_hours(hours);
    assert!(!due(&[], &now, None), "nothing was ever decided");
    assert!(due(&[], &now, Some(at(-1))));
    let yesterday = [backup(1, at(-24), 1)];
    assert!(due(&yesterday, &now, Some(at(-1))));
    assert!(!due(&yesterday, &now, Some(at(-30))), "nothing since");
    assert!(
        !due(&[backup(1, at(-24), 1), backup(2, at(-2), 1)], &now, Some(at(-1))),
        "there is one of today"
    );
    let broken = Backup { verified: false, ..backup(2, at(-2), 1) };
    assert!(due(&[broken], &now, Some(at(-1))), "one that does not count");
    assert!(due(&[backup(1, at(24 * 365 * 70), 1)], &now, Some(at(-1))), "one from the future");
    let then = noon("1970-01-01");
    assert!(due(&yesterday, &then, Some(at(-1))));
    let once = [yesterday[0].clone(), backup(2, then.timestamp(), 1)];
    assert!(!due(&once, &then.checked_add(1.hour()).expect("a time"), Some(at(-1))), "once a day, whichever");
}

fn any_backups() -> impl Strategy<Value = Vec<Backup>> {
    let year = 365 * 24 * 3600_i64;
    // Around November 2026, at the beginning of time, far ahead.
    let made = prop_oneof![
        6 => 1_794_000_000 - year..1_796_000_000_i64,
        1 => 0..year,
        1 => 4_000_000_000..4_100_000_000_i64
    ];
    let bytes = prop_oneof![4 => 1_000..50_000_000_u64, 1 => 400_000_000..900_000_000_u64];
    let one = (made, bytes, prop::bool::weighted(0.9));
    prop::collection::vec(one, 0..120).prop_map(|rows| {
        let numbered = rows.into_iter().zip(1..);
        let made = |seconds| Timestamp::from_second(seconds).expect("a time");
        numbered.map(|((s, bytes, verified), n)| Backup { verified, ..backup(n, made(s), bytes) }).collect()
    })
}

proptest! {
    #[test]
    fn thinning_keeps_its_word(
        all in any_backups(),
        seconds in prop_oneof![4 => Just(1_795_000_000_i64), 1 => Just(1_000), 1 => Just(4_050_000_000)],
        free in prop_oneof![Just(0_u64), Just(500_000_000), Just(20_000_000_000), Just(u64::MAX)],
    ) {
        let now = Timestamp::from_second(seconds).expect("a time").to_zoned(jiff::tz::TimeZone::UTC);
        let dropped = thin(&all, &now, free);
        let kept: Vec<Backup> = all.iter().filter(|b| !dropped.contains(b)).cloned().collect();
        let best = all.iter().rev().find(|b| b.verified);
        prop_assert!(best.is_none_or(|best| kept.contains(best)), "the newest verified one stays");
        let others = kept.iter().filter(|b| Some(*b) != best);
        let bytes: u64 = kept.iter().map(|b| b.bytes).sum();
        prop_assert!(others.count() == 0 || bytes <= free / 10, "no more than a tenth of what is free");
        prop_assert!(kept.iter().filter(|b| b.bytes > 500_000_000).count() <= 3);
        prop_assert!(kept.len() <= 3 * (10 + 7 + 4 + 12));
        prop_assert_eq!(thin(&kept, &now, free), vec![], "once is enough");
    }

    #[test]
    fn backups_from_the_future_drop_no_others(all in any_backups()) {
        let now = Timestamp::from_second(1_795_000_000).expect("a time").to_zoned(jiff::tz::TimeZone::UTC);
        let small: Vec<Backup> = all.into_iter().map(|b| Backup { bytes: 1_000, verified: true, ..b }).collect();
        let past: Vec<Backup> = small.iter().filter(|b| b.made <= now.timestamp()).cloned().collect();
        let alone = thin(&past, &now, u64::MAX);
        for dropped in thin(&small, &now, u64::MAX).iter().filter(|b| b.made <= now.timestamp()) {
            prop_assert!(alone.contains(dropped));
        }
    }
}
