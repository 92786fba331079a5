//! Disclosures: made by one person, published by another, under mandates, with embargoes and freezes.
use crate::world::{now, proposal, World, AGENT};
use jiandu_client::{enterprises::application::salted_digest, records::document};
use jiandu_testkit::until;
use serde_json::Value;
use std::{process::Command, time::Duration};

/// A command about an enterprise's disclosure.
fn of<'a>(command: &'a str, enterprise: &'a str, kind: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [&["disclosure", command, enterprise, "--kind", kind, "--number", "2025"], rest].concat()
}

#[test]
fn a_disclosure_should_be_published_corrected_and_withdrawn_by_two_persons_and_by_nobody_else() {
    let world = World::new();
    let (own, alice, bob) = (world.enterprise(1), world.as_key("Alice"), world.as_key("Bob"));
    let (first, second, other) =
        (world.document("first.pdf"), world.document("second.pdf"), world.document("other.pdf"));
    let submit = of("submit", &own, "annual-report", &[first, "--occasion", "2025", "--out", "one.json"]);
    let submitted = world.json(&alice, &submit, 0);
    assert_eq!((&submitted["number"], &submitted["unchanged"]), (&Value::from(0), &Value::from(false)));
    // Whoever has the file and all of the chain can't tell that it was submitted.
    let document = document(&world.path(first), |_, _| ()).expect("a document");
    let digests: Vec<[u8; 32]> = document.content.digests().iter().map(|digest| digest.value).collect();
    let known = |chain: &[u8]| digests.iter().filter(|digest| chain.windows(32).any(|part| part == **digest)).count();
    assert_eq!((digests.len(), known(&world.chain())), (2, 0));
    // Until it is published, nobody knows it.
    world.cli.run(&["verify", first]).exits(4);
    alice.run(&["disclosure", "publish", "one.json", first]).exits(6);
    bob.run(&["disclosure", "publish", "one.json", other]).exits(3);
    bob.run(&["disclosure", "publish", "one.json"]).exits(3);
    world.as_key("Charlie").run(&["disclosure", "publish", "one.json", first]).exits(6);
    bob.run(&["disclosure", "list"]).exits(0).says("waits for review");
    bob.run(&["disclosure", "publish", "one.json", first]).exits(0).says("annual report (2025)");
    world.cli.run(&["verify", first]).exits(0);
    bob.run(&["disclosure", "publish", "one.json", first]).exits(0).says("before");
    assert_eq!(known(&world.chain()), 2);
    let shown = world.json(&world.cli, &["disclosure", "show", "0"], 0);
    assert_eq!((&shown["stage"], &shown["publication"]["kind"]), (&"published".into(), &"annual-report".into()));
    // A second first version is refused before anything is stored or sent.
    alice.run(&of("submit", &own, "annual-report", &[other, "--out", "again.json"])).exits(1);

    alice.run(&of("correct", &own, "annual-report", &[second, "--reason", "figures", "--out", "two.json"])).exits(0);
    world.cli.run(&["verify", second]).exits(4);
    bob.run(&["disclosure", "publish", "two.json", second]).exits(0).says("a figure was wrong");
    // Both digests answer rightly.
    world.cli.run(&["verify", first]).exits(12);
    world.cli.run(&["verify", second]).exits(0);

    // The first version was the wrong file: it is rewritten, and the second one with it.
    let (right, again) = (world.document("right.pdf"), format!("0={}", "right.pdf"));
    alice
        .run(&of(
            "overwrite",
            &own,
            "annual-report",
            &["--set", &again, "--reason", "wrong-document", "--out", "over.json"],
        ))
        .exits(2);
    let overwrite = ["--set", &again, "--keep", "1", "--reason", "wrong-document", "--out", "over.json"];
    alice.run(&of("overwrite", &own, "annual-report", &overwrite)).exits(0);
    alice.run(&["disclosure", "publish", "over.json", right]).exits(6);
    bob.run(&["disclosure", "publish", "over.json", right]).exits(0);
    world.cli.run(&["verify", first]).exits(12).says("rewritten");
    world.cli.run(&["verify", right]).exits(12);
    world.cli.run(&["verify", second]).exits(0);

    // A freeze hides nothing and lets nothing follow.
    let object = submitted_record(&world, 0);
    let freeze = ["disclosure", "freeze", &object, "--reason", "dispute", "--document", first];
    world.as_key("Ferdie").run(&freeze).exits(0).says("Salt");
    bob.run(&["disclosure", "unfreeze", &object]).exits(6);
    world.cli.run(&["verify", second]).exits(0).says("frozen");
    world.cli.run(&["record", "show", &object]).exits(0).says("dispute");
    alice.run(&of("withdraw", &own, "annual-report", &["--reason", "mistake", "--out", "three.json"])).exits(1);
    world.as_key("Ferdie").run(&["disclosure", "unfreeze", &object]).exits(0);

    alice.run(&of("withdraw", &own, "annual-report", &["--reason", "mistake", "--out", "three.json"])).exits(0);
    world.cli.run(&["verify", second]).exits(0);
    bob.run(&["disclosure", "publish", "three.json"]).exits(0).says("withdrawal");
    world.cli.run(&["verify", second]).exits(12);
}

fn submitted_record(world: &World, number: u64) -> String {
    let shown = world.json(&world.cli, &["disclosure", "show", &number.to_string()], 0);
    shown["snapshot"]["object"].as_str().expect("a record").to_owned()
}

/// The salted digest of a document, as documented.
fn salted(world: &World, file: &str, salt: &Value) -> Value {
    let hashed = world.json(&world.cli, &["hash", file], 0);
    let blake3 = hashed["files"][0]["digests"][0].as_str().and_then(|digest| digest.strip_prefix("blake3:"));
    let bytes = |hex: &str| hex::decode(hex).expect("hexadecimal").try_into().expect("32 bytes");
    let (salt, blake3) = (salt.as_str().expect("a salt"), blake3.expect("a digest"));
    hex::encode(salted_digest(&bytes(salt), &bytes(blake3))).into()
}

#[test]
fn an_intermediary_should_file_under_a_mandate_and_an_embargo_should_open_from_its_time_on() {
    let world = World::new();
    let (own, alice, bob, charlie) =
        (world.enterprise(2), world.as_key("Alice"), world.as_key("Bob"), world.as_key("Charlie"));
    let (file, letter) = (world.document("report.pdf"), world.document("letter.pdf"));
    let filed = |out: &'static str, rest: &[&'static str]| {
        let words = [&[file, "--out", out], rest].concat();
        charlie.run(&of("submit", &own, "semiannual-report", &words))
    };
    // Without a mandate, and with one that there is not.
    filed("none.json", &[]).exits(6).says("mandate");
    filed("none.json", &["--mandate", "0"]).exits(11);
    let register =
        ["mandate", "register", &own, "--agent", AGENT, "--kinds", "semiannual-report", "--until", "2099-12-31"];
    // Longer than ten years.
    alice.run(&[&register[..], &["--letter", letter]].concat()).exits(1);
    let until =
        ["mandate", "register", &own, "--agent", AGENT, "--kinds", "semiannual-report", "--until", "2029-12-31"];
    let made = world.json(&alice, &[&until[..], &["--letter", letter]].concat(), 0);
    bob.run(&["enterprise", "confirm", &proposal(&made)]).exits(0);
    world.cli.run(&["mandate", "list", &own]).exits(0).says("in force");

    filed("report.json", &["--mandate", "0"]).exits(0);
    // Returned, with a text that stays where it is, and submitted again under the same number.
    let text = world.document("what-is-missing.docx");
    let review = ["disclosure", "review", "report.json", file];
    bob.run(&[&review[..], &["--accept", "--document", text]].concat()).exits(2);
    let returned = world.json(&bob, &[&review[..], &["--return", "incomplete", "--document", text]].concat(), 0);
    let shown = world.json(&world.cli, &["disclosure", "show", "0"], 0);
    assert_eq!(shown["reason"]["code"], "incomplete");
    assert_eq!(shown["reason"]["text"], salted(&world, text, &returned["salt"]));
    bob.run(&["disclosure", "publish", "report.json", file]).exits(1).says("returned");
    filed("again.json", &["--mandate", "0", "--resubmit", "0"]).exits(0);
    bob.run(&["disclosure", "review", "report.json", file, "--accept"]).exits(1).says("has changed the submission");
    let opens = now() + 25;
    let date = Command::new("date").args(["-u", "-d", &format!("@{opens}"), "+%FT%TZ"]).output().expect("a date");
    let not_before = String::from_utf8(date.stdout).expect("text").trim().to_owned();
    bob.run(&["disclosure", "review", "again.json", file, "--accept", "--not-before", &not_before]).exits(0);
    charlie.run(&["mandate", "end", "0"]).exits(0);
    if now() < opens - 3 {
        charlie.run(&["disclosure", "publish", "again.json"]).exits(1).says("embargo");
    }
    world.cli.run(&["verify", file]).exits(4);
    until_time(opens + 3);
    // The mandate held when it was filed.
    charlie.run(&["disclosure", "publish", "again.json"]).exits(0);
    world.cli.run(&["verify", file]).exits(0);
    let ended = world.document("late.pdf");
    let late = of("submit", &own, "semiannual-report", &[ended, "--out", "late.json", "--mandate", "0"]);
    let late: Vec<_> = late.into_iter().map(|word| if word == "2025" { "2026" } else { word }).collect();
    charlie.run(&late).exits(6).says("not in force");
    let shown = world.json(&world.cli, &["disclosure", "show", "0"], 0);
    assert_eq!((&shown["capacity"], &shown["publication"]["mandate"]), (&"agent".into(), &Value::from(0)));
    assert_eq!(shown["not_before"], Value::from(opens));
    // 披露义务人, 提交人 and 依据.
    let record = world.json(&world.cli, &["record", "show", &submitted_record(&world, 0)], 0);
    let disclosure = &record["disclosure"];
    assert_eq!((&disclosure["capacity"], &disclosure["mandate"]), (&"agent".into(), &Value::from(0)));
    assert_eq!(disclosure["submitter"]["organisation"], AGENT);
    assert!(record["subject"].to_string().contains(&own), "{record}");
}

fn until_time(time: u64) {
    until("an embargo to be over", Duration::from_secs(60), || now() >= time);
}
