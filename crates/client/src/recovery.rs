//! Recovery of document keys: to whom every document key is wrapped beside its owner, and every time that one was recovered.

use crate::{
    chain::{api, runtime_types::pallet_jiandu_recovery::types as stored},
    connection::{Connection, ConnectionError},
    members::{propose_to_council, Outcome, Threshold},
    state::State,
    submit::{SubmitError, Submitter},
};
use jiandu_primitives::{chain::Moment, grant::RecoveryReason, header::Locator, uscc::Uscc};
use serde::Serialize;
use subxt::utils::Static;

/// To whom document keys are wrapped beside their owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// Its X25519 public key.
    #[serde(with = "jiandu_vault::hex_text")]
    pub public: [u8; 32],
    /// How many custodians have to come together.
    pub threshold: u8,
    /// How many there are.
    pub shares: u8,
}

impl From<stored::Recipient> for Recipient {
    fn from(recipient: stored::Recipient) -> Self {
        let stored::Recipient { public, threshold, shares } = recipient;
        Self { public, threshold, shares }
    }
}

/// A key that was recovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RecoveryView {
    /// Its number among the owner's.
    pub number: u32,
    /// Where the document lies.
    pub locator: Locator,
    /// Why.
    pub reason: RecoveryReason,
    /// When this was recorded.
    pub at: Moment,
}

/// Names the recovery recipient. For the council.
pub async fn set_recipient(submitter: &mut Submitter<'_>, recipient: Recipient) -> Result<Outcome, SubmitError> {
    let Recipient { public, threshold, shares } = recipient;
    let recipient = stored::Recipient { public, threshold, shares };
    propose_to_council(submitter, Threshold::Majority, &api::tx().recovery().set_recipient(recipient)).await
}

/// Records that the key of a document is recovered, before it is. `number` is that of the owner's next recovery. For the council.
pub async fn record_recovery(
    submitter: &mut Submitter<'_>,
    owner: Uscc,
    number: u32,
    locator: Locator,
    reason: RecoveryReason,
) -> Result<Outcome, SubmitError> {
    let call = api::tx().recovery().record_recovery(Static(owner), number, Static(locator), Static(reason));
    propose_to_council(submitter, Threshold::Majority, &call).await
}

/// The recovery recipient now; none where the council named none.
pub async fn recipient(connection: &Connection) -> Result<Option<Recipient>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let count = state.get(api::storage().recovery().recipient_count(), ()).await?;
    let Some(newest) = count.and_then(|count| count.checked_sub(1)) else { return Ok(None) };
    let row = state.get(api::storage().recovery().recipients(), (newest,)).await?;
    Ok(row.map(|row| row.recipient.into()))
}

/// Every recovery of a key of an owner's document, oldest first.
pub async fn recoveries(connection: &Connection, owner: Uscc) -> Result<Vec<RecoveryView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(u32, _)> = state.rows(api::storage().recovery().recoveries(), (Static(owner),)).await?;
    let mut found: Vec<_> = rows
        .into_iter()
        .map(|(number, row)| RecoveryView { number, locator: row.locator.0, reason: row.reason.0, at: row.at.0 })
        .collect();
    found.sort_by_key(|recovery| recovery.number);
    Ok(found)
}
