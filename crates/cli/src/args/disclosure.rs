//! The shape of `jiandu disclosure` and `jiandu mandate`.

use super::{
    named, FilingArguments, HeaderArguments, OriginalsArguments, ReviewArguments, RewritingArguments, StoreArguments,
};
use crate::{
    enterprise_values,
    values::{self, RecordAddress},
};
use clap::{ArgGroup, Args, Subcommand};
use jiandu_client::enterprises::Query;
use jiandu_primitives::{
    disclosure::{CorrectionReason, DisclosureKind, FreezeReason, Occasion, ReviewReason, MAX_NUMBER},
    header::Label,
    record::WithdrawalReason,
    uscc::Uscc,
};
use std::path::PathBuf;

/// `jiandu disclosure`.
#[derive(Debug, Subcommand)]
pub enum DisclosureCommand {
    /// Commits to the first version of a disclosure.
    Submit {
        /// Which disclosure of which enterprise.
        #[command(flatten)]
        which: WhichArguments,
        /// The documents.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The occasion whose obligation it meets.
        #[arg(long, value_parser = enterprise_values::occasion)]
        occasion: Option<Occasion>,
        /// 补录: whether it is a historical filing, entered later.
        #[arg(long, conflicts_with = "occasion")]
        backfilled: bool,
        /// What it says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// What becomes of the submission.
        #[command(flatten)]
        to: ToArguments,
    },
    /// Commits to the next version of a disclosure.
    Correct {
        /// Which disclosure of which enterprise.
        #[command(flatten)]
        which: WhichArguments,
        /// The documents, all of them.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Why.
        #[arg(long, value_parser = named(CorrectionReason::ALL, CorrectionReason::name))]
        reason: CorrectionReason,
        /// The occasion whose obligation it meets, where no version before it named one.
        #[arg(long, value_parser = enterprise_values::occasion)]
        occasion: Option<Occasion>,
        /// What it says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// What becomes of the submission.
        #[command(flatten)]
        to: ToArguments,
    },
    /// Commits to the rewriting of versions of a disclosure.
    Overwrite {
        /// Which disclosure of which enterprise.
        #[command(flatten)]
        which: WhichArguments,
        /// What becomes of each version.
        #[command(flatten)]
        rewriting: RewritingArguments,
        /// What the versions that are set say of themselves.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// What becomes of the submission.
        #[command(flatten)]
        to: ToArguments,
    },
    /// Commits to the withdrawal of a disclosure.
    Withdraw {
        /// Which disclosure of which enterprise.
        #[command(flatten)]
        which: WhichArguments,
        /// Why.
        #[arg(long, value_parser = named(WithdrawalReason::ALL, WithdrawalReason::name))]
        reason: WithdrawalReason,
        /// Where its body is kept.
        #[command(flatten)]
        store: StoreArguments,
        /// What becomes of the submission.
        #[command(flatten)]
        to: ToArguments,
    },
    /// Compares a submission with its documents and decides about it, without publishing it.
    Review(DecideArguments),
    /// Publishes a submission.
    Publish {
        /// What its maker handed over.
        submission: PathBuf,
        /// The documents; they may be left out where it was accepted.
        files: Vec<PathBuf>,
        /// What they are compared with.
        #[command(flatten)]
        review: ReviewArguments,
    },
    /// Publishes a folder of submissions.
    PublishAll(PublishAllArguments),
    /// Takes a submission back.
    Retract {
        /// Its number.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        submission: u64,
    },
    /// Takes a colleague's submission into one's own hands.
    TakeOver {
        /// Its number.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        submission: u64,
    },
    /// What waits at an exchange.
    List {
        /// Which exchange; the own organisation's where it is left out.
        #[arg(long, value_name = "USCC", value_parser = values::uscc)]
        exchange: Option<Uscc>,
    },
    /// A submission.
    Show {
        /// Its number.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        submission: u64,
    },
    /// Freezes a record.
    Freeze {
        /// Which.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// Why.
        #[arg(long, value_parser = named(FreezeReason::ALL, FreezeReason::name))]
        reason: FreezeReason,
        /// A text about it, which stays here.
        #[arg(long, value_name = "FILE")]
        document: Option<PathBuf>,
    },
    /// Ends the freeze of a record.
    Unfreeze {
        /// Which.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
    },
}

/// A disclosure of an enterprise.
#[derive(Debug, Args)]
pub struct WhichArguments {
    /// 披露义务人.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Query,
    /// What is disclosed.
    #[arg(long, value_parser = named(DisclosureKind::ALL, DisclosureKind::name))]
    pub kind: DisclosureKind,
    /// Its number among those of its kind.
    #[arg(long, value_name = "NUMBER", value_parser = enterprise_values::disclosure_number)]
    pub number: Label<MAX_NUMBER>,
}

/// What becomes of a submission.
#[derive(Debug, Args)]
pub struct ToArguments {
    /// The mandate under which an intermediary files.
    #[arg(long, value_name = "N", value_parser = enterprise_values::proposal)]
    pub mandate: Option<u64>,
    /// The submission that was returned, or that this takes the place of.
    #[arg(long, value_name = "N", value_parser = enterprise_values::proposal)]
    pub resubmit: Option<u64>,
    /// Where to write what the checker needs.
    #[arg(long, value_name = "SUBMISSION")]
    pub out: PathBuf,
}

/// What `jiandu disclosure publish-all` takes.
#[derive(Debug, Args)]
pub struct PublishAllArguments {
    /// Where the submissions are.
    pub folder: PathBuf,
    /// Where the documents are; around the submissions where it is left out.
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
    /// Where their originals lie.
    #[command(flatten)]
    pub originals: OriginalsArguments,
    /// Whether it is not looked whether they do.
    #[arg(long)]
    pub skip_originals: bool,
    /// Whether they are only compared.
    #[arg(long)]
    pub dry_run: bool,
}

/// What a checker decides.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("decision").required(true).args(["accept", "send_back", "reject"])))]
pub struct DecideArguments {
    /// What its maker handed over.
    pub submission: PathBuf,
    /// The documents.
    pub files: Vec<PathBuf>,
    /// What they are compared with.
    #[command(flatten)]
    pub review: ReviewArguments,
    /// Whether it may be published.
    #[arg(long)]
    pub accept: bool,
    /// From when on.
    #[arg(long, value_name = "TIME", requires = "accept", value_parser = values::time)]
    pub not_before: Option<u64>,
    /// Why it goes back to its maker.
    #[arg(long = "return", value_name = "REASON", value_parser = named(ReviewReason::ALL, ReviewReason::name))]
    pub send_back: Option<ReviewReason>,
    /// Why it is rejected for good.
    #[arg(long, value_name = "REASON", value_parser = named(ReviewReason::ALL, ReviewReason::name))]
    pub reject: Option<ReviewReason>,
    /// A text about that, which stays here.
    #[arg(long, value_name = "FILE", conflicts_with = "accept")]
    pub document: Option<PathBuf>,
}

/// `jiandu mandate`.
#[derive(Debug, Subcommand)]
pub enum MandateCommand {
    /// Proposes to enter a mandate on a stamped letter.
    Register(MandateArguments),
    /// Signs a mandate as the enterprise.
    Sign(MandateArguments),
    /// Ends a mandate.
    End {
        /// Its number.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        mandate: u64,
        /// Whether it is proposed for an enterprise without a key.
        #[arg(long)]
        by_letter: bool,
    },
    /// The mandates of an enterprise.
    List {
        /// Which.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
    },
}

/// What a mandate says.
#[derive(Debug, Args)]
pub struct MandateArguments {
    /// 委托人: the enterprise.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Query,
    /// 受托人: the intermediary.
    #[arg(long, value_name = "USCC", value_parser = values::uscc)]
    pub agent: Uscc,
    /// What it may file; everything where it is left out.
    #[arg(long = "kinds", value_name = "KIND", value_delimiter = ',')]
    #[arg(value_parser = named(DisclosureKind::ALL, DisclosureKind::name))]
    pub kinds: Vec<DisclosureKind>,
    /// From when on; from today where it is left out.
    #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
    pub from: Option<u64>,
    /// The last day.
    #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
    pub until: u64,
    /// The stamped letter.
    #[arg(long, value_name = "FILE")]
    pub letter: PathBuf,
}
