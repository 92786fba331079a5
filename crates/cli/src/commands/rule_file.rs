//! A table of rules as a file of JSON: reading it with all of its faults at once, and a sample to begin with.
//!
//! The form is that of [`RuleTable`]. It is read field by field, so that each fault names its field and what belongs there; a
//! field that is not known is a fault, too, because a slip of the pen would leave a rule without it. `note` may stand
//! anywhere and says nothing.

use crate::{error::CliError, failures::refused_by, faults::Fault};
use jiandu_client::obligations::{TableView, MAX_TABLES, MAX_TABLE_AHEAD};
use jiandu_primitives::{
    calendar::{Day, DaySort},
    code::{Tier, MAX_KIND},
    disclosure::DisclosureKind,
    header::Label,
    obligation::{MonthDay, Offset, Rule, RuleTable, Tiers, Trigger, MAX_RULES, MAX_RULE_DAYS, MAX_YEARS_AFTER},
};
use serde::Serialize;
use serde_json::{Map, Value};

/// A field that is for people.
const NOTE: &str = "note";
/// Longest value that a fault shows, in characters.
const SHOWN: usize = 60;

/// Reads a table. None where it has faults.
pub fn read(file: &str, text: &[u8]) -> Result<(Option<RuleTable>, Vec<Fault>), CliError> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let value: Value = serde_json::from_slice(text)
        .map_err(|error| CliError::RulesNotJson { file: file.into(), reason: error.into() })?;
    let mut reading = Reading { faults: Vec::new() };
    let table = reading.table(&value).filter(|_| reading.faults.is_empty());
    Ok((table, reading.faults))
}

/// What the chain would refuse about the day from which a table holds, today and after the tables that there are.
pub fn faults_of_day(from: Day, today: Day, tables: &[TableView]) -> Vec<Fault> {
    let refusals = [
        (from > today.plus(MAX_TABLE_AHEAD), "DayTooFar"),
        (!tables.is_empty() && from <= today, "TableInPast"),
        (tables.len() >= MAX_TABLES, "TooMany"),
    ];
    let refused = refusals.into_iter().filter(|(is, _)| *is);
    refused.map(|(_, error)| Fault { at: Some("/from".into()), problem: refused_by("Obligations", error) }).collect()
}

/// Rules that would never count, because another one before them always does.
pub fn faults_of_order(table: &RuleTable) -> Vec<Fault> {
    let never = |index: usize, rule: &Rule| {
        let by = table.rules.iter().take(index).position(|before| covers(before, rule))?;
        let problem = CliError::RuleNeverReached { by: by.into() };
        Some(Fault { at: Some(format!("/rules/{index}")), problem })
    };
    table.rules.iter().enumerate().filter_map(|(index, rule)| never(index, rule)).collect()
}

/// Whether a rule counts wherever another one would.
fn covers(one: &Rule, other: &Rule) -> bool {
    let trigger = match (&one.trigger, &other.trigger) {
        (Trigger::Calendar { period_end: one, .. }, Trigger::Calendar { period_end: other, .. }) => one == other,
        (Trigger::Event(_), Trigger::Event(_)) => true,
        (Trigger::Schedule { security: one, .. }, Trigger::Schedule { security: other, .. }) => {
            one.is_none() || one == other
        }
        _ => false,
    };
    trigger && one.kind == other.kind && other.tiers.iter().all(|tier| one.tiers.has(tier))
}

/// The faults that were found so far.
struct Reading {
    faults: Vec<Fault>,
}

/// A value of a field, or why it is none.
type Read<T> = Result<T, CliError>;

impl Reading {
    fn fault(&mut self, at: &str, problem: CliError) {
        self.faults.push(Fault { at: Some(at.into()), problem });
    }

    /// What was read, or a fault at its place.
    fn kept<T>(&mut self, at: &str, read: Read<T>) -> Option<T> {
        read.map_err(|problem| self.fault(at, problem)).ok()
    }

    /// An object that has no other fields than these.
    fn object<'a>(&mut self, at: &str, value: &'a Value, known: &[&str]) -> Option<&'a Map<String, Value>> {
        let names = || known.join(", ");
        let Value::Object(object) = value else {
            self.fault(at, CliError::RulesNotObject { value: shown(value), known: names().into() });
            return None;
        };
        for field in object.keys().filter(|field| *field != NOTE && !known.contains(&field.as_str())) {
            self.fault(
                &format!("{at}/{field}"),
                CliError::RulesFieldUnknown { field: field.into(), known: names().into() },
            );
        }
        Some(object)
    }

    /// A field that must be there.
    fn field<'a>(&mut self, at: &str, object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
        let found = object.get(name);
        if found.is_none() {
            self.fault(at, CliError::RulesFieldMissing { field: name.into() });
        }
        found
    }

    /// The value of a field that must be there.
    fn value<T>(
        &mut self,
        at: &str,
        object: &Map<String, Value>,
        name: &str,
        read: impl FnOnce(&Value) -> Read<T>,
    ) -> Option<T> {
        let value = self.field(at, object, name)?;
        self.kept(&format!("{at}/{name}"), read(value))
    }

    /// The value of a field that may be missing, or null.
    fn optional<T>(
        &mut self,
        at: &str,
        object: &Map<String, Value>,
        name: &str,
        read: impl FnOnce(&Value) -> Read<T>,
    ) -> Option<T> {
        let value = object.get(name).filter(|value| !value.is_null())?;
        self.kept(&format!("{at}/{name}"), read(value))
    }

    fn table(&mut self, value: &Value) -> Option<RuleTable> {
        let object = self.object("", value, &["from", "rules"])?;
        let from = self.value("", object, "from", day);
        let listed = self.field("", object, "rules")?;
        let Value::Array(listed) = listed else {
            self.fault("/rules", CliError::RulesNotList { value: shown(listed) });
            return None;
        };
        let rules: Vec<_> =
            (0usize..).zip(listed).map(|(index, rule)| self.rule(&format!("/rules/{index}"), rule)).collect();
        let (found, most) = (rules.len().into(), MAX_RULES.into());
        let rules: Option<Vec<Rule>> = rules.into_iter().collect();
        let rules = match rules?.try_into() {
            Ok(rules) => rules,
            Err(_) => {
                self.fault("/rules", CliError::TooManyRules { found, most });
                return None;
            }
        };
        Some(RuleTable { from: from?, rules })
    }

    fn rule(&mut self, at: &str, value: &Value) -> Option<Rule> {
        let object = self.object(at, value, &["kind", "tiers", "trigger", "soon", "review"])?;
        let most = MAX_RULE_DAYS.into();
        let kind = self.value(at, object, "kind", |value| word(value, DisclosureKind::ALL, DisclosureKind::name));
        let tiers = self.value(at, object, "tiers", tiers);
        let trigger = self.field(at, object, "trigger");
        let trigger = trigger.and_then(|trigger| self.trigger(&format!("{at}/trigger"), trigger));
        let soon = self.value(at, object, "soon", |value| number(value, 0, most));
        let review = self.value(at, object, "review", |value| number(value, 0, most));
        let rule = Rule { kind: kind?, tiers: tiers?, trigger: trigger?, soon: soon?, review: review? };
        if let Trigger::Calendar { period_end, due, years_after: 0, .. } = rule.trigger {
            if due < period_end {
                let (due, end) = (due.to_string().into(), period_end.to_string().into());
                self.fault(&format!("{at}/trigger/calendar/due"), CliError::RulesDueBeforeEnd { due, end });
                return Some(rule);
            }
        }
        if !rule.check() {
            self.fault(at, refused_by("Obligations", "InvalidRule"));
        }
        Some(rule)
    }

    fn trigger(&mut self, at: &str, value: &Value) -> Option<Trigger> {
        let object = self.object(at, value, &["calendar", "event", "schedule"])?;
        let mut named = object.iter().filter(|(field, _)| *field != NOTE);
        let (Some((name, inner)), None) = (named.next(), named.next()) else {
            self.fault(at, CliError::RulesTrigger);
            return None;
        };
        let at = format!("{at}/{name}");
        match name.as_str() {
            "calendar" => {
                let object = self.object(&at, inner, &["period_end", "due", "years_after", "roll"])?;
                let period_end = self.value(&at, object, "period_end", date);
                let due = self.value(&at, object, "due", date);
                let years_after =
                    self.value(&at, object, "years_after", |value| number(value, 0, MAX_YEARS_AFTER.into()));
                let roll = self.optional(&at, object, "roll", sort);
                Some(Trigger::Calendar { period_end: period_end?, due: due?, years_after: years_after?, roll })
            }
            "event" => self.offset(&at, inner).map(Trigger::Event),
            "schedule" => {
                let object = self.object(&at, inner, &["security", "offset"])?;
                let security = self.optional(&at, object, "security", security);
                let offset = self.field(&at, object, "offset")?;
                let offset = self.offset(&format!("{at}/offset"), offset)?;
                Some(Trigger::Schedule { security, offset })
            }
            // That it is not known was said above.
            _ => None,
        }
    }

    fn offset(&mut self, at: &str, value: &Value) -> Option<Offset> {
        let object = self.object(at, value, &["days", "sort"])?;
        let most = i64::from(MAX_RULE_DAYS);
        let days = self.value(at, object, "days", |value| number(value, most.saturating_neg(), most));
        let sort = self.value(at, object, "sort", sort);
        Some(Offset { days: days?, sort: sort? })
    }
}

/// A value as a fault shows it.
fn shown<T: From<String>>(value: &Value) -> T {
    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    let cut: String = text.chars().take(SHOWN).collect();
    T::from(if cut.len() < text.len() { cut + "…" } else { cut })
}

fn day(value: &Value) -> Read<Day> {
    let read = value.as_str().and_then(|text| text.parse().ok());
    read.ok_or_else(|| CliError::RulesDay { value: shown(value) })
}

fn date(value: &Value) -> Read<MonthDay> {
    let read = value.as_str().and_then(|text| text.parse().ok());
    read.ok_or_else(|| CliError::RulesDate { value: shown(value) })
}

fn number<T: TryFrom<i64>>(value: &Value, least: i64, most: i64) -> Read<T> {
    let read =
        value.as_i64().filter(|number| (least..=most).contains(number)).and_then(|number| T::try_from(number).ok());
    read.ok_or_else(|| CliError::RulesNumber { value: shown(value), least: least.into(), most: most.into() })
}

fn word<T: Copy>(value: &Value, all: &'static [T], name: fn(T) -> &'static str) -> Read<T> {
    let read = value.as_str().and_then(|text| all.iter().copied().find(|known| name(*known) == text));
    read.ok_or_else(|| unknown_word(value, all, name))
}

fn unknown_word<T: Copy>(value: &Value, all: &[T], name: fn(T) -> &'static str) -> CliError {
    let known: Vec<_> = all.iter().map(|known| name(*known)).collect();
    CliError::RulesWord { value: shown(value), known: known.join(", ").into() }
}

fn sort(value: &Value) -> Read<DaySort> {
    word(value, DaySort::ALL, DaySort::name)
}

/// A list of at least one tier.
fn tiers(value: &Value) -> Read<Tiers> {
    let listed = value.as_array().filter(|listed| !listed.is_empty());
    let listed = listed.ok_or_else(|| unknown_word(value, Tier::ALL, Tier::name))?;
    listed.iter().map(|tier| word(tier, Tier::ALL, Tier::name)).collect()
}

/// The kind of a security: capital letters.
fn security(value: &Value) -> Read<Label<MAX_KIND>> {
    let letters = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let read = value.as_str().filter(letters).and_then(|text| text.parse().ok());
    read.ok_or_else(|| CliError::RulesSecurity { value: shown(value), most: MAX_KIND.into() })
}

/// A sample as it is written: with a note that its deadlines are not verified.
#[derive(Serialize)]
struct Sample<'a> {
    note: &'a str,
    #[serde(flatten)]
    table: RuleTable,
}

/// The sample of `docs/pallets/obligations.md` as a file, holding from a day on.
pub fn sample(from: Day, note: &str) -> Result<Vec<u8>, serde_json::Error> {
    let table = RuleTable { from, rules: sample_rules().try_into().unwrap_or_default() };
    let mut text = serde_json::to_vec_pretty(&Sample { note, table })?;
    text.push(b'\n');
    Ok(text)
}

fn sample_rules() -> Vec<Rule> {
    let end_of_year = MonthDay { month: 12, day: 31 };
    let period = |kind, period_end, (month, day), years_after| {
        let trigger = Trigger::Calendar { period_end, due: MonthDay { month, day }, years_after, roll: None };
        Rule { kind, tiers: Tiers::all(), trigger, soon: 30, review: 5 }
    };
    let (event, payment) = (Offset { days: 2, sort: DaySort::Trading }, Offset { days: -5, sort: DaySort::Working });
    vec![
        period(DisclosureKind::AnnualReport, end_of_year, (4, 30), 1),
        period(DisclosureKind::SemiannualReport, MonthDay { month: 6, day: 30 }, (8, 31), 0),
        Rule {
            kind: DisclosureKind::InterimAnnouncement,
            tiers: Tiers::all(),
            trigger: Trigger::Event(event),
            soon: 1,
            review: 2,
        },
        period(DisclosureKind::PublicDataReport, end_of_year, (3, 31), 1),
        Rule {
            kind: DisclosureKind::InterestPayment,
            tiers: Tiers::all(),
            trigger: Trigger::Schedule { security: None, offset: payment },
            soon: 5,
            review: 2,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use jiandu_primitives::chain::Moment;

    fn today() -> Day {
        "2026-04-14".parse().expect("a day")
    }

    fn checked(text: &str) -> (Option<RuleTable>, Vec<(String, String)>) {
        let (table, faults) = read("rules.json", text.as_bytes()).expect("JSON");
        (
            table,
            faults.into_iter().map(|fault| (fault.at.unwrap_or_default(), fault.problem.code().to_owned())).collect(),
        )
    }

    fn sample_text() -> String {
        String::from_utf8(sample(today(), "only a sample").expect("JSON")).expect("text")
    }

    #[test]
    fn the_sample_should_be_read_back_as_the_primitives_read_it() {
        let text = sample_text();
        let (table, faults) = checked(&text);
        assert_eq!(faults, []);
        let table = table.expect("a table");
        assert_eq!((table.from, table.rules.len()), (today(), 5));
        assert!(table.rules.iter().all(Rule::check));
        assert_eq!(serde_json::from_str::<RuleTable>(&text).expect("the same form"), table);
        assert!(text.contains("only a sample"));
        // As an editor of another system may save it.
        assert_eq!(checked(&format!("\u{feff}{text}")).0, Some(table));
    }

    #[test]
    fn the_sample_should_be_the_table_of_the_documentation() {
        let documented = include_str!("../../../../docs/pallets/obligations.md");
        for (kind, due) in [
            ("annual report", "30 April of the next year"),
            ("semi-annual report", "31 August of the year"),
            ("interim announcement", "2 trading days after it"),
            ("public-data report", "31 March of the next year"),
            ("interest payment", "5 working days before it"),
        ] {
            assert!(documented.lines().any(|line| line.contains(kind) && line.contains(due)), "{kind}: {due}");
        }
    }

    #[test]
    fn every_form_of_a_rule_should_be_read() {
        let rule = |trigger: &str| {
            format!(
                r#"{{"kind":"annual-report","tiers":["standard"],"soon":0,"review":366,"note":"x","trigger":{trigger}}}"#
            )
        };
        let triggers = [
            r#"{"calendar":{"period_end":"02-29","due":"04-30","years_after":2,"roll":"trading"}}"#,
            r#"{"calendar":{"period_end":"06-30","due":"08-31","years_after":0,"roll":null}}"#,
            r#"{"event":{"days":-366,"sort":"calendar"}}"#,
            r#"{"schedule":{"security":"DCFGFR","offset":{"days":366,"sort":"working"}}}"#,
            r#"{"schedule":{"offset":{"days":0,"sort":"working"}}}"#,
        ];
        let rules: Vec<String> = triggers.iter().map(|trigger| rule(trigger)).collect();
        let text = format!(r#"{{"from":"2026-04-14","rules":[{}]}}"#, rules.join(","));
        let (table, faults) = checked(&text);
        assert_eq!(faults, []);
        assert_eq!(table, serde_json::from_str(&text).ok());
    }

    #[test]
    fn every_fault_should_be_told_at_once_with_its_field() {
        let text = r#"{
            "from": "14.4.2026",
            "form": 1,
            "rules": [
                {"kind": "anual-report", "tiers": [], "soon": 367, "review": -1, "trigger": {"event": {"days": 2.5}}},
                {"tiers": ["standard", "gold"], "soon": "30", "review": 1, "rol": true,
                 "trigger": {"calendar": {"period_end": "02-30", "due": "4-30", "years_after": 3, "roll": "week"}}},
                {"kind": "redemption", "tiers": ["standard"], "soon": 1, "review": 1,
                 "trigger": {"schedule": {"security": "dcf", "offset": 5}}},
                {"kind": "redemption", "tiers": ["standard"], "soon": 1, "review": 1, "trigger": {"event": {}, "calendar": {}}},
                {"kind": "redemption", "tiers": ["standard"], "soon": 1, "review": 1, "trigger": {"daily": {}}},
                7
            ]
        }"#;
        let (table, faults) = checked(text);
        assert_eq!(table, None);
        let expected = [
            ("/form", "rules-field-unknown"),
            ("/from", "rules-day"),
            ("/rules/0/kind", "rules-word"),
            ("/rules/0/tiers", "rules-word"),
            ("/rules/0/trigger/event/days", "rules-number"),
            ("/rules/0/trigger/event", "rules-field-missing"),
            ("/rules/0/soon", "rules-number"),
            ("/rules/0/review", "rules-number"),
            ("/rules/1/rol", "rules-field-unknown"),
            ("/rules/1", "rules-field-missing"),
            ("/rules/1/tiers", "rules-word"),
            ("/rules/1/trigger/calendar/period_end", "rules-date"),
            ("/rules/1/trigger/calendar/due", "rules-date"),
            ("/rules/1/trigger/calendar/years_after", "rules-number"),
            ("/rules/1/trigger/calendar/roll", "rules-word"),
            ("/rules/1/soon", "rules-number"),
            ("/rules/2/trigger/schedule/security", "rules-security"),
            ("/rules/2/trigger/schedule/offset", "rules-not-an-object"),
            ("/rules/3/trigger", "rules-trigger"),
            ("/rules/4/trigger/daily", "rules-field-unknown"),
            ("/rules/5", "rules-not-an-object"),
        ];
        assert_eq!(faults, expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
    }

    #[test]
    fn a_file_of_another_form_should_say_so() {
        assert_eq!(read("rules.json", b"from: 2026").expect_err("no JSON").code(), "rules-not-json");
        assert_eq!(checked("[]").1, [(String::new(), "rules-not-an-object".to_owned())]);
        let missing = || (String::new(), "rules-field-missing".to_owned());
        assert_eq!(checked("{}").1, [missing(), missing()]);
        let not_a_list = checked(r#"{"from":"2026-04-14","rules":{}}"#).1;
        assert_eq!(not_a_list, [("/rules".to_owned(), "rules-not-a-list".to_owned())]);
        let rule = r#"{"kind":"redemption","tiers":["standard"],"soon":1,"review":1,"trigger":{"event":{"days":1,"sort":"calendar"}}}"#;
        let of = |count: usize| format!(r#"{{"from":"2026-04-14","rules":[{}]}}"#, vec![rule; count].join(","));
        assert_eq!(checked(&of(64)).0.map(|table| table.rules.len()), Some(64));
        assert_eq!(checked(&of(65)).1, [("/rules".to_owned(), "too-many-rules".to_owned())]);
    }

    #[test]
    fn a_fault_should_name_its_value_and_what_belongs_there() {
        let (_, faults) = read("rules.json", br#"{"from":"soon","rules":[]}"#).expect("JSON");
        for language in Language::ALL {
            let fault = faults.first().expect("a fault");
            assert!(fault.problem.message(language).contains("soon"), "{}", fault.problem.message(language));
            assert!(fault.problem.help(language).contains("2027-01-01"), "{}", fault.problem.help(language));
        }
        let long = format!(r#"{{"from":"{}","rules":[]}}"#, "长".repeat(500));
        let (_, faults) = read("rules.json", long.as_bytes()).expect("JSON");
        assert!(faults.first().expect("a fault").problem.message(Language::Chinese).chars().count() < 120);
    }

    #[test]
    fn the_day_of_a_table_should_be_checked_as_the_chain_will() {
        let table = |from: Day| TableView {
            number: 0,
            table: RuleTable { from, rules: Default::default() },
            at: Moment::default(),
        };
        let codes = |from: Day, tables: &[TableView]| {
            let faults = faults_of_day(from, today(), tables);
            faults.iter().map(|fault| fault.problem.code().to_owned()).collect::<Vec<_>>()
        };
        let (past, ahead) = (today().plus(-1), today().plus(367));
        // The first table may hold from any day.
        assert_eq!(codes(past, &[]), Vec::<String>::new());
        assert_eq!(codes(ahead, &[]), ["obligations-day-too-far"]);
        let tomorrow = today().plus(1);
        assert_eq!(codes(tomorrow, &[table(past)]), Vec::<String>::new());
        assert_eq!(codes(tomorrow, &[table(ahead)]), Vec::<String>::new());
        assert_eq!(codes(today(), &[table(past)]), ["obligations-table-in-past"]);
        assert_eq!(codes(tomorrow, &vec![table(today()); 64]), ["obligations-too-many"]);
    }

    #[test]
    fn a_rule_that_never_counts_should_be_told_with_the_one_that_does() {
        let rule = |tiers: &str, trigger: &str| {
            format!(r#"{{"kind":"redemption","tiers":[{tiers}],"soon":1,"review":1,"trigger":{trigger}}}"#)
        };
        let offset = r#"{"days":1,"sort":"calendar"}"#;
        let event = format!(r#"{{"event":{offset}}}"#);
        let of = |security: &str| format!(r#"{{"schedule":{{{security}"offset":{offset}}}}}"#);
        let rules = [
            rule(r#""standard""#, &event),
            rule(r#""incubation""#, &event),
            // Neither of those alone.
            rule(r#""standard","custody""#, &event),
            rule(r#""custody""#, &event),
            rule(r#""standard""#, &of(r#""security":"DC","#)),
            rule(r#""standard""#, &of("")),
            rule(r#""standard""#, &of(r#""security":"GP","#)),
        ];
        let (table, faults) = checked(&format!(r#"{{"from":"2026-04-14","rules":[{}]}}"#, rules.join(",")));
        assert_eq!(faults, []);
        let found = faults_of_order(&table.expect("a table"));
        let found: Vec<_> =
            found.iter().map(|fault| (fault.at.as_deref(), fault.problem.message(Language::English))).collect();
        assert_eq!(found.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [Some("/rules/3"), Some("/rules/6")]);
        assert!(found[0].1.contains("2") && found[1].1.contains("5"), "{found:?}");
    }

    #[test]
    fn what_is_due_before_its_period_ends_should_be_told() {
        let text = r#"{"from":"2026-04-14","rules":[{"kind":"annual-report","tiers":["standard"],"soon":1,"review":1,
            "trigger":{"calendar":{"period_end":"12-31","due":"04-30","years_after":0}}}]}"#;
        let expected = ("/rules/0/trigger/calendar/due".to_owned(), "rules-due-before-end".to_owned());
        assert_eq!(checked(text).1, [expected]);
    }
}
