//! Weights: estimates of reads and writes until the first benchmark run replaces this file.
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weight of each call.
pub trait WeightInfo {
    /// The transaction extension: key, organisation, handle, deputation.
    fn check_membership() -> Weight;
    /// An organisation and its first key.
    fn admit_organisation() -> Weight;
    /// A change of an organisation's status.
    fn change_organisation() -> Weight;
    /// A key.
    fn admit_key() -> Weight;
    /// A key and the end of another.
    fn rotate_key() -> Weight;
    /// A change of a key's status.
    fn change_key() -> Weight;
    /// The end of a handle.
    fn end_handle() -> Weight;
    /// A deputation.
    fn appoint_deputy() -> Weight;
    /// The end of one.
    fn end_deputation() -> Weight;
}

/// Estimates on the runtime's database.
pub struct Estimate<T>(PhantomData<T>);

impl<T: frame_system::Config> Estimate<T> {
    /// Four rows for each of at most 32 members of the council, to see that it can still decide.
    const COUNCIL: u64 = 129;

    fn of(reads: u64, writes: u64) -> Weight {
        Weight::from_parts(25_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }
}

impl<T: frame_system::Config> WeightInfo for Estimate<T> {
    fn check_membership() -> Weight {
        Self::of(5, 0)
    }
    fn admit_organisation() -> Weight {
        Self::of(6, 6)
    }
    fn change_organisation() -> Weight {
        Self::of(2 + Self::COUNCIL, 2)
    }
    fn admit_key() -> Weight {
        Self::of(9, 4)
    }
    fn rotate_key() -> Weight {
        Self::of(10 + Self::COUNCIL, 8)
    }
    fn change_key() -> Weight {
        Self::of(7 + Self::COUNCIL, 2)
    }
    fn end_handle() -> Weight {
        Self::of(6 + Self::COUNCIL, 1)
    }
    fn appoint_deputy() -> Weight {
        Self::of(8, 2)
    }
    fn end_deputation() -> Weight {
        Self::of(8, 1)
    }
}
