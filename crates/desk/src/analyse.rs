//! The `analyse` pipe: JSON Lines in, JSON Lines out, in order, on all cores, with constant memory. What an answer
//! holds is in [`crate::contract`].

use balise_model::{Edge, Metadata, Problem, Text};
use balise_text::{READER, blocks, partial_date};
use balise_words::Lang;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{BufRead, Write};

use crate::contract::{Answer, Claim, CodePoints, Named, Part, Refusal, day};

/// Lines taken at once: enough for all cores, little enough for constant memory.
const BATCH_LINES: usize = 256;
const BATCH_BYTES: usize = 8 * 1024 * 1024;

#[derive(Deserialize)]
struct Input {
    id: Value,
    text: Option<String>,
    html: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    #[serde(default)]
    url: Option<String>,
}

/// What the pipe saw.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Stats {
    pub lines: usize,
    /// Lines that were no article: their answer holds only `problems`.
    pub bad: usize,
    /// Articles that were read although something in their line is wrong: a date, half a character.
    pub flawed: usize,
    pub bytes: usize,
    pub claims: usize,
    pub mentions: usize,
}

impl Stats {
    /// Nothing in the input was wrong.
    pub fn is_clean(&self) -> bool {
        self.bad == 0 && self.flawed == 0
    }

    fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.bad += other.bad;
        self.flawed += other.flawed;
        self.bytes += other.bytes;
        self.claims += other.claims;
        self.mentions += other.mentions;
    }
}

/// Reads articles until the end of `input`, one answer a line. `today` tells a date of publication that cannot be.
pub fn pipe(
    mut input: impl BufRead,
    mut output: impl Write,
    lang: Lang,
    today: Date,
) -> std::io::Result<Stats> {
    let mut stats = Stats::default();
    loop {
        let (mut batch, mut size) = (Vec::new(), 0);
        while batch.len() < BATCH_LINES && size < BATCH_BYTES {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            size += line.len();
            if !line.iter().all(u8::is_ascii_whitespace) {
                batch.push(line);
            }
        }
        if batch.is_empty() && size == 0 {
            return output.flush().map(|()| stats);
        }
        let answers: Vec<(Vec<u8>, Stats)> =
            batch.into_par_iter().map(|line| answer(line, lang, today)).collect();
        for (line, seen) in answers {
            output.write_all(&line)?;
            stats.add(seen);
        }
        stats.bytes += size;
    }
}

/// One line's answer, its end of line included, and what was seen.
pub fn answer(line: Vec<u8>, lang: Lang, today: Date) -> (Vec<u8>, Stats) {
    let mut problems = Vec::new();
    let input = serde_json::from_slice(&line).or_else(|e| {
        // Half a surrogate pair, escaped: JSON that other programs write, and that stands for no character.
        let mended: Input = serde_json::from_slice(&without_lone_surrogates(&line)).map_err(|_| e)?;
        problems.push(Problem::new("lone-surrogate"));
        Ok::<Input, serde_json::Error>(mended)
    });
    let input = match input {
        Ok(input) => input,
        Err(e) => return refused(&id_in(&line), Problem::new("line-not-read").detail(e)),
    };
    // The article now stands in `input`; its line is let go, so that a huge one is not held twice.
    drop(line);
    read(input, problems, lang, today)
}

/// The id of a line that is JSON, but no article.
fn id_in(line: &[u8]) -> Value {
    let id = |line: Value| line.get("id").cloned();
    serde_json::from_slice(line).ok().and_then(id).unwrap_or(Value::Null)
}

fn refused(id: &Value, problem: Problem) -> (Vec<u8>, Stats) {
    let answer = line_of(&Refusal { id, problems: &[problem] }, 0);
    (answer, Stats { lines: 1, bad: 1, ..Stats::default() })
}

fn read(input: Input, mut problems: Vec<Problem>, lang: Lang, today: Date) -> (Vec<u8>, Stats) {
    let mut published = None;
    if let Some(written) = &input.published {
        published = partial_date(written);
        if published.is_none() {
            problems.push(Problem::new("published-not-read").with("date", written));
        }
    }
    let flawed = !problems.is_empty();
    let Some((text, metadata)) = text_of(input.text, input.html, &mut problems) else {
        return refused(&input.id, Problem::new("line-without-text"));
    };
    let published = published.or(metadata.published.as_ref().map(|p| p.value));
    let findings = balise_text::analyse(&text, published);
    problems.extend_from_slice(&findings.problems);
    let published = findings.published.as_ref().map(|p| p.value);
    let early = published.filter(|edge| is_to_come(*edge, today));
    problems.extend(early.map(|edge| Problem::new("published-in-future").with("date", day(edge))));

    let points = CodePoints::of(text.content());
    let value = |own: Option<&balise_model::Evidenced<String>>| own.map(|f| f.value.clone());
    let (title, author) = (
        value(metadata.title.as_ref().or(findings.title.as_ref())),
        value(metadata.author.as_ref().or(findings.author.as_ref())),
    );
    let (publisher, url) =
        (input.publisher.or(value(metadata.outlet.as_ref())), input.url.or(value(metadata.address.as_ref())));
    let answer = Answer {
        id: &input.id,
        title: title.as_deref(),
        publisher: publisher.as_deref(),
        author: author.as_deref(),
        published: published.map(day),
        url: url.as_deref(),
        language: &findings.language,
        text: text.content(),
        blocks: text.blocks().iter().map(|b| Part::of(b, &points)).collect(),
        claims: findings.figures.iter().map(|f| Claim::of(f, &points, lang)).collect(),
        mentions: findings.mentions.iter().map(|m| Named::of(m, text.content(), &points)).collect(),
        problems: &problems,
        reader: READER,
    };
    let seen = Stats {
        lines: 1,
        flawed: usize::from(flawed || early.is_some()),
        claims: answer.claims.len(),
        mentions: answer.mentions.len(),
        ..Stats::default()
    };
    (line_of(&answer, text.content().len()), seen)
}

/// The article of a line; nothing when it has neither text nor page.
fn text_of(
    text: Option<String>,
    page: Option<String>,
    problems: &mut Vec<Problem>,
) -> Option<(Text, Metadata)> {
    if let Some(text) = text {
        let cut = blocks(&text);
        return Some((Text::new(text, cut), Metadata::default()));
    }
    let read = balise_ingest::read_html(&page?);
    problems.extend(read.problems);
    Some((read.text.unwrap_or_else(|| Text::new(String::new(), Vec::new())), read.metadata))
}

/// No newspaper is printed the day after tomorrow. (Tomorrow has begun in some countries.)
fn is_to_come(published: Edge, today: Date) -> bool {
    published.day > today.tomorrow().unwrap_or(today)
}

/// JSON on one line, with room for its text and about as much again for what was found.
fn line_of(answer: &impl Serialize, text: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(text + text / 2 + 512);
    serde_json::to_writer(&mut out, answer).expect("an answer is plain data, written to memory");
    out.push(b'\n');
    out
}

/// Each `\ud8xx` without its other half becomes `\ufffd`.
fn without_lone_surrogates(line: &[u8]) -> Vec<u8> {
    let unit = |at: usize| -> Option<u16> {
        let digits = line.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let (mut out, mut i) = (Vec::with_capacity(line.len()), 0);
    while i < line.len() {
        let (step, lone) = match (line[i], unit(i)) {
            (b'\\', Some(0xd800..=0xdbff)) if matches!(unit(i + 6), Some(0xdc00..=0xdfff)) => (12, false),
            (b'\\', Some(0xd800..=0xdfff)) => (6, true),
            (b'\\', _) => (2.min(line.len() - i), false),
            _ => (1, false),
        };
        out.extend_from_slice(if lone { b"\\ufffd" } else { &line[i..i + step] });
        i += step;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piped(input: &str) -> (Stats, Vec<Value>) {
        let mut out = Vec::new();
        let today = Date::constant(2025, 6, 30);
        let stats = pipe(input.as_bytes(), &mut out, Lang::Fr, today).expect("memory can be written");
        (stats, out.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect())
    }

    #[test]
    fn a_bad_line_is_answered_and_the_run_goes_on() {
        let (stats, lines) = piped(
            "{\"id\":1,\"text\":\"Plus de 44 000 Maliens ont été rapatriés depuis 2017.\"}\npas du JSON\n{\"id\":3}\n",
        );
        assert_eq!((stats.lines, stats.bad, stats.claims), (3, 2, 1));
        assert_eq!(lines[0]["claims"][0]["value"], 44000);
        assert_eq!(lines[1]["problems"][0]["code"], "line-not-read");
        assert_eq!(lines[2]["id"], 3);
    }

    #[test]
    fn a_date_to_come_is_told_and_the_rest_of_its_month_is_not() {
        let line = |day: &str| format!("{{\"id\":1,\"text\":\"Le pays.\",\"published\":\"{day}\"}}\n");
        let (stats, lines) = piped(&["2025-07-02", "2025-07-01", "2025-06", "2031"].map(line).concat());
        let told: Vec<bool> =
            lines.iter().map(|l| l["problems"].to_string().contains("published-in-future")).collect();
        assert_eq!(told, [true, false, false, true]);
        assert_eq!((stats.bad, stats.flawed), (0, 2));
        assert_eq!(lines[3]["published"], "2031");
    }
}
