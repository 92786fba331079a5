//! How a file differs from a document: what a person is told whose file is not the one that was anchored.

mod pdf;

use serde::Serialize;
use std::{
    fs, io,
    io::{BufReader, Read},
    path::Path,
};

/// Longest PDF in bytes that is taken apart.
const LONGEST_PDF: u64 = 64 << 20;
/// Bytes compared at a time.
const BLOCK: usize = 1 << 16;

/// How a file differs from an original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "difference")]
pub enum Difference {
    /// Not at all.
    Same,
    /// It is the original without its end.
    Cut {
        /// How many bytes are missing.
        missing: u64,
    },
    /// It is the original with something behind it.
    Longer {
        /// How many bytes are behind it.
        more: u64,
    },
    /// It is the same PDF, saved again: its permanent identifier (ISO 32000-2, 14.4) is the original's.
    SavedAgain,
    /// It is a PDF of its own with the same pages: the same content was exported again.
    ExportedAgain,
    /// It is something else, first at this byte, counted from 0.
    Other {
        /// Where.
        at: u64,
    },
}

impl Difference {
    /// How near it is to the original: the smaller, the nearer.
    pub const fn distance(self) -> u8 {
        match self {
            Self::Same => 0,
            Self::Cut { .. } | Self::Longer { .. } => 1,
            Self::SavedAgain => 2,
            Self::ExportedAgain => 3,
            Self::Other { .. } => 4,
        }
    }
}

/// Compares a file with an original.
pub fn compare(file: &Path, original: &Path) -> io::Result<Difference> {
    let (length, whole) = (fs::metadata(file)?.len(), fs::metadata(original)?.len());
    let common = common_beginning(fs::File::open(file)?, fs::File::open(original)?)?;
    Ok(match (common == length, common == whole) {
        (true, true) => Difference::Same,
        (true, false) if length > 0 => Difference::Cut { missing: whole.saturating_sub(length) },
        (false, true) => Difference::Longer { more: length.saturating_sub(whole) },
        _ if length.max(whole) > LONGEST_PDF => Difference::Other { at: common },
        _ => match (fs::read(file)?, fs::read(original)?) {
            (one, other) if pdf::same_document(&one, &other) => Difference::SavedAgain,
            (one, other) if pdf::same_pages(&one, &other) => Difference::ExportedAgain,
            _ => Difference::Other { at: common },
        },
    })
}

fn common_beginning(one: impl Read, other: impl Read) -> io::Result<u64> {
    let (mut one, mut other) = (BufReader::with_capacity(BLOCK, one), BufReader::with_capacity(BLOCK, other));
    let (mut left, mut right) = (vec![0; BLOCK], vec![0; BLOCK]);
    let mut common = 0u64;
    loop {
        let (read, also) = (fill(&mut one, &mut left)?, fill(&mut other, &mut right)?);
        let (left, right) = (left.get(..read).unwrap_or_default(), right.get(..also).unwrap_or_default());
        let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
        common = common.saturating_add(same as u64);
        if same < BLOCK {
            return Ok(common);
        }
    }
}

/// Fills a buffer as far as there is anything.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0usize;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(read) => filled = filled.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => (),
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_file_should_be_told_apart_from_its_original_in_its_own_way() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = |name: &str| folder.path().join(name);
        let write = |name: &str, bytes: &[u8]| -> PathBuf {
            fs::write(path(name), bytes).expect("written");
            path(name)
        };
        let long: Vec<u8> = (0..200_000u32).map(|index| (index % 251) as u8).collect();
        let original = write("original", &long);
        let difference = |bytes: &[u8]| compare(&write("file", bytes), &original).expect("compared");
        assert_eq!(difference(&long), Difference::Same);
        assert_eq!(difference(&long[..199_999]), Difference::Cut { missing: 1 });
        assert_eq!(difference(&[long.as_slice(), b"\r\n"].concat()), Difference::Longer { more: 2 });
        let mut changed = long.clone();
        changed[131_072] ^= 1;
        assert_eq!(difference(&changed), Difference::Other { at: 131_072 });
        assert_eq!(difference(b""), Difference::Other { at: 0 });

        write("one", &pdf::tests::pdf("a report", "ab", "Writer 1", true));
        write("saved", &pdf::tests::pdf("a report with a note", "ac", "Writer 2", false));
        write("exported", &pdf::tests::pdf("a report", "xy", "Other writer", false));
        write("other", &pdf::tests::pdf("another report", "pq", "Writer 1", true));
        let to_one = |name: &str| compare(&path(name), &path("one")).expect("compared");
        assert_eq!(to_one("one"), Difference::Same);
        assert_eq!(to_one("saved"), Difference::SavedAgain);
        assert_eq!(to_one("exported"), Difference::ExportedAgain);
        assert!(matches!(to_one("other"), Difference::Other { .. }));
        assert!(compare(&path("none"), &original).is_err());
    }
}
