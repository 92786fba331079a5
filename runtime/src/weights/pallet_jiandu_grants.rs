//! Estimates by rows read and written, until the first measurement.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The estimated weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_grants::WeightInfo for WeightInfo<T> {
    fn propose_grant() -> Weight {
        sum([once::<T>(100_000_000, 0, 30, 14)])
    }
    fn sign_grant() -> Weight {
        sum([once::<T>(100_000_000, 0, 30, 8)])
    }
    fn change_state() -> Weight {
        sum([once::<T>(100_000_000, 0, 15, 5)])
    }
    fn reserve_use() -> Weight {
        sum([once::<T>(100_000_000, 0, 90, 9)])
    }
    fn settle_use() -> Weight {
        sum([once::<T>(100_000_000, 0, 12, 9)])
    }
    fn report_use() -> Weight {
        sum([once::<T>(100_000_000, 0, 90, 9)])
    }
    fn record_denial() -> Weight {
        sum([once::<T>(100_000_000, 0, 10, 4)])
    }
    fn acknowledge_deletion() -> Weight {
        sum([once::<T>(100_000_000, 0, 8, 2)])
    }
    fn publish_standing_terms() -> Weight {
        sum([once::<T>(100_000_000, 0, 6, 3)])
    }
    fn require_two() -> Weight {
        sum([once::<T>(100_000_000, 0, 72, 3)])
    }
}
