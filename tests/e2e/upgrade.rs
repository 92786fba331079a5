//! From one release to the next, through the council, with records on the chain.
use crate::world::{part, SUBJECT};
use jiandu_testkit::{run_node, until, Cli, Node};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::RwLockReadGuard,
    time::Duration,
};
use tempfile::TempDir;

/// What a release left behind: its specification without the code, its code, the first blocks of its chain.
fn release_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chain-spec").join(name)
}

/// A node that runs the chain of a release, and what belongs to it.
struct Release {
    number: u64,
    folder: TempDir,
    node: Node,
    _part: RwLockReadGuard<'static, ()>,
}

impl Release {
    /// Imports the chain of a release, `last` blocks, and goes on with it.
    fn new(number: u64, last: u32) -> Self {
        let part = part();
        let folder = TempDir::new().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let spec = fs::read(release_file(&format!("releases/dev-{number}.json"))).expect("the fixture");
        let mut spec: Value = serde_json::from_slice(&spec).expect("the specification is JSON");
        let code =
            fs::read(release_file(&format!("runtimes/jiandu-{number}.wasm"))).expect("the runtime of the release");
        spec["genesis"]["runtimeGenesis"]["code"] = format!("0x{}", hex::encode(code)).into();
        fs::write(path("release.json"), spec.to_string()).expect("a file");
        let (chain, blocks) = (path("release.json"), release_file(&format!("releases/dev-{number}.blocks")));
        let [chain_text, data, blocks] = [&chain, &path("node/data"), &blocks].map(|path| path.display().to_string());
        run_node(&["import-blocks", "--chain", &chain_text, "--base-path", &data, "--binary", &blocks]).exits(0);
        let node = Node::validator(&path("node"), &chain);
        node.wait_finalized(last + 1);
        Self { number, folder, node, _part: part }
    }

    fn cli(&self) -> Cli {
        Cli::new(self.folder.path(), &["--node", &self.node.url(), "--lang", "en"])
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), content).expect("a file");
    }

    /// Documents 1 to 4: current, corrected by the next, the correction, withdrawn.
    fn documents(&self) {
        for number in 1..=4 {
            self.file(&format!("d{number}.txt"), format!("document {number} of release {}", self.number));
        }
        self.file("unknown.txt", "no document of any release");
        self.answers();
    }

    fn answers(&self) {
        for (file, code) in [("d1", 0), ("d2", 12), ("d3", 0), ("d4", 12), ("unknown", 4)] {
            self.cli().run(&["verify", &format!("{file}.txt")]).exits(code);
        }
    }

    /// To the runtime of this release, as the node has it: not without the council, and by nobody else.
    fn upgrade(&self) {
        assert_eq!(version(&self.node), self.number);
        let own = run_node(&["export-chain-spec", "--chain", "dev"]).exits(0).json();
        let code = own["genesis"]["runtimeGenesis"]["code"].as_str().expect("the code is text");
        self.file("next.wasm", hex::decode(code.trim_start_matches("0x")).expect("hexadecimal"));
        let alice = self.cli().with(&["--dev-key", "Alice"]);
        alice.run(&["council", "upgrade", "next.wasm", "--apply"]).exits(1);
        self.cli().with(&["--dev-key", "Bob"]).run(&["council", "upgrade", "next.wasm"]).exits(6);
        alice.run(&["council", "upgrade", "next.wasm"]).exits(0);
        alice.run(&["council", "upgrade", "next.wasm", "--apply"]).exits(0);
        until("the next release to run", Duration::from_secs(30), || version(&self.node) > self.number);
    }
}

#[test]
fn the_chain_of_the_first_release_should_be_upgraded_through_the_council_and_answer_as_before() {
    let release = Release::new(100, 6);
    let (cli, alice) = (release.cli(), release.cli().with(&["--dev-key", "Alice"]));
    release.documents();
    // What later releases added is not there yet, and the client says so instead of guessing.
    let overwrite = |base: &str| {
        let record = format!("{SUBJECT}/corrected");
        let set =
            ["record", "overwrite", &record, "--set", "0=unknown.txt", "--keep", "1", "--reason", "wrong-document"];
        alice.with(&["--base", base]).run(&set)
    };
    overwrite("1.0").exits(9);
    release.upgrade();

    release.answers();
    // A repetition of what the first release wrote is recognised, and what it wrote can be looked at and rewritten.
    alice.run(&["record", "create", "d1.txt", "--subject", SUBJECT, "--id", "current"]).exits(0).says("twice");
    let history = cli.with(&["--output", "json"]).run(&["record", "history", &format!("{SUBJECT}/corrected")]);
    assert_eq!(history.exits(0).json()["snapshots"].as_array().map(Vec::len), Some(2));
    overwrite("1.0").exits(0);
    cli.run(&["verify", "d2.txt"]).exits(12);
    cli.run(&["verify", "d3.txt"]).exits(0);
    cli.run(&["verify", "unknown.txt"]).exits(12);
}

#[test]
fn an_archive_of_the_second_release_should_go_on_after_the_upgrade_with_what_waited_then() {
    let release = Release::new(101, 31);
    let (cli, bob) = (release.cli(), release.cli().with(&["--dev-key", "Bob"]));
    release.documents();
    release.file("section.txt", "section of release 101\n");
    release.file("waiting.txt", "waiting section of release 101\n");
    let waiting = release_file("releases/dev-101.section.json");
    fs::copy(waiting, release.folder.path().join("waiting.json")).expect("the submission");
    cli.run(&["verify", "section.txt"]).exits(0);
    cli.run(&["verify", "waiting.txt"]).exits(4);
    release.upgrade();

    release.answers();
    cli.run(&["verify", "section.txt"]).exits(0);
    bob.run(&["archive", "confirm", "waiting.json", "waiting.txt", "--skip-originals"]).exits(0);
    cli.run(&["verify", "waiting.txt"]).exits(0);
    cli.run(&["archive", "show", "HN000001F"]).exits(0).says("credit");
}

/// The version of the runtime that the node runs.
fn version(node: &Node) -> u64 {
    let version = node.rpc().call("state_getRuntimeVersion", serde_json::json!([])).expect("the node answers");
    version["specVersion"].as_u64().expect("a version has a number")
}
