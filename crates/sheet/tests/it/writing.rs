//! Workbooks and templates, and what is read of them.

use jiandu_sheet::{Book, Column, Field, Notes, Sheet, Table, TableError, Value, WriteError};
use std::{fs, io::Read};

fn sheet() -> Sheet {
    let choices = vec!["年度报告".to_owned(), "临时报告".into()];
    Sheet {
        name: "台账".into(),
        columns: vec![
            "统一社会信用代码".into(),
            Column { heading: "种类".into(), choices },
            "数量".into(),
            "备注".into(),
        ],
        rows: vec![
            vec!["914301000000000123".into(), "年度报告".into(), 3_u32.into(), "=1+1".into()],
            vec!["000123".into(), "".into(), Field::Number(0.5), "一行\n两行".into()],
            vec!["46126".into(), "@a".into(), 0_u32.into(), "_x0041_ +86 -1".into()],
        ],
    }
}

fn book() -> Book {
    let notes = Notes {
        name: "填写说明".into(), lines: vec!["每行一项。".into(), "日期写作 2026-04-14。".into()]
    };
    Book { sheets: vec![sheet()], notes: vec![notes] }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("a text");
    text
}

fn is_the_sheet(table: &Table) {
    let (heading, rows) = table.heading(|_| true).expect("a heading");
    assert_eq!(heading.shown(), ["统一社会信用代码", "种类", "数量", "备注"]);
    let codes: Vec<String> = rows.iter().map(|row| row.cell(0).code().expect("a code")).collect();
    assert_eq!(codes, ["914301000000000123", "000123", "46126"]);
    let last: Vec<String> = rows.iter().map(|row| row.cell(3).text().expect("a text")).collect();
    assert_eq!(last, ["=1+1", "一行\n两行", "_x0041_ +86 -1"]);
    assert_eq!(rows.iter().map(|row| row.cell(1).is_empty()).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn what_is_written_should_be_read_back_as_text_and_numbers() {
    let bytes = book().to_bytes().expect("a workbook");
    let table = Table::of_bytes(&bytes, None).expect("a table");
    is_the_sheet(&table);
    let row = table.rows().get(1).expect("a row");
    assert_eq!((row.cell(0).value, row.cell(2).value), (Value::Text("914301000000000123".into()), Value::Number(3.0)));
    let notes = Table::of_bytes(&bytes, Some("填写说明")).expect("a table");
    assert_eq!(notes.rows().len(), 2);
}

#[test]
fn a_sheet_should_be_made_for_clerks() {
    let bytes = book().to_bytes().expect("a workbook");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:D4\"/>",
        "<dataValidation type=\"list\"",
        "sqref=\"B2:B100000\"",
        "年度报告,临时报告",
        // 18 digits, and the margin.
        "width=\"21.",
    ] {
        assert!(xml.contains(expected), "{expected} in {xml}");
    }
    assert!(!xml.contains("<f>"), "{xml}");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("<b/>") && styles.contains("numFmtId=\"49\"") && styles.contains("wrapText=\"1\""),
        "{styles}"
    );
}

#[test]
fn lists_that_are_long_or_have_commas_should_go_to_a_hidden_sheet() {
    let long: Vec<String> = (0..100).map(|number| format!("选项{number}")).collect();
    let column = |choices: &[String]| Column { heading: "种类".into(), choices: choices.to_vec() };
    let columns = vec![column(&["a,b".into()]), column(&long)];
    let book = Book { sheets: vec![Sheet { name: "表".into(), columns, rows: Vec::new() }], notes: Vec::new() };
    let bytes = book.to_bytes().expect("a workbook");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("_choices!$A$1:$A$1<") && xml.contains("_choices!$B$1:$B$100<"), "{xml}");
    let table = Table::of_bytes(&bytes, None).expect("a table");
    assert_eq!(table.rows().len(), 1);
    assert_eq!(Table::of_bytes(&bytes, Some("_choices")).expect("a table").rows().len(), 100);
}

#[test]
fn the_same_book_should_give_the_same_bytes() {
    let first = book().to_bytes().expect("a workbook");
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert_eq!(first, book().to_bytes().expect("a workbook"));
}

#[test]
fn csv_should_be_read_back_and_have_no_formulas() {
    let text = sheet().to_csv();
    assert!(
        text.starts_with("\u{feff}统一社会信用代码,种类,数量,备注\r\n914301000000000123,年度报告,3,\"\t=1+1\"\r\n"),
        "{text}"
    );
    is_the_sheet(&Table::of_bytes(text.as_bytes(), None).expect("a table"));
}

#[test]
fn a_file_should_be_told_by_its_content_whatever_its_ending() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("台账.xlsx");
    for content in [book().to_bytes().expect("a workbook"), sheet().to_csv().into_bytes()] {
        fs::write(&path, content).expect("written");
        is_the_sheet(&Table::read(&path).expect("a table"));
    }
    assert!(matches!(Table::read(folder.path()), Err(TableError::Unreadable { .. })));
}

#[test]
fn what_no_workbook_can_hold_should_be_refused() {
    let long = || Sheet { rows: vec![vec!["a".into(), "长".repeat(32_768).into()]], ..sheet() };
    let of = |sheets: Vec<Sheet>| Book { sheets, notes: Vec::new() }.to_bytes().expect_err("impossible");
    assert!(
        matches!(of(vec![long()]), WriteError::TooLong { address, sheet } if address.to_string() == "B2" && sheet == "台账")
    );
    assert!(matches!(of(vec![sheet(), sheet()]), WriteError::Impossible { .. }));
    assert!(matches!(of(vec![Sheet { name: "a/b".into(), ..sheet() }]), WriteError::Impossible { .. }));
    assert!(matches!(of(vec![Sheet { name: String::new(), ..sheet() }]), WriteError::Impossible { .. }));
}
