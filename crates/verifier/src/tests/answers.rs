//! What evidence proves when it holds.

use super::fixture::*;
use crate::{first_keys, required_keys, verify, verify_file, Conflict, Proven};
use jiandu_primitives::{
    chain::Moment,
    digest::DigestAlg,
    layout,
    record::{DigestRow, RecordState, WithdrawalReason},
    verdict::{Headline, Standing, MAX_ENTRIES},
};
use sp_crypto_hashing::blake2_256;

const WITHDRAWN: RecordState =
    RecordState::Withdrawn { reason: WithdrawalReason::Mistake, at: Moment { block: 9, time: 18 } };

/// What is proved of document 1 in record 1 with this head.
fn proven_with(newest: (u32, u32), state: RecordState, rewrites: &[(u32, u32)]) -> Proven {
    let mut world = World::new();
    for digest in document(1) {
        world.hold(digest, &[anchor(1, at(0, 0))]);
    }
    world.record(1, at(newest.0, newest.1), state, rewrites);
    let validators = Validators::new(4);
    verify(&world.evidence(&validators, &document(1), &[]), &validators.trust()).expect("holds")
}

#[test]
fn evidence_should_prove_a_current_document_for_one_and_for_four_validators() {
    for (count, signed) in [(1, 1), (4, 3)] {
        let validators = Validators::new(count);
        let evidence = World::usual(&validators);
        let proven = verify_file(&file(&evidence), &validators.trust()).expect("holds");
        assert_eq!(proven.headline(), Ok(Headline::Current));
        assert_eq!((proven.block, proven.time, proven.hash), (NUMBER, TIME, blake2_256(&evidence.header)));
        let mut signers: Vec<_> = (0..signed).map(|index| validators.id(index)).collect();
        signers.sort();
        assert_eq!((proven.signers, proven.validators), (signers, usize::from(count)));
        assert!(!proven.conflict);
        assert_eq!(proven.verdicts.len(), 2);
        for ((found, verdict), asked) in proven.verdicts.iter().zip(document(1)) {
            assert_eq!(*found, asked);
            assert_eq!(verdict.as_of, Moment { block: NUMBER, time: TIME });
            assert_eq!((verdict.entries.len(), verdict.unlisted), (1, 0));
            assert_eq!(verdict.entries[0].standing, Standing::Current);
            assert_eq!(verdict.entries[0].anchor, anchor(1, at(0, 0)));
        }
    }
}

#[test]
fn evidence_should_prove_every_standing() {
    let misfiled = RecordState::Misfiled { to: object(2), at: Moment::default() };
    let cases = [
        ((2, 0), RecordState::Live, vec![], Standing::Superseded { by: at(1, 0) }),
        ((0, 1), RecordState::Live, vec![(0, 0)], Standing::Overwritten { by: at(0, 1) }),
        ((1, 0), WITHDRAWN, vec![], Standing::Withdrawn),
        ((0, 0), misfiled, vec![], Standing::Misfiled),
    ];
    for (newest, state, rewrites, standing) in cases {
        let proven = proven_with(newest, state, &rewrites);
        assert_eq!(proven.headline(), Ok(Headline::NotCurrent), "{standing:?}");
        assert!(proven.verdicts.iter().all(|(_, verdict)| verdict.entries[0].standing == standing), "{standing:?}");
    }
}

#[test]
fn evidence_should_prove_absence() {
    for count in [1, 4] {
        let validators = Validators::new(count);
        let proven = verify(&World::absence(&validators), &validators.trust()).expect("holds");
        assert_eq!(proven.headline(), Ok(Headline::Unknown));
        assert!(proven.verdicts.iter().all(|(_, verdict)| verdict.entries.is_empty() && verdict.unlisted == 0));
    }
}

#[test]
fn evidence_should_list_every_record_oldest_first() {
    let validators = Validators::new(4);
    let proven = verify(&World::shared(&validators), &validators.trust()).expect("holds");
    assert_eq!(proven.headline(), Ok(Headline::Current));
    for (_, verdict) in &proven.verdicts {
        // Record 5 is in the row; the others are in the order of their blocks, not of the file.
        let objects: Vec<_> = verdict.entries.iter().map(|entry| entry.anchor.object).collect();
        assert_eq!(objects, [object(5), object(4), object(3)]);
        let standings: Vec<_> = verdict.entries.iter().map(|entry| entry.standing).collect();
        let superseded = |version| Standing::Superseded { by: at(version, 0) };
        assert_eq!(standings, [superseded(1), superseded(2), Standing::Current]);
    }
}

#[test]
fn evidence_should_count_the_records_beyond_the_sixteenth() {
    let validators = Validators::new(4);
    let mut world = World::new();
    for digest in document(1) {
        world.hold(digest, &(1..=20).map(|n| anchor(n, at(0, 0))).collect::<Vec<_>>());
    }
    for n in 1..=20 {
        world.record(n, at(0, 0), RecordState::Live, &[]);
    }
    let listed: Vec<u8> = (5..=19).collect();
    let proven = verify(&world.evidence(&validators, &document(1), &listed), &validators.trust()).expect("holds");
    assert!(proven.verdicts.iter().all(|(_, verdict)| (verdict.entries.len(), verdict.unlisted) == (MAX_ENTRIES, 4)));
    assert!(!proven.conflict);
}

#[test]
fn digests_of_different_documents_should_conflict() {
    let validators = Validators::new(4);
    let [blake3, sm3] = document(1);
    let sha256 = digest(DigestAlg::Sha256, 1);
    let mut world = World::new();
    for n in 1..=3 {
        world.record(n, at(0, 0), RecordState::Live, &[]);
    }
    world.hold(blake3, &[anchor(1, at(0, 0)), anchor(2, at(0, 0))]);
    // One is unknown; one is in other records.
    let unknown = world.evidence(&validators, &[blake3, sm3], &[2]);
    world.hold(sm3, &[anchor(3, at(0, 0))]);
    let other = world.evidence(&validators, &[blake3, sm3], &[2]);
    world.hold(sha256, &[anchor(2, at(0, 0)), anchor(1, at(0, 0))]);
    let another_first = world.evidence(&validators, &[blake3, sha256], &[1, 2]);
    for evidence in [unknown, other] {
        let proven = verify_file(&file(&evidence), &validators.trust()).expect("holds");
        assert!(proven.conflict);
        assert_eq!(proven.headline(), Err(Conflict));
    }
    // Records in another order, or more of them for one digest, leave what both name.
    let proven = verify_file(&file(&another_first), &validators.trust()).expect("holds");
    assert_eq!((proven.conflict, proven.headline()), (false, Ok(Headline::Current)));
}

#[test]
fn a_digest_anchored_beside_many_forged_ones_should_leave_the_verdict_as_it_is() {
    let validators = Validators::new(4);
    let [blake3, sm3] = document(1);
    let mut world = World::new();
    for n in 1..=30 {
        world.record(n, at(0, 0), RecordState::Live, &[]);
    }
    // Record 1 holds the document; 29 others hold its SM3 digest beside other BLAKE3 digests, the last one came first.
    world.hold(blake3, &[anchor(1, at(0, 0))]);
    world.hold(sm3, &std::iter::once(30).chain(1..=29).map(|n| anchor(n, at(0, 0))).collect::<Vec<_>>());
    for listed in [(1..=15).collect::<Vec<u8>>(), (1..=20).collect()] {
        let evidence = world.evidence(&validators, &[blake3, sm3], &listed);
        let proven = verify_file(&file(&evidence), &validators.trust()).expect("holds");
        assert_eq!((proven.conflict, proven.headline()), (false, Ok(Headline::Current)));
        assert_eq!(proven.agreed().expect("no conflict").entries.len(), 1);
    }
}

#[test]
fn required_keys_should_name_each_row_once() {
    let [blake3, sm3] = document(1);
    let row = |records| Some(DigestRow::V1 { records, anchor: anchor(5, at(0, 0)) });
    let keys = required_keys(&[(blake3, row(2)), (sm3, row(1))], &[object(3)]);
    let mut expected = first_keys(&[blake3, sm3]);
    expected.extend([
        layout::object(&object(5)),
        layout::object(&object(3)),
        layout::more_anchors(&blake3, &object(3)),
    ]);
    expected.sort();
    assert_eq!(keys, expected);
    let mut absent = first_keys(&[blake3]);
    absent.sort();
    assert_eq!(required_keys(&[(blake3, None)], &[]), absent);
}

#[test]
fn evidence_should_stay_small() {
    let validators = Validators::new(4);
    assert!(file(&World::usual(&validators)).len() < 10_240);
}
