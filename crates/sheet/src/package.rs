//! The package around a workbook, judged before anything in it is read.

use crate::{bounds::MAX_UNPACKED, table::TableError};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More parts than any workbook has.
const MAX_PARTS: usize = 10_000;
/// More tags than the styles of any workbook have: Excel knows 65,490 formats of cells.
const MAX_STYLE_TAGS: u64 = 1_000_000;
/// More tags than the texts of a table within bounds need.
const MAX_STRING_TAGS: u64 = 16_000_000;
/// What announces how many texts there are. A reader makes room for as many.
const ANNOUNCED: &[u8] = b"uniqueCount";
/// No announced number has as many digits.
const TOO_MANY_DIGITS: usize = 8;
/// How much is unpacked at a time.
const CHUNK: usize = 64 * 1024;

/// Unpacks everything once, keeping nothing, so that what reads the workbook afterwards meets no surprise: declared
/// sizes are not believed, checksums are compared, and nothing makes the reader need memory without end.
pub fn check(bytes: &[u8]) -> Result<(), TableError> {
    check_within(bytes, MAX_UNPACKED)
}

fn check_within(bytes: &[u8], most: u64) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(TableError::damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(TableError::damaged(format!("{} parts", archive.len())));
    }
    let mut left = most;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(TableError::damaged)?;
        let name = part.name().unwrap_or_default().to_ascii_lowercase();
        left = match () {
            () if name.ends_with("sharedstrings.xml") => {
                let content = whole(part, left)?;
                announces_sanely(&content)?;
                few_tags(tags(&content), MAX_STRING_TAGS)?;
                left.saturating_sub(length(&content))
            }
            () if name.ends_with("styles.xml") => {
                let content = whole(part, left)?;
                few_tags(tags(&content), MAX_STYLE_TAGS)?;
                left.saturating_sub(length(&content))
            }
            () => passed(part, left)?,
        };
    }
    Ok(())
}

fn length(content: &[u8]) -> u64 {
    u64::try_from(content.len()).unwrap_or(u64::MAX)
}

/// A part, if it is not longer than what is left.
fn whole(part: impl Read, left: u64) -> Result<Vec<u8>, TableError> {
    let mut content = Vec::new();
    part.take(left.saturating_add(1)).read_to_end(&mut content).map_err(TableError::damaged)?;
    match length(&content) > left {
        true => Err(TableError::Unpacks),
        false => Ok(content),
    }
}

/// What is left after a part that is passed over.
fn passed(mut part: impl Read, mut left: u64) -> Result<u64, TableError> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = part.read(&mut chunk).map_err(TableError::damaged)?;
        if read == 0 {
            return Ok(left);
        }
        left = left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(TableError::Unpacks)?;
    }
}

fn tags(content: &[u8]) -> u64 {
    u64::try_from(content.iter().filter(|byte| **byte == b'<').count()).unwrap_or(u64::MAX)
}

fn few_tags(tags: u64, most: u64) -> Result<(), TableError> {
    match tags > most {
        true => Err(TableError::Unpacks),
        false => Ok(()),
    }
}

/// Refuses a number of texts that is a lie, and another encoding than all workbooks have, in which it would hide.
fn announces_sanely(content: &[u8]) -> Result<(), TableError> {
    let damaged = || Err(TableError::damaged("the shared texts"));
    if content.contains(&0) {
        return damaged();
    }
    let mut rest = content;
    while let Some(place) = rest.windows(ANNOUNCED.len()).position(|window| window == ANNOUNCED) {
        rest = rest.get(place.saturating_add(ANNOUNCED.len())..).unwrap_or_default();
        let number = rest.iter().skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\''));
        if number.take_while(|byte| byte.is_ascii_digit()).take(TOO_MANY_DIGITS).count() == TOO_MANY_DIGITS {
            return damaged();
        }
    }
    Ok(())
}

/// What a container of old Excel is: a workbook with a password names its content so, in UTF-16.
pub fn of_container(bytes: &[u8]) -> TableError {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match bytes.windows(name.len()).any(|window| window == name) {
        true => TableError::Encrypted,
        false => TableError::OldExcel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::{write::SimpleFileOptions, ZipWriter};

    const MIB: usize = 1024 * 1024;

    /// Two parts, of one MiB of spaces each.
    fn bomb() -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/a.xml", "xl/sharedStrings.xml"] {
            archive.start_file(name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(&vec![b' '; MIB]).expect("its content");
        }
        archive.finish().expect("an archive").into_inner()
    }

    #[test]
    fn all_parts_together_should_count_as_they_unpack() {
        let bytes = bomb();
        let most = u64::try_from(2 * MIB).expect("small");
        assert!(bytes.len() < MIB / 100);
        assert!(check_within(&bytes, most).is_ok());
        for less in [most - 1, most / 2, most / 2 - 1, 0] {
            assert!(matches!(check_within(&bytes, less), Err(TableError::Unpacks)), "{less}");
        }
    }

    #[test]
    fn sizes_that_lie_should_be_of_no_use() {
        let mut bytes = bomb();
        let length = u32::try_from(MIB).expect("small").to_le_bytes();
        let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(&length)).collect();
        assert!(!places.is_empty());
        for at in places {
            bytes.splice(at..at + length.len(), 4096_u32.to_le_bytes());
        }
        let refused = check_within(&bytes, 10_000).expect_err("a lie");
        assert!(matches!(refused, TableError::Unpacks | TableError::Damaged { .. }), "{refused}");
    }

    #[test]
    fn an_announced_number_should_be_found_wherever_it_hides() {
        for sane in ["<sst uniqueCount=\"9999999\">", "<sst>", "uniqueCount", "<sst uniqueCount='x'>"] {
            assert!(announces_sanely(sane.as_bytes()).is_ok(), "{sane}");
        }
        for lie in
            ["<sst uniqueCount=\"10000000\">", "<!--uniqueCount=1--><sst uniqueCount \n= '99999999999'>", "<sst>\0"]
        {
            assert!(announces_sanely(lie.as_bytes()).is_err(), "{lie}");
        }
    }
}
