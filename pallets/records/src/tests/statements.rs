//! Seals and references.
use super::{create, object, overwrite, signed, update, version, withdraw};
use crate::{mock::*, Error, Event, References, Seals, Snapshots};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    chain::GenesisHash,
    record::{ObjectId, ReferenceRow, Relation, SnapshotRef, VersionRef, MAX_REFERENCES},
    seal::{message, Seal, SealKind, SealRow, DEFAULT_SIGNER, MAX_FOREIGN_SEALS, MAX_SEALS},
};
use sm2::{
    dsa::{signature::Signer, SigningKey},
    SecretKey,
};
use sp_core::Pair;

/// What a seal of a snapshot is over.
fn message_of(object: ObjectId, at: VersionRef) -> Vec<u8> {
    let payload = Snapshots::<Test>::get(object, at).expect("a snapshot").into_snapshot().payload;
    message(&GenesisHash([9; 32]), &SnapshotRef { object, at }, &payload)
}

/// The seal of the member's key, in the tests of origins too.
pub(super) fn member_seal(object: ObjectId, at: VersionRef) -> Seal {
    let key = member_key();
    Seal::Sr25519 { public: key.public().0, signature: key.sign(&message_of(object, at)).0 }
}

fn ed25519_seal(object: ObjectId, at: VersionRef) -> Seal {
    let key = member_ed25519_key();
    Seal::Ed25519 { public: key.public().0, signature: key.sign(&message_of(object, at)).0 }
}

fn sm2_seal_by(seed: u8, signer: &str, message: &[u8]) -> Seal {
    let secret = SecretKey::from_slice(&[seed; 32]).expect("a scalar");
    let key = SigningKey::new(signer, &secret).expect("a signer");
    let point = key.verifying_key().as_affine();
    let point = sm2::elliptic_curve::sec1::ToSec1Point::to_sec1_point(point, false);
    let public = point.as_bytes()[1..].try_into().expect("64 bytes");
    let signature: sm2::dsa::Signature = key.sign(message);
    Seal::Sm2 {
        public,
        signer: signer.parse().expect("a label"),
        signature: signature.to_bytes().as_slice().try_into().expect("64 bytes"),
    }
}

fn seal(key: u64, id: &str, at: VersionRef, seal: Seal) -> sp_runtime::DispatchResult {
    Records::seal(signed(key), object(id), at, seal)
}

#[test]
fn a_snapshot_should_take_seals_of_every_kind_without_changing() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        let (a, v0) = (object("a"), version(0));
        let before = Snapshots::<Test>::get(a, v0);
        let seals = [member_seal(a, v0), ed25519_seal(a, v0), sm2_seal_by(3, DEFAULT_SIGNER, &message_of(a, v0))];
        Time::set(5_000);
        for one in &seals {
            assert_ok!(seal(BEARER, "a", v0, one.clone()));
            let SealRow::V1 { seal, sealer, by, at } = Seals::<Test>::get((a, v0, one.id())).expect("a seal");
            assert_eq!((&seal, by, at.time), (one, actor(BEARER).author(), 5_000));
            // Whose an SM2 key is, only its certificate says.
            assert_eq!(sealer, (one.kind() != SealKind::Sm2).then(|| actor(MAKER).author()));
        }
        assert_eq!(Snapshots::<Test>::get(a, v0), before);
        assert_ok!(seal(MAKER, "a", v0, seals[2].clone()));
        System::assert_last_event(Event::RecordUnchanged { object: a, at: v0 }.into());
        assert_eq!(Seals::<Test>::iter_key_prefix((a, v0)).count(), 3);
    });
}

#[test]
fn a_seal_should_stay_valid_when_the_record_moves_on() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        let late = member_seal(object("a"), version(0));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(overwrite(MAKER, "a", version(1), 0, &[Some(&[3]), None]));
        assert_ok!(seal(MAKER, "a", version(0), late));
        let head = VersionRef { version: 1, revision: 1 };
        assert_ok!(Records::withdraw(
            signed(MAKER),
            object("a"),
            head,
            Default::default(),
            jiandu_primitives::record::WithdrawalReason::Legal
        ));
        assert_ok!(seal(MAKER, "a", head, ed25519_seal(object("a"), head)));
    });
}

#[test]
fn a_seal_should_be_refused_when_it_is_over_something_else_or_of_somebody_else() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(MAKER, "b", &[1]));
        let (a, v0) = (object("a"), version(0));
        let invalid = || Error::<Test>::InvalidSeal;
        // Over another record of the same document, over another chain's message, with a bit changed.
        assert_noop!(seal(MAKER, "a", v0, member_seal(object("b"), v0)), invalid());
        assert_noop!(seal(MAKER, "a", v0, ed25519_seal(object("b"), v0)), invalid());
        let foreign = sm2_seal_by(3, DEFAULT_SIGNER, &message_of(object("b"), v0));
        assert_noop!(seal(MAKER, "a", v0, foreign), invalid());
        let good = sm2_seal_by(3, DEFAULT_SIGNER, &message_of(a, v0));
        for bit in (0..512).step_by(37) {
            let mut forged = good.clone();
            if let Seal::Sm2 { signature, .. } = &mut forged {
                signature[bit / 8] ^= 1 << (bit % 8);
            }
            assert_noop!(seal(MAKER, "a", v0, forged), invalid());
            let mut other = good.clone();
            if let Seal::Sm2 { public, .. } = &mut other {
                public[bit / 8] ^= 1 << (bit % 8);
            }
            assert_noop!(seal(MAKER, "a", v0, other), invalid());
        }
        let stranger = sp_core::sr25519::Pair::from_seed(&[77; 32]);
        let public = stranger.public().0;
        let strange = Seal::Sr25519 { public, signature: stranger.sign(&message_of(a, v0)).0 };
        assert_noop!(seal(MAKER, "a", v0, strange), Error::<Test>::SealerNotMember);
        assert_noop!(seal(MAKER, "a", version(1), good.clone()), Error::<Test>::UnknownSnapshot);
        assert_noop!(seal(MAKER, "none", v0, good), Error::<Test>::UnknownSnapshot);
        let personal = sm2_seal_by(3, "430102199001011234", &message_of(a, v0));
        assert_noop!(seal(MAKER, "a", v0, personal), Error::<Test>::PersonalSigner);
    });
}

#[test]
fn a_snapshot_should_take_as_many_seals_as_its_bound() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        let one = |seed: u32| sm2_seal_by(seed as u8 + 1, DEFAULT_SIGNER, &message_of(object("a"), version(0)));
        // Another organisation can't fill what is not its own.
        for seed in 100..100 + MAX_FOREIGN_SEALS {
            assert_ok!(seal(STRANGER, "a", version(0), one(seed)));
        }
        assert_noop!(seal(STRANGER, "a", version(0), one(99)), Error::<Test>::TooManyForeignSeals);
        for seed in 0..MAX_SEALS - MAX_FOREIGN_SEALS {
            assert_ok!(seal(MAKER, "a", version(0), one(seed)));
        }
        assert_noop!(seal(MAKER, "a", version(0), one(MAX_SEALS)), Error::<Test>::TooMany);
        assert_ok!(seal(MAKER, "a", version(0), one(0)));
    });
}

#[test]
fn any_bytes_as_an_sm2_seal_should_be_refused_and_never_panic() {
    use proptest::{array, prelude::*, test_runner::TestRunner};
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        let halves = (array::uniform32(any::<u8>()), array::uniform32(any::<u8>()));
        let mut runner = TestRunner::default();
        let runs = runner.run(&(halves, halves), |((x, y), (r, s))| {
            let join = |one: [u8; 32], two: [u8; 32]| [one, two].concat().try_into().expect("64 bytes");
            let signer = DEFAULT_SIGNER.parse().expect("a label");
            let any = Seal::Sm2 { public: join(x, y), signer, signature: join(r, s) };
            prop_assert_eq!(seal(MAKER, "a", version(0), any), Err(Error::<Test>::InvalidSeal.into()));
            Ok(())
        });
        runs.expect("refused");
    });
}

#[test]
fn a_known_answer_of_another_implementation_should_be_accepted() {
    // Made with OpenSSL 3.0: `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678`.
    let bytes = |hex: &str| -> [u8; 64] { hex::decode(hex).expect("hexadecimal").try_into().expect("64 bytes") };
    let seal = Seal::Sm2 {
        public: bytes(OPENSSL_PUBLIC),
        signer: DEFAULT_SIGNER.parse().expect("a label"),
        signature: bytes(OPENSSL_SIGNATURE),
    };
    assert!(seal.sm2_verifies(b"jiandu"));
    assert!(!seal.sm2_verifies(b"Jiandu"));
}

const OPENSSL_PUBLIC: &str = "88271ca930097ee1bfd406f66302433b8c6fa07191ed31d9d33142af1d5f22d718df33a5e24d69e2056459cf6149036fd470f7784f7d0d8d3c577d38ce686d94";
const OPENSSL_SIGNATURE: &str = "b2e537ba912e336f743450cc53348bf5d01c364b7955d158f9a5d42daab0a7e8ade888a03d271e5511e7fb8ced912cfdac7a575436d1cfea4a9dba3097f98ffa";

fn refer(key: u64, from: (&str, VersionRef), to: (&str, VersionRef), relation: Relation) -> sp_runtime::DispatchResult {
    let target = SnapshotRef { object: object(to.0), at: to.1 };
    Records::refer(signed(key), object(from.0), from.1, target, relation)
}

#[test]
fn a_reference_should_stay_pinned_when_its_target_moves_on() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(STRANGER, "target", &[2]));
        let (v0, basis) = (version(0), Relation::Basis);
        assert_ok!(refer(COLLEAGUE, ("a", v0), ("target", v0), basis));
        let target = SnapshotRef { object: object("target"), at: v0 };
        let row = References::<Test>::get((object("a"), v0, target));
        assert_ok!(update(STRANGER, "target", 0, &[3]));
        assert_eq!(References::<Test>::get((object("a"), v0, target)), row);
        let Some(ReferenceRow::V1 { relation, by, .. }) = row else { panic!("no reference") };
        assert_eq!((relation, by), (basis, actor(COLLEAGUE).author()));
        assert_ok!(refer(MAKER, ("a", v0), ("target", v0), basis));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: v0 }.into());
        assert_noop!(refer(MAKER, ("a", v0), ("target", v0), Relation::Response), Error::<Test>::ReferenceStands);
        // Another snapshot of the same target is another reference.
        assert_ok!(refer(MAKER, ("a", v0), ("target", version(1)), Relation::Response));
    });
}

#[test]
fn a_reference_should_be_refused_when_either_end_is_missing_closed_or_anothers() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(STRANGER, "target", &[2]));
        let (v0, v1, related) = (version(0), version(1), Relation::Related);
        assert_noop!(refer(MAKER, ("a", v0), ("target", v1), related), Error::<Test>::UnknownSnapshot);
        assert_noop!(refer(MAKER, ("a", v1), ("target", v0), related), Error::<Test>::UnknownSnapshot);
        assert_noop!(refer(MAKER, ("none", v0), ("target", v0), related), Error::<Test>::UnknownRecord);
        assert_noop!(refer(MAKER, ("a", v0), ("a", v0), related), Error::<Test>::SelfReference);
        assert_noop!(refer(STRANGER, ("a", v0), ("target", v0), related), Error::<Test>::NotTheRegistrant);
        assert_ok!(withdraw(MAKER, "a", 0));
        assert_noop!(refer(MAKER, ("a", v0), ("target", v0), related), Error::<Test>::RecordClosed);
    });
}

#[test]
fn a_snapshot_should_take_as_many_references_as_its_bound() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        for number in 0..=MAX_REFERENCES {
            let id = format!("t{number}");
            assert_ok!(create(MAKER, &id, &[2]));
            let referred = refer(MAKER, ("a", version(0)), (&id, version(0)), Relation::Related);
            assert_eq!(referred.is_ok(), number < MAX_REFERENCES, "{number}");
        }
    });
}
