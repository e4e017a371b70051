//! Counts that are kept are what counting gives, whatever was done.

use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn after_any_acts_the_kept_counts_are_right_and_undoing_all_leads_back(
        steps in prop::collection::vec((0_u8..7, 0_usize..8), 1..40)
    ) {
        let mut place = Place::new();
        let mut documents = Vec::new();
        let mut figures = Vec::new();
        for content in [RETURNS, KAYES] {
            let (id, found) = place.import(content);
            documents.push(id);
            figures.extend(found);
        }
        let start = place.library.state_hash().expect("a state");
        let acts = |place: &Place| {
            place.library.history(None, 1_000).expect("a history").iter()
                .filter(|e| e.standing == balise_library::Standing::Stands).count()
        };
        let at_start = acts(&place);
        for (step, which) in steps {
            let (figure, document) = (figures[which % figures.len()], documents[which % documents.len()]);
            let standing = acts(&place);
            let library = &mut place.library;
            match step {
                0 | 1 => drop(library.review(&[figure], Status::Accepted, &who())),
                2 => drop(library.review(&[figure], Status::Rejected, &who())),
                3 => drop(library.trash(&[document], &who())),
                4 => drop(library.restore(&[document], &who())),
                5 if standing > at_start => drop(library.undo(&who())),
                _ => drop(library.redo(&who())),
            }
        }
        place.sound();
        while acts(&place) > at_start {
            place.library.undo(&who()).expect("an undo");
        }
        prop_assert_eq!(place.library.state_hash().expect("a state"), start);
        place.sound();
    }
}
