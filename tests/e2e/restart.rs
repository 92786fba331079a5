//! Crashes and restarts of a single node.
use crate::world::{part, turn, SUBJECT};
use jiandu_testkit::{full_scale, Cli, Node};
use std::{fs, thread::sleep, time::Duration};
use tempfile::TempDir;

/// A killed node may forget what ParityDB had not written yet. What was final longer ago than this is there.
const FLUSH_WINDOW: Duration = Duration::from_secs(10);

#[test]
fn a_killed_node_should_come_back_with_everything_final_before_the_flush_window() {
    let _turn = turn();
    let folder = TempDir::new().expect("a temporary folder");
    let mut node = Node::dev(&folder.path().join("node"));
    for round in 0..if full_scale() { 10 } else { 2 } {
        let file = format!("report-{round}.pdf");
        fs::write(folder.path().join(&file), format!("report {round}")).expect("a file");
        let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
        let id = format!("r{round}");
        cli.with(&["--dev-key", "Alice"]).run(&["record", "create", &file, "--subject", SUBJECT, "--id", &id]).exits(0);
        let finalized = node.rpc().finalized().expect("the node answers");
        let hash = node.rpc().hash(finalized).expect("the node answers");
        sleep(FLUSH_WINDOW);
        node = Node::start(node.kill());
        assert_eq!(node.rpc().hash(finalized).expect("the node answers"), hash, "a final block is gone after kill -9");
        node.wait_finalized(finalized + 2);
        let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
        for earlier in 0..=round {
            cli.run(&["verify", &format!("report-{earlier}.pdf")]).exits(0);
        }
    }
}

#[test]
fn a_node_ended_by_sigterm_or_ctrl_c_should_keep_its_head() {
    let _part = part();
    let folder = TempDir::new().expect("a temporary folder");
    let mut node = Node::dev(&folder.path().join("node"));
    node.wait_finalized(1);
    for round in 0..if full_scale() { 20 } else { 4 } {
        let signal = if round % 2 == 0 { "TERM" } else { "INT" };
        let best = node.rpc().best().expect("the node answers");
        let hash = node.rpc().hash(best).expect("the node answers");
        let (status, options) = node.end_by(signal);
        assert!(status.success(), "SIG{signal} ended the node with {status}");
        node = Node::start(options);
        assert_eq!(node.rpc().hash(best).expect("the node answers"), hash, "the head is gone after SIG{signal}");
    }
}
