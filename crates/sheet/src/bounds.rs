//! How large a table may be. What is larger is no table that a clerk keeps.

/// The largest file, in bytes.
pub const MAX_FILE: u64 = 64 * 1024 * 1024;
/// What an XLSX may unpack to, all its parts together, in bytes.
pub const MAX_UNPACKED: u64 = 512 * 1024 * 1024;
/// The last row that may have anything in it.
pub const MAX_ROWS: u32 = 100_000;
/// The last column that may have anything in it (`IV`).
pub const MAX_COLUMNS: u32 = 256;
/// The longest text of a cell, in UTF-16 units: Excel's own bound.
pub const MAX_TEXT: usize = 32_767;
/// How many cells merged areas may cover, all together.
pub const MAX_MERGED: u64 = 1_000_000;
/// How many rows may stand above the heading.
pub const MAX_ABOVE_HEADING: usize = 5;
