//! What is answered about the past is what was answered then.
use super::*;
use frame_support::storage::with_storage_layer;
use jiandu_primitives::{enterprise::EnterpriseStatus, grant::EnterpriseHistory, member::EndReason};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};
use std::{cell::RefCell, collections::BTreeSet};

/// What may happen between two blocks.
#[derive(Clone, Debug)]
enum Act {
    Wait(u64),
    Propose { by_bank: bool, provider: bool, uses: Option<u32>, days: Option<u64>, replaces: bool },
    Sign { key: u64, grant: u64 },
    Decline { key: u64, grant: u64 },
    Suspend(u64),
    Resume { key: u64, grant: u64 },
    End { key: u64, grant: u64 },
    Reserve { key: u64, grant: u64, item: u8 },
    Settle { grant: u64, receipt: u32, outcome: u8 },
    Report { grant: u64, ago: u64 },
    Bank { suspend: bool },
    Bureau { suspend: bool },
    Enterprise { active: bool },
    ReplaceKey,
    ObjectToKey,
    Two(bool),
    KeyOfBank { suspend: bool },
}

fn act() -> impl Strategy<Value = Act> {
    let grant = || 0u64..4;
    let key = || proptest::sample::select(vec![KEY, KEY, SECOND_KEY, BANKER, BUREAU]);
    prop_oneof![
        6 => prop_oneof![Just(1u64), Just(600), Just(3_600), Just(3_601), Just(DAY), Just(10 * DAY)].prop_map(Act::Wait),
        4 => (any::<bool>(), any::<bool>(), proptest::option::of(1u32..4), proptest::option::of(1u64..20), any::<bool>()).prop_map(
            |(by_bank, provider, uses, days, replaces)| Act::Propose { by_bank, provider, uses, days, replaces }
        ),
        10 => (key(), grant()).prop_map(|(key, grant)| Act::Sign { key, grant }),
        1 => (key(), grant()).prop_map(|(key, grant)| Act::Decline { key, grant }),
        2 => grant().prop_map(Act::Suspend),
        3 => (key(), grant()).prop_map(|(key, grant)| Act::Resume { key, grant }),
        1 => (key(), grant()).prop_map(|(key, grant)| Act::End { key, grant }),
        8 => (grant(), 1u8..5).prop_map(|(grant, item)| Act::Reserve { key: BANKER, grant, item }),
        6 => (grant(), 0u32..6, 0u8..3).prop_map(|(grant, receipt, outcome)| Act::Settle { grant, receipt, outcome }),
        2 => (grant(), 0u64..DAY).prop_map(|(grant, ago)| Act::Report { grant, ago }),
        1 => any::<bool>().prop_map(|suspend| Act::Bank { suspend }),
        1 => any::<bool>().prop_map(|suspend| Act::Bureau { suspend }),
        1 => any::<bool>().prop_map(|active| Act::Enterprise { active }),
        1 => Just(Act::ReplaceKey),
        2 => Just(Act::ObjectToKey),
        1 => any::<bool>().prop_map(Act::Two),
        1 => any::<bool>().prop_map(|suspend| Act::KeyOfBank { suspend }),
    ]
}

/// Does something, if it is possible.
fn perform(act: &Act, number: usize) -> DispatchResult {
    let organisation = |suspend, organisation: &str| match suspend {
        true => Members::suspend_organisation(signed(100), code(organisation), EndReason::Violation),
        false => Members::reinstate_organisation(signed(100), code(organisation)),
    };
    match act {
        Act::Wait(seconds) => {
            later(*seconds);
            Ok(())
        }
        Act::Propose { by_bank, provider, uses, days, replaces } => {
            let terms = Terms {
                provider: provider.then(|| code(DATA)),
                uses: *uses,
                from: Time::get(),
                until: days.map(|days| Time::get() + days * DAY),
                replaces: replaces.then(|| NextGrant::<Test>::get().saturating_sub(1)),
                ..other_terms(number as u8)
            };
            propose(if *by_bank { BANKER } else { KEY }, &terms)
        }
        Act::Sign { key, grant } => sign(*key, *grant),
        Act::Decline { key, grant } => Grants::decline_grant(signed(*key), *grant, REASON),
        Act::Suspend(grant) => Grants::suspend_grant(signed(KEY), *grant, REASON),
        Act::Resume { key, grant } => Grants::resume_grant(signed(*key), *grant),
        Act::End { key, grant } => Grants::end_grant(signed(*key), *grant, REASON),
        Act::Reserve { key, grant, item } => {
            let asked = Use { item: commitment(*item), ..asked() };
            Grants::reserve_use(signed(*key), *grant, asked, [number as u8; 32])
        }
        Act::Settle { grant, receipt, outcome } => {
            let outcome = [Outcome::Served, Outcome::Failed, Outcome::Denied(Denial::Expired)][usize::from(*outcome)];
            let server = if Stored::<Test>::get(grant).is_some_and(|grant| grant.terms.provider.is_none()) {
                KEY
            } else {
                BUREAU
            };
            settle(server, *grant, *receipt, outcome)
        }
        Act::Report { grant, ago } => {
            let report = report_of(Time::get().saturating_sub(*ago), None, number as u8);
            Grants::report_use(signed(BUREAU), *grant, asked(), report)
        }
        Act::Bank { suspend } => organisation(*suspend, BANK),
        Act::Bureau { suspend } => organisation(*suspend, DATA),
        Act::Enterprise { active } => {
            let status = if *active { EnterpriseStatus::Active } else { EnterpriseStatus::TransferredOut };
            // Entered with a date of the past: it judges nothing that was done before it was entered.
            let since = Time::get().saturating_sub(300);
            let act = pallet_jiandu_archives::Act::ChangeStatus { enterprise: uscc(1), status, since };
            let number = pallet_jiandu_archives::NextProposal::<Test>::get();
            let digest = sp_crypto_hashing::blake2_256(&codec::Encode::encode(&act));
            Archives::propose(signed(REGISTRAR), act)?;
            Archives::confirm(signed(REVIEWER), number, digest, 1)
        }
        Act::ReplaceKey => {
            let taken = pallet_jiandu_archives::KeyOwners::<Test>::contains_key(NEW_KEY);
            if !taken && Archives::was_active(&uscc(1), Time::get()) {
                bind(1, NEW_KEY, Some(SECOND_KEY));
            }
            Ok(())
        }
        Act::ObjectToKey => Archives::object_to_key(signed(KEY), NEW_KEY),
        Act::Two(two) => Grants::require_two(signed(KEY), *two),
        Act::KeyOfBank { suspend: true } => Members::suspend_key(signed(BANK_ADMIN), BANKER),
        Act::KeyOfBank { suspend: false } => Members::reinstate_key(signed(BANK_ADMIN), BANKER),
    }
}

/// What is asked at the end of each block.
fn answers(time: Option<u64>) -> Vec<Option<Answer>> {
    let ask = |grant, key, item| {
        let asked = Use { item: commitment(item), ..asked() };
        Grants::decision(grant, code(BANK), key, asked, None, time)
    };
    // Of a grant that was not proposed yet, there is no answer then and one now: that nobody had signed it.
    let known = |answer: Option<Answer>| answer.filter(|answer| answer.facts.state.is_some());
    let items = [(None, 1), (Some(BANKER), 3), (None, 9)];
    (0..4).flat_map(|grant| items.map(|(key, item)| known(ask(grant, key, item)))).collect()
}

fn usable(time: Option<u64>) -> Vec<Usable> {
    let (mut found, mut from) = (Vec::new(), Some(0));
    while let Some(next) = from {
        let page = Grants::usable_grants(uscc(1), time, next, 2);
        found.extend(page.grants);
        from = page.next;
    }
    found
}

/// Lets things happen, and compares what is answered about the past with what was answered then. Gives the decisions that were
/// met.
fn travel(acts: &[Act]) -> Result<BTreeSet<Option<Denial>>, TestCaseError> {
    test(|| {
        let (mut then, mut met) = (Vec::new(), BTreeSet::new());
        active(&Terms { uses: Some(2), from: START + 900, ..other_terms(201) });
        active(&Terms { provider: None, uses: None, until: None, ..other_terms(202) });
        for (number, act) in acts.iter().enumerate() {
            // A refused call leaves nothing behind.
            let done = with_storage_layer(|| perform(act, number));
            if done.is_err() || matches!(act, Act::Wait(_)) {
                continue;
            }
            // The last answer of a second is that of its block's end.
            then.retain(|(time, _, _)| *time != Time::get());
            then.push((Time::get(), answers(None), usable(None)));
        }
        later(40 * DAY);
        for (time, answered, listed) in then {
            prop_assert_eq!(&answers(Some(time)), &answered, "at {}", time);
            prop_assert_eq!(usable(Some(time)), listed, "at {}", time);
            let decisions = answered.into_iter().flatten();
            met.extend(decisions.map(|answer| answer.decision.err().map(|denied| denied.reason)));
        }
        Ok(met)
    })
}

#[test]
fn the_past_should_be_answered_as_it_was() {
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() });
    let met = RefCell::new(BTreeSet::new());
    let run = runner.run(&proptest::collection::vec(act(), 1..60), |acts| {
        met.borrow_mut().append(&mut travel(&acts)?);
        Ok(())
    });
    run.expect("the past stays what it was");
    // What was compared were no thousand empty histories: everything that can happen in one did.
    let never = [Denial::NotTheUser, Denial::OtherPurpose, Denial::ActionNotGranted, Denial::LevelTooHigh];
    let expected = Denial::ALL.iter().copied().filter(|reason| !never.contains(reason)).map(Some);
    let missing: Vec<_> = expected.chain([None]).filter(|reason| !met.borrow().contains(reason)).collect();
    assert_eq!(missing, []);
}
