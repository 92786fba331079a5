//! Evidence (存证凭证): asking a node for the proof of what digests are, and checking it here.
//!
//! ```text
//! newest final block T ─ jiandu_newestJustification, or the next of grandpa_subscribeJustifications ─▶ justification
//! rows of the digests at T ─▶ the keys that evidence needs ─ state_getReadProof at T ─▶ proof
//! header + justification + proof ─ jiandu-verifier ─▶ what is proved
//! ```
//! `grandpa_proveFinality` is of no use here: it knows no block until the validators have changed for the first time.
//!
//! Nothing that the node says counts before the verifier has checked it. What remains is whom to trust: the validators in a
//! trust file that came another way, or, marked as such, those that the node itself names.

mod trust;

pub use jiandu_verifier::{
    canonical_justification, verify, verify_file, AuthorityId, ClaimError, Conflict, Evidence, EvidenceV1, Header,
    Proven, Trust, VerifyError, ALL_CODES,
};
pub use trust::{trust_from_node, TrustFile, TrustFileError};

use crate::{
    chain::Hash,
    connection::{answer, number, Connection, ConnectionError},
};
use codec::{Decode, DecodeAll, Encode};
use jiandu_primitives::{
    digest::ContentHash,
    layout,
    record::{DigestRow, ObjectId},
    verdict::MAX_ENTRIES,
};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use std::{collections::BTreeSet, time::Duration};
use subxt::config::substrate::SubstrateHeader;
use thiserror::Error;
use tokio::time::{timeout_at, Instant};

/// How long to wait for the proof of the newest final block where nobody asks for a certain one.
const FRESH: Duration = Duration::from_secs(8);

/// Why there is no evidence.
#[derive(Debug, Error)]
pub enum EvidenceError {
    /// The node did not answer, or not usably.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    /// What the node gave does not hold.
    #[error("the node's evidence does not hold: {0}")]
    NotProven(#[from] VerifyError),
    /// Finality has not reached the block yet.
    #[error("no block from {at_least} on is proved final yet")]
    NotFinal {
        /// The block that must be reached.
        at_least: u32,
        /// The newest block that is proved final.
        newest: Option<u32>,
    },
    /// The validators are others than those in the trust file.
    #[error("the validators are set {found} now, the trust file has set {trusted}")]
    OtherValidators {
        /// The set in the trust file.
        trusted: u64,
        /// The set that the node names.
        found: u64,
    },
    /// The node gives a header that is not that of its block.
    #[error("the node gives a header that does not belong to its block")]
    FalseHeader,
}

impl EvidenceError {
    /// Whether what the node gave was checked and refused.
    pub fn is_not_proven(&self) -> bool {
        matches!(self, Self::NotProven(_) | Self::FalseHeader)
    }

    /// Whether waiting may help.
    pub fn is_not_final(&self) -> bool {
        matches!(self, Self::NotFinal { .. })
    }
}

/// How new evidence must be, and how long to wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The block that it must reach, such as the one that a document was just anchored in. Without one it is the newest
    /// final block of this moment; if that is not proved within seconds, the newest before it that is.
    pub at_least: Option<u32>,
    /// How long to wait for that.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { at_least: None, patience: Duration::from_secs(60) }
    }
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The newest block that is proved final.
    pub newest: Option<u32>,
    /// The block that must be reached.
    pub at_least: u32,
}

/// Where the trust in the validators comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrustSource {
    /// A trust file: the proof was checked here, whatever node gave it.
    File,
    /// The node itself, which could make all of it up.
    Node,
}

/// What was proved, and on whose word the validators are the right ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What was proved.
    pub proven: Proven,
    /// The trust that it was checked against.
    pub trust: Trust,
    /// Where that came from.
    pub source: TrustSource,
}

/// Evidence, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The evidence; [`Evidence::to_bytes`] makes the file.
    pub evidence: Evidence,
    /// What it proves.
    pub checked: Checked,
}

/// Asks a node for evidence about the digests of one document, and checks it. `waiting` hears of every time that finality is
/// still behind.
pub async fn export(
    connection: &Connection,
    digests: &[ContentHash],
    trust: Option<&Trust>,
    options: Options,
    mut waiting: impl FnMut(Waiting) + Send,
) -> Result<Exported, EvidenceError> {
    if let Some(trust) = trust {
        connection.expect_genesis(trust.genesis)?;
    }
    let target = target(connection, options, &mut waiting).await?;
    let (trust, source) = match trust {
        Some(trust) => (trust.clone(), TrustSource::File),
        None => (trust::at(connection, target.parent).await?, TrustSource::Node),
    };
    let mut digests = digests.to_vec();
    digests.sort();
    digests.dedup();
    let (objects, proof) = rows(connection, &digests, target.hash).await?;
    let evidence = EvidenceV1 { digests, objects, header: target.header, justification: target.justification, proof };
    let proven = match verify(&evidence, &trust) {
        Ok(proven) => proven,
        Err(error) => return Err(explained(connection, error, &trust, source, target.parent).await),
    };
    Ok(Exported { evidence: Evidence::V1(evidence), checked: Checked { proven, trust, source } })
}

/// A block that is proved final.
struct Target {
    number: u32,
    hash: Hash,
    parent: Hash,
    header: Vec<u8>,
    justification: Vec<u8>,
}

/// A block that is proved final and new enough: the newest that the node knows, or else the next.
async fn target(
    connection: &Connection,
    options: Options,
    waiting: &mut (impl FnMut(Waiting) + Send),
) -> Result<Target, EvidenceError> {
    let start = Instant::now();
    let head = connection.finalized_hash().await?;
    let (at_least, deadline) = match options.at_least {
        Some(block) => (block, start + options.patience),
        None => (number(&connection.header(head).await?)?, start + options.patience.min(FRESH)),
    };
    // The first block of all is final without a proof, and does not know its own hash.
    let at_least = at_least.max(1);
    let mut newest = match connection.newest_justification().await? {
        Some(justification) => Some(justified(connection, &justification).await?),
        None => None,
    };
    let mut made = None;
    loop {
        match newest {
            Some(target) if target.number >= at_least => return Ok(target),
            older => newest = older,
        }
        waiting(Waiting { newest: newest.as_ref().map(|target| target.number), at_least });
        let made = match &mut made {
            Some(made) => made,
            none => none.insert(connection.justifications().await?),
        };
        let justification = match timeout_at(deadline, made.next()).await {
            Ok(Some(justification)) => justification.map_err(ConnectionError::from)?,
            Ok(None) => return Err(ConnectionError::Lost { reason: "the subscription ended".to_owned() }.into()),
            Err(_) => {
                let reached = newest.as_ref().map(|target| target.number);
                return match newest {
                    // Nobody asked for a certain block: what is proved says of which one it is.
                    Some(target) if options.at_least.is_none() => Ok(target),
                    _ => Err(EvidenceError::NotFinal { at_least, newest: reached }),
                };
            }
        };
        newest = Some(justified(connection, &justification).await?);
    }
}

/// The block of a justification in hexadecimal.
async fn justified(connection: &Connection, justification: &str) -> Result<Target, EvidenceError> {
    let malformed = || ConnectionError::malformed("a justification");
    let justification = hex::decode(justification.trim_start_matches("0x")).map_err(|_| malformed())?;
    // The round, then the block's hash: the rest is the verifier's to read.
    let (_, hash) = <(u64, [u8; 32])>::decode(&mut justification.as_slice()).map_err(|_| malformed())?;
    let hash = Hash::from(hash);
    proved(hash, &connection.header(hash).await?, justification)
}

fn proved(hash: Hash, header: &SubstrateHeader<Hash>, justification: Vec<u8>) -> Result<Target, EvidenceError> {
    let encoded = header.encode();
    if blake2_256(&encoded) != hash.0 {
        return Err(EvidenceError::FalseHeader);
    }
    // What does not decode is left for the verifier to refuse.
    let canonical = Header::from_bytes(&encoded).ok().and_then(|block| canonical_justification(&justification, &block));
    let justification = canonical.unwrap_or(justification);
    Ok(Target { number: number(header)?, hash, parent: header.parent_hash, header: encoded, justification })
}

/// The further records of the digests at a block, and the proof of all rows that evidence needs.
async fn rows(
    connection: &Connection,
    digests: &[ContentHash],
    at: Hash,
) -> Result<(Vec<ObjectId>, Vec<Vec<u8>>), ConnectionError> {
    let mut rows = Vec::new();
    for digest in digests {
        let value = connection.value(&layout::digest(digest), at).await?;
        let row = value.map(|value| DigestRow::decode_all(&mut value.as_slice())).transpose();
        rows.push((*digest, row.map_err(|_| ConnectionError::Incompatible { item: "Records.Digests".to_owned() })?));
    }
    let objects = further_records(connection, &rows, at).await?;
    let keys = jiandu_verifier::required_keys(&rows, &objects);
    let proof = answer(connection.methods().state_get_read_proof(keys.iter().map(Vec::as_slice), Some(at))).await?;
    Ok((objects, proof.proof.into_iter().map(|node| node.0).collect()))
}

/// The records to list beside each digest's first one, in ascending order: those that hold all digests before those that hold
/// one alone, which anybody can add by anchoring it beside another document. The digest that the fewest records hold says
/// which they are; the others only fill up to what a complete answer lists.
async fn further_records(
    connection: &Connection,
    rows: &[(ContentHash, Option<DigestRow>)],
    at: Hash,
) -> Result<Vec<ObjectId>, ConnectionError> {
    let mut known: Vec<(&ContentHash, &DigestRow)> =
        rows.iter().filter_map(|(digest, row)| Some((digest, row.as_ref()?))).collect();
    known.sort_by_key(|(_, row)| row.records());
    let mut candidates: BTreeSet<ObjectId> = known.iter().map(|(_, row)| row.anchor().object).collect();
    let mut listed = BTreeSet::new();
    for (digest, row) in known {
        let needed = usize::try_from(row.records()).unwrap_or(usize::MAX).min(MAX_ENTRIES).saturating_sub(1);
        if needed == 0 {
            continue;
        }
        let mut found = BTreeSet::new();
        for object in candidates.iter().filter(|object| **object != row.anchor().object) {
            if connection.value(&layout::more_anchors(digest, object), at).await?.is_some() {
                found.insert(*object);
            }
        }
        if found.len() < needed {
            let enough = u32::try_from(needed.saturating_add(found.len())).unwrap_or(u32::MAX);
            let prefix = layout::more_anchors_of(digest);
            let keys = answer(connection.methods().state_get_keys_paged(&prefix, enough, None, Some(at))).await?;
            for key in keys {
                let object = key.last_chunk().copied().map(ObjectId);
                let object = object.ok_or_else(|| ConnectionError::malformed("Records.MoreAnchors"))?;
                if found.len() < needed {
                    found.insert(object);
                }
            }
        }
        candidates.extend(&found);
        listed.extend(found);
    }
    Ok(listed.into_iter().collect())
}

/// Says so where a proof fails because the validators of the trust file are no longer those of the chain.
async fn explained(
    connection: &Connection,
    error: VerifyError,
    trust: &Trust,
    source: TrustSource,
    parent: Hash,
) -> EvidenceError {
    if source == TrustSource::File && matches!(error, VerifyError::Finality(_)) {
        match trust::at(connection, parent).await {
            Ok(found) if found.set_id != trust.set_id => {
                return EvidenceError::OtherValidators { trusted: trust.set_id, found: found.set_id };
            }
            _ => (),
        }
    }
    error.into()
}
