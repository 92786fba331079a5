//! Anchoring, verifying, correcting, withdrawing.
use crate::world::{World, SUBJECT};

fn record(id: &str) -> String {
    format!("{SUBJECT}/{id}")
}

#[test]
fn a_disclosure_should_be_anchored_verified_corrected_and_withdrawn() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let first = world.document("report.pdf");
    let tampered = world.tampered(first, "tampered.pdf");

    // Unknown before, and proved to be so.
    world.cli.run(&["verify", first]).exits(4);
    let create = ["record", "create", first, "--subject", SUBJECT, "--id", "annual-2025"];
    maker.run(&create).exits(0);
    let verified = world.cli.run(&["verify", first]).exits(0);
    for part in ["v0", "91430100MADEW0001K", SUBJECT] {
        assert!(verified.stdout.contains(part), "{part} is not in:\n{}", verified.stdout);
    }
    world.cli.run(&["verify", tampered]).exits(4);
    world.cli.run(&["verify", first, tampered]).exits(4);

    // The same command again writes nothing.
    maker.run(&create).exits(0).says("nothing was written twice");
    let history = || world.cli.with(&["--output", "json"]).run(&["record", "history", &record("annual-2025")]).exits(0);
    assert_eq!(history().json()["snapshots"].as_array().map(Vec::len), Some(1));

    // Another document under the same name is refused, and a stale head too.
    let second = world.document("report-corrected.pdf");
    maker.run(&["record", "create", second, "--subject", SUBJECT, "--id", "annual-2025"]).exits(1).says("external id");
    let update = ["record", "update", &record("annual-2025"), second];
    maker.run(&update).exits(0);
    // Nor does the same correction, even where nobody says on what it was based.
    maker.run(&update).exits(0).says("nothing was written twice");
    maker.run(&create).exits(0).says("moved on");
    let third = world.document("report-again.pdf");
    maker.run(&["record", "update", &record("annual-2025"), third, "--base", "0.0"]).exits(1).says("changed since");

    world.cli.run(&["verify", first]).exits(12);
    world.cli.run(&["verify", second]).exits(0);
    let withdraw = |reason| ["record".into(), "withdraw".into(), record("annual-2025"), "--reason".into(), reason];
    maker.run(&withdraw("mistake".into())).exits(0);
    maker.run(&withdraw("mistake".into())).exits(0).says("nothing was written twice");
    maker.run(&withdraw("legal".into())).exits(1);
    let again = maker.with(&["--output", "json"]).run(&create).exits(0).json();
    assert_eq!(again["since"]["head"]["version"], 2, "{again}");
    world.cli.run(&["verify", second]).exits(12);
    assert_eq!(history().json()["snapshots"].as_array().map(Vec::len), Some(3));
    world.cli.run(&["record", "show", &record("annual-2025")]).exits(0);
    world.cli.run(&["record", "show", &record("nothing")]).exits(11);
}

#[test]
fn a_digest_alone_should_be_enough_to_verify() {
    let world = World::new();
    let file = world.document("notice.pdf");
    world.as_key("Alice").run(&["record", "create", file, "--subject", SUBJECT, "--id", "notice"]).exits(0);
    let hashed = world.cli.with(&["--output", "json"]).run(&["hash", file]).exits(0).json();
    let digests: Vec<String> = hashed["files"][0]["digests"]
        .as_array()
        .expect("digests")
        .iter()
        .map(|digest| digest.as_str().expect("text").to_string())
        .collect();
    assert_eq!(digests.len(), 3);
    // A SHA-256 digest is printed for others' use, and not anchored by default: alone it is unknown, with the others it says
    // nothing.
    for digest in &digests {
        world.cli.run(&["verify", "--digest", digest]).exits(if digest.starts_with("sha256:") { 4 } else { 0 });
    }
    let all = digests.iter().flat_map(|digest| ["--digest", digest]);
    world.cli.run(&["verify"].into_iter().chain(all).collect::<Vec<_>>()).exits(0);
    // An answer from the past is none.
    world.cli.run(&["verify", "--digest", &digests[0], "--max-age", "1"]).exits(5).says("--max-age");
    world.cli.run(&["verify", "--digest", &format!("sm3:{}", "0".repeat(64))]).exits(4);
    world.cli.run(&["verify", "--digest", "sm3:12"]).exits(2);
}
