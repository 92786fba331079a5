//! Evidence that does not hold, and the reason that is given.

use super::fixture::*;
use crate::{verify, ClaimError, EvidenceV1, Header, HeaderError, ProofError, VerifyError, ALL_CODES};
use jiandu_primitives::{
    chain::{GenesisHash, GenesisRow},
    layout,
    record::{AnchorRow, DigestRow, RecordState},
};
use std::collections::BTreeSet;

fn refused(evidence: &EvidenceV1) -> VerifyError {
    verify(evidence, &Validators::new(4).trust()).expect_err("does not hold")
}

#[test]
fn a_header_should_be_refused_when_it_does_not_decode_wholly() {
    let header = header_of([1; 32], NUMBER, [2; 32]);
    let decoded = Header::from_bytes(&header).expect("a header");
    assert_eq!((decoded.number, decoded.parent_hash, decoded.state_root), (NUMBER, [1; 32], [2; 32]));
    assert_eq!(decoded.extrinsics_root, [0xE0; 32]);
    assert_eq!(decoded.logs, &header[32 + 2 + 64 + 1..]);
    for end in 0..header.len() {
        assert_eq!(Header::from_bytes(&header[..end]), Err(HeaderError::Malformed));
    }
    let longer = [header.as_slice(), &[0; 3]].concat();
    assert_eq!(Header::from_bytes(&longer), Err(HeaderError::TrailingBytes { found: 3 }));
    for found in [1, 2, 3, 7, 9, 255] {
        let mut unknown = header.clone();
        unknown[32 + 2 + 64 + 1] = found;
        assert_eq!(Header::from_bytes(&unknown), Err(HeaderError::UnknownLog { found }));
    }
    let mut evidence = World::usual(&Validators::new(4));
    evidence.header.push(0);
    assert_eq!(refused(&evidence), HeaderError::TrailingBytes { found: 1 }.into());
}

#[test]
fn evidence_should_be_refused_under_another_trust() {
    let validators = Validators::new(4);
    let evidence = World::usual(&validators);
    let found = GENESIS;
    let trust = crate::Trust { genesis: GenesisHash([1; 32]), ..validators.trust() };
    assert_eq!(verify(&evidence, &trust), Err(ClaimError::OtherGenesis { found }.into()));
    let strangers = Validators { keys: Validators::new(9).keys.split_off(8), set_id: 3 };
    assert!(matches!(verify(&evidence, &strangers.trust()), Err(VerifyError::Finality(_))));
}

#[test]
fn a_header_of_another_block_should_be_refused() {
    let validators = Validators::new(4);
    let mut evidence = World::usual(&validators);
    evidence.header = World::absence(&validators).header;
    assert_eq!(refused(&evidence).code(), "finality-other-block");
}

#[test]
fn a_proof_should_have_exactly_the_nodes_that_are_read() {
    let validators = Validators::new(4);
    let evidence = World::shared(&validators);
    for index in 0..evidence.proof.len() {
        let mut missing = evidence.clone();
        missing.proof.remove(index);
        assert_eq!(refused(&missing), ProofError::MissingNode.into());
        let mut twice = evidence.clone();
        twice.proof.push(evidence.proof[index].clone());
        assert_eq!(refused(&twice), ProofError::DuplicateNode.into());
    }
    for extra in [Vec::new(), vec![0], vec![7; 5_000]] {
        let mut more = evidence.clone();
        more.proof.push(extra);
        assert_eq!(refused(&more), ProofError::UnusedNode.into());
    }
    let mut none = evidence.clone();
    none.proof.clear();
    assert_eq!(refused(&none), ProofError::MissingNode.into());
    let mut reversed = evidence;
    reversed.proof.reverse();
    assert!(verify(&reversed, &validators.trust()).is_ok());
}

#[test]
fn a_missing_node_should_never_pass_for_absence() {
    let validators = Validators::new(4);
    let evidence = World::absence(&validators);
    for index in 0..evidence.proof.len() {
        let mut missing = evidence.clone();
        missing.proof.remove(index);
        assert_eq!(refused(&missing), ProofError::MissingNode.into());
    }
    // The proof of one digest's absence is none of another's presence, and the other way round.
    let mut swapped = World::usual(&validators);
    swapped.digests = evidence.digests;
    assert!(matches!(refused(&swapped), VerifyError::Proof(_)));
}

#[test]
fn signed_nonsense_in_place_of_a_node_should_be_refused() {
    let validators = Validators::new(4);
    let mut evidence = World::usual(&validators);
    for node in [vec![], vec![0xFF], vec![0, 0], vec![0b1000_0000, 0, 0], vec![0b0100_0001, 0x10, 0], vec![1]] {
        evidence.header = header_of([0xFA; 32], NUMBER, sp_crypto_hashing::blake2_256(&node));
        evidence.justification = Ballot::new(&evidence.header, &validators).encode(&validators);
        evidence.proof = vec![node];
        assert_eq!(refused(&evidence), ProofError::BadNode.into());
    }
}

/// Evidence about document 1 (records 5, 3 and 4) from a state that was changed.
fn changed(change: impl FnOnce(&mut World), objects: &[u8]) -> VerifyError {
    let mut world = World::new();
    for digest in document(1) {
        world.hold(digest, &[anchor(5, at(0, 0)), anchor(3, at(0, 0)), anchor(4, at(0, 0))]);
    }
    for n in 3..=6 {
        world.record(n, at(0, 0), RecordState::Live, &[]);
    }
    change(&mut world);
    refused(&world.evidence(&Validators::new(4), &document(1), objects))
}

#[test]
fn an_incomplete_answer_should_be_refused() {
    let [blake3, sm3] = document(1);
    let incomplete = |found, needed| VerifyError::from(ClaimError::Incomplete { found, needed });
    let unneeded = |n| VerifyError::from(ClaimError::UnneededObject { object: object(n) });
    assert_eq!(changed(|_| (), &[]), incomplete(1, 3));
    assert_eq!(changed(|_| (), &[3]), incomplete(2, 3));
    assert_eq!(changed(|_| (), &[3, 6]), incomplete(2, 3));
    assert_eq!(changed(|_| (), &[3, 4, 6]), unneeded(6));
    assert_eq!(changed(|_| (), &[3, 4, 5]), unneeded(5));
    // More rows than the count says, and a list of a digest that is alone or unknown.
    let two = DigestRow::V1 { records: 2, anchor: anchor(5, at(0, 0)) };
    assert_eq!(changed(|world| world.set(layout::digest(&blake3), two), &[3, 4]), incomplete(3, 2));
    let alone = |world: &mut World| {
        for digest in [blake3, sm3] {
            world.hold(digest, &[anchor(5, at(0, 0))]);
        }
    };
    assert_eq!(changed(alone, &[3]), unneeded(3));
    let unknown = |world: &mut World| {
        for digest in [blake3, sm3] {
            world.0.remove(&layout::digest(&digest));
        }
    };
    assert_eq!(changed(unknown, &[3]), unneeded(3));
    // Of very many records, sixteen.
    let many = DigestRow::V1 { records: u32::MAX, anchor: anchor(5, at(0, 0)) };
    assert_eq!(changed(|world| world.set(layout::digest(&sm3), many), &[3, 4]), incomplete(3, 16));
}

#[test]
fn a_state_that_contradicts_itself_should_be_refused() {
    let [blake3, _] = document(1);
    let key = layout::more_anchors(&blake3, &object(3));
    let head = layout::object(&object(4));
    let mismatch = |n| VerifyError::from(ClaimError::RowMismatch { object: object(n) });
    let none = DigestRow::V1 { records: 0, anchor: anchor(5, at(0, 0)) };
    let other = AnchorRow::V1(anchor(6, at(0, 0)));
    let bad = |row| VerifyError::from(ClaimError::BadRow { row });
    assert_eq!(changed(|world| world.set(layout::digest(&blake3), none), &[3, 4]), mismatch(5));
    assert_eq!(changed(|world| world.set(key.clone(), other), &[3, 4]), mismatch(6));
    let missing = ClaimError::HeadMissing { object: object(4) };
    assert_eq!(changed(|world| drop(world.0.remove(&head)), &[3, 4]), missing.into());
    let gone = |key: Vec<u8>| move |world: &mut World| drop(world.0.remove(&key));
    assert_eq!(changed(gone(layout::genesis()), &[3, 4]), ClaimError::GenesisMissing.into());
    assert_eq!(changed(gone(layout::timestamp_now()), &[3, 4]), ClaimError::TimeMissing.into());
    // One byte too many, and a form of the row that is not known.
    let rows = [
        (layout::genesis(), "Chain::Genesis"),
        (layout::timestamp_now(), "Timestamp::Now"),
        (key, "Records::MoreAnchors"),
        (head, "Records::Objects"),
    ];
    for (key, row) in rows {
        assert_eq!(changed(|world| world.0.get_mut(&key).expect("a row").push(0), &[3, 4]), bad(row));
    }
    let future = |world: &mut World| world.set(layout::genesis(), (1u8, [0u8; 32]));
    assert_eq!(changed(future, &[3, 4]), bad("Chain::Genesis"));
    let foreign = GenesisHash([2; 32]);
    let error = changed(|world| world.set(layout::genesis(), GenesisRow::V1(foreign)), &[3, 4]);
    assert_eq!(error, ClaimError::OtherGenesis { found: foreign }.into());
}

#[test]
fn codes_should_be_distinct_words() {
    let distinct: BTreeSet<_> = ALL_CODES.iter().collect();
    assert_eq!(distinct.len(), ALL_CODES.len());
    assert!(ALL_CODES.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
    for error in [
        VerifyError::from(ClaimError::HeadMissing { object: object(4) }),
        ProofError::BadNode.into(),
        HeaderError::UnknownLog { found: 3 }.into(),
    ] {
        assert!(ALL_CODES.contains(&error.code()), "{error}");
    }
    let error = VerifyError::from(ClaimError::Incomplete { found: 1, needed: 2 });
    assert_eq!(error.to_string(), "1 records are shown to hold the digest, a complete answer shows 2");
}
