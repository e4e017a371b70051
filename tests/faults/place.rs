//! A scratch place with the `balise` program and libraries of small articles, and the condition that every fault must
//! leave.

use balise_desk::library::{Depth, Library};
use balise_desk::search::Mode;
use balise_desk::{Desk, Folders};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A folder of its own, with its own application folders.
pub(crate) struct Place {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Said {
    /// -1 when it was killed or crashed.
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// It ended by itself, and when it failed it said why in words.
    #[track_caller]
    pub(crate) fn is_orderly(&self, when: &str) {
        assert!((0..=2).contains(&self.code) && !self.err.contains("panicked"), "{when}: {self:?}");
        assert!(self.code != 1 || self.err.contains("balise : "), "{when}: failed without a word: {self:?}");
    }

    /// The files that an import acknowledged.
    pub(crate) fn kept(&self) -> BTreeSet<String> {
        // A last line without its end was cut off.
        let whole = &self.out[..self.out.rfind('\n').unwrap_or(0)];
        let lines = whole.lines().filter(|line| line.starts_with('✓'));
        lines.filter_map(|line| line.split_whitespace().nth(1).map(str::to_owned)).collect()
    }
}

/// What a sound library holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sound {
    pub(crate) documents: usize,
    pub(crate) decisions: usize,
    pub(crate) acts: usize,
    /// Of all decisions and documents.
    pub(crate) state: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The program, in French, in this place.
    pub(crate) fn command(&self) -> Command {
        self.in_place(Command::new(env!("CARGO_BIN_EXE_balise")))
    }

    /// Another program, with the same surroundings: it will start ours.
    pub(crate) fn in_place(&self, mut command: Command) -> Command {
        command.current_dir(self.folder()).env("BALISE_HOME", self.path("home")).env("BALISE_LANG", "fr");
        command.env("TZ", "UTC").env_remove("BALISE_LOG").stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        Said::of(self.command().args(args).output().expect("the program starts"))
    }

    /// Runs, and must be done without problems.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "balise {args:?}: {said:?}");
        said.out
    }

    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let said = self.run(&[args, &["--json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("balise {args:?}: {e}: {said:?}"))
    }

    /// Small articles in `in/`, each with two figures.
    pub(crate) fn articles(&self, count: usize) {
        std::fs::create_dir_all(self.path("in")).expect("a folder");
        for n in 0..count {
            std::fs::write(self.path(&format!("in/{n:05}.txt")), article(n)).expect("an article");
        }
    }

    /// A library of so many articles.
    pub(crate) fn library(&self, count: usize) -> PathBuf {
        self.articles(count);
        self.ok(&["new", "mali.balise"]);
        self.ok(&["import", "mali.balise", "in"]);
        self.path("mali.balise")
    }

    pub(crate) fn folders(&self) -> Folders {
        folders_below(&self.path("home"))
    }

    /// The condition: started by itself, verified in full, and searched as an index made anew is.
    #[track_caller]
    pub(crate) fn sound(&self, library: &str, when: &str) -> Sound {
        let said = self.run(&["verify", library, "--full"]);
        assert_eq!(said.code, 0, "{when}: {said:?}");
        let path = self.path(library);
        let kept = found(&Desk::open(&path, "F", &self.folders()).expect("it opens"));
        let new_home = TempDir::new().expect("a temporary folder");
        let desk = Desk::open(&path, "F", &folders_below(new_home.path())).expect("it opens");
        assert_eq!(kept, found(&desk), "{when}: an index made anew finds something else");
        let verified = desk.verify(Depth::Full).expect("verified");
        assert_eq!(verified.faults, [], "{when}");
        Sound {
            documents: verified.documents,
            decisions: verified.decisions,
            acts: verified.acts,
            state: desk.library().state_hash().expect("a hash"),
        }
    }
}

/// What searching finds.
fn found(desk: &Desk) -> Vec<(usize, BTreeSet<String>)> {
    desk.catch_up().expect("an index");
    let ask = |words| desk.search(words, Mode::Flexible, 100_000).expect("an answer");
    let queries = ["note", "rapatriés Gao", "cellule 7", "\"migrants ont été\""];
    let answers = queries.into_iter().map(ask);
    answers.map(|(total, hits)| (total, hits.iter().map(|hit| hit.document.to_string()).collect())).collect()
}

pub(crate) fn folders_below(home: &Path) -> Folders {
    let below = |name: &str| home.join(name);
    Folders {
        config: below("config"),
        data: below("data"),
        cache: below("cache"),
        documents: below("documents"),
    }
}

pub(crate) fn article(n: usize) -> String {
    let town = ["Gao", "Kayes", "Mopti", "Ségou", "Kidal", "Sikasso"][n % 6];
    let (day, first, second) = (1 + n % 28, 1_013 + 7 * n, 2_011 + 3 * n);
    format!(
        "Retours : note {n}\n\nPublié le {day} mai 2021\n\nEn 2020, {first} migrants ont été rapatriés de Libye vers \
         {town}, selon la cellule {n}.\n\nL’année précédente, {second} personnes avaient été rapatriées.\n"
    )
}

/// Runs until killed after `delay`, or to its end; what it said by then.
pub(crate) fn killed_after(mut command: Command, delay: Duration) -> Said {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut out = child.stdout.take().expect("piped");
    // Read at once: a full pipe would stop the program before we do.
    let reading = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = out.read_to_end(&mut bytes);
        bytes
    });
    std::thread::sleep(delay);
    let _ = child.kill();
    let mut ended = child.wait_with_output().expect("it ends");
    ended.stdout = reading.join().expect("read");
    Said::of(ended)
}

/// A library as it stands, opened without the program.
pub(crate) fn opened(path: &Path) -> Library {
    Library::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder, with its size.
pub(crate) fn files_below(folder: &Path) -> Vec<(PathBuf, u64)> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(file) if file.is_dir() => folders.push(entry.path()),
                Ok(file) => found.push((entry.path(), file.len())),
                Err(_) => {}
            }
        }
    }
    found.sort();
    found
}
