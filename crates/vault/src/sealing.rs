//! Sealing documents that are not public, and opening them again.
//!
//! A document is encrypted (age, X25519 and ChaCha20-Poly1305 in chunks of 64 KiB, <https://age-encryption.org/v1>) to a key of its
//! own, which its opening has. Before that it is padded with zeros by Padmé (Nikitin et al., *Reducing Metadata Leakage from
//! Encrypted Files and Communication with PURBs*, PoPETs 2019): from the length of a ciphertext nobody can tell the document's,
//! at most 12 % more is stored, and two documents of nearly the same length have ciphertexts of the same.

use crate::{
    error::VaultError,
    hash::{hash_file_into, hash_stream_into, HashError, Hashed},
    new_file::{NewFile, Readers},
    opening::Opening,
};
use age::x25519::Identity;
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::Locator,
};
use std::{
    fs, io,
    io::{BufReader, BufWriter, Read, Write},
    path::Path,
    sync::Once,
    time::Duration,
};
use tempfile::{NamedTempFile, TempDir};
use zeroize::Zeroizing;

/// The length that shorter documents are padded to, in bytes.
const SHORTEST: u64 = 4096;

/// How the names begin of what is on its way.
const TEMPORARY: &str = ".jiandu-sealing-";
/// When one of them belongs to a process that was killed.
const LEFT: Duration = Duration::from_secs(86_400);

/// A folder for what is on its way between a vault and a file, sealed or opened. It goes with its value, and one that a process left
/// which was killed goes a day later.
pub fn temporary_folder() -> io::Result<TempDir> {
    clear_away();
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// Removes what processes of this user left which were killed, once in a process. What can't be removed is somebody else's.
fn clear_away() {
    static ONCE: Once = Once::new();
    ONCE.call_once(clear_away_now);
}

fn clear_away_now() {
    let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().filter_map(Result::ok);
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(TEMPORARY)) {
        let Ok(found) = entry.metadata() else { continue };
        if found.modified().is_ok_and(|modified| modified.elapsed().is_ok_and(|age| age > LEFT)) {
            let removed = match found.is_dir() {
                true => fs::remove_dir_all(entry.path()),
                false => fs::remove_file(entry.path()),
            };
            match removed {
                Ok(()) | Err(_) => (),
            }
        }
    }
}

/// A document that is encrypted, and lies in no vault yet.
pub(crate) struct Sealed {
    /// The ciphertext.
    pub(crate) file: NamedTempFile,
    length: u64,
    commitment: ContentHash,
    salt: Zeroizing<[u8; 32]>,
    identity: Identity,
}

impl Sealed {
    /// Its opening, once it is known where the ciphertext lies.
    pub(crate) fn opening(&self, locator: Locator) -> Opening {
        Opening {
            commitment: self.commitment,
            locator,
            length: self.length,
            salt: self.salt.clone(),
            identity: self.identity.clone(),
        }
    }
}

/// The length that a document is padded to, in bytes.
fn padded(length: u64) -> u64 {
    let length = length.max(SHORTEST);
    let exponent = length.ilog2();
    // So many bits of the length are kept that it takes the logarithm of the exponent to write them.
    let dropped = exponent.saturating_sub(exponent.ilog2().saturating_add(1));
    let mask = 1u64.checked_shl(dropped).unwrap_or(1).wrapping_sub(1);
    length.saturating_add(mask) & !mask
}

/// Encrypts a file to a key of its own, into a temporary file.
pub(crate) fn seal(file: &Path, progress: impl FnMut(u64, Option<u64>)) -> Result<Sealed, VaultError> {
    let mut salt = Zeroizing::new([0; 32]);
    getrandom::fill(salt.as_mut_slice()).map_err(|error| VaultError::Store(error.to_string()))?;
    let identity = Identity::generate();
    clear_away();
    let mut target = tempfile::Builder::new().prefix(TEMPORARY).tempfile().map_err(VaultError::temporary)?;
    let hashed = encrypt(file, &identity, target.as_file_mut(), progress)?;
    let commitment = commitment(&salt, &hashed).ok_or_else(|| VaultError::Store("no digest".into()))?;
    Ok(Sealed { file: target, length: hashed.length, commitment, salt, identity })
}

fn commitment(salt: &[u8; 32], hashed: &Hashed) -> Option<ContentHash> {
    let sm3 = hashed.digests.iter().find(|digest| digest.alg == DigestAlg::Sm3)?;
    Some(ContentHash::commitment(salt, &sm3.value))
}

fn encrypt(
    file: &Path,
    identity: &Identity,
    target: &mut fs::File,
    progress: impl FnMut(u64, Option<u64>),
) -> Result<Hashed, VaultError> {
    let recipient = identity.to_public();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|error| VaultError::Store(error.to_string()))?;
    let mut writer = encryptor.wrap_output(BufWriter::new(target)).map_err(VaultError::temporary)?;
    // Where it is the temporary file that fails, and not the one that is read.
    let mut failed = None;
    let mut sink = |block: &[u8]| {
        writer.write_all(block).map_err(|error| {
            let kind = error.kind();
            failed = Some(error);
            kind.into()
        })
    };
    let hashed = hash_file_into(file, &[DigestAlg::Sm3], &mut sink, progress);
    if let Some(error) = failed {
        return Err(VaultError::temporary(error));
    }
    let hashed = hashed?;
    let padding = padded(hashed.length).saturating_sub(hashed.length);
    let finished = io::copy(&mut io::repeat(0).take(padding), &mut writer)
        .and_then(|_| writer.finish())
        .and_then(|mut file| file.flush());
    finished.map_err(VaultError::temporary)?;
    Ok(hashed)
}

/// Decrypts a ciphertext into a new file, which is there only if it is what the opening's commitment is about.
pub(crate) fn open(opening: &Opening, ciphertext: &Path, file: &Path) -> Result<u64, VaultError> {
    let unwritable = |source| VaultError::Unwritable { file: file.to_owned(), source };
    let target = NewFile::begin(file, Readers::Owner).map_err(unwritable)?;
    let mut writing = target.writer().map_err(unwritable)?;
    let (failed, failure) = std::sync::mpsc::channel();
    let opened = decrypt(opening, ciphertext, move |block: &[u8]| {
        writing.write_all(block).map_err(|error| {
            let kind = error.kind();
            match failed.send(error) {
                Ok(()) | Err(_) => kind.into(),
            }
        })
    });
    if let Ok(error) = failure.try_recv() {
        return Err(unwritable(error));
    }
    let length = opened?;
    target.finish().map_err(unwritable)?;
    Ok(length)
}

/// Decrypts a ciphertext. Gives the document's length, if it is what the opening's commitment is about.
pub(crate) fn decrypt(
    opening: &Opening,
    ciphertext: &Path,
    sink: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<u64, VaultError> {
    let other = || VaultError::OtherOpening(opening.locator);
    let read = fs::File::open(ciphertext).map_err(|error| HashError::new(ciphertext, error))?;
    let identities = std::iter::once(&opening.identity as &dyn age::Identity);
    let document = age::Decryptor::new_buffered(BufReader::new(read))
        .and_then(|decryptor| decryptor.decrypt(identities))
        .map_err(|_| other())?;
    let hashed = hash_stream_into(document.take(opening.length), &[DigestAlg::Sm3], sink);
    let hashed = hashed.map_err(|error| match error.raw_os_error() {
        // The system's: the ciphertext can't be read.
        Some(_) => VaultError::temporary(error),
        None => other(),
    })?;
    match hashed.length == opening.length && commitment(&opening.salt, &hashed) == Some(opening.commitment) {
        true => Ok(hashed.length),
        false => Err(other()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn padding_should_hide_lengths_and_cost_little(length in 0u64..1 << 50) {
            let padded = padded(length);
            prop_assert!(padded >= length.max(SHORTEST));
            let most = length.max(SHORTEST) as f64 * 1.12;
            prop_assert!(padded as f64 <= most, "{length} became {padded}");
            prop_assert_eq!(super::padded(padded), padded);
        }
    }

    #[test]
    fn lengths_should_have_few_paddings() {
        let lengths: std::collections::BTreeSet<_> = (0..1_000_000).map(padded).collect();
        assert!(lengths.len() < 200, "{}", lengths.len());
        assert_eq!((padded(0), padded(4096), padded(4097)), (4096, 4096, 4352));
    }

    #[test]
    fn a_document_should_be_opened_by_its_own_opening_alone() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = |name: &str| folder.path().join(name);
        for length in [1usize, 65_535, 65_536, 300_000] {
            let text: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
            fs::write(path("plain"), &text).expect("written");
            let [one, other] = [(); 2].map(|()| seal(&path("plain"), |_, _| ()).expect("sealed"));
            // The same document leaves nothing in common.
            assert_ne!(one.commitment, other.commitment);
            let bytes = |sealed: &Sealed| fs::read(sealed.file.path()).expect("readable");
            // But for what age puts into headers at random, so that readers learn to ignore it.
            assert!(bytes(&one).len().abs_diff(bytes(&other).len()) < 400);
            assert!(
                bytes(&one).iter().zip(&bytes(&other)).filter(|(one, other)| one == other).count()
                    < length.max(4096) / 64 + 200
            );
            let opening = one.opening(Locator([1; 32]));
            assert_eq!(open(&opening, one.file.path(), &path("back")).expect("opened"), length as u64);
            assert_eq!(fs::read(path("back")).expect("readable"), text);
            fs::remove_file(path("back")).expect("removed");
            for (opening, ciphertext) in [
                (opening.clone(), other.file.path()),
                (Opening { length: opening.length + 1, ..opening.clone() }, one.file.path()),
                (Opening { salt: Zeroizing::new([0; 32]), ..opening.clone() }, one.file.path()),
            ] {
                let refused = open(&opening, ciphertext, &path("back")).expect_err("refused");
                assert!(matches!(refused, VaultError::OtherOpening(_)), "{refused}");
                assert!(!path("back").exists());
            }
            let mut cut = bytes(&one);
            cut.pop();
            fs::write(path("cut"), cut).expect("written");
            assert!(open(&opening, &path("cut"), &path("back")).is_err());
        }
    }
}
