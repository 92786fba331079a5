//! Weights: estimates of reads and writes until the first benchmark run replaces this file.
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weight of each call.
pub trait WeightInfo {
    /// One write.
    fn authorize_upgrade() -> Weight;
    /// Three writes.
    fn note_stalled() -> Weight;
    /// Four rows for each of at most 32 accounts, the seats, and the votes on at most 32 motions.
    fn seat_council() -> Weight;
}

/// Estimates on the runtime's database.
pub struct Estimate<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for Estimate<T> {
    fn authorize_upgrade() -> Weight {
        Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
    }

    fn note_stalled() -> Weight {
        Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 3))
    }

    fn seat_council() -> Weight {
        Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(162, 33))
    }
}
