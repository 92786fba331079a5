//! What the workflow of disclosures tells.
use super::*;
use crate::{Event, FiledBy, Filings, OccasionCount, Occasions};
use ObligationState::*;

fn withdraw(number: u32, record: u8) {
    Obligations::note_withdrawn(&uscc(number), snapshot(record).object);
}

#[test]
fn the_first_publication_for_an_occasion_should_count() {
    test(|| {
        ruled();
        let now = Time::get();
        let filing = Filing { snapshot: snapshot(1), filed: now - 10, published: now };
        assert!(Obligations::note_filed(&uscc(1), ANNUAL, &REPORT, filing));
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        System::assert_last_event(Event::ObligationMet { enterprise, kind, occasion, filing }.into());
        let found = obligation(1, ANNUAL, &REPORT).expect("an obligation");
        assert_eq!((found.filed, found.published), (Some(now - 10), Some(now)));
        assert_eq!((found.state, found.publication), (MetOnTime, MetOnTime));
        assert!(!file(1, ANNUAL, &REPORT, 2, now + 10));
        assert_eq!(obligation(1, ANNUAL, &REPORT), Some(found));
        // The same of another enterprise, kind or year is another obligation.
        assert!(file(2, ANNUAL, &REPORT, 3, now));
        assert!(file(1, ANNUAL, &Occasion::Period(2024), 4, now));
        assert_eq!(FiledBy::<Test>::iter().count(), 4);
    });
}

#[test]
fn what_was_filed_first_should_count_whenever_it_was_published() {
    test(|| {
        ruled();
        let end = day("2026-04-30").end();
        let filing = |record, filed| Filing { snapshot: snapshot(record), filed, published: end + 10 };
        let note = |record, filed| Obligations::note_filed(&uscc(1), ANNUAL, &REPORT, filing(record, filed));
        assert!(note(1, end));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetLate));
        assert!(note(2, end - 1));
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        System::assert_last_event(
            Event::ObligationMet { enterprise, kind, occasion, filing: filing(2, end - 1) }.into(),
        );
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetOnTime));
        assert_eq!(obligation(1, ANNUAL, &REPORT).and_then(|found| found.snapshot), Some(snapshot(2)));
        // Of those of one second what was published first.
        assert!(!note(3, end - 1));
        assert!(!note(4, end + 2));
        // Where there is no room what was filed last goes.
        assert!(!note(5, end + 1));
        assert!(!FiledBy::<Test>::contains_key(snapshot(4).object));
        withdraw(1, 2);
        withdraw(1, 3);
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetLate));
    });
}

#[test]
fn the_next_publication_should_count_when_the_first_is_withdrawn() {
    test(|| {
        ruled();
        let end = day("2026-04-30").end();
        let filing = |record, filed| Filing { snapshot: snapshot(record), filed, published: filed };
        let note = |record, filed| Obligations::note_filed(&uscc(1), ANNUAL, &REPORT, filing(record, filed));
        assert!(note(1, end - 1));
        for record in 2..=MAX_FILINGS as u8 {
            assert!(!note(record, end + u64::from(record)));
        }
        let before = root();
        assert!(!note(9, end + 100));
        assert_eq!(root(), before, "there is no room for another");
        // One that waits goes without a word.
        let events = System::event_count();
        withdraw(1, 3);
        assert_eq!((state(1, ANNUAL, &REPORT), System::event_count()), (Some(MetOnTime), events));
        withdraw(1, 1);
        let (enterprise, kind, occasion, next) = (uscc(1), ANNUAL, REPORT, filing(2, end + 2));
        System::assert_last_event(Event::ObligationMet { enterprise, kind, occasion, filing: next }.into());
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetLate));
        // The record is free for another occasion.
        assert!(file(1, ANNUAL, &Occasion::Period(2024), 1, Time::get()));
        withdraw(1, 2);
        withdraw(1, 4);
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        System::assert_last_event(Event::ObligationReopened { enterprise, kind, occasion }.into());
    });
}

#[test]
fn a_record_should_count_for_one_occasion_alone() {
    test(|| {
        ruled();
        assert!(file(1, ANNUAL, &REPORT, 1, Time::get()));
        let before = root();
        assert!(!file(1, ANNUAL, &Occasion::Period(2024), 1, Time::get()));
        assert_eq!(root(), before, "nothing is written");
        withdraw(1, 1);
        assert!(file(1, ANNUAL, &Occasion::Period(2024), 1, Time::get()));
    });
}

#[test]
fn both_clocks_should_judge_to_the_second() {
    test(|| {
        ruled();
        let end = day("2026-04-30").end();
        // Two working days after the day of filing, a Thursday: the Monday.
        let publish_by = day("2026-05-04").end();
        Time::set(publish_by + 1);
        for (filed, published, expected) in [
            (end - 1, publish_by - 1, (MetOnTime, MetOnTime)),
            (end - 1, publish_by, (MetOnTime, MetLate)),
            (end, publish_by, (MetLate, MetOnTime)),
        ] {
            let filing = Filing { snapshot: snapshot(1), filed, published };
            assert!(Obligations::note_filed(&uscc(1), ANNUAL, &REPORT, filing));
            let found = obligation(1, ANNUAL, &REPORT).expect("an obligation");
            assert_eq!((found.state, found.publication), expected, "{filed} {published}");
            withdraw(1, 1);
        }
    });
}

#[test]
fn an_obligation_should_be_open_again_when_what_met_it_is_withdrawn() {
    test(|| {
        ruled();
        assert!(file(1, ANNUAL, &REPORT, 1, Time::get()));
        let before = root();
        // Other records, and the record as another enterprise's.
        withdraw(1, 2);
        withdraw(2, 1);
        assert_eq!(root(), before, "nothing is written");
        withdraw(1, 1);
        let (enterprise, kind, occasion) = (uscc(1), ANNUAL, REPORT);
        System::assert_last_event(Event::ObligationReopened { enterprise, kind, occasion }.into());
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Pending));
        assert_eq!((Filings::<Test>::iter().count(), FiledBy::<Test>::iter().count()), (0, 0));
        // The next publication counts, late or not.
        Time::set(day("2026-05-01").start());
        assert_eq!(state(1, ANNUAL, &REPORT), Some(Overdue));
        assert!(file(1, ANNUAL, &REPORT, 2, Time::get()));
        assert_eq!(state(1, ANNUAL, &REPORT), Some(MetLate));
    });
}

#[test]
fn a_disclosure_should_name_its_own_event() {
    test(|| {
        ruled();
        let occasion = event("2026-03-02");
        assert!(file(1, INTERIM, &occasion, 1, Time::get()));
        let row = Occasions::<Test>::get(uscc(1), (INTERIM, &occasion)).expect("a row");
        assert_eq!(row, OccasionRow { declared: None, cancelled: None });
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 1);
        assert_eq!(state(1, INTERIM, &occasion), Some(MetOnTime));
        // A withdrawal leaves the event as it is.
        withdraw(1, 1);
        assert_eq!(state(1, INTERIM, &occasion), Some(Pending));
        // What is met counts, whoever wants it gone; declaring it says who knew of it, and anybody may cancel what nobody declared.
        assert!(file(1, INTERIM, &event("2026-03-03"), 2, Time::get()));
        assert_noop!(cancel(SAME_PERSON, INTERIM, &event("2026-03-03")), crate::Error::<Test>::AlreadyMet);
        withdraw(1, 2);
        assert_ok!(cancel(SAME_PERSON, INTERIM, &event("2026-03-03")));
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 2);
        assert_noop!(cancel(SAME_PERSON, INTERIM, &occasion), crate::Error::<Test>::SamePerson);
        // A period has no row.
        assert!(file(1, ANNUAL, &REPORT, 3, Time::get()));
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), 2);
    });
}

#[test]
fn a_cancelled_occasion_should_stay_cancelled_when_something_is_filed_for_it() {
    test(|| {
        ruled();
        let occasion = event("2026-03-02");
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_ok!(cancel(CHECKER, INTERIM, &occasion));
        assert!(file(1, INTERIM, &occasion, 1, Time::get()));
        assert_eq!(state(1, INTERIM, &occasion), Some(NotApplicable));
        assert_ok!(declare(1, INTERIM, &occasion));
        assert_eq!(state(1, INTERIM, &occasion), Some(MetOnTime));
    });
}

#[test]
fn a_disclosure_should_count_when_there_is_no_room_for_its_event() {
    test(|| {
        ruled();
        for index in 0..MAX_OCCASIONS as i32 {
            let occasion = Occasion::Event { day: day("2020-01-01").plus(index), number: 0 };
            assert_ok!(declare(1, INTERIM, &occasion));
        }
        let occasion = event("2026-03-02");
        assert!(file(1, INTERIM, &occasion, 1, Time::get()));
        assert_eq!(Occasions::<Test>::get(uscc(1), (INTERIM, &occasion)), None);
        assert_eq!(OccasionCount::<Test>::get(uscc(1)), MAX_OCCASIONS);
        assert_eq!(state(1, INTERIM, &occasion), Some(MetOnTime));
        withdraw(1, 1);
        assert_eq!(state(1, INTERIM, &occasion), None);
    });
}
