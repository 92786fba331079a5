//! Keys of enterprises.
use super::*;
use crate::{Error, Event, KeyOwners, Keys, COOLING_OFF, MAX_COOLING_OFF, MIN_COOLING_OFF};
use frame_support::{assert_noop, dispatch::RawOrigin};
use jiandu_primitives::{member::BoundKeys, refusal::Refusal};
use sp_runtime::traits::BadOrigin;

fn admits(key: u64) -> Result<(), Refusal> {
    <Archives as BoundKeys<u64>>::admits(&key)
}

/// The enterprise 1 with its first key.
fn bound() {
    registered();
    assert_ok!(done(bind(1, FIRST_KEY, None)));
}

const COOLED: u64 = 1_000 + COOLING_OFF;

#[test]
fn the_first_key_should_act_at_once_and_need_no_token() {
    test(|| {
        assert_eq!(admits(FIRST_KEY), Err(Refusal::UnknownKey));
        bound();
        assert_eq!(admits(FIRST_KEY), Ok(()));
        assert_eq!(Archives::enterprise_of(FIRST_KEY), Some(uscc(1)));
        assert_eq!(System::providers(&FIRST_KEY), 1);
        System::assert_has_event(
            Event::KeyBound {
                enterprise: uscc(1),
                key: FIRST_KEY,
                custody: jiandu_primitives::member::Custody::Own,
                replaces: None,
                application: [1; 32],
                from: 1_000,
            }
            .into(),
        );
    });
}

#[test]
fn a_key_should_be_nobody_elses() {
    test(|| {
        two_registered();
        assert_ok!(done(bind(1, FIRST_KEY, None)));
        for key in [FIRST_KEY, MAKER, BANKER] {
            assert_noop!(propose(&bind(2, key, None)), Error::<Test>::KeyTaken);
        }
        assert_noop!(propose(&bind(2, SECOND_KEY, Some(FIRST_KEY))), Error::<Test>::UnknownKey);
        assert!(<Archives as BoundKeys<u64>>::knows(&FIRST_KEY) && !<Archives as BoundKeys<u64>>::knows(&OUTSIDER));
    });
}

#[test]
fn a_lost_key_should_be_replaced_after_the_cooling_off_period_to_the_second() {
    test(|| {
        bound();
        assert_ok!(done(bind(1, SECOND_KEY, Some(FIRST_KEY))));
        assert_noop!(propose(&bind(1, THIRD_KEY, Some(FIRST_KEY))), Error::<Test>::ReplacementRunning);
        for (time, cooled) in [(1_000, false), (COOLED - 1, false), (COOLED, true), (COOLED + 1, true)] {
            Time::set(time);
            let refused = |key| admits(key).err();
            let expected =
                if cooled { (Some(Refusal::KeyRevoked), None) } else { (None, Some(Refusal::KeyNotYetValid)) };
            assert_eq!((refused(FIRST_KEY), refused(SECOND_KEY)), expected, "at {time}");
        }
        assert_noop!(Archives::object_to_key(signed(FIRST_KEY), SECOND_KEY), BadOrigin);
    });
}

#[test]
fn the_holder_of_a_key_that_is_called_lost_should_object() {
    test(|| {
        bound();
        assert_ok!(done(bind(1, SECOND_KEY, Some(FIRST_KEY))));
        assert_noop!(Archives::object_to_key(signed(OUTSIDER), SECOND_KEY), BadOrigin);
        // Who waits can't speak.
        assert_noop!(Archives::object_to_key(signed(SECOND_KEY), SECOND_KEY), BadOrigin);
        Time::set(COOLED - 1);
        assert_ok!(Archives::object_to_key(signed(FIRST_KEY), SECOND_KEY));
        System::assert_last_event(Event::KeyObjected { enterprise: uscc(1), key: SECOND_KEY, by: FIRST_KEY }.into());
        Time::set(COOLED + 1);
        assert_eq!((admits(FIRST_KEY), admits(SECOND_KEY)), (Ok(()), Err(Refusal::KeyRevoked)));
        assert_noop!(Archives::object_to_key(signed(FIRST_KEY), SECOND_KEY), Error::<Test>::NothingToObject);
        // It can be tried again with another key, and what was objected to stays on record.
        assert_ok!(done(bind(1, THIRD_KEY, Some(FIRST_KEY))));
        assert_eq!(
            Keys::<Test>::get(uscc(1), SECOND_KEY).and_then(|row| row.end).map(|(end, _)| end),
            Some(KeyEnd::Objected)
        );
    });
}

#[test]
fn a_further_key_should_cool_off_and_be_objected_to_like_a_replacement() {
    test(|| {
        bound();
        assert_ok!(done(bind(1, SECOND_KEY, None)));
        assert_eq!(admits(SECOND_KEY), Err(Refusal::KeyNotYetValid));
        assert_ok!(done(bind(1, THIRD_KEY, None)));
        assert_ok!(Archives::object_to_key(signed(FIRST_KEY), THIRD_KEY));
        Time::set(COOLED);
        assert_eq!([FIRST_KEY, SECOND_KEY, THIRD_KEY].map(|key| admits(key).is_ok()), [true, true, false]);
        assert_noop!(Archives::object_to_key(signed(FIRST_KEY), SECOND_KEY), Error::<Test>::NothingToObject);
    });
}

#[test]
fn a_key_should_be_ended_by_its_holder_and_the_next_one_cool_off_still() {
    test(|| {
        bound();
        assert_ok!(Archives::end_key(signed(FIRST_KEY)));
        assert_eq!(admits(FIRST_KEY), Err(Refusal::KeyRevoked));
        assert_noop!(Archives::end_key(signed(FIRST_KEY)), BadOrigin);
        assert_noop!(propose(&bind(1, SECOND_KEY, Some(FIRST_KEY))), Error::<Test>::UnknownKey);
        assert_ok!(done(bind(1, SECOND_KEY, None)));
        assert_eq!(admits(SECOND_KEY), Err(Refusal::KeyNotYetValid));
    });
}

#[test]
fn letting_an_archive_rest_should_not_keep_anybody_from_objecting() {
    test(|| {
        bound();
        assert_ok!(done(bind(1, SECOND_KEY, Some(FIRST_KEY))));
        assert_ok!(done(change_status(1, EnterpriseStatus::TransferredOut, 200)));
        assert_noop!(propose(&bind(1, THIRD_KEY, None)), Error::<Test>::NotActive);
        Time::set(COOLED - 1);
        assert_eq!(admits(FIRST_KEY), Ok(()));
        assert_ok!(Archives::object_to_key(signed(FIRST_KEY), SECOND_KEY));
        assert_ok!(done(change_status(1, EnterpriseStatus::Active, 300)));
        Time::set(COOLED);
        assert_eq!((admits(FIRST_KEY), admits(SECOND_KEY)), (Ok(()), Err(Refusal::KeyRevoked)));
    });
}

#[test]
fn only_a_key_that_acts_should_be_replaced() {
    test(|| {
        bound();
        assert_ok!(done(bind(1, SECOND_KEY, None)));
        assert_noop!(propose(&bind(1, THIRD_KEY, Some(SECOND_KEY))), Error::<Test>::UnknownKey);
        Time::set(COOLED);
        assert_ok!(done(bind(1, THIRD_KEY, Some(SECOND_KEY))));
        Time::set(COOLED + COOLING_OFF);
        assert_noop!(propose(&bind(1, 300, Some(SECOND_KEY))), Error::<Test>::UnknownKey);
    });
}

#[test]
fn the_council_should_set_the_cooling_off_period_within_its_bound() {
    test(|| {
        bound();
        let set = |seconds| Archives::set_cooling_off(RawOrigin::Signed(100).into(), seconds);
        for seconds in [0, MIN_COOLING_OFF - 1, MAX_COOLING_OFF + 1] {
            assert_noop!(set(seconds), Error::<Test>::CoolingOffNotPossible);
        }
        assert_ok!(set(MAX_COOLING_OFF));
        assert_ok!(set(MIN_COOLING_OFF));
        assert_ok!(done(bind(1, SECOND_KEY, None)));
        Time::set(1_000 + MIN_COOLING_OFF);
        assert_eq!(admits(SECOND_KEY), Ok(()));
    });
}

#[test]
fn an_enterprise_should_be_bound_to_as_many_keys_as_its_bound() {
    test(|| {
        registered();
        for key in 0..u64::from(MAX_KEYS) {
            assert_ok!(done(bind(1, 300 + key, None)));
        }
        assert_noop!(propose(&bind(1, 900, None)), Error::<Test>::TooMany);
        assert_eq!(KeyOwners::<Test>::iter().count(), MAX_KEYS as usize);
    });
}
