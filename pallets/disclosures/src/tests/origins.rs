//! Who may call what: every call against every kind of caller.
use super::*;
use crate::Call;
use frame_support::{
    assert_storage_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};
use jiandu_primitives::disclosure::FreezeReason;

/// Everybody that a call is tried as: `None` and Root as such, the rest by their keys.
const KEYS: [u64; 15] = [
    REGISTRAR,
    MAKER,
    COLLEAGUE,
    SAME_PERSON,
    CHECKER,
    SECOND_CHECKER,
    DEPUTY,
    STRANGE_MAKER,
    STRANGE_CHECKER,
    AGENT,
    REGULATOR,
    BANKER,
    OUTSIDER,
    KEY,
    OTHER_KEY,
];

/// Who may make the call that [`calls`] has, on the chain that [`prepared`] makes.
fn allowed(call: &str) -> &'static [u64] {
    match call {
        "submit" => &[MAKER, COLLEAGUE, DEPUTY, AGENT, KEY, OTHER_KEY],
        "resubmit" | "retract" => &[MAKER],
        "take_over" => &[COLLEAGUE, DEPUTY],
        "return_submission" | "reject" | "accept" | "publish" => &[CHECKER, SECOND_CHECKER, DEPUTY],
        // Each item is refused by itself, so any member may send the list.
        "publish_many" => &[
            REGISTRAR,
            MAKER,
            COLLEAGUE,
            SAME_PERSON,
            CHECKER,
            SECOND_CHECKER,
            DEPUTY,
            STRANGE_MAKER,
            STRANGE_CHECKER,
            AGENT,
            REGULATOR,
            BANKER,
        ],
        "freeze" | "unfreeze" => &[REGULATOR],
        other => panic!("nobody decided who may call {other}"),
    }
}

fn waiting() -> Disclosure {
    report("2025", None, &[1])
}

fn calls() -> Vec<(&'static str, Call<Test>)> {
    let (class, commitment, reason) = (DisclosureClass::Report, waiting().commitment(&SALT), INCORRECT);
    let freeze = Reason { code: FreezeReason::Risk, text: None };
    let item = Item { submission: 0, salt: SALT, disclosure: waiting() };
    vec![
        ("submit", Call::submit { exchange: exchange(), class, commitment: [8; 32] }),
        ("resubmit", Call::resubmit { submission: 0, class, commitment: [8; 32] }),
        ("retract", Call::retract { submission: 0 }),
        ("take_over", Call::take_over { submission: 0 }),
        ("return_submission", Call::return_submission { submission: 0, commitment, reason }),
        ("reject", Call::reject { submission: 0, commitment, reason }),
        ("accept", Call::accept { submission: 0, commitment, not_before: None }),
        ("publish", Call::publish { submission: 0, salt: SALT, disclosure: Box::new(waiting()) }),
        ("publish_many", Call::publish_many { items: vec![item].try_into().expect("one") }),
        ("freeze", Call::freeze { object: object("2024"), reason: freeze }),
        ("unfreeze", Call::unfreeze { object: object("2023") }),
    ]
}

/// A submission that waits, a published disclosure and a frozen one.
fn prepared() {
    submitted(&waiting());
    published(&report("2024", None, &[2]));
    published(&report("2023", None, &[3]));
    let reason = Reason { code: FreezeReason::Risk, text: None };
    assert_ok!(Disclosures::freeze(signed(REGULATOR), object("2023"), reason));
}

#[test]
fn every_call_should_answer_to_its_callers_alone() {
    let nobody = [RawOrigin::None, RawOrigin::Root].map(|origin| (None, origin));
    for (name, call) in calls() {
        for (key, origin) in nobody.iter().cloned().chain(KEYS.map(|key| (Some(key), RawOrigin::Signed(key)))) {
            test(|| {
                prepared();
                let may = key.is_some_and(|key| allowed(name).contains(&key));
                let mut done = false;
                let mut dispatch = || done = call.clone().dispatch_bypass_filter(origin.clone().into()).is_ok();
                if may {
                    dispatch();
                } else {
                    assert_storage_noop!(dispatch());
                }
                assert_eq!(done, may, "{name} by {origin:?}");
            });
        }
    }
}

#[test]
fn the_table_should_name_every_call() {
    let mut named: Vec<_> = calls().iter().map(|(name, _)| *name).collect();
    let mut known = Call::<Test>::get_call_names().to_vec();
    named.sort_unstable();
    known.sort_unstable();
    assert_eq!(named, known);
}
