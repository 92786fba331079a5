//! Why a vault does not do what it is asked.

use crate::{hash::HashError, opening::OpeningError, place::PlaceError};
use jiandu_primitives::header::Locator;
use std::{error::Error as StdError, io, path::PathBuf};
use thiserror::Error;

/// Why a vault does not do what it is asked. Nothing of what was stored before is lost by any of these.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The text names no place, or the settings of a store can't be used.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The folder can't be used.
    #[error("{folder}: {source}")]
    Folder {
        /// Which one.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no vault in this place.
    #[error("there is no vault in {place}")]
    NoVault {
        /// Where it was looked for.
        place: String,
    },
    /// What lies there in place of its manifest is none that this program knows.
    #[error("{place} has a manifest that this program does not know")]
    BadManifest {
        /// Where.
        place: String,
    },
    /// There is one already.
    #[error("there is a vault in {place} already")]
    Exists {
        /// Where.
        place: String,
    },
    /// The file that is to be stored can't be read, or changed meanwhile.
    #[error(transparent)]
    File(#[from] HashError),
    /// The vault does not have the object.
    #[error("the vault has no object {0}")]
    NotFound(Locator),
    /// What lies there is not what was stored: it was changed or cut.
    #[error("the object {0} is damaged: its bytes are not those that were stored")]
    Damaged(Locator),
    /// What lies in place of an opening is none, or was encrypted for others.
    #[error("the opening can't be used: {0}")]
    Opening(#[from] OpeningError),
    /// The opening does not fit into its place.
    #[error("too many recipients")]
    TooManyRecipients,
    /// The ciphertext is not the one that the opening opens, or what is in it is not what the commitment says.
    #[error("the opening does not open the object {0}")]
    OtherOpening(Locator),
    /// There is no room for what is encrypted, or it can't be written.
    #[error("temporary files: {0}")]
    Temporary(io::Error),
    /// The store has no room left.
    #[error("the store is full")]
    Full,
    /// The store does not let this user in, or not do this.
    #[error("the store refuses access: {0}")]
    Denied(String),
    /// A file can't be written.
    #[error("{file}: {source}")]
    Unwritable {
        /// Which one.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The store does not answer, or not usably, after all repetitions.
    #[error("the store does not answer as it should: {0}")]
    Store(String),
}

impl VaultError {
    /// Of a temporary file, whose name nobody else knows.
    pub(crate) fn temporary(error: io::Error) -> Self {
        Self::Temporary(error.kind().into())
    }

    /// Whether it may succeed when it is tried again later, with nothing changed.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Full)
    }
}

/// An error with all its causes, innermost last.
fn chain<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |error| StdError::source(*error))
}

/// The longest reason that is passed on, in characters.
const LONGEST_REASON: usize = 200;

/// What a store says, in short: of an answer in XML its code and message. The rest of one may repeat what was signed.
fn said(text: &str) -> String {
    let between = |name: &str| {
        let (_, rest) = text.split_once(&format!("<{name}>"))?;
        rest.split_once(&format!("</{name}>")).map(|(inner, _)| inner)
    };
    let short = match (between("Code"), between("Message")) {
        (Some(code), message) => format!("{code} {}", message.unwrap_or_default()),
        (None, _) => text.to_owned(),
    };
    short.trim().chars().take(LONGEST_REASON).collect()
}

impl From<object_store::Error> for VaultError {
    fn from(error: object_store::Error) -> Self {
        use io::ErrorKind::{FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let innermost = chain(&error).last().map_or_else(|| error.to_string(), ToString::to_string);
        if ["<Code>QuotaExceeded", "<Code>StorageFull", "507 Insufficient"].iter().any(|full| innermost.contains(full))
        {
            return Self::Full;
        }
        let innermost = said(&innermost);
        if matches!(error, object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. }) {
            return Self::Denied(innermost);
        }
        let kind = chain(&error).filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind).last();
        match kind {
            Some(StorageFull | QuotaExceeded | FileTooLarge) => Self::Full,
            Some(PermissionDenied | ReadOnlyFilesystem) => Self::Denied(innermost),
            _ => Self::Store(innermost),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_a_store_should_be_passed_on_without_what_was_signed() {
        let answer =
            "<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message><StringToSign>hush</StringToSign></Error>";
        assert_eq!(said(answer), "SignatureDoesNotMatch no");
        assert_eq!(said("  connection refused "), "connection refused");
        assert_eq!(said(&"长".repeat(1_000)).chars().count(), LONGEST_REASON);
    }

    #[test]
    fn a_full_store_should_be_told_apart() {
        let generic = |source: Box<dyn StdError + Send + Sync>| object_store::Error::Generic { store: "S3", source };
        let of = |error: object_store::Error| VaultError::from(error);
        assert!(matches!(of(generic(io::Error::from(io::ErrorKind::StorageFull).into())), VaultError::Full));
        assert!(matches!(of(generic("<Code>QuotaExceeded</Code>".into())), VaultError::Full));
        assert!(matches!(of(generic(io::Error::from(io::ErrorKind::PermissionDenied).into())), VaultError::Denied(_)));
        assert!(matches!(of(generic("reset".into())), VaultError::Store(reason) if reason == "reset"));
    }
}
