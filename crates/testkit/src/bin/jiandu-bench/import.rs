//! What a table of disclosures costs beside the same rows one by one: rows per second until all of them are final.

use super::{folder, row};
use jiandu_testkit::{Cli, Node};
use std::{fs, path::Path, time::Instant};

/// Rows of the table.
const ROWS: u32 = 500;
/// Rows that are submitted one by one.
const SINGLE: u32 = 10;
/// How many tables are measured.
const TABLES: u32 = 3;
/// The enterprise of the rows: the sample bank's code would do, too, but members are no enterprises.
const ENTERPRISE: &str = "91430100MADEW01019";
const NAME: &str = "示例有限公司";

/// Measures and prints.
pub fn run() {
    let folder = folder();
    let node = Node::dev(&folder.path().join("node"));
    let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en", "--timeout", "600"]);
    let (maker, checker) = (cli.with(&["--dev-key", "Alice"]), cli.with(&["--dev-key", "Bob"]));
    let register =
        ["enterprise", "register", ENTERPRISE, "--name", NAME, "--code", "HN000001F", "--since", "2026-01-05"];
    maker.run(&register).exits(0);
    checker.run(&["enterprise", "confirm", "--all"]).exits(0);
    let speed = |rows: u32, work: &dyn Fn()| {
        let began = Instant::now();
        work();
        f64::from(rows) / began.elapsed().as_secs_f64()
    };
    let (mut imported, mut published) = (Vec::new(), Vec::new());
    for number in 0..TABLES {
        let name = format!("table-{number}");
        table(folder.path(), &name);
        imported.push(speed(ROWS, &|| {
            maker.run(&["import", &format!("{name}.csv")]).exits(0);
        }));
        published.push(speed(ROWS, &|| {
            checker.run(&["disclosure", "publish-all", &format!("{name}.import")]).exits(0);
        }));
    }
    let single = speed(SINGLE, &|| (0..SINGLE).for_each(|number| submit(&maker, folder.path(), number)));
    let ratios = imported.iter().map(|speed| speed / single).collect();
    row(&format!("a table of {ROWS} disclosures, submitted"), "rows/s", imported);
    row(&format!("the same, published by the reviewer ({ROWS} documents)"), "rows/s", published);
    row("disclosures submitted one by one", "rows/s", vec![single]);
    row("a table beside rows one by one", "times", ratios);
}

/// Writes a table and its files.
fn table(folder: &Path, name: &str) {
    let mut text = "uscc,name,kind,number,files\n".to_owned();
    for number in 0..ROWS {
        let file = format!("{name}-{number}.pdf");
        fs::write(folder.join(&file), vec![b'%'; 64 << 10].iter().chain(file.as_bytes()).copied().collect::<Vec<_>>())
            .expect("a file");
        text.push_str(&format!("{ENTERPRISE},{NAME},annual-report,{name}-{number},{file}\n"));
    }
    fs::write(folder.join(format!("{name}.csv")), text).expect("a table");
}

fn submit(maker: &Cli, folder: &Path, number: u32) {
    let (file, out, number) = (format!("single-{number}.pdf"), format!("single-{number}.json"), number.to_string());
    fs::write(folder.join(&file), format!("single {number}")).expect("a file");
    let words = ["disclosure", "submit", ENTERPRISE, "--kind", "board-resolution", "--number", &number, &file];
    maker.run(&[&words[..], &["--out", &out]].concat()).exits(0);
}
