//! What every call weighs on this runtime, as `scripts/weights.sh` measured it (docs/adr/0022).
//!
//! A call weighs what it costs [`once`], and so much more for each of the things that it carries: [`time`], [`reads`], [`writes`]
//! and [`proof`] per piece. All of it saturates.

pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_collective;
pub mod pallet_jiandu_archives;
pub mod pallet_jiandu_disclosures;
pub mod pallet_jiandu_governance;
pub mod pallet_jiandu_grants;
pub mod pallet_jiandu_members;
pub mod pallet_jiandu_obligations;
pub mod pallet_jiandu_records;
pub mod pallet_jiandu_recovery;
pub mod pallet_timestamp;

use frame_support::{
    traits::Get,
    weights::{RuntimeDbWeight, Weight},
};

/// What reading and writing cost.
fn database<T: ::frame_system::Config>() -> RuntimeDbWeight {
    T::DbWeight::get()
}

/// What a call costs whatever it carries: picoseconds, bytes of proof, reads and writes.
fn once<T: ::frame_system::Config>(picoseconds: u64, bytes: u64, reads: u64, writes: u64) -> Weight {
    Weight::from_parts(picoseconds, bytes).saturating_add(database::<T>().reads_writes(reads, writes))
}

/// Picoseconds for each of `count`.
fn time(picoseconds: u64, count: u32) -> Weight {
    Weight::from_parts(picoseconds.saturating_mul(count.into()), 0)
}

/// Reads for each of `count`.
fn reads<T: ::frame_system::Config>(reads: u64, count: u32) -> Weight {
    database::<T>().reads(reads.saturating_mul(count.into()))
}

/// Writes for each of `count`.
fn writes<T: ::frame_system::Config>(writes: u64, count: u32) -> Weight {
    database::<T>().writes(writes.saturating_mul(count.into()))
}

/// Bytes of proof for each of `count`.
fn proof(bytes: u64, count: u32) -> Weight {
    Weight::from_parts(0, bytes.saturating_mul(count.into()))
}

/// All of it together.
fn sum<const N: usize>(parts: [Weight; N]) -> Weight {
    parts.into_iter().fold(Weight::zero(), |sum, part| sum.saturating_add(part))
}
