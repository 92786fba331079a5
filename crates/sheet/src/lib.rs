//! Tables as clerks make them (台账): read from CSV and XLSX, written as XLSX.
//!
//! ```text
//! file ─▶ Table ─ heading(is_heading) ─▶ heading row + rows ─▶ Cell ─ text() code() day() list() ─▶ values
//! Sheet, Notes ─▶ Book ─▶ the bytes of a file
//! ```
//! - [`table`]: a file becomes rows of cells, numbered as the spreadsheet shows them;
//! - [`cell`]: what a cell says, and what it says as a text, a code (统一社会信用代码), a day or a list;
//! - [`address`]: where it stands (`C17`);
//! - [`book`]: workbooks and templates to be filled in.
//!
//! What a spreadsheet destroyed is refused, never guessed: a code that became `9.135E+17`, a day that may be the 4th of
//! May or the 5th of April. Whatever the bytes of a file are, reading it ends in a table or an error, within the bounds
//! of [`bounds`]. This crate knows nothing of the chain.

pub mod address;
pub mod book;
pub mod bounds;
pub mod cell;
pub mod table;

mod code;
mod csv;
mod day;
mod decode;
mod package;
mod serial;
mod trim;
mod xlsx;

pub use address::Address;
pub use book::{Book, Column, Field, Notes, Sheet, WriteError};
pub use cell::{Cell, CellError, DateSystem, Value};
pub use table::{Delimiter, Encoding, Origin, Row, Table, TableError};
