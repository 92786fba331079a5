//! Grants as they are shown.

use crate::chain::runtime_types::pallet_jiandu_grants::types as stored;
use jiandu_primitives::{
    chain::Moment,
    grant::{usage::Receipt, Commitment, GrantReason, GrantState, StandingTerms, Terms},
    member::Author,
    uscc::Uscc,
};
use serde::Serialize;

/// Somebody signed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureView {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Moment,
}

impl From<stored::Signature> for SignatureView {
    fn from(signature: stored::Signature) -> Self {
        Self { by: signature.by.0, at: signature.at.0 }
    }
}

/// A state that a grant had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StateView {
    /// The state.
    pub state: GrantState,
    /// Why.
    pub reason: Option<GrantReason>,
    /// Who brought it about, and when.
    #[serde(flatten)]
    pub signed: SignatureView,
}

impl From<stored::StateChange> for StateView {
    fn from(change: stored::StateChange) -> Self {
        Self { state: change.state.0, reason: change.reason.map(|reason| reason.0), signed: change.signed.into() }
    }
}

/// The user's word that what it got is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DeletionView {
    /// The salted digest of the statement.
    pub statement: Option<Commitment>,
    /// How many receipts the grant had then: what came later is not covered.
    pub receipts: u32,
    /// Who said so, and when.
    #[serde(flatten)]
    pub signed: SignatureView,
}

/// A grant, as the chain has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GrantView {
    /// Its number.
    pub grant: u64,
    /// Its terms.
    pub terms: Terms,
    /// Who grants: the enterprise, or the user of the parent.
    pub grantor: Uscc,
    /// Who proposed it.
    pub proposed: SignatureView,
    /// Where it stands.
    pub state: GrantState,
    /// Every state that it had.
    pub states: Vec<StateView>,
    /// Who signed it.
    pub signatures: Vec<SignatureView>,
    /// How many uses are taken.
    pub used: u32,
    /// How many of them happened.
    pub settled: u32,
    /// How many receipts it has.
    pub receipts: u32,
    /// Whether the user says that it deleted what it got.
    pub deletion: Option<DeletionView>,
    /// Unix second at which the grant ended of which this is a sub-grant.
    pub parent_ended: Option<u64>,
}

impl GrantView {
    /// A grant at a Unix second.
    pub(super) fn new(
        grant: u64,
        row: stored::Grant,
        head: stored::Head,
        states: Vec<StateView>,
        parent_ended: Option<u64>,
        now: u64,
    ) -> Self {
        Self {
            grant,
            terms: row.terms.0,
            grantor: row.grantor.0,
            proposed: row.proposed.into(),
            state: head.state.0,
            states,
            signatures: head.signatures.0.into_iter().map(SignatureView::from).collect(),
            used: head.usage.0.count(now),
            settled: head.usage.0.settled,
            receipts: head.receipts,
            deletion: head.deletion.map(|deletion| DeletionView {
                statement: deletion.statement.map(|statement| statement.0),
                receipts: deletion.receipts,
                signed: deletion.signed.into(),
            }),
            parent_ended,
        }
    }

    /// When it ended, as far as that is known by a Unix second: by somebody's word, its time, or the end of its parent.
    pub fn ended(&self, now: u64) -> Option<u64> {
        let word = self.states.last().filter(|_| self.state.is_final()).map(|state| state.signed.at.time);
        let ends = [word, self.terms.until, self.parent_ended];
        ends.into_iter().flatten().min().filter(|end| *end <= now)
    }

    /// Whether the user's word about the deletion covers everything that was served.
    pub fn is_deleted(&self) -> bool {
        self.deletion.is_some_and(|deletion| deletion.receipts == self.receipts)
    }

    /// Unix second until which the user has to delete what it got.
    pub fn delete_by(&self, now: u64) -> Option<u64> {
        let days = self.terms.delete_within?;
        Some(self.ended(now)?.saturating_add(u64::from(days).saturating_mul(86_400)))
    }
}

/// A receipt with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceiptView {
    /// Its number.
    pub number: u32,
    /// What it says.
    #[serde(flatten)]
    pub receipt: Receipt,
}

/// What a provider agrees to beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// The terms; none where it agrees to nothing any more.
    pub terms: Option<StandingTerms>,
    /// Who published them.
    #[serde(flatten)]
    pub signed: SignatureView,
}

impl From<stored::StandingChange> for StandingView {
    fn from(change: stored::StandingChange) -> Self {
        Self { terms: change.terms.map(|terms| terms.0), signed: change.signed.into() }
    }
}

/// How many people of an enterprise have to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyView {
    /// Whether two have to.
    pub two: bool,
    /// Who decided.
    #[serde(flatten)]
    pub signed: SignatureView,
}

impl From<stored::PolicyChange> for PolicyView {
    fn from(change: stored::PolicyChange) -> Self {
        Self { two: change.two, signed: change.signed.into() }
    }
}

/// A grant that can or could be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UsableView {
    /// Its number.
    pub grant: u64,
    /// By whom.
    pub user: Uscc,
    /// How many uses were taken then.
    pub used: u32,
}
