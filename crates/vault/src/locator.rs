//! Where a document lies in a vault.

use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::{Label, MAX_LOCATOR},
};
use object_store::path::Path;
use std::{fmt, str::FromStr};
use thiserror::Error;

/// The folder of the objects.
pub(crate) const OBJECTS: &str = "objects";

/// The BLAKE3 digest of the stored bytes, written as 64 lower-case hexadecimal digits. Two documents have the same one only if
/// they are the same, so that storing twice is storing once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locator(pub [u8; 32]);

/// A text that is no locator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a locator has 64 hexadecimal digits")]
pub struct LocatorError;

impl Locator {
    /// Of the digests of some bytes; none where BLAKE3 is not among them.
    pub fn of(digests: &[ContentHash]) -> Option<Self> {
        digests.iter().find(|digest| digest.alg == DigestAlg::Blake3).map(|digest| Self(digest.value))
    }

    /// As the digest that it is.
    pub fn digest(&self) -> ContentHash {
        ContentHash { alg: DigestAlg::Blake3, value: self.0 }
    }

    /// As the chain keeps it.
    pub fn label(&self) -> Option<Label<MAX_LOCATOR>> {
        self.to_string().parse().ok()
    }

    /// `objects/ab/cdef…`: no folder of a vault of millions gets too long.
    pub(crate) fn path(&self) -> Path {
        let text = self.to_string();
        let (first, rest) = text.split_at(2);
        Path::from_iter([OBJECTS, first, rest])
    }

    /// What [`Locator::path`] made; none of any other path.
    pub(crate) fn from_path(path: &Path) -> Option<Self> {
        let parts: Vec<_> = path.parts().collect();
        match parts.as_slice() {
            [objects, first, rest] if objects.as_ref() == OBJECTS && first.as_ref().len() == 2 => {
                format!("{}{}", first.as_ref(), rest.as_ref()).parse().ok()
            }
            _ => None,
        }
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Self, LocatorError> {
        let mut value = [0; 32];
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(LocatorError);
        }
        hex::decode_to_slice(text, &mut value).map_err(|_| LocatorError)?;
        Ok(Self(value))
    }
}

impl serde::Serialize for Locator {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_locator_should_be_read_back_from_its_text_and_its_path(value: [u8; 32]) {
            let locator = Locator(value);
            prop_assert_eq!(locator.to_string().parse(), Ok(locator));
            prop_assert_eq!(Locator::from_path(&locator.path()), Some(locator));
            prop_assert_eq!(locator.label().map(|label| label.to_string()), Some(locator.to_string()));
        }

        #[test]
        fn any_text_should_be_read_without_panic(text: String) {
            if let Ok(locator) = text.parse::<Locator>() {
                prop_assert_eq!(locator.to_string(), text);
            }
        }
    }

    #[test]
    fn what_is_no_locator_should_be_refused() {
        for text in ["", "00", &"0".repeat(63), &"A".repeat(64), &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(text.parse::<Locator>(), Err(LocatorError), "{text}");
        }
        for path in ["objects", "objects/ab", "other/00/00", "objects/0/000", "objects/ab/cd/ef"] {
            assert_eq!(Locator::from_path(&Path::from(path)), None, "{path}");
        }
    }
}
