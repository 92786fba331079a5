//! What is looked at before a second person's word makes a section public, or ends it: the bodies, and whether the originals are where
//! they should be. Files are compared by [`Submission::check`].

use super::{
    filing, record,
    storing::{originals_in, VaultDocument, AT_A_TIME},
};
use crate::{args::ReviewArguments, error::CliError, language::Language, session::Session};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_client::{
    body::{self, Facts},
    enterprises::{planned, Act, Planned, Submission},
    records::{self, SnapshotView},
    vault::{Found, Locator, Vault, VaultError},
};
use jiandu_primitives::{
    enterprise::SectionContent,
    header::{Body, Header},
    record::{Document, ObjectId, Operation, Subject, VersionRef},
    uscc::Uscc,
};
use serde_json::{Map, Value};

/// What a review came to.
#[derive(Clone, Debug, Default)]
pub struct Reviewed {
    /// Where the originals and bodies are, whole; none where nobody looked.
    pub originals: Option<VaultDocument>,
    /// What the maker added to the bodies of which versions.
    pub added: Vec<(VersionRef, Map<String, Value>)>,
}

/// Looks at what a submission anchors beside the digests of its files.
pub async fn review(
    session: &Session,
    submission: &Submission,
    arguments: &ReviewArguments,
) -> Result<Reviewed, CliError> {
    let ReviewArguments { originals, skip_originals, body } = arguments;
    let language = session.output.language;
    let own = body.as_ref().map(|file| filing::content(file, language)).transpose()?;
    let vault = match is_stored(&submission.content) && !skip_originals {
        true => Some(originals_in(originals).await?),
        false => None,
    };
    if let Some(vault) = &vault {
        all_lie_in(vault, submission.content.change.documents(), session).await?;
    }
    let history = history(session, submission).await?;
    let mut added = Vec::new();
    for planned in snapshots(submission.enterprise, &submission.content, &history)? {
        let content = match (&own, &vault, locator(planned.header)) {
            (Some(own), ..) => Some(own.clone()),
            (None, Some(vault), Some(locator)) => {
                let bytes = vault.get_bytes(locator, body::LONGEST).await.map_err(|error| missing(vault, error))?;
                content_in(&bytes)
            }
            _ => None,
        };
        if !has_body(&planned, content.as_ref(), language)? {
            return Err(CliError::OtherBody { version: planned.at.to_string().into() });
        }
        added.extend(content.map(|content| (planned.at, content)));
    }
    Ok(Reviewed { originals: vault.as_ref().map(VaultDocument::from), added })
}

/// Looks at what the withdrawal of a section anchors; every other act shows all that it does.
pub async fn review_withdrawal(session: &Session, act: &Act) -> Result<(), CliError> {
    let Act::WithdrawSection { record: object, base, header, .. } = act else { return Ok(()) };
    let record = record::known(session, *object).await?;
    let at = VersionRef { version: base.version.saturating_add(1), revision: 0 };
    let facts = Facts {
        object: *object,
        external_id: &record.external_id,
        subject: record.subject,
        kind: record.kind,
        at,
        operation: Operation::Withdraw,
        header,
        reason: None,
        documents: &[],
    };
    match is_body(&facts, None, header.body.as_ref(), session.output.language)? {
        true => Ok(()),
        false => Err(CliError::OtherBody { version: at.to_string().into() }),
    }
}

/// Whether its documents, or at least its bodies, were put into a vault.
pub fn is_stored(content: &SectionContent) -> bool {
    content.change.headers().any(|header| locator(header).is_some())
}

/// The snapshots with documents that a submission makes, as of a record's history.
pub fn snapshots<'a>(
    enterprise: Uscc,
    content: &'a SectionContent,
    history: &[SnapshotView],
) -> Result<Vec<Planned<'a>>, CliError> {
    let newest = |version| history.iter().map(|snapshot| snapshot.at).filter(|at| at.version == version).max();
    planned(enterprise, content, newest).ok_or_else(|| crate::failures::refused_by("Archives", "InvalidPart"))
}

/// Whether a snapshot's body is what it and the content that was added to it give.
pub fn has_body(
    planned: &Planned<'_>,
    content: Option<&Map<String, Value>>,
    language: Language,
) -> Result<bool, CliError> {
    is_body(&planned.facts(), content, planned.header.body.as_ref(), language)
}

fn is_body(
    facts: &Facts<'_>,
    content: Option<&Map<String, Value>>,
    kept: Option<&Body>,
    language: Language,
) -> Result<bool, CliError> {
    let bytes = body::build(facts, content).map_err(|faults| filing::of_faults(&faults, language))?;
    Ok(kept.is_some_and(|kept| body::is(&bytes, kept)))
}

fn locator(header: &Header) -> Option<Locator> {
    header.body.as_ref()?.locator
}

/// What the maker added to a body. None where it added nothing; where the bytes are no body, they are not what is built either.
fn content_in(bytes: &[u8]) -> Option<Map<String, Value>> {
    let mut object: Value = serde_json::from_slice(bytes).ok()?;
    match object.get_mut("body")?.get_mut("content")?.take() {
        Value::Object(content) => Some(content),
        _ => None,
    }
}

async fn history(session: &Session, submission: &Submission) -> Result<Vec<SnapshotView>, CliError> {
    let SectionContent { change, .. } = &submission.content;
    match (change.base(), submission.content.external_id()) {
        (Some(_), Some(external_id)) => {
            let object = ObjectId::new(&Subject::Uscc(submission.enterprise), &external_id);
            session.ask(records::history(&session.connection, object)).await
        }
        _ => Ok(Vec::new()),
    }
}

/// Reads originals from end to end, some at a time.
async fn all_lie_in(
    vault: &Vault,
    documents: impl Iterator<Item = &Document>,
    session: &Session,
) -> Result<(), CliError> {
    let locators: Vec<_> = documents.filter_map(|document| Locator::of(document.content.digests())).collect();
    let bar = session.output.bar(locators.len() as u64, "progress-checking-originals");
    let all = stream::iter(locators).map(Ok).try_for_each_concurrent(AT_A_TIME, |locator| {
        let bar = &bar;
        async move {
            match vault.check(locator).await {
                Ok(Found::Sound { .. }) => bar.inc(1),
                Ok(Found::Damaged) => return Err(CliError::DamagedInVault { locator: locator.into() }),
                Ok(Found::Missing) => return Err(missing(vault, VaultError::NotFound(locator))),
                Err(error) => return Err(error.into()),
            }
            Ok(())
        }
    });
    let all = all.await;
    bar.finish_and_clear();
    all
}

fn missing(vault: &Vault, error: VaultError) -> CliError {
    match error {
        VaultError::NotFound(locator) => {
            CliError::OriginalMissing { locator: locator.into(), place: vault.place().to_string().into() }
        }
        error => error.into(),
    }
}
