//! A workbook becomes rows.

use crate::{
    address::Address,
    bounds::{MAX_COLUMNS, MAX_MERGED},
    cell::{Cell, DateSystem, Value},
    day, serial,
    table::{within_bounds, Origin, Row, TableError},
    trim,
};
use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
    panic::{catch_unwind, AssertUnwindSafe},
};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;
/// The cells with something in them, row by row.
type Cells = BTreeMap<Address, Cell>;

/// Reads a sheet of a workbook whose package was checked: the one of that name, else the first visible one that has
/// anything in it.
pub fn read(bytes: &[u8], wanted: Option<&str>) -> Result<(Origin, Vec<Row>), TableError> {
    // The reader of workbooks computes addresses unchecked: absurd ones would stop a program that checks for overflow.
    let read = catch_unwind(AssertUnwindSafe(|| sheet(bytes, wanted)));
    read.unwrap_or_else(|_| Err(TableError::damaged("an absurd address")))
}

fn sheet(bytes: &[u8], wanted: Option<&str>) -> Result<(Origin, Vec<Row>), TableError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(of_opening)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<(String, bool)> =
        sheets.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect();
    let visible = || sheets.iter().filter(|(_, visible)| *visible).map(|(name, _)| name.clone());
    let candidates: Vec<String> = match wanted {
        Some(name) if sheets.iter().any(|(there, _)| there == name) => vec![name.to_owned()],
        Some(name) => return Err(TableError::NoSheet { name: name.to_owned(), there: visible().collect() }),
        None => visible().collect(),
    };
    for name in candidates {
        let rows = rows(&mut book, &name)?;
        if !rows.is_empty() {
            let others = visible().filter(|other| *other != name).collect();
            return Ok((Origin::Sheet { name, others }, rows));
        }
    }
    Err(TableError::Empty)
}

/// Why a package is no workbook.
fn of_opening(error: XlsxError) -> TableError {
    match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => TableError::NotWorkbook,
        XlsxError::Password => TableError::Encrypted,
        other => TableError::damaged(other),
    }
}

fn rows(book: &mut Book, name: &str) -> Result<Vec<Row>, TableError> {
    let mut cells = cells(book, name)?;
    let areas = areas(book, name, &cells)?;
    spread(&mut cells, &areas);
    let mut rows: Vec<(u32, Vec<Cell>)> = Vec::new();
    for (address, cell) in cells {
        match rows.last_mut() {
            Some((number, row)) if *number == address.row => row.push(cell),
            _ => rows.push((address.row, vec![cell])),
        }
    }
    Ok(rows.into_iter().map(|(number, cells)| Row::new(number, cells)).collect())
}

/// A place as the reader counts it, from zero.
fn address((row, column): (u32, u32)) -> Address {
    Address::new(row.saturating_add(1), column.saturating_add(1))
}

fn cells(book: &mut Book, name: &str) -> Result<Cells, TableError> {
    let dates = match book.has_1904_epoch() {
        true => DateSystem::From1904,
        false => DateSystem::From1900,
    };
    let mut reader = book.worksheet_cells_reader(name).map_err(TableError::damaged)?;
    let mut cells = Cells::new();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(TableError::damaged)? {
        let address = address(found.pos);
        let value = match found.value {
            DataRef::Empty if found.formula.is_some() => Value::Formula,
            other => value(other, dates),
        };
        if value != Value::Empty {
            within_bounds(address, &value)?;
            if cells.insert(address, Cell { address, value, merged: false, dates }).is_some() {
                return Err(TableError::damaged(format!("{address} is there twice")));
            }
        }
    }
    Ok(cells)
}

fn value(value: DataRef<'_>, dates: DateSystem) -> Value {
    match value {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => trim::value(&text),
        DataRef::SharedString(text) => trim::value(text),
        DataRef::Float(number) => Value::Number(number),
        DataRef::Int(number) => Value::Number(number.to_string().parse().unwrap_or(f64::NAN)),
        DataRef::Bool(bool) => Value::Bool(bool),
        DataRef::Error(error) => Value::Error(error.to_string().into()),
        DataRef::DateTime(time) if time.is_datetime() => serial::value(time.as_f64(), dates),
        DataRef::DateTime(duration) => Value::Number(duration.as_f64()),
        DataRef::DateTimeIso(text) => match (day::read(&text, dates), text.parse()) {
            (Ok(day), _) => Value::Day(day),
            (Err(_), Ok(time)) => Value::DateTime(time),
            (Err(_), Err(_)) => trim::value(&text),
        },
    }
}

/// An area of cells that were merged.
struct Area {
    first: Address,
    last: Address,
}

impl Area {
    /// How many cells it covers.
    fn size(&self) -> u64 {
        let side = |first: u32, last: u32| last.checked_sub(first).map_or(0, |side| u64::from(side).saturating_add(1));
        side(self.first.row, self.last.row).saturating_mul(side(self.first.column, self.last.column))
    }

    /// All its cells except the first, row by row.
    fn others(&self) -> impl Iterator<Item = Address> + '_ {
        let columns = move || self.first.column..=self.last.column;
        let all = (self.first.row..=self.last.row).flat_map(move |row| columns().map(move |at| Address::new(row, at)));
        all.filter(|address| *address != self.first)
    }
}

/// The merged areas, as far as there is a table.
fn areas(book: &mut Book, name: &str, cells: &Cells) -> Result<Vec<Area>, TableError> {
    let last_row = cells.last_key_value().map_or(0, |(address, _)| address.row);
    let mut covered = 0_u64;
    let mut areas = Vec::new();
    for Dimensions { start, end, .. } in book.merge_cells_by_sheet_name(name).map_err(TableError::damaged)? {
        let (first, last) = (address(start), address(end));
        let last = Address::new(last.row.min(last_row), last.column.min(MAX_COLUMNS));
        let area = Area { first, last };
        covered = covered.saturating_add(area.size());
        if covered > MAX_MERGED {
            return Err(TableError::MergedTooMuch { address: first });
        }
        if area.size() > 0 {
            areas.push(area);
        }
    }
    Ok(areas)
}

/// Gives every cell of an area the value of its first one. What lies hidden below goes, and rows stay blank that have
/// nothing of their own.
fn spread(cells: &mut Cells, areas: &[Area]) {
    for address in areas.iter().flat_map(Area::others) {
        cells.remove(&address);
    }
    let rows: BTreeSet<u32> = cells.keys().map(|address| address.row).collect();
    for area in areas {
        let Some(first) = cells.get_mut(&area.first) else { continue };
        first.merged = true;
        let first = first.clone();
        for address in area.others().filter(|address| rows.contains(&address.row)) {
            cells.insert(address, Cell { address, ..first.clone() });
        }
    }
}
