//! The pages of a damaged file as SQLite would see them: the file, and over it what its write-ahead log committed.
//! <https://sqlite.org/fileformat2.html>

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::cells;
use crate::Error;

pub(super) struct Pages {
    file: File,
    log: Option<File>,
    /// Page → where its newest committed version lies in the log.
    logged: HashMap<u32, u64>,
    size: usize,
    /// What of a page SQLite uses.
    pub(super) usable: usize,
    pub(super) count: u32,
    /// Only where the first page says what it must.
    header: Option<Vec<u8>>,
}

const SIZES: [usize; 8] = [512, 1024, 2048, 4096, 8192, 16384, 32768, 65536];

/// How much of a file is looked at to guess the size of its pages.
const SAMPLE: usize = 16 * 1024 * 1024;

impl Pages {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let mut file = File::open(path).map_err(Error::io(path))?;
        let bytes = file.metadata().map_err(Error::io(path))?.len();
        let mut first = vec![0; 100];
        let header = file.read_exact(&mut first).ok().map(|()| first).filter(|h| header_holds(h));
        let log = Log::read(path);
        let size = match (&header, &log) {
            (Some(header), _) => Some(page_size(header)),
            (None, Some(log)) => Some(log.size),
            (None, None) => None,
        };
        let reserved = header.as_ref().map_or(0, |h| usize::from(h[20]));
        let mut pages =
            Self { file, log: None, logged: HashMap::new(), size: 0, usable: 0, count: 0, header };
        let size = match size {
            Some(size) => size,
            None => pages.guess(bytes).ok_or_else(|| Error::NotALibrary(path.to_owned()))?,
        };
        pages.set_size(size, bytes);
        pages.usable = size - reserved;
        if let Some(log) = log.filter(|log| log.size == size) {
            pages.count = pages.count.max(log.pages);
            (pages.log, pages.logged) = (Some(log.file), log.newest);
            if let Some(first) = pages.read(1).map(|page| page[..100].to_vec()).filter(|h| header_holds(h)) {
                pages.header = Some(first);
            }
        }
        Ok(pages)
    }

    fn set_size(&mut self, size: usize, bytes: u64) {
        (self.size, self.usable) = (size, size);
        self.count = u32::try_from(bytes / size as u64).unwrap_or(u32::MAX);
    }

    /// With the header gone, the size by which most pages of the file's beginning are such that all their rows lie
    /// within them: too small a size cuts them off, too large a one sees only every second.
    fn guess(&mut self, bytes: u64) -> Option<usize> {
        let mut best = (0, None);
        for size in SIZES {
            self.set_size(size, bytes);
            let sample = self.count.min((SAMPLE / size) as u32);
            let sound = (2..=sample).filter(|n| cells::plausible(self, *n)).count();
            if sound > best.0 {
                best = (sound, Some(size));
            }
        }
        best.1
    }

    /// One page, from 1. Nothing when the disk does not give it or the file ends before it.
    pub(super) fn read(&mut self, n: u32) -> Option<Vec<u8>> {
        let mut page = vec![0; self.size];
        let (file, at) = match (self.logged.get(&n), &mut self.log) {
            (Some(at), Some(log)) => (log, *at),
            _ => (&mut self.file, u64::from(n.checked_sub(1)?) * self.size as u64),
        };
        file.seek(SeekFrom::Start(at)).ok()?;
        file.read_exact(&mut page).ok()?;
        Some(page)
    }

    pub(super) fn bytes(&self) -> u64 {
        u64::from(self.count) * self.size as u64
    }

    pub(super) fn user_version(&self) -> Option<i32> {
        self.header.as_ref().map(|h| number(h, 60) as i32)
    }

    /// Pages that hold nothing any more.
    pub(super) fn free(&mut self) -> Vec<u32> {
        let mut free = Vec::new();
        let mut trunk = self.header.as_ref().map_or(0, |h| number(h, 32));
        // A chain that was damaged into a circle ends here too.
        while trunk != 0 && trunk <= self.count && free.len() <= self.count as usize && !free.contains(&trunk)
        {
            let Some(page) = self.read(trunk) else { break };
            free.push(trunk);
            let leaves = (number(&page, 4) as usize).min(self.usable / 4 - 2);
            free.extend((0..leaves).map(|i| number(&page, 8 + 4 * i)));
            trunk = number(&page, 0);
        }
        free
    }
}

pub(super) fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn page_size(header: &[u8]) -> usize {
    match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65536,
        size => usize::from(size),
    }
}

/// The fixed bytes are there, the sizes make sense, the text is UTF-8.
fn header_holds(header: &[u8]) -> bool {
    header.starts_with(b"SQLite format 3\0")
        && SIZES.contains(&page_size(header))
        && page_size(header) - usize::from(header[20]) >= 480
        && header[21..24] == [64, 32, 32]
        && number(header, 56) == 1
}

/// A write-ahead log: which of its frames count.
struct Log {
    file: File,
    size: usize,
    newest: HashMap<u32, u64>,
    pages: u32,
}

impl Log {
    /// Frames up to the last commit, as far as their running checksum holds: what SQLite itself would take.
    fn read(library: &Path) -> Option<Self> {
        let mut path = library.as_os_str().to_owned();
        path.push("-wal");
        let mut file = File::open(PathBuf::from(path)).ok()?;
        let mut header = [0; 32];
        file.read_exact(&mut header).ok()?;
        let big = match number(&header, 0) {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let size = number(&header, 8) as usize;
        let mut sum = checksum((0, 0), &header[..24], big);
        if !SIZES.contains(&size) || sum != (number(&header, 24), number(&header, 28)) {
            return None;
        }
        let (mut newest, mut open, mut pages) = (HashMap::new(), Vec::new(), 0);
        let mut frame = vec![0; 24 + size];
        let mut at = 32_u64;
        while file.read_exact(&mut frame).is_ok() {
            sum = checksum(checksum(sum, &frame[..8], big), &frame[24..], big);
            if frame[8..16] != header[16..24] || sum != (number(&frame, 16), number(&frame, 20)) {
                break;
            }
            open.push((number(&frame, 0), at + 24));
            at += frame.len() as u64;
            if number(&frame, 4) != 0 {
                pages = number(&frame, 4);
                newest.extend(open.drain(..));
            }
        }
        Some(Self { file, size, newest, pages })
    }
}

fn checksum((mut a, mut b): (u32, u32), bytes: &[u8], big: bool) -> (u32, u32) {
    let word = |w: &[u8]| {
        let w = [w[0], w[1], w[2], w[3]];
        if big { u32::from_be_bytes(w) } else { u32::from_le_bytes(w) }
    };
    for pair in bytes.chunks_exact(8) {
        a = a.wrapping_add(word(&pair[..4])).wrapping_add(b);
        b = b.wrapping_add(word(&pair[4..])).wrapping_add(a);
    }
    (a, b)
}
