//! Obligations (披露义务): what enterprises have to disclose, until when, and what became of it.
//!
//! An obligation is an enterprise, a kind and an occasion, and is never stored: it is reckoned whenever it is asked for, by
//! [`jiandu_primitives::obligation`]. Stored is what it is reckoned from: tables of rules and the calendar, which the council
//! sets; occasions, which 登记岗 or 信披岗 declares and another person of 复核岗 may cancel; what was filed, which the workflow
//! of disclosures tells through [`FilingLog`]; extensions (延期) and waivers (豁免), which 复核岗 grants. Nobody has to send
//! anything for an obligation to become overdue.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `set_rules` | council | `RulesSet` |
//! | `set_year` | council | `YearSet` |
//! | `declare`, `declare_many` | registrar (登记岗) or discloser (信披岗) | `OccasionDeclared`, or `OccasionUnchanged` |
//! | `cancel` | reviewer (复核岗), another person than the one who declared | `OccasionCancelled` |
//! | `extend` | reviewer | `ObligationExtended` |
//! | `waive` | reviewer | `ObligationWaived` |
//!
//! All of those but the council are of the organisation that keeps the enterprise's archive.
//!
//! Two clocks. The chain's time of the first submission of what was published judges the enterprise, the time of the
//! publication judges the exchange. Of several publications for an occasion the one that was filed first counts, until it is
//! withdrawn. The version of the rules, and the tier, on the day that triggers an obligation are those it is reckoned with: no
//! later table changes that, while a tier or a status that two persons enter with an earlier date does.
//!
//! Never possible: an occasion that disappears; a day of the calendar changed once it is over; an extension or a waiver of what
//! is met, or of what does not apply; a text by a user, of which only the salted digest is kept.
//!
//! Storage is documented with its sizes in `docs/pallets/obligations.md`.
//!
//! [`FilingLog`]: jiandu_primitives::disclosure::FilingLog
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod logic;
pub mod types;
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
    use alloc::vec::Vec;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        calendar::{Day, Year},
        chain::Moment,
        disclosure::{DisclosureKind, Filing, Occasion},
        member::{Actor, Author},
        obligation::{DatedEnterprises, Obligation, ReliefReason, RuleTable, Timeliness},
        record::ObjectId,
        uscc::Uscc,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// 登记岗 or 信披岗.
        type MakerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// 复核岗.
        type CheckerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Who sets rules and calendar.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// The enterprises, with their tiers and statuses over time.
        type Enterprises: DatedEnterprises;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
    }

    /// Every table of rules, numbered from 0: append-only. Each has the day from which it holds.
    #[pallet::storage]
    pub type Tables<T> = StorageMap<_, Twox64Concat, u32, RuleTableRow>;

    /// The number of the next table.
    #[pallet::storage]
    pub type NextTable<T> = StorageValue<_, u32, ValueQuery>;

    /// Which days of a year are working days and trading days. A year without a row has Monday to Friday.
    #[pallet::storage]
    pub type Years<T> = StorageMap<_, Twox64Concat, u16, Year>;

    /// The events and entries of schedules that an enterprise discloses something for. Never a period: those follow from the
    /// rules. None is ever removed.
    #[pallet::storage]
    pub type Occasions<T> =
        StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, (DisclosureKind, Occasion), OccasionRow>;

    /// How many occasions of an enterprise are kept.
    #[pallet::storage]
    pub type OccasionCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// What was published for an enterprise's occasions and not withdrawn, in the order of filing: the first meets the
    /// obligation, and the next does once the first is withdrawn. Never an empty list.
    #[pallet::storage]
    pub type Filings<T> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        Uscc,
        Blake2_128Concat,
        (DisclosureKind, Occasion),
        BoundedVec<Filing, ConstU32<MAX_FILINGS>>,
    >;

    /// For which occasion of its enterprise a record was published: written and removed together with the filing.
    #[pallet::storage]
    pub type FiledBy<T> = StorageMap<_, Blake2_128Concat, ObjectId, (DisclosureKind, Occasion)>;

    /// What was decided about an enterprise's obligations.
    #[pallet::storage]
    pub type Reliefs<T> =
        StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, (DisclosureKind, Occasion), ReliefRow>;

    /// What happened to obligations and their rules.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council set a table of rules.
        RulesSet {
            /// Its number.
            number: u32,
            /// The table.
            table: RuleTable,
        },
        /// The council set a year of the calendar.
        YearSet {
            /// The year.
            year: u16,
            /// Its days.
            days: Year,
        },
        /// An occasion was declared, for the first time or after it was cancelled.
        OccasionDeclared {
            /// Whose.
            enterprise: Uscc,
            /// What has to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
            /// Who declared it.
            by: Author,
        },
        /// An occasion was declared before: nothing was written.
        OccasionUnchanged {
            /// Whose.
            enterprise: Uscc,
            /// What has to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
        },
        /// An occasion was cancelled: what it triggered does not apply.
        OccasionCancelled {
            /// Whose.
            enterprise: Uscc,
            /// What had to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
            /// Who cancelled it.
            by: Author,
        },
        /// An obligation was extended.
        ObligationExtended {
            /// Whose.
            enterprise: Uscc,
            /// What has to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
            /// The last day on which it is met in time.
            until: Day,
            /// Why it was extended.
            reason: ReliefReason,
            /// The salted digest of a text about it.
            text: Option<[u8; 32]>,
            /// Who granted it.
            by: Author,
        },
        /// An obligation was waived.
        ObligationWaived {
            /// Whose.
            enterprise: Uscc,
            /// What had to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
            /// Why it was waived.
            reason: ReliefReason,
            /// The salted digest of a text about it.
            text: Option<[u8; 32]>,
            /// Who granted it.
            by: Author,
        },
        /// A publication counts for an occasion: the first of them, one that was filed before it, or the next after a withdrawal.
        ObligationMet {
            /// Whose.
            enterprise: Uscc,
            /// What was disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
            /// The publication, with both clocks.
            filing: Filing,
        },
        /// Everything that was published for an occasion is withdrawn.
        ObligationReopened {
            /// Whose.
            enterprise: Uscc,
            /// What has to be disclosed.
            kind: DisclosureKind,
            /// Why.
            occasion: Occasion,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// A rule has a number, a date or a name that is not possible: compare each with its bounds.
        InvalidRule,
        /// The table would hold from a day that has begun, and change what was triggered on it: let it hold from tomorrow or later.
        TableInPast,
        /// As many as there may be: tables of rules, occasions of an enterprise, or extensions of an obligation.
        TooMany,
        /// The calendar has the years 1990 to 2200: check the year.
        InvalidYear,
        /// A day that is over would change, of a year that was set before: leave the days before today as they are.
        YearIsOver,
        /// No enterprise is registered under this code: register it first.
        UnknownEnterprise,
        /// Another organisation keeps the enterprise's archive: only that one may do this.
        NotTheRegistrar,
        /// A period follows from the rules, and an empty list declares nothing: name an event or an entry of a schedule.
        NothingToDeclare,
        /// The security's name is empty, has other characters than A-Z a-z 0-9 . _ - : / or may be a person's number: take what
        /// follows the point in its product code.
        InvalidSecurity,
        /// The day lies before 2000 or too far ahead, which is thirty years for an occasion, 366 days for rules and 731 days for
        /// what is extended or waived: check it.
        DayTooFar,
        /// Nobody declared such an occasion, or it was cancelled: look at the enterprise's occasions.
        UnknownOccasion,
        /// Whoever declared an occasion can't cancel it: another person must.
        SamePerson,
        /// By the present rules there is no such obligation, or it does not apply: look at the enterprise's obligations.
        NoObligation,
        /// It is due on this day or later anyway: name a later day.
        NotLater,
        /// An extension ends 366 days after the original due day at the latest: name an earlier day, or waive.
        TooFar,
        /// Something was published for it: there is nothing to extend or to waive.
        AlreadyMet,
        /// It was waived: there is nothing to extend or to waive.
        AlreadyWaived,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets a further table of rules. It holds from its day on; what was triggered before that keeps the rules it had. Of two
        /// tables that hold from the same day the later one counts.
        ///
        /// Origin: `CouncilOrigin`. Event: [`Event::RulesSet`]. Errors: [`Error::InvalidRule`], [`Error::DayTooFar`],
        /// [`Error::TableInPast`], [`Error::TooMany`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::set_rules(Pallet::<T>::size(table.rules.len())))]
        pub fn set_rules(origin: OriginFor<T>, table: RuleTable) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_set_rules(table)
        }

        /// Sets which days of a year are working days and trading days. A year that is over can be entered; of one that was
        /// entered, no day that is over is changed.
        ///
        /// Origin: `CouncilOrigin`. Event: [`Event::YearSet`]. Errors: [`Error::InvalidYear`], [`Error::YearIsOver`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::set_year())]
        pub fn set_year(origin: OriginFor<T>, year: u16, days: Year) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_set_year(year, days)
        }

        /// Declares an event, or an entry of a security's schedule, that an enterprise has to disclose something for. One that
        /// was cancelled is declared again.
        ///
        /// Origin: `MakerOrigin`, of the organisation that keeps the enterprise's archive. Events: [`Event::OccasionDeclared`],
        /// or [`Event::OccasionUnchanged`] where it was declared before. Errors: [`Error::UnknownEnterprise`],
        /// [`Error::NotTheRegistrar`], [`Error::NothingToDeclare`], [`Error::InvalidSecurity`], [`Error::DayTooFar`],
        /// [`Error::TooMany`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::declare(1))]
        pub fn declare(
            origin: OriginFor<T>,
            enterprise: Uscc,
            kind: DisclosureKind,
            occasion: Occasion,
        ) -> DispatchResult {
            let maker = T::MakerOrigin::ensure_origin(origin)?;
            Self::do_declare(&maker, enterprise, &[(kind, occasion)])
        }

        /// Declares several occasions of an enterprise, such as a security's whole schedule: all of them or none.
        ///
        /// Origin, events and errors: as of [`Pallet::declare`]; an empty list is [`Error::NothingToDeclare`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::declare(Pallet::<T>::size(occasions.len())))]
        pub fn declare_many(
            origin: OriginFor<T>,
            enterprise: Uscc,
            occasions: BoundedVec<(DisclosureKind, Occasion), ConstU32<MAX_DECLARED>>,
        ) -> DispatchResult {
            let maker = T::MakerOrigin::ensure_origin(origin)?;
            ensure!(!occasions.is_empty(), Error::<T>::NothingToDeclare);
            Self::do_declare(&maker, enterprise, &occasions)
        }

        /// Cancels an occasion for which nothing counts: it was declared by mistake, or its event never came. What it triggered
        /// does not apply.
        ///
        /// Origin: `CheckerOrigin`, another person than the one who declared it, of the organisation that keeps the enterprise's
        /// archive. Event: [`Event::OccasionCancelled`]. Errors: [`Error::UnknownEnterprise`], [`Error::NotTheRegistrar`],
        /// [`Error::UnknownOccasion`], [`Error::AlreadyMet`], [`Error::SamePerson`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::cancel())]
        pub fn cancel(
            origin: OriginFor<T>,
            enterprise: Uscc,
            kind: DisclosureKind,
            occasion: Occasion,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            Self::do_cancel(&checker, enterprise, (kind, occasion))
        }

        /// 延期: extends an obligation, overdue or not, until the end of a day. `text` is the salted digest of a text about it.
        ///
        /// Origin: `CheckerOrigin`, of the organisation that keeps the enterprise's archive. Event:
        /// [`Event::ObligationExtended`]. Errors: [`Error::UnknownEnterprise`], [`Error::NotTheRegistrar`],
        /// [`Error::NoObligation`], [`Error::AlreadyMet`], [`Error::AlreadyWaived`], [`Error::DayTooFar`],
        /// [`Error::NotLater`], [`Error::TooFar`], [`Error::TooMany`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::extend().saturating_add(T::DbWeight::get().reads(CHARGED_DATES)))]
        pub fn extend(
            origin: OriginFor<T>,
            enterprise: Uscc,
            kind: DisclosureKind,
            occasion: Occasion,
            until: Day,
            reason: ReliefReason,
            text: Option<[u8; 32]>,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            let (by, at) = (checker.author(), T::Now::get());
            Self::do_extend(enterprise, (kind, occasion), Extension { until, reason, text, by, at })
        }

        /// 豁免: waives an obligation, overdue or not. `text` is the salted digest of a text about it.
        ///
        /// Origin: `CheckerOrigin`, of the organisation that keeps the enterprise's archive. Event:
        /// [`Event::ObligationWaived`]. Errors: [`Error::UnknownEnterprise`], [`Error::NotTheRegistrar`],
        /// [`Error::NoObligation`], [`Error::AlreadyMet`], [`Error::AlreadyWaived`], [`Error::DayTooFar`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::waive().saturating_add(T::DbWeight::get().reads(CHARGED_DATES)))]
        pub fn waive(
            origin: OriginFor<T>,
            enterprise: Uscc,
            kind: DisclosureKind,
            occasion: Occasion,
            reason: ReliefReason,
            text: Option<[u8; 32]>,
        ) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            let (by, at) = (checker.author(), T::Now::get());
            Self::do_waive(enterprise, (kind, occasion), Waiver { reason, text, by, at })
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// An obligation as it stands now. None where no rule makes it one, or nobody declared or disclosed its occasion.
        pub fn obligation(enterprise: Uscc, kind: DisclosureKind, occasion: Occasion) -> Option<Obligation> {
            Self::reckoned(&enterprise, kind, &occasion)
        }

        /// An enterprise's obligations whose due day, with an extension, lies within two days, both included, in the order of
        /// those days. Nothing that is due more than about thirty years ahead.
        pub fn obligations_of(enterprise: Uscc, from: Day, to: Day) -> Vec<Obligation> {
            Self::reckoned_within(&enterprise, from, to)
        }

        /// What time alone made of obligations, from one Unix second until another, which is excluded: became due soon, or
        /// overdue. Of 32 enterprises after one, in the order of the state.
        pub fn due_between(from: u64, to: u64, after: Option<Uscc>) -> DuePage {
            Self::changes(from, to, after)
        }

        /// How many of an enterprise's obligations that are due within two days, both included, were filed in time, and how
        /// many were published in time.
        pub fn timeliness(enterprise: Uscc, from: Day, to: Day) -> (Timeliness, Timeliness) {
            Self::rates(&[enterprise], from, to)
        }

        /// The same of the enterprises whose archives an exchange keeps, among 32 enterprises after one, in the order of the
        /// state; and the last of those, where there may be more after it.
        pub fn timeliness_of_exchange(
            exchange: Uscc,
            from: Day,
            to: Day,
            after: Option<Uscc>,
        ) -> (Timeliness, Timeliness, Option<Uscc>) {
            Self::rates_of_exchange(exchange, from, to, after)
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "std")]
        fn integrity_test() {
            let limit = T::BlockWeights::get().get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic;
            for heaviest in [
                T::WeightInfo::set_rules(jiandu_primitives::obligation::MAX_RULES),
                T::WeightInfo::set_year(),
                T::WeightInfo::declare(MAX_DECLARED),
                T::WeightInfo::cancel(),
                T::WeightInfo::extend(),
                T::WeightInfo::waive(),
            ] {
                assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest call fits into a block");
            }
        }
    }
}
