//! Obligations (披露义务) to disclose: what an enterprise owes, until when, and what became of it.
//!
//! An obligation is an enterprise, a kind and an occasion. It is never stored: one pure function reckons it from the rules, the
//! calendar, the enterprise's dated tiers and statuses, what was filed, and extensions and waivers. Days end at 24:00 in Shanghai.

use crate::{
    calendar::{Calendar, Day, DaySort},
    code::{Tier, MAX_KIND},
    disclosure::{DisclosureKind, Filing, Occasion},
    enterprise::EnterpriseStatus,
    header::Label,
    record::SnapshotRef,
    text::{named_enum, named_set, serde_as_text},
    uscc::Uscc,
};
use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// Most rules of a table.
pub const MAX_RULES: u32 = 64;
/// Most days that a rule counts, whatever for.
pub const MAX_RULE_DAYS: u16 = 366;
/// Most years between the end of a period and the due day.
pub const MAX_YEARS_AFTER: u8 = 2;
/// A leap year, which has every date.
const LEAP_YEAR: u16 = 2_000;

named_set!(
    /// A set of tiers.
    Tiers(u8) of Tier
);

impl Tiers {
    /// Whether an enterprise with this tier is meant. One whose code has no tier letter is, where all are.
    pub fn admits(self, tier: Option<Tier>) -> bool {
        tier.map_or(self == Self::all(), |tier| self.has(tier))
    }
}

/// A date of any year. Written as `04-30`. A decoded one need not be a date: whoever accepts one calls [`MonthDay::check`].
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct MonthDay {
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl MonthDay {
    /// Whether a leap year has it.
    pub fn check(self) -> bool {
        self.date(LEAP_YEAR).is_some()
    }

    fn date(self, year: u16) -> Option<Day> {
        Day::new(year.try_into().ok()?, self.month.try_into().ok()?, self.day.try_into().ok()?)
    }

    /// Its day in a year: 29 February is the 28th where the year has no other. None before 1970.
    pub fn in_year(self, year: u16) -> Option<Day> {
        let last = Self { month: 2, day: 28 };
        let leap = Self { month: 2, day: 29 };
        self.date(year).or_else(|| if self == leap { last.date(year) } else { None })
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl fmt::Debug for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is no date of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMonthDay;

impl fmt::Display for NoMonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a month and a day such as 04-30")
    }
}

impl core::error::Error for NoMonthDay {}

impl FromStr for MonthDay {
    type Err = NoMonthDay;

    fn from_str(text: &str) -> Result<Self, NoMonthDay> {
        let number = |text: &str| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u8>().ok().filter(|_| digits).ok_or(NoMonthDay)
        };
        let (month, day) = text.split_once('-').ok_or(NoMonthDay)?;
        Some(Self { month: number(month)?, day: number(day)? }).filter(|date| date.check()).ok_or(NoMonthDay)
    }
}

serde_as_text!(MonthDay);

/// So many days of a sort after a day, or before it where the number is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Offset {
    /// How many.
    pub days: i16,
    /// Which days count.
    pub sort: DaySort,
}

impl Offset {
    fn check(&self) -> bool {
        self.days.unsigned_abs() <= MAX_RULE_DAYS
    }
}

/// The kind of a security: the capital letters that it begins with.
fn letters<const N: u32>(security: &Label<N>) -> String {
    security.to_string().chars().take_while(char::is_ascii_uppercase).collect()
}

/// What makes a rule apply, and the due day that follows.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Trigger {
    /// The end of a period, such as a fiscal year: due on a fixed day.
    #[codec(index = 0)]
    Calendar {
        /// The last day of the period, in the year that the occasion names.
        period_end: MonthDay,
        /// When it is due.
        due: MonthDay,
        /// So many years after the one in which the period ends.
        years_after: u8,
        /// Where that is no day of this sort, it is due on the next one that is.
        roll: Option<DaySort>,
    },
    /// A declared event: due so many days after its day.
    #[codec(index = 1)]
    Event(Offset),
    /// An entry of a security's schedule: due so many days after its day, or before it.
    #[codec(index = 2)]
    Schedule {
        /// Only securities of this kind: the capital letters that they begin with. None for any.
        security: Option<Label<MAX_KIND>>,
        /// When it is due.
        offset: Offset,
    },
}

impl Trigger {
    /// The trigger day (触发日) of an occasion; none where it is no occasion for this rule.
    pub fn day(&self, occasion: &Occasion) -> Option<Day> {
        match (self, occasion) {
            (Self::Calendar { period_end, .. }, Occasion::Period(year)) => period_end.in_year(*year),
            (Self::Event(_), Occasion::Event { day, .. }) => Some(*day),
            (Self::Schedule { security: wanted, .. }, Occasion::Schedule { security, day }) => {
                let meant = wanted.as_ref().is_none_or(|wanted| wanted.to_string() == letters(security));
                meant.then_some(*day)
            }
            _ => None,
        }
    }

    /// The due day (截止日) that follows from a trigger day; none where no calendar has it.
    pub fn due(&self, trigger: Day, calendar: &impl Calendar) -> Option<Day> {
        match self {
            Self::Calendar { due, years_after, roll, .. } => {
                let day = due.in_year(trigger.year().checked_add(u16::from(*years_after))?)?;
                Some(roll.map_or(day, |sort| calendar.on_or_after(day, sort)))
            }
            Self::Event(offset) | Self::Schedule { offset, .. } => {
                Some(calendar.offset(trigger, offset.days, offset.sort))
            }
        }
    }
}

/// What has to be disclosed, by whom and until when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rule {
    /// What.
    pub kind: DisclosureKind,
    /// By enterprises of which tiers.
    pub tiers: Tiers,
    /// On which occasion, and until when.
    pub trigger: Trigger,
    /// So many calendar days before the due day it is due soon.
    pub soon: u16,
    /// Working days that the exchange has for publishing after the day of filing. It never has less time than the enterprise.
    pub review: u16,
}

impl Rule {
    /// Whether every number and name in it keeps to its bounds; a decoded one need not.
    pub fn check(&self) -> bool {
        let trigger = match &self.trigger {
            Trigger::Calendar { period_end, due, years_after, .. } => {
                // Nothing is due before its period has ended.
                let follows = *years_after > 0 || due >= period_end;
                period_end.check() && due.check() && follows && *years_after <= MAX_YEARS_AFTER
            }
            Trigger::Event(offset) => offset.check(),
            Trigger::Schedule { security, offset } => {
                // Other characters than capital letters would never match.
                let is_kind = |kind: &Label<MAX_KIND>| kind.is_name() && letters(kind) == kind.to_string();
                offset.check() && security.as_ref().is_none_or(is_kind)
            }
        };
        trigger && self.tiers.is_valid() && self.soon <= MAX_RULE_DAYS && self.review <= MAX_RULE_DAYS
    }
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleTable {
    /// The first day on which it holds: occasions with a trigger day before it keep the rules that they had.
    pub from: Day,
    /// The rules. Of several that apply the first counts.
    pub rules: BoundedVec<Rule, ConstU32<MAX_RULES>>,
}

/// A rule of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleRef {
    /// The table's number, from 0.
    pub table: u32,
    /// The rule's place in it, from 0.
    pub index: u16,
}

named_enum!(
    /// Why an obligation was extended or waived. A code: no text by a user reaches the chain.
    ReliefReason {
        /// The enterprise asked for it.
        Request = 0, "request";
        /// 不可抗力.
        ForceMajeure = 1, "force-majeure";
        /// The regulator ordered or allowed it.
        Regulator = 2, "regulator";
        /// A fault of the registry.
        System = 3, "system";
        /// None of these: the salted digest of the reason's text tells it to whoever has both.
        Other = 4, "other";
    }
);

/// What was decided about one obligation, as far as it changes what is reckoned.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relief {
    /// 延期: the day until which it was extended.
    pub extended: Option<Day>,
    /// 豁免: nobody waits for it any more.
    pub waived: bool,
    /// Its occasion was cancelled: it never was.
    pub cancelled: bool,
}

/// What is true of an enterprise since when, in Unix seconds, oldest first. The first of each is the registration.
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'a> {
    /// Its tiers; none where its code has no letter.
    pub tiers: &'a [(u64, Option<Tier>)],
    /// Whether its archive goes on.
    pub statuses: &'a [(u64, EnterpriseStatus)],
}

/// What held at a time; none before the first.
fn as_of<Value: Copy>(dated: &[(u64, Value)], time: u64) -> Option<Value> {
    dated.iter().rev().find(|(since, _)| *since <= time).map(|(_, value)| *value)
}

impl Attributes<'_> {
    /// Its tier at a Unix second, where it was registered by then.
    pub fn tier_at(&self, time: u64) -> Option<Option<Tier>> {
        as_of(self.tiers, time)
    }

    /// Its status at a Unix second, where it was registered by then.
    pub fn status_at(&self, time: u64) -> Option<EnterpriseStatus> {
        as_of(self.statuses, time)
    }
}

named_enum!(
    /// What became of an obligation.
    ObligationState {
        /// 待履行: there is time.
        Pending = 0, "pending";
        /// 临近到期: the due day is near.
        DueSoon = 1, "due-soon";
        /// 按期履行.
        MetOnTime = 2, "met-on-time";
        /// 逾期: the due day has passed.
        Overdue = 3, "overdue";
        /// 逾期履行: met after the due day.
        MetLate = 4, "met-late";
        /// 已延期: not met yet, and the day until which it was extended has not passed.
        Extended = 5, "extended";
        /// 已豁免.
        Waived = 6, "waived";
        /// 不适用: its occasion was cancelled, or the enterprise was not in the market any more.
        NotApplicable = 7, "not-applicable";
    }
);

/// An obligation as it stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Obligation {
    /// What has to be disclosed.
    pub kind: DisclosureKind,
    /// Why.
    pub occasion: Occasion,
    /// By which rule.
    pub rule: RuleRef,
    /// The last day on which it can be met in time, with an extension.
    pub due: Day,
    /// The same without one.
    pub original_due: Day,
    /// The first day on which it is due soon.
    pub soon_from: Day,
    /// The snapshot that meets it.
    pub snapshot: Option<SnapshotRef>,
    /// Unix second at which that was filed.
    pub filed: Option<u64>,
    /// Unix second at which that was published.
    pub published: Option<u64>,
    /// By the clock *filed*: judges the enterprise.
    pub state: ObligationState,
    /// By the clock *published*: judges the exchange.
    pub publication: ObligationState,
}

/// The last second of a day.
fn last_second(day: Day) -> u64 {
    day.end().saturating_sub(1)
}

/// The number of the table that holds on a day: the one that began last, and of several the last in the list.
pub fn in_force<'a>(tables: impl IntoIterator<Item = &'a RuleTable>, day: Day) -> Option<u32> {
    let begun = (0u32..).zip(tables).filter(|(_, table)| table.from <= day);
    begun.max_by_key(|(_, table)| table.from).map(|(number, _)| number)
}

/// The rules and the calendar that obligations are reckoned with.
#[derive(Debug)]
pub struct Rulebook<'a, C> {
    /// The tables by their numbers.
    pub tables: &'a [RuleTable],
    /// The market's days.
    pub calendar: &'a C,
}

impl<'a, C: Calendar> Rulebook<'a, C> {
    /// The rule that makes an occasion an obligation, the trigger day and the original due day. None where there is none, or
    /// the enterprise was not registered by the end of the trigger day.
    ///
    /// A rule counts only in the table that holds on the rule's own trigger day, and for the tier at that day's end. Where
    /// tables end an occasion's period on different days and several count, the earliest day does: what was triggered stays.
    pub fn due_rule(
        &self,
        attributes: &Attributes<'_>,
        kind: DisclosureKind,
        occasion: &Occasion,
    ) -> Option<(RuleRef, &'a Rule, Day, Day)> {
        let counting = (0u32..).zip(self.tables).filter_map(|(table, held)| {
            (0u16..).zip(&held.rules).filter(|(_, rule)| rule.kind == kind).find_map(|(index, rule)| {
                let trigger = rule.trigger.day(occasion)?;
                let tier = attributes.tier_at(last_second(trigger))?;
                let counts = rule.tiers.admits(tier) && in_force(self.tables, trigger) == Some(table);
                counts.then_some((RuleRef { table, index }, rule, trigger))
            })
        });
        let (at, rule, trigger) = counting.min_by_key(|(_, _, trigger)| *trigger)?;
        Some((at, rule, trigger, rule.trigger.due(trigger, self.calendar)?))
    }

    /// An obligation as it stands at a Unix second. None where no rule makes it one.
    ///
    /// What was cancelled does not apply. What was filed is met, in time before the end of the due day, whatever was decided
    /// otherwise. What is left may have been waived; does not apply where the enterprise was not active at the end of the due
    /// day, or is not now; and is overdue, extended, due soon or pending.
    pub fn reckon(
        &self,
        attributes: &Attributes<'_>,
        kind: DisclosureKind,
        occasion: &Occasion,
        filing: Option<Filing>,
        relief: Relief,
        now: u64,
    ) -> Option<Obligation> {
        use ObligationState::*;
        let (at, rule, _, original_due) = self.due_rule(attributes, kind, occasion)?;
        let due = relief.extended.map_or(original_due, |until| until.max(original_due));
        let soon_from = due.plus(i32::from(rule.soon).saturating_neg());
        let unmet = if relief.waived {
            Waived
        } else if attributes.status_at(now.min(last_second(due))) != Some(EnterpriseStatus::Active) {
            NotApplicable
        } else if now >= due.end() {
            Overdue
        } else if due > original_due {
            Extended
        } else if now >= soon_from.start() {
            DueSoon
        } else {
            Pending
        };
        let judge = |met: Option<u64>, deadline: Day| match met {
            _ if relief.cancelled => NotApplicable,
            Some(at) if at < deadline.end() => MetOnTime,
            Some(_) => MetLate,
            None => unmet,
        };
        let publish_by = filing.map_or(due, |filing| {
            let review = i16::try_from(rule.review).unwrap_or(i16::MAX);
            due.max(self.calendar.offset(Day::of(filing.filed), review, DaySort::Working))
        });
        let (filed, published) = (filing.map(|filing| filing.filed), filing.map(|filing| filing.published));
        Some(Obligation {
            kind,
            occasion: occasion.clone(),
            rule: at,
            due,
            original_due,
            soon_from,
            snapshot: filing.map(|filing| filing.snapshot),
            filed,
            published,
            state: judge(filed, due),
            publication: judge(published, publish_by),
        })
    }
}

/// How many obligations were met in time. What was waived or does not apply is left out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Timeliness {
    /// Met in time.
    pub on_time: u32,
    /// Met late.
    pub late: u32,
    /// Not met, and too late.
    pub overdue: u32,
    /// Not met, and there is time.
    pub open: u32,
}

impl Timeliness {
    /// Counts one more obligation.
    pub fn add(&mut self, state: ObligationState) {
        use ObligationState::*;
        let count = match state {
            MetOnTime => &mut self.on_time,
            MetLate => &mut self.late,
            Overdue => &mut self.overdue,
            Pending | DueSoon | Extended => &mut self.open,
            Waived | NotApplicable => return,
        };
        *count = count.saturating_add(1);
    }

    /// How many were met in time of all whose time is over; none where there are none of those.
    pub fn rate(&self) -> Option<(u32, u32)> {
        let all = self.on_time.saturating_add(self.late).saturating_add(self.overdue);
        (all > 0).then_some((self.on_time, all))
    }
}

named_enum!(
    /// What time alone makes of an obligation that is not met.
    DueChange {
        /// It is due soon.
        DueSoon = 0, "due-soon";
        /// It is overdue.
        Overdue = 1, "overdue";
    }
);

/// What time alone changes about an obligation, from one Unix second until another, which is excluded, and when: nothing where
/// it was met or waived or does not apply. What was extended is not due soon once more.
pub fn changes_between(obligation: &Obligation, from: u64, to: u64) -> impl Iterator<Item = (DueChange, u64)> {
    use ObligationState::*;
    let unmet = matches!(obligation.state, Pending | DueSoon | Overdue | Extended);
    let extended = obligation.due > obligation.original_due;
    let soon = (unmet && !extended).then(|| (DueChange::DueSoon, obligation.soon_from.start()));
    let overdue = unmet.then(|| (DueChange::Overdue, obligation.due.end()));
    [soon, overdue].into_iter().flatten().filter(move |(_, at)| (from..to).contains(at))
}

/// What the reckoning of obligations asks about enterprises.
pub trait DatedEnterprises {
    /// The organisation that keeps its archive.
    fn registrar(enterprise: &Uscc) -> Option<Uscc>;

    /// Its tiers with the Unix seconds from which they hold, oldest first.
    fn tiers(enterprise: &Uscc) -> Vec<(u64, Option<Tier>)>;

    /// Its statuses likewise.
    fn statuses(enterprise: &Uscc) -> Vec<(u64, EnterpriseStatus)>;

    /// So many enterprises in the order of the state, after one.
    fn page(after: Option<Uscc>, most: u32) -> Vec<Uscc>;
}

#[cfg(test)]
mod tests;
