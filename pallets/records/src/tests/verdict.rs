//! What a digest's verdict says.
use super::{create, update};
use crate::mock::*;
use frame_support::assert_ok;
use jiandu_primitives::{
    digest::DigestAlg,
    layout,
    record::{DigestRow, ObjectId},
    verdict::{Headline, MAX_ENTRIES},
};

#[test]
fn an_unknown_digest_should_have_no_row_and_no_entry() {
    test(|| {
        let verdict = Records::verdict(digest(DigestAlg::Blake3, 9));
        assert_eq!((verdict.headline(), verdict.entries.len(), verdict.unlisted), (Headline::Unknown, 0, 0));
        assert_eq!(frame_support::storage::unhashed::get_raw(&layout::digest(&digest(DigestAlg::Blake3, 9))), None);
    });
}

#[test]
fn a_verdict_should_list_sixteen_records_and_count_the_rest() {
    test(|| {
        for number in 0..20 {
            assert_ok!(create(MAKER, &format!("r{number}"), &[1]));
        }
        let verdict = Records::verdict(digest(DigestAlg::Sm3, 1));
        assert_eq!((verdict.entries.len(), verdict.unlisted), (MAX_ENTRIES, 4));
        assert_eq!(verdict.entries[0].anchor.object, ObjectId::new(&subject(), &external_id("r0")));
    });
}

#[test]
fn an_algorithm_should_not_answer_for_another() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_eq!(Records::verdict(digest(DigestAlg::Sha256, 1)).headline(), Headline::Unknown);
    });
}

#[test]
fn the_rows_should_lie_where_evidence_looks_for_them() {
    use codec::Decode;
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(MAKER, "b", &[1]));
        assert_ok!(update(MAKER, "b", 0, &[1, 2]));
        let digest = digest(DigestAlg::Blake3, 1);
        let raw = |key: Vec<u8>| frame_support::storage::unhashed::get_raw(&key).expect("a row");
        let row = DigestRow::decode(&mut &raw(layout::digest(&digest))[..]).expect("a digest row");
        assert_eq!(row.records(), 2);
        let [a, b] = ["a", "b"].map(|id| ObjectId::new(&subject(), &external_id(id)));
        assert_eq!(row.anchor().object, a);
        raw(layout::object(&a));
        raw(layout::more_anchors(&digest, &b));
        assert!(layout::more_anchors(&digest, &b).starts_with(&layout::more_anchors_of(&digest)));
    });
}
