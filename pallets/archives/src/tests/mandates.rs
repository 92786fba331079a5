//! Mandates: who gives and ends them, and when they cover a filing.
use super::*;
use crate::{Error, Event, Mandates, MandatesOf};
use frame_support::assert_noop;
use jiandu_primitives::{
    disclosure::{Enterprises as _, Kinds, MandateFault},
    member::Custody,
    uscc::Uscc,
};

fn agent() -> Uscc {
    actor(AGENT).expect("a member").organisation
}

/// Whether mandate 0 covers an annual report of enterprise 1 at a time.
fn covers(at: u64) -> Result<(), MandateFault> {
    Archives::mandate_covers(0, &uscc(1), &agent(), DisclosureKind::AnnualReport, at)
}

fn registered_mandate() {
    registered();
    assert_ok!(done(Act::RegisterMandate(mandate(1, 1))));
}

#[test]
fn a_mandate_should_be_registered_by_two_persons_for_an_enterprise_without_a_key() {
    test(|| {
        registered_mandate();
        System::assert_has_event(Event::MandateGiven { mandate: 0, terms: mandate(1, 1) }.into());
        assert!(matches!(Mandates::<Test>::get(0).map(|mandate| mandate.grounds), Some(Grounds::Letter(_))));
        assert_eq!(MandatesOf::<Test>::iter_key_prefix(uscc(1)).collect::<Vec<_>>(), [0]);
        assert_noop!(propose(&Act::RegisterMandate(mandate(1, 1))), Error::<Test>::NothingChanges);
        assert_noop!(propose(&Act::RegisterMandate(mandate(9, 1))), Error::<Test>::UnknownEnterprise);
        let of_another = Archives::propose(signed(STRANGE_MAKER), Act::RegisterMandate(mandate(1, 2)));
        assert_noop!(of_another, Error::<Test>::NotTheRegistrar);
    });
}

#[test]
fn a_mandate_should_be_signed_by_the_enterprise_itself_once() {
    test(|| {
        two_registered();
        assert_ok!(done(bind(1, FIRST_KEY, None)));
        assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
        assert!(matches!(
            Mandates::<Test>::get(0).map(|mandate| mandate.grounds),
            Some(Grounds::Key { key: FIRST_KEY, .. })
        ));
        assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
        System::assert_last_event(Event::MandateUnchanged { mandate: 0 }.into());
        assert_eq!(Mandates::<Test>::iter().count(), 1);
        assert_noop!(Archives::sign_mandate(signed(FIRST_KEY), mandate(2, 1)), Error::<Test>::NotTheEnterprise);
        assert_ok!(done(change_status(1, EnterpriseStatus::TransferredOut, 500)));
        assert_noop!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 2)), Error::<Test>::NotActive);
    });
}

#[test]
fn a_mandate_should_cover_its_own_parties_kinds_and_window_to_the_second() {
    test(|| {
        registered_mandate();
        for (at, held) in [(999, false), (1_000, true), (1_999, true), (2_000, false)] {
            assert_eq!(covers(at).is_ok(), held, "{at}");
        }
        assert_eq!(covers(999), Err(MandateFault::NotInForce));
        let kind = DisclosureKind::AnnualReport;
        assert_eq!(Archives::mandate_covers(1, &uscc(1), &agent(), kind, 1_500), Err(MandateFault::Unknown));
        assert_eq!(Archives::mandate_covers(0, &uscc(2), &agent(), kind, 1_500), Err(MandateFault::OfAnother));
        assert_eq!(Archives::mandate_covers(0, &uscc(1), &uscc(5), kind, 1_500), Err(MandateFault::OfAnother));
        let other = DisclosureKind::Profile;
        assert_eq!(Archives::mandate_covers(0, &uscc(1), &agent(), other, 1_500), Err(MandateFault::OtherKind));
    });
}

#[test]
fn a_mandate_should_not_cover_what_was_filed_before_it_was_entered() {
    test(|| {
        Time::set(1_200);
        registered_mandate();
        for (at, held) in [(1_000, false), (1_199, false), (1_200, true), (1_201, true)] {
            assert_eq!(covers(at).is_ok(), held, "{at}");
        }
    });
}

#[test]
fn a_mandate_that_was_ended_should_be_given_again_under_another_number() {
    test(|| {
        two_registered();
        assert_ok!(done(bind(1, FIRST_KEY, None)));
        assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
        assert_ok!(Archives::end_mandate(signed(FIRST_KEY), 0));
        assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
        System::assert_last_event(Event::MandateGiven { mandate: 1, terms: mandate(1, 1) }.into());
        assert_ok!(Archives::sign_mandate(signed(FIRST_KEY), mandate(1, 1)));
        System::assert_last_event(Event::MandateUnchanged { mandate: 1 }.into());
    });
}

#[test]
fn either_side_should_end_a_mandate_and_what_was_filed_before_should_stand() {
    type End = fn() -> DispatchResult;
    let ways: [(End, End); 3] = [
        (|| Ok(()), || Archives::end_mandate(signed(AGENT), 0)),
        (|| done(bind(1, FIRST_KEY, None)), || Archives::end_mandate(signed(FIRST_KEY), 0)),
        (|| Ok(()), || done(Act::EndMandate { mandate: 0 })),
    ];
    for (prepare, end) in ways {
        test(|| {
            registered_mandate();
            assert_ok!(prepare());
            Time::set(1_500);
            assert_ok!(end());
            System::assert_has_event(Event::MandateEnded { mandate: 0 }.into());
            assert_eq!((covers(1_499), covers(1_500)), (Ok(()), Err(MandateFault::NotInForce)));
            assert_noop!(Archives::end_mandate(signed(AGENT), 0), Error::<Test>::MandateOver);
            assert_noop!(propose(&Act::EndMandate { mandate: 0 }), Error::<Test>::MandateOver);
        });
    }
}

#[test]
fn nobody_else_should_end_a_mandate() {
    test(|| {
        two_registered();
        assert_ok!(done(Act::RegisterMandate(mandate(1, 1))));
        assert_ok!(done(bind(2, THIRD_KEY, None)));
        assert_noop!(Archives::end_mandate(signed(OTHER_AGENT), 0), Error::<Test>::NotTheAgent);
        assert_noop!(Archives::end_mandate(signed(THIRD_KEY), 0), Error::<Test>::NotTheEnterprise);
        assert_noop!(Archives::end_mandate(signed(AGENT), 1), Error::<Test>::UnknownMandate);
        let of_another = Archives::propose(signed(STRANGE_MAKER), Act::EndMandate { mandate: 0 });
        assert_noop!(of_another, Error::<Test>::NotTheRegistrar);
        Time::set(2_000);
        assert_noop!(Archives::end_mandate(signed(AGENT), 0), Error::<Test>::MandateOver);
    });
}

#[test]
fn a_mandate_without_kinds_agent_or_time_should_be_refused() {
    test(|| {
        registered();
        let valid = mandate(1, 1);
        for terms in [
            MandateTerms { kinds: Kinds::default(), ..valid.clone() },
            MandateTerms { agent: uscc(1), ..valid.clone() },
            MandateTerms { agent: Uscc::from_bytes(*b"91430100MADEW0003X"), ..valid.clone() },
            MandateTerms { until: valid.from, ..valid.clone() },
            MandateTerms { from: 0, until: 1_000, ..valid.clone() },
            MandateTerms { until: valid.from + MAX_MANDATE + 1, ..valid.clone() },
        ] {
            assert_noop!(propose(&Act::RegisterMandate(terms)), Error::<Test>::InvalidMandate);
        }
        assert_ok!(done(Act::RegisterMandate(MandateTerms { until: valid.from + MAX_MANDATE, ..valid })));
    });
}

#[test]
fn a_key_should_speak_for_its_enterprise_under_a_handle_of_its_own() {
    test(|| {
        two_registered();
        assert_ok!(done(bind(1, FIRST_KEY, None)));
        assert_ok!(done(bind(2, THIRD_KEY, None)));
        let [first, third] = [FIRST_KEY, THIRD_KEY].map(|key| Archives::acting(&key).expect("a key that acts"));
        assert_eq!((first.organisation, third.organisation), (uscc(1), uscc(2)));
        assert_eq!(first.custody, Custody::Own);
        assert!(first.handle != third.handle && first.roles.is_empty());
        assert_eq!(Archives::acting(&OUTSIDER), None);
        assert_eq!(
            Archives::registrar(&uscc(1)),
            Some((actor(MAKER).expect("a member").organisation, EnterpriseStatus::Active))
        );
    });
}
