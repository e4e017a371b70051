//! A web page: its article as blocks, what stands around it set aside, its metadata with the tag each was read from.

use balise_model::{Block, BlockKind, Evidenced, Metadata, SetAside, SetBy, Span, Text};
use balise_text::{judge, partial_date, signature};
use scraper::{ElementRef, Html, Node, Selector};

use crate::Read;

/// Deeper or more decorated than any article: such pages take a DOM builder minutes, so their text is taken plainly.
const DEEPEST: usize = 512;
const MOST_ATTRIBUTES: usize = 1_000;

pub(crate) fn read(page: &str) -> Read {
    if is_bomb(page) {
        return crate::plain::read(&without_tags(page));
    }
    let dom = Html::parse_document(page);
    let metadata = metadata(&dom);
    let mut out = Blocks::default();
    if let Some(title) = &metadata.title {
        out.push(BlockKind::Title, None, &title.value);
    }
    let root = article(&dom);
    match root {
        Some(article) => {
            out.walk(article, None);
            out.around(dom.root_element(), article);
        }
        None => out.walk(dom.root_element(), None),
    }
    Read { text: Some(Text::new(out.content, out.blocks)), metadata, problems: Vec::new() }
}

#[derive(Default)]
struct Blocks {
    content: String,
    blocks: Vec<Block>,
}

type Aside = Option<(BlockKind, SetAside)>;

impl Blocks {
    fn push(&mut self, kind: BlockKind, reason: Option<SetAside>, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        // A page's title is said again by its h1.
        let again = self.blocks.first().is_some_and(|b| b.span.of(&self.content) == Some(words.as_str()));
        if words.is_empty() || (again && matches!(kind, BlockKind::Title | BlockKind::Heading)) {
            return;
        }
        if !self.content.is_empty() {
            self.content.push_str("\n\n");
        }
        let start = self.content.len();
        self.content.push_str(&words);
        self.blocks.push(Block { span: Span::new(start, self.content.len()), kind, reason });
    }

    /// Adds what an element holds; `aside` when it lies in something set aside.
    fn walk(&mut self, element: ElementRef<'_>, aside: Aside) {
        let name = element.value().name();
        if matches!(
            name,
            "script"
                | "style"
                | "noscript"
                | "template"
                | "svg"
                | "iframe"
                | "head"
                | "button"
                | "select"
                | "form"
        ) {
            return;
        }
        let aside = aside.or_else(|| set_aside(element));
        match kind(name) {
            Some(kind) => {
                let words = text_of(element);
                let judged =
                    aside.map(|(k, r)| (k, Some(r))).or_else(|| judge(&words).map(|(k, r)| (k, Some(r))));
                let kind = if name == "p" { signature(&words).unwrap_or(kind) } else { kind };
                let (kind, reason) = judged.unwrap_or((kind, None));
                self.push(kind, reason, &words);
            }
            None => self.mixed(element, aside),
        }
    }

    /// A container: its own loose text is a paragraph, its elements are walked.
    fn mixed(&mut self, element: ElementRef<'_>, aside: Aside) {
        let mut loose = String::new();
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => loose.push_str(text),
                (_, Some(inner)) if is_inline(inner.value().name()) => loose.push_str(&text_of(inner)),
                (_, Some(inner)) => {
                    self.flush(&mut loose, aside);
                    self.walk(inner, aside);
                }
                _ => {}
            }
        }
        self.flush(&mut loose, aside);
    }

    fn flush(&mut self, loose: &mut String, aside: Aside) {
        let (kind, reason) = match aside.or_else(|| judge(loose)) {
            Some((kind, reason)) => (kind, Some(reason)),
            None => (signature(loose).unwrap_or(BlockKind::Body), None),
        };
        self.push(kind, reason, loose);
        loose.clear();
    }

    /// What stands outside the article, in the order of the page: kept, set aside, so that nothing is lost.
    fn around(&mut self, element: ElementRef<'_>, article: ElementRef<'_>) {
        for child in element.children().filter_map(ElementRef::wrap).filter(|c| c.id() != article.id()) {
            if child.descendants().any(|n| n.id() == article.id()) {
                self.around(child, article);
            } else {
                let aside = set_aside(child).unwrap_or((BlockKind::Navigation, SetAside::Navigation));
                self.walk(child, Some(aside));
            }
        }
    }
}

fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" => BlockKind::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "p" | "pre" | "dd" | "dt" => BlockKind::Body,
        "li" => BlockKind::List,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        "tr" => BlockKind::Table,
        "time" => BlockKind::Dateline,
        "address" => BlockKind::Byline,
        _ => return None,
    })
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "br"
            | "cite"
            | "code"
            | "em"
            | "i"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "u"
    )
}

/// What a container is for, by its tag, its class and its id.
fn set_aside(element: ElementRef<'_>) -> Aside {
    let value = element.value();
    match value.name() {
        "nav" => return Some((BlockKind::Navigation, SetAside::Navigation)),
        "footer" => return Some((BlockKind::Notice, SetAside::Copyright)),
        "aside" => return Some((BlockKind::Teaser, SetAside::ReadAlso)),
        _ => {}
    }
    let names =
        format!("{} {}", value.attr("class").unwrap_or(""), value.attr("id").unwrap_or("")).to_lowercase();
    let has = |words: &[&str]| {
        names.split(|c: char| !c.is_alphanumeric() && c != '-').any(|n| {
            words.iter().any(|w| n == *w || n.starts_with(&format!("{w}-")) || n.ends_with(&format!("-{w}")))
        })
    };
    if has(&[
        "related",
        "lire-aussi",
        "read-more",
        "readmore",
        "teaser",
        "teasers",
        "recommended",
        "similaires",
        "more-articles",
    ]) {
        Some((BlockKind::Teaser, SetAside::ReadAlso))
    } else if has(&["author-articles", "author-box", "auteur-articles"]) {
        Some((BlockKind::Teaser, SetAside::AuthorPage))
    } else if has(&["subscribe", "newsletter", "paywall", "abonnement"]) {
        Some((BlockKind::Notice, SetAside::Subscription))
    } else if has(&["copyright", "mentions"]) {
        Some((BlockKind::Notice, SetAside::Copyright))
    } else if has(&[
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "share",
        "social",
        "sidebar",
        "comments",
        "comment",
        "pagination",
        "tags",
    ]) {
        Some((BlockKind::Navigation, SetAside::Navigation))
    } else {
        None
    }
}

/// The element that holds the article: the `article` with the most words in paragraphs, else `main`.
fn article(dom: &Html) -> Option<ElementRef<'_>> {
    let select = |css: &str| Selector::parse(css).expect("a literal selector");
    let paragraph = select("p");
    let words = |e: &ElementRef<'_>| {
        e.select(&paragraph).map(|p| p.text().map(str::len).sum::<usize>()).sum::<usize>()
    };
    let articles = dom.select(&select("article")).max_by_key(words).filter(|a| words(a) > 0);
    articles.or_else(|| dom.select(&select("main, [role=main]")).next())
}

/// Text of an element, cells of a row apart.
fn text_of(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(text) if !inside_script(node) => out.push_str(text),
            Node::Element(e) if matches!(e.name(), "td" | "th") && !out.trim().is_empty() => {
                out.push_str(" | ")
            }
            Node::Element(e) if e.name() == "br" => out.push(' '),
            _ => {}
        }
    }
    out
}

fn inside_script(node: ego_tree::NodeRef<'_, Node>) -> bool {
    node.ancestors().any(|a| a.value().as_element().is_some_and(|e| matches!(e.name(), "script" | "style")))
}

fn metadata(dom: &Html) -> Metadata {
    let first = |css: &str, attribute: Option<&str>| {
        let selector = Selector::parse(css).expect("a literal selector");
        dom.select(&selector).find_map(|element| {
            let value = match attribute {
                Some(name) => element.value().attr(name).map(str::to_owned),
                None => Some(text_of(element)),
            }?;
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            (!value.is_empty()).then(|| Evidenced::new(value, css, SetBy::Header))
        })
    };
    let content = |css: &str| first(css, Some("content"));
    let day = |found: Option<Evidenced<String>>| {
        found.and_then(|f| partial_date(&f.value).map(|edge| Evidenced::new(edge, f.from, f.by)))
    };
    Metadata {
        title: content("meta[property='og:title']")
            .or_else(|| first("h1", None))
            .or_else(|| first("title", None)),
        outlet: content("meta[property='og:site_name']"),
        author: content("meta[name='author']").or_else(|| content("meta[property='article:author']")),
        published: day(content("meta[property='article:published_time']"))
            .or_else(|| day(content("meta[name='date'], meta[itemprop='datePublished']")))
            .or_else(|| day(first("article time[datetime], time[datetime]", Some("datetime")))),
        address: first("link[rel='canonical']", Some("href")).or_else(|| content("meta[property='og:url']")),
        language: first("html", Some("lang")),
        sample: content("meta[name='balise:sample']").is_some(),
    }
}

/// One pass over the bytes: nesting and attributes beyond what a page has. Elements whose end tag may be left out,
/// or that have none, do not count, neither opening nor closing.
fn is_bomb(page: &str) -> bool {
    const UNCOUNTED: [&str; 27] = [
        "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link",
        "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
        "track", "wbr",
    ];
    let (mut depth, mut rest) = (0_usize, page);
    while let Some(open) = rest.find('<') {
        let tag = &rest[open + 1..];
        let end = tag.find('>').unwrap_or(tag.len());
        let (tag, closing) = match tag[..end].strip_prefix('/') {
            Some(tag) => (tag, true),
            None => (&tag[..end], false),
        };
        let name =
            tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        let counted = !name.is_empty() && !tag.ends_with('/') && !UNCOUNTED.contains(&name.as_str());
        match (counted, closing) {
            (true, true) => depth = depth.saturating_sub(1),
            (true, false) => depth += 1,
            (false, _) => {}
        }
        if depth > DEEPEST || tag.matches('=').count() > MOST_ATTRIBUTES {
            return true;
        }
        rest = &rest[open + 1 + end..];
    }
    false
}

/// The text of a page without building it: tags become spaces, block ends become lines.
fn without_tags(page: &str) -> String {
    let mut out = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..];
        let Some(close) = tag.find('>') else { break };
        let block = ["</p", "</div", "</h", "</li", "<br"].iter().any(|t| tag.starts_with(t));
        out.push_str(if block { "\n\n" } else { " " });
        rest = &tag[close + 1..];
        if tag.starts_with("<script") || tag.starts_with("<style") {
            rest = rest.find("</").map_or("", |end| &rest[end..]);
        }
    }
    out.push_str(rest);
    out.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="fr"><head><title>Retours | La Tribune</title>
      <meta property="og:title" content="Retours : un bilan"><meta property="og:site_name" content="La Tribune du Sahel">
      <meta property="article:published_time" content="2024-08-09T07:30:00Z"><link rel="canonical" href="https://tribune.example/a"></head>
      <body><nav><a href="/">Accueil</a></nav><article><h1>Retours : un bilan</h1><p>Le pays a compté <b>5 684</b> retours.</p>
      <script>var x = "99 migrants";</script><aside><p>Lire aussi : 22 millions de bovins</p></aside>
      <table><tr><th>Année</th><th>Retours</th></tr><tr><td>2023</td><td>6 500</td></tr></table></article>
      <footer>© La Tribune</footer></body></html>"#;

    #[test]
    fn the_article_is_told_from_the_page_around_it() {
        let read = read(PAGE);
        let text = read.text.expect("a text");
        let said: Vec<_> =
            text.blocks().iter().map(|b| (b.kind, b.span.of(text.content()).unwrap_or_default())).collect();
        assert_eq!(
            said,
            [
                (BlockKind::Title, "Retours : un bilan"),
                (BlockKind::Body, "Le pays a compté 5 684 retours."),
                (BlockKind::Teaser, "Lire aussi : 22 millions de bovins"),
                (BlockKind::Table, "Année | Retours"),
                (BlockKind::Table, "2023 | 6 500"),
                (BlockKind::Navigation, "Accueil"),
                (BlockKind::Notice, "© La Tribune"),
            ]
        );
        assert_eq!(read.metadata.outlet.map(|o| o.value).as_deref(), Some("La Tribune du Sahel"));
        assert_eq!(read.metadata.published.map(|p| p.value.day.to_string()).as_deref(), Some("2024-08-09"));
    }

    #[test]
    fn a_page_built_to_hang_is_read_plainly() {
        let page = format!(
            "<html><body>{}Plus de 44 000 retours.{}",
            "<div>".repeat(20_000),
            "</div>".repeat(20_000)
        );
        let read = read(&page);
        assert!(read.text.expect("a text").content().contains("44 000"));
    }
}
