//! What the first release wrote is read for ever.
use super::{create, object, overwrite, standing, update, version};
use crate::{mock::*, types::FirstSnapshot, Event, SnapshotRow, Snapshots};
use frame_support::assert_ok;
use jiandu_primitives::{
    header::Header,
    record::{payload_digest, Operation, VersionRef},
    verdict::Standing,
};

/// Puts the first snapshot of a record back into the form that release 100 wrote.
fn as_release_100_wrote(id: &str, at: VersionRef) {
    let new = Snapshots::<Test>::get(object(id), at).expect("a snapshot").into_snapshot();
    let old = FirstSnapshot {
        operation: new.operation,
        documents: new.documents,
        payload: new.payload,
        reason: None,
        at: new.at,
        by: new.by,
        key: new.key,
        sequence: new.sequence,
    };
    Snapshots::<Test>::insert(object(id), at, SnapshotRow::V1(old));
}

#[test]
fn a_record_of_the_first_release_should_be_repeated_corrected_and_rewritten() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        as_release_100_wrote("a", version(0));
        assert_ok!(create(MAKER, "a", &[1]));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: version(0) }.into());
        assert_ok!(update(MAKER, "a", 0, &[2]));
        as_release_100_wrote("a", version(1));
        assert_ok!(overwrite(MAKER, "a", version(1), 0, &[Some(&[3]), None]));
        assert_eq!(standing(1), Standing::Overwritten { by: VersionRef { version: 0, revision: 1 } });
        assert_eq!(standing(2), Standing::Current);
    });
}

#[test]
fn the_payload_of_the_first_release_should_be_what_it_was() {
    use codec::Encode;
    // Release 100 hashed the operation, the documents and the reason of a withdrawal.
    let documents = documents(&[1, 2]);
    let reason: Option<jiandu_primitives::record::WithdrawalReason> = None;
    let first = sp_io::hashing::blake2_256(&(Operation::Create, &documents, reason).encode());
    assert_eq!(payload_digest(Operation::Create, &Header::default(), &documents, None), first);
    let later = Header { submitted: Some(7), ..Header::default() };
    assert_eq!(payload_digest(Operation::Create, &later, &documents, None), first);
    let other = Header { business: Some(7), ..Header::default() };
    assert_ne!(payload_digest(Operation::Create, &other, &documents, None), first);
}
