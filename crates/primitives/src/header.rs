//! What a snapshot says of itself beside its documents: level, schema, times, body; and why it changed its record.
//!
//! Field bounds are those of JR/T 0314-2024. Texts by users have no place here: schemas and locators are names made of
//! [`NAME_CHARACTERS`].

use crate::{
    digest::{ContentHash, DigestAlg},
    name::may_name_a_person,
    text::{hex_id, named_enum},
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// Beside letters and digits, what a [`Label`] may hold.
pub const NAME_CHARACTERS: &str = "._-:/";
/// Longest model protocol, in bytes.
pub const MAX_PROTOCOL: u32 = 64;
/// Longest model version and longest object type, in bytes.
pub const MAX_MODEL: u32 = 32;

named_enum!(
    /// 数据级别: how harmful its disclosure would be, as JR/T 0197-2020 grades data. Level 1 is public.
    Level {
        /// Public.
        L1 = 0, "L1";
        /// Internal.
        L2 = 1, "L2";
        /// Of the enterprise's business.
        L3 = 2, "L3";
        /// Sensitive.
        L4 = 3, "L4";
        /// Of national or systemic importance.
        L5 = 4, "L5";
    }
);

impl Level {
    /// Whether data of this level is open to everyone, so that its plain digests may be anchored.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::L1)
    }
}

named_enum!(
    /// Why a record's versions were rewritten (登记差错重写). A code: no text by a user reaches the chain.
    OverwriteReason {
        /// The wrong file was attached.
        WrongDocument = 0, "wrong-document";
        /// A code of the enterprise or its product was wrong.
        WrongCode = 1, "wrong-code";
        /// A date, a level or another item of the header was wrong.
        WrongHeader = 2, "wrong-header";
        /// A document was left out, or one too many was attached.
        WrongSelection = 3, "wrong-selection";
        /// The supervision chain returned it for correction.
        Returned = 4, "returned";
    }
);

/// A short name of a model, a type or a place: 1 to `N` characters of `[A-Za-z0-9]` and [`NAME_CHARACTERS`]. The codec form
/// is a byte string, and whoever accepts a decoded one calls [`Label::check`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen)]
pub struct Label<const N: u32>(BoundedVec<u8, ConstU32<N>>);

// By hand: the derived form would ask for a type description of the bound.
impl<const N: u32> TypeInfo for Label<N> {
    type Identity = BoundedVec<u8, ConstU32<N>>;

    fn type_info() -> scale_info::Type {
        <BoundedVec<u8, ConstU32<N>> as TypeInfo>::type_info()
    }
}

/// Why a text is not a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelError {
    /// It is empty or too long.
    Length {
        /// Its length in bytes.
        found: usize,
        /// The most there may be.
        most: u32,
    },
    /// A character, counted from 1, is not allowed.
    Character {
        /// Where it stands.
        position: usize,
    },
}

impl fmt::Display for LabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found, most } => write!(f, "expected 1 to {most} characters, found {found}"),
            Self::Character { position } => {
                write!(f, "character {position} is not one of A-Z a-z 0-9 . _ - : /")
            }
        }
    }
}

impl core::error::Error for LabelError {}

impl<const N: u32> Label<N> {
    /// Whether it keeps to the length and the characters allowed; a decoded one need not.
    pub fn check(&self) -> Result<(), LabelError> {
        if self.0.is_empty() {
            return Err(LabelError::Length { found: 0, most: N });
        }
        let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || NAME_CHARACTERS.as_bytes().contains(byte);
        match self.0.iter().position(|byte| !allowed(byte)) {
            Some(position) => Err(LabelError::Character { position: position.saturating_add(1) }),
            None => Ok(()),
        }
    }

    /// Whether it is a label, and none that may be a person's number.
    pub fn is_name(&self) -> bool {
        self.check().is_ok() && core::str::from_utf8(&self.0).is_ok_and(|text| !may_name_a_person(text))
    }
}

impl<const N: u32> FromStr for Label<N> {
    type Err = LabelError;

    fn from_str(text: &str) -> Result<Self, LabelError> {
        if let Some(position) = text.chars().position(|character| !character.is_ascii()) {
            return Err(LabelError::Character { position: position.saturating_add(1) });
        }
        let label = BoundedVec::try_from(text.as_bytes().to_vec())
            .map(Self)
            .map_err(|bytes| LabelError::Length { found: bytes.len(), most: N })?;
        label.check()?;
        Ok(label)
    }
}

impl<const N: u32> fmt::Display for Label<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

impl<const N: u32> fmt::Debug for Label<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
impl<const N: u32> serde::Serialize for Label<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de, const N: u32> serde::Deserialize<'de> for Label<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Which data model the snapshot's body keeps to.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Schema {
    /// The model's protocol.
    pub protocol: Label<MAX_PROTOCOL>,
    /// The model's version.
    pub version: Label<MAX_MODEL>,
    /// The type of object within the model.
    pub object_type: Label<MAX_MODEL>,
}

hex_id!(
    /// Where something lies in a vault: the BLAKE3 digest of the stored bytes. Two of them have the same one only if they are the
    /// same, so that storing twice is storing once; and it says nothing about whose they are.
    Locator,
    32
);

impl Locator {
    /// Of the digests of some bytes; none where BLAKE3 is not among them.
    pub fn of(digests: &[ContentHash]) -> Option<Self> {
        digests.iter().find(|digest| digest.alg == DigestAlg::Blake3).map(|digest| Self(digest.value))
    }

    /// As the digest that it is.
    pub const fn digest(&self) -> ContentHash {
        ContentHash { alg: DigestAlg::Blake3, value: self.0 }
    }
}

/// The standard's JSON object of a snapshot (header and body), kept off the chain.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Body {
    /// SM3 of its exact bytes.
    pub sm3: [u8; 32],
    /// Its length in bytes, above 0.
    #[codec(compact)]
    pub length: u64,
    /// Where it lies in the vault, where the snapshot's documents lie too. None where they were not stored (原件未入库).
    pub locator: Option<Locator>,
}

/// What a snapshot says of itself. Three times are kept apart: the matter's own, the submission's, and the chain's, which the
/// chain adds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Header {
    /// How harmful the disclosure of its content would be.
    pub level: Level,
    /// Business time, in Unix seconds: when the matter itself happened. May lie ahead.
    pub business: Option<u64>,
    /// Submission time, in Unix seconds: when the submitter says that it handed it in.
    pub submitted: Option<u64>,
    /// The data model of its body.
    pub schema: Option<Schema>,
    /// Its body.
    pub body: Option<Body>,
}

impl Default for Header {
    fn default() -> Self {
        Self { level: Level::L1, business: None, submitted: None, schema: None, body: None }
    }
}

impl Header {
    /// The header without the time of submission, which differs between two attempts at the same thing.
    pub fn content(&self) -> Self {
        Self { submitted: None, ..self.clone() }
    }

    /// The header without what says when it was handed in: the time of submission, and the body, which has that time in it.
    pub fn matter(&self) -> Self {
        Self { body: None, ..self.content() }
    }

    /// Whether every name in it keeps to its characters and is no person's number, and its body has a length.
    pub fn is_well_formed(&self) -> bool {
        let schema = self
            .schema
            .as_ref()
            .is_none_or(|schema| schema.protocol.is_name() && schema.version.is_name() && schema.object_type.is_name());
        schema && self.body.as_ref().is_none_or(|body| body.length > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{string::ToString, vec::Vec};
    use proptest::prelude::*;

    #[test]
    fn a_label_should_name_the_wrong_character() {
        assert_eq!("信披".parse::<Label<8>>(), Err(LabelError::Character { position: 1 }));
        assert_eq!("a b".parse::<Label<8>>(), Err(LabelError::Character { position: 2 }));
        assert_eq!("".parse::<Label<8>>(), Err(LabelError::Length { found: 0, most: 8 }));
        assert_eq!("123456789".parse::<Label<8>>(), Err(LabelError::Length { found: 9, most: 8 }));
        assert_eq!("a:b/c._-".parse::<Label<8>>().map(|label| label.to_string()), Ok("a:b/c._-".to_string()));
    }

    #[test]
    fn a_header_should_be_refused_when_a_decoded_name_or_an_empty_body_is_in_it() {
        fn label<const N: u32>(bytes: &[u8]) -> Label<N> {
            Label::decode(&mut &bytes.to_vec().encode()[..]).expect("a byte string")
        }
        let schema =
            Schema { protocol: "jrt0314".parse().expect("a label"), version: label(b"1 0"), object_type: label(b"a") };
        let header = Header { schema: Some(schema), ..Header::default() };
        assert!(Header::default().is_well_formed() && !header.is_well_formed());
        let body = |length| Header { body: Some(Body { sm3: [1; 32], length, locator: None }), ..Header::default() };
        let personal: Label<MAX_PROTOCOL> = "430102199001011234".parse().expect("a label");
        assert!(personal.check().is_ok() && !personal.is_name());
        assert!(body(1).is_well_formed() && !body(0).is_well_formed());
    }

    #[test]
    fn only_the_first_level_should_be_public() {
        assert_eq!(Level::ALL.iter().filter(|level| level.is_public()).collect::<Vec<_>>(), [&Level::L1]);
    }

    proptest! {
        #[test]
        fn any_accepted_label_should_pass_its_own_check(text in "\\PC{0,40}") {
            if let Ok(label) = text.parse::<Label<32>>() {
                prop_assert_eq!(label.check(), Ok(()));
                prop_assert_eq!(label.to_string(), text);
            }
        }

        #[test]
        fn decoding_a_header_should_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(header) = Header::decode(&mut &bytes[..]) {
                prop_assert!(header.encoded_size() <= Header::max_encoded_len());
            }
        }
    }
}
