//! Records filed under the wrong subject.
use super::{create, object, overwrite, standing, update, version, withdraw};
use crate::{mock::*, Error, Event, Objects};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    chain::Moment,
    record::{HeadRow, ObjectId, RecordState, RecordWriter, Subject},
    verdict::Standing,
};
use sp_runtime::DispatchResult;

fn other_subject() -> Subject {
    Subject::Uscc(code("91350100M000100Y43"))
}

/// The right record, of another subject.
fn right() -> ObjectId {
    ObjectId::new(&other_subject(), &external_id("right"))
}

fn create_right() -> DispatchResult {
    let origin = super::signed(MAKER);
    Records::create(origin, other_subject(), external_id("right"), Default::default(), documents(&[1]))
}

fn misfile(key: u64, id: &str, to: ObjectId) -> DispatchResult {
    Records::misfile_record(&actor(key), object(id), to).map_err(Into::into)
}

#[test]
fn a_misfiled_record_should_link_to_the_right_one_and_stay_readable() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_ok!(create_right());
        assert_ok!(misfile(COLLEAGUE, "a", right()));
        let head = Objects::<Test>::get(object("a")).expect("a record").into_head();
        assert_eq!(head.state, RecordState::Misfiled { to: right(), at: Moment { block: 1, time: 1_000 } });
        assert_eq!((standing(2), head.current()), (Standing::Misfiled, version(1)));
        assert_eq!(standing(1), Standing::Superseded { by: version(1) });
        let by = actor(COLLEAGUE).author();
        System::assert_last_event(Event::RecordMisfiled { object: object("a"), to: right(), by }.into());
        // Nothing follows.
        assert_noop!(update(MAKER, "a", 1, &[3]), Error::<Test>::RecordClosed);
        assert_noop!(withdraw(MAKER, "a", 1), Error::<Test>::RecordClosed);
        assert_noop!(overwrite(MAKER, "a", version(1), 1, &[Some(&[3])]), Error::<Test>::RecordClosed);
        assert_noop!(misfile(MAKER, "a", right()), Error::<Test>::RecordClosed);
    });
}

#[test]
fn a_record_should_not_be_misfiled_when_the_right_one_is_none() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(MAKER, "same-subject", &[1]));
        let not_right = || Error::<Test>::NotTheRightRecord;
        assert_noop!(misfile(MAKER, "a", right()), not_right());
        assert_noop!(misfile(MAKER, "a", object("same-subject")), not_right());
        assert_noop!(misfile(MAKER, "a", object("a")), not_right());
        assert_noop!(misfile(MAKER, "none", object("a")), Error::<Test>::UnknownRecord);
        assert_ok!(create_right());
        assert_noop!(misfile(STRANGER, "a", right()), Error::<Test>::NotTheRegistrant);
        Objects::<Test>::mutate(object("a"), |row| {
            let HeadRow::V1(head) = row.as_mut().expect("a record");
            head.frozen = true;
        });
        assert_noop!(misfile(MAKER, "a", right()), Error::<Test>::RecordFrozen);
        assert_ok!(create(MAKER, "b", &[1]));
        let origin = super::signed(MAKER);
        let reason = jiandu_primitives::record::WithdrawalReason::Mistake;
        assert_ok!(Records::withdraw(origin, right(), version(0), Default::default(), reason));
        assert_noop!(misfile(MAKER, "b", right()), not_right());
    });
}
