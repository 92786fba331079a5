//! Signing a call, sending it, and following it until it is in a block or final.
//!
//! A transaction is mortal: it is valid for [`ERA`] blocks from the newest final one. So when [`Submitter`] gives up, either
//! it did enter a block, or within two minutes it cannot any more; and since the calls of records recognise a repetition,
//! the same again is always safe.

mod events;
mod outcome;

pub use outcome::{EventName, InvalidReason, ModuleError, Progress, Receipt, SubmitError, Wait};

pub(crate) use events::Events;
pub(crate) use outcome::dispatch_error;

use crate::{
    chain::{api, ChainConfig, Hash, Runtime},
    connection::{answer, number, Connection, ConnectionError},
    key_file::SigningKey,
    state::State,
    AccountId, BlockHash,
};
use codec::Encode;
use jiandu_primitives::refusal::Refusal;
use std::{fmt, time::Duration};
use subxt::{
    config::DefaultExtrinsicParamsBuilder,
    error::ExtrinsicError,
    rpcs::{client::RpcSubscription, methods::legacy::TransactionStatus, UserError},
    transactions::Payload,
};
use tokio::time::{timeout_at, Instant};

/// How many blocks a transaction is valid for: two minutes.
pub const ERA: u64 = 64;
/// How long a transaction is followed: the time that it is valid, and some for its finality.
const PATIENCE: Duration = Duration::from_secs(180);
/// If finality lags by more blocks than this, a transaction hangs on the newest block instead of the newest final one.
const LAG: u32 = 32;
/// How often a transaction is made again because another one of the same key took its number.
const ATTEMPTS: usize = 3;

/// Codes of the node's RPC for transactions.
mod code {
    pub(super) const INVALID: i32 = 1010;
    pub(super) const BANNED: i32 = 1012;
    pub(super) const KNOWN: i32 = 1013;
    pub(super) const LOW_PRIORITY: i32 = 1014;
    pub(super) const DROPPED: i32 = 1016;
}

/// Sends what one key signs over one connection, and says once how far to follow it and whom to tell.
pub struct Submitter<'a> {
    route: Route<'a>,
    wait: Wait,
    progress: Box<dyn FnMut(Progress) + Send + 'a>,
}

/// Who signs, and over which connection it goes.
#[derive(Clone, Copy, Debug)]
struct Route<'a> {
    connection: &'a Connection,
    key: &'a SigningKey,
}

impl fmt::Debug for Submitter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submitter").field("route", &self.route).field("wait", &self.wait).finish_non_exhaustive()
    }
}

/// A transaction in a block, with what it did there.
pub(crate) struct Included {
    pub(crate) receipt: Receipt,
    pub(crate) events: Events,
}

/// Why an attempt did not succeed: another one may, or none.
enum Attempt {
    Again,
    Over(SubmitError),
}

impl From<SubmitError> for Attempt {
    fn from(error: SubmitError) -> Self {
        Self::Over(error)
    }
}

impl From<ConnectionError> for Attempt {
    fn from(error: ConnectionError) -> Self {
        Self::Over(error.into())
    }
}

impl<'a> Submitter<'a> {
    /// Signs with `key` and sends over `connection`; waits for finality and tells nobody.
    pub fn new(connection: &'a Connection, key: &'a SigningKey) -> Self {
        Self { route: Route { connection, key }, wait: Wait::Final, progress: Box::new(|_| ()) }
    }

    /// How far to follow what is sent.
    pub fn wait(mut self, wait: Wait) -> Self {
        self.wait = wait;
        self
    }

    /// Whom to tell on the way.
    pub fn on_progress(mut self, progress: impl FnMut(Progress) + Send + 'a) -> Self {
        self.progress = Box::new(progress);
        self
    }

    /// The connection that it sends over.
    pub fn connection(&self) -> &'a Connection {
        self.route.connection
    }

    /// The key that it signs with.
    pub fn key(&self) -> &'a SigningKey {
        self.route.key
    }

    /// Signs and sends a call that subxt can encode, and follows it.
    pub async fn submit<C: Payload>(&mut self, call: &C) -> Result<Receipt, SubmitError> {
        self.run(call).await.map(|included| included.receipt)
    }

    /// The same, with the events.
    pub(crate) async fn run<C: Payload>(&mut self, call: &C) -> Result<Included, SubmitError> {
        for _ in 0..ATTEMPTS {
            match self.attempt(call).await {
                Ok(included) => return Ok(included),
                Err(Attempt::Over(error)) => return Err(error),
                Err(Attempt::Again) => (),
            }
        }
        Err(SubmitError::Busy)
    }

    /// Signs and sends calls one behind the other, follows only the last one, and says nothing about the others: whether they
    /// did what they should is in the state afterwards. Much faster than one at a time, up to what the node's pool holds.
    pub async fn submit_all<C: Payload>(&mut self, calls: &[C]) -> Result<Receipt, SubmitError> {
        let Some((last, others)) = calls.split_last() else { return Err(SubmitError::NoEvent) };
        let route = self.route;
        let mut place = route.place().await?;
        for call in others {
            let transaction = place.signed(call, route.key)?;
            let sent = answer_to(route.connection.methods().author_submit_extrinsic(&transaction)).await?;
            if let Err(UserError { code, message, .. }) = sent {
                return Err(ConnectionError::Rpc { code, message }.into());
            }
            place.nonce = place.nonce.saturating_add(1);
        }
        self.submit(last).await
    }

    async fn attempt<C: Payload>(&mut self, call: &C) -> Result<Included, Attempt> {
        let route = self.route;
        let transaction = route.signed(call).await?;
        let methods = route.connection.methods();
        (self.progress)(Progress::Sending);
        let sent = answer_to(methods.author_submit_and_watch_extrinsic(&transaction)).await;
        let statuses = match sent.map_err(|error| unknown(error.into(), None))? {
            Ok(statuses) => statuses,
            Err(error) => return Err(route.refused(&transaction, &error).await),
        };
        (self.progress)(Progress::Sent);
        Ok(self.follow(&transaction, statuses).await?)
    }

    async fn follow(
        &mut self,
        transaction: &[u8],
        mut statuses: RpcSubscription<TransactionStatus<Hash>>,
    ) -> Result<Included, SubmitError> {
        let route = self.route;
        let deadline = Instant::now() + PATIENCE;
        // The block that holds it, as far as is known.
        let mut block = None;
        loop {
            let status = match timeout_at(deadline, statuses.next()).await {
                Ok(Some(Ok(status))) => status,
                // The end of waiting, of the stream or of the connection says nothing about the transaction.
                Ok(Some(Err(_)) | None) | Err(_) => return Err(SubmitError::NotFinal { block }),
            };
            match status {
                TransactionStatus::Future | TransactionStatus::Ready | TransactionStatus::Broadcast(_) => (),
                TransactionStatus::InBlock(hash) => {
                    let number = route.number(hash).await.map_err(|error| unknown(error, block))?;
                    block = Some(number);
                    (self.progress)(Progress::InBlock { block: number });
                    if self.wait == Wait::InBlock {
                        return route.included(transaction, hash, false).await.map_err(|error| unknown(error, block));
                    }
                }
                TransactionStatus::Retracted(_) => {
                    block = None;
                    (self.progress)(Progress::Retracted);
                }
                TransactionStatus::Finalized(hash) => {
                    let included = route.included(transaction, hash, true).await;
                    let included = included.map_err(|error| unknown(error, block))?;
                    (self.progress)(Progress::Final { block: included.receipt.block });
                    return Ok(included);
                }
                TransactionStatus::FinalityTimeout(_) => return Err(SubmitError::NotFinal { block }),
                TransactionStatus::Usurped(_) | TransactionStatus::Dropped => return Err(SubmitError::Busy),
                TransactionStatus::Invalid => return Err(route.why_invalid(transaction).await?),
            }
        }
    }
}

/// Whether transactions of an account wait in the node's pool: what they do is in no block yet.
pub async fn is_pending(connection: &Connection, account: AccountId) -> Result<bool, ConnectionError> {
    let state = State::at(connection, connection.best_hash().await?).await?;
    let next = answer(connection.methods().system_account_next_index(&account)).await?;
    let stored = state.get(api::storage().system().account(), (account,)).await?;
    Ok(next > stored.map_or(0, |account| account.nonce.into()))
}

impl Route<'_> {
    async fn signed<C: Payload>(&self, call: &C) -> Result<Vec<u8>, SubmitError> {
        self.place().await?.signed(call, self.key)
    }

    /// Where the key's next transaction goes: its number, and the block from which on it is valid.
    async fn place(&self) -> Result<Place, SubmitError> {
        let connection = self.connection;
        let (mut anchor, best) = futures::try_join!(connection.finalized(), connection.best())?;
        if best.moment.block.saturating_sub(anchor.moment.block) > LAG {
            anchor = best;
        }
        let hash = Hash::from(anchor.hash.0);
        let runtime = connection.runtime(hash).await?;
        // The node counts what waits in its pool, too.
        let nonce = answer(connection.methods().system_account_next_index(&self.key.account())).await?;
        Ok(Place { runtime, nonce, block: anchor.moment.block.into(), hash })
    }

    /// Why the pool does not take a transaction.
    async fn refused(&self, transaction: &[u8], error: &UserError) -> Attempt {
        match error.code {
            code::LOW_PRIORITY => Attempt::Again,
            code::BANNED | code::KNOWN | code::DROPPED => Attempt::Over(SubmitError::Busy),
            code::INVALID => match refusal_in(error) {
                Some(refusal) => Attempt::Over(SubmitError::Refused(refusal)),
                None => match self.why_invalid(transaction).await {
                    Ok(SubmitError::Invalid(InvalidReason::Stale)) => Attempt::Again,
                    Ok(error) => Attempt::Over(error),
                    Err(error) => Attempt::Over(error.into()),
                },
            },
            code => {
                let message = error.message.clone();
                Attempt::Over(ConnectionError::Rpc { code, message }.into())
            }
        }
    }

    /// Asks the runtime at the newest block what is wrong with a transaction.
    async fn why_invalid(&self, transaction: &[u8]) -> Result<SubmitError, ConnectionError> {
        let at = self.connection.best_hash().await?;
        // The source (2: from outside), the transaction as it is, and the block.
        let mut args = vec![2];
        args.extend_from_slice(transaction);
        at.encode_to(&mut args);
        let validity = self.connection.call("TaggedTransactionQueue_validate_transaction", &args, at).await?;
        Ok(match *validity.as_slice() {
            // Err(Invalid(Custom(code)))
            [1, 0, 7, code, ..] => match Refusal::from_code(code) {
                Some(refusal) => SubmitError::Refused(refusal),
                None => SubmitError::Invalid(InvalidReason::Other),
            },
            [1, 0, index, ..] => SubmitError::Invalid(InvalidReason::from_index(index)),
            // It is valid by now: something else took its place.
            [0, ..] => SubmitError::Busy,
            _ => SubmitError::Invalid(InvalidReason::Other),
        })
    }

    async fn number(&self, hash: Hash) -> Result<u32, SubmitError> {
        Ok(number(&self.connection.header(hash).await?)?)
    }

    /// What a transaction did in a block.
    async fn included(&self, transaction: &[u8], hash: Hash, finalised: bool) -> Result<Included, SubmitError> {
        let malformed = || ConnectionError::malformed("the transaction's block");
        let details = answer(self.connection.methods().chain_get_block(Some(hash))).await?.ok_or_else(malformed)?;
        let position = details.block.extrinsics.iter().position(|extrinsic| **extrinsic == *transaction);
        let index = position.and_then(|index| u32::try_from(index).ok()).ok_or_else(malformed)?;
        let events = Events::fetch(self.connection, &details.block.header, hash, index).await?;
        events.check_success()?;
        let block = number(&details.block.header)?;
        let receipt = Receipt { block, block_hash: BlockHash(hash.0), finalised, events: events.names()? };
        Ok(Included { receipt, events })
    }
}

/// Where a key's transaction goes.
struct Place {
    runtime: Runtime,
    /// Its number among the key's.
    nonce: u64,
    /// The block from which on it is valid.
    block: u64,
    hash: Hash,
}

impl Place {
    fn signed<C: Payload>(&self, call: &C, key: &SigningKey) -> Result<Vec<u8>, SubmitError> {
        let params = DefaultExtrinsicParamsBuilder::<ChainConfig>::new()
            .nonce(self.nonce)
            .mortal_from_unchecked(ERA, self.block, self.hash)
            .build();
        let signed = self.runtime.tx().create_signable_offline(call, params).and_then(|mut call| call.sign(key));
        signed.map(|signed| signed.encoded().to_vec()).map_err(|error| match error {
            ExtrinsicError::EncodeError(_) | ExtrinsicError::Params(_) => SubmitError::Encoding(error.to_string()),
            _ => incompatible(call).into(),
        })
    }
}

/// Once a transaction is sent, a broken connection leaves its fate unknown.
fn unknown(error: SubmitError, block: Option<u32>) -> SubmitError {
    match error {
        SubmitError::Connection(error) if error.is_network() => SubmitError::NotFinal { block },
        error => error,
    }
}

/// The node's answer to a submission: a refusal by the node itself is not a failure of the connection.
async fn answer_to<T>(
    question: impl std::future::Future<Output = Result<T, subxt::rpcs::Error>>,
) -> Result<Result<T, UserError>, ConnectionError> {
    answer(async {
        match question.await {
            Ok(statuses) => Ok(Ok(statuses)),
            Err(subxt::rpcs::Error::User(error)) => Ok(Err(error)),
            Err(error) => Err(error),
        }
    })
    .await
}

/// The reason of our own extension in the node's error, where it has one.
fn refusal_in(error: &UserError) -> Option<Refusal> {
    let data: String = serde_json::from_str(error.data.as_ref()?.get()).ok()?;
    data.strip_prefix("Custom error: ")?.parse().ok().and_then(Refusal::from_code)
}

/// The chain has another form of a call than this program.
pub(crate) fn incompatible(call: &impl Payload) -> ConnectionError {
    ConnectionError::Incompatible { item: format!("{}.{}", call.pallet_name(), call.call_name()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(data: &str) -> UserError {
        let object = serde_json::json!({ "code": 1010, "message": "Invalid Transaction", "data": data });
        serde_json::from_str(&object.to_string()).expect("an error object")
    }

    #[test]
    fn a_refusal_should_be_read_from_the_pools_error() {
        for refusal in Refusal::ALL {
            assert_eq!(refusal_in(&error(&format!("Custom error: {}", refusal.code()))), Some(*refusal));
        }
        assert_eq!(refusal_in(&error("Custom error: 0")), None);
        assert_eq!(refusal_in(&error("Custom error: 300")), None);
        assert_eq!(refusal_in(&error("Transaction is outdated")), None);
        assert_eq!(refusal_in(&UserError::method_not_found()), None);
    }
}
