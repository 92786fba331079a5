//! A chain in miniature: validators with real keys, a state trie by sp-state-machine, and evidence from both.

use crate::{required_keys, AuthorityId, Evidence, EvidenceV1, Trust};
use codec::{Compact, Decode, Encode};
use ed25519_zebra::{SigningKey, VerificationKeyBytes};
use jiandu_primitives::{
    chain::{GenesisHash, GenesisRow, Moment},
    digest::{ContentHash, DigestAlg},
    layout,
    member::{Author, Custody, Handle},
    record::{
        Anchor, AnchorRow, DigestRow, Head, HeadRow, ObjectId, RecordKind, RecordState, Rewrite, Subject, VersionRef,
    },
};
use sp_core::{storage::StateVersion, Blake2Hasher};
use sp_crypto_hashing::blake2_256;
use sp_state_machine::{prove_read, InMemoryBackend};
use std::collections::BTreeMap;

pub(super) const GENESIS: GenesisHash = GenesisHash([0x6A; 32]);
pub(super) const NUMBER: u32 = 1_234;
pub(super) const TIME: u64 = 1_790_000_000;
pub(super) const ROUND: u64 = 77;

/// Validators, the first of which sign.
pub(super) struct Validators {
    pub(super) keys: Vec<SigningKey>,
    pub(super) set_id: u64,
}

impl Validators {
    pub(super) fn new(count: u8) -> Self {
        Self { keys: (1..=count).map(|seed| SigningKey::from([seed; 32])).collect(), set_id: 3 }
    }

    pub(super) fn id(&self, index: usize) -> AuthorityId {
        AuthorityId(VerificationKeyBytes::from(&self.keys[index]).into())
    }

    pub(super) fn trust(&self) -> Trust {
        let authorities = (0..self.keys.len()).map(|index| self.id(index)).collect();
        Trust { genesis: GENESIS, set_id: self.set_id, authorities }
    }
}

/// A justification before it is signed, so that tests can spoil it.
#[derive(Clone)]
pub(super) struct Ballot {
    pub(super) round: u64,
    pub(super) hash: [u8; 32],
    pub(super) number: u32,
    /// Who votes for which block.
    pub(super) votes: Vec<(usize, [u8; 32], u32)>,
    pub(super) headers: Vec<Vec<u8>>,
}

impl Ballot {
    /// As many votes for the block as make it final; where more than one is needed, the last is for a descendant two
    /// blocks on, and the headers show it.
    pub(super) fn new(header: &[u8], validators: &Validators) -> Self {
        let hash = blake2_256(header);
        let needed = validators.keys.len() - (validators.keys.len() - 1) / 3;
        let mut ballot = Self { round: ROUND, hash, number: NUMBER, votes: Vec::new(), headers: Vec::new() };
        ballot.votes.extend((0..needed).map(|by| (by, hash, NUMBER)));
        if needed > 1 {
            let child = header_of(hash, NUMBER + 1, [1; 32]);
            let grandchild = header_of(blake2_256(&child), NUMBER + 2, [2; 32]);
            *ballot.votes.last_mut().expect("some") = (needed - 1, blake2_256(&grandchild), NUMBER + 2);
            ballot.headers.extend([child, grandchild]);
        }
        ballot
    }

    /// Signed and encoded, both written out by hand, so that the verifier's types are held against the format itself.
    pub(super) fn encode(&self, validators: &Validators) -> Vec<u8> {
        let mut bytes = [self.round.to_le_bytes().as_slice(), &self.hash, &self.number.to_le_bytes()].concat();
        Compact(self.votes.len() as u32).encode_to(&mut bytes);
        for (by, hash, number) in &self.votes {
            let message = [
                [1].as_slice(),
                hash,
                &number.to_le_bytes(),
                &self.round.to_le_bytes(),
                &validators.set_id.to_le_bytes(),
            ]
            .concat();
            bytes.extend_from_slice(hash);
            bytes.extend_from_slice(&number.to_le_bytes());
            bytes.extend_from_slice(&validators.keys[*by].sign(&message).to_bytes());
            bytes.extend_from_slice(&validators.id(*by).0);
        }
        Compact(self.headers.len() as u32).encode_to(&mut bytes);
        bytes.extend(self.headers.concat());
        bytes
    }
}

/// A header with a log item of each kind.
pub(super) fn header_of(parent: [u8; 32], number: u32, state_root: [u8; 32]) -> Vec<u8> {
    let mut bytes = (parent, Compact(number), state_root, [0xE0u8; 32]).encode();
    Compact(5u32).encode_to(&mut bytes);
    (6u8, *b"aura", 77u64.to_le_bytes().to_vec()).encode_to(&mut bytes);
    (4u8, *b"FRNK", vec![1u8, 2, 3]).encode_to(&mut bytes);
    (0u8, vec![9u8]).encode_to(&mut bytes);
    8u8.encode_to(&mut bytes);
    (5u8, *b"aura", vec![0x5Au8; 64]).encode_to(&mut bytes);
    bytes
}

/// The state of the chain, by raw keys.
#[derive(Clone, Debug)]
pub(super) struct World(pub(super) BTreeMap<Vec<u8>, Vec<u8>>);

impl World {
    /// A chain with records of others, so that the trie is some levels deep.
    pub(super) fn new() -> Self {
        let mut world = Self(BTreeMap::new());
        world.set(layout::genesis(), GenesisRow::V1(GENESIS));
        world.set(layout::timestamp_now(), TIME * 1_000 + 999);
        world.0.insert(b":code".to_vec(), vec![7; 5_000]);
        world.0.insert(b":heappages".to_vec(), vec![1]);
        for n in 100..140u8 {
            world.hold(digest(DigestAlg::Blake3, n), &[anchor(n, at(0, 0))]);
            world.record(n, at(0, 0), RecordState::Live, &[]);
        }
        world
    }

    pub(super) fn set(&mut self, key: Vec<u8>, row: impl Encode) {
        self.0.insert(key, row.encode());
    }

    /// These records hold a digest.
    pub(super) fn hold(&mut self, digest: ContentHash, anchors: &[Anchor]) {
        self.set(layout::digest(&digest), DigestRow::V1 { records: anchors.len() as u32, anchor: anchors[0] });
        for anchor in &anchors[1..] {
            self.set(layout::more_anchors(&digest, &anchor.object), AnchorRow::V1(*anchor));
        }
    }

    /// There is a record with this newest snapshot.
    pub(super) fn record(&mut self, n: u8, newest: VersionRef, state: RecordState, rewrites: &[(u32, u32)]) {
        let rewrites: Vec<_> =
            rewrites.iter().map(|(from, upto)| Rewrite { from: *from, upto: *upto, at: Moment::default() }).collect();
        let head = Head {
            subject: Subject::Uscc("91350100M000100Y43".parse().expect("valid")),
            kind: RecordKind::General,
            version: newest.version,
            revision: newest.revision,
            state,
            frozen: false,
            rewrites: rewrites.try_into().expect("few"),
        };
        self.set(layout::object(&object(n)), HeadRow::V1(head));
    }

    pub(super) fn row(&self, digest: &ContentHash) -> Option<DigestRow> {
        self.0.get(&layout::digest(digest)).map(|row| DigestRow::decode(&mut row.as_slice()).expect("a row"))
    }

    /// What a node answers to `state_getReadProof`, with the state root.
    pub(super) fn prove(&self, keys: &[Vec<u8>]) -> ([u8; 32], Vec<Vec<u8>>) {
        let state = InMemoryBackend::<Blake2Hasher>::from((self.0.clone(), StateVersion::V1));
        let root = *state.root();
        let proof = prove_read(state, keys).expect("in memory");
        (root.0, proof.into_iter_nodes().collect())
    }

    /// Evidence about digests, with the further records that are listed.
    pub(super) fn evidence(&self, validators: &Validators, digests: &[ContentHash], objects: &[u8]) -> EvidenceV1 {
        let rows: Vec<_> = digests.iter().map(|digest| (*digest, self.row(digest))).collect();
        let objects: Vec<_> = objects.iter().map(|n| object(*n)).collect();
        let (root, proof) = self.prove(&required_keys(&rows, &objects));
        let header = header_of([0xFA; 32], NUMBER, root);
        let justification = Ballot::new(&header, validators).encode(validators);
        EvidenceV1 { digests: digests.to_vec(), objects, header, justification, proof }
    }

    /// Evidence about document 1, current in record 1 under two digests.
    pub(super) fn usual(validators: &Validators) -> EvidenceV1 {
        let mut world = Self::new();
        for digest in document(1) {
            world.hold(digest, &[anchor(1, at(0, 0))]);
        }
        world.record(1, at(0, 0), RecordState::Live, &[]);
        world.evidence(validators, &document(1), &[])
    }

    /// Evidence that document 9 is unknown.
    pub(super) fn absence(validators: &Validators) -> EvidenceV1 {
        Self::new().evidence(validators, &document(9), &[])
    }

    /// Evidence about document 1, which three records hold.
    pub(super) fn shared(validators: &Validators) -> EvidenceV1 {
        let mut world = Self::new();
        for digest in document(1) {
            world.hold(digest, &[anchor(5, at(0, 0)), anchor(3, at(0, 0)), anchor(4, at(1, 0))]);
        }
        world.record(3, at(0, 0), RecordState::Live, &[]);
        world.record(4, at(2, 0), RecordState::Live, &[]);
        world.record(5, at(1, 0), RecordState::Live, &[]);
        world.evidence(validators, &document(1), &[3, 4])
    }
}

pub(super) fn file(evidence: &EvidenceV1) -> Vec<u8> {
    Evidence::V1(evidence.clone()).to_bytes().expect("well formed")
}

/// A file with this content, whatever it is, under the right checksum.
pub(super) fn file_with(content: &[u8]) -> Vec<u8> {
    let mut file = [crate::MAGIC.as_slice(), content].concat();
    let hash = blake2_256(&file);
    file.extend_from_slice(&hash[..8]);
    file
}

/// The content of a file.
pub(super) fn content_of(file: &[u8]) -> &[u8] {
    &file[8..file.len() - 8]
}

pub(super) fn at(version: u32, revision: u32) -> VersionRef {
    VersionRef { version, revision }
}

pub(super) fn object(n: u8) -> ObjectId {
    ObjectId([n; 32])
}

pub(super) fn digest(alg: DigestAlg, n: u8) -> ContentHash {
    ContentHash { alg, value: blake2_256(&[n]) }
}

/// The two digests that every document has.
pub(super) fn document(n: u8) -> [ContentHash; 2] {
    [digest(DigestAlg::Blake3, n), digest(DigestAlg::Sm3, n)]
}

/// Record `n` holds the document up to `last`, since block 1000 − n.
pub(super) fn anchor(n: u8, last: VersionRef) -> Anchor {
    let block = 1_000 - u32::from(n);
    Anchor {
        object: object(n),
        first: at(0, 0),
        last,
        slot: 0,
        at: Moment { block, time: TIME - 2 * u64::from(n) },
        by: Author {
            organisation: "91350100M000100Y43".parse().expect("valid"),
            handle: Handle([1; 8]),
            custody: Custody::Own,
        },
        backfilled: false,
    }
}
