//! What is answered about many obligations.
use super::*;
use jiandu_primitives::{
    code::Tier,
    obligation::{DueChange, Timeliness},
    uscc::Uscc,
};
use ObligationState::*;

fn of(number: u32, from: &str, to: &str) -> Vec<(DisclosureKind, Day)> {
    let found = Obligations::obligations_of(uscc(number), day(from), day(to));
    found.into_iter().map(|obligation| (obligation.kind, obligation.due)).collect()
}

#[test]
fn obligations_should_be_listed_by_their_due_days_both_ends_included() {
    test(|| {
        ruled();
        for text in ["2026-04-28", "2026-03-02", "2026-05-04"] {
            assert_ok!(declare(1, INTERIM, &event(text)));
        }
        assert_ok!(declare(1, INTEREST, &entry("DCFGFR2401", "2026-05-07")));
        let (annual, april) = ((ANNUAL, day("2026-04-30")), day("2026-04-30"));
        let all = [(INTERIM, day("2026-03-04")), annual, (INTERIM, april), (INTEREST, april)];
        assert_eq!(of(1, "2026-03-04", "2026-04-30"), all);
        assert_eq!(of(1, "2026-03-05", "2026-04-30"), all[1..]);
        assert_eq!(of(1, "2026-03-04", "2026-04-29"), all[..1]);
        assert!(of(1, "2026-04-29", "2026-03-04").is_empty());
        // Reports on 2020, the year of registration, up to 2025.
        let reports = Obligations::obligations_of(uscc(2), day("1990-01-01"), day("2026-12-31"));
        assert_eq!(reports.len(), 6);
        assert_eq!(reports.first().map(|first| first.occasion.clone()), Some(Occasion::Period(2020)));
        // An extension moves one to its new day.
        assert_ok!(extend(1, ANNUAL, &REPORT, day("2026-06-30")));
        assert_eq!(of(1, "2026-06-30", "2026-06-30"), [(ANNUAL, day("2026-06-30"))]);
        assert!(!of(1, "2026-04-30", "2026-04-30").contains(&annual));
        // Whoever is unknown owes nothing.
        assert!(of(9, "2020-01-01", "2030-01-01").is_empty());
    });
}

#[test]
fn a_list_should_end_when_whole_ages_are_asked_for() {
    test(|| {
        ruled();
        let last = Day::of(Time::get()).plus(MAX_AHEAD);
        let occasion = Occasion::Event { day: last, number: 0 };
        assert_ok!(declare(1, INTERIM, &occasion));
        let found = Obligations::obligations_of(uscc(1), day("1970-01-01"), day("9999-12-31"));
        assert!(found.iter().any(|obligation| obligation.occasion == occasion));
        assert!(found.len() < 50);
    });
}

#[test]
fn changes_should_be_told_within_their_seconds() {
    test(|| {
        ruled();
        let (soon, end) = (day("2026-03-31").start(), day("2026-04-30").end());
        let told = |from, to| {
            let page = Obligations::due_between(from, to, None);
            assert_eq!(page.next, None);
            let of_first = page.changes.into_iter().filter(|due| due.enterprise == uscc(1));
            of_first.map(|due| (due.change, due.at)).collect::<Vec<_>>()
        };
        let (becomes_soon, becomes_overdue) = ((DueChange::DueSoon, soon), (DueChange::Overdue, end));
        assert_eq!(told(soon, end), [becomes_soon]);
        assert_eq!(told(soon, end + 1), [becomes_soon, becomes_overdue]);
        assert_eq!(told(soon + 1, end + 1), [becomes_overdue]);
        assert_eq!(told(end, end + 1), [becomes_overdue]);
        assert!(told(soon + 1, end).is_empty() && told(end + 1, soon).is_empty());
        assert!(file(1, ANNUAL, &REPORT, 1, Time::get()));
        assert!(told(soon, end + 1).is_empty());
    });
}

#[test]
fn changes_should_come_in_pages_of_32_enterprises_and_leave_none_out() {
    test(|| {
        ruled();
        for number in 3..=70 {
            enter(number, exchange(), Some(Tier::Standard), day("2020-01-01").start());
        }
        let end = day("2026-04-30").end();
        let (mut after, mut sizes, mut seen) = (None, vec![], std::collections::BTreeSet::<Uscc>::new());
        loop {
            let page = Obligations::due_between(end, end + 1, after);
            sizes.push(page.changes.len());
            seen.extend(page.changes.iter().map(|due| due.enterprise));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!((sizes, seen.len()), (vec![32, 32, 6], 70));
    });
}

#[test]
fn a_page_should_be_in_the_order_of_time() {
    test(|| {
        ruled();
        for text in ["2026-04-01", "2026-03-10", "2026-03-20"] {
            assert_ok!(declare(1, INTERIM, &event(text)));
        }
        let page = Obligations::due_between(day("2026-03-01").start(), day("2026-05-31").start(), None);
        let times: Vec<_> = page.changes.iter().map(|due| due.at).collect();
        assert!(times.windows(2).all(|pair| pair[0] <= pair[1]), "{times:?}");
        // Two of each of three announcements, and two of the report of each enterprise.
        assert_eq!(times.len(), 10);
    });
}

#[test]
fn rates_should_count_what_was_filed_and_what_was_published_in_time() {
    test(|| {
        ruled();
        // Filed in time and published late; both late; overdue; waived; cancelled; open.
        let occasions: Vec<_> = (2..=6).map(|number| event(&format!("2026-03-{number:02}"))).collect();
        for occasion in &occasions {
            assert_ok!(declare(1, INTERIM, occasion));
        }
        let late = day("2026-03-20").start();
        let filing = |record, filed| Filing { snapshot: snapshot(record), filed, published: late };
        let note = |occasion, filing| Obligations::note_filed(&uscc(1), INTERIM, occasion, filing);
        assert!(note(&occasions[0], filing(1, day("2026-03-03").start())));
        assert!(note(&occasions[1], filing(2, late)));
        assert_ok!(waive(1, INTERIM, &occasions[3]));
        assert_ok!(cancel(CHECKER, INTERIM, &occasions[4]));
        Time::set(late);
        assert_eq!(state(1, INTERIM, &occasions[2]), Some(Overdue));
        let (filed, published) = Obligations::timeliness(uscc(1), day("2026-03-01"), day("2026-04-30"));
        // The report is open. What was filed late was published on the day of filing; what was not filed is no fault of the exchange.
        assert_eq!(filed, Timeliness { on_time: 1, late: 1, overdue: 1, open: 1 });
        assert_eq!(published, Timeliness { on_time: 1, late: 1, overdue: 0, open: 0 });
        assert_eq!(filed.rate(), Some((1, 3)));
        let (filed, _) = Obligations::timeliness(uscc(1), day("2026-03-05"), day("2026-03-05"));
        assert_eq!(filed, Timeliness { late: 1, ..Timeliness::default() });
    });
}

#[test]
fn the_rates_of_an_exchange_should_be_of_its_own_enterprises() {
    test(|| {
        ruled();
        for number in 3..=70 {
            let registrar = if number % 2 == 0 { exchange() } else { strange_exchange() };
            enter(number, registrar, Some(Tier::Standard), day("2020-01-01").start());
        }
        Time::set(day("2026-05-01").start());
        let count = |organisation| {
            let (mut after, mut overdue) = (None, 0);
            loop {
                let (from, to) = (day("2026-04-30"), day("2026-04-30"));
                let (filed, published, next) = Obligations::timeliness_of_exchange(organisation, from, to, after);
                assert_eq!(published, Timeliness::default());
                overdue += filed.overdue;
                after = next;
                if after.is_none() {
                    return overdue;
                }
            }
        };
        assert_eq!((count(exchange()), count(strange_exchange()), count(uscc(1))), (35, 35, 0));
    });
}
