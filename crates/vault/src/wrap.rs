//! Wraps (密钥包): an opening, encrypted for one grantee.
//!
//! By HPKE (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, without associated data.
//! Chain, grant and document are the `info` that the key is derived with, so that a wrap opens as nothing else. Nobody
//! signs a wrap: whoever opens one compares the opening with what stands on the chain.

use crate::opening::{Opening, LONGEST};
use age::{
    secrecy::ExposeSecret,
    x25519::{Identity, Recipient},
};
use bech32::{primitives::decode::CheckedHrpstring, Bech32, Hrp};
use hpke::{
    aead::ChaCha20Poly1305 as Aead, kdf::HkdfSha256 as Kdf, kem::X25519HkdfSha256 as Kem, Deserializable, Kem as _,
    OpModeR, OpModeS, Serializable,
};
use jiandu_primitives::{chain::GenesisHash, header::Locator};
use rand_core::OsRng;
use serde::{de::Error as _, Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use thiserror::Error;
use zeroize::Zeroizing;

type Point = <Kem as hpke::Kem>::PublicKey;
type Scalar = <Kem as hpke::Kem>::PrivateKey;
type Encapsulated = <Kem as hpke::Kem>::EncappedKey;

const FORMAT: &str = "jiandu-wrap-v1";
/// What a wrap is for, and nothing else that is encrypted.
const DOMAIN: &[u8] = b"jiandu/grant-wrap/v1";
/// No wrap is nearly as long, in bytes: the longest opening, and the tag of ChaCha20Poly1305.
const LONGEST_CIPHERTEXT: u64 = LONGEST + 16;
/// The same in JSON.
const LONGEST_JSON: u64 = 2 * LONGEST_CIPHERTEXT + 1024;
/// How age marks secret keys (<https://age-encryption.org/v1>).
const SECRET_PREFIX: Hrp = Hrp::parse_unchecked("AGE-SECRET-KEY-");
/// How it marks public ones.
const PUBLIC_PREFIX: Hrp = Hrp::parse_unchecked("age");

/// Why an opening is not wrapped, or a wrap not opened.
#[derive(Debug, Error)]
pub enum WrapError {
    /// It is no X25519 key, or one that nothing can be encrypted for.
    #[error("it is no X25519 key that can be encrypted for")]
    Key,
    /// It is not what this program wrote.
    #[error("it is no wrapped opening, or was cut or changed")]
    Malformed,
    /// It was wrapped for another key.
    #[error("it is wrapped for another key: {0}")]
    ForOthers(PublicKey),
    /// It was wrapped for another grant.
    #[error("it is wrapped for another grant: {0}")]
    OtherGrant(u64),
    /// It was changed, or was wrapped for another chain or as another document.
    #[error("it is wrapped for another chain or another document, or was changed")]
    Refused,
}

/// The 32 bytes in a key's text by age.
fn key_in(text: &str, prefix: Hrp) -> Option<Zeroizing<[u8; 32]>> {
    let checked = CheckedHrpstring::new::<Bech32>(text).ok()?;
    let bytes = checked.byte_iter();
    let mut key = Zeroizing::new([0u8; 32]);
    if checked.hrp() != prefix || bytes.len() != key.len() {
        return None;
    }
    key.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    Some(key)
}

/// An X25519 public key, never all zeros. Reads and prints as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Of a recipient of age.
    pub fn of(recipient: &Recipient) -> Result<Self, WrapError> {
        key_in(&recipient.to_string(), PUBLIC_PREFIX).ok_or(WrapError::Key).and_then(|bytes| Self::try_from(*bytes))
    }
}

impl PublicKey {
    /// As a recipient of age.
    pub fn recipient(&self) -> Result<Recipient, WrapError> {
        let encoded = bech32::encode::<Bech32>(PUBLIC_PREFIX, &self.0).map_err(|_| WrapError::Key)?;
        encoded.parse().map_err(|_| WrapError::Key)
    }
}

impl TryFrom<[u8; 32]> for PublicKey {
    type Error = WrapError;

    fn try_from(bytes: [u8; 32]) -> Result<Self, WrapError> {
        match bytes == [0; 32] {
            true => Err(WrapError::Key),
            false => Ok(Self(bytes)),
        }
    }
}

impl From<PublicKey> for [u8; 32] {
    fn from(key: PublicKey) -> Self {
        key.0
    }
}

impl FromStr for PublicKey {
    type Err = WrapError;

    /// Reads hexadecimal in either case, with or without `0x`.
    fn from_str(text: &str) -> Result<Self, WrapError> {
        let mut bytes = [0; 32];
        let digits = text.strip_prefix("0x").unwrap_or(text);
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| WrapError::Key)?;
        Self::try_from(bytes)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// An X25519 secret key. Its `Debug` shows nothing, and its memory is wiped when it is dropped.
#[derive(Clone)]
pub struct SecretKey(pub(crate) Zeroizing<[u8; 32]>);

impl SecretKey {
    /// Of an identity of age.
    pub fn of(identity: &Identity) -> Result<Self, WrapError> {
        key_in(identity.to_string().expose_secret(), SECRET_PREFIX).map(Self).ok_or(WrapError::Key)
    }

    /// As an identity of age.
    pub fn identity(&self) -> Result<Identity, WrapError> {
        let encoded = bech32::encode_upper::<Bech32>(SECRET_PREFIX, self.0.as_slice()).map(Zeroizing::new);
        encoded.ok().and_then(|encoded| encoded.parse().ok()).ok_or(WrapError::Key)
    }

    /// Its public key.
    pub fn public(&self) -> Result<PublicKey, WrapError> {
        let bytes: [u8; 32] = Kem::sk_to_pk(&self.scalar()?).to_bytes().into();
        PublicKey::try_from(bytes)
    }

    fn scalar(&self) -> Result<Scalar, WrapError> {
        Scalar::from_bytes(self.0.as_slice()).map_err(|_| WrapError::Key)
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

/// What an opening is wrapped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrapContext {
    /// On which chain.
    pub genesis: GenesisHash,
    /// By which grant.
    pub grant: u64,
}

impl WrapContext {
    /// `domain ‖ genesis ‖ grant, little endian ‖ locator`.
    fn info(&self, locator: &Locator) -> Vec<u8> {
        [DOMAIN, &self.genesis.0, &self.grant.to_le_bytes(), &locator.0].concat()
    }
}

/// A wrapped opening. Nothing of it is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrapDocument", into = "WrapDocument")]
pub struct Wrapped {
    /// By which grant.
    pub grant: u64,
    /// Where the document's ciphertext lies.
    pub locator: Locator,
    /// For whom.
    pub recipient: PublicKey,
    /// The public key of this one encryption.
    encapsulated: [u8; 32],
    ciphertext: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrapDocument {
    format: String,
    grant: u64,
    locator: Locator,
    recipient: PublicKey,
    #[serde(with = "crate::hex_text")]
    encapsulated: [u8; 32],
    ciphertext: String,
}

impl TryFrom<WrapDocument> for Wrapped {
    type Error = WrapError;

    fn try_from(document: WrapDocument) -> Result<Self, WrapError> {
        let WrapDocument { format, grant, locator, recipient, encapsulated, ciphertext } = document;
        if format != FORMAT || ciphertext.len() as u64 > 2 * LONGEST_CIPHERTEXT {
            return Err(WrapError::Malformed);
        }
        let ciphertext = hex::decode(ciphertext).map_err(|_| WrapError::Malformed)?;
        Ok(Self { grant, locator, recipient, encapsulated, ciphertext })
    }
}

impl From<Wrapped> for WrapDocument {
    fn from(wrapped: Wrapped) -> Self {
        Self {
            format: FORMAT.to_owned(),
            grant: wrapped.grant,
            locator: wrapped.locator,
            recipient: wrapped.recipient,
            encapsulated: wrapped.encapsulated,
            ciphertext: hex::encode(wrapped.ciphertext),
        }
    }
}

impl Opening {
    /// Encrypts it for the holder of one key, by one grant of one chain.
    pub fn wrap(&self, context: &WrapContext, recipient: &PublicKey) -> Result<Wrapped, WrapError> {
        Wrapped::seal(context, self.locator, recipient, &self.to_json())
    }
}

impl Wrapped {
    fn seal(context: &WrapContext, locator: Locator, recipient: &PublicKey, opening: &[u8]) -> Result<Self, WrapError> {
        let point = Point::from_bytes(&recipient.0).map_err(|_| WrapError::Key)?;
        let info = context.info(&locator);
        // It fails for a point of low order alone, which would make a key that everyone knows.
        let sealed =
            hpke::single_shot_seal::<Aead, Kdf, Kem, _>(&OpModeS::Base, &point, &info, opening, &[], &mut OsRng);
        let (encapsulated, ciphertext) = sealed.map_err(|_| WrapError::Key)?;
        let encapsulated = encapsulated.to_bytes().into();
        Ok(Self { grant: context.grant, locator, recipient: *recipient, encapsulated, ciphertext })
    }

    /// Decrypts it. Whether the opening is the one of a document on the chain, its commitment has to show.
    pub fn open(&self, context: &WrapContext, secret: &SecretKey) -> Result<Opening, WrapError> {
        if self.grant != context.grant {
            return Err(WrapError::OtherGrant(self.grant));
        }
        if secret.public()? != self.recipient {
            return Err(WrapError::ForOthers(self.recipient));
        }
        let (scalar, info) = (secret.scalar()?, context.info(&self.locator));
        let encapsulated = Encapsulated::from_bytes(&self.encapsulated).map_err(|_| WrapError::Malformed)?;
        let opened = hpke::single_shot_open::<Aead, Kdf, Kem>(
            &OpModeR::Base,
            &scalar,
            &encapsulated,
            &info,
            &self.ciphertext,
            &[],
        );
        let json = opened.map(Zeroizing::new).map_err(|_| WrapError::Refused)?;
        let opening = Opening::from_json(&json).map_err(|_| WrapError::Malformed)?;
        match opening.locator == self.locator {
            true => Ok(opening),
            false => Err(WrapError::Refused),
        }
    }

    /// Reads one from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, WrapError> {
        match json.len() as u64 > LONGEST_JSON {
            true => Err(WrapError::Malformed),
            false => serde_json::from_slice(json).map_err(|_| WrapError::Malformed),
        }
    }

    /// As JSON, which [`Wrapped::from_json`] reads.
    pub fn to_json(&self) -> Vec<u8> {
        // Text and numbers alone: nothing that JSON can't say.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::digest::ContentHash;
    use proptest::prelude::*;

    const CONTEXT: WrapContext = WrapContext { genesis: GenesisHash([1; 32]), grant: 7 };

    fn opening(locator: u8) -> Opening {
        let salt = Zeroizing::new([7; 32]);
        let commitment = ContentHash::commitment(&salt, &[9; 32]);
        Opening { commitment, locator: Locator([locator; 32]), length: 12, salt, identity: Identity::generate() }
    }

    fn keys() -> (SecretKey, PublicKey) {
        let identity = Identity::generate();
        let secret = SecretKey::of(&identity).expect("a key");
        (secret, PublicKey::of(&identity.to_public()).expect("a key"))
    }

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        hex::decode(text).expect("hexadecimal").try_into().expect("its length")
    }

    #[test]
    fn a_wrap_should_be_opened_by_its_recipient_for_its_grant_alone() {
        let (opening, (secret, public), (other, _)) = (opening(3), keys(), keys());
        let wrapped = opening.wrap(&CONTEXT, &public).expect("wrapped");
        let wrapped = Wrapped::from_json(&wrapped.to_json()).expect("read back");
        let back = wrapped.open(&CONTEXT, &secret).expect("opened");
        assert!(back == opening && back.opens(&[9; 32]));
        assert_eq!(back.to_json(), opening.to_json());

        let other_grant = WrapContext { grant: 8, ..CONTEXT };
        assert!(matches!(wrapped.open(&other_grant, &secret), Err(WrapError::OtherGrant(7))));
        let other_genesis = WrapContext { genesis: GenesisHash([2; 32]), ..CONTEXT };
        assert!(matches!(wrapped.open(&other_genesis, &secret), Err(WrapError::Refused)));
        assert!(matches!(wrapped.open(&CONTEXT, &other), Err(WrapError::ForOthers(named)) if named == public));
    }

    #[test]
    fn a_wrap_with_other_names_on_it_should_be_refused() {
        let ((secret, public), (other, other_public)) = (keys(), keys());
        let wrapped = opening(3).wrap(&CONTEXT, &public).expect("wrapped");
        let other_grant = WrapContext { grant: 8, ..CONTEXT };
        for (renamed, context, secret) in [
            (Wrapped { grant: 8, ..wrapped.clone() }, other_grant, &secret),
            (Wrapped { locator: Locator([4; 32]), ..wrapped.clone() }, CONTEXT, &secret),
            (Wrapped { recipient: other_public, ..wrapped.clone() }, CONTEXT, &other),
        ] {
            assert!(matches!(renamed.open(&context, secret), Err(WrapError::Refused)), "{renamed:?}");
        }
        // Wrapped as the opening of another document, and what is no opening at all.
        let sealed = |content: &[u8]| Wrapped::seal(&CONTEXT, Locator([3; 32]), &public, content).expect("sealed");
        assert!(matches!(sealed(&opening(4).to_json()).open(&CONTEXT, &secret), Err(WrapError::Refused)));
        assert!(matches!(sealed(b"{}").open(&CONTEXT, &secret), Err(WrapError::Malformed)));
    }

    #[test]
    fn a_wrap_should_be_refused_when_a_bit_of_it_was_flipped() {
        let (secret, public) = keys();
        let wrapped = opening(3).wrap(&CONTEXT, &public).expect("wrapped");
        let refused = |changed: &Wrapped| matches!(changed.open(&CONTEXT, &secret), Err(WrapError::Refused));
        for at in 0..wrapped.encapsulated.len() {
            let mut changed = wrapped.clone();
            changed.encapsulated[at] ^= 0x80;
            assert!(refused(&changed), "byte {at} of the encapsulated key");
        }
        let last = wrapped.ciphertext.len() - 1;
        for at in (0..last).step_by(31).chain([last]) {
            let mut changed = wrapped.clone();
            changed.ciphertext[at] ^= 1;
            assert!(refused(&changed), "byte {at} of the ciphertext");
        }
        for length in [0, 15, 16, last] {
            let mut cut = wrapped.clone();
            cut.ciphertext.truncate(length);
            assert!(refused(&cut), "cut to {length}");
        }
        // A point of low order makes a key that everyone knows.
        assert!(refused(&Wrapped { encapsulated: [0; 32], ..wrapped }));
    }

    #[test]
    fn two_wraps_of_one_opening_should_have_nothing_in_common() {
        let (opening, (_, public)) = (opening(3), keys());
        let [one, other] = [(); 2].map(|()| opening.wrap(&CONTEXT, &public).expect("wrapped"));
        let same = |one: &[u8], other: &[u8]| one.iter().zip(other).filter(|(one, other)| one == other).count();
        assert!(same(&one.encapsulated, &other.encapsulated) < 8);
        assert!(same(&one.ciphertext, &other.ciphertext) < one.ciphertext.len() / 16);
    }

    #[test]
    fn keys_should_be_those_of_age() {
        let identity = Identity::generate();
        let secret = SecretKey::of(&identity).expect("a key");
        let public = secret.public().expect("a key");
        assert_eq!(public, PublicKey::of(&identity.to_public()).expect("a key"));
        assert_eq!(public.to_string().parse::<PublicKey>().expect("a key"), public);
        let back = secret.identity().expect("an identity");
        assert_eq!(back.to_string().expose_secret(), identity.to_string().expose_secret());
        assert_eq!(format!("{secret:?}"), "SecretKey(…)");
    }

    #[test]
    fn keys_that_nothing_can_be_encrypted_for_should_be_refused() {
        assert!(matches!(PublicKey::try_from([0; 32]), Err(WrapError::Key)));
        let zeros = bech32::encode_lower::<Bech32>(PUBLIC_PREFIX, &[0; 32]).expect("text");
        assert!(matches!(PublicKey::of(&zeros.parse().expect("a recipient")), Err(WrapError::Key)));
        for text in ["", "01", "0x", &"00".repeat(32), &"01".repeat(33), &"0g".repeat(32)] {
            assert!(matches!(text.parse::<PublicKey>(), Err(WrapError::Key)), "{text}");
        }
        let mut low_order = [0; 32];
        low_order[0] = 1;
        let low_order = PublicKey::try_from(low_order).expect("not all zeros");
        assert!(matches!(opening(3).wrap(&CONTEXT, &low_order), Err(WrapError::Key)));
    }

    #[test]
    fn the_suite_should_be_that_of_the_rfc() {
        // RFC 9180, appendix A.2.1, sequence number 0.
        let secret = bytes("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
        let secret = SecretKey(Zeroizing::new(secret));
        let public = secret.public().expect("a key").to_string();
        assert_eq!(public, "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        let encapsulated: [u8; 32] = bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
        let ciphertext: [u8; 45] =
            bytes("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");
        let opened = hpke::single_shot_open::<Aead, Kdf, Kem>(
            &OpModeR::Base,
            &secret.scalar().expect("a key"),
            &Encapsulated::from_bytes(&encapsulated).expect("a key"),
            b"Ode on a Grecian Urn",
            &ciphertext,
            b"Count-0",
        );
        assert_eq!(opened.expect("opened"), b"Beauty is truth, truth beauty");
    }

    #[test]
    fn what_binds_a_wrap_should_not_change() {
        let context = WrapContext { genesis: GenesisHash([0xaa; 32]), grant: 0x0102 };
        let expected =
            format!("{}{}0201000000000000{}", hex::encode("jiandu/grant-wrap/v1"), "aa".repeat(32), "bb".repeat(32));
        assert_eq!(hex::encode(context.info(&Locator([0xbb; 32]))), expected);
    }

    #[test]
    fn a_wrap_should_be_read_as_it_was_written_and_in_no_other_form() {
        let (_, public) = keys();
        let wrapped = opening(3).wrap(&CONTEXT, &public).expect("wrapped");
        let json = String::from_utf8(wrapped.to_json()).expect("text");
        let read = |json: &str| Wrapped::from_json(json.as_bytes());
        assert_eq!(read(&json).expect("read"), wrapped);
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["format"], FORMAT);
        assert_eq!(value["grant"], 7);
        assert_eq!(value["locator"], "03".repeat(32));
        assert_eq!(value["recipient"], public.to_string());
        let padded = format!("{json}{}", " ".repeat(LONGEST_JSON as usize));
        let long = "00".repeat(LONGEST_CIPHERTEXT as usize + 1);
        for other in [
            json.replace(FORMAT, "jiandu-wrap-v2"),
            json.replace("\"grant\": 7", "\"grant\": 7, \"more\": 7"),
            json.replace("\"grant\": 7", "\"grant\": -7"),
            json.replace(&public.to_string(), &"00".repeat(32)),
            json.replace(&hex::encode(&wrapped.ciphertext), "0"),
            json.replace(&hex::encode(&wrapped.ciphertext), &long),
            padded,
        ] {
            assert_ne!(other, json);
            assert!(matches!(read(&other), Err(WrapError::Malformed)), "{}", &other[..json.len().min(other.len())]);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_should_be_read_without_panic(bytes: Vec<u8>, at in 0usize..600, bit in 0u8..8) {
            prop_assert!(Wrapped::from_json(&bytes).is_err());
            let public = PublicKey::try_from([9; 32]).expect("a key");
            let wrapped = Wrapped {
                grant: 7,
                locator: Locator([3; 32]),
                recipient: public,
                encapsulated: [5; 32],
                ciphertext: bytes,
            };
            let mut json = wrapped.to_json();
            if let Some(byte) = json.get_mut(at) {
                *byte ^= 1 << bit;
            }
            // Changed, it is none, or one that doesn't open.
            if let Ok(read) = Wrapped::from_json(&json) {
                prop_assert!(read.open(&CONTEXT, &SecretKey(Zeroizing::new([1; 32]))).is_err());
            }
        }
    }
}
