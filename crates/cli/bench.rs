//! The protocols of two machines, with JSON lines on standard output: the performance runner's, with the real engine on
//! files, and that of the tests of faults ([`acts`]).

mod acts;

use balise_desk::search::{Entry, Mode, Searcher};
use balise_desk::{Desk, Error, analyse as pipe};
use serde::Deserialize;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::{Call, End, Outcome};

#[derive(Deserialize)]
struct Line {
    id: String,
    title: String,
    body: String,
}

#[derive(Deserialize)]
struct Ask {
    q: String,
    class: String,
    k: usize,
}

pub(crate) fn run(call: &Call<'_>) -> Outcome {
    let Some((verb, args)) = call.args.subcommand() else { return Ok(End::Done) };
    let path = |name: &str| args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let start = Instant::now();
    let done = match verb {
        "index" => index(&path("jsonl"), &path("out"))?,
        "serve" => serve(&path("index"))?,
        "acts" => {
            let number = |name: &str| args.get_one::<u64>(name).copied().unwrap_or(1);
            let plan = acts::Plan {
                count: number("count") as usize,
                seed: number("seed"),
                every: number("every") as usize,
            };
            acts::drive(&mut Desk::open(&path("library"), &call.coder, &call.folders)?, &plan)?
        }
        "extract" => extract(&path("html"), &path("limit"), &path("out"))?,
        _ => claims(call, &path("jsonl"), &path("out"))?,
    };
    println!("{{\"docs\":{done},\"seconds\":{}}}", start.elapsed().as_secs_f64());
    Ok(End::Done)
}

fn lines(path: &Path) -> Result<impl Iterator<Item = String>, Error> {
    let file = std::fs::File::open(path).map_err(Error::io(path))?;
    Ok(BufReader::with_capacity(1 << 20, file).lines().map_while(Result::ok))
}

fn index(jsonl: &Path, out: &Path) -> Result<usize, Error> {
    let mut searcher = Searcher::open(out)?;
    let (mut total, mut batch): (usize, Vec<Line>) = (0, Vec::new());
    let mut put = |batch: &mut Vec<Line>, total: usize| -> Result<(), Error> {
        let entries: Vec<Entry<'_>> =
            batch.iter().map(|l| Entry { id: &l.id, title: &l.title, body: &l.body }).collect();
        searcher.add(&entries, &[])?;
        searcher.commit(total as i64)?;
        batch.clear();
        Ok(())
    };
    for line in lines(jsonl)?.filter_map(|l| serde_json::from_str(&l).ok()) {
        batch.push(line);
        total += 1;
        if batch.len() == 20_000 {
            put(&mut batch, total)?;
        }
    }
    put(&mut batch, total)?;
    Ok(total)
}

fn serve(index: &Path) -> Result<usize, Error> {
    let searcher = Searcher::open(index)?.finder();
    let mut out = std::io::stdout().lock();
    let mut answered = 0;
    writeln!(out, "{{\"ready\":true}}").and_then(|()| out.flush()).map_err(Error::io(index))?;
    for ask in std::io::stdin().lock().lines().map_while(Result::ok) {
        let Ok(ask) = serde_json::from_str::<Ask>(&ask) else { continue };
        let start = Instant::now();
        let query = if ask.class == "phrase" { format!("\"{}\"", ask.q) } else { ask.q };
        let hits = searcher.search(&query, Mode::Flexible, ask.k)?;
        let answer = serde_json::json!({ "n": hits.total, "hits": hits.ids, "us": start.elapsed().as_secs_f64() * 1e6 });
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(Error::io(index))?;
        answered += 1;
    }
    Ok(answered)
}

/// Pages named by the lines of `ids`, their text as JSON lines.
fn extract(folder: &Path, ids: &Path, out: &Path) -> Result<usize, Error> {
    let file = std::fs::File::create(out).map_err(Error::io(out))?;
    let mut file = BufWriter::new(file);
    let mut done = 0;
    for id in lines(ids)? {
        let path = folder.join(format!("{id}.html"));
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let read = article_of(&bytes, &id);
        writeln!(file, "{}", serde_json::json!({ "id": id, "text": read })).map_err(Error::io(out))?;
        done += 1;
    }
    Ok(done)
}

fn article_of(bytes: &[u8], name: &str) -> String {
    let read = balise_desk::ingest::read(bytes, &balise_model::Origin { name: name.to_owned() });
    let Some(text) = read.text else { return String::new() };
    let kept = text.blocks().iter().filter(|b| !b.kind.is_set_aside());
    kept.filter_map(|b| b.span.of(text.content())).collect::<Vec<_>>().join("\n")
}

/// The runner's documents as the pipe takes them, one at a time: a million of them must not stand in memory.
fn claims(call: &Call<'_>, jsonl: &Path, out: &Path) -> Result<usize, Error> {
    let renamed =
        lines(jsonl)?.filter_map(|l| serde_json::from_str::<serde_json::Value>(&l).ok()).map(|mut v| {
            v["text"] = v["body"].take();
            format!("{v}\n").into_bytes()
        });
    let file = std::fs::File::create(out).map_err(Error::io(out))?;
    let input = BufReader::new(Joined { parts: renamed, current: Vec::new(), at: 0 });
    let stats = pipe::pipe(input, BufWriter::new(file), call.lang, call.today).map_err(Error::io(out))?;
    Ok(stats.lines)
}

/// Lines as one stream.
struct Joined<I> {
    parts: I,
    current: Vec<u8>,
    at: usize,
}

impl<I: Iterator<Item = Vec<u8>>> std::io::Read for Joined<I> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.current.len() {
            self.current = self.parts.next().unwrap_or_default();
            self.at = 0;
        }
        let read = (&self.current[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}
