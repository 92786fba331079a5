//! Enterprises: registering them by two persons, finding them by anything they were ever called, and their archives.
//!
//! Whatever is said of an enterprise is proposed by one person ([`propose`]) and confirmed by another ([`confirm`]). A section of
//! an archive is committed to first and shown when it is confirmed: the maker hands a [`Submission`] to the checker.

pub mod application;

mod act;
mod mandate;
mod query;
mod section;
mod types;

pub use act::{Act, Registration, MAX_REGISTRATIONS};
pub use mandate::{end_mandate, mandate, mandates, sign_mandate, Grounds, MandateEnd, MandateTerms, MandateView};
pub use query::{registered_name, resolve, Query, QueryError, Resolved};
pub(crate) use section::personal_sections;
pub use section::{
    publish_section, rehearse_publication, section_records, section_target, sections, submit_section, submit_sections,
    Rehearsal, SectionRecord, SectionView, Submission,
};
pub(crate) use types::kept_by;
pub use types::{BoundKeyView, DatedView, EnterpriseView, Hands, KeyEnd, SuccessorView};

use crate::{
    chain::api,
    connection::{Connection, ConnectionError},
    members::{propose_to_council, Outcome, Threshold},
    state::State,
    submit::{Included, Receipt, SubmitError, Submitter},
    AccountId,
};
use jiandu_primitives::{chain::Moment, enterprise::DeclineReason, member::Author, record::SnapshotRef, uscc::Uscc};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use subxt::utils::Static;

/// A proposal that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposed {
    /// Its number.
    pub proposal: u64,
    /// Whether it was there already, and nothing was written.
    pub unchanged: bool,
    /// The transaction.
    pub receipt: Receipt,
}

/// A proposal that waits for its second person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposalView {
    /// Its number.
    pub proposal: u64,
    /// What is proposed.
    pub act: Act,
    /// What whoever confirms it names, so that nobody confirms another act than was reviewed.
    #[serde(with = "jiandu_vault::hex_text")]
    pub digest: [u8; 32],
    /// Who proposed it.
    pub maker: Author,
    /// When.
    pub at: Moment,
}

/// Proposes an act. The chain rehearses it: what can't be done is refused at once.
pub async fn propose(submitter: &mut Submitter<'_>, act: &Act) -> Result<Proposed, SubmitError> {
    let call = api::tx().archives().propose(act.stored()?);
    let included = submitter.run(&call).await?;
    proposed(included)
}

fn proposed(included: Included) -> Result<Proposed, SubmitError> {
    if let Some(proposed) = included.events.find::<api::archives::events::Proposed>()? {
        return Ok(Proposed { proposal: proposed.proposal, unchanged: false, receipt: included.receipt });
    }
    let unchanged = included.events.find::<api::archives::events::ProposalUnchanged>()?;
    let proposal = unchanged.ok_or(SubmitError::NoEvent)?.proposal;
    Ok(Proposed { proposal, unchanged: true, receipt: included.receipt })
}

/// Confirms a proposal as it was read: another person of the same organisation.
pub async fn confirm(submitter: &mut Submitter<'_>, proposal: &ProposalView) -> Result<Receipt, SubmitError> {
    let call = api::tx().archives().confirm(proposal.proposal, proposal.digest, proposal.act.size());
    submitter.submit(&call).await
}

/// Declines a proposal, or takes it back.
pub async fn decline(
    submitter: &mut Submitter<'_>,
    proposal: u64,
    reason: DeclineReason,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().archives().decline(proposal, Static(reason))).await
}

/// Objects to a key in its cooling-off period, with another key of the enterprise.
pub async fn object_to_key(submitter: &mut Submitter<'_>, key: AccountId) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().archives().object_to_key(key)).await
}

/// Ends the enterprise's key that signs.
pub async fn end_key(submitter: &mut Submitter<'_>) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().archives().end_key()).await
}

/// Sets the cooling-off period of keys bound from then on, in seconds. For the council.
pub async fn set_cooling_off(submitter: &mut Submitter<'_>, seconds: u64) -> Result<Outcome, SubmitError> {
    propose_to_council(submitter, Threshold::Majority, &api::tx().archives().set_cooling_off(seconds)).await
}

/// The proposals that wait, oldest first.
pub async fn proposals(connection: &Connection) -> Result<Vec<ProposalView>, ConnectionError> {
    proposals_in(&State::finalized(connection).await?).await
}

/// Those of the newest block, which may still be replaced.
pub async fn proposals_newest(connection: &Connection) -> Result<Vec<ProposalView>, ConnectionError> {
    proposals_in(&State::at(connection, connection.best_hash().await?).await?).await
}

async fn proposals_in(state: &State) -> Result<Vec<ProposalView>, ConnectionError> {
    let mut numbers: Vec<([u8; 32], u64)> = state.rows(api::storage().archives().open_acts(), ()).await?;
    numbers.sort_by_key(|(_, number)| *number);
    let mut proposals = Vec::with_capacity(numbers.len());
    for (digest, number) in numbers {
        proposals.extend(open_in(state, number, digest).await?);
    }
    Ok(proposals)
}

/// A proposal that waits; none where it has ended or there is no such one.
pub async fn proposal(connection: &Connection, number: u64) -> Result<Option<ProposalView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let open: Vec<([u8; 32], u64)> = state.rows(api::storage().archives().open_acts(), ()).await?;
    match open.into_iter().find(|(_, open)| *open == number) {
        Some((digest, _)) => open_in(&state, number, digest).await,
        None => Ok(None),
    }
}

async fn open_in(state: &State, number: u64, digest: [u8; 32]) -> Result<Option<ProposalView>, ConnectionError> {
    use crate::chain::runtime_types::pallet_jiandu_archives::types::ProposalRow;
    match state.get(api::storage().archives().proposals(), (number,)).await? {
        Some(ProposalRow::Open(open)) => Ok(Some(ProposalView {
            proposal: number,
            act: Act::from(open.act),
            digest,
            maker: open.maker.0,
            at: open.at.0,
        })),
        Some(ProposalRow::Decided(_)) | None => Ok(None),
    }
}

/// An enterprise with everything that it was ever called.
pub async fn show(connection: &Connection, enterprise: Uscc) -> Result<Option<EnterpriseView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    types::enterprise_in(&state, enterprise).await
}

/// The registered names of enterprises now. Those that are not registered are left out.
pub async fn names(
    connection: &Connection,
    enterprises: BTreeSet<Uscc>,
) -> Result<BTreeMap<Uscc, String>, ConnectionError> {
    types::names_in(&State::finalized(connection).await?, enterprises).await
}

/// The enterprise that a key is or was bound to; none where it is a member's or nobody's.
pub async fn enterprise_of_key(connection: &Connection, key: AccountId) -> Result<Option<Uscc>, ConnectionError> {
    let state = State::finalized(connection).await?;
    Ok(state.get(api::storage().archives().key_owners(), (key,)).await?.map(|owner| owner.0))
}

/// The enterprises with these codes that are registered already.
pub async fn registered(connection: &Connection, enterprises: &[Uscc]) -> Result<Vec<Uscc>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut found = Vec::new();
    for enterprise in enterprises {
        let row = state.get_raw(api::storage().archives().enterprises(), (Static(*enterprise),)).await?;
        if row.is_some() {
            found.push(*enterprise);
        }
    }
    Ok(found)
}

/// What a confirmation of a section did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The transaction.
    pub receipt: Receipt,
}
