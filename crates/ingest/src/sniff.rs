//! What bytes are, by looking at them.

pub(crate) enum Kind {
    Html,
    Plain,
    /// Not a text this program reads, with the name people know it by.
    Foreign(&'static str),
}

pub(crate) fn kind(bytes: &[u8]) -> Kind {
    const MAGIC: [(&[u8], &str); 10] = [
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "ZIP, DOCX, XLSX, ODT"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "GZIP"),
        (b"\x7fELF", "ELF"),
        (b"SQLite format 3\0", "SQLite"),
    ];
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Foreign(name);
    }
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if !wide && is_binary(&bytes[..bytes.len().min(64 * 1024)]) {
        return Kind::Foreign("binaire");
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_048)]).to_ascii_lowercase();
    let tagged = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<meta ",
        "<p>",
        "<p ",
        "<div",
        "<h1",
        "<table",
    ]
    .iter()
    .any(|tag| head.contains(tag));
    if tagged && head.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start().starts_with('<') {
        Kind::Html
    } else {
        Kind::Plain
    }
}

/// Control characters that no text has: a NUL, or more than one in a hundred.
fn is_binary(head: &[u8]) -> bool {
    let control = head.iter().filter(|b| matches!(b, 0x01..=0x08 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)).count();
    head.contains(&0) || control * 100 > head.len()
}
