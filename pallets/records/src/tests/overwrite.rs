//! Rewriting versions that were registered wrongly.
use super::{create, object, overwrite, rewritten, signed, standing, update, version, withdraw};
use crate::{mock::*, Documents, Error, Event, NextSequence, Objects, Sequence, Snapshots};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use jiandu_primitives::{
    chain::Moment,
    digest::DigestAlg,
    header::{Header, OverwriteReason},
    record::{
        ChangeReason, HeadRow, Operation, Rewrite, SnapshotRef, VersionRef, WithdrawalReason, MAX_OVERWRITTEN,
        MAX_REWRITES,
    },
    verdict::Standing,
};

fn at(version: u32, revision: u32) -> VersionRef {
    VersionRef { version, revision }
}

/// A record with versions 0 to 3, of one document each: 10 to 13.
fn four_versions() {
    assert_ok!(create(MAKER, "a", &[10]));
    for version in 0..3 {
        assert_ok!(update(MAKER, "a", version, &[11 + version as u8]));
    }
}

#[test]
fn an_overwrite_should_rewrite_every_version_up_to_the_newest() {
    test(|| {
        four_versions();
        Time::set(2_000);
        assert_ok!(overwrite(COLLEAGUE, "a", version(3), 1, &[Some(&[21]), Some(&[22]), Some(&[23])]));
        let head = Objects::<Test>::get(object("a")).expect("a record").into_head();
        assert_eq!(head.current(), at(3, 1));
        assert_eq!(head.rewrites.to_vec(), [Rewrite { from: 1, upto: 3, at: Moment { block: 1, time: 2_000 } }]);
        // Every old digest names its right successor, and what was before the rewritten versions names the new one.
        assert_eq!(standing(10), Standing::Superseded { by: at(1, 1) });
        for number in [1u8, 2, 3] {
            assert_eq!(standing(10 + number), Standing::Overwritten { by: at(u32::from(number), 1) });
        }
        assert_eq!(standing(21), Standing::Superseded { by: at(2, 1) });
        assert_eq!(standing(22), Standing::Superseded { by: at(3, 1) });
        assert_eq!(standing(23), Standing::Current);
        // Nothing has vanished.
        for (version, number) in [(1, 11), (2, 12), (3, 13)] {
            assert_eq!(Documents::<Test>::get((object("a"), at(version, 0), 0)), Some(document(number)));
            assert_eq!(Documents::<Test>::get((object("a"), at(version, 1), 0)), Some(document(number + 10)));
            let snapshot = Snapshots::<Test>::get(object("a"), at(version, 1)).expect("a snapshot").into_snapshot();
            let reason = Some(ChangeReason::Overwrite(OverwriteReason::WrongDocument));
            assert_eq!((snapshot.operation, snapshot.reason), (Operation::Overwrite, reason));
            let number = 4 + u64::from(version) - 1;
            assert_eq!(Sequence::<Test>::get(number), Some(SnapshotRef { object: object("a"), at: at(version, 1) }));
        }
        System::assert_last_event(
            Event::RecordOverwritten {
                object: object("a"),
                from: 1,
                at: at(3, 1),
                reason: OverwriteReason::WrongDocument,
                documents: 3,
                sequence: 6,
                by: actor(COLLEAGUE).author(),
            }
            .into(),
        );
    });
}

#[test]
fn an_overwrite_should_be_refused_when_a_later_version_is_missing_or_there_is_none() {
    test(|| {
        four_versions();
        let wrong = |from, versions: &[Option<&[u8]>]| overwrite(MAKER, "a", version(3), from, versions);
        assert_noop!(wrong(1, &[Some(&[21])]), Error::<Test>::LaterVersionsMissing);
        assert_noop!(wrong(1, &[Some(&[21]), None]), Error::<Test>::LaterVersionsMissing);
        assert_noop!(wrong(0, &[]), Error::<Test>::LaterVersionsMissing);
        assert_noop!(wrong(3, &[Some(&[23]), None]), Error::<Test>::NoSuchVersion);
        assert_noop!(wrong(4, &[Some(&[24])]), Error::<Test>::NoSuchVersion);
        assert_noop!(wrong(u32::MAX, &[Some(&[24])]), Error::<Test>::NoSuchVersion);
        assert_noop!(wrong(2, &[None, Some(&[23])]), Error::<Test>::NothingOverwritten);
        assert_noop!(wrong(2, &[Some(&[]), None]), Error::<Test>::NoDocuments);
        assert_noop!(overwrite(MAKER, "a", version(2), 2, &[Some(&[22]), None]), Error::<Test>::StaleHead);
        assert_noop!(overwrite(MAKER, "a", at(3, 1), 3, &[Some(&[22])]), Error::<Test>::StaleHead);
        assert_noop!(overwrite(STRANGER, "a", version(3), 3, &[Some(&[23])]), Error::<Test>::NotTheRegistrant);
        assert_noop!(overwrite(MAKER, "b", version(0), 0, &[Some(&[23])]), Error::<Test>::UnknownRecord);
    });
}

#[test]
fn a_reaffirmed_version_should_keep_its_documents_and_their_standing() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1, 2]));
        assert_ok!(update(MAKER, "a", 0, &[2, 3]));
        assert_ok!(overwrite(MAKER, "a", version(1), 0, &[Some(&[1, 4]), None]));
        let anchor = |number| Records::verdict(digest(DigestAlg::Sm3, number)).entries[0].anchor;
        assert_eq!(Documents::<Test>::get((object("a"), at(1, 1), 0)), Some(document(2)));
        assert_eq!((anchor(2).first, anchor(2).last), (at(0, 0), at(1, 1)));
        assert_eq!((standing(2), standing(3)), (Standing::Current, Standing::Current));
        // Taken over into the new revision of version 0, and no longer in version 1.
        assert_eq!((standing(1), anchor(1).last), (Standing::Superseded { by: at(1, 1) }, at(0, 1)));
        assert_eq!(standing(4), Standing::Superseded { by: at(1, 1) });
        // The next version is based on the rewritten head.
        assert_noop!(update(MAKER, "a", 1, &[5]), Error::<Test>::StaleHead);
        assert_ok!(Records::update(signed(MAKER), object("a"), at(1, 1), Header::default(), documents(&[3])));
        assert_eq!(standing(2), Standing::Superseded { by: at(2, 0) });
    });
}

#[test]
fn an_overwrite_should_be_overwritten_in_turn() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(overwrite(MAKER, "a", version(1), 1, &[Some(&[3])]));
        assert_ok!(overwrite(MAKER, "a", at(1, 1), 0, &[Some(&[4]), Some(&[5])]));
        let head = Objects::<Test>::get(object("a")).expect("a record").into_head();
        assert_eq!((head.current(), head.revision_of(0)), (at(1, 2), 1));
        assert_eq!(standing(1), Standing::Overwritten { by: at(0, 1) });
        assert_eq!(standing(2), Standing::Overwritten { by: at(1, 1) });
        assert_eq!(standing(3), Standing::Overwritten { by: at(1, 2) });
        assert_eq!((standing(4), standing(5)), (Standing::Superseded { by: at(1, 2) }, Standing::Current));
    });
}

#[test]
fn the_same_overwrite_again_should_be_recognised_however_late() {
    test(|| {
        four_versions();
        let first = || overwrite(MAKER, "a", version(3), 1, &[Some(&[21]), None, Some(&[23])]);
        assert_ok!(first());
        assert_ok!(first());
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: at(3, 1) }.into());
        let second = || overwrite(MAKER, "a", at(3, 1), 3, &[Some(&[33])]);
        assert_ok!(second());
        assert_ok!(first());
        assert_ok!(second());
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: at(3, 2) }.into());
        assert_ok!(Records::update(signed(MAKER), object("a"), at(3, 2), Header::default(), documents(&[40])));
        assert_ok!(first());
        assert_ok!(second());
        assert_eq!(NextSequence::<Test>::get(), 4 + 3 + 1 + 1);
        // The same versions for another reason, or from another version on, are another call.
        assert_noop!(overwrite(MAKER, "a", version(3), 1, &[Some(&[21]), None, Some(&[24])]), Error::<Test>::StaleHead);
        assert_noop!(overwrite(MAKER, "a", at(3, 1), 2, &[Some(&[33]), None]), Error::<Test>::StaleHead);
    });
}

#[test]
fn a_payload_should_be_of_the_snapshot_itself() {
    test(|| {
        four_versions();
        assert_ok!(overwrite(MAKER, "a", version(3), 1, &[Some(&[21]), None, None]));
        let payload =
            |version| Snapshots::<Test>::get(object("a"), at(version, 1)).expect("a snapshot").into_snapshot().payload;
        // Both are reaffirmed by the same call, and a seal over one is none over the other.
        assert_ne!(payload(2), payload(3));
    });
}

#[test]
fn an_update_should_be_recognised_after_its_base_was_rewritten_and_one_on_no_head_refused() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(overwrite(MAKER, "a", version(1), 0, &[Some(&[3]), None]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: at(1, 0) }.into());
        // Revision 1 of version 0 never was the head.
        let never = Records::update(signed(MAKER), object("a"), at(0, 1), Header::default(), documents(&[2]));
        assert_eq!(never, Err(Error::<Test>::StaleHead.into()));
    });
}

#[test]
fn a_closed_or_frozen_record_should_not_be_rewritten() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        Objects::<Test>::mutate(object("a"), |row| {
            let HeadRow::V1(head) = row.as_mut().expect("a record");
            head.frozen = true;
        });
        assert_noop!(overwrite(MAKER, "a", version(0), 0, &[Some(&[2])]), Error::<Test>::RecordFrozen);
        assert_ok!(create(MAKER, "b", &[3]));
        assert_ok!(withdraw(MAKER, "b", 0));
        assert_noop!(overwrite(MAKER, "b", version(1), 0, &[Some(&[2]), None]), Error::<Test>::RecordClosed);
    });
}

#[test]
fn an_overwrite_should_take_its_bounds_and_not_more() {
    test(|| {
        // 32 versions of 8 documents make 256.
        let numbers = |version: u32| -> Vec<u8> { (0..8).map(|slot| (version * 7 + slot) as u8).collect() };
        assert_ok!(create(MAKER, "a", &numbers(0)));
        for version in 1..MAX_OVERWRITTEN {
            assert_ok!(update(MAKER, "a", version - 1, &numbers(version)));
        }
        let last = version(MAX_OVERWRITTEN - 1);
        let mut all: Vec<Option<Vec<u8>>> = vec![None; MAX_OVERWRITTEN as usize];
        all[0] = Some((0..9).map(|slot| 240 + slot).collect());
        let call = |all: &[Option<Vec<u8>>]| {
            let versions: Vec<_> = all.iter().map(|numbers| numbers.as_deref()).collect();
            overwrite(MAKER, "a", last, 0, &versions)
        };
        assert_noop!(call(&all), Error::<Test>::TooManyDocuments);
        all[0] = Some((0..8).map(|slot| 240 + slot).collect());
        assert_ok!(call(&all));
        // One version more, and version 0 can't be rewritten in one call any more.
        let head = Objects::<Test>::get(object("a")).expect("a record").into_head().current();
        assert_ok!(Records::update(signed(MAKER), object("a"), head, Header::default(), documents(&[1])));
        let one_more: Vec<_> = (0..=MAX_OVERWRITTEN).map(|_| rewritten(None)).collect();
        assert!(jiandu_primitives::record::Rewriting::try_from(one_more).is_err());
    });
}

#[test]
fn a_record_should_be_rewritten_as_often_as_its_bound() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        for revision in 0..MAX_REWRITES {
            assert_ok!(overwrite(MAKER, "a", at(0, revision), 0, &[Some(&[2 + revision as u8])]));
        }
        assert_noop!(overwrite(MAKER, "a", at(0, MAX_REWRITES), 0, &[Some(&[99])]), Error::<Test>::TooMany);
        // It can still be corrected and withdrawn.
        let head = at(0, MAX_REWRITES);
        assert_ok!(Records::withdraw(signed(MAKER), object("a"), head, Default::default(), WithdrawalReason::Mistake));
    });
}

#[test]
fn weight_that_was_not_needed_should_be_given_back() {
    test(|| {
        four_versions();
        let versions = vec![rewritten(Some(&[21])), rewritten(None), rewritten(None)];
        let call = crate::Call::<Test>::overwrite {
            object: object("a"),
            base: version(3),
            from: 1,
            versions: versions.clone().try_into().expect("few"),
            reason: OverwriteReason::Returned,
        };
        let charged = call.get_dispatch_info().call_weight;
        let reason = OverwriteReason::Returned;
        let versions = versions.try_into().expect("few");
        let done = Records::overwrite(signed(MAKER), object("a"), version(3), 1, versions, reason).expect("done");
        assert!(done.actual_weight.expect("stated").ref_time() < charged.ref_time());
    });
}
