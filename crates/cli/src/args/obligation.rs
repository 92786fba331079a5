//! The shape of `jiandu obligation`.

use super::named;
use crate::{
    enterprise_values::{self, date},
    values,
};
use clap::{Args, Subcommand};
use jiandu_client::enterprises::Query;
use jiandu_primitives::{
    calendar::Day,
    disclosure::{DisclosureKind, Occasion},
    obligation::{ObligationState, ReliefReason},
    uscc::Uscc,
};
use std::path::PathBuf;

/// `jiandu obligation`.
#[derive(Debug, Subcommand)]
pub enum ObligationCommand {
    /// What an enterprise owes, or what is due at an exchange.
    List(ListArguments),
    /// One obligation, with what was decided about it.
    Show(OwedArguments),
    /// What time alone changed.
    Due {
        /// From when on.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        since: u64,
        /// Until when, itself excluded; until the newest final block where it is left out.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        until: Option<u64>,
        /// The enterprise after which an answer goes on that was cut.
        #[arg(long, value_name = "USCC", value_parser = values::uscc)]
        after: Option<Uscc>,
    },
    /// How much was in time.
    Rate {
        /// Of which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Option<Query>,
        /// Of which exchange; the own organisation's where neither is given.
        #[arg(long, value_name = "USCC", value_parser = values::uscc, conflicts_with = "enterprise")]
        exchange: Option<Uscc>,
        /// Due from this day on; from the beginning of the year where it is left out.
        #[arg(long, value_name = "DAY", value_parser = date)]
        from: Option<Day>,
        /// Due until this day; until today where it is left out.
        #[arg(long, value_name = "DAY", value_parser = date)]
        to: Option<Day>,
    },
    /// Declares events, or entries of a security's schedule.
    Declare {
        /// Whose.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// What has to be disclosed.
        #[arg(id = "owed", long = "kind", value_name = "KIND")]
        #[arg(value_parser = named(DisclosureKind::ALL, DisclosureKind::name))]
        kind: DisclosureKind,
        /// Why.
        #[arg(long = "occasion", value_name = "OCCASION", required = true, value_delimiter = ',')]
        #[arg(value_parser = enterprise_values::occasion)]
        occasions: Vec<Occasion>,
    },
    /// Cancels an occasion that another person declared.
    Cancel(OwedArguments),
    /// 延期.
    Extend {
        /// Which obligation.
        #[command(flatten)]
        owed: OwedArguments,
        /// The last day on which it is met in time.
        #[arg(long, value_name = "DAY", value_parser = date)]
        until: Day,
        /// Why.
        #[command(flatten)]
        relief: ReliefArguments,
    },
    /// 豁免.
    Waive {
        /// Which obligation.
        #[command(flatten)]
        owed: OwedArguments,
        /// Why.
        #[command(flatten)]
        relief: ReliefArguments,
    },
    /// The events and entries of schedules of an enterprise.
    Occasions {
        /// Which.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
    },
    /// The rules that obligations follow from.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Working days and trading days.
    #[command(subcommand)]
    Calendar(CalendarCommand),
}

/// What is listed.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// Whose; all at an exchange where it is left out.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Option<Query>,
    /// At which exchange; the own organisation's where neither is given.
    #[arg(long, value_name = "USCC", value_parser = values::uscc, conflicts_with = "enterprise")]
    pub exchange: Option<Uscc>,
    /// Due from this day on.
    #[arg(long, value_name = "DAY", value_parser = date)]
    pub from: Option<Day>,
    /// Due until this day.
    #[arg(long, value_name = "DAY", value_parser = date)]
    pub to: Option<Day>,
    /// In which states.
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',')]
    #[arg(value_parser = named(ObligationState::ALL, ObligationState::name))]
    pub states: Vec<ObligationState>,
}

/// An obligation of an enterprise.
#[derive(Debug, Args)]
pub struct OwedArguments {
    /// Whose.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Query,
    /// What has to be disclosed.
    #[arg(id = "owed", long = "kind", value_name = "KIND")]
    #[arg(value_parser = named(DisclosureKind::ALL, DisclosureKind::name))]
    pub kind: DisclosureKind,
    /// Why.
    #[arg(long, value_parser = enterprise_values::occasion)]
    pub occasion: Occasion,
}

/// Why an obligation is extended or waived.
#[derive(Debug, Args)]
pub struct ReliefArguments {
    /// The code.
    #[arg(long, value_parser = named(ReliefReason::ALL, ReliefReason::name))]
    pub reason: ReliefReason,
    /// A text about it, which stays here.
    #[arg(long, value_name = "FILE", required_if_eq("reason", "other"))]
    pub document: Option<PathBuf>,
}

/// `jiandu obligation rules`.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Every table, or one.
    Show {
        /// Its number.
        #[arg(long, value_name = "N", value_parser = values::version_number)]
        table: Option<u32>,
    },
    /// Asks the council to set a further table.
    Set {
        /// The table as JSON.
        file: PathBuf,
    },
    /// Writes a sample to be edited.
    Template {
        /// Where to.
        file: PathBuf,
    },
}

/// `jiandu obligation calendar`.
#[derive(Debug, Subcommand)]
pub enum CalendarCommand {
    /// A year.
    Show {
        /// Which.
        #[arg(value_parser = enterprise_values::year)]
        year: u16,
    },
    /// Asks the council to set a year.
    Set {
        /// Which.
        #[arg(value_parser = enterprise_values::year)]
        year: u16,
        /// The days that are other than Monday to Friday would have them, as CSV.
        file: PathBuf,
    },
    /// Writes a sample to be edited.
    Template {
        /// Of which year.
        #[arg(value_parser = enterprise_values::year)]
        year: u16,
        /// Where to.
        file: PathBuf,
    },
}
