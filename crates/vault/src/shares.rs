//! Shares (密钥份额): a recovery key, split among custodians so that enough of them together have it, and fewer learn
//! nothing of it.
//!
//! Each byte of the key is split by itself (Shamir, *How to share a secret*, CACM 1979), over the field with 256
//! elements and the polynomial x⁸ + x⁴ + x³ + x² + 1. A share says which key it is of, so that what comes of wrong ones
//! is recognised and not given out.

use crate::wrap::{PublicKey, SecretKey, WrapError};
use age::x25519::Identity;
use blahaj::Sharks;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

/// Fewest shares that a key may be made from again: what one custodian has alone is not split.
pub const MIN_THRESHOLD: u8 = 2;
/// Most shares of a key.
pub const MAX_SHARES: u8 = 16;

const FORMAT: &str = "jiandu-recovery-share-v1";
/// No share is nearly as long, in bytes of JSON: what is longer is something else.
const LONGEST: usize = 1024;

/// Why a key is not split, or not made from shares again.
#[derive(Debug, Error)]
pub enum SharesError {
    /// So many shares, or so many that are needed, there can't be.
    #[error(
        "{threshold} of {shares} shares: at least {} have to be needed, at most {} made",
        MIN_THRESHOLD,
        MAX_SHARES
    )]
    Counts {
        /// How many were to be needed.
        threshold: u8,
        /// How many were to be made.
        shares: u8,
    },
    /// The key can't be used.
    #[error(transparent)]
    Key(#[from] WrapError),
    /// It is not what this program wrote.
    #[error("it is no share of a recovery key, or was cut or changed")]
    Malformed,
    /// They are of several keys, or need different numbers of shares.
    #[error("the shares are not all of one key")]
    Mixed,
    /// One is there twice.
    #[error("the share with the number {0} is there twice")]
    Repeated(u8),
    /// There are not enough of them.
    #[error("{found} shares, where {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many are needed.
        needed: u8,
    },
    /// The key that they make is not the one that they name.
    #[error("the shares do not make the key of {0}: at least one is wrong, or of another splitting of it")]
    OtherKey(PublicKey),
}

/// A custodian's share. Its `Debug` shows no secret, and its memory is wiped when it is dropped; what serde writes is
/// the secret.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "ShareDocument", into = "ShareDocument")]
pub struct Share {
    /// The public key of what was split.
    pub recipient: PublicKey,
    /// How many shares are needed.
    pub threshold: u8,
    /// Which one it is, from 1.
    pub number: u8,
    bytes: Zeroizing<[u8; 32]>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareDocument {
    format: String,
    recipient: PublicKey,
    threshold: u8,
    number: u8,
    #[serde(with = "crate::hex_text")]
    share: [u8; 32],
}

impl Drop for ShareDocument {
    fn drop(&mut self) {
        self.share.zeroize();
    }
}

impl TryFrom<ShareDocument> for Share {
    type Error = SharesError;

    fn try_from(document: ShareDocument) -> Result<Self, SharesError> {
        let ShareDocument { ref format, recipient, threshold, number, share } = document;
        let counted = (MIN_THRESHOLD..=MAX_SHARES).contains(&threshold) && (1..=MAX_SHARES).contains(&number);
        match format == FORMAT && counted {
            true => Ok(Self { recipient, threshold, number, bytes: Zeroizing::new(share) }),
            false => Err(SharesError::Malformed),
        }
    }
}

impl From<Share> for ShareDocument {
    fn from(share: Share) -> Self {
        Self {
            format: FORMAT.to_owned(),
            recipient: share.recipient,
            threshold: share.threshold,
            number: share.number,
            share: *share.bytes,
        }
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Share")
            .field("recipient", &self.recipient)
            .field("threshold", &self.threshold)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl Share {
    /// Reads one from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, SharesError> {
        match json.len() > LONGEST {
            true => Err(SharesError::Malformed),
            false => serde_json::from_slice(json).map_err(|_| SharesError::Malformed),
        }
    }

    /// As JSON, which [`Share::from_json`] reads.
    pub fn to_json(&self) -> Zeroizing<Vec<u8>> {
        // Text and numbers alone: nothing that JSON can't say.
        Zeroizing::new(serde_json::to_vec_pretty(self).unwrap_or_default())
    }

    fn point(&self) -> Result<blahaj::Share, SharesError> {
        let bytes = Zeroizing::new([&[self.number][..], self.bytes.as_slice()].concat());
        blahaj::Share::try_from(bytes.as_slice()).map_err(|_| SharesError::Malformed)
    }
}

/// Splits a key into shares, of which any `threshold` make it again.
pub fn split(identity: &Identity, threshold: u8, shares: u8) -> Result<Vec<Share>, SharesError> {
    if !(MIN_THRESHOLD..=shares).contains(&threshold) || shares > MAX_SHARES {
        return Err(SharesError::Counts { threshold, shares });
    }
    let (secret, recipient) = (SecretKey::of(identity)?, PublicKey::of(&identity.to_public())?);
    let share = |point: blahaj::Share| {
        let mut bytes = Zeroizing::new([0u8; 32]);
        bytes.iter_mut().zip(&point.y).for_each(|(to, from)| *to = from.0);
        Share { recipient, threshold, number: point.x.0, bytes }
    };
    Ok(Sharks(threshold).dealer(secret.0.as_slice()).take(shares.into()).map(share).collect())
}

/// Makes the key again from enough of its shares: the one whose public key they name, or none. Five bits of a key make
/// no difference in X25519: a change of them alone is not recognised.
pub fn combine(shares: &[Share]) -> Result<Identity, SharesError> {
    let too_few = |needed| SharesError::TooFew { found: shares.len(), needed };
    let &Share { recipient, threshold, .. } = shares.first().ok_or_else(|| too_few(MIN_THRESHOLD))?;
    if shares.iter().any(|share| (share.recipient, share.threshold) != (recipient, threshold)) {
        return Err(SharesError::Mixed);
    }
    let mut numbers = BTreeSet::new();
    if let Some(repeated) = shares.iter().find(|share| !numbers.insert(share.number)) {
        return Err(SharesError::Repeated(repeated.number));
    }
    if shares.len() < usize::from(threshold) {
        return Err(too_few(threshold));
    }
    let points = shares.iter().map(Share::point).collect::<Result<Vec<_>, _>>()?;
    let recovered = Sharks(threshold).recover(&points).map(Zeroizing::new).map_err(|_| SharesError::Malformed)?;
    let secret = <[u8; 32]>::try_from(recovered.as_slice()).map(Zeroizing::new).map_err(|_| SharesError::Malformed)?;
    let identity = SecretKey(secret).identity()?;
    match PublicKey::of(&identity.to_public())? == recipient {
        true => Ok(identity),
        false => Err(SharesError::OtherKey(recipient)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use age::secrecy::ExposeSecret;
    use proptest::prelude::*;

    fn same(one: &Identity, other: &Identity) -> bool {
        one.to_string().expose_secret() == other.to_string().expose_secret()
    }

    #[test]
    fn every_subset_that_is_large_enough_should_make_the_key_again_and_no_other() {
        let identity = Identity::generate();
        let shares = split(&identity, 3, 5).expect("split");
        assert_eq!(shares.iter().map(|share| share.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        for set in 0u8..32 {
            let of_set = |share: &&Share| (set >> (share.number - 1)) & 1 == 1;
            let mut some: Vec<_> = shares.iter().filter(of_set).cloned().collect();
            some.reverse();
            match (some.len(), combine(&some)) {
                (3.., combined) => assert!(same(&combined.expect("combined"), &identity), "{some:?}"),
                (0, Err(SharesError::TooFew { found: 0, needed: 2 })) => (),
                (1 | 2, Err(SharesError::TooFew { found, needed: 3 })) => assert_eq!(found, some.len()),
                (_, other) => panic!("{some:?}: {:?}", other.map(|identity| identity.to_public())),
            }
        }
        // Two that say that two are enough.
        let two: Vec<_> = shares[..2].iter().cloned().map(|share| Share { threshold: 2, ..share }).collect();
        assert!(matches!(combine(&two), Err(SharesError::OtherKey(_))));
    }

    #[test]
    fn every_number_of_shares_should_make_the_key_again() {
        let identity = Identity::generate();
        for count in MIN_THRESHOLD..=MAX_SHARES {
            for threshold in MIN_THRESHOLD..=count {
                let shares = split(&identity, threshold, count).expect("split");
                assert_eq!(shares.len(), usize::from(count));
                let last = &shares[usize::from(count - threshold)..];
                assert!(same(&combine(last).expect("combined"), &identity), "{threshold} of {count}");
            }
        }
        for (threshold, count) in [(0, 0), (0, 5), (1, 5), (6, 5), (2, 1), (2, 17), (17, 17), (255, 255)] {
            assert!(matches!(split(&identity, threshold, count), Err(SharesError::Counts { .. })));
        }
    }

    #[test]
    fn wrong_shares_should_be_refused_each_with_its_error() {
        let [one, other] = [(); 2].map(|()| Identity::generate());
        let [mine, again] = [(); 2].map(|()| split(&one, 3, 5).expect("split"));
        let foreign = split(&other, 3, 5).expect("split");
        let with = |third: &Share| combine(&[mine[0].clone(), mine[1].clone(), third.clone()]);
        assert!(with(&mine[2]).is_ok());
        assert!(matches!(with(&foreign[2]), Err(SharesError::Mixed)));
        assert!(matches!(with(&Share { threshold: 4, ..mine[2].clone() }), Err(SharesError::Mixed)));
        assert!(matches!(with(&mine[0]), Err(SharesError::Repeated(1))));
        assert!(matches!(with(&again[0]), Err(SharesError::Repeated(1))));
        // Under the name of the key, but not of it, or of another splitting.
        let named = Share { recipient: mine[0].recipient, ..foreign[2].clone() };
        assert!(matches!(with(&named), Err(SharesError::OtherKey(_))));
        assert!(matches!(with(&again[2]), Err(SharesError::OtherKey(_))));
        assert!(matches!(with(&Share { number: 4, ..mine[2].clone() }), Err(SharesError::OtherKey(_))));
        // In the first and the last byte there are bits that X25519 disregards.
        for at in 1..31 {
            let mut changed = mine[2].clone();
            changed.bytes[at] ^= 1;
            assert!(matches!(with(&changed), Err(SharesError::OtherKey(_))), "byte {at}");
        }
        // One too many that is wrong is recognised too.
        let mut all = mine.clone();
        all[4].bytes[7] ^= 1;
        assert!(matches!(combine(&all), Err(SharesError::OtherKey(_))));
    }

    #[test]
    fn two_splittings_should_have_nothing_in_common() {
        let identity = Identity::generate();
        let [one, other] = [(); 2].map(|()| split(&identity, 2, 2).expect("split"));
        let same = one[0].bytes.iter().zip(other[0].bytes.iter()).filter(|(one, other)| one == other).count();
        assert!(same < 8, "{same}");
    }

    #[test]
    fn shares_written_earlier_should_make_their_key_for_ever() {
        // By hand: the polynomial is key + 0x80 · x, and 0x80 · 2 is 0x1d in this field.
        let key = [0x42; 32];
        let recipient = SecretKey(Zeroizing::new(key)).public().expect("a key");
        let share = |number: u8, term: u8| {
            let share = hex::encode(key.map(|byte| byte ^ term));
            let json = serde_json::json!({
                "format": FORMAT, "recipient": recipient, "threshold": 2, "number": number, "share": share,
            });
            Share::from_json(json.to_string().as_bytes()).expect("a share")
        };
        let combined = combine(&[share(1, 0x80), share(2, 0x1d)]).expect("combined");
        assert_eq!(*SecretKey::of(&combined).expect("a key").0, key);
    }

    #[test]
    fn a_share_should_be_read_as_it_was_written_and_show_no_secret() {
        let shares = split(&Identity::generate(), 2, 3).expect("split");
        let json = String::from_utf8(shares[0].to_json().to_vec()).expect("text");
        let secret = hex::encode(*shares[0].bytes);
        let shown = format!("{:?}", shares[0]);
        assert!(json.contains(&secret) && !shown.contains(&secret), "{shown}");
        let read = |json: &str| Share::from_json(json.as_bytes());
        assert!(combine(&[read(&json).expect("read"), shares[2].clone()]).is_ok());
        for other in [
            json.replace(FORMAT, "jiandu-recovery-share-v2"),
            json.replace("\"number\": 1", "\"number\": 0"),
            json.replace("\"number\": 1", "\"number\": 17"),
            json.replace("\"number\": 1", "\"number\": 1, \"more\": 1"),
            json.replace("\"threshold\": 2", "\"threshold\": 1"),
            json.replace("\"threshold\": 2", "\"threshold\": 17"),
            json.replace(&secret, &secret[2..]),
            json.replace(&shares[0].recipient.to_string(), &"00".repeat(32)),
            format!("{json}{}", " ".repeat(LONGEST)),
        ] {
            assert_ne!(other, json);
            assert!(matches!(read(&other), Err(SharesError::Malformed)));
        }
    }

    proptest! {
        #[test]
        fn any_change_should_be_recognised_or_leave_the_key_as_it_is(
            bytes: Vec<u8>, at in 0usize..32, change in 1u8..,
        ) {
            prop_assert!(Share::from_json(&bytes).is_err());
            let identity = Identity::generate();
            let mut shares = split(&identity, 2, 2).expect("split");
            shares[1].bytes[at] ^= change;
            match combine(&shares) {
                Ok(combined) => prop_assert!(combined.to_public() == identity.to_public()),
                Err(error) => prop_assert!(matches!(error, SharesError::OtherKey(_)), "{error}"),
            }
        }
    }
}
