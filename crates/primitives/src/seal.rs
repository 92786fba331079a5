//! Seals (签章) over a snapshot: signatures that others add, at once or years later, without changing what they are over.
//!
//! What is signed is [`message`]. It names the chain, the record, the snapshot and, by the snapshot's payload digest, its
//! header, its body and its documents; so a seal can't be carried to another one.

use crate::{
    chain::{GenesisHash, Moment},
    header::Label,
    member::Author,
    name::may_name_a_person,
    record::SnapshotRef,
    text::named_enum,
};
use alloc::{string::ToString, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sm2::dsa::{signature::Verifier, Signature, VerifyingKey};

/// Most seals of one snapshot.
pub const MAX_SEALS: u32 = 32;
/// Most of them that one organisation hands in which did not create the record: SM2 keys cost nothing, and nobody shall fill
/// another's snapshots.
pub const MAX_FOREIGN_SEALS: u32 = 4;
/// Longest identifier of an SM2 signer, in bytes.
pub const MAX_SIGNER: u32 = 64;
/// The identifier that GM/T 0009-2012 gives SM2 signers who agreed on none.
pub const DEFAULT_SIGNER: &str = "1234567812345678";

/// A signature with what it is checked by.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Seal {
    /// SM2 with SM3 (GB/T 32918.2-2016), of anyone who has a certificate. Whose the key is, its certificate says.
    #[codec(index = 0)]
    Sm2 {
        /// The public point's coordinates x and y, 32 bytes each, most significant first.
        public: [u8; 64],
        /// The signer's distinguishing identifier; [`DEFAULT_SIGNER`] where none was agreed on.
        signer: Label<MAX_SIGNER>,
        /// The numbers r and s, 32 bytes each, most significant first.
        signature: [u8; 64],
    },
    /// sr25519, of a member's key.
    #[codec(index = 1)]
    Sr25519 {
        /// The key's account.
        public: [u8; 32],
        /// The signature.
        signature: [u8; 64],
    },
    /// ed25519 (RFC 8032), of a member's key.
    #[codec(index = 2)]
    Ed25519 {
        /// The key's account.
        public: [u8; 32],
        /// The signature.
        signature: [u8; 64],
    },
}

named_enum!(
    /// The kinds of [`Seal`].
    SealKind {
        /// SM2 with SM3.
        Sm2 = 0, "sm2";
        /// sr25519.
        Sr25519 = 1, "sr25519";
        /// ed25519.
        Ed25519 = 2, "ed25519";
    }
);

impl Seal {
    /// Its kind.
    pub const fn kind(&self) -> SealKind {
        match self {
            Self::Sm2 { .. } => SealKind::Sm2,
            Self::Sr25519 { .. } => SealKind::Sr25519,
            Self::Ed25519 { .. } => SealKind::Ed25519,
        }
    }

    /// Its public key, 64 or 32 bytes.
    pub fn public(&self) -> &[u8] {
        match self {
            Self::Sm2 { public, .. } => public,
            Self::Sr25519 { public, .. } | Self::Ed25519 { public, .. } => public,
        }
    }

    /// Whether the SM2 signature is one of its key over a message. Of the other kinds, which the chain checks by functions of
    /// its node, it says no.
    ///
    /// Source: GB/T 32918.2-2016, 7; what is hashed before the message by its 5.5. In the runtime it is charged a weight of its own.
    pub fn sm2_verifies(&self, message: &[u8]) -> bool {
        let Self::Sm2 { public, signer, signature } = self else { return false };
        let mut point = [4; 65];
        point.iter_mut().skip(1).zip(public).for_each(|(target, source)| *target = *source);
        let key = VerifyingKey::from_sec1_bytes(&signer.to_string(), &point);
        let signature = Signature::from_slice(signature);
        matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(message, &signature).is_ok())
    }

    /// Whether an SM2 signer's identifier can't be a person's number. The others have none.
    pub fn names_nobody(&self) -> bool {
        let Self::Sm2 { signer, .. } = self else { return true };
        let signer = signer.to_string();
        signer == DEFAULT_SIGNER || !may_name_a_person(&signer)
    }

    /// What tells it from the other seals of a snapshot: the kind and the public key. Nobody seals the same snapshot twice.
    pub fn id(&self) -> [u8; 32] {
        sp_crypto_hashing::blake2_256(&(self.kind(), self.public()).encode())
    }
}

/// `Seals[(object, version, id)]`: a seal, who handed it in, and whose it is where that is a member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum SealRow {
    /// First form.
    #[codec(index = 0)]
    V1 {
        /// The seal.
        seal: Seal,
        /// Whose key it is, for the keys of members.
        sealer: Option<Author>,
        /// Who handed it in.
        by: Author,
        /// When.
        at: Moment,
    },
}

/// What a seal signs: `"jiandu/seal" ‖ genesis hash ‖ record ‖ version ‖ revision ‖ payload digest`, numbers in 4 bytes with
/// the least significant first: 115 bytes in all.
pub fn message(genesis: &GenesisHash, snapshot: &SnapshotRef, payload: &[u8; 32]) -> Vec<u8> {
    let mut message = b"jiandu/seal".to_vec();
    (genesis, snapshot, payload).encode_to(&mut message);
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{ObjectId, VersionRef};
    use proptest::prelude::*;

    fn snapshot(version: u32) -> SnapshotRef {
        SnapshotRef { object: ObjectId([2; 32]), at: VersionRef { version, revision: 1 } }
    }

    #[test]
    fn the_message_should_have_the_documented_form() {
        let message = message(&GenesisHash([1; 32]), &snapshot(7), &[3; 32]);
        let expected = [&b"jiandu/seal"[..], &[1; 32], &[2; 32], &[7, 0, 0, 0, 1, 0, 0, 0], &[3; 32]].concat();
        assert_eq!(message, expected);
        assert_eq!(message.len(), 115);
    }

    #[test]
    fn a_message_should_differ_by_chain_snapshot_and_payload() {
        let one = message(&GenesisHash([1; 32]), &snapshot(7), &[3; 32]);
        for other in [
            message(&GenesisHash([9; 32]), &snapshot(7), &[3; 32]),
            message(&GenesisHash([1; 32]), &snapshot(8), &[3; 32]),
            message(&GenesisHash([1; 32]), &snapshot(7), &[9; 32]),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn the_same_key_should_have_one_id_per_kind() {
        let sr25519 = |signature| Seal::Sr25519 { public: [1; 32], signature: [signature; 64] };
        assert_eq!(sr25519(1).id(), sr25519(2).id());
        assert_ne!(sr25519(1).id(), Seal::Ed25519 { public: [1; 32], signature: [1; 64] }.id());
    }

    proptest! {
        #[test]
        fn decoding_a_seal_should_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(SealRow::V1 { seal, .. }) = SealRow::decode(&mut &bytes[..]) {
                prop_assert!(seal.public().len() >= 32);
            }
        }
    }
}
