//! Applications for keys: the stamped letter stays with the organisation that keeps the archive, and the chain holds a salted
//! digest of it. Whoever has letter and salt can show that a key was bound on that letter, and nobody else can guess it.

use crate::key_file::KeyError;
use sp_crypto_hashing::blake2_256;

/// 32 random bytes that keep a commitment from being guessed.
pub fn random_salt() -> Result<[u8; 32], KeyError> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|_| KeyError::NoRandomness)?;
    Ok(salt)
}

/// What stands on the chain for an application: `blake2_256("jiandu/application" ‖ salt ‖ BLAKE3 of the file)`.
pub fn salted_digest(salt: &[u8; 32], blake3: &[u8; 32]) -> [u8; 32] {
    blake2_256(&[b"jiandu/application".as_slice(), salt, blake3].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_salted_digest_should_be_the_documented_one_and_depend_on_salt_and_file() {
        let digest = salted_digest(&[1; 32], &[2; 32]);
        assert_eq!(hex::encode(digest), "ce8ffcd5022039ea8e76cffa06dd95e3874fb9440b3e48bd4ec9c3a379f4aac8");
        assert_ne!(digest, salted_digest(&[2; 32], &[2; 32]));
        assert_ne!(digest, salted_digest(&[1; 32], &[1; 32]));
    }

    #[test]
    fn no_two_salts_should_be_the_same() {
        assert_ne!(random_salt().expect("random"), random_salt().expect("random"));
    }
}
