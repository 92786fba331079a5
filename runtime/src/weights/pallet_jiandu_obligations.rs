//! Weights of `pallet_jiandu_obligations`: estimates from reads and writes, not measured yet. `scripts/weights.sh
//! pallet_jiandu_obligations` writes the measured ones.

use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The estimated weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_obligations::WeightInfo for WeightInfo<T> {
    fn set_rules(n: u32) -> Weight {
        sum([once::<T>(40_000_000, 4000, 4, 2), time(1_000_000, n)])
    }
    fn set_year() -> Weight {
        sum([once::<T>(30_000_000, 3000, 2, 1)])
    }
    fn declare(n: u32) -> Weight {
        let each = [time(40_000_000, n), reads::<T>(2, n), writes::<T>(2, n), proof(3000, n)];
        sum([once::<T>(60_000_000, 8000, 6, 0), sum(each)])
    }
    fn cancel() -> Weight {
        sum([once::<T>(80_000_000, 10_000, 7, 1)])
    }
    // Reckons one obligation: every table of rules, the years of the calendar, and what the enterprise was.
    fn extend() -> Weight {
        sum([once::<T>(900_000_000, 300_000, 220, 1)])
    }
    fn waive() -> Weight {
        Self::extend()
    }
}
