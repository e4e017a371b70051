//! A text that another takes the place of.

use super::*;
use balise_library::{Renewal, Renewed};

/// The page says one thing more above, and one number otherwise.
const LATER: &str = "Retours : le bilan\n\nMis à jour. Depuis 2017, plus de 44.000 Maliens ont été rapatriés. \
                     En 2024, 5.900 migrants ont été rapatriés.\n";

fn renew(place: &mut Place, id: DocumentId, content: &str) -> Renewal {
    let (document, text) = article(content);
    let document = Document { id, ..document };
    let found = balise_text::analyse(&text, None);
    let reading = Reading { reader: "test", figures: &found.figures, left_out: found.left_out };
    let renewed = Renewed { document: &document, bytes: &original(content), text: &text, reading };
    place.library.renew(&renewed, &who()).expect("renewed").value
}

fn values(cited: &[Cited]) -> Vec<(f64, Status, bool)> {
    cited.iter().map(|c| (c.figure.quantity.value, c.status, c.orphan)).collect()
}

#[test]
fn decisions_follow_their_sentence_and_what_is_gone_is_an_orphan() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    place.review(&figures, Status::Accepted);
    assert_eq!(renew(&mut place, id, LATER), Renewal { moved: 1, orphans: 1 });
    let cited = place.cited(id);
    use Status::{Accepted, Suggested};
    assert_eq!(
        values(&cited),
        [(44_000.0, Accepted, false), (5_900.0, Suggested, false), (5_684.0, Accepted, true)]
    );
    // It stands in the new text, has its person and time, and answers to its earlier name.
    assert_eq!(cited[0].verdict.as_ref().map(|v| v.by.as_str()), Some("Aïssata K."));
    assert_eq!(place.library.figure(figures[0]).expect("found").figure.id, cited[0].figure.id);
    assert_ne!(figures[0], cited[0].figure.id);
    assert_eq!(place.library.orphans().expect("orphans").len(), 1);
    assert_eq!(place.library.versions(id).expect("versions").len(), 1);
    place.sound();
}

#[test]
fn a_renewal_is_undone_and_redone_like_any_act() {
    let mut place = Place::new();
    let (id, figures) = place.import(RETURNS);
    place.review(&figures[..1], Status::Accepted);
    let before = place.library.state_hash().expect("a state");
    renew(&mut place, id, LATER);
    let after = place.library.state_hash().expect("a state");
    place.library.undo(&who()).expect("an undo");
    assert_eq!(place.library.state_hash().expect("a state"), before);
    let mut place = place.reopened(|_| {});
    place.library.redo(&who()).expect("a redo");
    assert_eq!(place.library.state_hash().expect("a state"), after);
    place.sound();
}

#[test]
fn of_equal_sentences_the_rank_decides_and_where_it_cannot_nothing_is_guessed() {
    let twice = "Bilan\n\nEn 2024, 5.684 migrants ont été rapatriés.\n\nRappel.\n\nEn 2024, 5.684 migrants ont été rapatriés.\n";
    let mut place = Place::new();
    let (id, figures) = place.import(twice);
    let one = [figures[0]];
    place.review(&one, Status::Accepted);
    assert_eq!(renew(&mut place, id, &format!("{twice}\nFin.\n")), Renewal { moved: 1, orphans: 0 });
    let thrice = format!("{twice}\nEn 2024, 5.684 migrants ont été rapatriés.\n");
    assert_eq!(renew(&mut place, id, &thrice), Renewal { moved: 0, orphans: 1 });
    place.sound();
}
