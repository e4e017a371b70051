//! What the text is counting, from sentence to sentence: what "Kita en compte 140", "parmi eux" and "à ce jour" go on
//! with.

use balise_model::{Edge, Figure, Modality, Period, PeriodKind, Precision, Span, Unit};

use super::institutions::named;
use super::{Candidate, Counted, Sentence};
use crate::lexicon::{Kind, LEXICON};
use crate::periods::{Form, Time, times, year};
use crate::tokens::{TokenKind, tokens};

/// What the text is counting, from sentence to sentence.
#[derive(Default)]
pub(super) struct Thread {
    topic: Option<usize>,
    /// The last stock counted: "L’Algérie en accueille 30 000" goes on with it.
    stock_topic: Option<usize>,
    money: Option<usize>,
    currency: Option<&'static str>,
    /// Period of the last movement counted as a whole.
    flow: Option<Said>,
    /// Day of the last stock said with its day.
    stock: Option<Said>,
    amount: Option<Said>,
    /// The last period of any figure: what "la même période" means.
    latest: Option<Said>,
    /// The same, when the sentence began.
    said: Option<Said>,
    /// Time words of a sentence before that no figure took.
    loose: Option<(Time, usize)>,
    /// Start of a running count said in this sentence or the one before, with or without a figure.
    begun: Option<(Edge, usize)>,
    /// The last full day the text has said.
    day: Option<(Edge, Span)>,
    /// The last whole said: its place among the figures found, its value, its period and the words for it.
    whole: Option<(usize, f64, Said)>,
    /// Sentences without numbers just passed, looked at only when a figure asks for their time words.
    skipped: Vec<(Span, usize)>,
    sentence: usize,
    last: usize,
    found: usize,
    made: usize,
    /// This block has had no figure yet.
    fresh_block: bool,
    /// The last figure that is no part, of the sentence before: what "parmi eux" parts.
    main: Option<(usize, f64, usize)>,
    /// The sentences without figures just before: what they spoke of is asked for seldom.
    passed: Vec<(Span, usize)>,
    /// Number of this sentence that the next ones part, when it becomes a figure.
    noted: Option<usize>,
}

type Said = (Period, Option<Span>);

impl Thread {
    pub(super) fn pass(&mut self, span: Span) {
        self.sentence += 1;
        if self.skipped.len() == 2 {
            self.skipped.remove(0);
        }
        self.skipped.push((span, self.sentence));
    }

    /// A sentence with numbers begins; `found` figures were read before it.
    pub(super) fn open(&mut self, sentence: &Sentence<'_>, found: usize) {
        self.sentence += 1;
        self.found = found;
        self.made = 0;
        self.noted = None;
        self.said = self.latest;
        self.note_day(&sentence.times);
    }

    fn note_day(&mut self, times: &[Time]) {
        for time in times {
            let day = matches!(time.form, Form::Day | Form::On);
            let dated = time.end.filter(|e| day && e.precision == Precision::Day);
            self.day = dated.map(|edge| (edge, time.span)).or(self.day);
        }
    }

    /// Time words of the last two sentences without numbers: "Ils ont retrouvé le sol malien jeudi soir."
    pub(super) fn look_back(&mut self, sentence: &Sentence<'_>) {
        self.passed.clear();
        for (span, at) in std::mem::take(&mut self.skipped) {
            if self.sentence - at > 2 {
                continue;
            }
            let tokens = tokens(sentence.content, span);
            let times = times(&tokens, sentence.reference);
            self.passed.push((span, at));
            if times.is_empty() {
                continue;
            }
            let (named, cues) = (vec![false; tokens.len()], Vec::new());
            self.note_day(&times);
            let (content, block, reference) = (sentence.content, sentence.block, sentence.reference);
            let before =
                Sentence { span, block, content, tokens, numbers: Vec::new(), times, reference, named, cues };
            self.remember(&before, at);
        }
    }

    /// Remembers what the sentence said of time: where a running count began ("lancé le 19 mai 2017 …" before "à ce
    /// jour"), and time words that no figure took ("Le 3 avril, un vol s’est posé à Bamako. A son bord, 163 migrants").
    pub(super) fn close(&mut self, sentence: &Sentence<'_>) {
        if let Some(currency) = sentence.currency(self) {
            self.currency = Some(currency);
        }
        self.remember(sentence, self.sentence);
    }

    fn remember(&mut self, sentence: &Sentence<'_>, at: usize) {
        let opens = |t: &Time| t.form == Form::Since || sentence.begins_something(t);
        if let Some(start) = sentence.times.iter().find_map(|t| t.start.filter(|_| opens(t))) {
            self.begun = Some((start, at));
        }
        let free = |t: &&Time| {
            let history = t.form == Form::Since
                && (t.from..t.to).any(|i| {
                    matches!(
                        sentence.word(i),
                        "chute" | "crise" | "independance" | "guerre" | "conflit" | "coup" | "mort"
                    )
                });
            matches!(t.form, Form::Day | Form::On | Form::Since | Form::Span)
                && !history
                && !sentence.is_speech_day(t)
                && !sentence.is_of_another(t, 0)
        };
        if self.made > 0 && at == self.sentence {
            self.loose = None;
        } else if let Some(time) =
            sentence.times.iter().filter(free).min_by_key(|t| (t.form != Form::Day, t.form == Form::Since))
        {
            // The day of an event is not undone by "depuis la chute de …" a line below.
            let kept = self.loose.is_some_and(|(t, at)| {
                t.form == Form::Day && time.form != Form::Day && self.sentence - at <= 2
            });
            if !kept {
                self.loose = Some((*time, at));
            }
        }
    }

    pub(super) fn follow(&mut self, sentence: &Sentence<'_>, figure: &Figure, candidate: &Candidate) {
        self.last = self.sentence;
        self.fresh_block = false;
        let index = self.found + self.made;
        self.made += 1;
        let indicator = LEXICON.position(&figure.indicator);
        let number = &sentence.numbers[candidate.number];
        let kept = Some((figure.period, figure.evidence.period))
            .filter(|_| figure.period.kind != PeriodKind::Unknown);
        let compared = sentence.is_compared(number.from);
        if candidate.counted == Counted::Money || figure.quantity.unit == Unit::Percent {
            if candidate.counted == Counted::Money {
                self.money = indicator;
            }
            if !compared && !sentence.is_planned(number) {
                self.latest = kept.or(self.latest);
                self.amount = kept.or(self.amount);
            }
            return;
        }
        if figure.modality == Modality::Plan || compared || sentence.is_bracketed(number.from) {
            return;
        }
        self.latest = kept.or(self.latest);
        self.topic = indicator;
        if indicator.is_some_and(|i| LEXICON.indicators[i].kind == Kind::Stock) {
            self.stock_topic = indicator;
        }
        if figure.period.kind == PeriodKind::AsOf {
            // A figure of an earlier day is one to compare with.
            let later = self
                .stock
                .is_none_or(|(p, _)| p.end.zip(figure.period.end).is_none_or(|(a, b)| b.day >= a.day));
            if figure.evidence.period.is_some() && later {
                self.stock = kept;
            }
        } else if candidate.total.is_none() && !self.is_month_of_whole(figure) {
            self.flow = kept;
        }
        if self.noted == Some(candidate.number) {
            self.main = Some((index, figure.quantity.value, self.sentence));
        }
        if self.noted == Some(candidate.number) && !self.is_within_whole(figure) {
            self.whole = Some((index, figure.quantity.value, (figure.period, figure.evidence.period)));
        }
    }

    /// A smaller count of a month inside the whole's months, or of years before it, does not take its place.
    fn is_within_whole(&self, figure: &Figure) -> bool {
        let Some((_, value, (whole, _))) = self.whole else { return false };
        let (Some(start), Some(end)) = (whole.start, whole.end) else { return false };
        let own = figure.evidence.period.is_some_and(|p| figure.quote.span().contains(p));
        let (Some(from), Some(to)) = (figure.period.start, figure.period.end) else { return false };
        let inside = from.day >= start.day && to.day <= end.day && (from.day, to.day) != (start.day, end.day);
        let earlier = to.day < start.day && figure.period.kind == PeriodKind::During;
        let span = figure.period.kind != PeriodKind::Event;
        own && span && (figure.quantity.value < value && inside || earlier)
    }

    /// "avril, avec 1 197 morts": one month of the months that the whole counts.
    fn is_month_of_whole(&self, figure: &Figure) -> bool {
        let short =
            figure.period.start.zip(figure.period.end).is_some_and(|(s, e)| (e.day - s.day).get_days() <= 31);
        let whole = self.whole.and_then(|(_, _, (p, _))| p.start.zip(p.end));
        let long = whole.is_some_and(|(s, e)| (e.day - s.day).get_days() > 62);
        figure.period.kind == PeriodKind::During && short && long && self.is_within_whole(figure)
    }

    pub(super) fn topic(&self) -> Option<usize> {
        self.topic
    }

    pub(super) fn stock_topic(&self) -> Option<usize> {
        self.stock_topic
    }

    pub(super) fn money(&self) -> Option<usize> {
        self.money
    }

    pub(super) fn currency(&self) -> Option<&'static str> {
        self.currency
    }

    /// Sentences since a figure was read.
    pub(super) fn silence(&self) -> usize {
        self.sentence - self.last
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.topic.is_some() && self.silence() <= 2
    }

    /// The period to go on with for a count of this kind, when the text has said one near enough.
    /// A new paragraph goes back to the whole.
    pub(super) fn period(&self, kind: Kind, money: bool) -> Option<Said> {
        let whole = self.whole.filter(|_| self.fresh_block && kind == Kind::Flow && !money);
        let dated = |p: &Period| matches!(p.kind, PeriodKind::During | PeriodKind::Since);
        if let Some((_, _, said)) = whole.filter(|(_, _, (p, _))| dated(p) && self.silence() <= 3) {
            return Some(said);
        }
        match kind {
            _ if money => self.amount.filter(|_| self.silence() <= 3),
            Kind::Stock => self.stock,
            Kind::Flow => self.flow.filter(|_| self.silence() <= 3),
        }
    }

    /// Time words of the sentences just before, that no figure took.
    pub(super) fn loose(&self) -> Option<Time> {
        self.loose.filter(|(_, at)| self.sentence - at <= 2).map(|(time, _)| time)
    }

    /// The days that "la même période" leans on.
    pub(super) fn latest(&self) -> Option<Period> {
        self.said.or(self.latest).map(|(period, _)| period)
    }

    pub(super) fn begun(&self) -> Option<Edge> {
        self.begun.filter(|(_, at)| self.sentence - at <= 2).map(|(edge, _)| edge)
    }

    pub(super) fn day(&self) -> Option<(Edge, Span)> {
        self.day
    }

    /// A new block of the text begins.
    pub(super) fn turn(&mut self) {
        self.fresh_block = true;
    }

    /// The figure that "parmi eux" parts: the main one of the sentence before, else the whole.
    pub(super) fn main(&self) -> Option<usize> {
        self.main.filter(|(_, _, at)| self.sentence - at <= 1).map(|(index, ..)| index).or(self.whole())
    }

    /// What the sentence just before spoke of, when it counted nothing.
    pub(super) fn hint(&self, content: &str) -> Option<usize> {
        let (span, _) = self.passed.last().filter(|(_, at)| self.sentence - at <= 1)?;
        let tokens = tokens(content, *span);
        let inside = named(content, &tokens);
        (0..tokens.len())
            .filter(|&at| !inside[at])
            .flat_map(|at| LEXICON.cues_at(&tokens, at))
            .filter(|(cue, _)| !cue.weak)
            .max_by_key(|(cue, _)| cue.weight())
            .map(|(cue, _)| cue.indicator)
    }

    pub(super) fn note_whole(&mut self, number: Option<usize>) {
        self.noted = number;
    }

    pub(super) fn whole(&self) -> Option<usize> {
        self.whole.map(|w| w.0)
    }
}

impl Sentence<'_> {
    /// Inside a bracket.
    pub(super) fn is_bracketed(&self, at: usize) -> bool {
        let open = self.tokens[..at].iter().filter(|t| t.folded == "(").count();
        open > self.tokens[..at].iter().filter(|t| t.folded == ")").count()
    }

    /// "contre 7 000 en 2017", "par rapport aux 283 726": a figure to compare with.
    pub(super) fn is_compared(&self, from: usize) -> bool {
        let before = from.saturating_sub(6)..from;
        before.clone().any(|i| {
            LEXICON.comparison.end_at(&self.tokens, i).is_some()
                && !(i..from).any(|j| matches!(self.word(j), ";" | "."))
                && !self.tokens[i + 1..from].iter().any(|t| t.kind == TokenKind::Digits && year(t).is_none())
        })
    }
}
