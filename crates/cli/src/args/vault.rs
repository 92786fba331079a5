//! The shape of `jiandu vault`, and where other commands keep documents.

use crate::values;
use clap::{Args, Subcommand};
use jiandu_client::vault::{Locator, Recipient};
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
        #[arg(value_parser = values::locator, required_unless_present = "opening")]
        locator: Option<Locator>,
        /// What opens it, where it is sealed.
        #[arg(long, value_name = "OPENING", conflicts_with = "locator")]
        opening: Option<PathBuf>,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Writes the opening of a sealed document, to be handed over.
    Opening {
        /// Where from.
        #[command(flatten)]
        place: PlaceArguments,
        /// Of which ciphertext.
        #[arg(value_parser = values::locator)]
        locator: Locator,
        /// The file to write.
        #[arg(long, value_name = "OPENING")]
        out: PathBuf,
    },
    /// Prints the name under which others let the holder of a key read openings.
    Recipient,
    /// Reads documents from end to end, and says whether they are what was stored.
    Stat {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// Which documents; the vault itself where there are none.
        #[arg(value_parser = values::locator)]
        locators: Vec<Locator>,
    },
    /// Reads everything that lies in a vault, and compares it with the chain.
    Fsck {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// Whether the chain is asked what should lie there.
        #[arg(long)]
        chain: bool,
    },
    /// Brings a vault into step with the chain.
    Repair {
        /// Where.
        #[command(flatten)]
        place: PlaceArguments,
        /// For how many days something that the chain does not know is left alone.
        #[arg(long, value_name = "DAYS", default_value = "30")]
        older_than: u32,
        /// Whether it only says what it would do.
        #[arg(long)]
        dry_run: bool,
    },
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
#[derive(Clone, Debug, Args)]
pub struct StoreArguments {
    /// Where.
    #[command(flatten)]
    pub place: OriginalsArguments,
    /// Whether they are not kept.
    #[arg(long)]
    pub no_store: bool,
}

/// What becomes of files before their digests go out.
#[derive(Debug, Args)]
pub struct FilingArguments {
    /// Where they are kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Who may read what is sealed.
    #[command(flatten)]
    pub recipients: RecipientArguments,
    /// What is added to the body.
    #[arg(long = "body", value_name = "JSON")]
    pub body: Option<PathBuf>,
}

/// Who may read the openings of sealed documents, beside the holder of the key that signs.
#[derive(Clone, Debug, Args)]
pub struct RecipientArguments {
    /// Their reading keys.
    #[arg(long = "recipient", value_name = "AGE", value_delimiter = ',', value_parser = values::recipient)]
    #[arg(env = "JIANDU_RECIPIENTS")]
    pub recipients: Vec<Recipient>,
}

/// What a checker's documents and bodies are compared with.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// Where their originals lie.
    #[command(flatten)]
    pub originals: OriginalsArguments,
    /// Whether it is not looked whether they do.
    #[arg(long)]
    pub skip_originals: bool,
    /// What the maker added to the body.
    #[arg(long = "body", value_name = "JSON")]
    pub body: Option<PathBuf>,
}

/// Where documents may lie that something is compared with.
#[derive(Clone, Debug, Args)]
pub struct OriginalsArguments {
    /// A folder, or a bucket; the user's own folder where it is left out.
    #[arg(long, value_name = "PLACE", env = "JIANDU_VAULT")]
    pub vault: Option<String>,
    /// How to reach the bucket.
    #[arg(long, value_name = "FILE", env = "JIANDU_VAULT_SETTINGS")]
    pub vault_settings: Option<PathBuf>,
}
