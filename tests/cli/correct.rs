//! A figure corrected by hand, on the command line.

use crate::cli::{Place, library, plain, values};
use serde_json::{Value, json};

fn claim(place: &Place, value: u64) -> Value {
    let claims = place.json(&["claims", "mali.balise"]);
    let found = claims.as_array().expect("a list").iter().find(|c| c["value"] == value);
    found.unwrap_or_else(|| panic!("{value} in {claims}")).clone()
}

#[test]
fn a_corrected_figure_keeps_the_machines_reading_and_enters_series_as_corrected() {
    let place = Place::new();
    library(&place);
    let read = claim(&place, 60_000);
    assert_eq!(read["period_kind"], "unknown");
    let id = read["id"].as_str().expect("an id");
    let correct = ["review", "mali.balise", "--coder", "Aïssata K.", "--correct", id];
    let said = place.ok(&[
        correct.as_slice(),
        &["--value", "61\u{202f}500", "--bound", "about", "--unit", "persons"],
        &["--indicator", "return.total", "--from", "2019", "--to", "2022-06", "--population", "Maliens"],
    ]
    .concat());
    assert!(
        plain(&said).contains("corrigé environ 61 500") || plain(&said).contains("environ 61 500"),
        "{said}"
    );
    assert!(plain(&said).contains("Corrigé par Aïssata K., le"), "{said}");
    assert!(plain(&said).contains("Lu par la machine : plus de 60 000"), "{said}");

    let now = claim(&place, 61_500);
    assert_eq!(
        (&now["id"], &now["status"], &now["bound"]),
        (&read["id"], &json!("corrected"), &json!("about"))
    );
    assert_eq!(now["period_kind"], "during", "two days given to a figure without a period");
    assert_eq!((&now["period_start"], &now["period_end"]), (&json!("2019-01-01"), &json!("2022-06-30")));
    assert_eq!((&now["population"], &now["quote"]), (&json!("Maliens"), &read["quote"]));
    assert_eq!(now["correction"]["by"], "Aïssata K.");
    assert_eq!(now["correction"]["read"]["value"], 60_000);
    assert_eq!(now["read_otherwise"], false);
    assert_eq!(values(&place.json(&["claims", "mali.balise", "--status", "accepted"])), [61_500.0]);

    let drawn = place.json(&["chart", "mali.balise", "--indicator", "return.total", "-o", "retours.svg"]);
    assert!(plain(drawn["alt"].as_str().unwrap_or_default()).contains("61 500"), "{drawn}");
    assert_eq!(place.json(&["report", "mali.balise"]).as_array().map(Vec::len), Some(1));
    assert_eq!(place.json(&["verify", "mali.balise"])["faults"], json!([]));

    assert!(place.ok(&["undo", "mali.balise"]).contains("chiffre corrigé"));
    assert_eq!(claim(&place, 60_000)["status"], "suggested");
    place.ok(&["redo", "mali.balise"]);
    assert_eq!(claim(&place, 61_500)["correction"]["read"]["value"], 60_000);
}

#[test]
fn only_the_fields_given_change() {
    let place = Place::new();
    library(&place);
    let read = claim(&place, 44_000);
    let id = read["id"].as_str().expect("an id");
    place.ok(&["review", "mali.balise", "--correct", id, "--value", "1,5 million"]);
    let now = claim(&place, 1_500_000);
    for field in ["bound", "unit", "indicator", "population", "period_kind", "period_start", "period_end"] {
        assert_eq!(now[field], read[field], "{field}");
    }
    place.ok(&["review", "mali.balise", "--correct", id, "--population", "", "--modality", "plan"]);
    let now = claim(&place, 1_500_000);
    assert_eq!((&now["population"], &now["modality"]), (&Value::Null, &json!("plan")));
    // Given back what it had read, the machine is right again.
    place.ok(&["review", "mali.balise", "--correct", id, "--value", "44 000", "--modality", "fact"]);
    let back = ["review", "mali.balise", "--correct", id, "--population"];
    place.ok(&[back.as_slice(), &[read["population"].as_str().unwrap_or_default()]].concat());
    let now = claim(&place, 44_000);
    assert_eq!((&now["status"], &now["correction"]), (&json!("accepted"), &Value::Null));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason_and_changes_nothing() {
    let place = Place::new();
    library(&place);
    let before = claim(&place, 44_000);
    let id = before["id"].as_str().expect("an id");
    for (given, words) in [
        (["--value", "beaucoup"], "n’est pas un nombre"),
        (["--value", "-5"], "n’est pas un nombre"),
        (["--upper", "40 000"], "plus grande que la première"),
        (["--unit", "têtes"], "Unité inconnue"),
        (["--indicator", "return.unheard"], "valeur refusée"),
        (["--from", "2026"], "La fin vient avant le début"),
        (["--from", ""], "a besoin de son début"),
        (["--to", "hier soir"], "n’est pas une date"),
        (["--period-kind", "always"], "valeur refusée"),
    ] {
        let said = place.run(&[["review", "mali.balise", "--correct", id].as_slice(), &given].concat());
        assert_eq!(said.code, 1, "{given:?}: {said:?}");
        assert!(said.err.contains(words), "{given:?}: {said:?}");
    }
    let said = place.run(&["review", "mali.balise", "--correct", id]);
    assert!(said.err.contains("aucun champ n’est donné"), "{said:?}");
    let said = place.run(&["review", "mali.balise", "--accept", id, "--value", "3"]);
    assert_eq!(said.code, 1, "fields are for --correct: {said:?}");
    let english = ["review", "mali.balise", "--lang", "en", "--correct", id, "--value", "many"];
    assert!(place.run(&english).err.contains("is not a number"));
    assert_eq!(claim(&place, 44_000), before);
}
