//! What `jiandu record` prints.

use super::quoted;
use crate::{
    external_id::IdFrom,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::Report,
    text::{pairs, table, Style},
    verdict_text::{self, labelled},
};
use jiandu_client::{
    records::{DocumentView, RecordView, SnapshotView},
    AccountId, BlockHash,
};
use jiandu_primitives::{
    chain::Moment,
    digest::ContentHash,
    member::Author,
    record::{
        ExternalId, MediaType, ObjectId, Operation, RecordKind, RecordState, Subject, VersionRef, WithdrawalReason,
    },
};
use serde::{Serialize, Serializer};

fn as_document<S: Serializer>(moment: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    MomentDocument::from(*moment).serialize(serializer)
}

fn as_optional_document<S: Serializer>(moment: &Option<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
    moment.map(MomentDocument::from).serialize(serializer)
}

/// What a call wrote.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenReport {
    /// What it did.
    pub operation: Operation,
    /// The record.
    pub record: ObjectId,
    /// The snapshot.
    pub version: VersionRef,
    /// Whether the chain had it already, and nothing was written.
    pub unchanged: bool,
    /// Where the record stands, if it moved on after the snapshot that a repeated call finds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
    /// The name of a new record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// Where that name comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_from: Option<IdFrom>,
    /// The head that a change is based on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<VersionRef>,
    /// Why it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<WithdrawalReason>,
    /// The files, in the order of their slots.
    pub files: Vec<String>,
    /// When the snapshot was written; none where that is not known yet.
    #[serde(serialize_with = "as_optional_document")]
    pub at: Option<Moment>,
    /// The block of the transaction.
    pub block: u32,
    /// Its hash.
    pub block_hash: BlockHash,
    /// Whether it is final.
    pub finalised: bool,
}

/// Where a record stands that has moved on.
#[derive(Clone, Debug, Serialize)]
pub struct Since {
    /// Its newest snapshot.
    pub head: VersionRef,
    /// Its state.
    pub record_state: RecordState,
}

impl Report for WrittenReport {
    fn text(&self, language: Language) -> String {
        let done = match (self.unchanged, self.finalised) {
            (true, _) => Style::Caution.paint(&language.text("written-unchanged")),
            (false, true) => Style::Good.paint(&language.text(&format!("written-{}", self.operation))),
            (false, false) => Style::Caution.paint(&language.text("written-not-final")),
        };
        let mut rows = vec![
            ("label-record", self.record.to_string()),
            ("label-version", verdict_text::snapshot(self.version, self.operation, language)),
        ];
        if let Some(id) = &self.external_id {
            rows.push(("label-external-id", id.to_string()));
        }
        if let Some(base) = self.base {
            rows.push(("label-base", base.to_string()));
        }
        if let Some(reason) = self.reason {
            rows.push(("label-reason", language.word(&reason)));
        }
        if let Some(at) = self.at {
            rows.push(("label-time", moment::both(at.time, language)));
        }
        rows.push(("label-block", format!("{} ({})", moment::grouped(self.block), self.block_hash)));
        let finality = if self.finalised { "finality-final" } else { "finality-pending" };
        rows.push(("label-finality", language.text(finality)));
        let mut text = format!("{done}\n{}", pairs(2, &labelled(rows, language)));
        if let Some(Since { head, record_state }) = self.since {
            let values =
                values! { head = head.to_string(), state = verdict_text::record_state(record_state, language) };
            text.push_str(&format!("{}\n", Style::Caution.paint(&language.say("written-moved-on", &values))));
        }
        if let (true, [_, ..]) = (self.finalised, self.files.as_slice()) {
            let files = self.files.iter().map(|file| quoted(file)).collect::<Vec<_>>().join(" ");
            text.push_str(&format!("{}\n", language.say("how-to-verify", &values! { files = files })));
        }
        text
    }
}

/// A record as it is now.
#[derive(Clone, Debug, Serialize)]
pub struct RecordReport {
    /// Its id.
    record: ObjectId,
    /// The name under which its submitter knows it.
    external_id: ExternalId,
    /// Whom it is about.
    subject: Subject,
    /// What it is.
    kind: RecordKind,
    /// Its newest snapshot, on which an update is based.
    head: VersionRef,
    /// Its state.
    record_state: RecordState,
    /// Whether it is frozen.
    frozen: bool,
    /// The newest snapshot that has documents.
    version: VersionRef,
    /// Those documents.
    documents: Vec<DocumentReport>,
}

/// A document of a record.
#[derive(Clone, Debug, Serialize)]
struct DocumentReport {
    slot: u16,
    digests: Vec<ContentHash>,
    length: u64,
    media: MediaType,
}

impl From<DocumentView> for DocumentReport {
    fn from(document: DocumentView) -> Self {
        let DocumentView { slot, digests, length, media } = document;
        Self { slot, digests, length, media }
    }
}

impl RecordReport {
    /// A record as the node tells of it.
    pub fn new(record: RecordView) -> Self {
        Self {
            record: record.object,
            external_id: record.external_id,
            subject: record.subject,
            kind: record.kind,
            head: record.head,
            record_state: record.state,
            frozen: record.frozen,
            version: record.version,
            documents: record.documents.into_iter().map(DocumentReport::from).collect(),
        }
    }
}

impl RecordReport {
    fn head_text(&self, language: Language) -> String {
        let last = match self.record_state {
            RecordState::Withdrawn { .. } => Operation::Withdraw,
            RecordState::Live | RecordState::Misfiled { .. } => Operation::Update,
        };
        verdict_text::snapshot(self.head, last, language)
    }
}

impl Report for RecordReport {
    fn text(&self, language: Language) -> String {
        let mut rows = vec![
            ("label-record", self.record.to_string()),
            ("label-external-id", self.external_id.to_string()),
            ("label-subject", self.subject.to_string()),
            ("label-kind", language.word(&self.kind)),
            ("label-version", format!("{} ({})", self.head_text(language), self.head)),
            ("label-record-state", verdict_text::record_state(self.record_state, language)),
        ];
        if self.frozen {
            rows.push(("label-restriction", language.text("restriction-frozen")));
        }
        let mut text = pairs(0, &labelled(rows, language));
        for document in &self.documents {
            let values = values! {
                number = u32::from(document.slot) + 1,
                media = language.word(&document.media),
                length = moment::grouped(document.length),
            };
            text.push_str(&format!("\n{}\n", Style::Strong.paint(&language.say("document-number", &values))));
            document.digests.iter().for_each(|digest| text.push_str(&format!("  {digest}\n")));
        }
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says-of-record")))
    }
}

/// Everything that happened to a record.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryReport {
    /// The record.
    record: ObjectId,
    /// Its snapshots, oldest first.
    snapshots: Vec<SnapshotReport>,
}

/// A snapshot.
#[derive(Clone, Debug, Serialize)]
struct SnapshotReport {
    version: VersionRef,
    operation: Operation,
    documents: u16,
    reason: Option<WithdrawalReason>,
    #[serde(serialize_with = "as_document")]
    at: Moment,
    by: Author,
    key: AccountId,
    sequence: u64,
}

impl HistoryReport {
    /// The snapshots of a record as the node tells of them.
    pub fn new(record: ObjectId, snapshots: Vec<SnapshotView>) -> Self {
        let snapshots = snapshots.into_iter().map(|snapshot| SnapshotReport {
            version: snapshot.at,
            operation: snapshot.operation,
            documents: snapshot.documents,
            reason: snapshot.reason,
            at: snapshot.moment,
            by: snapshot.by,
            key: snapshot.key,
            sequence: snapshot.sequence,
        });
        Self { record, snapshots: snapshots.collect() }
    }
}

impl Report for HistoryReport {
    fn text(&self, language: Language) -> String {
        let headings =
            ["label-version", "label-operation", "label-documents", "label-block", "label-time", "label-author"];
        let rows: Vec<[String; 6]> = self
            .snapshots
            .iter()
            .map(|snapshot| {
                let operation = language.word(&snapshot.operation);
                let operation = match snapshot.reason {
                    Some(reason) => {
                        let reason = language.word(&reason);
                        language.say("operation-with-reason", &values! { operation = operation, reason = reason })
                    }
                    None => operation,
                };
                [
                    verdict_text::snapshot(snapshot.version, snapshot.operation, language),
                    operation,
                    snapshot.documents.to_string(),
                    moment::grouped(snapshot.at.block),
                    moment::beijing(snapshot.at.time),
                    format!("{} {}", snapshot.by.organisation, snapshot.by.handle),
                ]
            })
            .collect();
        let mut text = format!("{} {}\n\n", language.text("label-record"), self.record);
        text.push_str(&table(headings.map(|key| language.text(key)), &rows));
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says-of-record")))
    }
}
