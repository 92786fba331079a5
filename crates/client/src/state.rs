//! Reading the chain's state at one block.

use crate::{
    chain::{ChainConfig, Hash, Runtime},
    connection::{answer, Connection, ConnectionError},
};
use codec::{Decode, Encode};
use subxt::{
    client::OfflineClientAtBlockImpl,
    error::StorageError,
    ext::scale_decode::{
        visitor::{decode_with_visitor, IgnoreVisitor},
        DecodeAsType,
    },
    metadata::StorageEntryMetadata,
    storage::{Address, PrefixOf, StorageEntry},
    view_functions,
};

/// Rows read at a time.
const PAGE: u32 = 256;

/// One storage item of a runtime.
type Entry<'a, A> = StorageEntry<'a, ChainConfig, OfflineClientAtBlockImpl<ChainConfig>, &'a A>;

/// The state of the chain at one block. What is read is checked against the form that this program knows.
pub(crate) struct State {
    connection: Connection,
    at: Hash,
    runtime: Runtime,
}

impl State {
    /// The state at the newest final block.
    pub(crate) async fn finalized(connection: &Connection) -> Result<Self, ConnectionError> {
        let at = connection.finalized_hash().await?;
        Self::at(connection, at).await
    }

    /// The state at a block.
    pub(crate) async fn at(connection: &Connection, at: Hash) -> Result<Self, ConnectionError> {
        let runtime = connection.runtime(at).await?;
        Ok(Self { connection: connection.clone(), at, runtime })
    }

    /// The runtime of this state.
    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// A value, or its default where it has one.
    pub(crate) async fn get<A: Address>(
        &self,
        address: A,
        keys: A::KeyParts,
    ) -> Result<Option<A::Value>, ConnectionError> {
        let item = item(&address);
        let key = self.entry(&address)?.fetch_key(keys).map_err(|error| storage_error(&item, error))?;
        match self.connection.value(&key, self.at).await? {
            Some(value) => self.decode::<A>(&address, &value).map(Some),
            None => {
                let default = self.entry(&address)?.default_value().map(|value| value.bytes().to_vec());
                default.map(|value| self.decode::<A>(&address, &value)).transpose()
            }
        }
    }

    /// The encoded value, for those who need its length.
    pub(crate) async fn get_raw<A: Address>(
        &self,
        address: A,
        keys: A::KeyParts,
    ) -> Result<Option<Vec<u8>>, ConnectionError> {
        let item = item(&address);
        let key = self.entry(&address)?.fetch_key(keys).map_err(|error| storage_error(&item, error))?;
        self.connection.value(&key, self.at).await
    }

    /// All rows under the first parts of a key, with the last part of each row's key.
    pub(crate) async fn rows<A, P, K>(&self, address: A, prefix: P) -> Result<Vec<(K, A::Value)>, ConnectionError>
    where
        A: Address,
        P: PrefixOf<A::KeyParts>,
        K: Decode,
    {
        let item = item(&address);
        let prefix = self.entry(&address)?.iter_key(prefix).map_err(|error| storage_error(&item, error))?;
        let own = self.entry(&address)?.key_prefix().len();
        let methods = self.connection.methods();
        let mut rows = Vec::new();
        let mut last: Option<Vec<u8>> = None;
        loop {
            let keys = answer(methods.state_get_keys_paged(&prefix, PAGE, last.as_deref(), Some(self.at))).await?;
            let Some(newest) = keys.last().cloned() else { return Ok(rows) };
            let changes = answer(methods.state_query_storage_at(keys.iter().map(Vec::as_slice), Some(self.at))).await?;
            for (key, value) in changes.into_iter().flat_map(|change| change.changes) {
                let malformed = || ConnectionError::malformed(&item);
                let parts = key.get(own..).ok_or_else(malformed)?;
                let part = self.last_part(&address, parts)?.ok_or_else(malformed)?;
                rows.push((part, self.decode::<A>(&address, &value.ok_or_else(malformed)?)?));
            }
            last = Some(newest);
        }
    }

    /// All rows of an item, with the part of each row's key behind the item's own, as they arrive.
    pub(crate) async fn each<A: Address>(
        &self,
        address: A,
        mut row: impl FnMut(&[u8], A::Value) -> Result<(), ConnectionError>,
    ) -> Result<(), ConnectionError> {
        let item = item(&address);
        let prefix = self.entry(&address)?.key_prefix().to_vec();
        let methods = self.connection.methods();
        let mut last: Option<Vec<u8>> = None;
        loop {
            let keys = answer(methods.state_get_keys_paged(&prefix, PAGE, last.as_deref(), Some(self.at))).await?;
            let Some(newest) = keys.last().cloned() else { return Ok(()) };
            let changes = answer(methods.state_query_storage_at(keys.iter().map(Vec::as_slice), Some(self.at))).await?;
            let changes: Vec<_> = changes.into_iter().flat_map(|change| change.changes).collect();
            let malformed = || ConnectionError::malformed(&item);
            if changes.len() != keys.len() {
                return Err(malformed());
            }
            for (key, value) in changes {
                let key = key.0.get(prefix.len()..).ok_or_else(malformed)?;
                row(key, self.decode::<A>(&address, &value.ok_or_else(malformed)?.0)?)?;
            }
            last = Some(newest);
        }
    }

    /// Asks a view function.
    pub(crate) async fn view<P: view_functions::Payload>(&self, payload: P) -> Result<P::ReturnType, ConnectionError> {
        let item = format!("{}.{}", payload.pallet_name(), payload.function_name());
        let incompatible = || ConnectionError::Incompatible { item: item.clone() };
        let functions = self.runtime.view_functions();
        functions.validate(&payload).map_err(|_| incompatible())?;
        // subxt 0.51 leaves out the length of the function's input, which the runtime's API has as a byte string.
        let args = functions.encode_args(&payload).map_err(|_| incompatible())?;
        let (id, input) = args.split_first_chunk::<32>().ok_or_else(incompatible)?;
        let args = (id, input).encode();
        let answer = self.connection.call("RuntimeViewFunction_execute_view_function", &args, self.at).await?;
        let output = self
            .runtime
            .metadata_ref()
            .pallet_by_name(payload.pallet_name())
            .and_then(|pallet| pallet.view_function_by_name(payload.function_name()))
            .ok_or_else(incompatible)?
            .output_ty();
        // The answer's bytes, or why there are none, which does not matter here.
        let answer: Result<Vec<u8>, ()> =
            Decode::decode(&mut answer.as_slice()).map_err(|_| ConnectionError::malformed(&item))?;
        let bytes = answer.map_err(|()| incompatible())?;
        P::ReturnType::decode_as_type(&mut bytes.as_slice(), output, self.runtime.metadata_ref().types())
            .map_err(|_| ConnectionError::malformed(&item))
    }

    fn entry<'a, A: Address>(&'a self, address: &'a A) -> Result<Entry<'a, A>, ConnectionError> {
        self.runtime.storage().entry(address).map_err(|error| storage_error(&item(address), error))
    }

    fn decode<A: Address>(&self, address: &A, mut value: &[u8]) -> Result<A::Value, ConnectionError> {
        let types = self.runtime.metadata_ref().types();
        let decoded = A::Value::decode_as_type(&mut value, self.described(address)?.value_ty(), types);
        match decoded {
            Ok(decoded) if value.is_empty() => Ok(decoded),
            _ => Err(ConnectionError::malformed(item(address))),
        }
    }

    /// The last of the parts of a key, all of which this chain keeps in clear behind their hashes.
    fn last_part<K: Decode>(&self, address: &impl Address, parts: &[u8]) -> Result<Option<K>, ConnectionError> {
        let types = self.runtime.metadata_ref().types();
        let mut rest = parts;
        let mut last = None;
        for key in self.described(address)?.keys() {
            let Some(clear) = rest.get(key.hasher.len_excluding_key()..) else { return Ok(None) };
            (rest, last) = (clear, Some(clear));
            if decode_with_visitor(&mut rest, key.key_id, types, IgnoreVisitor::new()).is_err() {
                return Ok(None);
            }
        }
        Ok(last.filter(|_| rest.is_empty()).and_then(|mut last| K::decode(&mut last).ok()))
    }

    /// What the runtime says of a storage item.
    fn described(&self, address: &impl Address) -> Result<&StorageEntryMetadata, ConnectionError> {
        let pallet = self.runtime.metadata_ref().pallet_by_name(address.pallet_name());
        let entry = pallet.and_then(|pallet| pallet.storage()?.entry_by_name(address.entry_name()));
        entry.ok_or_else(|| ConnectionError::Incompatible { item: item(address) })
    }
}

fn item(address: &impl Address) -> String {
    format!("{}.{}", address.pallet_name(), address.entry_name())
}

fn storage_error(item: &str, error: StorageError) -> ConnectionError {
    match error {
        StorageError::StorageKeyEncodeError(_) => ConnectionError::malformed(item),
        _ => ConnectionError::Incompatible { item: item.to_owned() },
    }
}
