//! What strangers, tired people and full disks do: a clear message, and nothing lost.

use crate::cli::{CONVENTIONS, Place, Said, library, values};
use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

fn refused(said: &Said, words: &str) {
    assert_ne!(said.code, 0, "{said:?}");
    assert!(format!("{}{}", said.out, said.err).contains(words), "« {words} » in {said:?}");
}

#[test]
fn files_that_are_no_article_are_refused_one_by_one() {
    let place = Place::new();
    place.ok(&["new", "mali.balise"]);
    place.file("in/1-vide.txt", "");
    place.file("in/2-blancs.txt", " \n\t\n");
    place.file("in/3-binaire.txt", [b"\x7fELF\x02\x01".as_slice(), &[0; 400]].concat());
    place.file("in/4-image.txt", b"\x89PNG\r\n\x1a\n0000");
    place.file("in/5-bon.txt", CONVENTIONS);
    File::create(place.path("in/6-gros.txt"))
        .and_then(|f| f.set_len(200 * 1024 * 1024))
        .expect("a sparse file");
    let said = place.run(&["import", "mali.balise", "in"]);
    assert_eq!(said.code, 2, "{said:?}");
    for words in [
        "« 1-vide.txt » est vide",
        "« 2-blancs.txt » est vide",
        "« 3-binaire.txt » n’est pas un texte",
        "« 4-image.txt » n’est pas un texte",
        "« 6-gros.txt » dépasse 64",
    ] {
        let words = words.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        assert!(said.out.contains(&words), "{words} in {}", said.out);
    }
    assert!(said.out.contains("1 lus, 0 déjà là, 5 refusés"), "{}", said.out);
    assert_eq!(values(&place.json(&["claims", "mali.balise"])).len(), 3);
    let again = place.run(&["import", "mali.balise", "in/5-bon.txt", "in/absent.txt"]);
    assert!(
        again.out.contains("Déjà dans la bibliothèque") && again.out.contains("introuvable"),
        "{again:?}"
    );
}

#[test]
fn old_encodings_are_read_right() {
    let place = Place::new();
    place.ok(&["new", "mali.balise"]);
    place.file("ancien.txt", windows_1252(CONVENTIONS));
    place.ok(&["import", "mali.balise", "ancien.txt"]);
    let claims = place.json(&["claims", "mali.balise"]);
    assert!(claims[1]["quote"].as_str().is_some_and(|q| q.contains("réintégration")), "{claims}");
}

/// Windows-1252 is Latin-1 for the letters of this article.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
}

#[test]
fn what_is_no_library_is_left_alone() {
    let place = Place::new();
    let text = place.file("article.txt", CONVENTIONS);
    refused(&place.run(&["claims", "article.txt"]), "n’est pas une bibliothèque Balise");
    refused(&place.run(&["claims", "absente.balise"]), "introuvable");
    refused(&place.run(&["new", "article.txt"]), "existe déjà");
    assert_eq!(std::fs::read_to_string(text).expect("still there"), CONVENTIONS);
    let other = place.file("vide.balise", "");
    refused(&place.run(&["import", "vide.balise", "article.txt"]), "n’est pas une bibliothèque");
    assert_eq!(std::fs::metadata(other).expect("still there").len(), 0);
    refused(&place.run(&["claims", "article.txt", "--lang", "en"]), "is not a Balise library");
}

#[test]
fn a_library_of_another_build_is_refused_untouched() {
    let place = Place::new();
    let path = library(&place);
    let mut bytes = std::fs::read(&path).expect("a library");
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    std::fs::write(&path, &bytes).expect("written");
    refused(&place.run(&["claims", "mali.balise"]), "plus récente de Balise");
    assert!(std::fs::read(&path).expect("a library") == bytes);
}

#[test]
fn a_library_open_elsewhere_is_not_opened_twice() {
    let place = Place::new();
    let path = library(&place);
    let before = std::fs::read(&path).expect("a library");
    let lock = File::create(place.path("mali.balise.lock")).expect("the lock file");
    lock.lock().expect("the lock is free");
    refused(&place.run(&["review", "mali.balise", "--accept-above", "0"]), "déjà ouverte ailleurs");
    std::os::unix::fs::symlink(&path, place.path("lien.balise")).expect("a link");
    refused(&place.run(&["claims", "lien.balise"]), "déjà ouverte ailleurs");
    drop(lock);
    assert!(std::fs::read(&path).expect("a library") == before);
    place.ok(&["claims", "mali.balise"]);
    assert!(
        !place.path("mali.balise-wal").exists() && !place.path("mali.balise.lock").exists(),
        "one file is left"
    );
}

/// A folder nobody can write: by its rights, or (root may write anywhere) by a read-only mount.
struct ReadOnly(PathBuf, bool);

impl ReadOnly {
    fn of(library: &Path, folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).expect("a folder");
        let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout == b"0\n");
        let run = |args: &[&str]| {
            let done = Command::new("mount").args(args).arg(&folder).status().expect("mount");
            assert!(done.success(), "mount {args:?}");
        };
        if root {
            run(&["-t", "tmpfs", "tmpfs"]);
        }
        std::fs::copy(library, folder.join("mali.balise")).expect("copied");
        if root {
            run(&["-o", "remount,ro", "tmpfs"]);
        } else {
            std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o555)).expect("rights");
            std::fs::set_permissions(folder.join("mali.balise"), PermissionsExt::from_mode(0o444))
                .expect("rights");
        }
        Self(folder, root)
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        if self.1 {
            let _ = Command::new("umount").arg(&self.0).status();
        } else {
            let _ = std::fs::set_permissions(&self.0, PermissionsExt::from_mode(0o755));
        }
    }
}

#[test]
fn in_a_read_only_folder_reading_works_and_writing_says_why() {
    let place = Place::new();
    let path = library(&place);
    place.ok(&["review", "mali.balise", "--accept-above", "0"]);
    let _folder = ReadOnly::of(&path, place.path("cle"));
    assert_eq!(values(&place.json(&["claims", "cle/mali.balise"])).len(), 5);
    assert_eq!(place.json(&["search", "cle/mali.balise", "conventions"])["total"], 1);
    place.file("neuf.txt", "Le pays a compté 12 retours en 2020.");
    refused(&place.run(&["import", "cle/mali.balise", "neuf.txt"]), "lecture seule");
    refused(&place.run(&["undo", "cle/mali.balise"]), "lecture seule");
    refused(&place.run(&["new", "cle/autre.balise"]), "lecture seule");
    let said =
        place.run(&["chart", "cle/mali.balise", "--indicator", "return.total", "-o", "cle/retours.svg"]);
    refused(&said, "Choisissez un autre dossier");
    place.ok(&["chart", "cle/mali.balise", "--indicator", "return.total", "-o", "retours.svg"]);
}

#[test]
fn a_changed_digit_is_found_with_its_place() {
    let place = Place::new();
    let path = library(&place);
    place.ok(&["review", "mali.balise", "--accept-above", "0"]);
    let mut bytes = std::fs::read(&path).expect("a library");
    let at = bytes.windows(10).position(|w| w == b"de 44.000 ").expect("the text stands in the file");
    bytes[at + 3] = b'9';
    std::fs::write(&path, bytes).expect("written");
    let report = place.json(&["verify", "mali.balise", "--full"]);
    let faults = report["faults"].as_array().expect("a list");
    assert!(!faults.is_empty(), "{report}");
    assert!(
        faults.iter().any(|f| f["document"].as_str().is_some_and(|d| d.starts_with("Migration"))),
        "{report}"
    );
    assert_eq!(place.run(&["verify", "mali.balise"]).code, 2);
}
