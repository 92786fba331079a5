//! Sheets of workbooks, as rust_xlsxwriter writes them.

use jiandu_sheet::{CellError, Origin, Table, TableError, Value};
use jiff::civil::date;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, Formula, Workbook};

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().expect("a workbook")
}

fn of(bytes: &[u8]) -> Table {
    Table::of_bytes(bytes, None).expect("a table")
}

#[test]
fn the_first_visible_sheet_with_anything_in_it_should_be_read() {
    let bytes = book(|book| {
        let first = book.add_worksheet();
        first.set_name("参数").expect("a name").set_hidden(true);
        first.write(0, 0, "hidden").expect("written");
        book.add_worksheet().set_name("空").expect("a name");
        // Formats alone are nothing.
        let grey = Format::new().set_background_color(Color::Gray);
        book.worksheet_from_name("空").expect("a sheet").write_blank(3, 3, &grey).expect("written");
        let third = book.add_worksheet();
        // A hidden sheet can't be the one that is shown first.
        third.set_name("台账").expect("a name").set_active(true);
        third.write(1, 1, "企业名称").expect("written");
        book.add_worksheet().set_name("其他").expect("a name").write(0, 0, "other").expect("written");
    });
    let table = of(&bytes);
    let others = vec!["空".to_owned(), "其他".into()];
    assert_eq!(table.origin(), &Origin::Sheet { name: "台账".into(), others });
    let row = table.rows().first().expect("a row");
    assert_eq!((row.number(), row.shown()), (2, vec![String::new(), "企业名称".into()]));
    assert_eq!(row.cell(1).address.to_string(), "B2");
    assert_eq!((row.cell(7).value, row.cell(7).address.to_string()), (Value::Empty, "H2".into()));
    // By its name, any of them.
    let named = |name: &str| Table::of_bytes(&bytes, Some(name));
    assert_eq!(
        named("参数").expect("a table").rows().first().map(jiandu_sheet::Row::shown),
        Some(vec!["hidden".into()])
    );
    assert!(matches!(named("空"), Err(TableError::Empty)));
    assert!(matches!(named("无"), Err(TableError::NoSheet { there, .. }) if there == ["空", "台账", "其他"]));
}

#[test]
fn cells_of_a_merged_area_should_say_what_its_first_one_says() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        sheet.merge_range(0, 0, 1, 2, "台账", &plain).expect("merged");
        sheet.write(2, 0, "企业").expect("written");
        sheet.merge_range(3, 0, 6, 0, "示例公司", &plain).expect("merged");
        sheet.merge_range(3, 1, 4, 2, "甲", &plain).expect("merged");
        sheet.write(5, 1, "乙").expect("written");
        sheet.write(7, 1, "丙").expect("written");
        sheet.merge_range(7, 3, 8, 3, "", &plain).expect("merged");
        // Left over below an area, where nobody sees it.
        sheet.write(4, 2, "hidden").expect("written");
    });
    let table = of(&bytes);
    let shown: Vec<(u32, Vec<String>)> = table.rows().iter().map(|row| (row.number(), row.shown())).collect();
    let row = |number: u32, cells: &[&str]| (number, cells.iter().map(ToString::to_string).collect::<Vec<_>>());
    // Rows 2, 5 and 7 have nothing of their own.
    let expected = [
        row(1, &["台账", "台账", "台账"]),
        row(3, &["企业"]),
        row(4, &["示例公司", "甲", "甲"]),
        row(6, &["示例公司", "乙"]),
        row(8, &["", "丙"]),
    ];
    assert_eq!(shown, expected);
    let merged = |number: u32, column: usize| {
        let row = table.rows().iter().find(|row| row.number() == number).expect("the row");
        row.cell(column).merged
    };
    assert!(merged(4, 0) && merged(6, 0) && merged(4, 2) && !merged(6, 1) && !merged(3, 0));
}

#[test]
fn dates_numbers_and_formulas_should_keep_their_kinds() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\";@");
        let noon = Format::new().set_num_format("yyyy/m/d h:mm");
        let time = Format::new().set_num_format("[h]:mm");
        sheet.write_with_format(0, 0, ExcelDateTime::from_ymd(2026, 4, 14).expect("a day"), &day).expect("written");
        sheet.write_number_with_format(0, 1, 46_126.5, &noon).expect("written");
        sheet.write_number_with_format(0, 2, 1.5, &time).expect("written");
        sheet.write_number(0, 3, 46_126).expect("written");
        sheet.write_boolean(0, 4, false).expect("written");
        sheet.write_formula(1, 0, Formula::new("=A1").set_result("46126")).expect("written");
        sheet.write_formula(1, 1, Formula::new("=\"a\"&\"b\"").set_result("ab")).expect("written");
        sheet.write_formula(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).expect("written");
        sheet.write_formula(1, 3, Formula::new("=\"\"").set_result("")).expect("written");
        sheet.write_string(1, 4, "=1+1").expect("written");
    });
    let table = of(&bytes);
    let values = |place: usize| -> Vec<Value> {
        let row = table.rows().get(place).expect("a row");
        (0..5).map(|column| row.cell(column).value).collect()
    };
    let day = date(2026, 4, 14);
    let expected = [
        Value::Day(day),
        Value::DateTime(day.at(12, 0, 0, 0)),
        Value::Number(1.5),
        Value::Number(46_126.0),
        Value::Bool(false),
    ];
    assert_eq!(values(0), expected);
    let second = values(1);
    assert_eq!(second.first(), Some(&Value::Number(46_126.0)));
    assert_eq!(second.get(1), Some(&Value::Text("ab".into())));
    assert_eq!(second.get(2), Some(&Value::Error("#DIV/0!".into())));
    assert_eq!(second.get(4), Some(&Value::Text("=1+1".into())));
    let row = table.rows().get(1).expect("a row");
    assert!(matches!(row.cell(2).text(), Err(CellError::Failed { raw, .. }) if raw == "#DIV/0!"));
}
