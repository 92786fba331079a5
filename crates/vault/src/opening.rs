//! Openings (开封凭据): what turns a sealed document back into the one that its commitment is about.
//!
//! Whoever has the opening can read the ciphertext and prove what it is; nobody else can do either. It is handed over as a JSON
//! file, and lies in the vault beside the ciphertext, encrypted (age, X25519) for those who may hand it over.

use age::{
    secrecy::{ExposeSecret, SecretString},
    x25519::{Identity, Recipient},
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::Locator,
    record::Document,
};
use serde::{Deserialize, Serialize};
use std::{fmt, io, io::Read, path::Path};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

const FORMAT: &str = "jiandu-opening-v1";
/// No opening is nearly as long, in bytes: what is longer is something else.
pub(crate) const LONGEST: u64 = 16 * 1024;

/// An opening. Its `Debug` shows what stands on the chain alone; what serde writes is the whole secret.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "OpeningDocument", into = "OpeningDocument")]
pub struct Opening {
    /// What stands on the chain: of the salt and the document.
    pub commitment: ContentHash,
    /// Where the ciphertext lies.
    pub locator: Locator,
    /// The document's length in bytes: what the ciphertext holds beyond it is padding.
    pub length: u64,
    /// What keeps the document from being recognised.
    pub(crate) salt: Zeroizing<[u8; 32]>,
    /// What the ciphertext is decrypted with.
    pub(crate) identity: Identity,
}

/// Why something is no opening.
#[derive(Debug, Error)]
pub enum OpeningError {
    /// It is not what this program wrote.
    #[error("it is no opening, or was cut or changed")]
    Malformed,
    /// It was encrypted for others.
    #[error("it is encrypted for other keys")]
    ForOthers,
    /// The system does not read it.
    #[error(transparent)]
    Io(#[from] io::Error),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpeningDocument {
    format: String,
    commitment: ContentHash,
    locator: Locator,
    length: u64,
    #[serde(with = "crate::hex_text")]
    salt: [u8; 32],
    identity: String,
}

impl Drop for OpeningDocument {
    fn drop(&mut self) {
        self.salt.zeroize();
        self.identity.zeroize();
    }
}

impl TryFrom<OpeningDocument> for Opening {
    type Error = OpeningError;

    fn try_from(document: OpeningDocument) -> Result<Self, OpeningError> {
        let OpeningDocument { ref format, commitment, locator, length, salt, ref identity } = document;
        let known = format == FORMAT && commitment.alg == DigestAlg::Commitment && length > 0;
        let identity = identity.parse().map_err(|_| OpeningError::Malformed)?;
        match known {
            true => Ok(Self { commitment, locator, length, salt: Zeroizing::new(salt), identity }),
            false => Err(OpeningError::Malformed),
        }
    }
}

impl From<Opening> for OpeningDocument {
    fn from(opening: Opening) -> Self {
        let identity: SecretString = opening.identity.to_string();
        Self {
            format: FORMAT.to_owned(),
            commitment: opening.commitment,
            locator: opening.locator,
            length: opening.length,
            salt: *opening.salt,
            identity: identity.expose_secret().to_owned(),
        }
    }
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opening")
            .field("commitment", &self.commitment)
            .field("locator", &self.locator)
            .finish_non_exhaustive()
    }
}

impl Eq for Opening {}

impl PartialEq for Opening {
    fn eq(&self, other: &Self) -> bool {
        (self.commitment, self.locator, self.length) == (other.commitment, other.locator, other.length)
    }
}

impl Opening {
    /// Whether it is the opening of the document with this SM3 digest.
    pub fn opens(&self, sm3: &[u8; 32]) -> bool {
        ContentHash::commitment(&self.salt, sm3) == self.commitment
    }

    /// Whether it shows that a sealed document of the chain is this plain one.
    pub fn shows(&self, sealed: &Document, plain: &Document) -> bool {
        let digests = sealed.content.digests();
        let sm3 = plain.content.digests().iter().find(|digest| digest.alg == DigestAlg::Sm3);
        sealed.content.is_sealed()
            && !plain.content.is_sealed()
            && sealed.media == plain.media
            && digests.contains(&self.commitment)
            && Locator::of(digests) == Some(self.locator)
            && sm3.is_some_and(|sm3| self.opens(&sm3.value))
    }

    /// Decrypts a ciphertext that lies in a file into a new file, which is there only if it is the document of this opening.
    /// Gives the document's length.
    pub fn open_file(&self, ciphertext: &Path, file: &Path) -> Result<u64, crate::VaultError> {
        crate::sealing::open(self, ciphertext, file)
    }

    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, OpeningError> {
        let mut bytes = Zeroizing::new(Vec::new());
        std::fs::File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
        Self::from_json(&bytes)
    }

    /// Reads one from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, OpeningError> {
        serde_json::from_slice(json).map_err(|_| OpeningError::Malformed)
    }

    /// As JSON, which [`Opening::from_json`] reads.
    pub fn to_json(&self) -> Zeroizing<Vec<u8>> {
        // Text and numbers alone: nothing that JSON can't say.
        Zeroizing::new(serde_json::to_vec_pretty(self).unwrap_or_default())
    }

    /// Encrypts it for those who may hand it over.
    pub fn lock(&self, recipients: &[Recipient]) -> io::Result<Vec<u8>> {
        let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        let mut locked = Vec::new();
        let mut writer = encryptor.wrap_output(&mut locked)?;
        io::Write::write_all(&mut writer, &self.to_json())?;
        writer.finish()?;
        Ok(locked)
    }

    /// Decrypts what [`Opening::lock`] made for this identity among others.
    pub fn unlock(locked: &[u8], identity: &Identity) -> Result<Self, OpeningError> {
        use age::DecryptError::{DecryptionFailed, NoMatchingKeys};
        let unlocked = age::Decryptor::new_buffered(locked)
            .and_then(|decryptor| decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)));
        let reader = unlocked.map_err(|error| match error {
            NoMatchingKeys | DecryptionFailed => OpeningError::ForOthers,
            _ => OpeningError::Malformed,
        })?;
        let mut json = Zeroizing::new(Vec::new());
        reader.take(LONGEST).read_to_end(&mut json).map_err(|_| OpeningError::Malformed)?;
        Self::from_json(&json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn opening() -> Opening {
        let salt = Zeroizing::new([7; 32]);
        let commitment = ContentHash::commitment(&salt, &[9; 32]);
        Opening { commitment, locator: Locator([3; 32]), length: 12, salt, identity: Identity::generate() }
    }

    #[test]
    fn an_opening_should_open_its_own_document_and_show_no_secret() {
        let opening = opening();
        assert!(opening.opens(&[9; 32]) && !opening.opens(&[8; 32]));
        let shown = format!("{opening:?}");
        assert!(!shown.contains(&hex::encode([7; 32])) && !shown.contains("AGE"), "{shown}");
    }

    #[test]
    fn an_opening_should_be_read_back_by_its_recipients_alone() {
        let (opening, [own, recovery, other]) = (opening(), [(); 3].map(|()| Identity::generate()));
        let locked = opening.lock(&[own.to_public(), recovery.to_public()]).expect("locked");
        for identity in [&own, &recovery] {
            let back = Opening::unlock(&locked, identity).expect("unlocked");
            assert!(back == opening && back.opens(&[9; 32]));
        }
        assert!(matches!(Opening::unlock(&locked, &other), Err(OpeningError::ForOthers)));
        let mut changed = locked.clone();
        *changed.last_mut().expect("bytes") ^= 1;
        assert!(matches!(Opening::unlock(&changed, &own), Err(OpeningError::Malformed)));
        assert!(matches!(Opening::unlock(b"age", &own), Err(OpeningError::Malformed)));
    }

    proptest! {
        #[test]
        fn any_bytes_should_be_read_without_panic(bytes: Vec<u8>, at in 0usize..300, bit in 0u8..8) {
            prop_assert!(Opening::from_json(&bytes).is_err());
            let mut json = opening().to_json().to_vec();
            if let Some(byte) = json.get_mut(at) {
                *byte ^= 1 << bit;
            }
            // Changed, it is none, or one of something else.
            if let Ok(read) = Opening::from_json(&json) {
                prop_assert!(read.commitment.alg == DigestAlg::Commitment);
            }
        }
    }
}
