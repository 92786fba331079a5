//! Sections of archives: committed to by one person, published by another.

use super::{act::Act, proposed, types::Hands, Proposed, Published};
use crate::{
    chain::{api, runtime_types::pallet_jiandu_archives::types as stored},
    connection::{Connection, ConnectionError},
    handover::{self, HandoverError, Target},
    records::{self, RecordView},
    state::State,
    submit::{dispatch_error, ModuleError, Receipt, SubmitError, Submitter},
    AccountId,
};
use jiandu_primitives::{
    chain::GenesisHash,
    enterprise::{section_id, DeclineReason, Section, SectionContent, SourceDomain, MAX_PART},
    header::Label,
    member::Author,
    record::{Document, ObjectId, RecordKind, SnapshotRef, Subject},
    uscc::Uscc,
};
use jiandu_vault::Opening;
use serde::{Deserialize, Serialize};
use std::path::Path;
use subxt::utils::Static;

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

impl Submission {
    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, HandoverError> {
        handover::load(path)
    }

    /// Writes it to a new file.
    pub fn save(&self, path: &Path) -> Result<(), HandoverError> {
        handover::save(path, self)
    }

    /// Whether the checker's documents are those of the submission, in their order.
    pub fn check(&self, documents: &[Document]) -> Result<(), HandoverError> {
        handover::check(self.content.change.documents(), documents, &self.openings)
    }

    /// The record that it writes. None where the part has characters that no external id has.
    pub fn target(&self) -> Option<Target> {
        section_target(self.enterprise, &self.content)
    }
}

/// The record that a section's content belongs to. None where the part has characters that no external id has.
pub fn section_target(enterprise: Uscc, content: &SectionContent) -> Option<Target> {
    Some(Target {
        subject: Subject::Uscc(enterprise),
        kind: RecordKind::ArchiveSection,
        external_id: content.external_id()?,
    })
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

/// Commits to several sections of the archives, one transaction behind the other, by enterprise and commitment. What became of each
/// is among the proposals.
pub async fn submit_sections(
    submitter: &mut Submitter<'_>,
    sections: &[(Uscc, [u8; 32])],
) -> Result<Receipt, SubmitError> {
    let mut calls = Vec::with_capacity(sections.len());
    for (enterprise, commitment) in sections {
        let act = Act::PublishSection { enterprise: *enterprise, commitment: *commitment };
        calls.push(api::tx().archives().propose(act.stored()?));
    }
    submitter.submit_all(&calls).await
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
    let receipt = Receipt::of_final(connection, block).await?;
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

/// What of an enterprise's archive is about persons, by its section or by its source.
pub(crate) async fn personal_sections(
    connection: &Connection,
    enterprise: Uscc,
) -> Result<Vec<(ObjectId, Section)>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut rows: Vec<(ObjectId, _)> = state.rows(api::storage().archives().sections(), (Static(enterprise),)).await?;
    rows.retain(|(_, row)| row.section.0 == Section::Personnel || row.source.0 == SourceDomain::Personal);
    Ok(rows.into_iter().map(|(object, row)| (object, row.section.0)).collect())
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
