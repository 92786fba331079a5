//! Jiandu's node: networking, consensus, RPC and off-chain workers around the runtime.
//!
//! It holds no business rule. What the chain means is decided by `jiandu-runtime` alone, so a rule changes by a vote of
//! the council and never by a new binary.
//!
//! - [`cli`] is what the operator can say, and where this node's defaults differ from the SDK's;
//! - [`command`] does what was said;
//! - [`chain_spec`] knows the built-in chains;
//! - [`nodelay`] lets the SDK's RPC server answer at once;
//! - [`service`] assembles and starts the node;
//! - [`rpc`] adds finality and account nonces to the SDK's RPC.

#![allow(clippy::result_large_err, reason = "the SDK's errors are large, and one of them ends the process anyway")]

mod chain_spec;
mod cli;
mod command;
#[cfg(target_os = "linux")]
mod nodelay;
mod rpc;
mod service;

use std::process::ExitCode;

/// Making a block allocates and frees the nodes of the state trie; glibc's allocator took a good part of that time.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Runs the command and tells a failure in one readable line; returning the error from `main` would print its `Debug`
/// form.
fn main() -> ExitCode {
    match command::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
