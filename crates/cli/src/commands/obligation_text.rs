//! What is said of obligations, of the rules that they follow from, and of the days of the calendar.

use super::disclosure_text::occasion_text;
use crate::{
    error::shown,
    language::{values, Language, Texts},
    moment,
    output::Report,
    text::{columns, Style},
};
use jiandu_client::obligations::{DayView, TableView};
use jiandu_primitives::{
    calendar::{Day, DaySort},
    code::EnterpriseCode,
    obligation::{Obligation, Offset, Rule, RuleRef, RuleTable, Tiers, Trigger},
    uscc::Uscc,
};
use serde::Serialize;
use std::path::Path;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// How many days lie between today and a day; negative where it is over.
pub fn days_until(day: Day, today: Day) -> i64 {
    let end = |day: Day| i64::try_from(day.end()).unwrap_or(i64::MAX);
    end(day).saturating_sub(end(today)).checked_div(DAY).unwrap_or_default()
}

/// An obligation with whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Whose.
    pub enterprise: Uscc,
    /// Its registered name now.
    pub name: String,
    /// Its code now.
    pub code: EnterpriseCode,
    /// The obligation.
    #[serde(flatten)]
    pub obligation: Obligation,
    /// Days from today until the due day; negative where that is over.
    pub days: i64,
}

impl Owed {
    /// The obligation as of a day.
    pub fn new((enterprise, name, code): (Uscc, String, EnterpriseCode), obligation: Obligation, today: Day) -> Self {
        let days = days_until(obligation.due, today);
        Self { enterprise, name, code, obligation, days }
    }
}

/// A rule and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NumberedRule {
    /// Its table and its place in that.
    #[serde(flatten)]
    pub at: RuleRef,
    /// What it says.
    #[serde(flatten)]
    pub rule: Rule,
}

/// The rules that obligations fall under, each once.
pub fn rules_of<'a>(owed: impl IntoIterator<Item = &'a Owed>, tables: &[TableView]) -> Vec<NumberedRule> {
    let mut found: Vec<NumberedRule> = Vec::new();
    for at in owed.into_iter().map(|owed| owed.obligation.rule) {
        let table = tables.iter().find(|table| table.number == at.table);
        let rule = table.and_then(|table| table.table.rules.get(usize::from(at.index)));
        let known = found.iter().any(|known| known.at == at);
        found.extend(rule.filter(|_| !known).map(|rule| NumberedRule { at, rule: rule.clone() }));
    }
    found.sort_by_key(|numbered| (numbered.at.table, numbered.at.index));
    found
}

/// Where a rule stands, in a word: its table and its place in that, both from 0.
pub fn place(at: RuleRef) -> String {
    format!("{}/{}", at.table, at.index)
}

/// Rules in words, each in its line.
pub fn rules_text(rules: &[NumberedRule], language: Language) -> String {
    rules.iter().map(|numbered| format!("  {}\n", numbered_text(numbered, language))).collect()
}

/// A rule in words, behind its place.
pub fn numbered_text(numbered: &NumberedRule, language: Language) -> String {
    format!("{}  {}", place(numbered.at), rule_text(&numbered.rule, language))
}

/// A column of a list of obligations.
#[derive(Clone, Copy)]
struct Column {
    heading: &'static str,
    cell: fn(&Owed, Language) -> String,
}

/// How a time is shown that there is none of yet.
const NONE: &str = "—";

/// Whose, both parts of it: a code stands beside its name only.
const WHOSE: [Column; 2] = [
    Column { heading: "label-enterprise", cell: |owed, _| crate::text::printable(&owed.name) },
    Column { heading: "label-code", cell: |owed, _| owed.code.to_string() },
];
/// What, until when, and what became of it.
const WHAT: [Column; 5] = [
    Column { heading: "label-kind", cell: |owed, language| language.word(&owed.obligation.kind) },
    Column { heading: "label-occasion", cell: |owed, language| occasion_text(&owed.obligation.occasion, language) },
    Column { heading: "label-due", cell: |owed, _| owed.obligation.due.to_string() },
    Column { heading: "label-days", cell: days_text },
    Column { heading: "label-standing", cell: |owed, language| language.word(&owed.obligation.state) },
];
/// Both clocks.
const CLOCKS: [Column; 2] = [
    Column {
        heading: "label-clock-filed",
        cell: |owed, _| owed.obligation.filed.map_or_else(|| NONE.into(), moment::beijing),
    },
    Column { heading: "label-clock-published", cell: published_text },
];
/// By which rule.
const RULE: Column = Column { heading: "label-rule", cell: |owed, _| place(owed.obligation.rule) };

/// Obligations below headings. Whose they are is left out where a title says so, and the clocks where none has stopped.
pub fn owed_table(owed: &[Owed], with_names: bool, language: Language) -> String {
    let filed = owed.iter().any(|owed| owed.obligation.filed.is_some());
    let shown = WHOSE.iter().filter(|_| with_names).chain(&WHAT).chain(CLOCKS.iter().filter(|_| filed)).chain([&RULE]);
    let shown: Vec<Column> = shown.copied().collect();
    let headings: Vec<String> = shown.iter().map(|column| language.text(column.heading)).collect();
    let row = |owed: &Owed| shown.iter().map(|column| (column.cell)(owed, language)).collect::<Vec<_>>();
    columns(&headings, &owed.iter().map(row).collect::<Vec<_>>())
}

/// How long there is time, or how long that is over, where nothing met it and it still counts.
pub fn days_text(owed: &Owed, language: Language) -> String {
    use jiandu_primitives::obligation::ObligationState::*;
    let days = owed.days.unsigned_abs();
    match owed.obligation.state {
        Pending | DueSoon | Extended if days == 0 => language.text("days-today"),
        Pending | DueSoon | Extended => language.say("days-left", &values! { days = days }),
        Overdue => language.say("days-over", &values! { days = days }),
        MetOnTime | MetLate | Waived | NotApplicable => NONE.to_owned(),
    }
}

/// When it was published, and how the exchange is judged by that.
fn published_text(owed: &Owed, language: Language) -> String {
    let Some(published) = owed.obligation.published else { return NONE.to_owned() };
    let state = language.word(&owed.obligation.publication);
    language.say("published-at", &values! { time = moment::beijing(published), state = state })
}

/// A table of rules in words, for those who vote on it: each rule in its line.
pub fn table_text(table: &RuleTable, language: Language) -> String {
    let lines = (0u32..).zip(&table.rules).map(|(index, rule)| format!("({index}) {}", rule_text(rule, language)));
    lines.collect::<Vec<_>>().join("\n")
}

/// A rule in words, with every value.
pub fn rule_text(rule: &Rule, language: Language) -> String {
    let Rule { kind, tiers, trigger, soon, review } = rule;
    let values = values! {
        kind = language.word(kind),
        tiers = tiers_text(*tiers, language),
        trigger = trigger_text(trigger, language),
        soon = *soon,
        review = *review,
    };
    language.say("rule", &values)
}

fn tiers_text(tiers: Tiers, language: Language) -> String {
    match tiers == Tiers::all() {
        true => language.text("rule-every-tier"),
        false => language.list(tiers.iter().map(|tier| language.word(&tier))),
    }
}

fn trigger_text(trigger: &Trigger, language: Language) -> String {
    match trigger {
        Trigger::Calendar { period_end, due, years_after, roll } => {
            let values = values! { end = period_end.to_string(), due = due.to_string(), years = *years_after };
            let said = language.say("trigger-calendar", &values);
            let roll = roll.filter(|sort| *sort != DaySort::Calendar);
            let roll = roll.map(|sort| language.say("trigger-roll", &values! { sort = language.word(&sort) }));
            said + &roll.unwrap_or_default()
        }
        Trigger::Event(offset) => language.say("trigger-event", &values! { offset = offset_text(*offset, language) }),
        Trigger::Schedule { security: Some(security), offset } => {
            let values = values! { security = security.to_string(), offset = offset_text(*offset, language) };
            language.say("trigger-schedule-of", &values)
        }
        Trigger::Schedule { security: None, offset } => {
            language.say("trigger-schedule", &values! { offset = offset_text(*offset, language) })
        }
    }
}

fn offset_text(Offset { days, sort }: Offset, language: Language) -> String {
    let key = match days {
        0 => return language.text("offset-same"),
        1.. => "offset-after",
        _ => "offset-before",
    };
    language.say(key, &values! { days = days.unsigned_abs(), sort = language.word(&sort) })
}

/// A day with its weekday.
pub fn dated(day: Day, language: Language) -> String {
    let weekday = language.text(&format!("weekday-{}", day.date().weekday().to_monday_one_offset()));
    language.say("dated", &values! { day = day.to_string(), weekday = weekday })
}

/// A day of the calendar that is other than Monday to Friday would have it.
pub fn exception_text(view: &DayView, language: Language) -> String {
    let key = match (view.working, view.trading) {
        (true, true) => "day-both",
        (true, false) => "day-working",
        (false, true) => "day-trading",
        (false, false) => "day-off",
    };
    language.say("exception", &values! { day = dated(view.day, language), sort = language.text(key) })
}

/// Days, each in its line.
pub fn exceptions_text(days: &[DayView], language: Language) -> String {
    days.iter().map(|view| exception_text(view, language)).collect::<Vec<_>>().join("\n")
}

/// A sample that was written.
#[derive(Clone, Debug, Serialize)]
pub struct SampleReport {
    /// The text that says so.
    #[serde(skip)]
    said: &'static str,
    file: String,
    /// Never: whoever uses it compares it with the rules and notices that apply.
    verified: bool,
    /// What is missing in it.
    note: String,
}

impl SampleReport {
    /// A sample in a file, with what is to be said of it.
    pub fn new(said: &'static str, file: &Path, note: String) -> Self {
        Self { said, file: shown(file), verified: false, note }
    }
}

impl Report for SampleReport {
    fn text(&self, language: Language) -> String {
        let written = language.say(self.said, &values! { file = self.file.clone() });
        format!("{}\n{}\n", Style::Good.paint(&written), Style::Caution.paint(&self.note))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::{code::Tier, disclosure::DisclosureKind};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn rule(trigger: Trigger) -> Rule {
        Rule { kind: DisclosureKind::AnnualReport, tiers: Tiers::all(), trigger, soon: 30, review: 5 }
    }

    fn calendar(years_after: u8, roll: Option<DaySort>) -> Trigger {
        let date = |text: &str| text.parse().expect("a date");
        Trigger::Calendar { period_end: date("12-31"), due: date("04-30"), years_after, roll }
    }

    #[test]
    fn every_value_of_a_rule_should_be_said() {
        let security = Some("DCFGFR".parse().expect("a label"));
        let cases = [
            (rule(calendar(1, Some(DaySort::Working))), &["12-31", "04-30", "30", "5"][..]),
            (rule(calendar(0, None)), &["12-31", "04-30"]),
            (rule(calendar(2, None)), &["12-31", "04-30", "2"]),
            (rule(Trigger::Event(Offset { days: 2, sort: DaySort::Trading })), &["2"]),
            (rule(Trigger::Event(Offset { days: 0, sort: DaySort::Calendar })), &[]),
            (
                rule(Trigger::Schedule { security, offset: Offset { days: -7, sort: DaySort::Working } }),
                &["DCFGFR", "7"],
            ),
            (rule(Trigger::Schedule { security: None, offset: Offset { days: 3, sort: DaySort::Calendar } }), &["3"]),
            (Rule { tiers: Tiers::of(&[Tier::Standard]), ..rule(calendar(1, None)) }, &["G"]),
        ];
        for language in Language::ALL {
            let said: Vec<String> = cases.iter().map(|(rule, _)| rule_text(rule, language)).collect();
            for ((_, parts), said) in cases.iter().zip(&said) {
                assert!(parts.iter().all(|part| said.contains(part)), "{parts:?} in {said}");
                assert!(!said.contains("rule-") && !said.contains("trigger-") && !said.contains("offset-"), "{said}");
            }
            let different: std::collections::BTreeSet<&String> = said.iter().collect();
            assert_eq!(different.len(), said.len(), "{said:?}");
        }
    }

    #[test]
    fn a_rule_should_read_like_a_sentence() {
        let said = |language| rule_text(&rule(calendar(1, Some(DaySort::Working))), language);
        insta::assert_snapshot!(said(Language::English), @"annual report by every enterprise: period to 12-31, due on 04-30 of the next year, or on the next working day where that is none; due soon 30 days before; the exchange publishes within 5 working days of filing");
        insta::assert_snapshot!(said(Language::Chinese), @"年度报告，全部企业：截至 12-31 的期间，次年 04-30 截止，非工作日的顺延至下一工作日；提前 30 天起为即将到期；交易所在报送后 5 个工作日内发布");
    }

    #[test]
    fn a_day_should_be_said_with_its_weekday_and_what_it_is() {
        let view = DayView { day: day("2027-10-09"), working: true, trading: false };
        assert!(exception_text(&view, Language::English).starts_with("2027-10-09 Saturday"));
        assert!(exception_text(&view, Language::Chinese).starts_with("2027-10-09 星期六"));
        for language in Language::ALL {
            let said = [(true, true), (true, false), (false, true), (false, false)]
                .map(|(working, trading)| exception_text(&DayView { working, trading, ..view }, language));
            let different: std::collections::BTreeSet<&String> = said.iter().collect();
            assert_eq!(different.len(), 4, "{said:?}");
        }
    }

    #[test]
    fn days_should_be_counted_from_today() {
        let today = day("2026-04-14");
        for (other, expected) in [("2026-04-14", 0), ("2026-04-15", 1), ("2026-03-31", -14), ("2027-04-14", 365)] {
            assert_eq!(days_until(day(other), today), expected, "{other}");
        }
    }
}
