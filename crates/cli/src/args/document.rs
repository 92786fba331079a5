//! The shape of `jiandu document` and `jiandu recovery`.

use super::{named, OriginalsArguments, StoreArguments};
use crate::{
    enterprise_values,
    grant_values::{self, Which},
    values,
};
use clap::{ArgGroup, Subcommand};
use jiandu_client::{enterprises::Query, vault::Locator};
use jiandu_primitives::grant::{agreement::Item, RecoveryReason};
use std::path::PathBuf;

/// `jiandu document`.
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Encrypts documents for the user of a grant.
    #[command(group(ArgGroup::new("what").required(true).multiple(true).args(["files", "locators"])))]
    Seal {
        /// Which grant.
        #[arg(id = "grant", value_parser = grant_values::which)]
        which: Which,
        /// The documents.
        files: Vec<PathBuf>,
        /// Documents that are sealed in the vault already.
        #[arg(long = "locator", value_name = "LOCATOR", value_parser = values::locator)]
        locators: Vec<Locator>,
        /// Which item of the grant they are.
        #[arg(long, value_parser = grant_values::item)]
        item: Item,
        /// The folder for what is handed over.
        #[arg(id = "folder", long = "out", value_name = "DIR")]
        out: PathBuf,
        /// Where the documents lie.
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Opens a document that was encrypted for the user of a grant.
    Open {
        /// What was handed over: the ciphertext lies beside it.
        wrap: PathBuf,
        /// Where the document is written.
        #[arg(id = "plain", long = "out", value_name = "FILE")]
        out: PathBuf,
    },
}

/// `jiandu recovery`.
#[derive(Debug, Subcommand)]
pub enum RecoveryCommand {
    /// Makes a recovery recipient and splits its secret.
    Split {
        /// How many custodians have to come together.
        #[arg(long, value_name = "M", value_parser = clap::value_parser!(u8).range(2..=16))]
        threshold: u8,
        /// How many there are.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=16))]
        shares: u8,
        /// The folder for the shares.
        #[arg(id = "folder", long = "out", value_name = "DIR")]
        out: PathBuf,
    },
    /// Names the recovery recipient. For the council.
    Set {
        /// One of its shares.
        share: PathBuf,
        /// How many there are.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=16))]
        shares: u8,
    },
    /// The recovery recipient.
    Show,
    /// Records that a key is recovered. For the council.
    Record {
        /// Whose document it is.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Where it lies.
        #[arg(value_parser = values::locator)]
        locator: Locator,
        /// Why.
        #[arg(id = "recovery_reason", long = "reason", value_name = "REASON")]
        #[arg(value_parser = named(RecoveryReason::ALL, RecoveryReason::name))]
        reason: RecoveryReason,
    },
    /// Every recovery of a key of an enterprise.
    List {
        /// Which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
    },
    /// Opens a document with the shares of enough custodians.
    Open {
        /// Whose document it is.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
        /// Where it lies.
        #[arg(value_parser = values::locator)]
        locator: Locator,
        /// The shares.
        #[arg(long = "share", value_name = "FILE", required = true)]
        given: Vec<PathBuf>,
        /// Where the document is written.
        #[arg(id = "plain", long = "out", value_name = "FILE")]
        out: PathBuf,
        /// Where it lies.
        #[command(flatten)]
        originals: OriginalsArguments,
    },
}
