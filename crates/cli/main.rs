//! The desk as commands and pipes. Exit status: 0 done, 1 failed, 2 done with problems reported.

mod acts;
mod bench;
mod commands;
mod keeps;
mod pipe;
mod reads;
mod say;
mod score;

use balise_desk::{Desk, Error, Folders, Preferences, problem};
use balise_words::Lang;
use clap::ArgMatches;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What every verb may need.
pub(crate) struct Call<'a> {
    pub(crate) args: &'a ArgMatches,
    pub(crate) lang: Lang,
    pub(crate) json: bool,
    pub(crate) coder: String,
    pub(crate) folders: Folders,
    /// The clock is read once, here: below, time is an argument.
    pub(crate) today: Date,
}

/// Done, or done with problems that were reported.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Done,
    Problems,
}

pub(crate) type Outcome = Result<End, Error>;

impl Call<'_> {
    pub(crate) fn path(&self, name: &str) -> &Path {
        self.args.get_one::<PathBuf>(name).expect("clap requires it")
    }

    pub(crate) fn open(&self) -> Result<Desk, Error> {
        let mut desk = Desk::open(self.path("library"), &self.coder, &self.folders)?;
        if let Some(wrong) = desk.found_wrong()? {
            say::problem(self.lang, &wrong);
        }
        desk.read_again()?;
        Ok(desk)
    }

    /// Opens a library that is about to be changed: its backup of the day comes first. Not being able to make one is
    /// said, and stops nobody from working.
    pub(crate) fn open_to_change(&self) -> Result<Desk, Error> {
        let desk = self.open()?;
        if let Err(error) = desk.back_up_if_due(&self.folders, &jiff::Zoned::now()) {
            say::problem(self.lang, &problem(&error));
        }
        Ok(desk)
    }
}

fn main() -> ExitCode {
    end_quietly_with_the_pipe();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_env("BALISE_LOG"))
        .with_writer(std::io::stderr)
        .init();
    let folders = Folders::of_system();
    let preferences = Preferences::load(&folders);
    let given = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned());
    let lang = commands::language(given, preferences.language);
    let matches = match commands::balise(lang).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return commands::refuse(&error, lang),
    };
    let Some((verb, args)) = matches.subcommand() else { return ExitCode::FAILURE };
    let coder = args.get_one::<String>("coder").cloned().unwrap_or(preferences.coder);
    let today = jiff::Zoned::now().date();
    let call = Call { args, lang, json: args.get_flag("json"), coder, folders, today };
    match run(verb, &call) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Problems) => ExitCode::from(2),
        Err(error) => {
            say::problem(lang, &problem(&error));
            ExitCode::FAILURE
        }
    }
}

/// `balise claims LIB | head` ends when `head` has had enough; that is no error of ours.
fn end_quietly_with_the_pipe() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let said = panic.payload_as_str().unwrap_or_default();
        if said.contains("failed printing to stdout") {
            std::process::exit(0);
        }
        usual(panic);
    }));
}

fn run(verb: &str, call: &Call<'_>) -> Outcome {
    match verb {
        "new" => acts::new(call),
        "sample" => acts::sample(call),
        "import" => acts::import(call),
        "review" => acts::review(call),
        "undo" => acts::revert(call, Desk::undo, "undone"),
        "redo" => acts::revert(call, Desk::redo, "redone"),
        "search" => reads::search(call),
        "claims" => reads::claims(call),
        "chart" => reads::chart(call),
        "report" => reads::report(call),
        "verify" => keeps::verify(call),
        "history" => keeps::history(call),
        "trash" => keeps::trash(call),
        "info" => keeps::info(call),
        "backup" => keeps::backup(call),
        "restore" => keeps::restore(call),
        "salvage" => keeps::salvage(call),
        "copy" => keeps::copy(call),
        "compact" => keeps::compact(call),
        "reindex" => keeps::reindex(call),
        "versions" => keeps::versions(call),
        "analyse" => pipe::analyse(call),
        "score" => score::score(call),
        "bench" => bench::run(call),
        _ => unreachable!("clap knows the verbs"),
    }
}
