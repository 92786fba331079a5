//! Enterprises: registered by two clerks, found by anything they were ever called, with keys and archives.
use crate::world::{of_section, proposal, uscc, World};
use jiandu_testkit::full_scale;
use serde_json::json;

#[test]
fn an_enterprise_should_be_found_by_old_and_new_names_codes_and_dids() {
    let world = World::new();
    let (maker, checker) = (world.as_key("Alice"), world.as_key("Bob"));
    let own = uscc(1);
    let proposed = |arguments: &[&str]| {
        let json = maker.with(&["--output", "json"]).run(arguments).exits(0).json();
        proposal(&json)
    };
    let confirmed = |arguments: &[&str]| {
        let number = proposed(arguments);
        checker.run(&["enterprise", "confirm", &number]).exits(0);
    };
    let register =
        ["enterprise", "register", &own, "--name", "示例科技有限公司", "--code", "HN000001F", "--since", "2026-01-05"];
    let number = proposed(&register);
    // One person is not two, and nothing is there yet.
    maker.run(&["enterprise", "confirm", &number]).exits(6);
    world.cli.run(&["enterprise", "resolve", "HN000001F"]).exits(11);
    world.cli.run(&["enterprise", "proposals"]).exits(0).says("示例科技有限公司");
    checker.run(&["enterprise", "confirm", &number]).exits(0);

    confirmed(&["enterprise", "tier", "HN000001F", "G", "--since", "2026-03-01"]);
    confirmed(&["enterprise", "rename", &own, "示例科技股份有限公司", "--since", "2026-03-02"]);
    for query in [
        own.as_str(),
        "HN000001F",
        "HN000001G",
        "hn000001",
        "did:rem:hunan:HN000001F",
        "did:rem:hunan:HN000001G",
        "示例科技有限公司",
        "示例科技股份有限公司",
    ] {
        let found = world.cli.run(&["enterprise", "resolve", query]).exits(0);
        assert!(found.stdout.contains(&own), "{query}:\n{}", found.stdout);
    }
    world.cli.run(&["enterprise", "resolve", "HN000001P"]).exits(11).says("HN000001G");
    world.cli.run(&["enterprise", "resolve", "不存在的公司"]).exits(11);
    let shown = world.in_chinese().run(&["enterprise", "show", "示例科技有限公司"]).exits(0);
    for part in ["示例科技股份有限公司", "示例科技有限公司", "HN000001F", "HN000001G", "did:rem:hunan:HN000001G"]
    {
        assert!(shown.stdout.contains(part), "{part} is not in:\n{}", shown.stdout);
    }

    // A section of the archive is unknown until the second person publishes it with the same file.
    let (file, other) = (world.document("finance.pdf"), world.document("other.pdf"));
    maker.run(&of_section("put", &own, &[file, "--out", "submission.json"])).exits(0);
    world.cli.run(&["verify", file]).exits(4);
    checker.run(&["archive", "confirm", "submission.json", other]).exits(3);
    let altered = std::fs::read_to_string(world.path("submission.json")).expect("a submission");
    world.file("altered.json", altered.replace(&own, &uscc(2)));
    checker.run(&["archive", "confirm", "altered.json", file]).exits(3);
    // What is refused is refused before its digests are in a block.
    maker.run(&["archive", "confirm", "submission.json", file]).exits(6);
    world.cli.run(&["verify", file]).exits(4);
    checker.run(&["archive", "confirm", "submission.json", file]).exits(0);
    world.cli.run(&["verify", file]).exits(0);
    // Whoever lost the answer asks again.
    let again =
        checker.with(&["--output", "json"]).run(&["archive", "confirm", "submission.json", file]).exits(0).json();
    assert_eq!(
        (&again["unchanged"], &again["version"]),
        (&json!(true), &json!({ "version": 0, "revision": 0 })),
        "{again}"
    );
    world.cli.run(&["archive", "show", "HN000001F"]).exits(0).says("2025");
    maker.run(&of_section("put", &own, &[file, "--out", "-"])).exits(2);
    let personal = ["archive", "put", &own, "--section", "personnel", file, "--out", "no.json"];
    maker.run(&personal).exits(2);

    // A second version; the first turns out to have been entered wrongly, and is rewritten by two persons.
    let (second, right) = (world.document("finance-2.pdf"), world.document("finance-right.pdf"));
    let declined = of_section("put", &own, &[right, "--out", "declined.json", "--output", "json"]);
    let number = proposal(&maker.run(&declined).exits(0).json());
    checker.run(&["enterprise", "decline", &number, "--reason", "incorrect"]).exits(0);
    checker.run(&["archive", "confirm", "declined.json", right]).exits(1).says("declined");
    checker.run(&["enterprise", "decline", "999", "--reason", "incorrect"]).exits(11);
    maker.run(&of_section("put", &own, &[second, "--out", "second.json"])).exits(0);
    checker.run(&["archive", "confirm", "second.json", second]).exits(0);
    let set = format!("0={right}");
    let rewriting = ["--set", set.as_str(), "--reason", "wrong-document", "--out", "rewriting.json"];
    maker.run(&of_section("overwrite", &own, &rewriting)).exits(2).says("--keep 1");
    // Each version has its complete list, so that both may have the same document.
    let (same, kept) = (format!("1={right}"), format!("1={second}"));
    let rewriting = [rewriting.as_slice(), &["--set", same.as_str(), "--set", kept.as_str()]].concat();
    maker.run(&of_section("overwrite", &own, &rewriting)).exits(0);
    world.cli.run(&["verify", right]).exits(4);
    checker.run(&["archive", "confirm", "rewriting.json", right, file, second]).exits(3);
    checker.run(&["archive", "confirm", "rewriting.json", right, right, second]).exits(0);
    world.cli.run(&["verify", right]).exits(0);
    world.cli.run(&["verify", file]).exits(12).says("v0, rewrite 1");
    world.cli.run(&["verify", second]).exits(0);
    // Withdrawn by two persons, and begun anew.
    let withdraw = of_section("withdraw", &own, &["--reason", "mistake", "--output", "json"]);
    let number = proposal(&maker.run(&withdraw).exits(0).json());
    checker.run(&["enterprise", "confirm", &number]).exits(0);
    world.cli.run(&["verify", second]).exits(12);
    maker.run(&withdraw).exits(1);
    maker.run(&of_section("put", &own, &[second, "--out", "anew.json"])).exits(0);
    checker.run(&["archive", "confirm", "anew.json", second]).exits(0);
    world.cli.run(&["verify", second]).exits(0);
    let records = world.cli.with(&["--output", "json"]).run(&of_section("history", &own, &[])).exits(0).json();
    let snapshots = |series: usize| records["records"][series]["snapshots"].as_array().map(Vec::len);
    assert_eq!([snapshots(0), snapshots(1), snapshots(2)], [Some(5), Some(1), None], "{records}");

    // A read-only archive is still there.
    confirmed(&["enterprise", "status", &own, "transferred-out"]);
    maker.run(&["enterprise", "rename", &own, "又一家公司"]).exits(1);
    world.cli.run(&["verify", second]).exits(0);
    world.cli.run(&["archive", "show", &own]).exits(0).says("2025");
}

#[test]
fn many_enterprises_should_be_registered_in_bulk_by_two_clerks_and_one_bind_a_key_later() {
    let world = World::new();
    let (maker, checker) = (world.as_key("Alice"), world.as_key("Bob"));
    let count: u32 = if full_scale() { 2_000 } else { 140 };
    let row = |number: u32| format!("{},第{number}示例有限公司,HN{number:06}F,2026-01-05\n", uscc(number));
    let heading = "\u{feff}统一社会信用代码,企业名称,企业编码,登记日期\n";
    let rows: String = (1..=count).map(row).collect();
    // All faults at once, and nothing is sent.
    let wrong = format!("{heading}{},{}\n{}", uscc(9_001).replace("MA", "MB"), "甲公司,HN009001F,", row(1) + &row(1));
    world.file("wrong.csv", wrong);
    let refused = maker.run(&["import", "wrong.csv", "--dry-run"]).exits(2);
    let faulty: Vec<&str> = refused.stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(faulty.contains(&"2") && faulty.contains(&"4"), "{}", refused.stdout);
    world.cli.run(&["enterprise", "resolve", &uscc(1)]).exits(11);

    world.file("list.csv", format!("{heading}{rows}"));
    maker.run(&["import", "list.csv", "--dry-run"]).exits(0);
    let patient = ["--timeout", "600"];
    maker.with(&patient).run(&["import", "list.csv"]).exits(0);
    // Again: nothing is proposed twice.
    maker.with(&patient).run(&["import", "list.csv"]).exits(0);
    let waiting = world.cli.with(&["--output", "json"]).run(&["enterprise", "proposals"]).exits(0).json();
    let waiting = waiting["proposals"].as_array().expect("proposals").len();
    assert_eq!(waiting, count.div_ceil(128) as usize);
    checker.with(&patient).run(&["enterprise", "confirm", "--all"]).exits(0);
    for number in [1, count] {
        world.cli.run(&["enterprise", "resolve", &format!("第{number}示例有限公司")]).exits(0).says(&uscc(number));
    }
    // And again after that: all are there.
    maker.with(&patient).run(&["import", "list.csv"]).exits(0);

    // One of them binds a key. It acts at once; a second one cools off, and the first objects to it.
    let own = uscc(1);
    let (first, second) = (world.key("first.key").0, world.key("second.key").0);
    let as_enterprise = |name: &str| world.cli.with(&["--key", name, "--password-file", "password"]);
    as_enterprise("first.key").run(&["enterprise", "object-key", &second]).exits(6);
    let letter = world.document("application.pdf");
    for account in [&first, &second] {
        let bind = ["enterprise", "bind-key", &own, account, "--application", letter, "--output", "json"];
        let number = proposal(&maker.run(&bind).exits(0).json());
        checker.run(&["enterprise", "confirm", &number]).exits(0);
    }
    as_enterprise("second.key").run(&["enterprise", "object-key", &first]).exits(6);
    as_enterprise("first.key").run(&["enterprise", "object-key", &second]).exits(0);
    // It may speak for its enterprise, and do nothing else.
    let file = world.document("a.pdf");
    as_enterprise("first.key").run(&["record", "create", file, "--subject", &own, "--id", "a"]).exits(6);
    world.cli.run(&["enterprise", "show", &own]).exits(0).says(&first);
}
