//! Who may call what: every call against every kind of caller.
use super::*;
use crate::{Call, Error};
use frame_support::{
    assert_storage_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};
use jiandu_primitives::calendar::Year;
use sp_runtime::DispatchError;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Caller {
    None,
    Root,
    Council,
    Outsider,
    Maker,
    Discloser,
    Checker,
    SamePerson,
    OtherMaker,
    OtherChecker,
    Banker,
}

const CALLERS: [Caller; 11] = [
    Caller::None,
    Caller::Root,
    Caller::Council,
    Caller::Outsider,
    Caller::Maker,
    Caller::Discloser,
    Caller::Checker,
    Caller::SamePerson,
    Caller::OtherMaker,
    Caller::OtherChecker,
    Caller::Banker,
];

fn origin(caller: Caller) -> RuntimeOrigin {
    RawOrigin::Signed(match caller {
        Caller::None => return RawOrigin::None.into(),
        Caller::Root => return RawOrigin::Root.into(),
        Caller::Council => COUNCIL,
        Caller::Outsider => OUTSIDER,
        Caller::Maker => MAKER,
        Caller::Discloser => DISCLOSER,
        Caller::Checker => CHECKER,
        Caller::SamePerson => SAME_PERSON,
        Caller::OtherMaker => STRANGE_MAKER,
        Caller::OtherChecker => STRANGE_CHECKER,
        Caller::Banker => BANKER,
    })
    .into()
}

fn allowed(call: &str) -> &'static [Caller] {
    match call {
        "set_rules" | "set_year" => &[Caller::Council],
        "declare" | "declare_many" => &[Caller::Maker, Caller::Discloser],
        "cancel" => &[Caller::Checker],
        "extend" | "waive" => &[Caller::Checker, Caller::SamePerson],
        other => panic!("nobody decided who may call {other}"),
    }
}

/// Every call, made so that it succeeds for whoever may make it after [`prepared`].
fn calls() -> Vec<(&'static str, Call<Test>)> {
    let (enterprise, reason, text) = (uscc(1), ReliefReason::Request, None);
    let occasions = vec![(INTERIM, event("2026-03-03"))].try_into().expect("few");
    let (kind, occasion, until) = (ANNUAL, REPORT, day("2026-05-30"));
    vec![
        ("set_rules", Call::set_rules { table: table("2026-03-03", vec![]) }),
        ("set_year", Call::set_year { year: 2026, days: Year::weekdays(2026) }),
        ("declare", Call::declare { enterprise, kind: INTERIM, occasion: event("2026-03-03") }),
        ("declare_many", Call::declare_many { enterprise, occasions }),
        ("cancel", Call::cancel { enterprise, kind: INTERIM, occasion: event("2026-03-02") }),
        ("extend", Call::extend { enterprise, kind, occasion: occasion.clone(), until, reason, text }),
        ("waive", Call::waive { enterprise, kind, occasion, reason, text }),
    ]
}

/// Rules, and an event that the maker declared.
fn prepared() {
    ruled();
    assert_ok!(declare(1, INTERIM, &event("2026-03-02")));
}

#[test]
fn every_call_should_answer_to_its_callers_alone() {
    for (name, call) in calls() {
        for caller in CALLERS {
            test(|| {
                prepared();
                let call = call.clone();
                if allowed(name).contains(&caller) {
                    call.dispatch_bypass_filter(origin(caller)).unwrap_or_else(|error| {
                        panic!("{caller:?} may {name}: {error:?}");
                    });
                } else {
                    assert_storage_noop!({
                        let error = call.dispatch_bypass_filter(origin(caller)).expect_err("refused").error;
                        let expected = [
                            DispatchError::BadOrigin,
                            Error::<Test>::NotTheRegistrar.into(),
                            Error::<Test>::SamePerson.into(),
                        ];
                        assert!(expected.contains(&error), "{caller:?} {name}: {error:?}");
                    });
                }
            });
        }
    }
}

#[test]
fn the_table_should_name_every_call() {
    let named: Vec<_> = calls().into_iter().map(|(name, _)| name).collect();
    assert_eq!(Call::<Test>::get_call_names(), named);
}
