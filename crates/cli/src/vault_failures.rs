//! The errors of vaults as our own.

use crate::{
    error::{shown, CliError},
    failures::of_writing,
};
use jiandu_client::vault::{OpeningError, PlaceError, VaultError};

impl From<PlaceError> for CliError {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::NoBucket { place } => Self::NoBucket { place: place.into() },
            PlaceError::NoSettings { place } => Self::NoVaultSettings { place: place.into() },
            PlaceError::Unreadable { file, source } => {
                Self::VaultSettings { file: shown(&file).into(), reason: (&source).into() }
            }
            PlaceError::Exposed { file } => Self::VaultSettingsExposed { file: shown(&file).into() },
            PlaceError::Malformed { file, reason } => {
                Self::VaultSettings { file: shown(&file).into(), reason: reason.into() }
            }
        }
    }
}

impl From<VaultError> for CliError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Place(error) => error.into(),
            VaultError::Folder { folder, source } => {
                Self::VaultFolder { folder: shown(&folder).into(), reason: (&source).into() }
            }
            VaultError::NoVault { place } => Self::NoVault { place: place.into() },
            VaultError::BadManifest { place } => Self::BadVaultManifest { place: place.into() },
            VaultError::Exists { place } => Self::VaultExists { place: place.into() },
            VaultError::File(error) => error.into(),
            VaultError::NotFound(locator) => Self::NotInVault { locator: locator.to_string().into() },
            VaultError::Damaged(locator) => Self::DamagedInVault { locator: locator.to_string().into() },
            VaultError::OtherOpening(locator) => Self::OpeningOfOther { locator: locator.into() },
            VaultError::Opening(error) => match error {
                OpeningError::ForOthers => Self::OpeningForOthers,
                OpeningError::Malformed => Self::OpeningDamaged,
                OpeningError::Io(source) => Self::VaultStore { reason: source.into() },
            },
            VaultError::TooManyRecipients => Self::TooManyRecipients,
            VaultError::Temporary(source) => Self::TemporaryFiles { reason: source.into() },
            VaultError::Full => Self::VaultFull,
            VaultError::Denied(reason) => Self::VaultDenied { reason: reason.into() },
            VaultError::Unwritable { file, source } => of_writing(&file, &source),
            VaultError::Store(reason) => Self::VaultStore { reason: reason.into() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_client::vault::Locator;
    use std::io;

    #[test]
    fn errors_of_vaults_should_end_with_the_codes_of_the_conventions() {
        let io = |kind: io::ErrorKind| io::Error::from(kind);
        let place = || "s3://archive".to_owned();
        let cases: Vec<(VaultError, &str, u8)> = vec![
            (PlaceError::NoBucket { place: place() }.into(), "no-bucket", 2),
            (PlaceError::NoSettings { place: place() }.into(), "no-vault-settings", 2),
            (
                PlaceError::Unreadable { file: "a".into(), source: io(io::ErrorKind::NotFound) }.into(),
                "vault-settings",
                9,
            ),
            (PlaceError::Exposed { file: "a".into() }.into(), "vault-settings-exposed", 9),
            (PlaceError::Malformed { file: "a".into(), reason: "b".into() }.into(), "vault-settings", 9),
            (VaultError::Folder { folder: "a".into(), source: io(io::ErrorKind::NotADirectory) }, "vault-folder", 9),
            (VaultError::NoVault { place: place() }, "no-vault", 9),
            (VaultError::Exists { place: place() }, "vault-exists", 2),
            (VaultError::BadManifest { place: place() }, "bad-vault-manifest", 9),
            (VaultError::NotFound(Locator([1; 32])), "not-in-vault", 11),
            (VaultError::Damaged(Locator([1; 32])), "damaged-in-vault", 3),
            (VaultError::Full, "vault-full", 1),
            (VaultError::Denied("a".into()), "vault-denied", 6),
            (VaultError::Unwritable { file: "a".into(), source: io(io::ErrorKind::AlreadyExists) }, "file-exists", 2),
            (VaultError::Store("a".into()), "vault-store", 7),
        ];
        for (error, code, exit) in cases {
            let error = CliError::from(error);
            assert_eq!((error.code(), error.exit().number()), (code, exit));
        }
    }
}
