//! How a grant comes to hold and how it ends.
use super::*;

#[test]
fn a_grant_should_hold_when_everybody_has_signed_it() {
    test(|| {
        let grant = proposed(BANKER, &terms());
        assert_eq!((state(grant), decision_at(grant, None)), (GrantState::Open, denied(Denial::NotSigned)));
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedNotSigned);
        assert_ok!(sign(KEY, grant));
        assert_eq!(
            (state(grant), decision_at(grant, None)),
            (GrantState::AwaitsProvider, denied(Denial::AwaitsProvider))
        );
        assert_noop!(reserve(BANKER, grant, 1), Error::<Test>::DeniedAwaitsProvider);
        assert_ok!(sign(BUREAU, grant));
        assert_eq!((state(grant), decision_at(grant, None)), (GrantState::Active, Ok(())));
        assert_eq!(head(grant).signatures.len(), 3);
    });
}

#[test]
fn an_offer_should_hold_when_the_user_accepts_it() {
    test(|| {
        let grant = proposed(KEY, &terms());
        assert_ok!(sign(BUREAU, grant));
        assert_eq!(state(grant), GrantState::Open);
        assert_ok!(sign(COLLEAGUE, grant));
        assert_eq!(state(grant), GrantState::Active);
        let direct = Terms { provider: None, ..other_terms(2) };
        let grant = proposed(KEY, &direct);
        assert_ok!(sign(BANKER, grant));
        assert_eq!(state(grant), GrantState::Active);
    });
}

#[test]
fn the_same_should_be_recognised_when_it_is_done_again() {
    test(|| {
        let grant = proposed(BANKER, &terms());
        assert_ok!(propose(BANKER, &terms()));
        assert_ok!(propose(COLLEAGUE, &terms()));
        assert_eq!(NextGrant::<Test>::get(), grant + 1);
        assert_ok!(sign(BANKER, grant));
        assert_ok!(sign(KEY, grant));
        assert_ok!(sign(KEY, grant));
        // Without a rule about two persons the second key has nothing to add.
        assert_ok!(sign(SECOND_KEY, grant));
        assert_eq!(head(grant).signatures.len(), 2);
        assert_ok!(sign(BUREAU, grant));
        // What was signed stays so when the grant has ended.
        assert_ok!(Grants::end_grant(signed(BANKER), grant, REASON));
        assert_ok!(sign(BUREAU, grant));
        assert_eq!(state(grant), GrantState::Ended);
    });
}

#[test]
fn terms_should_be_signed_as_they_were_read() {
    test(|| {
        let grant = proposed(BANKER, &terms());
        let other = other_terms(1).digest();
        assert_noop!(Grants::sign_grant(signed(KEY), grant, other), Error::<Test>::OtherTerms);
        assert_noop!(Grants::sign_grant(signed(KEY), 9, other), Error::<Test>::UnknownGrant);
    });
}

#[test]
fn standing_terms_should_stand_for_the_providers_signature_when_they_cover_the_grant() {
    test(|| {
        let standing = StandingTerms {
            actions: Actions::of(&[Action::View, Action::Query]),
            level: Level::L3,
            longest: 30 * DAY,
            uses: Some(3),
            onward: false,
            document: [1; 32],
        };
        let invalid = StandingTerms { longest: 0, ..standing };
        let publish = |terms| Grants::publish_standing_terms(signed(BUREAU), terms);
        assert_noop!(publish(Some(invalid)), Error::<Test>::InvalidStandingTerms);
        assert_ok!(publish(Some(standing)));
        let grant = proposed(BANKER, &terms());
        assert_ok!(sign(KEY, grant));
        assert_eq!(state(grant), GrantState::Active);
        let wider = Terms { uses: Some(4), ..other_terms(1) };
        let grant = proposed(BANKER, &wider);
        assert_ok!(sign(KEY, grant));
        assert_eq!(state(grant), GrantState::AwaitsProvider);
        // What a provider agrees to later is for what is signed later; what holds stays.
        assert_ok!(publish(Some(StandingTerms { uses: None, ..standing })));
        assert_eq!(state(grant), GrantState::AwaitsProvider);
        assert_ok!(sign(BUREAU, grant));
        assert_ok!(publish(None));
        assert_eq!(state(grant), GrantState::Active);
        let grant = proposed(BANKER, &other_terms(2));
        assert_ok!(sign(KEY, grant));
        assert_eq!(state(grant), GrantState::AwaitsProvider);
    });
}

#[test]
fn two_people_should_sign_what_gives_away_when_the_enterprise_wants_it() {
    test(|| {
        assert_noop!(Grants::require_two(signed(OTHER_KEY), true), Error::<Test>::TooFewKeys);
        assert_noop!(Grants::require_two(signed(KEY), false), Error::<Test>::PolicyUnchanged);
        assert_ok!(Grants::require_two(signed(KEY), true));
        let grant = proposed(BANKER, &Terms { provider: None, ..terms() });
        assert_ok!(sign(KEY, grant));
        assert_ok!(sign(KEY, grant));
        assert_eq!((state(grant), head(grant).signatures.len()), (GrantState::Open, 2));
        assert_ok!(sign(SECOND_KEY, grant));
        assert_eq!(state(grant), GrantState::Active);
        // An offer has the signature of whoever made it.
        let offer = proposed(SECOND_KEY, &Terms { provider: None, ..other_terms(1) });
        assert_ok!(sign(BANKER, offer));
        assert_eq!(state(offer), GrantState::Open);
        assert_ok!(sign(KEY, offer));
        assert_eq!(state(offer), GrantState::Active);
        // One takes back, two give again: and from this suspension, not from another.
        assert_ok!(Grants::suspend_grant(signed(KEY), grant, REASON));
        assert_ok!(Grants::resume_grant(signed(KEY), grant));
        assert_ok!(Grants::resume_grant(signed(KEY), grant));
        assert_eq!(state(grant), GrantState::Suspended);
        assert_ok!(Grants::resume_grant(signed(SECOND_KEY), grant));
        assert_eq!(state(grant), GrantState::Active);
        assert_ok!(Grants::suspend_grant(signed(KEY), grant, REASON));
        assert_ok!(Grants::resume_grant(signed(SECOND_KEY), grant));
        assert_eq!(state(grant), GrantState::Suspended);
        // One again: that takes two as well, and an enterprise has its own rule.
        assert_ok!(Grants::require_two(signed(KEY), false));
        assert!(Grants::wants_two(&uscc(1)) && !Grants::wants_two(&uscc(2)));
        assert_ok!(Grants::require_two(signed(SECOND_KEY), false));
        assert!(!Grants::wants_two(&uscc(1)));
        assert_ok!(Grants::end_grant(signed(KEY), grant, REASON));
    });
}

/// For whom a key signs in the grants of these tests.
fn actor_of(key: u64) -> Uscc {
    match key {
        KEY | SECOND_KEY => uscc(1),
        BUREAU => code(DATA),
        _ => code(BANK),
    }
}

#[test]
fn whoever_proposes_what_the_other_side_proposed_should_sign_it() {
    test(|| {
        let grant = proposed(BANKER, &Terms { provider: None, ..terms() });
        assert_ok!(propose(KEY, &Terms { provider: None, ..terms() }));
        assert_eq!((state(grant), NextGrant::<Test>::get()), (GrantState::Active, grant + 1));
    });
}

#[test]
fn a_grant_should_come_to_hold_when_less_is_needed_than_before() {
    test(|| {
        // Two people, then one again: the signature that is there is enough once somebody asks.
        assert_ok!(Grants::require_two(signed(KEY), true));
        let grant = proposed(BANKER, &Terms { provider: None, ..terms() });
        assert_ok!(sign(KEY, grant));
        assert_ok!(Grants::require_two(signed(KEY), false));
        assert_ok!(Grants::require_two(signed(SECOND_KEY), false));
        assert_eq!(state(grant), GrantState::Open);
        assert_ok!(sign(KEY, grant));
        assert_eq!(state(grant), GrantState::Active);
        // Terms that a provider publishes later.
        let grant = proposed(BANKER, &other_terms(1));
        assert_ok!(sign(KEY, grant));
        let (actions, document) = (Actions::all(), [1; 32]);
        let standing =
            StandingTerms { actions, level: Level::L5, longest: 99 * DAY, uses: None, onward: true, document };
        assert_ok!(Grants::publish_standing_terms(signed(BUREAU), Some(standing)));
        let count = crate::StandingCount::<Test>::get(code(DATA));
        assert_ok!(Grants::publish_standing_terms(signed(BUREAU), Some(standing)));
        assert_eq!(crate::StandingCount::<Test>::get(code(DATA)), count);
        assert_ok!(sign(BANKER, grant));
        assert_eq!(state(grant), GrantState::Active);
    });
}

#[test]
fn a_key_in_the_place_of_a_signers_should_make_no_second_person() {
    test(|| {
        assert_ok!(Grants::require_two(signed(KEY), true));
        let grant = proposed(BANKER, &Terms { provider: None, until: None, ..terms() });
        let paused = proposed(BANKER, &Terms { provider: None, until: None, ..other_terms(1) });
        assert_ok!(sign(KEY, paused));
        assert_ok!(sign(SECOND_KEY, paused));
        assert_ok!(Grants::suspend_grant(signed(KEY), paused, REASON));
        assert_ok!(Grants::resume_grant(signed(KEY), paused));
        assert_ok!(sign(KEY, grant));
        bind(1, NEW_KEY, Some(KEY));
        // Meanwhile nobody gives anything away for the enterprise, neither the lost key nor another.
        let offer = Terms { provider: None, ..other_terms(2) };
        for key in [KEY, SECOND_KEY] {
            assert_noop!(propose(key, &offer), Error::<Test>::KeyChanging);
            assert_noop!(Grants::resume_grant(signed(key), paused), Error::<Test>::KeyChanging);
            assert_noop!(Grants::require_two(signed(key), false), Error::<Test>::KeyChanging);
        }
        assert_noop!(sign(SECOND_KEY, grant), Error::<Test>::KeyChanging);
        later(8 * DAY);
        for act in [NEW_KEY, NEW_KEY] {
            assert_ok!(sign(act, grant));
            assert_ok!(Grants::resume_grant(signed(act), paused));
        }
        assert_eq!((state(grant), state(paused)), (GrantState::Open, GrantState::Suspended));
        assert_ok!(sign(SECOND_KEY, grant));
        assert_ok!(Grants::resume_grant(signed(SECOND_KEY), paused));
        assert_eq!((state(grant), state(paused)), (GrantState::Active, GrantState::Active));
    });
}

#[test]
fn an_organisation_should_leave_a_bounded_number_of_rows_a_day() {
    test(|| {
        let many = |number: u32| {
            let mut agreement = [0; 32];
            agreement[..4].copy_from_slice(&number.to_le_bytes());
            Terms { agreement: Commitment(agreement), ..terms() }
        };
        for number in 0..8 {
            let grant = proposed(BANKER, &many(number));
            assert_ok!(Grants::decline_grant(signed(BANKER), grant, REASON));
        }
        assert_eq!(Today::<Test>::get(code(BANK)).count, 8);
        Today::<Test>::mutate(code(BANK), |today| today.count = MAX_A_DAY);
        assert_noop!(propose(COLLEAGUE, &many(MAX_A_DAY)), Error::<Test>::TooManyToday);
        assert_ok!(propose(KEY, &many(MAX_A_DAY)));
        later(DAY);
        assert_ok!(propose(COLLEAGUE, &many(MAX_A_DAY + 1)));
    });
}

#[test]
fn a_grant_should_be_declined_or_taken_back_before_it_holds_and_ended_afterwards() {
    test(|| {
        for (number, key, expected) in [
            (1, KEY, GrantState::Declined),
            (2, BUREAU, GrantState::Declined),
            (3, BANKER, GrantState::Retracted),
            (4, COLLEAGUE, GrantState::Retracted),
        ] {
            let grant = proposed(BANKER, &other_terms(number));
            assert_noop!(Grants::end_grant(signed(key), grant, REASON), Error::<Test>::GrantNotRunning);
            assert_ok!(Grants::decline_grant(signed(key), grant, GrantReason::TooBroad));
            assert_eq!(state(grant), expected);
            // Done again by the same side it is recognised; nobody else changes what is decided.
            let before = head(grant);
            for other in [KEY, BUREAU, BANKER] {
                let own = actor_of(other) == actor_of(key);
                assert_eq!(Grants::decline_grant(signed(other), grant, REASON).is_ok(), own);
            }
            assert_eq!(head(grant), before);
            assert_noop!(sign(KEY, grant), Error::<Test>::GrantDecided);
        }
        for (number, key, expected, reason) in [
            (5, KEY, GrantState::Revoked, Denial::Revoked),
            (6, BUREAU, GrantState::Ended, Denial::Ended),
            (7, BANKER, GrantState::Ended, Denial::Ended),
        ] {
            let grant = active(&other_terms(number));
            assert_noop!(Grants::decline_grant(signed(key), grant, REASON), Error::<Test>::GrantDecided);
            assert_ok!(Grants::end_grant(signed(key), grant, REASON));
            assert_eq!((state(grant), decision_at(grant, None)), (expected, denied(reason)));
            let before = head(grant);
            assert_ok!(Grants::end_grant(signed(key), grant, REASON));
            let other = if key == KEY { BANKER } else { KEY };
            assert_noop!(Grants::end_grant(signed(other), grant, REASON), Error::<Test>::GrantNotRunning);
            assert_eq!(head(grant), before);
            assert_noop!(Grants::resume_grant(signed(KEY), grant), Error::<Test>::GrantNotSuspended);
            assert_noop!(Grants::suspend_grant(signed(KEY), grant, REASON), Error::<Test>::GrantNotActive);
        }
    });
}

#[test]
fn a_new_grant_should_replace_an_old_one_when_it_holds_and_not_before() {
    test(|| {
        let old = active(&terms());
        let replacing = |number, replaces| Terms { replaces: Some(replaces), uses: Some(9), ..other_terms(number) };
        let new = proposed(BANKER, &replacing(1, old));
        assert_ok!(sign(KEY, new));
        assert_ok!(reserve(BANKER, old, 1));
        assert_ok!(sign(BUREAU, new));
        assert_eq!((state(old), state(new)), (GrantState::Replaced(new), GrantState::Active));
        assert_noop!(reserve(BANKER, old, 2), Error::<Test>::DeniedReplaced);
        // What was counted stays with the old one.
        assert_eq!((used(old), used(new)), (1, 0));
        assert_noop!(propose(BANKER, &replacing(2, old)), Error::<Test>::NotReplaceable);
        let strange = Terms { user: code(OTHER_BANK), ..replacing(2, new) };
        assert_noop!(propose(OTHER_BANKER, &strange), Error::<Test>::NotReplaceable);
        let strange = Terms { enterprise: uscc(2), ..replacing(2, new) };
        assert_noop!(propose(BANKER, &strange), Error::<Test>::NotReplaceable);
        // Nothing lies between: it begins at once, or does not come to hold yet.
        let later = proposed(BANKER, &Terms { from: START + 100, ..replacing(4, new) });
        assert_ok!(sign(KEY, later));
        assert_noop!(sign(BUREAU, later), Error::<Test>::NotReplaceable);
        Time::set(START + 100);
        assert_ok!(sign(BUREAU, later));
        assert_eq!(state(new), GrantState::Replaced(later));
        // One that has ended meanwhile is replaced by nothing.
        let third = proposed(BANKER, &replacing(3, later));
        assert_ok!(Grants::end_grant(signed(KEY), later, REASON));
        assert_ok!(sign(KEY, third));
        assert_noop!(sign(BUREAU, third), Error::<Test>::NotReplaceable);
        assert_eq!((state(later), state(third)), (GrantState::Revoked, GrantState::AwaitsProvider));
    });
}

#[test]
fn what_can_be_no_grant_should_be_refused_with_its_reason() {
    test(|| {
        type Spoil = fn(&mut Terms);
        let refused: Vec<(Spoil, Error<Test>)> = vec![
            (|terms| terms.items = Default::default(), Error::InvalidItems),
            (|terms| terms.actions = Actions::default(), Error::InvalidActions),
            (|terms| terms.until = Some(START), Error::InvalidWindow),
            (
                |terms| {
                    terms.from = 100;
                    terms.until = Some(START);
                },
                Error::InvalidWindow,
            ),
            (|terms| terms.uses = Some(0), Error::InvalidUses),
            (|terms| terms.delete_within = Some(9_999), Error::InvalidDeletion),
            (|terms| terms.provider = Some(terms.enterprise), Error::InvalidParties),
            (|terms| terms.onward = Onward::Named(Default::default()), Error::InvalidOnward),
            (|terms| terms.unrestricted = true, Error::ClausesMissing),
            (|terms| terms.enterprise = uscc(3), Error::EnterpriseNotActive),
            (|terms| terms.provider = Some(uscc(2)), Error::UnknownProvider),
            (|terms| terms.parent = Some(9), Error::UnknownParent),
            (|terms| terms.replaces = Some(9), Error::NotReplaceable),
        ];
        for (spoil, error) in refused {
            let mut spoilt = terms();
            spoil(&mut spoilt);
            assert_noop!(propose(BANKER, &spoilt), error);
        }
        let unknown = Terms { user: uscc(2), ..terms() };
        assert_noop!(propose(KEY, &unknown), Error::<Test>::UnknownUser);
        let last = Terms { from: 100, until: Some(START + 1), ..terms() };
        assert_ok!(propose(BANKER, &last));
    });
}

#[test]
fn nothing_should_be_signed_when_its_time_is_over_or_its_enterprise_has_left() {
    test(|| {
        use jiandu_primitives::enterprise::EnterpriseStatus;
        let grant = proposed(BANKER, &terms());
        let other = proposed(BANKER, &Terms { until: None, ..other_terms(1) });
        Time::set(START + 30 * DAY - 1);
        assert_ok!(sign(KEY, grant));
        Time::set(START + 30 * DAY);
        assert_noop!(sign(BUREAU, grant), Error::<Test>::GrantOver);
        let (enterprise, since) = (uscc(1), Time::get());
        agreed(pallet_jiandu_archives::Act::ChangeStatus { enterprise, status: EnterpriseStatus::Deregistered, since });
        assert_noop!(sign(KEY, other), Error::<Test>::EnterpriseNotActive);
        assert_ok!(Grants::decline_grant(signed(KEY), other, REASON));
    });
}

#[test]
fn an_organisation_should_have_a_bounded_number_of_grants_waiting() {
    test(|| {
        let many = |number: u32| {
            let mut agreement = [0; 32];
            agreement[..4].copy_from_slice(&number.to_le_bytes());
            Terms { agreement: Commitment(agreement), ..terms() }
        };
        for number in 0..MAX_OPEN {
            assert_ok!(propose(if number % 2 == 0 { BANKER } else { COLLEAGUE }, &many(number)));
        }
        assert_noop!(propose(BANKER, &many(MAX_OPEN)), Error::<Test>::TooMany);
        assert_ok!(propose(KEY, &many(MAX_OPEN)));
        assert_ok!(Grants::decline_grant(signed(KEY), 3, REASON));
        assert_ok!(propose(BANKER, &many(MAX_OPEN + 1)));
        assert_noop!(propose(BANKER, &many(MAX_OPEN + 2)), Error::<Test>::TooMany);
        assert_ok!(sign(KEY, 5));
        assert_noop!(propose(BANKER, &many(MAX_OPEN + 2)), Error::<Test>::TooMany);
        assert_ok!(sign(BUREAU, 5));
        assert_ok!(propose(BANKER, &many(MAX_OPEN + 2)));
    });
}
