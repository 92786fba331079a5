//! Sections of archives that are not public: sealed by one person, reviewed and published by another.
use crate::world::{of_section, World, OWN_VAULT};
use jiandu_client::vault::fault::VARIABLE;
use serde_json::Value;
use std::fs;

#[test]
fn a_section_that_is_not_public_should_be_published_by_a_reviewer_who_has_its_openings() {
    let world = World::new();
    let (alice, bob) = (world.as_key("Alice"), world.as_key("Bob"));
    let own = world.enterprise(1);
    let (file, other) = (world.document("finance.pdf"), world.document("other.pdf"));
    let put = of_section("put", &own, &[file, "--level", "L3", "--out", "one.json"]);
    alice.run(&[put.as_slice(), &["--no-store"]].concat()).exits(2).says("--no-store");
    alice.run(&put).exits(0).says("reviewer only");
    // The reviewer needs the files, and the originals where they should be.
    bob.run(&["archive", "confirm", "one.json", other]).exits(3);
    world.cli.run(&["vault", "init", "--vault", "empty", "--operator", &own]).exits(0);
    bob.run(&["archive", "confirm", "one.json", file, "--vault", "empty"]).exits(11).says("--vault");
    bob.run(&["archive", "confirm", "one.json", file, "--vault", "nowhere"]).exits(9);
    bob.run(&["archive", "confirm", "one.json", file]).exits(0).says("in the vault");
    world.cli.run(&["verify", file]).exits(4);
    let held = world.json(&world.cli, &["archive", "show", &own], 0);
    let section = &held["sections"][0];
    assert_eq!((&section["level"], &section["documents"]), (&"L3".into(), &1.into()), "{held}");
    let record = section["record"].as_str().expect("a record").to_owned();
    let document = world.json(&world.cli, &["record", "show", &record], 0)["documents"][0].clone();
    assert_eq!(document["sealed"], true);
    let locator = document["digests"][0].as_str().expect("a digest").trim_start_matches("blake3:").to_owned();
    // Who submitted it hands its opening to whoever may read it; the reviewer was no recipient in the vault.
    let opening = |cli: &jiandu_testkit::Cli, out: &str| {
        cli.run(&["vault", "opening", &locator, "--vault", OWN_VAULT, "--out", out])
    };
    opening(&bob, "no.opening").exits(8);
    opening(&alice, "one.opening").exits(0);
    world.cli.run(&["verify", file, "--opening", "one.opening"]).exits(0);
    world.cli.run(&["verify", other, "--opening", "one.opening"]).exits(3);

    // The next version stays sealed where nobody says otherwise, and the same again is no change.
    alice.run(&of_section("put", &own, &[file, "--out", "same.json"])).exits(1);
    let second = world.document("finance-2.pdf");
    alice.run(&of_section("put", &own, &[second, "--out", "two.json"])).exits(0);
    // The file of a submission is as secret as what it opens.
    let read = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(world.path(name)).expect("a submission")).expect("json")
    };
    let submission = read("two.json");
    assert_eq!(submission["openings"].as_array().map(Vec::len), Some(1), "{submission}");
    let without = submission.to_string().replacen("openings", "nothing", 1);
    world.file("without.json", without);
    bob.run(&["archive", "confirm", "without.json", second]).exits(2);
    // That an opening does not open what was anchored is something that nobody but the reviewer would ever notice.
    let mut swapped = submission.clone();
    swapped["openings"][0]["identity"] = read("one.json")["openings"][0]["identity"].clone();
    world.file("swapped.json", swapped.to_string());
    bob.run(&["archive", "confirm", "swapped.json", second]).exits(3);
    let opened = |name: &str| read(name)["openings"][0]["locator"].as_str().expect("a locator").to_owned();
    let object = |locator: &str| world.path(OWN_VAULT).join("objects").join(&locator[..2]).join(&locator[2..]);
    let (kept, lost) = (world.path("kept.age"), object(&opened("two.json")));
    fs::rename(&lost, &kept).expect("moved");
    bob.run(&["archive", "confirm", "two.json", second]).exits(11).says("backup");
    fs::rename(&kept, &lost).expect("moved back");
    // The environment may name a vault that nobody is to look into.
    let skipping = bob.with_variable("JIANDU_VAULT", "nowhere");
    skipping.run(&["archive", "confirm", "two.json", second, "--skip-originals"]).exits(0).says("not looked for");
    // What is rewritten is as secret as it was, whatever the newest version is.
    let third = world.document("finance-3.pdf");
    alice.run(&of_section("put", &own, &[third, "--level", "L1", "--out", "public.json"])).exits(0);
    bob.run(&["archive", "confirm", "public.json", third]).exits(0);
    let set = format!("1={other}");
    let overwrite = ["--set", &set, "--keep", "2", "--reason", "wrong-document", "--out", "three.json"];
    alice.run(&of_section("overwrite", &own, &overwrite)).exits(0);
    bob.run(&["archive", "confirm", "three.json", second]).exits(3);
    bob.run(&["archive", "confirm", "three.json", other]).exits(0);
    for anchored in [file, second, other] {
        world.cli.run(&["verify", anchored]).exits(4);
    }
    world.cli.run(&["verify", third]).exits(0);
    // A draft whose documents are not where this command looks is not taken up.
    let next = of_section("put", &own, &[world.document("finance-4.pdf"), "--level", "L3", "--out", "four.json"]);
    let killed = alice.with_variable(VARIABLE, "signed").run(&next);
    assert_eq!(killed.code, 137, "{}", killed.stderr);
    alice.run(&[next.as_slice(), &["--vault", "empty"]].concat()).exits(11).says("--vault");
    alice.run(&next).exits(0);
    world.cli.run(&["vault", "fsck", "--chain", "--vault", OWN_VAULT]).exits(0);
}

#[test]
fn a_reviewer_should_have_in_hand_what_was_added_to_a_body_and_publish_nothing_unseen() {
    let world = World::new();
    let (alice, bob) = (world.as_key("Alice"), world.as_key("Bob"));
    let own = world.enterprise(1);
    let file = world.document("finance.pdf");
    world.file("more.json", r#"{"auditor": "某会计师事务所"}"#);
    world.file("less.json", r#"{"auditor": "另一家"}"#);
    let put = |out: &str, more: &[&str]| {
        let words = of_section("put", &own, &[file, "--out", out, "--body", "more.json"]);
        alice.run(&[words.as_slice(), more].concat()).exits(0)
    };
    // Wherever it lies, the reviewer has to have it in hand.
    put("stored.json", &[]).says("--body more.json");
    put("unstored.json", &["--no-store"]);
    for submission in ["stored.json", "unstored.json"] {
        bob.run(&["archive", "confirm", submission, file]).exits(3).says("--body");
        bob.run(&["archive", "confirm", submission, file, "--body", "less.json"]).exits(3);
    }
    bob.run(&["archive", "confirm", "stored.json", file, "--body", "more.json"]).exits(0);
    bob.run(&["archive", "confirm", "unstored.json", file, "--body", "more.json"]).exits(1);
    // A draft is taken up by the same command alone: not with other content, and not to be stored after all.
    let draft = ["--no-store", "--business-time", "2026-01-01"];
    let next = of_section("put", &own, &[file, "--out", "next.json", "--body", "more.json"]);
    let killed = alice.with_variable(VARIABLE, "sent").run(&[next.as_slice(), &draft].concat());
    assert_eq!(killed.code, 137, "{}", killed.stderr);
    let other = of_section("put", &own, &[file, "--out", "next.json", "--body", "less.json"]);
    alice.run(&[other.as_slice(), &draft].concat()).exits(2).says("next.json.draft");
    alice.run(&[next.as_slice(), &draft[1..]].concat()).exits(2).says("next.json.draft");
    alice.run(&[next.as_slice(), &draft].concat()).exits(0);
    // What a withdrawal anchors is shown to whoever confirms it.
    let withdraw = of_section("withdraw", &own, &["--reason", "mistake"]);
    let number = crate::world::proposal(&world.json(&alice, &withdraw, 0));
    bob.run(&["enterprise", "confirm", &number]).exits(0).says("sm3:");
}
