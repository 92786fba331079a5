//! What is stored.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use jiandu_primitives::{chain::Moment, header::Locator};
use scale_info::TypeInfo;

pub use jiandu_primitives::grant::RecoveryReason;

/// Most shares of a secret.
pub const MAX_SHARES: u8 = 16;

/// To whom document keys are wrapped beside their owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Recipient {
    /// Its X25519 public key.
    pub public: [u8; 32],
    /// How many custodians have to come together.
    pub threshold: u8,
    /// How many there are.
    pub shares: u8,
}

/// A recipient that there was, and from when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RecipientChange {
    /// The recipient.
    pub recipient: Recipient,
    /// When it was named.
    pub at: Moment,
}

/// A key that was recovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Recovery {
    /// Where the document lies.
    pub locator: Locator,
    /// Why.
    pub reason: RecoveryReason,
    /// When this was recorded.
    pub at: Moment,
}
