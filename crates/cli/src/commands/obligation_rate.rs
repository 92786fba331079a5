//! `jiandu obligation rate`: how much of what was due was in time, by both clocks.

use super::{
    disclosure::named_or_own,
    enterprise::the_one,
    obligation_list::{window, window_text, Whose},
};
use crate::{
    args::Common,
    error::CliError,
    exit::Exit,
    language::{Language, Texts},
    moment::{self, MomentDocument},
    output::{Output, Report},
    session::Session,
    text::{table, Style},
};
use jiandu_client::{
    enterprises::Query,
    obligations::{self, Rates},
};
use jiandu_primitives::{calendar::Day, obligation::Timeliness, uscc::Uscc};
use serde::Serialize;

/// What no rate counts. Historical filings meet nothing.
const LEFT_OUT: [&str; 3] = ["waived", "not-applicable", "backfilled"];

/// Runs `jiandu obligation rate`.
pub async fn run(
    (enterprise, exchange): (Option<Query>, Option<Uscc>),
    from: Option<Day>,
    to: Option<Day>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment;
    let today = Day::of(as_of.time);
    let year = i16::try_from(today.year()).ok().and_then(|year| Day::new(year, 1, 1));
    let (from, to) = window(from.or(year).unwrap_or(today), to.unwrap_or(today))?;
    let connection = &session.connection;
    let (whose, rates) = match enterprise {
        Some(query) => {
            let view = the_one(&session, &query).await?;
            let rates = session.ask(obligations::timeliness(connection, view.enterprise, from, to)).await?;
            (Whose::enterprise(&view), rates)
        }
        None => {
            let exchange = named_or_own(&session, exchange, common).await?;
            let rates = session.ask(obligations::timeliness_of_exchange(connection, exchange, from, to)).await?;
            (Whose::exchange(&session, exchange).await?, rates)
        }
    };
    output.report(&RateReport::new(whose, (from, to), rates, as_of.into()))?;
    Ok(Exit::Ok)
}

/// Counts, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Clock {
    #[serde(flatten)]
    counts: Timeliness,
    /// How many had to be met by now: on time, late and overdue ones.
    of: u32,
    /// On-time ones of those in per cent, rounded down to a tenth; none of none.
    percent: Option<String>,
}

impl Clock {
    fn new(counts: Timeliness) -> Self {
        let rate = counts.rate();
        let percent = rate.and_then(|(on_time, all)| {
            let tenths = u64::from(on_time).saturating_mul(1_000).checked_div(all.into())?;
            Some(format!("{}.{}", tenths / 10, tenths % 10))
        });
        Self { counts, of: rate.map_or(0, |(_, all)| all), percent }
    }

    fn cells(&self, heading: &str, language: Language) -> [String; 6] {
        let Timeliness { on_time, late, overdue, open } = self.counts;
        let percent = self.percent.as_ref().map_or_else(|| language.text("rate-none"), |percent| format!("{percent}%"));
        let [on_time, late, overdue, open] = [on_time, late, overdue, open].map(moment::grouped);
        [language.text(heading), percent, on_time, late, overdue, open]
    }
}

/// How much was in time.
#[derive(Clone, Debug, Serialize)]
struct RateReport {
    #[serde(flatten)]
    whose: Whose,
    /// The block that this is of, or one soon before it.
    as_of: MomentDocument,
    /// Due from this day on.
    from: Day,
    /// Due until this day.
    to: Day,
    /// The clock *filed*, which judges enterprises.
    filed: Clock,
    /// The clock *published*, which judges exchanges: of what was filed.
    published: Clock,
    /// What is not counted.
    left_out: [&'static str; 3],
}

impl RateReport {
    fn new(whose: Whose, (from, to): (Day, Day), rates: Rates, as_of: MomentDocument) -> Self {
        let (filed, published) = (Clock::new(rates.filed), Clock::new(rates.published));
        Self { whose, as_of, from, to, filed, published, left_out: LEFT_OUT }
    }
}

impl Report for RateReport {
    fn text(&self, language: Language) -> String {
        let headings = ["label-clock", "label-rate", "label-on-time", "label-late", "label-overdue", "label-open"];
        let clocks = [self.filed.cells("clock-filed", language), self.published.cells("clock-published", language)];
        format!(
            "{}{}{}\n",
            self.whose.heading(window_text((self.from, self.to), language), self.as_of.time, language),
            table(headings.map(|heading| language.text(heading)), &clocks),
            Style::Faint.paint(&language.text("rate-left-out")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(on_time: u32, late: u32, overdue: u32, open: u32) -> Clock {
        Clock::new(Timeliness { on_time, late, overdue, open })
    }

    #[test]
    fn a_rate_should_never_be_better_than_it_is_and_none_of_none() {
        let percent = |clock: Clock| clock.percent;
        assert_eq!(percent(clock(0, 0, 0, 0)), None);
        assert_eq!(percent(clock(0, 0, 0, 7)), None);
        assert_eq!(percent(clock(1, 0, 0, 7)).as_deref(), Some("100.0"));
        assert_eq!(percent(clock(0, 1, 1, 0)).as_deref(), Some("0.0"));
        assert_eq!(percent(clock(2, 1, 0, 0)).as_deref(), Some("66.6"));
        assert_eq!(percent(clock(9_999, 0, 1, 0)).as_deref(), Some("99.9"));
        assert_eq!(percent(clock(u32::MAX, 0, 0, 0)).as_deref(), Some("100.0"));
        assert_eq!(clock(2, 1, 1, 5).of, 4);
    }

    #[test]
    fn what_is_left_out_should_be_said() {
        let day = "2026-04-14".parse().expect("a day");
        let as_of = MomentDocument::from(jiandu_primitives::chain::Moment { block: 7, time: 1_776_133_926 });
        let enterprise = crate::commands::enterprise_card::tests::enterprise();
        let report = RateReport::new(Whose::enterprise(&enterprise), (day, day), Rates::default(), as_of);
        for language in Language::ALL {
            let text = report.text(language);
            assert!(
                text.contains(&language.text("rate-left-out")) && text.contains(&language.text("rate-none")),
                "{text}"
            );
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!((&json["filed"]["percent"], &json["filed"]["of"]), (&serde_json::Value::Null, &0.into()));
        assert_eq!(json["left_out"][0], "waived");
    }
}
