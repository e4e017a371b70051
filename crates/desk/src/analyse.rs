//! The `analyse` pipe: JSON Lines in, JSON Lines out, in order, on all cores, with constant memory. Offsets are
//! Unicode code points here and nowhere else in the engine.

use balise_model::{Block, Edge, Figure, Mention, Problem, Span, Text};
use balise_text::{Findings, READER, blocks, partial_date};
use balise_words::{Lang, reading};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

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
    pub bytes: usize,
    pub claims: usize,
}

/// Reads articles until the end of `input`, one result a line.
pub fn pipe(mut input: impl BufRead, mut output: impl Write, lang: Lang) -> std::io::Result<Stats> {
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
        let answers: Vec<(String, usize, bool)> = batch.par_iter().map(|line| answer(line, lang)).collect();
        for (line, claims, bad) in answers {
            output.write_all(line.as_bytes())?;
            output.write_all(b"\n")?;
            stats.lines += 1;
            stats.claims += claims;
            stats.bad += usize::from(bad);
        }
        stats.bytes += size;
    }
}

/// One line's answer, how many claims it has, and whether it was no article.
fn answer(line: &[u8], lang: Lang) -> (String, usize, bool) {
    let refused =
        |id: Value, problem: Problem| (json!({ "id": id, "problems": [problem] }).to_string(), 0, true);
    let mut problems = Vec::new();
    let input = serde_json::from_slice(line).or_else(|e| {
        // Half a surrogate pair, escaped: JSON that other programs write, and that stands for no character.
        let mended: Input = serde_json::from_slice(&without_lone_surrogates(line)).map_err(|_| e)?;
        problems.push(Problem::new("lone-surrogate"));
        Ok::<Input, serde_json::Error>(mended)
    });
    let input = match input {
        Ok(input) => input,
        Err(e) => {
            let id = serde_json::from_slice::<Value>(line)
                .ok()
                .and_then(|v| v.get("id").cloned())
                .unwrap_or(Value::Null);
            return refused(id, Problem::new("line-not-read").detail(e));
        }
    };
    let mut published = None;
    if let Some(written) = &input.published {
        published = partial_date(written);
        if published.is_none() {
            problems.push(Problem::new("published-not-read").with("date", written));
        }
    }
    let (text, metadata) = match (input.text, input.html) {
        (Some(text), _) => {
            let cut = blocks(&text);
            (Text::new(text, cut), Default::default())
        }
        (None, Some(page)) => {
            let read = balise_ingest::read_html(&page);
            problems.extend(read.problems);
            (read.text.unwrap_or_else(|| Text::new(String::new(), Vec::new())), read.metadata)
        }
        (None, None) => return refused(input.id, Problem::new("line-without-text")),
    };
    let published = published.or(metadata.published.as_ref().map(|p| p.value));
    let findings = balise_text::analyse(&text, published);
    problems.extend(findings.problems.iter().cloned());
    let points = CodePoints::of(text.content());
    let claims: Vec<Value> = findings.figures.iter().map(|f| claim(f, &points, lang)).collect();
    let blocks: Vec<Value> = text.blocks().iter().map(|b| block(b, &points)).collect();
    let value = |found: Option<balise_model::Evidenced<String>>| found.map(|f| f.value);
    let count = claims.len();
    let answer = json!({
        "id": input.id,
        "title": value(metadata.title).or_else(|| value(findings.title.clone())),
        "publisher": input.publisher.or(value(metadata.outlet)),
        "author": value(metadata.author).or_else(|| value(findings.author.clone())),
        "published": published_day(&findings),
        "url": input.url.or(value(metadata.address)),
        "language": findings.language,
        "text": text.content(),
        "blocks": blocks,
        "claims": claims,
        "mentions": findings.mentions.iter().map(|m| mention(m, &points)).collect::<Vec<_>>(),
        "problems": problems,
        "reader": READER,
    });
    (answer.to_string(), count, false)
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

fn published_day(findings: &Findings) -> Option<String> {
    findings.published.as_ref().map(|p| day(p.value))
}

/// As much of a date as is known: "2025-01".
fn day(edge: Edge) -> String {
    let whole = edge.day.to_string();
    match edge.precision {
        balise_model::Precision::Day => whole,
        balise_model::Precision::Month => whole[..7].to_owned(),
        balise_model::Precision::Year => whole[..4].to_owned(),
    }
}

fn block(block: &Block, points: &CodePoints<'_>) -> Value {
    let (start, end) = points.span(block.span);
    let mut out = json!({ "start": start, "end": end, "kind": block.kind.name() });
    if let Some(reason) = block.reason {
        out["reason"] = json!(reason);
    }
    out
}

/// A name as the contract writes it: an entity when it is certain, candidates when there are several.
pub fn mention(mention: &Mention, points: &CodePoints<'_>) -> Value {
    let (start, end) = points.span(mention.span);
    let surface = mention.span.of(points.text);
    let mut out = json!({
        "start": start, "end": end, "kind": mention.kind.name(), "entity": mention.entity(), "surface": surface,
    });
    if mention.candidates.len() > 1 {
        out["candidates"] = json!(mention.candidates);
    }
    out
}

/// A figure as the contract writes it.
pub fn claim(figure: &Figure, points: &CodePoints<'_>, lang: Lang) -> Value {
    let (start, end) = points.span(figure.quote.span());
    let (num_start, num_end) = points.span(figure.number);
    let pair = |span: Option<Span>| span.map(|s| points.span(s));
    let also: Vec<Value> =
        figure.also.iter().map(|s| points.span(*s)).map(|(s, e)| json!({ "start": s, "end": e })).collect();
    let mut evidence = serde_json::Map::new();
    let fields = &figure.evidence;
    for (name, span) in [
        ("bound", fields.bound),
        ("indicator", fields.indicator),
        ("period", fields.period),
        ("population", fields.population),
        ("part_of", fields.part_of),
    ] {
        if let Some(span) = pair(span) {
            evidence.insert(name.to_owned(), json!(span));
        }
    }
    // The figure's own form writes whole numbers plainly.
    let plain = serde_json::to_value(figure).unwrap_or_default();
    json!({
        "id": figure.id, "quote": figure.quote.words(), "start": start, "end": end,
        "num_start": num_start, "num_end": num_end,
        "value": plain["value"], "value_max": plain["upper"], "bound": plain["bound"], "unit": plain["unit"],
        "indicator": figure.indicator, "population": figure.population,
        "from_place": figure.origin, "to_place": figure.destination, "speaker": figure.speaker,
        "period_start": figure.period.start.map(|e| e.day), "period_end": figure.period.end.map(|e| e.day),
        "period_kind": figure.period.kind,
        "period_start_precision": figure.period.start.map(|e| e.precision),
        "period_end_precision": figure.period.end.map(|e| e.precision),
        "part_of": plain["part_of"], "part_of_id": figure.part_of_id, "modality": figure.modality,
        "block": figure.block, "also": also, "evidence": evidence, "confidence": figure.confidence,
        "reading": reading(lang, figure),
    })
}

/// Turns bytes of a text into code points: the count before every 256th byte, and the rest counted.
pub struct CodePoints<'t> {
    text: &'t str,
    content: &'t [u8],
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 256;

    pub fn of(text: &'t str) -> Self {
        let content = text.as_bytes();
        let mut before = Vec::with_capacity(content.len() / Self::STEP + 1);
        let mut count = 0;
        for chunk in content.chunks(Self::STEP) {
            before.push(count);
            count += starts(chunk);
        }
        before.push(count);
        Self { text, content, before }
    }

    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: usize) -> usize {
        let chunk = byte / Self::STEP;
        self.before[chunk] + starts(&self.content[chunk * Self::STEP..byte])
    }
}

/// Bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| (**b as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_chunks() {
        let content = "é🇲🇱x".repeat(200);
        let points = CodePoints::of(&content);
        for (n, (byte, _)) in content.char_indices().enumerate() {
            assert_eq!(points.span(Span::new(byte, byte)).0, n);
        }
        assert_eq!(points.span(Span::new(0, content.len())).1, content.chars().count());
    }

    #[test]
    fn a_bad_line_is_answered_and_the_run_goes_on() {
        let input = "{\"id\":1,\"text\":\"Plus de 44 000 Maliens ont été rapatriés depuis 2017.\"}\npas du JSON\n{\"id\":3}\n";
        let mut out = Vec::new();
        let stats = pipe(input.as_bytes(), &mut out, Lang::Fr).expect("memory can be written");
        assert_eq!((stats.lines, stats.bad, stats.claims), (3, 2, 1));
        let lines: Vec<Value> =
            out.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect();
        assert_eq!(lines[0]["claims"][0]["value"], 44000);
        assert_eq!(lines[1]["problems"][0]["code"], "line-not-read");
        assert_eq!(lines[2]["id"], 3);
    }
}
