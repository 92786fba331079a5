//! What is too large, or pretends to be small.

use crate::packages::workbook;
use jiandu_sheet::{bounds, Table, TableError};
use std::fs::File;

fn refused(bytes: &[u8]) -> TableError {
    Table::of_bytes(bytes, None).expect_err("no table")
}

fn sheet(data: &str) -> Vec<u8> {
    workbook(&format!("<sheetData>{data}</sheetData>"), &[])
}

#[test]
fn a_file_that_is_too_large_should_be_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.csv");
    File::create(&path).expect("a file").set_len(bounds::MAX_FILE + 1).expect("a length");
    assert!(matches!(Table::read(&path), Err(TableError::TooLarge)));
}

#[test]
fn what_would_take_memory_without_end_should_be_refused() {
    let announced = r#"<sst count="1" uniqueCount="9999999999"><si><t>a</t></si></sst>"#;
    let bytes = workbook("<sheetData/>", &[("xl/sharedStrings.xml", announced)]);
    assert!(matches!(refused(&bytes), TableError::Damaged { .. }));
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1_000_000));
    let bytes = workbook("<sheetData/>", &[("xl/styles.xml", &styles)]);
    assert!(matches!(refused(&bytes), TableError::Unpacks));
    // An area over the whole sheet is cut to where there is a table, but that may be too much still.
    let area = |last: u32| {
        let data = format!(
            r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="{last}"><c r="JA{last}"/><c r="IV{last}"><v>1</v></c></row>"#
        );
        workbook(
            &format!(r#"<sheetData>{data}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#),
            &[],
        )
    };
    let table = Table::of_bytes(&area(100), None).expect("a table");
    assert_eq!(table.rows().iter().map(|row| (row.number(), row.width())).collect::<Vec<_>>(), [(1, 256)]);
    assert!(matches!(refused(&area(100_000)), TableError::MergedTooMuch { address } if address.to_string() == "A1"));
    // A shared formula with an absurd number.
    let data = r#"<row><c><f t="shared" ref="A1:A2" si="99999999999">B1</f></c></row>"#;
    assert!(Table::of_bytes(&sheet(data), None).is_ok());
}

#[test]
fn cells_out_of_bounds_should_be_refused_with_their_place() {
    let cell = |place: &str, value: &str| sheet(&format!(r#"<row><c r="{place}" t="str"><v>{value}</v></c></row>"#));
    for place in ["A1", "IV100000"] {
        assert!(Table::of_bytes(&cell(place, "a"), None).is_ok(), "{place}");
    }
    assert!(matches!(refused(&cell("A100001", "a")), TableError::TooManyRows { address } if address.row == 100_001));
    assert!(
        matches!(refused(&cell("IW1", "a")), TableError::TooManyColumns { address } if address.to_string() == "IW1")
    );
    // Nothing is in them.
    assert!(matches!(refused(&cell("XFD1048576", " ")), TableError::Empty));
    let long = "长".repeat(bounds::MAX_TEXT);
    assert!(Table::of_bytes(&cell("A1", &long), None).is_ok());
    assert!(
        matches!(refused(&cell("B2", &format!("{long}a"))), TableError::TooLong { address } if address.to_string() == "B2")
    );
}

#[test]
fn absurd_sheets_should_be_damaged_and_stop_nothing() {
    for data in [
        r#"<row><c r="ZZZZZZZZZZ1"><v>1</v></c></row>"#,
        r#"<row><c r="A99999999999999999999"><v>1</v></c></row>"#,
        r#"<row r="0"><c><v>1</v></c></row>"#,
        r#"<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#,
        r#"<row><c t="s"><v>7</v></c></row>"#,
        r#"<row><c t="n"><v>x</v></c></row>"#,
        r#"<row><c r="A1"><v>1</v>"#,
        "<row><c></row>",
    ] {
        // A program that does not check for overflow may find a place out of bounds, which is refused as well.
        assert!(Table::of_bytes(&sheet(data), None).is_err(), "{data}");
    }
    let areas = |area: &str| {
        let data = r#"<sheetData><row><c><v>1</v></c></row></sheetData>"#;
        workbook(&format!(r#"{data}<mergeCells><mergeCell ref="{area}"/></mergeCells>"#), &[])
    };
    for area in ["B2:A1", "", "A1:B2:C3", "A0"] {
        assert!(!matches!(Table::of_bytes(&areas(area), None), Err(TableError::Empty)), "{area}");
    }
}
