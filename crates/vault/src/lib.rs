//! The vault (文档库): documents at rest, each under the digest of its own bytes.
//!
//! ```text
//! file ─ hash ─▶ locator ─ objects/ab/cdef… ─▶ read back and hashed again ─▶ then, and only then, a transaction may go out
//! ```
//! - [`place`]: where a vault is: a folder, or a bucket of any S3;
//! - [`manifest`]: what a vault says of itself, above all who operates it: seldom the owner of what lies in it;
//! - [`vault`]: putting, getting, looking, listing, removing;
//! - [`locator`]: where in it a document lies. A locator is the BLAKE3 of the stored bytes, and says nothing of whose they are;
//! - [`hash`]: digests of files and streams.
//!
//! An object is never overwritten by another content and never visible before it is complete: what lies under a locator either
//! is what the locator says, or was damaged afterwards, which every read notices. The vault knows no chain.

pub mod hash;
pub mod locator;
pub mod manifest;
pub mod place;
pub mod vault;

mod error;

pub use error::VaultError;
pub use locator::{Locator, LocatorError};
pub use manifest::Manifest;
pub use place::{Place, PlaceError};
pub use vault::{Found, Object, Stored, Vault};
