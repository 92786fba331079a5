//! Grants (数据授权): what an enterprise lets a data user do with named data, signed by both, with a receipt for every use.
//!
//! A grant is proposed, by the user who asks or by whoever grants, and holds once the other side has signed it, and the named
//! provider too, unless that has published [standing terms](jiandu_primitives::grant::StandingTerms) that cover it. Its terms
//! never change: other terms are another grant, which may replace it. States, counts and receipts are dated entries that are only
//! added, so that "was it allowed at T?" is answered for any past T from the current state, by the same
//! [decision](jiandu_primitives::grant::decision::decide) that refuses a reservation now.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `propose_grant` | user (数据使用方), or a key of the enterprise; of a sub-grant the user of its parent | `GrantProposed`, `GrantChanged` |
//! | `sign_grant` | whoever has not signed: enterprise, user, provider | `GrantSigned`, `GrantChanged` |
//! | `decline_grant` | a party, before the grant holds; whoever proposed it takes it back | `GrantChanged` |
//! | `suspend_grant`, `resume_grant` | a key of the enterprise | `GrantChanged` |
//! | `end_grant` | a party, while it holds: the grantor revokes, user and provider end | `GrantChanged` |
//! | `reserve_use` | the user | `UseReserved` |
//! | `settle_use` | whoever serves the data | `UseSettled` |
//! | `report_use` | the same | `UseReported` |
//! | `record_denial` | the same | `UseRefused` |
//! | `acknowledge_deletion` | the user, once the grant is over | `DeletionAcknowledged` |
//! | `publish_standing_terms` | provider | `StandingTermsPublished` |
//! | `require_two` | a key of the enterprise | `PolicyChanged` |
//!
//! Whoever serves the data is the named provider, or the enterprise where none is named. Where the enterprise wants two of its
//! people to sign, what gives something away (a signature, a resumption, the end of this rule) takes two keys; what takes it back
//! takes one.
//!
//! Never possible: a grant that one side alone made; a use that the decision refuses; a count that a retry changes twice; terms,
//! states, counts or receipts that are changed or removed; a sub-grant that allows what its parent does not. A use that happened
//! without a reservation is never refused for lack of permission: it is reported, and marked as 异常使用 for ever.
//!
//! Storage is documented with its sizes in `docs/pallets/grants.md`.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod logic;
pub mod types;
mod uses;
mod views;
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
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::Moment,
        disclosure::Enterprises,
        grant::{
            decision::{Denial, Denied, Use},
            usage::{Outcome, Receipt},
            Commitment, EnterpriseHistory, GrantReason, GrantState, MemberHistory, RecordHistory, StandingTerms, Terms,
        },
        member::{Actor, Author},
        record::ObjectId,
        uscc::Uscc,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    /// What a report of long ago reads more than one of now: up to 32 entries of each of the eight dated series that the decision
    /// looks at.
    const PAST_READS: u64 = 8 * 32;

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Members that use or provide data.
        type MemberOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Enterprises and their keys.
        type Enterprises: Enterprises<Self::AccountId> + EnterpriseHistory;
        /// Members, now and before.
        type Members: MemberHistory<Self::AccountId>;
        /// The object store.
        type Records: RecordHistory;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// Grants by their number, from 0. Never changed or removed.
    #[pallet::storage]
    pub type Grants<T> = StorageMap<_, Twox64Concat, u64, Grant>;

    /// The number of the next grant.
    #[pallet::storage]
    pub type NextGrant<T> = StorageValue<_, u64, ValueQuery>;

    /// Where each grant stands.
    #[pallet::storage]
    pub type Heads<T> = StorageMap<_, Twox64Concat, u64, Head>;

    /// Every state that a grant has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type States<T> = StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, u32, StateChange>;

    /// Every count that a grant has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Usages<T> = StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, u32, UsageChange>;

    /// 使用收据: everything that was done, or tried, with a grant, numbered from 0: append-only but for the settlement of a
    /// reservation.
    #[pallet::storage]
    pub type Receipts<T> = StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, u32, Receipt>;

    /// The receipts of a grant by what identifies the call that made them: none is written twice.
    #[pallet::storage]
    pub type ReceiptIds<T> = StorageDoubleMap<_, Twox64Concat, u64, Identity, [u8; 32], u32>;

    /// The grants of a party, whichever it is, in the order of their proposal, numbered from 0.
    #[pallet::storage]
    pub type GrantsOf<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, u64>;

    /// How many grants a party has.
    #[pallet::storage]
    pub type GrantCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// How many grants that an organisation proposed wait for signatures.
    #[pallet::storage]
    pub type OpenCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// The grant with these terms, by their digest: nothing is proposed twice.
    #[pallet::storage]
    pub type ByTerms<T> = StorageMap<_, Identity, [u8; 32], u64>;

    /// Every standing terms that a provider has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Standings<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, StandingChange>;

    /// How many standing terms a provider has had.
    #[pallet::storage]
    pub type StandingCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// Every rule about its signatures that an enterprise has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Policies<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, PolicyChange>;

    /// How many rules about its signatures an enterprise has had.
    #[pallet::storage]
    pub type PolicyCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// How much an organisation or an enterprise did today.
    #[pallet::storage]
    pub type Today<T> = StorageMap<_, Blake2_128Concat, Uscc, DayCount, ValueQuery>;

    /// What one key of an enterprise wants and a second one has not signed yet, by its digest.
    #[pallet::storage]
    pub type Awaited<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Identity, [u8; 32], Author>;

    /// What happened to grants.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A grant waits for signatures.
        GrantProposed {
            /// Its number.
            grant: u64,
            /// What it says.
            terms: Box<Terms>,
            /// Who grants: the enterprise, or the user of the parent.
            grantor: Uscc,
            /// Who proposed it.
            by: Author,
        },
        /// The same was done before: nothing was written.
        GrantUnchanged {
            /// Its number.
            grant: u64,
        },
        /// A party signed a grant.
        GrantSigned {
            /// Its number.
            grant: u64,
            /// Who signed.
            by: Author,
        },
        /// A grant stands otherwise.
        GrantChanged {
            /// Its number.
            grant: u64,
            /// Its state now.
            state: GrantState,
            /// Why.
            reason: Option<GrantReason>,
            /// Who brought it about.
            by: Author,
        },
        /// The enterprise wants two of its people to sign: one has.
        SecondPersonAwaited {
            /// The enterprise.
            enterprise: Uscc,
            /// The grant that it is about; none where it is about this rule.
            grant: Option<u64>,
            /// Who signed.
            by: Author,
        },
        /// A use was reserved: whoever serves the data may do so once.
        UseReserved {
            /// The grant.
            grant: u64,
            /// The receipt.
            receipt: u32,
            /// What will be used.
            asked: Use,
            /// Unix second from which the reservation holds no more.
            lapses: u64,
            /// How many uses are taken now.
            count: u32,
            /// Who reserved it.
            by: Author,
        },
        /// The same receipt was written before: nothing was written.
        ReceiptUnchanged {
            /// The grant.
            grant: u64,
            /// The receipt.
            receipt: u32,
        },
        /// A reserved use was served, or was not.
        UseSettled {
            /// The grant.
            grant: u64,
            /// The receipt.
            receipt: u32,
            /// What came of it.
            outcome: Outcome,
            /// The salted digest of what was served.
            result: Option<Commitment>,
            /// Whether the grant could still be used when it was settled.
            decision: Result<(), Denied>,
            /// How many uses are taken now.
            count: u32,
            /// Who settled it.
            by: Author,
        },
        /// A use of a sub-grant changed the count of the grant of which it is one.
        CountedInParent {
            /// The parent.
            grant: u64,
            /// How many of its uses are taken now.
            count: u32,
        },
        /// 异常使用: data was used without a reservation.
        UseReported {
            /// The grant.
            grant: u64,
            /// The receipt.
            receipt: u32,
            /// What was used.
            asked: Use,
            /// Unix second at which it happened.
            happened: u64,
            /// The salted digest of what was served.
            result: Option<Commitment>,
            /// What the decision is about the time at which it happened.
            decision: Result<(), Denied>,
            /// How many uses are taken now.
            count: u32,
            /// Who reported it.
            by: Author,
        },
        /// Somebody tried to use data and was refused.
        UseRefused {
            /// The grant.
            grant: u64,
            /// The receipt.
            receipt: u32,
            /// What would have been used.
            asked: Use,
            /// Why.
            reason: Denial,
            /// Who refused.
            by: Author,
        },
        /// The user says that it has deleted what it got.
        DeletionAcknowledged {
            /// The grant.
            grant: u64,
            /// The salted digest of the statement.
            statement: Option<Commitment>,
            /// Who says so.
            by: Author,
        },
        /// A provider agrees to some grants beforehand, or no more.
        StandingTermsPublished {
            /// The provider.
            provider: Uscc,
            /// What it agrees to.
            terms: Option<StandingTerms>,
            /// Who published it.
            by: Author,
        },
        /// That is what the provider agrees to already: nothing was written.
        StandingTermsUnchanged {
            /// The provider.
            provider: Uscc,
        },
        /// An enterprise wants two of its people to sign, or one.
        PolicyChanged {
            /// The enterprise.
            enterprise: Uscc,
            /// Whether two have to.
            two: bool,
            /// Who decided.
            by: Author,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// No grant has this number: look at the list.
        UnknownGrant,
        /// The organisation is no party of the grant, or has no such part in it.
        NotAParty,
        /// The grant waits for no signature any more: look at where it stands.
        GrantDecided,
        /// These are not the terms of the grant: compare them again before you sign.
        OtherTerms,
        /// The grant's time is over: nothing is signed any more.
        GrantOver,
        /// The grant does not hold: it waits for signatures, or has ended.
        GrantNotRunning,
        /// The grant is not active, so there is nothing to suspend.
        GrantNotActive,
        /// The grant is not suspended, so there is nothing to resume.
        GrantNotSuspended,
        /// The grant is not over yet: end it before you acknowledge the deletion.
        GrantRunning,
        /// A grant has 1 to 32 items, each of them once.
        InvalidItems,
        /// A grant names at least one action, of those that are known.
        InvalidActions,
        /// The end comes after the beginning, ten years later at most, and not before now.
        InvalidWindow,
        /// A bound on uses is at least one.
        InvalidUses,
        /// A party's code is not valid, or one organisation has two parts: where the enterprise serves the data itself, name no
        /// provider.
        InvalidParties,
        /// Onward sharing names each organisation once, and neither the user nor the enterprise.
        InvalidOnward,
        /// At most 3,660 days may be given for the deletion.
        InvalidDeletion,
        /// None of uses, end, purpose, territory and onward sharing is restricted: restrict one, or say explicitly that nothing
        /// is.
        ClausesMissing,
        /// The enterprise is not registered, or its archive does not go on.
        EnterpriseNotActive,
        /// The user is no active member: have it admitted first.
        UnknownUser,
        /// The provider is no active member: have it admitted first.
        UnknownProvider,
        /// The parent is no grant that holds.
        UnknownParent,
        /// The sub-grant allows what its parent does not, or a party that its parent does not name.
        BeyondParent,
        /// The grant to be replaced does not hold, is of another enterprise or user, or the new one has not begun.
        NotReplaceable,
        /// Too many grants of the organisation wait for signatures: have them decided first.
        TooMany,
        /// The organisation has done as much as it may in a day: go on tomorrow.
        TooManyToday,
        /// A key of the enterprise is being replaced: it gives nothing away until that is settled.
        KeyChanging,
        /// The user has signed nothing, so there is nothing to keep books about.
        UserHasNotSigned,
        /// 16 reservations are open, or eight of one sub-grant: settle some of them, or wait until they lapse.
        TooManyReserved,
        /// The grant has no such receipt.
        UnknownReceipt,
        /// The receipt is no reservation that is open: it was settled, or is none.
        NotReserved,
        /// The reservation has lapsed: reserve anew, or report what was served.
        ReservationLapsed,
        /// What was served needs the digest of the result, and what was not has none.
        ResultMissing,
        /// The time lies ahead.
        InvalidTime,
        /// Standing terms name actions, a longest term and, where they bound uses, at least one.
        InvalidStandingTerms,
        /// Two keys have to act for the enterprise before two can be asked for.
        TooFewKeys,
        /// That is the rule already.
        PolicyUnchanged,
        /// Only a key of the enterprise may do this.
        NotTheEnterprise,
        /// The grant is another user's.
        DeniedNotTheUser,
        /// 待签署: not both sides have signed the grant.
        DeniedNotSigned,
        /// 待数据方确认: the provider has not signed the grant.
        DeniedAwaitsProvider,
        /// The grant was declined.
        DeniedDeclined,
        /// The grant was taken back by whoever proposed it.
        DeniedRetracted,
        /// The enterprise has revoked the grant.
        DeniedRevoked,
        /// The grant was ended.
        DeniedEnded,
        /// Another grant has replaced this one.
        DeniedReplaced,
        /// The enterprise has suspended the grant.
        DeniedSuspended,
        /// The grant has not begun.
        DeniedNotBegun,
        /// The grant has expired.
        DeniedExpired,
        /// The enterprise's archive does not go on.
        DeniedEnterpriseInactive,
        /// A key of the enterprise is being replaced: wait until that is settled.
        DeniedKeyChange,
        /// The user is suspended or has left.
        DeniedUserInactive,
        /// The provider is suspended or has left.
        DeniedProviderInactive,
        /// All uses are taken: ask for another grant, or wait for open reservations.
        DeniedExhausted,
        /// The item is not among those granted.
        DeniedItemNotGranted,
        /// The consent of the data subject is over.
        DeniedConsentExpired,
        /// The grant is for another purpose.
        DeniedOtherPurpose,
        /// The grant is for other actions.
        DeniedActionNotGranted,
        /// The data is of a higher level than the grant covers.
        DeniedLevelTooHigh,
        /// The grant of which this is a sub-grant does not allow it.
        DeniedByParent,
    }

    impl<T> From<Denied> for Error<T> {
        fn from(denied: Denied) -> Self {
            match denied.reason {
                _ if denied.of_parent => Self::DeniedByParent,
                Denial::NotTheUser => Self::DeniedNotTheUser,
                Denial::NotSigned => Self::DeniedNotSigned,
                Denial::AwaitsProvider => Self::DeniedAwaitsProvider,
                Denial::Declined => Self::DeniedDeclined,
                Denial::Retracted => Self::DeniedRetracted,
                Denial::Revoked => Self::DeniedRevoked,
                Denial::Ended => Self::DeniedEnded,
                Denial::Replaced => Self::DeniedReplaced,
                Denial::Suspended => Self::DeniedSuspended,
                Denial::NotBegun => Self::DeniedNotBegun,
                Denial::Expired => Self::DeniedExpired,
                Denial::EnterpriseInactive => Self::DeniedEnterpriseInactive,
                Denial::KeyChange => Self::DeniedKeyChange,
                Denial::UserInactive => Self::DeniedUserInactive,
                Denial::ProviderInactive => Self::DeniedProviderInactive,
                Denial::Exhausted => Self::DeniedExhausted,
                Denial::ItemNotGranted => Self::DeniedItemNotGranted,
                Denial::ConsentExpired => Self::DeniedConsentExpired,
                Denial::OtherPurpose => Self::DeniedOtherPurpose,
                Denial::ActionNotGranted => Self::DeniedActionNotGranted,
                Denial::LevelTooHigh => Self::DeniedLevelTooHigh,
            }
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Proposes a grant and signs it for one's own side: the user asks, whoever grants offers. The same terms again write
        /// nothing; by the other side, they sign it.
        ///
        /// Origin: member with the role of a user, for the user or for the grantor of a sub-grant; a key of the enterprise.
        /// Events: [`Event::GrantProposed`], [`Event::GrantSigned`], or those of [`Pallet::sign_grant`]. Errors:
        /// [`Error::NotAParty`], [`Error::TooMany`], [`Error::TooManyToday`], [`Error::KeyChanging`],
        /// [`Error::EnterpriseNotActive`], [`Error::UnknownUser`], [`Error::UnknownProvider`], [`Error::UnknownParent`],
        /// [`Error::BeyondParent`], [`Error::NotReplaceable`], [`Error::InvalidWindow`] and the others named `Invalid…`,
        /// [`Error::ClausesMissing`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::propose_grant())]
        pub fn propose_grant(origin: OriginFor<T>, terms: Box<Terms>) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_propose(signer, *terms)
        }

        /// Signs a grant for one's own side. Once everybody has whose signature it needs, it holds. The same again writes
        /// nothing.
        ///
        /// Origin: a party that has not signed: a key of the enterprise, a second one where the enterprise wants two, the user,
        /// the named provider. Events: [`Event::GrantSigned`], [`Event::GrantChanged`], or [`Event::GrantUnchanged`]. Errors:
        /// [`Error::UnknownGrant`], [`Error::GrantDecided`], [`Error::OtherTerms`], [`Error::GrantOver`], [`Error::NotAParty`],
        /// [`Error::EnterpriseNotActive`], [`Error::KeyChanging`], [`Error::UnknownParent`], [`Error::NotReplaceable`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::sign_grant())]
        pub fn sign_grant(origin: OriginFor<T>, grant: u64, terms: [u8; 32]) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_sign(signer, grant, terms)
        }

        /// Declines a grant that waits for signatures; whoever proposed it takes it back.
        ///
        /// Origin: a party. Event: [`Event::GrantChanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`],
        /// [`Error::GrantDecided`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::change_state())]
        pub fn decline_grant(origin: OriginFor<T>, grant: u64, reason: GrantReason) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_decline(signer, grant, reason)
        }

        /// Suspends an active grant until it is resumed. What is reserved already may be settled.
        ///
        /// Origin: a key of the enterprise. Event: [`Event::GrantChanged`]. Errors: [`Error::UnknownGrant`],
        /// [`Error::NotTheEnterprise`], [`Error::GrantNotActive`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::change_state())]
        pub fn suspend_grant(origin: OriginFor<T>, grant: u64, reason: GrantReason) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_suspend(signer, grant, reason)
        }

        /// Resumes a suspended grant; where the enterprise wants two of its people to sign, at the second signature.
        ///
        /// Origin: a key of the enterprise. Event: [`Event::GrantChanged`], or [`Event::SecondPersonAwaited`]. Errors:
        /// [`Error::UnknownGrant`], [`Error::NotTheEnterprise`], [`Error::GrantNotSuspended`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::change_state())]
        pub fn resume_grant(origin: OriginFor<T>, grant: u64) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_resume(signer, grant)
        }

        /// Ends a grant that holds, for good: the enterprise, or the grantor of a sub-grant, revokes it; user and provider end
        /// it. Uses of the past stay what they were.
        ///
        /// Origin: a party. Event: [`Event::GrantChanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`],
        /// [`Error::GrantNotRunning`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::change_state())]
        pub fn end_grant(origin: OriginFor<T>, grant: u64, reason: GrantReason) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_end(signer, grant, reason)
        }

        /// Reserves one use, which is counted at once and, unless it is settled within the hour, given back. Refused where the
        /// decision refuses. A sub-grant's use is counted in its parent, too. The same ticket again writes nothing.
        ///
        /// Origin: member with the role of a user, of the grant's user. Event: [`Event::UseReserved`], or
        /// [`Event::ReceiptUnchanged`]. Errors: [`Error::UnknownGrant`], [`Error::TooManyReserved`], and those named `Denied…`,
        /// the first that applies.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::reserve_use())]
        pub fn reserve_use(origin: OriginFor<T>, grant: u64, asked: Use, ticket: [u8; 32]) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_reserve(signer, grant, asked, ticket)
        }

        /// Says what came of a reservation: served, denied or failed; only what was served stays counted. Whether the
        /// grant could still be used by then is told. The same again writes nothing.
        ///
        /// Origin: whoever serves the data; the user, for what failed. Event: [`Event::UseSettled`], or
        /// [`Event::ReceiptUnchanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`], [`Error::UnknownReceipt`],
        /// [`Error::NotReserved`], [`Error::ReservationLapsed`], [`Error::ResultMissing`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::settle_use())]
        pub fn settle_use(
            origin: OriginFor<T>,
            grant: u64,
            receipt: u32,
            outcome: Outcome,
            result: Option<Commitment>,
        ) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_settle(signer, grant, receipt, outcome, result)
        }

        /// Reports a use that happened without a reservation, or against one that had lapsed: 异常使用, whether it would have been
        /// allowed or not. It counts. The same ticket again writes nothing.
        ///
        /// Origin: whoever serves the data, of a grant that its user signed. Event: [`Event::UseReported`], or
        /// [`Event::ReceiptUnchanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`], [`Error::UserHasNotSigned`],
        /// [`Error::InvalidTime`], [`Error::UnknownReceipt`], [`Error::NotReserved`], [`Error::TooManyToday`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::report_use().saturating_add(T::DbWeight::get().reads(PAST_READS)))]
        pub fn report_use(origin: OriginFor<T>, grant: u64, asked: Use, report: Report) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_report(signer, grant, asked, report)
        }

        /// Records an attempt that was refused. The same ticket again writes nothing.
        ///
        /// Origin: whoever serves the data, of a grant that its user signed. Event: [`Event::UseRefused`], or
        /// [`Event::ReceiptUnchanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`], [`Error::UserHasNotSigned`],
        /// [`Error::TooManyToday`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::record_denial())]
        pub fn record_denial(
            origin: OriginFor<T>,
            grant: u64,
            asked: Use,
            reason: Denial,
            ticket: [u8; 32],
        ) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_record_denial(signer, grant, asked, reason, ticket)
        }

        /// Says that what was got under a grant that is over has been deleted. Once; the same again writes nothing.
        ///
        /// Origin: member with the role of a user, of the grant's user. Event: [`Event::DeletionAcknowledged`], or
        /// [`Event::GrantUnchanged`]. Errors: [`Error::UnknownGrant`], [`Error::NotAParty`], [`Error::GrantRunning`].
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::acknowledge_deletion())]
        pub fn acknowledge_deletion(origin: OriginFor<T>, grant: u64, statement: Option<Commitment>) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_acknowledge(signer, grant, statement)
        }

        /// Agrees to every grant that stays within some terms, from now on; without terms, to none any more. What holds already
        /// stays.
        ///
        /// Origin: member with the role of a provider. Event: [`Event::StandingTermsPublished`], or
        /// [`Event::StandingTermsUnchanged`]. Error: [`Error::InvalidStandingTerms`].
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::publish_standing_terms())]
        pub fn publish_standing_terms(origin: OriginFor<T>, terms: Option<StandingTerms>) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_publish_standing_terms(signer, terms)
        }

        /// Lets two keys of the enterprise sign what gives something away, or one again: that takes two as well.
        ///
        /// Origin: a key of the enterprise. Event: [`Event::PolicyChanged`], or [`Event::SecondPersonAwaited`]. Errors:
        /// [`Error::NotTheEnterprise`], [`Error::PolicyUnchanged`], [`Error::TooFewKeys`].
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::require_two())]
        pub fn require_two(origin: OriginFor<T>, two: bool) -> DispatchResult {
            let signer = Self::ensure_signer(origin)?;
            Self::do_require_two(signer, two)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Whether a use by an organisation is allowed, or was at a Unix second; of a later one than now, now. Where a record is
        /// named, the level is that of its version of that time, if that is higher than the one asked about, and the highest
        /// where there was none; where a key is, it must have been one of the user's that could ask for data. None where there is
        /// no such grant.
        pub fn decision(
            grant: u64,
            user: Uscc,
            key: Option<T::AccountId>,
            asked: Use,
            record: Option<ObjectId>,
            time: Option<u64>,
        ) -> Option<Answer> {
            Self::answer(grant, user, key, asked, record, time)
        }

        /// The grants of an enterprise that can be used, or could at a Unix second, in the order of their proposal: of at most
        /// 256 grants from one of its grants on.
        pub fn usable_grants(enterprise: Uscc, time: Option<u64>, from: u32, most: u32) -> Page {
            Self::page(enterprise, time, from, most)
        }
    }
}
