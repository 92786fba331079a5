//! Occasions: declared, cancelled, declared again.
use super::*;
use crate::{Error, Event, OccasionCount, Occasions};
use codec::{Decode, Encode};
use jiandu_primitives::{disclosure::MAX_SECURITY, header::Label};

fn row(kind: DisclosureKind, occasion: &Occasion) -> Option<OccasionRow> {
    Occasions::<Test>::get(uscc(1), (kind, occasion))
}

fn declare_many(occasions: &[(DisclosureKind, Occasion)]) -> DispatchResult {
    let occasions = occasions.to_vec().try_into().expect("within the bound");
    Obligations::declare_many(signed(MAKER), uscc(1), occasions)
}

/// So many events of one day.
fn events(day: Day, count: u32) -> Vec<(DisclosureKind, Occasion)> {
    let number = |number: u32| u8::try_from(number).expect("few");
    (0..count).map(|index| (INTERIM, Occasion::Event { day, number: number(index) })).collect()
}

#[test]
fn an_event_should_be_an_obligation_when_it_was_declared() {
    test(|| {
        ruled();
        let occasion = event("2026-03-02");
        assert_eq!(obligation(1, INTERIM, &occasion), None);
        assert_ok!(declare(1, INTERIM, &occasion));
        let by = actor(MAKER).expect("a member").author();
        assert_eq!(row(INTERIM, &occasion).and_then(|row| row.declared).map(|(by, _)| by), Some(by));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 1);
        let found = obligation(1, INTERIM, &occasion).expect("an obligation");
        assert_eq!((found.due, found.state), (day("2026-03-04"), ObligationState::Pending));
        let (enterprise, kind) = (uscc(1), INTERIM);
        System::assert_last_event(Event::OccasionDeclared { enterprise, kind, occasion, by }.into());
    });
}

#[test]
fn an_entry_of_a_schedule_should_be_due_before_its_day() {
    test(|| {
        ruled();
        assert_ok!(declare(1, INTEREST, &entry("DCFGFR2401", "2026-09-11")));
        assert_ok!(declare(1, INTEREST, &entry("GP", "2026-09-11")));
        let found = obligation(1, INTEREST, &entry("DCFGFR2401", "2026-09-11")).expect("an obligation");
        assert_eq!(found.due, day("2026-09-04"));
        // No rule is about this security.
        assert_eq!(obligation(1, INTEREST, &entry("GP", "2026-09-11")), None);
    });
}

#[test]
fn an_occasion_should_stay_as_it_is_when_it_is_declared_once_more() {
    test(|| {
        let occasion = event("2026-03-02");
        assert_ok!(declare(1, INTERIM, &occasion));
        let before = row(INTERIM, &occasion);
        Time::set(Time::get() + DAY);
        assert_ok!(Obligations::declare(signed(DISCLOSER), uscc(1), INTERIM, occasion.clone()));
        assert_eq!(row(INTERIM, &occasion), before);
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 1);
        let (enterprise, kind) = (uscc(1), INTERIM);
        System::assert_last_event(Event::OccasionUnchanged { enterprise, kind, occasion: occasion.clone() }.into());
        // Another kind, day or number is another occasion.
        assert_ok!(declare(1, INTEREST, &occasion));
        assert_ok!(declare(1, INTERIM, &event("2026-03-03")));
        assert_ok!(declare(1, INTERIM, &Occasion::Event { day: day("2026-03-02"), number: 1 }));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 4);
    });
}

#[test]
fn what_is_no_occasion_should_be_refused() {
    test(|| {
        assert_noop!(declare(9, INTERIM, &event("2026-03-02")), Error::<Test>::UnknownEnterprise);
        assert_noop!(declare(2, INTERIM, &event("2026-03-02")), Error::<Test>::NotTheRegistrar);
        assert_noop!(declare(1, ANNUAL, &REPORT), Error::<Test>::NothingToDeclare);
        let number = entry("13812345678", "2026-03-02");
        assert_noop!(declare(1, INTEREST, &number), Error::<Test>::InvalidSecurity);
        for text in ["", "a b"] {
            let security = Label::<MAX_SECURITY>::decode(&mut &text.as_bytes().encode()[..]).expect("bytes");
            let occasion = Occasion::Schedule { security, day: day("2026-03-02") };
            assert_noop!(declare(1, INTEREST, &occasion), Error::<Test>::InvalidSecurity);
        }
    });
}

#[test]
fn an_occasion_should_lie_between_2000_and_thirty_years_ahead() {
    test(|| {
        let at = |day: Day| Occasion::Event { day, number: 0 };
        let (first, last) = (day("2000-01-01"), Day::of(Time::get()).plus(MAX_AHEAD));
        assert_noop!(declare(1, INTERIM, &at(first.plus(-1))), Error::<Test>::DayTooFar);
        assert_noop!(declare(1, INTERIM, &at(last.plus(1))), Error::<Test>::DayTooFar);
        let beyond = Day::decode(&mut &u32::MAX.encode()[..]).expect("four bytes");
        assert_noop!(declare(1, INTERIM, &at(beyond)), Error::<Test>::DayTooFar);
        assert_noop!(
            declare(1, INTEREST, &Occasion::Schedule { security: "GP".parse().expect("a label"), day: last.plus(1) }),
            Error::<Test>::DayTooFar
        );
        assert_ok!(declare(1, INTERIM, &at(first)));
        assert_ok!(declare(1, INTERIM, &at(last)));
    });
}

#[test]
fn several_occasions_should_be_declared_all_or_none() {
    test(|| {
        let good = events(day("2026-03-02"), MAX_DECLARED);
        for bad in [REPORT, event("1999-12-31"), entry("13812345678", "2026-03-02")] {
            let mut list = good[1..].to_vec();
            list.push((INTERIM, bad));
            let root_before = root();
            assert!(declare_many(&list).is_err());
            assert_eq!(root(), root_before);
        }
        assert_noop!(declare_many(&[]), Error::<Test>::NothingToDeclare);
        assert_ok!(declare_many(&good));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), MAX_DECLARED);
        // One that is named twice is declared once.
        let twice = (INTERIM, event("2026-03-03"));
        assert_ok!(declare_many(&[twice.clone(), twice]));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), MAX_DECLARED + 1);
    });
}

#[test]
fn an_enterprise_should_have_as_many_occasions_as_its_bound() {
    test(|| {
        for index in 0..(MAX_OCCASIONS / MAX_DECLARED) as i32 {
            assert_ok!(declare_many(&events(day("2026-03-02").plus(index), MAX_DECLARED)));
        }
        assert_noop!(declare(1, INTERIM, &event("2026-12-01")), Error::<Test>::TooMany);
        let known = (INTERIM, event("2026-03-02"));
        let list = [known.clone(), (INTERIM, event("2026-12-01"))];
        assert_noop!(declare_many(&list), Error::<Test>::TooMany);
        // What is kept can be declared once more, and a cancelled one stays in its place.
        assert_ok!(declare_many(core::slice::from_ref(&known)));
        assert_ok!(cancel(CHECKER, INTERIM, &known.1));
        assert_noop!(declare(1, INTERIM, &event("2026-12-01")), Error::<Test>::TooMany);
        assert_ok!(declare(1, INTERIM, &known.1));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), MAX_OCCASIONS);
    });
}

#[test]
fn an_occasion_should_be_cancelled_by_another_person_and_declared_again() {
    test(|| {
        ruled();
        let occasion = event("2026-03-02");
        assert_noop!(cancel(CHECKER, INTERIM, &occasion), Error::<Test>::UnknownOccasion);
        assert_noop!(cancel(CHECKER, ANNUAL, &REPORT), Error::<Test>::UnknownOccasion);
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_noop!(cancel(SAME_PERSON, INTERIM, &occasion), Error::<Test>::SamePerson);
        assert_noop!(cancel(STRANGE_CHECKER, INTERIM, &occasion), Error::<Test>::NotTheRegistrar);
        let unknown = Obligations::cancel(signed(CHECKER), uscc(9), INTERIM, occasion.clone());
        assert_noop!(unknown, Error::<Test>::UnknownEnterprise);
        assert_ok!(cancel(CHECKER, INTERIM, &occasion));
        let (enterprise, kind, by) = (uscc(1), INTERIM, actor(CHECKER).expect("a member").author());
        let cancelled = Event::OccasionCancelled { enterprise, kind, occasion: occasion.clone(), by };
        System::assert_last_event(cancelled.into());
        assert_eq!(state(1, INTERIM, &occasion), Some(ObligationState::NotApplicable));
        assert!(row(INTERIM, &occasion).is_some_and(|row| row.declared.is_some()), "who declared it stays known");
        assert_noop!(cancel(CHECKER, INTERIM, &occasion), Error::<Test>::UnknownOccasion);
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_eq!(state(1, INTERIM, &occasion), Some(ObligationState::Pending));
        assert_eq!(row(INTERIM, &occasion).and_then(|row| row.cancelled), None);
    });
}

#[test]
fn a_persons_role_should_not_matter_for_cancelling_what_another_declared() {
    test(|| {
        let occasion = event("2026-03-02");
        assert_ok!(Obligations::declare(signed(DISCLOSER), uscc(1), INTERIM, occasion.clone()));
        assert_ok!(cancel(SAME_PERSON, INTERIM, &occasion));
    });
}
