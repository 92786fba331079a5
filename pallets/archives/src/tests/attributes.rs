//! Names, codes, statuses and successors over time.
use super::*;
use crate::{Codes, Enterprises, Error, Event, Predecessors, Successors};
use frame_support::assert_noop;
use jiandu_primitives::did::Did;

#[test]
fn every_name_that_an_enterprise_ever_had_should_lead_to_it() {
    test(|| {
        registered();
        assert_ok!(done(rename(1, "甲股份公司", 200)));
        assert_ok!(done(rename(1, "甲公司", 300)));
        for old in ["甲公司", "甲股份公司"] {
            assert_eq!(Archives::resolve_name(name(old)), [uscc(1)], "{old}");
        }
        assert!(Archives::resolve_name(name("乙公司")).is_empty());
        assert_eq!(Enterprises::<Test>::get(uscc(1)).map(|row| row.names), Some(3));
        assert_noop!(propose(&rename(1, "甲公司", 400)), Error::<Test>::NothingChanges);
        assert_noop!(propose(&rename(1, "丙公司", 299)), Error::<Test>::DatedBeforeLast);
        assert_noop!(propose(&rename(1, "丙公司", 1_601)), Error::<Test>::DatedAhead);
        assert_noop!(propose(&rename(1, "", 400)), Error::<Test>::InvalidName);
        assert_noop!(propose(&rename(9, "丙公司", 400)), Error::<Test>::UnknownEnterprise);
    });
}

#[test]
fn old_and_new_codes_and_their_dids_should_lead_to_the_same_enterprise_after_a_change_of_tier() {
    test(|| {
        registered();
        assert_ok!(done(change_code(1, "HN000001G", 200)));
        for held in ["HN000001F", "HN000001G"] {
            let answer = Archives::resolve_code(code(held)).expect("known");
            assert_eq!((answer.enterprise, answer.current, answer.held), (uscc(1), code("HN000001G"), true));
            // A DID is made of the code, and leads where the code does.
            let did: Did = format!("did:rem:hunan:{held}").parse().expect("a DID");
            assert_eq!(did.to_string(), format!("did:rem:hunan:{held}"));
        }
        assert_eq!(Archives::resolve_code(code("HN000001P")).map(|answer| answer.held), Some(false));
        assert_eq!(Archives::resolve_code(code("HN000001")).map(|answer| answer.held), Some(true));
        assert_eq!(Archives::resolve_code(code("HN000009F")), None);
        System::assert_has_event(
            Event::CodeChanged { enterprise: uscc(1), before: code("HN000001F"), code: code("HN000001G"), since: 200 }
                .into(),
        );
        assert_noop!(propose(&change_code(1, "HN000001G", 300)), Error::<Test>::NothingChanges);
        assert_noop!(propose(&change_code(1, "HN000001P", 199)), Error::<Test>::DatedBeforeLast);
    });
}

#[test]
fn a_wrong_number_should_be_corrected_and_stay_with_the_enterprise() {
    test(|| {
        two_registered();
        assert_noop!(propose(&change_code(1, "HN000002F", 200)), Error::<Test>::CodeTaken);
        assert_noop!(propose(&change_code(1, "GD000003F", 200)), Error::<Test>::InvalidCode);
        assert_ok!(done(change_code(1, "HN000003F", 200)));
        // Nobody else ever gets the number that was given up.
        assert_noop!(propose(&change_code(2, "HN000001F", 300)), Error::<Test>::CodeTaken);
        assert_ok!(done(change_code(1, "HN000001F", 300)));
        assert_eq!(Codes::<Test>::iter_prefix(uscc(1)).count(), 3);
    });
}

#[test]
fn an_archive_should_be_read_only_when_its_enterprise_is_not_active() {
    use EnterpriseStatus::*;
    test(|| {
        two_registered();
        assert_ok!(done(change_status(1, TransferredOut, 200)));
        for act in [rename(1, "丙公司", 300), change_code(1, "HN000001G", 300), bind(1, FIRST_KEY, None)] {
            assert_noop!(propose(&act), Error::<Test>::NotActive);
        }
        assert_noop!(propose(&change_status(1, TransferredOut, 300)), Error::<Test>::NothingChanges);
        assert_noop!(propose(&change_status(1, Deregistered, 300)), Error::<Test>::StatusNotPossible);
        assert_noop!(propose(&change_status(1, Active, 199)), Error::<Test>::DatedBeforeLast);
        assert_ok!(done(change_status(1, Active, 300)));
        assert_ok!(done(change_status(1, Closed, 300)));
        for status in [Active, Deregistered, TransferredOut] {
            assert_noop!(propose(&change_status(1, status, 400)), Error::<Test>::StatusNotPossible);
        }
        // And it is found as before.
        assert_eq!(Archives::resolve_name(name("甲公司")), [uscc(1)]);
    });
}

#[test]
fn mergers_and_divisions_should_be_said_plainly_and_once() {
    test(|| {
        two_registered();
        assert_ok!(done(register(&[registration(3, "丙公司", "HN000003F")])));
        assert_ok!(done(succeed(1, &[2, 3], Succession::Division)));
        let followers: Vec<_> = (0..2)
            .map(|number| Successors::<Test>::get(uscc(1), number).expect("a successor").value)
            .map(|successor| (successor.enterprise, successor.succession))
            .collect();
        assert_eq!(followers, [(uscc(2), Succession::Division), (uscc(3), Succession::Division)]);
        assert!(Predecessors::<Test>::contains_key(uscc(3), uscc(1)));
        assert_noop!(propose(&succeed(1, &[2], Succession::Merger)), Error::<Test>::AlreadySucceeded);
        assert_noop!(propose(&succeed(2, &[1], Succession::Merger)), Error::<Test>::AlreadySucceeded);
        assert_noop!(propose(&succeed(2, &[2], Succession::Merger)), Error::<Test>::RepeatedEnterprise);
        assert_noop!(propose(&succeed(2, &[3, 3], Succession::Merger)), Error::<Test>::AlreadySucceeded);
        assert_noop!(propose(&succeed(2, &[9], Succession::Merger)), Error::<Test>::UnknownEnterprise);
        assert_noop!(propose(&succeed(2, &[], Succession::Merger)), Error::<Test>::NothingNamed);
        // What was struck off can still be said to have been taken over; what is closed is closed.
        assert_ok!(done(change_status(2, EnterpriseStatus::Deregistered, 300)));
        assert_ok!(done(succeed(2, &[3], Succession::Absorption)));
        assert_ok!(done(change_status(3, EnterpriseStatus::Closed, 300)));
        assert_ok!(done(register(&[registration(4, "丁公司", "HN000004F")])));
        assert_noop!(propose(&succeed(3, &[4], Succession::Merger)), Error::<Test>::NotActive);
    });
}

#[test]
fn another_exchange_should_not_touch_the_enterprise() {
    test(|| {
        registered();
        for act in [
            rename(1, "丙公司", 300),
            change_code(1, "HN000001G", 300),
            change_status(1, EnterpriseStatus::Closed, 300),
            bind(1, FIRST_KEY, None),
            Act::PublishSection { enterprise: uscc(1), commitment: [1; 32] },
        ] {
            assert_noop!(Archives::propose(signed(STRANGE_MAKER), act), Error::<Test>::NotTheRegistrar);
        }
    });
}
