//! What the verifier is told to trust: a chain and its validators.

use crate::error::TrustError;
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, Encode};
use core::fmt;
use ed25519_zebra::VerificationKey;
use jiandu_primitives::chain::GenesisHash;

/// Most validators of a set. The chain is permissioned; this only bounds the work.
pub const MAX_AUTHORITIES: usize = 1_024;

/// A validator's GRANDPA key: an Ed25519 public key, printed as lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct AuthorityId(pub [u8; 32]);

impl fmt::Display for AuthorityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for AuthorityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The trust anchor: a chain, and the validators that finalise it, with one vote each. Where it comes from is the
/// caller's affair: a file from the exchange, a chain specification, another verifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The hash of the chain's first block.
    pub genesis: GenesisHash,
    /// The number of the validator set: 0 at genesis, one more with every change. Part of what is signed.
    pub set_id: u64,
    /// The set's keys, in any order, none twice; 1 to [`MAX_AUTHORITIES`].
    pub authorities: Vec<AuthorityId>,
}

impl Trust {
    /// The keys, decoded.
    pub(crate) fn keys(&self) -> Result<BTreeMap<AuthorityId, VerificationKey>, TrustError> {
        if self.authorities.is_empty() {
            return Err(TrustError::NoAuthorities);
        }
        if self.authorities.len() > MAX_AUTHORITIES {
            return Err(TrustError::TooManyAuthorities { found: self.authorities.len() });
        }
        let mut keys = BTreeMap::new();
        for authority in self.authorities.iter().copied() {
            let key = VerificationKey::try_from(authority.0).map_err(|_| TrustError::BadKey { authority })?;
            if keys.insert(authority, key).is_some() {
                return Err(TrustError::DuplicateAuthority { authority });
            }
        }
        Ok(keys)
    }
}
