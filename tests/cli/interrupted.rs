//! Killed or stopped in the middle: what was said to be kept is kept, what was not is all or nothing.

use crate::cli::{Place, said, values};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Enough small articles that an import takes a while.
fn articles(place: &Place, count: usize) {
    for n in 0..count {
        place.file(
            &format!("in/{n:05}.txt"),
            format!(
                "Retours, note {n}\n\nPublié le 3 mai 2021\n\nEn 2020, {} migrants ont été rapatriés.\n",
                100 + n
            ),
        );
    }
}

fn start(place: &Place) -> Child {
    place
        .command()
        .args(["import", "mali.balise", "in"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// Reads the lines of an import until `wanted` documents are acknowledged.
fn acknowledged(child: &mut Child, wanted: usize) -> usize {
    let out = BufReader::new(child.stdout.take().expect("piped"));
    out.lines().take(wanted).filter(|l| l.as_ref().is_ok_and(|l| l.starts_with('✓'))).count()
}

/// A fixed sequence that looks like chance.
fn chance(seed: &mut u64, below: u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*seed >> 33) % below) as usize
}

#[test]
fn killed_twenty_times_after_an_acknowledged_act_the_act_is_there() {
    let place = Place::new();
    articles(&place, 400);
    let mut seed = 20_261_121;
    for round in 0..20 {
        let _ = std::fs::remove_file(place.path("mali.balise"));
        place.ok(&["new", "mali.balise"]);
        let mut child = start(&place);
        let kept = acknowledged(&mut child, 1 + chance(&mut seed, 60));
        child.kill().expect("it runs");
        child.wait().expect("it ends");
        let report = place.json(&["verify", "mali.balise", "--full"]);
        let documents = report["documents"].as_u64().unwrap_or(0) as usize;
        assert!(documents >= kept, "round {round}: {documents} documents, {kept} acknowledged");
        assert_eq!(report["faults"].as_array().map(Vec::len), Some(0), "round {round}: {report}");
        assert_eq!(
            report["findings"].as_u64(),
            Some(documents as u64),
            "round {round}: no document is half there"
        );
    }
    // The last one goes on where it was.
    place.ok(&["import", "mali.balise"]);
    assert_eq!(values(&place.json(&["claims", "mali.balise"])).len(), 400);
    assert_eq!(place.json(&["search", "mali.balise", "note"])["total"], 400);
}

#[test]
fn ctrl_c_stops_after_the_current_file_and_the_next_start_goes_on() {
    let place = Place::new();
    articles(&place, 1_500);
    place.ok(&["new", "mali.balise"]);
    let mut child = start(&place);
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    lines.next().expect("a first line").expect("UTF-8");
    let pressed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(pressed.success());
    let rest: Vec<String> = lines.map_while(Result::ok).collect();
    let end = said(child.wait_with_output().expect("it ends"));
    assert_eq!(end.code, 2, "{end:?}");
    assert!(
        rest.iter().any(|l| l.contains("Import arrêté") && l.contains("Rien n’est perdu")),
        "{:?}",
        rest.last()
    );
    let before = place.json(&["verify", "mali.balise"]);
    assert!(before["documents"].as_u64().is_some_and(|n| (1..1_500).contains(&n)), "{before}");
    let resumed = place.ok(&["import", "mali.balise"]);
    assert!(resumed.contains("0 refusés"), "{resumed}");
    assert_eq!(place.json(&["verify", "mali.balise"])["documents"], 1_500);
}
