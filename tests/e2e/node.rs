//! The node's own commands: specifications, maintenance of a database, keys, ports.
use crate::world::{part, SUBJECT};
use jiandu_testkit::{free_port, run_node, Cli, Node};
use serde_json::Value;
use std::{fs, net::TcpListener};
use tempfile::TempDir;

#[test]
fn blocks_should_be_exported_imported_checked_reverted_and_purged() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let node = Node::dev(&folder.path().join("node"));
    node.wait_finalized(3);
    let hash = node.rpc().hash(3).expect("the node answers").expect("block 3");
    // What runs can't be deleted.
    let running = folder.path().join("node/data").display().to_string();
    run_node(&["purge-chain", "--chain", "dev", "--base-path", &running, "-y"]).exits(1).says("in use");
    let (status, options) = node.end_by("TERM");
    assert!(status.success());
    let data = options.folder.join("data").display().to_string();
    let on = |command: &str, data: &str, more: &[&str]| {
        let arguments = [&[command, "--chain", "dev", "--base-path", data][..], more].concat();
        run_node(&arguments)
    };

    on("chain-info", &data, &[]).exits(0).says("finalized");
    on("check-block", &data, &[&hash]).exits(0);
    let file = path("blocks");
    on("export-blocks", &data, &["--binary", "--from", "1", "--to", "3", &file]).exits(0);
    // More than there is would leave a file that says so of itself and does not hold it.
    on("export-blocks", &data, &["--binary", "--to", "1000000", &path("more")]).exits(1).says("no block 1000000");
    on("export-blocks", &data, &["--from", "3", "--to", "2", &path("none")]).exits(1).says("from 3 to 2");
    assert!(
        !folder.path().join("none").exists() && !folder.path().join("more").exists(),
        "a refused export left a file"
    );
    on("chain-info", &path("nowhere"), &[]).exits(1).says("no database");
    let copy = path("copy");
    let imported = on("import-blocks", &copy, &["--binary", &file]).exits(0);
    assert!(!imported.stderr.contains("Essential task"), "a success that looks like a failure:\n{}", imported.stderr);
    on("check-block", &copy, &[&hash]).exits(0);
    on("revert", &copy, &["1"]).exits(0);
    on("check-block", &copy, &[&hash]).exits(1);
    on("purge-chain", &copy, &["-y"]).exits(0);
    on("check-block", &copy, &["1"]).exits(1);
}

#[test]
fn keys_and_specifications_should_come_from_the_node_itself() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let key = folder.path().join("node.key").display().to_string();
    run_node(&["key", "generate-node-key", "--file", &key]).exits(0);
    run_node(&["key", "inspect-node-key", "--file", &key]).exits(0);
    run_node(&["key", "generate", "--scheme", "ed25519"]).exits(0);
    // Without a chain's name there is none; a default would be one whose keys everyone knows.
    run_node(&["export-chain-spec"]).exits(2).says("--chain");
    let exported = run_node(&["export-chain-spec", "--chain", "local", "--raw"]).exits(0);
    assert_eq!(exported.json()["id"], "jiandu-local");
    run_node(&["export-chain-spec", "--chain", "nowhere.json"]).exits(1).says("nowhere.json");
}

#[test]
fn a_development_key_should_be_refused_where_the_genesis_does_not_say_development() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let mut spec = run_node(&["export-chain-spec", "--chain", "dev"]).exits(0).json();
    let flag = spec.pointer_mut("/genesis/runtimeGenesis/patch/chain/development").expect("the genesis flag");
    assert_eq!(*flag, Value::Bool(true));
    *flag = Value::Bool(false);
    let chain = folder.path().join("real.json");
    fs::write(&chain, spec.to_string()).expect("a file");
    let node = Node::validator(&folder.path().join("node"), &chain);
    node.wait_finalized(1);
    fs::write(folder.path().join("a.pdf"), "a").expect("a file");
    let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
    let alice = cli.with(&["--dev-key", "Alice"]);
    alice.run(&["record", "create", "a.pdf", "--subject", SUBJECT, "--id", "a"]).exits(9).says("development");
    alice.run(&["doctor"]).exits(9);
    cli.with(&["--dev-key", "Nobody"]).run(&["doctor"]).exits(2);
    cli.run(&["verify", "a.pdf"]).exits(4);
}

#[test]
fn a_port_in_use_a_full_disk_and_a_wrong_folder_should_stop_the_node() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let base = folder.path().display().to_string();
    let port = free_port();
    let _taken = TcpListener::bind(("127.0.0.1", port)).expect("a free port");
    let arguments = ["--dev", "--no-mdns", "--no-prometheus", "--base-path", &base, "--rpc-port", &port.to_string()];
    run_node(&arguments).exits(1).says(&format!("127.0.0.1:{port}")).says("--rpc-port");

    // More free space than any disk has: the storage monitor stops the node before it could run out.
    let full = ["--dev", "--no-mdns", "--no-prometheus", "--base-path", &base, "--rpc-port", "0"];
    run_node(&[&full[..], &["--db-storage-threshold", "1000000000000"]].concat()).exits(1).says("threshold");

    // A folder that is a file.
    let file = folder.path().join("file");
    fs::write(&file, "not a folder").expect("a file");
    let file = file.display().to_string();
    run_node(&["--dev", "--no-mdns", "--no-prometheus", "--base-path", &file, "--rpc-port", "0"]).exits(1).says(&file);
}
