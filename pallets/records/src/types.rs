//! What is stored of a snapshot.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use jiandu_primitives::{
    chain::Moment,
    member::Author,
    record::{Operation, WithdrawalReason},
};
use scale_info::TypeInfo;

/// A snapshot without its documents.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Snapshot<AccountId> {
    /// What it did to its record.
    pub operation: Operation,
    /// How many documents it has.
    pub documents: u16,
    /// Identifies the call that made it, so that a repeated one is recognised.
    pub payload: [u8; 32],
    /// Why, for a withdrawal.
    pub reason: Option<WithdrawalReason>,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: Author,
    /// The key that signed.
    pub key: AccountId,
    /// Its number among all snapshots.
    pub sequence: u64,
}

/// `Snapshots[object][version]`: read for ever.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum SnapshotRow<AccountId> {
    /// First form.
    #[codec(index = 0)]
    V1(Snapshot<AccountId>),
}

impl<AccountId> SnapshotRow<AccountId> {
    /// The snapshot.
    pub fn snapshot(&self) -> &Snapshot<AccountId> {
        let Self::V1(snapshot) = self;
        snapshot
    }
}
