//! Before publication nothing is knowable: the whole state, given the candidate, confirms nothing.
use super::*;
use frame_support::assert_noop;

/// Every key and value of the state.
fn dump() -> Vec<u8> {
    let (mut bytes, mut key) = (Vec::new(), Vec::new());
    while let Some(next) = sp_io::storage::next_key(&key) {
        bytes.extend_from_slice(&next);
        bytes.extend_from_slice(&sp_io::storage::get(&next).expect("a value"));
        key = next;
    }
    bytes
}

fn contains(dump: &[u8], part: &[u8]) -> bool {
    dump.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_dump_of_the_state_should_not_confirm_a_candidate_before_publication() {
    test(|| {
        let disclosure = report("2025", None, &[77]);
        let number = submitted(&disclosure);
        let candidate = [
            [77u8; 32].to_vec(),
            disclosure.external_id().expect("a name").as_bytes().to_vec(),
            object("2025").0.to_vec(),
        ];
        let unsalted = [disclosure.commitment(&[0; 32]).to_vec()];
        let returned = submitted(&report("2024", None, &[78]));
        assert_ok!(send_back(returned, &report("2024", None, &[78])));
        let rejected = submitted(&report("2023", None, &[79]));
        assert_ok!(Disclosures::reject(
            signed(CHECKER),
            rejected,
            report("2023", None, &[79]).commitment(&SALT),
            INCORRECT
        ));
        assert_ok!(accept(number, &disclosure, Some(5_000)));
        let before = dump();
        for part in candidate.iter().chain(&unsalted).chain(&[[78; 32].to_vec(), [79; 32].to_vec()]) {
            assert!(!contains(&before, part), "{part:02x?} is in the state");
        }
        // The test would see it: from the publication on, all of it is there.
        Time::set(5_000);
        assert_ok!(publish(BANKER, number, &disclosure));
        let after = dump();
        assert!(candidate.iter().all(|part| contains(&after, part)));
        assert!(!contains(&after, &[78; 32]) && !contains(&after, &[79; 32]));
    });
}

#[test]
fn rehearsals_should_say_what_a_publication_would_come_to_and_leave_no_trace() {
    test(|| {
        let disclosure = report("2025", None, &[77]);
        let boxed = || Box::new(disclosure.clone());
        let before = dump();
        assert_ok!(Disclosures::rehearse_submission(MAKER, exchange(), boxed()));
        let unmandated = Disclosures::rehearse_submission(AGENT, exchange(), boxed());
        assert_eq!(unmandated, Err(crate::Error::<Test>::MandateMissing.into()));
        assert_eq!(Disclosures::rehearse_submission(OUTSIDER, exchange(), boxed()), Err(DispatchError::BadOrigin));
        assert_eq!(before, dump());
        let number = submitted(&disclosure);
        let before = dump();
        assert_ok!(Disclosures::rehearse_publication(CHECKER, number, SALT, boxed()));
        let own = Disclosures::rehearse_publication(SAME_PERSON, number, SALT, boxed());
        assert_eq!(own, Err(crate::Error::<Test>::SamePerson.into()));
        assert_eq!(before, dump());
        assert_noop!(publish(SAME_PERSON, number, &disclosure), crate::Error::<Test>::SamePerson);
    });
}
