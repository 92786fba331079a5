//! Weights of `frame_system_extensions`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
    fn check_genesis() -> Weight {
        // At least 3_005_000 ps; proof of 0 bytes.
        Weight::from_parts(3_576_000, 0)
    }
    fn check_mortality_mortal_transaction() -> Weight {
        // At least 6_131_000 ps; proof of 0 bytes.
        Weight::from_parts(6_963_000, 0)
    }
    fn check_mortality_immortal_transaction() -> Weight {
        // At least 6_161_000 ps; proof of 0 bytes.
        Weight::from_parts(7_303_000, 0)
    }
    fn check_non_zero_sender() -> Weight {
        // At least 781_000 ps; proof of 0 bytes.
        Weight::from_parts(1_543_000, 0)
    }
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    fn check_nonce() -> Weight {
        // At least 12_043_000 ps; proof of 35 bytes.
        Weight::from_parts(20_839_000, 3529)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(1))
    }
    fn check_spec_version() -> Weight {
        // At least 610_000 ps; proof of 0 bytes.
        Weight::from_parts(1_062_000, 0)
    }
    fn check_tx_version() -> Weight {
        // At least 601_000 ps; proof of 0 bytes.
        Weight::from_parts(992_000, 0)
    }
    fn check_weight() -> Weight {
        // At least 5_972_000 ps; proof of 0 bytes.
        Weight::from_parts(7_183_000, 0)
    }
    fn weight_reclaim() -> Weight {
        // At least 3_426_000 ps; proof of 0 bytes.
        Weight::from_parts(4_298_000, 0)
    }
}
