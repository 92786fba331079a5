//! Disclosures (信息披露): maker and checker, commitments until publication, embargoes, freezes.
//!
//! A maker submits a salted commitment and a coarse class; nobody can tell or recognise what it is. A checker of the exchange,
//! who is never one of the persons who had the submission in hand, looks at the disclosure off the chain and returns,
//! rejects, accepts or publishes it. Publication shows salt and disclosure: the chain computes the commitment again, so what
//! is published is what was reviewed, and only then the snapshot, its version and its digests come into being. Corrections,
//! overwrites and withdrawals go the same way.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `submit` | discloser (信披岗) of the exchange, referer (推荐人), key of an enterprise | `Submitted` |
//! | `resubmit` | whoever has it in hand | `Resubmitted` |
//! | `retract` | whoever has it in hand | `Retracted` |
//! | `take_over` | another person of the maker's organisation who may submit | `TakenOver` |
//! | `return_submission` | reviewer (复核岗) of the exchange, who had it never in hand | `Returned` |
//! | `reject` | the same | `Rejected` |
//! | `accept` | the same | `Accepted` |
//! | `publish` | the same; once it is accepted any member with its opening, from its time on | `Published` |
//! | `publish_many` | the same | for each item `Published` or `NotPublished` |
//! | `freeze`, `unfreeze` | regulator (监管) | `RecordFrozen`, `RecordUnfrozen` |
//!
//! For whom a submission is made is its [`Capacity`](jiandu_primitives::disclosure::Capacity): the exchange enters what it
//! received, an intermediary files under a mandate (委托) that held when it filed, an enterprise files for itself. A returned
//! submission keeps the time of its first filing, a rejected one does not: what is no serious filing is rejected.
//!
//! Never possible: one person alone; a publication of anything but what was reviewed; a digest, a number or an enterprise
//! known before publication (but an enterprise that submits with its own key is known as the maker, and some classes have
//! one kind alone); an embargoed disclosure before its time; a new version or a withdrawal of what is frozen;
//! anything hidden that was published.
//!
//! Storage is documented with its sizes in `docs/pallets/disclosures.md`.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod logic;
mod publishing;
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
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{types::*, WeightInfo};
    use alloc::boxed::Box;
    use frame_support::{dispatch::DispatchErrorWithPostInfo, pallet_prelude::*};
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::Moment,
        disclosure::{
            Capacity, Disclosure, DisclosureClass, DisclosureKind, Enterprises, FilingLog, FreezeReason, Occasion,
            ReviewReason,
        },
        member::{Actor, Author},
        record::{ObjectId, RecordWriter, SnapshotRef, VersionRef},
        uscc::Uscc,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Members that submit: 信披岗 and 推荐人.
        type MakerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// 复核岗.
        type CheckerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Any member.
        type MemberOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// 监管.
        type RegulatorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Enterprises, their keys and their mandates.
        type Enterprises: Enterprises<Self::AccountId>;
        /// Who is told what was published.
        type Obligations: FilingLog;
        /// The object store.
        type Records: RecordWriter<Self::AccountId, Error: Into<DispatchError>>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
    }

    /// Submissions by their number, from 0. Never removed.
    #[pallet::storage]
    pub type Submissions<T: Config> = StorageMap<_, Twox64Concat, u64, Submission<T::AccountId>>;

    /// The number of the next submission.
    #[pallet::storage]
    pub type NextSubmission<T> = StorageValue<_, u64, ValueQuery>;

    /// The submissions of an organisation by their commitments, former ones too: a repeated submission is recognised, and so is
    /// the publication of what its maker has changed since.
    #[pallet::storage]
    pub type Commitments<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Identity, [u8; 32], u64>;

    /// What waits at an exchange: submissions that are not decided for good.
    #[pallet::storage]
    pub type Open<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u64, ()>;

    /// How many submissions of an organisation are not decided for good.
    #[pallet::storage]
    pub type OpenCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// What is known of published snapshots beside themselves. Of an overwrite, the newest snapshot has the row.
    #[pallet::storage]
    pub type Publications<T> =
        StorageDoubleMap<_, Blake2_128Concat, ObjectId, Blake2_128Concat, VersionRef, Publication>;

    /// Every freeze that a record had, numbered from 0: append-only but for the end of the last one.
    #[pallet::storage]
    pub type Freezes<T> = StorageDoubleMap<_, Blake2_128Concat, ObjectId, Twox64Concat, u32, Freeze>;

    /// How many freezes a record had.
    #[pallet::storage]
    pub type FreezeCount<T> = StorageMap<_, Blake2_128Concat, ObjectId, u32, ValueQuery>;

    /// What happened to disclosures.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A submission waits for its review.
        Submitted {
            /// Its number.
            submission: u64,
            /// The exchange that reviews it.
            exchange: Uscc,
            /// Who submitted it.
            by: Author,
            /// For whom.
            capacity: Capacity,
            /// Its coarse class.
            class: DisclosureClass,
            /// What it commits to.
            commitment: [u8; 32],
        },
        /// The same was submitted before: nothing was written.
        SubmissionUnchanged {
            /// Its number.
            submission: u64,
        },
        /// A submission was changed by its maker, or submitted again after it was returned.
        Resubmitted {
            /// Its number.
            submission: u64,
            /// Who submitted it.
            by: Author,
            /// What it commits to now.
            commitment: [u8; 32],
        },
        /// A submission was taken back by its maker.
        Retracted {
            /// Its number.
            submission: u64,
            /// Who did.
            by: Author,
        },
        /// Another person of the maker's organisation has a submission in hand.
        TakenOver {
            /// Its number.
            submission: u64,
            /// Who had it.
            from: Author,
            /// Who has it now.
            by: Author,
        },
        /// A submission was returned to its maker.
        Returned {
            /// Its number.
            submission: u64,
            /// Whose it is.
            maker: Author,
            /// Who returned it.
            by: Author,
            /// Why.
            reason: Reason<ReviewReason>,
        },
        /// A submission was rejected for good.
        Rejected {
            /// Its number.
            submission: u64,
            /// Whose it is.
            maker: Author,
            /// Who rejected it.
            by: Author,
            /// Why.
            reason: Reason<ReviewReason>,
        },
        /// A submission was accepted.
        Accepted {
            /// Its number.
            submission: u64,
            /// Whose it is.
            maker: Author,
            /// Who accepted it.
            by: Author,
            /// Unix second before which it may not be published.
            not_before: Option<u64>,
        },
        /// A disclosure was published: begun, corrected, rewritten or withdrawn.
        Published {
            /// The submission that it was.
            submission: u64,
            /// 披露义务人.
            enterprise: Uscc,
            /// What was disclosed.
            kind: DisclosureKind,
            /// Its newest snapshot.
            snapshot: SnapshotRef,
            /// 提交人.
            maker: Author,
            /// Who accepted it.
            checker: Author,
            /// The mandate under which it was filed.
            mandate: Option<u64>,
            /// The occasion that it names.
            occasion: Option<Occasion>,
            /// 补录.
            backfilled: bool,
            /// Unix second of its first submission.
            filed: u64,
        },
        /// An item of a bulk publication was refused; the others were not touched by that.
        NotPublished {
            /// The submission.
            submission: u64,
            /// Why.
            error: DispatchError,
        },
        /// A record was frozen: no new version and no withdrawal.
        RecordFrozen {
            /// The record.
            object: ObjectId,
            /// Why.
            reason: Reason<FreezeReason>,
            /// Who froze it.
            by: Author,
        },
        /// The freeze of a record ended.
        RecordUnfrozen {
            /// The record.
            object: ObjectId,
            /// Who ended it.
            by: Author,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// No submission has this number: look at the list.
        UnknownSubmission,
        /// The submission was published, rejected or taken back: look at what came of it.
        SubmissionDecided,
        /// The submission was accepted: a reviewer returns it before it is changed.
        SubmissionAccepted,
        /// The submission was returned: its maker has to submit it again first.
        SubmissionReturned,
        /// Its maker has changed the submission: look at it again before you decide.
        SubmissionChanged,
        /// The disclosure is not what the submission commits to: nothing in it may be edited by its reviewer.
        OtherContent,
        /// The submission belongs to another exchange: only its reviewers may decide.
        NotTheExchange,
        /// Whoever has had a submission in hand can't review it: another person must.
        SamePerson,
        /// Only a reviewer may publish what was not accepted yet: have it accepted first.
        NotAccepted,
        /// The embargo is not over: publish from its time on.
        Embargoed,
        /// The embargo is over already, or more than 366 days ahead: give another time.
        EmbargoNotPossible,
        /// The submission is another organisation's or another person's: its maker changes it, or a colleague takes it over.
        NotTheMaker,
        /// The person has the submission in hand already.
        InHand,
        /// A discloser enters what its own exchange reviews: name that one.
        NotTheOwnExchange,
        /// The disclosure is of another class than its submission said: submit it anew.
        OtherClass,
        /// The enterprise is not registered, or another exchange keeps its archive.
        NotTheRegistrar,
        /// The enterprise is not active: nothing is published for it any more.
        NotActive,
        /// An enterprise's key files for that enterprise alone.
        NotTheEnterprise,
        /// An intermediary files under a mandate: name it.
        MandateMissing,
        /// Only an intermediary files under a mandate: leave it out.
        MandateNotNeeded,
        /// No mandate has this number: look at the enterprise's mandates.
        UnknownMandate,
        /// The mandate was given by another enterprise or to another agent: name the right one.
        MandateOfAnother,
        /// The mandate does not cover this kind of disclosure.
        MandateOtherKind,
        /// The mandate was not in force when this was submitted: it had not begun, was over or had been ended.
        MandateNotInForce,
        /// The number of the disclosure has characters outside A-Z a-z 0-9 . _ - or may be a person's: choose another.
        InvalidNumber,
        /// A correction needs a reason, and nothing else has one of a correction.
        CorrectionReason,
        /// 补录 is entered by the exchange alone, and meets no obligation.
        BackfillNotPossible,
        /// The occasion names no security, or a period or a day that can't be; or a withdrawal or a rewriting names one.
        InvalidOccasion,
        /// The newest version is not the one that the submission is based on: have it returned and submitted anew.
        BaseMoved,
        /// The documents of a bulk publication are more than 500 together: publish in several parts.
        TooManyDocuments,
        /// As many as there may be: undecided submissions of the organisation, persons with a submission in hand, freezes.
        TooMany,
        /// The record is frozen already.
        AlreadyFrozen,
        /// The record is not frozen.
        NotFrozen,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Submits a disclosure: its class and a commitment to all of it.
        ///
        /// Origin: `MakerOrigin`, or a key of an enterprise that acts now. Events: [`Event::Submitted`], or
        /// [`Event::SubmissionUnchanged`] where the same organisation submitted it before. Errors:
        /// [`Error::NotTheOwnExchange`], [`Error::TooMany`], [`Error::SubmissionDecided`] where that was rejected or taken back,
        /// [`Error::SubmissionChanged`] where it has become another.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::submit())]
        pub fn submit(
            origin: OriginFor<T>,
            exchange: Uscc,
            class: DisclosureClass,
            commitment: [u8; 32],
        ) -> DispatchResult {
            let (maker, capacity) = Self::ensure_maker(origin)?;
            Self::do_submit(maker, capacity, exchange, class, commitment)
        }

        /// Submits again what was returned, or something else in place of what waits. It keeps its number; the time of its first
        /// filing it keeps where it was returned and stays of the same class.
        ///
        /// Origin: as of [`Pallet::submit`], whoever has it in hand. Events: [`Event::Resubmitted`], or
        /// [`Event::SubmissionUnchanged`]. Errors: [`Error::UnknownSubmission`], [`Error::SubmissionDecided`],
        /// [`Error::SubmissionAccepted`], [`Error::NotTheMaker`], [`Error::SubmissionChanged`] where another submission has or
        /// had this commitment.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::resubmit())]
        pub fn resubmit(
            origin: OriginFor<T>,
            submission: u64,
            class: DisclosureClass,
            commitment: [u8; 32],
        ) -> DispatchResult {
            let (maker, _) = Self::ensure_maker(origin)?;
            Self::do_resubmit(maker, submission, class, commitment)
        }

        /// Takes a submission back for good. What was in it is never known.
        ///
        /// Origin: as of [`Pallet::resubmit`]. Event: [`Event::Retracted`]. Errors: as of [`Pallet::resubmit`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::retract())]
        pub fn retract(origin: OriginFor<T>, submission: u64) -> DispatchResult {
            let (maker, _) = Self::ensure_maker(origin)?;
            Self::do_retract(maker, submission)
        }

        /// Takes a submission into one's own hands, because whoever had it left or is away. Its times stay.
        ///
        /// Origin: as of [`Pallet::submit`], of the maker's organisation. Event: [`Event::TakenOver`]. Errors: as of
        /// [`Pallet::resubmit`], and [`Error::InHand`], [`Error::TooMany`] after eight persons.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::take_over())]
        pub fn take_over(origin: OriginFor<T>, submission: u64) -> DispatchResult {
            let (maker, _) = Self::ensure_maker(origin)?;
            Self::do_take_over(maker, submission)
        }

        /// Returns a submission to its maker, also one that was accepted. `commitment` is what was looked at.
        ///
        /// Origin: `CheckerOrigin`, of the exchange and never a maker of it. Event: [`Event::Returned`]. Errors:
        /// [`Error::UnknownSubmission`], [`Error::SubmissionDecided`], [`Error::SubmissionReturned`],
        /// [`Error::SubmissionChanged`], [`Error::NotTheExchange`], [`Error::SamePerson`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::decide())]
        pub fn return_submission(
            origin: OriginFor<T>,
            submission: u64,
            commitment: [u8; 32],
            reason: Reason<ReviewReason>,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            Self::do_return(checker, submission, commitment, reason)
        }

        /// Rejects a submission for good, also one that was returned and not submitted again.
        ///
        /// Origin and errors: as of [`Pallet::return_submission`]. Event: [`Event::Rejected`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::decide())]
        pub fn reject(
            origin: OriginFor<T>,
            submission: u64,
            commitment: [u8; 32],
            reason: Reason<ReviewReason>,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            Self::do_reject(checker, submission, commitment, reason)
        }

        /// Accepts a submission without publishing it: any member that can open it may do that, from `not_before` on.
        ///
        /// Origin: as of [`Pallet::return_submission`]. Event: [`Event::Accepted`]. Errors: the same, and
        /// [`Error::SubmissionAccepted`], [`Error::EmbargoNotPossible`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::decide())]
        pub fn accept(
            origin: OriginFor<T>,
            submission: u64,
            commitment: [u8; 32],
            not_before: Option<u64>,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            Self::do_accept(checker, submission, commitment, not_before)
        }

        /// Publishes a disclosure by showing what its maker committed to. From here on its digests are known. Gives back the
        /// weight of documents that a rewriting did not have.
        ///
        /// Origin: `MemberOrigin`; before the submission is accepted, `CheckerOrigin` as of [`Pallet::accept`]. Event:
        /// [`Event::Published`], those of the object store. Errors: those of [`Pallet::accept`] where it is not accepted yet,
        /// [`Error::NotAccepted`], [`Error::Embargoed`], [`Error::OtherContent`], [`Error::OtherClass`],
        /// [`Error::NotTheRegistrar`], [`Error::NotActive`], [`Error::NotTheEnterprise`], those of mandates,
        /// [`Error::InvalidNumber`], [`Error::CorrectionReason`], [`Error::BackfillNotPossible`],
        /// [`Error::InvalidOccasion`], [`Error::BaseMoved`], those of the object store.
        #[pallet::call_index(7)]
        #[pallet::weight(Pallet::<T>::publishing(disclosure.act.size()))]
        pub fn publish(
            origin: OriginFor<T>,
            submission: u64,
            salt: [u8; 32],
            disclosure: Box<Disclosure>,
        ) -> DispatchResultWithPostInfo {
            let publisher = Self::ensure_publisher(origin)?;
            let refused = Self::publishing(disclosure.act.size_refused());
            Self::do_publish(&publisher, submission, salt, *disclosure)
                .map(|weight| Some(weight).into())
                .map_err(|error| DispatchErrorWithPostInfo { post_info: Some(refused).into(), error })
        }

        /// Publishes several disclosures, each by itself: what is refused leaves the others alone. At most 100 items with 500
        /// documents together.
        ///
        /// Origin and errors of each item: as of [`Pallet::publish`]. Events: [`Event::Published`] or
        /// [`Event::NotPublished`] for each, in their order. Error: [`Error::TooManyDocuments`].
        #[pallet::call_index(8)]
        #[pallet::weight(Pallet::<T>::publishing_many(items))]
        pub fn publish_many(origin: OriginFor<T>, items: Items) -> DispatchResultWithPostInfo {
            let publisher = Self::ensure_publisher(origin)?;
            Self::do_publish_many(&publisher, items)
        }

        /// Freezes a record of any kind: no new version, no overwrite and no withdrawal. What was published stays what it is.
        ///
        /// Origin: `RegulatorOrigin`. Event: [`Event::RecordFrozen`]. Errors: [`Error::AlreadyFrozen`], [`Error::TooMany`],
        /// those of the object store for what is unknown or closed.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::freeze())]
        pub fn freeze(origin: OriginFor<T>, object: ObjectId, reason: Reason<FreezeReason>) -> DispatchResult {
            let actor = T::RegulatorOrigin::ensure_origin(origin)?;
            Self::do_freeze(actor, object, reason)
        }

        /// Ends the freeze of a record.
        ///
        /// Origin: `RegulatorOrigin`. Event: [`Event::RecordUnfrozen`]. Error: [`Error::NotFrozen`].
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::freeze())]
        pub fn unfreeze(origin: OriginFor<T>, object: ObjectId) -> DispatchResult {
            let actor = T::RegulatorOrigin::ensure_origin(origin)?;
            Self::do_unfreeze(actor, object)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Whether a key could publish a submission with this disclosure now: done, and taken back. Whoever publishes asks
        /// before the disclosure goes into a block, where everybody sees it for ever.
        pub fn rehearse_publication(
            key: T::AccountId,
            submission: u64,
            salt: [u8; 32],
            disclosure: Box<Disclosure>,
        ) -> Result<(), DispatchError> {
            let publisher = Self::ensure_publisher(frame_system::RawOrigin::Signed(key).into())?;
            Self::undone(|| Self::do_publish(&publisher, submission, salt, *disclosure).map(|_| ()))
        }

        /// Whether a disclosure that this key submits now could be published: what its maker asks before committing to it.
        pub fn rehearse_submission(
            key: T::AccountId,
            exchange: Uscc,
            disclosure: Box<Disclosure>,
        ) -> Result<(), DispatchError> {
            let (maker, capacity) = Self::ensure_maker(frame_system::RawOrigin::Signed(key).into())?;
            Self::undone(|| Self::rehearse(maker, capacity, exchange, *disclosure))
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "std")]
        fn integrity_test() {
            use jiandu_primitives::{change::Size, record::MAX_WEIGHED};
            let limit = T::BlockWeights::get().get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic;
            let items = T::WeightInfo::publish(0).saturating_mul(MAX_ITEMS.into());
            let bulk = T::WeightInfo::publish(MAX_BULK_DOCUMENTS.saturating_mul(3).saturating_div(2));
            for heaviest in
                [T::WeightInfo::publish(MAX_WEIGHED), Self::publishing(Size::MOST), items.saturating_add(bulk)]
            {
                assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest call fits into a block");
            }
        }
    }
}
