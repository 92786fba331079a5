//! Updating records.
use super::{create, object, of_workflow, signed, standing, update, version, withdraw};
use crate::{mock::*, Error, Event, NextSequence, Objects};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    digest::DigestAlg,
    record::{HeadRow, RecordKind, VersionRef},
    verdict::Standing,
};

#[test]
fn an_update_should_supersede_what_it_leaves_out_and_carry_on_the_rest() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1, 2]));
        Time::set(2_000);
        assert_ok!(update(COLLEAGUE, "a", 0, &[2, 3]));
        assert_eq!(standing(1), Standing::Superseded { by: version(1) });
        assert_eq!(standing(2), Standing::Current);
        assert_eq!(standing(3), Standing::Current);
        let carried = Records::verdict(digest(DigestAlg::Sm3, 2)).entries[0].anchor;
        assert_eq!((carried.first, carried.last, carried.slot, carried.at.time), (version(0), version(1), 1, 1_000));
        System::assert_last_event(
            Event::RecordUpdated {
                object: object("a"),
                at: version(1),
                documents: 2,
                sequence: 1,
                by: actor(COLLEAGUE).author(),
            }
            .into(),
        );
    });
}

#[test]
fn a_document_that_comes_back_should_be_current_again() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(update(MAKER, "a", 1, &[1]));
        assert_eq!(standing(1), Standing::Current);
        assert_eq!(standing(2), Standing::Superseded { by: version(2) });
    });
}

#[test]
fn the_same_call_again_should_be_recognised_however_late() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(update(MAKER, "a", 1, &[3]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: version(1) }.into());
        assert_ok!(withdraw(MAKER, "a", 2));
        assert_ok!(update(MAKER, "a", 1, &[3]));
        assert_eq!(NextSequence::<Test>::get(), 4);
    });
}

#[test]
fn an_update_should_be_refused_when_the_head_has_moved_on() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_noop!(update(MAKER, "a", 0, &[3]), Error::<Test>::StaleHead);
        assert_noop!(update(MAKER, "a", 2, &[3]), Error::<Test>::StaleHead);
        let revised = VersionRef { version: 1, revision: 1 };
        assert_noop!(
            Records::update(signed(MAKER), object("a"), revised, Default::default(), documents(&[3])),
            Error::<Test>::StaleHead
        );
        let last = VersionRef { version: u32::MAX, revision: 0 };
        assert_noop!(
            Records::update(signed(MAKER), object("a"), last, Default::default(), documents(&[3])),
            Error::<Test>::TooMany
        );
        assert_ok!(update(MAKER, "a", 1, &[3]));
    });
}

#[test]
fn an_update_should_be_refused_when_the_record_is_anothers_unknown_or_closed() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_noop!(update(STRANGER, "a", 0, &[2]), Error::<Test>::NotTheRegistrant);
        assert_noop!(update(MAKER, "b", 0, &[2]), Error::<Test>::UnknownRecord);
        assert_noop!(update(MAKER, "a", 0, &[]), Error::<Test>::NoDocuments);
        assert_ok!(withdraw(MAKER, "a", 0));
        assert_noop!(update(MAKER, "a", 1, &[2]), Error::<Test>::RecordClosed);
        assert_noop!(update(MAKER, "a", 0, &[2]), Error::<Test>::StaleHead);
    });
}

#[test]
fn a_frozen_record_should_take_no_new_version_and_no_withdrawal() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        Objects::<Test>::mutate(object("a"), |row| {
            let HeadRow::V1(head) = row.as_mut().expect("a record");
            head.frozen = true;
        });
        assert_noop!(update(MAKER, "a", 0, &[2]), Error::<Test>::RecordFrozen);
        assert_noop!(withdraw(MAKER, "a", 0), Error::<Test>::RecordFrozen);
        assert_eq!(standing(1), Standing::Current);
    });
}

#[test]
fn a_record_of_a_workflow_should_be_written_by_its_workflow_alone() {
    test(|| {
        let kind = RecordKind::Disclosure;
        assert_ok!(of_workflow(kind, "d", None, &[1]));
        assert_noop!(update(MAKER, "d", 0, &[2]), Error::<Test>::WorkflowKind);
        assert_noop!(withdraw(MAKER, "d", 0), Error::<Test>::WorkflowKind);
        assert_ok!(of_workflow(kind, "d", Some(version(0)), &[2]));
        assert_eq!(standing(1), Standing::Superseded { by: version(1) });
    });
}
