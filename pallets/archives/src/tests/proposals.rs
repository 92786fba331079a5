//! Two persons: one proposes, another decides.
use super::*;
use crate::{Enterprises, Error, Event, OpenActs, Proposals};
use frame_support::assert_noop;
use jiandu_primitives::{chain::Moment, enterprise::DeclineReason};

#[test]
fn nothing_should_happen_before_a_second_person_confirms() {
    test(|| {
        let act = register(&[registration(1, "甲公司", "HN000001F")]);
        assert_ok!(propose(&act));
        assert!(Enterprises::<Test>::iter().next().is_none());
        assert!(Archives::resolve_name(name("甲公司")).is_empty());
        let by = actor(MAKER).expect("a clerk").author();
        System::assert_last_event(Event::Proposed { proposal: 0, act: digest(&act), by }.into());
        Time::set(2_000);
        assert_ok!(confirm(CHECKER, 0, &act));
        let Some(ProposalRow::Decided(decision)) = Proposals::<Test>::get(0) else { panic!("not decided") };
        assert_eq!((decision.act, decision.outcome, decision.maker), (digest(&act), Outcome::Confirmed, by));
        assert_eq!(decision.checker, actor(CHECKER).expect("a clerk").author());
        let at = |time| Moment { block: 1, time };
        assert_eq!((decision.proposed, decision.decided), (at(1_000), at(2_000)));
    });
}

#[test]
fn one_person_should_not_be_two_whatever_keys_and_roles_it_has() {
    test(|| {
        let act = register(&[registration(1, "甲公司", "HN000001F")]);
        assert_ok!(propose(&act));
        assert_noop!(confirm(SAME_PERSON, 0, &act), Error::<Test>::SamePerson);
        let second = register(&[registration(2, "乙公司", "HN000002F")]);
        assert_ok!(Archives::propose(signed(DEPUTY), second.clone()));
        assert_noop!(confirm(DEPUTY, 1, &second), Error::<Test>::SamePerson);
        assert_ok!(confirm(DEPUTY, 0, &act));
        assert_ok!(confirm(CHECKER, 1, &second));
    });
}

fn rename_of_nobody() -> Act<u64> {
    rename(9, "丙公司", 100)
}

#[test]
fn a_proposal_should_be_decided_once_and_by_its_own_organisation() {
    test(|| {
        let act = register(&[registration(1, "甲公司", "HN000001F")]);
        assert_ok!(propose(&act));
        assert_noop!(confirm(STRANGE_CHECKER, 0, &act), Error::<Test>::NotTheRegistrar);
        assert_noop!(confirm(CHECKER, 1, &act), Error::<Test>::UnknownProposal);
        assert_noop!(confirm(CHECKER, 0, &rename_of_nobody()), Error::<Test>::OtherAct);
        assert_noop!(Archives::confirm(signed(CHECKER), 0, digest(&act), 0), Error::<Test>::TooMany);
        assert_ok!(confirm(CHECKER, 0, &act));
        assert_noop!(confirm(CHECKER, 0, &act), Error::<Test>::ProposalDecided);
        let decline = |key| Archives::decline(signed(key), 0, DeclineReason::Incorrect);
        assert_noop!(decline(CHECKER), Error::<Test>::ProposalDecided);
    });
}

#[test]
fn a_declined_proposal_should_do_nothing_and_be_proposable_again() {
    test(|| {
        let act = register(&[registration(1, "甲公司", "HN000001F")]);
        assert_ok!(propose(&act));
        let decline = |key, number, reason| Archives::decline(signed(key), number, reason);
        assert_noop!(decline(STRANGE_MAKER, 0, DeclineReason::Incorrect), Error::<Test>::NotTheRegistrar);
        assert_ok!(decline(CHECKER, 0, DeclineReason::Incorrect));
        assert!(Enterprises::<Test>::iter().next().is_none());
        assert_noop!(confirm(CHECKER, 0, &act), Error::<Test>::ProposalDecided);
        assert_ok!(propose(&act));
        // Its maker takes it back.
        assert_ok!(decline(MAKER, 1, DeclineReason::Retracted));
        let Some(ProposalRow::Decided(decision)) = Proposals::<Test>::get(1) else { panic!("not decided") };
        assert_eq!(decision.outcome, Outcome::Declined(DeclineReason::Retracted));
        assert_eq!(OpenActs::<Test>::iter().count(), 0);
    });
}

#[test]
fn the_same_proposal_again_should_be_recognised_while_it_waits() {
    test(|| {
        let act = register(&[registration(1, "甲公司", "HN000001F")]);
        assert_ok!(propose(&act));
        assert_ok!(propose(&act));
        System::assert_last_event(Event::ProposalUnchanged { proposal: 0 }.into());
        // Another exchange's is its own; whoever confirms first has the enterprise.
        assert_ok!(Archives::propose(signed(STRANGE_MAKER), act.clone()));
        System::assert_last_event(
            Event::Proposed { proposal: 1, act: digest(&act), by: actor(STRANGE_MAKER).expect("a clerk").author() }
                .into(),
        );
        assert_ok!(confirm(CHECKER, 0, &act));
        assert_noop!(propose(&act), Error::<Test>::EnterpriseExists);
        assert_noop!(confirm(STRANGE_CHECKER, 1, &act), Error::<Test>::EnterpriseExists);
    });
}

#[test]
fn a_proposal_should_fail_when_the_state_has_changed_and_wait_on() {
    test(|| {
        registered();
        let (one, two) = (rename(1, "乙公司", 300), rename(1, "丙公司", 200));
        assert_ok!(propose(&one));
        assert_ok!(propose(&two));
        assert_ok!(confirm(CHECKER, 1, &one));
        assert_noop!(confirm(CHECKER, 2, &two), Error::<Test>::DatedBeforeLast);
        assert!(matches!(Proposals::<Test>::get(2), Some(ProposalRow::Open(_))));
    });
}

#[test]
fn as_many_proposals_should_wait_as_the_bound_and_nobody_elses_count() {
    test(|| {
        registered();
        let commit = |number: u32| {
            let mut commitment = [0; 32];
            commitment[..4].copy_from_slice(&number.to_be_bytes());
            Act::PublishSection { enterprise: uscc(1), commitment }
        };
        for number in 0..MAX_OPEN {
            assert_ok!(propose(&commit(number)));
        }
        assert_noop!(propose(&commit(MAX_OPEN)), Error::<Test>::TooMany);
        let foreign = register(&[registration(2, "乙公司", "HN000002F")]);
        assert_ok!(Archives::propose(signed(STRANGE_MAKER), foreign));
        assert_ok!(Archives::decline(signed(CHECKER), 1, DeclineReason::Incorrect));
        assert_ok!(propose(&commit(MAX_OPEN)));
    });
}

#[test]
fn a_rehearsal_should_leave_nothing_behind() {
    test(|| {
        registered();
        let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
        let events = System::events().len();
        assert!(propose(&change_code(1, "GD000001F", 200)).is_err());
        assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
        assert_ok!(propose(&change_code(1, "HN000001G", 200)));
        assert_eq!(System::events().len(), events + 1, "only that it was proposed");
        assert_eq!(Archives::resolve_code(code("HN000001G")).map(|answer| answer.held), Some(false));
    });
}
