//! Weights of `pallet_jiandu_members`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-28, Intel(R) Xeon(R) Processor, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

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
        sum([once::<T>(34_513_000, 3724, 5, 0)])
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
        sum([once::<T>(42_251_000, 3724, 6, 6)])
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
        sum([once::<T>(655_575_000, 91212, 131, 2)])
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
        sum([once::<T>(66_494_000, 6148, 8, 4)])
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
        sum([once::<T>(701_895_000, 91212, 137, 7)])
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
        sum([once::<T>(670_808_000, 91212, 134, 2)])
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
        sum([once::<T>(663_263_000, 91212, 134, 1)])
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
        sum([once::<T>(54_136_000, 6148, 5, 2)])
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
        sum([once::<T>(58_252_000, 6148, 6, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Members::EncryptionKeyCount` (r:1 w:1)
    // Proof: `Members::EncryptionKeyCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Members::EncryptionKeys` (r:1 w:1)
    // Proof: `Members::EncryptionKeys` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
    fn register_encryption_key() -> Weight {
        sum([once::<T>(33_845_000, 3724, 6, 2)])
    }
}
