//! The shape of `jiandu grant`.

use super::named;
use crate::{
    enterprise_values,
    grant_values::{self, ConsentFile, OnwardTo, Which},
    values::{self, RecordAddress},
};
use clap::{ArgGroup, Args, Subcommand};
use jiandu_client::enterprises::Query;
use jiandu_primitives::{
    grant::{
        agreement::{Benefit, Item},
        decision::Denial,
        Action, GrantReason, LegalBasis, Purpose, RightKind, Territory,
    },
    header::Level,
    uscc::Uscc,
};
use std::path::PathBuf;

/// `jiandu grant`.
#[derive(Debug, Subcommand)]
pub enum GrantCommand {
    /// Asks an enterprise for the use of its data.
    Request {
        /// Which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// What for, how long, how often.
        #[command(flatten)]
        terms: Box<TermsArguments>,
    },
    /// Offers the use of one's data, or passes on what one was granted.
    Offer {
        /// To whom.
        #[arg(id = "user", value_name = "USCC", value_parser = values::uscc)]
        user: Uscc,
        /// The grant that is passed on.
        #[arg(long, value_name = "N", value_parser = enterprise_values::proposal)]
        parent: Option<u64>,
        /// What for, how long, how often.
        #[command(flatten)]
        terms: Box<TermsArguments>,
    },
    /// Signs a grant for one's own side.
    Accept {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
    },
    /// Declines a grant, or takes it back.
    Decline(EndArguments),
    /// Suspends a grant.
    Suspend(EndArguments),
    /// Resumes it.
    Resume {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
    },
    /// Revokes a grant, as the enterprise.
    Revoke(EndArguments),
    /// Ends a grant, as user or provider.
    End(EndArguments),
    /// A grant in full, with every use.
    Show {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
    },
    /// The grants of a party.
    List {
        /// Whose; one's own where it is left out.
        #[arg(value_parser = enterprise_values::query)]
        party: Option<Query>,
        /// Whether only those are listed that wait for signatures.
        #[arg(long)]
        waiting: bool,
        /// Whether every use of every grant is listed.
        #[arg(long, conflicts_with = "waiting")]
        uses: bool,
        /// Whether only those are listed that can be used, or could.
        #[arg(long, conflicts_with_all = ["waiting", "uses"])]
        usable: bool,
        /// When.
        #[command(flatten)]
        when: WhenArguments,
    },
    /// Whether a use is allowed, or was.
    Check {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// What would be used.
        #[command(flatten)]
        asked: UseArguments,
        /// By whom; by the user of the grant where it is left out.
        #[arg(long, value_name = "USCC", value_parser = values::uscc)]
        user: Option<Uscc>,
        /// The record whose level counts.
        #[arg(long, value_name = "RECORD", value_parser = values::record)]
        record: Option<RecordAddress>,
        /// When.
        #[command(flatten)]
        when: WhenArguments,
    },
    /// Reserves one use.
    Reserve {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// What will be used.
        #[command(flatten)]
        asked: UseArguments,
        /// Where the reservation is written, for whoever serves the data.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Says what came of a reservation.
    #[command(group(ArgGroup::new("outcome").required(true).args(["result", "denied", "failed"])))]
    Settle {
        /// The reservation, as the user hands it over.
        reservation: PathBuf,
        /// What was served.
        #[arg(long, value_name = "FILE")]
        result: Option<PathBuf>,
        /// Why it was denied.
        #[arg(long, value_name = "REASON", value_parser = named(Denial::ALL, Denial::name))]
        denied: Option<Denial>,
        /// Whether nothing was served for another reason.
        #[arg(long)]
        failed: bool,
        /// Where the receipt is written, for user and enterprise.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Reports a use that happened without a reservation.
    Report {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// What was used.
        #[command(flatten)]
        asked: UseArguments,
        /// When.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        happened: u64,
        /// What was served.
        #[arg(long, value_name = "FILE", requires = "out")]
        result: Option<PathBuf>,
        /// The receipt of the reservation that lapsed before it was settled.
        #[arg(long, value_name = "N", value_parser = values::number)]
        lapsed: Option<u32>,
        /// Where the receipt is written, for user and enterprise.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Records an attempt that was refused.
    Refuse {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// What would have been used.
        #[command(flatten)]
        asked: UseArguments,
        /// Why.
        #[arg(long, value_parser = named(Denial::ALL, Denial::name))]
        reason: Denial,
        /// Where the receipt is written: the same command goes on with it after it was cut short.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Says that what was got is deleted.
    Deleted {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// The statement.
        #[arg(long, value_name = "FILE")]
        document: Option<PathBuf>,
    },
    /// Compares a serving log with the chain.
    Reconcile {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// The log.
        log: PathBuf,
    },
    /// A grant in a form of others.
    Export {
        /// Which.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// Which form.
        #[arg(long = "as", value_name = "FORM", value_enum)]
        form: ExportForm,
        /// Where it is written.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// What a provider agrees to beforehand.
    #[command(subcommand)]
    Standing(StandingCommand),
    /// How many people of the enterprise have to sign.
    Signers {
        /// How many.
        #[arg(value_parser = clap::value_parser!(u8).range(1..=2))]
        count: u8,
    },
}

/// A form in which a grant is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportForm {
    /// The authorisation credential of JR/T 0325.
    Credential,
    /// A W3C ODRL policy.
    Odrl,
}

/// `jiandu grant standing`.
#[derive(Debug, Subcommand)]
pub enum StandingCommand {
    /// What a provider agrees to now.
    Show {
        /// Which; one's own organisation where it is left out.
        #[arg(value_name = "USCC", value_parser = values::uscc)]
        provider: Option<Uscc>,
    },
    /// Agrees to every grant within some terms.
    Publish {
        /// What may be done.
        #[arg(long = "action", value_name = "ACTION", value_parser = named(Action::ALL, Action::name))]
        actions: Vec<Action>,
        /// The highest level of data.
        #[arg(long, value_parser = named(Level::ALL, Level::name), default_value = "L3")]
        level: Level,
        /// The longest term.
        #[arg(long, value_name = "DAYS", value_parser = values::number)]
        days: u32,
        /// Most uses.
        #[arg(long, value_name = "N", value_parser = values::number)]
        uses: Option<u32>,
        /// Whether sub-grants are served, too.
        #[arg(long)]
        sub_grants: bool,
        /// The document that says the rest.
        #[arg(long, value_name = "FILE")]
        document: PathBuf,
    },
    /// Agrees to nothing any more.
    End,
}

/// Which grant, and why something happens to it.
#[derive(Debug, Args)]
pub struct EndArguments {
    /// Which.
    #[arg(id = "grant", value_parser = grant_values::which)]
    pub which: Which,
    /// Why.
    #[arg(id = "grant_reason", long = "reason", value_name = "REASON")]
    #[arg(value_parser = named(GrantReason::ALL, GrantReason::name))]
    pub reason: GrantReason,
}

/// When a question is about.
#[derive(Clone, Debug, Args)]
pub struct WhenArguments {
    /// A block.
    #[arg(long, value_name = "BLOCK", value_parser = values::number, conflicts_with = "time")]
    pub at: Option<u32>,
    /// A time.
    #[arg(long, value_name = "TIME", value_parser = enterprise_values::day)]
    pub time: Option<u64>,
}

/// What is used, or would be.
#[derive(Clone, Debug, Args)]
pub struct UseArguments {
    /// Which item.
    #[arg(long, value_parser = grant_values::item)]
    pub item: Item,
    /// For what; for what the grant is for where it is left out.
    #[arg(long, value_parser = named(Purpose::ALL, Purpose::name))]
    pub purpose: Option<Purpose>,
    /// What is done; looked at where it is left out.
    #[arg(long, value_parser = named(Action::ALL, Action::name), default_value = "view")]
    pub action: Action,
    /// The level of the data; that of the grant where it is left out.
    #[arg(id = "use_level", long = "level", value_name = "LEVEL", value_parser = named(Level::ALL, Level::name))]
    pub level: Option<Level>,
}

/// What a grant says.
#[derive(Clone, Debug, Args)]
pub struct TermsArguments {
    /// What is granted.
    #[arg(long = "item", value_name = "ITEM", value_parser = grant_values::item, required_unless_present = "credential")]
    pub items: Vec<Item>,
    /// The credential that it is made from.
    #[arg(long, value_name = "FILE")]
    pub credential: Option<PathBuf>,
    /// What for.
    #[arg(long, value_parser = named(Purpose::ALL, Purpose::name))]
    pub purpose: Option<Purpose>,
    /// What may be done.
    #[arg(long = "action", value_name = "ACTION", value_parser = named(Action::ALL, Action::name))]
    pub actions: Vec<Action>,
    /// The highest level of data.
    #[arg(id = "grant_level", long = "level", value_name = "LEVEL", value_parser = named(Level::ALL, Level::name))]
    pub level: Option<Level>,
    /// From when on.
    #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
    pub from: Option<u64>,
    /// How many days.
    #[arg(long, value_name = "N", value_parser = values::number, conflicts_with = "until")]
    pub days: Option<u32>,
    /// The last day.
    #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
    pub until: Option<u64>,
    /// How often.
    #[arg(long, value_name = "N", value_parser = values::number)]
    pub uses: Option<u32>,
    /// Who serves the data.
    #[arg(long, value_name = "USCC", value_parser = values::uscc)]
    pub provider: Option<Uscc>,
    /// Where it may be processed.
    #[arg(long, value_parser = named(Territory::ALL, Territory::name))]
    pub territory: Option<Territory>,
    /// To whom it may be passed on.
    #[arg(long = "onward", value_name = "USCC", value_parser = grant_values::onward)]
    pub onward: Vec<OnwardTo>,
    /// Days after the end in which it is to be deleted.
    #[arg(long, value_name = "DAYS", value_parser = values::number)]
    pub delete_within: Option<u32>,
    /// The legal basis.
    #[arg(long, value_parser = named(LegalBasis::ALL, LegalBasis::name), default_value = "consent")]
    pub basis: LegalBasis,
    /// Which right.
    #[arg(id = "right_kind", long = "right", value_name = "RIGHT", default_value = "processing")]
    #[arg(value_parser = named(RightKind::ALL, RightKind::name))]
    pub right: RightKind,
    /// What is given in return.
    #[arg(long, value_name = "FORM[:AMOUNT]", value_parser = grant_values::benefit)]
    pub benefit: Option<Benefit>,
    /// The consents of data subjects.
    #[arg(long = "consent", value_name = "ITEM=FILE", value_parser = grant_values::consent, requires = "consent_until")]
    pub consents: Vec<ConsentFile>,
    /// The last day of the consents.
    #[arg(long, value_name = "DAY", value_parser = enterprise_values::day, requires = "consents")]
    pub consent_until: Option<u64>,
    /// The contract that was signed beside it.
    #[arg(id = "contract", long = "document", value_name = "FILE")]
    pub document: Option<PathBuf>,
    /// The grant that ends when this one begins.
    #[arg(long, value_name = "N", value_parser = enterprise_values::proposal)]
    pub replaces: Option<u64>,
    /// Said explicitly where nothing is restricted.
    #[arg(long)]
    pub unrestricted: bool,
    /// Where the agreement is written, for the other side.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}
