//! A block's header, read from its SCALE encoding without the machinery of `sp-runtime`.
//!
//! ```text
//! parent hash 32 ‖ compact number ‖ state root 32 ‖ extrinsics root 32 ‖ compact count ‖ log items
//! log item: 0 Other(bytes) · 4 Consensus(engine 4, bytes) · 5 Seal(engine 4, bytes) · 6 PreRuntime(engine 4, bytes)
//!           · 8 RuntimeEnvironmentUpdated
//! ```

use crate::{bytes, error::HeaderError};
use sp_crypto_hashing::blake2_256;

/// A header, and the hash of the block it heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// `blake2_256` of exactly the bytes that were read.
    pub hash: [u8; 32],
    /// The hash of the block before it.
    pub parent_hash: [u8; 32],
    /// The block's number.
    pub number: u32,
    /// The root of the state trie after this block.
    pub state_root: [u8; 32],
    /// The root of the trie of the block's extrinsics.
    pub extrinsics_root: [u8; 32],
    /// The log items, encoded one after the other, without their count. Known to decode.
    pub logs: &'a [u8],
}

impl<'a> Header<'a> {
    /// Reads a header that takes up all of `encoded`.
    pub fn from_bytes(encoded: &'a [u8]) -> Result<Self, HeaderError> {
        let mut rest = encoded;
        let header = Self::read(&mut rest)?;
        if rest.is_empty() {
            Ok(header)
        } else {
            Err(HeaderError::TrailingBytes { found: rest.len() })
        }
    }

    /// Reads a header from the front of `input`.
    pub(crate) fn read(input: &mut &'a [u8]) -> Result<Self, HeaderError> {
        let start = *input;
        let parent_hash = bytes::array(input).ok_or(HeaderError::Malformed)?;
        let number = bytes::compact(input).ok_or(HeaderError::Malformed)?;
        let state_root = bytes::array(input).ok_or(HeaderError::Malformed)?;
        let extrinsics_root = bytes::array(input).ok_or(HeaderError::Malformed)?;
        let count = bytes::length(input).ok_or(HeaderError::Malformed)?;
        let from_logs = *input;
        for _ in 0..count {
            skip_log(input)?;
        }
        let logs = before(from_logs, input).ok_or(HeaderError::Malformed)?;
        let encoded = before(start, input).ok_or(HeaderError::Malformed)?;
        Ok(Self { hash: blake2_256(encoded), parent_hash, number, state_root, extrinsics_root, logs })
    }
}

/// What of `all` comes before its tail `rest`.
fn before<'a>(all: &'a [u8], rest: &[u8]) -> Option<&'a [u8]> {
    all.get(..all.len().checked_sub(rest.len())?)
}

fn skip_log(input: &mut &[u8]) -> Result<(), HeaderError> {
    let kind = bytes::byte(input).ok_or(HeaderError::Malformed)?;
    match kind {
        0 => bytes::string(input).map(|_| ()),
        4..=6 => bytes::array::<4>(input).and_then(|_| bytes::string(input)).map(|_| ()),
        8 => Some(()),
        found => return Err(HeaderError::UnknownLog { found }),
    }
    .ok_or(HeaderError::Malformed)
}
