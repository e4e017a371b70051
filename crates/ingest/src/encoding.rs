//! From bytes to a string in NFC with LF line ends and no byte-order mark. This is the only place that normalises.

use balise_model::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text, and a note when some bytes meant nothing in the encoding that was recognised.
pub(crate) fn decode(bytes: &[u8]) -> (String, Vec<Problem>) {
    let encoding = recognise(bytes);
    let (text, used, damaged) = encoding.decode(bytes);
    let mut problems = Vec::new();
    if damaged {
        problems.push(Problem::new("encoding-damaged").with("encoding", used.name()));
    }
    (normal(&text), problems)
}

fn recognise(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"fr"), Utf8Detection::Allow)
}

/// NFC, LF, no byte-order mark, no NUL.
pub(crate) fn normal(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let composed = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
    if composed.contains(['\r', '\0']) {
        composed.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
    } else {
        composed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_french_bytes_are_read_right() {
        let windows: &[u8] = b"L\x92OIM a aid\xe9 60 000 migrants \xe0 rentrer\r\nc\x9cur";
        assert_eq!(decode(windows).0, "L’OIM a aidé 60 000 migrants à rentrer\ncœur");
        assert_eq!(decode(b"\xef\xbb\xbfd\xc3\xa9part").0, "départ");
        assert_eq!(decode("de\u{301}part".as_bytes()).0, "départ");
        let utf16: Vec<u8> = "\u{feff}départ".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).0, "départ");
    }
}
