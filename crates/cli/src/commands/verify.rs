//! `jiandu verify`: what files or digests are, by proof.

use super::{
    comparing::{compared, with_sealed},
    member::name_of,
    storing::read_opening,
    verify_text::{FindingReport, Row, SeveralReport},
};
use crate::{
    args::{Common, VerifyArguments},
    error::{shown, CliError},
    exit::Exit,
    finding::{Against, Asked, ChainOfFinding, Finding},
    hashing::looked_up,
    moment,
    output::Output,
    session::Session,
    text::printable,
    values::RecordAddress,
};
use jiandu_client::{
    evidence::{Checked, Options, Proven},
    hash::Hashed,
    vault::Opening,
    verify::verify_digests,
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    uscc::Uscc,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Runs `jiandu verify`.
pub async fn run(arguments: VerifyArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let VerifyArguments { files, digests, opening, record, originals, max_age } = arguments;
    if (opening.is_some() || record.is_some()) && files.len() != 1 {
        return Err(CliError::OneFileOnly);
    }
    match (files.as_slice(), digests.as_slice()) {
        ([], []) => Err(CliError::NothingToAsk),
        ([file], _) => {
            let hashed = looked_up(file, output)?;
            let session = Session::open(common, output).await?;
            let asked = Asked::File { name: shown(file), length: hashed.length };
            let digests = match opening {
                Some(path) => match read_opening(&path)? {
                    opening if opens(&opening, &hashed) => vec![opening.commitment],
                    opening => {
                        let (name, named) = (shown(file).into(), shown(&path).into());
                        let differs = with_sealed(&opening, &originals, (file, hashed.length), output.language).await;
                        return Err(CliError::OtherThanSealed { file: name, opening: named, differs: differs.into() });
                    }
                },
                None => hashed.digests,
            };
            let finding = find(&session, common, asked, &digests, max_age, &mut BTreeMap::new()).await?;
            let compared = match record {
                // A file that is the document needs no comparison.
                Some(RecordAddress(object)) if !finding.is_of(object) => {
                    Some((object, compared(&session, object, &originals, (file, hashed.length)).await?))
                }
                _ => None,
            };
            session.output.report(&FindingReport::new(&finding, output.language).compared(file, compared))?;
            Ok(finding.exit())
        }
        ([], digests) if about_one_document(digests) => {
            let session = Session::open(common, output).await?;
            one(&session, common, Asked::Digests, digests, max_age).await
        }
        ([], digests) => several(digests.iter().map(|digest| Question::Digest(*digest)), max_age, common, output).await,
        (files, _) => several(files.iter().cloned().map(Question::File), max_age, common, output).await,
    }
}

/// What stands on the chain for a file that is sealed there.
pub fn commitment(file: &Path, hashed: &Hashed, opening: &Path) -> Result<ContentHash, CliError> {
    let read = read_opening(opening)?;
    match opens(&read, hashed) {
        true => Ok(read.commitment),
        false => Err(CliError::OpeningOfAnother { file: shown(file).into(), opening: shown(opening).into() }),
    }
}

fn opens(opening: &Opening, hashed: &Hashed) -> bool {
    let sm3 = hashed.digests.iter().find(|digest| digest.alg == DigestAlg::Sm3);
    sm3.is_some_and(|sm3| opening.opens(&sm3.value))
}

/// Digests by different algorithms are asked about together, as those of one document.
fn about_one_document(digests: &[ContentHash]) -> bool {
    digests.iter().map(|digest| digest.alg).collect::<BTreeSet<_>>().len() == digests.len()
}

async fn one(
    session: &Session,
    common: &Common,
    asked: Asked,
    digests: &[ContentHash],
    max_age: Duration,
) -> Result<Exit, CliError> {
    let finding = find(session, common, asked, digests, max_age, &mut BTreeMap::new()).await?;
    session.output.report(&FindingReport::new(&finding, session.output.language))?;
    Ok(finding.exit())
}

/// What the chain proves of digests, with the names of those who anchored them. A proof that is older than `max_age` by the
/// clock here proves nothing of now: a node that stands still, or wants to hide a withdrawal, could give it.
async fn find(
    session: &Session,
    common: &Common,
    asked: Asked,
    digests: &[ContentHash],
    max_age: Duration,
    known: &mut BTreeMap<Uscc, Option<String>>,
) -> Result<Finding, CliError> {
    let trust = session.trust.as_ref().map(|file| &file.trust);
    let options = Options { at_least: None, patience: session.patience() };
    let checked = session.ask(verify_digests(&session.connection, digests, trust, options, |_| ())).await?;
    let Proven { block, time, .. } = checked.proven;
    let age = SystemTime::now().duration_since(UNIX_EPOCH + Duration::from_secs(time)).unwrap_or_default();
    if age > max_age {
        return Err(CliError::ProofTooOld { block: moment::grouped(block).into(), age: age.as_secs().into() });
    }
    with_names(session, common, asked, checked, known).await
}

/// A checked proof with what else is known of it.
pub async fn with_names(
    session: &Session,
    common: &Common,
    asked: Asked,
    checked: Checked,
    known: &mut BTreeMap<Uscc, Option<String>>,
) -> Result<Finding, CliError> {
    let organisations: BTreeSet<Uscc> = checked
        .proven
        .verdicts
        .iter()
        .flat_map(|(_, verdict)| verdict.entries.iter().map(|entry| entry.anchor.by.organisation))
        .collect();
    let mut names = BTreeMap::new();
    for organisation in organisations {
        let name = match known.get(&organisation) {
            Some(name) => name.clone(),
            // A name is an extra: what is proved is told without it, too.
            None => name_of(session, organisation).await.ok().flatten(),
        };
        known.insert(organisation, name.clone());
        names.extend(name.map(|name| (organisation, name)));
    }
    let against = match (&common.trust, &session.trust) {
        (Some(path), Some(_)) => Against::TrustFile(shown(path)),
        _ => Against::Node(session.connection.url().to_owned()),
    };
    let chain = ChainOfFinding {
        name: printable(session.connection.chain_name()),
        genesis: checked.trust.genesis,
        development: session.connection.is_development(),
    };
    Ok(Finding { asked, proven: checked.proven, against, chain, names })
}

/// One of several things asked about.
enum Question {
    File(PathBuf),
    Digest(ContentHash),
}

impl Question {
    fn name(&self) -> String {
        match self {
            Self::File(path) => shown(path),
            Self::Digest(digest) => digest.to_string(),
        }
    }
}

/// Asks about each, goes on where one cannot be answered, and ends with the worst exit code.
async fn several(
    questions: impl ExactSizeIterator<Item = Question>,
    max_age: Duration,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let bar = output.bar(u64::try_from(questions.len()).unwrap_or(u64::MAX), "progress-verifying");
    // Only once there is something to ask: the list may be of files that nobody can read.
    let mut session = None;
    let mut known = BTreeMap::new();
    let mut rows = Vec::new();
    for question in questions {
        let name = question.name();
        let found = match subject(question, output) {
            Ok((asked, digests)) => {
                let session = match &mut session {
                    Some(session) => session,
                    // Progress of single questions would tear the bar apart.
                    empty => empty.insert(Session::open(common, Output { quiet: true, ..output }).await?),
                };
                find(session, common, asked, &digests, max_age, &mut known).await
            }
            Err(error) => Err(error),
        };
        rows.push(Row { name, found });
        bar.inc(1);
    }
    bar.finish_and_clear();
    let report = SeveralReport::new(rows, output.language);
    output.report(&report)?;
    Ok(report.exit)
}

fn subject(question: Question, output: Output) -> Result<(Asked, Vec<ContentHash>), CliError> {
    match question {
        Question::File(path) => file(&path, output),
        Question::Digest(digest) => Ok((Asked::Digests, vec![digest])),
    }
}

fn file(path: &Path, output: Output) -> Result<(Asked, Vec<ContentHash>), CliError> {
    let hashed = looked_up(path, Output { quiet: true, ..output })?;
    Ok((Asked::File { name: shown(path), length: hashed.length }, hashed.digests))
}
