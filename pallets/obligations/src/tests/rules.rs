//! Tables of rules and the calendar.
use super::*;
use crate::{Error, Event, NextTable, Tables, Years};
use frame_support::{traits::ConstU32, BoundedVec};
use jiandu_primitives::{calendar::Year, obligation::MAX_RULES};

fn set_year(year: u16, days: Year) -> DispatchResult {
    Obligations::set_year(signed(COUNCIL), year, days)
}

#[test]
fn a_table_should_be_numbered_and_kept_with_its_time() {
    test(|| {
        ruled();
        let second = table("2026-03-03", vec![yearly("03-31")]);
        assert_ok!(set_rules(second.clone()));
        System::assert_last_event(Event::RulesSet { number: 1, table: second.clone() }.into());
        let row = Tables::<Test>::get(1).expect("a table");
        assert_eq!((row.table, row.at.time), (second, Time::get()));
        assert_eq!(NextTable::<Test>::get(), 2);
    });
}

#[test]
fn a_table_should_be_refused_when_it_is_wrong_too_early_or_too_far_ahead() {
    test(|| {
        let bad = Rule { soon: 367, ..interim(2) };
        assert_noop!(set_rules(table("2026-01-01", vec![interim(2), bad])), Error::<Test>::InvalidRule);
        let tierless = Rule { tiers: Tiers::default(), ..interim(2) };
        assert_noop!(set_rules(table("2026-01-01", vec![tierless])), Error::<Test>::InvalidRule);
        assert_noop!(set_rules(table("2026-01-01", vec![interim(367)])), Error::<Test>::InvalidRule);
        // The first one may look back; the next would change what it triggered, today included.
        assert_ok!(set_rules(table("2026-01-01", vec![])));
        assert_noop!(set_rules(table("2026-03-02", vec![])), Error::<Test>::TableInPast);
        assert_ok!(set_rules(table("2026-03-05", vec![interim(2)])));
        // What is urgent may hold before what was set for later, and what was wrong is set again.
        assert_ok!(set_rules(table("2026-03-03", vec![interim(3)])));
        assert_ok!(set_rules(table("2026-03-05", vec![interim(4)])));
        let due = |text| {
            assert_ok!(declare(1, INTERIM, &event(text)));
            obligation(1, INTERIM, &event(text)).map(|found| found.rule.table)
        };
        assert_eq!([due("2026-03-02"), due("2026-03-04"), due("2026-03-05")], [None, Some(2), Some(3)]);
        let last = Day::of(Time::get()).plus(MAX_TABLE_AHEAD);
        let at = |from| RuleTable { from, ..table("2026-01-01", vec![]) };
        assert_noop!(set_rules(at(last.plus(1))), Error::<Test>::DayTooFar);
        assert_ok!(set_rules(at(last)));
    });
}

#[test]
fn there_should_be_as_many_tables_and_rules_as_their_bounds() {
    test(|| {
        let full = vec![interim(2); MAX_RULES as usize];
        for _ in 0..MAX_TABLES {
            assert_ok!(set_rules(table("2026-03-03", full.clone())));
        }
        assert_noop!(set_rules(table("2026-03-03", vec![])), Error::<Test>::TooMany);
        let more = [full, vec![interim(2)]].concat();
        assert!(BoundedVec::<Rule, ConstU32<MAX_RULES>>::try_from(more).is_err());
        // They are reckoned with all the same.
        assert_ok!(declare(1, INTERIM, &event("2026-03-03")));
        let found = obligation(1, INTERIM, &event("2026-03-03")).expect("an obligation");
        assert_eq!((found.rule.table, found.rule.index), (MAX_TABLES - 1, 0));
    });
}

#[test]
fn new_rules_should_leave_alone_what_was_triggered_before_them() {
    test(|| {
        ruled();
        let (before, after) = (event("2026-03-10"), event("2026-03-11"));
        assert_ok!(declare(1, INTERIM, &before));
        assert_ok!(declare(1, INTERIM, &after));
        assert_ok!(set_rules(table("2026-03-11", vec![yearly("03-31"), interim(5)])));
        let due = |kind, occasion: &Occasion| obligation(1, kind, occasion).map(|found| found.due);
        assert_eq!(due(INTERIM, &before), Some(day("2026-03-12")));
        assert_eq!(due(INTERIM, &after), Some(day("2026-03-18")));
        assert_eq!(due(ANNUAL, &REPORT), Some(day("2026-04-30")));
        assert_eq!(due(ANNUAL, &Occasion::Period(2026)), Some(day("2027-03-31")));
    });
}

#[test]
fn the_tier_on_the_trigger_day_should_choose_the_rule() {
    use jiandu_primitives::code::Tier;
    test(|| {
        let of = |tier: Tier, due| Rule { tiers: [tier].into_iter().collect(), ..yearly(due) };
        assert_ok!(set_rules(table("2020-01-01", vec![of(Tier::Incubation, "06-30"), of(Tier::Standard, "04-30")])));
        let changed = day("2025-12-31").end();
        for (since, due) in [(changed - 1, "2026-04-30"), (changed, "2026-06-30")] {
            enter(1, exchange(), Some(Tier::Incubation), day("2020-01-01").start());
            let firm = |firms: &mut std::collections::BTreeMap<_, Firm>| {
                firms.get_mut(&uscc(1)).expect("registered").tiers.push((since, Some(Tier::Standard)));
            };
            Firms::mutate(firm);
            assert_eq!(obligation(1, ANNUAL, &REPORT).map(|found| found.due), Some(day(due)));
        }
        enter(1, exchange(), None, day("2020-01-01").start());
        assert_eq!(obligation(1, ANNUAL, &REPORT), None);
    });
}

#[test]
fn a_holiday_should_move_due_days_when_it_is_entered() {
    test(|| {
        ruled();
        let due = || obligation(1, ANNUAL, &REPORT).expect("an obligation").due;
        assert_eq!(due(), day("2026-04-30"));
        let weekdays = Year::weekdays(2026);
        let holiday = |at: Day| (day("2026-04-30")..=day("2026-05-05")).contains(&at);
        let days = Year::of(2026, |at, sort| weekdays.has(at, sort) && !holiday(at));
        assert_ok!(set_year(2026, days));
        System::assert_last_event(Event::YearSet { year: 2026, days }.into());
        assert_eq!(due(), day("2026-05-06"));
        // The council may correct the present year.
        assert_ok!(set_year(2026, weekdays));
        assert_eq!(due(), day("2026-04-30"));
    });
}

#[test]
fn a_year_that_is_over_should_be_entered_once() {
    test(|| {
        let days = Year::weekdays(2026);
        for year in [0, 1989, 2201, u16::MAX] {
            assert_noop!(set_year(year, days), Error::<Test>::InvalidYear);
        }
        for year in [1990, 2025, 2026, 2200] {
            assert_ok!(set_year(year, days));
        }
        let off = |from: &str| {
            let from = day(from);
            Year::of(from.year(), move |at, sort| at < from && Year::weekdays(from.year()).has(at, sort))
        };
        for (year, days) in [(1990, off("1990-12-31")), (2025, off("2025-12-31"))] {
            assert_noop!(set_year(year, days), Error::<Test>::YearIsOver);
        }
        // Of the present year the days before today stay.
        Time::set(day("2026-04-15").start());
        assert_noop!(set_year(2026, off("2026-04-14")), Error::<Test>::YearIsOver);
        assert_ok!(set_year(2026, off("2026-04-15")));
        assert_ok!(set_year(2026, days));
        let last = off("2026-12-31");
        Time::set(day("2026-12-31").end() - 1);
        assert_ok!(set_year(2026, last));
        assert_ok!(set_year(2026, days));
        Time::set(day("2026-12-31").end());
        assert_noop!(set_year(2026, last), Error::<Test>::YearIsOver);
        assert_eq!(Years::<Test>::iter_keys().count(), 4);
    });
}
