//! The one form of a justification that evidence holds.
//!
//! A node's justification shows what it heard: both votes of a validator that voted twice in one round, and the headers
//! towards votes that lie on another branch. Neither makes a block more final, and what evidence holds must all be needed. So
//! whoever makes evidence first leaves out what [`verify`](crate::verify()) would refuse; no vote is added or changed.

use crate::{
    bytes,
    finality::{Commit, Hash, Vote},
    header::Header,
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::{Compact, Decode, Encode};

/// A justification of a block with one vote per validator, and no header but those between these votes and the block; none
/// where it does not decode. Signatures and the number of votes are not looked at: [`verify`](crate::verify()) does.
pub fn canonical_justification(justification: &[u8], block: &Header<'_>) -> Option<Vec<u8>> {
    let mut rest = justification;
    let round = u64::decode(&mut rest).ok()?;
    let mut commit = Commit::decode(&mut rest).ok()?;
    let count = bytes::length(&mut rest)?;
    let mut headers = Vec::new();
    for _ in 0..count {
        let before = rest;
        let header = Header::read(&mut rest).ok()?;
        headers.push((header, before.get(..before.len().checked_sub(rest.len())?)?));
    }
    let parents: BTreeMap<Hash, Hash> = headers.iter().map(|(header, _)| (header.hash, header.parent_hash)).collect();
    let (mut voters, mut needed) = (BTreeSet::new(), BTreeSet::new());
    commit.precommits.retain(|vote| match path(vote, block, &parents) {
        Some(path) if voters.insert(vote.id) => {
            needed.extend(path);
            true
        }
        _ => false,
    });
    let kept: BTreeMap<Hash, &[u8]> = headers
        .iter()
        .filter(|(header, _)| needed.contains(&header.hash))
        .map(|(header, raw)| (header.hash, *raw))
        .collect();
    let mut canonical = (round, commit).encode();
    Compact(u32::try_from(kept.len()).ok()?).encode_to(&mut canonical);
    kept.values().for_each(|raw| canonical.extend_from_slice(raw));
    Some(canonical)
}

/// The headers from a vote down to the block, itself left out; none where the vote is not for the block or a descendant.
fn path(vote: &Vote, block: &Header<'_>, parents: &BTreeMap<Hash, Hash>) -> Option<Vec<Hash>> {
    let mut path = Vec::new();
    let mut hash = vote.precommit.target_hash;
    while hash != block.hash {
        // Hashes can't form a circle, but nothing here shall depend on that.
        if path.len() > parents.len() {
            return None;
        }
        path.push(hash);
        hash = *parents.get(&hash)?;
    }
    Some(path)
}
