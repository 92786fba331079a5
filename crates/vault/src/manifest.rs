//! What a vault says of itself.

use jiandu_primitives::uscc::Uscc;
use serde::{Deserialize, Serialize};

/// Where the manifest lies in a vault.
pub(crate) const NAME: &str = "vault.json";
/// The form of the manifest and of what it describes.
const FORMAT: &str = "jiandu-vault-v1";

/// Written when a vault is made, and never changed: a vault without it is no vault, so that a wrong path is noticed before
/// anything is stored there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    format: String,
    /// Tells this vault from all others: 16 random bytes, hexadecimal.
    pub id: String,
    /// Who operates the store, and so answers for it. Whose the documents are is said by their records.
    pub operator: Uscc,
}

impl Manifest {
    /// Of a new vault.
    pub fn new(operator: Uscc) -> Result<Self, getrandom::Error> {
        let mut id = [0; 16];
        getrandom::fill(&mut id)?;
        Ok(Self { format: FORMAT.to_owned(), id: hex::encode(id), operator })
    }

    /// Reads one; none where it is another file, or of a form that this program does not know.
    pub(crate) fn from_json(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok().filter(|manifest: &Self| manifest.format == FORMAT)
    }

    pub(crate) fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        Ok(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_should_be_read_back_and_nothing_else_taken_for_one() {
        let manifest = Manifest::new("91430100MADEW01019".parse().expect("a code")).expect("random bytes");
        let json = manifest.to_json().expect("JSON");
        assert_eq!(Manifest::from_json(&json), Some(manifest));
        let text = String::from_utf8(json).expect("text");
        for other in [text.replace("v1", "v2"), text.replace("MADEW01019", "MADEW01018"), "{}".into(), String::new()] {
            assert_eq!(Manifest::from_json(other.as_bytes()), None, "{other}");
        }
    }
}
