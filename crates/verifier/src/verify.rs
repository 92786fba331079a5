//! The check as a whole: from evidence and trust to an answer.

use crate::{
    error::{ClaimError, Conflict, VerifyError},
    evidence::{Evidence, EvidenceV1},
    finality,
    header::Header,
    proof::Proof,
    trust::{AuthorityId, Trust},
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::DecodeAll;
use jiandu_primitives::{
    chain::{GenesisRow, Moment},
    digest::ContentHash,
    layout,
    record::{Anchor, AnchorRow, DigestRow, Head, HeadRow, ObjectId},
    verdict::{self, Headline, Verdict, MAX_ENTRIES},
};

/// What evidence proves to someone with the given trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The number of the block in whose state all of this stands.
    pub block: u32,
    /// Its hash.
    pub hash: [u8; 32],
    /// Its time in Unix seconds, as its author gave it and the validators accepted it.
    pub time: u64,
    /// The verdict of each digest, in the order of the evidence: 1 to 3. Whoever has the document compares them with its
    /// digests: evidence answers the question that is in the file.
    pub verdicts: Vec<(ContentHash, Verdict)>,
    /// Whether the digests point to different documents and to none in common.
    pub conflict: bool,
    /// Which of the trusted validators signed the block, in ascending order.
    pub signers: Vec<AuthorityId>,
    /// How many validators are trusted.
    pub validators: usize,
}

impl Proven {
    /// What all digests agree on. Where they conflict there is no answer, and the document is not verified.
    pub fn agreed(&self) -> Result<Verdict, Conflict> {
        let agreed = verdict::agreed(&self.verdicts);
        agreed.filter(|_| !self.conflict).ok_or(Conflict)
    }

    /// The answer in one word.
    pub fn headline(&self) -> Result<Headline, Conflict> {
        self.agreed().map(|verdict| verdict.headline())
    }
}

/// Reads a file of evidence and checks it.
pub fn verify_file(file: &[u8], trust: &Trust) -> Result<Proven, VerifyError> {
    let Evidence::V1(evidence) = Evidence::from_bytes(file)?;
    verify(&evidence, trust)
}

/// Checks evidence: form, finality of the block, proof of the rows, the chain's identity, completeness; in this order,
/// so that nothing is decoded that the validators did not sign.
///
/// It costs one signature check per vote, one hash per node and at most some two hundred lookups.
pub fn verify(evidence: &EvidenceV1, trust: &Trust) -> Result<Proven, VerifyError> {
    evidence.check()?;
    let header = Header::from_bytes(&evidence.header)?;
    let signers = finality::signers(&evidence.justification, &header, trust)?;
    let mut rows = Rows { proof: Proof::new(header.state_root, &evidence.proof)?, heads: BTreeMap::new() };

    let genesis: GenesisRow = rows.get("Chain::Genesis", &layout::genesis())?.ok_or(ClaimError::GenesisMissing)?;
    if genesis.hash() != trust.genesis {
        return Err(ClaimError::OtherGenesis { found: genesis.hash() }.into());
    }
    let milliseconds: u64 = rows.get("Timestamp::Now", &layout::timestamp_now())?.ok_or(ClaimError::TimeMissing)?;
    let as_of = Moment { block: header.number, time: milliseconds / 1_000 };

    let mut unneeded: BTreeSet<ObjectId> = evidence.objects.iter().copied().collect();
    let mut verdicts = Vec::new();
    for digest in &evidence.digests {
        verdicts.push((*digest, rows.verdict(digest, &evidence.objects, as_of, &mut unneeded)?));
    }
    if let Some(object) = unneeded.first().copied() {
        return Err(ClaimError::UnneededObject { object }.into());
    }
    rows.proof.finish()?;

    Ok(Proven {
        block: header.number,
        hash: header.hash,
        time: as_of.time,
        conflict: verdict::conflict(&verdicts),
        verdicts,
        signers: signers.into_iter().collect(),
        validators: trust.authorities.len(),
    })
}

/// The keys to read before evidence can be asked for: the chain's genesis hash and time, then the row of each digest,
/// in that order. The rows of the digests tell what else [`required_keys`] needs.
pub fn first_keys(digests: &[ContentHash]) -> Vec<Vec<u8>> {
    let mut keys = Vec::from([layout::genesis(), layout::timestamp_now()]);
    keys.extend(digests.iter().map(layout::digest));
    keys
}

/// The keys whose read proof belongs into evidence, each once, in ascending order: exactly what [`verify`] reads.
/// `rows` are the digests with their rows at the block, `None` for an unknown one, in the order of the evidence;
/// `objects` is [`EvidenceV1::objects`].
pub fn required_keys(rows: &[(ContentHash, Option<DigestRow>)], objects: &[ObjectId]) -> Vec<Vec<u8>> {
    let mut keys = BTreeSet::from([layout::genesis(), layout::timestamp_now()]);
    for (digest, row) in rows {
        keys.insert(layout::digest(digest));
        let Some(row) = row else { continue };
        keys.insert(layout::object(&row.anchor().object));
        keys.extend(further(row, objects).map(|object| layout::more_anchors(digest, object)));
    }
    keys.extend(objects.iter().map(layout::object));
    keys.into_iter().collect()
}

/// The listed records whose `MoreAnchors` row is read for a digest: none where its first record is the only one.
fn further<'a>(row: &DigestRow, objects: &'a [ObjectId]) -> impl Iterator<Item = &'a ObjectId> {
    let (first, alone) = (row.anchor().object, row.records() == 1);
    objects.iter().filter(move |object| !alone && **object != first)
}

/// The rows of the block's state, and the heads among them that were read before.
struct Rows<'a> {
    proof: Proof<'a>,
    heads: BTreeMap<ObjectId, Head>,
}

impl Rows<'_> {
    /// A row of the state, which must decode wholly.
    fn get<T: DecodeAll>(&mut self, row: &'static str, key: &[u8]) -> Result<Option<T>, VerifyError> {
        let Some(mut value) = self.proof.read(key)? else { return Ok(None) };
        let value = T::decode_all(&mut value).map_err(|_| ClaimError::BadRow { row })?;
        Ok(Some(value))
    }

    /// The verdict of one digest. Takes the records that it needs from `unneeded`.
    fn verdict(
        &mut self,
        digest: &ContentHash,
        objects: &[ObjectId],
        as_of: Moment,
        unneeded: &mut BTreeSet<ObjectId>,
    ) -> Result<Verdict, VerifyError> {
        let Some(row) = self.get::<DigestRow>("Records::Digests", &layout::digest(digest))? else {
            return Ok(verdict::verdict(0, [], as_of));
        };
        let first = *row.anchor();
        if row.records() == 0 {
            return Err(ClaimError::RowMismatch { object: first.object }.into());
        }
        let mut more: Vec<Anchor> = Vec::new();
        for object in further(&row, objects) {
            let key = layout::more_anchors(digest, object);
            let Some(anchor) = self.get::<AnchorRow>("Records::MoreAnchors", &key)? else { continue };
            if anchor.anchor().object != *object {
                return Err(ClaimError::RowMismatch { object: anchor.anchor().object }.into());
            }
            unneeded.remove(object);
            more.push(*anchor.anchor());
        }
        let found = more.len().saturating_add(1);
        let records = usize::try_from(row.records()).unwrap_or(usize::MAX);
        let needed = records.min(MAX_ENTRIES);
        if !(needed..=records).contains(&found) {
            return Err(ClaimError::Incomplete { found, needed }.into());
        }
        let mut anchors = Vec::new();
        for anchor in core::iter::once(first).chain(more) {
            anchors.push((anchor, self.head(anchor.object)?));
        }
        Ok(verdict::verdict(row.records(), anchors, as_of))
    }

    fn head(&mut self, object: ObjectId) -> Result<Head, VerifyError> {
        if let Some(head) = self.heads.get(&object) {
            return Ok(head.clone());
        }
        let row: HeadRow =
            self.get("Records::Objects", &layout::object(&object))?.ok_or(ClaimError::HeadMissing { object })?;
        let head = row.into_head();
        self.heads.insert(object, head.clone());
        Ok(head)
    }
}
