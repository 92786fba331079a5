//! Jiandu's shared vocabulary: identifiers, digests, members, records, and the one function that computes a verdict.
//!
//! Everything here is `no_std`, does no I/O and knows no other crate of the workspace. The runtime, the verifier, the
//! client and the command line all speak in these types.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod text;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
pub mod calendar;
pub mod chain;
pub mod change;
pub mod code;
pub mod did;
pub mod digest;
pub mod disclosure;
pub mod enterprise;
pub mod grant;
pub mod header;
pub mod layout;
pub mod member;
pub mod name;
pub mod obligation;
pub mod record;
pub mod refusal;
pub mod region;
pub mod seal;
pub mod uscc;
pub mod verdict;

pub use text::UnknownName;
