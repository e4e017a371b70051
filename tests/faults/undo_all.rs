//! F19: thousands of acts by chance, all undone, all done again, with restarts in the middle.

use crate::place::{Place, opened};
use crate::{figure, times};
use balise_desk::library::{Library, Who};
use std::time::{Duration, Instant};

/// Slowest median that nobody waits for.
const WAIT: Duration = Duration::from_millis(50);

fn who() -> Who {
    Who { coder: "F".to_owned(), replica: "f".to_owned() }
}

fn hash(library: &Library) -> String {
    library.state_hash().expect("a hash")
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[test]
fn thousands_of_acts_undone_to_the_start_and_redone_to_the_end_change_nothing() {
    let place = Place::new();
    let path = place.library(60);
    let start = hash(&opened(&path));
    let count = times(1_500, 10_000).to_string();
    // In two runs of the program: acts reach over a restart.
    for seed in ["1", "2"] {
        let half = (count.parse::<usize>().expect("a number") / 2).to_string();
        place.ok(&["bench", "acts", "mali.balise", "--count", &half, "--seed", seed, "--every", "1000000"]);
    }
    let mut library = opened(&path);
    let end = hash(&library);
    assert_ne!(start, end);
    let standing = undoable(&library);
    assert!(standing > count.parse::<usize>().expect("a number") / 10, "{standing} acts stand");
    let (mut undone, mut redone) = (Vec::new(), Vec::new());
    for n in 0..standing {
        if n == standing / 2 {
            drop(library);
            library = opened(&path);
        }
        let begin = Instant::now();
        library.undo(&who()).unwrap_or_else(|e| panic!("undo {n}: {e}"));
        undone.push(begin.elapsed());
    }
    assert_eq!(hash(&library), start, "undone to the start");
    for n in 0..standing {
        if n == standing / 2 {
            drop(library);
            library = opened(&path);
        }
        let begin = Instant::now();
        library.redo(&who()).unwrap_or_else(|e| panic!("redo {n}: {e}"));
        redone.push(begin.elapsed());
    }
    assert_eq!(hash(&library), end, "redone to the end");
    drop(library);
    place.sound("mali.balise", "after all that");
    let (undo, redo) = (median(undone), median(redone));
    figure(&format!(
        "F19 {count} acts, {standing} of them undone and redone: {undo:.1?} an undo, {redo:.1?} a redo (median)"
    ));
    assert!(undo < WAIT && redo < WAIT, "{undo:?} an undo, {redo:?} a redo");
}

/// How many acts stand above the import.
fn undoable(library: &Library) -> usize {
    let acts = library.history(None, usize::MAX >> 1).expect("a history");
    let open = |e: &&balise_desk::library::Entry| {
        e.standing == balise_desk::library::Standing::Stands && e.act.kind != "import"
    };
    acts.iter().filter(open).count()
}
