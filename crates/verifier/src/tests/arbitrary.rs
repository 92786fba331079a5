//! Arbitrary input: nothing panics, and nothing holds that was not proved.

use super::fixture::*;
use crate::{
    proof::{Node, Proof},
    verify, verify_file, Evidence, EvidenceV1, Header,
};
use codec::Encode;
use jiandu_primitives::verdict::Headline;
use proptest::{collection::vec, prelude::*, sample::Index};
use std::sync::LazyLock;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..400)
}

/// A change of some bytes: where, and what is to stand there instead of how much.
type Splice = (Index, usize, Vec<u8>);

fn splice() -> impl Strategy<Value = Splice> {
    (any::<Index>(), 0usize..6, vec(any::<u8>(), 0..6))
}

fn apply(bytes: &mut Vec<u8>, (at, cut, insert): &Splice) {
    let start = at.index(bytes.len() + 1);
    let end = (start + cut).min(bytes.len());
    bytes.splice(start..end, insert.iter().copied());
}

static SAMPLES: LazyLock<Vec<(Validators, EvidenceV1)>> = LazyLock::new(|| {
    let sample = |count: u8, make: fn(&Validators) -> EvidenceV1| {
        let validators = Validators::new(count);
        let evidence = make(&validators);
        (validators, evidence)
    };
    vec![
        sample(1, World::usual),
        sample(4, World::usual),
        sample(1, World::shared),
        sample(4, World::shared),
        sample(4, World::absence),
    ]
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn arbitrary_files_should_be_refused(content in bytes()) {
        let trust = Validators::new(4).trust();
        prop_assert!(verify_file(&content, &trust).is_err());
        prop_assert!(verify_file(&file_with(&content), &trust).is_err());
        let versioned = [&[0], content.as_slice()].concat();
        if let Ok(evidence) = Evidence::from_bytes(&file_with(&versioned)) {
            prop_assert_eq!(evidence.encode(), versioned);
        }
    }

    #[test]
    fn arbitrary_parts_should_be_refused(header in bytes(), justification in bytes(), proof in vec(bytes(), 0..5)) {
        let (validators, usual) = &SAMPLES[1];
        let trust = validators.trust();
        let cases = [
            EvidenceV1 { header: header.clone(), ..usual.clone() },
            EvidenceV1 { justification: justification.clone(), ..usual.clone() },
            EvidenceV1 { proof: proof.clone(), ..usual.clone() },
            EvidenceV1 { header, justification, proof, ..usual.clone() },
        ];
        for evidence in cases {
            prop_assert!(verify(&evidence, &trust).is_err());
        }
    }

    /// Even where the validators sign a root over arbitrary nodes.
    #[test]
    fn arbitrary_nodes_should_not_panic_under_a_signed_root(
        nodes in vec(bytes(), 1..5),
        key in vec(any::<u8>(), 0..5),
    ) {
        let root = sp_crypto_hashing::blake2_256(&nodes[0]);
        if let Ok(mut proof) = Proof::new(root, &nodes) {
            if proof.read(&key).is_ok() {
                prop_assert!(nodes.len() > 1 || proof.finish().is_ok());
            }
        }
        let (validators, usual) = &SAMPLES[0];
        let header = header_of([0; 32], NUMBER, root);
        let justification = Ballot::new(&header, validators).encode(validators);
        let evidence = EvidenceV1 { header, justification, proof: nodes, ..usual.clone() };
        prop_assert!(verify(&evidence, &validators.trust()).is_err());
    }

    #[test]
    fn arbitrary_headers_and_nodes_should_not_panic(content in bytes()) {
        if let Ok(header) = Header::from_bytes(&content) {
            prop_assert_eq!(header.hash, sp_crypto_hashing::blake2_256(&content));
        }
        if let Some(node) = Node::decode(&content) {
            prop_assert_eq!(node.children.get(16), None);
        }
    }

    #[test]
    fn spliced_files_should_be_refused(
        which in any::<Index>(),
        splices in vec(splice(), 1..4),
        mended in any::<bool>(),
    ) {
        let (validators, evidence) = which.get(SAMPLES.as_slice());
        let original = file(evidence);
        let mut spliced = if mended { content_of(&original).to_vec() } else { original.clone() };
        for splice in &splices {
            apply(&mut spliced, splice);
        }
        let spliced = if mended { file_with(&spliced) } else { spliced };
        if spliced == original {
            return Ok(());
        }
        if let Ok(other) = verify_file(&spliced, &validators.trust()) {
            // Only the question can change, to a digest that the same nodes prove absent; see the tests of flipped bits.
            let proven = verify(evidence, &validators.trust()).expect("holds");
            prop_assert!(mended && other.headline() != Ok(Headline::Current));
            for (digest, verdict) in &other.verdicts {
                let unknown = verdict.entries.is_empty() && !evidence.digests.contains(digest);
                prop_assert!(unknown || proven.verdicts.contains(&(*digest, verdict.clone())));
            }
        }
    }

    #[test]
    fn a_spliced_proof_should_be_refused(which in any::<Index>(), node in any::<Index>(), splice in splice()) {
        let (validators, evidence) = which.get(SAMPLES.as_slice());
        let mut spliced = evidence.clone();
        let node = node.index(spliced.proof.len());
        apply(&mut spliced.proof[node], &splice);
        prop_assert!(spliced == *evidence || verify(&spliced, &validators.trust()).is_err());
    }

    #[test]
    fn a_spliced_header_or_justification_should_be_refused(which in any::<Index>(), splice in splice()) {
        let (validators, evidence) = which.get(SAMPLES.as_slice());
        let (mut header, mut justification) = (evidence.clone(), evidence.clone());
        apply(&mut header.header, &splice);
        apply(&mut justification.justification, &splice);
        for spliced in [header, justification] {
            prop_assert!(spliced == *evidence || verify(&spliced, &validators.trust()).is_err());
        }
    }
}
