//! Whatever the bytes are, reading ends in a table or an error.

use crate::packages::workbook;
use jiandu_sheet::{Book, Cell, Sheet, Table};
use proptest::prelude::*;

fn read(bytes: &[u8]) {
    if let Ok(table) = Table::of_bytes(bytes, None) {
        for cell in table.rows().iter().flat_map(|row| row.cells()) {
            exercise(cell);
        }
    }
}

fn exercise(cell: &Cell) {
    assert!(!cell.is_empty());
    let read = [cell.text().map(drop), cell.code().map(drop), cell.day().map(drop), cell.list().map(drop)];
    for error in read.into_iter().filter_map(Result::err) {
        assert_eq!(error.address(), cell.address);
    }
}

fn written() -> Vec<u8> {
    let rows = vec![vec!["914301000000000123".into(), 46_126_u32.into(), "=1".into()]; 3];
    let columns = ["甲", "乙", "丙"].map(Into::into).to_vec();
    let sheet = Sheet { name: "表".into(), columns, rows };
    Book { sheets: vec![sheet], notes: Vec::new() }.to_bytes().expect("a workbook")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_should_be_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..256), magic in 0..5_usize) {
        let magics: [&[u8]; 5] = [b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];
        read(&[magics[magic], &bytes].concat());
    }

    #[test]
    fn a_mutated_workbook_should_be_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
        cut in prop::bool::weighted(0.2),
    ) {
        let mut bytes = written();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(length.index(bytes.len()));
        }
        read(&bytes);
    }

    /// Mutations of a compressed part seldom survive its checksum: these are made before it is packed.
    #[test]
    fn a_mutated_sheet_should_be_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/\"=a-cr-t:A-Z0-9.#!E+é中-]"), 1..6),
    ) {
        let mut data: Vec<String> = concat!(
            r#"<dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" s="1"><v>46126.5</v></c><c r="B1" t="str"><f>A1</f>"#,
            r#"<v>x</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>"#,
            r#"<c r="C3" t="e"><v>#N/A</v></c><c t="d"><v>2026-04-14</v></c></row></sheetData>"#,
            r#"<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#,
        ).chars().map(String::from).collect();
        for (place, character) in changes {
            let place = place.index(data.len());
            data[place] = character;
        }
        let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
        read(&workbook(&data.concat(), &[("xl/styles.xml", styles)]));
    }

    #[test]
    fn any_characters_in_cells_should_be_read_or_refused(text in "[\\PC\t\r\n\u{0}\u{7}]{0,40}") {
        read(text.as_bytes());
    }
}
