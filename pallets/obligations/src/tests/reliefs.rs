//! Extensions and waivers.
use super::*;
use crate::{Error, Event, Reliefs};
use ObligationState::*;

#[test]
fn an_extended_obligation_should_be_overdue_after_its_new_day_to_the_second() {
    test(|| {
        ruled();
        assert_ok!(extend(1, ANNUAL, &REPORT, day("2026-06-30")));
        let by = actor(CHECKER).expect("a member").author();
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        let (until, reason, text) = (day("2026-06-30"), ReliefReason::Request, None);
        let extended = Event::ObligationExtended { enterprise, kind, occasion, until, reason, text, by };
        System::assert_last_event(extended.into());
        let end = until.end();
        for (time, expected) in [
            (Time::get(), Extended),
            (day("2026-05-01").start(), Extended),
            (end - 1, Extended),
            (end, Overdue),
            (end + 1, Overdue),
        ] {
            Time::set(time);
            assert_eq!(state(1, ANNUAL, &REPORT), Some(expected), "at {time}");
        }
        let found = obligation(1, ANNUAL, &REPORT).expect("an obligation");
        assert_eq!((found.due, found.original_due), (until, day("2026-04-30")));
        assert!(file(1, ANNUAL, &REPORT, 1, end - 1));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetOnTime));
    });
}

#[test]
fn nothing_should_be_decided_about_what_is_due_in_more_than_two_years() {
    test(|| {
        ruled();
        // Due on 30 April 2027 and on 30 April 2028.
        let due = obligation(1, ANNUAL, &Occasion::Period(2027)).expect("an obligation").original_due;
        let last = due.plus(-MAX_RELIEF_AHEAD);
        Time::set(last.start());
        assert_ok!(extend(1, ANNUAL, &Occasion::Period(2027), due.plus(1)));
        Time::set(last.start() - 1);
        assert_ok!(waive(1, ANNUAL, &Occasion::Period(2026)));
        for year in [2027, 3000] {
            let far = Occasion::Period(year);
            assert_noop!(waive(1, ANNUAL, &far), Error::<Test>::DayTooFar);
            assert_noop!(extend(1, ANNUAL, &far, day("2028-06-30")), Error::<Test>::DayTooFar);
        }
    });
}

#[test]
fn an_extension_should_end_later_than_before_and_within_366_days() {
    test(|| {
        ruled();
        let due = day("2026-04-30");
        assert_noop!(extend(1, ANNUAL, &REPORT, due.plus(-1)), Error::<Test>::NotLater);
        assert_noop!(extend(1, ANNUAL, &REPORT, due), Error::<Test>::NotLater);
        assert_noop!(extend(1, ANNUAL, &REPORT, due.plus(MAX_EXTENDED + 1)), Error::<Test>::TooFar);
        assert_ok!(extend(1, ANNUAL, &REPORT, due.plus(1)));
        assert_noop!(extend(1, ANNUAL, &REPORT, due.plus(1)), Error::<Test>::NotLater);
        // The bound is counted from the original day.
        assert_noop!(extend(1, ANNUAL, &REPORT, due.plus(MAX_EXTENDED + 1)), Error::<Test>::TooFar);
        assert_ok!(extend(1, ANNUAL, &REPORT, due.plus(MAX_EXTENDED)));
    });
}

#[test]
fn an_obligation_should_be_extended_as_often_as_its_bound() {
    test(|| {
        ruled();
        let due = day("2026-04-30");
        for later in 1..=MAX_EXTENSIONS as i32 {
            assert_ok!(extend(1, ANNUAL, &REPORT, due.plus(later)));
        }
        assert_noop!(extend(1, ANNUAL, &REPORT, due.plus(100)), Error::<Test>::TooMany);
        let row = Reliefs::<Test>::get(uscc(1), (ANNUAL, REPORT)).expect("a row");
        assert_eq!(row.extensions.len(), MAX_EXTENSIONS as usize);
        // It can be waived all the same.
        assert_ok!(waive(1, ANNUAL, &REPORT));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Waived));
    });
}

#[test]
fn an_overdue_obligation_should_be_extended_or_waived_too() {
    test(|| {
        ruled();
        Time::set(day("2026-05-01").start());
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Overdue));
        assert_ok!(extend(1, ANNUAL, &REPORT, day("2026-05-10")));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Extended));
        Time::set(day("2026-05-11").start());
        assert_ok!(waive(1, ANNUAL, &REPORT));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Waived));
        let by = actor(CHECKER).expect("a member").author();
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        let (reason, text) = (ReliefReason::Other, Some([7; 32]));
        System::assert_last_event(Event::ObligationWaived { enterprise, kind, occasion, reason, text, by }.into());
    });
}

/// Both calls are refused with the same error, and write nothing.
fn refused(number: u32, kind: DisclosureKind, occasion: &Occasion, error: Error<Test>) {
    let error: sp_runtime::DispatchError = error.into();
    assert_noop!(waive(number, kind, occasion), error);
    assert_noop!(extend(number, kind, occasion, day("2026-06-30")), error);
}

#[test]
fn what_is_no_obligation_should_be_neither_extended_nor_waived() {
    test(|| {
        refused(1, ANNUAL, &REPORT, Error::NoObligation);
        ruled();
        refused(9, ANNUAL, &REPORT, Error::UnknownEnterprise);
        refused(2, ANNUAL, &REPORT, Error::NotTheRegistrar);
        // The enterprise was not registered, no rule is about this kind, and nobody declared the event.
        refused(1, ANNUAL, &Occasion::Period(2018), Error::NoObligation);
        refused(1, INTEREST, &REPORT, Error::NoObligation);
        let occasion = event("2026-03-02");
        refused(1, INTERIM, &occasion, Error::NoObligation);
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_ok!(cancel(CHECKER, INTERIM, &occasion));
        refused(1, INTERIM, &occasion, Error::NoObligation);
        change_status(1, Time::get(), EnterpriseStatus::TransferredOut);
        refused(1, ANNUAL, &REPORT, Error::NoObligation);
    });
}

#[test]
fn what_is_met_or_waived_should_be_neither_extended_nor_waived() {
    test(|| {
        ruled();
        assert!(file(1, ANNUAL, &REPORT, 1, Time::get()));
        refused(1, ANNUAL, &REPORT, Error::AlreadyMet);
        let occasion = event("2026-03-02");
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_ok!(waive(1, INTERIM, &occasion));
        refused(1, INTERIM, &occasion, Error::AlreadyWaived);
        // What was filed after the waiver is met, and the waiver counts again once that is withdrawn.
        assert!(file(1, INTERIM, &occasion, 2, Time::get()));
        assert_eq!(state(1, INTERIM, &occasion), Some(MetOnTime));
        refused(1, INTERIM, &occasion, Error::AlreadyMet);
        Obligations::note_withdrawn(&uscc(1), snapshot(2).object);
        assert_eq!(state(1, INTERIM, &occasion), Some(Waived));
        Obligations::note_withdrawn(&uscc(1), snapshot(1).object);
        assert_ok!(extend(1, ANNUAL, &REPORT, day("2026-06-30")));
    });
}

#[test]
fn an_enterprise_that_left_before_its_new_day_should_owe_nothing() {
    test(|| {
        ruled();
        assert_ok!(extend(1, ANNUAL, &REPORT, day("2026-06-30")));
        let left = day("2026-05-20").start();
        change_status(1, left, EnterpriseStatus::Deregistered);
        for (time, expected) in [(left - 1, Extended), (left, NotApplicable), (left + 100 * DAY, NotApplicable)] {
            Time::set(time);
            assert_eq!(state(1, ANNUAL, &REPORT), Some(expected), "at {time}");
        }
    });
}
