//! The store beside its floors, in one run: size on disk, bulk insertion, one acknowledged decision, the list of
//! documents from a thousand to a million, undo and redo.
//!
//!     cargo xtask bench store
//!
//! or, for one part: `cargo bench -p balise-library --bench store -- size` (or `bulk`, `commit`, `list`, `undo`).
//! `BALISE_BENCH_FILES` names a folder of articles (HTML, TXT) for `size` and `bulk`; without it they are made up.

mod articles;
mod lists;
mod writes;

use std::time::{Duration, Instant};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    // `cargo bench` says --bench. Without it this is a test that all still works, and times nothing.
    let timed = args.iter().any(|arg| arg == "--bench");
    let parts: [(&str, &dyn Fn(bool)); 5] = [
        ("size", &writes::size),
        ("bulk", &writes::bulk),
        ("commit", &writes::commit),
        ("undo", &writes::undo),
        ("list", &lists::list),
    ];
    let all = !parts.iter().any(|(name, _)| args.iter().any(|arg| arg == name));
    for (name, part) in parts {
        if all || args.iter().any(|arg| arg == name) {
            println!("{name}");
            part(timed);
        }
    }
}

fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = work();
    (start.elapsed(), value)
}

/// The value below which a part of all lies, 0.5 for the median.
fn quantile(times: &mut [Duration], part: f64) -> Duration {
    times.sort_unstable();
    times[((times.len() - 1) as f64 * part).round() as usize]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
