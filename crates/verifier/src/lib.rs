//! Checks Jiandu's evidence (存证凭证) offline: what a digest is at one finalised block, or that it is unknown there, for
//! someone who trusts nothing but the chain's genesis hash and its validators.
//!
//! ```text
//! file ──from_bytes──▶ EvidenceV1 ──verify(trust)──▶ Proven { block, time, verdicts, signers … }
//!
//! trusted validators ──sign (round, set id)──▶ block hash = blake2_256(header)   finality.rs, header.rs
//!                                              header ──names──▶ state root
//!                                              state root ──proves──▶ rows       proof.rs
//!                                              rows ──verdict()──▶ the answer    verify.rs, jiandu_primitives::verdict
//! ```
//!
//! | Checked here | Not checked here, and by whom |
//! |---|---|
//! | more than two thirds of the trusted validators signed this block as final | that the validators are the right ones: [`Trust`] is the caller's |
//! | the rows are in that block's state, an absent row is proved absent | that the document has these digests: the caller hashes it |
//! | the state belongs to the chain with the trusted genesis | whether the block is recent: the caller compares [`Proven::time`] |
//! | every record that holds a digest is listed, at most 16, and counted | the set of validators after a change: format 1 has no lineage |
//!
//! # Promises
//! - No input makes it panic: no indexing, no unchecked arithmetic, no recursion, every loop bounded by the file's
//!   size. It reads no clock, file or network, and builds without `std`.
//! - A flipped bit anywhere in a file is refused. Where the checksum is mended too, so is a changed bit of the proof: one
//!   form per content, nothing unread, nothing unused. Only the digests asked about can be exchanged, for others that the
//!   same nodes prove absent; so the caller compares [`Proven::verdicts`] with the digests of the document at hand.
//! - Every refusal has a stable [`VerifyError::code`], all of them in [`ALL_CODES`].
//!
//! # Sources
//! - GRANDPA: Stewart and Kokoris-Kogia, *GRANDPA: a Byzantine Finality Gadget*, arXiv:2007.01560. Of n votes the paper
//!   asks for (n + f + 1)/2 where at most f < n/3 are faulty; `finality-grandpa`, and so the chain and this crate, for
//!   n − ⌊(n − 1)/3⌋, which is never fewer.
//! - Signatures: Ed25519 (RFC 8032) with the validation rules of ZIP-215, as the chain's own nodes check them.
//! - State: Polkadot Protocol Specification, "State Storage Trie" and "Trie Nodes", state version 1.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod bytes;
mod canonical;
mod error;
mod evidence;
mod finality;
mod header;
mod proof;
mod trust;
mod verify;

#[cfg(test)]
mod tests;

pub use canonical::canonical_justification;
pub use error::{
    ClaimError, Conflict, FileError, FinalityError, HeaderError, ProofError, TrustError, VerifyError, ALL_CODES,
};
pub use evidence::{Evidence, EvidenceV1, MAGIC, MAX_FILE, MAX_NODES, MAX_OBJECTS};
pub use finality::MAX_VOTES;
pub use header::Header;
pub use trust::{AuthorityId, Trust, MAX_AUTHORITIES};
pub use verify::{first_keys, required_keys, verify, verify_file, Proven};
