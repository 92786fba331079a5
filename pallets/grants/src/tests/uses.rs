//! Reservations, settlements, reports, refusals, deletion.
use super::*;
use jiandu_primitives::grant::usage::{MAX_RESERVED, RESERVATION};

fn report(key: u64, grant: u64, happened: u64) -> DispatchResult {
    Grants::report_use(signed(key), grant, asked(), report_of(happened, None, 1))
}

fn event(grant: u64, receipt: u32) -> usage::Event {
    Receipts::<Test>::get(grant, receipt).expect("a receipt").event
}

#[test]
fn a_use_should_count_from_its_reservation_and_stay_counted_when_it_is_served() {
    test(|| {
        let grant = active(&terms());
        let first = reserved(grant, 1);
        assert_eq!(used(grant), 1);
        assert_ok!(settle(BUREAU, grant, first, Outcome::Served));
        assert_eq!(used(grant), 1);
        // The same again is recognised, anything else is not.
        assert_ok!(settle(BUREAU, grant, first, Outcome::Served));
        assert_noop!(settle(BUREAU, grant, first, Outcome::Failed), Error::<Test>::NotReserved);
        let [second, third] = [reserved(grant, 2), reserved(grant, 3)];
        assert_noop!(reserve(BANKER, grant, 4), Error::<Test>::DeniedExhausted);
        // What was not served is given back.
        assert_ok!(settle(BUREAU, grant, second, Outcome::Failed));
        assert_eq!(used(grant), 2);
        assert_ok!(settle(BUREAU, grant, third, Outcome::Denied(Denial::LevelTooHigh)));
        assert_eq!(used(grant), 1);
        for ticket in [5, 6] {
            let receipt = reserved(grant, ticket);
            assert_ok!(settle(BUREAU, grant, receipt, Outcome::Served));
        }
        assert_noop!(reserve(BANKER, grant, 7), Error::<Test>::DeniedExhausted);
        assert_eq!(head(grant).usage.settled, 3);
    });
}

#[test]
fn a_reservation_should_lapse_at_its_time_and_give_its_use_back() {
    test(|| {
        let grant = active(&Terms { uses: Some(1), ..terms() });
        let receipt = reserved(grant, 1);
        Time::set(START + RESERVATION - 1);
        assert_noop!(reserve(BANKER, grant, 2), Error::<Test>::DeniedExhausted);
        Time::set(START + RESERVATION);
        assert_noop!(settle(BUREAU, grant, receipt, Outcome::Served), Error::<Test>::ReservationLapsed);
        let receipt = reserved(grant, 2);
        assert_ok!(settle(BUREAU, grant, receipt, Outcome::Served));
        // None holds longer than its grant.
        let short = active(&Terms { until: Some(Time::get() + 60), ..other_terms(1) });
        let receipt = reserved(short, 1);
        later(60);
        assert_noop!(settle(BUREAU, short, receipt, Outcome::Served), Error::<Test>::ReservationLapsed);
    });
}

#[test]
fn a_bounded_number_of_reservations_should_be_open() {
    test(|| {
        let grant = active(&Terms { uses: None, ..terms() });
        for ticket in 0..MAX_RESERVED as u8 {
            reserved(grant, ticket);
        }
        assert_noop!(reserve(BANKER, grant, 99), Error::<Test>::TooManyReserved);
        assert_ok!(settle(BUREAU, grant, 3, Outcome::Failed));
        reserved(grant, 99);
        Time::set(START + RESERVATION);
        reserved(grant, 100);
        assert_eq!(used(grant), 1);
    });
}

#[test]
fn the_same_call_should_write_one_receipt() {
    test(|| {
        let grant = active(&terms());
        assert_ok!(reserve(BANKER, grant, 1));
        assert_ok!(reserve(COLLEAGUE, grant, 1));
        assert_eq!((used(grant), head(grant).receipts), (1, 1));
        assert_ok!(report(BUREAU, grant, START));
        assert_ok!(report(BUREAU, grant, START));
        assert_eq!((used(grant), head(grant).receipts), (2, 2));
        let deny = |ticket| Grants::record_denial(signed(BUREAU), grant, asked(), Denial::Expired, [ticket; 32]);
        assert_ok!(deny(1));
        assert_ok!(deny(1));
        assert_ok!(deny(2));
        assert_eq!((used(grant), head(grant).receipts), (2, 4));
        // Even when it would not be allowed any more: it was.
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
        assert_ok!(reserve(BANKER, grant, 1));
        assert_noop!(reserve(BANKER, grant, 2), Error::<Test>::DeniedRevoked);
    });
}

#[test]
fn a_use_without_reservation_should_be_marked_and_never_refused_for_lack_of_permission() {
    test(|| {
        let grant = active(&terms());
        for (index, happened) in [START, START + 1, START + 2, START + 3, START + 4].into_iter().enumerate() {
            Time::set(happened);
            assert_ok!(report(BUREAU, grant, happened));
            let usage::Event::Reported { decision, count, .. } = event(grant, index as u32) else { panic!("reported") };
            assert_eq!(count, index as u32 + 1);
            assert_eq!(decision, if index < 3 { Ok(()) } else { denied(Denial::Exhausted) });
        }
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
        later(100);
        assert_ok!(report(BUREAU, grant, Time::get()));
        let usage::Event::Reported { decision, .. } = event(grant, 5) else { panic!("reported") };
        assert_eq!(decision, denied(Denial::Revoked));
        // It is judged by the time at which it happened.
        let other = active(&Terms { from: Time::get(), ..other_terms(1) });
        assert_ok!(report(BUREAU, other, START + 3));
        let usage::Event::Reported { decision, .. } = event(other, 0) else { panic!("reported") };
        assert_eq!(decision, denied(Denial::NotSigned));
        assert_noop!(report(BUREAU, other, Time::get() + 1), Error::<Test>::InvalidTime);
        // Even of a grant that the enterprise never signed; but nobody keeps books about a user who signed nothing.
        let open = proposed(BANKER, &other_terms(2));
        assert_ok!(report(BUREAU, open, Time::get()));
        let offered = proposed(KEY, &other_terms(3));
        assert_noop!(report(BUREAU, offered, Time::get()), Error::<Test>::UserHasNotSigned);
        let refused = Grants::record_denial(signed(BUREAU), offered, asked(), Denial::Expired, [1; 32]);
        assert_noop!(refused, Error::<Test>::UserHasNotSigned);
    });
}

#[test]
fn a_report_should_be_judged_with_what_else_happened_by_then() {
    test(|| {
        let grant = active(&terms());
        later(10);
        let judged = |ticket: u8, reservation| {
            let receipt = head(grant).receipts;
            assert_ok!(Grants::report_use(signed(BUREAU), grant, asked(), report_of(START, reservation, ticket)));
            let usage::Event::Reported { decision, .. } = event(grant, receipt) else { panic!("reported") };
            decision
        };
        // Several in one second, told apart by their tickets: the fourth is one too many, whichever time it is said to be of.
        assert_eq!([1, 2, 3].map(|ticket| judged(ticket, None)), [Ok(()); 3]);
        assert_eq!(judged(4, None), denied(Denial::Exhausted));
        // Served in time and settled too late: its own reservation does not stand in its way.
        let single = active(&Terms { uses: Some(1), from: Time::get(), ..other_terms(1) });
        let served = Time::get();
        let receipt = reserved(single, 1);
        later(RESERVATION);
        assert_noop!(settle(BUREAU, single, receipt, Outcome::Served), Error::<Test>::ReservationLapsed);
        let report = report_of(served, Some(9), 1);
        let unknown = Error::<Test>::UnknownReceipt;
        assert_noop!(Grants::report_use(signed(BUREAU), single, asked(), report), unknown);
        assert_ok!(Grants::report_use(signed(BUREAU), single, asked(), report_of(served, Some(receipt), 1)));
        let usage::Event::Reported { decision, reservation, .. } = event(single, 1) else { panic!("reported") };
        assert_eq!((decision, reservation), (Ok(()), Some(receipt)));
    });
}

#[test]
fn a_settlement_should_tell_what_became_of_the_grant_since_the_reservation() {
    test(|| {
        let grant = active(&terms());
        let receipts = [1, 2].map(|ticket| reserved(grant, ticket));
        let told = |receipt| match event(grant, receipt) {
            usage::Event::Reserved { settled: Some(settled), .. } => settled.decision,
            other => panic!("{other:?}"),
        };
        assert_ok!(settle(BUREAU, grant, receipts[0], Outcome::Served));
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
        assert_ok!(settle(BUREAU, grant, receipts[1], Outcome::Served));
        assert_eq!([0, 1].map(told), [Ok(()), denied(Denial::Revoked)]);
        // That a use is the last one is not against it.
        let single = active(&Terms { uses: Some(1), ..other_terms(1) });
        let receipt = reserved(single, 1);
        assert_ok!(settle(BUREAU, single, receipt, Outcome::Served));
        let usage::Event::Reserved { settled: Some(settled), .. } = event(single, 0) else { panic!("settled") };
        assert_eq!(settled.decision, Ok(()));
    });
}

#[test]
fn a_reservation_should_not_outlive_the_consent_to_its_item() {
    test(|| {
        let grant = active(&terms());
        Time::set(START + 10 * DAY - 60);
        let asked = Use { item: commitment(3), ..asked() };
        assert_ok!(Grants::reserve_use(signed(BANKER), grant, asked, [1; 32]));
        Time::set(START + 10 * DAY);
        assert_noop!(settle(BUREAU, grant, 0, Outcome::Served), Error::<Test>::ReservationLapsed);
    });
}

#[test]
fn a_user_should_give_back_what_it_does_not_need_and_settle_nothing_else() {
    test(|| {
        let grant = active(&Terms { uses: Some(1), ..terms() });
        let receipt = reserved(grant, 1);
        assert_noop!(settle(BANKER, grant, receipt, Outcome::Served), Error::<Test>::NotAParty);
        assert_noop!(settle(OTHER_BANKER, grant, receipt, Outcome::Failed), Error::<Test>::NotAParty);
        assert_ok!(settle(COLLEAGUE, grant, receipt, Outcome::Failed));
        assert_eq!(used(grant), 0);
        reserved(grant, 2);
    });
}

#[test]
fn serving_five_times_on_three_uses_should_leave_two_receipts_marked() {
    test(|| {
        let grant = active(&terms());
        let mut exceptions = 0;
        for ticket in 0..5 {
            match reserve(BANKER, grant, ticket) {
                Ok(()) => {
                    assert_ok!(settle(BUREAU, grant, u32::from(ticket), Outcome::Served));
                }
                Err(_) => {
                    later(1);
                    assert_ok!(report(BUREAU, grant, Time::get()));
                    exceptions += 1;
                }
            }
        }
        let marked = (0..head(grant).receipts)
            .filter(|receipt| matches!(event(grant, *receipt), usage::Event::Reported { .. }))
            .count();
        assert_eq!((exceptions, marked, head(grant).usage.settled), (2, 2, 5));
    });
}

#[test]
fn a_result_should_be_there_when_something_was_served_and_only_then() {
    test(|| {
        let grant = active(&terms());
        let receipt = reserved(grant, 1);
        let settle = |outcome, result| Grants::settle_use(signed(BUREAU), grant, receipt, outcome, result);
        assert_noop!(settle(Outcome::Served, None), Error::<Test>::ResultMissing);
        assert_noop!(settle(Outcome::Failed, Some(commitment(1))), Error::<Test>::ResultMissing);
        assert_noop!(
            Grants::settle_use(signed(BUREAU), grant, 9, Outcome::Failed, None),
            Error::<Test>::UnknownReceipt
        );
        assert_ok!(Grants::record_denial(signed(BUREAU), grant, asked(), Denial::Expired, [1; 32]));
        assert_noop!(Grants::settle_use(signed(BUREAU), grant, 1, Outcome::Failed, None), Error::<Test>::NotReserved);
        assert_ok!(settle(Outcome::Served, Some(commitment(1))));
    });
}

#[test]
fn the_enterprise_should_serve_when_no_provider_is_named() {
    test(|| {
        let grant = active(&Terms { provider: None, ..terms() });
        let receipt = reserved(grant, 1);
        for stranger in [BUREAU, BANKER, OTHER_KEY] {
            assert_noop!(settle(stranger, grant, receipt, Outcome::Served), Error::<Test>::NotAParty);
        }
        assert_ok!(settle(KEY, grant, receipt, Outcome::Served));
        assert_ok!(report(SECOND_KEY, grant, START));
    });
}

#[test]
fn deletion_should_be_acknowledged_once_when_the_grant_is_over() {
    test(|| {
        let acknowledge = |key, grant| Grants::acknowledge_deletion(signed(key), grant, Some(commitment(1)));
        let grant = active(&terms());
        assert_noop!(acknowledge(BANKER, grant), Error::<Test>::GrantRunning);
        assert_noop!(acknowledge(BUREAU, grant), Error::<Test>::NotAParty);
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
        assert_ok!(acknowledge(BANKER, grant));
        let before = head(grant);
        later(5);
        assert_ok!(acknowledge(COLLEAGUE, grant));
        assert_eq!(head(grant), before);
        // What was served after it is not covered, and what may still be served is waited for.
        assert_ok!(report(BUREAU, grant, START));
        assert_ok!(acknowledge(COLLEAGUE, grant));
        assert_ne!(head(grant).deletion, before.deletion);
        let reserving = active(&Terms { from: Time::get(), ..other_terms(4) });
        let receipt = reserved(reserving, 1);
        assert_ok!(Grants::end_grant(signed(KEY), reserving, REASON));
        assert_noop!(acknowledge(BANKER, reserving), Error::<Test>::GrantRunning);
        assert_ok!(settle(BUREAU, reserving, receipt, Outcome::Served));
        assert_ok!(acknowledge(BANKER, reserving));
        let expired = active(&other_terms(1));
        let waiting = proposed(BANKER, &other_terms(2));
        Time::set(START + 30 * DAY);
        assert_ok!(acknowledge(BANKER, expired));
        assert_noop!(acknowledge(BANKER, waiting), Error::<Test>::GrantRunning);
        Time::set(START);
        let used_up = active(&Terms { uses: Some(1), ..other_terms(3) });
        let receipt = reserved(used_up, 1);
        assert_noop!(acknowledge(BANKER, used_up), Error::<Test>::GrantRunning);
        assert_ok!(settle(BUREAU, used_up, receipt, Outcome::Served));
        assert_ok!(acknowledge(BANKER, used_up));
    });
}

#[test]
fn every_reason_should_refuse_a_reservation_by_its_own_error() {
    test(|| {
        let grant = active(&terms());
        let with = |change: fn(&mut Use)| {
            let mut asked = asked();
            change(&mut asked);
            Grants::reserve_use(signed(BANKER), grant, asked, [1; 32])
        };
        assert_noop!(with(|asked| asked.item = commitment(9)), Error::<Test>::DeniedItemNotGranted);
        assert_noop!(with(|asked| asked.purpose = None), Error::<Test>::DeniedOtherPurpose);
        assert_noop!(with(|asked| asked.action = Action::Derive), Error::<Test>::DeniedActionNotGranted);
        assert_noop!(with(|asked| asked.level = Level::L4), Error::<Test>::DeniedLevelTooHigh);
        let future = active(&Terms { from: START + 100, ..other_terms(1) });
        assert_noop!(reserve(BANKER, future, 1), Error::<Test>::DeniedNotBegun);
        assert_ok!(Grants::suspend_grant(signed(KEY), grant, REASON));
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedSuspended);
        assert_ok!(Grants::resume_grant(signed(KEY), grant));
        assert_ok!(Members::suspend_organisation(signed(100), code(DATA), END));
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedProviderInactive);
        assert_ok!(Members::reinstate_organisation(signed(100), code(DATA)));
        bind(1, NEW_KEY, Some(KEY));
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedKeyChange);
        assert_ok!(Archives::object_to_key(signed(SECOND_KEY), NEW_KEY));
        Time::set(START + 10 * DAY);
        assert_noop!(with(|asked| asked.item = commitment(3)), Error::<Test>::DeniedConsentExpired);
        Time::set(START + 10 * DAY - 1);
        assert_ok!(with(|asked| asked.item = commitment(3)));
        Time::set(START + 30 * DAY);
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedExpired);
        for (number, state, error) in
            [(2, "declined", Error::<Test>::DeniedDeclined), (3, "retracted", Error::DeniedRetracted)]
        {
            let grant = proposed(BANKER, &Terms { until: None, ..other_terms(number) });
            let key = if state == "declined" { KEY } else { BANKER };
            assert_ok!(Grants::decline_grant(signed(key), grant, REASON));
            assert_noop!(reserve(BANKER, grant, 1), error);
        }
        use jiandu_primitives::enterprise::EnterpriseStatus;
        let open = active(&Terms { until: None, ..other_terms(4) });
        agreed(pallet_jiandu_archives::Act::ChangeStatus {
            enterprise: uscc(1),
            status: EnterpriseStatus::TransferredOut,
            since: Time::get(),
        });
        assert_noop!(reserve(BANKER, open, 1), Error::<Test>::DeniedEnterpriseInactive);
        assert_eq!(decision_at(open, None), denied(Denial::EnterpriseInactive));
    });
}

const END: jiandu_primitives::member::EndReason = jiandu_primitives::member::EndReason::Violation;
