//! What a snapshot says of itself.
use super::{create, object, signed, version};
use crate::{mock::*, Error, Event, NextSequence, Snapshots};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    digest::DigestAlg,
    header::{Body, Header, Level, Locator, Schema},
    record::{Content, Document, MediaType, Operation},
};

fn header() -> Header {
    let label = |text: &str| text.parse().expect("a label");
    Header {
        level: Level::L1,
        business: Some(500),
        submitted: Some(900),
        schema: Some(Schema {
            protocol: label("jrt0314"),
            version: "1.0".parse().expect("a label"),
            object_type: "a".parse().expect("a label"),
        }),
        body: Some(Body { sm3: [5; 32], length: 10, locator: Some(Locator([6; 32])) }),
    }
}

fn create_with(id: &str, header: Header) -> sp_runtime::DispatchResult {
    Records::create(signed(MAKER), subject(), external_id(id), header, documents(&[1]))
}

#[test]
fn a_snapshot_should_keep_its_header_and_three_times_apart() {
    test(|| {
        assert_ok!(create_with("a", header()));
        let snapshot = Snapshots::<Test>::get(object("a"), version(0)).expect("a snapshot").into_snapshot();
        assert_eq!(snapshot.header, header());
        assert_eq!(
            (snapshot.header.business, snapshot.header.submitted, snapshot.at.time),
            (Some(500), Some(900), 1_000)
        );
        assert_eq!(snapshot.operation, Operation::Create);
    });
}

#[test]
fn a_repetition_should_be_recognised_when_it_was_submitted_later_and_not_when_it_says_something_else() {
    test(|| {
        assert_ok!(create_with("a", header()));
        assert_ok!(create_with("a", Header { submitted: Some(950), ..header() }));
        System::assert_last_event(Event::RecordUnchanged { object: object("a"), at: version(0) }.into());
        assert_noop!(create_with("a", Header { business: None, ..header() }), Error::<Test>::DuplicateExternalId);
        assert_noop!(create(MAKER, "a", &[1]), Error::<Test>::DuplicateExternalId);
        assert_eq!(NextSequence::<Test>::get(), 1);
    });
}

#[test]
fn a_submission_should_be_refused_when_its_time_lies_ahead() {
    test(|| {
        let submitted = |time| Header { submitted: Some(time), ..Header::default() };
        assert_noop!(create_with("a", submitted(1_601)), Error::<Test>::SubmittedAhead);
        assert_ok!(create_with("a", submitted(1_600)));
        assert_ok!(create_with("b", submitted(0)));
        // What it is about may well lie ahead.
        assert_ok!(create_with("c", Header { business: Some(u64::MAX), ..Header::default() }));
    });
}

#[test]
fn plain_digests_should_be_refused_when_the_data_is_not_public() {
    test(|| {
        let create = |id, level, documents: Vec<Document>| {
            let header = Header { level, ..header() };
            Records::create(signed(MAKER), subject(), external_id(id), header, documents.try_into().expect("few"))
        };
        for level in Level::ALL.iter().filter(|level| !level.is_public()) {
            let refused = || Error::<Test>::PlainDigestsNotPublic;
            assert_noop!(create("a", *level, vec![document(1)]), refused());
            assert_noop!(create("a", *level, vec![sealed(2), document(1)]), refused());
            assert_ok!(create(level.name(), *level, vec![sealed(2), sealed(3)]));
        }
        // What is public may be sealed as well.
        assert_ok!(create("mixed", Level::L1, vec![sealed(2), document(1)]));
        let commitment = digest(DigestAlg::Commitment, 2);
        assert_eq!(Records::verdict(commitment).entries.len(), Level::ALL.len());
        assert_eq!(Records::verdict(digest(DigestAlg::Sm3, 2)).entries.len(), Level::ALL.len());
    });
}

#[test]
fn a_sealed_document_should_be_refused_without_its_commitment_and_a_plain_one_with_one() {
    test(|| {
        let of = |sealed, algs: &[DigestAlg]| {
            let digests = algs.iter().map(|alg| digest(*alg, 1)).collect::<Vec<_>>().try_into().expect("few");
            let content = match sealed {
                true => Content::Sealed { digests, length: 1 },
                false => Content::Plain { digests, length: 1 },
            };
            let document = Document { content, media: MediaType::Other };
            let documents = vec![document].try_into().expect("one");
            Records::create(signed(MAKER), subject(), external_id("a"), Header::default(), documents)
        };
        use DigestAlg::{Blake3, Commitment, Sha256, Sm3};
        for (sealed, algs) in [
            (true, [Blake3, Sm3].as_slice()),
            (true, &[Blake3, Commitment]),
            (true, &[Commitment, Sm3, Blake3]),
            (true, &[Blake3, Sm3, Sha256]),
            (false, &[Blake3, Sm3, Commitment]),
        ] {
            assert_noop!(of(sealed, algs), Error::<Test>::IncompleteDigests);
        }
        assert_ok!(of(true, &[Blake3, Sm3, Commitment]));
    });
}

#[test]
fn a_header_should_be_refused_when_a_name_in_it_is_none() {
    use codec::{Decode, Encode};
    test(|| {
        let mut wrong = header();
        let bytes = "年报".as_bytes().to_vec().encode();
        wrong.schema.as_mut().expect("a schema").protocol = Decode::decode(&mut &bytes[..]).expect("a byte string");
        assert_noop!(create_with("a", wrong), Error::<Test>::InvalidHeader);
        let mut empty = header();
        empty.body.as_mut().expect("a body").length = 0;
        assert_noop!(create_with("a", empty), Error::<Test>::InvalidHeader);
    });
}
