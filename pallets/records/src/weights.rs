//! Weights: estimates of reads and writes until the first benchmark run replaces this file.
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weight of each call, by how many documents and digests it has.
pub trait WeightInfo {
    /// A record with its first snapshot.
    fn create(documents: u32, digests: u32) -> Weight;
    /// The next snapshot.
    fn update(documents: u32, digests: u32) -> Weight;
    /// The last snapshot.
    fn withdraw() -> Weight;
}

/// Estimates on the runtime's database.
pub struct Estimate<T>(PhantomData<T>);

impl<T: frame_system::Config> Estimate<T> {
    /// Worst case: every digest is held by another record already, so its row and a further one are read and written.
    fn snapshot(documents: u32, digests: u32) -> Weight {
        let (documents, digests) = (u64::from(documents), u64::from(digests));
        let rows = T::DbWeight::get().reads_writes(2, 2).saturating_mul(digests);
        Weight::from_parts(40_000_000, 0)
            .saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(documents.saturating_add(digests)))
            .saturating_add(rows)
            .saturating_add(T::DbWeight::get().writes(documents))
    }
}

impl<T: frame_system::Config> WeightInfo for Estimate<T> {
    fn create(documents: u32, digests: u32) -> Weight {
        Self::snapshot(documents, digests).saturating_add(T::DbWeight::get().reads_writes(7, 5))
    }

    fn update(documents: u32, digests: u32) -> Weight {
        Self::snapshot(documents, digests).saturating_add(T::DbWeight::get().reads_writes(8, 4))
    }

    fn withdraw() -> Weight {
        Self::snapshot(0, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
    }
}
