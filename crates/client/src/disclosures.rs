//! Disclosures: submitted by one person as a commitment, reviewed and published by another; freezes.
//!
//! A maker hands the [`Handover`] to the checker beside the documents: it has what the commitment on the chain hides.

mod handover;
mod types;

pub use handover::{disclosure_target, Handover};
pub use types::{Decision, FreezeView, PublicationView, Reason, Stage, SubmissionView};

use crate::{
    chain::{
        api,
        runtime_types::{bounded_collections::bounded_vec::BoundedVec, pallet_jiandu_disclosures::types as stored},
    },
    connection::{Connection, ConnectionError},
    members,
    state::State,
    submit::{dispatch_error, Included, Receipt, SubmitError, Submitter},
    AccountId,
};
use jiandu_primitives::{
    disclosure::{Disclosure, DisclosureClass, FreezeReason, ReviewReason},
    record::{ObjectId, SnapshotRef, VersionRef},
    refusal::Refusal,
    uscc::Uscc,
};
use serde::Serialize;
use subxt::utils::Static;

/// Most items of one bulk publication, as the runtime has it.
pub const MAX_ITEMS: usize = 100;
/// Most documents of one bulk publication, as the runtime has it.
pub const MAX_BULK_DOCUMENTS: usize = 500;

/// What a submission came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Submitted {
    /// Its number.
    pub submission: u64,
    /// Whether it was there already, and nothing was written.
    pub unchanged: bool,
    /// The transaction.
    pub receipt: Receipt,
}

fn unchanged(included: Included) -> Result<Submitted, SubmitError> {
    let event = included.events.find::<api::disclosures::events::SubmissionUnchanged>()?;
    let submission = event.ok_or(SubmitError::NoEvent)?.submission;
    Ok(Submitted { submission, unchanged: true, receipt: included.receipt })
}

/// Submits a commitment to an exchange.
pub async fn submit(
    submitter: &mut Submitter<'_>,
    exchange: Uscc,
    class: DisclosureClass,
    commitment: [u8; 32],
) -> Result<Submitted, SubmitError> {
    let call = api::tx().disclosures().submit(Static(exchange), Static(class), commitment);
    let included = submitter.run(&call).await?;
    match included.events.find::<api::disclosures::events::Submitted>()? {
        Some(event) => Ok(Submitted { submission: event.submission, unchanged: false, receipt: included.receipt }),
        None => unchanged(included),
    }
}

/// Submits several commitments, one transaction behind the other. What became of each is in the state: [`submissions_of`].
pub async fn submit_all(
    submitter: &mut Submitter<'_>,
    exchange: Uscc,
    commitments: &[(DisclosureClass, [u8; 32])],
) -> Result<Receipt, SubmitError> {
    let submit =
        |(class, commitment): &(_, _)| api::tx().disclosures().submit(Static(exchange), Static(*class), *commitment);
    let calls: Vec<_> = commitments.iter().map(submit).collect();
    submitter.submit_all(&calls).await
}

/// Submits another commitment under the number of one that was returned, or that waits still.
pub async fn resubmit(
    submitter: &mut Submitter<'_>,
    submission: u64,
    class: DisclosureClass,
    commitment: [u8; 32],
) -> Result<Submitted, SubmitError> {
    let included = submitter.run(&api::tx().disclosures().resubmit(submission, Static(class), commitment)).await?;
    match included.events.find::<api::disclosures::events::Resubmitted>()? {
        Some(_) => Ok(Submitted { submission, unchanged: false, receipt: included.receipt }),
        None => unchanged(included),
    }
}

/// Takes a submission back.
pub async fn retract(submitter: &mut Submitter<'_>, submission: u64) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().retract(submission)).await
}

/// Takes a colleague's submission into one's own hands.
pub async fn take_over(submitter: &mut Submitter<'_>, submission: u64) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().take_over(submission)).await
}

fn reason(reason: Reason<ReviewReason>) -> stored::Reason<Static<ReviewReason>> {
    stored::Reason { code: Static(reason.code), text: reason.text }
}

/// Returns a submission to its maker. `commitment` is what was looked at.
pub async fn send_back(
    submitter: &mut Submitter<'_>,
    submission: u64,
    commitment: [u8; 32],
    why: Reason<ReviewReason>,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().return_submission(submission, commitment, reason(why))).await
}

/// Rejects a submission for good.
pub async fn reject(
    submitter: &mut Submitter<'_>,
    submission: u64,
    commitment: [u8; 32],
    why: Reason<ReviewReason>,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().reject(submission, commitment, reason(why))).await
}

/// Accepts a submission, to be published later: before `not_before` by nobody.
pub async fn accept(
    submitter: &mut Submitter<'_>,
    submission: u64,
    commitment: [u8; 32],
    not_before: Option<u64>,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().accept(submission, commitment, not_before)).await
}

/// What publishing would come to for this key, as of the newest block. Only the node that is asked sees the disclosure.
pub async fn rehearse_publication(
    connection: &Connection,
    key: AccountId,
    handover: &Handover,
) -> Result<Result<(), SubmitError>, ConnectionError> {
    let state = State::at(connection, connection.best_hash().await?).await?;
    let Handover { submission, salt, disclosure, .. } = handover;
    let view =
        api::view_functions().disclosures().rehearse_publication(key, *submission, *salt, Static(disclosure.clone()));
    let answer = state.view(view).await?;
    match answer {
        Ok(()) => Ok(Ok(())),
        Err(error) => Ok(Err(in_words(connection, key, dispatch_error(&error, state.runtime().metadata_ref())).await?)),
    }
}

/// What submitting and publishing this disclosure would come to, but for the second person.
pub async fn rehearse_submission(
    connection: &Connection,
    key: AccountId,
    exchange: Uscc,
    disclosure: &Disclosure,
) -> Result<Result<(), SubmitError>, ConnectionError> {
    let state = State::at(connection, connection.best_hash().await?).await?;
    let view = api::view_functions().disclosures();
    let view = view.rehearse_submission(key, Static(exchange), Static(disclosure.clone()));
    let answer = state.view(view).await?;
    match answer {
        Ok(()) => Ok(Ok(())),
        Err(error) => Ok(Err(in_words(connection, key, dispatch_error(&error, state.runtime().metadata_ref())).await?)),
    }
}

/// A refusal as the pool would tell it: the chain's rehearsal knows only that the key may not, the members' standing says why.
async fn in_words(connection: &Connection, key: AccountId, error: SubmitError) -> Result<SubmitError, ConnectionError> {
    if !matches!(&error, SubmitError::Dispatch(origin) if origin == "BadOrigin") {
        return Ok(error);
    }
    match members::membership(connection, key).await? {
        // A key of an enterprise is no member's.
        Ok(_) | Err(Refusal::UnknownKey) => Ok(error),
        Err(refusal) => Ok(SubmitError::Refused(refusal)),
    }
}

/// What a publication did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The newest snapshot.
    pub snapshot: SnapshotRef,
    /// The transaction.
    pub receipt: Receipt,
}

/// Publishes a disclosure.
pub async fn publish(submitter: &mut Submitter<'_>, handover: &Handover) -> Result<Published, SubmitError> {
    let Handover { submission, salt, disclosure, .. } = handover;
    let call = api::tx().disclosures().publish(*submission, *salt, Static(disclosure.clone()));
    let included = submitter.run(&call).await?;
    let published = included.events.find::<api::disclosures::events::Published>()?;
    let snapshot = published.ok_or(SubmitError::NoEvent)?.snapshot.0;
    Ok(Published { snapshot, receipt: included.receipt })
}

/// What the publication of a submission did that is final; none where it is not published.
pub async fn published(
    connection: &Connection,
    submission: &SubmissionView,
) -> Result<Option<Published>, ConnectionError> {
    let Some((snapshot, at)) = submission.snapshot.zip(submission.ended) else { return Ok(None) };
    Ok(Some(Published { snapshot, receipt: Receipt::of_final(connection, at.block).await? }))
}

/// What became of each item of a bulk publication, in their order.
pub type Results = Vec<(u64, Result<SnapshotRef, SubmitError>)>;

/// Publishes several disclosures under one signature, at most [`MAX_ITEMS`] with [`MAX_BULK_DOCUMENTS`] together.
pub async fn publish_many(
    submitter: &mut Submitter<'_>,
    handovers: &[Handover],
) -> Result<(Results, Receipt), SubmitError> {
    if handovers.len() > MAX_ITEMS {
        return Err(SubmitError::TooMany { found: handovers.len(), limit: MAX_ITEMS as u32 });
    }
    let items = handovers.iter().map(|handover| stored::Item {
        submission: handover.submission,
        salt: handover.salt,
        disclosure: Static(handover.disclosure.clone()),
    });
    let included = submitter.run(&api::tx().disclosures().publish_many(BoundedVec(items.collect()))).await?;
    let mut results = Results::new();
    for event in included.events.iter() {
        let event = event?;
        if let Some(published) = event.decode_fields_as::<api::disclosures::events::Published>() {
            let published = published.map_err(|_| ConnectionError::malformed("an event"))?;
            results.push((published.submission, Ok(published.snapshot.0)));
        } else if let Some(refused) = event.decode_fields_as::<api::disclosures::events::NotPublished>() {
            let refused = refused.map_err(|_| ConnectionError::malformed("an event"))?;
            results.push((refused.submission, Err(included.events.refusal(&refused.error))));
        }
    }
    Ok((results, included.receipt))
}

/// Freezes a record.
pub async fn freeze(
    submitter: &mut Submitter<'_>,
    object: ObjectId,
    why: Reason<FreezeReason>,
) -> Result<Receipt, SubmitError> {
    let reason = stored::Reason { code: Static(why.code), text: why.text };
    submitter.submit(&api::tx().disclosures().freeze(Static(object), reason)).await
}

/// Ends the freeze of a record.
pub async fn unfreeze(submitter: &mut Submitter<'_>, object: ObjectId) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().disclosures().unfreeze(Static(object))).await
}

/// A submission in the newest final block; none where none has this number.
pub async fn submission(connection: &Connection, number: u64) -> Result<Option<SubmissionView>, ConnectionError> {
    submission_in(&State::finalized(connection).await?, number).await
}

/// The same in the newest block, which may still be replaced.
pub async fn submission_newest(
    connection: &Connection,
    number: u64,
) -> Result<Option<SubmissionView>, ConnectionError> {
    submission_in(&State::at(connection, connection.best_hash().await?).await?, number).await
}

async fn submission_in(state: &State, number: u64) -> Result<Option<SubmissionView>, ConnectionError> {
    let row = state.get(api::storage().disclosures().submissions(), (number,)).await?;
    Ok(row.map(|row| SubmissionView::new(number, row)))
}

/// What became of an organisation's commitments, in their order, as of the newest final block: where it submitted one.
pub async fn submissions_of(
    connection: &Connection,
    organisation: Uscc,
    commitments: &[[u8; 32]],
) -> Result<Vec<Option<SubmissionView>>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut found = Vec::with_capacity(commitments.len());
    for commitment in commitments {
        let number = state.get(api::storage().disclosures().commitments(), (Static(organisation), *commitment)).await?;
        let row = match number {
            Some(number) => {
                state.get(api::storage().disclosures().submissions(), (number,)).await?.map(|row| (number, row))
            }
            None => None,
        };
        found.push(row.map(|(number, row)| SubmissionView::new(number, row)));
    }
    Ok(found)
}

/// What waits at an exchange, oldest first.
pub async fn waiting(connection: &Connection, exchange: Uscc) -> Result<Vec<SubmissionView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let numbers: Vec<(u64, _)> = state.rows(api::storage().disclosures().open(), (Static(exchange),)).await?;
    let mut found = Vec::with_capacity(numbers.len());
    for (number, ()) in numbers {
        let row = state.get(api::storage().disclosures().submissions(), (number,)).await?;
        let row = row.ok_or_else(|| ConnectionError::malformed("Disclosures.Open"))?;
        found.push(SubmissionView::new(number, row));
    }
    found.sort_by_key(|submission| submission.submission);
    Ok(found)
}

/// What is known of the publications of a record, by version.
pub async fn publications(
    connection: &Connection,
    object: ObjectId,
) -> Result<Vec<(VersionRef, PublicationView)>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(VersionRef, _)> = state.rows(api::storage().disclosures().publications(), (Static(object),)).await?;
    let mut rows: Vec<_> = rows.into_iter().map(|(at, row)| (at, PublicationView::from(row))).collect();
    rows.sort_by_key(|(at, _)| *at);
    Ok(rows)
}

/// The freezes that a record had, oldest first.
pub async fn freezes(connection: &Connection, object: ObjectId) -> Result<Vec<FreezeView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(u32, _)> = state.rows(api::storage().disclosures().freezes(), (Static(object),)).await?;
    let mut rows: Vec<_> = rows.into_iter().map(|(number, row)| (number, FreezeView::from(row))).collect();
    rows.sort_by_key(|(number, _)| *number);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}
