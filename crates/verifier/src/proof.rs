//! Reading rows from a state read proof: a walk down the trie, from the state root, one node at a time.
//!
//! Neither `sp_trie::read_proof_check` nor trie-db's `verify_proof` serves here: the former accepts unused nodes, the
//! latter another form of proof than nodes answer, and trie-db and the node codec of sp-trie trust their input (ranges
//! that overflow on 32 bits, such as in a browser; `unreachable!`; debug assertions). A lookup needs so little of them
//! (find a node by its hash, compare a partial key, take a child) that this crate does it itself, over slices that
//! cannot be overrun. The tests hold it against sp-trie's own reading, on honest and on spoiled nodes. A node's bytes
//! are looked at only after their hash was found in the state root or in a node above, so only what the validators
//! signed is ever decoded.
//!
//! Node (Polkadot specification, "Trie Nodes"; sp-trie's `NodeCodec`, state version 1):
//! ```text
//! header   01nnnnnn leaf · 10nnnnnn branch · 11nnnnnn branch with value · 001nnnnn leaf with hashed value
//!          · 0001nnnn branch with hashed value · 00000000 the empty trie
//!          n: nibbles of the partial key; all ones: the following bytes, up to the first below 255, are added
//! partial  ⌈n/2⌉ bytes, high nibble first, of an odd number the first is preceded by a zero nibble
//! bitmap   2 bytes little-endian, branches only: which of 16 children there are, at least one
//! value    compact length ‖ bytes, or the 32-byte blake2_256 of a value kept as a node of its own (33 bytes and more)
//! children compact length ‖ bytes each: 32 bytes are the blake2_256 of a node, anything else is the node itself
//! ```

use crate::{bytes, error::ProofError};
use alloc::{collections::BTreeMap, vec::Vec};
use sp_crypto_hashing::blake2_256;

type Hash = [u8; 32];

/// The nodes of a proof by their hashes, each with whether a path went through it.
pub(crate) struct Proof<'a> {
    root: Hash,
    nodes: BTreeMap<Hash, (&'a [u8], bool)>,
}

impl<'a> Proof<'a> {
    /// A proof against a state root.
    pub(crate) fn new(root: Hash, nodes: &'a [Vec<u8>]) -> Result<Self, ProofError> {
        let mut known = BTreeMap::new();
        for node in nodes {
            if known.insert(blake2_256(node), (node.as_slice(), false)).is_some() {
                return Err(ProofError::DuplicateNode);
            }
        }
        Ok(Self { root, nodes: known })
    }

    /// The value under a key, or `None` where the trie has no such key. A node that is not there is an error, never an
    /// absence.
    pub(crate) fn read(&mut self, key: &[u8]) -> Result<Option<&'a [u8]>, ProofError> {
        let key: Vec<u8> = nibbles(key).collect();
        let mut rest = key.as_slice();
        let root = self.root;
        let mut encoded = self.node(&root)?;
        loop {
            let Node { partial, value, children } = Node::decode(encoded).ok_or(ProofError::BadNode)?;
            let Some(after) = partial.strip_from(rest) else { return Ok(None) };
            // Every turn takes at least one nibble off the key.
            let Some((nibble, tail)) = after.split_first() else {
                return match value {
                    None => Ok(None),
                    Some(Value::Inline(value)) => Ok(Some(value)),
                    Some(Value::Hash(hash)) => self.node(&hash).map(Some),
                };
            };
            encoded = match children.get(*nibble).ok_or(ProofError::BadNode)? {
                None => return Ok(None),
                Some(Child::Inline(node)) => node,
                Some(Child::Hash(hash)) => self.node(&hash)?,
            };
            rest = tail;
        }
    }

    /// Ends the reading: every node must have been on a path.
    pub(crate) fn finish(self) -> Result<(), ProofError> {
        if self.nodes.values().all(|(_, used)| *used) {
            Ok(())
        } else {
            Err(ProofError::UnusedNode)
        }
    }

    fn node(&mut self, hash: &Hash) -> Result<&'a [u8], ProofError> {
        let (node, used) = self.nodes.get_mut(hash).ok_or(ProofError::MissingNode)?;
        *used = true;
        Ok(node)
    }
}

/// A node of the trie. A leaf has no children; the empty trie has no value either.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Node<'a> {
    pub(crate) partial: Partial<'a>,
    pub(crate) value: Option<Value<'a>>,
    pub(crate) children: Children<'a>,
}

/// The value of a node.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// The bytes.
    Inline(&'a [u8]),
    /// The hash of the bytes.
    Hash(Hash),
}

/// A child of a branch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Child<'a> {
    /// The node.
    Inline(&'a [u8]),
    /// The hash of the node.
    Hash(Hash),
}

/// The part of the key that a node adds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial<'a> {
    odd: bool,
    bytes: &'a [u8],
}

/// The children of a branch, as they are encoded.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Children<'a> {
    bitmap: u16,
    encoded: &'a [u8],
}

const EMPTY: u8 = 0;
const FIRST_BITS: [Kind; 5] = [
    Kind { bits: 0b0100_0000, mask: 0b1100_0000, branch: false, value: ValueKind::Inline },
    Kind { bits: 0b1000_0000, mask: 0b1100_0000, branch: true, value: ValueKind::None },
    Kind { bits: 0b1100_0000, mask: 0b1100_0000, branch: true, value: ValueKind::Inline },
    Kind { bits: 0b0010_0000, mask: 0b1110_0000, branch: false, value: ValueKind::Hash },
    Kind { bits: 0b0001_0000, mask: 0b1111_0000, branch: true, value: ValueKind::Hash },
];

/// What the first bits of a node say.
struct Kind {
    bits: u8,
    mask: u8,
    branch: bool,
    value: ValueKind,
}

enum ValueKind {
    None,
    Inline,
    Hash,
}

impl<'a> Node<'a> {
    /// Reads a node that takes up all of `encoded`.
    pub(crate) fn decode(encoded: &'a [u8]) -> Option<Self> {
        let mut input = encoded;
        let first = bytes::byte(&mut input)?;
        let node = if first == EMPTY {
            Self { partial: Partial::default(), value: None, children: Children::default() }
        } else {
            let kind = FIRST_BITS.iter().find(|kind| first & kind.mask == kind.bits)?;
            let partial = Partial::read(&mut input, first & !kind.mask, !kind.mask)?;
            let bitmap = if kind.branch { read_bitmap(&mut input)? } else { 0 };
            let value = match kind.value {
                ValueKind::None => None,
                ValueKind::Inline => Some(Value::Inline(bytes::string(&mut input)?)),
                ValueKind::Hash => Some(Value::Hash(bytes::array(&mut input)?)),
            };
            let children = Children { bitmap, encoded: input };
            for _ in 0..bitmap.count_ones() {
                bytes::string(&mut input)?;
            }
            Self { partial, value, children }
        };
        input.is_empty().then_some(node)
    }
}

impl<'a> Partial<'a> {
    /// Reads a partial key whose number of nibbles begins with `count`, and goes on where that is `most`.
    fn read(input: &mut &'a [u8], count: u8, most: u8) -> Option<Self> {
        let mut nibbles = usize::from(count);
        if count == most {
            loop {
                let more = bytes::byte(input)?;
                nibbles = nibbles.checked_add(usize::from(more))?;
                if more < u8::MAX {
                    break;
                }
            }
        }
        let partial = Self { odd: nibbles % 2 == 1, bytes: bytes::take(input, nibbles.div_ceil(2))? };
        // The nibble before an odd number of them must be zero.
        let padded = !partial.odd || partial.bytes.first().is_some_and(|byte| byte & 0xF0 == 0);
        padded.then_some(partial)
    }

    /// Its nibbles.
    pub(crate) fn nibbles(&self) -> impl Iterator<Item = u8> + 'a {
        nibbles(self.bytes).skip(usize::from(self.odd))
    }

    /// What follows it in a key, if the key begins with it.
    fn strip_from<'k>(&self, key: &'k [u8]) -> Option<&'k [u8]> {
        let mut rest = key;
        for nibble in self.nibbles() {
            let (first, tail) = rest.split_first()?;
            if *first != nibble {
                return None;
            }
            rest = tail;
        }
        Some(rest)
    }
}

impl<'a> Children<'a> {
    /// The child at a nibble: `Some(None)` where there is none, `None` where they do not decode.
    pub(crate) fn get(&self, nibble: u8) -> Option<Option<Child<'a>>> {
        let bit = 1u16.checked_shl(u32::from(nibble))?;
        if self.bitmap & bit == 0 {
            return Some(None);
        }
        let before = self.bitmap & bit.checked_sub(1)?;
        let mut input = self.encoded;
        for _ in 0..before.count_ones() {
            bytes::string(&mut input)?;
        }
        let child = bytes::string(&mut input)?;
        Some(Some(match Hash::try_from(child) {
            Ok(hash) => Child::Hash(hash),
            Err(_) => Child::Inline(child),
        }))
    }
}

fn read_bitmap(input: &mut &[u8]) -> Option<u16> {
    let bitmap = u16::from_le_bytes(bytes::array(input)?);
    (bitmap != 0).then_some(bitmap)
}

fn nibbles(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    bytes.iter().flat_map(|byte| [byte.wrapping_shr(4), byte & 0x0F])
}
