//! The errors of the client as our own: their exit codes, and whose texts they take.

use crate::{
    error::{shown, CliError},
    exit::Exit,
};
use jiandu_client::{
    connection::ConnectionError,
    evidence::{ClaimError, EvidenceError, TrustFileError, VerifyError},
    hash::HashError,
    key_file::KeyError,
    records::DocumentError,
    submit::{InvalidReason, ModuleError, SubmitError},
    texts::Explain,
};
use jiandu_sheet::{CellError, TableError};
use std::{io, path::Path};

/// An error of the client with an exit code, told in the client's words.
trait Ending: Explain {
    fn exit(&self) -> Exit;
}

impl<E: Ending> From<E> for CliError {
    fn from(error: E) -> Self {
        let exit = error.exit();
        Self::of_client(&error, exit)
    }
}

impl Ending for ConnectionError {
    fn exit(&self) -> Exit {
        match self {
            Self::BadUrl { .. } => Exit::Usage,
            Self::Unreachable { .. } | Self::Lost { .. } => Exit::Network,
            Self::WrongChain { .. } | Self::NotJiandu => Exit::WrongChain,
            Self::Incompatible { .. } => Exit::Configuration,
            Self::Timeout { .. } => Exit::NotFinal,
            Self::Rpc { .. } | Self::Malformed { .. } => Exit::Failure,
        }
    }
}

impl Ending for SubmitError {
    fn exit(&self) -> Exit {
        match self {
            error if error.is_permission() => Exit::Denied,
            error if error.is_unknown() => Exit::Unknown,
            Self::NotFinal { .. } => Exit::NotFinal,
            Self::TooMany { .. } => Exit::Usage,
            Self::Invalid(InvalidReason::BadProof) => Exit::Key,
            Self::Connection(error) => error.exit(),
            _ => Exit::Failure,
        }
    }
}

impl Ending for EvidenceError {
    fn exit(&self) -> Exit {
        match self {
            Self::Connection(error) => error.exit(),
            Self::NotProven(error) => error.exit(),
            Self::FalseHeader => Exit::NotVerified,
            // The trust file is too old: nothing that was checked speaks against the node.
            Self::NotFinal { .. } | Self::OtherValidators { .. } => Exit::NotFinal,
        }
    }
}

impl Ending for VerifyError {
    fn exit(&self) -> Exit {
        match self {
            Self::Claim(ClaimError::OtherGenesis { .. }) => Exit::WrongChain,
            // What the user trusts is at fault, not what was to be checked.
            Self::Trust(_) => Exit::Configuration,
            _ => Exit::NotVerified,
        }
    }
}

impl From<KeyError> for CliError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Unreadable { path, source } => of_reading(&path, &source),
            KeyError::Unwritable { path, source } => of_writing(&path, &source),
            KeyError::UnknownDevKey { .. } => Self::of_client(&error, Exit::Usage),
            KeyError::DevKeyElsewhere { .. } => Self::of_client(&error, Exit::Configuration),
            KeyError::NoRandomness => Self::of_client(&error, Exit::Failure),
            error => Self::of_client(&error, Exit::Key),
        }
    }
}

impl From<TrustFileError> for CliError {
    fn from(error: TrustFileError) -> Self {
        match error {
            TrustFileError::NotFound { path } => Self::NoSuchFile { file: shown(&path).into() },
            TrustFileError::Exists { path } => Self::FileExists { file: shown(&path).into() },
            TrustFileError::Unreadable { path, source } => of_reading(&path, &source),
            TrustFileError::Unwritable { path, source } => of_writing(&path, &source),
            error @ TrustFileError::Malformed { .. } => Self::of_client(&error, Exit::Configuration),
        }
    }
}

impl From<HashError> for CliError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::NotFound { path } => Self::NoSuchFile { file: shown(&path).into() },
            HashError::Directory { path } => Self::IsDirectory { file: shown(&path).into() },
            HashError::NotAFile { path } => Self::NotAFile { file: shown(&path).into() },
            HashError::PermissionDenied { path } => Self::Unreadable { file: shown(&path).into() },
            HashError::ChangedWhileReading { path } => Self::FileChanged { file: shown(&path).into() },
            HashError::Io { path, source } => of_reading(&path, &source),
        }
    }
}

impl From<DocumentError> for CliError {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Hash(error) => error.into(),
            DocumentError::Empty { path } => Self::EmptyFile { file: shown(&path).into() },
        }
    }
}

/// A file that the system does not read.
pub fn of_reading(path: &Path, error: &io::Error) -> CliError {
    let file = shown(path).into();
    match error.kind() {
        io::ErrorKind::NotFound => CliError::NoSuchFile { file },
        io::ErrorKind::IsADirectory => CliError::IsDirectory { file },
        io::ErrorKind::PermissionDenied => CliError::Unreadable { file },
        io::ErrorKind::InvalidFilename => CliError::FileName { file },
        _ if is_circle(error) => CliError::LinkCircle { file },
        _ => CliError::Io { file, reason: error.into() },
    }
}

/// A file that the system does not write.
pub fn of_writing(path: &Path, error: &io::Error) -> CliError {
    let file = shown(path).into();
    match error.kind() {
        io::ErrorKind::AlreadyExists => CliError::FileExists { file },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => CliError::Unwritable { file },
        // What is written is new, so only its folder can be missing.
        io::ErrorKind::NotFound => missing_folder(path),
        io::ErrorKind::IsADirectory => CliError::IsDirectory { file },
        io::ErrorKind::InvalidFilename => CliError::FileName { file },
        _ if is_circle(error) => CliError::LinkCircle { file },
        _ => CliError::Io { file, reason: error.into() },
    }
}

/// A table that can't be read.
pub fn of_table(path: &Path, error: &TableError) -> CliError {
    let file = shown(path).into();
    match error {
        TableError::Unreadable { source, .. } => of_reading(path, source),
        TableError::TooLarge | TableError::Unpacks => CliError::TableTooLarge { file },
        TableError::OldExcel | TableError::Markup | TableError::NotWorkbook | TableError::NotText => {
            CliError::TableFormat { file }
        }
        TableError::Encrypted => CliError::TableEncrypted { file },
        TableError::Damaged { reason } => CliError::TableDamaged { file, reason: reason.into() },
        TableError::Empty | TableError::NoSheet { .. } => CliError::ListEmpty { file },
        TableError::Undecodable { line } => CliError::TableEncoding { file, line: line.into() },
        TableError::UnclosedQuote { address } => CliError::TableQuote { file, cell: address.into() },
        TableError::TooManyRows { address }
        | TableError::TooManyColumns { address }
        | TableError::TooLong { address }
        | TableError::MergedTooMuch { address } => CliError::TableBounds { file, cell: address.into() },
    }
}

/// A cell that can't be read as what it should be.
pub fn of_cell(error: &CellError) -> CliError {
    let raw = error.raw().unwrap_or_default().into();
    match error {
        // Whoever reads a cell asks first whether anything is in it.
        CellError::Empty { .. } | CellError::NotDay { .. } => CliError::CellNotDay { raw },
        CellError::Failed { .. } => CliError::CellFailed { raw },
        CellError::NotCalculated { .. } => CliError::CellNotCalculated,
        CellError::ControlCharacter { character, .. } => {
            CliError::CellControl { raw, character: format!("{character:04X}").into() }
        }
        CellError::Destroyed { .. } => CliError::CellDestroyed { raw },
        CellError::AmbiguousDay { .. } => CliError::CellAmbiguousDay { raw },
        CellError::ShortYear { .. } => CliError::CellShortYear { raw },
        CellError::NoSuchDay { .. } => CliError::CellNoSuchDay { raw },
        CellError::TimeOfDay { .. } => CliError::CellTimeOfDay { raw },
    }
}

/// A file that cannot be written because its folder is not there.
pub fn missing_folder(path: &Path) -> CliError {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    CliError::NoSuchFolder { folder: shown(folder).into(), file: shown(path).into() }
}

/// Whether symbolic links lead back to themselves, for which the standard library has no stable name yet.
fn is_circle(error: &io::Error) -> bool {
    let code = if cfg!(target_os = "linux") { 40 } else { 62 };
    cfg!(unix) && error.raw_os_error() == Some(code)
}

/// What the chain would say, said before anything is sent.
pub fn refused_by(pallet: &str, error: &str) -> CliError {
    SubmitError::Failed(ModuleError { pallet: pallet.to_owned(), error: error.to_owned() }).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use jiandu_client::key_file::PhraseError;
    use jiandu_primitives::{chain::GenesisHash, refusal::Refusal};
    use std::{path::PathBuf, time::Duration};

    fn failed(pallet: &str, error: &str) -> SubmitError {
        SubmitError::Failed(ModuleError { pallet: pallet.to_owned(), error: error.to_owned() })
    }

    #[test]
    fn errors_of_the_client_should_end_with_the_codes_of_the_conventions() {
        let genesis = |byte| GenesisHash([byte; 32]);
        let path = || PathBuf::from("a");
        let cases: Vec<(CliError, u8)> = vec![
            (ConnectionError::BadUrl { url: "a".into() }.into(), 2),
            (ConnectionError::Unreachable { url: "a".into(), reason: "b".into() }.into(), 7),
            (ConnectionError::WrongChain { expected: genesis(1), found: genesis(2) }.into(), 10),
            (ConnectionError::NotJiandu.into(), 10),
            (ConnectionError::Incompatible { item: "a".into() }.into(), 9),
            (ConnectionError::Lost { reason: "a".into() }.into(), 7),
            (ConnectionError::Timeout { after: Duration::from_secs(1) }.into(), 5),
            (ConnectionError::Rpc { code: -1, message: "a".into() }.into(), 1),
            (ConnectionError::Malformed { item: "a".into() }.into(), 1),
            (SubmitError::Refused(Refusal::UnknownKey).into(), 6),
            (failed("Members", "NotAdministrator").into(), 6),
            (failed("Records", "StaleHead").into(), 1),
            (failed("Archives", "NotTheRegistrar").into(), 6),
            (failed("Archives", "SamePerson").into(), 6),
            (failed("Archives", "UnknownProposal").into(), 11),
            (failed("Records", "UnknownRecord").into(), 11),
            (failed("Records", "PlainDigestsNotPublic").into(), 1),
            (SubmitError::Dispatch("BadOrigin".into()).into(), 6),
            (SubmitError::NotFinal { block: None }.into(), 5),
            (SubmitError::UnknownMotion { index: 1 }.into(), 11),
            (SubmitError::Busy.into(), 1),
            (SubmitError::Connection(ConnectionError::NotJiandu).into(), 10),
            (EvidenceError::FalseHeader.into(), 3),
            (VerifyError::from(ClaimError::OtherGenesis { found: genesis(2) }).into(), 10),
            (VerifyError::from(ClaimError::GenesisMissing).into(), 3),
            (SubmitError::Invalid(InvalidReason::BadProof).into(), 8),
            (EvidenceError::OtherValidators { trusted: 1, found: 2 }.into(), 5),
            (EvidenceError::NotFinal { at_least: 2, newest: None }.into(), 5),
            (EvidenceError::Connection(ConnectionError::Lost { reason: "a".into() }).into(), 7),
            (VerifyError::File(jiandu_client::verifier::FileError::NotEvidence).into(), 3),
            (KeyError::NotFound { path: path() }.into(), 8),
            (KeyError::Exists { path: path() }.into(), 8),
            (KeyError::WrongPassword { path: path() }.into(), 8),
            (KeyError::EmptyPassword.into(), 8),
            (KeyError::BadPhrase(PhraseError::Checksum).into(), 8),
            (KeyError::UnknownDevKey { name: "Mallory".into() }.into(), 2),
            (TrustFileError::Malformed { path: path(), reason: "a" }.into(), 9),
            (TrustFileError::NotFound { path: path() }.into(), 2),
            (HashError::NotFound { path: path() }.into(), 2),
            (HashError::Directory { path: path() }.into(), 2),
            (HashError::NotAFile { path: path() }.into(), 2),
            (HashError::PermissionDenied { path: path() }.into(), 6),
            (HashError::ChangedWhileReading { path: path() }.into(), 1),
            (DocumentError::Empty { path: path() }.into(), 2),
        ];
        for (error, number) in cases {
            assert_eq!(error.exit().number(), number, "{}", error.code());
            for language in Language::ALL {
                assert!(!error.message(language).is_empty(), "{} in {}", error.code(), language.tag());
                assert!(!error.help(language).is_empty(), "{} in {}", error.code(), language.tag());
            }
        }
    }

    #[test]
    fn an_error_of_a_pallet_should_be_known_by_pallet_and_name() {
        assert_eq!(CliError::from(failed("Records", "StaleHead")).code(), "records-stale-head");
    }

    #[test]
    fn errors_of_the_system_should_be_told_apart() {
        let code = |error: CliError| error.code().to_owned();
        let of = |kind| io::Error::from(kind);
        assert_eq!(code(of_reading(Path::new("a"), &of(io::ErrorKind::NotFound))), "no-such-file");
        assert_eq!(code(of_reading(Path::new("a"), &of(io::ErrorKind::PermissionDenied))), "unreadable");
        assert_eq!(code(of_writing(Path::new("a"), &of(io::ErrorKind::AlreadyExists))), "file-exists");
        assert_eq!(code(of_writing(Path::new("a"), &of(io::ErrorKind::PermissionDenied))), "unwritable");
        assert_eq!(code(of_writing(Path::new("a"), &of(io::ErrorKind::StorageFull))), "io");
        assert_eq!(code(of_writing(Path::new("a"), &of(io::ErrorKind::InvalidFilename))), "file-name");
        let missing = of_writing(Path::new("none/a"), &of(io::ErrorKind::NotFound));
        assert!(missing.code() == "no-such-folder" && missing.message(Language::English).contains("“none”"));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_should_be_told() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("loop");
        std::os::unix::fs::symlink(&path, &path).expect("linked");
        let error = std::fs::metadata(&path).expect_err("a circle");
        assert_eq!(of_reading(&path, &error).code(), "link-circle");
    }
}
