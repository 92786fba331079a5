//! The events of one transaction.

use super::outcome::{dispatch_error, EventName, SubmitError};
use crate::{
    chain::{api, runtime_types::sp_runtime::DispatchError, ChainConfig, Hash, Runtime},
    connection::{Connection, ConnectionError},
};
use sp_crypto_hashing::twox_128;
use subxt::{
    config::substrate::SubstrateHeader,
    events::{DecodeAsEvent, Event, Phase},
};

/// The events of one transaction in a block.
pub(crate) struct Events {
    runtime: Runtime,
    block: subxt::events::Events<ChainConfig>,
    index: u32,
}

impl Events {
    /// Reads the events of the transaction with this index in its block.
    pub(crate) async fn fetch(
        connection: &Connection,
        header: &SubstrateHeader<Hash>,
        hash: Hash,
        index: u32,
    ) -> Result<Self, ConnectionError> {
        // What executed the block is the runtime in its parent's state.
        let runtime = connection.runtime(header.parent_hash).await?;
        let key = [twox_128(b"System"), twox_128(b"Events")].concat();
        let bytes = connection.value(&key, hash).await?.unwrap_or_default();
        let block = runtime.events().from_bytes(bytes);
        Ok(Self { runtime, block, index })
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Result<Event<'_, ChainConfig>, ConnectionError>> {
        self.block
            .iter()
            .map(|event| event.map_err(|_| ConnectionError::malformed("a block's events")))
            .filter(|event| event.as_ref().map_or(true, |event| event.phase() == Phase::ApplyExtrinsic(self.index)))
    }

    /// The names of all events but those that every transaction has.
    pub(crate) fn names(&self) -> Result<Vec<EventName>, ConnectionError> {
        self.iter()
            .filter(|event| event.as_ref().map_or(true, |event| event.pallet_name() != "System"))
            .map(|event| {
                let event = event?;
                Ok(EventName { pallet: event.pallet_name().to_owned(), event: event.event_name().to_owned() })
            })
            .collect()
    }

    /// What an error that an event carries means.
    pub(crate) fn refusal(&self, error: &DispatchError) -> SubmitError {
        dispatch_error(error, self.runtime.metadata_ref())
    }

    /// The first event of a kind.
    pub(crate) fn find<E: DecodeAsEvent>(&self) -> Result<Option<E>, ConnectionError> {
        for event in self.iter() {
            if let Some(decoded) = event?.decode_fields_as::<E>() {
                return decoded.map(Some).map_err(|_| ConnectionError::malformed("an event"));
            }
        }
        Ok(None)
    }

    /// The error that the transaction ended with, if any.
    pub(crate) fn check_success(&self) -> Result<(), SubmitError> {
        if let Some(failed) = self.find::<api::system::events::ExtrinsicFailed>()? {
            return Err(dispatch_error(&failed.dispatch_error, self.runtime.metadata_ref()));
        }
        match self.find::<api::system::events::ExtrinsicSuccess>()? {
            Some(_) => Ok(()),
            None => Err(SubmitError::NoEvent),
        }
    }

    /// Turns a result inside an event into ours.
    pub(crate) fn check_result(&self, result: Result<(), DispatchError>) -> Result<(), SubmitError> {
        result.map_err(|error| dispatch_error(&error, self.runtime.metadata_ref()))
    }
}
