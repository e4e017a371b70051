//! Names that no list holds, from the words beside them: persons by title, first name, family name or "Ag"; laws by
//! number; institutions, programmes and treaties by the noun they begin with; places after "localité de".

use balise_model::MentionKind;

use crate::folded::{BORDER, Folded, QUOTE};
use crate::gazetteer::{Cue, GAZETTEER, Weight};
use crate::mentions::{Found, NOBODY};

/// A name is at most that many words long.
const PERSON_WORDS: usize = 6;
const TITLE_WORDS: usize = 16;

/// What a cue makes of the words around it.
pub(crate) fn read(folded: &Folded<'_>, cue: Cue, start: usize, end: usize, found: &mut Vec<Found<'static>>) {
    let mut push = |span: Option<(usize, usize)>, kind: MentionKind| {
        if let Some((start, end)) = span {
            found.push(Found::new(start, end, kind, NOBODY, false));
        }
    };
    match cue {
        Cue::Title => push(titled(folded, start, end), MentionKind::Person),
        Cue::Person => push(person_around(folded, start, end), MentionKind::Person),
        Cue::Head(kind, weight) => push(headed(folded, start, end, kind, weight), kind),
        Cue::Named(kind) => push(named(folded, end, kind), kind),
        Cue::Numbered(kind) => push(numbered(folded, start, end), kind),
    }
}

/// "M. Sidi Bah", "le ministre Attaher": the capitals after a title.
fn titled(folded: &Folded<'_>, title: usize, end: usize) -> Option<(usize, usize)> {
    // "Me" and "M." are titles, "me" and "m" are not.
    if end - title <= 3 && !folded.is_capital(title) {
        return None;
    }
    let start = end + 1;
    let last = capitals(folded, start)?;
    let lone = folded.word_end(start) == last;
    let word = folded.word(start);
    let office = GAZETTEER.titles.has(word) || is_office_word(word);
    (!(office || lone && word.len() < 4)).then_some((start, last))
}

/// Capitalised words of an office, not of a person.
fn is_office_word(word: &[u8]) -> bool {
    matches!(
        word,
        b"delegue"
            | b"deleguee"
            | b"adjoint"
            | b"adjointe"
            | b"general"
            | b"executif"
            | b"regional"
            | b"national"
            | b"directeur"
            | b"malien"
            | b"malienne"
            | b"charge"
            | b"conseiller"
            | b"sortant"
            | b"division"
            | b"armee"
            | b"chef"
            | b"republique"
            | b"transition"
            | b"le"
            | b"la"
            | b"resident"
    )
}

/// A run of capitalised words from `start`, small particles inside: its end.
fn capitals(folded: &Folded<'_>, start: usize) -> Option<usize> {
    let mut end = None;
    let mut at = start;
    for _ in 0..PERSON_WORDS {
        let word_end = folded.word_end(at);
        if !folded.is_word(at) {
            break;
        }
        let initial = word_end - at == 1 && folded.bytes.get(word_end..word_end + 3) == Some(b" . ");
        if folded.is_capital(at) {
            end = Some(word_end);
            at = if initial { word_end + 3 } else { word_end + 1 };
        } else if end.is_some() && GAZETTEER.particles.has(folded.word(at)) {
            at = word_end + 1;
        } else {
            break;
        }
    }
    end
}

/// The whole name around a first name, a family name or "Ag".
fn person_around(folded: &Folded<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let particle = end - start <= 4 && matches!(folded.word(start), b"ag" | b"ould");
    if !particle && !folded.is_capital(start) {
        return None;
    }
    let mut first = start;
    while let Some(before) = folded.word_before(first) {
        if !is_part_before(folded, before, first) {
            break;
        }
        first = before;
    }
    let last = capitals(folded, start).map_or(end, |last| last.max(end));
    let last = if particle { capitals(folded, end + 1)?.max(last) } else { last };
    let words = folded.bytes[first..last].iter().filter(|b| **b == b' ').count() + 1;
    (words >= 2 && !(particle && first == start)).then_some((first, last))
}

/// The capitalised word `before` belongs to the name that goes on at `first`.
fn is_part_before(folded: &Folded<'_>, before: usize, first: usize) -> bool {
    let word = folded.word(before);
    if !folded.is_word(before)
        || !folded.is_capital(before)
        || GAZETTEER.titles.has(word)
        || is_office_word(word)
    {
        return false;
    }
    if word.len() == 1 {
        // "N'Famoro", "M'Bodj"; not "L'Ousmane".
        return matches!(word, b"n" | b"m") && folded.surface(before, first).contains(['\'', '’']);
    }
    if GAZETTEER.persons.has(word) {
        return true;
    }
    // "de l'Intérieur Mohamed …" is an office, "RFI Chérif …" a radio.
    let article = folded.word_before(before).map(|at| folded.word(at)).unwrap_or_default();
    let office = matches!(article, b"l" | b"la" | b"les" | b"du" | b"des" | b"aux");
    !office && !folded.opens(before) && !GAZETTEER.lookup.has(word)
}

/// "le chef de mission de l'agence, Awa Diarra, …": the two capitalised words after the first comma.
pub(crate) fn holder(folded: &Folded<'_>, end: usize, found: &mut Vec<Found<'static>>) {
    let reach = &folded.bytes[end..folded.bytes.len().min(end + 110)];
    let stop = |b: &u8| matches!(*b, b'.' | b';' | b':' | b'(' | QUOTE | BORDER | b'!' | b'?');
    let until = reach.iter().position(stop).unwrap_or(reach.len());
    for comma in reach[..until].iter().enumerate().filter(|(_, b)| **b == b',').map(|(at, _)| at).take(3) {
        let mut start = end + comma + 2;
        // A title between the comma and the name.
        while GAZETTEER.titles.has(folded.word(start)) {
            start = folded.word_end(start) + 1;
            start += usize::from(folded.word(start) == b".") * 2;
        }
        let Some(last) = capitals(folded, start) else { continue };
        let words: Vec<&[u8]> = folded.bytes[start..last].split(|b| *b == b' ').collect();
        if words.len() >= 2
            && words.iter().all(|w| w.len() > 1 && !is_office_word(w))
            && !is_a_head(folded, start)
        {
            found.push(Found::new(start, last, MentionKind::Person, NOBODY, false));
            return;
        }
    }
}

/// "Ministre de la Justice, Garde des Sceaux": capitals of an office after the comma, which go on with "de".
fn is_a_head(folded: &Folded<'_>, start: usize) -> bool {
    let next = folded.word_end(start) + 1;
    GAZETTEER.titles.has(folded.word(start))
        || matches!(folded.word(next), b"de" | b"des" | b"du" | b"d" | b"et")
}

/// "projet « … »", "localité de Tienfala".
fn named(folded: &Folded<'_>, end: usize, kind: MentionKind) -> Option<(usize, usize)> {
    let mut at = end + 1;
    if kind == MentionKind::Programme {
        // "le projet : « … »", "la plateforme numérique « … »"
        for _ in 0..2 {
            if folded.bytes.get(at) == Some(&QUOTE) {
                return quoted(folded, at);
            }
            let skip = folded.bytes.get(at) == Some(&b':') || (folded.is_word(at) && !folded.is_capital(at));
            if !skip {
                break;
            }
            at = folded.word_end(at) + 1;
        }
        if folded.bytes.get(at) == Some(&QUOTE) {
            return quoted(folded, at);
        }
        at = end + 1;
    }
    if !folded.is_word(at) || !folded.is_capital(at) {
        return None;
    }
    if kind == MentionKind::Programme
        && let Some(last) = before_acronym(folded, at, at)
    {
        return Some((at, last));
    }
    capitals(folded, at).map(|last| (at, last))
}

/// What stands between quotation marks, when it begins with a capital and is short enough for a name.
fn quoted(folded: &Folded<'_>, open: usize) -> Option<(usize, usize)> {
    let start = open + 2;
    let reach = &folded.bytes[start.min(folded.bytes.len())..folded.bytes.len().min(start + 220)];
    let close =
        reach.iter().position(|b| matches!(*b, QUOTE | BORDER | b'.')).filter(|at| reach[*at] == QUOTE)?;
    (close > 2 && folded.is_capital(start)).then_some((start, start + close - 1))
}

/// An act known by its number: "loi n°2012-023 du 12 juillet 2012", "décret n°2015-0883/P-RM", "résolution 2250".
fn numbered(folded: &Folded<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let mut at = end + 1;
    if matches!(folded.word(at), b"n" | b"no" | b"numero" | b"nos") {
        at = folded.word_end(at) + 1;
        at += usize::from(folded.word(at) == b".") * 2;
    }
    if !folded.bytes.get(at).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let mut last = folded.word_end(at);
    loop {
        let next = last + 1;
        let word = folded.word(next);
        let joined = folded.surface(last - 1, next + 1).contains(['-', '_', '‑']);
        let number = word.first().is_some_and(u8::is_ascii_digit) && joined;
        let letters = folded.is_word(next) && folded.is_capital(next) && joined;
        let slash = word == b"/" && folded.is_word(next + 2) && folded.is_capital(next + 2);
        match () {
            () if number || letters => last = folded.word_end(next),
            () if slash => last = folded.word_end(next + 2),
            () => break,
        }
    }
    Some((start, dated(folded, last)))
}

/// " du 12 juillet 2012" belongs to the act before it.
pub(crate) fn dated(folded: &Folded<'_>, end: usize) -> usize {
    const MONTHS: [&[u8]; 12] = [
        b"janvier",
        b"fevrier",
        b"mars",
        b"avril",
        b"mai",
        b"juin",
        b"juillet",
        b"aout",
        b"septembre",
        b"octobre",
        b"novembre",
        b"decembre",
    ];
    let words: Vec<usize> =
        std::iter::successors(Some(end + 1), |at| Some(folded.word_end(*at) + 1)).take(4).collect();
    let digits = |at: usize, most: usize| {
        let word = folded.word(at);
        !word.is_empty() && word.len() <= most && word[0].is_ascii_digit()
    };
    let date =
        folded.word(words[0]) == b"du" && digits(words[1], 3) && MONTHS.contains(&folded.word(words[2]));
    match date {
        true if digits(words[3], 4) => folded.word_end(words[3]),
        true => folded.word_end(words[2]),
        false => end,
    }
}

/// A name that begins with its noun: "Fédération nationale des mines", "Convention de Genève".
fn headed(
    folded: &Folded<'_>,
    start: usize,
    end: usize,
    kind: MentionKind,
    weight: Weight,
) -> Option<(usize, usize)> {
    if let Some(last) = before_acronym(folded, start, end) {
        return Some((start, last));
    }
    let capital = folded.is_capital(start);
    // "Centre-Nord" is one word, a place.
    if folded.surface(end - 1, folded.bytes.len().min(end + 1)).contains('-') {
        return None;
    }
    if !capital && weight != Weight::Small && kind != MentionKind::Law {
        return None;
    }
    let ministry = folded.word(start) == b"ministere";
    let phrase = Phrase::after(folded, end, ministry)?;
    let inside = capital && !folded.opens(start);
    let enough = match weight {
        _ if kind == MentionKind::Place => phrase.capital,
        Weight::Small => capital || phrase.capital || ministry,
        Weight::Strong => capital,
        Weight::Weak => {
            inside || (capital && phrase.capital) || (kind == MentionKind::Law && phrase.capital_first)
        }
    };
    enough.then_some((start, phrase.end))
}

/// The words that go on with a name after its noun.
struct Phrase {
    end: usize,
    /// One of them has a capital letter.
    capital: bool,
    /// The first noun has one.
    capital_first: bool,
}

impl Phrase {
    fn after(folded: &Folded<'_>, end: usize, commas: bool) -> Option<Self> {
        let mut phrase = Self { end, capital: false, capital_first: false };
        for _ in 0..TITLE_WORDS {
            let Some(noun) = phrase.next(folded, commas) else { break };
            phrase.capital_first |= phrase.end == end && folded.is_capital(noun);
            phrase.capital |= folded.is_capital(noun);
            phrase.end = folded.word_end(noun);
        }
        (phrase.end > end).then_some(phrase)
    }

    /// The next noun or adjective of the name: its start.
    fn next(&self, folded: &Folded<'_>, commas: bool) -> Option<usize> {
        let at = self.end + 1;
        let word = folded.word(at);
        match word {
            b"de" | b"des" | b"du" | b"d" | b"pour" | b"contre" | b"aux" => noun_after(folded, at),
            b"en" if folded.word(folded.word_end(at) + 1) == b"matiere" => Some(folded.word_end(at) + 1),
            b"et" => {
                let next = folded.word_end(at) + 1;
                match folded.word(next) {
                    b"de" | b"des" | b"du" | b"d" => noun_after(folded, next),
                    _ if self.capital && folded.is_word(next) && folded.is_capital(next) => Some(next),
                    _ => is_adjective(folded.word(next)).then_some(next),
                }
            }
            b"," if commas => {
                let next = folded.word_end(at) + 1;
                let noun = matches!(folded.word(next), b"de" | b"des" | b"du" | b"d")
                    .then(|| noun_after(folded, next))??;
                folded.is_capital(noun).then_some(noun)
            }
            _ if !folded.is_word(at) || word.len() < 2 => None,
            _ if folded.is_capital(at) => Some(at),
            _ => is_adjective(word).then_some(at),
        }
    }
}

/// After "de", "pour", "contre": past the article, a noun.
fn noun_after(folded: &Folded<'_>, connector: usize) -> Option<usize> {
    let mut at = folded.word_end(connector) + 1;
    if matches!(folded.word(at), b"la" | b"le" | b"les" | b"l") {
        at = folded.word_end(at) + 1;
    }
    let word = folded.word(at);
    let determiner = matches!(
        word,
        b"ce"
            | b"cet"
            | b"cette"
            | b"ces"
            | b"son"
            | b"sa"
            | b"ses"
            | b"leur"
            | b"leurs"
            | b"nos"
            | b"notre"
            | b"plus"
            | b"tous"
            | b"toutes"
            | b"chaque"
            | b"nombreux"
            | b"plusieurs"
            | b"certains"
            | b"un"
            | b"une"
            | b"deux"
            | b"trois"
            | b"base"
            | b"faire"
            | b"lutter"
            | b"que"
    );
    (folded.is_word(at) && !determiner).then_some(at)
}

/// An adjective such as names of institutions have, by its ending; verbs with the same ending are known.
fn is_adjective(word: &[u8]) -> bool {
    const VERBS: [&[u8]; 13] = [
        b"signale",
        b"rappelle",
        b"appelle",
        b"explique",
        b"indique",
        b"implique",
        b"applique",
        b"communique",
        b"pratique",
        b"critique",
        b"revendique",
        b"complique",
        b"interpelle",
    ];
    const ENDINGS: [&[u8]; 27] = [
        b"al",
        b"ale",
        b"ales",
        b"aux",
        b"ique",
        b"iques",
        b"ien",
        b"iens",
        b"ienne",
        b"iennes",
        b"ain",
        b"aine",
        b"aines",
        b"aire",
        b"aires",
        b"el",
        b"elle",
        b"elles",
        b"els",
        b"ieur",
        b"ieure",
        b"specialisee",
        b"agricole",
        b"ncier",
        b"nciere",
        b"nciers",
        b"outier",
    ];
    let ends = |ending: &&[u8]| word.ends_with(ending);
    word.len() > 4 && ENDINGS.iter().any(ends) && !VERBS.contains(&word)
}

/// The name goes up to the bracket that holds its acronym: "Chambre de commerce et d'industrie (CCI)".
pub(crate) fn before_acronym(folded: &Folded<'_>, start: usize, end: usize) -> Option<usize> {
    if !folded.bracket_within(end, 150) {
        return None;
    }
    let reach = &folded.bytes[end..folded.bytes.len().min(end + 150)];
    let open = reach.iter().position(|b| matches!(*b, b'(' | b'.' | b';' | b':' | QUOTE | BORDER))?;
    if reach[open] != b'(' || open == 0 {
        return None;
    }
    let last = end + open - 1;
    let acronym = crate::acronyms::in_brackets(folded, last)?;
    let letters = folded.bytes[acronym.0..acronym.1].iter().filter(|b| b.is_ascii_alphabetic());
    let mut name = folded.bytes[start..last].iter();
    let first = folded.bytes[start] == folded.bytes[acronym.0];
    (first && last > end && letters.clone().all(|l| name.any(|n| n == l))).then_some(last)
}
