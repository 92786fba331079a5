//! Storage keys of the rows that evidence proves. Pallet and storage names are part of the evidence format: a test of the
//! runtime compares them with its own.

use crate::{digest::ContentHash, record::ObjectId};
use alloc::vec::Vec;
use codec::Encode;
use sp_crypto_hashing::{blake2_128, twox_128};

fn prefix(pallet: &str, item: &str) -> Vec<u8> {
    [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat()
}

fn blake2_128_concat(mut prefix: Vec<u8>, key: &[u8]) -> Vec<u8> {
    prefix.extend_from_slice(&blake2_128(key));
    prefix.extend_from_slice(key);
    prefix
}

/// `Records::Digests[digest]`, a [`crate::record::DigestRow`].
pub fn digest(digest: &ContentHash) -> Vec<u8> {
    blake2_128_concat(prefix("Records", "Digests"), &digest.encode())
}

/// `Records::MoreAnchors[digest][object]`, a [`crate::record::AnchorRow`].
pub fn more_anchors(digest: &ContentHash, object: &ObjectId) -> Vec<u8> {
    blake2_128_concat(more_anchors_of(digest), &object.0)
}

/// The common beginning of all [`more_anchors`] keys of one digest.
pub fn more_anchors_of(digest: &ContentHash) -> Vec<u8> {
    blake2_128_concat(prefix("Records", "MoreAnchors"), &digest.encode())
}

/// `Records::Objects[object]`, a [`crate::record::HeadRow`].
pub fn object(object: &ObjectId) -> Vec<u8> {
    blake2_128_concat(prefix("Records", "Objects"), &object.0)
}

/// `Timestamp::Now`, a `u64` of Unix milliseconds.
pub fn timestamp_now() -> Vec<u8> {
    prefix("Timestamp", "Now")
}

/// `Chain::Genesis`, a [`crate::chain::GenesisRow`].
pub fn genesis() -> Vec<u8> {
    prefix("Chain", "Genesis")
}
