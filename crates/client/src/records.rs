//! Records: anchoring documents, and reading what is anchored.
//!
//! Every call here recognises its own repetition: the same again is answered with the snapshot that the first one made, so a
//! submission whose fate is unknown is simply made again.

use crate::{
    chain::{
        api,
        runtime_types::{bounded_collections::bounded_vec::BoundedVec, pallet_jiandu_records::types as stored},
    },
    connection::{Connection, ConnectionError},
    hash::{hash_file, media_type, HashError},
    state::State,
    submit::{Included, Receipt, SubmitError, Submitter},
    AccountId,
};
use bounded_collections::BoundedVec as Digests;
use jiandu_primitives::{
    chain::Moment,
    digest::{ContentHash, DigestAlg},
    header::{Header, Locator, OverwriteReason},
    member::Author,
    record::{
        ChangeReason, Content, Document, ExternalId, MediaType, ObjectId, Operation, RecordKind, RecordState,
        ReferenceRow, Relation, Rewritten, SnapshotRef, Subject, VersionRef, WithdrawalReason, MAX_DOCUMENTS,
        MAX_OVERWRITTEN,
    },
    seal::{self, Seal, SealKind, SealRow},
};
use serde::Serialize;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use subxt::utils::Static;
use thiserror::Error;

/// The digests of every document: those that the chain asks for.
pub const ALGORITHMS: [DigestAlg; 2] = [DigestAlg::Blake3, DigestAlg::Sm3];

/// Bytes looked at to tell a document's type.
const SNIFFED: u64 = 4096;

/// Why a file cannot become a document.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// It cannot be hashed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// It is empty: an empty file identifies nothing.
    #[error("{path} is empty")]
    Empty {
        /// Which file.
        path: PathBuf,
    },
}

/// What a call did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// The snapshot, new or known.
    pub snapshot: SnapshotRef,
    /// Whether the call was a repetition and wrote nothing.
    pub unchanged: bool,
    /// The transaction.
    pub receipt: Receipt,
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecordView {
    /// Its id.
    pub object: ObjectId,
    /// The name under which its submitter knows it.
    pub external_id: ExternalId,
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
    /// Its newest snapshot, on which an update is based.
    pub head: VersionRef,
    /// Whether it is in force.
    pub state: RecordState,
    /// Whether it is frozen.
    pub frozen: bool,
    /// The head before the newest snapshot; none where that is the first.
    pub before: Option<VersionRef>,
    /// The newest snapshot that carries documents.
    pub version: VersionRef,
    /// What that snapshot says of itself.
    pub header: Header,
    /// Its documents, by slot.
    pub documents: Vec<DocumentView>,
    /// Its seals, oldest first.
    pub seals: Vec<SealView>,
    /// What it refers to.
    pub references: Vec<ReferenceView>,
}

/// A seal of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SealView {
    /// Its kind.
    pub kind: SealKind,
    /// The public key, hexadecimal.
    pub public: String,
    /// The signature, hexadecimal.
    pub signature: String,
    /// An SM2 signer's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// Whose key it is, for the keys of members.
    pub sealer: Option<Author>,
    /// Who handed it in.
    pub by: Author,
    /// When.
    pub at: Moment,
}

impl From<SealRow> for SealView {
    fn from(SealRow::V1 { seal, sealer, by, at }: SealRow) -> Self {
        let signature = match &seal {
            Seal::Sm2 { signature, .. } | Seal::Sr25519 { signature, .. } | Seal::Ed25519 { signature, .. } => {
                signature
            }
        };
        Self {
            kind: seal.kind(),
            public: hex::encode(seal.public()),
            signature: hex::encode(signature),
            signer: match &seal {
                Seal::Sm2 { signer, .. } => Some(signer.to_string()),
                Seal::Sr25519 { .. } | Seal::Ed25519 { .. } => None,
            },
            sealer,
            by,
            at,
        }
    }
}

/// What a snapshot refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReferenceView {
    /// The snapshot referred to.
    pub target: SnapshotRef,
    /// How.
    pub relation: Relation,
    /// Who said so.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// Whether a snapshot has just these documents: digests, lengths and types in their order.
pub fn same_documents(held: &[DocumentView], new: &[Document]) -> bool {
    held.len() == new.len() && held.iter().zip(new).all(|(held, new)| held.document().as_ref() == Some(new))
}

/// A document of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentView {
    /// Its place in the snapshot.
    pub slot: u16,
    /// Its digests.
    pub digests: Vec<ContentHash>,
    /// The length in bytes of what the vault keeps: of a sealed document, of its ciphertext.
    pub length: u64,
    /// Its type, as its submitter stated it.
    pub media: MediaType,
    /// Whether it is not public: its digests are those of its ciphertext, and a commitment.
    pub sealed: bool,
}

impl DocumentView {
    /// A document in its slot.
    pub fn new(slot: u16, document: &Document) -> Self {
        let Document { content, media } = document;
        let (digests, length, sealed) = (content.digests().to_vec(), content.length(), content.is_sealed());
        Self { slot, digests, length, media: *media, sealed }
    }

    /// As the chain takes it. None where it has more digests than any document.
    pub fn document(&self) -> Option<Document> {
        let digests = self.digests.clone().try_into().ok()?;
        let content = match self.sealed {
            true => Content::Sealed { digests, length: self.length },
            false => Content::Plain { digests, length: self.length },
        };
        Some(Document { content, media: self.media })
    }

    /// Where it lies in the vault, if anywhere.
    pub fn locator(&self) -> Option<Locator> {
        Locator::of(&self.digests)
    }

    /// What its submitter committed to, where it is sealed.
    pub fn commitment(&self) -> Option<ContentHash> {
        self.digests.iter().copied().find(|digest| digest.alg == DigestAlg::Commitment)
    }
}

/// A snapshot of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SnapshotView {
    /// Which one.
    pub at: VersionRef,
    /// What it did.
    pub operation: Operation,
    /// How many documents it has.
    pub documents: u16,
    /// Why, for a withdrawal and for an overwrite.
    pub reason: Option<ChangeReason>,
    /// What it says of itself.
    pub header: Header,
    /// When.
    pub moment: Moment,
    /// Who wrote it.
    pub by: Author,
    /// The key that signed.
    pub key: AccountId,
    /// Its number among all snapshots of the chain.
    pub sequence: u64,
}

impl SnapshotView {
    pub(crate) fn new(at: VersionRef, row: stored::SnapshotRow<AccountId>) -> Self {
        match row {
            stored::SnapshotRow::V1(first) => Self {
                at,
                operation: first.operation.0,
                documents: first.documents,
                reason: first.reason.map(|reason| ChangeReason::Withdrawal(reason.0)),
                header: Header::default(),
                moment: first.at.0,
                by: first.by.0,
                key: first.key,
                sequence: first.sequence,
            },
            stored::SnapshotRow::V2(snapshot) => Self {
                at,
                operation: snapshot.operation.0,
                documents: snapshot.documents,
                reason: snapshot.reason.map(|reason| reason.0),
                header: snapshot.header.0,
                moment: snapshot.at.0,
                by: snapshot.by.0,
                key: snapshot.key,
                sequence: snapshot.sequence,
            },
        }
    }
}

/// Makes a file into a document: hashes it, and tells its type. `progress` hears of bytes done and of the total.
pub fn document(path: &Path, progress: impl FnMut(u64, Option<u64>)) -> Result<Document, DocumentError> {
    let hashed = hash_file(path, &ALGORITHMS, progress)?;
    if hashed.length == 0 {
        return Err(DocumentError::Empty { path: path.to_owned() });
    }
    // Two digests always fit into the three that there is room for.
    let digests = Digests::truncate_from(hashed.digests);
    Ok(Document { content: Content::Plain { digests, length: hashed.length }, media: media_of(path)? })
}

/// The type of a file, by its name and its first bytes.
pub fn media_of(path: &Path) -> Result<MediaType, HashError> {
    let mut first = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(SNIFFED).read_to_end(&mut first))
        .map_err(|source| HashError::new(path, source))?;
    Ok(media_type(path, &first))
}

/// Creates a record of a subject with its first documents.
pub async fn create(
    submitter: &mut Submitter<'_>,
    subject: Subject,
    external_id: ExternalId,
    header: Header,
    documents: Vec<Document>,
) -> Result<Written, SubmitError> {
    let object = ObjectId::new(&subject, &external_id);
    let call = api::tx().records().create(Static(subject), Static(external_id), Static(header), bounded(documents)?);
    let included = submitter.run(&call).await?;
    let at = match included.events.find::<api::records::events::RecordCreated>()? {
        Some(created) if created.object.0 == object => Some(VersionRef::default()),
        _ => None,
    };
    written(object, at, included)
}

/// A record to be created.
#[derive(Clone, Debug)]
pub struct NewRecord {
    /// Whom it is about.
    pub subject: Subject,
    /// The name under which the submitter knows it.
    pub external_id: ExternalId,
    /// What its first snapshot says of itself.
    pub header: Header,
    /// Its documents.
    pub documents: Vec<Document>,
}

/// How many snapshots the chain has at its newest final block, of all records together.
pub async fn count(connection: &Connection) -> Result<u64, ConnectionError> {
    let state = State::finalized(connection).await?;
    Ok(state.get(api::storage().records().next_sequence(), ()).await?.unwrap_or_default())
}

/// Creates many records, one transaction each, all under way at once; see [`Submitter::submit_all`].
pub async fn create_all(submitter: &mut Submitter<'_>, records: Vec<NewRecord>) -> Result<Receipt, SubmitError> {
    let calls = records.into_iter().map(|record| {
        let NewRecord { subject, external_id, header, documents } = record;
        Ok(api::tx().records().create(Static(subject), Static(external_id), Static(header), bounded(documents)?))
    });
    submitter.submit_all(&calls.collect::<Result<Vec<_>, SubmitError>>()?).await
}

/// Adds a version with its complete list of documents. `base` is the head that the caller saw.
pub async fn update(
    submitter: &mut Submitter<'_>,
    object: ObjectId,
    base: VersionRef,
    header: Header,
    documents: Vec<Document>,
) -> Result<Written, SubmitError> {
    let call = api::tx().records().update(Static(object), Static(base), Static(header), bounded(documents)?);
    let included = submitter.run(&call).await?;
    let at = included.events.find::<api::records::events::RecordUpdated>()?.map(|updated| updated.at.0);
    written(object, at, included)
}

/// Withdraws a record for good. `base` is the head that the caller saw.
pub async fn withdraw(
    submitter: &mut Submitter<'_>,
    object: ObjectId,
    base: VersionRef,
    header: Header,
    reason: WithdrawalReason,
) -> Result<Written, SubmitError> {
    let call = api::tx().records().withdraw(Static(object), Static(base), Static(header), Static(reason));
    let included = submitter.run(&call).await?;
    let at = included.events.find::<api::records::events::RecordWithdrawn>()?.map(|withdrawn| withdrawn.at.0);
    written(object, at, included)
}

/// Rewrites the versions from `from` up to the newest, `versions` in ascending order. `base` is the head that the caller saw.
pub async fn overwrite(
    submitter: &mut Submitter<'_>,
    object: ObjectId,
    base: VersionRef,
    from: u32,
    versions: Vec<Rewritten>,
    reason: OverwriteReason,
) -> Result<Written, SubmitError> {
    let found = versions.len();
    if !u32::try_from(found).is_ok_and(|count| count <= MAX_OVERWRITTEN) {
        return Err(SubmitError::TooMany { found, limit: MAX_OVERWRITTEN });
    }
    let versions = BoundedVec(versions.into_iter().map(Static).collect());
    let call = api::tx().records().overwrite(Static(object), Static(base), from, versions, Static(reason));
    let included = submitter.run(&call).await?;
    let at = included.events.find::<api::records::events::RecordOverwritten>()?.map(|overwritten| overwritten.at.0);
    written(object, at, included)
}

/// What a seal of a snapshot signs: see [`jiandu_primitives::seal::message`]. None where there is no such snapshot.
pub async fn seal_message(connection: &Connection, snapshot: SnapshotRef) -> Result<Option<Vec<u8>>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let row = state.get(api::storage().records().snapshots(), (Static(snapshot.object), Static(snapshot.at))).await?;
    let payload = row.map(|row| match row {
        stored::SnapshotRow::V1(first) => first.payload,
        stored::SnapshotRow::V2(snapshot) => snapshot.payload,
    });
    Ok(payload.map(|payload| seal::message(&connection.genesis(), &snapshot, &payload)))
}

/// Adds a seal to a snapshot.
pub async fn seal(
    submitter: &mut Submitter<'_>,
    SnapshotRef { object, at }: SnapshotRef,
    seal: Seal,
) -> Result<Written, SubmitError> {
    let call = api::tx().records().seal(Static(object), Static(at), Static(seal));
    let included = submitter.run(&call).await?;
    let sealed = included.events.find::<api::records::events::SnapshotSealed>()?.map(|sealed| sealed.snapshot.0.at);
    written(object, sealed, included)
}

/// Makes a snapshot refer to another record's, for ever.
pub async fn refer(
    submitter: &mut Submitter<'_>,
    SnapshotRef { object, at }: SnapshotRef,
    target: SnapshotRef,
    relation: Relation,
) -> Result<Written, SubmitError> {
    let call = api::tx().records().refer(Static(object), Static(at), Static(target), Static(relation));
    let included = submitter.run(&call).await?;
    let referred = included.events.find::<api::records::events::SnapshotReferred>()?;
    written(object, referred.map(|referred| referred.snapshot.0.at), included)
}

fn bounded(documents: Vec<Document>) -> Result<BoundedVec<Static<Document>>, SubmitError> {
    let found = documents.len();
    if !u32::try_from(found).is_ok_and(|count| count <= MAX_DOCUMENTS) {
        return Err(SubmitError::TooMany { found, limit: MAX_DOCUMENTS });
    }
    Ok(BoundedVec(documents.into_iter().map(Static).collect()))
}

fn written(object: ObjectId, at: Option<VersionRef>, included: Included) -> Result<Written, SubmitError> {
    let (at, unchanged) = match at {
        Some(at) => (at, false),
        None => {
            let unchanged = included.events.find::<api::records::events::RecordUnchanged>()?;
            (unchanged.ok_or(SubmitError::NoEvent)?.at.0, true)
        }
    };
    Ok(Written { snapshot: SnapshotRef { object, at }, unchanged, receipt: included.receipt })
}

/// A record with the documents of its newest version that has any.
pub async fn show(connection: &Connection, object: ObjectId) -> Result<Option<RecordView>, ConnectionError> {
    show_in(State::finalized(connection).await?, object).await
}

/// The same in the newest block, which may yet be replaced by another: for who bases something on what they just sent.
pub async fn show_newest(connection: &Connection, object: ObjectId) -> Result<Option<RecordView>, ConnectionError> {
    show_in(State::at(connection, connection.best_hash().await?).await?, object).await
}

async fn show_in(state: State, object: ObjectId) -> Result<Option<RecordView>, ConnectionError> {
    let Some(row) = state.get(api::storage().records().objects(), (Static(object),)).await? else { return Ok(None) };
    let head = row.0.into_head();
    let external_id = state.get(api::storage().records().external_ids(), (Static(object),)).await?;
    let newest_of = |version| VersionRef { version, revision: head.revision_of(version) };
    let version = newest_of(head.last_live_version());
    let before = head.version.checked_sub(1).map(newest_of);
    let snapshot = snapshot_in(&state, object, version).await?;
    let at = SnapshotRef { object, at: version };
    Ok(Some(RecordView {
        object,
        external_id: external_id.ok_or_else(|| ConnectionError::malformed("Records.ExternalIds"))?.0,
        subject: head.subject,
        kind: head.kind,
        head: head.current(),
        state: head.state,
        frozen: head.frozen,
        before,
        version,
        header: snapshot.map(|snapshot| snapshot.header).unwrap_or_default(),
        documents: documents_in(&state, object, version).await?,
        seals: seals_in(&state, at).await?,
        references: references_in(&state, at).await?,
    }))
}

/// A snapshot with its documents; none where there is no such one.
pub async fn snapshot(
    connection: &Connection,
    SnapshotRef { object, at }: SnapshotRef,
) -> Result<Option<(SnapshotView, Vec<DocumentView>)>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let Some(snapshot) = snapshot_in(&state, object, at).await? else { return Ok(None) };
    Ok(Some((snapshot, documents_in(&state, object, at).await?)))
}

async fn snapshot_in(state: &State, object: ObjectId, at: VersionRef) -> Result<Option<SnapshotView>, ConnectionError> {
    let row = state.get(api::storage().records().snapshots(), (Static(object), Static(at))).await?;
    Ok(row.map(|row| SnapshotView::new(at, row)))
}

/// The seals of a snapshot, oldest first.
pub async fn seals(connection: &Connection, snapshot: SnapshotRef) -> Result<Vec<SealView>, ConnectionError> {
    seals_in(&State::finalized(connection).await?, snapshot).await
}

async fn seals_in(state: &State, SnapshotRef { object, at }: SnapshotRef) -> Result<Vec<SealView>, ConnectionError> {
    let rows: Vec<([u8; 32], _)> =
        optional(state.rows(api::storage().records().seals(), (Static(object), Static(at))).await)?;
    let mut seals: Vec<SealView> = rows.into_iter().map(|(_, row)| row.0.into()).collect();
    seals.sort_by_key(|seal| seal.at);
    Ok(seals)
}

/// What a snapshot refers to, oldest first.
async fn references_in(
    state: &State,
    SnapshotRef { object, at }: SnapshotRef,
) -> Result<Vec<ReferenceView>, ConnectionError> {
    let rows: Vec<(SnapshotRef, _)> =
        optional(state.rows(api::storage().records().references(), (Static(object), Static(at))).await)?;
    let mut references: Vec<ReferenceView> = rows
        .into_iter()
        .map(|(target, row)| {
            let ReferenceRow::V1 { relation, by, at } = row.0;
            ReferenceView { target, relation, by, at }
        })
        .collect();
    references.sort_by_key(|reference| reference.at);
    Ok(references)
}

/// The rows of an item that the first release did not have: on its chain there are none.
fn optional<T>(rows: Result<Vec<T>, ConnectionError>) -> Result<Vec<T>, ConnectionError> {
    match rows {
        Err(ConnectionError::Incompatible { .. }) => Ok(Vec::new()),
        rows => rows,
    }
}

/// The documents of one snapshot, by slot.
async fn documents_in(state: &State, object: ObjectId, at: VersionRef) -> Result<Vec<DocumentView>, ConnectionError> {
    let rows = state.rows(api::storage().records().documents(), (Static(object), Static(at))).await?;
    let mut documents: Vec<DocumentView> =
        rows.into_iter().map(|(slot, document)| DocumentView::new(slot, &document.0)).collect();
    documents.sort_by_key(|document| document.slot);
    Ok(documents)
}

/// Every snapshot of a record, oldest first; none where there is no such record.
pub async fn history(connection: &Connection, object: ObjectId) -> Result<Vec<SnapshotView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows = state.rows(api::storage().records().snapshots(), (Static(object),)).await?;
    let mut snapshots: Vec<SnapshotView> = rows.into_iter().map(|(at, row)| SnapshotView::new(at, row)).collect();
    snapshots.sort_by_key(|snapshot| snapshot.sequence);
    Ok(snapshots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_should_become_a_document_that_the_chain_accepts() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("年度报告.pdf");
        fs::write(&path, b"%PDF-1.7 abc").expect("written");
        let document = document(&path, |_, _| ()).expect("readable");
        assert!(document.content.digests_are_complete());
        assert_eq!((document.content.length(), document.media), (12, MediaType::Pdf));
    }

    #[test]
    fn a_document_should_come_back_from_its_view() {
        let digests = [DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment];
        let digests = digests.map(|alg| ContentHash { alg, value: [alg as u8; 32] }).to_vec();
        let bounded = || digests.clone().try_into().expect("three");
        for content in
            [Content::Plain { digests: bounded(), length: 12 }, Content::Sealed { digests: bounded(), length: 12 }]
        {
            let document = Document { content, media: MediaType::Pdf };
            let view = DocumentView::new(7, &document);
            assert_eq!((view.slot, view.document()), (7, Some(document.clone())));
            assert!(same_documents(std::slice::from_ref(&view), std::slice::from_ref(&document)));
            assert!(!same_documents(&[], std::slice::from_ref(&document)));
            assert_eq!(view.locator(), Some(Locator([0; 32])));
            assert_eq!(view.commitment(), digests.last().copied());
        }
    }

    #[test]
    fn an_empty_file_should_be_refused() {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        assert!(matches!(document(file.path(), |_, _| ()), Err(DocumentError::Empty { .. })));
    }

    #[test]
    fn more_documents_than_a_call_takes_should_be_refused_before_it_is_sent() {
        let document =
            Document { content: Content::Plain { digests: Default::default(), length: 1 }, media: MediaType::Other };
        assert!(bounded(vec![document.clone(); 256]).is_ok());
        let refused = bounded(vec![document; 257]);
        assert!(matches!(refused, Err(SubmitError::TooMany { found: 257, limit: 256 })));
    }
}
