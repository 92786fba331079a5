//! Reading a row's cells by their columns. All that is wrong with a row is collected, so that a clerk mends it in one go.

use crate::{
    enterprise_values::{self, answer},
    error::CliError,
    failures::of_cell,
    faults::Fault,
    language::Language,
    tables::Column,
    values,
};
use jiandu_client::texts::Word;
use jiandu_primitives::{calendar::Day, uscc::Uscc};
use jiandu_sheet::{Cell, CellError, Row};
use std::{
    collections::BTreeMap,
    fmt::Display,
    path::{Path, PathBuf},
};

/// Where each column stands.
#[derive(Clone, Debug)]
pub struct Columns {
    places: BTreeMap<Column, usize>,
    /// How many headings there are, known or not.
    count: usize,
}

impl Columns {
    /// Whether a row is one of headings: it has two that are known.
    pub fn is_heading(cells: &[String]) -> bool {
        cells.iter().filter(|cell| Column::of_heading(cell).is_some()).count() > 1
    }

    /// The columns under these headings. Refuses one that stands twice.
    pub fn of(file: &str, headings: &[String]) -> Result<Self, CliError> {
        let mut places = BTreeMap::new();
        for (place, heading) in headings.iter().enumerate() {
            let Some(column) = Column::of_heading(heading) else { continue };
            if places.insert(column, place).is_some() {
                return Err(CliError::ListColumnTwice { file: file.into(), column: column.shown().into() });
            }
        }
        Ok(Self { places, count: headings.len() })
    }

    /// Those that are known.
    pub fn known(&self) -> Vec<Column> {
        self.places.keys().copied().collect()
    }

    /// Refuses a table that lacks one of the columns that it needs, or has one of another table.
    pub fn expect(&self, file: &str, own: &[(Column, bool)]) -> Result<(), CliError> {
        let named = |columns: Vec<Column>| -> Option<String> {
            let shown: Vec<String> = columns.into_iter().map(|column| format!("“{}”", column.shown())).collect();
            Some(shown.join(" ")).filter(|shown| !shown.is_empty())
        };
        let is_foreign = |column: &Column| !own.iter().any(|(known, _)| known == column);
        if let Some(foreign) = named(self.known().into_iter().filter(is_foreign).collect()) {
            return Err(CliError::ListMixed { file: file.into(), foreign: foreign.into() });
        }
        let missing = own.iter().filter(|(column, needed)| *needed && !self.places.contains_key(column));
        match named(missing.map(|(column, _)| *column).collect()) {
            Some(missing) => Err(CliError::ListColumns { file: file.into(), missing: missing.into() }),
            None => Ok(()),
        }
    }
}

/// A row that is read.
pub struct Line<'a> {
    row: &'a Row,
    columns: &'a Columns,
    /// What is wrong with it so far.
    pub faults: Vec<Fault>,
}

impl<'a> Line<'a> {
    /// Begins to read a row.
    pub fn new(row: &'a Row, columns: &'a Columns) -> Self {
        let mut line = Self { row, columns, faults: Vec::new() };
        // A comma too many moves all cells behind it.
        if row.width() > columns.count {
            let problem = CliError::RowColumns { found: row.width().into(), expected: columns.count.into() };
            line.faults.push(Fault::of_whole(problem));
        }
        line
    }

    /// Where a column's cell is, be it empty.
    pub fn address(&self, column: Column) -> Option<String> {
        let place = self.columns.places.get(&column)?;
        Some(self.row.cell(*place).address.to_string())
    }

    /// The cell of a column; none where the table has no such column, or nothing stands in it.
    fn cell(&self, column: Column) -> Option<Cell> {
        let place = self.columns.places.get(&column)?;
        Some(self.row.cell(*place)).filter(|cell| !cell.is_empty())
    }

    /// Notes what is wrong with a column's cell.
    pub fn fault(&mut self, column: Column, problem: CliError) {
        let at = self.address(column);
        self.faults.push(Fault { at, problem });
    }

    /// What stands in a column, taken out of its cell by one function and read by another; none where nothing stands there or it
    /// can't be read.
    fn read<V, T>(
        &mut self,
        column: Column,
        take: impl FnOnce(&Cell) -> Result<V, CellError>,
        read: impl FnOnce(V) -> Result<T, CliError>,
    ) -> Option<T> {
        let cell = self.cell(column)?;
        match take(&cell).map_err(|error| of_cell(&error)).and_then(read) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.fault(column, problem);
                None
            }
        }
    }

    /// Notes that something has to stand in a column.
    fn need(&mut self, column: Column) {
        if self.cell(column).is_none() {
            let problem = CliError::MissingCell { column: column.shown().into() };
            self.fault(column, problem);
        }
    }

    /// Something written with letters and digits.
    pub fn code<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, CliError>) -> Option<T> {
        self.read(column, Cell::code, |text| read(&text))
    }

    /// The same, that has to be there.
    pub fn needed_code<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, CliError>) -> Option<T> {
        self.need(column);
        self.code(column, read)
    }

    /// Any text that has to be there.
    pub fn needed_text<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, CliError>) -> Option<T> {
        self.need(column);
        self.read(column, Cell::text, |text| read(&text))
    }

    /// Whom a row is about.
    pub fn uscc(&mut self) -> Option<Uscc> {
        self.needed_code(Column::Uscc, |text| values::uscc(&text.to_ascii_uppercase()))
    }

    /// The registered name.
    pub fn name(&mut self) -> Option<String> {
        self.need(Column::Name);
        self.read(Column::Name, Cell::text, |text| enterprise_values::name(&text))
    }

    /// A day of the market.
    pub fn day(&mut self, column: Column) -> Option<Day> {
        self.read(column, Cell::day, |date| {
            let day = Day::new(date.year(), date.month(), date.day());
            day.ok_or_else(|| CliError::BadTime { value: date.into() })
        })
    }

    /// The same, that has to be there.
    pub fn needed_day(&mut self, column: Column) -> Option<Day> {
        self.need(column);
        self.day(column)
    }

    /// One of a few words: the name that commands have for it, or its word in either language.
    pub fn word<T: Copy + Word + Display>(&mut self, column: Column, all: &[T]) -> Option<T> {
        let known = |language: Language| all.iter().map(move |one| (language.word(one), *one));
        self.read(column, Cell::text, |text| {
            let named = all.iter().find(|one| one.to_string().eq_ignore_ascii_case(&text)).copied();
            let mut spoken = Language::ALL.into_iter().flat_map(known);
            let found = named.or_else(|| spoken.find(|(word, _)| word.eq_ignore_ascii_case(&text)).map(|(_, one)| one));
            found.ok_or_else(|| CliError::UnknownWord {
                column: column.shown().into(),
                value: text.as_str().into(),
                known: known(Language::Chinese).map(|(word, _)| word).collect::<Vec<_>>().join("、").into(),
            })
        })
    }

    /// The same, that has to be there.
    pub fn needed_word<T: Copy + Word + Display>(&mut self, column: Column, all: &[T]) -> Option<T> {
        self.need(column);
        self.word(column, all)
    }

    /// Yes or no.
    pub fn answer(&mut self, column: Column) -> Option<bool> {
        self.read(column, Cell::text, |text| {
            answer(&text).ok_or_else(|| CliError::UnknownWord {
                column: column.shown().into(),
                value: text.as_str().into(),
                known: "是、否".into(),
            })
        })
    }

    /// The same, that has to be there.
    pub fn needed_answer(&mut self, column: Column) -> Option<bool> {
        self.need(column);
        self.answer(column)
    }

    /// The files, named from a folder. What separates names may stand in a name, too: a file that is there is one.
    pub fn files(&mut self, folder: &Path) -> Vec<PathBuf> {
        self.need(Column::Files);
        let there = |name: &str| Some(folder.join(name)).filter(|file| file.exists());
        let files = self.read(
            Column::Files,
            |cell| Ok((cell.text()?, cell.list()?)),
            |(text, names)| {
                let lines: Option<Vec<PathBuf>> = text.lines().map(|line| there(line.trim())).collect();
                Ok(lines.unwrap_or_else(|| names.into_iter().map(|name| folder.join(name)).collect()))
            },
        );
        files.unwrap_or_default()
    }

    /// What was read, if nothing is wrong with the row.
    pub fn end<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(self.faults),
        }
    }
}
