//! Starts real nodes, networks and commands for tests. Nothing here stands in for a real thing.
//!
//! Ports are chosen by the system, waiting is on conditions, and every process ends with the value that started it. A test
//! that fails finds the nodes' logs in the folder that the panic message names.

pub mod clock;
mod command;
mod evil;
mod network;
mod node;
mod rpc;
mod s3;
mod wait;

pub use command::{run_node, Cli, Outcome, Running};
pub use evil::{Evil, EvilStore};
pub use network::Network;
pub use node::{free_port, Node, NodeOptions, Prepared};
pub use rpc::Rpc;
pub use s3::S3Server;
pub use wait::{until, until_some};

use std::path::PathBuf;

/// Whether the figures of the issue are wanted (`scripts/test.sh --full`) instead of the small scale.
pub fn full_scale() -> bool {
    std::env::var_os("JIANDU_FULL").is_some()
}

/// Where `scripts/setup.sh --tools` puts what tests need.
pub fn tools() -> PathBuf {
    std::env::var_os("JIANDU_TOOLS").map(PathBuf::from).unwrap_or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let home = || PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".cache");
        cache.unwrap_or_else(home).join("jiandu/tools")
    })
}

/// A program of this workspace, built in release mode beside the test or program that runs.
///
/// # Panics
/// Where it was not built: `scripts/test.sh` builds it first.
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a program knows its own path");
    // Programs lie in target/release, tests one folder below.
    let program = own.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|program| program.is_file());
    program.unwrap_or_else(|| panic!("{name} is missing: run `cargo build --release --workspace` first"))
}
