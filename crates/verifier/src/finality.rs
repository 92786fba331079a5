//! Whether the trusted validators finalised a block: the check of a GRANDPA justification.
//!
//! ```text
//! justification: round u64 ‖ commit (target hash 32 ‖ target number u32 ‖ votes) ‖ headers between votes and target
//! vote:          block hash 32 ‖ block number u32 ‖ Ed25519 signature 64 ‖ validator 32
//! signed:        1 (a precommit) ‖ block hash ‖ block number ‖ round u64 ‖ set id u64
//! ```
//!
//! The block is final when more than two thirds of the set signed precommits, of one round, for it or for descendants
//! of it (arXiv:2007.01560, §2). `finality_grandpa::validate_commit` decides the same from a graph of votes, but
//! ignores strangers' votes, counts on the caller to remove double ones, and leaves signatures and headers to him.
//! Evidence must have one form and nothing unchecked in it, so each of those is refused here, which leaves nothing for
//! the graph to find out: what remains is a count, held against that crate's own threshold.

use crate::{
    bytes,
    error::{FinalityError, TrustError, VerifyError},
    header::Header,
    trust::{AuthorityId, Trust},
};
use alloc::collections::{btree_map::Entry, BTreeMap, BTreeSet};
use codec::{Decode, Encode};
use ed25519_zebra::Signature;
use finality_grandpa::voter_set::VoterSet;

/// Most votes of a justification.
pub const MAX_VOTES: usize = crate::trust::MAX_AUTHORITIES;

pub(crate) type Hash = [u8; 32];
pub(crate) type Commit = finality_grandpa::Commit<Hash, u32, [u8; 64], AuthorityId>;
pub(crate) type Vote = finality_grandpa::SignedPrecommit<Hash, u32, [u8; 64], AuthorityId>;
pub(crate) type Message = finality_grandpa::Message<Hash, u32>;

/// The validators that are shown to have finalised the block: more than two thirds of those trusted.
pub(crate) fn signers(
    justification: &[u8],
    block: &Header<'_>,
    trust: &Trust,
) -> Result<BTreeSet<AuthorityId>, VerifyError> {
    let keys = trust.keys()?;
    let mut rest = justification;
    let round = u64::decode(&mut rest).map_err(|_| FinalityError::Malformed)?;
    let commit = Commit::decode(&mut rest).map_err(|_| FinalityError::Malformed)?;
    let mut ancestry = Ancestry::read(&mut rest, block)?;
    if !rest.is_empty() {
        return Err(FinalityError::TrailingBytes { found: rest.len() }.into());
    }
    if commit.target_hash != block.hash {
        return Err(FinalityError::OtherBlock.into());
    }
    if commit.target_number != block.number {
        return Err(FinalityError::OtherNumber { found: commit.target_number }.into());
    }
    if commit.precommits.len() > MAX_VOTES {
        return Err(FinalityError::TooManyVotes { found: commit.precommits.len() }.into());
    }

    let mut signers = BTreeSet::new();
    for vote in &commit.precommits {
        let signer = vote.id;
        let key = keys.get(&signer).ok_or(FinalityError::UnknownSigner { signer })?;
        if !signers.insert(signer) {
            return Err(FinalityError::DuplicateVote { signer }.into());
        }
        ancestry.follow(vote)?;
        key.verify(&Signature::from_bytes(&vote.signature), &payload(vote, round, trust.set_id))
            .map_err(|_| FinalityError::BadSignature { signer })?;
    }
    ancestry.finish()?;

    let voters = VoterSet::new(keys.keys().map(|id| (*id, 1))).ok_or(TrustError::NoAuthorities)?;
    let needed = voters.threshold().get();
    let found = signers.len();
    if u64::try_from(found).unwrap_or(0) < needed {
        return Err(FinalityError::TooFewVotes { found, needed }.into());
    }
    Ok(signers)
}

/// What a validator signs.
pub(crate) fn payload(vote: &Vote, round: u64, set_id: u64) -> alloc::vec::Vec<u8> {
    (Message::Precommit(vote.precommit.clone()), round, set_id).encode()
}

/// The headers that connect the votes to the finalised block.
struct Ancestry {
    block: Hash,
    number: u32,
    /// Parent and number of each header by its hash.
    headers: BTreeMap<Hash, (Hash, u32)>,
    /// Those on the way from a vote to the block.
    followed: BTreeSet<Hash>,
}

impl Ancestry {
    fn read(input: &mut &[u8], block: &Header<'_>) -> Result<Self, FinalityError> {
        let count = bytes::length(input).ok_or(FinalityError::Malformed)?;
        let mut headers = BTreeMap::new();
        for _ in 0..count {
            let header = Header::read(input).map_err(|_| FinalityError::Malformed)?;
            match headers.entry(header.hash) {
                Entry::Vacant(place) => place.insert((header.parent_hash, header.number)),
                Entry::Occupied(_) => return Err(FinalityError::DuplicateHeader),
            };
        }
        Ok(Self { block: block.hash, number: block.number, headers, followed: BTreeSet::new() })
    }

    /// Follows a vote down to the block, header by header.
    fn follow(&mut self, vote: &Vote) -> Result<(), FinalityError> {
        let signer = vote.id;
        let (mut hash, mut number) = (vote.precommit.target_hash, vote.precommit.target_number);
        while hash != self.block {
            let (parent, own) = *self.headers.get(&hash).ok_or(FinalityError::Unconnected { signer })?;
            if own != number {
                return Err(FinalityError::VoteNumber { signer });
            }
            if !self.followed.insert(hash) {
                // An earlier vote came this way and reached the block.
                return Ok(());
            }
            hash = parent;
            number = number.checked_sub(1).ok_or(FinalityError::VoteNumber { signer })?;
        }
        if number == self.number {
            Ok(())
        } else {
            Err(FinalityError::VoteNumber { signer })
        }
    }

    fn finish(self) -> Result<(), FinalityError> {
        if self.followed.len() == self.headers.len() {
            Ok(())
        } else {
            Err(FinalityError::UnusedHeader)
        }
    }
}
