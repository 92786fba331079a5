//! `jiandu obligation list`: what an enterprise owes, or what a clerk of an exchange has to see to.

use super::{
    disclosure::named_or_own,
    enterprise::the_one,
    enterprise_text::named,
    member::name_of,
    obligation_text::{owed_table, rules_of, rules_text, NumberedRule, Owed},
};
use crate::{
    args::{Common, ListArguments},
    error::CliError,
    exit::Exit,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::EnterpriseView,
    obligations::{self, EnterpriseObligations, MAX_EXTENDED, MAX_RELIEF_AHEAD},
};
use jiandu_primitives::{
    calendar::Day,
    obligation::{Obligation, ObligationState},
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// How many days are looked at before and after today, where nobody says which.
const DAYS: i32 = 30;
/// What is open is listed whenever it is due: since the days before all registers, and until what is extended last is due.
const OPEN_DAYS: (i32, i32) = (20_000, MAX_RELIEF_AHEAD + MAX_EXTENDED);
/// What a clerk has to see to, where nobody says which states.
const OPEN: [ObligationState; 3] = [ObligationState::DueSoon, ObligationState::Overdue, ObligationState::Extended];

/// Whose obligations a report is about: an enterprise's, or those of all enterprises whose archives an exchange keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Whose {
    #[serde(skip_serializing_if = "Option::is_none")]
    enterprise: Option<Uscc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exchange: Option<Uscc>,
    /// The name of either, where the node knows it.
    name: Option<String>,
}

impl Whose {
    /// An enterprise.
    pub fn enterprise(view: &EnterpriseView) -> Self {
        Self { enterprise: Some(view.enterprise), exchange: None, name: Some(view.name.clone()) }
    }

    /// An exchange.
    pub async fn exchange(session: &Session, exchange: Uscc) -> Result<Self, CliError> {
        Ok(Self { enterprise: None, exchange: Some(exchange), name: name_of(session, exchange).await? })
    }

    /// Whether it is an exchange.
    const fn is_exchange(&self) -> bool {
        self.exchange.is_some()
    }

    /// What stands above a report about obligations, and when those are due.
    pub fn heading(&self, due: String, as_of: u64, language: Language) -> String {
        let rows = vec![self.row(language), ("label-due", due), ("label-as-of", moment::short(as_of, language))];
        pairs(0, &labelled(rows, language))
    }

    /// A label and whose name stands behind it.
    fn row(&self, language: Language) -> (&'static str, String) {
        let label = if self.is_exchange() { "label-of-exchange" } else { "label-enterprise" };
        let code = self.enterprise.or(self.exchange);
        let shown = code.map(|code| match &self.name {
            Some(name) => named(name, code, language),
            None => code.to_string(),
        });
        (label, shown.unwrap_or_default())
    }
}

/// Days of which the first does not come after the last.
pub fn window(from: Day, to: Day) -> Result<(Day, Day), CliError> {
    match from <= to {
        true => Ok((from, to)),
        false => Err(CliError::EmptyWindow { from: from.into(), to: to.into() }),
    }
}

/// The same in words.
pub fn window_text((from, to): (Day, Day), language: Language) -> String {
    language.say("obligation-window", &values! { from = from.to_string(), to = to.to_string() })
}

/// Whether nothing met it, and it still counts.
pub fn is_unmet(obligation: &Obligation) -> bool {
    use ObligationState::*;
    matches!(obligation.state, Pending | DueSoon | Extended | Overdue)
}

/// Runs `jiandu obligation list`.
pub async fn run(arguments: ListArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let ListArguments { enterprise, exchange, from, to, states } = arguments;
    let session = Session::open(common, output).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment;
    let today = Day::of(as_of.time);
    let usual_days = from.is_none() && to.is_none();
    let (from, to) = window(from.unwrap_or(today.plus(-DAYS)), to.unwrap_or(today.plus(DAYS)))?;
    let (first, last) = match usual_days {
        true => (today.plus(OPEN_DAYS.0.saturating_neg()), today.plus(OPEN_DAYS.1)),
        false => (from, to),
    };
    let due = |obligation: &Obligation| (from..=to).contains(&obligation.due) || OPEN.contains(&obligation.state);
    let connection = &session.connection;
    let usual = if enterprise.is_some() { ObligationState::ALL } else { &OPEN };
    let states = if states.is_empty() { usual.to_vec() } else { states };
    let (whose, found) = match enterprise {
        Some(query) => {
            let view = the_one(&session, &query).await?;
            let obligations =
                session.ask(obligations::obligations_of(connection, view.enterprise, first, last)).await?;
            let whose = Whose::enterprise(&view);
            let EnterpriseView { enterprise, name, code, .. } = view;
            (whose, vec![EnterpriseObligations { enterprise, name, code, obligations }])
        }
        None => {
            let exchange = named_or_own(&session, exchange, common).await?;
            let wanted = |obligation: &Obligation| {
                due(obligation) && (is_unmet(obligation) || states.contains(&obligation.state))
            };
            let found = session.ask(obligations::obligations_at(connection, exchange, first, last, wanted)).await?;
            (Whose::exchange(&session, exchange).await?, found)
        }
    };
    let tables = session.ask(obligations::rule_tables(connection)).await?;
    let owed = found.into_iter().flat_map(|found| {
        let EnterpriseObligations { enterprise, name, code, obligations } = found;
        obligations.into_iter().map(move |owed| Owed::new((enterprise, name.clone(), code), owed, today))
    });
    let mut owed: Vec<Owed> = owed.collect();
    let summary = Summary::new(&owed, today);
    owed.retain(|owed| states.contains(&owed.obligation.state) && due(&owed.obligation));
    // What is most urgent comes first; of one day the order of the enterprises stays.
    owed.sort_by_key(|owed| owed.obligation.due);
    let rules = rules_of(&owed, &tables);
    let as_of = as_of.into();
    output.report(&ListReport { whose, as_of, from, to, usual_days, states, summary, obligations: owed, rules })?;
    Ok(Exit::Ok)
}

/// How many obligations, of how many enterprises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
struct Count {
    enterprises: usize,
    obligations: usize,
}

impl Count {
    fn of(owed: &[Owed], counts: impl Fn(&Owed) -> bool) -> Self {
        let counted: Vec<Uscc> = owed.iter().filter(|owed| counts(owed)).map(|owed| owed.enterprise).collect();
        let obligations = counted.len();
        Self { enterprises: counted.into_iter().collect::<BTreeSet<_>>().len(), obligations }
    }
}

/// What is not met of everything in the window, whichever states are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Summary {
    /// Overdue.
    overdue: Count,
    /// Due from today until the end of this week.
    due_this_week: Count,
    /// The Sunday of this week.
    week_ends: Day,
}

impl Summary {
    fn new(owed: &[Owed], today: Day) -> Self {
        let left = 6i32.saturating_sub(today.date().weekday().to_monday_zero_offset().into());
        let week_ends = today.plus(left);
        let this_week = |owed: &Owed| is_unmet(&owed.obligation) && (today..=week_ends).contains(&owed.obligation.due);
        let overdue = Count::of(owed, |owed| owed.obligation.state == ObligationState::Overdue);
        Self { overdue, due_this_week: Count::of(owed, this_week), week_ends }
    }
}

/// Obligations.
#[derive(Clone, Debug, Serialize)]
struct ListReport {
    #[serde(flatten)]
    whose: Whose,
    /// The block that this is of, or one soon before it.
    as_of: MomentDocument,
    /// Due from this day on.
    from: Day,
    /// Due until this day.
    to: Day,
    /// Whether what is open is listed whenever it is due.
    usual_days: bool,
    /// Which states are listed.
    states: Vec<ObligationState>,
    summary: Summary,
    /// By due days.
    obligations: Vec<Owed>,
    /// The rules that they fall under.
    rules: Vec<NumberedRule>,
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        let days = window_text((self.from, self.to), language);
        let due = match self.usual_days {
            true => language.say("obligation-window-usual", &values! { days = days }),
            false => days,
        };
        let mut text = self.whose.heading(due, self.as_of.time, language);
        if self.whose.is_exchange() {
            let Summary { overdue, due_this_week, week_ends } = &self.summary;
            let values = values! {
                due = due_this_week.enterprises,
                overdue = overdue.enterprises,
                sunday = week_ends.to_string(),
            };
            let style = if overdue.enterprises > 0 { Style::Bad } else { Style::Strong };
            text.push_str(&format!("{}\n", style.paint(&language.say("obligation-summary", &values))));
        }
        if self.obligations.is_empty() {
            return text + &format!("{}\n", language.text("obligation-none"));
        }
        text.push_str(&owed_table(&self.obligations, self.whose.is_exchange(), language));
        text.push_str(&format!("{}\n{}", language.text("obligation-rules"), rules_text(&self.rules, language)));
        text + &format!("{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use jiandu_primitives::{
        calendar::DaySort,
        disclosure::{DisclosureKind, Occasion},
        obligation::{Offset, Rule, RuleRef, Tiers, Trigger},
    };

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// An obligation of one of two enterprises.
    fn owed(enterprise: &str, due: &str, state: ObligationState) -> Owed {
        let due = day(due);
        let obligation = Obligation {
            kind: DisclosureKind::AnnualReport,
            occasion: Occasion::Period(2025),
            rule: RuleRef { table: 0, index: 1 },
            due,
            original_due: due,
            soon_from: due.plus(-30),
            snapshot: None,
            filed: None,
            published: None,
            state,
            publication: state,
        };
        let whose = (enterprise.parse().expect("a code"), "示例公司".into(), "HN000001F".parse().expect("a code"));
        Owed::new(whose, obligation, day("2026-04-14"))
    }

    const ONE: &str = "91350100M000100Y43";
    const OTHER: &str = "91430100MADEW01019";

    fn report(obligations: Vec<Owed>) -> ListReport {
        let summary = Summary::new(&obligations, day("2026-04-14"));
        let rule = Rule {
            kind: DisclosureKind::AnnualReport,
            tiers: Tiers::all(),
            trigger: Trigger::Event(Offset { days: 2, sort: DaySort::Trading }),
            soon: 30,
            review: 1,
        };
        ListReport {
            whose: Whose {
                enterprise: None,
                exchange: Some(ONE.parse().expect("a code")),
                name: Some("交易所".into()),
            },
            as_of: jiandu_primitives::chain::Moment { block: 7, time: 1_776_133_926 }.into(),
            from: day("2026-03-15"),
            to: day("2026-05-14"),
            usual_days: true,
            states: OPEN.to_vec(),
            summary,
            obligations,
            rules: vec![NumberedRule { at: RuleRef { table: 0, index: 1 }, rule }],
        }
    }

    #[test]
    fn the_clerks_summary_should_count_enterprises_of_this_week_and_overdue_ones() {
        use ObligationState::*;
        // 14 April 2026 is a Tuesday, 19 April a Sunday.
        let owed = [
            owed(ONE, "2026-04-14", DueSoon),
            owed(ONE, "2026-04-19", Extended),
            owed(OTHER, "2026-04-19", Pending),
            owed(OTHER, "2026-04-20", DueSoon),
            owed(OTHER, "2026-04-13", Overdue),
            owed(OTHER, "2026-04-01", Overdue),
            owed(ONE, "2026-04-15", MetOnTime),
            owed(ONE, "2026-04-15", Waived),
        ];
        let Summary { overdue, due_this_week, week_ends } = Summary::new(&owed, day("2026-04-14"));
        assert_eq!(week_ends, day("2026-04-19"));
        assert_eq!(due_this_week, Count { enterprises: 2, obligations: 3 });
        assert_eq!(overdue, Count { enterprises: 1, obligations: 2 });
        assert_eq!(Summary::new(&[], day("2026-04-19")).week_ends, day("2026-04-19"));
    }

    #[test]
    fn a_list_should_name_enterprises_and_say_how_much_time_there_is() {
        use ObligationState::*;
        let rows = vec![owed(ONE, "2026-04-13", Overdue), owed(OTHER, "2026-04-30", DueSoon)];
        let text = plain(&report(rows.clone()).text(Language::English));
        insta::assert_snapshot!(text, @r"
        Exchange  交易所 (91350100M000100Y43)
        Due       2026-03-15 to 2026-05-14, and at any time what is overdue, due soon or extended
        As of     2026-04-14 10:32:06 Beijing time
        No enterprise has something due this week (until Sunday, 2026-04-19), one has something overdue.
        Enterprise  Code       Kind           Due for        Due         Time left     Standing  Rule
        示例公司    HN000001F  annual report  the year 2025  2026-04-13  one day late  overdue   0/1
        示例公司    HN000001F  annual report  the year 2025  2026-04-30  16 days left  due soon  0/1
        Rules (table/rule):
          0/1  annual report by every enterprise: event, due 2 trading days after it; due soon 30 days before; the exchange publishes within one working day of filing
        This is the node's word, not checked here.
        ");
        let text = plain(&report(rows).text(Language::Chinese));
        for part in ["示例公司", "HN000001F", "年度报告", "2026-04-13", "逾期 1 天", "0/1"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn both_clocks_should_be_shown_where_something_was_filed() {
        let mut met = owed(ONE, "2026-04-13", ObligationState::MetOnTime);
        (met.obligation.filed, met.obligation.published) = (Some(1_776_000_000), Some(1_776_133_926));
        met.obligation.publication = ObligationState::MetLate;
        for language in Language::ALL {
            let text = plain(&report(vec![met.clone()]).text(language));
            for part in ["2026-04-12 21:20:00", "2026-04-14 10:32:06"] {
                assert!(text.contains(part), "{part} in {text}");
            }
            for state in [ObligationState::MetOnTime, ObligationState::MetLate] {
                assert!(text.contains(&language.word(&state)), "{text}");
            }
        }
        let json = serde_json::to_value(report(vec![met])).expect("serializable");
        assert_eq!(json["exchange"], ONE);
        assert_eq!(json["obligations"][0]["publication"], "met-late");
        assert_eq!(json["obligations"][0]["days"], -1);
        assert_eq!(json["obligations"][0]["rule"]["index"], 1);
        assert_eq!(json["summary"]["overdue"]["enterprises"], 0);
    }

    #[test]
    fn a_window_should_not_end_before_it_begins() {
        let (one, other) = (day("2026-04-13"), day("2026-04-14"));
        assert_eq!((window(one, other), window(one, one)), (Ok((one, other)), Ok((one, one))));
        assert_eq!(window(other, one).expect_err("refused").code(), "empty-window");
    }
}
