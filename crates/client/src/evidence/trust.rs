//! The trust anchor as a file, and what a node says of it.

use super::{AuthorityId, Trust};
use crate::{
    chain::Hash,
    connection::{Connection, ConnectionError},
    json_file::{self, Unread},
};
use codec::DecodeAll;
use jiandu_primitives::chain::GenesisHash;
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

const FORMAT: &str = "jiandu-trust-v1";
/// No trust file is nearly as long: what is longer is something else.
const LONGEST_FILE: u64 = 1024 * 1024;

/// A trust anchor with what people know the chain by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustFile {
    /// The chain's name, for people.
    pub chain: String,
    /// Whether the chain is one for development: its evidence proves nothing to anybody else.
    pub development: bool,
    /// What the verifier is told to trust.
    pub trust: Trust,
}

/// Why a trust file cannot be read or written.
#[derive(Debug, Error)]
pub enum TrustFileError {
    /// There is no such file.
    #[error("no trust file at {path}")]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file is there already.
    #[error("a file exists at {path}")]
    Exists {
        /// Where it is.
        path: PathBuf,
    },
    /// It is not a trust file, or was cut or changed.
    #[error("{path} is not a complete trust file: {reason}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What does not fit.
        reason: &'static str,
    },
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

impl TrustFileError {
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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    format: String,
    chain: String,
    genesis: String,
    set_id: u64,
    authorities: Vec<String>,
    development: bool,
}

impl TrustFile {
    /// Reads a trust file.
    pub fn load(path: &Path) -> Result<Self, TrustFileError> {
        let malformed = |reason| TrustFileError::Malformed { path: path.to_owned(), reason };
        let stored: Stored = json_file::read(path, LONGEST_FILE).map_err(|error| match error {
            Unread::Malformed(reason) => malformed(reason),
            Unread::System(source) => TrustFileError::unread(path, source),
        })?;
        if stored.format != FORMAT {
            return Err(malformed("its format is not jiandu-trust-v1"));
        }
        let genesis: GenesisHash = stored.genesis.parse().map_err(|_| malformed("its genesis hash is not one"))?;
        let authorities = stored.authorities.iter().map(|key| authority(key)).collect::<Option<Vec<_>>>();
        let authorities = authorities.ok_or_else(|| malformed("one of its keys is not one"))?;
        if authorities.is_empty() {
            return Err(malformed("it has no keys"));
        }
        let trust = Trust { genesis, set_id: stored.set_id, authorities };
        Ok(Self { chain: stored.chain, development: stored.development, trust })
    }

    /// Writes a new trust file, complete or not at all.
    pub fn save(&self, path: &Path) -> Result<(), TrustFileError> {
        let stored = Stored {
            format: FORMAT.to_owned(),
            chain: self.chain.clone(),
            genesis: format!("0x{}", self.trust.genesis),
            set_id: self.trust.set_id,
            authorities: self.trust.authorities.iter().map(|key| format!("0x{key}")).collect(),
            development: self.development,
        };
        json_file::write_new(path, &stored).map_err(|source| TrustFileError::unwritten(path, source))
    }
}

fn authority(text: &str) -> Option<AuthorityId> {
    let mut key = [0; 32];
    hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut key).ok()?;
    Some(AuthorityId(key))
}

/// What a node says whom to trust: good for a first look, and to be compared with what came another way.
pub async fn trust_from_node(connection: &Connection) -> Result<TrustFile, ConnectionError> {
    let trust = at(connection, connection.finalized_hash().await?).await?;
    let chain = connection.chain_name().to_owned();
    Ok(TrustFile { chain, development: connection.is_development(), trust })
}

/// The validators that sign the block after this one, as the node says.
pub(super) async fn at(connection: &Connection, block: Hash) -> Result<Trust, ConnectionError> {
    let set_id = connection.call("GrandpaApi_current_set_id", &[], block).await?;
    let set_id = u64::decode_all(&mut set_id.as_slice()).map_err(|_| ConnectionError::malformed("GrandpaApi"))?;
    let authorities = connection.call("GrandpaApi_grandpa_authorities", &[], block).await?;
    let authorities = Vec::<([u8; 32], u64)>::decode_all(&mut authorities.as_slice())
        .map_err(|_| ConnectionError::malformed("GrandpaApi"))?;
    if authorities.iter().any(|(_, weight)| *weight != 1) {
        // The verifier gives every validator one vote.
        return Err(ConnectionError::Incompatible { item: "GrandpaApi.grandpa_authorities".to_owned() });
    }
    let authorities = authorities.into_iter().map(|(key, _)| AuthorityId(key)).collect();
    Ok(Trust { genesis: connection.genesis(), set_id, authorities })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn sample() -> TrustFile {
        let trust = Trust {
            genesis: GenesisHash([7; 32]),
            set_id: 3,
            authorities: vec![AuthorityId([1; 32]), AuthorityId([0xAB; 32])],
        };
        TrustFile { chain: "Hunan".to_owned(), development: true, trust }
    }

    #[test]
    fn a_trust_file_should_read_back_and_not_be_overwritten() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("trust.json");
        sample().save(&path).expect("saved");
        assert_eq!(TrustFile::load(&path).expect("readable"), sample());
        assert!(matches!(sample().save(&path), Err(TrustFileError::Exists { .. })));
        assert!(matches!(TrustFile::load(&folder.path().join("none")), Err(TrustFileError::NotFound { .. })));
    }

    #[test]
    fn a_byte_order_mark_should_not_matter() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("trust.json");
        sample().save(&path).expect("saved");
        let text = fs::read_to_string(&path).expect("readable");
        fs::write(&path, format!("\u{FEFF}{text}")).expect("written");
        assert_eq!(TrustFile::load(&path).expect("readable"), sample());
    }

    #[test]
    fn a_changed_trust_file_should_be_refused() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("trust.json");
        sample().save(&path).expect("saved");
        let text = fs::read_to_string(&path).expect("readable");
        let cases = [
            text[..text.len() / 2].to_owned(),
            text.replace("trust-v1", "trust-v2"),
            text.replace("0x0707", "0x07"),
            text.replace("abab", "xyxy"),
            text.replace("\"development\"", "\"developer\""),
            String::new(),
        ];
        for text in cases {
            fs::write(&path, text).expect("written");
            assert!(matches!(TrustFile::load(&path), Err(TrustFileError::Malformed { .. })));
        }
    }
}
