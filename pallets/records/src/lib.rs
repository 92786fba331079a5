//! Records: versioned objects whose snapshots anchor documents by digest.
//!
//! One object has many snapshots (JR/T 0314-2024, paraphrased in the design): *create* makes version 0, *update* the next
//! version on the head that the caller saw, *withdraw* a last version without documents. Nothing is ever removed or
//! rewritten. Whoever holds a digest asks one question, [`Pallet::verdict`](pallet::Pallet::verdict), and gets every record
//! that holds it with its standing, which is derived from the record's head and never stored.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `create` | a key with one of the roles of `WriteOrigin` | `RecordCreated` |
//! | `update` | the same, of the organisation that created the record | `RecordUpdated` |
//! | `withdraw` | the same, of the organisation that created the record | `RecordWithdrawn` |
//!
//! The calls serve kinds without a workflow (一般存证). Records of a workflow kind are written by their workflow's pallet
//! through [`RecordWriter`](jiandu_primitives::record::RecordWriter). Each call is idempotent: the same one again ends in
//! `RecordUnchanged` and writes nothing.
//!
//! Never possible: to remove or change a snapshot; to take the first place of a digest from the record that anchored it
//! first; to follow a withdrawal; to write another organisation's record.
//!
//! Storage (keys and values) per record with one document: head 150 bytes, external id 120, snapshot 240, sequence 90,
//! document 190, digest rows 2 × 190: about 1,200 bytes, and again about 900 per version.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod logic;
pub mod types;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "std"))]
mod try_state;

pub use pallet::*;
pub use types::{Snapshot, SnapshotRow};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{types::*, WeightInfo};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::Moment,
        digest::ContentHash,
        member::{Actor, Author},
        record::{
            digests_with_slots, AnchorRow, DigestRow, Document, Documents as DocumentList, ExternalId, HeadRow,
            ObjectId, RecordKind, RecordWriter, SnapshotRef, Subject, VersionRef, WithdrawalReason, MAX_DIGESTS,
            MAX_DOCUMENTS,
        },
        verdict::Verdict,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Who writes records without a workflow.
        type WriteOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// Where each digest was first anchored, and how many records hold it: no row means that it is unknown. Part of the
    /// evidence format. About 190 bytes a row.
    #[pallet::storage]
    pub type Digests<T> = StorageMap<_, Blake2_128Concat, ContentHash, DigestRow>;

    /// The 2nd to n-th record that holds a digest. Part of the evidence format.
    #[pallet::storage]
    pub type MoreAnchors<T> = StorageDoubleMap<_, Blake2_128Concat, ContentHash, Blake2_128Concat, ObjectId, AnchorRow>;

    /// The head of each record. Part of the evidence format. About 150 bytes a row, 20 more per rewrite.
    #[pallet::storage]
    pub type Objects<T> = StorageMap<_, Blake2_128Concat, ObjectId, HeadRow>;

    /// The name under which the submitter knows each record.
    #[pallet::storage]
    pub type ExternalIds<T> = StorageMap<_, Blake2_128Concat, ObjectId, ExternalId>;

    /// Every snapshot of every record.
    #[pallet::storage]
    pub type Snapshots<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Blake2_128Concat, VersionRef, SnapshotRow<T::AccountId>>;

    /// The documents of every snapshot, by slot.
    #[pallet::storage]
    pub type Documents<T> = StorageNMap<
        _,
        (NMapKey<Blake2_128Concat, ObjectId>, NMapKey<Blake2_128Concat, VersionRef>, NMapKey<Twox64Concat, u16>),
        Document,
    >;

    /// All snapshots in the order in which they became public, dense from 0.
    #[pallet::storage]
    pub type Sequence<T> = StorageMap<_, Twox64Concat, u64, SnapshotRef>;

    /// How many snapshots there are: the next number of [`Sequence`].
    #[pallet::storage]
    pub type NextSequence<T> = StorageValue<_, u64, ValueQuery>;

    /// What happened to records.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A record came into being with version 0.
        RecordCreated {
            /// The record.
            object: ObjectId,
            /// Whom it is about.
            subject: Subject,
            /// The name under which its submitter knows it.
            external_id: ExternalId,
            /// What it is.
            kind: RecordKind,
            /// How many documents its snapshot has.
            documents: u16,
            /// The snapshot's number among all.
            sequence: u64,
            /// Who wrote it.
            by: Author,
        },
        /// A record got its next version.
        RecordUpdated {
            /// The record.
            object: ObjectId,
            /// The new snapshot.
            at: VersionRef,
            /// How many documents it has.
            documents: u16,
            /// The snapshot's number among all.
            sequence: u64,
            /// Who wrote it.
            by: Author,
        },
        /// A record was withdrawn; its snapshots stay readable.
        RecordWithdrawn {
            /// The record.
            object: ObjectId,
            /// The last snapshot, without documents.
            at: VersionRef,
            /// Why.
            reason: WithdrawalReason,
            /// The snapshot's number among all.
            sequence: u64,
            /// Who did it.
            by: Author,
        },
        /// A repeated call was recognised: the snapshot is there already and nothing was written.
        RecordUnchanged {
            /// The record.
            object: ObjectId,
            /// The snapshot that the first call made.
            at: VersionRef,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// The subject's unified social credit code is not valid: compare all 18 characters with the business licence.
        InvalidSubject,
        /// The external id is empty or has a character outside A-Z a-z 0-9 . _ - : choose another one.
        InvalidExternalId,
        /// There is no document: give at least one.
        NoDocuments,
        /// A document is empty: an empty file identifies nothing.
        EmptyDocument,
        /// A document lacks its BLAKE3 or SM3 digest, or they are not in order: hash it again with a current client.
        IncompleteDigests,
        /// Two documents of the call have the same digest: give each document once.
        RepeatedDigest,
        /// The subject has another record under this external id: choose another one, or update that record.
        DuplicateExternalId,
        /// No record has this id: check it.
        UnknownRecord,
        /// The record has moved on from the version named: look at its newest version, then try again on that.
        StaleHead,
        /// The record was withdrawn or marked as misfiled: nothing may follow. Create a new record.
        RecordClosed,
        /// The regulator froze the record: no new version and no withdrawal until that ends.
        RecordFrozen,
        /// The record belongs to a workflow: change it there.
        WorkflowKind,
        /// Another organisation created the record: only that one may change it.
        NotTheRegistrant,
        /// The record has as many versions, or the digest as many records, as can be counted.
        TooMany,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Creates a record of a subject with its first documents, 1 to 256.
        ///
        /// Origin: `WriteOrigin`. Events: [`Event::RecordCreated`], or [`Event::RecordUnchanged`] where the same
        /// organisation created it with the same documents before. Errors: [`Error::InvalidSubject`],
        /// [`Error::InvalidExternalId`], [`Error::NoDocuments`], [`Error::EmptyDocument`], [`Error::IncompleteDigests`],
        /// [`Error::RepeatedDigest`], [`Error::DuplicateExternalId`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::create(documents.len() as u32, digests_with_slots(documents).len() as u32))]
        pub fn create(
            origin: OriginFor<T>,
            subject: Subject,
            external_id: ExternalId,
            documents: DocumentList,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::create_record(&actor, RecordKind::General, subject, external_id, documents)?;
            Ok(())
        }

        /// Adds a version with its complete list of documents, 1 to 256. `base` is the head that the caller saw.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::RecordUpdated`], or
        /// [`Event::RecordUnchanged`] where this very call was made before. Errors: [`Error::UnknownRecord`],
        /// [`Error::WorkflowKind`], [`Error::NotTheRegistrant`], [`Error::RecordClosed`], [`Error::RecordFrozen`],
        /// [`Error::StaleHead`], [`Error::TooMany`], and those of the documents in [`Pallet::create`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::update(documents.len() as u32, digests_with_slots(documents).len() as u32))]
        pub fn update(
            origin: OriginFor<T>,
            object: ObjectId,
            base: VersionRef,
            documents: DocumentList,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::update_record(&actor, RecordKind::General, object, base, documents)?;
            Ok(())
        }

        /// Withdraws a record for good. `base` is the head that the caller saw.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::RecordWithdrawn`], or
        /// [`Event::RecordUnchanged`] where this very call was made before. Errors: as in [`Pallet::update`], without those
        /// of documents.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(
            origin: OriginFor<T>,
            object: ObjectId,
            base: VersionRef,
            reason: WithdrawalReason,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::withdraw_record(&actor, RecordKind::General, object, base, reason)?;
            Ok(())
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// What a digest is, as of the block that is asked: every record that holds it, 16 at most, with its standing.
        pub fn verdict(digest: ContentHash) -> Verdict {
            Self::verdict_of(&digest)
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "std")]
        fn integrity_test() {
            assert!(MAX_DOCUMENTS <= u32::from(u16::MAX), "slots are counted in 16 bits");
            let heaviest = T::WeightInfo::update(MAX_DOCUMENTS, MAX_DOCUMENTS * MAX_DIGESTS);
            let limit = T::BlockWeights::get().get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic;
            assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest call fits into a block");
        }
    }
}
