//! Weights of `frame_system`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
    fn remark(b: u32) -> Weight {
        // At least 4_408_000 ps; proof of 0 bytes.
        Weight::from_parts(76_606_956, 0)
            // Standard error: 9.
            .saturating_add(Weight::from_parts(578, 0).saturating_mul(b.into()))
    }
    fn remark_with_event(b: u32) -> Weight {
        // At least 10_179_000 ps; proof of 0 bytes.
        Weight::from_parts(37_679_611, 0)
            // Standard error: 16.
            .saturating_add(Weight::from_parts(1_823, 0).saturating_mul(b.into()))
    }
    // Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
    fn set_heap_pages() -> Weight {
        // At least 7_685_000 ps; proof of 0 bytes.
        Weight::from_parts(8_876_000, 0).saturating_add(T::DbWeight::get().writes(1))
    }
    // Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    fn set_code() -> Weight {
        // At least 136_691_022_000 ps; proof of 0 bytes.
        Weight::from_parts(158_767_915_000, 0).saturating_add(T::DbWeight::get().writes(1))
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn set_storage(i: u32) -> Weight {
        // At least 4_298_000 ps; proof of 0 bytes.
        Weight::from_parts(4_838_000, 0)
            // Standard error: 7_670.
            .saturating_add(Weight::from_parts(1_394_031, 0).saturating_mul(i.into()))
            .saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn kill_storage(i: u32) -> Weight {
        // At least 4_358_000 ps; proof of 0 bytes.
        Weight::from_parts(45_146_093, 0)
            // Standard error: 11_580.
            .saturating_add(Weight::from_parts(943_147, 0).saturating_mul(i.into()))
            .saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
    }
    // Storage: `Skipped::Metadata` (r:0 w:0)
    // Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn kill_prefix(p: u32) -> Weight {
        // At least 7_774_000 ps; proof of 44 + p * 69 bytes.
        Weight::from_parts(8_185_000, 59)
            // Standard error: 4_530.
            .saturating_add(Weight::from_parts(1_754_569, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
            .saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
            .saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
    }
    // Storage: `System::AuthorizedUpgrade` (r:0 w:1)
    // Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    fn authorize_upgrade() -> Weight {
        // At least 17_973_000 ps; proof of 0 bytes.
        Weight::from_parts(31_659_000, 0).saturating_add(T::DbWeight::get().writes(1))
    }
    // Storage: `System::AuthorizedUpgrade` (r:1 w:1)
    // Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    // Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    // Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
    fn apply_authorized_upgrade() -> Weight {
        // At least 141_600_867_000 ps; proof of 22 bytes.
        Weight::from_parts(156_845_941_000, 1518)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(2))
    }
}
