//! Publication: what comes into being by it, corrections, overwrites, withdrawals, and many at once.
use super::*;
use crate::{Error, Event, Publications};
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use jiandu_primitives::{
    calendar::Day,
    disclosure::{Filing, Occasion},
    record::SnapshotRef,
};

#[test]
fn a_publication_should_make_the_snapshot_that_was_reviewed_and_say_who_did_what_when() {
    test(|| {
        let disclosure = report("2025", None, &[1, 2]);
        let number = submitted(&disclosure);
        assert_eq!((standing(1), standing(2)), (None, None));
        Time::set(2_000);
        assert_ok!(publish(CHECKER, number, &disclosure));
        let snapshot = SnapshotRef { object: object("2025"), at: version(0) };
        let [maker, checker] = [MAKER, CHECKER].map(|key| actor(key).expect("a member").author());
        System::assert_last_event(
            Event::Published {
                submission: number,
                enterprise: uscc(1),
                kind: DisclosureKind::AnnualReport,
                snapshot,
                maker,
                checker,
                mandate: None,
                occasion: None,
                backfilled: false,
                filed: 1_000,
            }
            .into(),
        );
        assert!(matches!(
            state(number),
            SubmissionState::Published { decision, at, snapshot: made, .. }
                if decision.by == checker && at.time == 2_000 && made == snapshot
        ));
        assert_eq!((standing(1), standing(2)), (Some(Standing::Current), Some(Standing::Current)));
    });
}

#[test]
fn a_correction_should_leave_both_digests_answering_rightly() {
    test(|| {
        published(&report("2025", None, &[1]));
        published(&report("2025", Some(0), &[2]));
        assert_eq!(standing(1), Some(Standing::Superseded { by: version(1) }));
        assert_eq!(standing(2), Some(Standing::Current));
        let row = Publications::<Test>::get(object("2025"), version(1)).expect("a publication");
        assert_eq!(row.correction, Some(CorrectionReason::Figures));
    });
}

#[test]
fn an_overwrite_should_take_two_persons_and_its_cascade() {
    test(|| {
        published(&report("2025", None, &[1]));
        published(&report("2025", Some(0), &[2]));
        let partial = rewriting("2025", version(1), 0, &[&[3]]);
        let number = submitted(&partial);
        let missing = pallet_jiandu_records::Error::<Test>::LaterVersionsMissing;
        assert_noop!(publish(CHECKER, number, &partial), missing);
        let whole = rewriting("2025", version(1), 0, &[&[3], &[4]]);
        let number = submitted(&whole);
        assert_noop!(publish(SAME_PERSON, number, &whole), Error::<Test>::SamePerson);
        assert_ok!(publish(CHECKER, number, &whole));
        assert!(matches!(standing(2), Some(Standing::Overwritten { .. })));
        assert_eq!(standing(4), Some(Standing::Current));
    });
}

#[test]
fn a_withdrawal_should_end_a_record_and_tell_the_obligations() {
    test(|| {
        let met = Disclosure { occasion: Some(Occasion::Period(2025)), ..report("2025", None, &[1]) };
        published(&met);
        Time::set(2_000);
        published(&withdrawal("2025", 0));
        assert!(matches!(standing(1), Some(Standing::Withdrawn)));
        let at = |number| SnapshotRef { object: object("2025"), at: version(number) };
        let filing = Filing { snapshot: at(0), filed: 1_000, published: 1_000 };
        let kind = DisclosureKind::AnnualReport;
        assert_eq!(
            TOLD.take(),
            [Told::Filed(uscc(1), kind, Occasion::Period(2025), filing), Told::Withdrawn(uscc(1), at(1).object)]
        );
        let late = report("2025", Some(1), &[2]);
        let number = submitted(&late);
        assert_noop!(publish(CHECKER, number, &late), pallet_jiandu_records::Error::<Test>::RecordClosed);
    });
}

#[test]
fn a_disclosure_of_the_wrong_enterprise_should_meet_nothing_once_it_is_misfiled() {
    test(|| {
        let wrong = Disclosure { occasion: Some(Occasion::Period(2025)), ..report("2025", None, &[1]) };
        let right = Disclosure { enterprise: uscc(2), ..wrong.clone() };
        published(&wrong);
        published(&right);
        let to = ObjectId::new(&Subject::Uscc(uscc(2)), &right.external_id().expect("a name"));
        TOLD.take();
        agreed(pallet_jiandu_archives::Act::Misfile { record: object("2025"), to });
        assert_eq!(TOLD.take().last(), Some(&Told::Withdrawn(uscc(1), object("2025"))));
    });
}

#[test]
fn a_publication_should_refuse_a_head_that_its_reviewer_has_not_seen() {
    test(|| {
        published(&report("2025", None, &[1]));
        let [one, two] = [2, 3].map(|number| report("2025", Some(0), &[number]));
        let [first, second] = [&one, &two].map(submitted);
        let begun = submitted(&report("2025", None, &[4]));
        assert_ok!(publish(CHECKER, first, &one));
        assert_noop!(publish(CHECKER, second, &two), Error::<Test>::BaseMoved);
        assert_noop!(publish(CHECKER, begun, &report("2025", None, &[4])), Error::<Test>::BaseMoved);
        let nothing = report("2024", Some(0), &[5]);
        let number = submitted(&nothing);
        assert_noop!(publish(CHECKER, number, &nothing), Error::<Test>::BaseMoved);
    });
}

#[test]
fn a_disclosure_that_contradicts_itself_should_be_refused() {
    test(|| {
        let plain = report("2025", None, &[1]);
        let with = |correction| match plain.act.clone() {
            DisclosureAct::Change { change, .. } => DisclosureAct::Change { change, correction },
            act => act,
        };
        let without_reason = match report("2025", Some(0), &[2]).act {
            DisclosureAct::Change { change, .. } => DisclosureAct::Change { change, correction: None },
            act => act,
        };
        let correction = Error::<Test>::CorrectionReason;
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let scheduled = Occasion::Schedule {
            security: "110101199003070011".get(..12).expect("long").parse().expect("a label"),
            day: day("1975-01-01"),
        };
        let cases: Vec<(Disclosure, Error<Test>)> = vec![
            (Disclosure { act: with(Some(CorrectionReason::Figures)), ..plain.clone() }, correction),
            (Disclosure { act: without_reason, ..plain.clone() }, Error::<Test>::CorrectionReason),
            (Disclosure { number: "a/b".parse().expect("a label"), ..plain.clone() }, Error::<Test>::InvalidNumber),
            (
                Disclosure { number: "110101199003070011".parse().expect("a label"), ..plain.clone() },
                Error::<Test>::InvalidNumber,
            ),
            (Disclosure { occasion: Some(Occasion::Period(1989)), ..plain.clone() }, Error::<Test>::InvalidOccasion),
            (
                Disclosure { occasion: Some(Occasion::Event { day: day("2199-01-01"), number: 0 }), ..plain.clone() },
                Error::<Test>::InvalidOccasion,
            ),
        ];
        assert!(matches!(scheduled, Occasion::Schedule { .. }));
        for (disclosure, error) in cases {
            let number = submitted(&disclosure);
            assert_noop!(publish(CHECKER, number, &disclosure), error);
        }
        // A withdrawal meets nothing.
        published(&report("2024", None, &[9]));
        let meets = Disclosure { occasion: Some(Occasion::Period(2024)), ..withdrawal("2024", 0) };
        let number = submitted(&meets);
        assert_noop!(publish(CHECKER, number, &meets), Error::<Test>::InvalidOccasion);
        // Nor does a rewriting: it files nothing new.
        let rewritten = rewriting("2024", version(0), 0, &[&[8]]);
        let meets = Disclosure { occasion: Some(Occasion::Period(2024)), ..rewritten };
        let number = submitted(&meets);
        assert_noop!(publish(CHECKER, number, &meets), Error::<Test>::InvalidOccasion);
        // Its submission said another class.
        let number = NextSubmission::<Test>::get();
        let commitment = plain.commitment(&SALT);
        assert_ok!(Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Information, commitment));
        assert_noop!(publish(CHECKER, number, &plain), Error::<Test>::OtherClass);
    });
}

fn item(submission: u64, disclosure: &Disclosure) -> Item {
    Item { submission, salt: SALT, disclosure: disclosure.clone() }
}

#[test]
fn a_bulk_publication_should_do_each_item_by_itself_and_say_what_became_of_it() {
    test(|| {
        let disclosures: Vec<_> = (1..=4u8).map(|number| report(&number.to_string(), None, &[number])).collect();
        let mut items: Vec<_> = disclosures.iter().map(|one| item(submitted(one), one)).collect();
        items[1].salt = [8; 32];
        items.push(items[0].clone());
        assert_ok!(Disclosures::publish_many(signed(CHECKER), items.try_into().expect("few")));
        let standings = [1, 2, 3, 4].map(|number| standing(number).is_some());
        assert_eq!(standings, [true, false, true, true]);
        let refused: Vec<_> = System::events()
            .into_iter()
            .filter_map(|row| match row.event {
                RuntimeEvent::Disclosures(Event::NotPublished { submission, error }) => Some((submission, error)),
                _ => None,
            })
            .collect();
        let [other, decided] = [Error::<Test>::OtherContent, Error::SubmissionDecided].map(DispatchError::from);
        assert_eq!(refused, [(1, other), (0, decided)]);
        assert_eq!(state(1), SubmissionState::Submitted);
    });
}

#[test]
fn a_bulk_publication_should_hold_500_documents_and_not_one_more() {
    test(|| {
        // Digests are made of one byte: five items repeat the same hundred.
        let numbers: Vec<u8> = (1..=100).collect();
        let mut disclosures: Vec<_> = (1..=5).map(|number: u8| report(&number.to_string(), None, &numbers)).collect();
        let items = |disclosures: &[Disclosure]| -> Items {
            let items = disclosures.iter().map(|one| item(submitted(one), one)).collect::<Vec<_>>();
            items.try_into().expect("few")
        };
        disclosures.push(report("6", None, &[1]));
        let many = items(&disclosures);
        let refused = Disclosures::publish_many(signed(CHECKER), many).map_err(|error| error.error);
        assert_eq!(refused, Err(Error::<Test>::TooManyDocuments.into()));
        let call = crate::Call::<Test>::publish_many { items: items(&[]) };
        assert!(call.get_dispatch_info().call_weight.ref_time() < 500);
        let numbers = (0..5).zip(&disclosures).map(|(number, one)| item(number, one)).collect::<Vec<_>>();
        let done = Disclosures::publish_many(signed(CHECKER), numbers.try_into().expect("few")).expect("publishes");
        assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(500));
        assert_eq!(Publications::<Test>::iter().count(), 5);
    });
}
