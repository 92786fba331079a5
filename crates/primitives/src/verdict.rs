//! The verdict: what is this digest? The only place that computes it; the chain, the verifier, the client and the gateway
//! all call [`verdict`].

use crate::{
    chain::Moment,
    digest::ContentHash,
    record::{Anchor, Head, RecordKind, RecordState, Subject, VersionRef},
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// How many records of a digest an answer lists: all of them, up to this number.
pub const MAX_ENTRIES: usize = 16;

/// The standing of a document within its record. Derived when asked for, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Standing {
    /// 现行: it is in the newest snapshot of a record in force.
    #[codec(index = 0)]
    Current,
    /// 已被更正: a later version no longer has it.
    #[codec(index = 1)]
    Superseded {
        /// The version that followed, at its newest revision.
        by: VersionRef,
    },
    /// 已重写: its version was registered wrongly and rewritten without it.
    #[codec(index = 2)]
    Overwritten {
        /// The revision that followed.
        by: VersionRef,
    },
    /// 已撤回: it was current when the record was withdrawn.
    #[codec(index = 3)]
    Withdrawn,
    /// 误登: the record was filed under the wrong subject.
    #[codec(index = 4)]
    Misfiled,
}

/// One record that holds the digest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Entry {
    /// Where the record holds it: record, snapshots, slot, time and author.
    pub anchor: Anchor,
    /// Whom the record is about.
    pub subject: Subject,
    /// What the record is.
    pub kind: RecordKind,
    /// The record's newest snapshot.
    pub head: VersionRef,
    /// The state of the record as a whole.
    pub record: RecordState,
    /// Whether the record is frozen.
    pub frozen: bool,
    /// The standing of this document.
    pub standing: Standing,
}

/// The answer: no entry means that the digest is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Verdict {
    /// One per record that holds the digest, the first anchored first; [`MAX_ENTRIES`] or more where there are so many.
    pub entries: Vec<Entry>,
    /// How many more records hold it.
    pub unlisted: u32,
    /// The moment that all of this is said of.
    pub as_of: Moment,
}

/// What a verdict says in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Headline {
    /// No record holds the digest.
    Unknown,
    /// At least one record holds it as current.
    Current,
    /// Known, and not current anywhere.
    NotCurrent,
    /// Known, and not current in any record listed; but there are more than can be listed.
    Undecided,
}

impl Verdict {
    /// The verdict's headline: current in any record outweighs what the others say, because one document may sit in several
    /// records and each entry still tells its own standing.
    pub fn headline(&self) -> Headline {
        if self.entries.iter().any(|entry| entry.standing == Standing::Current) {
            Headline::Current
        } else if self.unlisted > 0 {
            Headline::Undecided
        } else if self.entries.is_empty() {
            Headline::Unknown
        } else {
            Headline::NotCurrent
        }
    }
}

/// What all digests of one document agree on: the entries that every verdict has. What only some have was anchored with a
/// forged digest beside a true one, and says nothing about the document; nobody can blank another's verdict that way.
/// An entry that one verdict has and another may only leave unlisted counts as unlisted.
///
/// An optional algorithm (SHA-256) under which nothing is known says nothing: few documents are anchored with it.
pub fn agreed(verdicts: &[(ContentHash, Verdict)]) -> Option<Verdict> {
    let says = |(digest, verdict): &&(ContentHash, Verdict)| {
        digest.alg.is_mandatory() || verdict.headline() != Headline::Unknown
    };
    let silent = !verdicts.iter().any(|found| says(&found));
    let telling = || verdicts.iter().filter(|found| silent || says(found)).map(|(_, verdict)| verdict);
    let shortest = telling().min_by_key(|verdict| records_of(verdict))?;
    let lists = |verdict: &Verdict, entry: &Entry| verdict.entries.iter().any(|found| found.anchor == entry.anchor);
    let mut agreed = Verdict { entries: Vec::new(), ..shortest.clone() };
    for entry in &shortest.entries {
        if telling().all(|verdict| lists(verdict, entry)) {
            agreed.entries.push(entry.clone());
        } else if telling().all(|verdict| verdict.unlisted > 0 || lists(verdict, entry)) {
            agreed.unlisted = agreed.unlisted.saturating_add(1);
        }
    }
    Some(agreed)
}

/// How many records hold a digest.
fn records_of(verdict: &Verdict) -> u32 {
    u32::try_from(verdict.entries.len()).unwrap_or(u32::MAX).saturating_add(verdict.unlisted)
}

/// Whether the digests of one document point to different documents and to none in common, so that there is no answer.
pub fn conflict(verdicts: &[(ContentHash, Verdict)]) -> bool {
    let known = verdicts.iter().any(|(_, verdict)| verdict.headline() != Headline::Unknown);
    known && agreed(verdicts).is_some_and(|agreed| agreed.headline() == Headline::Unknown)
}

/// The standing of an anchored document in a record with this head.
pub fn standing(anchor: &Anchor, head: &Head) -> Standing {
    let last = anchor.last;
    if head.revision_of(last.version) > last.revision {
        let by = VersionRef { version: last.version, revision: last.revision.saturating_add(1) };
        return Standing::Overwritten { by };
    }
    if last.version < head.last_live_version() {
        let version = last.version.saturating_add(1);
        return Standing::Superseded { by: VersionRef { version, revision: head.revision_of(version) } };
    }
    match head.state {
        RecordState::Live => Standing::Current,
        RecordState::Withdrawn { .. } => Standing::Withdrawn,
        RecordState::Misfiled { .. } => Standing::Misfiled,
    }
}

/// The verdict of a digest from the records that hold it, oldest first. `anchors` are the anchor of its row and those of
/// `MoreAnchors`, each with its record's head, as many as the caller lists; `records` is the row's count, 0 without a row.
pub fn verdict(records: u32, anchors: impl IntoIterator<Item = (Anchor, Head)>, as_of: Moment) -> Verdict {
    let mut entries: Vec<Entry> = anchors
        .into_iter()
        .map(|(anchor, head)| Entry {
            standing: standing(&anchor, &head),
            subject: head.subject,
            kind: head.kind,
            head: head.current(),
            record: head.state,
            frozen: head.frozen,
            anchor,
        })
        .collect();
    // The row's own record comes first; the others have no order in storage.
    if let Some((_, others)) = entries.split_first_mut() {
        others.sort_by_key(|entry| (entry.anchor.at.block, entry.anchor.object));
    }
    let listed = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    Verdict { entries, unlisted: records.saturating_sub(listed), as_of }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        digest::DigestAlg,
        member::{Author, Custody, Handle},
        record::{ObjectId, Rewrite, WithdrawalReason},
    };
    use bounded_collections::BoundedVec;
    use proptest::prelude::*;

    fn at(version: u32, revision: u32) -> VersionRef {
        VersionRef { version, revision }
    }

    fn anchor(last: VersionRef) -> Anchor {
        Anchor {
            object: ObjectId([7; 32]),
            first: last,
            last,
            slot: 0,
            at: Moment::default(),
            by: Author {
                organisation: "91350100M000100Y43".parse().expect("valid"),
                handle: Handle([1; 8]),
                custody: Custody::Own,
            },
            backfilled: false,
        }
    }

    fn head(version: u32, state: RecordState, rewrites: &[(u32, u32)]) -> Head {
        let rewrites = rewrites.iter().map(|(from, upto)| Rewrite { from: *from, upto: *upto, at: Moment::default() });
        let mut head = Head {
            subject: Subject::Uscc("91350100M000100Y43".parse().expect("valid")),
            kind: RecordKind::General,
            version,
            revision: 0,
            state,
            frozen: false,
            rewrites: BoundedVec::try_from(rewrites.collect::<Vec<_>>()).expect("bounded"),
        };
        head.revision = head.revision_of(version);
        head
    }

    const WITHDRAWN: RecordState =
        RecordState::Withdrawn { reason: WithdrawalReason::Mistake, at: Moment { block: 9, time: 18 } };
    const MISFILED: RecordState = RecordState::Misfiled { to: ObjectId([8; 32]), at: Moment { block: 9, time: 18 } };

    #[test]
    fn standing_should_follow_the_table_of_the_design() {
        let cases = [
            (at(0, 0), head(0, RecordState::Live, &[]), Standing::Current),
            (at(0, 0), head(1, RecordState::Live, &[]), Standing::Superseded { by: at(1, 0) }),
            (at(1, 0), head(3, RecordState::Live, &[(1, 3)]), Standing::Overwritten { by: at(1, 1) }),
            (at(0, 0), head(3, RecordState::Live, &[(1, 3)]), Standing::Superseded { by: at(1, 1) }),
            (at(3, 1), head(3, RecordState::Live, &[(1, 3)]), Standing::Current),
            (at(3, 0), head(3, RecordState::Live, &[(1, 3)]), Standing::Overwritten { by: at(3, 1) }),
            (at(1, 0), head(3, RecordState::Live, &[(1, 3), (1, 3)]), Standing::Overwritten { by: at(1, 1) }),
            (at(1, 0), head(2, WITHDRAWN, &[]), Standing::Withdrawn),
            (at(0, 0), head(2, WITHDRAWN, &[]), Standing::Superseded { by: at(1, 0) }),
            (at(1, 0), head(2, WITHDRAWN, &[(1, 1)]), Standing::Overwritten { by: at(1, 1) }),
            (at(0, 0), head(0, MISFILED, &[]), Standing::Misfiled),
            (at(0, 0), head(1, MISFILED, &[]), Standing::Superseded { by: at(1, 0) }),
        ];
        for (last, head, expected) in cases {
            assert_eq!(standing(&anchor(last), &head), expected, "{last} under {head:?}");
        }
    }

    #[test]
    fn a_headline_should_be_current_when_any_record_says_so() {
        let current = (anchor(at(0, 0)), head(0, RecordState::Live, &[]));
        let old = (anchor(at(0, 0)), head(1, RecordState::Live, &[]));
        let of = |anchors: &[(Anchor, Head)]| verdict(2, anchors.to_vec(), Moment::default()).headline();
        assert_eq!(of(&[old.clone(), current.clone()]), Headline::Current);
        assert_eq!(of(&[old.clone(), old]), Headline::NotCurrent);
        assert_eq!(verdict(0, [], Moment::default()).headline(), Headline::Unknown);
    }

    #[test]
    fn a_verdict_should_say_how_many_records_it_leaves_out_and_not_decide_over_them() {
        let old = (anchor(at(0, 0)), head(1, RecordState::Live, &[]));
        let verdict = |records| verdict(records, vec![old.clone(); 16], Moment::default());
        assert_eq!(
            (verdict(20).entries.len(), verdict(20).unlisted, verdict(20).headline()),
            (16, 4, Headline::Undecided)
        );
        assert_eq!((verdict(16).unlisted, verdict(16).headline()), (0, Headline::NotCurrent));
    }

    fn of(alg: DigestAlg, verdict: &Verdict) -> (ContentHash, Verdict) {
        (ContentHash { alg, value: [1; 32] }, verdict.clone())
    }

    fn both(blake3: &Verdict, sm3: &Verdict) -> [(ContentHash, Verdict); 2] {
        [of(DigestAlg::Blake3, blake3), of(DigestAlg::Sm3, sm3)]
    }

    fn unknown() -> Verdict {
        verdict(0, [], Moment::default())
    }

    #[test]
    fn digests_without_a_common_document_should_conflict() {
        let one = verdict(1, [(anchor(at(0, 0)), head(0, RecordState::Live, &[]))], Moment::default());
        let mut other = one.clone();
        assert!(!conflict(&both(&one, &other)));
        other.entries[0].anchor.slot = 1;
        assert!(conflict(&both(&one, &other)));
        assert!(conflict(&both(&one, &unknown())) && !conflict(&both(&unknown(), &unknown())) && !conflict(&[]));
    }

    #[test]
    fn an_optional_digest_that_is_unknown_should_say_nothing() {
        let known = verdict(1, [(anchor(at(0, 0)), head(0, RecordState::Live, &[]))], Moment::default());
        let [blake3, sm3] = both(&known, &known);
        let all = [blake3, sm3, of(DigestAlg::Sha256, &unknown())];
        assert!(!conflict(&all));
        assert_eq!(agreed(&all), Some(known.clone()));
        // Alone it is the answer, and where it is known it counts like the others.
        assert_eq!(agreed(&all[2..]), Some(unknown()));
        let mut other = known.clone();
        other.entries[0].anchor.slot = 1;
        assert!(conflict(&[of(DigestAlg::Blake3, &known), of(DigestAlg::Sha256, &other)]));
    }

    #[test]
    fn nothing_should_conflict_or_be_decided_over_records_that_are_not_listed() {
        let entry = |object| {
            let (mut anchor, head) = (anchor(at(0, 0)), head(1, RecordState::Live, &[]));
            anchor.object = ObjectId([object; 32]);
            (anchor, head)
        };
        let (few, many) = (
            verdict(1, [entry(1)], Moment::default()),
            verdict(20, (2..18).map(entry).collect::<Vec<_>>(), Moment::default()),
        );
        // The one record may be among the four that the other does not list.
        for order in [both(&few, &many), both(&many, &few)] {
            assert!(!conflict(&order));
            assert_eq!(agreed(&order).map(|verdict| verdict.headline()), Some(Headline::Undecided));
        }
        let complete = verdict(16, (2..18).map(entry).collect::<Vec<_>>(), Moment::default());
        assert!(conflict(&both(&few, &complete)));
        // Nothing known and something known is a conflict, however much is not listed.
        assert!(conflict(&both(&unknown(), &many)));
    }

    #[test]
    fn a_forged_digest_beside_a_true_one_should_not_blank_the_verdict() {
        let genuine = (anchor(at(0, 0)), head(0, RecordState::Live, &[]));
        let mut forged = genuine.clone();
        forged.0.object = ObjectId([9; 32]);
        let blake3 = verdict(1, [genuine.clone()], Moment::default());
        let sm3 = verdict(2, [genuine, forged], Moment::default());
        for order in [both(&blake3, &sm3), both(&sm3, &blake3)] {
            assert!(!conflict(&order));
            assert_eq!(agreed(&order), Some(blake3.clone()));
        }
    }

    proptest! {
        #[test]
        fn exactly_the_newest_revision_of_the_newest_version_should_be_current(
            version in 0u32..6,
            cuts in proptest::collection::vec(0u32..6, 0..5),
        ) {
            // A rewrite always reaches the newest version (the cascade).
            let rewrites: Vec<_> = cuts.into_iter().map(|from| (from.min(version), version)).collect();
            let head = head(version, RecordState::Live, &rewrites);
            let mut current = 0;
            for v in 0..=version {
                for r in 0..=head.revision_of(v) {
                    if standing(&anchor(at(v, r)), &head) == Standing::Current {
                        current += 1;
                        prop_assert_eq!(at(v, r), head.current());
                    }
                }
            }
            prop_assert_eq!(current, 1);
        }
    }
}
