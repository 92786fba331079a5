//! Records: versioned objects whose snapshots anchor documents by digest.
//!
//! One object has many snapshots (JR/T 0314-2024, paraphrased in the design): *create* makes version 0, *update* the next
//! version on the head that the caller saw, *overwrite* (登记差错重写) the next revision of a version and of all that follow
//! it, *withdraw* a last version without documents. Nothing is ever removed or changed in place. Whoever holds a digest asks
//! one question, [`Pallet::verdict`](pallet::Pallet::verdict), and gets every record that holds it with its standing, which
//! is derived from the record's head and never stored.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `create` | a key with one of the roles of `WriteOrigin` | `RecordCreated` |
//! | `update` | the same, of the organisation that created the record | `RecordUpdated` |
//! | `withdraw` | the same, of the organisation that created the record | `RecordWithdrawn` |
//! | `overwrite` | the same, of the organisation that created the record | `RecordOverwritten` |
//! | `seal` | a key with one of the roles of `SealOrigin` | `SnapshotSealed` |
//! | `refer` | a key of `WriteOrigin`, of the organisation that created the record | `SnapshotReferred` |
//!
//! The calls serve kinds without a workflow (一般存证). Records of a workflow kind are written by their workflow's pallet
//! through [`RecordWriter`](jiandu_primitives::record::RecordWriter), which also marks records as misfiled (误登). Each call
//! is idempotent: the same one again ends in `RecordUnchanged` and writes nothing.
//!
//! Never possible: to remove or change a snapshot; to take the first place of a digest from the record that anchored it
//! first; to follow a withdrawal or a mark as misfiled; to write another organisation's record; to rewrite a version and
//! leave a later one as it was; to anchor the plain digest of data that is not public; to change a seal or what it is over.
//!
//! Storage is documented with its sizes in `docs/pallets/records.md`.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod history;
mod logic;
mod overwrite;
mod statements;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
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
    use super::{logic::Target, types::*, WeightInfo};
    use frame_support::{dispatch::DispatchErrorWithPostInfo, pallet_prelude::*};
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::{GenesisHash, Moment},
        digest::ContentHash,
        header::{Header, OverwriteReason},
        member::{Actor, Author, KeyHolders},
        record::{
            weighed, weighed_replaced, weighed_rewriting, AnchorRow, DigestRow, Document, Documents as DocumentList,
            ExternalId, HeadRow, ObjectId, Place, RecordKind, RecordWriter, ReferenceRow, Relation, Rewriting,
            SnapshotRef, Subject, VersionRef, WithdrawalReason, MAX_OVERWRITTEN,
        },
        seal::{Seal, SealKind, SealRow},
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
        /// Who hands in seals.
        type SealOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Whose the keys are that seal.
        type KeyHolders: KeyHolders;
        /// The chain's genesis hash, which seals name.
        type Genesis: Get<Option<GenesisHash>>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
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

    /// The seals of every snapshot, by kind and key. About 370 bytes a row.
    #[pallet::storage]
    pub type Seals<T> = StorageNMap<
        _,
        (NMapKey<Blake2_128Concat, ObjectId>, NMapKey<Blake2_128Concat, VersionRef>, NMapKey<Identity, [u8; 32]>),
        SealRow,
    >;

    /// What every snapshot refers to. About 220 bytes a row.
    #[pallet::storage]
    pub type References<T> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, ObjectId>,
            NMapKey<Blake2_128Concat, VersionRef>,
            NMapKey<Blake2_128Concat, SnapshotRef>,
        ),
        ReferenceRow,
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
        /// Versions of a record were rewritten, each with its next revision.
        RecordOverwritten {
            /// The record.
            object: ObjectId,
            /// The first version rewritten.
            from: u32,
            /// The newest snapshot now: the last version rewritten.
            at: VersionRef,
            /// Why.
            reason: OverwriteReason,
            /// How many documents the new snapshots have together.
            documents: u16,
            /// The number of the last of them among all snapshots; the others come right before it.
            sequence: u64,
            /// Who wrote it.
            by: Author,
        },
        /// A record was marked as filed under the wrong subject.
        RecordMisfiled {
            /// The record.
            object: ObjectId,
            /// The record that it should have been.
            to: ObjectId,
            /// Who filed the correction.
            by: Author,
        },
        /// A snapshot got a seal.
        SnapshotSealed {
            /// The snapshot.
            snapshot: SnapshotRef,
            /// What kind of seal.
            kind: SealKind,
            /// Its number of its kind and key: blake2_256 of both.
            id: [u8; 32],
            /// Whose key it is, for the keys of members.
            sealer: Option<Author>,
            /// Who handed it in.
            by: Author,
        },
        /// A snapshot refers to another record's.
        SnapshotReferred {
            /// The snapshot.
            snapshot: SnapshotRef,
            /// What it refers to, for ever.
            target: SnapshotRef,
            /// How.
            relation: Relation,
            /// Who said so.
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
        /// The record has as many versions or rewrites, the snapshot as many seals or references, or the digest as many
        /// records, as there may be.
        TooMany,
        /// The header has a name with characters that are not allowed, or a body of no length: correct it.
        InvalidHeader,
        /// The time of submission lies ahead: set the clock of the machine that submits.
        SubmittedAhead,
        /// Plain digests are for public data (level 1) alone: others could recognise the document by them.
        PlainDigestsNotPublic,
        /// Later versions are missing from the overwrite: give every version from the first one up to the newest.
        LaterVersionsMissing,
        /// The record has no such version: look at its history.
        NoSuchVersion,
        /// The overwrite leaves its first version as it is: begin with the first version that was wrong.
        NothingOverwritten,
        /// The snapshots of the call have more than 256 documents together: there is no way to rewrite so many.
        TooManyDocuments,
        /// The record has no such snapshot: look at its history.
        UnknownSnapshot,
        /// The seal is not a signature of its key over this snapshot on this chain: have it made again.
        InvalidSeal,
        /// The SM2 signer's identifier may be a person's number: use the default one, 1234567812345678.
        PersonalSigner,
        /// The key is not the active key of a member: seal with one that is, or with SM2.
        SealerNotMember,
        /// A record can't refer to itself: name another one.
        SelfReference,
        /// The snapshot refers to this target in another way already: a reference never changes.
        ReferenceStands,
        /// External ids that begin with `jiandu-` belong to workflows: choose another one.
        ReservedExternalId,
        /// The organisation has handed in as many seals of another's snapshot as it may: the registrant hands in further ones.
        TooManyForeignSeals,
        /// The right record does not exist, is not in force, is of another kind or has the same subject: name the record
        /// that this one should have been.
        NotTheRightRecord,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Creates a record of a subject with its first documents, 1 to 256.
        ///
        /// Origin: `WriteOrigin`. Events: [`Event::RecordCreated`], or [`Event::RecordUnchanged`] where the same
        /// organisation created it with the same documents before. Errors: [`Error::InvalidSubject`],
        /// [`Error::InvalidExternalId`], [`Error::NoDocuments`], [`Error::EmptyDocument`], [`Error::IncompleteDigests`],
        /// [`Error::RepeatedDigest`], [`Error::DuplicateExternalId`], [`Error::InvalidHeader`], [`Error::SubmittedAhead`],
        /// [`Error::PlainDigestsNotPublic`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::create(weighed(documents)))]
        pub fn create(
            origin: OriginFor<T>,
            subject: Subject,
            external_id: ExternalId,
            header: Header,
            documents: DocumentList,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            let place = Place { kind: RecordKind::General, subject, external_id, backfilled: false };
            Self::do_create(&actor, place, header, documents)?;
            Ok(())
        }

        /// Adds a version with its complete list of documents, 1 to 256. `base` is the head that the caller saw.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::RecordUpdated`], or
        /// [`Event::RecordUnchanged`] where this very call was made before. Errors: [`Error::UnknownRecord`],
        /// [`Error::WorkflowKind`], [`Error::NotTheRegistrant`], [`Error::RecordClosed`], [`Error::RecordFrozen`],
        /// [`Error::StaleHead`], [`Error::TooMany`], and those of header and documents in [`Pallet::create`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::update(weighed(documents)))]
        pub fn update(
            origin: OriginFor<T>,
            object: ObjectId,
            base: VersionRef,
            header: Header,
            documents: DocumentList,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::do_update(&actor, Target::general(object), base, header, documents)?;
            Ok(())
        }

        /// Withdraws a record for good. `base` is the head that the caller saw.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::RecordWithdrawn`], or
        /// [`Event::RecordUnchanged`] where this very call was made before. Errors: as in [`Pallet::update`], without those
        /// of documents. The header has the withdrawal's own times and body.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(
            origin: OriginFor<T>,
            object: ObjectId,
            base: VersionRef,
            header: Header,
            reason: WithdrawalReason,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::withdraw_record(&actor, RecordKind::General, object, base, header, reason)?;
            Ok(())
        }

        /// Rewrites the versions from `from` up to the newest: each gets its next revision, `versions` in ascending order
        /// without a gap. At most 32 versions and 256 documents, those of reaffirmed versions counted. `base` is the head
        /// that the caller saw. Gives back the weight of documents that it did not have.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::RecordOverwritten`], or
        /// [`Event::RecordUnchanged`] where this very call was made before. Errors: [`Error::LaterVersionsMissing`],
        /// [`Error::NoSuchVersion`], [`Error::NothingOverwritten`], [`Error::TooManyDocuments`], and those of
        /// [`Pallet::update`].
        #[pallet::call_index(3)]
        #[pallet::weight(Pallet::<T>::overwriting(versions.len() as u32, weighed_rewriting(versions)))]
        pub fn overwrite(
            origin: OriginFor<T>,
            object: ObjectId,
            base: VersionRef,
            from: u32,
            versions: Rewriting,
            reason: OverwriteReason,
        ) -> DispatchResultWithPostInfo {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            let count = u32::try_from(versions.len()).unwrap_or(MAX_OVERWRITTEN);
            let brought = weighed_replaced(&versions);
            match Self::do_overwrite(&actor, Target::general(object), base, from, versions, reason) {
                Ok(done) => Ok(Some(Self::overwriting(count, done.weighed)).into()),
                Err(error) => {
                    let post_info = Some(Self::overwriting(count, brought)).into();
                    Err(DispatchErrorWithPostInfo { post_info, error: error.into() })
                }
            }
        }

        /// Adds a seal to a snapshot, at most 32, and at most 4 handed in by any organisation that did not create the record.
        /// The signature is checked here, over [`message`](jiandu_primitives::seal::message); the snapshot stays what it is.
        ///
        /// Origin: `SealOrigin`. Events: [`Event::SnapshotSealed`], or [`Event::RecordUnchanged`] where the same key sealed
        /// it before. Errors: [`Error::UnknownSnapshot`], [`Error::InvalidSeal`], [`Error::PersonalSigner`],
        /// [`Error::SealerNotMember`], [`Error::TooMany`], [`Error::TooManyForeignSeals`].
        #[pallet::call_index(4)]
        #[pallet::weight(match seal.kind() {
            SealKind::Sm2 => T::WeightInfo::seal_sm2(),
            SealKind::Sr25519 | SealKind::Ed25519 => T::WeightInfo::seal_member(),
        })]
        pub fn seal(origin: OriginFor<T>, object: ObjectId, at: VersionRef, seal: Seal) -> DispatchResult {
            let actor = T::SealOrigin::ensure_origin(origin)?;
            Self::do_seal(&actor, SnapshotRef { object, at }, seal)?;
            Ok(())
        }

        /// Makes a snapshot refer to another record's, at most 16 times. The target is pinned to its version and revision.
        ///
        /// Origin: `WriteOrigin`, of the organisation that created the record. Events: [`Event::SnapshotReferred`], or
        /// [`Event::RecordUnchanged`] where it refers to it already. Errors: [`Error::UnknownRecord`],
        /// [`Error::UnknownSnapshot`], [`Error::WorkflowKind`], [`Error::NotTheRegistrant`], [`Error::RecordClosed`],
        /// [`Error::SelfReference`], [`Error::ReferenceStands`], [`Error::TooMany`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::refer())]
        pub fn refer(
            origin: OriginFor<T>,
            object: ObjectId,
            at: VersionRef,
            target: SnapshotRef,
            relation: Relation,
        ) -> DispatchResult {
            let actor = T::WriteOrigin::ensure_origin(origin)?;
            Self::do_refer(&actor, SnapshotRef { object, at }, target, relation)?;
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
            use jiandu_primitives::record::{MAX_DOCUMENTS, MAX_WEIGHED};
            assert!(MAX_DOCUMENTS <= u32::from(u16::MAX), "slots are counted in 16 bits");
            let heaviest = T::WeightInfo::update(MAX_WEIGHED);
            let limit = T::BlockWeights::get().get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic;
            assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest update fits into a block");
            let heaviest = Self::overwriting(MAX_OVERWRITTEN, MAX_WEIGHED);
            assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest overwrite fits into a block");
        }
    }
}
