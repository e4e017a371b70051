//! How fast an article is read: its JSON line in, its answer out (blocks, figures, names, JSON), on one core; beside a floor
//! that does next to nothing (JSON in, one regular expression), on two cores, and for longer and longer texts.
//!
//!     cargo xtask bench
//!
//! or, for one part: `cargo bench -p balise-text --bench read -- whole` (or `stages`, `cores`, `linear`). With `pipe`
//! it is the optimised pipe itself, from standard input to standard output: for `/usr/bin/time -v`.
//!
//! The answer's JSON belongs to `desk`, whose other needs (typesetter, index, SQLite) take a quarter of an hour to
//! build optimised. So its two files are compiled in here, where the tree is light.

#[allow(dead_code, unreachable_pub, unused_imports)]
#[path = "../../../desk/src/analyse.rs"]
mod analyse;
#[allow(dead_code, unreachable_pub, unused_imports)]
#[path = "../../../desk/src/contract.rs"]
mod contract;
mod corpus;

use balise_model::Text;
use balise_words::Lang;
use corpus::{Article, articles, long_article};
use jiff::civil::Date;
use regex::Regex;
use serde::Deserialize;
use std::hint::black_box;
use std::time::{Duration, Instant};

const TODAY: Date = Date::constant(2026, 1, 1);
const ROUNDS: usize = 5;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.iter().any(|arg| arg == "pipe") {
        let stats = analyse::pipe(std::io::stdin().lock(), std::io::stdout().lock(), Lang::Fr, TODAY)?;
        eprintln!("{stats:?}");
        return Ok(());
    }
    // `cargo bench` says --bench. Without it this is a test that all still works, and times nothing.
    let megabyte = if args.iter().any(|arg| arg == "--bench") { 1_000_000 } else { 10_000 };
    let all = articles(8 * megabyte);
    let bytes: usize = all.iter().map(|a| a.text).sum();
    println!("{} articles, {:.1} MB of text; {}", all.len(), bytes as f64 / 1e6, load());
    let parts: [(&str, &dyn Fn()); 4] = [
        ("whole", &|| one_core(&all, bytes)),
        ("stages", &|| stages(&all, bytes)),
        ("cores", &|| two_cores(&all, bytes)),
        ("linear", &|| linear(megabyte)),
    ];
    let all_parts = !parts.iter().any(|(name, _)| args.iter().any(|arg| arg == name));
    for (_, part) in parts.iter().filter(|(name, _)| all_parts || args.iter().any(|arg| arg == name)) {
        part();
    }
    Ok(())
}

/// What else the machine does: the times that pass (two cores) mean little beside a load near the number of cores.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("load of the machine {}", told.split(' ').next().unwrap_or("unknown"))
}

/// The whole way of an article, and the floor beside it.
fn one_core(all: &[Article], bytes: usize) {
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let mut found = (0, 0);
    let whole = median((0..ROUNDS).map(|_| {
        let lines: Vec<Vec<u8>> = all.iter().map(|a| a.line.clone()).collect();
        found = (0, 0);
        on_cpu(|| {
            for line in lines {
                let (answer, seen) = analyse::answer(line, Lang::Fr, TODAY);
                found.0 += seen.claims;
                found.1 += seen.mentions;
                black_box(answer);
            }
        })
    }));
    let floor_re = floor_expression();
    let mut matched = 0;
    let floor = median((0..ROUNDS).map(|_| {
        matched = 0;
        on_cpu(|| all.iter().for_each(|a| matched += matches(&floor_re, &a.line)))
    }));
    println!("whole way  {:8.2} MB/s a core   {} figures, {} names", speed(whole), found.0, found.1);
    println!("floor      {:8.2} MB/s a core   {matched} matches of one regular expression", speed(floor));
    println!("ratio      {:8.2} times the floor's time", whole.as_secs_f64() / floor.as_secs_f64());
}

/// A number between the words before it and the noun behind it: what a quick script would do.
fn floor_expression() -> Regex {
    Regex::new(r"(?i)(plus de|environ|près de|au moins|pas moins de|quelque|moins de|jusqu.à)?\s*(\d+(?:[.,\u{a0}\u{202f} ]\d{3})*(?:,\d+)?)\s+(millions? de |milliards? de )?(migrants|ressortissants|personnes|Maliens|victimes|morts|francs)")
        .expect("a literal pattern")
}

fn matches(expression: &Regex, line: &[u8]) -> usize {
    #[derive(Deserialize)]
    struct Line<'a> {
        #[serde(borrow)]
        text: std::borrow::Cow<'a, str>,
    }
    let line: Line<'_> = serde_json::from_slice(line).expect("a line made here");
    expression.captures_iter(&line.text).count()
}

/// Where the time goes. Each stage is run alone on what the stage before it gives.
fn stages(all: &[Article], bytes: usize) {
    #[derive(Deserialize)]
    struct Line {
        text: String,
    }
    let parse = |a: &Article| -> String {
        let line: Line = serde_json::from_slice(&a.line).expect("a line made here");
        line.text
    };
    let contents: Vec<String> = all.iter().map(parse).collect();
    let texts: Vec<Text> = contents.iter().map(|c| Text::new(c.clone(), balise_text::blocks(c))).collect();
    let read = |t: &Text| balise_text::analyse(t, None);
    let findings: Vec<_> = texts.iter().map(read).collect();
    let report = |stage: &str, work: &mut dyn FnMut()| {
        let time = median((0..ROUNDS).map(|_| on_cpu(&mut *work)));
        println!("  {stage:28} {:8.1} ns a byte", time.as_nanos() as f64 / bytes as f64);
    };
    println!("stages");
    report("JSON in", &mut || all.iter().for_each(|a| drop(black_box(parse(a)))));
    report("blocks", &mut || contents.iter().for_each(|c| drop(black_box(balise_text::blocks(c)))));
    report("hash", &mut || {
        contents.iter().for_each(|c| drop(black_box(balise_model::ContentHash::of(c.as_bytes()))));
    });
    report("language", &mut || contents.iter().for_each(|c| drop(black_box(balise_text::language(c)))));
    report("date and sentences", &mut || {
        for text in &texts {
            black_box(balise_text::published_in(text.content(), text.blocks()));
            for block in text.blocks().iter().filter(|b| b.kind.is_read()) {
                black_box(balise_text::sentences(text.content(), block.span).len());
            }
        }
    });
    report("names", &mut || {
        texts.iter().for_each(|t| drop(black_box(balise_text::mentions(t, None, &[]))));
    });
    report("reading (the three above in it)", &mut || texts.iter().for_each(|t| drop(black_box(read(t)))));
    let figures = || texts.iter().zip(&findings).flat_map(|(t, f)| f.figures.iter().map(move |g| (t, g)));
    report("figures in words", &mut || {
        figures().for_each(|(_, f)| drop(black_box(balise_words::reading(Lang::Fr, f))));
    });
    report("figures as claims", &mut || {
        for (text, findings) in texts.iter().zip(&findings) {
            let points = contract::CodePoints::of(text.content());
            findings.figures.iter().for_each(|f| drop(black_box(contract::Claim::of(f, &points, Lang::Fr))));
        }
    });
    report("text as JSON", &mut || {
        contents.iter().for_each(|c| drop(black_box(serde_json::to_vec(c).expect("a string"))));
    });
}

/// The pipe with one worker, then with two, in pairs. On a busy machine the system gives two workers less than two
/// cores; how much it gave is printed beside.
fn two_cores(all: &[Article], bytes: usize) {
    let input: Vec<u8> = all.iter().flat_map(|a| a.line.iter().copied()).collect();
    let time = |workers: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build().expect("threads");
        let (before, start) = (process_time(), Instant::now());
        pool.install(|| analyse::pipe(input.as_slice(), std::io::sink(), Lang::Fr, TODAY)).expect("no file");
        let passed = start.elapsed().as_secs_f64();
        (passed, (process_time() - before) / passed)
    };
    let mut pairs: Vec<(f64, f64, f64)> = (0..ROUNDS)
        .map(|_| {
            let ((one, _), (two, given)) = (time(1), time(2));
            (one / two, given, bytes as f64 / 1e6 / two)
        })
        .collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (ratio, given, speed) = pairs[ROUNDS / 2];
    let (lowest, highest) = (pairs[0].0, pairs[ROUNDS - 1].0);
    println!(
        "two cores  {ratio:8.2} times one ({lowest:.2} to {highest:.2}), {speed:.2} MB/s; the system gave {given:.2} cores"
    );
}

/// Seconds of processor time that all threads of this process used, in hundredths; 0 where the system does not tell.
fn process_time() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may hold spaces: count from behind it.
    let fields: Vec<&str> = told.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |n: usize| fields.get(n).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// Twice the text must take twice the time, not four times.
fn linear(megabyte: usize) {
    println!("one article of");
    for bytes in [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(|b| b * megabyte / 1_000_000) {
        let article = long_article(bytes.max(100));
        let times = (megabyte / article.text).max(1);
        let time = median((0..ROUNDS).map(|_| {
            let lines: Vec<Vec<u8>> = (0..times).map(|_| article.line.clone()).collect();
            on_cpu(|| lines.into_iter().for_each(|l| drop(black_box(analyse::answer(l, Lang::Fr, TODAY)))))
        }));
        let each = time.as_nanos() as f64 / (times * article.text) as f64;
        println!("  {:>10} bytes   {each:8.1} ns a byte", article.text);
    }
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times[times.len() / 2]
}

/// The processor time of this thread where the system tells it (Linux), else the time that passed.
fn on_cpu(work: impl FnOnce()) -> Duration {
    let (before, start) = (cpu_time(), Instant::now());
    work();
    let passed = start.elapsed();
    match (before, cpu_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => passed,
    }
}

fn cpu_time() -> Option<Duration> {
    // The count is brought up to date when the scheduler looks: make it look.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
