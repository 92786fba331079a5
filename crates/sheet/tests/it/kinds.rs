//! Kinds of files.

use crate::packages::{workbook, zipped};
use jiandu_sheet::{Delimiter, Encoding, Origin, Row, Table, TableError};
use std::fs;

fn of(bytes: &[u8]) -> Table {
    Table::of_bytes(bytes, None).expect("a table")
}

fn refused(bytes: &[u8]) -> TableError {
    Table::of_bytes(bytes, None).expect_err("no table")
}

fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn shown(table: &Table) -> Vec<(u32, Vec<String>)> {
    table.rows().iter().map(|row| (row.number(), row.shown())).collect()
}

#[test]
fn a_file_should_be_told_by_its_content_not_by_its_ending() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    fs::write(&path, workbook(r#"<sheetData><row><c><v>1</v></c></row></sheetData>"#, &[])).expect("written");
    let table = Table::read(&path).expect("a workbook");
    assert_eq!(table.origin(), &Origin::Sheet { name: "表".into(), others: Vec::new() });
    let path = folder.path().join("list.xlsx");
    fs::write(&path, "a,b\n").expect("written");
    let table = Table::read(&path).expect("a text");
    assert_eq!(table.origin(), &Origin::Text { encoding: Encoding::Utf8, delimiter: Delimiter::Comma });
    let missing = Table::read(&folder.path().join("none.xlsx")).expect_err("missing");
    assert!(matches!(missing, TableError::Unreadable { .. }) && missing.to_string().contains("none.xlsx"));
    assert!(matches!(Table::read(folder.path()), Err(TableError::Unreadable { .. })));
}

#[test]
fn texts_of_every_encoding_and_delimiter_should_give_the_same_rows() {
    let expected = [(1, vec!["企业名称".into(), "日期".into()]), (3, vec!["示例,公司".to_owned(), "2026/4/14".into()])];
    let comma = "企业名称,日期\r\n\r\n\"示例,公司\",2026/4/14\r\n";
    let tab = "企业名称\t日期\r\n\r\n示例,公司\t2026/4/14\r\n";
    let semicolon = "企业名称;日期\n\n示例,公司;2026/4/14";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(comma);
    let cases: [(Vec<u8>, Encoding, Delimiter); 5] = [
        (comma.into(), Encoding::Utf8, Delimiter::Comma),
        (format!("\u{feff}{comma}").into(), Encoding::Utf8, Delimiter::Comma),
        (gb18030.into_owned(), Encoding::Gb18030, Delimiter::Comma),
        (utf16(tab), Encoding::Utf16, Delimiter::Tab),
        (semicolon.into(), Encoding::Utf8, Delimiter::Semicolon),
    ];
    for (bytes, encoding, delimiter) in cases {
        let table = of(&bytes);
        assert_eq!(table.origin(), &Origin::Text { encoding, delimiter });
        assert_eq!(shown(&table), expected);
    }
}

#[test]
fn what_is_no_table_should_be_told_apart() {
    let ole = |content: &[u8]| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), content].concat();
    assert!(matches!(refused(&ole(b"Workbook")), TableError::OldExcel));
    assert!(matches!(refused(&ole(&utf16("Root EncryptedPackage"))), TableError::Encrypted));
    for markup in ["<html><table>", " <!DOCTYPE html>", "<?xml version=\"1.0\"?><Workbook/>", "\u{feff}<TABLE>"] {
        assert!(matches!(refused(markup.as_bytes()), TableError::Markup), "{markup}");
    }
    assert!(matches!(refused(b"\x7fELF\0\0"), TableError::NotText));
    assert!(matches!(refused(b""), TableError::Empty));
    assert!(matches!(refused("\u{feff},,\n\u{3000}\n".as_bytes()), TableError::Empty));
    assert!(matches!(refused(b"a\nb\n\xff\xff"), TableError::Undecodable { line: 3 }));
    assert!(matches!(refused(b"a,\"b\n"), TableError::UnclosedQuote { address } if address.to_string() == "B1"));
    assert!(matches!(refused(&zipped(&[("word/document.xml", "<a/>")])), TableError::NotWorkbook));
    assert!(matches!(refused(&zipped(&[])), TableError::NotWorkbook));
    assert!(matches!(refused(&workbook("<sheetData/>", &[])), TableError::Empty));
}

#[test]
fn the_caller_should_say_which_row_is_the_heading() {
    let table = of("二〇二六年台账\n\n单位：万元,\n企业名称,日期\n示例公司,2026-04-14\n\n示例二公司\n".as_bytes());
    let known = |cells: &[String]| cells.iter().any(|cell| cell == "企业名称");
    let (heading, rows) = table.heading(known).expect("a heading");
    assert_eq!((heading.number(), heading.shown()), (4, vec!["企业名称".to_owned(), "日期".into()]));
    assert_eq!(rows.iter().map(Row::number).collect::<Vec<_>>(), [5, 7]);
    let (first, _) = table.heading(|_| true).expect("a row");
    assert_eq!(first.number(), 1);
    assert!(table.heading(|_| false).is_none());
    // Five rows above are borne with, six are not.
    let deep = |above: usize| of(format!("{}企业名称\n", "题\n".repeat(above)).as_bytes());
    assert!(deep(5).heading(known).is_some() && deep(6).heading(known).is_none());
}
