//! One node as a real process.

use crate::{program, until_some, wait::until, Rpc};
use std::{
    fs::{self, File},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    time::Duration,
};

/// What a node is started with.
#[derive(Clone, Debug)]
pub struct NodeOptions {
    /// The chain: `dev`, `local`, or a specification's path.
    pub chain: String,
    /// Where its data and its log lie; kept over restarts.
    pub folder: PathBuf,
    /// More arguments.
    pub arguments: Vec<String>,
    /// Variables of its environment.
    pub variables: Vec<(String, String)>,
}

/// A running node. It is killed when this value goes out of scope.
pub struct Node {
    child: Child,
    options: NodeOptions,
    rpc: Rpc,
}

/// A block that a node made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prepared {
    /// Its number.
    pub block: u32,
    /// How long it took, the root of its state included.
    pub milliseconds: f64,
    /// How many transactions it has.
    pub transactions: usize,
}

impl Prepared {
    /// What a line of the log says of a block: `Prepared block for proposing at 7 (12 ms) … extrinsics_count: 3`.
    fn from_line(line: &str) -> Option<Self> {
        let (_, rest) = line.split_once("Prepared block for proposing at ")?;
        let (block, rest) = rest.split_once(" (")?;
        let (milliseconds, rest) = rest.split_once(" ms)")?;
        let (_, transactions) = rest.split_once("extrinsics_count: ")?;
        Some(Self {
            block: block.parse().ok()?,
            milliseconds: milliseconds.parse().ok()?,
            transactions: transactions.trim().parse().ok()?,
        })
    }
}

/// A port of the loopback interface that the system says is free.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("the loopback interface has a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

impl Node {
    /// Starts the development chain of one validator in a folder, and waits until it answers.
    pub fn dev(folder: &Path) -> Self {
        let arguments = vec!["--dev".into()];
        Self::start(NodeOptions { chain: "dev".into(), folder: folder.into(), arguments, variables: Vec::new() })
    }

    /// Starts a chain of one well-known validator from a specification of its own, and waits until it answers.
    pub fn validator(folder: &Path, chain: &Path) -> Self {
        let arguments = ["--alice", "--validator", "--force-authoring", "--node-key", &"11".repeat(32)];
        Self::start(NodeOptions {
            chain: chain.display().to_string(),
            folder: folder.into(),
            arguments: arguments.map(Into::into).to_vec(),
            variables: Vec::new(),
        })
    }

    /// Starts a node and waits until it answers.
    ///
    /// # Panics
    /// Where it ends or doesn't answer within a minute; the message has the end of its log.
    pub fn start(options: NodeOptions) -> Self {
        fs::create_dir_all(&options.folder).expect("the node's folder can be made");
        let log = options.folder.join("node.log");
        let offset = fs::metadata(&log).map_or(0, |found| found.len());
        let open = || File::options().create(true).append(true).open(&log).expect("the node's log can be written");
        let mut child = Command::new(program("jiandu-node"))
            .args(["--chain", &options.chain, "--rpc-port", "0", "--no-prometheus", "--no-mdns"])
            .arg("--base-path")
            .arg(options.folder.join("data"))
            .args(&options.arguments)
            .envs(options.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(open())
            .stderr(open())
            .spawn()
            .expect("the node's program can be run");
        let address = until_some("the node's RPC address in its log", Duration::from_secs(60), || {
            if let Some(status) = child.try_wait().expect("a child can be waited for") {
                panic!("the node ended with {status}:\n{}", tail(&log));
            }
            rpc_address(&log, offset)
        });
        let node = Self { child, options, rpc: Rpc(address) };
        until("the node's first answer", Duration::from_secs(60), || node.rpc.best().is_ok());
        node
    }

    /// Its RPC.
    pub fn rpc(&self) -> Rpc {
        self.rpc
    }

    /// Its RPC address as the command line takes it.
    pub fn url(&self) -> String {
        format!("ws://{}", self.rpc.0)
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The end of its log.
    pub fn log(&self) -> String {
        tail(&self.options.folder.join("node.log"))
    }

    /// What it says of the blocks that it made.
    pub fn prepared(&self) -> Vec<Prepared> {
        let log = fs::read(self.options.folder.join("node.log")).unwrap_or_default();
        String::from_utf8_lossy(&log).lines().filter_map(Prepared::from_line).collect()
    }

    /// Waits until a block is final.
    pub fn wait_finalized(&self, number: u32) {
        until(&format!("block {number} to be final"), Duration::from_secs(120), || {
            self.rpc.finalized().is_ok_and(|finalized| finalized >= number)
        });
    }

    /// Ends it as a supervisor (`TERM`) or Ctrl-C (`INT`) would, and gives its status.
    ///
    /// # Panics
    /// Where it doesn't end within 30 s.
    pub fn end_by(mut self, name: &str) -> (ExitStatus, NodeOptions) {
        signal(self.child.id(), name);
        let status = until_some("the node to end after a signal", Duration::from_secs(30), || {
            self.child.try_wait().expect("a child can be waited for")
        });
        (status, self.options.clone())
    }

    /// Ends it as a power cut would (SIGKILL).
    pub fn kill(mut self) -> NodeOptions {
        self.end();
        self.options.clone()
    }

    fn end(&mut self) {
        // It may have ended already: either way it is gone afterwards.
        if self.child.kill().is_ok() {
            self.child.wait().expect("a killed child can be waited for");
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
        if std::thread::panicking() {
            eprintln!("log of the node in {}:\n{}", self.options.folder.display(), self.log());
        }
    }
}

pub(crate) fn signal(pid: u32, name: &str) {
    let status = Command::new("kill").args(["-s", name, &pid.to_string()]).status().expect("kill can be run");
    assert!(status.success(), "the process {pid} took no signal {name}");
}

/// The RPC address in what was logged since `offset`.
fn rpc_address(log: &Path, offset: u64) -> Option<SocketAddr> {
    let text = fs::read(log).ok()?;
    let text = String::from_utf8_lossy(text.get(usize::try_from(offset).ok()?..)?).into_owned();
    let (_, rest) = text.split_once("Running JSON-RPC server: addr=")?;
    rest.split([',', '\n', ' ']).find_map(|address| address.parse().ok())
}

fn tail(log: &Path) -> String {
    let text = String::from_utf8_lossy(&fs::read(log).unwrap_or_default()).into_owned();
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
