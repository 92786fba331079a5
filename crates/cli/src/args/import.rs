//! The shape of `jiandu import`.

use super::{named, RecipientArguments, StoreArguments};
use crate::tables::TableKind;
use clap::Args;
use std::path::PathBuf;

/// `jiandu import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The table.
    pub file: PathBuf,
    /// Whether it is only checked.
    #[arg(long)]
    pub dry_run: bool,
    /// Which empty table is written to the file instead.
    #[arg(long, value_name = "TABLE", conflicts_with = "dry_run", value_parser = named(TableKind::ALL, TableKind::name))]
    pub template: Option<TableKind>,
    /// Where its files are; in the folder of the table where it is left out.
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
    /// Where to write submissions and result; beside the table where it is left out.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the files are kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Who may read what is sealed.
    #[command(flatten)]
    pub recipients: RecipientArguments,
}
