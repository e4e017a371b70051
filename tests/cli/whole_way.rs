//! From files to a report, by command.

use crate::cli::{Place, exists, library, plain, values};
use std::process::Command;

#[test]
fn articles_become_figures_a_chart_and_a_report() {
    let place = Place::new();
    library(&place);
    let claims = place.json(&["claims", "mali.balise"]);
    assert_eq!(values(&claims), [5684.0, 6500.0, 60000.0, 44000.0, 33000.0]);
    assert!(
        claims
            .as_array()
            .expect("a list")
            .iter()
            .all(|c| c["status"] == "suggested" && c["quote"].as_str().is_some_and(|q| q.len() > 20))
    );

    let ids: Vec<&str> = claims.as_array().expect("a list").iter().filter_map(|c| c["id"].as_str()).collect();
    assert_eq!(
        place.ok(&[&["review", "mali.balise", "--accept"], ids.as_slice()].concat()).trim(),
        "5 chiffres acceptés"
    );
    assert_eq!(values(&place.json(&["claims", "mali.balise", "--status", "accepted"])).len(), 5);

    let said = place.json(&["chart", "mali.balise", "--indicator", "return.total", "-o", "retours.svg"]);
    assert_eq!(said["points"], 2, "{said}");
    place.ok(&["chart", "mali.balise", "--indicator", "return.total", "-o", "retours.png"]);
    assert!(exists(&place.path("retours.svg")) && exists(&place.path("retours.png")));
    let svg = std::fs::read_to_string(place.path("retours.svg")).expect("an SVG");
    assert!(svg.contains("role=\"img\"") && svg.contains(ids[0]), "the drawing names its figures");
}

#[test]
fn every_value_of_the_report_has_its_footnote() {
    let place = Place::new();
    library(&place);
    place.ok(&["review", "mali.balise", "--accept-above", "0"]);
    let printed = place.json(&["report", "mali.balise", "-o", "note.pdf"]);
    assert_eq!(printed, place.json(&["report", "mali.balise"]), "the list is the same without writing");
    let text =
        Command::new("pdftotext").args(["-layout", "note.pdf", "-"]).current_dir(place.path("")).output();
    let text = text.expect("pdftotext (package poppler-utils) reads the report back").stdout;
    let text = plain(&String::from_utf8(text).expect("UTF-8")).replace("- ", "");
    let printed = printed.as_array().expect("a list");
    assert_eq!(printed.len(), 5);
    for figure in printed {
        let field = |name: &str| plain(figure[name].as_str().unwrap_or_default());
        assert!(text.contains(&field("words")), "value {} of {figure}", field("words"));
        // Lines break inside a quote: its first words must stand together, and its outlet and year below.
        let start: Vec<String> = field("quote").split(' ').take(4).map(str::to_owned).collect();
        assert!(text.contains(&start.join(" ")), "quote of {figure} in {text}");
        assert!(text.contains(&field("date")[..4]), "date of {figure}");
    }
}

#[test]
fn acts_are_undone_and_redone_across_runs() {
    let place = Place::new();
    library(&place);
    place.ok(&["review", "mali.balise", "--accept-above", "0"]);
    assert_eq!(place.ok(&["undo", "mali.balise"]).trim(), "Annulé\u{a0}: 5 chiffres acceptés.");
    assert!(values(&place.json(&["claims", "mali.balise", "--status", "accepted"])).is_empty());
    assert_eq!(place.ok(&["undo", "mali.balise"]).trim(), "Annulé\u{a0}: 2 documents importés.");
    assert!(values(&place.json(&["claims", "mali.balise"])).is_empty());
    assert_eq!(place.json(&["search", "mali.balise", "conventions"])["total"], 0);
    place.ok(&["redo", "mali.balise"]);
    place.ok(&["redo", "mali.balise"]);
    assert_eq!(values(&place.json(&["claims", "mali.balise", "--status", "accepted"])).len(), 5);
    assert_eq!(place.json(&["search", "mali.balise", "conventions"])["total"], 1);
    let said = place.run(&["redo", "mali.balise"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("rien à annuler"), "{said:?}");
    assert_eq!(place.json(&["verify", "mali.balise"])["faults"].as_array().map(Vec::len), Some(0));
}

#[test]
fn search_shows_hits_in_their_sentence() {
    let place = Place::new();
    library(&place);
    let found = place.json(&["search", "mali.balise", "reintegration"]);
    assert_eq!(found["total"], 1);
    let sentence = found["hits"][0]["sentence"].as_str().unwrap_or_default();
    assert!(sentence.starts_with("Pour rappel, depuis 2017"), "{found}");
    assert_eq!(found["hits"][0]["found"][0], "réintégration");
    assert!(
        place.ok(&["search", "mali.balise", "bovins"]).contains("Rien trouvé"),
        "a teaser is not the article"
    );
}

#[test]
fn the_same_library_gives_the_same_bytes() {
    let place = Place::new();
    library(&place);
    place.ok(&["review", "mali.balise", "--accept-above", "0"]);
    for file in ["a.pdf", "b.pdf"] {
        place.ok(&["report", "mali.balise", "-o", file]);
    }
    for file in ["a.svg", "b.svg"] {
        place.ok(&["chart", "mali.balise", "--indicator", "return.total", "-o", file]);
    }
    let bytes = |name: &str| std::fs::read(place.path(name)).expect("written");
    assert!(bytes("a.pdf") == bytes("b.pdf") && bytes("a.svg") == bytes("b.svg"));
}

#[test]
fn the_sample_is_always_a_fresh_copy_and_says_so() {
    let place = Place::new();
    place.ok(&["sample", "exemple.balise"]);
    place.ok(&["sample", "exemple.balise"]);
    assert!(exists(&place.path("exemple 2.balise")));
    let claims = place.json(&["claims", "exemple.balise", "--status", "accepted"]);
    let claims = claims.as_array().expect("a list");
    assert!(claims.len() > 20 && claims.iter().all(|c| c["sample"] == true), "{} figures", claims.len());
    let drawn =
        place.json(&["chart", "exemple.balise", "--indicator", "return.voluntary_assisted", "-o", "r.svg"]);
    assert!(drawn["alt"].as_str().is_some_and(|alt| alt.to_lowercase().contains("exemple")), "{drawn}");
}

#[test]
fn help_speaks_both_languages() {
    let place = Place::new();
    assert!(place.ok(&["--help"]).contains("pas de chiffre sans sa phrase"));
    assert!(place.ok(&["import", "--help", "--lang", "en"]).contains("Import articles"));
    let said = place.run(&["imprt", "x"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("commande inconnue"), "{said:?}");
    assert!(place.run(&["chart", "x.balise"]).err.contains("il manque"));
}
