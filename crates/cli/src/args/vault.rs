//! The shape of `jiandu vault`, and where other commands keep documents.

use crate::values;
use clap::{Args, Subcommand};
use jiandu_client::vault::Locator;
use jiandu_primitives::uscc::Uscc;
use std::path::PathBuf;

/// `jiandu vault`.
#[derive(Debug, Subcommand)]
pub enum VaultCommand {
    /// Makes a vault.
    Init {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// Who operates it.
        #[arg(long, value_name = "USCC", value_parser = values::uscc)]
        operator: Uscc,
    },
    /// Stores documents, and reads them back.
    Put {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// The documents.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Gets a document, undamaged.
    Get {
        /// Where from.
        #[command(flatten)]
        place: PlaceArguments,
        /// Which document.
        #[arg(value_parser = values::locator)]
        locator: Locator,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Reads documents from end to end, and says whether they are what was stored.
    Stat {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// Which documents; the vault itself where there are none.
        #[arg(value_parser = values::locator)]
        locators: Vec<Locator>,
    },
    /// Reads everything that lies in a vault.
    Fsck(PlaceArguments),
}

/// Where a vault is.
#[derive(Debug, Args)]
pub struct PlaceArguments {
    /// A folder, or a bucket.
    #[arg(long, value_name = "PLACE", env = "JIANDU_VAULT")]
    pub vault: String,
    /// How to reach the bucket.
    #[arg(long, value_name = "FILE", env = "JIANDU_VAULT_SETTINGS")]
    pub vault_settings: Option<PathBuf>,
}

/// Where documents are kept before their digests go out.
#[derive(Debug, Args)]
pub struct StoreArguments {
    /// A folder, or a bucket; the user's own folder where it is left out.
    #[arg(long, value_name = "PLACE", env = "JIANDU_VAULT")]
    pub vault: Option<String>,
    /// How to reach the bucket.
    #[arg(long, value_name = "FILE", env = "JIANDU_VAULT_SETTINGS")]
    pub vault_settings: Option<PathBuf>,
    /// Whether they are not kept.
    #[arg(long)]
    pub no_store: bool,
}
