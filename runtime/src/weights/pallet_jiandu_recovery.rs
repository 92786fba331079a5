//! Estimates by rows read and written, until the first measurement.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The estimated weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_recovery::WeightInfo for WeightInfo<T> {
    fn set_recipient() -> Weight {
        sum([once::<T>(100_000_000, 0, 4, 2)])
    }
    fn record_recovery() -> Weight {
        sum([once::<T>(100_000_000, 0, 4, 2)])
    }
}
