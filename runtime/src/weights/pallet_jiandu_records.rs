//! Weights of `pallet_jiandu_records`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_records::WeightInfo for WeightInfo<T> {
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
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:1)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:0 w:1)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::ExternalIds` (r:0 w:1)
    // Proof: `Records::ExternalIds` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
    fn create(d: u32) -> Weight {
        sum([
            once::<T>(120_685_000, 3909, 6, 5),
            time(46_452_624, d),
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
    // Storage: `Records::Objects` (r:1 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:1 w:1)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:1)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    fn update(d: u32) -> Weight {
        sum([
            once::<T>(130_794_000, 3909, 7, 4),
            time(46_093_248, d),
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
    // Storage: `Records::Objects` (r:1 w:1)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:1 w:1)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:1)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    fn withdraw() -> Weight {
        sum([once::<T>(123_269_000, 3909, 7, 4)])
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
    // Storage: `Records::Snapshots` (r:1 w:32)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::NextSequence` (r:1 w:1)
    // Proof: `Records::NextSequence` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Records::Digests` (r:512 w:512)
    // Proof: `Records::Digests` (`max_values`: None, `max_size`: Some(144), added: 2619, mode: `MaxEncodedLen`)
    // Storage: `Records::MoreAnchors` (r:512 w:512)
    // Proof: `Records::MoreAnchors` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
    // Storage: `Records::Sequence` (r:0 w:32)
    // Proof: `Records::Sequence` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
    // Storage: `Records::Documents` (r:0 w:256)
    // Proof: `Records::Documents` (`max_values`: None, `max_size`: Some(192), added: 2667, mode: `MaxEncodedLen`)
    fn overwrite(v: u32, d: u32) -> Weight {
        sum([
            once::<T>(1_075_623_416, 3909, 7, 2),
            time(56_102_067, d),
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
    // Storage: `Records::Snapshots` (r:2 w:0)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::Seals` (r:33 w:1)
    // Proof: `Records::Seals` (`max_values`: None, `max_size`: Some(367), added: 2842, mode: `MaxEncodedLen`)
    // Storage: `Chain::Genesis` (r:1 w:0)
    // Proof: `Chain::Genesis` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    fn seal_sm2() -> Weight {
        sum([once::<T>(2_107_379_000, 94776, 40, 1)])
    }
    // Storage: `Members::Keys` (r:2 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:2 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:2 w:0)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::Seals` (r:33 w:1)
    // Proof: `Records::Seals` (`max_values`: None, `max_size`: Some(367), added: 2842, mode: `MaxEncodedLen`)
    // Storage: `Chain::Genesis` (r:1 w:0)
    // Proof: `Chain::Genesis` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
    fn seal_member() -> Weight {
        sum([once::<T>(404_715_000, 94776, 42, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Records::Objects` (r:1 w:0)
    // Proof: `Records::Objects` (`max_values`: None, `max_size`: Some(444), added: 2919, mode: `MaxEncodedLen`)
    // Storage: `Records::Snapshots` (r:3 w:0)
    // Proof: `Records::Snapshots` (`max_values`: None, `max_size`: Some(416), added: 2891, mode: `MaxEncodedLen`)
    // Storage: `Records::References` (r:17 w:1)
    // Proof: `Records::References` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
    fn refer() -> Weight {
        sum([once::<T>(155_420_000, 45938, 25, 1)])
    }
}
