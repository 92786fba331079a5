//! What this chain is: facts fixed at its genesis that others read and nobody changes.
//!
//! * [`Genesis`](pallet::Genesis): the genesis hash, written once in block 1, so that a state proof binds evidence to this
//!   chain (the signatures of GRANDPA do not cover the genesis).
//! * [`Development`](pallet::Development): whether the chain is for
//!   development: `System::remark` is admitted, and clients offer well-known keys.
//! * [`SessionLength`](pallet::SessionLength): how many blocks a session has.
//!
//! There are no calls. Never possible: to change any of the three after the genesis. Storage: 38 bytes of values in all.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(test)]
mod tests;

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::chain::{GenesisHash, GenesisRow};

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs: hashes of 32 bytes.
    #[pallet::config]
    pub trait Config: frame_system::Config<Hash: Into<[u8; 32]>> {}

    /// The genesis hash. Its key and form are part of the evidence format.
    #[pallet::storage]
    pub type Genesis<T> = StorageValue<_, GenesisRow>;

    /// Whether this chain is for development.
    #[pallet::storage]
    pub type Development<T> = StorageValue<_, bool, ValueQuery>;

    /// Blocks per session.
    #[pallet::storage]
    pub type SessionLength<T> = StorageValue<_, u32, ValueQuery>;

    /// The facts of a new chain.
    #[pallet::genesis_config]
    pub struct GenesisConfig<T> {
        /// Whether the chain is for development: `System::remark` is admitted, and clients offer well-known keys.
        pub development: bool,
        /// Blocks per session, at least 2.
        pub session_length: u32,
        #[serde(skip)]
        #[doc(hidden)]
        pub marker: core::marker::PhantomData<T>,
    }

    impl<T> Default for GenesisConfig<T> {
        fn default() -> Self {
            // Ten minutes at two seconds a block.
            Self { development: false, session_length: 300, marker: core::marker::PhantomData }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            assert!(
                self.session_length >= 2,
                "a session has at least 2 blocks: set chain.sessionLength in the chain specification"
            );
            Development::<T>::put(self.development);
            SessionLength::<T>::put(self.session_length);
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Writes the genesis hash in block 1; two reads and a write are charged for every block.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            if !Genesis::<T>::exists() {
                let hash = GenesisHash(frame_system::Pallet::<T>::parent_hash().into());
                Genesis::<T>::put(GenesisRow::V1(hash));
            }
            T::DbWeight::get().reads_writes(2, 1)
        }
    }
}
