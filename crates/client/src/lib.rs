//! Jiandu's SDK: keys, hashing, submitting, reading and building evidence. The only crate that knows subxt and the runtime's
//! metadata; whoever builds a tool for people or machines builds it on this.
//!
//! | Module | For |
//! |---|---|
//! | [`key_file`] | signing keys, and the files they are kept in |
//! | [`hash`] | digests of files and streams of any size |
//! | [`connection`] | a node, and which chain it belongs to |
//! | [`submit`] | signing a call, sending it, following it until it is final |
//! | [`members`] | organisations, keys, the council |
//! | [`enterprises`] | enterprises, whatever they were called, and their archives |
//! | [`disclosures`] | submitting, reviewing and publishing disclosures; freezes |
//! | [`grants`] | what enterprises let others do with their data, and every use of it |
//! | [`recovery`] | to whom document keys are wrapped beside their owners |
//! | [`obligations`] | what enterprises have to disclose, until when, and what became of it |
//! | [`handover`] | what a maker hands to the checker |
//! | [`records`] | anchoring documents, reading what is anchored |
//! | [`personal`] | numbers of persons, which belong into no name and no body |
//! | [`body`] | the standard's JSON object of a snapshot |
//! | [`anchored`] | everything that should lie in a vault, by the chain |
//! | [`evidence`] | proofs to take away; trust files |
//! | [`comparison`] | how a file differs from a document |
//! | [`verify`] | what a digest is, by proof |
//! | [`doctor`] | a check-up of node, chain and key |
//! | [`texts`] | everything above in Chinese and English |
//!
//! Two ways to read: what people only look at (members, records) is the node's word, read at its newest final block; what
//! somebody relies on (a verdict, evidence) is proved and checked here, or it is an error.
//!
//! Errors are one small enum per module with questions such as
//! [`ConnectionError::is_network`](connection::ConnectionError::is_network) for programs and a text in two languages for people
//! ([`texts::explain`]). None contains a secret.

mod chain;
mod json_file;
mod state;

pub mod anchored;
pub mod body;
pub mod comparison;
pub mod connection;
pub mod disclosures;
pub mod doctor;
pub mod enterprises;
pub mod evidence;
pub mod grants;
pub mod handover;
pub mod key_file;
pub mod members;
pub mod obligations;
pub mod personal;
pub mod records;
pub mod recovery;
pub mod secret;
pub mod submit;
pub mod texts;
pub mod verify;

pub use connection::Connection;
pub use jiandu_primitives as primitives;
pub use jiandu_vault::{self as vault, hash};
pub use jiandu_verifier as verifier;
pub use key_file::SigningKey;
pub use secret::Secret;
pub use subxt::utils::AccountId32 as AccountId;

use serde::{Serialize, Serializer};
use std::fmt;

/// The hash of a block or of an encoded call, printed as lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockHash(pub [u8; 32]);

impl fmt::Display for BlockHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for BlockHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for BlockHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
