//! Errors in words: what happened, and what to do next.

use super::{kebab, text, try_text, Language};
use crate::{
    connection::ConnectionError,
    evidence::{EvidenceError, TrustFileError},
    hash::HashError,
    key_file::{KeyError, PhraseError},
    records::DocumentError,
    submit::{InvalidReason, ModuleError, SubmitError},
};
use jiandu_primitives::refusal::Refusal;
use jiandu_verifier::{ClaimError, Conflict, FinalityError, VerifyError};
use serde::Serialize;
use std::path::Path;

/// An error that has a text.
pub trait Explain {
    /// The key of its text; what to do next is the attribute `next`.
    fn key(&self) -> String;

    /// The arguments of its text.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// An error in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What happened, and where.
    pub what: String,
    /// What to do next.
    pub next: String,
}

/// What to tell a person about an error.
pub fn explain(language: Language, error: &(impl Explain + ?Sized)) -> Explanation {
    let key = error.key();
    let args = error.args();
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Explanation {
        what: text(language, &key, &args),
        next: try_text(language, &format!("{key}.next"), &args).unwrap_or_default(),
    }
}

/// The key of a pallet's error; `error-unknown` where a newer chain has one that there is no text for.
pub fn module_error_key(error: &ModuleError) -> String {
    let key = format!("error-{}-{}", kebab(&error.pallet), kebab(&error.error));
    // The texts of pallet errors take no arguments.
    if try_text(Language::default(), &key, &[]).is_some() {
        key
    } else {
        "error-unknown".to_owned()
    }
}

/// The key of a refusal.
pub fn refusal_key(refusal: Refusal) -> String {
    format!("refusal-{}", refusal.name())
}

/// The key of a reason why a transaction is invalid.
pub fn invalid_key(reason: InvalidReason) -> String {
    format!("invalid-{}", reason.name())
}

/// The key of one of the verifier's codes.
pub fn verify_key(code: &str) -> String {
    format!("verify-{code}")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl Explain for ModuleError {
    fn key(&self) -> String {
        module_error_key(self)
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("pallet", self.pallet.clone()), ("error", self.error.clone())]
    }
}

impl Explain for Refusal {
    fn key(&self) -> String {
        refusal_key(*self)
    }
}

impl Explain for InvalidReason {
    fn key(&self) -> String {
        invalid_key(*self)
    }
}

impl Explain for Conflict {
    fn key(&self) -> String {
        verify_key(Self::CODE)
    }
}

impl Explain for VerifyError {
    fn key(&self) -> String {
        verify_key(self.code())
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Claim(ClaimError::OtherGenesis { found }) => vec![("found", found.to_string())],
            Self::Claim(ClaimError::Incomplete { found, needed }) => {
                vec![("found", found.to_string()), ("needed", needed.to_string())]
            }
            Self::Finality(FinalityError::TooFewVotes { found, needed }) => {
                vec![("found", found.to_string()), ("needed", needed.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

impl Explain for ConnectionError {
    fn key(&self) -> String {
        let name = match self {
            Self::BadUrl { .. } => "bad-url",
            Self::Unreachable { .. } => "unreachable",
            Self::WrongChain { .. } => "wrong-chain",
            Self::NotJiandu => "not-jiandu",
            Self::Incompatible { .. } => "incompatible",
            Self::Lost { .. } => "lost",
            Self::Timeout { .. } => "timeout",
            Self::Rpc { .. } => "rpc",
            Self::Malformed { .. } => "malformed",
        };
        format!("connection-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BadUrl { url } => vec![("url", url.clone())],
            Self::Unreachable { url, reason } => vec![("url", url.clone()), ("reason", reason.clone())],
            Self::WrongChain { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::NotJiandu => Vec::new(),
            Self::Incompatible { item } | Self::Malformed { item } => vec![("item", item.clone())],
            Self::Lost { reason } => vec![("reason", reason.clone())],
            Self::Timeout { after } => vec![("seconds", after.as_secs().to_string())],
            Self::Rpc { code, message } => vec![("code", code.to_string()), ("message", message.clone())],
        }
    }
}

impl Explain for KeyError {
    fn key(&self) -> String {
        let name = match self {
            Self::NotFound { .. } => "not-found",
            Self::Exists { .. } => "exists",
            Self::Malformed { .. } => "malformed",
            Self::WrongPassword { .. } => "wrong-password",
            Self::EmptyPassword => "empty-password",
            Self::BadPhrase(error) => return error.key(),
            Self::UnknownDevKey { .. } => "unknown-dev-key",
            Self::DevKeyElsewhere { .. } => "dev-key-elsewhere",
            Self::NoRandomness => "no-randomness",
            Self::Unreadable { .. } | Self::Unwritable { .. } => "io",
        };
        format!("key-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFound { path } | Self::Exists { path } | Self::WrongPassword { path } => {
                vec![("path", shown(path))]
            }
            Self::Malformed { path, .. } => vec![("path", shown(path))],
            Self::BadPhrase(error) => error.args(),
            Self::UnknownDevKey { name } => {
                vec![("name", name.clone()), ("known", crate::key_file::DEV_NAMES.join(", "))]
            }
            Self::DevKeyElsewhere { chain } => vec![("chain", chain.clone())],
            Self::Unreadable { path, source } | Self::Unwritable { path, source } => {
                vec![("path", shown(path)), ("reason", source.to_string())]
            }
            Self::EmptyPassword | Self::NoRandomness => Vec::new(),
        }
    }
}

impl Explain for PhraseError {
    fn key(&self) -> String {
        let name = match self {
            Self::Empty => "empty",
            Self::WordCount { .. } => "word-count",
            Self::UnknownWord { .. } => "unknown-word",
            Self::Checksum => "checksum",
            Self::Seed => "seed",
        };
        format!("phrase-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::WordCount { found } => vec![("found", found.to_string())],
            Self::UnknownWord { position } => vec![("position", position.to_string())],
            Self::Empty | Self::Checksum | Self::Seed => Vec::new(),
        }
    }
}

impl Explain for HashError {
    fn key(&self) -> String {
        let name = match self {
            Self::NotFound { .. } => "not-found",
            Self::Directory { .. } => "directory",
            Self::NotAFile { .. } => "special",
            Self::PermissionDenied { .. } => "permission-denied",
            Self::ChangedWhileReading { .. } => "changed-while-reading",
            Self::Io { .. } => "io",
        };
        format!("file-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFound { path }
            | Self::Directory { path }
            | Self::NotAFile { path }
            | Self::PermissionDenied { path }
            | Self::ChangedWhileReading { path } => vec![("path", shown(path))],
            Self::Io { path, source } => vec![("path", shown(path)), ("reason", source.to_string())],
        }
    }
}

impl Explain for DocumentError {
    fn key(&self) -> String {
        match self {
            Self::Hash(error) => error.key(),
            Self::Empty { .. } => "file-empty".to_owned(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Hash(error) => error.args(),
            Self::Empty { path } => vec![("path", shown(path))],
        }
    }
}

impl Explain for SubmitError {
    fn key(&self) -> String {
        let name = match self {
            Self::Refused(refusal) => return refusal.key(),
            Self::Failed(error) => return error.key(),
            Self::Invalid(reason) => return reason.key(),
            Self::Connection(error) => return error.key(),
            Self::Dispatch(name) if name == "BadOrigin" => "bad-origin",
            Self::Dispatch(_) => "dispatch",
            Self::NotFinal { block: Some(_) } => "not-final",
            Self::NotFinal { block: None } => "not-in-block",
            Self::Busy => "busy",
            Self::UnknownMotion { .. } => "unknown-motion",
            Self::TooMany { .. } => "too-many",
            Self::Encoding(_) => "encoding",
            Self::NoEvent => "no-event",
        };
        format!("submit-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Refused(refusal) => refusal.args(),
            Self::Failed(error) => error.args(),
            Self::Invalid(reason) => reason.args(),
            Self::Connection(error) => error.args(),
            Self::Dispatch(name) => vec![("name", name.clone())],
            Self::NotFinal { block } => block.iter().map(|block| ("block", block.to_string())).collect(),
            Self::UnknownMotion { index } => vec![("index", index.to_string())],
            Self::TooMany { found, limit } => vec![("found", found.to_string()), ("limit", limit.to_string())],
            Self::Encoding(reason) => vec![("reason", reason.clone())],
            Self::Busy | Self::NoEvent => Vec::new(),
        }
    }
}

impl Explain for EvidenceError {
    fn key(&self) -> String {
        let name = match self {
            Self::Connection(error) => return error.key(),
            Self::NotProven(error) => return error.key(),
            Self::NotFinal { newest: Some(_), .. } => "not-final",
            Self::NotFinal { newest: None, .. } => "nothing-final",
            Self::OtherValidators { .. } => "other-validators",
            Self::FalseHeader => "false-header",
        };
        format!("evidence-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Connection(error) => error.args(),
            Self::NotProven(error) => error.args(),
            Self::NotFinal { at_least, newest } => {
                let newest = newest.iter().map(|newest| ("newest", newest.to_string()));
                newest.chain([("at_least", at_least.to_string())]).collect()
            }
            Self::OtherValidators { trusted, found } => {
                vec![("trusted", trusted.to_string()), ("found", found.to_string())]
            }
            Self::FalseHeader => Vec::new(),
        }
    }
}

impl Explain for TrustFileError {
    fn key(&self) -> String {
        let name = match self {
            Self::NotFound { .. } => "not-found",
            Self::Exists { .. } => "exists",
            Self::Malformed { .. } => "malformed",
            Self::Unreadable { .. } | Self::Unwritable { .. } => "io",
        };
        format!("trust-file-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFound { path } | Self::Exists { path } | Self::Malformed { path, .. } => {
                vec![("path", shown(path))]
            }
            Self::Unreadable { path, source } | Self::Unwritable { path, source } => {
                vec![("path", shown(path)), ("reason", source.to_string())]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::chain::GenesisHash;
    use std::{io, path::PathBuf, time::Duration};

    /// Every kind of every error of this library, so that a new one fails here until it has its texts.
    fn samples() -> Vec<Box<dyn Explain>> {
        let path = || PathBuf::from("年报.pdf");
        let text = || "文字".to_owned();
        let failed = || io::Error::other("文字");
        let genesis = |byte| GenesisHash([byte; 32]);
        vec![
            Box::new(ConnectionError::BadUrl { url: text() }),
            Box::new(ConnectionError::Unreachable { url: text(), reason: text() }),
            Box::new(ConnectionError::WrongChain { expected: genesis(1), found: genesis(2) }),
            Box::new(ConnectionError::NotJiandu),
            Box::new(ConnectionError::Incompatible { item: text() }),
            Box::new(ConnectionError::Lost { reason: text() }),
            Box::new(ConnectionError::Timeout { after: Duration::from_secs(30) }),
            Box::new(ConnectionError::Rpc { code: -32000, message: text() }),
            Box::new(ConnectionError::malformed("文字")),
            Box::new(KeyError::NotFound { path: path() }),
            Box::new(KeyError::Exists { path: path() }),
            Box::new(KeyError::Malformed { path: path(), reason: "" }),
            Box::new(KeyError::WrongPassword { path: path() }),
            Box::new(KeyError::EmptyPassword),
            Box::new(KeyError::BadPhrase(PhraseError::Empty)),
            Box::new(PhraseError::WordCount { found: 3 }),
            Box::new(PhraseError::UnknownWord { position: 3 }),
            Box::new(PhraseError::Checksum),
            Box::new(PhraseError::Seed),
            Box::new(KeyError::UnknownDevKey { name: text() }),
            Box::new(KeyError::DevKeyElsewhere { chain: text() }),
            Box::new(KeyError::NoRandomness),
            Box::new(KeyError::Unreadable { path: path(), source: failed() }),
            Box::new(KeyError::Unwritable { path: path(), source: failed() }),
            Box::new(HashError::NotFound { path: path() }),
            Box::new(HashError::Directory { path: path() }),
            Box::new(HashError::NotAFile { path: path() }),
            Box::new(HashError::PermissionDenied { path: path() }),
            Box::new(HashError::ChangedWhileReading { path: path() }),
            Box::new(DocumentError::Hash(HashError::Io { path: path(), source: failed() })),
            Box::new(DocumentError::Empty { path: path() }),
            Box::new(SubmitError::Refused(Refusal::UnknownKey)),
            Box::new(SubmitError::Failed(ModuleError { pallet: "Members".to_owned(), error: "KeyExists".to_owned() })),
            Box::new(SubmitError::Dispatch("BadOrigin".to_owned())),
            Box::new(SubmitError::Dispatch("Exhausted".to_owned())),
            Box::new(SubmitError::Invalid(InvalidReason::Stale)),
            Box::new(SubmitError::NotFinal { block: Some(7) }),
            Box::new(SubmitError::NotFinal { block: None }),
            Box::new(SubmitError::Busy),
            Box::new(SubmitError::UnknownMotion { index: 3 }),
            Box::new(SubmitError::TooMany { found: 300, limit: 256 }),
            Box::new(SubmitError::Encoding(text())),
            Box::new(SubmitError::NoEvent),
            Box::new(SubmitError::Connection(ConnectionError::NotJiandu)),
            Box::new(EvidenceError::NotProven(FinalityError::TooFewVotes { found: 1, needed: 3 }.into())),
            Box::new(EvidenceError::NotFinal { at_least: 9, newest: Some(7) }),
            Box::new(EvidenceError::NotFinal { at_least: 9, newest: None }),
            Box::new(EvidenceError::OtherValidators { trusted: 1, found: 2 }),
            Box::new(EvidenceError::FalseHeader),
            Box::new(EvidenceError::Connection(ConnectionError::NotJiandu)),
            Box::new(TrustFileError::NotFound { path: path() }),
            Box::new(TrustFileError::Exists { path: path() }),
            Box::new(TrustFileError::Malformed { path: path(), reason: "" }),
            Box::new(TrustFileError::Unreadable { path: path(), source: failed() }),
            Box::new(TrustFileError::Unwritable { path: path(), source: failed() }),
            Box::new(VerifyError::from(ClaimError::OtherGenesis { found: genesis(2) })),
            Box::new(VerifyError::from(ClaimError::Incomplete { found: 1, needed: 2 })),
            Box::new(Conflict),
        ]
    }

    #[test]
    fn every_error_should_say_what_it_is_and_what_to_do_next() {
        for error in samples() {
            for language in Language::ALL {
                let Explanation { what, next } = explain(language, error.as_ref());
                assert_ne!(what, error.key(), "{} lacks it", language.tag());
                assert!(!next.is_empty(), "{} does not say what to do about {}", language.tag(), error.key());
                assert!(!what.contains("{$") && !next.contains("{$"), "{what} {next}: an argument is missing");
            }
        }
    }
}
