//! The verbs and their options, with help in the language asked for.

use balise_words::{Lang, has, text};
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;
use std::process::ExitCode;

/// `--lang` wherever it stands, else what the analyst prefers: help must be in it before anything is parsed.
pub(crate) fn language(args: impl Iterator<Item = String>, preferred: Lang) -> Lang {
    let args: Vec<String> = args.collect();
    let asked = args.iter().enumerate().find_map(|(i, arg)| match arg.strip_prefix("--lang=") {
        Some(tag) => Some(tag.to_owned()),
        None if arg == "--lang" => args.get(i + 1).cloned(),
        None => None,
    });
    asked.map_or(preferred, |tag| Lang::from_tag(&tag))
}

pub(crate) fn balise(lang: Lang) -> Command {
    let verbs = [
        verb(lang, "new").arg(library(lang)),
        verb(lang, "sample").arg(library(lang)),
        verb(lang, "import").arg(library(lang)).arg(
            Arg::new("paths")
                .value_name(text(lang, "cli-value-paths"))
                .num_args(0..)
                .value_parser(value_parser!(PathBuf))
                .help(text(lang, "cli-arg-paths")),
        ),
        verb(lang, "search")
            .arg(library(lang))
            .arg(
                Arg::new("query")
                    .value_name(text(lang, "cli-value-words"))
                    .num_args(1..)
                    .required(true)
                    .help(text(lang, "cli-arg-query")),
            )
            .arg(flag(lang, "exact"))
            .arg(
                Arg::new("limit")
                    .long("limit")
                    .value_name("N")
                    .value_parser(value_parser!(usize))
                    .default_value("20")
                    .help(text(lang, "cli-arg-limit")),
            ),
        verb(lang, "claims").arg(library(lang)).arg(
            Arg::new("status")
                .long("status")
                .value_parser(["suggested", "accepted", "rejected"])
                .help(text(lang, "cli-arg-status")),
        ),
        verb(lang, "review")
            .arg(library(lang))
            .arg(ids(lang, "accept"))
            .arg(ids(lang, "reject"))
            .arg(
                Arg::new("accept-above")
                    .long("accept-above")
                    .value_name("P")
                    .value_parser(value_parser!(f64))
                    .help(text(lang, "cli-arg-accept-above")),
            )
            .arg(
                Arg::new("correct")
                    .long("correct")
                    .value_name("ID")
                    .value_parser(value_parser!(uuid::Uuid))
                    .help(text(lang, "cli-arg-correct")),
            )
            .args(corrected_fields(lang))
            .group(
                clap::ArgGroup::new("verdict")
                    .args(["accept", "reject", "accept-above", "correct"])
                    .required(true),
            ),
        verb(lang, "undo").arg(library(lang)).arg(
            Arg::new("act")
                .long("act")
                .value_name("N")
                .value_parser(value_parser!(i64))
                .help(text(lang, "cli-arg-act")),
        ),
        verb(lang, "redo").arg(library(lang)),
        verb(lang, "chart")
            .arg(library(lang))
            .arg(indicator(lang).required(true))
            .arg(output(lang).required(true))
            .arg(date(lang)),
        verb(lang, "report").arg(library(lang)).arg(indicator(lang)).arg(output(lang)).arg(date(lang)),
        verb(lang, "analyse").arg(flag(lang, "stats")),
        score(lang),
        bench(),
    ];
    let verbs = verbs.into_iter().chain(keeping(lang));
    Command::new("balise")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text(lang, "cli-about"))
        .after_help(text(lang, "cli-examples"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .help_template(template(lang, true))
        .subcommand_help_heading(text(lang, "cli-verbs"))
        .subcommands(verbs)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help").short('h').long("help").action(ArgAction::Help).help(text(lang, "cli-arg-help")),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text(lang, "cli-arg-version")),
        )
        .arg(Arg::new("lang").long("lang").value_parser(["fr", "en"]).help(text(lang, "cli-arg-lang")))
}

fn verb(lang: Lang, name: &'static str) -> Command {
    let command = Command::new(name)
        .about(text(lang, &format!("cli-{name}")))
        .help_template(template(lang, false))
        .arg(flag(lang, "json"))
        .arg(Arg::new("lang").long("lang").value_parser(["fr", "en"]).help(text(lang, "cli-arg-lang")))
        .arg(
            Arg::new("coder")
                .long("coder")
                .value_name(text(lang, "cli-value-name"))
                .help(text(lang, "cli-arg-coder")),
        )
        .disable_help_flag(true)
        .arg(
            Arg::new("help").short('h').long("help").action(ArgAction::Help).help(text(lang, "cli-arg-help")),
        );
    let examples = format!("cli-{name}-examples");
    if has(lang, &examples) { command.after_help(text(lang, &examples)) } else { command }
}

/// The library as a file.
fn keeping(lang: Lang) -> [Command; 11] {
    let number = |name: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name("N")
            .value_parser(value_parser!(usize))
            .help(text(lang, &format!("cli-arg-{name}")))
    };
    [
        verb(lang, "history").arg(library(lang)).arg(number("limit")),
        verb(lang, "trash")
            .arg(library(lang))
            .arg(
                Arg::new("documents")
                    .value_name("ID")
                    .num_args(0..)
                    .value_parser(value_parser!(uuid::Uuid))
                    .help(text(lang, "cli-arg-documents")),
            )
            .arg(ids(lang, "restore").conflicts_with("documents"))
            .arg(flag(lang, "empty").conflicts_with_all(["documents", "restore"])),
        verb(lang, "info").arg(library(lang)),
        verb(lang, "backup").arg(library(lang)).arg(flag(lang, "list")),
        verb(lang, "restore").arg(library(lang)).arg(number("number")),
        verb(lang, "salvage").arg(library(lang)),
        verb(lang, "copy").arg(library(lang)).arg(output(lang).required(true)),
        verb(lang, "compact").arg(library(lang)),
        verb(lang, "reindex").arg(library(lang)),
        verb(lang, "versions")
            .arg(library(lang))
            .arg(
                Arg::new("document")
                    .value_name("ID")
                    .required(true)
                    .value_parser(value_parser!(uuid::Uuid))
                    .help(text(lang, "cli-arg-document")),
            )
            .arg(number("difference")),
        verb(lang, "verify")
            .arg(library(lang))
            .arg(flag(lang, "quick"))
            .arg(flag(lang, "full").conflicts_with("quick"))
            .arg(flag(lang, "repair").conflicts_with_all(["quick", "full"])),
    ]
}

fn score(lang: Lang) -> Command {
    let path = |name: &'static str, value: &str| {
        let help = text(lang, &format!("cli-arg-{name}"));
        Arg::new(name).value_name(text(lang, value)).value_parser(value_parser!(PathBuf)).help(help)
    };
    verb(lang, "score")
        .arg(path("gold", "cli-value-file").required(true))
        .arg(path("texts", "cli-value-folder").long("texts"))
        .arg(flag(lang, "skip-title"))
        .arg(
            Arg::new("folds")
                .long("folds")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .default_value("5")
                .help(text(lang, "cli-arg-folds")),
        )
}

/// The protocols of the performance runner and of the tests of faults; hidden, because they are for machines.
fn bench() -> Command {
    let path = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(PathBuf));
    let verb = |name: &'static str| {
        Command::new(name)
            .arg(path("jsonl"))
            .arg(path("out"))
            .arg(path("index"))
            .arg(path("html"))
            .arg(path("limit"))
    };
    let number = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(u64));
    let library = Arg::new("library").required(true).value_parser(value_parser!(PathBuf));
    let acts = Command::new("acts").arg(library).args(["count", "seed", "every"].map(number));
    Command::new("bench")
        .hide(true)
        .subcommand_required(true)
        .subcommands(["index", "serve", "extract", "claims"].map(verb))
        .subcommand(acts)
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).hide(true))
        .arg(Arg::new("lang").long("lang").hide(true))
        .arg(Arg::new("coder").long("coder").hide(true))
}

fn template(lang: Lang, root: bool) -> String {
    let usage = text(lang, "cli-usage");
    let verbs =
        if root { format!("\n{}\n{{subcommands}}\n", text(lang, "cli-verbs")) } else { String::new() };
    let options = text(lang, "cli-options");
    let places =
        if root { String::new() } else { format!("\n{}\n{{positionals}}\n", text(lang, "cli-places")) };
    format!("{{about}}\n\n{usage} {{usage}}\n{verbs}{places}\n{options}\n{{options}}\n\n{{after-help}}\n")
}

fn library(lang: Lang) -> Arg {
    Arg::new("library")
        .value_name("LIB")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(text(lang, "cli-arg-library"))
}

fn indicator(lang: Lang) -> Arg {
    let known: Vec<&'static str> = balise_words::indicator_ids().collect();
    Arg::new("indicator")
        .long("indicator")
        .value_name("ID")
        .hide_possible_values(true)
        .value_parser(known)
        .help(text(lang, "cli-arg-indicator"))
}

/// What `review` decides without changing a figure.
const VERDICTS: [&str; 3] = ["accept", "reject", "accept-above"];

/// What `review --correct` may change; what is not given stays.
fn corrected_fields(lang: Lang) -> Vec<Arg> {
    let field = |name: &'static str, value: &str| {
        Arg::new(name)
            .long(name)
            .value_name(value.to_owned())
            .requires("correct")
            .conflicts_with_all(VERDICTS)
            .allow_hyphen_values(true)
            .help(text(lang, &format!("cli-arg-{name}")))
    };
    let number = || text(lang, "cli-value-number");
    vec![
        field("value", &number()),
        field("upper", &number()),
        field("bound", "BOUND").value_parser(["exact", "about", "at_least", "at_most"]),
        field("unit", "UNIT"),
        indicator(lang).requires("correct").conflicts_with_all(VERDICTS),
        field("period-kind", "KIND").value_parser(["during", "since", "as_of", "event", "unknown"]),
        field("from", "DATE"),
        field("to", "DATE"),
        field("population", &text(lang, "cli-value-words")),
        field("modality", "KIND").value_parser(["fact", "plan"]),
    ]
}

fn output(lang: Lang) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(text(lang, "cli-value-file"))
        .value_parser(value_parser!(PathBuf))
        .help(text(lang, "cli-arg-output"))
}

fn date(lang: Lang) -> Arg {
    let day = |written: &str| written.parse::<jiff::civil::Date>().map_err(|e| e.to_string());
    Arg::new("date").long("date").value_name("YYYY-MM-DD").value_parser(day).help(text(lang, "cli-arg-date"))
}

fn ids(lang: Lang, name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("ID")
        .num_args(1..)
        .value_parser(value_parser!(uuid::Uuid))
        .help(text(lang, &format!("cli-arg-{name}")))
}

fn flag(lang: Lang, name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(text(lang, &format!("cli-arg-{name}")))
}

/// A command that cannot be understood: what is wrong, in the language, and where the help is.
pub(crate) fn refuse(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let _ = error.print();
        return if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        };
    }
    let wrong = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::ArgumentConflict => "cli-conflict",
        ErrorKind::MissingRequiredArgument => "cli-missing",
        ErrorKind::InvalidSubcommand => "cli-unknown-verb",
        ErrorKind::UnknownArgument => "cli-unknown-option",
        _ => "cli-wrong-value",
    };
    let subject = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].map(wrong).concat();
    let args = balise_words::args([("what", subject), ("value", wrong(ContextKind::InvalidValue))]);
    eprintln!("balise : {}", balise_words::text_with(lang, what, &args));
    let possible = wrong(ContextKind::ValidValue);
    if !possible.is_empty() {
        eprintln!(
            "{}",
            balise_words::text_with(lang, "cli-possible", &balise_words::args([("values", possible)]))
        );
    }
    eprintln!("{}", text(lang, "cli-see-help"));
    ExitCode::FAILURE
}
