//! Weights of `pallet_collective`, measured by `scripts/weights.sh`: written by the program, not by hand.
//!
//! 2026-11-24, AMD EPYC, frame-benchmarking-cli 64.0.0, 20 steps of 10 repetitions each, compiled WASM.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The measured weights.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_collective::WeightInfo for WeightInfo<T> {
    // Storage: `Council::Members` (r:1 w:1)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Proposals` (r:1 w:0)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Voting` (r:32 w:32)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Prime` (r:0 w:1)
    // Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    fn set_members(m: u32, _n: u32, p: u32) -> Weight {
        // At least 15_218_000 ps; proof of 0 + m * 1056 + p * 1014 bytes.
        Weight::from_parts(15_539_000, 5665)
            // Standard error: 202_390.
            .saturating_add(Weight::from_parts(231_328, 0).saturating_mul(m.into()))
            // Standard error: 202_390.
            .saturating_add(Weight::from_parts(9_117_534, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
            .saturating_add(T::DbWeight::get().writes(2))
            .saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
            .saturating_add(Weight::from_parts(0, 645).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 3020).saturating_mul(p.into()))
    }
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Chain::Development` (r:1 w:0)
    // Proof: `Chain::Development` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
    fn execute(b: u32, m: u32) -> Weight {
        // At least 26_560_000 ps; proof of 86 + m * 32 bytes.
        Weight::from_parts(34_030_257, 1571)
            // Standard error: 207.
            .saturating_add(Weight::from_parts(2_993, 0).saturating_mul(b.into()))
            // Standard error: 6_710.
            .saturating_add(Weight::from_parts(18_972, 0).saturating_mul(m.into()))
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
    }
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:1 w:0)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Chain::Development` (r:1 w:0)
    // Proof: `Chain::Development` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
    fn propose_execute(b: u32, m: u32) -> Weight {
        // At least 31_589_000 ps; proof of 86 + m * 32 bytes.
        Weight::from_parts(41_888_054, 3551)
            // Standard error: 308.
            .saturating_add(Weight::from_parts(3_392, 0).saturating_mul(b.into()))
            // Standard error: 10_008.
            .saturating_add(Weight::from_parts(20_746, 0).saturating_mul(m.into()))
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
    }
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:1 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalCount` (r:1 w:1)
    // Proof: `Council::ProposalCount` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Voting` (r:0 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn propose_proposed(b: u32, m: u32, p: u32) -> Weight {
        // At least 33_542_000 ps; proof of 111 + m * 32 + p * 47 bytes.
        Weight::from_parts(29_947_071, 3561)
            // Standard error: 457.
            .saturating_add(Weight::from_parts(9_197, 0).saturating_mul(b.into()))
            // Standard error: 15_318.
            .saturating_add(Weight::from_parts(166_892, 0).saturating_mul(m.into()))
            // Standard error: 14_817.
            .saturating_add(Weight::from_parts(422_001, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(4))
            .saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 47).saturating_mul(p.into()))
    }
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Voting` (r:1 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn vote(m: u32) -> Weight {
        // At least 29_184_000 ps; proof of 600 + m * 64 bytes.
        Weight::from_parts(38_758_658, 4065)
            .saturating_add(T::DbWeight::get().reads(2))
            .saturating_add(T::DbWeight::get().writes(1))
            .saturating_add(Weight::from_parts(0, 64).saturating_mul(m.into()))
    }
    // Storage: `Council::Voting` (r:1 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:0 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn close_early_disapproved(m: u32, p: u32) -> Weight {
        // At least 34_825_000 ps; proof of 95 + m * 64 + p * 48 bytes.
        Weight::from_parts(45_897_514, 3615)
            // Standard error: 23_175.
            .saturating_add(Weight::from_parts(504_855, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(3))
            .saturating_add(Weight::from_parts(0, 66).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 46).saturating_mul(p.into()))
    }
    // Storage: `Council::Voting` (r:1 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:1 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Chain::Development` (r:1 w:0)
    // Proof: `Chain::Development` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    fn close_early_approved(b: u32, m: u32, p: u32) -> Weight {
        // At least 56_646_000 ps; proof of 200 + b * 1 + m * 64 + p * 62 bytes.
        Weight::from_parts(91_534_871, 3689)
            // Standard error: 46_333.
            .saturating_add(Weight::from_parts(598_727, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(3))
            .saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
            .saturating_add(Weight::from_parts(0, 68).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 59).saturating_mul(p.into()))
    }
    // Storage: `Council::Voting` (r:1 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Prime` (r:1 w:0)
    // Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:0 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn close_disapproved(m: u32, p: u32) -> Weight {
        // At least 39_113_000 ps; proof of 115 + m * 64 + p * 48 bytes.
        Weight::from_parts(72_436_264, 3637)
            // Standard error: 27_736.
            .saturating_add(Weight::from_parts(336_208, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(3))
            .saturating_add(Weight::from_parts(0, 66).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 46).saturating_mul(p.into()))
    }
    // Storage: `Council::Voting` (r:1 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::Members` (r:1 w:0)
    // Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Prime` (r:1 w:0)
    // Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:1 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Chain::Development` (r:1 w:0)
    // Proof: `Chain::Development` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    fn close_approved(b: u32, m: u32, p: u32) -> Weight {
        // At least 59_741_000 ps; proof of 220 + b * 1 + m * 64 + p * 62 bytes.
        Weight::from_parts(55_278_899, 3709)
            // Standard error: 1_054.
            .saturating_add(Weight::from_parts(6_669, 0).saturating_mul(b.into()))
            // Standard error: 34_159.
            .saturating_add(Weight::from_parts(892_432, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(3))
            .saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
            .saturating_add(Weight::from_parts(0, 68).saturating_mul(m.into()))
            .saturating_add(Weight::from_parts(0, 59).saturating_mul(p.into()))
    }
    // Storage: `Council::Proposals` (r:1 w:1)
    // Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
    // Storage: `Council::Voting` (r:0 w:1)
    // Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::ProposalOf` (r:0 w:1)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn disapprove_proposal(p: u32) -> Weight {
        // At least 22_502_000 ps; proof of 189 + p * 32 bytes.
        Weight::from_parts(25_478_033, 1674)
            // Standard error: 6_153.
            .saturating_add(Weight::from_parts(382_821, 0).saturating_mul(p.into()))
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(3))
            .saturating_add(Weight::from_parts(0, 32).saturating_mul(p.into()))
    }
    fn kill(_d: u32, _p: u32) -> Weight {
        // At least 0_000 ps; proof of 0 bytes.
        Weight::from_parts(0, 0)
    }
    // Storage: `Council::ProposalOf` (r:1 w:0)
    // Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    // Storage: `Council::CostOf` (r:1 w:0)
    // Proof: `Council::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
    fn release_proposal_cost() -> Weight {
        // At least 19_175_000 ps; proof of 704 bytes.
        Weight::from_parts(22_132_000, 4169).saturating_add(T::DbWeight::get().reads(2))
    }
}
