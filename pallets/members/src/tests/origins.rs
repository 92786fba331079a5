//! Who may call what: every call against every kind of caller.
use crate::{mock::*, Call, EnsureRole, Error};
use frame_support::{
    assert_storage_noop, dispatch::RawOrigin, parameter_types, traits::EnsureOrigin, traits::UnfilteredDispatchable,
};
use jiandu_primitives::member::{Custody, EndReason, OrganisationKind, Role, Roles};
use sp_runtime::DispatchError;

/// Every call, made so that it succeeds for whoever may make it.
fn calls() -> Vec<(&'static str, Call<Test>)> {
    let exchange = code(EXCHANGE);
    vec![
        (
            "admit_organisation",
            Call::admit_organisation {
                organisation: code(NEWCOMER),
                kind: OrganisationKind::Auditor,
                name: "示例".as_bytes().to_vec().try_into().expect("short"),
                administrator: new_key(20, 20, &[Role::Administrator]),
            },
        ),
        ("suspend_organisation", Call::suspend_organisation { organisation: exchange, reason: EndReason::Violation }),
        ("reinstate_organisation", Call::reinstate_organisation { organisation: exchange }),
        ("remove_organisation", Call::remove_organisation { organisation: exchange, reason: EndReason::Request }),
        ("admit_key", Call::admit_key { organisation: exchange, key: new_key(21, 21, &[Role::Reviewer]) }),
        ("rotate_key", Call::rotate_key { successor: 22, custody: Custody::Own }),
        ("revoke_key", Call::revoke_key { key: MAKER, reason: EndReason::Loss }),
        ("suspend_key", Call::suspend_key { key: MAKER }),
        ("reinstate_key", Call::reinstate_key { key: MAKER }),
        (
            "end_handle",
            Call::end_handle { organisation: exchange, handle: handle(2), from: 0, reason: EndReason::Departure },
        ),
        (
            "appoint_deputy",
            Call::appoint_deputy { key: MAKER, roles: Roles::of(&[Role::Registrar]), from: 0, until: 5_000 },
        ),
        ("end_deputation", Call::end_deputation { key: MAKER }),
        // For one's own organisation: an administrator of another registers that one's key.
        ("register_encryption_key", Call::register_encryption_key { public: [1; 32] }),
    ]
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Caller {
    None,
    Root,
    Council,
    Outsider,
    Administrator,
    WrongRole,
    OtherTenant,
    Suspended,
}

const CALLERS: [Caller; 8] = [
    Caller::None,
    Caller::Root,
    Caller::Council,
    Caller::Outsider,
    Caller::Administrator,
    Caller::WrongRole,
    Caller::OtherTenant,
    Caller::Suspended,
];

fn origin(caller: Caller) -> RuntimeOrigin {
    match caller {
        Caller::None => RawOrigin::None.into(),
        Caller::Root => RawOrigin::Root.into(),
        Caller::Council => RawOrigin::Signed(100).into(),
        Caller::Outsider => RawOrigin::Signed(OUTSIDER).into(),
        Caller::Administrator | Caller::Suspended => RawOrigin::Signed(ADMIN).into(),
        Caller::WrongRole => RawOrigin::Signed(MAKER).into(),
        Caller::OtherTenant => RawOrigin::Signed(BANKER).into(),
    }
}

fn allowed(call: &str) -> &'static [Caller] {
    match call {
        "admit_organisation" | "suspend_organisation" | "reinstate_organisation" | "remove_organisation" => {
            &[Caller::Council]
        }
        "rotate_key" => &[Caller::Administrator, Caller::WrongRole, Caller::OtherTenant],
        "appoint_deputy" => &[Caller::Administrator],
        "register_encryption_key" => &[Caller::Administrator, Caller::OtherTenant],
        _ => &[Caller::Council, Caller::Administrator],
    }
}

#[test]
fn every_call_should_answer_to_its_callers_alone() {
    for (name, call) in calls() {
        for caller in CALLERS {
            test(|| {
                let council = || RawOrigin::Signed(100).into();
                if name == "reinstate_organisation" {
                    Members::suspend_organisation(council(), code(EXCHANGE), EndReason::Violation).expect("suspends");
                }
                if name == "end_deputation" {
                    let admin = RawOrigin::Signed(ADMIN).into();
                    let roles = Roles::of(&[Role::Registrar]);
                    Members::appoint_deputy(admin, MAKER, roles, 0, 5_000).expect("appoints");
                }
                if name == "reinstate_key" {
                    Members::suspend_key(council(), MAKER).expect("suspends");
                }
                if caller == Caller::Suspended {
                    Members::suspend_key(council(), ADMIN).expect("suspends");
                }
                if allowed(name).contains(&caller) {
                    call.clone().dispatch_bypass_filter(origin(caller)).unwrap_or_else(|error| {
                        panic!("{caller:?} may {name}: {error:?}");
                    });
                } else {
                    let call = call.clone();
                    assert_storage_noop!({
                        let error = call.dispatch_bypass_filter(origin(caller)).expect_err("refused").error;
                        let expected = [DispatchError::BadOrigin, Error::<Test>::NotAdministrator.into()];
                        assert!(expected.contains(&error), "{caller:?} {name}: {error:?}");
                    });
                }
            });
        }
    }
}

#[test]
fn the_table_should_name_every_call() {
    use frame_support::traits::GetCallName;
    let named: Vec<_> = calls().into_iter().map(|(name, _)| name).collect();
    assert_eq!(Call::<Test>::get_call_names(), named);
}

parameter_types! {
    pub const Makers: Roles = Roles::of(&[Role::Discloser, Role::Registrar]);
}

type EnsureMaker = EnsureRole<Test, Makers>;

#[test]
fn an_actor_should_be_given_when_a_key_has_one_of_the_roles() {
    test(|| {
        let actor = EnsureMaker::ensure_origin(RawOrigin::Signed(MAKER).into()).expect("a maker");
        assert_eq!((actor.organisation, actor.key, actor.handle), (code(EXCHANGE), MAKER, handle(2)));
        assert!(actor.roles.has(Role::Discloser));
        for caller in [Caller::None, Caller::Root, Caller::Outsider, Caller::Administrator, Caller::OtherTenant] {
            assert!(EnsureMaker::ensure_origin(origin(caller)).is_err(), "{caller:?}");
        }
        Members::suspend_key(RawOrigin::Signed(ADMIN).into(), MAKER).expect("suspends");
        assert!(EnsureMaker::ensure_origin(RawOrigin::Signed(MAKER).into()).is_err());
    });
}
