//! Small JSON files that people keep for years: read with a bound, written complete or not at all, and never over another.

use jiandu_vault::new_file::{self, Readers};
use serde::{de::DeserializeOwned, Serialize};
use std::{fs, io, io::Read, path::Path};

/// Why a file gives no value.
pub(crate) enum Unread {
    /// It is not text, or not the JSON that it should be.
    Malformed(&'static str),
    /// The system does not give it.
    System(io::Error),
}

/// Reads a file of at most `longest` bytes: what is longer is something else, and is cut so that it does not parse.
pub(crate) fn read<T: DeserializeOwned>(path: &Path, longest: u64) -> Result<T, Unread> {
    let mut text = String::new();
    // Opening a pipe would wait for somebody to write.
    let found = fs::metadata(path).map_err(Unread::System)?;
    if !found.is_file() && !found.is_dir() {
        return Err(Unread::Malformed("it is no file"));
    }
    let file = fs::File::open(path).map_err(Unread::System)?;
    file.take(longest).read_to_string(&mut text).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => Unread::Malformed("it is not text"),
        _ => Unread::System(error),
    })?;
    // Some editors put a byte order mark first.
    serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|_| Unread::Malformed("it is not the JSON that it should be"))
}

/// Writes a new file that only its owner can read or write, into a folder that exists.
pub(crate) fn write_new(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    new_file::write(path, &text, Readers::Owner)
}
