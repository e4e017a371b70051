//! A plain text cut in blocks: the title, the paragraphs, and what is not the article (teasers, author pages,
//! subscription and copyright notices), each set aside with its reason. HTML brings its own blocks; plain text,
//! copied by hand from a page, has only its line ends.

use balise_model::{Block, BlockKind, SetAside, Span};

use crate::dates;
use crate::tokens::fold;

/// How lines make paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Paragraphs {
    /// Each line is one.
    Lines,
    /// Lines are broken at a width; a blank line or a full stop before a new start ends the paragraph.
    Wrapped,
}

/// Blocks of a plain text, from its line ends.
pub fn blocks(content: &str) -> Vec<Block> {
    let spans = paragraphs(content);
    let mut kinds: Vec<(BlockKind, Option<SetAside>)> =
        spans.iter().map(|s| kind_alone(&content[s.start..s.end])).collect();
    title(content, &spans, &mut kinds);
    set_aside_the_end(content, &spans, &mut kinds);
    spans.into_iter().zip(kinds).map(|(span, (kind, reason))| Block { span, kind, reason }).collect()
}

/// Paragraphs of a plain text: lines, joined where the text was wrapped at a width.
pub fn paragraphs(content: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in content.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            flush(content, &mut run, &mut out);
        } else {
            let from = at + (line.len() - line.trim_start().len());
            run.push(Span::new(from, from + trimmed.len()));
        }
        at += line.len();
    }
    flush(content, &mut run, &mut out);
    out
}

fn flush(content: &str, run: &mut Vec<Span>, out: &mut Vec<Span>) {
    let wrapped = shape(content, run) == Paragraphs::Wrapped;
    let mut open = false;
    for span in run.drain(..) {
        match out.last_mut() {
            Some(last)
                if open
                    && continues(&content[last.start..last.end], &content[span.start..span.end], wrapped) =>
            {
                last.end = span.end;
            }
            _ => out.push(span),
        }
        open = true;
    }
}

/// A run of lines is wrapped when most of them stop in the middle of a sentence.
fn shape(content: &str, run: &[Span]) -> Paragraphs {
    let cut = run.windows(2).filter(|w| !ends_a_sentence(&content[w[0].start..w[0].end])).count();
    if run.len() > 3 && cut * 2 > run.len() { Paragraphs::Wrapped } else { Paragraphs::Lines }
}

fn ends_a_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…', '»', ':', '"', ';'])
}

/// The next line goes on with the same paragraph.
fn continues(paragraph: &str, next: &str, wrapped: bool) -> bool {
    if ends_a_sentence(paragraph) {
        // In wrapped text a sentence often ends with its line; a paragraph's last line is a short one.
        let last = paragraph.rsplit('\n').next().unwrap_or(paragraph);
        return wrapped && last.chars().count() > 60;
    }
    wrapped || next.starts_with(|c: char| c.is_lowercase())
}

/// Whether a paragraph is set aside by its own words alone ("Lire aussi", a copyright notice): what HTML readers
/// ask after they have looked at the tags.
pub fn judge(paragraph: &str) -> Option<(BlockKind, SetAside)> {
    let (kind, reason) = kind_alone(paragraph.trim());
    reason.map(|reason| (kind, reason))
}

/// A paragraph of a page that only says who wrote, or when.
pub fn signature(paragraph: &str) -> Option<BlockKind> {
    let (kind, _) = kind_alone(paragraph.trim());
    matches!(kind, BlockKind::Byline | BlockKind::Dateline).then_some(kind)
}

/// What a paragraph is by its own words.
fn kind_alone(paragraph: &str) -> (BlockKind, Option<SetAside>) {
    // Only short paragraphs are notices: of a long one the first words are enough.
    let head = if paragraph.len() > 360 {
        paragraph.char_indices().nth(60).map_or(paragraph, |(i, _)| &paragraph[..i])
    } else {
        paragraph
    };
    let folded = fold(head);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let starts = |heads: &[&str]| heads.iter().any(|h| folded.starts_with(h));
    let has = |words: &[&str]| words.iter().any(|w| folded.contains(w));
    let length = paragraph.chars().count();
    if starts(&[
        "lire aussi",
        "a lire aussi",
        "lire egalement",
        "a lire egalement",
        "voir aussi",
        "sur le meme sujet",
        "a lire :",
        "lire :",
        "a (re)lire",
        "(re)lire",
        "et aussi :",
        "a voir aussi",
        "a decouvrir",
    ]) {
        return (BlockKind::Teaser, Some(SetAside::ReadAlso));
    }
    if starts(&["les articles de l", "du meme auteur", "articles similaires", "autres articles"])
        && length < 60
    {
        return (BlockKind::Teaser, Some(SetAside::AuthorPage));
    }
    if length < 300
        && has(&[
            "abonnez-vous",
            "reserve aux abonnes",
            "s’abonner",
            "s'abonner",
            "deja abonne",
            "inscrivez-vous a la newsletter",
        ])
    {
        return (BlockKind::Notice, Some(SetAside::Subscription));
    }
    if has(&[
        "toute reproduction",
        "tous droits reserves",
        "reproduction interdite",
        "droits d’auteur",
        "droits d'auteur",
        "©",
    ]) && length < 320
    {
        return (BlockKind::Notice, Some(SetAside::Copyright));
    }
    if length < 250
        && (has(&["pour plus d’informations", "pour plus d'informations", "veuillez contacter"])
            || starts(&[
                "tel.",
                "tel:",
                "tel :",
                "contact",
                "pour en savoir plus",
                "pour de plus amples",
                "pour participer",
            ]))
    {
        return (BlockKind::Notice, Some(SetAside::Contact));
    }
    if length < 120
        && (starts(&[
            "accueil >",
            "partage",
            "commentaires",
            "lire l’article original",
            "lire l'article original",
        ]) || has(&[" partages", " vues"]))
    {
        return (BlockKind::Navigation, Some(SetAside::Navigation));
    }
    if length < 110 && dates::is_dateline(paragraph) {
        return (BlockKind::Dateline, None);
    }
    if is_byline(paragraph, folded, length) {
        return (BlockKind::Byline, None);
    }
    if paragraph.starts_with(['-', '•', '*', '–']) {
        return (BlockKind::List, None);
    }
    if paragraph.starts_with('«') && paragraph.ends_with('»') {
        return (BlockKind::Quote, None);
    }
    if length < 90 && !ends_a_sentence(paragraph) {
        return (BlockKind::Heading, None);
    }
    (BlockKind::Body, None)
}

/// "Par Sidi K. Traoré", "N'Famoro KEITA", "Rédaction Lessor", "Source : …".
fn is_byline(paragraph: &str, folded: &str, length: usize) -> bool {
    if length > 60 || paragraph.contains(|c: char| c.is_ascii_digit()) || ends_a_sentence(paragraph) {
        return false;
    }
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let capitals = words.iter().filter(|w| w.starts_with(|c: char| c.is_uppercase())).count();
    let shouted =
        words.iter().any(|w| w.chars().count() > 2 && w.chars().all(|c| c.is_uppercase() || c == '-'));
    folded.starts_with("redaction ")
        || folded.starts_with("source :")
        || folded.starts_with("source:")
        || (folded.starts_with("par ") && capitals >= words.len() - 1)
        || ((2..=4).contains(&words.len()) && capitals == words.len() && shouted)
}

/// The first short line without a full stop is the title; the same line again is not a second one.
fn title(content: &str, spans: &[Span], kinds: &mut Kinds) {
    let candidate = |i: &usize| {
        let line = &content[spans[*i].start..spans[*i].end];
        let length = line.chars().count();
        matches!(kinds[*i].0, BlockKind::Heading | BlockKind::Body)
            && length < 220
            && !line.ends_with(['.', ';', ':'])
    };
    let opening: Vec<usize> =
        (0..spans.len().min(5)).take_while(|&i| i == 0 || is_opening(kinds, content, spans, i - 1)).collect();
    let Some(&first) =
        opening.iter().filter(|i| candidate(i)).max_by_key(|&&i| (spans[i].len() > 30, std::cmp::Reverse(i)))
    else {
        return;
    };
    if spans.len() == 1 {
        return; // A single line is a sentence, not a title without its article.
    }
    kinds[first].0 = BlockKind::Title;
    let words = content[spans[first].start..spans[first].end].to_owned();
    for i in first + 1..spans.len() {
        if kinds[i].0 == BlockKind::Heading && content[spans[i].start..spans[i].end] == words {
            kinds[i] = (BlockKind::Navigation, Some(SetAside::Navigation));
        }
    }
}

/// Blocks that may come before the title: short lines, dates.
fn is_opening(kinds: &Kinds, content: &str, spans: &[Span], i: usize) -> bool {
    matches!(kinds[i].0, BlockKind::Heading | BlockKind::Dateline | BlockKind::Byline | BlockKind::Navigation)
        && content[spans[i].start..spans[i].end].chars().count() < 31
}

type Kinds = [(BlockKind, Option<SetAside>)];

/// Where the article is over: after its signature, or from the first of several "Lire aussi", what follows are
/// other articles.
fn set_aside_the_end(content: &str, spans: &[Span], kinds: &mut Kinds) {
    let first_teaser = kinds.iter().position(|k| k.0 == BlockKind::Teaser).unwrap_or(kinds.len());
    let signed = (1..first_teaser).rfind(|&i| kinds[i].0 == BlockKind::Byline);
    match end_of_article(kinds, first_teaser, signed) {
        Some(end) => set_aside_from(end, kinds),
        None => set_aside_summaries(content, spans, kinds, signed),
    }
}

/// The first block that is no longer the article, when teasers show where it ends.
fn end_of_article(kinds: &Kinds, first_teaser: usize, signed: Option<usize>) -> Option<usize> {
    let author_page = kinds.iter().position(|k| k.1 == Some(SetAside::AuthorPage));
    let last_teaser = kinds.iter().rposition(|k| k.0 == BlockKind::Teaser)?;
    let several = last_teaser > first_teaser && last_teaser >= kinds.len() / 2;
    let certain = several || signed.is_some();
    [author_page, certain.then_some(first_teaser)].into_iter().flatten().min()
}

/// All that follows is another article, but notices keep their own reason.
fn set_aside_from(end: usize, kinds: &mut Kinds) {
    let mut reason = SetAside::ReadAlso;
    for kind in &mut kinds[end..] {
        match kind.1 {
            Some(SetAside::AuthorPage) => reason = SetAside::AuthorPage,
            Some(_) => continue,
            None => {}
        }
        *kind = (BlockKind::Teaser, Some(reason));
    }
}

/// Without teasers, a page still ends with summaries of other articles, cut short ("…de la place ..").
fn set_aside_summaries(content: &str, spans: &[Span], kinds: &mut Kinds, signed: Option<usize>) {
    let cut_short = |i: usize| spans[i].of(content).is_some_and(|p| p.ends_with("..") || p.ends_with(" ."));
    for i in 1..kinds.len() {
        let follows = kinds[i - 1].0 == BlockKind::Teaser || signed.is_some_and(|s| s < i);
        if kinds[i].1.is_none() && cut_short(i) && follows {
            kinds[i] = (BlockKind::Teaser, Some(SetAside::OtherArticle));
        }
    }
    let Some(signed) = signed else { return };
    let after = &mut kinds[signed + 1..];
    if after.iter().any(|k| k.1 == Some(SetAside::OtherArticle)) {
        // Whatever stands among the summaries after the signature is one too.
        for kind in after.iter_mut().filter(|k| k.1.is_none() && k.0 == BlockKind::Body) {
            *kind = (BlockKind::Teaser, Some(SetAside::OtherArticle));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, String)> {
        blocks(text)
            .into_iter()
            .map(|b| (b.kind, b.span.of(text).unwrap_or_default().chars().take(12).collect()))
            .collect()
    }

    #[test]
    fn teasers_after_the_signature_are_not_the_article() {
        let text = "Retours : un bilan\n\nPublié le 9 août 2024 à 07:30\n\nLe pays a compté 5 684 retours.\n\nSidi TRAORÉ\n\n\
                    Lire aussi : Élevage : le recensement\n\nOn compte 22 millions de bovins..\n\nLes articles de l'auteur\n\nRoutes : 8 % de moins.\n";
        use BlockKind::*;
        let found: Vec<BlockKind> = kinds(text).into_iter().map(|k| k.0).collect();
        assert_eq!(found, [Title, Dateline, Body, Byline, Teaser, Teaser, Teaser, Teaser]);
    }

    #[test]
    fn lines_broken_at_a_width_are_one_paragraph() {
        let text = "La cérémonie\nd’ouverture, qui s’est tenue jeudi, a rassemblé des\nexperts venus de\nplusieurs pays pour échanger.\nLes travaux\nont été lancés autour du thème central.\n";
        let whole = paragraphs(text);
        assert!(whole.len() <= 2, "{whole:?}");
    }

    #[test]
    fn a_single_sentence_is_body() {
        assert_eq!(
            kinds("Plus de 44 000 Maliens sont rentrés depuis 2017."),
            [(BlockKind::Body, "Plus de 44 0".into())]
        );
    }
}
