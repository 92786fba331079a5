//! The acts of the council over the chain itself, among them the only way to Root: one call per act, each with an origin of
//! its own.
//!
//! A council (pallet-collective) dispatches as its own origin, never as Root, and no call here dispatches what it is given.
//! So the whole power over the chain is the list below, and every item has a threshold that the runtime sets.
//!
//! | Call | Origin | Does | Event |
//! |---|---|---|---|
//! | `authorize_upgrade` | `UpgradeOrigin` | authorises a runtime by its hash; anyone may then submit the code | `System::UpgradeAuthorized` |
//! | `note_stalled` | `StallOrigin` | forces a GRANDPA authority change after a lasting stall | `StallNoted` |
//! | `seat_council` | `SeatOrigin` | gives the council's seats to these accounts | `CouncilSeated` |
//!
//! Never possible: any other act as Root; an upgrade whose version does not rise; a seat for an account that can't vote.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "runtime-benchmarks")]
extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod tests;
pub mod weights;

use frame_support::dispatch::DispatchResult;
pub use pallet::*;
pub use weights::WeightInfo;

/// What `note_stalled` reaches: GRANDPA's own handling of a stall.
pub trait Finality<BlockNumber> {
    /// Schedules a forced authority change `delay` blocks after the next session begins, voting on top of `best_finalized`.
    fn note_stalled(delay: BlockNumber, best_finalized: BlockNumber) -> DispatchResult;
}

/// What `seat_council` reaches: the council, and who may sit in it.
pub trait Seats<AccountId> {
    /// Whether an account may vote now, and nothing known ends that later.
    fn may_sit(account: &AccountId) -> bool;
    /// Gives all seats to these accounts, in ascending order and without a repetition. Votes of whoever loses a seat lapse.
    fn give(accounts: &[AccountId]);
}

/// Most seats of the council.
pub const MAX_SEATS: u32 = 32;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{Finality, Seats, WeightInfo, MAX_SEATS};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Who may do what.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Who authorises a runtime upgrade.
        type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// Who declares that finality has stalled.
        type StallOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// Who gives the council's seats.
        type SeatOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// The council's seats.
        type Seats: Seats<Self::AccountId>;
        /// Finality's handling of a stall.
        type Finality: Finality<BlockNumberFor<Self>>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// What governance did.
    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// Finality was declared stalled; a new authority set takes over at the next session.
        StallNoted {
            /// Blocks after the session's beginning.
            delay: BlockNumberFor<T>,
            /// The block that the new set builds on.
            best_finalized: BlockNumberFor<T>,
        },
        /// The council's seats were given to these accounts.
        CouncilSeated {
            /// All members from now on, in ascending order.
            members: BoundedVec<T::AccountId, ConstU32<MAX_SEATS>>,
        },
    }

    /// Why governance refuses.
    #[pallet::error]
    pub enum Error<T> {
        /// The block named as finalised lies in the future: give the highest block that all validators have finalised.
        FutureBlock,
        /// A council needs at least one seat: name its members.
        NoSeats,
        /// An account is named twice: name each member once.
        RepeatedSeat,
        /// An account can't vote for good: a seat needs the active key of an active organisation, and neither key nor person may
        /// have an end ahead.
        SeatNeedsLastingKey,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Authorises the runtime whose Blake2-256 hash is `code_hash`. Anyone who has the code may then submit it with
        /// `System::apply_authorized_upgrade`; its specification name must be the same and its version higher.
        ///
        /// Origin: `UpgradeOrigin`. Event: `System::UpgradeAuthorized`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::authorize_upgrade())]
        pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
            T::UpgradeOrigin::ensure_origin(origin)?;
            frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
            Ok(())
        }

        /// Declares that GRANDPA has stalled. A last resort: no proof of finality crosses the gap, and light clients need a
        /// new checkpoint afterwards.
        ///
        /// Origin: `StallOrigin`. Event: [`Event::StallNoted`]. Error: [`Error::FutureBlock`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::note_stalled())]
        pub fn note_stalled(
            origin: OriginFor<T>,
            delay: BlockNumberFor<T>,
            best_finalized: BlockNumberFor<T>,
        ) -> DispatchResult {
            T::StallOrigin::ensure_origin(origin)?;
            ensure!(best_finalized < frame_system::Pallet::<T>::block_number(), Error::<T>::FutureBlock);
            T::Finality::note_stalled(delay, best_finalized)?;
            Self::deposit_event(Event::StallNoted { delay, best_finalized });
            Ok(())
        }

        /// Gives the council's seats to these accounts, 1 to 32, from now on. Votes of whoever loses a seat lapse.
        ///
        /// Origin: `SeatOrigin`. Event: [`Event::CouncilSeated`]. Errors: [`Error::NoSeats`], [`Error::RepeatedSeat`],
        /// [`Error::SeatNeedsLastingKey`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::seat_council())]
        pub fn seat_council(
            origin: OriginFor<T>,
            mut members: BoundedVec<T::AccountId, ConstU32<MAX_SEATS>>,
        ) -> DispatchResult {
            T::SeatOrigin::ensure_origin(origin)?;
            ensure!(!members.is_empty(), Error::<T>::NoSeats);
            members.sort();
            let repeated = members.iter().zip(members.iter().skip(1)).any(|(one, next)| one == next);
            ensure!(!repeated, Error::<T>::RepeatedSeat);
            ensure!(members.iter().all(T::Seats::may_sit), Error::<T>::SeatNeedsLastingKey);
            T::Seats::give(&members);
            Self::deposit_event(Event::CouncilSeated { members });
            Ok(())
        }
    }
}
