//! One wrong bit, anywhere, and evidence is refused.

use super::fixture::*;
use crate::{verify, verify_file, Proven, ALL_CODES};
use jiandu_primitives::verdict::Headline;

/// What holds of a file's single-bit neighbours under `judge`, which is asked for each with its bit; on two threads.
fn flip_every_bit(file: &[u8], judge: impl Fn(usize, &[u8]) + Sync) {
    let half = file.len() / 2;
    let flip = |range: std::ops::Range<usize>| {
        let mut flipped = file.to_vec();
        for index in range {
            for bit in 0..8 {
                flipped[index] ^= 1 << bit;
                judge(index * 8 + bit, &flipped);
                flipped[index] ^= 1 << bit;
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| flip(0..half));
        flip(half..file.len());
    });
}

#[test]
fn every_flipped_bit_of_a_file_should_be_refused() {
    for count in [1, 4] {
        let validators = Validators::new(count);
        let trust = validators.trust();
        for evidence in [World::usual(&validators), World::shared(&validators), World::absence(&validators)] {
            let file = file(&evidence);
            assert!(verify_file(&file, &trust).is_ok());
            flip_every_bit(&file, |bit, flipped| {
                let error = verify_file(flipped, &trust).expect_err("a flipped bit");
                assert!(ALL_CODES.contains(&error.code()), "bit {bit}");
            });
        }
    }
}

/// Where whoever flips the bit also mends the checksum, no part of the proof and no word of the answer can change. Only
/// the question can: a path may, by luck, end where another digest's would, and then prove that other one absent. That is
/// true, and the answer says of which digest it is.
#[test]
fn every_flipped_bit_under_a_mended_checksum_should_be_refused_or_ask_another_question() {
    for count in [1, 4] {
        let validators = Validators::new(count);
        let trust = validators.trust();
        for evidence in [World::usual(&validators), World::shared(&validators), World::absence(&validators)] {
            let proven = verify(&evidence, &trust).expect("holds");
            flip_every_bit(content_of(&file(&evidence)), |bit, flipped| {
                let Ok(other) = verify_file(&file_with(flipped), &trust) else { return };
                assert!((8 + 8..8 + 8 + 66 * 8).contains(&bit), "bit {bit} is not of a digest");
                let expected = proven.verdicts.iter().zip(&other.verdicts).filter(|(one, other)| one != other);
                let [(one, other_verdict)] = expected.collect::<Vec<_>>()[..] else { panic!("bit {bit}") };
                assert_ne!(one.0, other_verdict.0, "bit {bit}");
                assert!(other_verdict.1.entries.is_empty(), "bit {bit}");
                assert_ne!(other.headline(), Ok(Headline::Current), "bit {bit}");
                let restored = Proven { verdicts: proven.verdicts.clone(), conflict: proven.conflict, ..other };
                assert_eq!(restored, proven, "bit {bit}");
            });
        }
    }
}
