//! What `jiandu record` prints.

use super::{
    quoted,
    record_workflow::WorkflowReport,
    storing::{originals, VaultDocument},
};
use crate::{
    external_id::IdFrom,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::Report,
    text::{pairs, table, Style},
    verdict_text::{self, labelled},
};
use jiandu_client::{
    records::{DocumentView, RecordView, ReferenceView, SealView, SnapshotView},
    AccountId, BlockHash,
};
use jiandu_primitives::{
    chain::Moment,
    digest::{ContentHash, DigestAlg},
    header::{Body, Header, Level, Schema},
    member::Author,
    record::{
        ChangeReason, ExternalId, MediaType, ObjectId, Operation, RecordKind, RecordState, Relation, Subject,
        VersionRef,
    },
    seal::SealKind,
};
use serde::{Serialize, Serializer};

fn as_document<S: Serializer>(moment: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    MomentDocument::from(*moment).serialize(serializer)
}

fn as_optional_document<S: Serializer>(moment: &Option<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
    moment.map(MomentDocument::from).serialize(serializer)
}

/// A snapshot by its full name: 首版（v0）, 第 3 次更正（v3）第 1 次重写, 撤回（v4）.
pub fn full_name(at: VersionRef, operation: Operation, language: Language) -> String {
    if at.revision == 0 {
        return verdict_text::snapshot(at, operation, language);
    }
    let version = verdict_text::version(VersionRef { revision: 0, ..at }, language);
    language.say("rewritten-version", &values! { version = version, revision = at.revision })
}

/// Who did something, and when.
pub fn by_at(by: &Author, at: Moment, language: Language) -> String {
    language.say("by-at", &values! { by = author(by), at = moment::short(at.time, language) })
}

/// A person of an organisation.
pub fn author(by: &Author) -> String {
    format!("{} {}", by.organisation, by.handle)
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
    /// The first version that was rewritten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// The last version that was rewritten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upto: Option<u32>,
    /// Why it was withdrawn or rewritten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<ChangeReason>,
    /// The vault that has the originals, null where it was asked that none does; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub originals: Option<Option<VaultDocument>>,
    /// Whether the documents are sealed: whoever is to read them needs their openings.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// The files, in the order of their versions and slots.
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
            ("label-version", full_name(self.version, self.operation, language)),
        ];
        if let (Some(from), Some(upto)) = (self.from, self.upto) {
            let versions = match from == upto {
                true => format!("v{from}"),
                false => language.say("rewritten-range", &values! { from = from, upto = upto }),
            };
            rows.push(("label-rewritten", versions));
        }
        if let Some(id) = &self.external_id {
            rows.push(("label-external-id", id.to_string()));
        }
        if let Some(base) = self.base {
            rows.push(("label-base", base.to_string()));
        }
        if let Some(reason) = self.reason {
            rows.push(("label-reason", language.word(&reason)));
        }
        if let Some(vault) = &self.originals {
            rows.push(("label-originals", originals(vault.as_ref(), language)));
        }
        if let Some(at) = self.at {
            rows.push(("label-time", moment::both(at.time, language)));
        }
        rows.push(("label-block", format!("{} ({})", moment::grouped(self.block), self.block_hash)));
        let finality = if self.finalised { "finality-final" } else { "finality-pending" };
        rows.push(("label-finality", language.text(finality)));
        let mut text = format!("{done}\n{}", pairs(2, &labelled(rows, language)));
        if self.sealed {
            text.push_str(&format!("{}\n", language.text("originals-sealed")));
        }
        if let Some(Since { head, record_state }) = self.since {
            let values =
                values! { head = head.to_string(), state = verdict_text::record_state(record_state, language) };
            text.push_str(&format!("{}\n", Style::Caution.paint(&language.say("written-moved-on", &values))));
        }
        if let (true, false, [_, ..]) = (self.finalised, self.sealed, self.files.as_slice()) {
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
    /// What its workflow says of it.
    #[serde(flatten)]
    workflow: WorkflowReport,
    /// What that snapshot says of itself.
    header: HeaderReport,
    /// Its documents.
    documents: Vec<DocumentReport>,
    /// Its seals, oldest first.
    seals: Vec<SealReport>,
    /// What it refers to, oldest first.
    references: Vec<ReferenceReport>,
}

/// What a snapshot says of itself; times in Unix seconds.
#[derive(Clone, Debug, Serialize)]
struct HeaderReport {
    level: Level,
    business_time: Option<u64>,
    submission_time: Option<u64>,
    schema: Option<Schema>,
    body: Option<BodyReport>,
}

/// The standard's object of a snapshot.
#[derive(Clone, Debug, Serialize)]
struct BodyReport {
    digest: ContentHash,
    length: u64,
    locator: Option<String>,
}

impl From<Body> for BodyReport {
    fn from(Body { sm3, length, locator }: Body) -> Self {
        let digest = ContentHash { alg: DigestAlg::Sm3, value: sm3 };
        Self { digest, length, locator: locator.map(|locator| locator.to_string()) }
    }
}

impl From<Header> for HeaderReport {
    fn from(Header { level, business, submitted, schema, body }: Header) -> Self {
        Self { level, business_time: business, submission_time: submitted, schema, body: body.map(BodyReport::from) }
    }
}

impl HeaderReport {
    fn rows(&self, language: Language) -> Vec<(&'static str, String)> {
        let mut rows = vec![("label-level", language.word(&self.level))];
        if let Some(time) = self.business_time {
            rows.push(("label-business-time", moment::both(time, language)));
        }
        if let Some(time) = self.submission_time {
            rows.push(("label-submission-time", moment::both(time, language)));
        }
        if let Some(Schema { protocol, version, object_type }) = &self.schema {
            let values = values! {
                protocol = protocol.to_string(),
                version = version.to_string(),
                object = object_type.to_string(),
            };
            rows.push(("label-schema", language.say("schema", &values)));
        }
        if let Some(BodyReport { digest, length, locator }) = &self.body {
            let values = values! { digest = digest.to_string(), length = moment::grouped(*length) };
            let body = language.say("body", &values);
            let place = locator.clone().unwrap_or_else(|| language.text("originals-not-stored"));
            rows.push(("label-body", format!("{body}\n{place}")));
        }
        rows
    }
}

/// A seal of a snapshot.
#[derive(Clone, Debug, Serialize)]
struct SealReport {
    kind: SealKind,
    public: String,
    signature: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<String>,
    sealer: Option<Author>,
    by: Author,
    #[serde(serialize_with = "as_document")]
    at: Moment,
}

impl From<SealView> for SealReport {
    fn from(seal: SealView) -> Self {
        let SealView { kind, public, signature, signer, sealer, by, at } = seal;
        Self { kind, public, signature, signer, sealer, by, at }
    }
}

impl SealReport {
    fn text(&self, number: u32, language: Language) -> String {
        let sealer = match &self.sealer {
            Some(sealer) => author(sealer),
            None => language.text("sealer-by-certificate"),
        };
        let mut rows = vec![("label-sealer", sealer), ("label-public", self.public.clone())];
        if let Some(signer) = &self.signer {
            rows.push(("label-signer", signer.clone()));
        }
        rows.push(("label-handed-in-by", author(&self.by)));
        rows.push(("label-time", moment::full(self.at, language)));
        let values = values! { number = number, kind = language.word(&self.kind) };
        let title = Style::Strong.paint(&language.say("seal-number", &values));
        format!("\n{title}\n{}", pairs(2, &labelled(rows, language)))
    }
}

/// What a snapshot refers to.
#[derive(Clone, Debug, Serialize)]
struct ReferenceReport {
    record: ObjectId,
    version: VersionRef,
    relation: Relation,
    by: Author,
    #[serde(serialize_with = "as_document")]
    at: Moment,
}

impl From<ReferenceView> for ReferenceReport {
    fn from(ReferenceView { target, relation, by, at }: ReferenceView) -> Self {
        Self { record: target.object, version: target.at, relation, by, at }
    }
}

impl ReferenceReport {
    fn text(&self, number: u32, language: Language) -> String {
        let rows = vec![
            ("label-record", self.record.to_string()),
            ("label-snapshot", self.version.to_string()),
            ("label-handed-in-by", author(&self.by)),
            ("label-time", moment::full(self.at, language)),
        ];
        let values = values! { number = number, relation = language.word(&self.relation) };
        let title = Style::Strong.paint(&language.say("reference-number", &values));
        format!("\n{title}\n{}", pairs(2, &labelled(rows, language)))
    }
}

/// A document of a record.
#[derive(Clone, Debug, Serialize)]
struct DocumentReport {
    slot: u16,
    digests: Vec<ContentHash>,
    length: u64,
    media: MediaType,
    sealed: bool,
}

impl From<DocumentView> for DocumentReport {
    fn from(document: DocumentView) -> Self {
        let DocumentView { slot, digests, length, media, sealed } = document;
        Self { slot, digests, length, media, sealed }
    }
}

impl RecordReport {
    /// A record as the node tells of it.
    pub fn new(record: RecordView, workflow: WorkflowReport) -> Self {
        Self {
            record: record.object,
            external_id: record.external_id,
            subject: record.subject,
            kind: record.kind,
            head: record.head,
            record_state: record.state,
            frozen: record.frozen,
            version: record.version,
            workflow,
            header: record.header.into(),
            documents: record.documents.into_iter().map(DocumentReport::from).collect(),
            seals: record.seals.into_iter().map(SealReport::from).collect(),
            references: record.references.into_iter().map(ReferenceReport::from).collect(),
        }
    }
}

impl RecordReport {
    fn head_text(&self, language: Language) -> String {
        let last = match self.record_state {
            RecordState::Withdrawn { .. } => Operation::Withdraw,
            RecordState::Live | RecordState::Misfiled { .. } => Operation::Update,
        };
        full_name(self.head, last, language)
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
        rows.extend(self.workflow.rows(language));
        rows.extend(self.header.rows(language));
        let mut text = pairs(0, &labelled(rows, language));
        for document in &self.documents {
            let values = values! {
                number = u32::from(document.slot) + 1,
                media = language.word(&document.media),
                length = moment::grouped(document.length),
            };
            let title = if document.sealed { "document-sealed" } else { "document-number" };
            text.push_str(&format!("\n{}\n", Style::Strong.paint(&language.say(title, &values))));
            document.digests.iter().for_each(|digest| text.push_str(&format!("  {digest}\n")));
        }
        self.seals.iter().zip(1u32..).for_each(|(seal, number)| text.push_str(&seal.text(number, language)));
        let references = self.references.iter().zip(1u32..);
        references.for_each(|(reference, number)| text.push_str(&reference.text(number, language)));
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
    reason: Option<ChangeReason>,
    header: HeaderReport,
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
            header: snapshot.header.into(),
            at: snapshot.moment,
            by: snapshot.by,
            key: snapshot.key,
            sequence: snapshot.sequence,
        });
        Self { record, snapshots: snapshots.collect() }
    }
}

impl SnapshotReport {
    fn operation_text(&self, language: Language) -> String {
        let operation = language.word(&self.operation);
        match &self.reason {
            Some(reason) => {
                let values = values! { operation = operation, reason = language.word(reason) };
                language.say("operation-with-reason", &values)
            }
            None => operation,
        }
    }
}

impl HistoryReport {
    /// The record and its snapshots.
    pub fn table(&self, language: Language) -> String {
        let headings = [
            "label-version",
            "label-operation",
            "label-documents",
            "label-block",
            "label-time",
            "label-author",
            "label-business-time",
        ];
        let headings = headings.map(|key| language.text(key));
        let rows = self.snapshots.iter().map(|snapshot| {
            [
                full_name(snapshot.version, snapshot.operation, language),
                snapshot.operation_text(language),
                snapshot.documents.to_string(),
                moment::grouped(snapshot.at.block),
                moment::beijing(snapshot.at.time),
                author(&snapshot.by),
                snapshot.header.business_time.map(moment::beijing).unwrap_or_default(),
            ]
        });
        let rows: Vec<[String; 7]> = rows.collect();
        let mut text = format!("{} {}\n\n", language.text("label-record"), self.record);
        if self.snapshots.iter().any(|snapshot| snapshot.header.business_time.is_some()) {
            text.push_str(&table(headings, &rows));
        } else {
            // Nobody said when the matters themselves happened.
            let rows: Vec<[String; 6]> = rows.into_iter().map(without_last).collect();
            text.push_str(&table(without_last(headings), &rows));
        }
        text
    }
}

impl Report for HistoryReport {
    fn text(&self, language: Language) -> String {
        self.table(language) + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says-of-record")))
    }
}

fn without_last([a, b, c, d, e, f, _]: [String; 7]) -> [String; 6] {
    [a, b, c, d, e, f]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use jiandu_primitives::{
        header::OverwriteReason,
        member::{Custody, Handle},
        record::SnapshotRef,
    };

    const TIME: u64 = 1_776_133_926;

    fn by() -> Author {
        Author {
            organisation: "91350100M000100Y43".parse().expect("a code"),
            handle: Handle([0x1a; 8]),
            custody: Custody::Own,
        }
    }

    fn at(version: u32, revision: u32) -> VersionRef {
        VersionRef { version, revision }
    }

    fn snapshot(at: VersionRef, operation: Operation, sequence: u64, business: Option<u64>) -> SnapshotView {
        let overwrite = operation == Operation::Overwrite;
        SnapshotView {
            at,
            operation,
            documents: 1,
            reason: overwrite.then_some(ChangeReason::Overwrite(OverwriteReason::WrongCode)),
            header: Header { business, ..Header::default() },
            moment: Moment { block: 1_203_300, time: TIME },
            by: by(),
            key: AccountId([7; 32]),
            sequence,
        }
    }

    fn history(business: Option<u64>) -> HistoryReport {
        let snapshots = vec![
            snapshot(at(0, 0), Operation::Create, 0, None),
            snapshot(at(1, 0), Operation::Update, 1, None),
            snapshot(at(0, 1), Operation::Overwrite, 2, business),
            snapshot(at(1, 1), Operation::Overwrite, 3, None),
        ];
        HistoryReport::new(ObjectId([7; 32]), snapshots)
    }

    #[test]
    fn a_snapshot_should_have_the_full_name_of_the_glossary() {
        let name = |version, revision, operation| full_name(at(version, revision), operation, Language::Chinese);
        assert_eq!(name(0, 0, Operation::Create), "首版（v0）");
        assert_eq!(name(0, 2, Operation::Overwrite), "首版（v0）第 2 次重写");
        assert_eq!(name(3, 1, Operation::Overwrite), "第 3 次更正（v3）第 1 次重写");
        assert_eq!(name(4, 0, Operation::Withdraw), "撤回（v4）");
    }

    #[test]
    fn the_history_of_a_rewritten_record_should_say_what_was_rewritten_and_why() {
        let text = plain(&history(None).text(Language::Chinese));
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].contains("版本") && lines[2].contains("操作") && !lines[2].contains("业务时间"), "{text}");
        assert!(lines[5].starts_with("首版（v0）第 1 次重写"), "{text}");
        assert!(lines[6].starts_with("第 1 次更正（v1）第 1 次重写"), "{text}");
        assert!(lines[6].contains("登记差错重写（企业或产品编码填错）"), "{text}");
        let dated = plain(&history(Some(1_776_096_000)).text(Language::Chinese));
        assert!(dated.contains("业务时间") && dated.contains("2026-04-14 00:00:00"), "{dated}");
    }

    #[test]
    fn the_documents_for_programs_should_have_everything() {
        let history = serde_json::to_value(history(Some(7))).expect("serializable");
        let rewritten = &history["snapshots"][2];
        assert_eq!(rewritten["reason"], "wrong-code");
        assert_eq!(rewritten["operation"], "overwrite");
        assert_eq!(rewritten["header"]["level"], "L1");
        assert_eq!(rewritten["header"]["business_time"], 7);
        let record =
            serde_json::to_value(RecordReport::new(record(), WorkflowReport::default())).expect("serializable");
        assert_eq!(record["header"]["schema"]["object_type"], "disclosure");
        assert_eq!(record["header"]["body"]["digest"], format!("sm3:{}", "09".repeat(32)));
        assert_eq!(record["seals"][0]["kind"], "sm2");
        assert_eq!(record["seals"][0]["at"]["block"], 8);
        assert_eq!(record["references"][0]["version"]["version"], 2);
        assert_eq!(record["references"][0]["relation"], "basis");
    }

    #[test]
    fn a_record_should_show_level_times_seals_and_references() {
        for language in Language::ALL {
            let text = plain(&RecordReport::new(record(), WorkflowReport::default()).text(language));
            let level = language.word(&Level::L1);
            for shown in [
                level.as_str(),
                "2026-04-14 10:32:06",
                "jrt0314",
                "1234567812345678",
                &ObjectId([5; 32]).to_string(),
                "2.1",
                &language.word(&Relation::Basis),
                &language.word(&SealKind::Sm2),
            ] {
                assert!(text.contains(shown), "{shown} in {text}");
            }
        }
    }

    fn record() -> RecordView {
        let label = "disclosure";
        let schema = Schema {
            protocol: "jrt0314".parse().expect("a label"),
            version: "1.0".parse().expect("a label"),
            object_type: label.parse().expect("a label"),
        };
        let body = Body { sm3: [9; 32], length: 1_000, locator: None };
        let seal = SealView {
            kind: SealKind::Sm2,
            public: "ab".repeat(64),
            signature: "cd".repeat(64),
            signer: Some("1234567812345678".into()),
            sealer: None,
            by: by(),
            at: Moment { block: 8, time: TIME },
        };
        let reference = ReferenceView {
            target: SnapshotRef { object: ObjectId([5; 32]), at: at(2, 1) },
            relation: Relation::Basis,
            by: by(),
            at: Moment { block: 9, time: TIME },
        };
        RecordView {
            object: ObjectId([7; 32]),
            external_id: "annual-2025".parse().expect("an id"),
            subject: Subject::Uscc(by().organisation),
            kind: RecordKind::General,
            head: at(3, 1),
            state: RecordState::Live,
            frozen: false,
            before: Some(at(2, 0)),
            version: at(3, 1),
            header: Header { business: Some(TIME), schema: Some(schema), body: Some(body), ..Header::default() },
            documents: Vec::new(),
            seals: vec![seal],
            references: vec![reference],
        }
    }
}
