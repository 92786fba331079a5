//! What the operator can say, and where this node's defaults differ from the SDK's.
//!
//! # RPC
//! `--rpc-methods` is `safe`: methods that change the node (session keys, peers, logs) answer nobody until the operator says
//! `--rpc-methods auto` (on a loopback listener) or `unsafe`. The SDK's default, `auto`, tests the address listened on, not
//! the caller's: behind a reverse proxy on the same machine everybody would look local. A batch has at most 128 calls.
//!
//! # Telemetry
//! None unless the operator gives `--telemetry-url`.

use crate::chain_spec;
use clap::{builder::ArgPredicate, Arg, Command};
use sc_cli::SubstrateCli;
use sc_storage_monitor::StorageMonitorParams;

/// Bytes of trie cache when the operator names no number: 64 MiB. The SDK's gibibyte serves states of millions of
/// accounts; ours is small, and the page cache lies below it.
const TRIE_CACHE_BYTES: &str = "67108864";

/// The transaction pool when the operator names none. The SDK's fork-aware pool was measured to strand 40 % of a burst
/// on four validators and 80 % on one; a permissioned chain has few forks to be aware of.
const POOL_TYPE: &str = "single-state";

/// Which RPC methods answer when the operator says nothing.
const RPC_METHODS: &str = "safe";

/// Calls in one RPC batch when the operator names no number. The SDK sets no limit.
const RPC_BATCH: &str = "128";

/// Help of `--chain`: the SDK's own lists chains that do not exist here.
const CHAIN_HELP: &str = "The chain: `dev`, `local`, or the path of a chain specification in JSON";

/// Help of `--state-pruning`: the SDK's own states a default that `command` replaces.
const STATE_PRUNING_HELP: &str = "How much state to keep: `archive` (of every block), `archive-canonical` (of every \
    final block) or a number of final blocks. Fixed when the database is created; later runs need not repeat it \
    [default: 256 on a validator and with a sync other than full; otherwise, and on development chains, \
    archive-canonical]";

/// The command line of `jiandu-node`: without a subcommand it runs the node.
#[derive(clap::Parser)]
#[command(mut_args(own_default), mut_subcommands(own_defaults))]
pub struct Cli {
    /// What to do instead of running a node.
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,

    /// How to run the node.
    #[command(flatten)]
    pub run: sc_cli::RunCmd,

    /// When to stop for lack of disk space, before the database is harmed.
    #[command(flatten)]
    pub storage_monitor: StorageMonitorParams,
}

/// What the node can do besides running.
#[derive(clap::Subcommand)]
pub enum Subcommand {
    /// Generate, inspect and insert keys.
    #[command(subcommand)]
    Key(sc_cli::KeySubcommand),

    /// Write a chain's specification as JSON; with --raw, as every node of the network needs it.
    ExportChainSpec(sc_cli::ExportChainSpecCmd),

    /// Execute a stored block again and compare.
    CheckBlock(sc_cli::CheckBlockCmd),

    /// Write blocks to a file.
    ExportBlocks(sc_cli::ExportBlocksCmd),

    /// Read blocks from a file, executing each.
    ImportBlocks(sc_cli::ImportBlocksCmd),

    /// Delete the chain's database. Keys stay.
    PurgeChain(sc_cli::PurgeChainCmd),

    /// Take back the newest blocks that are not final yet.
    Revert(sc_cli::RevertCmd),

    /// Print best block, final block and genesis from the database.
    ChainInfo(sc_cli::ChainInfoCmd),
}

/// Gives a command and everything below it our defaults and help. Done on the parser's arguments rather than on the
/// parsed values, because only the parser knows what the operator left out, and because `--help` then tells the truth.
fn own_defaults(command: Command) -> Command {
    let command = match command.get_name() {
        "generate-node-key" => command.mut_arg("chain", chain_only_for_a_folder),
        "export-chain-spec" => command.mut_arg("chain", named_chain),
        _ => command,
    };
    command.mut_args(own_default).mut_subcommands(own_defaults)
}

/// Gives one argument our default or help, where it differs from the SDK's. There is nothing to lower for `--db-cache`:
/// ParityDB has no cache of its own, and the SDK hands that number to RocksDB alone.
fn own_default(argument: Arg) -> Arg {
    match argument.get_id().as_str() {
        "trie_cache_size" => argument.default_value(TRIE_CACHE_BYTES),
        "rpc_max_batch_request_len" => argument.default_value(RPC_BATCH),
        "rpc_methods" => argument.default_value(RPC_METHODS),
        "pool_type" => argument.default_value(POOL_TYPE),
        "state_pruning" => argument.help(STATE_PRUNING_HELP).long_help(STATE_PRUNING_HELP),
        "chain" => argument.help(CHAIN_HELP).long_help(CHAIN_HELP),
        _ => argument,
    }
}

/// `key generate-node-key` loads a chain even when it writes to a file or to the terminal, where the chain makes no
/// difference. Only a key that goes into a chain's own folder has to name it.
fn chain_only_for_a_folder(chain: Arg) -> Arg {
    chain
        .default_value("local")
        .default_value_if("base_path", ArgPredicate::IsPresent, None::<&'static str>)
        // A flag left out counts as present with its default, `false`.
        .default_value_if("default_base_path", "true", None::<&'static str>)
}

/// `export-chain-spec` has to name its chain. The SDK would silently take `local`, whose keys everyone knows.
fn named_chain(chain: Arg) -> Arg {
    chain.default_value(None::<&'static str>).required(true)
}

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        env!("CARGO_PKG_NAME").into()
    }

    fn impl_version() -> String {
        env!("CARGO_PKG_VERSION").into()
    }

    /// Fixed, not taken from the running file as the SDK does: the default data folder carries this name, and a renamed
    /// binary must find its data again.
    fn executable_name() -> String {
        env!("CARGO_PKG_NAME").into()
    }

    fn description() -> String {
        env!("CARGO_PKG_DESCRIPTION").into()
    }

    fn author() -> String {
        env!("CARGO_PKG_AUTHORS").into()
    }

    fn support_url() -> String {
        "see the README".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, id: &str) -> Result<Box<dyn sc_cli::ChainSpec>, String> {
        Ok(Box::new(chain_spec::load(id)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{error::ErrorKind, CommandFactory};
    use sc_cli::{KeySubcommand, RpcMethods, TransactionPoolType};

    /// Parses the words after the binary's name.
    fn parse(words: &str) -> Cli {
        Cli::try_from_iter(["jiandu-node"].into_iter().chain(words.split_whitespace())).expect("a valid command line")
    }

    /// The chain that `key generate-node-key` would load.
    fn node_key_chain(words: &str) -> Option<String> {
        match parse(&format!("key generate-node-key {words}")).subcommand {
            Some(Subcommand::Key(KeySubcommand::GenerateNodeKey(command))) => command.chain,
            _ => None,
        }
    }

    #[test]
    fn node_should_use_our_defaults_when_the_operator_names_none() {
        let run = parse("--dev").run;
        assert!(matches!(run.pool_config.pool_type, TransactionPoolType::SingleState));
        assert!(matches!(run.rpc_params.rpc_methods, RpcMethods::Safe));
        assert_eq!(run.rpc_params.rpc_max_batch_request_len, Some(128));
        assert_eq!(run.import_params.trie_cache_size, 64 << 20);
        assert!(run.import_params.pruning_params.state_pruning.is_none());
    }

    #[test]
    fn node_should_obey_when_the_operator_names_other_values() {
        let run = parse("--dev --pool-type fork-aware --trie-cache-size 1").run;
        assert!(matches!(run.pool_config.pool_type, TransactionPoolType::ForkAware));
        assert_eq!(run.import_params.trie_cache_size, 1);
    }

    #[test]
    fn subcommands_should_use_our_defaults_when_the_operator_names_none() {
        let Some(Subcommand::ImportBlocks(command)) = parse("import-blocks --chain dev").subcommand else {
            panic!("not parsed as import-blocks");
        };
        assert_eq!(command.import_params.trie_cache_size, 64 << 20);
    }

    #[test]
    fn a_specification_should_be_exported_of_a_named_chain_only() {
        assert!(matches!(parse("export-chain-spec --chain dev").subcommand, Some(Subcommand::ExportChainSpec(_))));
        // The SDK's own parser ends the process on an error, so clap is asked here.
        let bare = Cli::command().try_get_matches_from(["jiandu-node", "export-chain-spec"]);
        assert_eq!(bare.map(|_| ()).map_err(|error| error.kind()), Err(ErrorKind::MissingRequiredArgument));
    }

    #[test]
    fn node_key_should_need_a_chain_only_when_it_goes_into_a_folder() {
        assert_eq!(node_key_chain("").as_deref(), Some("local"));
        assert_eq!(node_key_chain("--file key").as_deref(), Some("local"));
        assert_eq!(node_key_chain("--base-path data"), None);
        assert_eq!(node_key_chain("--default-base-path"), None);
        assert_eq!(node_key_chain("--base-path data --chain dev").as_deref(), Some("dev"));
    }
}
