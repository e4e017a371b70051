//! `balise analyse`: articles in on standard input, their figures out on standard output.

use balise_desk::Error;
use balise_desk::analyse::{Stats, pipe};
use balise_words::{args, number, text_with};
use serde::Serialize;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use crate::{Call, End, Outcome};

/// What `--stats` says as JSON.
#[derive(Serialize)]
struct Timed {
    #[serde(flatten)]
    seen: Stats,
    seconds: f64,
    mb_per_second: f64,
}

pub(crate) fn analyse(call: &Call<'_>) -> Outcome {
    let start = Instant::now();
    let input = BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let output = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let seen = pipe(input, output, call.lang, call.today).map_err(Error::io(Path::new("stdin")))?;
    if call.args.get_flag("stats") {
        let seconds = start.elapsed().as_secs_f64();
        let timed = Timed { seen, seconds, mb_per_second: seen.bytes as f64 / 1e6 / seconds.max(1e-9) };
        let said =
            if call.json { serde_json::to_string(&timed).unwrap_or_default() } else { words(call, &timed) };
        let _ = writeln!(std::io::stderr(), "{said}");
    }
    Ok(if seen.is_clean() { End::Done } else { End::Problems })
}

/// "1 200 lignes (3,4 Mo) en 0,5 s, 6,8 Mo/s : 340 chiffres ; 2 lignes qui ne sont pas des articles."
fn words(call: &Call<'_>, timed: &Timed) -> String {
    let say = |value: f64, places: i32| {
        let scale = 10_f64.powi(places);
        number(call.lang, (value * scale).round() / scale)
    };
    let seen = &timed.seen;
    let mut values = args([
        ("megabytes", say(seen.bytes as f64 / 1e6, 2)),
        ("seconds", say(timed.seconds, 2)),
        ("speed", say(timed.mb_per_second, 2)),
    ]);
    let counts = [
        ("lines", seen.lines),
        ("claims", seen.claims),
        ("mentions", seen.mentions),
        ("bad", seen.bad),
        ("flawed", seen.flawed),
    ];
    for (name, count) in counts {
        values.set(name, count);
        // The count as printed, with its thousands; the one above chooses the plural.
        values.set(format!("{name}-said"), number(call.lang, count as f64));
    }
    text_with(call.lang, "said-stats", &values)
}
