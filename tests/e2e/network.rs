//! Four validators.
use crate::world::{turn, SUBJECT};
use jiandu_testkit::{Cli, Network};
use std::fs;
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

    // Two of four are gone: nothing becomes final any more, and nobody says so.
    network.kill(2);
    network.kill(3);
    fs::write(folder.path().join("pending.pdf"), "pending").expect("a file");
    let maker = cli(network.node(0).url()).with(&["--dev-key", "Alice", "--timeout", "20"]);
    maker.run(&["record", "create", "pending.pdf", "--subject", SUBJECT, "--id", "pending"]).exits(5);
    network.restart(2);
    let best = network.node(0).rpc().best().expect("the node answers");
    network.node(0).wait_finalized(best);
    cli(network.node(0).url()).run(&["verify", "pending.pdf"]).exits(0);
}
