//! Tables that clerks import: rows that are sound become records, the others are explained, and nothing is handed in twice.
use crate::world::{uscc, World};
use jiandu_sheet::{Book, Field, Sheet, Table};
use jiandu_testkit::{full_scale, until};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path, time::Duration};

/// For what takes many blocks.
const PATIENT: [&str; 2] = ["--timeout", "600"];
/// Rows of the table of disclosures, of which [`FAULTS`] are wrong.
fn rows() -> u32 {
    if full_scale() {
        500
    } else {
        120
    }
}
/// How many enterprises they are about.
const ENTERPRISES: u32 = 40;
/// What is wrong with rows, and the codes by which that is told.
const FAULTS: [&str; 7] = [
    "uscc-near",
    "enterprise-differs",
    "no-such-file",
    "unknown-word",
    "row-repeated",
    "unknown-enterprise",
    "cell-destroyed",
];

fn name(number: u32) -> String {
    format!("示例{number}有限公司")
}

/// Registers enterprises from a table, by two clerks.
fn register(world: &World, count: u32) {
    let row = |number: u32| format!("{},{},HN{number:06}F,2026年1月5日\r\n", uscc(number), name(number));
    let rows: String = (1..=count).map(row).collect();
    world.file("enterprises.csv", format!("\u{feff}统一社会信用代码,企业名称,企业编码,登记日期\r\n{rows}"));
    let imported = world.json(&world.as_key("Alice").with(&PATIENT), &["import", "enterprises.csv"], 0);
    assert_eq!(endings(&imported), BTreeMap::from([("done".to_owned(), count as usize)]));
    world.as_key("Bob").with(&PATIENT).run(&["enterprise", "confirm", "--all"]).exits(0);
}

/// How often rows, or submissions, ended how.
fn endings(report: &Value) -> BTreeMap<String, usize> {
    let all = report["rows"].as_array().or_else(|| report["items"].as_array()).expect("rows");
    let mut counts = BTreeMap::new();
    for row in all {
        *counts.entry(row["ending"].as_str().expect("an ending").to_owned()).or_default() += 1;
    }
    counts
}

fn write(path: &Path, headings: &[&str], rows: Vec<Vec<Field>>) {
    let columns = headings.iter().map(|heading| (*heading).into()).collect();
    let sheet = Sheet { name: "数据".into(), columns, rows };
    let book = Book { sheets: vec![sheet], notes: Vec::new() };
    fs::write(path, book.to_bytes().expect("a workbook")).expect("a file");
}

/// A table of disclosures with seven rows that are wrong, and one whose file is that of an earlier row.
fn disclosures(world: &World) {
    fs::create_dir(world.path("材料")).expect("a folder");
    let sound = |number: u32| -> Vec<Field> {
        let enterprise = 1 + number % ENTERPRISES;
        let file = format!("年报 {number}(终稿).pdf");
        fs::write(world.path("材料").join(&file), format!("%PDF-1.7 annual report {number}")).expect("a file");
        let number = format!("2025-{number}");
        [uscc(enterprise), name(enterprise), "年度报告".into(), number, format!("材料/{file}")]
            .map(Field::Text)
            .to_vec()
    };
    let mut rows: Vec<Vec<Field>> = (0..rows()).map(sound).collect();
    let mut set = |row: usize, column: usize, value: Field| rows[row][column] = value;
    let text = |text: &str| Field::Text(text.into());
    // A slip in the middle: the check character does not match.
    let slip = uscc(1 + 10 % ENTERPRISES).replacen("0000", "0001", 1);
    set(10, 0, Field::Text(slip));
    set(11, 1, text("别家有限公司"));
    set(12, 4, text("材料/没有.pdf"));
    set(13, 2, text("年报"));
    // And each of them something else, which is told together with that.
    set(12, 1, text("别家有限公司"));
    set(13, 4, text("材料/也没有.pdf"));
    set(15, 0, Field::Text(uscc(9_999)));
    set(16, 0, Field::Number(9.143e17));
    // The same enterprise, kind and number.
    rows[14 + ENTERPRISES as usize][3] = rows[14][3].clone();
    rows[20][4] = rows[19][4].clone();
    let headings = ["统一社会信用代码*", "企业名称", "披露类型", "编号", "文件"];
    write(&world.path("年报.xlsx"), &headings, rows);
}

#[test]
fn a_table_should_become_records_and_its_wrong_rows_be_explained_whatever_is_killed() {
    let world = World::new();
    register(&world, ENTERPRISES);
    disclosures(&world);
    let (maker, checker) = (world.as_key("Alice").with(&PATIENT), world.as_key("Bob").with(&PATIENT));
    let sound = rows() as usize - FAULTS.len();

    // A check tells everything at once, and sends nothing.
    let checked = world.json(&maker, &["import", "年报.xlsx", "--dry-run"], 2);
    assert_eq!(endings(&checked), BTreeMap::from([("checked".to_owned(), sound), ("faulty".to_owned(), FAULTS.len())]));
    let faulty = checked["rows"].as_array().expect("rows").iter().filter(|row| row["ending"] == "faulty");
    let codes = |row: &Value| row["faults"][0]["error"]["code"].as_str().expect("a code").to_owned();
    let mut told: Vec<String> = faulty.map(codes).collect();
    told.sort();
    let mut expected = FAULTS.map(str::to_owned);
    expected.sort();
    assert_eq!(told, expected, "{checked}");
    let all = |row: usize| -> Vec<String> {
        let faults = checked["rows"][row]["faults"].as_array().expect("faults");
        faults.iter().map(|fault| fault["error"]["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(
        (all(12), all(13)),
        (vec!["no-such-file".into(), "enterprise-differs".into()], vec!["unknown-word".into(), "no-such-file".into()])
    );
    let warned = &checked["rows"][20];
    assert_eq!((&warned["row"], &warned["warnings"][0]["error"]["code"]), (&22.into(), &"file-of-other-row".into()));
    assert!(!world.path("年报.import").exists());
    let waits = || world.json(&checker, &["disclosure", "list"], 0)["submissions"].as_array().map(Vec::len);
    assert_eq!(waits(), Some(0));

    // Killed while originals are stored, while transactions are sent, and while the second person's files are written.
    let files = |ending: &str| -> usize {
        let entries = fs::read_dir(world.path("年报.import")).into_iter().flatten();
        entries
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().to_string_lossy().ends_with(ending)))
            .count()
    };
    let import = ["import", "年报.xlsx"];
    for (what, reached) in [
        ("some drafts", &(|| files(".draft") > 20) as &dyn Fn() -> bool),
        ("all drafts", &|| files(".draft") == sound && world.node().rpc().transactions().is_ok_and(|count| count > 5)),
        ("some submissions", &|| files(".json") > 0),
    ] {
        let mut running = maker.start(&import);
        until(what, Duration::from_secs(300), || reached() || !running.is_running());
        running.kill();
    }
    let imported = world.json(&maker, &import, 1);
    let counts = endings(&imported);
    assert_eq!(counts.get("faulty"), Some(&FAULTS.len()), "{counts:?}");
    let handed_in = counts.get("done").copied().unwrap_or(0) + counts.get("before").copied().unwrap_or(0);
    assert_eq!(handed_in, sound, "{counts:?}");
    assert_eq!(waits(), Some(sound), "handed in once each");
    assert_eq!((files(".json"), files(".draft")), (sound, 0));

    // The maker can't publish them, the reviewer does.
    let own = world.json(&maker, &["disclosure", "publish-all", "年报.import"], 1);
    assert_eq!(endings(&own), BTreeMap::from([("refused".to_owned(), sound)]));
    let published = world.json(&checker, &["disclosure", "publish-all", "年报.import"], 0);
    assert_eq!(endings(&published), BTreeMap::from([("published".to_owned(), sound)]));
    let again = world.json(&checker, &["disclosure", "publish-all", "年报.import"], 0);
    assert_eq!(endings(&again), BTreeMap::from([("before".to_owned(), sound)]));
    for number in [0, rows() - 1] {
        world.cli.run(&["verify", &format!("材料/年报 {number}(终稿).pdf")]).exits(0);
    }
    world.cli.run(&["verify", "材料/年报 11(终稿).pdf"]).exits(4);

    // The same table again says what became of each row, and its workbook keeps codes as they are.
    let known = world.json(&maker, &import, 1);
    assert_eq!(endings(&known).get("in-force"), Some(&sound));
    assert_eq!(waits(), Some(0));
    let result = Table::read(&world.path("年报.import").join("result.xlsx")).expect("a workbook");
    assert_eq!(result.rows().len(), rows() as usize + 1);
    let first = &result.rows()[1].shown();
    assert!(first.contains(&uscc(1)) && first.iter().any(|cell| cell.starts_with("材料/")), "{first:?}");
    let records = known["rows"].as_array().expect("rows").iter().filter_map(|row| row["record"].as_str());
    assert_eq!(records.collect::<std::collections::BTreeSet<_>>().len(), sound);
}

#[test]
fn sections_and_schedules_should_be_imported_from_templates_that_were_filled_in() {
    let world = World::new();
    register(&world, 2);
    let (maker, checker) = (world.as_key("Alice").with(&PATIENT), world.as_key("Bob").with(&PATIENT));
    maker.run(&["import", "--template", "sections", "空表.xlsx"]).exits(0).says("--dry-run");
    maker.run(&["import", "空表.xlsx"]).exits(2).says("has no rows");
    let (plain, secret) = (world.document("licence.pdf"), world.document("flow.pdf"));
    let rows = [
        format!("{},{},qualification,,{plain},,,2026/1/5", uscc(1), name(1)),
        format!("{},{},流水,2025,{secret},,L3,", uscc(2), name(2)),
        format!("{},{},主要人员,2025,{secret},,L3,", uscc(2), name(2)),
    ];
    let heading = "uscc,name,section,part,files,source,level,business day";
    world.file("sections.csv", format!("{heading}\n{}\n", rows.join("\n")));
    let imported = world.json(&maker, &["import", "sections.csv"], 1);
    assert_eq!(endings(&imported), BTreeMap::from([("done".to_owned(), 2), ("faulty".to_owned(), 1)]), "{imported}");
    let handover = |row: usize| imported["rows"][row]["handover"].as_str().expect("a file").to_owned();
    checker.run(&["archive", "confirm", &handover(0), plain]).exits(0);
    checker.run(&["archive", "confirm", &handover(1), secret]).exits(0);
    world.cli.run(&["verify", plain]).exits(0);
    world.cli.run(&["verify", secret]).exits(4);
    let again = world.json(&maker, &["import", "sections.csv"], 1);
    assert_eq!(endings(&again).get("in-force"), Some(&2), "{again}");

    let schedule = |day: &str| format!("{},{},付息公告,HN000001F.DCFGFR2601,{day}", uscc(1), name(1));
    let days = ["2027年3月31日", "20270930", "2027/3/31", "31.3.2027"].map(schedule);
    world.file("schedule.csv", format!("统一社会信用代码,企业名称,披露类型,产品,日期\n{}\n", days.join("\n")));
    let imported = world.json(&maker, &["import", "schedule.csv"], 1);
    assert_eq!(endings(&imported), BTreeMap::from([("done".to_owned(), 2), ("faulty".to_owned(), 2)]), "{imported}");
    let again = world.json(&maker, &["import", "schedule.csv"], 1);
    assert_eq!(endings(&again), BTreeMap::from([("in-force".to_owned(), 2), ("faulty".to_owned(), 2)]), "{again}");
}
