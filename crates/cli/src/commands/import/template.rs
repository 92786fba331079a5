//! Workbooks that are written: empty tables to be filled in, and the results of an import.

use super::report::ImportReport;
use crate::{
    error::{shown, CliError},
    exit::Exit,
    failures::of_writing,
    language::{values, Language, Texts},
    output::{Output, Report},
    tables::TableKind,
};
use jiandu_client::vault::new_file::{self, Readers};
use jiandu_sheet::{Book, Column, Field, Notes, Sheet};
use serde::Serialize;
use std::path::Path;

/// How the name of a template ends that is text.
const CSV: &str = "csv";

/// Writes an empty table to a new file: a workbook, or CSV where its name says so.
pub fn write(table: TableKind, file: &Path, output: Output) -> Result<Exit, CliError> {
    let language = output.language;
    let sheet = Sheet { name: language.text("template-sheet"), columns: columns(table, language), rows: Vec::new() };
    let bytes = match file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(CSV)) {
        true => sheet.to_csv().into_bytes(),
        false => {
            let notes = Notes { name: language.text("template-notes"), lines: notes(table, language) };
            bytes(&Book { sheets: vec![sheet], notes: vec![notes] }, file)?
        }
    };
    new_file::write(file, &bytes, Readers::Usual).map_err(|error| of_writing(file, &error))?;
    output.report(&WrittenReport { file: shown(file), table: table.name() })?;
    Ok(Exit::Ok)
}

fn columns(table: TableKind, language: Language) -> Vec<Column> {
    let column = |(column, _): &(crate::tables::Column, bool)| Column {
        heading: column.name(language).to_owned(),
        choices: column.choices(language),
    };
    table.columns().iter().map(column).collect()
}

/// A line for each column.
fn notes(table: TableKind, language: Language) -> Vec<String> {
    let line = |(column, needed): &(crate::tables::Column, bool)| {
        let needed = language.text(if *needed { "template-needed" } else { "template-optional" });
        let values =
            values! { column = column.name(language), needed = needed, explained = column.explained(language) };
        language.say("template-line", &values)
    };
    table.columns().iter().map(line).collect()
}

/// Writes what became of each row, beside the row as it stands in the table.
pub fn write_result(headings: &[String], report: &ImportReport, file: &Path) -> Result<(), CliError> {
    let language = report.language;
    let added = ImportReport::headings(language);
    let columns = added.iter().chain(headings).map(|heading| Column::from(heading.as_str())).collect();
    let rows = report.rows.iter().map(|row| {
        let cells = ImportReport::cells(row, language).into_iter().chain(row.cells.iter().cloned());
        cells.map(Field::Text).collect()
    });
    let sheet = Sheet { name: language.text("label-result"), columns, rows: rows.collect() };
    let book = Book { sheets: vec![sheet], notes: Vec::new() };
    new_file::replace(file, &bytes(&book, file)?, Readers::Usual).map_err(|error| of_writing(file, &error))
}

/// The content of a workbook's file.
fn bytes(book: &Book, file: &Path) -> Result<Vec<u8>, CliError> {
    book.to_bytes().map_err(|error| CliError::Io { file: shown(file).into(), reason: error.into() })
}

/// A template that was written.
#[derive(Serialize)]
struct WrittenReport {
    file: String,
    table: &'static str,
}

impl Report for WrittenReport {
    fn text(&self, language: Language) -> String {
        format!("{}\n", language.say("template-written", &values! { file = self.file.clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{args::Format, cells::Columns};
    use jiandu_sheet::Table;

    #[test]
    fn a_template_should_be_read_as_the_table_that_it_is() {
        let folder = tempfile::tempdir().expect("temporary folder");
        for language in Language::ALL {
            let output = Output { language, format: Format::Text, quiet: true };
            for table in TableKind::ALL {
                for ending in ["xlsx", "csv"] {
                    let file = folder.path().join(format!("{}-{}.{ending}", table.name(), language.tag()));
                    write(*table, &file, output).expect("written");
                    assert_eq!(write(*table, &file, output).expect_err("there").code(), "file-exists");
                    let read = Table::read(&file).expect("a table");
                    let (heading, rows) = read.heading(Columns::is_heading).expect("headings");
                    assert!(rows.is_empty());
                    let columns = Columns::of("a", &heading.shown()).expect("columns");
                    assert_eq!(TableKind::of_columns(&columns.known()), *table);
                    assert_eq!(columns.expect("a", table.columns()), Ok(()));
                }
            }
        }
    }
}
