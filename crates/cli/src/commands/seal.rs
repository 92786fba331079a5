//! `jiandu record seal` and `jiandu record refer`: what is said about a snapshot afterwards, which leaves it as it is.
//!
//! A seal is made by the key that signs, or elsewhere: then what is to be signed goes out as a file, and an SM2 signature
//! comes back, in hexadecimal or as other programs write it. Whether it holds is checked here before it is sent.

use super::{quoted, record_text::full_name};
use crate::{
    args::{Common, Sm2Arguments},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_reading, of_writing},
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    values::{self, RecordAddress},
    verdict_text::labelled,
};
use base64::{engine::general_purpose::STANDARD, Engine};
use jiandu_client::{
    records::{self, SnapshotView},
    submit::Wait,
    BlockHash,
};
use jiandu_primitives::{
    header::Label,
    record::{ObjectId, Operation, Relation, SnapshotRef, VersionRef},
    seal::{Seal, SealKind, DEFAULT_SIGNER, MAX_SIGNER},
};
use serde::Serialize;
use std::{
    fs,
    io::{Read, Write},
    path::Path,
};

/// Longest file that a key or a signature is read from, in bytes.
const LONGEST: u64 = 4096;
/// How an SM2 public key begins in DER (RFC 5480, GM/T 0006-2012): its algorithm and its curve, and that both coordinates
/// follow.
const PUBLIC_KEY: [u8; 27] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf,
    0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00, 0x04,
];
/// The lines around a public key in PEM (RFC 7468).
const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";

/// Runs `jiandu record seal --message-out`.
pub async fn message_out(
    RecordAddress(object): RecordAddress,
    at: Option<VersionRef>,
    file: &Path,
    signer: Option<Label<MAX_SIGNER>>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let signer = checked_signer(signer)?;
    if file.symlink_metadata().is_ok() {
        return Err(CliError::FileExists { file: shown(file).into() });
    }
    let session = Session::open(common, output).await?;
    let snapshot = snapshot(&session, object, at).await?;
    let message = message(&session, object, snapshot.at).await?;
    write_new(file, &message).map_err(|error| of_writing(file, &error))?;
    output.report(&MessageReport {
        record: object,
        version: snapshot.at,
        operation: snapshot.operation,
        file: shown(file),
        bytes: message.len(),
        signer: signer.to_string(),
    })?;
    Ok(Exit::Ok)
}

/// Runs `jiandu record seal`.
pub async fn seal(
    RecordAddress(object): RecordAddress,
    at: Option<VersionRef>,
    sm2: Sm2Arguments,
    wait: Wait,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let made_elsewhere = made_elsewhere(sm2)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let SnapshotView { at, operation, .. } = snapshot(&session, object, at).await?;
    let message = message(&session, object, at).await?;
    let seal = match made_elsewhere {
        Some(seal) if !seal.sm2_verifies(&message) => {
            return Err(CliError::SealNotValid { record: object.into(), version: at.into() });
        }
        Some(seal) => seal,
        None => Seal::Sr25519 { public: key.public(), signature: key.sign(&message) },
    };
    let sent = seal.clone();
    let sealed = session
        .submit(&key, wait, async |submitter| records::seal(submitter, SnapshotRef { object, at }, sent).await)
        .await?;
    output.report(&SealReport {
        record: object,
        version: at,
        operation,
        kind: seal.kind(),
        public: hex::encode(seal.public()),
        signer: match &seal {
            Seal::Sm2 { signer, .. } => Some(signer.to_string()),
            Seal::Sr25519 { .. } | Seal::Ed25519 { .. } => None,
        },
        unchanged: sealed.unchanged,
        block: sealed.receipt.block,
        block_hash: sealed.receipt.block_hash,
        finalised: sealed.receipt.finalised,
    })?;
    Ok(Exit::Ok)
}

/// Runs `jiandu record refer`: from a record's snapshot to another's.
pub async fn refer(
    (RecordAddress(object), at): (RecordAddress, Option<VersionRef>),
    (RecordAddress(to), to_at): (RecordAddress, Option<VersionRef>),
    relation: Relation,
    wait: Wait,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let from = snapshot(&session, object, at).await?;
    let target = snapshot(&session, to, to_at).await?;
    let referred = session
        .submit(&key, wait, async |submitter| {
            let (from, target) = (SnapshotRef { object, at: from.at }, SnapshotRef { object: to, at: target.at });
            records::refer(submitter, from, target, relation).await
        })
        .await?;
    output.report(&ReferenceReport {
        record: object,
        version: from.at,
        operation: from.operation,
        relation,
        target: TargetReport { record: to, version: target.at, operation: target.operation },
        unchanged: referred.unchanged,
        block: referred.receipt.block,
        block_hash: referred.receipt.block_hash,
        finalised: referred.receipt.finalised,
    })?;
    Ok(Exit::Ok)
}

/// A snapshot of a record: the one named, else the newest with documents.
async fn snapshot(session: &Session, object: ObjectId, at: Option<VersionRef>) -> Result<SnapshotView, CliError> {
    let history = session.ask(records::history(&session.connection, object)).await?;
    if history.is_empty() {
        return Err(CliError::UnknownRecord { record: object.into() });
    }
    let found = match at {
        Some(at) => history.into_iter().find(|snapshot| snapshot.at == at),
        None => newest_with_documents(history),
    };
    found.ok_or_else(|| unknown(object, at.unwrap_or_default()))
}

fn newest_with_documents(history: Vec<SnapshotView>) -> Option<SnapshotView> {
    history.into_iter().filter(|snapshot| snapshot.documents > 0).max_by_key(|snapshot| snapshot.at)
}

fn unknown(object: ObjectId, at: VersionRef) -> CliError {
    CliError::UnknownSnapshot { record: object.into(), version: at.into() }
}

/// What a seal of a snapshot signs.
async fn message(session: &Session, object: ObjectId, at: VersionRef) -> Result<Vec<u8>, CliError> {
    let message = session.ask(records::seal_message(&session.connection, SnapshotRef { object, at })).await?;
    message.ok_or_else(|| unknown(object, at))
}

/// Complete, and never over another file.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The identifier of an SM2 signer. It goes on the chain for ever, so it must not be a person's number.
fn checked_signer(signer: Option<Label<MAX_SIGNER>>) -> Result<Label<MAX_SIGNER>, CliError> {
    let signer = match signer {
        Some(signer) => signer,
        None => values::signer(DEFAULT_SIGNER)?,
    };
    let sealed = Seal::Sm2 { public: [0; 64], signer: signer.clone(), signature: [0; 64] };
    match sealed.names_nobody() {
        true => Ok(signer),
        false => Err(CliError::PersonalSigner { signer: signer.into() }),
    }
}

/// A seal that was made elsewhere, if one is given: its key and its signature in full.
fn made_elsewhere(sm2: Sm2Arguments) -> Result<Option<Seal>, CliError> {
    let Sm2Arguments { sm2_public, sm2_public_file, sm2_signature, sm2_signature_file, sm2_signer } = sm2;
    let public = match (sm2_public, sm2_public_file) {
        (None, Some(file)) => Some(public_in(&file)?),
        (public, _) => public,
    };
    let signature = match (sm2_signature, sm2_signature_file) {
        (None, Some(file)) => Some(signature_in(&file)?),
        (signature, _) => signature,
    };
    match (public, signature, sm2_signer) {
        (None, None, None) => Ok(None),
        (Some(public), Some(signature), signer) => {
            Ok(Some(Seal::Sm2 { public, signer: checked_signer(signer)?, signature }))
        }
        (None, _, _) => Err(CliError::MissingArgument { arguments: "--sm2-public <HEX>".into() }),
        (_, None, _) => Err(CliError::MissingArgument { arguments: "--sm2-signature <HEX>".into() }),
    }
}

fn public_in(path: &Path) -> Result<[u8; 64], CliError> {
    public_of(&read(path)?).ok_or_else(|| CliError::NotSm2Public { file: shown(path).into() })
}

fn signature_in(path: &Path) -> Result<[u8; 64], CliError> {
    signature_of(&read(path)?).ok_or_else(|| CliError::NotSm2Signature { file: shown(path).into() })
}

/// A short file; of one that is longer only as much as shows that.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
    file.map_err(|error| of_reading(path, &error))?;
    Ok(bytes)
}

/// The coordinates of an SM2 public key, in PEM or in DER.
fn public_of(file: &[u8]) -> Option<[u8; 64]> {
    let text = std::str::from_utf8(file).ok().map(str::trim).filter(|text| text.starts_with(BEGIN));
    let der = match text {
        Some(text) => from_base64(text.strip_prefix(BEGIN)?.strip_suffix(END)?)?,
        None => file.to_vec(),
    };
    der.strip_prefix(&PUBLIC_KEY)?.try_into().ok()
}

/// The numbers r and s of a signature in DER: a sequence of two integers in their shortest form (GM/T 0009-2012, 7.3).
fn signature_of(der: &[u8]) -> Option<[u8; 64]> {
    let [0x30, length, rest @ ..] = der else { return None };
    if usize::from(*length) != rest.len() {
        return None;
    }
    let (r, rest) = number(rest)?;
    let (s, rest) = number(rest)?;
    let mut signature = [0; 64];
    for (half, number) in signature.chunks_mut(32).zip([r, s]) {
        half.copy_from_slice(&number);
    }
    rest.is_empty().then_some(signature)
}

/// An integer of at most 32 bytes that is not negative, and what follows it.
fn number(der: &[u8]) -> Option<([u8; 32], &[u8])> {
    let [0x02, length, rest @ ..] = der else { return None };
    let (value, rest) = rest.split_at_checked(usize::from(*length))?;
    let magnitude = match value {
        // Nothing, a negative number, or more zeros than the sign needs.
        [] | [0x80..=0xff, ..] | [0, 0..=0x7f, ..] => return None,
        [0, magnitude @ ..] => magnitude,
        magnitude => magnitude,
    };
    let mut number = [0; 32];
    let start = number.len().checked_sub(magnitude.len())?;
    number.get_mut(start..)?.copy_from_slice(magnitude);
    Some((number, rest))
}

/// What a text in Base64 (RFC 4648) stands for, white space left out.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let text: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(text).ok()
}

/// What another device is to sign.
#[derive(Clone, Debug, Serialize)]
struct MessageReport {
    record: ObjectId,
    version: VersionRef,
    #[serde(skip)]
    operation: Operation,
    file: String,
    bytes: usize,
    signer: String,
}

impl Report for MessageReport {
    fn text(&self, language: Language) -> String {
        let bytes = moment::grouped(u64::try_from(self.bytes).unwrap_or(u64::MAX));
        let written = language.say("message-written", &values! { file = self.file.clone(), bytes = bytes });
        let rows = vec![
            ("label-record", self.record.to_string()),
            ("label-version", full_name(self.version, self.operation, language)),
            ("label-signer", self.signer.clone()),
        ];
        let with_signer = match self.signer.as_str() {
            DEFAULT_SIGNER => String::new(),
            signer => format!(" --sm2-signer {}", quoted(signer)),
        };
        let how = values! {
            file = quoted(&self.file),
            signer = self.signer.clone(),
            record = self.record.to_string(),
            at = self.version.to_string(),
            option = with_signer,
        };
        let (written, rows) = (Style::Good.paint(&written), pairs(2, &labelled(rows, language)));
        let (sign, hand_in) = (language.say("how-to-sign", &how), language.say("how-to-hand-in", &how));
        format!("{written}\n{rows}{sign}\n{hand_in}\n")
    }
}

/// A seal that was added.
#[derive(Clone, Debug, Serialize)]
struct SealReport {
    record: ObjectId,
    version: VersionRef,
    #[serde(skip)]
    operation: Operation,
    kind: SealKind,
    public: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<String>,
    unchanged: bool,
    block: u32,
    block_hash: BlockHash,
    finalised: bool,
}

impl Report for SealReport {
    fn text(&self, language: Language) -> String {
        let done = match (self.unchanged, self.finalised) {
            (true, _) => Style::Caution.paint(&language.text("seal-unchanged")),
            (false, true) => Style::Good.paint(&language.text("sealed")),
            (false, false) => Style::Caution.paint(&language.text("written-not-final")),
        };
        let mut rows = vec![
            ("label-record", self.record.to_string()),
            ("label-version", full_name(self.version, self.operation, language)),
            ("label-seal", language.word(&self.kind)),
            ("label-public", self.public.clone()),
        ];
        if let Some(signer) = &self.signer {
            rows.push(("label-signer", signer.clone()));
        }
        rows.extend(block_rows(self.block, &self.block_hash, self.finalised, language));
        format!("{done}\n{}", pairs(2, &labelled(rows, language)))
    }
}

/// A reference that was added.
#[derive(Clone, Debug, Serialize)]
struct ReferenceReport {
    record: ObjectId,
    version: VersionRef,
    #[serde(skip)]
    operation: Operation,
    relation: Relation,
    target: TargetReport,
    unchanged: bool,
    block: u32,
    block_hash: BlockHash,
    finalised: bool,
}

/// What is pinned.
#[derive(Clone, Debug, Serialize)]
struct TargetReport {
    record: ObjectId,
    version: VersionRef,
    #[serde(skip)]
    operation: Operation,
}

impl Report for ReferenceReport {
    fn text(&self, language: Language) -> String {
        let done = match (self.unchanged, self.finalised) {
            (true, _) => Style::Caution.paint(&language.text("reference-unchanged")),
            (false, true) => Style::Good.paint(&language.text("referred")),
            (false, false) => Style::Caution.paint(&language.text("written-not-final")),
        };
        let TargetReport { record, version, operation } = &self.target;
        let target = values! {
            record = record.to_string(),
            version = full_name(*version, *operation, language),
            at = version.to_string(),
        };
        let mut rows = vec![
            ("label-record", self.record.to_string()),
            ("label-version", full_name(self.version, self.operation, language)),
            ("label-relation", language.word(&self.relation)),
            ("label-target", language.say("pinned", &target)),
        ];
        rows.extend(block_rows(self.block, &self.block_hash, self.finalised, language));
        format!("{done}\n{}", pairs(2, &labelled(rows, language)))
    }
}

fn block_rows(block: u32, hash: &BlockHash, finalised: bool, language: Language) -> [(&'static str, String); 2] {
    let finality = if finalised { "finality-final" } else { "finality-pending" };
    [("label-block", format!("{} ({hash})", moment::grouped(block))), ("label-finality", language.text(finality))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    // Made by OpenSSL 3.0: a key of curve SM2, and its signature over "message" by the usual signer.
    const PEM: &str = "-----BEGIN PUBLIC KEY-----\n\
        MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAElSaNZbU0EHQXku4kIu2w9pRA+9jv\n\
        r4Fy4r+tykPGBKDn0Oolr57SOB0fw1BULMpbrEsc9o6qQgexw7MyKXDT0A==\n\
        -----END PUBLIC KEY-----\n";
    const DER: &str = "3059301306072a8648ce3d020106082a811ccf5501822d0342000495268d65b53410741792ee2422edb0f69440fb\
        d8efaf8172e2bfadca43c604a0e7d0ea25af9ed2381d1fc350542cca5bac4b1cf68eaa4207b1c3b3322970d3d0";
    const SIGNATURE: &str =
        "3044022032b7f75fc858643be310aa9f58f8c98bb968a494db885aa5458fc348da2d05170220208a33236bc444\
        ab8fafdb50cf6b54d69bb706077b1383f0549b6b7d1d6b370f";

    fn bytes(hexadecimal: &str) -> Vec<u8> {
        let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("a byte");
        hexadecimal.as_bytes().chunks(2).map(pair).collect()
    }

    fn file(content: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("file");
        fs::write(&path, content).expect("written");
        (folder, path)
    }

    fn arguments() -> Sm2Arguments {
        Sm2Arguments {
            sm2_public: None,
            sm2_public_file: None,
            sm2_signature: None,
            sm2_signature_file: None,
            sm2_signer: None,
        }
    }

    #[test]
    fn a_seal_of_openssl_should_hold_in_every_form_that_it_comes_in() {
        let public = bytes(DER).split_off(27);
        assert_eq!(public_of(PEM.as_bytes()).map(Vec::from), Some(public.clone()));
        assert_eq!(public_of(&bytes(DER)).map(Vec::from), Some(public.clone()));
        let (_keys, key) = file(PEM.as_bytes());
        let (_signatures, signature) = file(&bytes(SIGNATURE));
        let by_files = Sm2Arguments { sm2_public_file: Some(key), sm2_signature_file: Some(signature), ..arguments() };
        let seal = made_elsewhere(by_files).expect("readable").expect("a seal");
        assert!(seal.sm2_verifies(b"message") && !seal.sm2_verifies(b"massage"));
        let signature = signature_of(&bytes(SIGNATURE)).expect("a signature");
        let by_words = Sm2Arguments {
            sm2_public: Some(values::sm2_public(&hex::encode(&public)).expect("a key")),
            sm2_signature: Some(values::number_pair(&hex::encode(signature)).expect("a signature")),
            sm2_signer: Some(DEFAULT_SIGNER.parse().expect("a label")),
            ..arguments()
        };
        assert_eq!(made_elsewhere(by_words), Ok(Some(seal)));
    }

    #[test]
    fn half_a_seal_should_be_refused_and_none_is_the_signers_own() {
        assert_eq!(made_elsewhere(arguments()), Ok(None));
        let code = |arguments| made_elsewhere(arguments).expect_err("refused").code().to_owned();
        assert_eq!(code(Sm2Arguments { sm2_public: Some([1; 64]), ..arguments() }), "missing-argument");
        assert_eq!(code(Sm2Arguments { sm2_signature: Some([1; 64]), ..arguments() }), "missing-argument");
        let signer = Some("alice".parse().expect("a label"));
        assert_eq!(code(Sm2Arguments { sm2_signer: signer, ..arguments() }), "missing-argument");
        let (_folder, path) = file(b"no key");
        let wrong = |public: bool| match public {
            true => Sm2Arguments { sm2_public_file: Some(path.clone()), ..arguments() },
            false => Sm2Arguments { sm2_signature_file: Some(path.clone()), ..arguments() },
        };
        assert_eq!((code(wrong(true)), code(wrong(false))), ("not-sm2-public".into(), "not-sm2-signature".into()));
    }

    #[test]
    fn a_signer_should_never_be_a_number_of_a_person() {
        let checked = |signer: &str| checked_signer(Some(signer.parse().expect("a label")));
        assert_eq!(checked_signer(None).map(|signer| signer.to_string()), Ok(DEFAULT_SIGNER.to_owned()));
        assert!(checked("law-firm-7").is_ok());
        assert_eq!(checked("13800138000").expect_err("refused").code(), "personal-signer");
    }

    #[test]
    fn only_an_sm2_key_should_be_read() {
        let der = bytes(DER);
        // The curve P-256, a byte more, a byte less, a compressed point.
        let p256 = bytes("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
        assert_eq!(public_of(&[p256, der[27..].to_vec()].concat()), None);
        assert_eq!(public_of(&[&der[..], &[0]].concat()), None);
        assert_eq!(public_of(&der[..90]), None);
        let mut compressed = der.clone();
        compressed[26] = 2;
        assert_eq!(public_of(&compressed), None);
        for bad in ["", BEGIN, &PEM.replace("PUBLIC", "PRIVATE"), &PEM.replace("MFkw", "MFk!"), &PEM.replace("==", "=")]
        {
            assert_eq!(public_of(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(public_of(PEM.replace('\n', "\r\n").as_bytes()), public_of(&der));
    }

    #[test]
    fn base64_should_be_whole() {
        let read = from_base64;
        assert_eq!(read("YWJj"), Some(b"abc".to_vec()));
        assert_eq!(read("YW\nI="), Some(b"ab".to_vec()));
        assert_eq!(read("YQ=="), Some(b"a".to_vec()));
        for bad in ["Y", "YQ", "YQ=", "Y===", "YR==", "YWJ=", "Y=Q=", "YQ==YQ==", "YW-j"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_signature_should_be_two_integers_in_their_shortest_form() {
        let der = |r: &[u8], s: &[u8]| {
            let integer = |value: &[u8]| [&[2, value.len() as u8][..], value].concat();
            let integers = [integer(r), integer(s)].concat();
            [&[0x30, integers.len() as u8][..], &integers[..]].concat()
        };
        let numbers = |r: &[u8], s: &[u8]| {
            signature_of(&der(r, s)).map(|signature| {
                let (r, s) = signature.split_at(32);
                (r.to_vec(), s.to_vec())
            })
        };
        let mut one = vec![0; 32];
        one[31] = 1;
        let large = vec![0xff; 32];
        assert_eq!(numbers(&[1], &[1]), Some((one.clone(), one.clone())));
        assert_eq!(numbers(&[&[0][..], &large[..]].concat(), &[1]), Some((large.clone(), one.clone())));
        for bad in [&[][..], &[0x80], &[0, 1], &[0, 0x7f], &large, &[1; 33], &[&[0, 0][..], &large[..]].concat()] {
            assert_eq!(numbers(bad, &[1]), None, "{bad:?}");
            assert_eq!(numbers(&[1], bad), None, "{bad:?}");
        }
        let good = der(&[1], &[1]);
        for length in 0..good.len() {
            assert_eq!(signature_of(&good[..length]), None);
        }
        assert_eq!(signature_of(&[&good[..], &[0]].concat()), None);
        let mut longer = [&good[..], &[2, 1, 1]].concat();
        longer[1] += 3;
        assert_eq!(signature_of(&longer), None, "a third integer");
        for (place, byte) in [(0, 0x31), (1, 0x81), (2, 3), (3, 2)] {
            let mut other = good.clone();
            other[place] = byte;
            assert_eq!(signature_of(&other), None, "byte {place}");
        }
    }

    #[test]
    fn how_to_go_on_should_name_signer_file_and_snapshot() {
        let report = |signer: &str| MessageReport {
            record: ObjectId([7; 32]),
            version: VersionRef { version: 3, revision: 1 },
            operation: Operation::Overwrite,
            file: "待 签".to_owned(),
            bytes: 115,
            signer: signer.to_owned(),
        };
        for language in Language::ALL {
            let text = report(DEFAULT_SIGNER).text(language);
            let record = ObjectId([7; 32]);
            for shown in ["distid:1234567812345678", "'待 签'", &format!("jiandu record seal {record} --at 3.1")] {
                assert!(text.contains(shown), "{shown} in {text}");
            }
            assert!(!text.contains("--sm2-signer"));
            assert!(report("law-firm").text(language).contains("--sm2-signer law-firm"));
        }
        assert!(report("law-firm").text(Language::Chinese).contains("第 3 次更正（v3）第 1 次重写"));
    }

    #[test]
    fn a_message_should_never_be_written_over_another_file() {
        let (_folder, path) = file(b"one");
        let refused = write_new(&path, b"two").map_err(|error| of_writing(&path, &error)).expect_err("exists");
        assert_eq!(refused.code(), "file-exists");
        assert_eq!(fs::read(&path).expect("readable"), b"one");
    }
}
