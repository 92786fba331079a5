//! Bytes become text.

use crate::table::{Encoding, TableError};
use encoding_rs::{DecoderResult, GB18030};

/// As many Chinese characters of valid UTF-8 before the first fault can't be chance: the text is UTF-8, and damaged.
const CERTAIN: usize = 3;

/// Decodes a text without replacing anything: UTF-8, UTF-16 with its mark, else GB18030.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => match std::str::from_utf8(rest) {
            Ok(text) => Ok((not_binary(text)?.to_owned(), Encoding::Utf8)),
            Err(error) => Err(undecodable(rest, error.valid_up_to())),
        },
        [0xff, 0xfe, rest @ ..] => of_utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => of_utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((not_binary(text)?.to_owned(), Encoding::Utf8)),
            Err(error) => of_gb18030(bytes, error.valid_up_to()),
        },
    }
}

/// No text has a NUL in it; many other files do.
fn not_binary(text: &str) -> Result<&str, TableError> {
    match text.contains('\0') {
        true => Err(TableError::NotText),
        false => Ok(text),
    }
}

fn undecodable(bytes: &[u8], valid: usize) -> TableError {
    let feeds = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count();
    TableError::Undecodable { line: u64::try_from(feeds).unwrap_or(u64::MAX).saturating_add(1) }
}

fn of_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(String, Encoding), TableError> {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    let mut line = 1_u64;
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(units) {
        let character = character.map_err(|_| TableError::Undecodable { line })?;
        if character == '\n' {
            line = line.saturating_add(1);
        }
        text.push(character);
    }
    match odd {
        true => Err(TableError::Undecodable { line }),
        false => Ok((not_binary(&text)?.to_owned(), Encoding::Utf16)),
    }
}

/// Decodes what is no UTF-8 from byte `valid` on.
fn of_gb18030(bytes: &[u8], valid: usize) -> Result<(String, Encoding), TableError> {
    if bytes.contains(&0) {
        return Err(TableError::NotText);
    }
    let before = bytes.get(..valid).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    if before.chars().filter(|character| character.len_utf8() == 3).take(CERTAIN).count() == CERTAIN {
        return Err(undecodable(bytes, valid));
    }
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).ok_or(TableError::TooLarge)?;
    let mut text = String::with_capacity(room);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok((text, Encoding::Gb18030)),
        (DecoderResult::Malformed(..) | DecoderResult::OutputFull, read) => Err(undecodable(bytes, read.max(valid))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        decode(bytes).expect("a text")
    }

    fn line(bytes: &[u8]) -> u64 {
        match decode(bytes) {
            Err(TableError::Undecodable { line }) => line,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_encoding_of_clerks_should_be_read() {
        let text = "企业,名称\n";
        assert_eq!(read(text.as_bytes()), (text.into(), Encoding::Utf8));
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), (text.into(), Encoding::Utf8));
        // 企业,名称 in GB 2312, and 𠮷 in the four bytes of GB18030.
        assert_eq!(read(b"\xC6\xF3\xD2\xB5,\xC3\xFB\xB3\xC6\n"), (text.into(), Encoding::Gb18030));
        assert_eq!(read(b"\xC6\xF3\x95\x34\xB2\x35"), ("企𠮷".into(), Encoding::Gb18030));
        let mut little = vec![0xff, 0xfe];
        little.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&little), (text.into(), Encoding::Utf16));
        let mut big = vec![0xfe, 0xff];
        big.extend("𠮷,a\n".encode_utf16().flat_map(u16::to_be_bytes));
        assert_eq!(read(&big), ("𠮷,a\n".into(), Encoding::Utf16));
    }

    #[test]
    fn what_can_not_be_decoded_should_be_told_by_its_line() {
        assert_eq!(line(b"\xC6\xF3\xD2\xB5\n\xC6\xF3\n\xFF\xFF\n"), 3);
        assert_eq!(line(b"\xef\xbb\xbfa\nb\n\xFF\n"), 3);
        assert_eq!(line(b"\xff\xfea\0\n\0\x00\xd8b\0"), 2);
        assert_eq!(line(b"\xff\xfea\0\n\0b"), 2);
        // UTF-8 that was cut would be read as nonsense in GB18030.
        let mut cut = "企业名称\n企业\n".as_bytes().to_vec();
        cut.truncate(cut.len() - 2);
        cut.extend(b"\n");
        assert_eq!(line(&cut), 2);
        for binary in [b"a\0b".as_slice(), b"\xC6\xF3\0", b"\xef\xbb\xbf\0", b"\xff\xfe\0\0"] {
            assert!(matches!(decode(binary), Err(TableError::NotText)), "{binary:?}");
        }
    }
}
