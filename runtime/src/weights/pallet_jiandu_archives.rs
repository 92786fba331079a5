//! Weights of `pallet_jiandu_archives`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-28, Intel(R) Xeon(R) Processor, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_archives::WeightInfo for WeightInfo<T> {
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:1 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:127 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::CodeOwners` (r:127 w:0)
    // Proof: `Archives::CodeOwners` (`max_values`: None, `max_size`: Some(39), added: 2514, mode: `MaxEncodedLen`)
    // Storage: `Archives::NextProposal` (r:1 w:1)
    // Proof: `Archives::NextProposal` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:0 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    fn propose(n: u32) -> Weight {
        sum([once::<T>(41_700_410, 3724, 7, 4), time(24_248_210, n), reads::<T>(2, n), proof(2555, n)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:1 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:127 w:127)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::CodeOwners` (r:127 w:127)
    // Proof: `Archives::CodeOwners` (`max_values`: None, `max_size`: Some(39), added: 2514, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Archives::Codes` (r:0 w:127)
    // Proof: `Archives::Codes` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:0 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    // Storage: `Archives::Names` (r:0 w:127)
    // Proof: `Archives::Names` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
    // Storage: `Archives::Statuses` (r:0 w:127)
    // Proof: `Archives::Statuses` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
    // Storage: `Archives::NameHolders` (r:0 w:127)
    // Proof: `Archives::NameHolders` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
    fn confirm(n: u32) -> Weight {
        sum([
            once::<T>(48_539_625, 32612, 6, 3),
            time(23_111_338, n),
            reads::<T>(2, n),
            writes::<T>(6, n),
            proof(2555, n),
        ])
    }
    // Storage: `Members::Keys` (r:2 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:1 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::CoolingOff` (r:1 w:0)
    // Proof: `Archives::CoolingOff` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:1 w:0)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `System::Account` (r:1 w:0)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    // Storage: `Archives::NextProposal` (r:1 w:1)
    // Proof: `Archives::NextProposal` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:0 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    fn propose_key() -> Weight {
        sum([once::<T>(89_010_000, 6148, 13, 4)])
    }
    // Storage: `Members::Keys` (r:2 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:1 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:1)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:1)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::CoolingOff` (r:1 w:0)
    // Proof: `Archives::CoolingOff` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:1 w:2)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `System::Account` (r:1 w:1)
    // Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:0 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn confirm_key() -> Weight {
        sum([once::<T>(90_347_000, 32612, 12, 8)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:1 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Records::Objects` (r:2 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Archives::Sections` (r:1 w:1)
    // Proof: `Archives::Sections` (`max_values`: None, `max_size`: Some(150), added: 2625, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:1)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:0 w:1)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::ExternalIds` (r:0 w:1)
    // Proof: `Records::ExternalIds` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:0 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn publish_section(d: u32) -> Weight {
        sum([
            once::<T>(7_884_151, 32612, 11, 9),
            time(30_279_131, d),
            reads::<T>(4, d),
            writes::<T>(5, d),
            proof(5326, d),
        ])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:1 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Records::Objects` (r:2 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Archives::Sections` (r:1 w:0)
    // Proof: `Archives::Sections` (`max_values`: None, `max_size`: Some(150), added: 2625, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:32)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:0 w:32)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:0 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn overwrite_section(v: u32, d: u32) -> Weight {
        sum([
            once::<T>(1_473_715_000, 32612, 11, 5),
            time(29_680_742, d),
            reads::<T>(4, d),
            writes::<T>(2, v),
            writes::<T>(5, d),
            proof(5326, d),
        ])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Proposals` (r:1 w:1)
    // Proof: `Archives::Proposals` (`max_values`: None, `max_size`: Some(29147), added: 31622, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenCount` (r:1 w:1)
    // Proof: `Archives::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Archives::OpenActs` (r:0 w:1)
    // Proof: `Archives::OpenActs` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn decline() -> Weight {
        sum([once::<T>(174_531_000, 32612, 6, 3)])
    }
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:2 w:2)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    fn object_to_key() -> Weight {
        sum([once::<T>(43_472_000, 6430, 4, 2)])
    }
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:1 w:1)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    fn end_key() -> Weight {
        sum([once::<T>(29_489_000, 3710, 3, 1)])
    }
    // Storage: `Archives::CoolingOff` (r:0 w:1)
    // Proof: `Archives::CoolingOff` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    fn set_cooling_off() -> Weight {
        sum([once::<T>(6_849_000, 0, 0, 1)])
    }
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:1 w:0)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::MandateByTerms` (r:1 w:1)
    // Proof: `Archives::MandateByTerms` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
    // Storage: `Archives::NextMandate` (r:1 w:1)
    // Proof: `Archives::NextMandate` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Mandates` (r:0 w:1)
    // Proof: `Archives::Mandates` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
    // Storage: `Archives::MandatesOf` (r:0 w:1)
    // Proof: `Archives::MandatesOf` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    fn sign_mandate() -> Weight {
        sum([once::<T>(39_906_000, 3710, 6, 4)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Archives::KeyOwners` (r:1 w:0)
    // Proof: `Archives::KeyOwners` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
    // Storage: `Archives::Keys` (r:1 w:0)
    // Proof: `Archives::Keys` (`max_values`: None, `max_size`: Some(245), added: 2720, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Archives::Mandates` (r:1 w:1)
    // Proof: `Archives::Mandates` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
    fn end_mandate() -> Weight {
        sum([once::<T>(38_674_000, 3716, 5, 1)])
    }
}
