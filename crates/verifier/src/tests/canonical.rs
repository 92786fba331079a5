//! Justifications as nodes give them, brought into the form that evidence holds.

use super::fixture::*;
use crate::{canonical_justification, finality::signers, FinalityError, Header, VerifyError};
use proptest::prelude::*;
use sp_crypto_hashing::blake2_256;

fn block() -> Vec<u8> {
    header_of([0xFA; 32], NUMBER, [7; 32])
}

fn check(justification: &[u8], validators: &Validators) -> Result<usize, VerifyError> {
    let block = block();
    let header = Header::from_bytes(&block).expect("a header");
    signers(justification, &header, &validators.trust()).map(|signers| signers.len())
}

fn canonical(justification: &[u8]) -> Vec<u8> {
    canonical_justification(justification, &Header::from_bytes(&block()).expect("a header")).expect("it decodes")
}

#[test]
fn a_validator_that_voted_twice_should_not_keep_the_others_votes_from_counting() {
    let validators = Validators::new(4);
    let mut ballot = Ballot::new(&block(), &validators);
    // The first validator votes for the block and, in the same round, for a block of another branch.
    let fork = header_of([0xFB; 32], NUMBER + 1, [9; 32]);
    for place in [0, 1, ballot.votes.len()] {
        let mut twice = ballot.clone();
        twice.votes.insert(place, (0, blake2_256(&fork), NUMBER + 1));
        twice.headers.push(fork.clone());
        let justification = twice.encode(&validators);
        assert!(matches!(check(&justification, &validators), Err(VerifyError::Finality(_))));
        assert_eq!(check(&canonical(&justification), &validators), Ok(3));
    }
    // Two votes on one branch.
    ballot.votes.insert(1, (0, ballot.hash, NUMBER));
    let signer = validators.id(0);
    let justification = ballot.encode(&validators);
    assert_eq!(check(&justification, &validators), Err(FinalityError::DuplicateVote { signer }.into()));
    assert_eq!(check(&canonical(&justification), &validators), Ok(3));
}

#[test]
fn votes_for_the_block_should_stay_as_they_are_and_none_be_invented() {
    let validators = Validators::new(4);
    let ballot = Ballot::new(&block(), &validators);
    let justification = ballot.encode(&validators);
    assert_eq!(check(&canonical(&justification), &validators), Ok(3));
    assert_eq!(canonical(&canonical(&justification)), canonical(&justification));
    let few = Ballot { votes: ballot.votes[..2].to_vec(), ..ballot };
    let found = check(&canonical(&few.encode(&validators)), &validators);
    assert_eq!(found, Err(FinalityError::TooFewVotes { found: 2, needed: 3 }.into()));
}

proptest! {
    #[test]
    fn no_bytes_should_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..400, bit in 0u8..8) {
        let block = block();
        let header = Header::from_bytes(&block).expect("a header");
        let nothing = canonical_justification(&bytes, &header);
        prop_assert!(nothing.is_none_or(|canonical| canonical.len() <= bytes.len() + 8));
        let validators = Validators::new(4);
        let mut changed = Ballot::new(&block, &validators).encode(&validators);
        let at = at % changed.len();
        changed[at] ^= 1 << bit;
        if let Some(canonical) = canonical_justification(&changed, &header) {
            prop_assert!(canonical.len() <= changed.len());
        }
    }
}
