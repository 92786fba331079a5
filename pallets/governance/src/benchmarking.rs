//! What each call costs at most.

use crate::{pallet::*, Pallet, MAX_SEATS};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use sp_runtime::traits::{Hash, One};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
    /// An account that may sit in the council, another one for every number.
    fn lasting(number: u32) -> AccountId;

    /// Fills a council of other accounts and the list of its motions, and lets every seat vote on every motion.
    fn full_council();
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn authorize_upgrade() -> Result<(), BenchmarkError> {
        let origin = T::UpgradeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, T::Hashing::hash(b"code"));
        assert!(frame_system::Pallet::<T>::authorized_upgrade().is_some());
        Ok(())
    }

    #[benchmark]
    fn note_stalled() -> Result<(), BenchmarkError> {
        frame_system::Pallet::<T>::set_block_number(One::one());
        let origin = T::StallOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, One::one(), Default::default());
        Ok(())
    }

    #[benchmark]
    fn seat_council() -> Result<(), BenchmarkError> {
        T::BenchmarkHelper::full_council();
        let members: Vec<T::AccountId> = (0..MAX_SEATS).map(T::BenchmarkHelper::lasting).collect();
        let origin = T::SeatOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, members.try_into().expect("within the bound"));
        Ok(())
    }
}
