//! Recovery of document keys (密钥恢复): to whom every document key is wrapped beside its owner, and every time that one was
//! recovered.
//!
//! The key of every sealed document is also wrapped to one recovery recipient. Its secret is split m of n (Shamir, *How to share
//! a secret*, 1979) among custodians and exists nowhere as a whole; what is here is its public half, and the record of each
//! recovery, which the owner of the document sees. Every recipient that there was stays known, since old documents stay wrapped
//! to it.
//!
//! | Call | Origin | Event |
//! |---|---|---|
//! | `set_recipient` | `CouncilOrigin` | `RecipientSet` |
//! | `record_recovery` | `CouncilOrigin` | `KeyRecovered` |
//!
//! Never possible: a recovery taken out of the list; two recoveries of the same document for the same reason taken for one, or
//! one for two (a repeated call with the same number writes nothing). What custodians do with their shares beside this, no chain
//! can see.
//!
//! Storage: a recipient takes 90 bytes at most, a recovery 123, with their keys.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{types::*, WeightInfo};
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{chain::Moment, header::Locator, uscc::Uscc};

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Who names the recipient and lets a key be recovered.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// Every recovery recipient that there was, numbered from 0: append-only.
    #[pallet::storage]
    pub type Recipients<T> = StorageMap<_, Twox64Concat, u32, RecipientChange>;

    /// How many recovery recipients there were.
    #[pallet::storage]
    pub type RecipientCount<T> = StorageValue<_, u32, ValueQuery>;

    /// Every recovery of a key of an owner's document, numbered from 0: append-only.
    #[pallet::storage]
    pub type Recoveries<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, Recovery>;

    /// How many recoveries of its keys an owner has.
    #[pallet::storage]
    pub type RecoveryCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// What happened.
    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// Document keys are wrapped to this recipient, too, from now on.
        RecipientSet {
            /// Its number.
            number: u32,
            /// The recipient.
            recipient: Recipient,
        },
        /// The key of a document may be recovered.
        KeyRecovered {
            /// Whose document it is.
            owner: Uscc,
            /// The number of this recovery among the owner's.
            number: u32,
            /// Where the document lies.
            locator: Locator,
            /// Why.
            reason: RecoveryReason,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// At least two custodians have to come together, and no more than there are, 16 at most.
        InvalidThreshold,
        /// The key is no X25519 public key.
        InvalidKey,
        /// This is the recipient already.
        RecipientUnchanged,
        /// The owner's code is not valid: compare all 18 characters.
        InvalidOwner,
        /// The number is not that of the owner's next recovery: look at the list, somebody may have recorded one meanwhile.
        OtherNumber,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lets every document key be wrapped to a recipient from now on, whose secret any `threshold` of `shares` custodians
        /// restore.
        ///
        /// Origin: `CouncilOrigin`. Event: [`Event::RecipientSet`]. Errors: [`Error::InvalidThreshold`], [`Error::InvalidKey`],
        /// [`Error::RecipientUnchanged`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::set_recipient())]
        pub fn set_recipient(origin: OriginFor<T>, recipient: Recipient) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            let Recipient { public, threshold, shares } = recipient;
            ensure!((2..=shares).contains(&threshold) && shares <= MAX_SHARES, Error::<T>::InvalidThreshold);
            ensure!(public != [0; 32], Error::<T>::InvalidKey);
            let number = RecipientCount::<T>::get();
            let newest = number.checked_sub(1).and_then(Recipients::<T>::get);
            ensure!(newest.is_none_or(|newest| newest.recipient != recipient), Error::<T>::RecipientUnchanged);
            Recipients::<T>::insert(number, RecipientChange { recipient, at: T::Now::get() });
            RecipientCount::<T>::put(number.saturating_add(1));
            Self::deposit_event(Event::RecipientSet { number, recipient });
            Ok(())
        }

        /// Records that the key of an owner's document is recovered, before it is: custodians give their shares for what is
        /// recorded. `number` is that of the owner's next recovery, so that a repeated call records nothing twice.
        ///
        /// Origin: `CouncilOrigin`. Event: [`Event::KeyRecovered`]. Errors: [`Error::InvalidOwner`], [`Error::OtherNumber`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::record_recovery())]
        pub fn record_recovery(
            origin: OriginFor<T>,
            owner: Uscc,
            number: u32,
            locator: Locator,
            reason: RecoveryReason,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            ensure!(owner.check().is_ok(), Error::<T>::InvalidOwner);
            ensure!(RecoveryCount::<T>::get(owner) == number, Error::<T>::OtherNumber);
            Recoveries::<T>::insert(owner, number, Recovery { locator, reason, at: T::Now::get() });
            RecoveryCount::<T>::insert(owner, number.saturating_add(1));
            Self::deposit_event(Event::KeyRecovered { owner, number, locator, reason });
            Ok(())
        }
    }

    #[cfg(any(test, feature = "std"))]
    impl<T: Config> Pallet<T> {
        /// Checks every row of the pallet against the others.
        pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
            let count = RecipientCount::<T>::get();
            ensure!(Recipients::<T>::iter_keys().count() == count as usize, "a recipient that nobody counts");
            ensure!((0..count).all(Recipients::<T>::contains_key), "a gap among recipients");
            let counted = RecoveryCount::<T>::iter_values().map(|count| count as usize).sum::<usize>();
            ensure!(Recoveries::<T>::iter_keys().count() == counted, "a recovery that nobody counts");
            for (owner, count) in RecoveryCount::<T>::iter() {
                let gapless = (0..count).all(|number| Recoveries::<T>::contains_key(owner, number));
                ensure!(gapless, "a gap among recoveries");
            }
            Ok(())
        }
    }
}
