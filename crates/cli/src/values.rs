//! How words of the command line become values, each refusal with its own error.

use crate::error::CliError;
use jiandu_client::{
    connection::{without_secrets, ConnectionError},
    AccountId,
};
use jiandu_primitives::{
    chain::GenesisHash,
    digest::{ContentHash, DigestError},
    member::{Handle, MAX_NAME},
    record::{ExternalId, ExternalIdError, ObjectId, Subject, VersionRef, MAX_EXTERNAL_ID},
    uscc::{Uscc, UsccError},
};
use jiff::{civil, tz::TimeZone, Timestamp};
use std::time::Duration;

/// A record as a person names it: by its id, or by its subject and external id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordAddress(pub ObjectId);

/// 统一社会信用代码.
pub fn uscc(text: &str) -> Result<Uscc, CliError> {
    text.parse().map_err(|error| match error {
        UsccError::Length { found } => CliError::UsccLength { uscc: text.into(), found: found.into() },
        UsccError::Symbol { position } => CliError::UsccSymbol { uscc: text.into(), position: position.into() },
        UsccError::CheckCharacter => CliError::UsccCheck { uscc: text.into() },
    })
}

/// Whom a record is about.
pub fn subject(text: &str) -> Result<Subject, CliError> {
    uscc(text).map(Subject::Uscc)
}

/// The name of a record by its submitter.
pub fn external_id(text: &str) -> Result<ExternalId, CliError> {
    text.parse().map_err(|error| match error {
        ExternalIdError::Length { found } => CliError::IdLength { found: found.into(), most: MAX_EXTERNAL_ID.into() },
        ExternalIdError::Character { position } => CliError::IdCharacter { id: text.into(), position: position.into() },
    })
}

/// `ALG:HEX`.
pub fn digest(text: &str) -> Result<ContentHash, CliError> {
    text.parse().map_err(|error| match error {
        DigestError::NoAlgorithm => CliError::DigestNoAlgorithm { digest: text.into() },
        DigestError::UnknownAlgorithm => CliError::DigestUnknownAlgorithm { digest: text.into() },
        DigestError::Length { found } => CliError::DigestLength { found: found.into() },
        DigestError::NotHex { position } => CliError::DigestNotHex { position: position.into() },
    })
}

/// A genesis hash, with or without `0x`.
pub fn genesis(text: &str) -> Result<GenesisHash, CliError> {
    text.trim().parse().map_err(|_| CliError::BadGenesis { value: text.into() })
}

/// A record: 64 hexadecimal digits, or `USCC/EXTERNAL_ID`.
pub fn record(text: &str) -> Result<RecordAddress, CliError> {
    if let Some((of, id)) = text.split_once('/') {
        return Ok(RecordAddress(ObjectId::new(&subject(of)?, &external_id(id)?)));
    }
    text.trim().parse().map(RecordAddress).map_err(|_| CliError::BadRecord { value: text.into() })
}

/// `version.revision`, with or without a `v` before it.
pub fn version(text: &str) -> Result<VersionRef, CliError> {
    let bad = || CliError::BadVersion { value: text.into() };
    let (version, revision) = text.strip_prefix('v').unwrap_or(text).split_once('.').ok_or_else(bad)?;
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().ok_or_else(bad)
    };
    Ok(VersionRef { version: number(version)?, revision: number(revision)? })
}

/// An account in its SS58 form, or a public key of 64 hexadecimal digits after `0x`.
pub fn account(text: &str) -> Result<AccountId, CliError> {
    let bad = || CliError::BadAccount { value: text.into() };
    match text.trim().strip_prefix("0x") {
        // Any identifier of 32 bytes reads hexadecimal.
        Some(public) => public.parse::<ObjectId>().map(|bytes| AccountId(bytes.0)).map_err(|_| bad()),
        None => text.trim().parse().map_err(|_| bad()),
    }
}

/// 经办人代号: 16 hexadecimal digits.
pub fn handle(text: &str) -> Result<Handle, CliError> {
    text.trim().parse().map_err(|_| CliError::BadHandle { value: text.into() })
}

/// A moment in Unix seconds: a day (its beginning in Beijing), or a time with its offset as in RFC 3339.
pub fn time(text: &str) -> Result<u64, CliError> {
    let day = |day: civil::Date| day.to_zoned(TimeZone::fixed(crate::moment::BEIJING)).map(|zoned| zoned.timestamp());
    let timestamp = match text.parse::<Timestamp>() {
        Ok(timestamp) => Ok(timestamp),
        // A date is also the beginning of a longer text, so its length decides.
        Err(error) if text.len() != "2026-04-14".len() => Err(error),
        Err(_) => text.parse::<civil::Date>().and_then(day),
    };
    let seconds = timestamp.map(Timestamp::as_second).map_err(|_| CliError::BadTime { value: text.into() })?;
    u64::try_from(seconds).map_err(|_| CliError::BadTime { value: text.into() })
}

/// A whole number, such as a motion's.
pub fn number(text: &str) -> Result<u32, CliError> {
    text.parse().map_err(|_| CliError::BadNumber { value: text.into() })
}

/// A number of seconds above 0, at most a day.
pub fn seconds(text: &str) -> Result<Duration, CliError> {
    match text.parse() {
        Ok(seconds @ 1..=86_400) => Ok(Duration::from_secs(seconds)),
        _ => Err(CliError::BadSeconds { value: text.into() }),
    }
}

/// The registered name of an organisation.
pub fn name(text: &str) -> Result<String, CliError> {
    let (name, most) = (text.trim(), usize::try_from(MAX_NAME).unwrap_or(usize::MAX));
    if name.is_empty() || name.len() > most {
        return Err(CliError::BadName { found: name.len().into(), most: most.into() });
    }
    Ok(name.to_owned())
}

/// The address of a node.
pub fn url(text: &str) -> Result<String, CliError> {
    let rest = text.strip_prefix("ws://").or_else(|| text.strip_prefix("wss://"));
    match rest {
        Some(rest) if !rest.is_empty() && !text.contains(char::is_whitespace) => Ok(text.to_owned()),
        _ => Err(ConnectionError::BadUrl { url: without_secrets(text) }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const USCC: &str = "91350100M000100Y43";

    fn code<T: std::fmt::Debug>(result: Result<T, CliError>) -> String {
        result.expect_err("refused").code().to_owned()
    }

    #[test]
    fn a_wrong_uscc_should_name_the_rule_that_it_breaks() {
        assert!(uscc(USCC).is_ok());
        assert_eq!(code(uscc("91350100M000100Y4")), "uscc-length");
        assert_eq!(code(uscc("9135O100M000100Y43")), "uscc-symbol");
        assert_eq!(code(uscc("91350100M000100Y44")), "uscc-check");
    }

    #[test]
    fn a_record_should_be_named_by_id_or_by_subject_and_external_id() {
        let id = ObjectId::new(&subject(USCC).expect("valid"), &external_id("annual-2025").expect("valid"));
        assert_eq!(record(&format!("{USCC}/annual-2025")), Ok(RecordAddress(id)));
        assert_eq!(record(&id.to_string()), Ok(RecordAddress(id)));
        assert_eq!(record(&format!("0x{id}")), Ok(RecordAddress(id)));
        assert_eq!(code(record("annual-2025")), "bad-record");
        assert_eq!(code(record(&format!("{USCC}/年报"))), "id-character");
        assert_eq!(code(record("91350100M000100Y44/a")), "uscc-check");
    }

    #[test]
    fn a_version_should_be_two_numbers() {
        assert_eq!(version("3.1"), Ok(VersionRef { version: 3, revision: 1 }));
        assert_eq!(version("v0.0"), Ok(VersionRef { version: 0, revision: 0 }));
        for bad in ["", "3", "3.", ".1", "-1.0", "+1.0", "1.0.0", "4294967296.0", "一.0"] {
            assert_eq!(code(version(bad)), "bad-version", "{bad}");
        }
    }

    #[test]
    fn a_day_should_begin_in_beijing() {
        assert_eq!(time("2026-04-14"), Ok(1_776_096_000));
        assert_eq!(time("2026-04-13T16:00:00Z"), Ok(1_776_096_000));
        assert_eq!(time("2026-04-14T00:00:00+08:00"), Ok(1_776_096_000));
        for bad in ["", "yesterday", "2026-02-30", "2026-04-14T10:00:00", "1900-01-01"] {
            assert_eq!(code(time(bad)), "bad-time", "{bad}");
        }
    }

    #[test]
    fn other_values_should_be_refused_with_their_own_errors() {
        assert_eq!(code(digest("abc")), "digest-no-algorithm");
        assert_eq!(code(digest("md5:abc")), "digest-unknown-algorithm");
        assert_eq!(code(digest("sm3:abc")), "digest-length");
        assert_eq!(code(digest(&format!("sm3:{}", "g".repeat(64)))), "digest-not-hex");
        assert_eq!(code(genesis("0x12")), "bad-genesis");
        assert_eq!(code(account("alice")), "bad-account");
        assert_eq!(code(handle("7")), "bad-handle");
        assert_eq!(code(seconds("0")), "bad-seconds");
        assert_eq!(code(seconds("-1")), "bad-seconds");
        assert_eq!(code(name("  ")), "bad-name");
        assert_eq!(code(url("http://127.0.0.1:9944")), "connection-bad-url");
        assert_eq!(code(url("ws://")), "connection-bad-url");
        assert!(url("wss://node.example:443/rpc").is_ok());
        for secret in ["http://clerk:hunter2@node", "clerk:hunter2@node:9944", "https://node/?token=hunter2"] {
            let error = url(secret).expect_err("refused");
            assert!(!error.message(Language::English).contains("hunter2"), "{secret}");
        }
    }
}
