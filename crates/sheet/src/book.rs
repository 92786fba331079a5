//! Workbooks and templates for clerks, as XLSX, or a sheet as CSV.

use crate::{
    address::Address,
    bounds::{MAX_ROWS, MAX_TEXT},
    csv,
};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};
use thiserror::Error;
use unicode_width::UnicodeWidthStr;

/// The narrowest and the widest that a column is made, in digits; what is longer is wrapped.
const WIDTHS: (usize, usize) = (8, 60);
/// What a column is wider than its content: the arrow of the filter has its place there.
const MARGIN: usize = 3;
/// As many rows decide how wide a column is.
const MEASURED: usize = 1_000;
/// The longest list of choices that Excel takes at the cell itself, commas included, in UTF-16 units.
const MAX_CHOICES: usize = 255;
/// The hidden sheet with the lists that are longer.
const CHOICES: &str = "_choices";
/// The number of the format `@`, which spreadsheets call “text”: what is typed stays as it is typed.
const TEXT: u8 = 49;

/// What a cell is to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Text, whatever it looks like: a code keeps its digits, and `=1+1` is no formula.
    Text(String),
    /// A number.
    Number(f64),
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Field {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl Field {
    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What is written above it.
    pub heading: String,
    /// What a clerk chooses from in its cells; empty if anything may be written.
    pub choices: Vec<String>,
}

impl From<&str> for Column {
    fn from(heading: &str) -> Self {
        Self { heading: heading.into(), choices: Vec::new() }
    }
}

/// A table to be written: headings in the first row, frozen and with filters, the rest below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, without the headings; none in a template.
    pub rows: Vec<Vec<Field>>,
}

/// A sheet of explanations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Its name.
    pub name: String,
    /// A paragraph each.
    pub lines: Vec<String>,
}

/// A workbook to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// Its tables.
    pub sheets: Vec<Sheet>,
    /// Explanations, on the sheets after the tables.
    pub notes: Vec<Notes>,
}

/// Why a workbook can't be made.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A text is longer than a cell can hold.
    #[error("{address} of sheet {sheet} has more than {MAX_TEXT} characters")]
    TooLong {
        /// On which sheet.
        sheet: String,
        /// Where.
        address: Address,
    },
    /// A workbook can't be like this: names of sheets that are empty, repeated or too long, too many rows.
    #[error("{reason}")]
    Impossible {
        /// What can't be.
        reason: String,
    },
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self::Impossible { reason: error.to_string() }
    }
}

impl Book {
    /// The content of its file: the same book gives the same bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WriteError> {
        let mut book = Workbook::new();
        // Else the time of writing, which is nobody's business and different every time.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let mut lists = Vec::new();
        for sheet in &self.sheets {
            write_sheet(book.add_worksheet(), sheet, &mut lists)?;
        }
        for notes in &self.notes {
            write_notes(book.add_worksheet(), notes)?;
        }
        if !lists.is_empty() {
            let hidden = book.add_worksheet();
            hidden.set_name(CHOICES)?.set_hidden(true);
            for (column, list) in lists.iter().enumerate() {
                for (row, choice) in list.iter().enumerate() {
                    hidden.write_string(row_of(row), column_of(column), choice)?;
                }
            }
        }
        Ok(book.save_to_buffer()?)
    }
}

impl Sheet {
    /// The content of its file as CSV, in UTF-8 with the mark by which Excel knows it. A text that a spreadsheet would take for a
    /// formula gets a tab in front, which reading takes away again; long digits are not safe from Excel in any CSV.
    pub fn to_csv(&self) -> String {
        let headings = csv::line(self.columns.iter().map(|column| column.heading.clone()));
        let rows = self.rows.iter().map(|row| csv::line(row.iter().map(Field::shown)));
        std::iter::once(format!("\u{feff}{headings}")).chain(rows).collect()
    }

    /// Refuses texts that are too long, with their place; the library would name only the bound.
    fn within_bounds(&self) -> Result<(), WriteError> {
        let headings = self.columns.iter().enumerate().map(|(column, named)| (0, column, named.heading.as_str()));
        let fields = self.rows.iter().enumerate().flat_map(|(row, fields)| {
            fields.iter().enumerate().filter_map(move |(column, field)| match field {
                Field::Text(text) => Some((row.saturating_add(1), column, text.as_str())),
                Field::Number(_) => None,
            })
        });
        match headings.chain(fields).find(|(_, _, text)| text.encode_utf16().count() > MAX_TEXT) {
            None => Ok(()),
            Some((row, column, _)) => Err(WriteError::TooLong {
                sheet: self.name.clone(),
                address: Address::new(row_of(row).saturating_add(1), u32::from(column_of(column)).saturating_add(1)),
            }),
        }
    }

    /// How wide a column is to be.
    fn width(&self, column: usize) -> usize {
        let heading = self.columns.get(column).map(|column| measured(&column.heading));
        let fields = self.rows.iter().take(MEASURED).filter_map(|row| row.get(column));
        let choices = self.columns.get(column).into_iter().flat_map(|column| &column.choices);
        let all = heading.into_iter().chain(fields.map(|field| measured(&field.shown())));
        let widest = all.chain(choices.map(|choice| measured(choice))).max().unwrap_or(0);
        widest.clamp(WIDTHS.0, WIDTHS.1).saturating_add(MARGIN)
    }
}

/// How wide a text is, its widest line counting; Chinese characters count as two digits.
fn measured(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// What does not fit is refused by the library, which knows how much does.
fn row_of(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn column_of(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn set_width(worksheet: &mut Worksheet, column: usize, width: usize) -> Result<(), XlsxError> {
    let width = f64::from(u16::try_from(width).unwrap_or(u16::MAX));
    worksheet.set_column_width(column_of(column), width).map(drop)
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, lists: &mut Vec<Vec<String>>) -> Result<(), WriteError> {
    sheet.within_bounds()?;
    let top = Format::new().set_align(FormatAlign::Top);
    let text = top.clone().set_num_format_index(TEXT);
    let wrapped = text.clone().set_text_wrap();
    let heading = text.clone().set_bold().set_text_wrap();
    worksheet.set_name(&sheet.name)?;
    for (place, column) in sheet.columns.iter().enumerate() {
        // Of the whole column, so that what is typed below stays as it is typed.
        worksheet.set_column_format(column_of(place), &text)?;
        set_width(worksheet, place, sheet.width(place))?;
        worksheet.write_string_with_format(0, column_of(place), &column.heading, &heading)?;
        if let Some(validation) = choices(&column.choices, lists)? {
            let (column, last) = (column_of(place), MAX_ROWS.saturating_sub(1));
            worksheet.add_data_validation(1, column, last, column, &validation)?;
        }
    }
    for (row, fields) in sheet.rows.iter().enumerate() {
        let row = row_of(row).saturating_add(1);
        for (column, field) in fields.iter().enumerate() {
            let at = column_of(column);
            match field {
                Field::Number(number) => worksheet.write_number_with_format(row, at, *number, &top)?,
                Field::Text(content) if content.is_empty() => continue,
                Field::Text(content) if content.contains('\n') || measured(content) > WIDTHS.1 => {
                    worksheet.write_string_with_format(row, at, content, &wrapped)?
                }
                Field::Text(content) => worksheet.write_string_with_format(row, at, content, &text)?,
            };
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    if let Some(last) = sheet.columns.len().checked_sub(1) {
        worksheet.autofilter(0, 0, row_of(sheet.rows.len()), column_of(last))?;
    }
    Ok(())
}

/// What lets a clerk choose. A list too long to stand at the cell goes to a hidden sheet.
fn choices(choices: &[String], lists: &mut Vec<Vec<String>>) -> Result<Option<DataValidation>, XlsxError> {
    if choices.is_empty() {
        return Ok(None);
    }
    let length = choices.iter().map(|choice| choice.encode_utf16().count().saturating_add(1)).sum::<usize>();
    let validation = match length <= MAX_CHOICES && !choices.iter().any(|choice| choice.contains(',')) {
        true => DataValidation::new().allow_list_strings(choices)?,
        false => {
            let letters = Address::new(1, row_of(lists.len()).saturating_add(1)).letters();
            lists.push(choices.to_vec());
            let area = format!("={CHOICES}!${letters}$1:${letters}${}", choices.len());
            DataValidation::new().allow_list_formula(Formula::new(area))
        }
    };
    Ok(Some(validation))
}

fn write_notes(worksheet: &mut Worksheet, notes: &Notes) -> Result<(), WriteError> {
    let wrapped = Format::new().set_num_format_index(TEXT).set_align(FormatAlign::Top).set_text_wrap();
    worksheet.set_name(&notes.name)?;
    let width = notes.lines.iter().map(|line| measured(line)).max().unwrap_or(0);
    set_width(worksheet, 0, width.clamp(WIDTHS.0, WIDTHS.1.saturating_mul(2)).saturating_add(MARGIN))?;
    for (row, line) in notes.lines.iter().enumerate() {
        worksheet.write_string_with_format(row_of(row), 0, line, &wrapped)?;
    }
    Ok(())
}
