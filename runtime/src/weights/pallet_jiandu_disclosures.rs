//! Weights of `pallet_jiandu_disclosures`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-28, Intel(R) Xeon(R) Processor, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_disclosures::WeightInfo for WeightInfo<T> {
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Commitments` (r:1 w:1)
    // Proof: `Disclosures::Commitments` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::OpenCount` (r:1 w:1)
    // Proof: `Disclosures::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::NextSubmission` (r:1 w:1)
    // Proof: `Disclosures::NextSubmission` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:0 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Open` (r:0 w:1)
    // Proof: `Disclosures::Open` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    fn submit() -> Weight {
        sum([once::<T>(42_269_000, 3724, 7, 5)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Commitments` (r:1 w:1)
    // Proof: `Disclosures::Commitments` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
    fn resubmit() -> Weight {
        sum([once::<T>(48_062_000, 3782, 6, 2)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::OpenCount` (r:1 w:1)
    // Proof: `Disclosures::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Open` (r:0 w:1)
    // Proof: `Disclosures::Open` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    fn retract() -> Weight {
        sum([once::<T>(46_469_000, 3782, 6, 3)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    fn take_over() -> Weight {
        sum([once::<T>(37_072_000, 3782, 5, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::OpenCount` (r:1 w:1)
    // Proof: `Disclosures::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Open` (r:0 w:1)
    // Proof: `Disclosures::Open` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    fn decide() -> Weight {
        sum([once::<T>(46_763_000, 3782, 6, 3)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::Mandates` (r:1 w:0)
    // Proof: `Archives::Mandates` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
    // Storage: `Records::Objects` (r:1 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Obligations::FiledBy` (r:1 w:1)
    // Proof: `Obligations::FiledBy` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Filings` (r:1 w:1)
    // Proof: `Obligations::Filings` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Occasions` (r:1 w:1)
    // Proof: `Obligations::Occasions` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
    // Storage: `Obligations::OccasionCount` (r:1 w:1)
    // Proof: `Obligations::OccasionCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::OpenCount` (r:1 w:1)
    // Proof: `Disclosures::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Open` (r:0 w:1)
    // Proof: `Disclosures::Open` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Publications` (r:0 w:1)
    // Proof: `Disclosures::Publications` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:1)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:0 w:1)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::ExternalIds` (r:0 w:1)
    // Proof: `Records::ExternalIds` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
    fn publish(d: u32) -> Weight {
        sum([
            once::<T>(15_233_348, 3909, 14, 13),
            time(28_218_120, d),
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
    // Storage: `Disclosures::Submissions` (r:1 w:1)
    // Proof: `Disclosures::Submissions` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Archives::Mandates` (r:1 w:0)
    // Proof: `Archives::Mandates` (`max_values`: None, `max_size`: Some(251), added: 2726, mode: `MaxEncodedLen`)
    // Storage: `Records::Objects` (r:1 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::OpenCount` (r:1 w:1)
    // Proof: `Disclosures::OpenCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Open` (r:0 w:1)
    // Proof: `Disclosures::Open` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Publications` (r:0 w:1)
    // Proof: `Disclosures::Publications` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:32)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:0 w:32)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    fn overwrite(v: u32, d: u32) -> Weight {
        sum([
            once::<T>(1_470_249_000, 3909, 10, 6),
            time(27_209_594, d),
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
    // Storage: `Records::Objects` (r:1 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::FreezeCount` (r:1 w:1)
    // Proof: `Disclosures::FreezeCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
    // Storage: `Disclosures::Freezes` (r:0 w:1)
    // Proof: `Disclosures::Freezes` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
    fn freeze() -> Weight {
        sum([once::<T>(47_798_000, 3909, 6, 3)])
    }
}
