//! What the chain stores of members, as this library shows it.

use crate::{chain::runtime_types::pallet_jiandu_members::types as stored, AccountId};
use jiandu_primitives::{
    chain::Moment,
    member::{Custody, EndReason, Handle, OrganisationKind, Roles},
    uscc::Uscc,
};
use serde::Serialize;
use subxt::utils::Static;

/// Whether an organisation takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationStatus {
    /// It takes part.
    Active,
    /// Its keys are refused until the council reinstates it.
    Suspended,
    /// It has left for good.
    Left,
}

impl OrganisationStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Active, Self::Suspended, Self::Left];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Left => "left",
        }
    }
}

impl From<stored::OrganisationStatus> for OrganisationStatus {
    fn from(status: stored::OrganisationStatus) -> Self {
        match status {
            stored::OrganisationStatus::Active => Self::Active,
            stored::OrganisationStatus::Suspended => Self::Suspended,
            stored::OrganisationStatus::Left => Self::Left,
        }
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationView {
    /// Its code.
    pub organisation: Uscc,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its registered name.
    pub name: String,
    /// Whether it takes part.
    pub status: OrganisationStatus,
    /// When it was admitted.
    pub since: Moment,
    /// When it left.
    pub until: Option<Moment>,
}

impl OrganisationView {
    pub(crate) fn new(organisation: Uscc, row: stored::Organisation) -> Self {
        Self {
            organisation,
            kind: row.kind.0,
            name: String::from_utf8_lossy(&row.name.0).into_owned(),
            status: row.status.into(),
            since: row.since.0,
            until: row.until.map(|until| until.0),
        }
    }
}

/// A status that an organisation got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StatusChange {
    /// The status.
    pub status: OrganisationStatus,
    /// Why, where it stopped being active.
    pub reason: Option<EndReason>,
    /// When.
    pub at: Moment,
}

impl From<stored::StatusChange> for StatusChange {
    fn from(change: stored::StatusChange) -> Self {
        Self { status: change.status.into(), reason: change.reason.map(|reason| reason.0), at: change.at.0 }
    }
}

/// An organisation with its keys and its past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationDetail {
    /// The organisation.
    #[serde(flatten)]
    pub organisation: OrganisationView,
    /// Its keys, in the order of their accounts.
    pub keys: Vec<KeyView>,
    /// Every status it has had, oldest first.
    pub changes: Vec<StatusChange>,
}

/// Whether a key may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyStatus {
    /// Within its window.
    Active,
    /// Not until it is reinstated.
    Suspended,
    /// Never again.
    Ended {
        /// Why.
        reason: EndReason,
    },
}

impl KeyStatus {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Ended { .. } => "ended",
        }
    }
}

impl From<stored::KeyStatus> for KeyStatus {
    fn from(status: stored::KeyStatus) -> Self {
        match status {
            stored::KeyStatus::Active => Self::Active,
            stored::KeyStatus::Suspended => Self::Suspended,
            stored::KeyStatus::Ended { reason } => Self::Ended { reason: reason.0 },
        }
    }
}

/// 代岗: more roles for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deputation {
    /// The roles.
    pub roles: Roles,
    /// Unix second of the beginning.
    pub from: u64,
    /// Unix second of the end, itself excluded.
    pub until: u64,
}

impl From<stored::Deputation> for Deputation {
    fn from(deputation: stored::Deputation) -> Self {
        let ended = deputation.ended.map_or(u64::MAX, |ended| ended.0.time);
        Self { roles: deputation.roles.0, from: deputation.from, until: deputation.until.min(ended) }
    }
}

/// A key of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyView {
    /// Its account.
    pub account: AccountId,
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
    /// Whether it may act within its window.
    pub status: KeyStatus,
    /// The roles that it has for a while beside its own; the window may be over.
    pub deputation: Option<Deputation>,
}

impl KeyView {
    pub(crate) fn new(account: AccountId, key: stored::Key) -> Self {
        Self {
            account,
            organisation: key.organisation.0,
            handle: key.handle.0,
            roles: key.roles.0,
            custody: key.custody.0,
            from: key.from,
            until: key.until,
            status: key.status.into(),
            deputation: None,
        }
    }
}

/// A key to be admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NewKey {
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

impl From<NewKey> for stored::NewKey<AccountId> {
    fn from(key: NewKey) -> Self {
        Self {
            account: key.account,
            handle: Static(key.handle),
            roles: Static(key.roles),
            custody: Static(key.custody),
            from: key.from,
            until: key.until,
        }
    }
}

impl From<stored::NewKey<AccountId>> for NewKey {
    fn from(key: stored::NewKey<AccountId>) -> Self {
        Self {
            account: key.account,
            handle: key.handle.0,
            roles: key.roles.0,
            custody: key.custody.0,
            from: key.from,
            until: key.until,
        }
    }
}

/// Whom a key acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

impl From<stored::Membership> for Membership {
    fn from(membership: stored::Membership) -> Self {
        Self {
            organisation: membership.organisation.0,
            handle: membership.handle.0,
            custody: membership.custody.0,
            roles: membership.roles.0,
        }
    }
}
