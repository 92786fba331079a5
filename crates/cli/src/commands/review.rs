//! What is looked at before a second person's word makes something public, or ends it: the bodies, and whether the originals are where
//! they should be. Files are compared by [`Submission::check`].

use super::{
    filing, record,
    storing::{originals_in, VaultDocument},
};
use crate::{args::ReviewArguments, error::CliError, language::Language, output::Output, session::Session};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_client::{
    body::{self, Facts},
    handover::{planned, Planned, Target},
    records::{self, SnapshotView},
    vault::{Found, Locator, Opening, Vault, VaultError},
};
use jiandu_primitives::{
    change::RecordChange,
    header::{Body, Header},
    record::{Document, ObjectId, Operation, VersionRef},
};
use serde_json::{Map, Value};

/// Objects that are read at a time.
const READ_AT_A_TIME: usize = 4;

/// What a second person looks at.
#[derive(Clone, Copy, Debug)]
pub struct Reviewed<'a> {
    /// The record that it writes.
    pub target: &'a Target,
    /// What becomes of it.
    pub change: &'a RecordChange,
    /// What opens the sealed documents of it.
    pub openings: &'a [Opening],
}

/// Looks at what a submission anchors beside the digests of its files. Gives the vault in which originals and bodies are, whole; none
/// where nobody looked.
pub async fn review(
    session: &Session,
    reviewed: Reviewed<'_>,
    arguments: &ReviewArguments,
) -> Result<Option<VaultDocument>, CliError> {
    let ReviewArguments { originals, skip_originals, body } = arguments;
    let Reviewed { target, change, openings } = reviewed;
    let language = session.output.language;
    // Nothing is published that the reviewer has not got in hand: what the maker added to a body has to be given, too.
    let added = body.as_ref().map(|file| filing::content(file, language)).transpose()?;
    if added.is_some() && change.headers().any(|header| !header.level.is_public()) {
        return Err(CliError::BodyNotPublic);
    }
    let history = match change.base() {
        Some(_) => session.ask(records::history(&session.connection, target.object())).await?,
        None => Vec::new(),
    };
    for planned in snapshots(target, change, &history) {
        if !has_body(&planned, added.as_ref(), language)? {
            return Err(CliError::OtherBody { version: planned.at.to_string().into() });
        }
    }
    let stored = is_stored(change) || change.documents().any(|document| document.content.is_sealed());
    if !stored || *skip_originals {
        return Ok(None);
    }
    let vault = originals_in(originals).await?;
    all_lie_in(&vault, change, openings, session.output).await?;
    Ok(Some(VaultDocument::from(&vault)))
}

/// Looks at what a withdrawal anchors.
pub async fn review_withdrawal(
    session: &Session,
    object: ObjectId,
    base: VersionRef,
    header: &Header,
) -> Result<(), CliError> {
    let record = record::known(session, object).await?;
    let at = VersionRef { version: base.version.saturating_add(1), revision: 0 };
    let facts = Facts {
        object,
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
        false => Err(CliError::OtherBodyOfWithdrawal { version: at.to_string().into() }),
    }
}

/// Whether its documents, or at least its bodies, were put into a vault.
pub fn is_stored(change: &RecordChange) -> bool {
    change.headers().any(|header| locator(header).is_some())
}

/// The snapshots with documents that a submission makes, as of a record's history.
pub fn snapshots<'a>(target: &Target, change: &'a RecordChange, history: &[SnapshotView]) -> Vec<Planned<'a>> {
    let newest = |version| history.iter().map(|snapshot| snapshot.at).filter(|at| at.version == version).max();
    planned(target, change, newest)
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

/// Whether bodies and originals of a change lie in a vault, each read from end to end. What is sealed is decrypted, too, one after
/// the other, since each may fill the disk for temporary files: nobody else ever sees whether its ciphertext is of the document.
pub async fn all_lie_in(
    vault: &Vault,
    change: &RecordChange,
    openings: &[Opening],
    output: Output,
) -> Result<(), CliError> {
    let (sealed, public): (Vec<_>, Vec<_>) = change.documents().partition(|document| document.content.is_sealed());
    let originals = public.into_iter().filter_map(|document| Locator::of(document.content.digests()));
    let objects: Vec<_> = change.headers().filter_map(locator).chain(originals).collect();
    let bar = output.bar(objects.len().saturating_add(sealed.len()) as u64, "progress-checking-originals");
    let looked = async {
        let each = stream::iter(objects).map(Ok).try_for_each_concurrent(READ_AT_A_TIME, |locator| {
            let bar = &bar;
            async move {
                bar.inc(1);
                match vault.check(locator).await? {
                    Found::Sound { .. } => Ok(()),
                    Found::Damaged => Err(CliError::DamagedInVault { locator: locator.into() }),
                    Found::Missing => Err(missing(vault, locator)),
                }
            }
        });
        each.await?;
        for document in sealed {
            bar.inc(1);
            sealed_lies_in(vault, document, openings).await?;
        }
        Ok(())
    };
    let looked = looked.await;
    bar.finish_and_clear();
    looked
}

async fn sealed_lies_in(vault: &Vault, document: &Document, openings: &[Opening]) -> Result<(), CliError> {
    let digests = document.content.digests();
    let opening = openings.iter().find(|opening| digests.contains(&opening.commitment)).ok_or_else(|| {
        let locator = Locator::of(digests).map_or_else(String::new, |locator| locator.to_string());
        CliError::NoOpening { locator: locator.into() }
    })?;
    let found = vault.check_sealed(opening).await.map_err(|error| match error {
        VaultError::NotFound(locator) | VaultError::Damaged(locator) => missing(vault, locator),
        error => error.into(),
    })?;
    let anchored = found.digests.iter().chain([&opening.commitment]).eq(digests);
    match anchored && found.length == document.content.length() {
        true => Ok(()),
        false => Err(CliError::OpeningOfOther { locator: opening.locator.into() }),
    }
}

fn missing(vault: &Vault, locator: Locator) -> CliError {
    CliError::OriginalMissing { locator: locator.into(), place: vault.place().to_string().into() }
}
