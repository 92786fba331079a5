//! Weights of `frame_system_extensions`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
    fn check_genesis() -> Weight {
        sum([once::<T>(3_576_000, 0, 0, 0)])
    }
    fn check_mortality_mortal_transaction() -> Weight {
        sum([once::<T>(6_963_000, 0, 0, 0)])
    }
    fn check_mortality_immortal_transaction() -> Weight {
        sum([once::<T>(7_303_000, 0, 0, 0)])
    }
    fn check_non_zero_sender() -> Weight {
        sum([once::<T>(1_543_000, 0, 0, 0)])
    }
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    fn check_nonce() -> Weight {
        sum([once::<T>(20_839_000, 3529, 1, 1)])
    }
    fn check_spec_version() -> Weight {
        sum([once::<T>(1_062_000, 0, 0, 0)])
    }
    fn check_tx_version() -> Weight {
        sum([once::<T>(992_000, 0, 0, 0)])
    }
    fn check_weight() -> Weight {
        sum([once::<T>(7_183_000, 0, 0, 0)])
    }
    fn weight_reclaim() -> Weight {
        sum([once::<T>(4_298_000, 0, 0, 0)])
    }
}
