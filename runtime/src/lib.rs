//! Jiandu's runtime: composes the pallets into the rules of one chain.
//!
//! * [`configs`]: what each pallet is given. * [`filter`]: the allow-list of calls. * [`token`]: the absence of a token.
//! * [`presets`]: genesis presets. * [`apis`]: what the node may ask. * [`weights`]: what calls cost.
//!
//! There is no sudo and no token. Root is reached only through `pallets/governance`.
#![cfg_attr(not(feature = "std"), no_std)]
// construct_runtime expands into one function per pallet and call.
#![recursion_limit = "512"]
// The macros' expansions carry no documentation.
#![allow(missing_docs)]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

// Before the APIs, which use its macros.
#[cfg(feature = "runtime-benchmarks")]
#[macro_use]
pub mod benchmarks;

pub mod apis;
pub mod configs;
pub mod filter;
pub mod presets;
pub mod token;
pub mod weights;

#[cfg(test)]
mod tests;

pub use apis::RuntimeApi;

use alloc::vec::Vec;
use sp_runtime::{
    generic, impl_opaque_keys,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
    MultiSignature,
};
use sp_version::RuntimeVersion;

/// A block's number.
pub type BlockNumber = u32;
/// A hash of the chain: Blake2-256.
pub type Hash = sp_core::H256;
/// A signature of a transaction.
pub type Signature = MultiSignature;
/// An account: 32 bytes of a public key.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A transaction as it travels. Accounts stand as they are: no index, no other form of address.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<AccountId, RuntimeCall, Signature, TxExtension>;

/// What every signed transaction passes. None of ours carries data, so wallets sign for this chain unchanged.
pub type TxExtension = (
    frame_system::CheckNonZeroSender<Runtime>,
    frame_system::CheckSpecVersion<Runtime>,
    frame_system::CheckTxVersion<Runtime>,
    frame_system::CheckGenesis<Runtime>,
    frame_system::CheckMortality<Runtime>,
    // Before the nonce, whose refusal of strangers speaks of payment.
    pallet_jiandu_members::CheckMembership<Runtime>,
    frame_system::CheckNonce<Runtime>,
    frame_system::CheckWeight<Runtime>,
);

/// Runs blocks.
pub type Executive =
    frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

/// Types for those who need not know what a transaction means, the node above all.
pub mod opaque {
    use super::{BlakeTwo256, BlockNumber};
    use sp_runtime::generic;
    pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

    /// A block's header.
    pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
    /// A block of opaque transactions.
    pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
    /// The keys of a validator. They are never backed up: two nodes with the same ones vote twice.
    pub struct SessionKeys {
        /// Authors blocks.
        pub aura: Aura,
        /// Votes on finality.
        pub grandpa: Grandpa,
    }
}

/// The version that a node compares with its peers'. `spec_version` rises with every change of behaviour.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: alloc::borrow::Cow::Borrowed("jiandu"),
    impl_name: alloc::borrow::Cow::Borrowed("jiandu"),
    authoring_version: 1,
    spec_version: 102,
    impl_version: 1,
    apis: apis::RUNTIME_API_VERSIONS,
    transaction_version: 2,
    system_version: 1,
};

#[frame_support::runtime]
mod runtime {
    //! The pallets and their places. Evidence depends on the names of `Timestamp`, `Chain` and `Records`.

    /// The runtime.
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    #[runtime::pallet_index(0)]
    pub type System = frame_system;

    #[runtime::pallet_index(1)]
    pub type Timestamp = pallet_timestamp;

    #[runtime::pallet_index(2)]
    pub type Chain = pallet_jiandu_chain;

    // Before Session: a validator's account is a member's, which has the provider that session keys need.
    #[runtime::pallet_index(3)]
    pub type Members = pallet_jiandu_members;

    #[runtime::pallet_index(4)]
    pub type Aura = pallet_aura;

    #[runtime::pallet_index(5)]
    pub type Session = pallet_session;

    #[runtime::pallet_index(6)]
    pub type Grandpa = pallet_grandpa;

    #[runtime::pallet_index(7)]
    pub type Council = pallet_collective<Instance1>;

    #[runtime::pallet_index(8)]
    pub type Governance = pallet_jiandu_governance;

    #[runtime::pallet_index(9)]
    pub type Records = pallet_jiandu_records;

    #[runtime::pallet_index(10)]
    pub type Archives = pallet_jiandu_archives;

    #[runtime::pallet_index(11)]
    pub type Disclosures = pallet_jiandu_disclosures;

    #[runtime::pallet_index(12)]
    pub type Obligations = pallet_jiandu_obligations;

    #[runtime::pallet_index(13)]
    pub type Grants = pallet_jiandu_grants;

    #[runtime::pallet_index(14)]
    pub type Recovery = pallet_jiandu_recovery;
}

/// Bytes of the runtime's metadata, version 15 or later where asked for.
pub fn metadata_bytes(version: u32) -> Option<Vec<u8>> {
    Runtime::metadata_at_version(version).map(|metadata| (*metadata).clone())
}
