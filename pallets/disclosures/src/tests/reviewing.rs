//! Submitting and deciding: who may, what stays of it, and what is recognised.
use super::*;
use crate::{Error, Event, Open, OpenCount};
use frame_support::assert_noop;
use jiandu_primitives::disclosure::Capacity;

#[test]
fn a_submission_should_say_its_class_and_nothing_else() {
    test(|| {
        let number = submitted(&report("2025", None, &[1]));
        let row = Submissions::<Test>::get(number).expect("a submission");
        assert_eq!((row.exchange, row.capacity, row.class), (exchange(), Capacity::Exchange, DisclosureClass::Report));
        assert_eq!((row.first_filed.time, row.filed.time, row.state), (1_000, 1_000, SubmissionState::Submitted));
        assert!(Open::<Test>::contains_key(exchange(), number));
        assert_eq!(OpenCount::<Test>::get(exchange()), 1);
    });
}

#[test]
fn the_same_submission_should_be_recognised_whatever_became_of_it() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        let again =
            || Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Report, disclosure.commitment(&SALT));
        assert_ok!(again());
        System::assert_last_event(Event::SubmissionUnchanged { submission: number }.into());
        assert_ok!(publish(CHECKER, number, &disclosure));
        assert_ok!(again());
        assert_eq!(NextSubmission::<Test>::get(), 1);
        // Another organisation may have the same commitment: nobody takes a number away by sending it first.
        assert_eq!(submitted_by(AGENT, &disclosure, SALT), 1);
    });
}

#[test]
fn one_person_should_never_review_its_own_submission_with_any_key() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        let commitment = disclosure.commitment(&SALT);
        assert_noop!(publish(SAME_PERSON, number, &disclosure), Error::<Test>::SamePerson);
        let accepted = Disclosures::accept(signed(SAME_PERSON), number, commitment, None);
        assert_noop!(accepted, Error::<Test>::SamePerson);
        let returned = Disclosures::return_submission(signed(SAME_PERSON), number, commitment, INCORRECT);
        assert_noop!(returned, Error::<Test>::SamePerson);
        let rejected = Disclosures::reject(signed(SAME_PERSON), number, commitment, INCORRECT);
        assert_noop!(rejected, Error::<Test>::SamePerson);
        let own = submitted_by(DEPUTY, &report("2024", None, &[2]), SALT);
        assert_noop!(publish(DEPUTY, own, &report("2024", None, &[2])), Error::<Test>::SamePerson);
        assert_ok!(publish(DEPUTY, number, &disclosure));
    });
}

#[test]
fn another_organisations_checker_should_decide_nothing() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        let commitment = disclosure.commitment(&SALT);
        assert_noop!(publish(STRANGE_CHECKER, number, &disclosure), Error::<Test>::NotTheExchange);
        let accepted = Disclosures::accept(signed(STRANGE_CHECKER), number, commitment, None);
        assert_noop!(accepted, Error::<Test>::NotTheExchange);
        let strange = Disclosures::submit(signed(STRANGE_MAKER), exchange(), DisclosureClass::Report, commitment);
        assert_noop!(strange, Error::<Test>::NotTheOwnExchange);
    });
}

#[test]
fn a_checker_should_edit_nothing() {
    test(|| {
        let number = submitted(&report("2025", None, &[1]));
        for edited in [report("2025", None, &[2]), report("2026", None, &[1])] {
            assert_noop!(publish(CHECKER, number, &edited), Error::<Test>::OtherContent);
        }
        let salted = Disclosures::publish(signed(CHECKER), number, [8; 32], Box::new(report("2025", None, &[1])));
        assert_eq!(salted.map_err(|error| error.error), Err(Error::<Test>::OtherContent.into()));
    });
}

#[test]
fn a_decision_about_what_its_maker_has_changed_should_say_so() {
    test(|| {
        let (first, second) = (report("2025", None, &[1]), report("2025", None, &[2]));
        let number = submitted(&first);
        assert_ok!(resubmit(MAKER, number, &second));
        assert_noop!(publish(CHECKER, number, &first), Error::<Test>::SubmissionChanged);
        assert_noop!(accept(number, &first, None), Error::<Test>::SubmissionChanged);
        assert_noop!(send_back(number, &first), Error::<Test>::SubmissionChanged);
        assert_ok!(publish(CHECKER, number, &second));
    });
}

#[test]
fn a_returned_submission_should_keep_its_first_filing_and_a_changed_one_should_not() {
    test(|| {
        let first = report("2025", None, &[1]);
        let number = submitted(&first);
        assert_ok!(send_back(number, &first));
        assert_noop!(publish(CHECKER, number, &first), Error::<Test>::SubmissionReturned);
        assert_noop!(accept(number, &first, None), Error::<Test>::SubmissionReturned);
        let abandoned = submitted(&report("2024", None, &[3]));
        assert_ok!(send_back(abandoned, &report("2024", None, &[3])));
        let commitment = report("2024", None, &[3]).commitment(&SALT);
        assert_ok!(Disclosures::reject(signed(CHECKER), abandoned, commitment, INCORRECT));
        let again = Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Report, commitment);
        assert_noop!(again, Error::<Test>::SubmissionDecided);
        Time::set(2_000);
        assert_ok!(resubmit(MAKER, number, &first));
        let times = |number| Submissions::<Test>::get(number).map(|row| (row.first_filed.time, row.filed.time));
        assert_eq!(times(number), Some((1_000, 2_000)));
        Time::set(3_000);
        assert_ok!(resubmit(MAKER, number, &first));
        System::assert_last_event(Event::SubmissionUnchanged { submission: number }.into());
        assert_eq!(times(number), Some((1_000, 2_000)));
        assert_ok!(resubmit(MAKER, number, &report("2025", None, &[2])));
        assert_eq!(times(number), Some((3_000, 3_000)));
        // Returned, and made another thing of.
        assert_ok!(send_back(number, &report("2025", None, &[2])));
        Time::set(4_000);
        let other = Disclosure { kind: DisclosureKind::Profile, ..report("2025", None, &[2]) };
        assert_ok!(resubmit(MAKER, number, &other));
        assert_eq!(times(number), Some((4_000, 4_000)));
    });
}

#[test]
fn what_is_decided_for_good_should_stay_decided() {
    test(|| {
        let disclosures: Vec<_> = ["1", "2", "3"].iter().zip(1u8..).map(|(id, n)| report(id, None, &[n])).collect();
        let numbers: Vec<_> = disclosures.iter().map(submitted).collect();
        let commitment = disclosures[0].commitment(&SALT);
        assert_ok!(Disclosures::reject(signed(CHECKER), numbers[0], commitment, INCORRECT));
        assert_ok!(Disclosures::retract(signed(MAKER), numbers[1]));
        assert_ok!(publish(CHECKER, numbers[2], &disclosures[2]));
        assert_eq!((OpenCount::<Test>::get(exchange()), Open::<Test>::iter().count()), (0, 0));
        for (number, disclosure) in numbers.into_iter().zip(&disclosures) {
            let decided = Error::<Test>::SubmissionDecided;
            assert_noop!(publish(CHECKER, number, disclosure), decided);
            assert_noop!(accept(number, disclosure, None), Error::<Test>::SubmissionDecided);
            assert_noop!(send_back(number, disclosure), Error::<Test>::SubmissionDecided);
            assert_noop!(resubmit(MAKER, number, disclosure), Error::<Test>::SubmissionDecided);
            assert_noop!(Disclosures::retract(signed(MAKER), number), Error::<Test>::SubmissionDecided);
            assert_noop!(Disclosures::take_over(signed(COLLEAGUE), number), Error::<Test>::SubmissionDecided);
        }
        assert_noop!(Disclosures::retract(signed(MAKER), 9), Error::<Test>::UnknownSubmission);
    });
}

#[test]
fn only_whoever_has_a_submission_in_hand_should_change_it_and_a_colleague_should_take_it_over() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        assert_noop!(resubmit(COLLEAGUE, number, &disclosure), Error::<Test>::NotTheMaker);
        assert_noop!(Disclosures::retract(signed(COLLEAGUE), number), Error::<Test>::NotTheMaker);
        assert_noop!(Disclosures::take_over(signed(STRANGE_MAKER), number), Error::<Test>::NotTheMaker);
        assert_noop!(Disclosures::take_over(signed(AGENT), number), Error::<Test>::NotTheMaker);
        assert_noop!(Disclosures::take_over(signed(MAKER), number), Error::<Test>::InHand);
        Time::set(2_000);
        // A reviewer who takes it over, as a deputy, reviews it no more; neither does whoever had it first.
        assert_ok!(Disclosures::take_over(signed(DEPUTY), number));
        assert_ok!(Disclosures::take_over(signed(COLLEAGUE), number));
        assert_noop!(publish(DEPUTY, number, &disclosure), Error::<Test>::SamePerson);
        assert_noop!(publish(SAME_PERSON, number, &disclosure), Error::<Test>::SamePerson);
        assert_noop!(resubmit(MAKER, number, &disclosure), Error::<Test>::NotTheMaker);
        assert_eq!(Submissions::<Test>::get(number).map(|row| row.first_filed.time), Some(1_000));
        assert_ok!(publish(CHECKER, number, &disclosure));
        let by = actor(COLLEAGUE).expect("a member").author();
        assert_eq!(
            pallet_jiandu_records::Snapshots::<Test>::get(object("2025"), version(0)).map(|row| row.into_snapshot().by),
            Some(by)
        );
    });
}

#[test]
fn an_accepted_submission_should_be_the_reviewers_until_it_is_returned() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        assert_ok!(accept(number, &disclosure, None));
        assert_noop!(accept(number, &disclosure, None), Error::<Test>::SubmissionAccepted);
        assert_noop!(resubmit(MAKER, number, &disclosure), Error::<Test>::SubmissionAccepted);
        assert_noop!(Disclosures::retract(signed(MAKER), number), Error::<Test>::SubmissionAccepted);
        assert_noop!(Disclosures::take_over(signed(COLLEAGUE), number), Error::<Test>::SubmissionAccepted);
        assert_ok!(send_back(number, &disclosure));
        assert_ok!(resubmit(MAKER, number, &disclosure));
        assert_ok!(accept(number, &disclosure, None));
        assert_ok!(publish(BANKER, number, &disclosure));
    });
}

#[test]
fn the_bounds_should_fill_until_they_refuse() {
    test(|| {
        let disclosure = report("2025", None, &[1]);
        let number = submitted(&disclosure);
        Submissions::<Test>::mutate(number, |row| {
            let row = row.as_mut().expect("a submission");
            while row.makers.len() < MAX_MAKERS as usize {
                let person = row.makers.len() as u8 + 100;
                row.makers.try_push(jiandu_primitives::member::Handle([person; 8])).expect("room");
            }
        });
        assert_noop!(Disclosures::take_over(signed(COLLEAGUE), number), Error::<Test>::TooMany);
        let mut commitment = [0; 32];
        for count in 1..MAX_OPEN {
            commitment[..4].copy_from_slice(&count.to_le_bytes());
            assert_ok!(Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Report, commitment));
        }
        let one_more = Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Report, [9; 32]);
        assert_noop!(one_more, Error::<Test>::TooMany);
        assert_ok!(Disclosures::retract(signed(MAKER), number));
        assert_ok!(Disclosures::submit(signed(MAKER), exchange(), DisclosureClass::Report, [9; 32]));
    });
}
