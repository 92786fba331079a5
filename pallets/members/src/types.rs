//! What is stored of organisations, keys and people.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use jiandu_primitives::{
    chain::Moment,
    member::{Custody, EndReason, Handle, OrganisationKind, Roles},
    uscc::Uscc,
};
use scale_info::TypeInfo;

pub use jiandu_primitives::name::Name;

/// Whether an organisation takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum OrganisationStatus {
    /// It takes part.
    #[codec(index = 0)]
    Active,
    /// Its keys are refused until the council reinstates it.
    #[codec(index = 1)]
    Suspended,
    /// It has left for good.
    #[codec(index = 2)]
    Left,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Organisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its registered name.
    pub name: Name,
    /// Whether it takes part.
    pub status: OrganisationStatus,
    /// When it was admitted.
    pub since: Moment,
    /// When it left.
    pub until: Option<Moment>,
    /// How many rows it has in `StatusChanges`.
    pub changes: u32,
}

/// A status that an organisation got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StatusChange {
    /// The status.
    pub status: OrganisationStatus,
    /// Why, where it stopped being active.
    pub reason: Option<EndReason>,
    /// When.
    pub at: Moment,
}

/// Whether a key may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum KeyStatus {
    /// Within its window.
    #[codec(index = 0)]
    Active,
    /// Not until it is reinstated.
    #[codec(index = 1)]
    Suspended,
    /// Never again.
    #[codec(index = 2)]
    Ended {
        /// Why.
        reason: EndReason,
    },
}

/// A key of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Key {
    /// The organisation.
    pub organisation: Uscc,
    /// The person.
    pub handle: Handle,
    /// What it may do.
    pub roles: Roles,
    /// Who holds its secret.
    pub custody: Custody,
    /// Unix second of the beginning of its validity.
    pub from: u64,
    /// Unix second of its end, itself excluded.
    pub until: Option<u64>,
    /// Whether it may act.
    pub status: KeyStatus,
    /// How many rows it has in `KeyChanges`.
    pub changes: u32,
    /// How many rows it has in `Deputations`.
    pub deputations: u32,
}

/// A status that a key got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct KeyChange {
    /// The status.
    pub status: KeyStatus,
    /// When.
    pub at: Moment,
}

/// A key to be admitted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct NewKey<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// The person.
    pub handle: Handle,
    /// What it may do.
    pub roles: Roles,
    /// Who holds its secret.
    pub custody: Custody,
    /// Unix second of the beginning of its validity; one in the past means now.
    pub from: u64,
    /// Unix second of its end, itself excluded.
    pub until: Option<u64>,
}

/// The end of a person's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct HandleEnd {
    /// Unix second from which on no key of the person acts.
    pub from: u64,
    /// Why.
    pub reason: EndReason,
    /// When this was decided.
    pub at: Moment,
}

/// A person of an organisation, known by a handle alone.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Person {
    /// How many keys the person has had.
    pub keys: u32,
    /// The end of all of them.
    pub end: Option<HandleEnd>,
}

/// 代岗: more roles for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Deputation {
    /// The roles.
    pub roles: Roles,
    /// Unix second of the beginning.
    pub from: u64,
    /// Unix second of the end, itself excluded.
    pub until: u64,
    /// When it was appointed.
    pub at: Moment,
    /// When it was ended before its time.
    pub ended: Option<Moment>,
}

impl Deputation {
    /// Unix second from which on it gives no role any more.
    pub fn end(&self) -> u64 {
        self.ended.map_or(self.until, |ended| self.until.min(ended.time))
    }
}

/// A key that documents for an organisation are encrypted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EncryptionKey {
    /// The X25519 public key.
    pub public: [u8; 32],
    /// Who registered it.
    pub by: Handle,
    /// From when on it is used.
    pub at: Moment,
}

/// Whom a key acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Membership {
    /// The organisation.
    pub organisation: Uscc,
    /// The person.
    pub handle: Handle,
    /// Who holds the key's secret.
    pub custody: Custody,
    /// Its own roles and those it has as a deputy now.
    pub roles: Roles,
}
