//! The walk down the trie, held against the chain's own trie.

use super::fixture::World;
use crate::{
    proof::{Node, Proof, Value},
    ProofError,
};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::Index,
};
use sp_core::{Blake2Hasher, H256};
use sp_crypto_hashing::blake2_256;
use sp_state_machine::read_proof_check;
use sp_trie::StorageProof;

/// What the chain's own code reads from a proof.
fn theirs(root: [u8; 32], proof: &[Vec<u8>], key: &[u8]) -> Option<Option<Vec<u8>>> {
    let proof = StorageProof::new(proof.iter().cloned());
    let read = read_proof_check::<Blake2Hasher, _>(H256(root), proof, [key]).ok()?;
    read.get(key).cloned()
}

/// Short keys over few bytes, so that they share prefixes and are prefixes of each other; values on both sides of the
/// 33 bytes from which the trie keeps them apart.
fn key() -> impl Strategy<Value = Vec<u8>> {
    vec(prop_oneof![Just(0u8), Just(1), Just(0x10), Just(0xFF), any::<u8>()], 0..5)
}

/// A long key now and then, so that partial keys outgrow the first byte of a node.
fn any_key() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => key(), 1 => (0u8..3, 0usize..160).prop_map(|(byte, length)| vec![byte; length])]
}

fn state() -> impl Strategy<Value = World> {
    btree_map(any_key(), vec(any::<u8>(), 0..70), 1..40).prop_map(World)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_key_should_read_as_it_was_written(state in state(), absent in vec(any_key(), 0..10)) {
        let keys: Vec<_> = state.0.keys().cloned().chain(absent).collect();
        let (root, nodes) = state.prove(&keys);
        let mut proof = Proof::new(root, &nodes).expect("distinct");
        for key in &keys {
            prop_assert_eq!(proof.read(key), Ok(state.0.get(key).map(Vec::as_slice)));
            prop_assert_eq!(theirs(root, &nodes, key), Some(state.0.get(key).cloned()));
        }
        // A node that the chain's own code read, we read too: nothing is left over.
        prop_assert_eq!(proof.finish(), Ok(()));
    }

    #[test]
    fn a_proof_without_one_of_its_nodes_should_miss_it(state in state(), key in any_key(), which in any::<Index>()) {
        let (root, mut nodes) = state.prove(std::slice::from_ref(&key));
        nodes.remove(which.index(nodes.len()));
        let mut proof = Proof::new(root, &nodes).expect("distinct");
        prop_assert_eq!(proof.read(&key), Err(ProofError::MissingNode));
    }

    /// Nodes that no honest chain has, under a root that was made for them: what we read, the chain's own code reads
    /// alike.
    #[test]
    fn spoiled_nodes_should_read_alike_or_be_refused(
        state in state(),
        key in key(),
        position in any::<Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let (root, mut nodes) = state.prove(std::slice::from_ref(&key));
        let top = nodes.iter().position(|node| blake2_256(node) == root).expect("the root");
        let index = position.index(nodes[top].len());
        if cut {
            nodes[top].truncate(index);
        } else {
            nodes[top][index] = byte;
        }
        let root = blake2_256(&nodes[top]);
        if let Ok(mut proof) = Proof::new(root, &nodes) {
            if let Ok(value) = proof.read(&key) {
                prop_assert_eq!(theirs(root, &nodes, &key), Some(value.map(<[u8]>::to_vec)));
            }
        }
    }
}

#[test]
fn a_node_should_decode_by_the_specification() {
    let nibbles = |node: &Node<'_>| node.partial.nibbles().collect::<Vec<_>>();
    assert_eq!(Node::decode(&[0]).map(|node| (nibbles(&node), node.value.is_none())), Some((vec![], true)));
    // A leaf with three nibbles and two bytes of value.
    let leaf = Node::decode(&[0b0100_0011, 0x01, 0x23, 8, 7, 9]).expect("a leaf");
    assert_eq!((nibbles(&leaf), leaf.value), (vec![1, 2, 3], Some(Value::Inline(&[7, 9]))));
    // 63 nibbles need a second byte, of 0; 318 have 63 + 255 + 0.
    for (nibbles, more) in [(62usize, vec![]), (63, vec![0]), (64, vec![1]), (317, vec![254]), (318, vec![255, 0])] {
        let mut leaf = vec![0b0100_0000 | u8::try_from(nibbles.min(63)).expect("small")];
        leaf.extend(more);
        leaf.extend(vec![0; nibbles.div_ceil(2)]);
        leaf.push(0);
        let decoded = Node::decode(&leaf).expect("a leaf");
        assert_eq!(decoded.partial.nibbles().count(), nibbles);
    }
    // Hashed values, in a leaf and in a branch with one child.
    let hashed = [[0b0010_0000u8].as_slice(), &[5; 32]].concat();
    assert_eq!(Node::decode(&hashed).expect("a leaf").value, Some(Value::Hash([5; 32])));
    let branch = [[0b0001_0000u8, 0, 0b1000_0000].as_slice(), &[5; 32], &[8, 1, 2]].concat();
    let branch = Node::decode(&branch).expect("a branch");
    assert_eq!(branch.value, Some(Value::Hash([5; 32])));
    assert!(branch.children.get(15).expect("decodes").is_some());
    assert!(branch.children.get(14).expect("decodes").is_none());
    for bad in [
        [].as_slice(),
        &[0, 0],                          // something after the empty trie
        &[1],                             // an escape that the chain does not use
        &[0b0100_0001, 0x11, 0],          // an odd partial key whose padding is not zero
        &[0b1000_0000, 0, 0],             // a branch without a child
        &[0b1000_0000, 1, 0, 4],          // a child cut off
        &[0b0100_0000, 4],                // a value cut off
        &[0b0100_0000, 0xFF, 0xFF, 0xFF], // a length cut off
        &[0b0100_0000, 0, 0],             // something after the value
        &[0b0111_1111, 0xFF],             // a count of nibbles cut off
    ] {
        assert_eq!(Node::decode(bad), None, "{bad:?}");
    }
}
