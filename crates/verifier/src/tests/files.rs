//! The form of the file.

use super::fixture::*;
use crate::{Evidence, EvidenceV1, FileError, MAX_FILE, MAX_NODES, MAX_OBJECTS};
use codec::Encode;
use jiandu_primitives::{
    digest::DigestAlg,
    record::{ObjectId, MAX_DIGESTS},
    verdict::MAX_ENTRIES,
};

fn small() -> EvidenceV1 {
    EvidenceV1 {
        digests: document(1).to_vec(),
        objects: vec![object(1), object(2)],
        header: vec![1, 2, 3],
        justification: vec![4; 70],
        proof: vec![vec![5; 100], Vec::new()],
    }
}

fn with(change: impl FnOnce(&mut EvidenceV1)) -> EvidenceV1 {
    let mut evidence = small();
    change(&mut evidence);
    evidence
}

#[test]
fn limits_should_agree() {
    assert_eq!(MAX_OBJECTS, (MAX_ENTRIES - 1) * MAX_DIGESTS as usize);
}

#[test]
fn a_file_should_read_back_as_it_was_written() {
    let validators = Validators::new(4);
    let absent = World::absence(&validators);
    for evidence in [small(), World::usual(&validators), World::shared(&validators), absent] {
        let file = file(&evidence);
        assert_eq!(file[..9], *b"\x89JIANDU\n\x00");
        assert_eq!(Evidence::from_bytes(&file), Ok(Evidence::V1(evidence)));
    }
}

#[test]
fn a_file_should_be_refused_for_what_is_wrong_with_it() {
    let good = file(&small());
    let mut damaged = good.clone();
    damaged[20] ^= 4;
    let body = content_of(&good).to_vec();
    let digests_end = 1 + 1 + 2 * 33;
    // The second digest's algorithm, the number of objects and the number of nodes in a longer form than they need.
    let algorithm = [&body[..35], &[4], &body[36..]].concat();
    assert_eq!(body[digests_end], 8);
    let long_length = [&body[..digests_end], &[9, 0], &body[digests_end + 1..]].concat();
    let cases = [
        (Vec::new(), FileError::NotEvidence),
        (vec![0; MAX_FILE + 1], FileError::TooLarge { found: MAX_FILE + 1 }),
        (good[1..].to_vec(), FileError::NotEvidence),
        (good[..8].to_vec(), FileError::Truncated),
        (file_with(&[1]), FileError::UnknownVersion { found: 1 }),
        (good[..good.len() - 1].to_vec(), FileError::Damaged),
        (damaged, FileError::Damaged),
        (file_with(&[0]), FileError::Length),
        (file_with(&[0, 0]), FileError::DigestCount { found: 0 }),
        (file_with(&[0, 16]), FileError::DigestCount { found: 4 }),
        (file_with(&[0, 4]), FileError::Truncated),
        (file_with(&[0, 4, 4]), FileError::UnknownAlgorithm { found: 4 }),
        (file_with(&algorithm), FileError::UnknownAlgorithm { found: 4 }),
        (file_with(&long_length), FileError::Length),
        (file_with(&body[..body.len() - 1]), FileError::Length),
        (file_with(&body[..body.len() - 2]), FileError::Truncated),
        (file_with(&[body.as_slice(), &[0]].concat()), FileError::TrailingBytes { found: 1 }),
    ];
    for (file, error) in cases {
        assert_eq!(Evidence::from_bytes(&file), Err(error), "{} bytes", file.len());
    }
}

#[test]
fn evidence_should_neither_be_written_nor_read_nor_checked_out_of_form() {
    let [blake3, sm3] = document(1);
    let many_objects: Vec<_> = (0..=MAX_OBJECTS).map(|n| ObjectId([n as u8; 32])).collect();
    let cases = [
        (with(|e| e.digests.clear()), FileError::DigestCount { found: 0 }),
        (with(|e| e.digests = vec![blake3; 4]), FileError::DigestCount { found: 4 }),
        (with(|e| e.digests = vec![sm3, blake3]), FileError::DigestOrder),
        (with(|e| e.digests[1] = digest(DigestAlg::Blake3, 200)), FileError::DigestOrder),
        (with(|e| e.objects = many_objects), FileError::ObjectCount { found: MAX_OBJECTS + 1 }),
        (with(|e| e.objects.reverse()), FileError::ObjectOrder),
        (with(|e| e.objects[1] = object(1)), FileError::ObjectOrder),
        (with(|e| e.proof = vec![Vec::new(); MAX_NODES + 1]), FileError::NodeCount { found: MAX_NODES + 1 }),
    ];
    for (evidence, error) in cases {
        let evidence = Evidence::V1(evidence);
        assert_eq!(evidence.to_bytes(), Err(error));
        assert_eq!(Evidence::from_bytes(&file_with(&evidence.encode())), Err(error));
        let Evidence::V1(evidence) = evidence;
        assert_eq!(crate::verify(&evidence, &Validators::new(1).trust()), Err(error.into()));
    }
}

#[test]
fn a_file_should_have_exactly_the_size_that_is_allowed() {
    let frame = file(&with(|e| e.header = vec![0; 70_000])).len() - 70_000;
    let largest = with(|e| e.header = vec![0; MAX_FILE - frame]);
    assert_eq!(file(&largest).len(), MAX_FILE);
    assert_eq!(Evidence::from_bytes(&file(&largest)), Ok(Evidence::V1(largest.clone())));
    let mut larger = largest;
    larger.header.push(0);
    assert_eq!(Evidence::V1(larger).to_bytes(), Err(FileError::TooLarge { found: MAX_FILE + 1 }));
}
