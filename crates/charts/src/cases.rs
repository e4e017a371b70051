//! Cases of the tests: figures like those of the press, said in one line each, and what series and drawings must
//! hold for them.

use balise_model::{
    Block, BlockKind, Bound, Cited, DocumentId, Edge, Evidence, Figure, FigureId, FigureParts, Modality,
    Period, PeriodKind, Precision, Quantity, Source, Span, Status, Text, Unit,
};
use balise_words::{Lang, number};
use jiff::civil::Date;

use crate::geometry::Rect;
use crate::{Drawing, Point, Series, Spec, Style, Why, Width, draw, png, series};

const RETURNS: &str = "return.total";

/// `kind from..until`, days as `2018-01-01`, months as `2018-01`, years as `2018`; "" is no period.
fn period(said: &str) -> Period {
    let Some((kind, days)) = said.split_once(' ') else { return Period::UNKNOWN };
    let kind = match kind {
        "pendant" => PeriodKind::During,
        "depuis" => PeriodKind::Since,
        "au" => PeriodKind::AsOf,
        _ => PeriodKind::Event,
    };
    let (start, end) = days.split_once("..").unwrap_or((days, days));
    let start = if kind == PeriodKind::AsOf { None } else { edge(start) };
    Period { start, end: edge(end), kind }
}

fn edge(said: &str) -> Option<Edge> {
    let (day, precision) = match said.len() {
        0 => return None,
        4 => (format!("{said}-01-01"), Precision::Year),
        7 => (format!("{said}-01"), Precision::Month),
        _ => (said.to_owned(), Precision::Day),
    };
    Some(Edge { day: day.parse().unwrap(), precision })
}

/// One accepted figure of returns, in an article of its own.
fn figure(value: f64, bound: Bound, when: &str) -> Cited {
    let words = number(Lang::Fr, value);
    let content = format!("On a compté plus de {words} Maliens de retour ({when}, {}).", bound.name());
    let start = content.find(&words).unwrap();
    let hedge = Span::new(start - "plus de ".len(), start);
    let block = Block { span: Span::new(0, content.len()), kind: BlockKind::Body, reason: None };
    let text = Text::new(content.clone(), vec![block]);
    let parts = FigureParts {
        sentence: Span::new(0, content.len()),
        number: Span::new(start, start + words.len()),
        quantity: Quantity { value, upper: None, bound, unit: Unit::Persons },
        indicator: RETURNS.to_owned(),
        population: None,
        origin: None,
        destination: None,
        speaker: None,
        period: period(when),
        modality: Modality::Fact,
        block: BlockKind::Body,
        evidence: Evidence { bound: (bound == Bound::AtLeast).then_some(hedge), ..Evidence::default() },
        confidence: 0.9,
    };
    let source = Source {
        document: DocumentId::of(text.hash()),
        title: "Retours au pays".to_owned(),
        outlet: Some("Le Courrier du Fleuve".to_owned()),
        author: None,
        published: edge("2025-02-01"),
        address: None,
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

fn exact(value: f64, when: &str) -> Cited {
    figure(value, Bound::Exact, when)
}

fn part_of(mut cited: Cited, total: &Cited, population: &str) -> Cited {
    cited.figure.part_of_id = Some(total.figure.id);
    cited.figure.population = Some(population.to_owned());
    cited
}

fn from(mut cited: Cited, outlet: &str, published: &str) -> Cited {
    cited.source.outlet = Some(outlet.to_owned());
    cited.source.published = edge(published);
    cited
}

/// The figures of the reference drawing.
fn reference() -> Vec<Cited> {
    let total = from(figure(44000.0, Bound::AtLeast, "depuis 2017..2025-01-31"), "OIM Mali", "2025-01-31");
    let done = part_of(figure(33000.0, Bound::AtLeast, "depuis 2017..2025-01-31"), &total, "réintégrés");
    vec![
        from(exact(12173.0, "depuis 2017..2019-04-12"), "OIM Mali", "2019-04-12"),
        from(done, "OIM Mali", "2025-01-31"),
        total,
        from(
            exact(12166.0, "pendant 2018-01..2019-08-15"),
            "Ministère des Maliens établis à l’extérieur",
            "2019-08-20",
        ),
        from(exact(5985.0, "pendant 2021-09-01..2022-08-22"), "Dépêche du Mandé", "2022-08-25"),
        from(exact(943.0, "pendant 2022-12"), "Dépêche du Mandé", "2023-01-04"),
        from(figure(6500.0, Bound::AtLeast, "pendant 2023"), "Radio Niger-Boucle", "2024-01-10"),
        from(exact(3209.0, "pendant 2024-01-01..2024-04-11"), "Dépêche du Mandé", "2024-04-15"),
        from(figure(4577.0, Bound::About, "pendant 2024-01-01..2024-06-15"), "OIM Mali", "2024-06-20"),
        from(exact(5684.0, "pendant 2024-01-01..2024-07-31"), "Dépêche du Mandé", "2024-08-09"),
        from(exact(12300.0, "pendant 2024"), "La Tribune du Sahel", "2025-01-22"),
    ]
}

fn forty() -> Vec<Cited> {
    let day = |n: i16| Date::new(2016 + n / 5, (1 + n * 5 % 12) as i8, (1 + n * 7 % 27) as i8).unwrap();
    let total =
        |n: i16| figure(f64::from(900 + n * 1100), Bound::AtLeast, &format!("depuis 2015..{}", day(n)));
    let count = |n: i16| {
        exact(f64::from(200 + n * 137 % 4000), &format!("pendant {}..{}", day(n), day(n).last_of_month()))
    };
    (0..16).map(total).chain((0..24).map(count)).collect()
}

fn spec() -> Spec {
    Spec { indicator: RETURNS.to_owned(), ..Spec::default() }
}

fn style() -> Style {
    Style { date: Some(jiff::civil::date(2026, 11, 21)), ..Style::default() }
}

fn drawn(figures: &[Cited]) -> Drawing {
    draw(&series(figures, &spec()), &style())
}

fn values(points: &[Point]) -> Vec<f64> {
    points.iter().map(Point::value).collect()
}

fn reasons(series: &Series) -> Vec<Why> {
    series.left_out.iter().map(|l| l.why).collect()
}

/// The cases every drawing must bear.
fn many() -> Vec<Vec<Cited>> {
    let same_place = (0..12).map(|n| exact(500.0 + f64::from(n) / 100.0, "au 2024-05-05")).collect();
    let zero = vec![exact(0.0, "evenement 2024-05-05")];
    let one = vec![figure(44000.0, Bound::AtLeast, "depuis 2017..2025-01-31")];
    vec![reference(), forty(), one, zero, vec![], same_place]
}

#[test]
fn totals_counts_and_stocks_go_to_their_own_panels() {
    let figures = [
        exact(300.0, "au 2021-04-30"),
        exact(943.0, "pendant 2022-12"),
        exact(12173.0, "depuis 2017..2019-04-12"),
        exact(140.0, "evenement 2019-04-12"),
        exact(7.0, ""),
    ];
    let series = series(&figures, &spec());
    assert_eq!(values(&series.cumulative), [12173.0]);
    assert_eq!(values(&series.periods), [140.0, 943.0]);
    assert_eq!(values(&series.stock), [300.0]);
    assert_eq!(reasons(&series), [Why::NoPeriod]);
}

#[test]
fn the_order_of_the_figures_changes_nothing() {
    let mut figures = reference();
    let straight = drawn(&figures);
    figures.reverse();
    assert_eq!(straight, drawn(&figures));
}

#[test]
fn what_is_left_out_says_why() {
    let mut suggested = exact(1.0, "pendant 2020");
    suggested.status = Status::Suggested;
    let mut plan = exact(2.0, "pendant 2020");
    plan.figure.modality = Modality::Plan;
    let mut flights = exact(3.0, "pendant 2020");
    flights.figure.quantity.unit = Unit::Flights;
    let mut other = exact(4.0, "pendant 2020");
    other.figure.indicator = "assistance.total".to_owned();
    let figures = [
        suggested,
        plan,
        flights,
        other,
        exact(-5.0, "pendant 2020"),
        exact(6.0, "pendant 2020.."),
        exact(7.0, "pendant 2021..2020"),
        exact(8.0, "pendant 2020"),
        exact(9.0, "pendant 2021"),
    ];
    let series = series(&figures, &spec());
    assert_eq!(values(&series.periods), [8.0, 9.0]);
    let expected =
        [Why::NotAccepted, Why::Plan, Why::OutOfScale, Why::NoPeriod, Why::OpenPeriod, Why::OtherUnit];
    assert_eq!(reasons(&series), expected);
    for why in expected {
        for lang in [Lang::Fr, Lang::En] {
            assert!(balise_words::has(lang, &format!("left-out-{}", why.code())), "{why:?}");
        }
    }
}

#[test]
fn the_same_statement_from_two_papers_is_one_point_with_two_sources() {
    let when = "pendant 2024";
    let first = from(exact(12300.0, when), "La Tribune du Sahel", "2025-01-22");
    let mut copy = from(exact(12300.0, when), "Kayes Actualités", "2025-01-24");
    copy.figure.id = FigureId::of(&first.figure.text, Span::new(0, 1));
    let series = series(&[copy.clone(), first.clone()], &spec());
    assert_eq!(series.periods.len(), 1);
    assert_eq!(series.periods[0].cited(), &first, "the earliest published speaks");
    assert_eq!(series.periods[0].others(), [copy]);
    let about = figure(12300.0, Bound::About, when);
    assert_eq!(
        crate::series(&[first, about], &spec()).periods.len(),
        2,
        "another bound is another statement"
    );
}

#[test]
fn a_part_of_a_total_is_drawn_as_a_part() {
    let series = series(&reference(), &spec());
    let parts: Vec<f64> = series.points().filter(|p| p.is_subset()).map(Point::value).collect();
    assert_eq!(parts, [33000.0]);
    assert!(draw(&series, &style()).alt.contains("dont plus de 33\u{202f}000 réintégrés"));
}

#[test]
fn a_part_whose_total_is_elsewhere_stands_alone() {
    let total = exact(44000.0, "depuis 2017..2025-01-31");
    let part = part_of(exact(33000.0, "depuis 2017..2025-01-31"), &total, "réintégrés");
    assert!(!series(&[part], &spec()).cumulative[0].is_subset());
}

#[test]
fn environ_and_au_plus_raise_no_staircase() {
    let known =
        |bound| series(&[figure(5.0, bound, "depuis 2017..2020")], &spec()).cumulative[0].known_minimum();
    assert_eq!(known(Bound::Exact), Some(5.0));
    assert_eq!(known(Bound::AtLeast), Some(5.0));
    assert_eq!(known(Bound::About), None);
    assert_eq!(known(Bound::AtMost), None);
}

#[test]
fn the_title_is_a_sentence_of_the_series() {
    assert_eq!(drawn(&reference()).title, "Plus de 44\u{202f}000 retours depuis 2017");
    assert_eq!(drawn(&[exact(8.0, "pendant 2019"), exact(9.0, "pendant 2021")]).title, "Retours, 2019-2021");
    assert_eq!(drawn(&[]).title, "Retours");
}

#[test]
fn the_same_series_gives_the_same_bytes() {
    for figures in many() {
        let (one, two) = (drawn(&figures), drawn(&figures));
        assert_eq!(one.svg, two.svg);
        assert_eq!(png(&one, 96).unwrap(), png(&two, 96).unwrap());
    }
}

#[test]
fn drawings_hold_numbers_and_no_text_element() {
    for figures in many() {
        let svg = drawn(&figures).svg;
        for never in ["NaN", "inf", "<text", "<image", "<use", "href", "<script", "<style"] {
            assert!(!svg.contains(never), "{never}");
        }
    }
}

#[test]
fn every_point_has_one_spot_and_one_marked_sign() {
    for figures in many() {
        let series = series(&figures, &spec());
        let drawing = draw(&series, &style());
        let ids: Vec<FigureId> = series.points().map(|p| p.figure().id).collect();
        assert_eq!(drawing.spots.iter().map(|s| s.figure).collect::<Vec<_>>(), ids);
        for id in ids {
            assert_eq!(drawing.svg.matches(&format!("data-figure=\"{id}\"")).count(), 1);
        }
    }
}

#[test]
fn spots_lie_inside_the_drawing_and_none_hides_another() {
    for figures in many() {
        let drawing = drawn(&figures);
        let page = Rect::new(0.0, 0.0, drawing.width, drawing.height);
        let areas: Vec<Rect> = drawing.spots.iter().map(|s| Rect::new(s.x, s.y, s.width, s.height)).collect();
        for (n, area) in areas.iter().enumerate() {
            assert!(page.holds(area) && area.width >= 16.0 && area.height >= 16.0);
            assert!(!areas[n + 1..].iter().any(|other| other.holds(area) || area.holds(other)));
        }
    }
}

#[test]
fn numbers_of_the_alternative_text_are_in_the_series() {
    let series = series(&reference(), &spec());
    let alt = draw(&series, &style()).alt;
    let mut known: Vec<String> = series.points().map(|p| number(Lang::Fr, p.value())).collect();
    for date in series.points().flat_map(|p| [p.first(), p.when()]) {
        known.extend([date.year().to_string(), date.day().to_string(), format!("{}er", date.day())]);
    }
    let is_number = |c: char| c.is_ascii_digit() || c == '\u{202f}';
    for run in alt.split(|c| !is_number(c)).map(|r| r.trim_matches('\u{202f}')).filter(|r| !r.is_empty()) {
        assert!(known.iter().any(|k| k == run), "{run} in {alt}");
    }
}

#[test]
fn a_sample_says_so_under_its_title_and_in_words() {
    let mut cited = exact(44000.0, "depuis 2017..2025-01-31");
    cited.source.sample = true;
    let series = series(&[cited], &spec());
    assert!(series.is_sample());
    let drawing = draw(&series, &style());
    assert!(drawing.alt.contains("Exemple"));
    assert!(!drawn(&[exact(44000.0, "depuis 2017..2025-01-31")]).alt.contains("Exemple"));
}

#[test]
fn hostile_words_stay_words() {
    let cited = from(exact(1.0, "pendant 2020"), "</title><script>alert(1)</script>&\u{202e}", "2020-01-01");
    let spec = Spec { title: Some("<b onload=\"x\">\u{0}".to_owned()), ..spec() };
    let drawing = draw(&series(&[cited], &spec), &style());
    assert!(!drawing.svg.contains("<script") && !drawing.svg.contains("<b "));
    assert!(png(&drawing, 72).is_ok());
}

#[test]
fn sixteen_centimetres_at_300_dots_are_1890_pixels() {
    let width = |bytes: &[u8]| u32::from_be_bytes(bytes[16..20].try_into().unwrap());
    assert_eq!(width(&png(&drawn(&reference()), 300).unwrap()), 1890);
    let half = draw(&series(&reference(), &spec()), &Style { width: Width::Half, ..style() });
    assert_eq!((half.width, width(&png(&half, 300).unwrap())), (227.0, 945));
    assert!(png(&half, 0).is_err() && png(&half, 100_000).is_err());
}

#[test]
fn every_legend_sign_has_its_word() {
    for lang in [Lang::Fr, Lang::En] {
        let items = crate::legend::Item::all().collect();
        let (svg, last) = crate::legend::legend(&items, (8.0, 10.0), 219.0, lang);
        assert!(last > 10.0 && svg.contains("<path"));
    }
}

/// Pictures to look at: `cargo test -p balise-charts -- --ignored` writes them to the temporary folder.
#[test]
#[ignore = "writes pictures for people to look at"]
fn pictures() {
    let folder = std::env::temp_dir().join("balise-charts");
    std::fs::create_dir_all(&folder).unwrap();
    let english = Style { lang: Lang::En, ..style() };
    let half = Style { width: Width::Half, ..style() };
    let mut sample = reference();
    sample[0].source.sample = true;
    let mixed: Vec<Cited> = [("au 2023-02-01", 310.0), ("au 2023-09-30", 420.0), ("au 2024-06-30", 280.0)]
        .map(|(when, value)| exact(value, when))
        .into_iter()
        .chain([
            figure(90.0, Bound::AtMost, "pendant 2024-03"),
            ranged(40.0, 70.0, "pendant 2024-05-01..2024-07-15"),
        ])
        .chain([figure(60.0, Bound::About, "evenement 2023-08-08")])
        .collect();
    let cases = [
        ("reference", reference(), style()),
        ("reference-en", reference(), english),
        ("reference-half", reference(), half),
        ("sample", sample, style()),
        ("one", vec![figure(44000.0, Bound::AtLeast, "depuis 2017..2025-01-31")], style()),
        ("none", vec![], style()),
        ("forty", forty(), style()),
        ("forty-half", forty(), half),
        ("mixed", mixed, style()),
    ];
    for (name, figures, style) in cases {
        let drawing = draw(&series(&figures, &spec()), &style);
        std::fs::write(folder.join(format!("{name}.svg")), &drawing.svg).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), png(&drawing, 200).unwrap()).unwrap();
        println!("{name}: {} bytes, {} high\n{}", drawing.svg.len(), drawing.height, drawing.alt);
    }
}

fn ranged(low: f64, high: f64, when: &str) -> Cited {
    let mut cited = figure(low, Bound::About, when);
    cited.figure.quantity.upper = Some(high);
    cited
}
