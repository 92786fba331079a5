//! Grants: what an enterprise lets a data user do with its data, and every use of it.
//!
//! What the chain only has commitments of, the parties have in an [`AgreementFile`], which one side makes and hands to the
//! others. The decision about a use is the chain's own function, asked as a view or, by whoever serves data, computed here from
//! what is read.

pub mod export;
pub mod reconcile;

mod agreement_file;
mod query;
mod types;

pub use agreement_file::{item_commitment, item_of, result_commitment, AgreementFile, UseFile};
pub use query::{
    by_terms, decision, delivery, grant, grants_of, policy, receipts, standing_terms, time_of_block, usable_grants,
    without_consent, Asked, When,
};
pub use types::{DeletionView, GrantView, PolicyView, ReceiptView, SignatureView, StandingView, StateView, UsableView};

use crate::{
    chain::{api, runtime_types::pallet_jiandu_grants::types as stored},
    submit::{Included, Receipt, SubmitError, Submitter},
};
use jiandu_primitives::grant::{
    decision::{Denial, Use},
    usage::Outcome,
    Commitment, GrantReason, GrantState, StandingTerms, Terms,
};
use serde::Serialize;
use subxt::utils::Static;

/// What a call about a grant came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The grant's number.
    pub grant: u64,
    /// Where it stands now, where the call changed that.
    pub state: Option<GrantState>,
    /// Whether it was done before, and nothing was written.
    pub unchanged: bool,
    /// Whether a second person of the enterprise has to do the same.
    pub awaits_second: bool,
    /// The transaction.
    pub receipt: Receipt,
}

fn changed(grant: u64, included: Included) -> Result<Changed, SubmitError> {
    use api::grants::events;
    let mut state = None;
    for event in included.events.iter() {
        let event = event?;
        if let Some(Ok(changed)) = event.decode_fields_as::<events::GrantChanged>() {
            // A grant that this one replaces changes, too.
            if changed.grant == grant {
                state = Some(changed.state.0);
            }
        }
    }
    let unchanged = included.events.find::<events::GrantUnchanged>()?.is_some();
    let awaits_second = included.events.find::<events::SecondPersonAwaited>()?.is_some();
    Ok(Changed { grant, state, unchanged, awaits_second, receipt: included.receipt })
}

/// Proposes a grant: the user asks, whoever grants offers. The same terms again are recognised.
pub async fn propose(submitter: &mut Submitter<'_>, terms: &Terms) -> Result<Changed, SubmitError> {
    let included = submitter.run(&api::tx().grants().propose_grant(Static(terms.clone()))).await?;
    let proposed = included.events.find::<api::grants::events::GrantProposed>()?.map(|event| event.grant);
    let known = included.events.find::<api::grants::events::GrantUnchanged>()?.map(|event| event.grant);
    let grant = proposed.or(known).ok_or(SubmitError::NoEvent)?;
    changed(grant, included)
}

/// Signs a grant whose terms were read.
pub async fn sign(submitter: &mut Submitter<'_>, grant: u64, terms: &Terms) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().sign_grant(grant, terms.digest())).await?)
}

/// Declines a grant that waits, or takes it back.
pub async fn decline(submitter: &mut Submitter<'_>, grant: u64, reason: GrantReason) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().decline_grant(grant, Static(reason))).await?)
}

/// Suspends an active grant.
pub async fn suspend(submitter: &mut Submitter<'_>, grant: u64, reason: GrantReason) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().suspend_grant(grant, Static(reason))).await?)
}

/// Resumes a suspended grant.
pub async fn resume(submitter: &mut Submitter<'_>, grant: u64) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().resume_grant(grant)).await?)
}

/// Ends a grant for good: the enterprise revokes it, user and provider end it.
pub async fn end(submitter: &mut Submitter<'_>, grant: u64, reason: GrantReason) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().end_grant(grant, Static(reason))).await?)
}

/// Says that what was got has been deleted.
pub async fn acknowledge_deletion(
    submitter: &mut Submitter<'_>,
    grant: u64,
    statement: Option<Commitment>,
) -> Result<Changed, SubmitError> {
    changed(grant, submitter.run(&api::tx().grants().acknowledge_deletion(grant, statement.map(Static))).await?)
}

/// A receipt that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// The grant.
    pub grant: u64,
    /// The receipt's number.
    pub number: u32,
    /// Whether it was there already, and nothing was written.
    pub unchanged: bool,
    /// How many uses are taken now, where that changed.
    pub count: Option<u32>,
    /// Unix second from which a reservation holds no more.
    pub lapses: Option<u64>,
    /// The transaction.
    pub receipt: Receipt,
}

fn written(included: Included) -> Result<Written, SubmitError> {
    use api::grants::events;
    let event = (
        included.events.find::<events::UseReserved>()?,
        included.events.find::<events::UseReported>()?,
        included.events.find::<events::UseRefused>()?,
        included.events.find::<events::ReceiptUnchanged>()?,
    );
    let (grant, number, unchanged, count, lapses) = match event {
        (Some(event), ..) => (event.grant, event.receipt, false, Some(event.count), Some(event.lapses)),
        (_, Some(event), ..) => (event.grant, event.receipt, false, Some(event.count), None),
        (_, _, Some(event), _) => (event.grant, event.receipt, false, None, None),
        (_, _, _, Some(event)) => (event.grant, event.receipt, true, None, None),
        _ => return Err(SubmitError::NoEvent),
    };
    Ok(Written { grant, number, unchanged, count, lapses, receipt: included.receipt })
}

/// Reserves one use. The same ticket again is recognised.
pub async fn reserve(
    submitter: &mut Submitter<'_>,
    grant: u64,
    asked: Use,
    ticket: [u8; 32],
) -> Result<Written, SubmitError> {
    written(submitter.run(&api::tx().grants().reserve_use(grant, Static(asked), ticket)).await?)
}

/// Says what came of a reservation. Gives how many uses are taken now.
pub async fn settle(
    submitter: &mut Submitter<'_>,
    grant: u64,
    number: u32,
    outcome: Outcome,
    result: Option<Commitment>,
) -> Result<Written, SubmitError> {
    let call = api::tx().grants().settle_use(grant, number, Static(outcome), result.map(Static));
    let included = submitter.run(&call).await?;
    match included.events.find::<api::grants::events::UseSettled>()? {
        Some(event) => {
            let count = Some(event.count);
            Ok(Written { grant, number, unchanged: false, count, lapses: None, receipt: included.receipt })
        }
        None => written(included),
    }
}

/// What somebody reports who served data without a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Unix second at which it happened.
    pub happened: u64,
    /// The reservation that it was served against, where that lapsed before it was settled.
    pub reservation: Option<u32>,
    /// The salted digest of what was served.
    pub result: Option<Commitment>,
    /// What tells this report from any other: the same again is recognised.
    pub ticket: [u8; 32],
}

/// Reports a use that happened without a reservation.
pub async fn report(
    submitter: &mut Submitter<'_>,
    grant: u64,
    asked: Use,
    report: Report,
) -> Result<Written, SubmitError> {
    let Report { happened, reservation, result, ticket } = report;
    let report = stored::Report { happened, reservation, result: result.map(Static), ticket };
    written(submitter.run(&api::tx().grants().report_use(grant, Static(asked), report)).await?)
}

/// Records an attempt that was refused.
pub async fn record_denial(
    submitter: &mut Submitter<'_>,
    grant: u64,
    asked: Use,
    reason: Denial,
    ticket: [u8; 32],
) -> Result<Written, SubmitError> {
    written(submitter.run(&api::tx().grants().record_denial(grant, Static(asked), Static(reason), ticket)).await?)
}

/// Agrees to every grant within some terms beforehand, or to none any more.
pub async fn publish_standing_terms(
    submitter: &mut Submitter<'_>,
    terms: Option<StandingTerms>,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().grants().publish_standing_terms(terms.map(Static))).await
}

/// Lets two people of the enterprise sign what gives something away, or one again.
pub async fn require_two(submitter: &mut Submitter<'_>, two: bool) -> Result<(bool, Receipt), SubmitError> {
    let included = submitter.run(&api::tx().grants().require_two(two)).await?;
    let awaits = included.events.find::<api::grants::events::SecondPersonAwaited>()?.is_some();
    Ok((awaits, included.receipt))
}
