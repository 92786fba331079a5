//! A network of validators on this machine.

use crate::{node::free_port, until, Node, NodeOptions};
use std::{path::Path, time::Duration};

/// The well-known validators of the preset `local`.
const VALIDATORS: [&str; 4] = ["alice", "bob", "charlie", "dave"];

/// Four validators that know each other.
pub struct Network {
    nodes: Vec<Option<Node>>,
    stopped: Vec<Option<NodeOptions>>,
}

impl Network {
    /// Starts the preset `local` on the default network backend and waits until every node has a peer and a first block is
    /// final.
    pub fn local(folder: &Path) -> Self {
        Self::local_with(folder, &[])
    }

    /// The same with more arguments for every node.
    pub fn local_with(folder: &Path, more: &[&str]) -> Self {
        // A node's network key is its number, and its address follows from both.
        let ports = VALIDATORS.map(|_| free_port());
        let key = |index: usize| format!("{:064x}", index + 1);
        let mut nodes: Vec<Option<Node>> = Vec::new();
        let mut boot: Option<String> = None;
        for (index, name) in VALIDATORS.into_iter().enumerate() {
            let mut arguments = vec![
                format!("--{name}"),
                "--validator".into(),
                "--node-key".into(),
                key(index),
                "--listen-addr".into(),
                format!("/ip4/127.0.0.1/tcp/{}", ports[index]),
                "--allow-private-ip".into(),
            ];
            arguments.extend(more.iter().map(|argument| argument.to_string()));
            if let Some(boot) = &boot {
                arguments.extend(["--bootnodes".into(), boot.clone()]);
            }
            let node = Node::start(NodeOptions {
                chain: "local".into(),
                folder: folder.join(name),
                arguments,
                variables: Vec::new(),
            });
            if boot.is_none() {
                let id = node.rpc().call("system_localPeerId", serde_json::json!([])).expect("a node knows its id");
                let id = id.as_str().expect("an id is text").to_string();
                boot = Some(format!("/ip4/127.0.0.1/tcp/{}/p2p/{id}", ports[index]));
            }
            nodes.push(Some(node));
        }
        let network = Self { stopped: nodes.iter().map(|_| None).collect(), nodes };
        for node in network.running() {
            until("every validator to have a peer", Duration::from_secs(60), || {
                node.rpc().peers().is_ok_and(|peers| peers > 0)
            });
            node.wait_finalized(1);
        }
        network
    }

    /// The nodes that run.
    pub fn running(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().flatten()
    }

    /// A node by its place, 0 to 3.
    ///
    /// # Panics
    /// Where it doesn't run.
    pub fn node(&self, index: usize) -> &Node {
        self.nodes[index].as_ref().expect("the node runs")
    }

    /// Kills a node as a power cut would.
    pub fn kill(&mut self, index: usize) {
        let node = self.nodes[index].take().expect("the node runs");
        self.stopped[index] = Some(node.kill());
    }

    /// Starts a killed node again on its data.
    pub fn restart(&mut self, index: usize) {
        let options = self.stopped[index].take().expect("the node was killed");
        self.nodes[index] = Some(Node::start(options));
    }
}
