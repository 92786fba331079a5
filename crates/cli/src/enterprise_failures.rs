//! The client's errors about enterprises and archives as our own.

use crate::{
    error::{shown, CliError},
    failures::{of_reading, of_writing},
};
use jiandu_client::{enterprises::QueryError, handover::HandoverError};
use jiandu_primitives::{code::CodeError, did::DidError, name::MAX_NAME, uscc::UsccError};
use std::path::PathBuf;

/// A text that is nothing that an enterprise could be looked up by.
pub fn of_query(text: &str, error: &QueryError) -> CliError {
    match error {
        QueryError::Uscc(error) => of_uscc(text, *error),
        QueryError::Code(error) => of_code(text, *error),
        QueryError::Did(error) => of_did(text, *error),
        QueryError::Name => of_name(text),
    }
}

/// A text that is no USCC.
fn of_uscc(text: &str, error: UsccError) -> CliError {
    let uscc = text.into();
    match error {
        UsccError::Length { found } => CliError::UsccLength { uscc, found: found.into() },
        UsccError::Symbol { position } => CliError::UsccSymbol { uscc, position: position.into() },
        UsccError::CheckCharacter => CliError::UsccCheck { uscc },
    }
}

/// A text that is no enterprise's code.
pub fn of_code(text: &str, error: CodeError) -> CliError {
    let code = text.trim().into();
    match error {
        CodeError::Region { .. } => CliError::CodeRegion { code },
        CodeError::Digits { found, expected } => {
            CliError::CodeDigits { code, found: found.into(), expected: expected.into() }
        }
        CodeError::NotAscii { position } | CodeError::NotDigit { position } => {
            CliError::CodeCharacter { code, position: position.into() }
        }
        CodeError::Tier { position } => CliError::CodeTier { code, position: position.into() },
        CodeError::Trailing { position } | CodeError::NoPoint { position } => {
            CliError::CodeTrailing { code, position: position.into() }
        }
        // Of codes of products and investors, which a DID may hold.
        CodeError::Kind { .. }
        | CodeError::KindLength { .. }
        | CodeError::IssueLength { .. }
        | CodeError::Class { .. }
        | CodeError::Number { .. } => CliError::NotACode { code },
    }
}

/// A text that is no DID.
fn of_did(text: &str, error: DidError) -> CliError {
    let did = text.trim().into();
    match error {
        DidError::Scheme | DidError::Method => CliError::DidMethod { did },
        DidError::Character { position } => CliError::DidCharacter { did, position: position.into() },
        DidError::Chain { position } => CliError::DidChain { did, position: position.into() },
        DidError::NoSubject { .. } => CliError::DidNoSubject { did },
        // What leads to a natural person is not repeated.
        DidError::Investor { .. } => CliError::DidInvestor,
        DidError::Enterprise(error) => of_code(text, error),
        DidError::Organisation(error) => match error {
            // Positions are those in the DID; a length is that of the code in it.
            UsccError::Symbol { .. } => of_uscc(text, error),
            UsccError::Length { .. } | UsccError::CheckCharacter => {
                of_uscc(text.rsplit(':').next().unwrap_or(text), error)
            }
        },
        DidError::OtherRegion { chain, code } => {
            CliError::DidOtherRegion { did, chain: chain.name().into(), region: code.letters().into() }
        }
    }
}

/// A text that is no registered name.
pub fn of_name(text: &str) -> CliError {
    // As long as the business register would write it: see `jiandu_client::enterprises::registered_name`.
    let found = text.trim().replace('(', "（").replace(')', "）").len();
    match u32::try_from(found) {
        Ok(1..=MAX_NAME) => CliError::EnterpriseName { name: text.trim().into() },
        _ => CliError::EnterpriseNameLength { found: found.into(), most: MAX_NAME.into() },
    }
}

/// A submission that can't be read or written, or whose documents are not those that the checker has in these files.
pub fn of_submission(error: HandoverError, files: &[PathBuf]) -> CliError {
    match error {
        HandoverError::Malformed { path } => CliError::NoSubmission { file: shown(&path).into() },
        HandoverError::Unreadable { path, source } => of_reading(&path, &source),
        HandoverError::Unwritable { path, source } => of_writing(&path, &source),
        HandoverError::OtherDocument { number } => {
            let file = number.checked_sub(1).and_then(|index| files.get(index)).map(|file| shown(file));
            CliError::OtherDocument { number: number.into(), file: file.unwrap_or_default().into() }
        }
        HandoverError::OtherCount { found, expected } => {
            CliError::OtherDocumentCount { found: found.into(), expected: expected.into() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use std::{io, path::Path};

    fn of(text: &str) -> CliError {
        let query = text.parse::<jiandu_client::enterprises::Query>();
        of_query(text, &query.expect_err("no query"))
    }

    #[test]
    fn every_wrong_name_of_an_enterprise_should_have_its_own_error() {
        for (text, code) in [
            ("91350100M000100Y4", "uscc-length"),
            ("9135O100M000100Y43", "uscc-symbol"),
            ("91350100M000100Y44", "uscc-check"),
            ("HN00001", "code-digits"),
            ("did:web:example", "did-method"),
            ("did:rem:hunan:HN00 0001G", "did-character"),
            ("did:rem:henann:HA000001", "did-chain"),
            ("did:rem:hunan", "did-no-subject"),
            ("did:rem:hunan:Q000000001", "did-investor"),
            ("did:rem:hunan:HN000001X", "code-tier"),
            ("did:rem:hunan:HN000001G.2101", "not-a-code"),
            ("did:rem:hunan:91430100MADEW00088", "uscc-check"),
            ("did:rem:henan:HN000001G", "did-other-region"),
            ("  ", "enterprise-name-length"),
            ("零\u{200b}宽", "enterprise-name"),
        ] {
            let error = of(text);
            assert_eq!((error.code(), error.exit().number()), (code, 2), "{text}");
            for language in Language::ALL {
                assert!(!error.message(language).is_empty() && !error.help(language).is_empty(), "{text}");
            }
        }
        assert!(!of("did:rem:hunan:Q000000001").message(Language::Chinese).contains("Q000000001"));
        assert!(of("did:rem:hunan:9143").message(Language::Chinese).contains("“9143”"));
    }

    #[test]
    fn errors_of_submissions_should_name_the_file() {
        let path = || PathBuf::from("a.json");
        let files = [PathBuf::from("one.pdf"), PathBuf::from("two.pdf")];
        let other = of_submission(HandoverError::OtherDocument { number: 2 }, &files);
        assert_eq!((other.code(), other.exit().number()), ("other-document", 3));
        assert!(other.message(Language::English).contains("two.pdf"));
        let count = of_submission(HandoverError::OtherCount { found: 1, expected: 2 }, &files);
        assert_eq!((count.code(), count.exit().number()), ("other-document-count", 3));
        let missing = HandoverError::Unreadable { path: path(), source: io::ErrorKind::NotFound.into() };
        assert_eq!(of_submission(missing, &[]).code(), "no-such-file");
        let exists = HandoverError::Unwritable { path: path(), source: io::ErrorKind::AlreadyExists.into() };
        assert_eq!(of_submission(exists, &[]).code(), "file-exists");
        let malformed = of_submission(HandoverError::Malformed { path: path() }, &[]);
        assert_eq!((malformed.code(), malformed.exit().number()), ("no-submission", 2));
        assert!(malformed.message(Language::Chinese).contains(&shown(Path::new("a.json"))));
    }
}
