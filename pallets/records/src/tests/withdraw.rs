//! Withdrawing records.
use super::{create, object, signed, update, version, withdraw};
use crate::{mock::*, Error, Event, Snapshots};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    chain::Moment,
    digest::DigestAlg,
    record::{ChangeReason, Operation, RecordState, WithdrawalReason},
    verdict::Standing,
};

#[test]
fn a_withdrawal_should_be_the_last_version_and_keep_what_was_there() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(update(MAKER, "a", 0, &[2]));
        Time::set(3_000);
        assert_ok!(withdraw(MAKER, "a", 1));
        let state = RecordState::Withdrawn { reason: WithdrawalReason::Mistake, at: Moment { block: 1, time: 3_000 } };
        let entry = |number| Records::verdict(digest(DigestAlg::Sm3, number)).entries[0].clone();
        assert_eq!((entry(2).standing, entry(2).record, entry(2).head), (Standing::Withdrawn, state, version(2)));
        assert_eq!((entry(1).standing, entry(1).record), (Standing::Superseded { by: version(1) }, state));
        let last = Snapshots::<Test>::get(object("a"), version(2)).expect("a snapshot").into_snapshot();
        assert_eq!((last.operation, last.documents), (Operation::Withdraw, 0));
        assert_eq!(last.reason, Some(ChangeReason::Withdrawal(WithdrawalReason::Mistake)));
        System::assert_last_event(
            Event::RecordWithdrawn {
                object: object("a"),
                at: version(2),
                reason: WithdrawalReason::Mistake,
                sequence: 2,
                by: actor(MAKER).author(),
            }
            .into(),
        );
    });
}

#[test]
fn the_same_withdrawal_again_should_be_recognised() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(withdraw(MAKER, "a", 0));
        assert_ok!(withdraw(MAKER, "a", 0));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: version(1) }.into());
        assert_noop!(
            Records::withdraw(signed(MAKER), object("a"), version(0), Default::default(), WithdrawalReason::Legal),
            Error::<Test>::StaleHead
        );
        assert_noop!(withdraw(MAKER, "a", 1), Error::<Test>::RecordClosed);
    });
}

#[test]
fn a_withdrawal_should_be_refused_when_the_record_is_anothers_or_has_moved_on() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_noop!(withdraw(STRANGER, "a", 0), Error::<Test>::NotTheRegistrant);
        assert_noop!(withdraw(MAKER, "b", 0), Error::<Test>::UnknownRecord);
        assert_ok!(update(MAKER, "a", 0, &[2]));
        assert_noop!(withdraw(MAKER, "a", 0), Error::<Test>::StaleHead);
    });
}
