//! Moments and the identity of a chain.

use crate::text::hex_id;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

hex_id!(
    /// The hash of a chain's first block: what tells one chain from another.
    GenesisHash,
    32
);

/// A moment of the chain.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Moment {
    /// The block's number.
    pub block: u32,
    /// The block's time in Unix seconds. Only the validators vouch for it.
    pub time: u64,
}

/// The chain's own record of its genesis hash, written once in block 1. Evidence proves it, because the signatures of
/// GRANDPA do not cover the genesis. Read for ever, never migrated in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum GenesisRow {
    /// First form.
    #[codec(index = 0)]
    V1(GenesisHash),
}

impl GenesisRow {
    /// The hash.
    pub fn hash(self) -> GenesisHash {
        let Self::V1(hash) = self;
        hash
    }
}
