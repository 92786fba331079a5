//! Embargoes: opened from their time on, by any member, and not one block before.
use super::*;
use crate::{Error, Event};
use frame_support::assert_noop;

#[test]
fn an_embargoed_disclosure_should_open_from_its_time_on_and_not_a_second_before() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        assert_ok!(accept(number, &disclosure, Some(5_000)));
        let [maker, by] = [MAKER, CHECKER].map(|key| actor(key).expect("a member").author());
        System::assert_last_event(Event::Accepted { submission: number, maker, by, not_before: Some(5_000) }.into());
        for time in [1_000, 4_999] {
            Time::set(time);
            for key in [CHECKER, MAKER, BANKER] {
                assert_noop!(publish(key, number, &disclosure), Error::<Test>::Embargoed);
            }
        }
        Time::set(5_000);
        assert_ok!(publish(BANKER, number, &disclosure));
        assert!(matches!(
            state(number),
            SubmissionState::Published { decision, not_before: Some(5_000), at, .. }
                if decision.at.time == 1_000 && at.time == 5_000
        ));
    });
}

#[test]
fn only_a_member_with_the_very_opening_should_open_it() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        assert_noop!(publish(BANKER, number, &disclosure), Error::<Test>::NotAccepted);
        assert_ok!(accept(number, &disclosure, Some(5_000)));
        Time::set(5_000);
        assert_noop!(publish(BANKER, number, &report("2025", None, &[2])), Error::<Test>::OtherContent);
        assert_noop!(publish(OUTSIDER, number, &disclosure), DispatchError::BadOrigin);
        assert_noop!(publish(KEY, number, &disclosure), DispatchError::BadOrigin);
    });
}

#[test]
fn an_embargo_should_lie_ahead_but_not_more_than_a_year() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        for time in [0, 1_000, 1_001 + MAX_EMBARGO] {
            assert_noop!(accept(number, &disclosure, Some(time)), Error::<Test>::EmbargoNotPossible);
        }
        assert_ok!(accept(number, &disclosure, Some(1_000 + MAX_EMBARGO)));
        // A reviewer thinks better of it.
        assert_ok!(send_back(number, &disclosure));
        assert_ok!(resubmit(MAKER, number, &disclosure));
        assert_ok!(accept(number, &disclosure, Some(1_001)));
    });
}
