//! Weights of `pallet_jiandu_disclosures`: estimates from reads and writes, not measured yet. `scripts/weights.sh
//! pallet_jiandu_disclosures` writes the measured ones. What publishing costs for each document is what it costs archives.

use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The estimated weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_disclosures::WeightInfo for WeightInfo<T> {
    fn submit() -> Weight {
        sum([once::<T>(80_000_000, 4000, 8, 5)])
    }
    fn resubmit() -> Weight {
        sum([once::<T>(80_000_000, 4000, 7, 2)])
    }
    fn retract() -> Weight {
        sum([once::<T>(80_000_000, 4000, 7, 3)])
    }
    fn take_over() -> Weight {
        sum([once::<T>(80_000_000, 4000, 6, 1)])
    }
    fn decide() -> Weight {
        sum([once::<T>(90_000_000, 4000, 8, 3)])
    }
    fn publish(d: u32) -> Weight {
        let each = [time(60_000_000, d), reads::<T>(4, d), writes::<T>(5, d), proof(6000, d)];
        sum([once::<T>(200_000_000, 20_000, 22, 14), sum(each)])
    }
    fn overwrite(v: u32, d: u32) -> Weight {
        let versions = [time(60_000_000, v), reads::<T>(1, v), writes::<T>(3, v), proof(3000, v)];
        sum([Self::publish(d), sum(versions)])
    }
    fn freeze() -> Weight {
        sum([once::<T>(80_000_000, 4000, 8, 3)])
    }
}
