//! Who may call what: every call against every kind of caller.
use super::*;
use crate::{Call, Error};
use frame_support::{
    assert_storage_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};
use jiandu_primitives::{
    change::RecordChange,
    enterprise::{DeclineReason, Section, SectionContent, SourceDomain},
    header::Header,
};
use sp_runtime::DispatchError;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Caller {
    None,
    Root,
    Council,
    Outsider,
    Maker,
    Checker,
    SamePerson,
    OtherMaker,
    OtherChecker,
    Banker,
    Agent,
    OtherAgent,
    Enterprise,
    OtherEnterprise,
    Waiting,
}

const CALLERS: [Caller; 15] = [
    Caller::None,
    Caller::Root,
    Caller::Council,
    Caller::Outsider,
    Caller::Maker,
    Caller::Checker,
    Caller::SamePerson,
    Caller::OtherMaker,
    Caller::OtherChecker,
    Caller::Banker,
    Caller::Agent,
    Caller::OtherAgent,
    Caller::Enterprise,
    Caller::OtherEnterprise,
    Caller::Waiting,
];

fn origin(caller: Caller) -> RuntimeOrigin {
    RawOrigin::Signed(match caller {
        Caller::None => return RawOrigin::None.into(),
        Caller::Root => return RawOrigin::Root.into(),
        Caller::Council => 100,
        Caller::Outsider => OUTSIDER,
        Caller::Maker => MAKER,
        Caller::Checker => CHECKER,
        Caller::SamePerson => SAME_PERSON,
        Caller::OtherMaker => STRANGE_MAKER,
        Caller::OtherChecker => STRANGE_CHECKER,
        Caller::Banker => BANKER,
        Caller::Agent => AGENT,
        Caller::OtherAgent => OTHER_AGENT,
        Caller::Enterprise => FIRST_KEY,
        Caller::OtherEnterprise => THIRD_KEY,
        Caller::Waiting => SECOND_KEY,
    })
    .into()
}

fn allowed(call: &str) -> &'static [Caller] {
    match call {
        "propose" => &[Caller::Maker],
        "confirm" | "publish_section" => &[Caller::Checker],
        "decline" => &[Caller::Maker, Caller::Checker, Caller::SamePerson],
        "object_to_key" => &[Caller::Enterprise],
        "end_key" => &[Caller::Enterprise, Caller::OtherEnterprise],
        "set_cooling_off" => &[Caller::Council],
        "sign_mandate" => &[Caller::Enterprise],
        "end_mandate" => &[Caller::Enterprise, Caller::Agent],
        other => panic!("nobody decided who may call {other}"),
    }
}

fn content() -> SectionContent {
    SectionContent {
        section: Section::Basic,
        part: None,
        series: 0,
        source: SourceDomain::Public,
        change: RecordChange::Snapshot { base: None, header: Header::default(), documents: documents(&[1]) },
    }
}

/// Every call, made so that it succeeds for whoever may make it after [`prepared`].
fn calls() -> Vec<(&'static str, Call<Test>)> {
    let waiting = rename(1, "丙公司", 300);
    vec![
        ("propose", Call::propose { act: rename(1, "丁公司", 400) }),
        ("confirm", Call::confirm { proposal: 5, act: digest(&waiting), size: 1 }),
        ("publish_section", Call::publish_section { proposal: 6, salt: [7; 32], content: Box::new(content()) }),
        ("decline", Call::decline { proposal: 5, reason: DeclineReason::Incomplete }),
        ("object_to_key", Call::object_to_key { key: SECOND_KEY }),
        ("end_key", Call::end_key {}),
        ("set_cooling_off", Call::set_cooling_off { seconds: 100_000 }),
        ("sign_mandate", Call::sign_mandate { terms: mandate(1, 2) }),
        ("end_mandate", Call::end_mandate { mandate: 0 }),
    ]
}

/// Two enterprises with keys, one of them cooling off, and two proposals that wait.
fn prepared() {
    two_registered();
    assert_ok!(done(bind(1, FIRST_KEY, None)));
    assert_ok!(done(bind(1, SECOND_KEY, None)));
    assert_ok!(done(bind(2, THIRD_KEY, None)));
    assert_ok!(propose(&rename(1, "丙公司", 300)));
    let enterprise = uscc(1);
    let commitment = content().commitment(&enterprise, &[7; 32]);
    assert_ok!(propose(&Act::PublishSection { enterprise, commitment }));
    assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
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
                            Error::<Test>::NothingToObject.into(),
                            Error::<Test>::NotTheEnterprise.into(),
                            Error::<Test>::NotTheAgent.into(),
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
