//! The file of evidence, and its one form.
//!
//! ```text
//! magic     8 bytes   89 4A 49 41 4E 44 55 0A: "JIANDU" between a byte that no text has and a line feed, so that a
//!                     transfer that takes the file for text is noticed
//! content   SCALE     index of the format (0 = V1), then the fields of EvidenceV1 in their order
//! checksum  8 bytes   the first of blake2_256(magic ‖ content)
//! ```
//!
//! The checksum tells a damaged file from a forged one. It protects nothing: whoever forges writes the right one. SCALE
//! has one form per content (lengths in their shortest form only, nothing left over), so two different files never say
//! the same.

use crate::{bytes, error::FileError};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    record::{ObjectId, MAX_DIGESTS},
};
use sp_crypto_hashing::blake2_256;

/// How a file of evidence begins.
pub const MAGIC: [u8; 8] = *b"\x89JIANDU\n";

/// Longest file in bytes: 1 MiB. Evidence about a document of one record has about 2 KiB.
pub const MAX_FILE: usize = 1_048_576;

/// Most nodes of the proof.
pub const MAX_NODES: usize = 2_048;

/// Most further records: each of 3 digests may have 15 of its own beside its first one. Digests of one genuine document
/// share them, so 15 is the usual limit; evidence of a *conflict* may need more.
pub const MAX_OBJECTS: usize = 45;

const CHECKSUM: usize = 8;

/// Evidence of any format.
#[derive(Clone, Debug, PartialEq, Eq, Encode)]
pub enum Evidence {
    /// The first format.
    #[codec(index = 0)]
    V1(EvidenceV1),
}

/// What is asked, and the proof of the answer. The answer itself is not in the file: [`crate::verify`] derives it.
#[derive(Clone, Debug, PartialEq, Eq, Encode)]
pub struct EvidenceV1 {
    /// The digests of one document: 1 to 3, in strictly ascending order of the algorithm.
    pub digests: Vec<ContentHash>,
    /// The records with a `MoreAnchors` row for a digest, so all but each digest's first record: in strictly ascending
    /// order, at most [`MAX_OBJECTS`], and for each digest as many as it has up to 15.
    pub objects: Vec<ObjectId>,
    /// The SCALE encoding of the block's header.
    pub header: Vec<u8>,
    /// The SCALE encoding of the `GrandpaJustification` that finalises exactly this block.
    pub justification: Vec<u8>,
    /// The trie nodes that `state_getReadProof` answers for [`crate::required_keys`] at this block: 1 to [`MAX_NODES`],
    /// in any order.
    pub proof: Vec<Vec<u8>>,
}

impl Evidence {
    /// The file of this evidence. Refuses what [`Self::from_bytes`] would not read.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FileError> {
        let Self::V1(evidence) = self;
        evidence.check()?;
        let mut file = MAGIC.to_vec();
        self.encode_to(&mut file);
        let checksum = checksum(&file);
        file.extend_from_slice(&checksum);
        Ok(file)
    }

    /// Reads a file. It accepts exactly what [`Self::to_bytes`] writes.
    pub fn from_bytes(file: &[u8]) -> Result<Self, FileError> {
        if file.len() > MAX_FILE {
            return Err(FileError::TooLarge { found: file.len() });
        }
        let body = file.strip_prefix(&MAGIC).ok_or(FileError::NotEvidence)?;
        match body.first() {
            None => return Err(FileError::Truncated),
            Some(0) => (),
            Some(found) => return Err(FileError::UnknownVersion { found: *found }),
        }
        let (checked, found) = file.split_last_chunk::<CHECKSUM>().ok_or(FileError::Truncated)?;
        if *found != checksum(checked) {
            return Err(FileError::Damaged);
        }
        let content = checked.strip_prefix(&MAGIC).ok_or(FileError::Truncated)?;
        let mut content = content.strip_prefix(&[0]).ok_or(FileError::Truncated)?;
        let evidence = EvidenceV1::read(&mut content)?;
        if !content.is_empty() {
            return Err(FileError::TrailingBytes { found: content.len() });
        }
        evidence.check()?;
        Ok(Self::V1(evidence))
    }
}

impl EvidenceV1 {
    /// Reads the fields, each count against its limit before anything of it is read.
    fn read(input: &mut &[u8]) -> Result<Self, FileError> {
        let count = bytes::length(input).ok_or(FileError::Length)?;
        check_digest_count(count)?;
        let mut digests = Vec::new();
        for _ in 0..count {
            let found = bytes::byte(input).ok_or(FileError::Truncated)?;
            let alg = DigestAlg::decode(&mut [found].as_slice()).map_err(|_| FileError::UnknownAlgorithm { found })?;
            digests.push(ContentHash { alg, value: bytes::array(input).ok_or(FileError::Truncated)? });
        }
        let count = bytes::length(input).ok_or(FileError::Length)?;
        check_object_count(count)?;
        let mut objects = Vec::new();
        for _ in 0..count {
            objects.push(ObjectId(bytes::array(input).ok_or(FileError::Truncated)?));
        }
        let header = read_string(input)?;
        let justification = read_string(input)?;
        let count = bytes::length(input).ok_or(FileError::Length)?;
        check_node_count(count)?;
        let mut proof = Vec::new();
        for _ in 0..count {
            proof.push(read_string(input)?);
        }
        Ok(Self { digests, objects, header, justification, proof })
    }

    /// Whether counts, orders and size are as the fields' documentation says.
    pub(crate) fn check(&self) -> Result<(), FileError> {
        check_digest_count(self.digests.len())?;
        check_object_count(self.objects.len())?;
        check_node_count(self.proof.len())?;
        if !self.digests.is_sorted_by(|left, right| left.alg < right.alg) {
            return Err(FileError::DigestOrder);
        }
        if !self.objects.is_sorted_by(|left, right| left < right) {
            return Err(FileError::ObjectOrder);
        }
        // The format's index is one more byte.
        let found = [MAGIC.len(), 1, self.encoded_size(), CHECKSUM].into_iter().fold(0usize, usize::saturating_add);
        if found > MAX_FILE {
            return Err(FileError::TooLarge { found });
        }
        Ok(())
    }
}

fn check_digest_count(found: usize) -> Result<(), FileError> {
    let most = usize::try_from(MAX_DIGESTS).unwrap_or(usize::MAX);
    if (1..=most).contains(&found) {
        Ok(())
    } else {
        Err(FileError::DigestCount { found })
    }
}

fn check_object_count(found: usize) -> Result<(), FileError> {
    if found <= MAX_OBJECTS {
        Ok(())
    } else {
        Err(FileError::ObjectCount { found })
    }
}

fn check_node_count(found: usize) -> Result<(), FileError> {
    if found <= MAX_NODES {
        Ok(())
    } else {
        Err(FileError::NodeCount { found })
    }
}

fn read_string(input: &mut &[u8]) -> Result<Vec<u8>, FileError> {
    let length = bytes::length(input).ok_or(FileError::Length)?;
    bytes::take(input, length).map(<[u8]>::to_vec).ok_or(FileError::Truncated)
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let [a, b, c, d, e, f, g, h, ..] = blake2_256(bytes);
    [a, b, c, d, e, f, g, h]
}
