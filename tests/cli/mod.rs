//! A scratch place and the `balise` program, for every test of the command line.

mod bad_input;
mod corpus;
mod correct;
mod interrupted;
mod pipe;
mod score;
mod seed_names;
mod whole_way;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder of its own, with its own application folders: nothing of the person running the tests is touched.
pub(crate) struct Place {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// The program, in French, as the coder Aïssata.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balise"));
        command
            .current_dir(self.folder.path())
            .env("BALISE_HOME", self.path("home"))
            .env("BALISE_LANG", "fr");
        command.env("TZ", "UTC").stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        said(self.command().args(args).output().expect("the program starts"))
    }

    /// Runs, and must be done without problems.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "balise {args:?}: {said:?}");
        said.out
    }

    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let said = self.run(&[args, &["--json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("balise {args:?}: {e}: {said:?}"))
    }
}

pub(crate) fn said(output: Output) -> Said {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Said { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// An article of our own, dated, with three figures: 44 000 since 2017, 33 000 of them, 60 000 without a period.
pub(crate) const CONVENTIONS: &str = "\
Migration : deux conventions signées

Publié le vendredi 31 janvier 2025 à 07:30

Les deux institutions ont assisté plus de 60.000 migrants en situation de détresse.

Pour rappel, depuis 2017, elles ont facilité le retour de plus de 44.000 ressortissants maliens, dont plus de 33.000 ont achevé leur parcours de réintégration.

Lire aussi : Agriculture : le recensement compte 22,49 millions de bovins
";

pub(crate) const BILAN: &str = "\
Retours : le bilan de la mi-année

Publié le 9 août 2024

De janvier à juillet 2024, 5 684 Maliens ont été rapatriés. En 2023, plus de 6 500 Maliens avaient été rapatriés.
";

/// A library with both articles.
pub(crate) fn library(place: &Place) -> PathBuf {
    place.file("articles/conventions.txt", CONVENTIONS);
    place.file("articles/bilan.txt", BILAN);
    place.ok(&["new", "mali.balise"]);
    place.ok(&["import", "mali.balise", "articles"]);
    place.path("mali.balise")
}

pub(crate) fn values(claims: &Value) -> Vec<f64> {
    claims.as_array().expect("a list").iter().filter_map(|c| c["value"].as_f64()).collect()
}

/// Spaces of every kind as one, so that typography does not hide a number.
pub(crate) fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{202f}' || c == '\u{a0}')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn exists(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| m.len() > 0)
}
