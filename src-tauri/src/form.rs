//! The form of a figure: its fields as a person writes them, and what can be chosen.

use balise_desk::{Proposal, Written};
use balise_model::{Bound, Cited, Edge, Figure, Modality, PeriodKind, Precision, Unit};
use balise_words::{Lang, indicator, indicator_ids, number};

use crate::table::unit_name;
use crate::views::bound_view;
use crate::wire::*;

/// Units on offer; a figure in another currency keeps its own.
const UNITS: [&str; 10] = [
    "persons",
    "households",
    "movements",
    "flights",
    "projects",
    "persons_per_day",
    "percent",
    "XOF",
    "EUR",
    "USD",
];

pub(crate) fn choices(lang: Lang) -> Choices {
    let of = |id: &str, label: &str| Choice { id: id.to_owned(), label: label.to_owned() };
    Choices {
        indicators: indicator_ids().map(|id| of(id, indicator(lang, id))).collect(),
        units: UNITS.iter().map(|id| of(id, &unit_name(lang, &Unit::from((*id).to_owned())))).collect(),
    }
}

pub(crate) fn fields(figure: &Figure, lang: Lang) -> FieldsView {
    FieldsView {
        value: number(lang, figure.quantity.value),
        upper: figure.quantity.upper.map(|upper| number(lang, upper)).unwrap_or_default(),
        bound: bound_view(figure.quantity.bound),
        unit: figure.quantity.unit.name().to_owned(),
        indicator: figure.indicator.clone(),
        kind: match figure.period.kind {
            PeriodKind::During => KindView::During,
            PeriodKind::Since => KindView::Since,
            PeriodKind::AsOf => KindView::AsOf,
            PeriodKind::Event => KindView::Event,
            PeriodKind::Unknown => KindView::Unknown,
        },
        from: figure.period.start.map(day).unwrap_or_default(),
        to: figure.period.end.map(day).unwrap_or_default(),
        population: figure.population.clone().unwrap_or_default(),
        modality: match figure.modality {
            Modality::Fact => ModalityView::Fact,
            Modality::Plan => ModalityView::Plan,
        },
    }
}

/// As precise as the source, in a form that is read back: "31/01/2025", "01/2025", "2025".
fn day(edge: Edge) -> String {
    let format = match edge.precision {
        Precision::Day => "%d/%m/%Y",
        Precision::Month => "%m/%Y",
        Precision::Year => "%Y",
    };
    edge.day.strftime(format).to_string()
}

/// What a person changed in the form; the rest stays as it was, to the digit.
pub(crate) fn written(was: &FieldsView, given: FieldsView) -> Written {
    let changed = |was: &String, given: String| (*was != given).then_some(given);
    Written {
        value: changed(&was.value, given.value),
        upper: changed(&was.upper, given.upper),
        bound: (was.bound != given.bound).then_some(match given.bound {
            BoundView::Exact => Bound::Exact,
            BoundView::About => Bound::About,
            BoundView::AtLeast => Bound::AtLeast,
            BoundView::AtMost => Bound::AtMost,
        }),
        unit: changed(&was.unit, given.unit),
        indicator: changed(&was.indicator, given.indicator),
        period_kind: (was.kind != given.kind).then_some(match given.kind {
            KindView::During => PeriodKind::During,
            KindView::Since => PeriodKind::Since,
            KindView::AsOf => PeriodKind::AsOf,
            KindView::Event => PeriodKind::Event,
            KindView::Unknown => PeriodKind::Unknown,
        }),
        from: changed(&was.from, given.from),
        to: changed(&was.to, given.to),
        population: changed(&was.population, given.population),
        modality: (was.modality != given.modality).then_some(match given.modality {
            ModalityView::Fact => Modality::Fact,
            ModalityView::Plan => Modality::Plan,
        }),
    }
}

/// The sentence cut at its number, and the fields as the rules read them there.
pub(crate) fn proposal(proposal: &Proposal, lang: Lang) -> ProposalView {
    let figure = &proposal.figure;
    let (quote, start) = (figure.quote.words(), figure.number.start - figure.quote.span().start);
    let end = start + figure.number.len();
    ProposalView {
        known: proposal.known.then(|| figure.id.to_string()),
        before: quote[..start].to_owned(),
        number: quote[start..end].to_owned(),
        after: quote[end..].to_owned(),
        fields: fields(figure, lang),
    }
}

/// Who gave the values of a figure, in words; nothing when the machine did.
pub(crate) fn corrected(cited: &Cited, lang: Lang) -> Option<String> {
    cited.correction.as_ref().map(|c| balise_words::corrected_by(lang, c))
}
