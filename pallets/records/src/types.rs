//! What is stored of a snapshot.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use jiandu_primitives::{
    chain::Moment,
    header::Header,
    member::Author,
    record::{ChangeReason, Operation, WithdrawalReason},
};
use scale_info::TypeInfo;

/// A snapshot without its documents.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Snapshot<AccountId> {
    /// What it did to its record.
    pub operation: Operation,
    /// How many documents it has.
    pub documents: u16,
    /// Identifies the call that made it, so that a repeated one is recognised; what seals are over.
    pub payload: [u8; 32],
    /// Why, for a withdrawal and for an overwrite.
    pub reason: Option<ChangeReason>,
    /// What it says of itself.
    pub header: Header,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: Author,
    /// The key that signed.
    pub key: AccountId,
    /// Its number among all snapshots.
    pub sequence: u64,
}

/// A snapshot of the first release, which had no header and knew no overwrite.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct FirstSnapshot<AccountId> {
    /// What it did to its record.
    pub operation: Operation,
    /// How many documents it has.
    pub documents: u16,
    /// Identifies the call that made it.
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
    /// As the first release wrote it.
    #[codec(index = 0)]
    V1(FirstSnapshot<AccountId>),
    /// With a header.
    #[codec(index = 1)]
    V2(Snapshot<AccountId>),
}

impl<AccountId> SnapshotRow<AccountId> {
    /// The snapshot, whichever release wrote it.
    pub fn into_snapshot(self) -> Snapshot<AccountId> {
        match self {
            Self::V1(first) => Snapshot {
                operation: first.operation,
                documents: first.documents,
                payload: first.payload,
                reason: first.reason.map(ChangeReason::Withdrawal),
                header: Header::default(),
                at: first.at,
                by: first.by,
                key: first.key,
                sequence: first.sequence,
            },
            Self::V2(snapshot) => snapshot,
        }
    }
}
