//! What the chain says of obligations, and what they are reckoned from.

use crate::{
    chain::runtime_types::pallet_jiandu_obligations::types as stored,
    disclosures::{Decision, Reason},
    submit::Receipt,
};
use jiandu_primitives::{
    calendar::{Calendar, Day, DaySort, Year},
    chain::Moment,
    code::EnterpriseCode,
    disclosure::{DisclosureKind, Occasion},
    member::Author,
    obligation::{DueChange, Obligation, ReliefReason, RuleTable, Timeliness},
    uscc::Uscc,
};
use serde::Serialize;
use subxt::utils::Static;

/// Which obligation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObligationId {
    /// Whose.
    pub enterprise: Uscc,
    /// What has to be disclosed.
    pub kind: DisclosureKind,
    /// Why.
    pub occasion: Occasion,
}

/// What a declaration came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// What was declared, in order.
    pub new: Vec<(DisclosureKind, Occasion)>,
    /// What was declared before: nothing was written.
    pub unchanged: Vec<(DisclosureKind, Occasion)>,
    /// The transaction.
    pub receipt: Receipt,
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableView {
    /// Its number, from 0.
    pub number: u32,
    /// What it says.
    #[serde(flatten)]
    pub table: RuleTable,
    /// When the council set it.
    pub at: Moment,
}

impl TableView {
    pub(super) fn new(number: u32, row: stored::RuleTableRow) -> Self {
        Self { number, table: row.table.0, at: row.at.0 }
    }
}

/// A day of a year of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DayView {
    /// Which.
    pub day: Day,
    /// Whether it is a working day.
    pub working: bool,
    /// Whether it is a trading day.
    pub trading: bool,
}

/// A calendar in which nothing was entered: every year has Monday to Friday.
struct Unentered;

impl Calendar for Unentered {
    fn year(&self, _: u16) -> Option<Year> {
        None
    }
}

/// The days of a year that are other than Monday to Friday would have them.
pub fn exceptions(year: u16, days: &Year) -> Vec<DayView> {
    let views = days_of(year).map(|day| DayView {
        day,
        working: days.has(day, DaySort::Working),
        trading: days.has(day, DaySort::Trading),
    });
    let usual = |view: &DayView| [view.working, view.trading] == [Unentered.is(view.day, DaySort::Working); 2];
    views.filter(|view| !usual(view)).collect()
}

/// The days of a year; none of one before 1970.
fn days_of(year: u16) -> impl Iterator<Item = Day> {
    let first = i16::try_from(year).ok().and_then(|year| Day::new(year, 1, 1));
    let days = first.into_iter().flat_map(|first| (0..366).map(move |number| first.plus(number)));
    days.filter(move |day| day.year() == year)
}

/// A year that has Monday to Friday, but for some days. Days of other years change nothing.
pub fn year_of(year: u16, exceptions: &[DayView]) -> Year {
    Year::of(year, |day, sort| match exceptions.iter().rfind(|exception| exception.day == day) {
        Some(exception) if sort == DaySort::Trading => exception.trading,
        Some(exception) => exception.working,
        None => Unentered.is(day, sort),
    })
}

/// The obligations of an enterprise, with what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnterpriseObligations {
    /// Its code for life.
    pub enterprise: Uscc,
    /// Its registered name now.
    pub name: String,
    /// Its code now.
    pub code: EnterpriseCode,
    /// By due days.
    pub obligations: Vec<Obligation>,
}

/// Something that time alone made of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueView {
    /// Which obligation.
    #[serde(flatten)]
    pub which: ObligationId,
    /// The due day, with an extension.
    pub due: Day,
    /// What it became.
    pub change: DueChange,
    /// Unix second at which it did.
    pub at: u64,
}

impl From<stored::Due> for DueView {
    fn from(row: stored::Due) -> Self {
        let which = ObligationId { enterprise: row.enterprise.0, kind: row.kind.0, occasion: row.occasion.0 };
        Self { which, due: row.due.0, change: row.change.0, at: row.at }
    }
}

/// What time alone made of obligations of some enterprises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DuePage {
    /// In the order of time.
    pub changes: Vec<DueView>,
    /// The last enterprise that was looked at, where there may be more after it.
    pub next: Option<Uscc>,
}

/// How many obligations were met in time, by both clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rates {
    /// Filed in time: what enterprises are judged by.
    pub filed: Timeliness,
    /// Of what was filed, published in time: what exchanges are judged by.
    pub published: Timeliness,
}

impl Rates {
    /// These and others together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let sum = |one: Timeliness, other: Timeliness| Timeliness {
            on_time: one.on_time.saturating_add(other.on_time),
            late: one.late.saturating_add(other.late),
            overdue: one.overdue.saturating_add(other.overdue),
            open: one.open.saturating_add(other.open),
        };
        Self { filed: sum(self.filed, other.filed), published: sum(self.published, other.published) }
    }
}

/// An event or an entry of a schedule that an enterprise discloses something for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OccasionView {
    /// What has to be disclosed.
    pub kind: DisclosureKind,
    /// Why.
    pub occasion: Occasion,
    /// Who declared it. None where a disclosure named it and nobody declared it.
    pub declared: Option<Decision>,
    /// Who cancelled it.
    pub cancelled: Option<Decision>,
}

fn decision((by, at): (Static<Author>, Static<Moment>)) -> Decision {
    Decision { by: by.0, at: at.0 }
}

impl OccasionView {
    pub(super) fn new((kind, occasion): (DisclosureKind, Occasion), row: stored::OccasionRow) -> Self {
        let (declared, cancelled) = (row.declared.map(decision), row.cancelled.map(decision));
        Self { kind, occasion, declared, cancelled }
    }
}

/// 延期.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExtensionView {
    /// The last day on which the obligation is met in time.
    pub until: Day,
    /// Why.
    pub reason: Reason<ReliefReason>,
    /// Who granted it, and when.
    #[serde(flatten)]
    pub granted: Decision,
}

impl From<stored::Extension> for ExtensionView {
    fn from(row: stored::Extension) -> Self {
        let reason = Reason { code: row.reason.0, text: row.text };
        Self { until: row.until.0, reason, granted: decision((row.by, row.at)) }
    }
}

/// 豁免.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaiverView {
    /// Why.
    pub reason: Reason<ReliefReason>,
    /// Who granted it, and when.
    #[serde(flatten)]
    pub granted: Decision,
}

impl From<stored::Waiver> for WaiverView {
    fn from(row: stored::Waiver) -> Self {
        Self { reason: Reason { code: row.reason.0, text: row.text }, granted: decision((row.by, row.at)) }
    }
}

/// What was decided about an obligation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReliefView {
    /// Its extensions, oldest first.
    pub extensions: Vec<ExtensionView>,
    /// Its waiver.
    pub waiver: Option<WaiverView>,
}

impl From<stored::ReliefRow> for ReliefView {
    fn from(row: stored::ReliefRow) -> Self {
        let extensions = row.extensions.0.into_iter().map(ExtensionView::from).collect();
        Self { extensions, waiver: row.waiver.map(WaiverView::from) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_year_should_be_what_its_exceptions_say() {
        let holiday = DayView { day: day("2027-10-01"), working: false, trading: false };
        let worked = DayView { day: day("2027-10-09"), working: true, trading: false };
        let given = [holiday, worked];
        let year = year_of(2027, &given);
        assert_eq!(exceptions(2027, &year), given);
        assert!(!year.has(holiday.day, DaySort::Trading) && year.has(worked.day, DaySort::Working));
        assert!(!year.has(worked.day, DaySort::Trading) && year.has(day("2027-10-08"), DaySort::Trading));
    }

    #[test]
    fn a_year_of_weekdays_should_have_no_exceptions() {
        for year in [1990, 2024, 2027, 2200] {
            assert_eq!(exceptions(year, &Year::weekdays(year)), []);
            assert_eq!(year_of(year, &[]), Year::weekdays(year));
        }
        // What says as much as nothing is none, and another year's day changes nothing.
        let friday = DayView { day: day("2027-01-01"), working: true, trading: true };
        let other = DayView { day: day("2026-01-01"), working: false, trading: false };
        assert_eq!(exceptions(2027, &year_of(2027, &[friday, other])), []);
    }

    #[test]
    fn every_working_day_should_be_an_exception_of_a_year_without_any() {
        let none = Year::of(2027, |_, _| false);
        let found = exceptions(2027, &none);
        assert_eq!(found.len(), 261);
        assert_eq!(year_of(2027, &found), none);
    }
}
