//! Sections of archives: committed to by one person, published by another.

use super::{act::Act, proposed, types::Hands, Proposed, Published};
use crate::{
    body::Facts,
    chain::{api, runtime_types::pallet_jiandu_archives::types as stored},
    connection::{Connection, ConnectionError},
    json_file::{self, Unread},
    records::{self, DocumentView, RecordView},
    state::State,
    submit::{dispatch_error, ModuleError, Receipt, SubmitError, Submitter},
    AccountId,
};
use jiandu_primitives::{
    chain::GenesisHash,
    enterprise::{section_id, DeclineReason, Section, SectionChange, SectionContent, SourceDomain, MAX_PART},
    header::{Header, Label, OverwriteReason},
    member::Author,
    record::{Document, ExternalId, ObjectId, Operation, RecordKind, Rewritten, SnapshotRef, Subject, VersionRef},
    uscc::Uscc,
};
use jiandu_vault::Opening;
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};
use subxt::utils::Static;
use thiserror::Error;

/// Longest file that a submission is read from, in bytes: 256 documents with three digests and an opening each, and some.
const LONGEST: u64 = 1 << 20;

/// What a maker hands to the checker: everything that the commitment on the chain hides. It holds digests, no content; where documents
/// are sealed, whoever has it can open them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The chain that it is for.
    pub genesis: GenesisHash,
    /// The proposal's number.
    pub proposal: u64,
    /// The enterprise.
    pub enterprise: Uscc,
    /// What keeps the commitment from being guessed.
    #[serde(with = "jiandu_vault::hex_text")]
    pub salt: [u8; 32],
    /// What was committed to.
    pub content: SectionContent,
    /// What opens the sealed documents of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openings: Vec<Opening>,
}

/// Whether a file is the document that was submitted: by its digests, or, where that is sealed, by one of the openings.
pub fn is_document(submitted: &Document, file: &Document, openings: &[Opening]) -> bool {
    submitted == file || openings.iter().any(|opening| opening.shows(submitted, file))
}

/// A snapshot with documents that a section's change makes.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// Which one.
    pub at: VersionRef,
    /// What it says of itself.
    pub header: &'a Header,
    record: ObjectId,
    external_id: ExternalId,
    subject: Subject,
    operation: Operation,
    reason: Option<OverwriteReason>,
    documents: Vec<DocumentView>,
}

impl Planned<'_> {
    /// What its body is made of, beside what its maker added.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            object: self.record,
            external_id: &self.external_id,
            subject: self.subject,
            kind: RecordKind::ArchiveSection,
            at: self.at,
            operation: self.operation,
            header: self.header,
            reason: self.reason.map(|reason| reason.name()),
            documents: &self.documents,
        }
    }
}

/// The snapshots with documents that a section's change makes. `newest` is the newest snapshot of a version that is rewritten, which the
/// chain knows. None where the part has characters that no external id has.
pub fn planned<'a>(
    enterprise: Uscc,
    content: &'a SectionContent,
    newest: impl Fn(u32) -> Option<VersionRef>,
) -> Option<Vec<Planned<'a>>> {
    let external_id = content.external_id()?;
    let subject = Subject::Uscc(enterprise);
    let record = ObjectId::new(&subject, &external_id);
    let snapshot = |at, operation, reason, header, documents: &[Document]| Planned {
        at,
        header,
        record,
        external_id: external_id.clone(),
        subject,
        operation,
        reason,
        documents: documents.iter().zip(0u16..).map(|(document, slot)| DocumentView::new(slot, document)).collect(),
    };
    Some(match &content.change {
        SectionChange::Snapshot { base, header, documents } => {
            let operation = if base.is_some() { Operation::Update } else { Operation::Create };
            vec![snapshot(content.change.head(), operation, None, header, documents)]
        }
        SectionChange::Overwrite { from, versions, reason, .. } => {
            let replaced = (*from..).zip(versions.iter()).filter_map(|(version, rewritten)| match rewritten {
                Rewritten::Reaffirmed => None,
                Rewritten::Replaced { header, documents } => {
                    let before = newest(version).map_or(0, |newest| newest.revision);
                    let at = VersionRef { version, revision: before.saturating_add(1) };
                    Some(snapshot(at, Operation::Overwrite, Some(*reason), header, documents))
                }
            });
            replaced.collect()
        }
    })
}

/// Why a submission can't be read, written or used.
#[derive(Debug, Error)]
pub enum SubmissionError {
    /// It is not the file that a maker wrote.
    #[error("{path} is no submission")]
    Malformed {
        /// Which file.
        path: PathBuf,
    },
    /// The system does not read it.
    #[error("{path}: {source}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system does not write it.
    #[error("{path}: {source}")]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The files that the checker has are not those that the maker committed to.
    #[error("document {number} is not the one that was submitted")]
    OtherDocument {
        /// Which of them, counted from 1.
        number: usize,
    },
    /// There are more or fewer of them.
    #[error("{found} files, but {expected} were submitted")]
    OtherCount {
        /// How many the checker has.
        found: usize,
        /// How many were submitted.
        expected: usize,
    },
}

impl Submission {
    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, SubmissionError> {
        let owned = || path.to_owned();
        json_file::read(path, LONGEST).map_err(|unread| match unread {
            Unread::Malformed(_) => SubmissionError::Malformed { path: owned() },
            Unread::System(source) => SubmissionError::Unreadable { path: owned(), source },
        })
    }

    /// Writes it to a new file.
    pub fn save(&self, path: &Path) -> Result<(), SubmissionError> {
        json_file::write_new(path, self).map_err(|source| SubmissionError::Unwritable { path: path.to_owned(), source })
    }

    /// Whether the checker's documents are those of the submission, in their order.
    pub fn check(&self, documents: &[Document]) -> Result<(), SubmissionError> {
        let submitted = || self.content.change.documents();
        let (found, expected) = (documents.len(), submitted().count());
        if found != expected {
            return Err(SubmissionError::OtherCount { found, expected });
        }
        let is = |(own, submitted): (&Document, &Document)| is_document(submitted, own, &self.openings);
        let differs = documents.iter().zip(submitted()).position(|pair| !is(pair));
        match differs {
            Some(index) => Err(SubmissionError::OtherDocument { number: index.saturating_add(1) }),
            None => Ok(()),
        }
    }
}

/// Commits to what a section becomes: a checker publishes it.
pub async fn submit_section(
    submitter: &mut Submitter<'_>,
    enterprise: Uscc,
    content: &SectionContent,
    salt: &[u8; 32],
) -> Result<Proposed, SubmitError> {
    let act = Act::PublishSection { enterprise, commitment: content.commitment(&enterprise, salt) };
    let included = submitter.run(&api::tx().archives().propose(act.stored()?)).await?;
    proposed(included)
}

/// What publishing would come to.
#[derive(Debug)]
pub enum Rehearsal {
    /// The chain would do it.
    Possible,
    /// It was done before, by this person, and is final.
    Published(Published, Author),
    /// It was declined, which is final.
    Declined(DeclineReason, Author),
    /// It was decided in this block, which is not final yet.
    Underway(u32),
    /// The submission is not what the proposal's maker committed to. The chain takes the enterprise from the proposal, and a
    /// reader from the submission: both must be the same.
    Altered,
    /// The chain would refuse it.
    Refused(SubmitError),
}

/// What publishing would come to for this key, as of the newest block, on which it would be done. Only the node that is asked
/// sees the content; once it is sent, everybody does.
pub async fn rehearse_publication(
    connection: &Connection,
    key: AccountId,
    submission: &Submission,
) -> Result<Rehearsal, ConnectionError> {
    use stored::ProposalRow::{Decided, Open};
    let Submission { proposal, enterprise, salt, content, .. } = submission;
    let act = Act::PublishSection { enterprise: *enterprise, commitment: content.commitment(enterprise, salt) };
    let proposals = || api::storage().archives().proposals();
    let state = State::finalized(connection).await?;
    if let Some(Decided(decision)) = state.get(proposals(), (*proposal,)).await? {
        return match decision.act == act.digest(state.runtime())? {
            true => decided(connection, submission, decision).await,
            false => Ok(Rehearsal::Altered),
        };
    }
    let state = State::at(connection, connection.best_hash().await?).await?;
    match state.get(proposals(), (*proposal,)).await? {
        Some(Open(open)) => {
            if Act::from(open.act) != act {
                return Ok(Rehearsal::Altered);
            }
            let rehearsal =
                api::view_functions().archives().rehearse_publication(key, *proposal, *salt, Static(content.clone()));
            Ok(match state.view(rehearsal).await? {
                Ok(()) => Rehearsal::Possible,
                Err(error) => Rehearsal::Refused(dispatch_error(&error, state.runtime().metadata_ref())),
            })
        }
        Some(Decided(decision)) => Ok(Rehearsal::Underway(decision.decided.0.block)),
        None => Ok(Rehearsal::Refused(SubmitError::Failed(ModuleError {
            pallet: "Archives".to_owned(),
            error: "UnknownProposal".to_owned(),
        }))),
    }
}

/// What became of a submission in a final block.
async fn decided(
    connection: &Connection,
    submission: &Submission,
    decision: stored::Decision,
) -> Result<Rehearsal, ConnectionError> {
    let (by, block) = (decision.checker.0, decision.decided.0.block);
    if let stored::Outcome::Declined(reason) = decision.outcome {
        return Ok(Rehearsal::Declined(reason.0, by));
    }
    let SectionContent { section, part, series, change, .. } = &submission.content;
    let id = section_id(*section, part.as_ref(), *series);
    let id = id.ok_or_else(|| ConnectionError::malformed("Archives.Proposals"))?;
    let object = ObjectId::new(&Subject::Uscc(submission.enterprise), &id);
    let snapshot = SnapshotRef { object, at: change.head() };
    let block_hash = connection.block_hash(block).await?;
    let receipt = Receipt { block, block_hash, finalised: true, events: Vec::new() };
    Ok(Rehearsal::Published(Published { snapshot, receipt }, by))
}

/// Publishes what a submission says: for another person than its maker.
pub async fn publish_section(submitter: &mut Submitter<'_>, submission: &Submission) -> Result<Published, SubmitError> {
    let call =
        api::tx().archives().publish_section(submission.proposal, submission.salt, Static(submission.content.clone()));
    let included = submitter.run(&call).await?;
    let published = included.events.find::<api::archives::events::SectionPublished>()?;
    let snapshot = published.ok_or(SubmitError::NoEvent)?.snapshot.0;
    Ok(Published { snapshot, receipt: included.receipt })
}

/// A section of an enterprise's archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// Which section.
    pub section: Section,
    /// Where its content comes from.
    pub source: SourceDomain,
    /// Who entered its first snapshot.
    #[serde(flatten)]
    pub hands: Hands,
    /// Its record as it is now.
    pub record: RecordView,
}

/// A record of a section: its next snapshot follows there while it is in force, else the next series begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRecord {
    /// How often the section began anew.
    pub series: u8,
    /// Where its content comes from; none where it was misfiled, and so left the archive.
    pub source: Option<SourceDomain>,
    /// The record as it is now.
    pub record: RecordView,
}

/// Every record of a section, series by series; none where the section never began.
pub async fn section_records(
    connection: &Connection,
    enterprise: Uscc,
    section: Section,
    part: Option<&Label<MAX_PART>>,
) -> Result<Vec<SectionRecord>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut found = Vec::new();
    for series in 0..=u8::MAX {
        let Some(id) = section_id(section, part, series) else { break };
        let object = ObjectId::new(&Subject::Uscc(enterprise), &id);
        let Some(record) = records::show(connection, object).await? else { break };
        let row = state.get(api::storage().archives().sections(), (Static(enterprise), Static(object))).await?;
        found.push(SectionRecord { series, source: row.map(|row| row.source.0), record });
    }
    Ok(found)
}

/// The archive of an enterprise, section by section.
pub async fn sections(connection: &Connection, enterprise: Uscc) -> Result<Vec<SectionView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(ObjectId, _)> = state.rows(api::storage().archives().sections(), (Static(enterprise),)).await?;
    let mut sections = Vec::with_capacity(rows.len());
    for (object, row) in rows {
        let record = records::show(connection, object).await?;
        let record = record.ok_or_else(|| ConnectionError::malformed("Archives.Sections"))?;
        sections.push(SectionView { section: row.section.0, source: row.source.0, hands: row.hands.into(), record });
    }
    sections
        .sort_by(|one, other| (one.section, &one.record.external_id).cmp(&(other.section, &other.record.external_id)));
    Ok(sections)
}
