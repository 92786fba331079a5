//! What a cell says as a text, a code, a day or a list.

use jiandu_sheet::{Address, Cell, CellError, DateSystem, Table, Value};
use jiff::civil::date;
use std::sync::Arc;

const PLACE: Address = Address::new(17, 3);

fn cell(value: Value) -> Cell {
    Cell::new(PLACE, value)
}

fn text(text: &str) -> Cell {
    cell(Value::Text(Arc::from(text)))
}

fn number(number: f64) -> Cell {
    cell(Value::Number(number))
}

#[test]
fn text_should_be_what_the_cell_shows() {
    assert_eq!(text("示例\n公司").text().as_deref(), Ok("示例\n公司"));
    assert_eq!(number(3000.0).text().as_deref(), Ok("3000"));
    assert_eq!(number(12.5).text().as_deref(), Ok("12.5"));
    assert_eq!(cell(Value::Bool(true)).text().as_deref(), Ok("TRUE"));
    assert_eq!(cell(Value::Day(date(2026, 4, 14))).text().as_deref(), Ok("2026-04-14"));
    assert_eq!(cell(Value::DateTime(date(2026, 4, 14).at(8, 30, 0, 0))).text().as_deref(), Ok("2026-04-14 08:30:00"));
}

#[test]
fn what_can_not_be_read_should_be_explained_with_its_place() {
    let error = |cell: &Cell| cell.text().expect_err("no text");
    assert_eq!(error(&cell(Value::Empty)), CellError::Empty { address: PLACE });
    assert_eq!(error(&cell(Value::Formula)), CellError::NotCalculated { address: PLACE });
    assert_eq!(error(&cell(Value::Error("#REF!".into()))), CellError::Failed { address: PLACE, raw: "#REF!".into() });
    let control = error(&text("a\u{7}b"));
    assert_eq!(control, CellError::ControlCharacter { address: PLACE, raw: "a\\u{7}b".into(), character: 7 });
    assert_eq!((control.address(), control.raw()), (PLACE, Some("a\\u{7}b")));
    assert_eq!(control.to_string(), "C17 has the control character U+0007 inside");
    for cell in [cell(Value::Formula), cell(Value::Error("#N/A".into())), text("a\tb")] {
        assert!(cell.text().is_err() && cell.code().is_err() && cell.day().is_err() && cell.list().is_err());
    }
    // Through a file: the other cells of a row are read all the same.
    let table = Table::of_bytes(b"a\x07b,c\n", None).expect("a table");
    let row = table.rows().first().expect("a row");
    assert!(matches!(row.cell(0).text(), Err(CellError::ControlCharacter { .. })));
    assert_eq!(row.cell(1).text().as_deref(), Ok("c"));
}

#[test]
fn codes_should_be_folded_to_ascii_without_space() {
    for written in [
        "91430100MADE000016",
        "９１４３０１００ＭＡＤＥ００００１６",
        "9143 0100\u{3000}MADE\n000016",
        "'91430100MADE000016",
    ] {
        assert_eq!(text(written).code().as_deref(), Ok("91430100MADE000016"), "{written}");
    }
    assert_eq!(text("911E56780000000012").code().as_deref(), Ok("911E56780000000012"));
    assert_eq!(number(123_456.0).code().as_deref(), Ok("123456"));
    assert_eq!(number(999_999_999_999_999.0).code().as_deref(), Ok("999999999999999"));
}

#[test]
fn codes_that_a_spreadsheet_destroyed_should_be_refused() {
    let destroyed = [
        number(914_301_000_000_000_123.0),
        number(1e15),
        number(-1e15),
        number(12.5),
        number(f64::NAN),
        text("9.135E+17"),
        text("9.1350E17"),
        text("９.１３５Ｅ＋１７"),
        cell(Value::Day(date(2026, 4, 1))),
        cell(Value::DateTime(date(2026, 4, 1).at(1, 0, 0, 0))),
        cell(Value::Bool(true)),
    ];
    for cell in destroyed {
        assert!(matches!(cell.code(), Err(CellError::Destroyed { address: PLACE, .. })), "{:?}", cell.value);
    }
    assert!(matches!(number(1e17).text(), Err(CellError::Destroyed { .. })));
    assert_eq!(text("'").code(), Err(CellError::Empty { address: PLACE }));
}

#[test]
fn days_should_be_read_from_texts_and_numbers() {
    let day = Ok(date(2026, 4, 14));
    for cell in [
        text("2026-04-14"),
        text("２０２６年４月１４日"),
        text("2026/4/14 0:00"),
        text("46126"),
        text("20260414"),
        number(46_126.0),
        number(20_260_414.0),
        cell(Value::Day(date(2026, 4, 14))),
        Cell { dates: DateSystem::From1904, ..number(44_664.0) },
    ] {
        assert_eq!(cell.day(), day, "{:?}", cell.value);
    }
    let refused = |cell: Cell| cell.day().expect_err("no day");
    assert!(matches!(refused(text("4/14/2026")), CellError::AmbiguousDay { raw, .. } if raw == "4/14/2026"));
    assert!(matches!(refused(text("2026-02-30")), CellError::NoSuchDay { .. }));
    assert!(matches!(refused(text("26/4/14")), CellError::ShortYear { .. }));
    assert!(matches!(refused(text("2026/4/14 9:30")), CellError::TimeOfDay { .. }));
    assert!(matches!(refused(number(46_126.5)), CellError::TimeOfDay { .. }));
    assert!(matches!(refused(cell(Value::DateTime(date(2026, 4, 14).at(9, 0, 0, 0)))), CellError::TimeOfDay { .. }));
    assert!(matches!(refused(number(12.0)), CellError::NotDay { .. }));
    assert!(matches!(refused(cell(Value::Bool(true))), CellError::NotDay { .. }));
    assert_eq!(refused(cell(Value::Empty)), CellError::Empty { address: PLACE });
}

#[test]
fn lists_should_be_divided_but_not_at_commas() {
    let values = |written: &str| text(written).list().expect("a list");
    assert_eq!(
        values("年报.pdf\n摘要，终稿.pdf; a,b.pdf ；；甲、乙"),
        ["年报.pdf", "摘要，终稿.pdf", "a,b.pdf", "甲", "乙"]
    );
    assert_eq!(values(";\n、"), Vec::<String>::new());
    assert_eq!(cell(Value::Empty).list(), Ok(Vec::new()));
    assert_eq!(number(7.0).list().expect("a list"), ["7"]);
}

#[test]
fn a_column_that_may_be_left_out_should_be_easy_to_read() {
    let read = |cell: &Cell| cell.given().map(Cell::day).transpose();
    assert_eq!(read(&cell(Value::Empty)), Ok(None));
    assert_eq!(read(&text("2026-04-14")), Ok(Some(date(2026, 4, 14))));
    assert!(read(&text("长期")).is_err());
}
