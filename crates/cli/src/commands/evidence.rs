//! `jiandu evidence`: evidence to take away, and its check without a network.

use super::{
    verify::{commitment, with_names},
    verify_text::FindingReport,
};
use crate::{
    args::{Common, EvidenceCommand},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_reading, of_writing},
    finding::{Against, Asked, ChainOfFinding, Finding, FindingDocument},
    hashing::{hash, is_standard_input, looked_up},
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{printable, Style},
    verdict_text,
};
use jiandu_client::{
    evidence::{self, Options, Proven, TrustFile},
    vault::new_file::{self, Readers},
    verifier::MAX_FILE,
};
use jiandu_primitives::{
    chain::GenesisHash,
    digest::{ContentHash, DigestAlg},
};
use serde::{Serialize, Serializer};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// Runs `jiandu evidence export`, which asks a node.
pub async fn export(
    (file, opening): (Option<PathBuf>, Option<PathBuf>),
    digests: Vec<ContentHash>,
    out: Option<PathBuf>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let (asked, digests) = match &file {
        Some(file) => {
            let hashed = looked_up(file, output)?;
            let asked = Asked::File { name: shown(file), length: hashed.length };
            match opening {
                Some(opening) => (asked, vec![commitment(file, &hashed, &opening)?]),
                None => (asked, hashed.digests),
            }
        }
        None => (Asked::Digests, of_one_document(digests)?),
    };
    let out = out.or_else(|| default_name(file.as_deref(), &digests)).ok_or(CliError::NothingToAsk)?;
    if out.symlink_metadata().is_ok() {
        return Err(CliError::FileExists { file: shown(&out).into() });
    }
    let session = Session::open(common, output).await?;
    let trust = session.trust.as_ref().map(|file| &file.trust);
    let options = Options { at_least: None, patience: session.patience() };
    let exported = session.ask(evidence::export(&session.connection, &digests, trust, options, |_| ())).await?;
    let bytes = exported.evidence.to_bytes().map_err(evidence::VerifyError::from)?;
    new_file::write(&out, &bytes, Readers::Usual).map_err(|error| of_writing(&out, &error))?;
    let finding = with_names(&session, common, asked, exported.checked, &mut BTreeMap::new()).await?;
    output.report(&ExportReport::new(&out, bytes.len(), &finding, output.language))?;
    Ok(Exit::Ok)
}

/// The digests to export evidence about: at least one, and one per algorithm, because evidence is about one document.
fn of_one_document(digests: Vec<ContentHash>) -> Result<Vec<ContentHash>, CliError> {
    let algorithms: BTreeSet<DigestAlg> = digests.iter().map(|digest| digest.alg).collect();
    match digests.len() {
        0 => Err(CliError::NothingToAsk),
        count if count == algorithms.len() => Ok(digests),
        _ => Err(CliError::SeveralDocuments),
    }
}

/// `report.evidence` for `report.pdf`; for digests and standard input the beginning of the first.
fn default_name(file: Option<&Path>, digests: &[ContentHash]) -> Option<PathBuf> {
    let of_digest = || {
        let text = digests.first()?.to_string().replace(':', "-");
        text.get(..24).map(|beginning| PathBuf::from(format!("{beginning}.evidence")))
    };
    let named = file.filter(|file| !is_standard_input(file));
    named.map(|file| file.with_extension("evidence")).or_else(of_digest)
}

/// Runs `jiandu evidence verify`, which needs no node.
pub fn verify(
    evidence: &Path,
    (document, opening): (Option<&Path>, Option<&Path>),
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let path = common.trust.as_deref().ok_or(CliError::NoTrust)?;
    let trust = TrustFile::load(path)?;
    of_chain(common.genesis, path, &trust)?;
    let bytes = read(evidence)?;
    let proven = evidence::verify_file(&bytes, &trust.trust)?;
    let asked = match document {
        Some(document) => same_document(document, opening, &proven, output)?,
        None => Asked::Digests,
    };
    let chain =
        ChainOfFinding { name: printable(&trust.chain), genesis: trust.trust.genesis, development: trust.development };
    let finding = Finding { asked, proven, against: Against::TrustFile(shown(path)), chain, names: BTreeMap::new() };
    output.report(&FindingReport::new(&finding, output.language))?;
    if document.is_none() {
        output.note(&output.language.text("note-no-document"))?;
    }
    Ok(finding.exit())
}

/// Refuses the trust file of another chain than `--genesis` names.
fn of_chain(expected: Option<GenesisHash>, path: &Path, trust: &TrustFile) -> Result<(), CliError> {
    let found = trust.trust.genesis;
    match expected {
        Some(expected) if expected != found => {
            let file = shown(path).into();
            Err(CliError::TrustOfOtherChain { file, expected: expected.into(), found: found.into() })
        }
        _ => Ok(()),
    }
}

/// A file, but of one that is too long for evidence only as much as shows that.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let file = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    file.map_err(|error| of_reading(path, &error))?;
    Ok(bytes)
}

/// The document, if it has all the digests that the evidence is about.
fn same_document(document: &Path, opening: Option<&Path>, proven: &Proven, output: Output) -> Result<Asked, CliError> {
    let algorithms = proven.verdicts.iter().map(|(digest, _)| digest.alg);
    // A commitment is to SM3 of the document.
    let hashed = hash(document, &algorithms.chain([DigestAlg::Sm3]).collect::<Vec<_>>(), output)?;
    let committed = opening.map(|opening| commitment(document, &hashed, opening)).transpose()?;
    for (expected, _) in &proven.verdicts {
        let found = hashed.digests.iter().chain(&committed).find(|digest| digest.alg == expected.alg);
        let file = || shown(document).into();
        match found {
            Some(found) if found == expected => (),
            Some(found) => {
                return Err(CliError::WrongDocument { file: file(), expected: expected.into(), found: found.into() })
            }
            None => return Err(CliError::OpeningNeeded { file: file() }),
        }
    }
    Ok(Asked::File { name: shown(document), length: hashed.length })
}

/// Evidence that was written.
struct ExportReport<'a> {
    path: String,
    bytes: usize,
    finding: &'a Finding,
    document: FindingDocument,
}

impl<'a> ExportReport<'a> {
    fn new(path: &Path, bytes: usize, finding: &'a Finding, language: Language) -> Self {
        Self { path: shown(path), bytes, finding, document: finding.document(language) }
    }
}

impl Serialize for ExportReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Document<'a> {
            evidence: &'a str,
            format: &'static str,
            bytes: usize,
            finding: &'a FindingDocument,
        }
        let Self { path, bytes, document, .. } = self;
        Document { evidence: path, format: "evidence-v1", bytes: *bytes, finding: document }.serialize(serializer)
    }
}

impl Report for ExportReport<'_> {
    fn text(&self, language: Language) -> String {
        let bytes = moment::grouped(u64::try_from(self.bytes).unwrap_or(u64::MAX));
        let written = language.say("evidence-written", &values! { file = self.path.clone(), bytes = bytes });
        let how = language.say("how-to-verify-offline", &values! { file = super::quoted(&self.path) });
        format!("{}\n{how}\n\n{}", Style::Good.paint(&written), verdict_text::full(self.finding, language))
    }
}

/// Which of both a command is.
pub async fn run(command: EvidenceCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        EvidenceCommand::Export { file, opening, digests, out } => {
            export((file, opening), digests, out, common, output).await
        }
        EvidenceCommand::Verify { evidence, file, opening } => {
            verify(&evidence, (file.as_deref(), opening.as_deref()), common, output)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SM3: &str = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    #[test]
    fn evidence_should_stand_beside_its_document() {
        let digest = SM3.parse().expect("a digest");
        let name = |file: Option<&str>| default_name(file.map(Path::new), &[digest]).expect("a name");
        assert_eq!(name(Some("reports/年报.pdf")), Path::new("reports/年报.evidence"));
        assert_eq!(name(Some("-")), name(None));
        assert_eq!(name(None), Path::new("sm3-66c7f0f462eeedd9d1f2.evidence"));
    }

    #[test]
    fn evidence_should_never_be_written_over_another_file() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a.evidence");
        new_file::write(&path, b"one", Readers::Usual).expect("written");
        let refused = new_file::write(&path, b"two", Readers::Usual)
            .map_err(|error| of_writing(&path, &error))
            .expect_err("exists");
        assert_eq!(refused.code(), "file-exists");
        assert_eq!(fs::read(&path).expect("readable"), b"one");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing half-done stays");
    }

    #[test]
    fn the_trust_file_of_another_chain_should_be_refused() {
        let genesis = GenesisHash([7; 32]);
        let trust = evidence::Trust { genesis, set_id: 0, authorities: Vec::new() };
        let trust = TrustFile { chain: "Hunan".to_owned(), development: false, trust };
        let exit = |expected| of_chain(expected, Path::new("a"), &trust).map_err(|error| error.exit());
        assert_eq!((exit(None), exit(Some(genesis))), (Ok(()), Ok(())));
        assert_eq!(exit(Some(GenesisHash([8; 32]))), Err(Exit::WrongChain));
    }

    #[test]
    fn digests_of_several_documents_should_be_refused() {
        let digest: ContentHash = SM3.parse().expect("a digest");
        assert_eq!(of_one_document(Vec::new()), Err(CliError::NothingToAsk));
        assert_eq!(of_one_document(vec![digest, digest]), Err(CliError::SeveralDocuments));
        assert!(of_one_document(vec![digest]).is_ok());
    }
}
