//! Acting through the council: proposing, voting, closing.

use super::motion::{Motion, MotionCall};
use crate::{
    chain::{
        api,
        runtime_types::{jiandu_runtime::RuntimeCall, sp_weights::weight_v2::Weight},
        Hash,
    },
    connection::{Connection, ConnectionError},
    state::State,
    submit::{incompatible, Included, Receipt, SubmitError, Submitter},
    AccountId, BlockHash,
};
use serde::Serialize;
use subxt::{ext::scale_decode::DecodeAsType, transactions::Payload};

/// The most that closing a motion may take: a tenth of a second of computing and a proof of 4 MiB. What is not used is given back.
const CLOSING: Weight = Weight { ref_time: 100_000_000_000, proof_size: 4_194_304 };

/// In whose name a key manages members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// The council's: the call becomes a motion, which a council of one carries at once.
    Council,
    /// Its own organisation's, as its administrator: the call is sent as it is.
    Administrator,
}

/// How an act ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// It is done, in an administrator's name.
    Done(Receipt),
    /// It is done, in the council's name.
    Executed(Receipt),
    /// It waits for the council's votes; the proposer's is given.
    Proposed {
        /// The motion.
        motion: Box<Motion>,
        /// The transaction that proposed it.
        receipt: Receipt,
    },
}

/// How a vote ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum VoteOutcome {
    /// More votes are needed.
    Open {
        /// The motion as it stands.
        motion: Box<Motion>,
        /// The transaction that voted.
        receipt: Receipt,
    },
    /// The motion was carried and executed.
    Executed(Receipt),
    /// The motion was rejected.
    Rejected(Receipt),
}

/// Does what a call says, in the name of an authority.
pub(super) async fn act<C: Payload>(
    submitter: &mut Submitter<'_>,
    authority: Authority,
    call: &C,
) -> Result<Outcome, SubmitError> {
    match authority {
        Authority::Administrator => submitter.submit(call).await.map(Outcome::Done),
        Authority::Council => propose(submitter, Threshold::Majority, call).await,
    }
}

/// How much of the council must be for a motion, as the runtime asks for the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Threshold {
    /// More than half of the seats: members and their keys.
    Majority,
    /// At least two thirds of the seats: the council itself, the rules and the finality of the chain.
    TwoThirds,
}

impl Threshold {
    /// How many of so many seats that is.
    const fn of(self, seats: u32) -> u32 {
        match self {
            Self::Majority => (seats / 2).saturating_add(1),
            Self::TwoThirds => seats.saturating_mul(2).div_ceil(3),
        }
    }
}

/// Puts a call to the vote; a council of one carries it at once.
pub(crate) async fn propose<C: Payload>(
    submitter: &mut Submitter<'_>,
    threshold: Threshold,
    call: &C,
) -> Result<Outcome, SubmitError> {
    let state = State::finalized(submitter.connection()).await?;
    let seats = seats(&state).await?;
    let metadata = state.runtime().metadata_ref();
    let encoded = state.runtime().tx();
    encoded.validate(call).map_err(|_| incompatible(call))?;
    let encoded = encoded.call_data(call).map_err(|error| SubmitError::Encoding(error.to_string()))?;
    let proposal = RuntimeCall::decode_as_type(&mut &*encoded, metadata.outer_enums().call_enum_ty(), metadata.types())
        .map_err(|_| incompatible(call))?;
    let length = u32::try_from(encoded.len()).unwrap_or(u32::MAX);
    // The call itself was compared with the chain's above. The proposal's type is that of all calls there are, which every
    // release changes: a council of any release must be able to authorise the next one.
    let motion = api::tx().council().propose(threshold.of(seats), proposal, length).unvalidated();
    let included = submitter.run(&motion).await?;
    if let Some(executed) = included.events.find::<api::council::events::Executed>()? {
        included.events.check_result(executed.result)?;
        return Ok(Outcome::Executed(included.receipt));
    }
    let proposed = included.events.find::<api::council::events::Proposed>()?.ok_or(SubmitError::NoEvent)?;
    // Whoever proposes is for it, which the pallet does not assume.
    let voted = submitter.run(&api::tx().council().vote(proposed.proposal_hash, proposed.proposal_index, true)).await?;
    let motion = Motion {
        index: proposed.proposal_index,
        hash: BlockHash(proposed.proposal_hash.0),
        call: MotionCall::decode(&encoded, state.runtime()),
        ayes: vec![submitter.key().account()],
        nays: Vec::new(),
        threshold: proposed.threshold,
        seats,
        end: end_of(submitter.connection(), &voted, proposed.proposal_hash).await?,
    };
    Ok(Outcome::Proposed { motion: Box::new(motion), receipt: included.receipt })
}

async fn seats(state: &State) -> Result<u32, ConnectionError> {
    let members = state.get(api::storage().council().members(), ()).await?.unwrap_or_default();
    Ok(u32::try_from(members.len()).unwrap_or(u32::MAX))
}

/// The last block for votes on a motion, as of the block of a transaction.
async fn end_of(connection: &Connection, at: &Included, motion: Hash) -> Result<u32, SubmitError> {
    let state = State::at(connection, Hash::from(at.receipt.block_hash.0)).await?;
    let voting = state.get(api::storage().council().voting(), (motion,)).await?;
    voting.map(|voting| voting.end).ok_or(SubmitError::NoEvent)
}

/// The open motions, oldest first.
pub async fn council_motions(connection: &Connection) -> Result<Vec<Motion>, ConnectionError> {
    let state = State::finalized(connection).await?;
    motions(&state).await
}

async fn motions(state: &State) -> Result<Vec<Motion>, ConnectionError> {
    let seats = seats(state).await?;
    let hashes = state.get(api::storage().council().proposals(), ()).await?;
    let mut motions = Vec::new();
    for hash in hashes.map(|hashes| hashes.0).unwrap_or_default() {
        // One that closes between two reads cannot be: both are of the same block.
        let voting = state.get(api::storage().council().voting(), (hash,)).await?;
        let encoded = state.get_raw(api::storage().council().proposal_of(), (hash,)).await?;
        let (Some(voting), Some(encoded)) = (voting, encoded) else { continue };
        motions.push(Motion {
            index: voting.index,
            hash: BlockHash(hash.0),
            call: MotionCall::decode(&encoded, state.runtime()),
            ayes: voting.ayes,
            nays: voting.nays,
            threshold: voting.threshold,
            seats,
            end: voting.end,
        });
    }
    motions.sort_by_key(|motion| motion.index);
    Ok(motions)
}

/// The open motion with a number, and the length of its encoded call.
async fn motion(state: &State, index: u32) -> Result<(Motion, u32), SubmitError> {
    let motions = motions(state).await?;
    let motion =
        motions.into_iter().find(|motion| motion.index == index).ok_or(SubmitError::UnknownMotion { index })?;
    let encoded = state.get_raw(api::storage().council().proposal_of(), (Hash::from(motion.hash.0),)).await?;
    let length = u32::try_from(encoded.unwrap_or_default().len()).unwrap_or(u32::MAX);
    Ok((motion, length))
}

/// Votes on a motion, and closes it where that decides it. The same vote again only closes.
pub async fn council_vote(
    submitter: &mut Submitter<'_>,
    index: u32,
    approve: bool,
) -> Result<VoteOutcome, SubmitError> {
    let state = State::finalized(submitter.connection()).await?;
    let (before, _) = motion(&state, index).await?;
    let account: AccountId = submitter.key().account();
    let given = if approve { &before.ayes } else { &before.nays };
    if given.contains(&account) && before.is_decided() {
        return council_close(submitter, index).await;
    }
    let voted = submitter.run(&api::tx().council().vote(Hash::from(before.hash.0), index, approve)).await?;
    let state = State::at(submitter.connection(), Hash::from(voted.receipt.block_hash.0)).await?;
    let (after, length) = motion(&state, index).await?;
    if after.is_decided() {
        return close(submitter, &after, length).await;
    }
    Ok(VoteOutcome::Open { motion: Box::new(after), receipt: voted.receipt })
}

/// Closes a motion that is decided, or whose time is over.
pub async fn council_close(submitter: &mut Submitter<'_>, index: u32) -> Result<VoteOutcome, SubmitError> {
    let state = State::finalized(submitter.connection()).await?;
    let (motion, length) = motion(&state, index).await?;
    close(submitter, &motion, length).await
}

async fn close(submitter: &mut Submitter<'_>, motion: &Motion, length: u32) -> Result<VoteOutcome, SubmitError> {
    let call = api::tx().council().close(Hash::from(motion.hash.0), motion.index, CLOSING, length);
    let included = submitter.run(&call).await?;
    if let Some(executed) = included.events.find::<api::council::events::Executed>()? {
        included.events.check_result(executed.result)?;
        return Ok(VoteOutcome::Executed(included.receipt));
    }
    match included.events.find::<api::council::events::Disapproved>()? {
        Some(_) => Ok(VoteOutcome::Rejected(included.receipt)),
        None => Err(SubmitError::NoEvent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_votes_should_be_asked_for_as_the_act_needs_and_not_one_more() {
        let of = |threshold: Threshold| (1..=7).map(|seats| threshold.of(seats)).collect::<Vec<_>>();
        assert_eq!(of(Threshold::Majority), [1, 2, 2, 3, 3, 4, 4]);
        assert_eq!(of(Threshold::TwoThirds), [1, 2, 2, 3, 4, 4, 5]);
        for seats in 1..=32 {
            let (majority, two_thirds) = (Threshold::Majority.of(seats), Threshold::TwoThirds.of(seats));
            assert!(majority * 2 > seats && (majority - 1) * 2 <= seats);
            assert!(two_thirds * 3 >= seats * 2 && (two_thirds - 1) * 3 < seats * 2);
        }
    }

    #[test]
    fn a_motion_should_be_decided_as_soon_as_the_rest_cannot_change_it() {
        let motion = |ayes: u8, nays: u8| Motion {
            index: 0,
            hash: BlockHash([0; 32]),
            call: MotionCall::SuspendKey { key: AccountId([0; 32]) },
            ayes: (0..ayes).map(|n| AccountId([n; 32])).collect(),
            nays: (0..nays).map(|n| AccountId([n; 32])).collect(),
            threshold: 3,
            seats: 4,
            end: 0,
        };
        assert!(!motion(2, 1).is_decided() && motion(3, 0).is_decided() && motion(0, 2).is_decided());
    }
}
