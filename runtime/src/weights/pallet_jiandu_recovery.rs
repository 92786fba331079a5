//! Weights of `pallet_jiandu_recovery`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-28, Intel(R) Xeon(R) Processor, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_recovery::WeightInfo for WeightInfo<T> {
    // Storage: `Recovery::RecipientCount` (r:1 w:1)
    // Proof: `Recovery::RecipientCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
    // Storage: `Recovery::Recipients` (r:1 w:1)
    // Proof: `Recovery::Recipients` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    fn set_recipient() -> Weight {
        sum([once::<T>(13_797_000, 3523, 3, 2)])
    }
    // Storage: `Recovery::RecoveryCount` (r:1 w:1)
    // Proof: `Recovery::RecoveryCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Recovery::Recoveries` (r:0 w:1)
    // Proof: `Recovery::Recoveries` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
    fn record_recovery() -> Weight {
        sum([once::<T>(14_617_000, 3503, 2, 2)])
    }
}
