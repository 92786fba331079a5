//! The vault (文档库): documents at rest, each under the digest of its own bytes.
//!
//! ```text
//! file ─ hash ─▶ locator ─ objects/ab/cdef… ─▶ read back and hashed again ─▶ then, and only then, a transaction may go out
//! ```
//! - [`place`]: where a vault is: a folder, or a bucket of any S3;
//! - [`manifest`]: what a vault says of itself, above all who operates it: seldom the owner of what lies in it;
//! - [`vault`]: putting, getting, looking, listing, removing;
//! - [`opening`]: what turns a sealed document back into the one that its commitment is about;
//! - [`wrap`]: an opening, encrypted for one grantee;
//! - [`shares`]: a recovery key, split among custodians;
//! - [`hash`]: digests of files and streams;
//! - [`new_file`]: files that are written whole or not at all;
//! - [`fault`]: the steps at which a test kills the process.
//!
//! An object is never overwritten by another content and never visible before it is complete: what lies under a locator either
//! is what the locator says, or was damaged afterwards, which every read notices. The vault knows no chain.

pub mod fault;
pub mod hash;
pub mod hex_text;
pub mod manifest;
pub mod new_file;
pub mod opening;
pub mod place;
pub mod shares;
pub mod vault;
pub mod wrap;

mod error;
mod locator;
mod sealing;

pub use age::x25519::{Identity, Recipient};
pub use error::VaultError;
pub use jiandu_primitives::header::Locator;
pub use manifest::Manifest;
pub use opening::{Opening, OpeningError};
pub use place::{Place, PlaceError};
pub use sealing::temporary_folder;
pub use shares::{Share, SharesError};
pub use vault::{Found, Object, SealedDocument, Stored, Vault};
pub use wrap::{PublicKey, SecretKey, WrapContext, WrapError, Wrapped};
