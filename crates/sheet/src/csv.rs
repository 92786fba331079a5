//! Text becomes rows, as Excel divides it.

use crate::{
    address::Address,
    cell::{Cell, Value},
    table::{within_bounds, Delimiter, Row, TableError},
    trim,
};
use std::{iter::Peekable, str::Chars};

/// The delimiter of a text: the one that the first line has most of which has any. A title above may have none.
pub fn delimiter(text: &str) -> Delimiter {
    let (mut tabs, mut commas, mut semicolons, mut quoted) = (0_usize, 0_usize, 0_usize, false);
    for character in text.chars() {
        let count = match character {
            '"' => {
                quoted = !quoted;
                continue;
            }
            '\n' | '\r' if !quoted && tabs.max(commas).max(semicolons) > 0 => break,
            '\t' if !quoted => &mut tabs,
            ',' if !quoted => &mut commas,
            ';' if !quoted => &mut semicolons,
            _ => continue,
        };
        *count = count.saturating_add(1);
    }
    match (tabs, commas, semicolons) {
        _ if tabs > 0 && tabs >= commas.max(semicolons) => Delimiter::Tab,
        _ if semicolons > commas => Delimiter::Semicolon,
        _ => Delimiter::Comma,
    }
}

/// What ends a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Text,
}

/// The rows of a text that are not blank. A row is a record: line feeds in quotation marks begin no new one.
pub fn rows(text: &str, delimiter: Delimiter) -> Result<Vec<Row>, TableError> {
    let mut characters = text.chars().peekable();
    let mut rows = Vec::new();
    let mut address = Address::new(1, 1);
    let mut cells = Vec::new();
    while characters.peek().is_some() {
        let (text, end) = cell(&mut characters, delimiter.character(), address)?;
        let value = value(&text);
        if value != Value::Empty {
            within_bounds(address, &value)?;
            cells.push(Cell::new(address, value));
        }
        match end {
            End::Cell => address.column = address.column.saturating_add(1),
            End::Row | End::Text => {
                if !cells.is_empty() {
                    rows.push(Row::new(address.row, std::mem::take(&mut cells)));
                }
                address = Address::new(address.row.saturating_add(1), 1);
            }
        }
    }
    // A delimiter at the very end leaves the last row open.
    if !cells.is_empty() {
        rows.push(Row::new(address.row, cells));
    }
    Ok(rows)
}

/// Takes one cell and what ends it.
fn cell(characters: &mut Peekable<Chars>, delimiter: char, address: Address) -> Result<(String, End), TableError> {
    let mut text = String::new();
    if characters.next_if_eq(&'"').is_some() {
        quoted(characters, &mut text, address)?;
    }
    // What follows a closed quotation belongs to the cell, as Excel sees it.
    loop {
        match characters.next() {
            None => return Ok((text, End::Text)),
            Some(character) if character == delimiter => return Ok((text, End::Cell)),
            Some('\n') => return Ok((text, End::Row)),
            Some('\r') => {
                characters.next_if_eq(&'\n');
                return Ok((text, End::Row));
            }
            Some(character) => text.push(character),
        }
    }
}

/// Takes what stands in quotation marks, the first of which is gone already. Doubled ones stand for themselves.
fn quoted(characters: &mut Peekable<Chars>, text: &mut String, address: Address) -> Result<(), TableError> {
    loop {
        match characters.next() {
            None => return Err(TableError::UnclosedQuote { address }),
            Some('"') if characters.next_if_eq(&'"').is_none() => return Ok(()),
            Some(character) => text.push(character),
        }
    }
}

/// The value of a cell. Some systems write `="0123"`, lest Excel take a code for a number.
fn value(text: &str) -> Value {
    let inner = trim::trimmed(text).strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    trim::value(inner.unwrap_or(text))
}

/// How a row is written: cells quoted where needed, the line ended as Excel ends it.
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| written(&cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// How a cell is written. One that a spreadsheet would take for a formula gets a tab in front, which readers trim.
fn written(text: &str) -> String {
    let tab = if text.starts_with(['=', '+', '-', '@']) { "\t" } else { "" };
    let quoted = !tab.is_empty() || text != trim::trimmed(text) || text.contains([',', ';', '\t', '"', '\n', '\r']);
    match quoted {
        true => format!("\"{tab}{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bounds::{MAX_COLUMNS, MAX_TEXT};
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<(u32, Vec<String>)> {
        let rows = rows(text, delimiter(text)).expect("rows");
        rows.iter().map(|row| (row.number(), (0..row.width()).map(|place| row.cell(place).shown()).collect())).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_should_be_numbered_as_excel_shows_them() {
        let text = "a,b\r\n\r\n\"c\nd\",e\r\n,,\r\n f ,\"g\"\"h\"\n\n\ri,";
        let expected = [row(1, &["a", "b"]), row(3, &["c\nd", "e"]), row(5, &["f", "g\"h"]), row(8, &["i"])];
        assert_eq!(shown(text), expected);
        assert_eq!(shown("\n\na"), [row(3, &["a"])]);
        assert_eq!(shown("a,,b"), [row(1, &["a", "", "b"])]);
        assert_eq!(shown(""), []);
    }

    #[test]
    fn the_delimiter_should_be_told_by_the_heading_line() {
        assert_eq!(delimiter("企业;名称\n1,2;3,4\n"), Delimiter::Semicolon);
        assert_eq!(delimiter("企业\t名称,全称\t日期\n"), Delimiter::Tab);
        assert_eq!(delimiter("\"a;b;c\",d\n"), Delimiter::Comma);
        assert_eq!(delimiter("信息披露台账\r\n\r\n企业\t名称\n"), Delimiter::Tab);
        assert_eq!(delimiter("说明：甲;乙,,,\n"), Delimiter::Comma);
        assert_eq!(delimiter("企业\n"), Delimiter::Comma);
        assert_eq!(shown("a\tb\n\"c\td\"\te,f\n"), [row(1, &["a", "b"]), row(2, &["c\td", "e,f"])]);
    }

    #[test]
    fn quotation_marks_should_be_taken_as_excel_takes_them() {
        assert_eq!(shown("a \"b\" c,\"d\"e\n"), [row(1, &["a \"b\" c", "de"])]);
        assert_eq!(shown("=\"0123\",\"=\"\"9135\"\"\"\n"), [row(1, &["0123", "9135"])]);
        let error = rows("a,b\nc,\"d\ne,f\n", Delimiter::Comma).expect_err("unclosed");
        assert!(matches!(error, TableError::UnclosedQuote { address } if address == Address::new(2, 2)));
    }

    #[test]
    fn what_is_too_large_should_be_refused_where_it_is() {
        let long = |length: usize| format!("a,{}\n", "长".repeat(length));
        assert_eq!(rows(&long(MAX_TEXT), Delimiter::Comma).expect("rows").len(), 1);
        let error = rows(&long(MAX_TEXT + 1), Delimiter::Comma).expect_err("too long");
        assert!(matches!(error, TableError::TooLong { address } if address.to_string() == "B1"));
        let wide = |columns: u32| format!("{}a", ",".repeat(columns as usize - 1));
        assert_eq!(rows(&wide(MAX_COLUMNS), Delimiter::Comma).expect("rows").len(), 1);
        let error = rows(&wide(MAX_COLUMNS + 1), Delimiter::Comma).expect_err("too wide");
        assert!(matches!(error, TableError::TooManyColumns { address } if address.to_string() == "IW1"));
        let deep = |rows: u32| format!("{}a", "\n".repeat(rows as usize - 1));
        assert_eq!(rows(&deep(100_000), Delimiter::Comma).expect("rows").len(), 1);
        let error = rows(&deep(100_001), Delimiter::Comma).expect_err("too deep");
        assert!(matches!(error, TableError::TooManyRows { address } if address.to_string() == "A100001"));
        // Empty cells and blank rows beyond are no harm.
        assert_eq!(rows(&format!("a{}\n", ",".repeat(500)), Delimiter::Comma).expect("rows").len(), 1);
        assert_eq!(rows(&format!("a{}", "\n".repeat(200_000)), Delimiter::Comma).expect("rows").len(), 1);
    }

    proptest! {
        #[test]
        fn what_is_written_should_be_read_back(cells in prop::collection::vec("[a-z,;\"'=+@企业（） \n-]{0,8}", 2..6)) {
            let text = line(cells.iter().map(ToString::to_string));
            let rows = rows(&text, Delimiter::Comma).expect("rows");
            prop_assert!(rows.len() <= 1);
            for (place, cell) in cells.iter().enumerate() {
                let read = rows.first().map(|row| row.cell(place).shown()).unwrap_or_default();
                prop_assert_eq!(read, value(cell).map_shown());
            }
        }

        #[test]
        fn any_text_should_be_read_or_refused(text in "[a,;\t\"\r\n=]{0,64}") {
            if let Ok(rows) = rows(&text, delimiter(&text)) {
                prop_assert!(rows.windows(2).all(|pair| pair[0].number() < pair[1].number()));
            }
        }
    }

    impl Value {
        fn map_shown(self) -> String {
            Cell::new(Address::new(1, 1), self).shown()
        }
    }
}
