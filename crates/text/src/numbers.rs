//! Numbers in a sentence, as French writes them: "60.000", "18 000", "22,49 millions", "deux cent mille",
//! "une cinquantaine", "entre 40 et 50"; and what else a number can be (a year, a law, an age), so that it is
//! never taken for people.

use balise_model::{Bound, Span, Unit};

use crate::dates::month;
use crate::tokens::{Token, TokenKind};

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Number {
    /// As written, with its magnitude word, article and % sign.
    pub(crate) span: Span,
    /// Tokens it takes, end exclusive.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: f64,
    pub(crate) upper: Option<f64>,
    pub(crate) what: What,
    pub(crate) bound: Bound,
    pub(crate) hedge: Option<Span>,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum What {
    /// Something is counted; the noun decides.
    Count,
    Percent,
    Money(String),
    /// A year, a date, an hour, an age, a distance, a law …: never a figure.
    Other,
}

/// More than anyone counts in people or francs: a row of digits that is no quantity.
const LARGEST: f64 = 1e15;

/// All numbers of a sentence, in order, not overlapping.
pub(crate) fn numbers(content: &str, tokens: &[Token]) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match plain(content, tokens, i) {
            Some(found) => {
                i = found.to;
                out.push(found);
            }
            None => i += 1,
        }
    }
    join_ranges(tokens, &mut out);
    drop_doubled_words(tokens, &mut out);
    for number in &mut out {
        if number.value > LARGEST {
            number.what = What::Other;
            continue;
        }
        classify(content, tokens, number);
        hedge(tokens, number);
    }
    out
}

fn plain(content: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let (value, to, about) = match tokens[at].kind {
        TokenKind::Digits => {
            let (value, to, decimals) = digits(content, tokens, at);
            let (value, to) = magnitude(tokens, value, to, decimals);
            (value, to, false)
        }
        TokenKind::Word => words(tokens, at)?,
        TokenKind::Mark => return None,
    };
    // "une cinquantaine": the article belongs to the number.
    let from =
        if about && at > 0 && matches!(tokens[at - 1].folded.as_str(), "une" | "un") { at - 1 } else { at };
    Some(Number {
        span: tokens[from].span.join(tokens[to - 1].span),
        from,
        to,
        value,
        upper: None,
        what: What::Count,
        bound: if about { Bound::About } else { Bound::Exact },
        hedge: about.then(|| tokens[at].span),
    })
}

/// Digits with their thousands and decimals: value, index after, decimals as written ("666,750" has three).
fn digits(content: &str, tokens: &[Token], at: usize) -> (f64, usize, usize) {
    let mut written = tokens[at].folded.clone();
    let mut to = at + 1;
    let glued = |a: usize, b: usize| tokens[a].span.end == tokens[b].span.start;
    let group = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Digits && t.folded.len() == 3);
    if written.len() <= 3 && !written.starts_with('0') {
        loop {
            let between = tokens.get(to).map(|t| &content[tokens[to - 1].span.end..t.span.start]);
            if group(to) && between.is_some_and(is_thousands_space) {
                written.push_str(&tokens[to].folded);
                to += 1;
            } else if tokens.get(to).is_some_and(|t| t.folded == ".")
                && group(to + 1)
                && glued(to - 1, to)
                && glued(to, to + 1)
            {
                written.push_str(&tokens[to + 1].folded);
                to += 2;
            } else {
                break;
            }
        }
    }
    let whole: f64 = written.parse().unwrap_or(f64::MAX);
    let fraction = tokens.get(to).is_some_and(|t| t.folded == "," || (t.folded == "." && to == at + 1))
        && tokens.get(to + 1).is_some_and(|t| t.kind == TokenKind::Digits)
        && glued(to - 1, to)
        && glued(to, to + 1);
    if !fraction {
        return (whole, to, 0);
    }
    let decimals = &tokens[to + 1].folded;
    let value = format!("{written}.{decimals}").parse().unwrap_or(whole);
    (value, to + 2, decimals.len())
}

/// One space of the kinds the press puts between thousands.
fn is_thousands_space(between: &str) -> bool {
    matches!(between, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// "22,49 millions", "44 mille"; without one, "3,460 migrants" is a thousand.
fn magnitude(tokens: &[Token], value: f64, to: usize, decimals: usize) -> (f64, usize) {
    match tokens.get(to).and_then(|t| scale(&t.folded)) {
        Some(scale) => (round(value * scale), to + 1),
        None if decimals == 3 => (round(value * 1e3), to),
        None => (value, to),
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn scale(folded: &str) -> Option<f64> {
    Some(match folded {
        "mille" | "millier" | "milliers" => 1e3,
        "million" | "millions" => 1e6,
        "milliard" | "milliards" => 1e9,
        _ => return None,
    })
}

fn unit_word(folded: &str) -> Option<f64> {
    const WORDS: [(&str, f64); 26] = [
        ("deux", 2.0),
        ("trois", 3.0),
        ("quatre", 4.0),
        ("cinq", 5.0),
        ("six", 6.0),
        ("sept", 7.0),
        ("huit", 8.0),
        ("neuf", 9.0),
        ("dix", 10.0),
        ("onze", 11.0),
        ("douze", 12.0),
        ("treize", 13.0),
        ("quatorze", 14.0),
        ("quinze", 15.0),
        ("seize", 16.0),
        ("vingt", 20.0),
        ("vingts", 20.0),
        ("trente", 30.0),
        ("quarante", 40.0),
        ("cinquante", 50.0),
        ("soixante", 60.0),
        ("septante", 70.0),
        ("huitante", 80.0),
        ("octante", 80.0),
        ("nonante", 90.0),
        ("un", 1.0),
    ];
    WORDS.iter().find(|(word, _)| *word == folded).map(|(_, value)| *value)
}

fn collective(folded: &str) -> Option<f64> {
    Some(match folded {
        "dizaine" => 10.0,
        "douzaine" => 12.0,
        "quinzaine" => 15.0,
        "vingtaine" => 20.0,
        "trentaine" => 30.0,
        "quarantaine" => 40.0,
        "cinquantaine" => 50.0,
        "soixantaine" => 60.0,
        "centaine" => 100.0,
        "millier" => 1000.0,
        _ => return None,
    })
}

/// Number words from `at`: value, index after, whether they only say "about" ("une centaine").
fn words(tokens: &[Token], at: usize) -> Option<(f64, usize, bool)> {
    if tokens[at].folded == "cent" && at > 0 && tokens[at - 1].folded == "pour" {
        return None; // "12 pour cent": the number is twelve.
    }
    if let Some(value) = collective(&tokens[at].folded) {
        let single = at > 0
            && matches!(tokens[at - 1].folded.as_str(), "une" | "un" | "la" | "cette" | "bonne" | "petite");
        return single.then_some((value, at + 1, true));
    }
    let (mut total, mut current, mut i) = (0.0, 0.0, at);
    while let Some(token) = tokens.get(i).filter(|t| t.kind == TokenKind::Word) {
        let word = token.folded.as_str();
        if let Some(value) = unit_word(word) {
            let four_twenties = value == 20.0 && (current % 100.0) == 4.0;
            current = if four_twenties { current - 4.0 + 80.0 } else { current + value };
        } else if matches!(word, "cent" | "cents") {
            let hundreds = if current == 0.0 { 1.0 } else { current };
            current = hundreds * 100.0;
        } else if let Some(scale) = scale(word).filter(|_| !matches!(word, "millier" | "milliers")) {
            total += if current == 0.0 { 1.0 } else { current } * scale;
            current = 0.0;
        } else if !(word == "et" && current > 0.0 && joins(tokens, i)) {
            break;
        }
        i += 1;
    }
    // "un", "une" alone are articles; "million" alone is vague.
    let only_one = i == at + 1
        && matches!(tokens[at].folded.as_str(), "un" | "million" | "millions" | "milliard" | "milliards");
    (i > at && !only_one && total + current > 1.0).then_some((total + current, i, false))
}

/// "et" inside a number: "vingt et un", "soixante et onze"; not "deux et trois".
fn joins(tokens: &[Token], et: usize) -> bool {
    let tens = et > 0 && unit_word(&tokens[et - 1].folded).is_some_and(|v| v >= 20.0);
    tens && tokens.get(et + 1).is_some_and(|t| matches!(t.folded.as_str(), "un" | "une" | "onze"))
}

/// "entre 40 et 50", "de 40 à 50": one number with two ends.
fn join_ranges(tokens: &[Token], numbers: &mut Vec<Number>) {
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| t.folded.as_str());
    let mut i = 0;
    while i + 1 < numbers.len() {
        let (low, high) = (&numbers[i], &numbers[i + 1]);
        let joint = (high.from == low.to + 1).then(|| word(Some(low.to)));
        let opener = word(low.from.checked_sub(1));
        let joined = matches!((opener, joint), ("entre", Some("et")) | ("de", Some("a")) | (_, Some("a")));
        let years = is_year(low) && is_year(high);
        if joined && low.value < high.value && !years && month_free(tokens, high.to) {
            let joined = Number {
                span: low.span.join(high.span),
                to: high.to,
                upper: Some(high.value),
                value: if low.value < 1000.0 && high.value >= 1e6 { low.value * 1e6 } else { low.value },
                bound: Bound::About,
                hedge: None,
                ..low.clone()
            };
            numbers.splice(i..i + 2, [joined]);
        }
        i += 1;
    }
}

fn is_year(number: &Number) -> bool {
    number.to == number.from + 1 && (1900.0..=2100.0).contains(&number.value)
}

fn month_free(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|t| month(&t.folded).is_none())
}

/// "trois cents (300) rapatriés": the digits stay.
fn drop_doubled_words(tokens: &[Token], numbers: &mut Vec<Number>) {
    let doubled: Vec<usize> = (1..numbers.len())
        .filter(|&i| {
            let (word, digit) = (&numbers[i - 1], &numbers[i]);
            word.value == digit.value
                && tokens[word.from].kind == TokenKind::Word
                && tokens.get(word.to).is_some_and(|t| t.folded == "(")
                && digit.from == word.to + 1
        })
        .collect();
    for i in doubled.into_iter().rev() {
        numbers.remove(i - 1);
    }
}

/// What follows or precedes a number when it counts nobody.
fn classify(content: &str, tokens: &[Token], number: &mut Number) {
    let after = |n: usize| tokens.get(number.to + n);
    let next = after(0).map_or("", |t| t.folded.as_str());
    let second = after(1).map_or("", |t| t.folded.as_str());
    let before = number.from.checked_sub(1).map(|i| &tokens[i]);
    let previous = before.map_or("", |t| t.folded.as_str());
    let glued_after = after(0).is_some_and(|t| t.span.start == number.span.end);
    let tied = |a: usize, b: usize| {
        !content[a..b].is_empty() && content[a..b].chars().all(|c| matches!(c, '-' | '‑' | '/'))
    };

    if next == "%" || (next == "pour" && second == "cent") {
        number.to += if next == "%" { 1 } else { 2 };
        number.span = number.span.join(tokens[number.to - 1].span);
        number.what = What::Percent;
        return;
    }
    let de = usize::from(matches!(next, "de" | "d"));
    let money = after(de).map_or("", |t| t.folded.as_str());
    let money_next = after(de + 1).map_or("", |t| t.folded.as_str());
    if let Some(code) = currency(money, money_next) {
        number.what = What::Money(code.to_owned());
        return;
    }
    let year = is_year(number)
        && tokens[number.from].kind == TokenKind::Digits
        && tokens[number.from].folded.len() == 4;
    let ordinal =
        glued_after && matches!(next, "e" | "eme" | "er" | "ere" | "ieme" | "nd" | "h" | "km" | "m");
    const MEASURES: [&str; 42] = [
        "an",
        "ans",
        "annee",
        "annees",
        "mois",
        "semaine",
        "semaines",
        "jour",
        "jours",
        "heure",
        "heures",
        "h",
        "minute",
        "minutes",
        "km",
        "kilometre",
        "kilometres",
        "metre",
        "metres",
        "hectare",
        "hectares",
        "ha",
        "tonne",
        "tonnes",
        "kg",
        "litres",
        "degres",
        "places",
        "lits",
        "pays",
        "villages",
        "communes",
        "cercles",
        "regions",
        "pages",
        "articles",
        "pirogues",
        "bateaux",
        "vehicules",
        "fois",
        "trimestre",
        "trimestres",
    ];
    let date = month(next).is_some() || (next == "er" && month(second).is_some());
    let number_sign = matches!(
        previous,
        "°" | "no" | "n" | "article" | "art" | "page" | "p" | "sdg" | "odd" | "objectif" | "+" | "tel"
    );
    let coded = before.is_some_and(|t| t.kind == TokenKind::Digits && tied(t.span.end, number.span.start))
        || after(0).is_some_and(|t| t.kind == TokenKind::Digits && tied(number.span.end, t.span.start));
    let slashed = next == "/" || previous == "/";
    let phone = digits_around(tokens, number) >= 3;
    if year
        || ordinal
        || date
        || number_sign
        || coded
        || slashed
        || phone
        || MEASURES.contains(&next)
        || (de == 1 && MEASURES.contains(&money))
    {
        number.what = What::Other;
    }
    // "2 500" is never a year, but "2500 migrants" without a space is a count although it looks like nothing else.
    if year && !coded && !date && !number_sign && crate::lexicon::LEXICON.is_people(next) && previous != "en"
    {
        number.what = What::Count;
    }
}

/// Short numbers in a row ("90 50 00 06"): a telephone.
fn digits_around(tokens: &[Token], number: &Number) -> usize {
    let pair = |t: &Token| t.kind == TokenKind::Digits && t.folded.len() <= 3;
    let before = tokens[..number.from].iter().rev().take(3).take_while(|t| pair(t)).count();
    let after = tokens[number.to..].iter().take(3).take_while(|t| pair(t)).count();
    before + after
}

fn currency(word: &str, next: &str) -> Option<&'static str> {
    Some(match word {
        "fcfa" | "xof" => "XOF",
        "f" if next == "cfa" || next == "." => "XOF",
        "francs" | "franc" => "XOF",
        "euro" | "euros" | "€" | "eur" => "EUR",
        "dollar" | "dollars" | "$" | "usd" => "USD",
        _ => return None,
    })
}

/// The words that touch the number and bind it; a hedge governs the number it precedes.
fn hedge(tokens: &[Token], number: &mut Number) {
    // Longest first. "pas moins de" before "moins de"; `*` ends a stem.
    const HEDGES: [(&[&str], Bound); 33] = [
        (&["un", "peu", "plus", "de"], Bound::AtLeast),
        (&["pas", "moins", "de"], Bound::AtLeast),
        (&["pas", "moins", "d"], Bound::AtLeast),
        (&["plus", "de"], Bound::AtLeast),
        (&["plus", "d"], Bound::AtLeast),
        (&["au", "moins"], Bound::AtLeast),
        (&["au", "dela", "de"], Bound::AtLeast),
        (&["depasse*"], Bound::AtLeast),
        (&["depasse*", "les"], Bound::AtLeast),
        (&["la", "barre", "des"], Bound::AtLeast),
        (&["un", "minimum", "de"], Bound::AtLeast),
        (&["a", "peu", "pres"], Bound::About),
        (&["a", "peine"], Bound::About),
        (&["aux", "alentours", "de"], Bound::About),
        (&["de", "l", "ordre", "de"], Bound::About),
        (&["autour", "de"], Bound::About),
        (&["pres", "de"], Bound::About),
        (&["pres", "d"], Bound::About),
        (&["environ"], Bound::About),
        (&["quelque"], Bound::About),
        (&["quelques"], Bound::About),
        (&["presque"], Bound::About),
        (&["approximativement"], Bound::About),
        (&["estime*", "a"], Bound::About),
        (&["evalue*", "a"], Bound::About),
        (&["chiffre*", "a"], Bound::About),
        (&["estime*", "a", "environ"], Bound::About),
        (&["moins", "de"], Bound::AtMost),
        (&["moins", "d"], Bound::AtMost),
        (&["au", "plus"], Bound::AtMost),
        (&["jusqu", "a"], Bound::AtMost),
        (&["au", "maximum"], Bound::AtMost),
        (&["tout", "au", "plus"], Bound::AtMost),
    ];
    // "les 500", "des 500": an article may stand between ("près des 500").
    let stands = |words: &[&str]| {
        let from = number.from.checked_sub(words.len())?;
        let is = |word: &str, token: &Token| match word.strip_suffix('*') {
            Some(stem) => token.folded.starts_with(stem),
            None => token.folded == word,
        };
        words.iter().zip(&tokens[from..number.from]).all(|(w, t)| is(w, t)).then_some(from)
    };
    let longest = HEDGES
        .iter()
        .filter_map(|(words, bound)| stands(words).map(|from| (from, *bound)))
        .min_by_key(|(from, _)| *from);
    if let Some((from, bound)) = longest {
        // A range stays about; "plus d'une centaine" is at least.
        if number.upper.is_none() {
            number.bound = bound;
        }
        number.hedge = Some(tokens[from].span.join(tokens[number.from - 1].span));
    }
}

/// What a number's own unit says, when it says it.
pub(crate) fn unit(what: &What) -> Option<Unit> {
    match what {
        What::Percent => Some(Unit::Percent),
        What::Money(code) => Some(Unit::Money(code.clone())),
        What::Count | What::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn read(text: &str) -> Vec<(f64, Bound)> {
        let all = tokens(text, Span::new(0, text.len()));
        numbers(text, &all)
            .into_iter()
            .filter(|n| n.what != What::Other)
            .map(|n| (n.value, n.bound))
            .collect()
    }

    #[test]
    fn thousands_are_read_in_every_dress() {
        for text in [
            "60.000 migrants",
            "60 000 migrants",
            "60\u{a0}000 migrants",
            "60\u{202f}000 migrants",
            "60\u{2009}000 migrants",
            "60000 migrants",
            "soixante mille migrants",
            "60 mille migrants",
        ] {
            assert_eq!(read(text), [(60000.0, Bound::Exact)], "{text}");
        }
        assert_eq!(read("1.902.150 personnes"), [(1902150.0, Bound::Exact)]);
        assert_eq!(read("22,49 millions de personnes"), [(22490000.0, Bound::Exact)]);
        assert_eq!(read("666,750 millions de Fcfa"), [(666750000.0, Bound::Exact)]);
        assert_eq!(read("quatre-vingt-quinze migrants"), [(95.0, Bound::Exact)]);
        assert_eq!(read("mille deux cents femmes"), [(1200.0, Bound::Exact)]);
    }

    #[test]
    fn a_hedge_governs_the_number_it_precedes() {
        assert_eq!(read("environ 60 en mai et 45 en juin"), [(60.0, Bound::About), (45.0, Bound::Exact)]);
        assert_eq!(read("plus de 44.000 ressortissants"), [(44000.0, Bound::AtLeast)]);
        assert_eq!(read("pas moins de 500 migrants"), [(500.0, Bound::AtLeast)]);
        assert_eq!(read("moins de 100 migrants"), [(100.0, Bound::AtMost)]);
        assert_eq!(read("une trentaine de rapatriés"), [(30.0, Bound::About)]);
        assert_eq!(read("entre 40 et 50 Béninois"), [(40.0, Bound::About)]);
    }

    #[test]
    fn years_laws_phones_and_ages_are_no_count() {
        for text in [
            "en 2019",
            "la loi n°2012-023",
            "le 12 juillet 2012",
            "Tél : +223 90 50 00 06",
            "une quinzaine de jours",
            "18 ans",
            "à 9 h",
            "la 3è session",
            "200 km",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
