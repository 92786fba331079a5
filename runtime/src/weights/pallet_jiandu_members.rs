//! Weights of `pallet_jiandu_members`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_members::WeightInfo for WeightInfo<T> {
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::Deputations` (r:1 w:0)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    fn check_membership() -> Weight {
        // At least 48_851_000 ps; proof of 2868 bytes.
        Weight::from_parts(53_279_000, 3724).saturating_add(T::DbWeight::get().reads(5))
    }
    // Storage: `Members::Organisations` (r:1 w:1)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Keys` (r:1 w:1)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:1)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    // Storage: `Members::KeyChanges` (r:0 w:1)
    // Proof: `Members::KeyChanges` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    // Storage: `Members::StatusChanges` (r:0 w:1)
    // Proof: `Members::StatusChanges` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
    fn admit_organisation() -> Weight {
        // At least 74_158_000 ps; proof of 844 bytes.
        Weight::from_parts(83_095_000, 3724)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(6))
    }
    // Storage: `Members::Organisations` (r:33 w:1)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Members::Keys` (r:32 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:32 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::Deputations` (r:32 w:0)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    // Storage: `Members::StatusChanges` (r:0 w:1)
    // Proof: `Members::StatusChanges` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
    fn change_organisation() -> Weight {
        // At least 973_715_000 ps; proof of 13356 bytes.
        Weight::from_parts(1_068_152_000, 91212)
            .saturating_add(T::DbWeight::get().reads(131))
            .saturating_add(T::DbWeight::get().writes(2))
    }
    // Storage: `Members::Keys` (r:2 w:1)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:2 w:1)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    // Storage: `Members::KeyChanges` (r:0 w:1)
    // Proof: `Members::KeyChanges` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn admit_key() -> Weight {
        // At least 90_539_000 ps; proof of 2549 bytes.
        Weight::from_parts(106_990_000, 6148)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(4))
    }
    // Storage: `Members::Keys` (r:34 w:2)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:33 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:33 w:1)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::Deputations` (r:33 w:1)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Members::KeyChanges` (r:0 w:2)
    // Proof: `Members::KeyChanges` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn rotate_key() -> Weight {
        // At least 1_050_780_000 ps; proof of 13889 bytes.
        Weight::from_parts(1_117_172_000, 91212)
            .saturating_add(T::DbWeight::get().reads(137))
            .saturating_add(T::DbWeight::get().writes(7))
    }
    // Storage: `Members::Keys` (r:34 w:1)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:33 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:33 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Members::Deputations` (r:32 w:0)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    // Storage: `Members::KeyChanges` (r:0 w:1)
    // Proof: `Members::KeyChanges` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn change_key() -> Weight {
        // At least 1_000_125_000 ps; proof of 13747 bytes.
        Weight::from_parts(1_100_452_000, 91212)
            .saturating_add(T::DbWeight::get().reads(134))
            .saturating_add(T::DbWeight::get().writes(2))
    }
    // Storage: `Members::Keys` (r:33 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:33 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:34 w:1)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Members::Deputations` (r:32 w:0)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    fn end_handle() -> Weight {
        // At least 988_853_000 ps; proof of 13680 bytes.
        Weight::from_parts(1_240_473_000, 91212)
            .saturating_add(T::DbWeight::get().reads(134))
            .saturating_add(T::DbWeight::get().writes(1))
    }
    // Storage: `Members::Keys` (r:2 w:1)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::Deputations` (r:0 w:1)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    fn appoint_deputy() -> Weight {
        // At least 77_815_000 ps; proof of 2422 bytes.
        Weight::from_parts(141_013_000, 6148)
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(2))
    }
    // Storage: `Members::Keys` (r:2 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::Deputations` (r:1 w:1)
    // Proof: `Members::Deputations` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
    fn end_deputation() -> Weight {
        // At least 74_679_000 ps; proof of 3008 bytes.
        Weight::from_parts(115_365_000, 6148)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }
}
