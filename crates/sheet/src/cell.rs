//! Cells, and what can be read from them.

use crate::{address::Address, code, day, trim};
use jiff::civil::{Date, DateTime};
use std::sync::Arc;
use thiserror::Error;

/// From which day a workbook counts days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateSystem {
    /// From 1900, as Excel and WPS do.
    #[default]
    From1900,
    /// From 1904, as Excel for Mac once did.
    From1904,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text without space at its ends. It is never empty.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A day: a number that the spreadsheet shows as one.
    Day(Date),
    /// A day with a time of day that is not midnight.
    DateTime(DateTime),
    /// `TRUE` or `FALSE`.
    Bool(bool),
    /// What a formula that failed shows, such as `#REF!`.
    Error(Arc<str>),
    /// A formula whose result is not in the file. To open and save it in Excel or WPS puts it there.
    Formula,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub address: Address,
    /// What it holds. In a merged area every cell holds what its first one does.
    pub value: Value,
    /// Whether it belongs to a merged area.
    pub merged: bool,
    /// From which day its workbook counts days.
    pub dates: DateSystem,
}

/// Why a cell can't be read as what it should be. The texts are as the cell has them.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum CellError {
    /// There is nothing in it.
    #[error("{address} is empty")]
    Empty {
        /// Which cell.
        address: Address,
    },
    /// Its formula failed: mend the formula, or write the value in its place.
    #[error("{address} shows the error {raw}")]
    Failed {
        /// Which cell.
        address: Address,
        /// What it shows.
        raw: String,
    },
    /// Its formula has no result in the file: open the file in Excel or WPS and save it.
    #[error("{address} has a formula whose result is not in the file")]
    NotCalculated {
        /// Which cell.
        address: Address,
    },
    /// There is a control character inside, which nobody sees: type the text anew.
    #[error("{address} has the control character U+{character:04X} inside")]
    ControlCharacter {
        /// Which cell.
        address: Address,
        /// What it has, control characters escaped.
        raw: String,
        /// The character.
        character: u32,
    },
    /// The spreadsheet took a code for a number or a day and lost digits: format the column as text, and type it anew.
    #[error("{address} has {raw}, which the spreadsheet made of a code")]
    Destroyed {
        /// Which cell.
        address: Address,
        /// What is left.
        raw: String,
    },
    /// It names no day.
    #[error("{address} has {raw}, which is no day")]
    NotDay {
        /// Which cell.
        address: Address,
        /// What it has.
        raw: String,
    },
    /// The year does not stand first: day and month may be mixed up.
    #[error("{address} has {raw}, where day and month can't be told apart")]
    AmbiguousDay {
        /// Which cell.
        address: Address,
        /// What it has.
        raw: String,
    },
    /// The year has two digits.
    #[error("{address} has {raw}, whose year has not four digits")]
    ShortYear {
        /// Which cell.
        address: Address,
        /// What it has.
        raw: String,
    },
    /// The calendar has no such day.
    #[error("{address} has {raw}, a day that is in no calendar")]
    NoSuchDay {
        /// Which cell.
        address: Address,
        /// What it has.
        raw: String,
    },
    /// It has a time of day where only a day is wanted.
    #[error("{address} has {raw}, a day with a time of day")]
    TimeOfDay {
        /// Which cell.
        address: Address,
        /// What it has.
        raw: String,
    },
}

impl CellError {
    /// Which cell it is about.
    pub fn address(&self) -> Address {
        match self {
            Self::Empty { address }
            | Self::Failed { address, .. }
            | Self::NotCalculated { address }
            | Self::ControlCharacter { address, .. }
            | Self::Destroyed { address, .. }
            | Self::NotDay { address, .. }
            | Self::AmbiguousDay { address, .. }
            | Self::ShortYear { address, .. }
            | Self::NoSuchDay { address, .. }
            | Self::TimeOfDay { address, .. } => *address,
        }
    }

    /// What the cell has, as far as it can be shown.
    pub fn raw(&self) -> Option<&str> {
        match self {
            Self::Empty { .. } | Self::NotCalculated { .. } => None,
            Self::Failed { raw, .. }
            | Self::ControlCharacter { raw, .. }
            | Self::Destroyed { raw, .. }
            | Self::NotDay { raw, .. }
            | Self::AmbiguousDay { raw, .. }
            | Self::ShortYear { raw, .. }
            | Self::NoSuchDay { raw, .. }
            | Self::TimeOfDay { raw, .. } => Some(raw),
        }
    }
}

/// A text with its control characters visible.
fn escaped(text: &str) -> String {
    let escape = |character: char| match character.is_control() {
        true => character.escape_default().to_string(),
        false => character.to_string(),
    };
    text.chars().map(escape).collect()
}

/// What separates several values in one cell. No comma: names of files have them.
const SEPARATORS: [char; 4] = ['\n', ';', '；', '、'];

impl Cell {
    /// A cell that stands alone, counting days from 1900.
    pub fn new(address: Address, value: Value) -> Self {
        Self { address, value, merged: false, dates: DateSystem::From1900 }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.value == Value::Empty
    }

    /// The cell, if anything is in it: `cell.given().map(Cell::day).transpose()` reads a column that may be left out.
    pub fn given(&self) -> Option<&Self> {
        (!self.is_empty()).then_some(self)
    }

    /// What it shows, for messages and headings. Never an error.
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Empty | Value::Formula => String::new(),
            Value::Text(text) | Value::Error(text) => text.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
            Value::DateTime(time) => format!("{} {}", time.date(), time.time()),
            Value::Bool(true) => "TRUE".into(),
            Value::Bool(false) => "FALSE".into(),
        }
    }

    /// Its text. Numbers and days are written out; line feeds inside are kept.
    pub fn text(&self) -> Result<String, CellError> {
        let address = self.address;
        match &self.value {
            Value::Empty => Err(CellError::Empty { address }),
            Value::Formula => Err(CellError::NotCalculated { address }),
            Value::Error(shown) => Err(CellError::Failed { address, raw: shown.to_string() }),
            Value::Number(number) if !code::is_exact(*number) => {
                Err(CellError::Destroyed { address, raw: self.shown() })
            }
            Value::Text(text) => match text.chars().find(|character| character.is_control() && *character != '\n') {
                Some(character) => {
                    Err(CellError::ControlCharacter { address, raw: escaped(text), character: character.into() })
                }
                None => Ok(text.to_string()),
            },
            Value::Number(_) | Value::Day(_) | Value::DateTime(_) | Value::Bool(_) => Ok(self.shown()),
        }
    }

    /// A code or number made of letters and digits: full-width characters become ASCII, spaces inside go. What a
    /// spreadsheet may have destroyed is refused. Zeros that a number has lost in front can't be noticed here.
    pub fn code(&self) -> Result<String, CellError> {
        let text = self.text()?;
        let destroyed = || Err(CellError::Destroyed { address: self.address, raw: self.shown() });
        match &self.value {
            Value::Number(number) if number.fract() != 0.0 => destroyed(),
            Value::Day(_) | Value::DateTime(_) | Value::Bool(_) => destroyed(),
            _ => match code::folded(&text) {
                folded if code::is_scientific(&folded) => destroyed(),
                folded if folded.is_empty() => Err(CellError::Empty { address: self.address }),
                folded => Ok(folded),
            },
        }
    }

    /// A day, in any way of writing that leaves no doubt.
    pub fn day(&self) -> Result<Date, CellError> {
        match &self.value {
            Value::Day(day) => Ok(*day),
            Value::DateTime(_) => Err(CellError::TimeOfDay { address: self.address, raw: self.shown() }),
            _ => day::read(&self.text()?, self.dates).map_err(|doubt| doubt.about(self.address, self.shown())),
        }
    }

    /// Several values, separated by line feeds, `;`, `；` or `、`. None in an empty cell.
    pub fn list(&self) -> Result<Vec<String>, CellError> {
        match self.given() {
            None => Ok(Vec::new()),
            Some(cell) => {
                let text = cell.text()?;
                let values = text.split(SEPARATORS).map(trim::trimmed).filter(|value| !value.is_empty());
                Ok(values.map(ToOwned::to_owned).collect())
            }
        }
    }
}
