//! Does what the operator said.

use crate::{
    cli::{Cli, Subcommand},
    service::{self, Block, Chain, UntilDone},
};
use sc_cli::{CliConfiguration, Error, GenericNumber, Result, Runner, SubstrateCli};
use sc_service::{config::SyncMode, ChainType, Configuration, PruningMode, Role};
use std::{
    fs::{File, TryLockError},
    net::TcpListener,
};

/// Reads the command line and obeys it.
pub fn run() -> Result<()> {
    let cli = Cli::from_args();
    match &cli.subcommand {
        None => run_node(&cli),
        Some(Subcommand::Key(command)) => command.run(&cli),
        Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
        Some(Subcommand::CheckBlock(command)) => prepare(&cli, command)?.async_run(|config| {
            ensure_database(&config)?;
            let chain = Chain::open(&config)?;
            let import_queue = chain.consensus(&config, &UntilDone(chain.tasks.spawn_handle()))?.import_queue;
            Ok((command.run(chain.client, import_queue), chain.tasks))
        }),
        Some(Subcommand::ImportBlocks(command)) => prepare(&cli, command)?.async_run(|config| {
            let chain = Chain::open(&config)?;
            let import_queue = chain.consensus(&config, &UntilDone(chain.tasks.spawn_handle()))?.import_queue;
            Ok((command.run(chain.client, import_queue), chain.tasks))
        }),
        Some(Subcommand::ExportBlocks(command)) => prepare(&cli, command)?.async_run(|config| {
            ensure_database(&config)?;
            let chain = Chain::open(&config)?;
            ensure_range(&chain, command.from.as_ref(), command.to.as_ref())?;
            Ok((command.run(chain.client, config.database), chain.tasks))
        }),
        Some(Subcommand::Revert(command)) => prepare(&cli, command)?.async_run(|config| {
            ensure_database(&config)?;
            let chain = Chain::open(&config)?;
            // GRANDPA keeps the authority sets and its votes outside the blocks: they have to go back as well.
            let reverting = command.run::<Block, _, _>(
                chain.client,
                chain.backend,
                Some(Box::new(|client, _, blocks| {
                    sc_consensus_grandpa::revert::<Block, _>(client, blocks).map_err(Error::Client)
                })),
            );
            Ok((reverting, chain.tasks))
        }),
        Some(Subcommand::PurgeChain(command)) => prepare(&cli, command)?.sync_run(|config| {
            ensure_unused(&config)?;
            command.run(config.database)
        }),
        Some(Subcommand::ChainInfo(command)) => prepare(&cli, command)?.sync_run(|config| {
            ensure_database(&config)?;
            command.run::<Block>(&config)
        }),
    }
}

/// Runs the node until it fails or is told to stop by SIGINT or SIGTERM, then closes its database.
///
/// The SDK's runner ends the tasks, but not in time for a database whose last owner is a thread of the RPC server: that
/// runtime is shut down in the background. Hence the one owner kept here, which outlives every task and is given up
/// when the others are gone.
fn run_node(cli: &Cli) -> Result<()> {
    let mut runner = prepare(cli, &cli.run)?;
    if cli.run.rpc_params.experimental_rpc_endpoint.is_empty() {
        keep_rpc_ports(runner.config_mut())?;
    }
    let storage_monitor = cli.storage_monitor.clone();

    let mut database = None;
    let opened = &mut database;
    let outcome = runner.run_node_until_exit(move |config| async move {
        let node = service::start(config, storage_monitor)?;
        *opened = Some(node.database);
        Ok::<_, Error>(node.tasks)
    });
    if let Some(database) = database {
        database.close();
    }
    outcome
}

/// Answers on the ports that were asked for, or not at all. The SDK would take another port where one is in use: clients
/// would then talk to whatever listens on the one they know.
fn keep_rpc_ports(config: &mut Configuration) -> Result<()> {
    for endpoint in config.rpc.addr.iter_mut().flatten() {
        endpoint.retry_random_port = false;
        if endpoint.is_optional {
            continue;
        }
        if let Err(error) = TcpListener::bind(endpoint.listen_addr) {
            let address = endpoint.listen_addr;
            return Err(
                format!("the RPC address {address} can't be used ({error}): name another with --rpc-port").into()
            );
        }
    }
    Ok(())
}

/// Refuses blocks that are not in the database, before a file is made: the SDK would export those before them and say nothing.
fn ensure_range(chain: &Chain, from: Option<&GenericNumber>, to: Option<&GenericNumber>) -> Result<()> {
    let best = chain.client.chain_info().best_number;
    let parse = |number: Option<&GenericNumber>, default| number.map_or(Ok(default), GenericNumber::parse::<u32>);
    let (from, to) = (parse(from, 1)?, parse(to, best)?);
    match from.max(to) {
        highest if highest > best => Err(format!("there is no block {highest}: the newest is {best}").into()),
        _ if from > to => Err(format!("there are no blocks from {from} to {to}").into()),
        _ => Ok(()),
    }
}

/// Refuses a database that is not there: the SDK would make a new one and speak of that.
fn ensure_database(config: &Configuration) -> Result<()> {
    match config.database.path() {
        Some(path) if !path.exists() => Err(format!("there is no database in {}", path.display()).into()),
        _ => Ok(()),
    }
}

/// Refuses to delete the database of a running node, which holds the lock of ParityDB.
fn ensure_unused(config: &Configuration) -> Result<()> {
    let Some(lock) = config.database.path().and_then(|path| File::open(path.join("lock")).ok()) else { return Ok(()) };
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Err("the database is in use: stop its node first".into()),
        _ => Ok(()),
    }
}

/// Makes the runner of a command, its configuration completed with our defaults.
fn prepare<C: CliConfiguration>(cli: &Cli, command: &C) -> Result<Runner<Cli>> {
    let mut runner = cli.create_runner(command)?;
    keep_history(runner.config_mut());
    Ok(runner)
}

/// Lets a new database keep the state of every final block, unless the operator chose otherwise.
///
/// Indexers and auditors read old state, and what was pruned never comes back; validators only need the newest. The
/// choice is fixed when a database is created, so an existing one is opened as it is: a validator that retires to a
/// full node starts without a flag. Maintenance commands count as non-validators, because both roles can take over the
/// fuller database. A node that skips history by warp or fast sync can't be an archive: the SDK would refuse to start.
fn keep_history(config: &mut Configuration) {
    let exists = config.database.path().is_none_or(|path| path.exists());
    let chain = config.chain_spec.chain_type();
    if config.state_pruning.is_none() && !exists && keeps_history(config.role, &chain, config.network.sync_mode) {
        config.state_pruning = Some(PruningMode::ArchiveCanonical);
    }
}

/// Whether a new database keeps history: not that of a validator, except on a development chain, nor one that begins without it.
fn keeps_history(role: Role, chain: &ChainType, sync: SyncMode) -> bool {
    sync == SyncMode::Full && (!role.is_authority() || *chain == ChainType::Development)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_validators_and_nodes_that_skip_history_should_keep_it() {
        let local = ChainType::Local;
        assert!(keeps_history(Role::Full, &local, SyncMode::Full));
        assert!(keeps_history(Role::Authority, &ChainType::Development, SyncMode::Full));
        assert!(!keeps_history(Role::Authority, &local, SyncMode::Full));
        assert!(!keeps_history(Role::Authority, &ChainType::Live, SyncMode::Full));
        assert!(!keeps_history(Role::Full, &local, SyncMode::Warp));
    }
}
