//! Records: versioned objects whose snapshots anchor documents by digest (JR/T 0314-2024, paraphrased in the design).
//!
//! The rows named `…Row` are proved by evidence: enums with explicit codec indices, read for ever and never migrated in
//! place.

use crate::{
    chain::Moment,
    change::RecordChange,
    digest::{ContentHash, DigestAlg},
    header::{Header, OverwriteReason},
    member::{Actor, Author},
    text::{hex_id, named_enum},
    uscc::Uscc,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// Most documents in one call.
pub const MAX_DOCUMENTS: u32 = 256;
/// Longest external id in bytes, as in the standard.
pub const MAX_EXTERNAL_ID: u32 = 128;
/// How the external ids of records begin that a workflow names: nobody else's may, or a workflow's record could not be made.
pub const RESERVED_PREFIX: &str = "jiandu-";
/// Most digests of one document: one per algorithm.
pub const MAX_DIGESTS: u32 = 3;
/// Most rewrites of one record.
pub const MAX_REWRITES: u32 = 16;
/// Most versions that one overwrite covers.
pub const MAX_OVERWRITTEN: u32 = 32;
/// Most references of one snapshot.
pub const MAX_REFERENCES: u32 = 16;

hex_id!(
    /// A record's identity for life: `blake2_256("jiandu/object" ‖ subject ‖ external id)`, so that a client computes it and
    /// a repeated submission is recognised.
    ObjectId,
    32
);

impl ObjectId {
    /// The identity of the record that a subject's external id names.
    pub fn new(subject: &Subject, external_id: &ExternalId) -> Self {
        let mut bytes = b"jiandu/object".to_vec();
        subject.encode_to(&mut bytes);
        bytes.extend_from_slice(external_id.as_bytes());
        Self(sp_crypto_hashing::blake2_256(&bytes))
    }
}

/// Whom a record is about, whether or not it is a member.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Subject {
    /// An enterprise or organisation by its unified social credit code.
    #[codec(index = 0)]
    Uscc(Uscc),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Uscc(code) = self;
        code.fmt(f)
    }
}

/// The name under which a submitter knows a record: 1 to 128 characters of `[A-Za-z0-9._-]`, so that no text by a user
/// reaches the chain. The codec form is a byte string.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ExternalId(BoundedVec<u8, ConstU32<MAX_EXTERNAL_ID>>);

/// Why a text is not an external id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExternalIdError {
    /// It is empty or longer than 128 bytes.
    Length {
        /// Its length in bytes.
        found: usize,
    },
    /// A character, counted from 1, is outside `[A-Za-z0-9._-]`.
    Character {
        /// Where it stands.
        position: usize,
    },
}

impl fmt::Display for ExternalIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "an external id has 1 to {MAX_EXTERNAL_ID} characters, found {found}"),
            Self::Character { position } => write!(f, "character {position} is not one of A-Z a-z 0-9 . _ -"),
        }
    }
}

impl core::error::Error for ExternalIdError {}

impl ExternalId {
    /// Whether it keeps to the length and the characters allowed; a decoded one need not.
    pub fn check(&self) -> Result<(), ExternalIdError> {
        if self.0.is_empty() {
            return Err(ExternalIdError::Length { found: 0 });
        }
        match self.0.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"._-".contains(byte))) {
            Some(position) => Err(ExternalIdError::Character { position: position.saturating_add(1) }),
            None => Ok(()),
        }
    }

    /// Whether only a workflow may give it.
    pub fn is_reserved(&self) -> bool {
        self.0.starts_with(RESERVED_PREFIX.as_bytes())
    }

    /// Its bytes, ASCII once checked.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl core::str::FromStr for ExternalId {
    type Err = ExternalIdError;

    fn from_str(text: &str) -> Result<Self, ExternalIdError> {
        // Characters first: in a text of Chinese characters the position says more than a count of bytes.
        if let Some(position) = text.chars().position(|c| !(c.is_ascii_alphanumeric() || "._-".contains(c))) {
            return Err(ExternalIdError::Character { position: position.saturating_add(1) });
        }
        let id = BoundedVec::try_from(text.as_bytes().to_vec())
            .map(Self)
            .map_err(|bytes| ExternalIdError::Length { found: bytes.len() })?;
        id.check()?;
        Ok(id)
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

impl fmt::Debug for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(ExternalId);

named_enum!(
    /// What a record is, and so which workflow writes it.
    RecordKind {
        /// 一般存证: anchored at once, without a workflow.
        General = 0, "general";
        /// A disclosure (信息披露): written at publication.
        Disclosure = 1, "disclosure";
        /// A section of an enterprise's archive (企业数字档案).
        ArchiveSection = 2, "archive-section";
    }
);

named_enum!(
    /// What a snapshot did to its record.
    Operation {
        /// Version 0.
        Create = 0, "create";
        /// 更正/补充: the next version.
        Update = 1, "update";
        /// 登记差错重写: the next revision of the same version.
        Overwrite = 2, "overwrite";
        /// 撤回: the next version, without documents, and the last.
        Withdraw = 3, "withdraw";
    }
);

named_enum!(
    /// Why a record was withdrawn. A code: no text by a user reaches the chain.
    WithdrawalReason {
        /// It was registered by mistake.
        Mistake = 0, "mistake";
        /// Another record takes its place.
        Replaced = 1, "replaced";
        /// A law or an order requires it.
        Legal = 2, "legal";
        /// The subject asked for it.
        Request = 3, "request";
        /// The subject left the market.
        Delisted = 4, "delisted";
    }
);

named_enum!(
    /// The type of a document as its submitter states it.
    MediaType {
        /// Anything else.
        Other = 0, "application/octet-stream";
        /// PDF.
        Pdf = 1, "application/pdf";
        /// OFD, the national format for fixed-layout documents.
        Ofd = 2, "application/ofd";
        /// Word.
        Docx = 3, "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        /// Excel.
        Xlsx = 4, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        /// Plain text.
        Text = 5, "text/plain";
        /// JSON.
        Json = 6, "application/json";
        /// JPEG image.
        Jpeg = 7, "image/jpeg";
        /// PNG image.
        Png = 8, "image/png";
        /// ZIP archive.
        Zip = 9, "application/zip";
        /// CSV table.
        Csv = 10, "text/csv";
        /// XML.
        Xml = 11, "application/xml";
    }
);

/// A version and its revision: what one snapshot of a record is called.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct VersionRef {
    /// Counted from 0; an update adds one.
    pub version: u32,
    /// Counted from 0; an overwrite of the version adds one.
    pub revision: u32,
}

impl fmt::Display for VersionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.version, self.revision)
    }
}

/// A snapshot of a record.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SnapshotRef {
    /// The record.
    pub object: ObjectId,
    /// Which of its snapshots.
    pub at: VersionRef,
}

/// An overwrite: every version from `from` up to `upto` got its next revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rewrite {
    /// First version rewritten.
    pub from: u32,
    /// Last version rewritten.
    pub upto: u32,
    /// When.
    pub at: Moment,
}

/// The state of a record as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", tag = "state")
)]
pub enum RecordState {
    /// In force.
    #[codec(index = 0)]
    Live,
    /// 已撤回: nothing may follow.
    #[codec(index = 1)]
    Withdrawn {
        /// Why.
        reason: WithdrawalReason,
        /// When.
        at: Moment,
    },
    /// 误登: filed under the wrong subject.
    #[codec(index = 2)]
    Misfiled {
        /// The record that it should have been.
        to: ObjectId,
        /// When.
        at: Moment,
    },
}

/// The newest state of a record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Head {
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
    /// The newest version; of a withdrawn record that of its withdrawal.
    pub version: u32,
    /// The newest revision of that version.
    pub revision: u32,
    /// Whether it is in force.
    pub state: RecordState,
    /// 冻结: no new version and no withdrawal; hides nothing.
    pub frozen: bool,
    /// The overwrites so far, oldest first.
    pub rewrites: BoundedVec<Rewrite, ConstU32<MAX_REWRITES>>,
}

impl Head {
    /// The head's own snapshot.
    pub fn current(&self) -> VersionRef {
        VersionRef { version: self.version, revision: self.revision }
    }

    /// The newest revision of a version: how many rewrites covered it.
    pub fn revision_of(&self, version: u32) -> u32 {
        let count = self.rewrites.iter().filter(|rewrite| (rewrite.from..=rewrite.upto).contains(&version)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The newest version that carries documents.
    pub fn last_live_version(&self) -> u32 {
        match self.state {
            RecordState::Withdrawn { .. } => self.version.saturating_sub(1),
            RecordState::Live | RecordState::Misfiled { .. } => self.version,
        }
    }
}

/// `Objects[object]`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum HeadRow {
    /// First form.
    #[codec(index = 0)]
    V1(Head),
}

impl HeadRow {
    /// The head.
    pub fn head(&self) -> &Head {
        let Self::V1(head) = self;
        head
    }

    /// The head, owned.
    pub fn into_head(self) -> Head {
        let Self::V1(head) = self;
        head
    }
}

/// Where a record holds a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Anchor {
    /// The record.
    pub object: ObjectId,
    /// The first snapshot with the document.
    pub first: VersionRef,
    /// The newest snapshot with the document; moves when it is carried on unchanged.
    pub last: VersionRef,
    /// The document's place in the first snapshot.
    pub slot: u16,
    /// When it was first anchored.
    pub at: Moment,
    /// Who anchored it.
    pub by: Author,
    /// 补录: a historical filing, entered later.
    pub backfilled: bool,
}

/// `MoreAnchors[(digest, object)]`: the 2nd to n-th record that holds a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum AnchorRow {
    /// First form.
    #[codec(index = 0)]
    V1(Anchor),
}

impl AnchorRow {
    /// The anchor.
    pub fn anchor(&self) -> &Anchor {
        let Self::V1(anchor) = self;
        anchor
    }
}

/// `Digests[digest]`: no row means that the digest is unknown. The first record that held it stays in the row for ever, so
/// that nobody captures another's verdict by anchoring the same digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DigestRow {
    /// First form.
    #[codec(index = 0)]
    V1 {
        /// How many records hold the digest; the others are in `MoreAnchors`.
        records: u32,
        /// Where the first of them holds it.
        anchor: Anchor,
    },
}

impl DigestRow {
    /// How many records hold the digest.
    pub fn records(&self) -> u32 {
        let Self::V1 { records, .. } = self;
        *records
    }

    /// Where the first record holds it.
    pub fn anchor(&self) -> &Anchor {
        let Self::V1 { anchor, .. } = self;
        anchor
    }
}

/// What of a document is on the chain.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Content {
    /// A public document by its plain digests.
    #[codec(index = 0)]
    Plain {
        /// In strictly ascending order of the algorithm; BLAKE3 and SM3 always, SHA-256 where wanted.
        digests: BoundedVec<ContentHash, ConstU32<MAX_DIGESTS>>,
        /// Length in bytes, above 0.
        length: u64,
    },
    /// A document that is not public, by its ciphertext and a [commitment](ContentHash::commitment). That it is sealed is the
    /// submitter's word: the chain sees digests alone.
    #[codec(index = 1)]
    Sealed {
        /// BLAKE3 and SM3 of the ciphertext, and the commitment, in this order.
        digests: BoundedVec<ContentHash, ConstU32<MAX_DIGESTS>>,
        /// Length of the ciphertext in bytes, above 0.
        length: u64,
    },
}

impl Content {
    /// Whether the digests are in order, the mandatory ones there, and a commitment where there has to be one.
    pub fn digests_are_complete(&self) -> bool {
        let digests = self.digests();
        let ascending = digests.iter().zip(digests.iter().skip(1)).all(|(left, right)| left.alg < right.alg);
        let has = |alg: DigestAlg| digests.iter().any(|digest| digest.alg == alg);
        let mandatory = DigestAlg::OF_FILES.into_iter().filter(|alg| alg.is_mandatory()).all(has);
        ascending && mandatory && has(DigestAlg::Commitment) == self.is_sealed()
    }

    /// Whether it is a document that is not public.
    pub const fn is_sealed(&self) -> bool {
        matches!(self, Self::Sealed { .. })
    }

    /// The digests under which the document can be found.
    pub fn digests(&self) -> &[ContentHash] {
        match self {
            Self::Plain { digests, .. } | Self::Sealed { digests, .. } => digests,
        }
    }

    /// Length in bytes of what the vault keeps: of a sealed document, of its ciphertext.
    pub const fn length(&self) -> u64 {
        match self {
            Self::Plain { length, .. } | Self::Sealed { length, .. } => *length,
        }
    }
}

/// A document of a snapshot. Its place in the list is its slot.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    /// Digests and length.
    pub content: Content,
    /// Its type.
    pub media: MediaType,
}

/// The documents of one call.
pub type Documents = BoundedVec<Document, ConstU32<MAX_DOCUMENTS>>;

/// What an overwrite makes of one version.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[expect(clippy::large_enum_variant, reason = "there are 32 at most, and they live as long as one call")]
pub enum Rewritten {
    /// Its newest revision was right: header and documents stay as they are.
    #[codec(index = 0)]
    Reaffirmed,
    /// It is replaced.
    #[codec(index = 1)]
    Replaced {
        /// The new header.
        header: Header,
        /// The new documents, all of them.
        documents: Documents,
    },
}

impl Rewritten {
    /// The new documents; of a version that stays as it is none.
    pub fn documents(&self) -> &[Document] {
        match self {
            Self::Reaffirmed => &[],
            Self::Replaced { documents, .. } => documents,
        }
    }
}

/// An overwrite, version by version, without a gap up to the newest.
pub type Rewriting = BoundedVec<Rewritten, ConstU32<MAX_OVERWRITTEN>>;

/// Why a snapshot is not what came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
pub enum ChangeReason {
    /// Of a withdrawal.
    #[codec(index = 0)]
    Withdrawal(WithdrawalReason),
    /// Of an overwrite.
    #[codec(index = 1)]
    Overwrite(OverwriteReason),
}

named_enum!(
    /// How a snapshot refers to another record's.
    Relation {
        /// It rests on it.
        Basis = 0, "basis";
        /// It adds to it.
        Supplement = 1, "supplement";
        /// It answers it.
        Response = 2, "response";
        /// It takes its place.
        Replacement = 3, "replacement";
        /// It has to do with it.
        Related = 4, "related";
    }
);

/// `References[(object, version, target)]`: what a snapshot refers to. The target is pinned: it stays what it was when the
/// target's record moves on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ReferenceRow {
    /// First form.
    #[codec(index = 0)]
    V1 {
        /// How.
        relation: Relation,
        /// Who said so.
        by: Author,
        /// When.
        at: Moment,
    },
}

/// Identifies what a call wrote, so that a repeated call is recognised: `blake2_256` of the operation, the documents and the
/// reason of a withdrawal, and of the header where it says anything. The time of submission is left out: it differs between
/// two attempts.
pub fn payload_digest(
    operation: Operation,
    header: &Header,
    documents: &[Document],
    reason: Option<WithdrawalReason>,
) -> [u8; 32] {
    let mut payload = (operation, documents, reason).encode();
    let content = header.content();
    // Snapshots of the first release had no header, and their repetition is recognised still.
    if content != Header::default() {
        content.encode_to(&mut payload);
    }
    sp_crypto_hashing::blake2_256(&payload)
}

/// The same for an overwrite as a whole.
pub fn overwrite_digest(from: u32, versions: &[Rewritten], reason: OverwriteReason) -> [u8; 32] {
    let mut payload = (Operation::Overwrite, from, reason).encode();
    for version in versions {
        match version {
            Rewritten::Reaffirmed => 0u8.encode_to(&mut payload),
            Rewritten::Replaced { header, documents } => {
                (1u8, header.content(), documents).encode_to(&mut payload);
            }
        }
    }
    sp_crypto_hashing::blake2_256(&payload)
}

/// What identifies one of the snapshots that an overwrite makes: `blake2_256` of the overwrite's digest, the header and the
/// documents. So a seal over the snapshot is over what is in it, and a repeated call is recognised by any of them.
pub fn overwritten_digest(overwrite: &[u8; 32], header: &Header, documents: &[Document]) -> [u8; 32] {
    sp_crypto_hashing::blake2_256(&(overwrite, header.content(), documents).encode())
}

/// What a change of a record came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The newest snapshot.
    pub newest: SnapshotRef,
    /// How heavy the documents were that it wrote, those of reaffirmed versions included; none for a recognised repetition.
    pub weighed: u32,
}

/// Which record of a workflow is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The workflow's kind.
    pub kind: RecordKind,
    /// Whom the record is about.
    pub subject: Subject,
    /// Its name.
    pub external_id: ExternalId,
    /// 补录: what is written is a historical filing.
    pub backfilled: bool,
}

impl Place {
    /// The record's identity.
    pub fn object(&self) -> ObjectId {
        ObjectId::new(&self.subject, &self.external_id)
    }
}

/// What a workflow may ask of the object store: the only way that records of a workflow kind are written. Which organisation
/// may go on with a record is the workflow's own business.
pub trait RecordWriter<AccountId> {
    /// The store's error.
    type Error;

    /// Begins a record, adds a version or rewrites versions on the head that the caller saw, or recognises a repeated call.
    fn change_record(actor: &Actor<AccountId>, place: Place, change: RecordChange) -> Result<Changed, Self::Error>;

    /// The head of a record.
    fn head_of(object: ObjectId) -> Option<Head>;

    /// Marks a record as filed under the wrong subject, and links it to the right one. For whoever makes sure that two
    /// persons agree.
    fn misfile_record(actor: &Actor<AccountId>, object: ObjectId, to: ObjectId) -> Result<(), Self::Error>;

    /// Freezes a record, or ends that: whoever does has the right to.
    fn freeze_record(object: ObjectId, frozen: bool) -> Result<(), Self::Error>;

    /// Withdraws a record on the head that the caller saw, or recognises a repeated call. The header has the withdrawal's own
    /// times and body.
    fn withdraw_record(
        actor: &Actor<AccountId>,
        kind: RecordKind,
        object: ObjectId,
        base: VersionRef,
        header: Header,
        reason: WithdrawalReason,
    ) -> Result<SnapshotRef, Self::Error>;
}

/// How heavy a list of documents is, in documents with the two digests that all have: a third one counts as half a document
/// more.
pub fn weighed(documents: &[Document]) -> u32 {
    let digests: usize = documents.iter().map(|document| document.content.digests().len()).sum();
    u32::try_from(digests.div_ceil(2)).unwrap_or(u32::MAX)
}

/// How heavy the documents are at most that an overwrite writes, as far as the call alone tells: what is reaffirmed may have any
/// number of them.
pub fn weighed_rewriting(versions: &[Rewritten]) -> u32 {
    match versions.contains(&Rewritten::Reaffirmed) {
        true => MAX_WEIGHED,
        false => weighed_replaced(versions),
    }
}

/// How heavy the documents are that an overwrite brings itself: what it costs where it is refused.
pub fn weighed_replaced(versions: &[Rewritten]) -> u32 {
    versions.iter().map(|version| weighed(version.documents())).fold(0, u32::saturating_add)
}

/// What [`weighed`] gives for the most documents of one call with the most digests.
pub const MAX_WEIGHED: u32 = MAX_DOCUMENTS * MAX_DIGESTS / 2;

/// The digests of a list of documents, with the slot of each.
pub fn digests_with_slots(documents: &[Document]) -> Vec<(u16, ContentHash)> {
    documents
        .iter()
        .zip(0u16..)
        .flat_map(|(document, slot)| document.content.digests().iter().map(move |digest| (slot, *digest)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use proptest::prelude::*;

    #[test]
    fn an_external_id_should_name_the_wrong_character() {
        assert_eq!("年报".parse::<ExternalId>(), Err(ExternalIdError::Character { position: 1 }));
        assert_eq!("a b".parse::<ExternalId>(), Err(ExternalIdError::Character { position: 2 }));
        assert_eq!("".parse::<ExternalId>(), Err(ExternalIdError::Length { found: 0 }));
        assert_eq!("a".repeat(129).parse::<ExternalId>(), Err(ExternalIdError::Length { found: 129 }));
        assert_eq!("a".repeat(128).parse::<ExternalId>().map(|id| id.to_string()), Ok("a".repeat(128)));
    }

    #[test]
    fn an_object_id_should_differ_by_subject_and_by_external_id() {
        let subject = |code: &str| Subject::Uscc(code.parse().expect("valid"));
        let (one, two) = (subject("91350100M000100Y43"), subject("91430100MADEW00089"));
        let (a, b) = ("annual-2025".parse().expect("valid"), "annual-2026".parse().expect("valid"));
        let ids = [ObjectId::new(&one, &a), ObjectId::new(&one, &b), ObjectId::new(&two, &a)];
        assert_ne!(ids[0], ids[1]);
        assert_ne!(ids[0], ids[2]);
        assert_eq!(ids[0], ObjectId::new(&one, &a));
    }

    #[test]
    fn digests_should_be_ascending_and_complete() {
        let hash = |alg| ContentHash { alg, value: [1; 32] };
        let content = |algs: &[DigestAlg]| Content::Plain {
            digests: BoundedVec::try_from(algs.iter().map(|alg| hash(*alg)).collect::<Vec<_>>()).expect("at most 3"),
            length: 1,
        };
        assert!(content(&[DigestAlg::Blake3, DigestAlg::Sm3]).digests_are_complete());
        assert!(content(&DigestAlg::OF_FILES).digests_are_complete());
        assert!(!content(&[DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment]).digests_are_complete());
        assert!(!content(&[DigestAlg::Sm3, DigestAlg::Blake3]).digests_are_complete());
        assert!(!content(&[DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Sm3]).digests_are_complete());
        assert!(!content(&[DigestAlg::Blake3]).digests_are_complete());
        assert!(!content(&[]).digests_are_complete());
        let sealed = |algs: &[DigestAlg]| match content(algs) {
            Content::Plain { digests, length } | Content::Sealed { digests, length } => {
                Content::Sealed { digests, length }.digests_are_complete()
            }
        };
        assert!(sealed(&[DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment]));
        assert!(!sealed(&[DigestAlg::Blake3, DigestAlg::Sm3]));
        assert!(!sealed(&DigestAlg::OF_FILES) && !sealed(&[DigestAlg::Commitment]));
    }

    proptest! {
        #[test]
        fn any_accepted_external_id_should_pass_its_own_check(text in "\\PC{0,140}") {
            if let Ok(id) = text.parse::<ExternalId>() {
                prop_assert_eq!(id.check(), Ok(()));
                prop_assert_eq!(id.to_string(), text);
            }
        }

        #[test]
        fn decoding_rows_should_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let rows: [bool; 4] = [
                DigestRow::decode(&mut &bytes[..]).is_ok(),
                AnchorRow::decode(&mut &bytes[..]).is_ok(),
                HeadRow::decode(&mut &bytes[..]).is_ok(),
                ExternalId::decode(&mut &bytes[..]).is_ok(),
            ];
            prop_assert!(rows.len() == 4);
        }
    }

    #[test]
    fn names_should_be_unique() {
        let mut names: Vec<String> = MediaType::ALL.iter().map(|media| media.to_string()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), MediaType::ALL.len());
    }
}
