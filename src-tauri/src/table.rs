//! The reading table of a figure: one row a field, with its value, the words it was read from, and, when a person
//! corrected it, what the machine had read.

use balise_model::{Bound, Cited, Edge, Figure, Modality, PeriodKind, Quantity, Span, Text, Unit};
use balise_words::{Dates, Lang, args, bound, indicator, number, number_with_unit, period, text, text_with};

use crate::wire::TableRow;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Value,
    Bound,
    Unit,
    Indicator,
    Population,
    Period,
    Kind,
    Modality,
    Origin,
    Destination,
    Speaker,
    PartOf,
}

/// In the order of the screen, each with the key of its name.
const FIELDS: [(Field, &str); 12] = [
    (Field::Value, "value"),
    (Field::Bound, "bound"),
    (Field::Unit, "unit"),
    (Field::Indicator, "indicator"),
    (Field::Population, "who"),
    (Field::Period, "period"),
    (Field::Kind, "kind"),
    (Field::Modality, "modality"),
    (Field::Origin, "origin"),
    (Field::Destination, "destination"),
    (Field::Speaker, "said-by"),
    (Field::PartOf, "part-of-row"),
];

/// Says a figure field by field; `content` finds words that stand in another sentence.
struct Said<'a> {
    figure: &'a Figure,
    published: Option<Edge>,
    content: Option<&'a Text>,
    lang: Lang,
}

/// Fields that say nothing are left out; a missing period is told.
pub(crate) fn rows(cited: &Cited, content: Option<&Text>, lang: Lang) -> Vec<TableRow> {
    let published = cited.source.published;
    let said = Said { figure: &cited.figure, published, content, lang };
    let by_hand = cited.correction.as_ref().is_some_and(|c| c.read.is_none());
    let read = cited.correction.as_ref().and_then(|c| c.read.as_ref());
    let machine = read.map(|figure| Said { figure, ..said });
    let row = |(field, name): &(Field, &str)| {
        let value = said.value(*field);
        let before = machine.as_ref().map(|m| (m.value(*field), m.words(*field)));
        let corrected = before.filter(|(was, _)| *was != value);
        if value.is_none() && corrected.is_none() && *field != Field::Period {
            return None;
        }
        let machine = corrected.map(|(was, words)| {
            let nothing = was.is_none() || words.is_empty();
            let was = was.unwrap_or_else(|| text(lang, "nothing-read"));
            let said = text_with(lang, "machine-field", &args([("said", was)]));
            if nothing { said } else { format!("{said}, {words}") }
        });
        let source = match (&machine, by_hand && !said.has_words(*field)) {
            (Some(_), _) => String::new(),
            (None, true) => text(lang, "source-hand"),
            (None, false) => said.words(*field),
        };
        Some(TableRow {
            field: (*name).to_owned(),
            missing: value.is_none(),
            value: value.unwrap_or_else(|| {
                // Only a period is worth missing; any other field was taken away by hand.
                text(lang, if *field == Field::Period { "period-absent" } else { "nothing-read" })
            }),
            source,
            machine,
        })
    };
    FIELDS.iter().filter_map(row).collect()
}

impl Said<'_> {
    fn value(&self, field: Field) -> Option<String> {
        let (figure, lang) = (self.figure, self.lang);
        match field {
            Field::Value => {
                Some(number_with_unit(lang, &Quantity { unit: Unit::Persons, ..figure.quantity.clone() }))
            }
            Field::Bound => Some(bound(lang, figure.quantity.bound)),
            Field::Unit => Some(unit_name(lang, &figure.quantity.unit)),
            Field::Indicator => Some(indicator(lang, &figure.indicator).to_owned()),
            Field::Population => figure.population.clone(),
            Field::Period => period(lang, &figure.period, Dates::Short),
            Field::Kind => figure.period.is_dated().then(|| kind_name(lang, figure.period.kind)),
            Field::Modality => (figure.modality == Modality::Plan).then(|| text(lang, "modality-plan")),
            Field::Origin => figure.origin.clone(),
            Field::Destination => figure.destination.clone(),
            Field::Speaker => figure.speaker.clone(),
            Field::PartOf => figure.part_of.map(|total| number(lang, total)),
        }
    }

    fn evidence(&self, field: Field) -> Option<Span> {
        let evidence = &self.figure.evidence;
        match field {
            Field::Value => Some(self.figure.number),
            Field::Bound => evidence.bound,
            Field::Unit => match self.figure.quantity.unit {
                Unit::Percent | Unit::Money(_) => Some(self.figure.number),
                _ => evidence.population,
            },
            Field::Indicator => evidence.indicator,
            Field::Population => evidence.population,
            Field::Period | Field::Kind => evidence.period,
            Field::Modality => None,
            Field::Origin => evidence.origin,
            Field::Destination => evidence.destination,
            Field::Speaker => evidence.speaker,
            Field::PartOf => evidence.part_of,
        }
    }

    fn has_words(&self, field: Field) -> bool {
        self.evidence(field).is_some()
    }

    /// « plus de », or why there are no words: deduced, carried over, absent.
    fn words(&self, field: Field) -> String {
        let (figure, lang) = (self.figure, self.lang);
        let key = match (self.evidence(field), field) {
            (Some(span), Field::Period) if self.ends_with_the_article() => {
                return [self.quoted(span), text(lang, "source-end")].join(&text(lang, "reading-joint"));
            }
            (Some(span), _) => return self.quoted(span),
            (None, Field::Bound) if figure.quantity.bound == Bound::Exact => "source-no-bound",
            // "une centaine": the number itself says that it is about.
            (None, Field::Bound) => return self.quoted(figure.number),
            (None, Field::Unit) => "source-unit",
            (None, Field::Period | Field::Kind) if !figure.period.is_dated() => return String::new(),
            (None, Field::Period | Field::Kind) if self.is_of_the_day() => "source-date",
            (None, Field::Modality) => return String::new(),
            (None, _) => "source-carried",
        };
        text(lang, key)
    }

    fn quoted(&self, span: Span) -> String {
        let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let here = self.figure.words_at(span);
        let there = || self.content.and_then(|t| span.of(t.content()));
        let (key, words) = match here {
            Some(words) => ("source-words", plain(words)),
            None => match there() {
                Some(words) => ("source-words-elsewhere", plain(words)),
                None => return text(self.lang, "source-carried"),
            },
        };
        text_with(self.lang, key, &args([("words", words)]))
    }

    /// "Depuis 2017" runs until the day of the article.
    fn ends_with_the_article(&self) -> bool {
        self.figure.period.kind == PeriodKind::Since && self.is_of_the_day()
    }

    fn is_of_the_day(&self) -> bool {
        let end = self.figure.period.end.map(|e| e.day);
        end.is_some() && end == self.published.map(|p| p.day)
    }
}

pub(crate) fn unit_name(lang: Lang, unit: &Unit) -> String {
    match unit {
        Unit::Money(code) => text_with(lang, "unit-name-money", &args([("code", code.clone())])),
        unit => text(lang, &format!("unit-name-{}", unit.name().replace('_', "-"))),
    }
}

fn kind_name(lang: Lang, kind: PeriodKind) -> String {
    text(lang, &format!("kind-{}", kind.name()))
}
