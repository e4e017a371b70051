//! What one page of a tree holds. Every length is doubted: the bytes may be anything.

use rusqlite::types::Value;

use super::pages::{Pages, number};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Only leads to other pages.
    TableInner,
    TableLeaf,
    /// Leads to other pages, and has rows of its own.
    IndexInner,
    IndexLeaf,
}

pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) cells: Vec<Cell>,
    /// Cells that are no record.
    pub(super) broken: u64,
}

pub(super) struct Cell {
    /// Rows of tables without rowid, and entries of indexes, have none.
    pub(super) rowid: Option<i64>,
    pub(super) row: Vec<Value>,
}

/// The beginning of a page, when it is that of a tree.
struct Start {
    kind: Kind,
    /// Where the cells begin.
    cells: Vec<usize>,
    last_child: Option<u32>,
}

/// A page with its rows; nothing when it is not a page of a tree.
pub(super) fn node(pages: &mut Pages, n: u32) -> Option<Node> {
    let page = pages.read(n)?;
    let start = start(&page, n, pages.usable)?;
    let mut node = Node { kind: start.kind, cells: Vec::new(), broken: 0 };
    if start.kind != Kind::TableInner {
        for at in start.cells {
            match cell(pages, &page, at, start.kind) {
                Some(cell) => node.cells.push(cell),
                None => node.broken += 1,
            }
        }
    }
    Some(node)
}

/// What kind of page it is, and where it leads, without its rows.
pub(super) fn branch(pages: &mut Pages, n: u32) -> Option<(Kind, Vec<u32>)> {
    let page = pages.read(n)?;
    let start = start(&page, n, pages.usable)?;
    Some((start.kind, children(&page, &start)))
}

/// How many rows it says it holds.
pub(super) fn count(pages: &mut Pages, n: u32) -> u64 {
    let page = pages.read(n);
    page.and_then(|page| start(&page, n, pages.usable)).map_or(0, |start| start.cells.len() as u64)
}

/// A page of a tree with rows, all of which begin within it.
pub(super) fn plausible(pages: &mut Pages, n: u32) -> bool {
    let page = pages.read(n);
    let start = page.and_then(|page| start(&page, n, pages.usable));
    start.is_some_and(|start| {
        !start.cells.is_empty() && start.cells.iter().all(|at| (8..pages.usable).contains(at))
    })
}

fn start(page: &[u8], n: u32, usable: usize) -> Option<Start> {
    let at = if n == 1 { 100 } else { 0 };
    let kind = match page[at] {
        2 => Kind::IndexInner,
        5 => Kind::TableInner,
        10 => Kind::IndexLeaf,
        13 => Kind::TableLeaf,
        _ => return None,
    };
    let inner = matches!(kind, Kind::TableInner | Kind::IndexInner);
    let pointers = at + if inner { 12 } else { 8 };
    let count = usize::from(u16::from_be_bytes([page[at + 3], page[at + 4]]));
    let first = pointers + 2 * count;
    // Each cell takes four bytes at least, beside its pointer.
    if first + 4 * count > usable {
        return None;
    }
    let pointer =
        |i: usize| usize::from(u16::from_be_bytes([page[pointers + 2 * i], page[pointers + 2 * i + 1]]));
    let cells = (0..count).map(pointer).collect();
    Some(Start { kind, cells, last_child: inner.then(|| number(page, at + 8)) })
}

fn children(page: &[u8], start: &Start) -> Vec<u32> {
    let Some(last) = start.last_child else { return Vec::new() };
    let of_cells = start.cells.iter().filter(|at| **at + 4 <= page.len()).map(|at| number(page, *at));
    of_cells.chain([last]).collect()
}

fn cell(pages: &mut Pages, page: &[u8], at: usize, kind: Kind) -> Option<Cell> {
    let page = &page[..pages.usable];
    let at = if kind == Kind::IndexInner { at + 4 } else { at };
    let (length, mut at) = varint(page, at)?;
    let length = usize::try_from(length).ok().filter(|length| *length as u64 <= pages.bytes())?;
    let mut rowid = None;
    if kind == Kind::TableLeaf {
        let (id, after) = varint(page, at)?;
        (rowid, at) = (Some(id), after);
    }
    let bytes = payload(pages, page, at, length, kind)?;
    Some(Cell { rowid, row: record(&bytes)? })
}

/// The bytes of a row: those in the page, then those in the chain of pages that it overflows into.
fn payload(pages: &mut Pages, page: &[u8], at: usize, length: usize, kind: Kind) -> Option<Vec<u8>> {
    let usable = pages.usable;
    let most = if kind == Kind::TableLeaf { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
    if length <= most {
        return page.get(at..at + length).map(<[u8]>::to_vec);
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let here = least + (length - least) % (usable - 4);
    let here = if here <= most { here } else { least };
    let mut bytes = page.get(at..at + here)?.to_vec();
    let mut next = page.get(at + here..at + here + 4).map(|b| number(b, 0))?;
    while bytes.len() < length {
        if next < 2 || next > pages.count {
            return None;
        }
        let over = pages.read(next)?;
        let take = (length - bytes.len()).min(usable - 4);
        bytes.extend_from_slice(&over[4..4 + take]);
        next = number(&over, 0);
    }
    // The last of a chain leads nowhere; a chain that goes on is another's.
    (next == 0).then_some(bytes)
}

/// A record says how long each of its values is; together they must fill it.
fn record(bytes: &[u8]) -> Option<Vec<Value>> {
    let (header, mut at) = varint(bytes, 0)?;
    let header = usize::try_from(header).ok().filter(|end| *end >= at && *end <= bytes.len())?;
    let mut body = header;
    let mut row = Vec::new();
    while at < header {
        let (serial, after) = varint(&bytes[..header], at)?;
        let (value, length) = value(serial, &bytes[body..])?;
        (at, body) = (after, body + length);
        row.push(value);
    }
    (body == bytes.len() && !row.is_empty()).then_some(row)
}

fn value(serial: i64, bytes: &[u8]) -> Option<(Value, usize)> {
    let whole = |length: usize| {
        let sign = if bytes.get(..length)?[0] & 0x80 == 0 { 0 } else { -1 };
        Some((bytes[..length].iter().fold(sign, |n: i64, b| n << 8 | i64::from(*b)), length))
    };
    let integer = |(n, length)| (Value::Integer(n), length);
    Some(match serial {
        0 => (Value::Null, 0),
        1..=4 => integer(whole(serial as usize)?),
        5 => integer(whole(6)?),
        6 => integer(whole(8)?),
        7 => (Value::Real(f64::from_bits(whole(8)?.0 as u64)), 8),
        8 | 9 => (Value::Integer(serial - 8), 0),
        12.. => {
            let length = usize::try_from((serial - 12) / 2).ok()?;
            let bytes = bytes.get(..length)?.to_vec();
            let text = serial % 2 == 1;
            (if text { Value::Text(String::from_utf8(bytes).ok()?) } else { Value::Blob(bytes) }, length)
        }
        _ => return None,
    })
}

/// SQLite's numbers of one to nine bytes, and where the next thing begins.
fn varint(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let mut n = 0_u64;
    for i in 0..9 {
        let byte = *bytes.get(at + i)?;
        if i == 8 {
            return Some(((n << 8 | u64::from(byte)) as i64, at + 9));
        }
        n = n << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((n as i64, at + i + 1));
        }
    }
    None
}
