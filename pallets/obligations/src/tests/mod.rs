//! One file per behaviour.
mod declaring;
mod filings;
mod model;
mod origins;
mod reliefs;
mod rules;
mod views;

use crate::{mock::*, types::*};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    calendar::{Day, DaySort},
    disclosure::{DisclosureKind, Filing, FilingLog, Occasion},
    enterprise::EnterpriseStatus,
    obligation::{MonthDay, Obligation, ObligationState, Offset, ReliefReason, Rule, RuleTable, Tiers, Trigger},
    record::{ObjectId, SnapshotRef, VersionRef},
};
use sp_runtime::{DispatchResult, StateVersion};

const ANNUAL: DisclosureKind = DisclosureKind::AnnualReport;
const INTERIM: DisclosureKind = DisclosureKind::InterimAnnouncement;
const INTEREST: DisclosureKind = DisclosureKind::InterestPayment;
const DAY: u64 = 86_400;

fn signed(key: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(key)
}

fn root() -> Vec<u8> {
    sp_io::storage::root(StateVersion::V1)
}

fn date(text: &str) -> MonthDay {
    text.parse().expect("a date")
}

fn rule(kind: DisclosureKind, trigger: Trigger, soon: u16) -> Rule {
    Rule { kind, tiers: Tiers::all(), trigger, soon, review: 2 }
}

/// A report on the year, due on this date of the next one, or on the next working day.
fn yearly(due: &str) -> Rule {
    let (period_end, due, roll) = (date("12-31"), date(due), Some(DaySort::Working));
    rule(ANNUAL, Trigger::Calendar { period_end, due, years_after: 1, roll }, 30)
}

/// An announcement so many trading days after an event.
fn interim(days: i16) -> Rule {
    rule(INTERIM, Trigger::Event(Offset { days, sort: DaySort::Trading }), 1)
}

/// An announcement of interest so many trading days before it is paid.
fn interest(days: i16) -> Rule {
    let security = Some("DCFGFR".parse().expect("a label"));
    rule(INTEREST, Trigger::Schedule { security, offset: Offset { days: -days, sort: DaySort::Trading } }, 7)
}

fn table(from: &str, rules: Vec<Rule>) -> RuleTable {
    RuleTable { from: day(from), rules: rules.try_into().expect("few") }
}

fn set_rules(table: RuleTable) -> DispatchResult {
    Obligations::set_rules(signed(COUNCIL), table)
}

/// The rules that most tests know: annual reports by 30 April, announcements within two trading days, interest five before.
fn ruled() {
    assert_ok!(set_rules(table("2020-01-01", vec![yearly("04-30"), interim(2), interest(5)])));
}

fn event(text: &str) -> Occasion {
    Occasion::Event { day: day(text), number: 0 }
}

fn entry(security: &str, text: &str) -> Occasion {
    Occasion::Schedule { security: security.parse().expect("a label"), day: day(text) }
}

fn declare(number: u32, kind: DisclosureKind, occasion: &Occasion) -> DispatchResult {
    Obligations::declare(signed(MAKER), uscc(number), kind, occasion.clone())
}

fn cancel(key: u64, kind: DisclosureKind, occasion: &Occasion) -> DispatchResult {
    Obligations::cancel(signed(key), uscc(1), kind, occasion.clone())
}

fn extend(number: u32, kind: DisclosureKind, occasion: &Occasion, until: Day) -> DispatchResult {
    let reason = ReliefReason::Request;
    Obligations::extend(signed(CHECKER), uscc(number), kind, occasion.clone(), until, reason, None)
}

fn waive(number: u32, kind: DisclosureKind, occasion: &Occasion) -> DispatchResult {
    let (reason, text) = (ReliefReason::Other, Some([7; 32]));
    Obligations::waive(signed(CHECKER), uscc(number), kind, occasion.clone(), reason, text)
}

fn snapshot(record: u8) -> SnapshotRef {
    SnapshotRef { object: ObjectId([record; 32]), at: VersionRef::default() }
}

fn file(number: u32, kind: DisclosureKind, occasion: &Occasion, record: u8, filed: u64) -> bool {
    let filing = Filing { snapshot: snapshot(record), filed, published: filed };
    Obligations::note_filed(&uscc(number), kind, occasion, filing)
}

fn obligation(number: u32, kind: DisclosureKind, occasion: &Occasion) -> Option<Obligation> {
    Obligations::obligation(uscc(number), kind, occasion.clone())
}

fn state(number: u32, kind: DisclosureKind, occasion: &Occasion) -> Option<ObligationState> {
    obligation(number, kind, occasion).map(|obligation| obligation.state)
}

/// The report on 2025.
const REPORT: Occasion = Occasion::Period(2025);
