//! The members of the consortium: organisations, their keys, and who may act for whom.
//!
//! The council admits organisations, and their administrators admit keys; [`Authority`] says which of both asks.

mod council;
mod motion;
mod types;

pub use council::{council_close, council_motions, council_vote, Authority, Outcome, VoteOutcome};
pub use motion::{Motion, MotionCall};
pub use types::{
    Deputation, KeyStatus, KeyView, Membership, NewKey, OrganisationDetail, OrganisationStatus, OrganisationView,
    StatusChange,
};

use crate::{
    chain::{api, runtime_types::bounded_collections::bounded_vec::BoundedVec, Hash},
    connection::{Connection, ConnectionError},
    state::State,
    submit::{Receipt, SubmitError, Submitter},
    AccountId,
};
use council::act;
pub(crate) use council::{propose as propose_to_council, Threshold};
use jiandu_primitives::{
    member::{Custody, EndReason, Handle, OrganisationKind, Roles},
    name::MAX_NAME,
    refusal::Refusal,
    uscc::Uscc,
};
use sp_crypto_hashing::blake2_256;
use subxt::utils::Static;

/// Most seats of the council.
const MAX_SEATS: u32 = 32;

/// All organisations, in the order of their codes.
pub async fn list(connection: &Connection) -> Result<Vec<OrganisationView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows = state.rows(api::storage().members().organisations(), ()).await?;
    let mut organisations: Vec<OrganisationView> =
        rows.into_iter().map(|(code, row)| OrganisationView::new(code, row)).collect();
    organisations.sort_by_key(|organisation| organisation.organisation);
    Ok(organisations)
}

/// An organisation with its keys and every status it has had.
pub async fn show(connection: &Connection, code: Uscc) -> Result<Option<OrganisationDetail>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let Some(row) = state.get(api::storage().members().organisations(), (Static(code),)).await? else {
        return Ok(None);
    };
    let mut changes: Vec<(u32, StatusChange)> = state
        .rows(api::storage().members().status_changes(), (Static(code),))
        .await?
        .into_iter()
        .map(|(number, change)| (number, change.into()))
        .collect();
    changes.sort_by_key(|(number, _)| *number);
    Ok(Some(OrganisationDetail {
        organisation: OrganisationView::new(code, row),
        keys: keys_in(&state, code).await?,
        changes: changes.into_iter().map(|(_, change)| change).collect(),
    }))
}

/// The registered name of an organisation.
pub async fn name(connection: &Connection, code: Uscc) -> Result<Option<String>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let row = state.get(api::storage().members().organisations(), (Static(code),)).await?;
    Ok(row.map(|row| OrganisationView::new(code, row).name))
}

/// The keys of an organisation, in the order of their accounts, each with its last deputation.
async fn keys_in(state: &State, code: Uscc) -> Result<Vec<KeyView>, ConnectionError> {
    let mut keys = Vec::new();
    for (account, row) in state.rows(api::storage().members().keys(), ()).await? {
        if row.organisation.0 != code {
            continue;
        }
        let deputation = match row.deputations.checked_sub(1) {
            Some(last) => state.get(api::storage().members().deputations(), (AccountId(account), last)).await?,
            None => None,
        };
        let deputation = deputation.map(Into::into);
        keys.push(KeyView { deputation, ..KeyView::new(AccountId(account), row) });
    }
    keys.sort_by_key(|key| key.account);
    Ok(keys)
}

/// Whom a key acts for now, or why the chain refuses it. The chain itself answers.
pub async fn membership(
    connection: &Connection,
    account: AccountId,
) -> Result<Result<Membership, Refusal>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let answer = state.view(api::view_functions().members().membership(account)).await?;
    Ok(answer.map(Into::into).map_err(|refusal| refusal.0))
}

/// A new random handle (经办人代号) for a person.
pub fn random_handle() -> Result<Handle, crate::key_file::KeyError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| crate::key_file::KeyError::NoRandomness)?;
    Ok(Handle(bytes))
}

/// Admits an organisation with its first administrator. For the council.
pub async fn admit_organisation(
    submitter: &mut Submitter<'_>,
    organisation: Uscc,
    kind: OrganisationKind,
    name: &str,
    administrator: NewKey,
) -> Result<Outcome, SubmitError> {
    let name = name.trim().as_bytes().to_vec();
    if !u32::try_from(name.len()).is_ok_and(|length| length <= MAX_NAME) {
        return Err(SubmitError::TooMany { found: name.len(), limit: MAX_NAME });
    }
    let call = api::tx().members().admit_organisation(
        Static(organisation),
        Static(kind),
        BoundedVec(name),
        administrator.into(),
    );
    act(submitter, Authority::Council, &call).await
}

/// Suspends an organisation: all of its keys are refused from then on. For the council.
pub async fn suspend_organisation(
    submitter: &mut Submitter<'_>,
    organisation: Uscc,
    reason: EndReason,
) -> Result<Outcome, SubmitError> {
    let call = api::tx().members().suspend_organisation(Static(organisation), Static(reason));
    act(submitter, Authority::Council, &call).await
}

/// Ends the suspension of an organisation. For the council.
pub async fn reinstate_organisation(submitter: &mut Submitter<'_>, organisation: Uscc) -> Result<Outcome, SubmitError> {
    act(submitter, Authority::Council, &api::tx().members().reinstate_organisation(Static(organisation))).await
}

/// Removes an organisation for good. For the council.
pub async fn remove_organisation(
    submitter: &mut Submitter<'_>,
    organisation: Uscc,
    reason: EndReason,
) -> Result<Outcome, SubmitError> {
    let call = api::tx().members().remove_organisation(Static(organisation), Static(reason));
    act(submitter, Authority::Council, &call).await
}

/// Admits a key of an organisation.
pub async fn admit_key(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    organisation: Uscc,
    key: NewKey,
) -> Result<Outcome, SubmitError> {
    act(submitter, authority, &api::tx().members().admit_key(Static(organisation), key.into())).await
}

/// Replaces the key that signs by another of the same person; the old one ends at once.
pub async fn rotate_key(
    submitter: &mut Submitter<'_>,
    successor: AccountId,
    custody: Custody,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().members().rotate_key(successor, Static(custody))).await
}

/// Ends a key for good. What it signed stays valid.
pub async fn revoke_key(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    key: AccountId,
    reason: EndReason,
) -> Result<Outcome, SubmitError> {
    act(submitter, authority, &api::tx().members().revoke_key(key, Static(reason))).await
}

/// Suspends a key until it is reinstated.
pub async fn suspend_key(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    key: AccountId,
) -> Result<Outcome, SubmitError> {
    act(submitter, authority, &api::tx().members().suspend_key(key)).await
}

/// Ends the suspension of a key.
pub async fn reinstate_key(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    key: AccountId,
) -> Result<Outcome, SubmitError> {
    act(submitter, authority, &api::tx().members().reinstate_key(key)).await
}

/// Ends all keys of a person, present and future ones, from a time in Unix seconds on.
pub async fn end_handle(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    organisation: Uscc,
    handle: Handle,
    from: u64,
    reason: EndReason,
) -> Result<Outcome, SubmitError> {
    let call = api::tx().members().end_handle(Static(organisation), Static(handle), from, Static(reason));
    act(submitter, authority, &call).await
}

/// Gives a key more roles for a window (代岗), in Unix seconds. For an administrator of its organisation.
pub async fn appoint_deputy(
    submitter: &mut Submitter<'_>,
    key: AccountId,
    roles: Roles,
    from: u64,
    until: u64,
) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().members().appoint_deputy(key, Static(roles), from, until)).await
}

/// Ends a deputation of a key before its time. For an administrator of its organisation.
pub async fn end_deputation(submitter: &mut Submitter<'_>, key: AccountId) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().members().end_deputation(key)).await
}

/// Names the X25519 key that documents for one's own organisation are encrypted to from now on. For an administrator of it. Gives
/// whether it was that before, and nothing was written.
pub async fn register_encryption_key(
    submitter: &mut Submitter<'_>,
    public: [u8; 32],
) -> Result<(bool, Receipt), SubmitError> {
    let included = submitter.run(&api::tx().members().register_encryption_key(public)).await?;
    let unchanged = included.events.find::<api::members::events::EncryptionKeyUnchanged>()?.is_some();
    Ok((unchanged, included.receipt))
}

/// The X25519 key that documents for an organisation are encrypted to now; none where it registered none.
pub async fn encryption_key(connection: &Connection, code: Uscc) -> Result<Option<[u8; 32]>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let count = state.get(api::storage().members().encryption_key_count(), (Static(code),)).await?;
    let Some(newest) = count.and_then(|count| count.checked_sub(1)) else { return Ok(None) };
    let row = state.get(api::storage().members().encryption_keys(), (Static(code), newest)).await?;
    Ok(row.map(|row| row.public))
}

/// Gives the council's seats to these accounts. For the council, by two thirds.
pub async fn seat_council(submitter: &mut Submitter<'_>, members: &[AccountId]) -> Result<Outcome, SubmitError> {
    let found = members.len();
    if !u32::try_from(found).is_ok_and(|count| count <= MAX_SEATS) {
        return Err(SubmitError::TooMany { found, limit: MAX_SEATS });
    }
    let call = api::tx().governance().seat_council(BoundedVec(members.to_vec()));
    propose_to_council(submitter, Threshold::TwoThirds, &call).await
}

/// Authorises a runtime by the hash of its code. For the council, by two thirds.
pub async fn authorize_upgrade(submitter: &mut Submitter<'_>, code: &[u8]) -> Result<Outcome, SubmitError> {
    let hash = Hash::from(blake2_256(code));
    propose_to_council(submitter, Threshold::TwoThirds, &api::tx().governance().authorize_upgrade(hash)).await
}

/// Hands in the code of a runtime that the council has authorised: it takes effect with the next block.
pub async fn apply_upgrade(submitter: &mut Submitter<'_>, code: Vec<u8>) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().system().apply_authorized_upgrade(code)).await
}
