//! Votes: who must sign what for a block to be final.

use super::fixture::*;
use crate::{
    finality::{signers, Commit, Hash},
    FinalityError, Header, TrustError, VerifyError,
};
use codec::{Decode, Encode};
use finality_grandpa::{voter_set::VoterSet, Chain, Error};
use proptest::prelude::*;
use sp_crypto_hashing::blake2_256;
use std::collections::BTreeMap;

fn block() -> Vec<u8> {
    header_of([0xFA; 32], NUMBER, [7; 32])
}

/// Who is found to have signed.
fn check(ballot: &Ballot, validators: &Validators) -> Result<usize, VerifyError> {
    let block = block();
    let header = Header::from_bytes(&block).expect("a header");
    signers(&ballot.encode(validators), &header, &validators.trust()).map(|signers| signers.len())
}

#[test]
fn more_than_two_thirds_should_be_needed() {
    for (count, needed) in [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (6, 5), (7, 5), (10, 7)] {
        let validators = Validators::new(count);
        let mut ballot = Ballot::new(&block(), &validators);
        ballot.headers.clear();
        ballot.votes = (0..usize::from(count)).map(|by| (by, ballot.hash, NUMBER)).collect();
        assert_eq!(check(&ballot, &validators), Ok(usize::from(count)));
        ballot.votes.truncate(needed);
        assert_eq!(check(&ballot, &validators), Ok(needed));
        ballot.votes.pop();
        let error = FinalityError::TooFewVotes { found: needed - 1, needed: needed as u64 };
        assert_eq!(check(&ballot, &validators), Err(error.into()));
    }
}

#[test]
fn a_vote_should_be_signed_for_its_round_set_and_block() {
    let validators = Validators::new(4);
    let block = block();
    let header = Header::from_bytes(&block).expect("a header");
    let ballot = Ballot::new(&block, &validators);
    let signer = validators.id(0);
    let bad = |signer| Err(VerifyError::from(FinalityError::BadSignature { signer }));
    let justification = ballot.encode(&validators);
    for set_id in [2, 4] {
        let trust = crate::Trust { set_id, ..validators.trust() };
        assert_eq!(signers(&justification, &header, &trust), bad(signer));
    }
    let mut other_round = justification.clone();
    other_round[0] ^= 1;
    assert_eq!(signers(&other_round, &header, &validators.trust()), bad(signer));
    // A signature on a prevote for the same block is not one on a precommit.
    let message =
        [[0].as_slice(), &ballot.hash, &NUMBER.to_le_bytes(), &ROUND.to_le_bytes(), &3u64.to_le_bytes()].concat();
    let mut prevote = justification;
    let start = 8 + 36 + 1 + 36;
    prevote[start..start + 64].copy_from_slice(&validators.keys[0].sign(&message).to_bytes());
    assert_eq!(signers(&prevote, &header, &validators.trust()), bad(signer));
}

#[test]
fn votes_and_headers_should_be_refused_for_what_is_wrong_with_them() {
    let validators = Validators::new(4);
    let good = Ballot::new(&block(), &validators);
    assert_eq!(check(&good, &validators), Ok(3));
    let with = |change: &dyn Fn(&mut Ballot)| {
        let mut ballot = good.clone();
        change(&mut ballot);
        check(&ballot, &validators)
    };
    let sibling = header_of([0xFA; 32], NUMBER, [8; 32]);
    let (sibling_hash, last) = (blake2_256(&sibling), validators.id(2));
    let child = good.headers[0].clone();
    let misnumbered = header_of(good.hash, NUMBER + 2, [1; 32]);
    type Case<'a> = (&'a dyn Fn(&mut Ballot), FinalityError);
    let cases: [Case<'_>; 14] = [
        (&|b| b.hash[0] ^= 1, FinalityError::OtherBlock),
        (&|b| b.number += 1, FinalityError::OtherNumber { found: NUMBER + 1 }),
        (&|b| b.votes.push((1, b.hash, NUMBER)), FinalityError::DuplicateVote { signer: validators.id(1) }),
        // An equivocation is a duplicate too.
        (&|b| b.votes.push((2, b.hash, NUMBER)), FinalityError::DuplicateVote { signer: last }),
        (&|b| drop(b.headers.remove(0)), FinalityError::Unconnected { signer: last }),
        (&|b| b.headers.clear(), FinalityError::Unconnected { signer: last }),
        (&|b| b.votes[2] = (2, sibling_hash, NUMBER), FinalityError::Unconnected { signer: last }),
        (&|b| b.votes[2] = (2, [0xFA; 32], NUMBER - 1), FinalityError::Unconnected { signer: last }),
        (&|b| b.votes[2].2 += 1, FinalityError::VoteNumber { signer: last }),
        (&|b| b.votes[1].2 += 1, FinalityError::VoteNumber { signer: validators.id(1) }),
        (
            &|b| {
                b.headers = vec![misnumbered.clone()];
                b.votes[2] = (2, blake2_256(&misnumbered), NUMBER + 2);
            },
            FinalityError::VoteNumber { signer: last },
        ),
        (&|b| b.headers.push(child.clone()), FinalityError::DuplicateHeader),
        (&|b| b.headers.push(sibling.clone()), FinalityError::UnusedHeader),
        (&|b| b.votes.truncate(2), FinalityError::UnusedHeader),
    ];
    for (change, error) in cases {
        assert_eq!(with(change), Err(error.into()));
    }
    // The finalised block's own header connects nothing.
    assert_eq!(with(&|b| b.headers.push(block())), Err(FinalityError::UnusedHeader.into()));
}

#[test]
fn votes_of_strangers_should_be_refused() {
    let validators = Validators::new(5);
    let block = block();
    let header = Header::from_bytes(&block).expect("a header");
    let justification = Ballot::new(&block, &validators).encode(&validators);
    let mut trust = validators.trust();
    trust.authorities.remove(3);
    let error = FinalityError::UnknownSigner { signer: validators.id(3) };
    assert_eq!(signers(&justification, &header, &trust), Err(error.into()));
}

#[test]
fn a_justification_should_decode_wholly() {
    let validators = Validators::new(4);
    let block = block();
    let header = Header::from_bytes(&block).expect("a header");
    let justification = Ballot::new(&block, &validators).encode(&validators);
    for end in 0..justification.len() {
        let error = FinalityError::Malformed;
        assert_eq!(signers(&justification[..end], &header, &validators.trust()), Err(error.into()));
    }
    let longer = [justification.as_slice(), &[0, 0]].concat();
    let error = FinalityError::TrailingBytes { found: 2 };
    assert_eq!(signers(&longer, &header, &validators.trust()), Err(error.into()));
    let mut ballot = Ballot::new(&block, &validators);
    ballot.votes = vec![(0, ballot.hash, NUMBER); crate::MAX_VOTES + 1];
    ballot.headers.clear();
    let error = FinalityError::TooManyVotes { found: crate::MAX_VOTES + 1 };
    assert_eq!(check(&ballot, &validators), Err(error.into()));
}

#[test]
fn trust_should_be_refused_when_it_is_no_set_of_validators() {
    let validators = Validators::new(4);
    let evidence = World::usual(&validators);
    let refused = |authorities| crate::verify(&evidence, &crate::Trust { authorities, ..validators.trust() });
    let first = validators.id(0);
    let not_a_point = (0..=u8::MAX)
        .map(|byte| crate::AuthorityId([byte; 32]))
        .find(|id| ed25519_zebra::VerificationKey::try_from(id.0).is_err())
        .expect("half of all encodings are none");
    assert_eq!(refused(vec![]), Err(TrustError::NoAuthorities.into()));
    let error = TrustError::DuplicateAuthority { authority: first };
    assert_eq!(refused(vec![first, first]), Err(error.into()));
    assert_eq!(refused(vec![not_a_point]), Err(TrustError::BadKey { authority: not_a_point }.into()));
    let found = crate::MAX_AUTHORITIES + 1;
    assert_eq!(refused(vec![first; found]), Err(TrustError::TooManyAuthorities { found }.into()));
}

/// The headers of a justification, as `finality_grandpa` wants to ask about them.
struct Headers(BTreeMap<Hash, Hash>);

impl Chain<Hash, u32> for Headers {
    fn ancestry(&self, base: Hash, mut block: Hash) -> Result<Vec<Hash>, Error> {
        let mut route = Vec::new();
        while block != base {
            block = *self.0.get(&block).ok_or(Error::NotDescendent)?;
            route.push(block);
        }
        route.pop();
        Ok(route)
    }
}

proptest! {
    /// On ballots without anything but votes on a small tree of blocks, we accept what the chain's own code accepts,
    /// and beyond that only votes whose common block is above the target, which finalise the target all the more.
    #[test]
    fn ballots_should_count_as_finality_grandpa_counts_them(choices in proptest::collection::vec(0usize..6, 1..8)) {
        let validators = Validators::new(7);
        let block = block();
        let hash = blake2_256(&block);
        // The block, a child, two grandchildren, and a sibling of the block.
        let child = header_of(hash, NUMBER + 1, [1; 32]);
        let left = header_of(blake2_256(&child), NUMBER + 2, [2; 32]);
        let right = header_of(blake2_256(&child), NUMBER + 2, [3; 32]);
        let targets = [(&block, 0), (&child, 1), (&left, 2), (&right, 2)]
            .map(|(header, above)| (blake2_256(header), NUMBER + above));
        let mut ballot = Ballot { round: ROUND, hash, number: NUMBER, votes: Vec::new(), headers: Vec::new() };
        for (by, choice) in choices.iter().enumerate() {
            // Two of the six choices are not to vote.
            if let Some((hash, number)) = targets.get(*choice) {
                ballot.votes.push((by, *hash, *number));
            }
        }
        let voted = |index: usize| ballot.votes.iter().any(|(_, hash, _)| *hash == targets[index].0);
        for (needed, header) in
            [(voted(1) || voted(2) || voted(3), &child), (voted(2), &left), (voted(3), &right)]
        {
            if needed {
                ballot.headers.push(header.clone());
            }
        }
        let justification = ballot.encode(&validators);
        let commit = Commit::decode(&mut &justification[8..]).expect("a commit");
        prop_assert_eq!(commit.encode(), &justification[8..8 + commit.encoded_size()]);
        let parents = ballot.headers.iter().map(|header| {
            let header = Header::from_bytes(header).expect("a header");
            (header.hash, header.parent_hash)
        });
        let voters = VoterSet::new((0..7).map(|index| (validators.id(index), 1))).expect("voters");
        let theirs = finality_grandpa::validate_commit(&commit, &voters, &Headers(parents.collect()));
        let theirs = theirs.expect("no foreign block").is_valid();
        let ours = check(&ballot, &validators);
        prop_assert_eq!(ours.is_ok(), ballot.votes.len() >= 5);
        prop_assert!(ours.is_ok() || !theirs);
        if voted(0) {
            let above = ballot.votes.iter().filter(|(_, hash, _)| *hash != targets[0].0).count();
            prop_assert_eq!(ours.is_ok() && above < 5, theirs);
        }
    }
}
