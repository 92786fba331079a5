//! Why the transaction pool refuses a transaction. The pool can carry one byte, so the words are the client's.

use crate::text::named_enum;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

named_enum!(
    /// A reason to refuse whoever signed. The index is the byte that the pool reports.
    Refusal {
        /// The transaction carries no signature of a member.
        Unsigned = 1, "unsigned";
        /// No organisation holds this key.
        UnknownKey = 2, "unknown-key";
        /// The key's validity has not begun.
        KeyNotYetValid = 3, "key-not-yet-valid";
        /// The key's validity is over.
        KeyExpired = 4, "key-expired";
        /// The key was revoked or replaced.
        KeyRevoked = 5, "key-revoked";
        /// The key is suspended.
        KeySuspended = 6, "key-suspended";
        /// All keys of the person were ended.
        HandleEnded = 7, "handle-ended";
        /// The organisation is suspended.
        OrganisationSuspended = 8, "organisation-suspended";
        /// The organisation has left the consortium.
        OrganisationLeft = 9, "organisation-left";
    }
);

impl Refusal {
    /// The byte that the pool reports.
    pub const fn code(self) -> u8 {
        // The values below are checked against the codec by a test.
        (self as u8).wrapping_add(1)
    }

    /// The reason behind a byte.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|refusal| refusal.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_should_be_the_codec_indices() {
        for refusal in Refusal::ALL {
            assert_eq!(refusal.encode(), [refusal.code()]);
            assert_eq!(Refusal::from_code(refusal.code()), Some(*refusal));
        }
        assert_eq!(Refusal::from_code(0), None);
    }
}
