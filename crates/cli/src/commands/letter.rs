//! A document that a decision rests on, such as a stamped letter: it stays where it is, and the chain gets a salted digest of it.

use crate::{
    error::CliError,
    hashing::looked_up,
    language::{values, Texts},
    output::Output,
};
use jiandu_client::{
    disclosures::Reason,
    enterprises::application::{random_salt, salted_digest},
};
use jiandu_primitives::{digest::DigestAlg, record::ObjectId};
use std::path::{Path, PathBuf};

/// A document that something rests on.
pub struct Letter {
    blake3: [u8; 32],
}

impl Letter {
    /// Hashes its file, here.
    pub fn hash(file: &Path, output: Output) -> Result<Self, CliError> {
        let hashed = looked_up(file, output)?;
        let blake3 = hashed.digests.iter().find(|digest| digest.alg == DigestAlg::Blake3);
        Ok(Self { blake3: blake3.map(|digest| digest.value).unwrap_or_default() })
    }

    /// Its digest with a new salt, and the salt, which is shown before anything is sent: without it nobody can show the letter.
    pub fn salted(&self, output: Output) -> Result<([u8; 32], String), CliError> {
        let salt = random_salt()?;
        // Any identifier of 32 bytes prints as hexadecimal.
        let shown = ObjectId(salt).to_string();
        output.note(&output.language.say("note-salt", &values! { salt = shown.clone() }))?;
        Ok((salted_digest(&salt, &self.blake3), shown))
    }
}

/// Why something is decided, and the salt of the document about it.
pub fn why<Code>(
    code: Code,
    document: Option<PathBuf>,
    output: Output,
) -> Result<(Reason<Code>, Option<String>), CliError> {
    let salted = document.map(|file| Letter::hash(&file, output)?.salted(output)).transpose()?;
    let (text, salt) = salted.unzip();
    Ok((Reason { code, text }, salt))
}
