//! Evidence: taken away, checked without a node, refused when altered.
use crate::world::{World, SUBJECT};
use jiandu_testkit::Cli;
use std::fs;

#[test]
fn evidence_should_hold_offline_and_no_altered_one_pass() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let (first, second) = (world.document("a.pdf"), world.document("b.pdf"));
    maker.run(&["record", "create", first, "--subject", SUBJECT, "--id", "a"]).exits(0);
    world.cli.run(&["trust", "export", "dev.trust"]).exits(0);
    world.cli.run(&["evidence", "export", first, "--out", "current.evidence"]).exits(0);
    world.cli.run(&["evidence", "export", second, "--out", "absent.evidence"]).exits(0);
    maker.run(&["record", "update", &format!("{SUBJECT}/a"), second]).exits(0);
    world.cli.run(&["evidence", "export", first, "--out", "superseded.evidence"]).exits(0);

    // From here on without a node: its address leads nowhere.
    let offline = Cli::new(world.path("."), &["--node", "ws://127.0.0.1:1", "--trust", "dev.trust", "--lang", "en"]);
    let verify = |evidence: &str, file: &str| offline.run(&["evidence", "verify", evidence, "--file", file]);
    verify("current.evidence", first).exits(0);
    verify("absent.evidence", second).exits(4);
    verify("superseded.evidence", first).exits(12);
    verify("current.evidence", second).exits(3);

    let evidence = fs::read(world.path("current.evidence")).expect("the evidence");
    // Every byte is covered by the verifier's own tests; here some of them go through the whole command.
    for at in (0..evidence.len()).step_by(evidence.len() / 16) {
        let mut altered = evidence.clone();
        altered[at] ^= 1;
        world.file("altered.evidence", &altered);
        verify("altered.evidence", first).exits(3);
    }
    for length in [0, 1, evidence.len() / 2, evidence.len() - 1] {
        world.file("cut.evidence", &evidence[..length]);
        verify("cut.evidence", first).exits(3);
    }

    // Trust in another chain refuses the same evidence.
    let trust = fs::read_to_string(world.path("dev.trust")).expect("the trust file");
    let mut trust: serde_json::Value = serde_json::from_str(&trust).expect("JSON");
    trust["genesis"] = format!("0x{}", "11".repeat(32)).into();
    world.file("other.trust", trust.to_string());
    let other = Cli::new(world.path("."), &["--trust", "other.trust", "--lang", "en"]);
    other.run(&["evidence", "verify", "current.evidence", "--file", first]).exits(10);
}
