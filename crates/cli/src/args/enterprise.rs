//! The shape of `jiandu enterprise`.

use super::named;
use crate::{enterprise_values, values};
use clap::{Args, Subcommand};
use jiandu_client::{enterprises::Query, AccountId};
use jiandu_primitives::{
    code::{EnterpriseCode, Tier},
    enterprise::{DeclineReason, EnterpriseStatus, Succession},
    member::Custody,
    uscc::Uscc,
};
use std::path::PathBuf;

/// `jiandu enterprise`.
#[derive(Debug, Subcommand)]
pub enum EnterpriseCommand {
    /// Proposes to register an enterprise.
    Register {
        /// Which enterprise.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// Its registered name.
        #[arg(long, value_parser = enterprise_values::name)]
        name: String,
        /// The code that the exchange allotted to it.
        #[arg(long, value_parser = enterprise_values::code)]
        code: EnterpriseCode,
        /// Since when name and code hold.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// Open proposals.
    Proposals {
        /// Those to show in full; all in short where it is left out.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        proposals: Vec<u64>,
    },
    /// Confirms proposals.
    Confirm {
        /// Which.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        proposals: Vec<u64>,
        /// Whether all that this person may confirm.
        #[arg(long)]
        all: bool,
    },
    /// Declines a proposal, or takes it back.
    Decline {
        /// Which.
        #[arg(value_name = "N", value_parser = enterprise_values::proposal)]
        proposal: u64,
        /// Why.
        #[arg(long, value_parser = named(DeclineReason::ALL, DeclineReason::name))]
        reason: DeclineReason,
    },
    /// 更名: proposes a new registered name.
    Rename {
        /// Of which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Its name now.
        #[arg(value_name = "NAME", value_parser = enterprise_values::name)]
        new_name: String,
        /// Since when.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// Proposes another tier.
    Tier {
        /// Of which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Its tier now.
        #[arg(ignore_case = true, value_parser = enterprise_values::tier())]
        tier: Tier,
        /// Since when.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// Proposes another code.
    Code {
        /// Of which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Its code now.
        #[arg(value_parser = enterprise_values::code)]
        code: EnterpriseCode,
        /// Since when.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// Proposes another status.
    Status {
        /// Of which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Its status now.
        #[arg(value_parser = named(EnterpriseStatus::ALL, EnterpriseStatus::name))]
        status: EnterpriseStatus,
        /// Since when.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// 合并/分立: proposes who follows an enterprise.
    Succeed {
        /// Which enterprise ends or is divided.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Who follows it.
        #[arg(long, value_name = "ENTERPRISE", num_args = 1.., required = true, value_parser = enterprise_values::query)]
        by: Vec<Query>,
        /// How.
        #[arg(long = "as", value_name = "HOW", value_parser = named(Succession::ALL, Succession::name))]
        succession: Succession,
        /// Since when.
        #[arg(long, value_name = "DAY", value_parser = enterprise_values::day)]
        since: Option<u64>,
    },
    /// Proposes to bind a key to an enterprise.
    BindKey(BindKeyArguments),
    /// Objects to a key in its cooling-off period, with another key of the enterprise.
    ObjectKey {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
    },
    /// Ends the enterprise's key that signs.
    EndKey,
    /// An enterprise with everything that it was ever called.
    Show {
        /// Which.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
    },
    /// Which enterprises are or were called so.
    Resolve {
        /// What they are or were called.
        #[arg(value_parser = enterprise_values::query)]
        text: Query,
    },
}

/// What `jiandu enterprise bind-key` takes.
#[derive(Debug, Args)]
pub struct BindKeyArguments {
    /// To which enterprise.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Query,
    /// The key's account.
    #[arg(value_parser = values::account)]
    pub account: AccountId,
    /// The stamped application.
    #[arg(long, value_name = "FILE")]
    pub application: PathBuf,
    /// The lost key in whose place it comes.
    #[arg(long, value_name = "ACCOUNT", value_parser = values::account)]
    pub replaces: Option<AccountId>,
    /// Who holds its secret.
    #[arg(long, default_value = "self", value_parser = named(Custody::ALL, Custody::name))]
    pub custody: Custody,
}
