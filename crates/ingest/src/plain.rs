//! Plain text, as copied from a page: its blocks come from its line ends.

use balise_model::{Block, BlockKind, Span, Text};
use balise_text::blocks;

use crate::{Read, front_matter};

pub(crate) fn read(decoded: &str) -> Read {
    let (metadata, body) = front_matter::split(decoded);
    // A title given by the header is said first, as the page did.
    let content = match &metadata.title {
        Some(title) if !body.trim_start().starts_with(title.value.as_str()) => {
            format!("{}\n\n{}", title.value, body.trim_start())
        }
        _ => body.to_owned(),
    };
    let mut blocks = blocks(&content);
    if let (Some(title), Some(first)) = (&metadata.title, blocks.first_mut())
        && first.span.of(&content) == Some(title.value.as_str())
    {
        first.kind = BlockKind::Title;
        first.reason = None;
        one_title(&mut blocks);
    }
    if blocks.is_empty() && !content.trim().is_empty() {
        blocks.push(Block { span: Span::new(0, content.len()), kind: BlockKind::Body, reason: None });
    }
    Read { text: Some(Text::new(content, blocks)), metadata, problems: Vec::new() }
}

fn one_title(blocks: &mut [Block]) {
    for block in blocks.iter_mut().skip(1).filter(|b| b.kind == BlockKind::Title) {
        block.kind = BlockKind::Heading;
    }
}
