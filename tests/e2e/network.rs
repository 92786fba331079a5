//! Four validators.
use crate::world::{turn, BANK, SUBJECT};
use jiandu_testkit::{until, Cli, Network};
use std::{fs, time::Duration};
use tempfile::TempDir;

#[test]
fn four_validators_should_finalise_and_survive_the_loss_of_one() {
    let _turn = turn();
    let folder = TempDir::new().expect("a temporary folder");
    let mut network = Network::local(&folder.path().join("network"));
    let cli = |url: String| Cli::new(folder.path(), &["--node", &url, "--lang", "en"]);
    let anchor = |url: String, name: &str| {
        let file = format!("{name}.pdf");
        fs::write(folder.path().join(&file), name).expect("a file");
        let maker = cli(url).with(&["--dev-key", "Alice"]);
        maker.run(&["record", "create", &file, "--subject", SUBJECT, "--id", name]).exits(0);
    };
    anchor(network.node(0).url(), "before");
    // Every node says the same, each with its own proof.
    let finalized = network.node(0).rpc().finalized().expect("the node answers");
    for node in network.running() {
        node.wait_finalized(finalized);
        cli(node.url()).run(&["verify", "before.pdf"]).exits(0);
    }

    network.kill(3);
    anchor(network.node(1).url(), "without-dave");
    cli(network.node(2).url()).run(&["verify", "without-dave.pdf"]).exits(0);

    network.restart(3);
    let finalized = network.node(0).rpc().finalized().expect("the node answers");
    network.node(3).wait_finalized(finalized);
    cli(network.node(3).url()).run(&["verify", "without-dave.pdf"]).exits(0);

    // What proves a past moment is kept once every 8 blocks; on a node that caught up never more often than that.
    network.node(0).wait_finalized(16);
    let finalized = network.node(0).rpc().finalized().expect("the node answers");
    let eighths = |index: usize| -> Vec<u32> {
        let is_justified = |number: &u32| network.node(index).rpc().is_justified(*number).expect("the node answers");
        // The first round of all is kept besides.
        (8..=finalized).filter(is_justified).map(|number| number / 8).collect()
    };
    let (kept, expected) = (eighths(0), (1..=finalized / 8).collect::<Vec<_>>());
    // The newest eighth may not be there yet: a round ends up to three blocks later.
    let complete = kept == expected || kept == expected[..expected.len() - 1];
    assert!(complete && !kept.is_empty(), "{kept:?} up to block {finalized}");
    let mut caught_up = eighths(3);
    caught_up.dedup();
    assert_eq!(caught_up, eighths(3));

    // Two of four are gone: nothing becomes final any more, and nobody says so.
    network.kill(2);
    network.kill(3);
    fs::write(folder.path().join("pending.pdf"), "pending").expect("a file");
    let maker = cli(network.node(0).url()).with(&["--dev-key", "Alice"]);
    let create = ["record", "create", "pending.pdf", "--subject", SUBJECT, "--id", "pending"];
    let waiting = maker.with(&["--timeout", "120"]).start(&create);
    until("the transaction to be in a block", Duration::from_secs(30), || {
        network.node(0).rpc().transactions().is_ok_and(|count| count > 1)
    });
    // Whoever loses patience is told that it was sent, and may do the same again.
    waiting.interrupt().exits(130).says("Interrupted after the transaction was sent");
    maker.with(&["--timeout", "20"]).run(&create).exits(5);
    network.restart(2);
    let best = network.node(0).rpc().best().expect("the node answers");
    network.node(0).wait_finalized(best);
    cli(network.node(0).url()).run(&["verify", "pending.pdf"]).exits(0);
    let history = ["record", "history", &format!("{SUBJECT}/pending")];
    let history = cli(network.node(0).url()).with(&["--output", "json"]).run(&history).exits(0).json();
    assert_eq!(history["snapshots"].as_array().map(Vec::len), Some(1), "sent twice, written once");
}

/// On the other network backend, so that it is known to work too.
#[test]
fn a_council_of_three_should_act_by_majority() {
    let _turn = turn();
    let folder = TempDir::new().expect("a temporary folder");
    let network = Network::local_with(&folder.path().join("network"), &["--network-backend", "libp2p"]);
    let as_key = |node: usize, name: &str| {
        Cli::new(folder.path(), &["--node", &network.node(node).url(), "--lang", "en", "--dev-key", name])
    };
    let json = |cli: Cli, arguments: &[&str]| cli.with(&["--output", "json"]).run(arguments).exits(0).json();
    let suspend = ["member", "suspend", BANK, "--reason", "violation"];
    let status = |node| json(as_key(node, "Alice"), &["member", "show", BANK])["status"].clone();

    // Dave has no seat, and one vote of three is none too many.
    as_key(3, "Dave").run(&suspend).exits(6);
    let proposed = json(as_key(0, "Alice"), &suspend);
    assert_eq!(proposed["outcome"], "open", "{proposed}");
    assert_eq!(status(0), "active");
    as_key(1, "Bob").run(&["council", "list"]).exits(0).says(BANK);
    as_key(3, "Dave").run(&["council", "vote", "0", "aye"]).exits(6);
    as_key(1, "Bob").run(&["council", "vote", "9", "aye"]).exits(11);
    let voted = json(as_key(1, "Bob"), &["council", "vote", "0", "aye"]);
    assert_eq!(voted["outcome"], "done", "{voted}");
    assert_eq!(status(1), "suspended");
    // Dave's key belongs to the bank: it is refused on every node from now on.
    as_key(2, "Dave").run(&["member", "rotate-key", "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy"]).exits(6);

    // Two against one of three: rejected, and nothing changes.
    json(as_key(2, "Charlie"), &["member", "reinstate", BANK]);
    assert_eq!(json(as_key(0, "Alice"), &["council", "vote", "1", "nay"])["outcome"], "open");
    assert_eq!(json(as_key(1, "Bob"), &["council", "vote", "1", "nay"])["outcome"], "rejected");
    assert_eq!(status(0), "suspended");
    as_key(0, "Alice").run(&["council", "list"]).exits(0).says("No motion");
}
