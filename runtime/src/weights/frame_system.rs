//! Weights of `frame_system`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
    fn remark(b: u32) -> Weight {
        sum([once::<T>(76_606_956, 0, 0, 0), time(578, b)])
    }
    fn remark_with_event(b: u32) -> Weight {
        sum([once::<T>(37_679_611, 0, 0, 0), time(1_823, b)])
    }
    // Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
    fn set_heap_pages() -> Weight {
        sum([once::<T>(8_876_000, 0, 0, 1)])
    }
    // Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    fn set_code() -> Weight {
        sum([once::<T>(158_767_915_000, 0, 0, 1)])
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn set_storage(i: u32) -> Weight {
        sum([once::<T>(4_838_000, 0, 0, 0), time(1_394_031, i), writes::<T>(1, i)])
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn kill_storage(i: u32) -> Weight {
        sum([once::<T>(45_146_093, 0, 0, 0), time(943_147, i), writes::<T>(1, i)])
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn kill_prefix(p: u32) -> Weight {
        sum([once::<T>(8_185_000, 59, 0, 0), time(1_754_569, p), reads::<T>(1, p), writes::<T>(1, p), proof(70, p)])
    }
    // Storage: `System::AuthorizedUpgrade` (r:0 w:1)
    // Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    fn authorize_upgrade() -> Weight {
        sum([once::<T>(31_659_000, 0, 0, 1)])
    }
    // Storage: `System::AuthorizedUpgrade` (r:1 w:1)
    // Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    // Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    fn apply_authorized_upgrade() -> Weight {
        sum([once::<T>(156_845_941_000, 1518, 1, 2)])
    }
}
