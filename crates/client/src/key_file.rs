//! Signing keys and the files they are kept in.
//!
//! A key file is JSON: the account and the public key in clear, so that they can be shown without a password, and the
//! secret encrypted by a password (age with scrypt). It is written with mode 0600, complete or not at all, and never over
//! another file. What is encrypted is the text that the key came from, so that [`SigningKey::recovery`] can show it again.

use crate::{
    json_file::{self, Unread},
    secret::Secret,
    AccountId,
};
use age::{scrypt, secrecy::SecretString, DecryptError};
use serde::{Deserialize, Serialize};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    str::FromStr,
};
use subxt_signer::{bip39, bip39::Mnemonic, sr25519, SecretUri};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

/// Names of the well-known development keys.
pub const DEV_NAMES: [&str; 6] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"];

const FORMAT: &str = "jiandu-key-v1";
/// No key file is nearly as long: what is longer is something else.
const LONGEST_FILE: u64 = 64 * 1024;
/// scrypt's log₂ N when encrypting: 128 MiB of memory and some tenths of a second.
const WORK_FACTOR: u8 = 17;
/// The highest that is accepted when decrypting: a file from elsewhere must not exhaust memory.
const MAX_WORK_FACTOR: u8 = 19;
/// What [`SigningKey::reading_key`] is derived for, and no other key.
const READING: &str = "jiandu 2026-11-24 reading key of a signing key";
/// How age marks secret keys (<https://age-encryption.org/v1>).
const READING_PREFIX: bech32::Hrp = bech32::Hrp::parse_unchecked("AGE-SECRET-KEY-");
/// Bytes of randomness behind new recovery words: 128 bits make 12 words.
const ENTROPY: usize = 16;

/// Why a key cannot be used.
#[derive(Debug, Error)]
pub enum KeyError {
    /// There is no such file.
    #[error("no key file at {path}")]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file is there already; key files are never overwritten.
    #[error("a file exists at {path}; key files are never overwritten")]
    Exists {
        /// Where it is.
        path: PathBuf,
    },
    /// The file is not a key file, or was cut or changed.
    #[error("{path} is not a complete key file: {reason}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What does not fit; never any content.
        reason: &'static str,
    },
    /// The password does not open the file.
    #[error("the password does not open {path}")]
    WrongPassword {
        /// Which file.
        path: PathBuf,
    },
    /// The password is empty.
    #[error("the password is empty")]
    EmptyPassword,
    /// The words or the seed are wrong.
    #[error("not recovery words or a seed: {0}")]
    BadPhrase(PhraseError),
    /// No development key has this name.
    #[error("no development key is called {name}; known are {}", DEV_NAMES.join(", "))]
    UnknownDevKey {
        /// The name asked for.
        name: String,
    },
    /// A development key is of no use where the chain is not for development.
    #[error("the chain {chain} takes no development key")]
    DevKeyElsewhere {
        /// The chain's name.
        chain: String,
    },
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
    /// The system does not read it.
    #[error("{path}: {source}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system does not write it.
    #[error("{path}: {source}")]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl KeyError {
    /// Whether the password is the trouble.
    pub fn is_password(&self) -> bool {
        matches!(self, Self::WrongPassword { .. } | Self::EmptyPassword)
    }

    /// Whether there is no such key.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::NotFound { .. } | Self::UnknownDevKey { .. })
    }

    fn unread(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            _ => Self::Unreadable { path, source },
        }
    }

    fn unwritten(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            _ => Self::Unwritable { path, source },
        }
    }
}

/// What is wrong with recovery words or a seed. Says positions, never words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhraseError {
    /// There is nothing, or only a path.
    #[error("there are no words")]
    Empty,
    /// The number of words is none of 12, 15, 18, 21, 24.
    #[error("{found} words; there must be 12, 15, 18, 21 or 24")]
    WordCount {
        /// How many there are.
        found: usize,
    },
    /// A word, counted from 1, is not in the list.
    #[error("word {position} is not in the word list")]
    UnknownWord {
        /// Which one.
        position: usize,
    },
    /// All words are known, but one of them is wrong or they are in the wrong order.
    #[error("the words do not belong together: one is wrong or they are out of order")]
    Checksum,
    /// A seed must be `0x` and 64 hexadecimal digits.
    #[error("a seed is 0x and 64 hexadecimal digits")]
    Seed,
}

/// An sr25519 key that signs transactions. Its `Debug` shows the account only.
#[derive(Clone)]
pub struct SigningKey {
    pair: sr25519::Keypair,
    recovery: Secret,
}

impl SigningKey {
    /// The account of the key.
    pub fn account(&self) -> AccountId {
        AccountId(self.public())
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.pair.public_key().0
    }

    /// What [`import`] makes this key from again: 12 words, or the words or seed it was imported from.
    pub fn recovery(&self) -> &Secret {
        &self.recovery
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.pair.sign(message).0
    }

    /// The key with which this key's holder reads what is encrypted for them in a vault (age, X25519): derived by BLAKE3 from what
    /// the signing key came from, so that nobody has a second one to keep.
    pub fn reading_key(&self) -> Result<age::x25519::Identity, KeyError> {
        let words = Zeroizing::new(self.recovery.expose().split_whitespace().collect::<Vec<_>>().join(" "));
        let secret = Zeroizing::new(blake3::derive_key(READING, words.as_bytes()));
        let encoded = bech32::encode_upper::<bech32::Bech32>(READING_PREFIX, secret.as_slice());
        // 32 bytes behind this prefix are always such a key.
        let parsed = encoded.ok().map(Zeroizing::new).and_then(|encoded| encoded.parse().ok());
        parsed.ok_or(KeyError::BadPhrase(PhraseError::Seed))
    }

    fn from_recovery(recovery: Secret) -> Result<Self, PhraseError> {
        let uri = SecretUri::from_str(recovery.expose()).map_err(|_| PhraseError::Empty)?;
        let pair = sr25519::Keypair::from_uri(&uri).map_err(|error| match error {
            sr25519::Error::Phrase(bip39::Error::BadWordCount(found)) => PhraseError::WordCount { found },
            sr25519::Error::Phrase(bip39::Error::UnknownWord(index)) => {
                PhraseError::UnknownWord { position: index.saturating_add(1) }
            }
            sr25519::Error::Phrase(_) => PhraseError::Checksum,
            _ => PhraseError::Seed,
        })?;
        Ok(Self { pair, recovery })
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.account())
    }
}

/// Makes a new key from 12 random words.
pub fn generate() -> Result<SigningKey, KeyError> {
    let mut entropy = Zeroizing::new([0; ENTROPY]);
    getrandom::fill(entropy.as_mut_slice()).map_err(|_| KeyError::NoRandomness)?;
    let words = Mnemonic::from_entropy(entropy.as_slice()).map_err(|_| KeyError::NoRandomness)?;
    SigningKey::from_recovery(Secret::new(words.to_string())).map_err(KeyError::BadPhrase)
}

/// Makes the key of recovery words, with or without a derivation path (`words//path`), or of a seed (`0x` and 64 digits).
pub fn import(secret: &Secret) -> Result<SigningKey, KeyError> {
    // Words copied from paper or a chat come with line breaks and doubled spaces.
    let recovery = Secret::new(secret.expose().split_whitespace().collect::<Vec<_>>().join(" "));
    // A path without words would quietly mean the development phrase, whose keys everyone knows.
    if recovery.is_empty() || recovery.expose().starts_with('/') {
        return Err(KeyError::BadPhrase(PhraseError::Empty));
    }
    SigningKey::from_recovery(recovery).map_err(KeyError::BadPhrase)
}

/// A development key by its name, in any case and with or without `//`. Everyone knows these keys.
pub fn dev_key(name: &str) -> Result<SigningKey, KeyError> {
    let wanted = name.strip_prefix("//").unwrap_or(name);
    let known = DEV_NAMES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(wanted))
        .ok_or_else(|| KeyError::UnknownDevKey { name: name.to_owned() })?;
    SigningKey::from_recovery(Secret::new(format!("//{known}"))).map_err(KeyError::BadPhrase)
}

/// Whether others than its owner may read or change a key file; never, where the system does not say.
pub fn is_exposed(path: &Path) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let found = fs::metadata(path)?;
        Ok(found.is_file() && found.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        fs::metadata(path).map(|_| false)
    }
}

/// What a key file holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    format: String,
    account: AccountId,
    public: String,
    /// An age file in ASCII armour.
    secret: String,
}

/// Writes a key, encrypted by a password, to a new file that only the owner can read. Missing folders are made.
pub fn save(path: &Path, key: &SigningKey, password: &Secret) -> Result<(), KeyError> {
    if password.is_empty() {
        return Err(KeyError::EmptyPassword);
    }
    if path.symlink_metadata().is_ok() {
        // Before the slow part; `persist_noclobber` below decides.
        return Err(KeyError::Exists { path: path.to_owned() });
    }
    let stored = Stored {
        format: FORMAT.to_owned(),
        account: key.account(),
        public: format!("0x{}", hex::encode(key.public())),
        secret: encrypt(key.recovery(), password).map_err(|source| KeyError::unwritten(path, source))?,
    };
    make_private_folder(jiandu_vault::new_file::folder_of(path))
        .and_then(|()| json_file::write_new(path, &stored))
        .map_err(|source| KeyError::unwritten(path, source))
}

fn encrypt(secret: &Secret, password: &Secret) -> io::Result<String> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(password.expose().to_owned()));
    recipient.set_work_factor(WORK_FACTOR);
    age::encrypt_and_armor(&recipient, secret.expose().as_bytes()).map_err(io::Error::other)
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn read(path: &Path) -> Result<Stored, KeyError> {
    let malformed = |reason| KeyError::Malformed { path: path.to_owned(), reason };
    let stored: Stored = json_file::read(path, LONGEST_FILE).map_err(|error| match error {
        Unread::Malformed(reason) => malformed(reason),
        Unread::System(source) => KeyError::unread(path, source),
    })?;
    if stored.format != FORMAT {
        return Err(malformed("its format is not jiandu-key-v1"));
    }
    if stored.public != format!("0x{}", hex::encode(stored.account.0)) {
        return Err(malformed("its account and its public key differ"));
    }
    Ok(stored)
}

/// The account of a key file, without its password.
pub fn public(path: &Path) -> Result<AccountId, KeyError> {
    read(path).map(|stored| stored.account)
}

/// Opens a key file.
pub fn load(path: &Path, password: &Secret) -> Result<SigningKey, KeyError> {
    let stored = read(path)?;
    let malformed = |reason| KeyError::Malformed { path: path.to_owned(), reason };
    let mut identity = scrypt::Identity::new(SecretString::from(password.expose().to_owned()));
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    let plain = age::decrypt(&identity, stored.secret.as_bytes()).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            KeyError::WrongPassword { path: path.to_owned() }
        }
        DecryptError::ExcessiveWork { .. } => malformed("it asks for more work than a key file needs"),
        _ => malformed("its encrypted part was cut or changed"),
    })?;
    let recovery = String::from_utf8(plain).map_err(|error| {
        error.into_bytes().zeroize();
        malformed("its encrypted part holds no words")
    })?;
    let key = SigningKey::from_recovery(Secret::new(recovery))
        .map_err(|_| malformed("its encrypted part holds no words and no seed"))?;
    if key.account() != stored.account {
        return Err(malformed("its account is not that of its secret"));
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    fn phrase_error(text: &str) -> PhraseError {
        match import(&secret(text)) {
            Err(KeyError::BadPhrase(error)) => error,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_reading_key_should_be_the_same_for_the_same_words_and_no_other_key() {
        let of = |words: &str| {
            let key = SigningKey::from_recovery(Secret::new(words.to_owned())).expect("a key");
            key.reading_key().expect("a reading key").to_public().to_string()
        };
        let seed = |byte: &str| format!("0x{}", byte.repeat(32));
        assert_eq!(of(&seed("07")), of(&seed("07")));
        assert_ne!(of(&seed("07")), of(&seed("08")));
        assert!(of(&seed("07")).starts_with("age1"));
    }

    #[test]
    fn words_and_paths_should_give_the_known_accounts() {
        let alice = import(&secret(&format!("{WORDS}//Alice"))).expect("valid");
        assert_eq!(alice.account().to_string(), ALICE);
        assert_eq!(dev_key("alice").expect("known").account(), alice.account());
        assert_eq!(dev_key("//Alice").expect("known").account(), alice.account());
        let seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
        assert_eq!(import(&secret(seed)).expect("valid").account(), alice.account());
        let spaced = WORDS.replace(' ', " \n ");
        assert_eq!(import(&secret(&spaced)).expect("valid").public(), import(&secret(WORDS)).expect("valid").public());
    }

    #[test]
    fn importing_should_name_what_is_wrong() {
        assert_eq!(phrase_error(""), PhraseError::Empty);
        assert_eq!(phrase_error("//Alice"), PhraseError::Empty);
        assert_eq!(phrase_error("bottom drive"), PhraseError::WordCount { found: 2 });
        assert_eq!(phrase_error(&WORDS.replace("obey", "obeyed")), PhraseError::UnknownWord { position: 3 });
        assert_eq!(phrase_error(&WORDS.replace("obey", "drive")), PhraseError::Checksum);
        assert_eq!(phrase_error("0x1234"), PhraseError::Seed);
        assert!(matches!(dev_key("mallory"), Err(KeyError::UnknownDevKey { .. })));
    }

    #[test]
    fn new_keys_should_differ_and_come_back_from_their_words() {
        let (one, two) = (generate().expect("random"), generate().expect("random"));
        assert_ne!(one.public(), two.public());
        assert_eq!(one.recovery().expose().split(' ').count(), 12);
        assert_eq!(import(one.recovery()).expect("its own words").public(), one.public());
    }

    #[test]
    fn debug_should_show_no_secret() {
        let key = generate().expect("random");
        let shown = format!("{key:?} {:?}", key.recovery());
        assert!(!key.recovery().expose().split(' ').any(|word| shown.contains(&format!(" {word} "))));
        assert_eq!(format!("{:?}", secret("hunter2")), "Secret(…)");
    }

    #[test]
    fn a_saved_key_should_open_with_its_password_only() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("keys").join("registrar.json");
        let key = generate().expect("random");
        save(&path, &key, &secret("correct horse")).expect("saved");
        assert_eq!(public(&path).expect("readable"), key.account());
        let loaded = load(&path, &secret("correct horse")).expect("opened");
        assert_eq!(loaded.public(), key.public());
        assert_eq!(loaded.recovery(), key.recovery());
        assert!(load(&path, &secret("wrong")).expect_err("wrong").is_password());
        assert!(load(&path, &secret("")).expect_err("empty").is_password());
        assert!(save(&folder.path().join("other"), &key, &secret("")).expect_err("empty").is_password());
        let text = fs::read_to_string(&path).expect("readable");
        assert!(!text.contains(key.recovery().expose()));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_should_be_readable_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("keys").join("key.json");
        save(&path, &dev_key("Bob").expect("known"), &secret("pw")).expect("saved");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert!(!is_exposed(&path).expect("there"));
        assert_eq!(mode(path.parent().expect("a folder")), 0o700);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("its owner may");
        assert!(is_exposed(&path).expect("there"));
    }

    #[test]
    fn a_key_file_should_never_be_overwritten() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("key.json");
        fs::write(&path, "mine").expect("written");
        let error = save(&path, &dev_key("Bob").expect("known"), &secret("pw")).expect_err("exists");
        assert!(matches!(error, KeyError::Exists { .. }));
        assert_eq!(fs::read_to_string(&path).expect("readable"), "mine");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1, "no temporary file is left");
    }

    #[test]
    fn a_cut_or_changed_key_file_should_be_refused() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("key.json");
        save(&path, &dev_key("Bob").expect("known"), &secret("pw")).expect("saved");
        let text = fs::read_to_string(&path).expect("readable");
        let alice = dev_key("Alice").expect("known");
        let refused = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("written");
            load(&path, &secret("pw")).expect_err(name)
        };
        assert!(matches!(refused("cut", &text[..text.len() / 2]), KeyError::Malformed { .. }));
        assert!(matches!(refused("empty", ""), KeyError::Malformed { .. }));
        assert!(matches!(refused("format", &text.replace("key-v1", "key-v2")), KeyError::Malformed { .. }));
        let bob = dev_key("Bob").expect("known");
        let swapped = text
            .replace(&bob.account().to_string(), &alice.account().to_string())
            .replace(&hex::encode(bob.public()), &hex::encode(alice.public()));
        assert!(matches!(refused("swapped", &swapped), KeyError::Malformed { .. }));
        let half = text.replace(&bob.account().to_string(), &alice.account().to_string());
        assert!(matches!(refused("half", &half), KeyError::Malformed { .. }));
        // The last full line of the armour is the end of the encrypted payload.
        let end = text.find("\\n-----END").expect("armoured");
        let mut changed = text.clone().into_bytes();
        changed[end - 8] = if changed[end - 8] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        assert!(matches!(refused("changed", &changed), KeyError::Malformed { .. }));
        assert!(matches!(load(&folder.path().join("none"), &secret("pw")), Err(KeyError::NotFound { .. })));
        let folder_error = load(folder.path(), &secret("pw")).expect_err("a folder");
        assert!(matches!(folder_error, KeyError::Unreadable { .. }));
    }
}
