//! Weights: estimates of reads and writes until the first benchmark run replaces this file.
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weight of each call.
pub trait WeightInfo {
    /// A proposal about so many enterprises, rehearsed.
    fn propose(n: u32) -> Weight;
    /// The same, done.
    fn confirm(n: u32) -> Weight;
    /// A snapshot of a section, by its documents with two digests each.
    fn publish_section(d: u32) -> Weight;
    /// A proposal that ends without being done.
    fn decline() -> Weight;
    /// An objection to a key.
    fn object_to_key() -> Weight;
    /// The end of a key.
    fn end_key() -> Weight;
    /// The cooling-off period.
    fn set_cooling_off() -> Weight;
}

/// Estimates on the runtime's database.
pub struct Estimate<T>(PhantomData<T>);

impl<T: frame_system::Config> Estimate<T> {
    fn of(reads: u64, writes: u64) -> Weight {
        Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }

    fn enterprises(count: u32) -> Weight {
        let each = Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 7));
        each.saturating_mul(u64::from(count))
    }
}

impl<T: frame_system::Config> WeightInfo for Estimate<T> {
    fn propose(n: u32) -> Weight {
        Self::of(9, 5).saturating_add(Self::enterprises(n))
    }
    fn confirm(n: u32) -> Weight {
        Self::of(9, 5).saturating_add(Self::enterprises(n))
    }
    fn publish_section(d: u32) -> Weight {
        let each = Weight::from_parts(9_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5));
        Self::of(14, 9).saturating_add(each.saturating_mul(u64::from(d)))
    }
    fn decline() -> Weight {
        Self::of(7, 3)
    }
    fn object_to_key() -> Weight {
        Self::of(6, 2)
    }
    fn end_key() -> Weight {
        Self::of(4, 1)
    }
    fn set_cooling_off() -> Weight {
        Self::of(0, 1)
    }
}
