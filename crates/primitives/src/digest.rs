//! Content digests: an algorithm and 32 bytes, never one without the other.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// A digest algorithm with 32 bytes of output.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum DigestAlg {
    /// BLAKE3, the fast one: hashed in parallel, verifiable by ranges.
    #[codec(index = 0)]
    Blake3,
    /// SM3 (GB/T 32905-2016), which the market's standard demands.
    #[codec(index = 1)]
    Sm3,
    /// SHA-256 (FIPS 180-4), for those who hold no other digest.
    #[codec(index = 2)]
    Sha256,
}

impl DigestAlg {
    /// Every algorithm, in the order of their codec indices.
    pub const ALL: [Self; 3] = [Self::Blake3, Self::Sm3, Self::Sha256];

    /// Whether every document is anchored with it; the others only where a submitter chose them.
    pub const fn is_mandatory(self) -> bool {
        match self {
            Self::Blake3 | Self::Sm3 => true,
            Self::Sha256 => false,
        }
    }

    /// The name that a digest is written with: `blake3`, `sm3` or `sha256`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blake3 => "blake3",
            Self::Sm3 => "sm3",
            Self::Sha256 => "sha256",
        }
    }
}

/// A digest of a document's exact bytes, written `alg:hex`.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ContentHash {
    /// The algorithm.
    pub alg: DigestAlg,
    /// Its output.
    pub value: [u8; 32],
}

/// Why a text is not a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestError {
    /// There is no colon between an algorithm and a value.
    NoAlgorithm,
    /// The algorithm is none of `blake3`, `sm3`, `sha256`.
    UnknownAlgorithm,
    /// The value does not have 64 hexadecimal digits.
    Length {
        /// How many characters it has.
        found: usize,
    },
    /// A character of the value, counted from 1, is not a hexadecimal digit.
    NotHex {
        /// Where it stands.
        position: usize,
    },
}

impl fmt::Display for DigestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAlgorithm => write!(f, "a digest is written ALG:HEX, for example sm3:66c7f0f4…"),
            Self::UnknownAlgorithm => write!(f, "the algorithm is none of blake3, sm3, sha256"),
            Self::Length { found } => write!(f, "a digest has 64 hexadecimal digits, found {found} characters"),
            Self::NotHex { position } => write!(f, "character {position} of the value is not a hexadecimal digit"),
        }
    }
}

impl core::error::Error for DigestError {}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.alg.name(), hex::encode(self.value))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ContentHash {
    type Err = DigestError;

    /// Reads `alg:hex`; letters in either case.
    fn from_str(text: &str) -> Result<Self, DigestError> {
        let (alg, value) = text.trim().split_once(':').ok_or(DigestError::NoAlgorithm)?;
        let alg = DigestAlg::ALL
            .into_iter()
            .find(|known| known.name().eq_ignore_ascii_case(alg))
            .ok_or(DigestError::UnknownAlgorithm)?;
        let found = value.chars().count();
        if found != 64 {
            return Err(DigestError::Length { found });
        }
        if let Some(position) = value.chars().position(|character| !character.is_ascii_hexdigit()) {
            return Err(DigestError::NotHex { position: position.saturating_add(1) });
        }
        let mut bytes = [0; 32];
        hex::decode_to_slice(value, &mut bytes).map_err(|_| DigestError::Length { found })?;
        Ok(Self { alg, value: bytes })
    }
}

crate::text::serde_as_text!(ContentHash);

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use proptest::prelude::*;

    const SM3_ABC: &str = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    #[test]
    fn a_digest_should_read_back_as_it_prints() {
        let digest: ContentHash = SM3_ABC.parse().expect("valid");
        assert_eq!(digest.alg, DigestAlg::Sm3);
        assert_eq!(digest.to_string(), SM3_ABC);
        assert_eq!(SM3_ABC.to_uppercase().parse(), Ok(digest));
    }

    #[test]
    fn parsing_should_name_what_is_wrong() {
        let hex = &SM3_ABC[4..];
        assert_eq!(hex.parse::<ContentHash>(), Err(DigestError::NoAlgorithm));
        assert_eq!(alloc::format!("md5:{hex}").parse::<ContentHash>(), Err(DigestError::UnknownAlgorithm));
        assert_eq!(SM3_ABC[..60].parse::<ContentHash>(), Err(DigestError::Length { found: 56 }));
        assert_eq!(SM3_ABC.replace("66c7", "66g7").parse::<ContentHash>(), Err(DigestError::NotHex { position: 3 }));
    }

    proptest! {
        #[test]
        fn no_text_should_panic(text in any::<String>(), value in any::<[u8; 32]>()) {
            assert!(text.parse::<ContentHash>().is_err() || text.contains(':'));
            let digest = ContentHash { alg: DigestAlg::Blake3, value };
            prop_assert_eq!(digest.to_string().parse(), Ok(digest));
        }
    }
}
