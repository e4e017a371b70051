//! Cases of the tests: a report like the ones a ministry is handed, and what must hold of its page.

use balise_charts::{Drawing, Spec, Style, draw, series};
use balise_model::{
    Block, BlockKind, Bound, Cited, DocumentId, Edge, Evidence, Figure, FigureParts, Modality, Period,
    PeriodKind, Precision, Quantity, Source, Span, Status, Text, Unit,
};
use balise_words::Lang;
use jiff::civil::{Date, date};
use std::process::Command;

use crate::{Report, Standard, pdf, printed};

/// One accepted figure, its number written `number` in the sentence.
fn figure(sentence: &str, number: &str, value: f64, indicator: &str, outlet: &str) -> Cited {
    let block = Block { span: Span::new(0, sentence.len()), kind: BlockKind::Body, reason: None };
    let text = Text::new(sentence.to_owned(), vec![block]);
    let start = sentence.find(number).unwrap();
    let hedge = sentence[..start].rfind("plus de ").map(|at| Span::new(at, at + "plus de ".len()));
    let bound = if hedge.is_some_and(|h| h.end == start) { Bound::AtLeast } else { Bound::Exact };
    let parts = FigureParts {
        sentence: Span::new(0, sentence.len()),
        number: Span::new(start, start + number.len()),
        quantity: Quantity { value, upper: None, bound, unit: Unit::Persons },
        indicator: indicator.to_owned(),
        population: None,
        origin: None,
        destination: None,
        speaker: None,
        period: Period::UNKNOWN,
        modality: Modality::Fact,
        block: BlockKind::Body,
        evidence: Evidence { bound: hedge.filter(|_| bound == Bound::AtLeast), ..Evidence::default() },
        confidence: 0.9,
    };
    let source = Source {
        document: DocumentId::of(text.hash()),
        title: "Retour au pays de migrants maliens".to_owned(),
        outlet: Some(outlet.to_owned()),
        author: None,
        published: Some(day(2025, 1, 31)),
        address: Some("https://www.exemple.org/actualites/2025/01/31/retours-volontaires?page=1".to_owned()),
        sample: false,
    };
    let figure = Figure::cut(&text, parts).unwrap();
    Cited {
        figure,
        source,
        status: Status::Accepted,
        verdict: None,
        correction: None,
        read_otherwise: false,
        orphan: false,
    }
}

fn day(year: i16, month: i8, day: i8) -> Edge {
    Edge { day: date(year, month, day), precision: Precision::Day }
}

fn since_2017(mut cited: Cited, end: Date) -> Cited {
    let start = Edge { day: date(2017, 1, 1), precision: Precision::Year };
    let end = Edge { day: end, precision: Precision::Day };
    cited.figure.period = Period { start: Some(start), end: Some(end), kind: PeriodKind::Since };
    cited
}

fn during(mut cited: Cited, start: Edge, end: Edge) -> Cited {
    cited.figure.period = Period { start: Some(start), end: Some(end), kind: PeriodKind::During };
    cited
}

fn group(mut cited: Cited, population: &str) -> Cited {
    cited.figure.population = Some(population.to_owned());
    cited
}

const BOTH: &str = "Depuis 2017, l’organisation a facilité le retour de plus de 44.000 Maliens, dont plus de 33.000 ont achevé leur parcours de réintégration.";

fn figures() -> Vec<Cited> {
    let returns = "return.total";
    let flight = "Cette arrivée porte à 12.173 le nombre de retours depuis 2017.";
    let year = "Le ministère a compté 12.300 retours sur toute l’année 2024, assistance sur place comprise.";
    let edge = |year, month| Edge { day: date(year, month, 1), precision: Precision::Year };
    let help = "Plus de 60.000 migrants ont reçu une assistance dans les six centres du pays.";
    vec![
        group(
            since_2017(figure(BOTH, "44.000", 44000.0, returns, "Le Courrier du Fleuve"), date(2025, 1, 31)),
            "Maliens",
        ),
        since_2017(figure(flight, "12.173", 12173.0, returns, "OIM Mali"), date(2019, 4, 12)),
        during(
            figure(year, "12.300", 12300.0, returns, "La Tribune du Sahel"),
            edge(2024, 1),
            edge(2024, 12),
        ),
        since_2017(
            figure(BOTH, "33.000", 33000.0, "reintegration.completed", "Le Courrier du Fleuve"),
            date(2025, 1, 31),
        ),
        group(figure(help, "60.000", 60000.0, "assistance.total", "Dépêche du Mandé"), "migrants"),
    ]
}

fn chart(figures: &[Cited], lang: Lang) -> Drawing {
    let spec = Spec { indicator: "return.total".to_owned(), ..Spec::default() };
    draw(&series(figures, &spec), &Style { lang, date: Some(date(2026, 11, 21)), ..Style::default() })
}

fn report<'a>(figures: &'a [Cited], chart: Option<&'a Drawing>) -> Report<'a> {
    Report {
        lang: Lang::Fr,
        title: "Retours et réintégration depuis 2017".to_owned(),
        date: date(2026, 11, 21),
        library: "Gouvernance migratoire, Mali".to_owned(),
        sample: false,
        chart,
        figures,
        standard: Standard::Archive,
    }
}

/// The words of a PDF as another program reads them, spaces made plain; nothing when it is not installed.
fn words_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().ok()?;
    Some(plain(&String::from_utf8_lossy(&read.stdout)))
}

/// Without spaces: readers of PDF drop the narrow one inside numbers, and break lines where they like.
fn plain(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

fn says(words: &str, expected: &str) {
    assert!(words.contains(&plain(expected)), "{expected}\n{words}");
}

#[test]
fn the_same_report_gives_the_same_pdf() {
    let figures = figures();
    let chart = chart(&figures, Lang::Fr);
    let report = report(&figures, Some(&chart));
    let one = pdf(&report).unwrap();
    assert!(one.starts_with(b"%PDF"));
    assert_eq!(one, pdf(&report).unwrap());
}

#[test]
fn every_figure_has_a_note_and_one_sentence_has_one_note() {
    let figures = figures();
    let printed = printed(&report(&figures, None));
    assert_eq!(printed.iter().map(|p| p.note).collect::<Vec<_>>(), [1, 2, 3, 1, 4]);
    assert_eq!(printed[0].words, "plus de 44\u{202f}000");
    assert_eq!(printed[0].quote, BOTH);
    assert_eq!(printed[0].date.as_deref(), Some("2025-01-31"));
    assert_eq!(printed[4].period, None);
    let json = serde_json::to_value(&printed).unwrap();
    assert_eq!(json[0]["value"], 44000);
    assert_eq!(json[0]["bound"], "at_least");
}

#[test]
fn what_nobody_accepted_is_not_printed() {
    let mut figures = figures();
    figures[0].status = Status::Suggested;
    figures[1].status = Status::Rejected;
    figures[2].status = Status::Corrected;
    let printed = printed(&report(&figures, None));
    assert_eq!(printed.iter().map(|p| p.quantity.value).collect::<Vec<_>>(), [12300.0, 33000.0, 60000.0]);
}

#[test]
fn values_sentences_and_outlets_stand_on_the_page() {
    let figures = figures();
    let report = report(&figures, None);
    let Some(words) = words_of(&pdf(&report).unwrap()) else { return };
    for line in printed(&report) {
        let start: String = line.quote.chars().take(40).collect();
        for expected in [line.words, start, line.outlet.unwrap()] {
            says(&words, &expected);
        }
    }
    for expected in ["période non précisée", "À revoir", "31 janvier 2025", "21 novembre 2026", "Sources"]
    {
        says(&words, expected);
    }
}

#[test]
fn hostile_sentences_are_printed_as_words() {
    let hostile =
        "12 #panic(\"x\") *a* $x$ <b> @ref \\ #link(\"f\")[g] // _c_ ~ `d` \u{202e}fin \u{6f22}\u{0}.";
    let mut cited = figure(hostile, "12", 12.0, "return.total", "#eval(\"1\") *L’Essor*");
    cited.source.title = "= Titre #1 </script>".to_owned();
    cited.source.address = Some("javascript:alert(1)".to_owned());
    cited.figure.population = Some("*gens* #x".to_owned());
    let figures = [cited];
    let report =
        Report { title: "#[x] <y> $z$".to_owned(), library: "@lib".to_owned(), ..report(&figures, None) };
    let pdf = pdf(&report).unwrap();
    assert!(!pdf.windows(11).any(|w| w == b"javascript:") || words_of(&pdf).is_some());
    let Some(words) = words_of(&pdf) else { return };
    for expected in [
        "#panic(\"x\") *a* $x$ <b> @ref \\ #link(\"f\")[g] // _c_ ~ `d` fin",
        "#[x] <y> $z$",
        "@lib",
        "*gens* #x",
        "= Titre #1",
    ] {
        says(&words, expected);
    }
}

#[test]
fn every_page_of_an_example_says_so() {
    let mut figures: Vec<Cited> = (0..60)
        .map(|n| {
            figure(
                &format!("On a compté {n} retours."),
                &n.to_string(),
                f64::from(n),
                "return.total",
                "OIM Mali",
            )
        })
        .collect();
    figures.iter_mut().for_each(|f| f.source.sample = true);
    let report = Report { sample: true, ..report(&figures, None) };
    let pdf = pdf(&report).unwrap();
    let Some(words) = words_of(&pdf) else { return };
    let pages = words.matches(&plain("Exemple : textes et sources inventés")).count();
    assert!(pages >= 3, "{pages}");
}

#[test]
fn an_empty_report_says_so() {
    let pdf = pdf(&report(&[], None)).unwrap();
    let Some(words) = words_of(&pdf) else { return };
    says(&words, "Aucun chiffre accepté");
}

#[test]
fn english_and_the_plain_standard_work_too() {
    let figures = figures();
    let chart = chart(&figures, Lang::En);
    let report = Report { lang: Lang::En, standard: Standard::Tagged, ..report(&figures, Some(&chart)) };
    let Some(words) = words_of(&pdf(&report).unwrap()) else { return };
    says(&words, "more than 44,000 Maliens");
    says(&words, "To check");
}

/// Pages to look at: `cargo test -p balise-report -- --ignored` writes them to the temporary folder.
#[test]
#[ignore = "writes pages for people to look at"]
fn pages() {
    let folder = std::env::temp_dir().join("balise-report");
    std::fs::create_dir_all(&folder).unwrap();
    let mut figures = figures();
    let drawing = chart(&figures, Lang::Fr);
    std::fs::write(folder.join("note.pdf"), pdf(&report(&figures, Some(&drawing))).unwrap()).unwrap();
    let english = chart(&figures, Lang::En);
    let report_en =
        Report { lang: Lang::En, title: "Returns since 2017".to_owned(), ..report(&figures, Some(&english)) };
    std::fs::write(folder.join("note-en.pdf"), pdf(&report_en).unwrap()).unwrap();
    figures.iter_mut().for_each(|f| f.source.sample = true);
    let drawing = chart(&figures, Lang::Fr);
    let sample = Report { sample: true, ..report(&figures, Some(&drawing)) };
    std::fs::write(folder.join("sample.pdf"), pdf(&sample).unwrap()).unwrap();
}
