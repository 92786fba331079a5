//! Who may call what: every call against every kind of caller.
use super::*;
use crate::Call;
use frame_support::{
    assert_storage_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};

/// Everybody that a call is tried as: `None` and Root as such, the rest by their keys.
const KEYS: [u64; 16] = [
    REGISTRAR,
    REVIEWER,
    BANKER,
    COLLEAGUE,
    BANK_ADMIN,
    OTHER_BANKER,
    GUARANTOR,
    BUREAU,
    OTHER_BUREAU,
    AUDITOR,
    OUTSIDER,
    KEY,
    SECOND_KEY,
    NEW_KEY,
    OTHER_KEY,
    SUSPENDED,
];
/// A key of the bank that is suspended.
const SUSPENDED: u64 = 13;

/// Who may make the call that [`calls`] has, on the chain that [`prepared`] makes.
fn allowed(call: &str) -> &'static [u64] {
    match call {
        "propose_grant" => &[BANKER, COLLEAGUE, KEY, SECOND_KEY],
        // The bank has signed: that it does so again is recognised.
        "sign_grant" => &[BANKER, COLLEAGUE, BUREAU, KEY, SECOND_KEY],
        "decline_grant" | "end_grant" => &[BANKER, COLLEAGUE, BUREAU, KEY, SECOND_KEY],
        "suspend_grant" | "resume_grant" => &[KEY, SECOND_KEY],
        "reserve_use" | "acknowledge_deletion" => &[BANKER, COLLEAGUE],
        "settle_use" | "report_use" | "record_denial" => &[BUREAU],
        "publish_standing_terms" => &[BUREAU, OTHER_BUREAU],
        "require_two" => &[KEY, SECOND_KEY],
        other => panic!("nobody decided who may call {other}"),
    }
}

/// Grant 0 waits, 1 is active with a reservation, 2 is suspended, 3 has ended.
fn prepared() {
    proposed(BANKER, &other_terms(1));
    reserved(active(&other_terms(2)), 1);
    let grant = active(&other_terms(3));
    assert_ok!(Grants::suspend_grant(signed(KEY), grant, REASON));
    let grant = active(&other_terms(4));
    assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
    let new = pallet_jiandu_members::NewKey {
        account: SUSPENDED,
        handle: jiandu_primitives::member::Handle([SUSPENDED as u8; 8]),
        roles: jiandu_primitives::member::Roles::of(&[jiandu_primitives::member::Role::User]),
        custody: jiandu_primitives::member::Custody::Own,
        from: 0,
        until: None,
    };
    assert_ok!(Members::admit_key(signed(BANK_ADMIN), code(BANK), new));
    assert_ok!(Members::suspend_key(signed(BANK_ADMIN), SUSPENDED));
    // A key beside the others cools off, too, and suspends nothing.
    bind(1, NEW_KEY, None);
}

fn calls() -> Vec<(&'static str, Call<Test>)> {
    let (asked, reason, result) = (asked(), REASON, Some(commitment(9)));
    let standing = StandingTerms {
        actions: Actions::of(&[Action::View]),
        level: Level::L2,
        longest: 9,
        uses: None,
        onward: false,
        document: [1; 32],
    };
    vec![
        ("propose_grant", Call::propose_grant { terms: Box::new(terms()) }),
        ("sign_grant", Call::sign_grant { grant: 0, terms: other_terms(1).digest() }),
        ("decline_grant", Call::decline_grant { grant: 0, reason }),
        ("suspend_grant", Call::suspend_grant { grant: 1, reason }),
        ("resume_grant", Call::resume_grant { grant: 2 }),
        ("end_grant", Call::end_grant { grant: 1, reason }),
        ("reserve_use", Call::reserve_use { grant: 1, asked, ticket: [8; 32] }),
        ("settle_use", Call::settle_use { grant: 1, receipt: 0, outcome: Outcome::Served, result }),
        ("report_use", Call::report_use { grant: 1, asked, report: report_of(START, None, 1) }),
        ("record_denial", Call::record_denial { grant: 1, asked, reason: Denial::Expired, ticket: [8; 32] }),
        ("acknowledge_deletion", Call::acknowledge_deletion { grant: 3, statement: None }),
        ("publish_standing_terms", Call::publish_standing_terms { terms: Some(standing) }),
        ("require_two", Call::require_two { two: true }),
    ]
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
