//! What is passed on stays within what was granted.
use super::*;

/// Passed on to the guarantor by name.
fn parent_terms() -> Terms {
    Terms { onward: Onward::Named(vec![code(GUARANTEE)].try_into().expect("one")), ..terms() }
}

fn sub_terms(parent: u64) -> Terms {
    Terms { user: code(GUARANTEE), parent: Some(parent), onward: Onward::Forbidden, ..other_terms(71) }
}

fn sub_grant(parent: u64, terms: &Terms) -> u64 {
    assert_eq!(terms.parent, Some(parent));
    let grant = proposed(BANKER, terms);
    assert_ok!(sign(GUARANTOR, grant));
    assert_ok!(sign(BUREAU, grant));
    assert_eq!(state(grant), GrantState::Active);
    grant
}

fn reserve_sub(grant: u64, ticket: u8) -> DispatchResult {
    Grants::reserve_use(signed(GUARANTOR), grant, asked(), [ticket; 32])
}

#[test]
fn a_named_party_alone_should_get_a_sub_grant_within_its_parent() {
    test(|| {
        let forbidden = active(&terms());
        assert_noop!(propose(BANKER, &sub_terms(forbidden)), Error::<Test>::BeyondParent);
        let parent = active(&Terms { agreement: commitment(72), ..parent_terms() });
        let other = Terms { user: code(OTHER_BANK), ..sub_terms(parent) };
        assert_noop!(propose(BANKER, &other), Error::<Test>::BeyondParent);
        let wider = Terms { uses: Some(4), ..sub_terms(parent) };
        assert_noop!(propose(BANKER, &wider), Error::<Test>::BeyondParent);
        let waiting = proposed(BANKER, &Terms { agreement: commitment(73), ..parent_terms() });
        assert_noop!(propose(BANKER, &sub_terms(waiting)), Error::<Test>::UnknownParent);
        let sub = sub_grant(parent, &sub_terms(parent));
        // And nobody from that.
        let further = Terms { parent: Some(sub), user: code(OTHER_BANK), ..other_terms(74) };
        assert_noop!(propose(GUARANTOR, &further), Error::<Test>::BeyondParent);
        // The enterprise has said so in the parent, and has nothing to sign here.
        let asked_for = proposed(GUARANTOR, &Terms { agreement: commitment(75), ..sub_terms(parent) });
        assert_noop!(sign(KEY, asked_for), Error::<Test>::NotAParty);
        assert_noop!(propose(KEY, &Terms { agreement: commitment(76), ..sub_terms(parent) }), Error::<Test>::NotAParty);
        assert_ok!(sign(COLLEAGUE, asked_for));
        assert_eq!(state(asked_for), GrantState::AwaitsProvider);
    });
}

#[test]
fn a_use_of_a_sub_grant_should_count_in_its_parent() {
    test(|| {
        let parent = active(&parent_terms());
        let sub = sub_grant(parent, &sub_terms(parent));
        assert_ok!(reserve_sub(sub, 1));
        assert_eq!((used(sub), used(parent)), (1, 1));
        reserved(parent, 1);
        reserved(parent, 2);
        assert_noop!(reserve_sub(sub, 2), Error::<Test>::DeniedByParent);
        let found = Grants::decision(sub, code(GUARANTEE), None, asked(), None, None).expect("a grant").decision;
        assert_eq!(found, Err(Denied { reason: Denial::Exhausted, of_parent: true }));
        assert_ok!(settle(BUREAU, sub, 0, Outcome::Failed));
        assert_eq!((used(sub), used(parent)), (0, 2));
        assert_ok!(reserve_sub(sub, 3));
        assert_ok!(settle(BUREAU, sub, 1, Outcome::Served));
        assert_eq!((head(sub).usage.settled, head(parent).usage.settled), (1, 1));
        assert_ok!(Grants::report_use(signed(BUREAU), sub, asked(), report_of(START, None, 1)));
        assert_eq!((head(sub).usage.settled, head(parent).usage.settled), (2, 2));
    });
}

#[test]
fn a_sub_grant_should_end_with_its_parent_and_by_either_of_those_above() {
    test(|| {
        let parent = active(&parent_terms());
        let sub = sub_grant(parent, &sub_terms(parent));
        assert_ok!(Grants::suspend_grant(signed(KEY), parent, REASON));
        assert_noop!(reserve_sub(sub, 1), Error::<Test>::DeniedByParent);
        assert_ok!(Grants::resume_grant(signed(KEY), parent));
        assert_noop!(Grants::suspend_grant(signed(BANKER), sub, REASON), Error::<Test>::NotTheEnterprise);
        assert_ok!(Grants::suspend_grant(signed(KEY), sub, REASON));
        assert_noop!(Grants::resume_grant(signed(BANKER), sub), Error::<Test>::NotTheEnterprise);
        assert_ok!(Grants::resume_grant(signed(KEY), sub));
        assert_ok!(Grants::end_grant(signed(BANKER), sub, REASON));
        assert_eq!(state(sub), GrantState::Revoked);
        let sub = sub_grant(parent, &Terms { agreement: commitment(75), ..sub_terms(parent) });
        assert_ok!(Grants::end_grant(signed(KEY), sub, REASON));
        assert_eq!(state(sub), GrantState::Revoked);
        let sub = sub_grant(parent, &Terms { agreement: commitment(76), ..sub_terms(parent) });
        assert_ok!(Grants::end_grant(signed(GUARANTOR), sub, REASON));
        assert_eq!(state(sub), GrantState::Ended);
        let sub = sub_grant(parent, &Terms { agreement: commitment(77), ..sub_terms(parent) });
        assert_ok!(Grants::end_grant(signed(KEY), parent, REASON));
        assert_eq!(state(sub), GrantState::Active);
        assert_noop!(reserve_sub(sub, 9), Error::<Test>::DeniedByParent);
    });
}

#[test]
fn a_sub_grant_should_not_come_to_hold_under_a_parent_that_has_ended_and_be_over_with_it() {
    test(|| {
        let parent = active(&parent_terms());
        let sub = sub_grant(parent, &sub_terms(parent));
        let waiting = proposed(GUARANTOR, &Terms { agreement: commitment(75), ..sub_terms(parent) });
        let acknowledge = || Grants::acknowledge_deletion(signed(GUARANTOR), sub, None);
        assert_noop!(acknowledge(), Error::<Test>::GrantRunning);
        assert_ok!(Grants::end_grant(signed(KEY), parent, REASON));
        assert_noop!(sign(BANKER, waiting), Error::<Test>::UnknownParent);
        assert_ok!(acknowledge());
    });
}

#[test]
fn a_sub_grant_should_leave_its_parent_half_of_the_reservations() {
    test(|| {
        let parent = active(&Terms { uses: None, ..parent_terms() });
        let sub = sub_grant(parent, &Terms { uses: None, ..sub_terms(parent) });
        for ticket in 0..8 {
            assert_ok!(reserve_sub(sub, ticket));
        }
        assert_noop!(reserve_sub(sub, 8), Error::<Test>::TooManyReserved);
        for ticket in 0..8 {
            reserved(parent, ticket);
        }
        assert_noop!(reserve(BANKER, parent, 9), Error::<Test>::TooManyReserved);
    });
}

#[test]
fn the_user_of_the_parent_may_serve_a_sub_grant_itself() {
    test(|| {
        let parent = active(&parent_terms());
        let grant = proposed(BANKER, &Terms { provider: Some(code(BANK)), ..sub_terms(parent) });
        // Its one signature is for both of its parts.
        assert_ok!(sign(GUARANTOR, grant));
        assert_eq!(state(grant), GrantState::Active);
        assert_ok!(reserve_sub(grant, 1));
        assert_noop!(settle(BUREAU, grant, 0, Outcome::Served), Error::<Test>::NotAParty);
        assert_ok!(settle(COLLEAGUE, grant, 0, Outcome::Served));
    });
}
