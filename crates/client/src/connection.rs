//! A connection to a node, and the questions that every module asks it.

use crate::{
    chain::{ChainConfig, Hash, Runtime},
    key_file::{self, KeyError, SigningKey},
    BlockHash,
};
use codec::{Decode, Encode};
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    layout,
};
use serde::Serialize;
use sp_crypto_hashing::twox_128;
use std::{
    fmt,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use subxt::{
    client::OfflineClient,
    config::{substrate::SubstrateHeader, RpcConfigFor},
    ext::jsonrpsee::core::client::Error as TransportError,
    rpcs::{
        client::{RpcClient, RpcParams, RpcSubscription},
        methods::legacy::LegacyRpcMethods,
    },
    Metadata,
};
use thiserror::Error;
use url::Url;

/// How long a node may take to accept a connection.
const CONNECTING: Duration = Duration::from_secs(10);
/// How long a node may take to answer a question.
const ANSWERING: Duration = Duration::from_secs(30);
/// The version of the metadata format that is asked for: the first with view functions.
const METADATA_VERSION: u32 = 16;

/// Why a node does not answer, or not usably.
#[derive(Debug, Error)]
pub enum ConnectionError {
    /// The address is not one of a node.
    #[error("{url} is not a node's address: it must begin with ws:// or wss:// and name a host")]
    BadUrl {
        /// The address.
        url: String,
    },
    /// Nothing answers there.
    #[error("no node answers at {url}: {reason}")]
    Unreachable {
        /// The address.
        url: String,
        /// What the system says.
        reason: String,
    },
    /// The node belongs to another chain.
    #[error("the node belongs to the chain {found}, not to {expected}")]
    WrongChain {
        /// The chain asked for.
        expected: GenesisHash,
        /// The chain found.
        found: GenesisHash,
    },
    /// The node belongs to a chain of another kind.
    #[error("the node belongs to a chain that is not Jiandu")]
    NotJiandu,
    /// The chain runs a version that this program does not know.
    #[error("the chain's {item} has a form that this program does not know")]
    Incompatible {
        /// What has changed.
        item: String,
    },
    /// The connection broke.
    #[error("the connection to the node broke: {reason}")]
    Lost {
        /// What the system says.
        reason: String,
    },
    /// The node did not answer in time.
    #[error("the node did not answer within {} seconds", .after.as_secs())]
    Timeout {
        /// How long was waited.
        after: Duration,
    },
    /// The node refused the question.
    #[error("the node refused: {message} ({code})")]
    Rpc {
        /// The code of JSON-RPC.
        code: i32,
        /// What the node says.
        message: String,
    },
    /// The node's answer makes no sense.
    #[error("the node's answer about {item} makes no sense")]
    Malformed {
        /// What was asked for.
        item: String,
    },
}

impl ConnectionError {
    /// Whether the node belongs to another chain, of whatever kind.
    pub fn is_wrong_chain(&self) -> bool {
        matches!(self, Self::WrongChain { .. } | Self::NotJiandu)
    }

    /// Whether the same again may work: the trouble is on the way to the node.
    pub fn is_network(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Lost { .. } | Self::Timeout { .. })
    }

    pub(crate) fn malformed(item: impl Into<String>) -> Self {
        Self::Malformed { item: item.into() }
    }
}

impl From<subxt::rpcs::Error> for ConnectionError {
    fn from(error: subxt::rpcs::Error) -> Self {
        use subxt::rpcs::Error;
        match error {
            Error::User(error) => Self::Rpc { code: error.code, message: error.message },
            Error::Deserialization(_) | Error::Decode(_) => Self::malformed("the call"),
            error if is_timeout(&error) => Self::Timeout { after: ANSWERING },
            error => Self::Lost { reason: reason(&error) },
        }
    }
}

fn is_timeout(error: &subxt::rpcs::Error) -> bool {
    let subxt::rpcs::Error::Client(error) = error else { return false };
    matches!(error.downcast_ref(), Some(TransportError::RequestTimeout))
}

/// What the system says, without the layers that it came through.
fn reason(error: &subxt::rpcs::Error) -> String {
    match error {
        subxt::rpcs::Error::Client(inner) => inner.downcast_ref().map_or_else(|| inner.to_string(), reason),
        error => error.to_string(),
    }
}

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Its number and time.
    pub moment: Moment,
    /// Its hash.
    pub hash: BlockHash,
}

/// A connection to a node of a Jiandu chain. Cheap to clone.
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

struct Inner {
    url: String,
    client: RpcClient,
    genesis: GenesisHash,
    development: bool,
    chain_name: String,
    /// The version of the runtime that was asked for last.
    runtime: Mutex<Option<Runtime>>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("url", &self.inner.url).field("genesis", &self.inner.genesis).finish()
    }
}

impl Connection {
    /// Connects to a node at a `ws://` or `wss://` address, and finds out which chain it belongs to.
    pub async fn open(url: &str) -> Result<Self, ConnectionError> {
        let parsed = parse(url)?;
        let shown = without_secrets(url);
        let unreachable = |reason: String| ConnectionError::Unreachable { url: shown.clone(), reason };
        let client = match tokio::time::timeout(CONNECTING, RpcClient::from_insecure_url(parsed.as_str())).await {
            Ok(client) => client.map_err(|error| unreachable(reason(&error)))?,
            Err(_) => return Err(unreachable(format!("no answer within {} seconds", CONNECTING.as_secs()))),
        };
        let methods: Methods = LegacyRpcMethods::new(client.clone());
        let genesis = GenesisHash(answer(methods.genesis_hash()).await?.0);
        let chain_name = answer(methods.system_chain()).await?;
        let key = [twox_128(b"Chain"), twox_128(b"Development")].concat();
        let development = answer(methods.state_get_storage(&key, None)).await?;
        let development =
            development.and_then(|value| bool::decode(&mut value.as_slice()).ok()).ok_or(ConnectionError::NotJiandu)?;
        let inner = Inner { url: shown, client, genesis, development, chain_name, runtime: Mutex::new(None) };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The node's address, without any password in it.
    pub fn url(&self) -> &str {
        &self.inner.url
    }

    /// What tells this chain from all others.
    pub fn genesis(&self) -> GenesisHash {
        self.inner.genesis
    }

    /// Whether the chain is one for development, whose keys everyone knows.
    pub fn is_development(&self) -> bool {
        self.inner.development
    }

    /// A development key by its name, for a chain for development alone.
    pub fn dev_key(&self, name: &str) -> Result<SigningKey, KeyError> {
        let key = key_file::dev_key(name)?;
        match self.is_development() {
            true => Ok(key),
            false => Err(KeyError::DevKeyElsewhere { chain: self.chain_name().to_owned() }),
        }
    }

    /// The name of the chain, as its specification says.
    pub fn chain_name(&self) -> &str {
        &self.inner.chain_name
    }

    /// Refuses another chain than the expected one.
    pub fn expect_genesis(&self, expected: GenesisHash) -> Result<(), ConnectionError> {
        let found = self.genesis();
        if found == expected {
            Ok(())
        } else {
            Err(ConnectionError::WrongChain { expected, found })
        }
    }

    /// The newest final block.
    pub async fn finalized(&self) -> Result<Block, ConnectionError> {
        let hash = self.finalized_hash().await?;
        self.block(hash).await
    }

    /// The newest block, which may yet be replaced by another.
    pub async fn best(&self) -> Result<Block, ConnectionError> {
        let hash = self.best_hash().await?;
        self.block(hash).await
    }

    async fn block(&self, hash: Hash) -> Result<Block, ConnectionError> {
        let header = self.header(hash).await?;
        let time = self.value(&layout::timestamp_now(), hash).await?;
        // The first block of all has no time.
        let milliseconds = time.and_then(|time| u64::decode(&mut time.as_slice()).ok()).unwrap_or_default();
        let moment = Moment { block: number(&header)?, time: milliseconds / 1_000 };
        Ok(Block { moment, hash: BlockHash(hash.0) })
    }

    /// The chain's RPC methods.
    pub(crate) fn methods(&self) -> Methods {
        LegacyRpcMethods::new(self.inner.client.clone())
    }

    /// The justification of the newest final block, in hexadecimal; none before the first.
    pub(crate) async fn newest_justification(&self) -> Result<Option<String>, ConnectionError> {
        answer(self.inner.client.request("jiandu_newestJustification", RpcParams::new())).await
    }

    /// Every justification that is made from now on, in hexadecimal.
    pub(crate) async fn justifications(&self) -> Result<RpcSubscription<String>, ConnectionError> {
        let (subscribe, unsubscribe) = ("grandpa_subscribeJustifications", "grandpa_unsubscribeJustifications");
        answer(self.inner.client.subscribe(subscribe, RpcParams::new(), unsubscribe)).await
    }

    pub(crate) async fn finalized_hash(&self) -> Result<Hash, ConnectionError> {
        answer(self.methods().chain_get_finalized_head()).await
    }

    pub(crate) async fn best_hash(&self) -> Result<Hash, ConnectionError> {
        let hash = answer(self.methods().chain_get_block_hash(None)).await?;
        hash.ok_or_else(|| ConnectionError::malformed("the newest block"))
    }

    /// The hash of the final block with this number.
    pub(crate) async fn block_hash(&self, number: u32) -> Result<BlockHash, ConnectionError> {
        let hash = answer(self.methods().chain_get_block_hash(Some(number.into()))).await?;
        hash.map(|hash| BlockHash(hash.0)).ok_or_else(|| ConnectionError::malformed("a block"))
    }

    pub(crate) async fn header(&self, hash: Hash) -> Result<SubstrateHeader<Hash>, ConnectionError> {
        let header = answer(self.methods().chain_get_header(Some(hash))).await?;
        header.ok_or_else(|| ConnectionError::malformed("a block"))
    }

    /// The raw value of a storage key.
    pub(crate) async fn value(&self, key: &[u8], at: Hash) -> Result<Option<Vec<u8>>, ConnectionError> {
        answer(self.methods().state_get_storage(key, Some(at))).await
    }

    /// Calls a function of the runtime.
    pub(crate) async fn call(&self, function: &str, args: &[u8], at: Hash) -> Result<Vec<u8>, ConnectionError> {
        answer(self.methods().state_call(function, Some(args), Some(at))).await
    }

    /// The runtime as of the state of a block: what executes the block after it.
    pub(crate) async fn runtime(&self, at: Hash) -> Result<Runtime, ConnectionError> {
        let version = answer(self.methods().state_get_runtime_version(Some(at))).await?;
        if let Some(known) = self.known_runtime(version.spec_version) {
            return Ok(known);
        }
        let malformed = || ConnectionError::malformed("its runtime");
        let encoded = self.call("Metadata_metadata_at_version", &METADATA_VERSION.encode(), at).await?;
        let opaque: Option<Vec<u8>> = Decode::decode(&mut encoded.as_slice()).map_err(|_| malformed())?;
        let opaque = opaque.ok_or_else(|| ConnectionError::Incompatible { item: "metadata".to_owned() })?;
        let metadata = Metadata::decode(&mut opaque.as_slice()).map_err(|_| malformed())?;
        let config = ChainConfig {
            genesis: Hash::from(self.genesis().0),
            spec_version: version.spec_version,
            transaction_version: version.transaction_version,
            metadata: metadata.arc(),
        };
        let runtime = OfflineClient::new_with_config(config).at_block(0u32).map_err(|_| malformed())?;
        *self.inner.runtime.lock().unwrap_or_else(PoisonError::into_inner) = Some(runtime.clone());
        Ok(runtime)
    }

    fn known_runtime(&self, spec_version: u32) -> Option<Runtime> {
        let known = self.inner.runtime.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|known| known.spec_version() == spec_version).cloned()
    }
}

/// The RPC methods of a node, typed.
pub(crate) type Methods = LegacyRpcMethods<RpcConfigFor<ChainConfig>>;

/// A node's answer, or that none came in time.
pub(crate) async fn answer<T>(
    question: impl Future<Output = Result<T, subxt::rpcs::Error>>,
) -> Result<T, ConnectionError> {
    match tokio::time::timeout(ANSWERING, question).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(ConnectionError::Timeout { after: ANSWERING }),
    }
}

/// The number of a block, which this chain counts in 32 bits.
pub(crate) fn number(header: &SubstrateHeader<Hash>) -> Result<u32, ConnectionError> {
    u32::try_from(header.number).map_err(|_| ConnectionError::malformed("a block"))
}

fn parse(url: &str) -> Result<Url, ConnectionError> {
    let bad = || ConnectionError::BadUrl { url: without_secrets(url) };
    let parsed = Url::parse(url.trim()).map_err(|_| bad())?;
    if !matches!(parsed.scheme(), "ws" | "wss") || parsed.host_str().is_none_or(str::is_empty) {
        return Err(bad());
    }
    Ok(parsed)
}

/// An address as it may be shown: as it was given, but without user, password, query and fragment, whatever it is.
pub fn without_secrets(given: &str) -> String {
    let given = given.trim();
    let (Ok(url), false) = (Url::parse(given), given.is_empty()) else { return rest_of(given) };
    if !url.has_host() {
        return rest_of(given);
    }
    let has_user = !url.username().is_empty() || url.password().is_some();
    if !has_user && url.query().is_none() && url.fragment().is_none() {
        return given.to_owned();
    }
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    if has_user && (shown.set_password(None).is_err() || shown.set_username("").is_err()) {
        return rest_of(given);
    }
    shown.to_string()
}

/// What no user, password or query can be in, of an address that is none: between the last `@` and the query.
fn rest_of(given: &str) -> String {
    let secret = given.find(['?', '#']).unwrap_or(given.len());
    match given.rfind('@') {
        // The query may hold the `@`, or the password the `?`.
        Some(at) if at > secret => "…".to_owned(),
        Some(at) => given.get(at.saturating_add(1)..secret).unwrap_or("…").to_owned(),
        None => given.get(..secret).unwrap_or("…").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_nodes_should_be_accepted() {
        for good in ["ws://127.0.0.1:9944", "wss://node.example.cn", "ws://[::1]:9944/rpc", " ws://localhost:1 "] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in ["", "127.0.0.1:9944", "http://127.0.0.1:9944", "https://node.example.cn", "ws://", "ws:", "年报"]
        {
            assert!(matches!(parse(bad), Err(ConnectionError::BadUrl { .. })), "{bad}");
        }
    }

    #[test]
    fn a_password_in_an_address_should_not_be_shown() {
        let cases = [
            ("wss://clerk:hunter2@node.example.cn/rpc", "wss://node.example.cn/rpc"),
            ("wss://node.example.cn/?token=hunter2", "wss://node.example.cn/"),
            ("wss://node.example.cn/#hunter2", "wss://node.example.cn/"),
            ("ws://127.0.0.1:9944", "ws://127.0.0.1:9944"),
            ("http://clerk:hunter2@node.example.cn", "http://node.example.cn/"),
            ("clerk:hunter2@node:9944", "node:9944"),
            ("clerk:hunt?er2@node:9944", "…"),
            ("node.example.cn?token=hunter2", "node.example.cn"),
            ("ws://node example?token=hunter2@a", "…"),
            ("年报", "年报"),
        ];
        for (given, shown) in cases {
            assert_eq!(without_secrets(given), shown, "{given}");
            if let Err(ConnectionError::BadUrl { url }) = parse(given) {
                assert_eq!(url, shown, "{given}");
            }
        }
    }

    #[tokio::test]
    async fn a_port_where_nobody_listens_should_be_unreachable() {
        // A port that was just free; nobody else takes it within this test.
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let error = Connection::open(&format!("ws://127.0.0.1:{port}")).await.expect_err("nobody");
        let ConnectionError::Unreachable { url, reason } = &error else { panic!("{error:?}") };
        assert!(error.is_network() && url.ends_with(&port.to_string()), "{error}");
        assert!(!reason.contains("RPC error"), "only what the system says: {reason}");
    }

    #[test]
    fn errors_of_the_transport_should_be_told_apart() {
        let timeout = subxt::rpcs::Error::Client(Box::new(TransportError::RequestTimeout));
        assert!(matches!(ConnectionError::from(timeout), ConnectionError::Timeout { .. }));
        let lost = subxt::rpcs::Error::Client(Box::new(TransportError::Custom("gone".to_owned())));
        assert!(matches!(ConnectionError::from(lost), ConnectionError::Lost { .. }));
        let refused = subxt::rpcs::Error::User(subxt::rpcs::UserError::method_not_found());
        assert!(matches!(ConnectionError::from(refused), ConnectionError::Rpc { code: -32601, .. }));
    }
}
