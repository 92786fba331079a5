//! Keys: windows, rotation, suspension, revocation, handles and deputies.
use crate::{mock::*, Deputations, Error, Event, KeyChanges, KeyStatus, Keys, NewKey};
use frame_support::{assert_noop, assert_ok, dispatch::RawOrigin};
use jiandu_primitives::{
    member::{Custody, EndReason, Role, Roles},
    refusal::Refusal,
};

fn admin() -> RuntimeOrigin {
    RawOrigin::Signed(ADMIN).into()
}

fn admit(key: NewKey<u64>) -> sp_runtime::DispatchResult {
    Members::admit_key(admin(), code(EXCHANGE), key)
}

#[test]
fn a_key_should_act_within_its_window_alone() {
    test(|| {
        assert_ok!(admit(NewKey { from: 2_000, until: Some(3_000), ..new_key(20, 20, &[Role::Reviewer]) }));
        let cases = [
            (1_999, Err(Refusal::KeyNotYetValid)),
            (2_000, Ok(())),
            (2_999, Ok(())),
            (3_000, Err(Refusal::KeyExpired)),
            (3_001, Err(Refusal::KeyExpired)),
        ];
        for (time, expected) in cases {
            Time::set(time);
            assert_eq!(Members::membership(20).map(|_| ()), expected, "at {time}");
        }
    });
}

#[test]
fn a_key_should_be_refused_when_its_terms_are_wrong() {
    test(|| {
        let key = || new_key(20, 20, &[Role::Reviewer]);
        assert_noop!(admit(NewKey { roles: Roles::NONE, ..key() }), Error::<Test>::NoRoles);
        assert_noop!(admit(NewKey { roles: Roles::of(&[Role::User]), ..key() }), Error::<Test>::RolesNotPermitted);
        assert_noop!(admit(NewKey { from: 2_000, until: Some(2_000), ..key() }), Error::<Test>::InvalidWindow);
        assert_noop!(admit(NewKey { until: Some(1_000), ..key() }), Error::<Test>::InvalidWindow);
        assert_noop!(admit(NewKey { account: BANKER, ..key() }), Error::<Test>::KeyExists);
        assert_noop!(
            Members::admit_key(admin(), code(BANK), new_key(20, 20, &[Role::User])),
            Error::<Test>::NotAdministrator
        );
        assert_ok!(admit(NewKey { until: Some(1_001), ..key() }));
    });
}

#[test]
fn a_window_in_the_past_should_begin_now() {
    test(|| {
        Time::set(5_000);
        assert_ok!(admit(new_key(20, 20, &[Role::Reviewer])));
        assert_eq!(Keys::<Test>::get(20).map(|key| key.from), Some(5_000));
    });
}

#[test]
fn rotation_should_pass_everything_on_and_end_the_old_key() {
    test(|| {
        assert_ok!(Members::appoint_deputy(admin(), MAKER, Roles::of(&[Role::Registrar]), 0, 9_000));
        let before = Members::membership(MAKER).expect("active");
        Time::set(2_000);
        assert_ok!(Members::rotate_key(RawOrigin::Signed(MAKER).into(), 20, Custody::Certificate));
        let after = Members::membership(20).expect("active");
        assert_eq!(after, crate::types::Membership { custody: Custody::Certificate, ..before });
        assert_eq!(Members::membership(MAKER), Err(Refusal::KeyRevoked));
        // The deputation goes on under the new key, and what the old one had stays on record.
        assert_eq!(Deputations::<Test>::get(20, 0), Deputations::<Test>::get(MAKER, 0));
        let ended = KeyStatus::Ended { reason: EndReason::Rotation };
        System::assert_has_event(Event::KeyStatusChanged { key: MAKER, status: ended }.into());
        // The old account keeps its nonce for ever, so its old transactions can't be replayed.
        assert_eq!(System::providers(&MAKER), 1);
        assert_noop!(Members::rotate_key(RawOrigin::Signed(20).into(), MAKER, Custody::Own), Error::<Test>::KeyExists);
    });
}

#[test]
fn a_key_should_never_come_back_when_it_was_revoked() {
    test(|| {
        assert_ok!(Members::revoke_key(admin(), MAKER, EndReason::Compromise));
        assert_eq!(Members::membership(MAKER), Err(Refusal::KeyRevoked));
        let ended = || Error::<Test>::KeyHasEnded;
        assert_noop!(Members::revoke_key(admin(), MAKER, EndReason::Loss), ended());
        assert_noop!(Members::suspend_key(admin(), MAKER), ended());
        assert_noop!(Members::reinstate_key(admin(), MAKER), ended());
        assert_noop!(Members::appoint_deputy(admin(), MAKER, Roles::of(&[Role::Registrar]), 0, 9_000), ended());
        assert_noop!(admit(new_key(MAKER, 2, &[Role::Discloser])), Error::<Test>::KeyExists);
    });
}

#[test]
fn suspending_a_key_should_be_undone_by_reinstating_it() {
    test(|| {
        assert_noop!(Members::reinstate_key(admin(), MAKER), Error::<Test>::KeyNotSuspended);
        assert_ok!(Members::suspend_key(admin(), MAKER));
        assert_eq!(Members::membership(MAKER), Err(Refusal::KeySuspended));
        assert_noop!(Members::suspend_key(admin(), MAKER), Error::<Test>::KeyNotActive);
        assert_ok!(Members::reinstate_key(admin(), MAKER));
        assert!(Members::membership(MAKER).is_ok());
        let statuses: Vec<_> = (0..4).map(|n| KeyChanges::<Test>::get(MAKER, n).map(|change| change.status)).collect();
        assert_eq!(statuses, [Some(KeyStatus::Active), Some(KeyStatus::Suspended), Some(KeyStatus::Active), None]);
    });
}

#[test]
fn calls_on_an_unknown_key_should_say_so() {
    test(|| {
        let unknown = || Error::<Test>::UnknownKey;
        assert_noop!(Members::revoke_key(admin(), OUTSIDER, EndReason::Loss), unknown());
        assert_noop!(Members::suspend_key(admin(), OUTSIDER), unknown());
        assert_noop!(Members::reinstate_key(admin(), OUTSIDER), unknown());
        assert_noop!(Members::appoint_deputy(admin(), OUTSIDER, Roles::of(&[Role::Registrar]), 0, 9_000), unknown());
    });
}

#[test]
fn one_call_should_end_all_keys_of_a_person_from_a_time_on() {
    test(|| {
        assert_ok!(admit(new_key(20, 2, &[Role::Registrar])));
        let end = |from| Members::end_handle(admin(), code(EXCHANGE), handle(2), from, EndReason::Departure);
        assert_ok!(end(3_000));
        for (time, ended) in [(2_999, false), (3_000, true), (3_001, true)] {
            Time::set(time);
            for key in [MAKER, 20] {
                assert_eq!(Members::membership(key) == Err(Refusal::HandleEnded), ended, "at {time}");
            }
        }
        assert!(Members::membership(ADMIN).is_ok());
        assert_noop!(end(9_000), Error::<Test>::HandleHasEnded);
        assert_noop!(admit(new_key(21, 2, &[Role::Registrar])), Error::<Test>::HandleHasEnded);
        assert_noop!(
            Members::end_handle(admin(), code(EXCHANGE), handle(77), 0, EndReason::Departure),
            Error::<Test>::UnknownHandle
        );
    });
}

#[test]
fn an_end_that_lies_ahead_should_be_movable_and_one_in_the_past_mean_now() {
    test(|| {
        let end = |from| Members::end_handle(admin(), code(EXCHANGE), handle(2), from, EndReason::Departure);
        assert_ok!(end(3_000));
        assert_ok!(end(5_000));
        Time::set(4_000);
        assert!(Members::membership(MAKER).is_ok());
        // Whoever leaves later can still replace a lost key, and the new one ends at the same time.
        assert_ok!(Members::rotate_key(RawOrigin::Signed(MAKER).into(), 20, Custody::Own));
        assert!(Members::membership(20).is_ok());
        assert_ok!(end(10));
        assert_eq!(Members::membership(20), Err(Refusal::HandleEnded));
    });
}

#[test]
fn a_deputy_should_have_the_roles_within_the_window_alone() {
    test(|| {
        assert_ok!(Members::appoint_deputy(admin(), MAKER, Roles::of(&[Role::Registrar]), 2_000, 3_000));
        for (time, deputy) in [(1_999, false), (2_000, true), (2_999, true), (3_000, false)] {
            Time::set(time);
            let roles = Members::membership(MAKER).expect("active").roles;
            assert_eq!(roles.has(Role::Registrar), deputy, "at {time}");
            assert!(roles.has(Role::Discloser));
        }
    });
}

#[test]
fn a_deputation_should_be_refused_when_its_terms_are_wrong_or_another_runs() {
    test(|| {
        let appoint =
            |roles: &[Role], from, until| Members::appoint_deputy(admin(), MAKER, Roles::of(roles), from, until);
        assert_noop!(appoint(&[], 2_000, 3_000), Error::<Test>::NoRoles);
        assert_noop!(appoint(&[Role::User], 2_000, 3_000), Error::<Test>::RolesNotPermitted);
        let with_administrator = [Role::Registrar, Role::Administrator];
        assert_noop!(appoint(&with_administrator, 2_000, 3_000), Error::<Test>::RolesNotPermitted);
        assert_noop!(appoint(&[Role::Registrar], 3_000, 3_000), Error::<Test>::InvalidWindow);
        assert_noop!(appoint(&[Role::Registrar], 0, 1_000), Error::<Test>::InvalidWindow);
        assert_ok!(appoint(&[Role::Registrar], 2_000, 3_000));
        assert_noop!(appoint(&[Role::Reviewer], 4_000, 5_000), Error::<Test>::DeputationRunning);
        Time::set(3_000);
        assert_ok!(appoint(&[Role::Reviewer], 4_000, 5_000));
    });
}

#[test]
fn a_deputation_should_end_before_its_time_and_stay_on_record() {
    test(|| {
        let end = || Members::end_deputation(admin(), MAKER);
        let appoint = |role, from, until| Members::appoint_deputy(admin(), MAKER, Roles::of(&[role]), from, until);
        assert_noop!(end(), Error::<Test>::NoDeputation);
        assert_ok!(appoint(Role::Registrar, 0, 9_000));
        Time::set(2_000);
        assert!(Members::membership(MAKER).expect("active").roles.has(Role::Registrar));
        assert_ok!(end());
        assert!(!Members::membership(MAKER).expect("active").roles.has(Role::Registrar));
        System::assert_last_event(Event::DeputationEnded { key: MAKER }.into());
        assert_noop!(end(), Error::<Test>::NoDeputation);
        // One that lies ahead can be ended as well, and another may follow at once.
        assert_ok!(appoint(Role::Reviewer, 5_000, 6_000));
        assert_ok!(end());
        assert_ok!(appoint(Role::Reviewer, 4_000, 6_000));
        Time::set(5_500);
        assert!(Members::membership(MAKER).expect("active").roles.has(Role::Reviewer));
        let first = Deputations::<Test>::get(MAKER, 0).expect("on record");
        assert_eq!((first.from, first.until, first.end()), (1_000, 9_000, 2_000));
        assert_eq!(Deputations::<Test>::iter_prefix(MAKER).count(), 3);
        Time::set(6_000);
        assert_noop!(end(), Error::<Test>::NoDeputation);
    });
}

#[test]
fn a_key_of_an_enterprise_should_never_become_a_members() {
    test(|| {
        assert_noop!(admit(new_key(ENTERPRISE_KEY, 20, &[Role::Reviewer])), Error::<Test>::KeyExists);
        let maker = || RawOrigin::Signed(MAKER).into();
        assert_noop!(Members::rotate_key(maker(), ENTERPRISE_KEY, Custody::Own), Error::<Test>::KeyExists);
    });
}
