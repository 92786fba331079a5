//! From one release to the next, through the council, with records on the chain.
use crate::world::{part, SUBJECT};
use jiandu_testkit::{run_node, until, Cli, Node};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;

/// What the release before this one left behind: its specification without the code, its code, and 6 blocks of its chain.
fn release(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chain-spec").join(name)
}

#[test]
fn the_chain_of_the_first_release_should_be_upgraded_through_the_council_and_answer_as_before() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    let mut spec: Value = serde_json::from_slice(&fs::read(release("releases/dev-100.json")).expect("the fixture"))
        .expect("the specification is JSON");
    let code = fs::read(release("runtimes/jiandu-100.wasm")).expect("the runtime of the first release");
    spec["genesis"]["runtimeGenesis"]["code"] = format!("0x{}", hex::encode(code)).into();
    fs::write(path("release-100.json"), spec.to_string()).expect("a file");
    let (chain, blocks) = (path("release-100.json"), release("releases/dev-100.blocks"));
    let [chain_text, data, blocks] = [&chain, &path("node/data"), &blocks].map(|path| path.display().to_string());
    run_node(&["import-blocks", "--chain", &chain_text, "--base-path", &data, "--binary", &blocks]).exits(0);
    let node = Node::validator(&path("node"), &chain);
    node.wait_finalized(7);
    let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
    let alice = cli.with(&["--dev-key", "Alice"]);

    // Documents 1 to 4: current, corrected by the next, the correction, withdrawn.
    for number in 1..=4 {
        fs::write(path(&format!("d{number}.txt")), format!("document {number} of release 100")).expect("a file");
    }
    fs::write(path("unknown.txt"), "no document of release 100").expect("a file");
    let answers = || {
        for (file, code) in [("d1", 0), ("d2", 12), ("d3", 0), ("d4", 12), ("unknown", 4)] {
            cli.run(&["verify", &format!("{file}.txt")]).exits(code);
        }
    };
    answers();
    assert_eq!(version(&node), 100);
    // What this release added is not there yet, and the client says so instead of guessing.
    let overwrite = |base: &str| {
        let record = format!("{SUBJECT}/corrected");
        let set =
            ["record", "overwrite", &record, "--set", "0=unknown.txt", "--keep", "1", "--reason", "wrong-document"];
        alice.with(&["--base", base]).run(&set)
    };
    overwrite("1.0").exits(9);

    // The runtime of this release, as the node has it.
    let own = run_node(&["export-chain-spec", "--chain", "dev"]).exits(0).json();
    let code = own["genesis"]["runtimeGenesis"]["code"].as_str().expect("the code is text");
    let code = hex::decode(code.trim_start_matches("0x")).expect("hexadecimal");
    fs::write(path("next.wasm"), code).expect("a file");
    // Not without the council, and by nobody else.
    alice.run(&["council", "upgrade", "next.wasm", "--apply"]).exits(1);
    cli.with(&["--dev-key", "Bob"]).run(&["council", "upgrade", "next.wasm"]).exits(6);
    alice.run(&["council", "upgrade", "next.wasm"]).exits(0);
    alice.run(&["council", "upgrade", "next.wasm", "--apply"]).exits(0);
    until("the next release to run", Duration::from_secs(30), || version(&node) > 100);

    answers();
    // A repetition of what the first release wrote is recognised, and what it wrote can be looked at and rewritten.
    alice.run(&["record", "create", "d1.txt", "--subject", SUBJECT, "--id", "current"]).exits(0).says("twice");
    let history = cli.with(&["--output", "json"]).run(&["record", "history", &format!("{SUBJECT}/corrected")]);
    assert_eq!(history.exits(0).json()["snapshots"].as_array().map(Vec::len), Some(2));
    overwrite("1.0").exits(0);
    cli.run(&["verify", "d2.txt"]).exits(12);
    cli.run(&["verify", "d3.txt"]).exits(0);
    cli.run(&["verify", "unknown.txt"]).exits(12);
}

/// The version of the runtime that the node runs.
fn version(node: &Node) -> u64 {
    let version = node.rpc().call("state_getRuntimeVersion", serde_json::json!([])).expect("the node answers");
    version["specVersion"].as_u64().expect("a version has a number")
}
