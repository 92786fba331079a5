//! How words of the command line become values, each refusal with its own error.

use crate::error::CliError;
use jiandu_client::{
    connection::{without_secrets, ConnectionError},
    vault::{Locator, Recipient},
    AccountId,
};
use jiandu_primitives::{
    chain::GenesisHash,
    digest::{ContentHash, DigestError},
    header::{Label, LabelError, Schema},
    member::Handle,
    name::MAX_NAME,
    record::{ExternalId, ExternalIdError, ObjectId, Subject, VersionRef, MAX_EXTERNAL_ID},
    seal::MAX_SIGNER,
    uscc::{Uscc, UsccError},
};
use jiff::{civil, tz::TimeZone, Timestamp};
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    time::Duration,
};

/// Seconds of a day.
const DAY: u64 = 86_400;
/// The longest cooling-off period, as the runtime has it.
const MAX_COOLING_OFF: u64 = 90 * DAY;

/// A record as a person names it: by its id, or by its subject and external id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordAddress(pub ObjectId);

/// A file that becomes a document of a version, in place of what the version has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The version.
    pub version: u32,
    /// The file.
    pub file: PathBuf,
}

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
        DigestError::NotBase64 { position } => CliError::DigestNotBase64 { position: position.into() },
        DigestError::NotHexInside { position } => CliError::DigestNotHexInside { position: position.into() },
    })
}

/// A locator, also written as the digest `blake3:HEX` that it is.
pub fn locator(text: &str) -> Result<Locator, CliError> {
    text.strip_prefix("blake3:").unwrap_or(text).parse().map_err(|_| CliError::BadLocator { value: text.into() })
}

/// Who may read openings: a public key of age.
pub fn recipient(text: &str) -> Result<Recipient, CliError> {
    text.trim().parse().map_err(|_| CliError::BadRecipient { value: text.into() })
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

/// The number of a version, with or without a `v` before it.
pub fn version_number(text: &str) -> Result<u32, CliError> {
    let digits = text.strip_prefix('v').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().ok_or_else(|| CliError::BadNumber { value: text.into() })
}

/// `VERSION=FILE`; the file's name may have any encoding.
pub fn replacement(text: OsString) -> Result<Replacement, CliError> {
    let bad = || CliError::BadReplacement { value: text.to_string_lossy().into() };
    let (version, file) = at_equals(&text).filter(|(_, file)| !file.is_empty()).ok_or_else(bad)?;
    Ok(Replacement { version: version_number(version).map_err(|_| bad())?, file: file.into() })
}

/// What stands before and after the first `=`.
#[cfg(unix)]
fn at_equals(text: &OsStr) -> Option<(&str, &OsStr)> {
    use std::os::unix::ffi::OsStrExt;
    let bytes = text.as_bytes();
    let place = bytes.iter().position(|byte| *byte == b'=')?;
    let (before, after) = bytes.split_at_checked(place)?;
    Some((std::str::from_utf8(before).ok()?, OsStr::from_bytes(after.get(1..)?)))
}

/// What stands before and after the first `=`.
#[cfg(not(unix))]
fn at_equals(text: &OsStr) -> Option<(&str, &OsStr)> {
    text.to_str()?.split_once('=').map(|(before, after)| (before, OsStr::new(after)))
}

/// `PROTOCOL,VERSION,TYPE`: a comma is in none of them.
pub fn schema(text: &str) -> Result<Schema, CliError> {
    let parts: Vec<&str> = text.split(',').collect();
    let [protocol, version, object_type] = parts.as_slice() else {
        return Err(CliError::BadSchema { value: text.into() });
    };
    Ok(Schema { protocol: label(protocol)?, version: label(version)?, object_type: label(object_type)? })
}

/// The identifier of an SM2 signer.
pub fn signer(text: &str) -> Result<Label<MAX_SIGNER>, CliError> {
    label(text)
}

fn label<const N: u32>(text: &str) -> Result<Label<N>, CliError> {
    text.parse().map_err(|error| match error {
        LabelError::Length { found, most } => {
            CliError::LabelLength { label: text.into(), found: found.into(), most: most.into() }
        }
        LabelError::Character { position } => {
            CliError::LabelCharacter { label: text.into(), position: position.into() }
        }
    })
}

/// Two numbers of 32 bytes as 128 hexadecimal digits: an SM2 signature.
pub fn number_pair(text: &str) -> Result<[u8; 64], CliError> {
    let text = text.trim();
    if let Some(index) = text.chars().position(|character| !character.is_ascii_hexdigit()) {
        return Err(CliError::NumberPairDigit { position: index.saturating_add(1).into() });
    }
    let length = || CliError::NumberPairLength { found: text.len().into() };
    let (first, second) = text.split_at_checked(64).ok_or_else(length)?;
    let mut pair = [0; 64];
    for (half, digits) in pair.chunks_mut(32).zip([first, second]) {
        // Any identifier of 32 bytes reads hexadecimal.
        half.copy_from_slice(&digits.parse::<ObjectId>().map_err(|_| length())?.0);
    }
    Ok(pair)
}

/// The coordinates of an SM2 public key, with or without the `04` that says that both are there.
pub fn sm2_public(text: &str) -> Result<[u8; 64], CliError> {
    let text = text.trim();
    number_pair(text.strip_prefix("04").filter(|rest| rest.len() == 128).unwrap_or(text))
}

/// A cooling-off period in seconds, of a number of seconds, or of days with a `d` after it.
pub fn cooling_off(text: &str) -> Result<u64, CliError> {
    let (digits, unit) = text.strip_suffix('d').map_or((text, 1), |days| (days, DAY));
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<u64> = plain.then(|| digits.parse().ok()).flatten();
    let seconds =
        number.and_then(|number| number.checked_mul(unit)).filter(|seconds| (DAY..=MAX_COOLING_OFF).contains(seconds));
    seconds.ok_or_else(|| CliError::BadCoolingOff { value: text.into() })
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
    fn a_replacement_should_name_a_version_and_a_file() {
        let read = |text: &str| replacement(text.into());
        let one = Replacement { version: 1, file: "年报=终稿.pdf".into() };
        assert_eq!(read("1=年报=终稿.pdf"), Ok(one.clone()));
        assert_eq!(read("v1=年报=终稿.pdf"), Ok(one));
        for bad in ["", "a.pdf", "=a.pdf", "1=", "1.0=a.pdf", "-1=a.pdf", "4294967296=a.pdf"] {
            assert_eq!(code(read(bad)), "bad-replacement", "{bad}");
        }
        assert_eq!((version_number("7"), version_number("v7")), (Ok(7), Ok(7)));
        for bad in ["", "v", "+1", "1.0", "一"] {
            assert_eq!(code(version_number(bad)), "bad-number", "{bad}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_replacement_should_be_a_file_of_any_encoding() {
        use std::os::unix::ffi::{OsStrExt, OsStringExt};
        let read = replacement(OsString::from_vec(b"0=\xB9\xAB.pdf".to_vec())).expect("accepted");
        assert_eq!((read.version, read.file.as_os_str().as_bytes()), (0, &b"\xB9\xAB.pdf"[..]));
    }

    #[test]
    fn a_schema_should_be_three_names() {
        let read = schema("jrt0314:a/b,1.0,disclosure").expect("accepted");
        assert_eq!(read.protocol.to_string(), "jrt0314:a/b");
        assert_eq!((read.version.to_string(), read.object_type.to_string()), ("1.0".into(), "disclosure".into()));
        for bad in ["", "jrt0314", "jrt0314,1.0", "jrt0314,1.0,a,b"] {
            assert_eq!(code(schema(bad)), "bad-schema", "{bad}");
        }
        assert_eq!(code(schema("jrt0314,,a")), "name-length");
        assert_eq!(code(schema(&format!("jrt0314,{},a", "1".repeat(33)))), "name-length");
        assert_eq!(code(schema("jrt0314,1 0,a")), "name-character");
        let error = schema("jrt0314,1.0,披露").expect_err("refused");
        assert!(error.message(Language::Chinese).contains("披露"), "the part that is wrong is named");
    }

    #[test]
    fn two_numbers_should_have_64_digits_each() {
        let digits = format!("{}{}", "01".repeat(32), "ab".repeat(32));
        let pair: Vec<u8> = [[1; 32], [0xab; 32]].concat();
        assert_eq!(number_pair(&digits).map(Vec::from), Ok(pair.clone()));
        assert_eq!(sm2_public(&format!("04{}", digits.to_uppercase())).map(Vec::from), Ok(pair));
        assert_eq!(sm2_public(&"04".repeat(64)).map(Vec::from), Ok(vec![4; 64]));
        for bad in ["", "01", &digits[1..], &format!("04{digits}"), &format!("{digits}0")] {
            assert_eq!(code(number_pair(bad)), "number-pair-length", "{bad}");
        }
        assert_eq!(code(number_pair(&digits.replace("ab", "gb"))), "number-pair-digit");
        assert_eq!(code(number_pair(&format!("0x{}", &digits[2..]))), "number-pair-digit");
    }

    #[test]
    fn a_cooling_off_period_should_be_seconds_or_days() {
        assert_eq!((cooling_off("604800"), cooling_off("7d")), (Ok(604_800), Ok(604_800)));
        assert_eq!((cooling_off("1d"), cooling_off("90d")), (Ok(86_400), Ok(7_776_000)));
        for bad in ["", "d", "7 d", "-1", "+1", "7h", "91d", "7776001", "18446744073709551615d", "99999999999999999999"]
        {
            assert_eq!(code(cooling_off(bad)), "bad-cooling-off", "{bad}");
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
        assert_eq!(code(digest("sm3:Zsfw9GLu7dnR8tRr3BDk4kFnxIdc8veiKX2gK49LqO!=")), "digest-not-base64");
        assert_eq!(code(digest(&format!("sm3:{}eg==", "enp6".repeat(21)))), "digest-not-hex-inside");
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
