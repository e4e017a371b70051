//! Bytes in the file are packed with zstd: articles are small, and compress to a third.

use std::cell::RefCell;
use std::io::{Read, Write};
use std::path::Path;

use crate::Error;

/// zstd's default level.
const LEVEL: i32 = 3;

/// Largest thing packed, in bytes; one that claims more is not ours.
const LARGEST: u64 = 64 * 1024 * 1024;

pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    PACKER.with_borrow_mut(|packer| packer.compress(bytes)).map_err(failed)
}

/// What stands in `prefix` too costs next to nothing: the quotes of a text's figures.
pub(crate) fn pack_after(prefix: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder =
        zstd::stream::write::Encoder::with_ref_prefix(Vec::new(), LEVEL, prefix).map_err(failed)?;
    encoder.write_all(bytes).map_err(failed)?;
    encoder.finish().map_err(failed)
}

pub(crate) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Error> {
    match zstd::zstd_safe::get_frame_content_size(packed).ok().flatten() {
        Some(size) if size <= LARGEST => {
            UNPACKER.with_borrow_mut(|unpacker| unpacker.decompress(packed, size as usize)).map_err(failed)
        }
        // More than an import accepts is not ours.
        Some(_) => Err(failed(std::io::ErrorKind::InvalidData.into())),
        // Packed before the first release, when frames did not say how much they hold.
        None => {
            let mut bytes = Vec::new();
            let decoder = zstd::Decoder::new(packed).map_err(failed)?;
            decoder.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
            Ok(bytes)
        }
    }
}

thread_local! {
    // Made once a thread: making one costs as much as packing or unpacking an article.
    static PACKER: RefCell<zstd::bulk::Compressor<'static>> =
        RefCell::new(zstd::bulk::Compressor::new(LEVEL).expect("zstd needs some memory"));
    static UNPACKER: RefCell<zstd::bulk::Decompressor<'static>> =
        RefCell::new(zstd::bulk::Decompressor::new().expect("zstd needs some memory"));
}

pub(crate) fn unpack_after(prefix: &[u8], packed: &[u8]) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let decoder = zstd::stream::read::Decoder::with_ref_prefix(packed, prefix).map_err(failed)?;
    decoder.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn failed(source: std::io::Error) -> Error {
    Error::Io { path: Path::new("zstd").to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_a_known_beginning_costs_little() {
        let text = "Plus de 44 000 Maliens sont revenus depuis 2017, selon le ministère. ".repeat(3);
        assert_eq!(unpack(&pack(text.as_bytes()).unwrap()).unwrap(), text.as_bytes());
        let quoted = format!("[{text}]");
        let packed = pack_after(text.as_bytes(), quoted.as_bytes()).unwrap();
        assert!(packed.len() < 30, "{} bytes", packed.len());
        assert_eq!(unpack_after(text.as_bytes(), &packed).unwrap(), quoted.as_bytes());
        assert!(unpack(b"not packed").is_err());
    }
}
