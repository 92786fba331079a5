//! A file becomes rows of cells.

use crate::{
    address::Address,
    bounds::{MAX_ABOVE_HEADING, MAX_COLUMNS, MAX_FILE, MAX_ROWS, MAX_TEXT, MAX_UNPACKED},
    cell::{Cell, Value},
    csv, decode, package, xlsx,
};
use std::{
    fs::File,
    io,
    io::Read,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// How an XLSX begins, being a zip.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// How the containers begin in which old Excel keeps its files, and new Excel those with a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How markup begins that some systems export under the ending `.xls`.
const MARKUP: [&str; 4] = ["<html", "<!doctype", "<?xml", "<table"];

/// Why a file is no table that can be read.
#[derive(Debug, Error)]
pub enum TableError {
    /// The file can't be read.
    #[error("{file}: {source}")]
    Unreadable {
        /// Which one.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is larger than [`MAX_FILE`]: divide it.
    #[error("the file is larger than {MAX_FILE} bytes")]
    TooLarge,
    /// The workbook would unpack to more than [`MAX_UNPACKED`]: copy its table into a new workbook.
    #[error("the workbook unpacks to more than {MAX_UNPACKED} bytes")]
    Unpacks,
    /// It is a workbook of Excel 97 to 2003 (`.xls`): save it as `.xlsx`.
    #[error("the file is a workbook of old Excel (.xls)")]
    OldExcel,
    /// It has a password: save it without one.
    #[error("the workbook is encrypted with a password")]
    Encrypted,
    /// It is a web page or XML, whatever its ending: open it in Excel or WPS and save it as `.xlsx`.
    #[error("the file is a web page or XML, not a table")]
    Markup,
    /// It is a zip, but no workbook of the kind `.xlsx`.
    #[error("the file is a zip archive, but no XLSX workbook")]
    NotWorkbook,
    /// The workbook is damaged: open it in Excel or WPS, which may mend it, and save it anew.
    #[error("the workbook is damaged: {reason}")]
    Damaged {
        /// What was found.
        reason: String,
    },
    /// It has no sheet of that name.
    #[error("the workbook has no sheet {name}")]
    NoSheet {
        /// Which was asked for.
        name: String,
        /// Which it has.
        there: Vec<String>,
    },
    /// There is nothing in it.
    #[error("there is nothing in the table")]
    Empty,
    /// It is neither a workbook nor a text.
    #[error("the file is neither a workbook nor a text")]
    NotText,
    /// A text is in no encoding that is known: save it as UTF-8 or as a workbook.
    #[error("line {line} is neither UTF-8 nor GB18030")]
    Undecodable {
        /// The first line that can't be decoded.
        line: u64,
    },
    /// A cell of a text begins with a quotation mark that is never closed.
    #[error("a quotation mark in {address} is never closed")]
    UnclosedQuote {
        /// Which cell.
        address: Address,
    },
    /// There is something below row [`MAX_ROWS`].
    #[error("there is something below row {MAX_ROWS}, in {address}")]
    TooManyRows {
        /// Where.
        address: Address,
    },
    /// There is something to the right of column [`MAX_COLUMNS`].
    #[error("there is something to the right of column {MAX_COLUMNS}, in {address}")]
    TooManyColumns {
        /// Where.
        address: Address,
    },
    /// A text is longer than [`MAX_TEXT`].
    #[error("{address} has more than {MAX_TEXT} characters")]
    TooLong {
        /// Which cell.
        address: Address,
    },
    /// Merged areas cover too much.
    #[error("merged areas cover too many cells, up to {address}")]
    MergedTooMuch {
        /// The beginning of the area that was one too many.
        address: Address,
    },
}

impl TableError {
    pub(crate) fn damaged(reason: impl ToString) -> Self {
        Self::Damaged { reason: reason.to_string() }
    }
}

/// In which encoding a text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// UTF-16 with a byte order mark: Excel's “Unicode text”.
    Utf16,
    /// GB18030, with GBK and GB 2312 in it.
    Gb18030,
}

/// What separates the cells of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// A tab.
    Tab,
    /// `;`
    Semicolon,
}

impl Delimiter {
    /// The character itself.
    pub const fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Semicolon => ';',
        }
    }
}

/// What a table was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        name: String,
        /// The other visible sheets, which were not read.
        others: Vec<String>,
    },
    /// A text, such as CSV.
    Text {
        /// In this encoding.
        encoding: Encoding,
        /// With this between cells.
        delimiter: Delimiter,
    },
}

/// A row that has something of its own in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    number: u32,
    /// Those with something in them, from left to right.
    cells: Vec<Cell>,
}

impl Row {
    pub(crate) fn new(number: u32, cells: Vec<Cell>) -> Self {
        Self { number, cells }
    }

    /// Its number, as the spreadsheet shows it: the first row is 1, and blank rows count.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The cell of a column, the first being 0. Where nothing is, an empty one.
    pub fn cell(&self, column: usize) -> Cell {
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        let found = self.cells.binary_search_by_key(&column, |cell| cell.address.column);
        let found = found.ok().and_then(|place| self.cells.get(place)).cloned();
        found.unwrap_or_else(|| Cell::new(Address::new(self.number, column), Value::Empty))
    }

    /// The cells with something in them, from left to right.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How many columns it has, empty ones between others included.
    pub fn width(&self) -> usize {
        let last = self.cells.last().map_or(0, |cell| cell.address.column);
        usize::try_from(last).unwrap_or(usize::MAX)
    }

    /// What every cell shows, from the first column on, in one line each: as headings are compared.
    pub fn shown(&self) -> Vec<String> {
        (0..self.width()).map(|column| one_line(&self.cell(column).shown())).collect()
    }
}

/// A text in one line. Clerks break headings to keep columns narrow: `企业↵名称` is `企业名称`, `enterprise↵name` two words.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(crate::trim::trimmed).filter(|line| !line.is_empty());
    lines.fold(String::new(), |joined, line| {
        let ends_word = joined.ends_with(|character: char| character.is_ascii_alphanumeric());
        let begins_word = line.starts_with(|character: char| character.is_ascii_alphanumeric());
        let space = if ends_word && begins_word { " " } else { "" };
        format!("{joined}{space}{line}")
    })
}

/// A table: the rows that have anything in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    origin: Origin,
    rows: Vec<Row>,
}

impl Table {
    /// Reads a file: of a workbook the first visible sheet that has anything in it. Its kind is told by its content, not
    /// by its ending.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        Self::of_bytes(&contents(path)?, None)
    }

    /// Reads one sheet of a workbook, be it hidden. A text has no sheets: it is read whatever the name.
    pub fn read_sheet(path: &Path, sheet: &str) -> Result<Self, TableError> {
        Self::of_bytes(&contents(path)?, Some(sheet))
    }

    /// Reads what a file contains.
    pub fn of_bytes(bytes: &[u8], sheet: Option<&str>) -> Result<Self, TableError> {
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_FILE {
            return Err(TableError::TooLarge);
        }
        let (origin, rows) = match bytes {
            _ if ZIP.iter().any(|magic| bytes.starts_with(magic)) => {
                package::check(bytes)?;
                xlsx::read(bytes, sheet)?
            }
            _ if bytes.starts_with(OLE) => return Err(package::of_container(bytes)),
            _ => of_text(bytes)?,
        };
        match rows.is_empty() {
            true => Err(TableError::Empty),
            false => Ok(Self { origin, rows }),
        }
    }

    /// What it was read from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// All rows that are not blank, whatever stands above the heading included.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row with the headings, and the rows below it. It is the first that `is_heading` accepts; above it at most
    /// [`MAX_ABOVE_HEADING`] rows may stand, such as a title. `|_| true` takes the first row.
    pub fn heading(&self, is_heading: impl Fn(&[String]) -> bool) -> Option<(&Row, &[Row])> {
        let place =
            self.rows.iter().take(MAX_ABOVE_HEADING.saturating_add(1)).position(|row| is_heading(&row.shown()))?;
        let (heading, below) = self.rows.get(place..)?.split_first()?;
        Some((heading, below))
    }
}

fn contents(path: &Path) -> Result<Vec<u8>, TableError> {
    let unreadable = |source| TableError::Unreadable { file: path.to_owned(), source };
    // Opening a pipe would wait for somebody to write.
    if path.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err(TableError::NotText);
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is too much, whatever the file says of its length.
    file.take(MAX_FILE.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn of_text(bytes: &[u8]) -> Result<(Origin, Vec<Row>), TableError> {
    let (text, encoding) = decode::decode(bytes)?;
    let beginning: String = crate::trim::trimmed(&text).chars().take(16).collect();
    let beginning = beginning.to_ascii_lowercase();
    if MARKUP.iter().any(|markup| beginning.starts_with(markup)) {
        return Err(TableError::Markup);
    }
    let delimiter = csv::delimiter(&text);
    Ok((Origin::Text { encoding, delimiter }, csv::rows(&text, delimiter)?))
}

/// Refuses a cell out of bounds. Only cells with something in them are asked.
pub fn within_bounds(address: Address, value: &Value) -> Result<(), TableError> {
    if address.row > MAX_ROWS {
        return Err(TableError::TooManyRows { address });
    }
    if address.column > MAX_COLUMNS {
        return Err(TableError::TooManyColumns { address });
    }
    match value {
        Value::Text(text) if text.len() > MAX_TEXT && text.encode_utf16().count() > MAX_TEXT => {
            Err(TableError::TooLong { address })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_headings_should_be_joined() {
        assert_eq!(one_line("企业\n 名称"), "企业名称");
        assert_eq!(one_line("enterprise\nname"), "enterprise name");
        assert_eq!(one_line("企业名称\n(全称)\n"), "企业名称(全称)");
    }
}
