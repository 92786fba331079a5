//! Measures real nodes on this machine and prints a table: `scripts/bench.sh`, with `scale` what a long chain costs, with
//! `vault` what storing documents costs, with `import` what tables cost.
//!
//! Every figure is a minimum, a median and a maximum over the runs named, in the unit of its row.

mod import;
mod scale;
mod vault;

use jiandu_testkit::{Cli, Network, Node};
use std::{
    fs,
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long idle nodes are watched.
const IDLE: Duration = Duration::from_secs(60);
/// How many records each measurement of finality anchors.
const RECORDS: usize = 10;
/// How many cold starts are measured.
const STARTS: usize = 5;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let named = ["import", "scale", "vault"];
    if let Some(unknown) = wanted.iter().find(|name| !named.contains(&name.as_str())) {
        panic!("nothing to measure is called {unknown}: leave it out, or say one of {named:?}");
    }
    println!("| Figure | Unit | Min | Median | Max |");
    println!("|---|---|---|---|---|");
    for name in &wanted {
        match name.as_str() {
            "import" => import::run(),
            "scale" => scale::run(),
            _ => vault::run(),
        }
    }
    if !wanted.is_empty() {
        return;
    }
    start_up();
    one_node();
    four_nodes();
}

fn row(figure: &str, unit: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    println!(
        "| {figure} | {unit} | {:.2} | {:.2} | {:.2} |",
        at(0),
        at(values.len() / 2),
        at(values.len().saturating_sub(1))
    );
}

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

/// From the start of the process until its RPC answers, on an empty folder.
fn start_up() {
    let seconds = (0..STARTS).map(|_| {
        let folder = folder();
        let start = Instant::now();
        let node = Node::dev(folder.path());
        let seconds = start.elapsed().as_secs_f64();
        drop(node);
        seconds
    });
    row(&format!("node start to first RPC answer, {STARTS} cold starts"), "s", seconds.collect());
}

fn one_node() {
    let folder = folder();
    let node = Node::dev(&folder.path().join("node"));
    node.wait_finalized(3);
    idle("1 node", &[&node]);
    finality("1 node", &node, folder.path());
}

fn four_nodes() {
    let folder = folder();
    let network = Network::local(&folder.path().join("network"));
    network.node(0).wait_finalized(3);
    idle("4 nodes, each", &network.running().collect::<Vec<_>>());
    finality("4 nodes", network.node(0), folder.path());
}

/// Memory, CPU and finality lag of nodes that have nothing to do.
fn idle(label: &str, nodes: &[&Node]) {
    let before: Vec<f64> = nodes.iter().map(|node| cpu_seconds(node.pid())).collect();
    let start = Instant::now();
    let mut lags = Vec::new();
    while start.elapsed() < IDLE {
        for node in nodes {
            if let (Ok(finalized), Ok(best)) = (node.rpc().finalized(), node.rpc().best()) {
                lags.push(f64::from(best.saturating_sub(finalized)));
            }
        }
        sleep(Duration::from_millis(500));
    }
    let elapsed = start.elapsed().as_secs_f64();
    let memory = nodes.iter().map(|node| resident_mebibytes(node.pid()));
    row(&format!("{label}: memory after {} s idle (PSS)", IDLE.as_secs()), "MiB", memory.collect());
    let load = nodes.iter().zip(before).map(|(node, before)| (cpu_seconds(node.pid()) - before) / elapsed * 100.0);
    row(&format!("{label}: CPU while idle"), "% of a core", load.collect());
    row(&format!("{label}: best minus finalised head while idle"), "blocks", lags);
}

/// From the start of `jiandu record create` until it reports finality: what a user waits.
fn finality(label: &str, node: &Node, folder: &Path) {
    let cli = Cli::new(folder, &["--node", &node.url(), "--dev-key", "Alice", "--quiet"]);
    let seconds = (0..RECORDS).map(|number| {
        let (file, id) = (format!("bench-{number}.pdf"), format!("bench-{number}"));
        fs::write(folder.join(&file), format!("bench {number}")).expect("a file can be written");
        let start = Instant::now();
        cli.run(&["record", "create", &file, "--subject", "91430100MADEW01019", "--id", &id]).exits(0);
        start.elapsed().as_secs_f64()
    });
    row(&format!("{label}: record create to final, {RECORDS} records"), "s", seconds.collect());
}

/// Processor time of a process so far.
fn cpu_seconds(pid: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("the node runs");
    // The command's name, in parentheses, may contain spaces: fields count from behind it.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    // Linux counts in hundredths of a second on every platform that a node runs on.
    (ticks(11) + ticks(12)) / 100.0
}

/// Proportional set size of a process.
fn resident_mebibytes(pid: u32) -> f64 {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).expect("the node runs");
    let kibibytes = rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.parse::<f64>().ok())
        .expect("the kernel tells the PSS");
    kibibytes / 1024.0
}
