//! Admission, suspension and removal of organisations.
use crate::{mock::*, Error, Event, OrganisationStatus, Organisations, StatusChange, StatusChanges};
use frame_support::{assert_noop, assert_ok, dispatch::RawOrigin};
use jiandu_primitives::{
    chain::Moment,
    member::{EndReason, OrganisationKind, Role},
    name::MAX_NAME,
    refusal::Refusal,
    uscc::Uscc,
};
use sp_runtime::DispatchResult;

fn council() -> RuntimeOrigin {
    RawOrigin::Signed(100).into()
}

fn admit(organisation: Uscc, name: &str) -> DispatchResult {
    let name = name.as_bytes().to_vec().try_into().expect("at most the bound");
    Members::admit_organisation(
        council(),
        organisation,
        OrganisationKind::Auditor,
        name,
        new_key(20, 20, &[Role::Administrator]),
    )
}

#[test]
fn an_organisation_should_be_usable_when_the_council_admitted_it() {
    test(|| {
        assert_eq!(Members::membership(20), Err(Refusal::UnknownKey));
        assert_ok!(admit(code(NEWCOMER), "示例会计师事务所"));
        let member = Members::membership(20).expect("active");
        assert_eq!((member.organisation, member.handle), (code(NEWCOMER), handle(20)));
        System::assert_has_event(
            Event::OrganisationAdmitted {
                organisation: code(NEWCOMER),
                kind: OrganisationKind::Auditor,
                name: "示例会计师事务所".as_bytes().to_vec().try_into().expect("short"),
            }
            .into(),
        );
        assert_eq!(System::providers(&20), 1);
    });
}

#[test]
fn admission_should_be_refused_when_the_code_is_wrong_by_one_character() {
    test(|| {
        for at in 0..18 {
            let mut bytes = *code(NEWCOMER).as_bytes();
            bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
            assert_noop!(admit(Uscc::from_bytes(bytes), "示例"), Error::<Test>::InvalidUscc);
        }
        assert_noop!(admit(Uscc::from_bytes([0xff; 18]), "示例"), Error::<Test>::InvalidUscc);
    });
}

#[test]
fn admission_should_be_refused_when_the_name_is_unreadable() {
    test(|| {
        for name in ["", " ", " 示例", "示例\n", "示\u{7}例", "示\u{202e}例", "示\u{200b}例", "\u{feff}示例"]
        {
            assert_noop!(admit(code(NEWCOMER), name), Error::<Test>::InvalidName);
        }
        let broken = vec![0xff, 0xfe].try_into().expect("short");
        assert_noop!(
            Members::admit_organisation(
                council(),
                code(NEWCOMER),
                OrganisationKind::Auditor,
                broken,
                new_key(20, 20, &[Role::Administrator])
            ),
            Error::<Test>::InvalidName
        );
        assert_ok!(admit(code(NEWCOMER), &"a".repeat(MAX_NAME as usize)));
    });
}

#[test]
fn admission_should_be_refused_when_the_first_key_does_not_administer() {
    test(|| {
        let admit = |roles: &[Role], kind| {
            let name = b"x".to_vec().try_into().expect("short");
            Members::admit_organisation(council(), code(NEWCOMER), kind, name, new_key(20, 20, roles))
        };
        assert_noop!(admit(&[Role::Auditor], OrganisationKind::Auditor), Error::<Test>::RolesNotPermitted);
        let more = &[Role::Administrator, Role::Reviewer];
        assert_noop!(admit(more, OrganisationKind::Auditor), Error::<Test>::RolesNotPermitted);
        assert_ok!(admit(more, OrganisationKind::Exchange));
    });
}

#[test]
fn admission_should_be_refused_when_the_organisation_or_the_key_is_known() {
    test(|| {
        assert_noop!(admit(code(EXCHANGE), "示例"), Error::<Test>::OrganisationExists);
        let name = b"x".to_vec().try_into().expect("short");
        assert_noop!(
            Members::admit_organisation(
                council(),
                code(NEWCOMER),
                OrganisationKind::Auditor,
                name,
                new_key(MAKER, 20, &[Role::Administrator])
            ),
            Error::<Test>::KeyExists
        );
    });
}

#[test]
fn suspension_should_stop_every_key_and_reinstatement_bring_them_back() {
    test(|| {
        Time::set(2_000);
        assert_ok!(Members::suspend_organisation(council(), code(EXCHANGE), EndReason::Violation));
        for key in [ADMIN, MAKER] {
            assert_eq!(Members::membership(key), Err(Refusal::OrganisationSuspended));
        }
        assert!(Members::membership(BANKER).is_ok());
        assert_noop!(
            Members::suspend_organisation(council(), code(EXCHANGE), EndReason::Violation),
            Error::<Test>::OrganisationNotActive
        );
        Time::set(3_000);
        assert_ok!(Members::reinstate_organisation(council(), code(EXCHANGE)));
        assert!(Members::membership(MAKER).is_ok());
        assert_noop!(
            Members::reinstate_organisation(council(), code(EXCHANGE)),
            Error::<Test>::OrganisationNotSuspended
        );
        let change = |status, reason, time| Some(StatusChange { status, reason, at: Moment { block: 1, time } });
        let changes = |n| StatusChanges::<Test>::get(code(EXCHANGE), n);
        assert_eq!(changes(1), change(OrganisationStatus::Suspended, Some(EndReason::Violation), 2_000));
        assert_eq!(changes(2), change(OrganisationStatus::Active, None, 3_000));
        assert_eq!(changes(3), None);
    });
}

#[test]
fn an_organisation_should_never_come_back_when_it_has_left() {
    test(|| {
        assert_ok!(Members::remove_organisation(council(), code(BANK), EndReason::Request));
        assert_eq!(Members::membership(BANKER), Err(Refusal::OrganisationLeft));
        assert!(Organisations::<Test>::get(code(BANK)).is_some_and(|row| row.until.is_some()));
        let left = Error::<Test>::OrganisationHasLeft;
        assert_noop!(Members::reinstate_organisation(council(), code(BANK)), left);
        assert_noop!(
            Members::suspend_organisation(council(), code(BANK), EndReason::Request),
            Error::<Test>::OrganisationHasLeft
        );
        assert_noop!(
            Members::remove_organisation(council(), code(BANK), EndReason::Request),
            Error::<Test>::OrganisationHasLeft
        );
        assert_noop!(
            Members::admit_key(council(), code(BANK), new_key(21, 21, &[Role::User])),
            Error::<Test>::OrganisationNotActive
        );
        assert_noop!(admit(code(BANK), "示例"), Error::<Test>::OrganisationExists);
    });
}

#[test]
fn calls_on_an_unknown_organisation_should_say_so() {
    test(|| {
        let unknown = || Error::<Test>::UnknownOrganisation;
        assert_noop!(Members::suspend_organisation(council(), code(NEWCOMER), EndReason::Request), unknown());
        assert_noop!(Members::reinstate_organisation(council(), code(NEWCOMER)), unknown());
        assert_noop!(Members::remove_organisation(council(), code(NEWCOMER), EndReason::Request), unknown());
        assert_noop!(Members::admit_key(council(), code(NEWCOMER), new_key(21, 21, &[Role::User])), unknown());
    });
}

#[test]
fn an_organisation_of_another_kind_should_keep_to_its_roles() {
    test(|| {
        for kind in OrganisationKind::ALL {
            for role in Role::ALL {
                let permitted = kind.roles().has(*role);
                let account = 1_000 + u64::from(*kind as u8) * 100 + u64::from(*role as u8);
                let mut storage = sp_io::TestExternalities::default();
                storage.execute_with(|| {
                    let admin = new_key(account + 5_000, 50, &[Role::Administrator]);
                    let name = b"x".to_vec().try_into().expect("short");
                    Members::admit_organisation(council(), code(NEWCOMER), *kind, name, admin).expect("admits");
                    let admitted = Members::admit_key(council(), code(NEWCOMER), new_key(account, 51, &[*role]));
                    assert_eq!(admitted.is_ok(), permitted, "{kind} {role}");
                });
            }
        }
    });
}

#[test]
fn the_council_should_never_lose_the_keys_that_it_decides_with() {
    use crate::Call;
    use frame_support::{assert_storage_noop, traits::UnfilteredDispatchable};
    use jiandu_primitives::member::Custody;
    let exchange = code(EXCHANGE);
    let calls = [
        Call::<Test>::suspend_organisation { organisation: exchange, reason: EndReason::Violation },
        Call::remove_organisation { organisation: exchange, reason: EndReason::Request },
        Call::revoke_key { key: MAKER, reason: EndReason::Loss },
        Call::suspend_key { key: MAKER },
        Call::end_handle { organisation: exchange, handle: handle(2), from: 0, reason: EndReason::Departure },
    ];
    test(|| {
        CouncilCanDecide::set(false);
        for call in calls {
            assert_storage_noop!({
                let error = call.clone().dispatch_bypass_filter(council()).expect_err("refused").error;
                assert_eq!(error, Error::<Test>::CouncilPowerless.into(), "{call:?}");
            });
        }
        let rotate = Call::<Test>::rotate_key { successor: 20, custody: Custody::Own };
        assert_storage_noop!({
            let error = rotate.dispatch_bypass_filter(RawOrigin::Signed(MAKER).into()).expect_err("refused").error;
            assert_eq!(error, Error::<Test>::CouncilPowerless.into());
        });
    });
}
