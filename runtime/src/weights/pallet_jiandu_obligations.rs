//! Weights of `pallet_jiandu_obligations`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-28, Intel(R) Xeon(R) Processor, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.

#[allow(unused_imports)]
use super::{once, proof, reads, sum, time, writes};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_jiandu_obligations::WeightInfo for WeightInfo<T> {
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Obligations::NextTable` (r:1 w:1)
    // Proof: `Obligations::NextTable` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Tables` (r:0 w:1)
    // Proof: `Obligations::Tables` (`max_values`: None, `max_size`: Some(1310), added: 3785, mode: `MaxEncodedLen`)
    fn set_rules(n: u32) -> Weight {
        sum([once::<T>(15_487_937, 1493, 2, 2), time(31_930, n)])
    }
    // Storage: `Obligations::Years` (r:1 w:1)
    // Proof: `Obligations::Years` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
    fn set_year() -> Weight {
        sum([once::<T>(9_010_000, 3567, 1, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Occasions` (r:127 w:127)
    // Proof: `Obligations::Occasions` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
    // Storage: `Obligations::OccasionCount` (r:1 w:1)
    // Proof: `Obligations::OccasionCount` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
    fn declare(n: u32) -> Weight {
        sum([
            once::<T>(28_002_700, 3724, 6, 1),
            time(9_096_792, n),
            reads::<T>(1, n),
            writes::<T>(1, n),
            proof(2624, n),
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
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Occasions` (r:1 w:1)
    // Proof: `Obligations::Occasions` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Filings` (r:1 w:0)
    // Proof: `Obligations::Filings` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
    fn cancel() -> Weight {
        sum([once::<T>(41_293_000, 3759, 7, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Obligations::NextTable` (r:1 w:0)
    // Proof: `Obligations::NextTable` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Tables` (r:64 w:0)
    // Proof: `Obligations::Tables` (`max_values`: None, `max_size`: Some(1310), added: 3785, mode: `MaxEncodedLen`)
    // Storage: `Archives::Codes` (r:1 w:0)
    // Proof: `Archives::Codes` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
    // Storage: `Archives::Statuses` (r:1 w:0)
    // Proof: `Archives::Statuses` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Occasions` (r:1 w:0)
    // Proof: `Obligations::Occasions` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Filings` (r:1 w:0)
    // Proof: `Obligations::Filings` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Reliefs` (r:1 w:1)
    // Proof: `Obligations::Reliefs` (`max_values`: None, `max_size`: Some(760), added: 3235, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Years` (r:3 w:0)
    // Proof: `Obligations::Years` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
    fn extend() -> Weight {
        sum([once::<T>(664_723_000, 243230, 78, 1)])
    }
    // Storage: `Members::Keys` (r:1 w:0)
    // Proof: `Members::Keys` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
    // Storage: `Members::Organisations` (r:1 w:0)
    // Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(259), added: 2734, mode: `MaxEncodedLen`)
    // Storage: `Timestamp::Now` (r:1 w:0)
    // Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
    // Storage: `Members::Handles` (r:1 w:0)
    // Proof: `Members::Handles` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
    // Storage: `Archives::Enterprises` (r:1 w:0)
    // Proof: `Archives::Enterprises` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
    // Storage: `Obligations::NextTable` (r:1 w:0)
    // Proof: `Obligations::NextTable` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Tables` (r:64 w:0)
    // Proof: `Obligations::Tables` (`max_values`: None, `max_size`: Some(1310), added: 3785, mode: `MaxEncodedLen`)
    // Storage: `Archives::Codes` (r:1 w:0)
    // Proof: `Archives::Codes` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
    // Storage: `Archives::Statuses` (r:1 w:0)
    // Proof: `Archives::Statuses` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Occasions` (r:1 w:0)
    // Proof: `Obligations::Occasions` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Filings` (r:1 w:0)
    // Proof: `Obligations::Filings` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Reliefs` (r:1 w:1)
    // Proof: `Obligations::Reliefs` (`max_values`: None, `max_size`: Some(760), added: 3235, mode: `MaxEncodedLen`)
    // Storage: `Obligations::Years` (r:3 w:0)
    // Proof: `Obligations::Years` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
    fn waive() -> Weight {
        sum([once::<T>(666_061_000, 243230, 78, 1)])
    }
}
