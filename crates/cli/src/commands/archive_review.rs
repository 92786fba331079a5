//! What is looked at before a second person's word makes a section public, or ends it: the bodies, and whether the originals are where
//! they should be. Files are compared by [`Submission::check`].

use super::{
    filing, record,
    storing::{originals_in, VaultDocument, AT_A_TIME},
};
use crate::{args::ReviewArguments, error::CliError, language::Language, output::Output, session::Session};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_client::{
    body::{self, Facts},
    enterprises::{planned, Act, Planned, Submission},
    records::{self, SnapshotView},
    vault::{Found, Locator, Opening, Vault, VaultError},
};
use jiandu_primitives::{
    enterprise::SectionContent,
    header::{Body, Header},
    record::{Document, ObjectId, Operation, Subject, VersionRef},
    uscc::Uscc,
};
use serde_json::{Map, Value};

/// Looks at what a submission anchors beside the digests of its files. Gives the vault in which originals and bodies are, whole; none
/// where nobody looked.
pub async fn review(
    session: &Session,
    submission: &Submission,
    arguments: &ReviewArguments,
) -> Result<Option<VaultDocument>, CliError> {
    let ReviewArguments { originals, skip_originals, body } = arguments;
    let SectionContent { change, .. } = &submission.content;
    let language = session.output.language;
    // Nothing is published that the reviewer has not got in hand: what the maker added to a body has to be given, too.
    let added = body.as_ref().map(|file| filing::content(file, language)).transpose()?;
    if added.is_some() && change.headers().any(|header| !header.level.is_public()) {
        return Err(CliError::BodyNotPublic);
    }
    let history = history(session, submission).await?;
    for planned in snapshots(submission.enterprise, &submission.content, &history)? {
        if !has_body(&planned, added.as_ref(), language)? {
            return Err(CliError::OtherBody { version: planned.at.to_string().into() });
        }
    }
    let stored = is_stored(&submission.content) || change.documents().any(|document| document.content.is_sealed());
    if !stored || *skip_originals {
        return Ok(None);
    }
    let vault = originals_in(originals).await?;
    all_lie_in(&vault, &submission.content, &submission.openings, session.output).await?;
    Ok(Some(VaultDocument::from(&vault)))
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

/// Whether bodies and originals of a section's change lie in a vault, each read from end to end, some at a time. What is sealed is decrypted,
/// too: nobody else ever sees whether its ciphertext is of the document.
pub async fn all_lie_in(
    vault: &Vault,
    content: &SectionContent,
    openings: &[Opening],
    output: Output,
) -> Result<(), CliError> {
    let bodies = content.change.headers().filter_map(locator).map(Stored::Object);
    let originals = content.change.documents().map(|document| match document.content.is_sealed() {
        true => Stored::Sealed(document),
        false => Locator::of(document.content.digests()).map_or(Stored::Sealed(document), Stored::Object),
    });
    let all: Vec<_> = bodies.chain(originals).collect();
    let bar = output.bar(all.len() as u64, "progress-checking-originals");
    let looked = stream::iter(all).map(Ok).try_for_each_concurrent(AT_A_TIME, |stored| {
        let bar = &bar;
        async move {
            lies_in(vault, stored, openings).await?;
            bar.inc(1);
            Ok(())
        }
    });
    let looked = looked.await;
    bar.finish_and_clear();
    looked
}

/// Something that should lie in a vault.
enum Stored<'a> {
    /// A public document, or a body.
    Object(Locator),
    /// A document that is not public.
    Sealed(&'a Document),
}

async fn lies_in(vault: &Vault, stored: Stored<'_>, openings: &[Opening]) -> Result<(), CliError> {
    let missing = |locator: Locator| CliError::OriginalMissing {
        locator: locator.into(),
        place: vault.place().to_string().into(),
    };
    let sealed = match stored {
        Stored::Object(locator) => {
            return match vault.check(locator).await? {
                Found::Sound { .. } => Ok(()),
                Found::Damaged => Err(CliError::DamagedInVault { locator: locator.into() }),
                Found::Missing => Err(missing(locator)),
            }
        }
        Stored::Sealed(document) => document,
    };
    let digests = sealed.content.digests();
    let opening = openings.iter().find(|opening| digests.contains(&opening.commitment));
    let opening = opening.ok_or_else(|| {
        let locator = Locator::of(digests).map_or_else(String::new, |locator| locator.to_string());
        CliError::NoOpening { locator: locator.into() }
    })?;
    let found = vault.check_sealed(opening).await.map_err(|error| match error {
        VaultError::NotFound(locator) => missing(locator),
        error => error.into(),
    })?;
    let anchored = found.digests.iter().chain([&opening.commitment]).eq(digests);
    match anchored && found.length == sealed.content.length() {
        true => Ok(()),
        false => Err(CliError::OpeningOfOther { locator: opening.locator.into() }),
    }
}
