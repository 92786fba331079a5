//! Two things in one block: one defined outcome each, by their order.
use super::*;

#[test]
fn a_use_should_count_when_it_comes_before_the_revocation_in_its_block_and_not_after() {
    test(|| {
        let grant = active(&terms());
        let receipt = reserved(grant, 1);
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
        // What was reserved before may be settled: its use was counted when it was allowed.
        assert_ok!(settle(BUREAU, grant, receipt, Outcome::Served));
        assert_eq!(used(grant), 1);
        let other = active(&other_terms(1));
        assert_ok!(Grants::end_grant(signed(KEY), other, REASON));
        assert_noop!(reserve(BANKER, other, 1), Error::<Test>::DeniedRevoked);
        // Asked about the block's time, the answer is that of its end.
        assert_eq!(decision_at(grant, Some(START)), denied(Denial::Revoked));
    });
}

#[test]
fn the_last_use_should_be_taken_once_when_two_want_it_in_one_block() {
    test(|| {
        let grant = active(&Terms { uses: Some(1), ..terms() });
        assert_ok!(reserve(BANKER, grant, 1));
        assert_noop!(reserve(COLLEAGUE, grant, 2), Error::<Test>::DeniedExhausted);
        assert_eq!(used(grant), 1);
    });
}

#[test]
fn the_last_second_of_a_grant_should_be_before_its_end() {
    test(|| {
        let grant = active(&terms());
        Time::set(START + 30 * DAY - 1);
        assert_ok!(reserve(BANKER, grant, 1));
        Time::set(START + 30 * DAY);
        assert_noop!(reserve(BANKER, grant, 2), Error::<Test>::DeniedExpired);
        assert_noop!(settle(BUREAU, grant, 0, Outcome::Served), Error::<Test>::ReservationLapsed);
    });
}

#[test]
fn a_change_of_tier_should_leave_a_grant_as_it_is() {
    test(|| {
        let grant = active(&terms());
        assert_ok!(reserve(BANKER, grant, 1));
        let (enterprise, since) = (uscc(1), Time::get());
        let code = "HN000001P".parse().expect("a code");
        agreed(pallet_jiandu_archives::Act::ChangeCode { enterprise, code, since });
        assert_ok!(reserve(BANKER, grant, 2));
        assert_ok!(settle(BUREAU, grant, 0, Outcome::Served));
        assert_eq!((used(grant), decision_at(grant, None)), (2, Ok(())));
    });
}

#[test]
fn a_replacement_and_a_use_should_follow_their_order_in_one_block() {
    test(|| {
        let old = active(&terms());
        let new = proposed(BANKER, &Terms { replaces: Some(old), ..other_terms(1) });
        assert_ok!(sign(KEY, new));
        assert_ok!(reserve(BANKER, old, 1));
        assert_ok!(sign(BUREAU, new));
        assert_noop!(reserve(BANKER, old, 2), Error::<Test>::DeniedReplaced);
        assert_ok!(reserve(BANKER, new, 2));
        // Of two grants that replace one, the first to hold does, and the second never holds: nobody gives twice by it.
        let [third, fourth] = [2, 3].map(|number| {
            let grant = proposed(BANKER, &Terms { replaces: Some(new), ..other_terms(number) });
            assert_ok!(sign(KEY, grant));
            grant
        });
        assert_ok!(sign(BUREAU, third));
        assert_noop!(sign(BUREAU, fourth), Error::<Test>::NotReplaceable);
        assert_eq!((state(new), state(third)), (GrantState::Replaced(third), GrantState::Active));
    });
}

#[test]
fn a_key_in_the_place_of_a_lost_one_should_suspend_uses_until_it_is_settled() {
    test(|| {
        let grant = active(&terms());
        bind(1, NEW_KEY, Some(KEY));
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedKeyChange);
        later(10);
        assert_ok!(Archives::object_to_key(signed(SECOND_KEY), NEW_KEY));
        assert_ok!(reserve(BANKER, grant, 1));
        assert_eq!(decision_at(grant, Some(START + 9)), denied(Denial::KeyChange));
        assert_eq!(decision_at(grant, Some(START + 10)), Ok(()));
        assert_eq!(decision_at(grant, Some(START - 1)), denied(Denial::NotSigned));
    });
}
