//! Workbooks of other programs, made by `fixtures/make.py`.

use jiandu_sheet::{CellError, DateSystem, Origin, Row, Table, Value};
use jiff::civil::date;
use std::path::PathBuf;

fn fixture(name: &str) -> Table {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    Table::read(&path).expect("a table")
}

fn row(table: &Table, number: u32) -> &Row {
    table.rows().iter().find(|row| row.number() == number).expect("the row")
}

fn is_a_ledger(table: &Table) {
    assert_eq!(table.origin(), &Origin::Sheet { name: "台账".into(), others: vec!["空表".into()] });
    let (heading, rows) = table.heading(|cells| cells.contains(&"企业名称".into())).expect("a heading");
    assert_eq!((heading.number(), heading.width()), (3, 6));
    assert_eq!(rows.iter().map(Row::number).collect::<Vec<_>>(), [4, 5, 6]);
    for row in rows {
        assert_eq!((row.cell(0).text().as_deref(), row.cell(0).merged), (Ok("示例（湖南）公司"), true));
    }
    let day = date(2026, 4, 14);
    assert_eq!((row(table, 4).cell(2).day(), row(table, 5).cell(2).day()), (Ok(day), Ok(day)));
    assert!(
        matches!(row(table, 6).cell(2).day(), Err(CellError::TimeOfDay { raw, .. }) if raw == "2026-04-14 12:30:00")
    );
    assert_eq!(row(table, 4).cell(1).code().as_deref(), Ok("91430100MADE000016"));
    assert!(matches!(row(table, 5).cell(1).code(), Err(CellError::Destroyed { .. })));
    assert_eq!(row(table, 6).cell(1).code().as_deref(), Ok("123456"));
    assert_eq!(row(table, 4).cell(3).list().expect("a list"), ["年报.pdf", "摘要，终稿.pdf"]);
    assert_eq!(row(table, 6).cell(3).text().as_deref(), Ok("前后有空格"));
    assert_eq!((row(table, 4).cell(4).value, row(table, 5).cell(4).value), (Value::Number(12.5), Value::Bool(true)));
    assert_eq!(row(table, 4).cell(5).value, Value::Formula);
    assert!(matches!(row(table, 5).cell(5).text(), Err(CellError::Failed { raw, .. }) if raw == "#REF!"));
}

#[test]
fn a_ledger_of_openpyxl_should_be_read_in_both_ways_of_counting_days() {
    is_a_ledger(&fixture("ledger.xlsx"));
    let macintosh = fixture("ledger-1904.xlsx");
    is_a_ledger(&macintosh);
    assert_eq!(row(&macintosh, 4).cell(0).dates, DateSystem::From1904);
}

#[test]
fn strict_workbooks_should_be_read_as_others() {
    let table = fixture("strict.xlsx");
    assert_eq!(row(&table, 1).shown(), ["企业名称", "披露日期"]);
    let second = row(&table, 2);
    assert_eq!(second.cell(0).text().as_deref(), Ok("示例 公司"));
    assert_eq!(second.cell(1).value, Value::Day(date(2026, 4, 14)));
    assert_eq!(second.cell(2).value, Value::DateTime(date(2026, 4, 14).at(12, 30, 0, 0)));
    let fifth = row(&table, 5);
    let values: Vec<Value> = (0..7).map(|column| fifth.cell(column).value).collect();
    let expected = [
        Value::Text("行\n尾&".into()),
        Value::Day(date(2026, 4, 14)),
        Value::Text("结果".into()),
        Value::Formula,
        Value::Bool(false),
        Value::Error("#DIV/0!".into()),
        Value::Empty,
    ];
    assert_eq!(values, expected);
}
