//! Weights: estimates of reads and writes until the first benchmark run replaces this file.
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weight of each call, by its documents with two digests each.
pub trait WeightInfo {
    /// A record with its first snapshot.
    fn create(d: u32) -> Weight;
    /// The next snapshot.
    fn update(d: u32) -> Weight;
    /// The last snapshot.
    fn withdraw() -> Weight;
    /// Revisions of `v` versions with `d` documents together.
    fn overwrite(v: u32, d: u32) -> Weight;
    /// A seal with SM2, which the runtime checks itself.
    fn seal_sm2() -> Weight;
    /// A seal of a member's key, which the node checks.
    fn seal_member() -> Weight;
    /// A reference.
    fn refer() -> Weight;
}

/// Estimates on the runtime's database.
pub struct Estimate<T>(PhantomData<T>);

impl<T: frame_system::Config> Estimate<T> {
    fn of(reads: u64, writes: u64) -> Weight {
        Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }

    /// Worst case: every digest is held by another record already, so its row and a further one are read and written.
    fn documents(count: u32) -> Weight {
        let each = Weight::from_parts(9_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5));
        each.saturating_mul(u64::from(count))
    }
}

impl<T: frame_system::Config> WeightInfo for Estimate<T> {
    fn create(d: u32) -> Weight {
        Self::of(7, 5).saturating_add(Self::documents(d))
    }

    fn update(d: u32) -> Weight {
        Self::of(8, 4).saturating_add(Self::documents(d))
    }

    fn withdraw() -> Weight {
        Self::of(8, 4)
    }

    fn overwrite(v: u32, d: u32) -> Weight {
        let versions = T::DbWeight::get().reads_writes(2, 2).saturating_mul(u64::from(v));
        Self::of(8, 4).saturating_add(Self::documents(d)).saturating_add(versions)
    }

    fn seal_sm2() -> Weight {
        Weight::from_parts(3_000_000_000, 0).saturating_add(Self::of(24, 1))
    }

    fn seal_member() -> Weight {
        Weight::from_parts(80_000_000, 0).saturating_add(Self::of(28, 1))
    }

    fn refer() -> Weight {
        Self::of(26, 1)
    }
}
