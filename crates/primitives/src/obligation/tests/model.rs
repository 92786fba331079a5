//! Obligations against a model on plain numbers: days are numbers from 2025-01-01 on, times are seconds from its beginning on.
use super::*;
use alloc::collections::BTreeSet;
use proptest::prelude::*;

const SPAN: usize = 1_400;
/// 2025-12-31.
const PERIOD_END: i64 = 364;
/// 2026-04-30.
const PERIOD_DUE: i64 = 484;

#[derive(Clone, Debug)]
struct Plain {
    periodic: bool,
    days: i16,
    sort: DaySort,
    tiers: u8,
    soon: u16,
    review: u16,
}

impl Plain {
    fn rule(&self) -> Rule {
        let trigger = if self.periodic {
            let (period_end, due) = (date("12-31"), date("04-30"));
            Trigger::Calendar { period_end, due, years_after: 1, roll: Some(self.sort) }
        } else {
            Trigger::Event(Offset { days: self.days, sort: self.sort })
        };
        let (soon, review) = (self.soon, self.review);
        Rule { kind: DisclosureKind::AnnualReport, tiers: Tiers(self.tiers), trigger, soon, review }
    }
}

#[derive(Clone, Debug)]
struct Case {
    tables: Vec<(i64, Vec<Plain>)>,
    /// Days on which nobody works, and on which nobody trades.
    off: [BTreeSet<i64>; 2],
    tiers: Vec<(u64, Option<Tier>)>,
    statuses: Vec<(u64, EnterpriseStatus)>,
    /// None for the period.
    event: Option<i64>,
    filing: Option<(u64, u64)>,
    extended: Option<i64>,
    waived: bool,
    cancelled: bool,
    now: u64,
}

type Outcome = (u32, u16, i64, ObligationState, ObligationState);

impl Case {
    fn is(&self, at: i64, sort: DaySort) -> bool {
        match sort {
            DaySort::Calendar => true,
            DaySort::Working => !self.off[0].contains(&at),
            DaySort::Trading => !self.off[1].contains(&at),
        }
    }

    fn walk(&self, from: i64, days: i64, sort: DaySort) -> i64 {
        let step = if days < 0 { -1 } else { 1 };
        let counted = (1..).map(|far| from + step * far).filter(|at| self.is(*at, sort));
        counted.take(days.unsigned_abs() as usize).last().unwrap_or(from)
    }

    fn expected(&self) -> Option<Outcome> {
        let after = |at: i64| (at + 1) as u64 * DAY;
        let trigger = self.event.unwrap_or(PERIOD_END);
        let mut held = None;
        for (number, (from, _)) in self.tables.iter().enumerate() {
            let newer = held.is_none_or(|held: usize| self.tables[held].0 <= *from);
            held = if *from <= trigger && newer { Some(number) } else { held };
        }
        let held = held?;
        let mut tier = None;
        for (since, value) in &self.tiers {
            tier = if *since < after(trigger) { Some(*value) } else { tier };
        }
        let mask = tier?.map_or(15, |tier| 1u8 << tier as u8);
        let mut matching = self.tables[held].1.iter().enumerate();
        let (index, rule) =
            matching.find(|(_, rule)| rule.periodic == self.event.is_none() && rule.tiers & mask == mask)?;
        let original = if rule.periodic {
            (PERIOD_DUE..).find(|at| self.is(*at, rule.sort)).expect("a day")
        } else {
            self.walk(trigger, rule.days.into(), rule.sort)
        };
        let due = self.extended.map_or(original, |until| original.max(until));
        let asked = self.now.min(after(due) - 1);
        let mut active = false;
        for (since, status) in &self.statuses {
            active = if *since <= asked { *status == EnterpriseStatus::Active } else { active };
        }
        let unmet = match () {
            () if self.waived => Waived,
            () if !active => NotApplicable,
            () if self.now >= after(due) => Overdue,
            () if due > original => Extended,
            () if self.now >= (due - i64::from(rule.soon)) as u64 * DAY => DueSoon,
            () => Pending,
        };
        let [mut state, mut publication] = [unmet; 2];
        if let Some((filed, published)) = self.filing {
            let reviewed = self.walk((filed / DAY) as i64, rule.review.into(), DaySort::Working);
            state = if filed < after(due) { MetOnTime } else { MetLate };
            publication = if published < after(due.max(reviewed)) { MetOnTime } else { MetLate };
        }
        if self.cancelled {
            [state, publication] = [NotApplicable; 2];
        }
        Some((held as u32, index as u16, due, state, publication))
    }

    fn reckoned(&self) -> Option<Outcome> {
        let first = day("2025-01-01");
        let at = |number: i64| first.plus(number as i32);
        let time = |second: u64| first.start() + second;
        let off = self.off.each_ref().map(|days| days.iter().map(|number| at(*number)).collect::<BTreeSet<_>>());
        let year = |year| Year::of(year, |day, sort| !off[usize::from(sort == DaySort::Trading)].contains(&day));
        let known = Known {
            tables: self
                .tables
                .iter()
                .map(|(from, rules)| {
                    let rules: Vec<_> = rules.iter().map(Plain::rule).collect();
                    RuleTable { from: at(*from), rules: rules.try_into().expect("few") }
                })
                .collect(),
            calendar: Years((2024..=2028).map(|number| (number, year(number))).collect()),
            tiers: self.tiers.iter().map(|(since, tier)| (time(*since), *tier)).collect(),
            statuses: self.statuses.iter().map(|(since, status)| (time(*since), *status)).collect(),
            filing: self.filing.map(|(filed, published)| filing(time(filed), time(published))),
            relief: Relief { extended: self.extended.map(at), waived: self.waived, cancelled: self.cancelled },
        };
        let occasion = match self.event {
            Some(number) => Occasion::Event { day: at(number), number: 0 },
            None => Occasion::Period(2025),
        };
        let found = known.obligation(DisclosureKind::AnnualReport, &occasion, time(self.now))?;
        let number = (0..SPAN as i64).find(|number| at(*number) == found.due).expect("within the span");
        Some((found.rule.table, found.rule.index, number, found.state, found.publication))
    }
}

fn plain() -> impl Strategy<Value = Plain> {
    let sort = proptest::sample::select(DaySort::ALL.to_vec());
    (any::<bool>(), -20i16..60, sort, prop_oneof![Just(15u8), 1u8..16], 0u16..60, 0u16..10)
        .prop_map(|(periodic, days, sort, tiers, soon, review)| Plain { periodic, days, sort, tiers, soon, review })
}

/// Times around the due days, some of them to the second.
fn second() -> impl Strategy<Value = u64> {
    (300u64..620, prop_oneof![Just(0), Just(DAY - 1), 0..DAY]).prop_map(|(day, second)| day * DAY + second)
}

fn case() -> impl Strategy<Value = Case> {
    let tier = prop_oneof![Just(None), proptest::sample::select(Tier::ALL.to_vec()).prop_map(Some)];
    let status = prop_oneof![
        3 => Just(EnterpriseStatus::Active),
        1 => proptest::sample::select(EnterpriseStatus::ALL.to_vec()),
    ];
    let off = || proptest::collection::btree_set(250i64..800, 0..250);
    let tables = proptest::collection::vec((0i64..500, proptest::collection::vec(plain(), 0..4)), 0..4);
    let since = || prop_oneof![2 => Just(0), 1 => second()];
    let dated = (proptest::collection::vec((since(), tier), 0..3), proptest::collection::vec((since(), status), 0..4));
    let facts = (
        proptest::option::of(330i64..470),
        proptest::option::of((second(), 0..30 * DAY)),
        proptest::option::of(400i64..600),
        proptest::bool::weighted(0.2),
        proptest::bool::weighted(0.1),
        second(),
    );
    (tables, off(), off(), dated, facts).prop_map(|(tables, working, trading, dated, facts)| {
        let (mut tiers, mut statuses) = dated;
        tiers.sort_by_key(|(since, _)| *since);
        statuses.sort_by_key(|(since, _)| *since);
        let (event, filing, extended, waived, cancelled, now) = facts;
        let filing = filing.map(|(filed, later)| (filed, filed + later));
        let off = [working, trading];
        Case { tables, off, tiers, statuses, event, filing, extended, waived, cancelled, now }
    })
}

proptest! {
    #[test]
    fn obligations_should_agree_with_a_model_on_plain_numbers(case in case()) {
        prop_assert_eq!(case.reckoned(), case.expected());
    }
}
