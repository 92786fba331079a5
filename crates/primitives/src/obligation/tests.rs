//! What is reckoned, occasion by occasion.
use super::*;
use crate::{
    calendar::Year,
    record::{ObjectId, SnapshotRef, VersionRef},
};
use alloc::{collections::BTreeMap, vec};
use ObligationState::*;

mod model;

const DAY: u64 = 86_400;

struct Years(BTreeMap<u16, Year>);

impl Calendar for Years {
    fn year(&self, year: u16) -> Option<Year> {
        self.0.get(&year).copied()
    }
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn date(text: &str) -> MonthDay {
    text.parse().expect("a date")
}

fn rule(kind: DisclosureKind, trigger: Trigger) -> Rule {
    Rule { kind, tiers: Tiers::all(), trigger, soon: 30, review: 2 }
}

fn yearly(due: &str, roll: Option<DaySort>) -> Rule {
    let trigger = Trigger::Calendar { period_end: date("12-31"), due: date(due), years_after: 1, roll };
    rule(DisclosureKind::AnnualReport, trigger)
}

fn interim(days: i16, sort: DaySort) -> Rule {
    rule(DisclosureKind::InterimAnnouncement, Trigger::Event(Offset { days, sort }))
}

fn table(from: &str, rules: Vec<Rule>) -> RuleTable {
    RuleTable { from: day(from), rules: rules.try_into().expect("few") }
}

fn event(text: &str) -> Occasion {
    Occasion::Event { day: day(text), number: 0 }
}

fn filing(filed: u64, published: u64) -> Filing {
    Filing { snapshot: SnapshotRef { object: ObjectId([1; 32]), at: VersionRef::default() }, filed, published }
}

/// An enterprise in tier F since 2020, and all that is known about it.
struct Known {
    tables: Vec<RuleTable>,
    calendar: Years,
    tiers: Vec<(u64, Option<Tier>)>,
    statuses: Vec<(u64, EnterpriseStatus)>,
    filing: Option<Filing>,
    relief: Relief,
}

impl Known {
    fn new(rules: Vec<Rule>) -> Self {
        let since = day("2020-01-01").start();
        Self {
            tables: vec![table("2020-01-01", rules)],
            calendar: Years(BTreeMap::new()),
            tiers: vec![(since, Some(Tier::Incubation))],
            statuses: vec![(since, EnterpriseStatus::Active)],
            filing: None,
            relief: Relief::default(),
        }
    }

    fn obligation(&self, kind: DisclosureKind, occasion: &Occasion, now: u64) -> Option<Obligation> {
        let book = Rulebook { tables: &self.tables, calendar: &self.calendar };
        let attributes = Attributes { tiers: &self.tiers, statuses: &self.statuses };
        book.reckon(&attributes, kind, occasion, self.filing, self.relief, now)
    }

    fn annual(&self, now: u64) -> Obligation {
        self.obligation(DisclosureKind::AnnualReport, &Occasion::Period(2025), now).expect("an obligation")
    }

    fn announcement(&self, occasion: &Occasion, now: u64) -> Obligation {
        self.obligation(DisclosureKind::InterimAnnouncement, occasion, now).expect("an obligation")
    }
}

#[test]
fn a_date_of_any_year_should_read_back_and_fall_on_the_28th_where_there_is_no_29th() {
    for text in ["01-01", "02-29", "04-30", "12-31"] {
        assert_eq!(date(text).to_string(), text);
    }
    for text in ["", "4-30", "04-31", "02-30", "13-01", "00-10", "04-00", "0430", "+4-30", "04-30-1"] {
        assert_eq!(text.parse::<MonthDay>(), Err(NoMonthDay), "{text}");
    }
    assert_eq!(date("02-29").in_year(2024), Some(day("2024-02-29")));
    assert_eq!(date("02-29").in_year(2025), Some(day("2025-02-28")));
    assert_eq!(date("04-30").in_year(1969), None);
    assert_eq!(date("04-30").in_year(u16::MAX), None);
    assert!(!MonthDay { month: 255, day: 255 }.check());
}

#[test]
fn sets_of_tiers_should_hold_what_they_are_made_of() {
    assert!(Tiers::all().is_valid() && Tier::ALL.iter().all(|tier| Tiers::all().has(*tier)));
    assert!(!Tiers::default().is_valid() && !Tiers(16).is_valid());
    let some: Tiers = [Tier::Custody, Tier::Standard].into_iter().collect();
    assert_eq!(some.iter().collect::<Tiers>(), some);
    assert!(some.admits(Some(Tier::Custody)) && !some.admits(Some(Tier::Incubation)) && !some.admits(None));
    assert!(Tiers::all().admits(None));
}

#[test]
fn a_rule_should_be_refused_when_anything_in_it_is_out_of_bounds() {
    let good = interim(-366, DaySort::Trading);
    assert!(good.check() && yearly("02-29", Some(DaySort::Working)).check());
    assert!(Rule { soon: 366, review: 366, ..good.clone() }.check());
    let calendar = |period_end, due, years_after| Trigger::Calendar { period_end, due, years_after, roll: None };
    let no_date = MonthDay { month: 2, day: 30 };
    let offset = Offset { days: 2, sort: DaySort::Trading };
    let security = |text: &str| Trigger::Schedule { security: Some(text.parse().expect("a label")), offset };
    assert!(rule(DisclosureKind::Redemption, security("DCFGFR")).check());
    let bad = [
        Rule { soon: 367, ..good.clone() },
        Rule { review: 367, ..good.clone() },
        Rule { tiers: Tiers::default(), ..good.clone() },
        Rule { tiers: Tiers(31), ..good.clone() },
        interim(367, DaySort::Calendar),
        interim(-367, DaySort::Calendar),
        interim(i16::MIN, DaySort::Calendar),
        Rule { trigger: calendar(no_date, date("04-30"), 1), ..good.clone() },
        Rule { trigger: calendar(date("12-31"), no_date, 1), ..good.clone() },
        Rule { trigger: calendar(date("12-31"), date("04-30"), 3), ..good.clone() },
        // Due before the period has ended.
        Rule { trigger: calendar(date("12-31"), date("04-30"), 0), ..good.clone() },
        Rule { trigger: calendar(date("06-30"), date("06-29"), 0), ..good.clone() },
        Rule { trigger: security("DC24"), ..good.clone() },
        Rule { trigger: security("dc"), ..good.clone() },
    ];
    for rule in bad {
        assert!(!rule.check(), "{rule:?}");
    }
}

#[test]
fn an_obligation_should_be_met_in_the_last_second_and_missed_one_second_later() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let end = day("2026-04-30").end();
    for (filed, state) in [(end - 1, MetOnTime), (end, MetLate), (end + 1, MetLate)] {
        known.filing = Some(filing(filed, filed));
        assert_eq!(known.annual(end + DAY).state, state, "filed at {filed}");
    }
    known.filing = None;
    let soon = day("2026-03-31").start();
    for (now, state) in [(soon - 1, Pending), (soon, DueSoon), (end - 1, DueSoon), (end, Overdue)] {
        let obligation = known.annual(now);
        assert_eq!((obligation.state, obligation.publication), (state, state), "at {now}");
        assert_eq!((obligation.due, obligation.soon_from), (day("2026-04-30"), day("2026-03-31")));
    }
}

#[test]
fn a_due_day_should_move_when_a_holiday_stands_in_its_way() {
    let holiday = |at: Day| (day("2026-04-30")..=day("2026-05-05")).contains(&at);
    let mut known = Known::new(vec![yearly("04-30", Some(DaySort::Working)), interim(2, DaySort::Trading)]);
    let occasion = event("2026-04-29");
    assert_eq!(known.annual(0).due, day("2026-04-30"));
    assert_eq!(known.announcement(&occasion, 0).due, day("2026-05-01"));
    let weekdays = Year::weekdays(2026);
    let year = Year::of(2026, |at, sort| weekdays.has(at, sort) && !holiday(at));
    known.calendar.0.insert(2026, year);
    assert_eq!(known.annual(0).due, day("2026-05-06"));
    assert_eq!(known.announcement(&occasion, 0).due, day("2026-05-07"));
}

#[test]
fn the_version_of_the_rules_on_the_trigger_day_should_count() {
    let mut known = Known::new(vec![yearly("04-30", None), interim(2, DaySort::Calendar)]);
    let newer = |from| table(from, vec![yearly("03-31", None), interim(5, DaySort::Calendar)]);
    // The period ended the day before.
    known.tables.push(newer("2026-01-01"));
    assert_eq!(known.annual(0).due, day("2026-04-30"));
    assert_eq!(known.announcement(&event("2025-12-31"), 0).due, day("2026-01-02"));
    let obligation = known.announcement(&event("2026-01-01"), 0);
    assert_eq!((obligation.due, obligation.rule), (day("2026-01-06"), RuleRef { table: 1, index: 1 }));
    known.tables.push(newer("2025-12-31"));
    let obligation = known.annual(0);
    assert_eq!((obligation.due, obligation.rule), (day("2026-03-31"), RuleRef { table: 2, index: 0 }));
    // Of two that begin on the same day the later one counts.
    known.tables.push(table("2025-12-31", vec![]));
    assert_eq!(known.obligation(DisclosureKind::AnnualReport, &Occasion::Period(2025), 0), None);
    // And before the first table there is none.
    assert_eq!(known.obligation(DisclosureKind::AnnualReport, &Occasion::Period(2018), 0), None);
}

#[test]
fn what_was_triggered_should_stay_when_a_newer_table_ends_the_period_later() {
    let earlier = Rule {
        trigger: Trigger::Calendar { period_end: date("03-31"), due: date("06-30"), years_after: 0, roll: None },
        ..yearly("04-30", None)
    };
    let mut known = Known::new(vec![earlier]);
    known.tables.push(table("2025-07-01", vec![yearly("04-30", None)]));
    assert_eq!(known.annual(0).due, day("2025-06-30"));
}

#[test]
fn an_unmet_obligation_should_be_waived_and_a_met_one_stay_met() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let end = day("2026-04-30").end();
    known.relief.waived = true;
    for now in [0, end - 1, end, end + DAY] {
        assert_eq!(known.annual(now).state, Waived);
        assert_eq!(known.annual(now).publication, Waived);
    }
    known.filing = Some(filing(end, end));
    assert_eq!(known.annual(end).state, MetLate);
    known.filing = Some(filing(end - 1, end - 1));
    assert_eq!(known.annual(end).state, MetOnTime);
}

#[test]
fn an_extended_obligation_should_be_judged_by_the_day_of_its_extension() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let (original, until) = (day("2026-04-30"), day("2026-06-30"));
    known.relief.extended = Some(until);
    for (now, state) in [
        (day("2026-01-01").start(), Extended),
        (original.end(), Extended),
        (until.start(), Extended),
        (until.end() - 1, Extended),
        (until.end(), Overdue),
    ] {
        assert_eq!(known.annual(now).state, state, "at {now}");
    }
    let obligation = known.annual(until.end());
    assert_eq!((obligation.due, obligation.original_due), (until, original));
    for (filed, state) in [(original.end(), MetOnTime), (until.end() - 1, MetOnTime), (until.end(), MetLate)] {
        known.filing = Some(filing(filed, filed));
        assert_eq!(known.annual(until.end()).state, state);
    }
    // An extension to a day before changes nothing.
    known.filing = None;
    known.relief.extended = Some(original.plus(-1));
    assert_eq!(known.annual(original.end() - 1).state, DueSoon);
    assert_eq!(known.annual(original.end()).due, original);
}

#[test]
fn an_obligation_should_not_apply_when_the_enterprise_left_before_its_due_day_ended() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let end = day("2026-04-30").end();
    known.statuses.push((end - 1, EnterpriseStatus::TransferredOut));
    for (now, state) in [(end - 2, DueSoon), (end - 1, NotApplicable), (end + DAY, NotApplicable)] {
        assert_eq!(known.annual(now).state, state, "at {now}");
    }
    // One second later it was too late already.
    known.statuses = vec![known.statuses[0], (end, EnterpriseStatus::Closed)];
    assert_eq!(known.annual(end + DAY).state, Overdue);
    // What was filed before it left is met.
    known.statuses = vec![known.statuses[0], (end - 1, EnterpriseStatus::Deregistered)];
    known.filing = Some(filing(end - 5, end - 5));
    assert_eq!(known.annual(end).state, MetOnTime);
    // Whoever comes back in time has to disclose.
    known.filing = None;
    known.statuses = vec![
        known.statuses[0],
        (end - 3 * DAY, EnterpriseStatus::TransferredOut),
        (end - 2 * DAY, EnterpriseStatus::Active),
    ];
    assert_eq!(known.annual(end - 2 * DAY - 1).state, NotApplicable);
    assert_eq!(known.annual(end).state, Overdue);
}

#[test]
fn a_cancelled_occasion_should_not_apply_whatever_else_there_is() {
    let mut known = Known::new(vec![interim(2, DaySort::Calendar)]);
    let occasion = event("2026-04-30");
    known.relief = Relief { extended: Some(day("2026-05-30")), waived: true, cancelled: true };
    assert_eq!(known.announcement(&occasion, 0).state, NotApplicable);
    known.filing = Some(filing(0, 0));
    let obligation = known.announcement(&occasion, 0);
    assert_eq!((obligation.state, obligation.publication), (NotApplicable, NotApplicable));
}

#[test]
fn the_tier_at_the_end_of_the_trigger_day_should_count() {
    let of = |tier: Tier, due| Rule { tiers: [tier].into_iter().collect(), ..yearly(due, None) };
    let mut known = Known::new(vec![of(Tier::Incubation, "06-30"), of(Tier::Standard, "04-30")]);
    let end = day("2025-12-31").end();
    for (since, due) in [(end - 1, "2026-04-30"), (end, "2026-06-30")] {
        known.tiers = vec![known.tiers[0], (since, Some(Tier::Standard))];
        assert_eq!(known.annual(0).due, day(due), "tier since {since}");
    }
    // No rule is for this tier, nor for an enterprise without one.
    for tier in [Some(Tier::Custody), None] {
        known.tiers = vec![(0, tier)];
        assert_eq!(known.obligation(DisclosureKind::AnnualReport, &Occasion::Period(2025), 0), None);
    }
    known.tables[0].rules = vec![yearly("05-31", None)].try_into().expect("few");
    assert_eq!(known.annual(0).due, day("2026-05-31"));
    // Who was not registered by then owes nothing.
    for (since, owes) in [(end - 1, true), (end, false)] {
        known.tiers = vec![(since, None)];
        let owed = known.obligation(DisclosureKind::AnnualReport, &Occasion::Period(2025), 0);
        assert_eq!(owed.is_some(), owes, "registered at {since}");
    }
}

#[test]
fn the_exchange_should_have_its_working_days_after_the_filing_and_never_less_than_the_enterprise() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let end = day("2026-04-30").end();
    // Filed on the last day, a Thursday: two working days later is the Monday.
    let publish_by = day("2026-05-04").end();
    for (published, publication) in [(end, MetOnTime), (publish_by - 1, MetOnTime), (publish_by, MetLate)] {
        known.filing = Some(filing(end - 1, published));
        let obligation = known.annual(publish_by);
        assert_eq!((obligation.state, obligation.publication), (MetOnTime, publication), "at {published}");
    }
    // Filed early, it may be published until the due day.
    known.filing = Some(filing(day("2026-01-05").start(), end - 1));
    assert_eq!(known.annual(end).publication, MetOnTime);
    known.filing = Some(filing(day("2026-01-05").start(), end));
    assert_eq!(known.annual(end).publication, MetLate);
    // Filed late, the exchange has its days all the same.
    known.filing = Some(filing(end, end + DAY));
    let obligation = known.annual(end + DAY);
    assert_eq!((obligation.state, obligation.publication), (MetLate, MetOnTime));
}

#[test]
fn an_entry_of_a_schedule_should_count_for_securities_of_the_rules_kind() {
    let offset = Offset { days: -5, sort: DaySort::Calendar };
    let scheduled = |security: Option<&str>, offset| {
        let security = security.map(|text| text.parse().expect("a label"));
        rule(DisclosureKind::InterestPayment, Trigger::Schedule { security, offset })
    };
    let entry =
        |security: &str| Occasion::Schedule { security: security.parse().expect("a label"), day: day("2026-09-10") };
    let known = Known::new(vec![scheduled(Some("DCFGFR"), offset)]);
    let due = |known: &Known, security: &str| {
        let kind = DisclosureKind::InterestPayment;
        known.obligation(kind, &entry(security), 0).map(|obligation| obligation.due)
    };
    assert_eq!(due(&known, "DCFGFR2401"), Some(day("2026-09-05")));
    for other in ["DCFGF2401", "DCFGFRA2401", "dcfgfr2401", "2401"] {
        assert_eq!(due(&known, other), None, "{other}");
    }
    let any = Offset { days: 0, sort: DaySort::Trading };
    let known = Known::new(vec![scheduled(Some("DCFGFR"), offset), scheduled(None, any)]);
    assert_eq!(due(&known, "DCFGFR2401"), Some(day("2026-09-05")));
    assert_eq!(due(&known, "GP"), Some(day("2026-09-10")));
}

#[test]
fn time_alone_should_make_an_obligation_due_soon_and_overdue_until_it_is_met() {
    let mut known = Known::new(vec![yearly("04-30", None)]);
    let (soon, end) = (day("2026-03-31").start(), day("2026-04-30").end());
    let changes = |known: &Known, now, from, to| changes_between(&known.annual(now), from, to).collect::<Vec<_>>();
    let both = vec![(DueChange::DueSoon, soon), (DueChange::Overdue, end)];
    for now in [0, soon, end] {
        // Before the registration nobody owes anything: the status is asked for at the present.
        let expected = if now == 0 { vec![] } else { both.clone() };
        assert_eq!(changes(&known, now, 0, u64::MAX), expected, "at {now}");
    }
    assert_eq!(changes(&known, soon, soon, end), [(DueChange::DueSoon, soon)]);
    assert!(changes(&known, soon, soon + 1, end).is_empty());
    assert_eq!(changes(&known, soon, soon + 1, end + 1), [(DueChange::Overdue, end)]);
    known.relief.extended = Some(day("2026-05-10"));
    let later = day("2026-05-10").end();
    assert_eq!(changes(&known, end, 0, u64::MAX), [(DueChange::Overdue, later)]);
    assert_eq!(changes(&known, later, 0, u64::MAX), [(DueChange::Overdue, later)]);
    known.filing = Some(filing(1, 1));
    assert!(changes(&known, end, 0, u64::MAX).is_empty());
    known.filing = None;
    known.relief.waived = true;
    assert!(changes(&known, end, 0, u64::MAX).is_empty());
}

#[test]
fn a_rate_should_be_of_those_whose_time_is_over() {
    let mut timeliness = Timeliness::default();
    assert_eq!(timeliness.rate(), None);
    for state in [Pending, DueSoon, Extended, Waived, NotApplicable] {
        timeliness.add(state);
    }
    assert_eq!((timeliness.open, timeliness.rate()), (3, None));
    for state in [MetOnTime, MetOnTime, MetLate, Overdue] {
        timeliness.add(state);
    }
    assert_eq!(timeliness.rate(), Some((2, 4)));
    let mut full = Timeliness { on_time: u32::MAX, late: u32::MAX, ..Timeliness::default() };
    full.add(MetOnTime);
    assert_eq!(full.rate(), Some((u32::MAX, u32::MAX)));
}

#[test]
fn the_table_that_began_last_should_be_in_force_and_of_one_day_the_later_one() {
    let table = |from| RuleTable { from: day(from), rules: Default::default() };
    // One that was set later may begin earlier.
    let tables = ["2026-01-01", "2027-01-01", "2026-03-01", "2026-03-01"].map(table);
    let at = |text| in_force(&tables, day(text));
    assert_eq!(at("2025-12-31"), None);
    assert_eq!((at("2026-01-01"), at("2026-02-28")), (Some(0), Some(0)));
    assert_eq!((at("2026-03-01"), at("2026-12-31"), at("2027-01-01")), (Some(3), Some(3), Some(1)));
}

#[test]
fn of_tables_that_end_a_period_on_different_days_the_earliest_should_count() {
    let ends = |from, end| {
        let trigger = Trigger::Calendar { period_end: date(end), due: date("12-31"), years_after: 0, roll: None };
        let rules = vec![rule(DisclosureKind::AnnualReport, trigger)].try_into().expect("one");
        RuleTable { from: day(from), rules }
    };
    // The second table was set for an earlier day than the first.
    let tables = [ends("2026-09-01", "11-30"), ends("2026-06-01", "07-31")];
    let attributes = Attributes { tiers: &[(0, None)], statuses: &[(0, EnterpriseStatus::Active)] };
    let found = |tables: &[RuleTable]| {
        let book = Rulebook { tables, calendar: &Years(BTreeMap::new()) };
        book.due_rule(&attributes, DisclosureKind::AnnualReport, &Occasion::Period(2026))
            .map(|(at, _, day, _)| (at.table, day))
    };
    assert_eq!(found(&tables), Some((1, day("2026-07-31"))));
    // What a later table drops changes nothing of that.
    let dropped = RuleTable { from: day("2026-10-01"), rules: Default::default() };
    let [one, other] = tables;
    assert_eq!(found(&[one, other, dropped]), Some((1, day("2026-07-31"))));
}
