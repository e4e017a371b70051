//! Time expressions of a sentence, resolved to days with the publication day: "depuis 2017", "entre 2019 et
//! 2022", "au 31 décembre 2023", "le 12 avril". What kind of period a figure takes from one also depends on its
//! indicator (a stock said of a span holds on its last day).

use balise_model::{Edge, Period, PeriodKind, Precision, Span};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::dates::month;
use crate::lexicon::Kind;
use crate::tokens::{Token, TokenKind};

/// How a time expression is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// "depuis …", "à partir de …"
    Since,
    /// "en …", "entre … et …"
    Span,
    /// "au 31 décembre"
    On,
    /// "le 12 avril", "vendredi"
    Day,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Time {
    pub(crate) span: balise_model::Span,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) form: Form,
    start: Option<Edge>,
    end: Option<Edge>,
}

/// A day, month or year as written; the year may be missing.
#[derive(Clone, Copy, Debug)]
struct Point {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

/// All time expressions of a sentence, in order.
pub(crate) fn times(tokens: &[Token], published: Option<Edge>) -> Vec<Time> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match time_at(tokens, i, published) {
            Some(time) => {
                i = time.to;
                out.push(time);
            }
            None => i += 1,
        }
    }
    out
}

fn time_at(tokens: &[Token], at: usize, published: Option<Edge>) -> Option<Time> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let build = |to: usize, form: Form, start: Option<Edge>, end: Option<Edge>| {
        Some(Time { span: tokens[at].span.join(tokens[to - 1].span), from: at, to, form, start, end })
    };
    let skip = |mut i: usize, fillers: &[&str]| {
        while fillers.contains(&word(i)) {
            i += 1;
        }
        i
    };
    const FILLERS: [&str; 12] =
        ["le", "la", "l", "les", "annee", "an", "mois", "debut", "de", "d", "du", "fin"];
    let since = match (word(at), word(at + 1)) {
        ("depuis", _) | ("des", _) => Some(at + 1),
        ("a", "partir") | ("a", "compter") => Some(at + 2),
        _ => None,
    };
    if let Some(next) = since {
        let from = skip(next, &FILLERS);
        if word(at) == "des"
            && tokens.get(from).is_none_or(|t| month(&t.folded).is_none() && year(t).is_none())
        {
            return None; // "des migrants": an article, not "dès".
        }
        if let Some((point, to)) = point(tokens, from).or_else(|| point_of_event(tokens, from)) {
            let (start, _) = edges(point, published)?;
            return build(to, Form::Since, Some(start), published.map(last_day));
        }
        return None;
    }
    if matches!(word(at), "entre" | "de" | "du") {
        let joints: &[&str] = if word(at) == "entre" { &["et"] } else { &["a", "au"] };
        if let Some(time) = span_between(tokens, at, joints, published) {
            return Some(time);
        }
    }
    if let (Some(first), Some(second)) = (tokens.get(at).and_then(year), tokens.get(at + 1).and_then(year)) {
        // "2019-2022": the hyphen is a border between tokens.
        if second > first && tokens[at + 1].span.start - tokens[at].span.end <= 3 {
            let (start, end) = (year_edges(first).0, year_edges(second).1);
            return build(at + 2, Form::Span, Some(start), Some(end));
        }
    }
    if let Some((start, end, to)) = part_of_year(tokens, at, published) {
        return build(to, Form::Span, Some(start), Some(end));
    }
    if word(at) == "au" || (word(at) == "a" && word(at + 1) == "la" && word(at + 2) == "date") {
        let from = skip(at + 1, &["la", "date", "du"]);
        if let Some((point, to)) = point(tokens, from).filter(|(p, _)| p.day.is_some()) {
            let (_, end) = edges(point, published)?;
            return build(to, Form::On, None, Some(end));
        }
    }
    if word(at) == "fin" || (word(at) == "debut") {
        let from = skip(at + 1, &["de", "l", "annee", "d"]);
        if let Some(y) = tokens.get(from).and_then(year) {
            let months = if word(at) == "fin" { 12 } else { 1 };
            let (start, end) = month_edges(y, months)?;
            return build(from + 1, Form::Span, Some(start), Some(end));
        }
    }
    if let Some(time) = relative(tokens, at, published) {
        return Some(time);
    }
    let opener = matches!(
        word(at),
        "en" | "courant" | "durant" | "pendant" | "annee" | "mois" | "le" | "fin" | "debut" | "cours" | "("
    );
    let from = if opener { skip(at + 1, &FILLERS) } else { at };
    let (point, to) = point(tokens, from)?;
    let bare_year = point.month.is_none() && !opener;
    if bare_year {
        return None; // "la loi 2012", "Ramadan 2026": a year that says nothing of a count.
    }
    let (start, end) = edges(point, published)?;
    build(to, if point.day.is_some() { Form::Day } else { Form::Span }, Some(start), Some(end))
}

/// "depuis le lancement de l’initiative, en mai 2017": the date of what it began with, in the same clause.
fn point_of_event(tokens: &[Token], from: usize) -> Option<(Point, usize)> {
    let clause = tokens[from.min(tokens.len())..]
        .iter()
        .take(18)
        .take_while(|t| !matches!(t.folded.as_str(), "," | ";" | "(" | "ont" | "a" | "sont"));
    let end = from + clause.count();
    (from..end)
        .filter(|&i| matches!(tokens[i].folded.as_str(), "en" | "le" | "du"))
        .find_map(|i| point(tokens, i + 1))
        .filter(|(_, to)| *to <= end + 1)
}

/// "entre 2019 et 2022", "de janvier à juillet 2024", "du 17 au 20 mai 2022".
fn span_between(tokens: &[Token], at: usize, joints: &[&str], published: Option<Edge>) -> Option<Time> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let skip = |i: usize| if matches!(word(i), "le" | "l" | "la") { i + 1 } else { i };
    let (mut first, joint) = point(tokens, skip(at + 1)).or_else(|| day_alone(tokens, skip(at + 1)))?;
    if !joints.contains(&word(joint)) {
        return None;
    }
    let (second, to) = point(tokens, skip(joint + 1))?;
    first.month = first.month.or(second.month);
    let (_, end) = edges(second, published)?;
    first.year =
        first.year.or(Some(if first.month > second.month { end.day.year() - 1 } else { end.day.year() }));
    if first.day.is_none() && second.month.is_none() && first.month.is_some() {
        return None;
    }
    let (start, _) = edges(first, published)?;
    (start.day <= end.day).then(|| Time {
        span: tokens[at].span.join(tokens[to - 1].span),
        from: at,
        to,
        form: Form::Span,
        start: Some(start),
        end: Some(end),
    })
}

/// "17" in "du 17 au 20 mai".
fn day_alone(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let (day, to) = day(tokens, at)?;
    Some((Point { year: None, month: None, day: Some(day) }, to))
}

fn day(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == TokenKind::Digits && t.folded.len() <= 2)?;
    let day: i8 = token.folded.parse().ok().filter(|d| (1..=31).contains(d))?;
    let to = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.folded == "er"));
    Some((day, to))
}

fn year(token: &Token) -> Option<i16> {
    let plain = token.kind == TokenKind::Digits && token.folded.len() == 4;
    token.folded.parse().ok().filter(|y| plain && (1900..=2100).contains(y))
}

/// A day, month or year at `at`, and the index after it.
fn point(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let token = tokens.get(at)?;
    if let Some(y) = year(token) {
        return Some((Point { year: Some(y), month: None, day: None }, at + 1));
    }
    let (d, month_at) = day(tokens, at).map_or((None, at), |(d, to)| (Some(d), to));
    let m = tokens.get(month_at).filter(|t| t.kind == TokenKind::Word).and_then(|t| month(&t.folded))?;
    let mut next = month_at + 1;
    next += usize::from(tokens.get(next).is_some_and(|t| t.folded == "."));
    let y = tokens.get(next).and_then(year);
    Some((
        Point { year: y, month: Some(m), day: d },
        next - usize::from(y.is_none() && next > month_at + 1) + usize::from(y.is_some()),
    ))
}

/// First and last day of a point. Without a year: the last one not after publication; without a publication
/// day, nothing.
fn edges(point: Point, published: Option<Edge>) -> Option<(Edge, Edge)> {
    let both = |year: i16| match (point.month, point.day) {
        (Some(month), Some(day)) => {
            let edge = Edge { day: Date::new(year, month, day).ok()?, precision: Precision::Day };
            Some((edge, edge))
        }
        (Some(month), None) => month_edges(year, month),
        (None, _) => Some(year_edges(year)),
    };
    if let Some(year) = point.year {
        return both(year);
    }
    let limit = last_day(published?).day;
    both(limit.year()).filter(|(start, _)| start.day <= limit).or_else(|| both(limit.year() - 1))
}

fn year_edges(year: i16) -> (Edge, Edge) {
    let edge = |month, day| Edge { day: Date::constant(year, month, day), precision: Precision::Year };
    (edge(1, 1), edge(12, 31))
}

fn month_edges(year: i16, month: i8) -> Option<(Edge, Edge)> {
    let first = Date::new(year, month, 1).ok()?;
    let edge = |day| Edge { day, precision: Precision::Month };
    Some((edge(first), edge(first.last_of_month())))
}

/// The last day a partial date can mean.
fn last_day(edge: Edge) -> Edge {
    let day = match edge.precision {
        Precision::Day => edge.day,
        Precision::Month => edge.day.last_of_month(),
        Precision::Year => edge.day.last_of_year(),
    };
    Edge { day, ..edge }
}

/// "au premier trimestre 2024", "au second semestre 2023".
fn part_of_year(tokens: &[Token], at: usize, published: Option<Edge>) -> Option<(Edge, Edge, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let rank = match word(at) {
        "premier" | "1er" => 1,
        "deuxieme" | "second" => 2,
        "troisieme" => 3,
        "quatrieme" | "dernier" => 4,
        _ => return None,
    };
    let months = match word(at + 1) {
        "trimestre" => 3,
        "semestre" if rank <= 2 => 6,
        _ => return None,
    };
    let mut to = at + 2;
    while matches!(word(to), "de" | "l" | "annee") {
        to += 1;
    }
    let written = tokens.get(to).and_then(year);
    let year = written.or_else(|| published.map(|p| p.day.year()))?;
    let (start, _) = month_edges(year, (rank - 1) * months + 1)?;
    let (_, end) = month_edges(year, rank * months)?;
    Some((start, end, if written.is_some() { to + 1 } else { at + 2 }))
}

/// "hier", "vendredi", "cette année", "l’an dernier": only with a publication day.
fn relative(tokens: &[Token], at: usize, published: Option<Edge>) -> Option<Time> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.folded.as_str());
    let published = published?;
    let exact = published.precision == Precision::Day;
    let build = |to: usize, form: Form, start: Option<Edge>, end: Option<Edge>| {
        Some(Time { span: tokens[at].span.join(tokens[to - 1].span), from: at, to, form, start, end })
    };
    let day_or_month = |day: Date| if exact { Edge { day, precision: Precision::Day } } else { published };
    let on = |to: usize, day: Date| {
        let edge = day_or_month(day);
        build(to, Form::Day, Some(edge), Some(last_day(edge)))
    };
    match (word(at), word(at + 1), word(at + 2)) {
        ("hier", ..) => on(at + 1, published.day.yesterday().ok()?),
        ("avant", "hier", _) => on(at + 2, published.day.checked_sub(2.days()).ok()?),
        ("aujourd", "hui", _) => build(at + 2, Form::On, None, Some(last_day(published))),
        ("cette", "annee", _) => {
            build(at + 2, Form::Span, Some(year_edges(published.day.year()).0), Some(last_day(published)))
        }
        ("annee", "derniere", _) | ("an", "dernier", _) | ("an", "passe", _) | ("annee", "passee", _) => {
            let (start, end) = year_edges(published.day.year() - 1);
            build(at + 2, Form::Span, Some(start), Some(end))
        }
        ("mois", "dernier", _) => {
            let before = published.day.checked_sub(1.month()).ok()?;
            let (start, end) = month_edges(before.year(), before.month())?;
            build(at + 2, Form::Span, Some(start), Some(end))
        }
        (day, ..) if weekday(day).is_some() && !dated_after(tokens, at) => {
            let wanted = weekday(day)?;
            let back =
                (0..7).find(|n| published.day.checked_sub(n.days()).is_ok_and(|d| d.weekday() == wanted))?;
            on(at + 1, published.day.checked_sub(back.days()).ok()?)
        }
        _ => None,
    }
}

/// "vendredi 31 janvier": the date after it says more.
fn dated_after(tokens: &[Token], at: usize) -> bool {
    point(tokens, at + 1).is_some()
}

fn weekday(folded: &str) -> Option<Weekday> {
    Some(match folded {
        "lundi" => Weekday::Monday,
        "mardi" => Weekday::Tuesday,
        "mercredi" => Weekday::Wednesday,
        "jeudi" => Weekday::Thursday,
        "vendredi" => Weekday::Friday,
        "samedi" => Weekday::Saturday,
        "dimanche" => Weekday::Sunday,
        _ => return None,
    })
}

impl Time {
    /// The period of a figure that takes it from this expression.
    pub(crate) fn period(&self, indicator: Kind) -> Period {
        let (start, end) = (self.start, self.end);
        match (self.form, indicator) {
            (Form::Since, _) => Period { start, end, kind: PeriodKind::Since },
            (Form::On, Kind::Stock) | (Form::Span | Form::Day, Kind::Stock) => {
                Period { start: None, end, kind: PeriodKind::AsOf }
            }
            (Form::On, Kind::Flow) => Period { start: None, end, kind: PeriodKind::AsOf },
            (Form::Span, Kind::Flow) => Period { start, end, kind: PeriodKind::During },
            (Form::Day, Kind::Flow) => Period { start, end, kind: PeriodKind::Event },
        }
    }

    pub(crate) fn covers(&self, span: Span) -> bool {
        self.span.overlaps(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn read(text: &str) -> Vec<String> {
        let all = tokens(text, Span::new(0, text.len()));
        let published = Some(Edge { day: Date::constant(2025, 1, 31), precision: Precision::Day });
        let say = |e: Option<Edge>| e.map_or("-".to_owned(), |e| e.day.to_string());
        times(&all, published)
            .iter()
            .map(|t| format!("{:?} {} {}", t.form, say(t.start), say(t.end)))
            .collect()
    }

    #[test]
    fn absolute_and_relative_expressions_become_days() {
        assert_eq!(read("depuis 2017, l’OIM a facilité"), ["Since 2017-01-01 2025-01-31"]);
        assert_eq!(read("entre 2019 et 2022"), ["Span 2019-01-01 2022-12-31"]);
        assert_eq!(read("de janvier à juillet 2024"), ["Span 2024-01-01 2024-07-31"]);
        assert_eq!(read("du 1er janvier au 11 avril 2024"), ["Span 2024-01-01 2024-04-11"]);
        assert_eq!(read("du 17 au 20 mai 2022"), ["Span 2022-05-17 2022-05-20"]);
        assert_eq!(read("sur la période 2019-2022"), ["Span 2019-01-01 2022-12-31"]);
        assert_eq!(read("au 31 décembre 2023"), ["On - 2023-12-31"]);
        assert_eq!(read("au premier trimestre 2024"), ["Span 2024-01-01 2024-03-31"]);
        assert_eq!(read("au second semestre 2023"), ["Span 2023-07-01 2023-12-31"]);
        assert_eq!(read("le vendredi 12 avril 2019"), ["Day 2019-04-12 2019-04-12"]);
        assert_eq!(read("depuis le 9 octobre"), ["Since 2024-10-09 2025-01-31"]);
        assert_eq!(read("hier"), ["Day 2025-01-30 2025-01-30"]);
        assert_eq!(read("fin 2019"), ["Span 2019-12-01 2019-12-31"]);
        assert_eq!(read("des migrants sont rentrés"), [] as [&str; 0]);
    }
}
