//! What each call costs at most.

use crate::{pallet::*, types::*, Pallet};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use jiandu_primitives::{benchmarking::uscc, header::Locator};

fn recipient(number: u8) -> Recipient {
    Recipient { public: [number; 32], threshold: 2, shares: 3 }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn set_recipient() -> Result<(), BenchmarkError> {
        Recipients::<T>::insert(0, RecipientChange { recipient: recipient(1), at: T::Now::get() });
        RecipientCount::<T>::put(1);
        let origin = T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, recipient(2));
        assert_eq!(RecipientCount::<T>::get(), 2);
        Ok(())
    }

    #[benchmark]
    fn record_recovery() -> Result<(), BenchmarkError> {
        RecoveryCount::<T>::insert(uscc(0), 7);
        let origin = T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, uscc(0), 7, Locator([1; 32]), RecoveryReason::LostKey);
        assert_eq!(RecoveryCount::<T>::get(uscc(0)), 8);
        Ok(())
    }
}
