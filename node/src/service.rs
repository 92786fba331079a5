//! Assembles the node from the SDK's parts and starts it.
//!
//! It comes in stages, so that a command takes no more than it needs: [`Chain::open`] opens the database and the
//! client, [`Chain::consensus`] adds what imports blocks, [`start`] adds networking, RPC, off-chain workers and, on a
//! validator, authoring and voting.
//!
//! # Durability
//! ParityDB returns from a commit once it is queued in memory and writes behind. A process that is killed (`kill -9`,
//! out of memory, power) forgets what was still in the queue: blocks that a single node already reported as final, and
//! on a validator its own GRANDPA vote, after which it may vote again in the same round, differently. Two things bound
//! the harm. On SIGTERM and SIGINT the queue is written out before the process ends ([`Database::close`]). After a kill
//! the supervisor must wait before it restarts a validator, until the round it may have voted in is over.

use crate::rpc;
use futures::future::BoxFuture;
use jiandu_runtime::RuntimeApi;
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Backend;
use sc_consensus::{DefaultImportQueue, LongestChain};
use sc_consensus_aura::{ImportQueueParams, SlotDuration, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{
    warp_proof, FinalityProofProvider, GrandpaBlockImport, GrandpaParams, GrandpaPruningFilter, LinkHalf,
    SharedVoterState, VotingRulesBuilder,
};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_executor::WasmExecutor;
use sc_network::{
    config::{FullNetworkConfiguration, NetworkBackendType},
    Litep2pNetworkBackend, NetworkBackend, NetworkWorker,
};
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
    BuildNetworkParams, Configuration, Error as ServiceError, KeystoreContainer, PruningMode, SpawnTaskHandle,
    SpawnTasksParams, TFullBackend, TFullClient, TaskManager, WarpSyncConfig,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_core::traits::SpawnEssentialNamed;
use sp_runtime::traits::{Block as BlockT, NumberFor};
use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// The block as the node sees it: transactions stay undecoded bytes, so the node need not know the calls of the day.
pub use jiandu_runtime::opaque::Block;

/// The hash of a block.
pub type Hash = <Block as BlockT>::Hash;

/// Access to the chain: blocks, state and the runtime.
pub type FullClient = TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;

/// The database behind the client.
pub type FullBackend = TFullBackend<Block>;

/// The transactions waiting for a block.
pub type Pool = TransactionPoolHandle<Block, FullClient>;

/// What the runtime may call of the node: the SDK's own and nothing else, or light clients could not follow the chain.
type HostFunctions = sp_io::SubstrateHostFunctions;

/// The fork choice: the longest chain on top of the final block.
type SelectChain = LongestChain<FullBackend, Block>;

/// Block import that checks finality on the way.
type BlockImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;

/// What ties the voter to block import.
type GrandpaLink = LinkHalf<Block, FullClient, SelectChain>;

/// Blocks between two stored justifications, for voting and for importing alike: were they different, a node that
/// synchronised would hold others than one that voted. 8 blocks are 16 s and about 3.3 MB a day with four validators.
/// The newest justification is always kept besides, so evidence never waits for this.
const JUSTIFICATION_PERIOD: u32 = 8;

/// How long a vote is given to reach the others. The SDK's value; three steps of it decide how far finality lags.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which a block is built; the rest is for sending and importing it.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// How authoring slows down while finality stalls: from 50 unfinalised blocks on, a slot more is skipped for every two
/// blocks, up to 10 slots from the 70th block on.
///
/// A stalled chain must neither stop, for its blocks carry the way out, nor grow without limit: past 4,096 unfinalised
/// blocks the state database makes blocks canonical that nobody voted for. At full speed that takes 2.3 hours, at one
/// block in 11 slots a day. The SDK's own limit of 100 slots leaves a block in three minutes: too few to vote a way
/// out.
const AUTHORING_BACKOFF: BackoffAuthoringOnFinalizedHeadLagging<NumberFor<Block>> =
    BackoffAuthoringOnFinalizedHeadLagging { max_interval: 10, unfinalized_slack: 50, authoring_bias: 2 };

/// How long the database waits at shutdown for its other users. They need milliseconds; a request that takes longer is
/// not worth delaying the end of the process, which a container's supervisor enforces after 10 s.
const CLOSING_PATIENCE: Duration = Duration::from_secs(5);

/// Telemetry messages kept while their receiver is slow.
const TELEMETRY_BUFFER: usize = 16;

/// A chain whose database is open.
pub struct Chain {
    /// Access to the chain.
    pub client: Arc<FullClient>,
    /// The database behind it.
    pub backend: Arc<FullBackend>,
    /// Everything that runs in the background.
    pub tasks: TaskManager,
    /// The keys of this node.
    keystore: KeystoreContainer,
    /// Where to report to, if the operator named a place.
    telemetry: Option<Telemetry>,
}

/// What a chain needs to import blocks.
pub struct Consensus {
    /// Checks and imports blocks, from the network or from a file.
    pub import_queue: DefaultImportQueue<Block>,
    /// The fork choice.
    select_chain: SelectChain,
    /// Imports the blocks authored here.
    block_import: BlockImport,
    /// Ties the voter to block import.
    grandpa: GrandpaLink,
    /// The length of a slot, from the runtime.
    slot_duration: SlotDuration,
}

/// A running node.
pub struct Node {
    /// Everything that runs in the background; dropping it stops the node.
    pub tasks: TaskManager,
    /// To be closed when the tasks have ended.
    pub database: Database,
}

/// The open database of a running node.
pub struct Database(Arc<FullBackend>);

impl Chain {
    /// Opens the database, creating it with the genesis block if it is new, and everything that every command needs.
    pub fn open(config: &Configuration) -> Result<Self, ServiceError> {
        let (worker, telemetry) = telemetry(config)?.unzip();
        let (client, backend, keystore, tasks) = sc_service::new_full_parts::<Block, RuntimeApi, _>(
            config,
            telemetry.as_ref().map(Telemetry::handle),
            sc_service::new_wasm_executor::<HostFunctions>(&config.executor),
            // Whoever chooses to prune blocks still keeps the justifications: they link the evidence of all times.
            vec![Arc::new(GrandpaPruningFilter)],
        )
        .map_err(|error| match config.database.path() {
            Some(path) => ServiceError::Other(format!("the database in {}: {error}", path.display())),
            None => error,
        })?;
        if let Some(worker) = worker {
            tasks.spawn_handle().spawn("telemetry", None, worker.run());
        }
        Ok(Self { client: Arc::new(client), backend, tasks, keystore, telemetry })
    }

    /// Adds what imports blocks: GRANDPA's checks of finality around Aura's checks of authorship. Importing goes on in tasks
    /// of `spawner`.
    pub fn consensus(
        &self,
        config: &Configuration,
        spawner: &impl SpawnEssentialNamed,
    ) -> Result<Consensus, ServiceError> {
        let select_chain = LongestChain::new(self.backend.clone());
        let (block_import, grandpa) = sc_consensus_grandpa::block_import(
            self.client.clone(),
            JUSTIFICATION_PERIOD,
            &self.client,
            select_chain.clone(),
            self.reporter(),
        )?;
        let slot_duration = sc_consensus_aura::slot_duration(&*self.client)?;
        let import_queue = sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
            block_import: block_import.clone(),
            justification_import: Some(Box::new(block_import.clone())),
            client: self.client.clone(),
            create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
            spawner,
            registry: config.prometheus_registry(),
            check_for_equivocation: Default::default(),
            telemetry: self.reporter(),
            compatibility_mode: Default::default(),
        })?;
        Ok(Consensus { import_queue, select_chain, block_import, grandpa, slot_duration })
    }

    /// What parts of the node report through, if the operator named a place.
    fn reporter(&self) -> Option<TelemetryHandle> {
        self.telemetry.as_ref().map(Telemetry::handle)
    }
}

/// Spawns what a command needs until its work is done. The end of a node's essential task is a failure of the node; the end
/// of one of these is not.
#[derive(Clone)]
pub struct UntilDone(pub SpawnTaskHandle);

impl SpawnEssentialNamed for UntilDone {
    fn spawn_essential(&self, name: &'static str, group: Option<&'static str>, future: BoxFuture<'static, ()>) {
        self.0.spawn(name, group, future);
    }

    fn spawn_essential_blocking(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        future: BoxFuture<'static, ()>,
    ) {
        self.0.spawn_blocking(name, group, future);
    }
}

impl Database {
    /// Waits for the other users of the database and closes it, which writes out what ParityDB still has queued.
    ///
    /// The drop happens in the calling thread: once this returns, the process may end.
    pub fn close(self) {
        let deadline = Instant::now() + CLOSING_PATIENCE;
        while Arc::strong_count(&self.0) > 1 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
        match Arc::try_unwrap(self.0) {
            Ok(database) => {
                drop(database);
                log::info!("Database closed");
            }
            Err(shared) => log::warn!(
                "Database left open after {} s by {} users: the newest blocks may be missing at the next start",
                CLOSING_PATIENCE.as_secs(),
                Arc::strong_count(&shared) - 1,
            ),
        }
    }
}

/// Starts the node on the network backend that the operator chose.
pub fn start(config: Configuration, storage_monitor: StorageMonitorParams) -> Result<Node, ServiceError> {
    match config.network.network_backend {
        NetworkBackendType::Litep2p => start_on::<Litep2pNetworkBackend>(config, storage_monitor),
        NetworkBackendType::Libp2p => start_on::<NetworkWorker<Block, Hash>>(config, storage_monitor),
    }
}

/// Starts the node on one network backend.
fn start_on<Net>(mut config: Configuration, storage_monitor: StorageMonitorParams) -> Result<Node, ServiceError>
where
    Net: NetworkBackend<Block, Hash>,
{
    let chain = Chain::open(&config)?;
    let Consensus { import_queue, select_chain, block_import, grandpa, slot_duration } =
        chain.consensus(&config, &chain.tasks.spawn_essential_handle())?;
    let reporter = chain.reporter();
    let Chain { client, backend, mut tasks, keystore, mut telemetry } = chain;
    let keystore = keystore.keystore();

    // The mode that the database was created with holds when none was asked for. The SDK offers the archive's RPC
    // methods by what the configuration says, so it has to say it.
    if config.state_pruning.is_none() && backend.requires_full_sync() {
        config.state_pruning = Some(PruningMode::ArchiveCanonical);
    }

    if let Some(path) = config.database.path() {
        StorageMonitorService::try_spawn(storage_monitor, path.into(), &tasks.spawn_essential_handle())
            .map_err(|error| ServiceError::Application(Box::new(error)))?;
    }

    let role = config.role;
    let name = config.network.node_name.clone();
    let registry = config.prometheus_registry().cloned();
    let force_authoring = config.force_authoring;
    let votes_disabled = config.disable_grandpa;

    let pool: Arc<Pool> = Arc::new(
        sc_transaction_pool::Builder::new(tasks.spawn_essential_handle(), client.clone(), role.is_authority().into())
            .with_options(config.transaction_pool.clone())
            .with_prometheus(registry.as_ref())
            .build(),
    );

    let metrics = Net::register_notification_metrics(registry.as_ref());
    let mut net_config = FullNetworkConfiguration::<Block, Hash, Net>::new(&config.network, registry.clone());
    let grandpa_protocol =
        sc_consensus_grandpa::protocol_standard_name(&client.chain_info().genesis_hash, &config.chain_spec);
    let (grandpa_config, grandpa_notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<Block, Net>(
        grandpa_protocol.clone(),
        metrics.clone(),
        net_config.peer_store_handle(),
    );
    net_config.add_notification_protocol(grandpa_config);

    let warp_sync =
        warp_proof::NetworkProvider::new(backend.clone(), grandpa.shared_authority_set().clone(), Vec::new());
    let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
        sc_service::build_network(BuildNetworkParams {
            config: &config,
            net_config,
            client: client.clone(),
            transaction_pool: pool.clone(),
            spawn_handle: tasks.spawn_handle(),
            spawn_essential_handle: tasks.spawn_essential_handle(),
            import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;

    if config.offchain_worker.enabled {
        let workers = OffchainWorkers::new(OffchainWorkerOptions {
            runtime_api_provider: client.clone(),
            keystore: Some(keystore.clone()),
            offchain_db: backend.offchain_storage(),
            transaction_pool: Some(OffchainTransactionPoolFactory::new(pool.clone())),
            network_provider: Arc::new(network.clone()),
            is_validator: role.is_authority(),
            // Without it a worker that asks for HTTP panics. What workers may reach is decided by the runtime.
            enable_http_requests: true,
            custom_extensions: |_| Vec::new(),
        })?;
        tasks.spawn_handle().spawn(
            "offchain-workers",
            "offchain-worker",
            workers.run(client.clone(), tasks.spawn_handle()),
        );
    }

    let voter_state = SharedVoterState::empty();
    let rpc = rpc::Sources {
        client: client.clone(),
        backend: backend.clone(),
        pool: pool.clone(),
        authority_set: grandpa.shared_authority_set().clone(),
        voter_state: voter_state.clone(),
        justifications: grandpa.justification_stream(),
        finality_proofs: FinalityProofProvider::new_for_service(
            backend.clone(),
            Some(grandpa.shared_authority_set().clone()),
        ),
    };

    // Before the voter starts: this puts the development keys into the keystore, and the voter looks there once.
    sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: client.clone(),
        backend: backend.clone(),
        task_manager: &mut tasks,
        keystore: keystore.clone(),
        transaction_pool: pool.clone(),
        rpc_builder: Box::new(move |executor| rpc.module(executor)),
        network: network.clone(),
        system_rpc_tx,
        tx_handler_controller,
        sync_service: sync_service.clone(),
        telemetry: telemetry.as_mut(),
        tracing_execute_block: None,
    })?;
    #[cfg(target_os = "linux")]
    if let Err(error) = crate::nodelay::on_listeners() {
        log::warn!("TCP_NODELAY can't be set on the RPC server ({error}): long answers take 40 ms more");
    }

    if role.is_authority() {
        let proposer_factory = ProposerFactory::new(
            tasks.spawn_handle(),
            client.clone(),
            pool.clone(),
            registry.as_ref(),
            reporter.clone(),
        );
        let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
            slot_duration,
            client,
            select_chain,
            block_import,
            proposer_factory,
            sync_oracle: sync_service.clone(),
            justification_sync_link: sync_service.clone(),
            create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
            force_authoring,
            backoff_authoring_blocks: Some(AUTHORING_BACKOFF),
            keystore: keystore.clone(),
            block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
            max_block_proposal_slot_portion: None,
            telemetry: reporter.clone(),
            compatibility_mode: Default::default(),
        })?;
        // Essential: a validator that no longer authors is better restarted than believed to be working.
        tasks.spawn_essential_handle().spawn_blocking("aura", "block-authoring", aura);
    }

    if !votes_disabled {
        // A node without keys runs the same voter: it follows the rounds, and so learns of finality at once.
        let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
            config: sc_consensus_grandpa::Config {
                gossip_duration: GOSSIP_DURATION,
                justification_generation_period: JUSTIFICATION_PERIOD,
                observer_enabled: false,
                local_role: role,
                name: Some(name),
                keystore: role.is_authority().then_some(keystore),
                telemetry: reporter.clone(),
                protocol_name: grandpa_protocol,
            },
            link: grandpa,
            network,
            sync: sync_service,
            notification_service: grandpa_notifications,
            voting_rule: VotingRulesBuilder::default().build(),
            prometheus_registry: registry,
            shared_voter_state: voter_state,
            telemetry: reporter,
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
        })?;
        tasks.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
    }

    Ok(Node { tasks, database: Database(backend) })
}

/// What an author states besides the transactions, and an importer checks: slot and time.
fn inherents(
    slot_duration: SlotDuration,
) -> (sp_consensus_aura::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
    let time = sp_timestamp::InherentDataProvider::from_system_time();
    let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
        time.timestamp(),
        slot_duration,
    );
    (slot, time)
}

/// Prepares reporting to where the operator asked for; to nobody otherwise.
fn telemetry(config: &Configuration) -> Result<Option<(TelemetryWorker, Telemetry)>, ServiceError> {
    let Some(endpoints) = config.telemetry_endpoints.clone().filter(|endpoints| !endpoints.is_empty()) else {
        return Ok(None);
    };
    let worker = TelemetryWorker::new(TELEMETRY_BUFFER)?;
    let telemetry = worker.handle().new_telemetry(endpoints);
    Ok(Some((worker, telemetry)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_consensus_slots::BackoffAuthoringBlocksStrategy;

    /// How many slots an author leaves out on a head with so many blocks that are not final.
    fn skipped(unfinalised: u32) -> u64 {
        let head_slot = 1_000;
        let backs_off = |slot: u64| AUTHORING_BACKOFF.should_backoff(unfinalised, head_slot.into(), 0, slot.into(), "");
        (1..).take_while(|distance| backs_off(head_slot + distance)).count() as u64
    }

    #[test]
    fn authoring_should_slow_down_when_finality_stalls_and_never_stop() {
        assert_eq!([0, 1, 49, 50, 51].map(skipped), [0, 0, 0, 0, 0]);
        assert_eq!([52, 54, 60, 70, 72, 1_000, 100_000].map(skipped), [1, 2, 5, 10, 10, 10, 10]);
        assert!((0..200).all(|length| skipped(length) <= skipped(length + 1)), "more blocks never mean less patience");
    }
}
