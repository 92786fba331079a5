//! What a snapshot says of itself.
use super::{create, object, signed, version};
use crate::{mock::*, Error, Event, NextSequence, Snapshots};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    header::{Body, Header, Level, Schema},
    record::Operation,
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
        body: Some(Body { sm3: [5; 32], length: 10, locator: Some("ab12".parse().expect("a label")) }),
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
        for level in Level::ALL.iter().filter(|level| !level.is_public()) {
            let header = Header { level: *level, ..Header::default() };
            assert_noop!(create_with("a", header), Error::<Test>::PlainDigestsNotPublic);
        }
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
