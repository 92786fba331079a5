//! Creating records.
use super::{create, object, of_workflow, signed, version};
use crate::{mock::*, Documents, Error, Event, ExternalIds, NextSequence, Objects, Sequence, Snapshots};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    digest::DigestAlg,
    record::{
        Content, Document, Documents as DocumentList, MediaType, Operation, RecordKind, SnapshotRef, Subject,
        MAX_DOCUMENTS,
    },
    uscc::Uscc,
};

#[test]
fn a_record_should_hold_what_the_call_said() {
    test(|| {
        assert_ok!(create(MAKER, "annual-2025", &[1, 2]));
        let id = object("annual-2025");
        let head = Objects::<Test>::get(id).expect("a record").into_head();
        assert_eq!((head.subject, head.kind, head.current()), (subject(), RecordKind::General, version(0)));
        let snapshot = Snapshots::<Test>::get(id, version(0)).expect("a snapshot").into_snapshot();
        assert_eq!((snapshot.operation, snapshot.documents, snapshot.key), (Operation::Create, 2, MAKER));
        assert_eq!(snapshot.by, actor(MAKER).author());
        assert_eq!((snapshot.at.block, snapshot.at.time), (1, 1_000));
        assert_eq!(Documents::<Test>::get((id, version(0), 1)), Some(document(2)));
        assert_eq!(ExternalIds::<Test>::get(id), Some(external_id("annual-2025")));
        assert_eq!(Sequence::<Test>::get(0), Some(SnapshotRef { object: id, at: version(0) }));
        System::assert_last_event(
            Event::RecordCreated {
                object: id,
                subject: subject(),
                external_id: external_id("annual-2025"),
                kind: RecordKind::General,
                documents: 2,
                sequence: 0,
                by: actor(MAKER).author(),
            }
            .into(),
        );
    });
}

#[test]
fn the_same_call_again_should_be_recognised() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(COLLEAGUE, "a", &[1]));
        assert_eq!(NextSequence::<Test>::get(), 1);
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: version(0) }.into());
    });
}

#[test]
fn an_external_id_should_be_refused_when_it_is_taken() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_noop!(create(MAKER, "a", &[2]), Error::<Test>::DuplicateExternalId);
        assert_noop!(create(STRANGER, "a", &[1]), Error::<Test>::DuplicateExternalId);
        let other = Subject::Uscc(code("91350100M000100Y43"));
        assert_ok!(Records::create(signed(STRANGER), other, external_id("a"), Default::default(), documents(&[1])));
    });
}

#[test]
fn a_record_should_be_refused_when_its_names_are_wrong() {
    test(|| {
        let wrong = Subject::Uscc(Uscc::from_bytes(*b"91330100799655058C"));
        assert_noop!(
            Records::create(signed(MAKER), wrong, external_id("a"), Default::default(), documents(&[1])),
            Error::<Test>::InvalidSubject
        );
        for bytes in [b"".as_slice(), b"a b", "年报".as_bytes(), &[0xff]] {
            use codec::{Decode, Encode};
            let id = Decode::decode(&mut &bytes.to_vec().encode()[..]).expect("a byte string");
            assert_noop!(
                Records::create(signed(MAKER), subject(), id, Default::default(), documents(&[1])),
                Error::<Test>::InvalidExternalId
            );
        }
    });
}

#[test]
fn documents_should_be_refused_when_they_identify_nothing_or_the_same_thing_twice() {
    test(|| {
        let create = |list: Vec<Document>| {
            Records::create(
                signed(MAKER),
                subject(),
                external_id("a"),
                Default::default(),
                list.try_into().expect("few"),
            )
        };
        let of = |algs: &[DigestAlg], length| Document {
            content: Content::Plain {
                digests: algs.iter().map(|alg| digest(*alg, 1)).collect::<Vec<_>>().try_into().expect("few"),
                length,
            },
            media: MediaType::Other,
        };
        let both = [DigestAlg::Blake3, DigestAlg::Sm3];
        assert_noop!(create(vec![]), Error::<Test>::NoDocuments);
        assert_noop!(create(vec![of(&both, 0)]), Error::<Test>::EmptyDocument);
        assert_noop!(create(vec![of(&[DigestAlg::Blake3], 1)]), Error::<Test>::IncompleteDigests);
        assert_noop!(create(vec![of(&[], 1)]), Error::<Test>::IncompleteDigests);
        assert_noop!(create(vec![of(&[DigestAlg::Sm3, DigestAlg::Blake3], 1)]), Error::<Test>::IncompleteDigests);
        assert_noop!(create(vec![of(&both, 1), of(&both, 2)]), Error::<Test>::RepeatedDigest);
        assert_ok!(create(vec![of(&DigestAlg::OF_FILES, 1)]));
    });
}

#[test]
fn a_call_should_take_as_many_documents_as_its_bound() {
    let many = |count: u32| -> Vec<Document> {
        (0..count)
            .map(|number| {
                let mut document = document(0);
                let Content::Plain { digests, .. } = &mut document.content else { panic!("a plain document") };
                digests.iter_mut().for_each(|digest| digest.value[..4].copy_from_slice(&number.to_be_bytes()));
                document
            })
            .collect()
    };
    assert!(DocumentList::try_from(many(MAX_DOCUMENTS + 1)).is_err());
    test(|| {
        let most = many(MAX_DOCUMENTS).try_into().expect("the bound");
        assert_ok!(Records::create(signed(MAKER), subject(), external_id("a"), Default::default(), most));
    });
}

#[test]
fn a_digest_that_another_record_holds_should_stay_with_it() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        assert_ok!(create(STRANGER, "b", &[1]));
        let verdict = Records::verdict(digest(DigestAlg::Sm3, 1));
        let objects: Vec<_> = verdict.entries.iter().map(|entry| entry.anchor.object).collect();
        assert_eq!(objects, [object("a"), object("b")]);
    });
}

#[test]
fn a_record_of_another_kind_should_be_no_repetition() {
    test(|| {
        assert_ok!(create(MAKER, "a", &[1]));
        let again = of_workflow(RecordKind::ArchiveSection, "a", None, &[1]);
        assert!(matches!(again, Err(Error::<Test>::DuplicateExternalId)));
        assert_noop!(create(MAKER, "jiandu-archive.finance", &[1]), Error::<Test>::ReservedExternalId);
    });
}
