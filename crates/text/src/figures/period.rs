//! Over which days a figure is said: the time words of its clause, else of its sentence, else of its total, else of
//! the sentence before; a stock without any stands on the day of the others, or of publication.

use balise_model::{Edge, Figure, Period, PeriodKind, Precision, Span};
use jiff::ToSpan;

use super::{Candidate, Counted, NEAR, Sentence, Thread};
use crate::lexicon::{Kind, LEXICON};
use crate::periods::{Form, Time, year};

impl Sentence<'_> {
    pub(super) fn period(
        &self,
        candidate: &Candidate,
        indicator: usize,
        total: Option<&Figure>,
        found: &[Figure],
        earlier: Option<&Figure>,
        thread: &Thread,
    ) -> (Period, Option<Span>) {
        let kind = LEXICON.indicators[indicator].kind;
        let number = &self.numbers[candidate.number];
        if let Some(time) = self.time_of(candidate, kind) {
            if let Some(found) =
                self.leaning(time, kind, number_period(earlier), self.is_compared(number.from), thread)
            {
                return (found, Some(time.span));
            }
            let begun = self.running_year(time).or_else(|| self.begun_before(time)).or(thread.begun());
            let mut period = time.period(kind, begun);
            // "Lancé en novembre 2017, le programme a permis …": a count from there.
            if kind == Kind::Flow
                && time.to <= self.numbers[candidate.number].from
                && self.opens_a_count(time)
            {
                period = Period { start: time.start, end: self.reference.today(), kind: PeriodKind::Since };
            }
            // "Au 25 juillet, 1.955 interceptés depuis le début de l’année": the day ends the count.
            if period.kind == PeriodKind::Since {
                let on = self.times.iter().find(|t| t.form == Form::On && t.end.is_some());
                period.end = on.and_then(|t| t.end).or(period.end);
            }
            // "depuis cette date"
            if period.kind == PeriodKind::Since && period.start.is_none() {
                period.start = thread.begun();
            }
            return (self.ended(period, thread), Some(time.span));
        }
        if let Some(again) = self.said_before(candidate, found) {
            return (recast(again.period, kind), again.evidence.period);
        }
        if let Some(total) = total.filter(|t| t.period.kind != PeriodKind::Unknown) {
            return (recast(total.period, kind), total.evidence.period);
        }
        let money = matches!(candidate.counted, Counted::Money | Counted::Share);
        let same_family = self.is_same_family(indicator, thread);
        if let Some((period, words)) = thread.period(kind, money).filter(|(p, _)| {
            // A running total is not another count's: "11 260 jeunes depuis février. Enfin, 54 candidats …"
            let own = same_family
                || p.kind != PeriodKind::Since
                || matches!(candidate.counted, Counted::Listed | Counted::Share);
            own && self.goes_on(candidate, indicator, thread)
        }) {
            return (recast(period, kind), words);
        }
        let moves = [
            "return.",
            "rescue.",
            "irregular.",
            "deaths.",
            "missing.",
            "flow.",
            "smuggling.",
            "trafficking.",
        ];
        let id = &LEXICON.indicators[indicator].id;
        if let Some(time) = thread.loose().filter(|_| moves.iter().any(|head| id.starts_with(head))) {
            return (self.ended(time.period(kind, None), thread), Some(time.span));
        }
        let recorded = self.tokens.iter().any(|t| {
            ["recens", "enregistr", "denombr", "compt"].iter().any(|stem| t.folded.starts_with(stem))
        });
        match kind {
            Kind::Stock => {
                let said = thread.day().filter(|_| self.reference.published.is_none());
                let end = self.reference.today().or(said.map(|(day, _)| day));
                (Period { start: None, end, kind: PeriodKind::AsOf }, said.map(|(_, words)| words))
            }
            Kind::Flow if recorded && thread.is_fresh() => {
                thread.period(Kind::Stock, false).unwrap_or((Period::UNKNOWN, None))
            }
            Kind::Flow => (self.told_period(), None),
        }
    }

    /// The same large value, said before with its period.
    fn said_before<'f>(&self, candidate: &Candidate, found: &'f [Figure]) -> Option<&'f Figure> {
        let value = self.numbers[candidate.number].value;
        found
            .iter()
            .rev()
            .take(NEAR)
            .find(|f| value >= 100.0 && f.quantity.value == value && f.period.is_dated())
    }

    /// "la même période", "un an plus tôt", "la veille": the days of the figure before, or of the text so far.
    fn leaning(
        &self,
        time: &Time,
        kind: Kind,
        before: Option<Period>,
        compared: bool,
        thread: &Thread,
    ) -> Option<Period> {
        let so_far = thread.latest();
        let same = time.form == Form::Same;
        let base = if same && !compared { so_far.or(before) } else { before.or(so_far) };
        let base = base.filter(|p| p.end.is_some());
        match time.form {
            Form::Same => {
                Some(base.map_or(Period::UNKNOWN, |p| self.same_in_another_year(time, recast(p, kind))))
            }
            Form::Earlier(months) => {
                let base = base.or_else(|| {
                    Some(Period { start: None, end: self.reference.today(), kind: PeriodKind::AsOf })
                })?;
                Some(recast(shifted(base, months).unwrap_or(Period::UNKNOWN), kind))
            }
            Form::Beside(days) => {
                let day = base
                    .and_then(|p| p.end)
                    .or(thread.loose().and_then(|t| t.end))
                    .or(thread.day().map(|(day, _)| day));
                let day = day.filter(|d| d.precision == Precision::Day)?;
                let edge = Edge { day: day.day.checked_add(i64::from(days).days()).ok()?, ..day };
                let event = Period { start: Some(edge), end: Some(edge), kind: PeriodKind::Event };
                Some(recast(event, kind))
            }
            _ => None,
        }
    }

    /// "sur la même période en 2019": the days of the figure before, in the year written beside.
    fn same_in_another_year(&self, time: &Time, period: Period) -> Period {
        let written = (time.to..time.to + 3).find_map(|i| self.tokens.get(i).and_then(year));
        let (Some(year), Some(end)) = (written, period.end) else { return period };
        shifted(period, 12 * i32::from(end.day.year() - year)).unwrap_or(period)
    }

    fn is_same_family(&self, indicator: usize, thread: &Thread) -> bool {
        let family = |i: usize| LEXICON.indicators[i].id.split('.').next();
        thread.topic().is_some_and(|t| family(t) == family(indicator)) || thread.money() == Some(indicator)
    }

    /// The count of the sentence before goes on: the same family of indicators, or a list.
    fn goes_on(&self, candidate: &Candidate, indicator: usize, thread: &Thread) -> bool {
        let family = |i: usize| LEXICON.indicators[i].id.split('.').next();
        LEXICON.indicators[indicator].kind == Kind::Stock
            || matches!(candidate.counted, Counted::Listed | Counted::Money | Counted::Share)
            || thread.silence() <= 1
            || thread.topic().is_some_and(|t| family(t) == family(indicator))
    }

    /// "Le 14 mai, l’ONG a signalé 6 corps": the day of speaking is not the day of the fact; the month of publication is
    /// all one knows.
    fn told_period(&self) -> Period {
        let Some(published) = self.reference.published else { return Period::UNKNOWN };
        if !self.times.iter().any(|t| t.form == Form::Day && self.is_speech_day(t)) {
            return Period::UNKNOWN;
        }
        let edge = |day| Some(Edge { day, precision: Precision::Month });
        let (first, last) = (published.day.first_of_month(), published.day.last_of_month());
        Period { start: edge(first), end: edge(last), kind: PeriodKind::Event }
    }

    /// The time words that are this number's: nearest in its own part of the sentence.
    fn time_of(&self, candidate: &Candidate, kind: Kind) -> Option<&Time> {
        let number = &self.numbers[candidate.number];
        let joint = candidate.total.and_then(|t| t.joint);
        let next = self
            .numbers
            .iter()
            .find(|n| n.from >= number.to && !self.is_time(n) && n.what == number.what)
            .map_or(self.tokens.len(), |n| n.from);
        let previous = self
            .numbers
            .iter()
            .rev()
            .find(|n| n.to <= number.from && !self.is_time(n) && n.what == number.what)
            .map_or(0, |n| n.to);
        let cost = |t: &&Time| -> usize {
            let (gap, border) = if t.from >= number.to {
                (t.from - number.to, self.breaks(number.to, t.from))
            } else {
                (number.from.saturating_sub(t.to) + 2, self.breaks(t.to.min(number.from), number.from))
            };
            let mut cost = gap * 2 + border * 16;
            if t.from >= next {
                cost += 40; // After another number: its own first.
            }
            if t.to <= previous {
                cost += 14; // Before another number: of the list, or the other's.
            }
            // After a break and another number: the other's alone.
            if t.from >= next && border > 0 {
                cost += 120;
            }
            // "Au 25 juillet, … depuis le début de l’année": the start says more than the day.
            if t.form == Form::On && kind == Kind::Flow && self.times.iter().any(|x| x.form == Form::Since) {
                cost += 60;
            }
            if matches!(
                self.word(t.from.wrapping_sub(1)),
                "inegale" | "inedit" | "vu" | "record" | "atteint" | "inegalee"
            ) {
                cost += 120; // "un niveau inégalé depuis 2017"
            }
            if self.is_of_another(t, number.to) {
                cost += 120;
            }
            // A time in a bracket is said of what the bracket holds, or of what stands just before it.
            let beside = t.from >= number.to
                && self.open_bracket(t.from).is_some_and(|o| o <= number.to + 5 && o < next);
            if self.is_bracketed(t.from)
                && self.open_bracket(t.from) != self.open_bracket(number.from)
                && !beside
            {
                cost += 120;
            }
            // "qu’en juillet 2019 (74 088)": said of what follows.
            let follows = t.to <= number.from && number.from - t.to <= 2;
            if t.from > 0
                && matches!(self.word(t.from - 1), "qu" | "que")
                && !follows
                && self.compares(t.from - 1)
            {
                cost += 120;
            }
            cost
        };
        // A part has the period of its total unless its own words say another.
        let own = |t: &&Time| {
            joint.is_none_or(|j| {
                t.from >= number.to && t.from < next || t.to <= number.from && t.from > j.max(previous)
            })
        };
        let spoken = |t: &Time| kind == Kind::Flow && self.is_speech_day(t);
        self.times.iter().filter(|t| !spoken(t) && own(t)).min_by_key(cost).filter(|t| cost(t) < 110)
    }

    /// Token of the bracket that is open at `at`.
    fn open_bracket(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| matches!(self.word(i), "(" | ")")).filter(|&i| self.word(i) == "(")
    }

    /// The start of a running count, said earlier in the sentence.
    fn begun_before(&self, time: &Time) -> Option<Edge> {
        self.times
            .iter()
            .filter(|t| t.to <= time.from && matches!(t.form, Form::Since | Form::Day))
            .find_map(|t| t.start)
    }

    /// "plus qu’en 2017", "moins que le record de 2018", not "rien qu’entre le 1er et le 30".
    fn compares(&self, que: usize) -> bool {
        (que.saturating_sub(4)..que).any(|i| {
            matches!(
                self.word(i),
                "plus" | "moins" | "autant" | "davantage" | "mieux" | "pire" | "superieur" | "inferieur"
            )
        })
    }

    /// Borders of clauses between two tokens.
    fn breaks(&self, from: usize, to: usize) -> usize {
        (from..to)
            .filter(|&i| matches!(self.word(i), ";" | "tandis" | "mais" | "contre" | "." | "alors"))
            .count()
    }

    /// "qui frappent le pays depuis 2015", "la crise née en 2012": the time of another thing.
    pub(super) fn is_of_another(&self, time: &Time, number_to: usize) -> bool {
        let start = time.from.saturating_sub(9);
        let relative = (start..time.from).rev().find(|&i| {
            // "moins que le record de 2018" compares.
            if self.word(i) == "que" && self.compares(i) {
                return false;
            }
            matches!(
                self.word(i),
                "qui"
                    | "que"
                    | "ne"
                    | "nee"
                    | "nes"
                    | "lance"
                    | "lancee"
                    | "cree"
                    | "creee"
                    | "signe"
                    | "signee"
                    | "tue"
                    | "dure"
            )
        });
        let Some(relative) = relative else { return false };
        // "160 migrants qui sont rentrés en 2019": said of the number itself.
        let of_number = relative >= number_to && relative <= number_to + 3;
        let closed = (relative..time.from).any(|i| matches!(self.word(i), "," | ";" | ")" | "»"));
        let negation = self.word(relative) == "ne"
            && !matches!(self.word(relative.wrapping_sub(1)), "crise" | "initiative");
        !of_number && !closed && !negation && relative + 1 < time.from
    }

    /// "Lancé en novembre 2017, …": the participle and its date open the sentence.
    fn opens_a_count(&self, time: &Time) -> bool {
        time.from <= 3 && self.begins_something(time) && self.word(time.to) == ","
    }

    /// "lancée en mai 2017", "signé en 2014": where a running count may begin.
    pub(super) fn begins_something(&self, time: &Time) -> bool {
        const STEMS: &[&str] = &[
            "lance",
            "demarre",
            "debut",
            "entame",
            "cree",
            "signe",
            "signature",
            "ouvert",
            "installe",
            "vigueur",
        ];
        (time.from.saturating_sub(4)..time.from).any(|i| STEMS.iter().any(|s| self.word(i).starts_with(s)))
    }

    /// "a annoncé ce mardi", "Jeudi, l’OIM a signalé": the day of speaking.
    pub(super) fn is_speech_day(&self, time: &Time) -> bool {
        if !matches!(time.form, Form::Day | Form::Span) {
            return false;
        }
        let says = |i: usize| LEXICON.speech.end_at(&self.tokens, i).is_some();
        let before = (time.from.saturating_sub(4)..time.from)
            .rev()
            .take_while(|&i| !matches!(self.word(i), "," | "que" | "qu" | "»"));
        if before.clone().any(says) {
            return true;
        }
        if time.form == Form::Span {
            return false;
        }
        let first = time.to + usize::from(self.word(time.to) == ",");
        let inverted =
            first > time.to && matches!(self.word(first), "a" | "ont" | "indique" | "selon" | "precise");
        !inverted
            && (first..(first + 14).min(self.tokens.len()))
                .take_while(|&i| {
                    !matches!(self.word(i), "," | ";" | "»" | "«")
                        && !self.numbers.iter().any(|n| n.from == i)
                })
                .any(says)
    }

    /// "à ce jour, contre 7 000 pour toute l’année 2017": a count of the running year.
    fn running_year(&self, time: &Time) -> Option<Edge> {
        if time.form != Form::ToDate {
            return None;
        }
        let today = self.reference.today()?;
        let whole_year = self.times.iter().any(|t| {
            t.form == Form::Span
                && t.end
                    .is_some_and(|e| e.precision == Precision::Year && e.day.year() + 1 == today.day.year())
        });
        let start = jiff::civil::Date::new(today.day.year(), 1, 1).ok()?;
        whole_year.then_some(Edge { day: start, precision: Precision::Year })
    }

    /// A running count of an undated text ends on the last day the text itself gives.
    fn ended(&self, period: Period, thread: &Thread) -> Period {
        let later = |day: Edge| period.start.is_none_or(|s| s.day <= day.day);
        match period.kind {
            PeriodKind::Since if period.end.is_none() => {
                Period { end: thread.day().map(|(day, _)| day).filter(|d| later(*d)), ..period }
            }
            _ => period,
        }
    }
}

fn number_period(figure: Option<&Figure>) -> Option<Period> {
    figure.map(|f| f.period).filter(|p| p.kind != PeriodKind::Unknown)
}

/// The same days so many months before; a month's last day stays one.
fn shifted(period: Period, months: i32) -> Option<Period> {
    let back = |edge: Option<Edge>| -> Option<Option<Edge>> {
        let Some(edge) = edge else { return Some(None) };
        let day = edge.day.checked_sub(i64::from(months).months()).ok()?;
        let last = edge.day == edge.day.last_of_month();
        Some(Some(Edge { day: if last { day.last_of_month() } else { day }, ..edge }))
    };
    let kind = if period.kind == PeriodKind::Since { PeriodKind::During } else { period.kind };
    Some(Period { start: back(period.start)?, end: back(period.end)?, kind })
}

/// The period of another figure, for a count of this kind.
fn recast(period: Period, kind: Kind) -> Period {
    match (kind, period.kind) {
        (Kind::Stock, PeriodKind::During | PeriodKind::Event) => {
            Period { start: None, end: period.end, kind: PeriodKind::AsOf }
        }
        _ => period,
    }
}
