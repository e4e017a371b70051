//! What a person puts in place of the machine's reading: it counts, the machine's stays beside it, undo and redo know
//! it, and no newer reader touches it.

use balise_library::{Act, Depth, Error, Library, Reading, Who};
use balise_model::{
    BlockKind, Bound, Cited, ContentHash, Document, DocumentId, Edge, Evidence, FieldFault, Fields, Figure,
    FigureParts, Metadata, Modality, Period, PeriodKind, Precision, Quantity, Span, Status, Text, Unit,
};
use tempfile::TempDir;

const SENTENCE: &str = "Depuis 2017, plus de 44.000 Maliens sont rentrés, soit 7 avions.";

struct Place {
    _folder: TempDir,
    library: Library,
    text: Text,
    document: DocumentId,
}

fn who(coder: &str) -> Who {
    Who { coder: coder.to_owned(), replica: "r".to_owned() }
}

fn span(words: &str) -> Span {
    let start = SENTENCE.find(words).expect("the words stand in the sentence");
    Span::new(start, start + words.len())
}

fn figure(text: &Text, number: &str, value: f64) -> Figure {
    let parts = FigureParts {
        sentence: Span::new(0, SENTENCE.len()),
        number: span(number),
        quantity: Quantity { value, upper: None, bound: Bound::AtLeast, unit: Unit::Persons },
        indicator: "return.total".to_owned(),
        population: Some("Maliens".to_owned()),
        origin: None,
        destination: None,
        speaker: None,
        period: Period::UNKNOWN,
        modality: Modality::Fact,
        block: BlockKind::Body,
        evidence: Evidence {
            bound: Some(span("plus de")),
            population: Some(span("Maliens")),
            ..Evidence::default()
        },
        confidence: 0.8,
    };
    Figure::cut(text, parts).expect("the number stands in its sentence")
}

/// A library with one sentence, in which the machine has read 44 000.
fn place() -> Place {
    let folder = TempDir::new().expect("a folder");
    let mut library = Library::create(&folder.path().join("mali.balise")).expect("a new library");
    let text = Text::new(SENTENCE.to_owned(), Vec::new());
    let original = ContentHash::of(SENTENCE.as_bytes());
    let document = Document {
        id: DocumentId::of(&original),
        original,
        text: text.hash().clone(),
        extractor: "test".to_owned(),
        file: "a.txt".to_owned(),
        language: "fr".to_owned(),
        metadata: Metadata::default(),
    };
    let import = Act::new("import", serde_json::json!({ "count": 1 }));
    let kept = library.transact(import, &who("import"), |tx| {
        tx.add_original(SENTENCE.as_bytes())?;
        tx.add_text(&text)?;
        tx.put_document(&document)?;
        let figures = [figure(&text, "44.000", 44_000.0)];
        tx.set_findings(&text, &Reading { reader: "reader-1", figures: &figures, left_out: 0 })
    });
    kept.expect("an import");
    Place { _folder: folder, library, text, document: document.id }
}

fn since_2017() -> Period {
    let edge = |day, precision| Some(Edge { day, precision });
    Period {
        start: edge(jiff::civil::date(2017, 1, 1), Precision::Year),
        end: edge(jiff::civil::date(2025, 1, 31), Precision::Day),
        kind: PeriodKind::Since,
    }
}

impl Place {
    /// Another version of the reader reads the text.
    fn read_again(&mut self, reader: &str, figures: &[Figure]) {
        let reading = Reading { reader, figures, left_out: 0 };
        self.library.replace_findings(&[(self.text.clone(), reading)]).expect("read again");
    }

    fn machine(&self) -> Figure {
        figure(&self.text, "44.000", 44_000.0)
    }

    fn cited(&self) -> Cited {
        self.library.figure(self.machine().id).expect("the figure")
    }

    /// Corrects value, bound, indicator and period.
    fn correct(&mut self) -> Fields {
        let mut fields = Fields::of(&self.machine());
        fields.quantity.value = 45_000.0;
        fields.quantity.bound = Bound::About;
        fields.indicator = "return.voluntary_assisted".to_owned();
        fields.period = since_2017();
        let id = self.machine().id;
        self.library.correct(id, fields.clone(), &who("Aïssata K.")).expect("a correction");
        fields
    }

    fn reopened(self) -> Self {
        let path = self.library.path().to_owned();
        let Place { _folder, library, text, document } = self;
        drop(library);
        Place { _folder, library: Library::open(&path).expect("opened again"), text, document }
    }

    fn faults(&self) -> usize {
        self.library.verify(Depth::Full).expect("verified").faults.len()
    }
}

#[test]
fn the_persons_values_count_and_the_machines_reading_stays() {
    let mut place = place();
    let fields = place.correct();
    let place = place.reopened();
    let cited = place.cited();
    assert_eq!(cited.status, Status::Corrected);
    assert_eq!(Fields::of(&cited.figure), fields);
    let correction = cited.correction.expect("a correction");
    assert_eq!((correction.by.as_str(), correction.read.as_ref()), ("Aïssata K.", Some(&place.machine())));
    assert!(!cited.read_otherwise);
    // Words that said "plus de" say nothing of a person's "environ"; those of an unchanged field stay.
    let evidence = cited.figure.evidence;
    assert_eq!((evidence.bound, evidence.population), (None, Some(span("Maliens"))));
    let of = |indicator| place.library.figures(Some(indicator)).expect("figures").len();
    assert_eq!((of("return.total"), of("return.voluntary_assisted")), (0, 1));
    assert_eq!(place.faults(), 0);
}

#[test]
fn a_correction_is_undone_and_redone_across_restarts() {
    let mut place = place();
    let fields = place.correct();
    let mut place = place.reopened();
    assert_eq!(place.library.next_undo().expect("a journal").map(|a| a.kind).as_deref(), Some("correct"));
    place.library.undo(&who("Moussa")).expect("an undo");
    let cited = place.cited();
    assert_eq!((cited.status, cited.correction), (Status::Suggested, None));
    assert_eq!(cited.figure, place.machine());
    let mut place = place.reopened();
    place.library.redo(&who("Moussa")).expect("a redo");
    let cited = place.cited();
    assert_eq!((cited.status, Fields::of(&cited.figure)), (Status::Corrected, fields));
    assert_eq!(cited.correction.map(|c| c.by).as_deref(), Some("Aïssata K."));
    assert_eq!(place.faults(), 0);
}

#[test]
fn a_newer_reader_touches_no_correction_and_shows_that_it_reads_otherwise() {
    let mut place = place();
    let fields = place.correct();
    let same = place.machine();
    place.read_again("reader-2", &[same]);
    assert!(!place.cited().read_otherwise, "it reads what it had read when it was corrected");
    let other = figure(&place.text, "44.000", 44.0);
    place.read_again("reader-3", &[other]);
    let cited = place.cited();
    assert_eq!((Fields::of(&cited.figure), cited.read_otherwise), (fields.clone(), true));
    assert_eq!(cited.correction.and_then(|c| c.read), Some(place.machine()), "its reading at the time");
    place.read_again("reader-4", &[]);
    let cited = place.cited();
    assert_eq!((Fields::of(&cited.figure), cited.read_otherwise), (fields, true));
    assert_eq!(place.library.figures(None).expect("figures").len(), 1);
}

#[test]
fn the_machines_own_values_given_back_only_accept_it() {
    let mut place = place();
    place.correct();
    let machine = place.machine();
    place.library.correct(machine.id, Fields::of(&machine), &who("Moussa")).expect("given back");
    let cited = place.cited();
    assert_eq!((cited.status, cited.correction, &cited.figure), (Status::Accepted, None, &machine));
    assert_eq!(place.library.next_undo().expect("a journal").map(|a| a.kind).as_deref(), Some("accept"));
}

#[test]
fn a_corrected_figure_rejected_and_accepted_again_keeps_the_persons_values() {
    let mut place = place();
    let fields = place.correct();
    let id = place.machine().id;
    place.library.review(&[id], Status::Rejected, &who("Moussa")).expect("a review");
    assert_eq!(place.cited().status, Status::Rejected);
    place.library.review(&[id], Status::Accepted, &who("Moussa")).expect("a review");
    let cited = place.cited();
    assert_eq!((cited.status, Fields::of(&cited.figure)), (Status::Corrected, fields));
    assert_eq!(cited.correction.map(|c| c.by).as_deref(), Some("Aïssata K."));
}

#[test]
fn a_figure_made_by_hand_outlives_every_reading_and_meets_its_finding() {
    let mut place = place();
    let made = figure(&place.text, "7", 7.0);
    place.library.make_figure(place.document, &made, &who("Aïssata K.")).expect("made");
    let place_of = |place: &Place| place.library.figure(made.id);
    let cited = place_of(&place).expect("the figure");
    assert_eq!((cited.status, cited.read_otherwise), (Status::Accepted, false));
    assert!(cited.correction.is_some_and(|c| c.read.is_none()));
    let mut place = place.reopened();
    place.read_again("reader-2", &[]);
    assert!(!place_of(&place).expect("still there").read_otherwise);
    // A later reader finds the same place: one figure, not two, with the person's values.
    let found = figure(&place.text, "7", 70.0);
    assert_eq!(found.id, made.id);
    place.read_again("reader-3", &[found]);
    let cited = place_of(&place).expect("still there");
    assert_eq!((cited.figure.quantity.value, cited.read_otherwise), (7.0, true));
    assert_eq!(place.library.figures(None).expect("figures").len(), 1);
    assert_eq!(place.faults(), 0);
    place.library.undo(&who("Aïssata K.")).expect("an undo");
    assert_eq!(place_of(&place).expect("the finding").status, Status::Suggested);
    place.library.redo(&who("Aïssata K.")).expect("a redo");
    assert_eq!(place_of(&place).expect("the figure").figure.quantity.value, 7.0);
}

#[test]
fn a_figure_of_another_text_is_refused() {
    let mut place = place();
    let other = Text::new(format!("{SENTENCE} Et puis."), Vec::new());
    let refused = place.library.make_figure(place.document, &figure(&other, "7", 7.0), &who("Moussa"));
    assert!(matches!(refused, Err(Error::BrokenSeal(_))));
}

#[test]
fn fields_that_cannot_be_are_told() {
    let place = place();
    let fault = |change: fn(&mut Fields)| {
        let mut fields = Fields::of(&place.machine());
        change(&mut fields);
        fields.fault()
    };
    assert_eq!(fault(|_| ()), None);
    assert_eq!(fault(|f| f.quantity.value = f64::NAN), Some(FieldFault::Value));
    assert_eq!(fault(|f| f.quantity.upper = Some(44_000.0)), Some(FieldFault::Upper));
    assert_eq!(fault(|f| f.period = since_2017()), None);
    let backwards = |f: &mut Fields| {
        let Period { start, end, kind } = since_2017();
        f.period = Period { start: end, end: start, kind };
    };
    assert_eq!(fault(backwards), Some(FieldFault::Backwards));
    assert_eq!(fault(|f| f.period.kind = PeriodKind::Since), Some(FieldFault::NoStart));
    assert_eq!(fault(|f| f.period.kind = PeriodKind::AsOf), Some(FieldFault::NoEnd));
    assert_eq!(fault(|f| f.period.kind = PeriodKind::Event), Some(FieldFault::NoDay));
}
