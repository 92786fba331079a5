//! 披露义务人, 提交人 and 依据: kept apart, and checked as of filing.
use super::*;
use crate::{Error, Publications};
use frame_support::assert_noop;
use jiandu_primitives::{
    disclosure::{Capacity, Kinds, Occasion},
    enterprise::EnterpriseStatus,
    member::Author,
};
use pallet_jiandu_archives::{Act, MandateTerms};

fn mandated(number: u64) -> Disclosure {
    Disclosure { mandate: Some(number), ..report("2025", None, &[1]) }
}

/// Gives the agent a mandate of an enterprise for annual reports from 1,000 to 2,000.
fn give(enterprise: u32, agent: u64, kinds: Kinds) {
    let (enterprise, agent) = (uscc(enterprise), actor(agent).expect("a member").organisation);
    agreed(Act::RegisterMandate(MandateTerms { enterprise, agent, kinds, from: 1_000, until: 2_000, letter: [1; 32] }));
}

fn reports() -> Kinds {
    [DisclosureKind::AnnualReport].into_iter().collect()
}

#[test]
fn an_intermediary_should_file_under_its_mandate_and_be_named_as_submitter() {
    test(|| {
        give(1, AGENT, reports());
        let number = submitted_by(AGENT, &mandated(0), SALT);
        assert_ok!(publish(CHECKER, number, &mandated(0)));
        assert_eq!(Publications::<Test>::get(object("2025"), version(0)).map(|row| row.mandate), Some(Some(0)));
        let snapshot = pallet_jiandu_records::Snapshots::<Test>::get(object("2025"), version(0)).expect("a snapshot");
        assert_eq!(snapshot.into_snapshot().by, actor(AGENT).expect("a member").author());
        // The exchange goes on with what an intermediary began.
        published(&report("2025", Some(0), &[2]));
    });
}

#[test]
fn a_missing_expired_ended_foreign_or_other_mandate_should_be_refused_in_words_of_its_own() {
    test(|| {
        give(1, AGENT, reports());
        give(2, AGENT, Kinds::all());
        let number = submitted_by(AGENT, &report("2025", None, &[1]), SALT);
        assert_noop!(publish(CHECKER, number, &report("2025", None, &[1])), Error::<Test>::MandateMissing);
        for (mandate, error) in [(1, Error::<Test>::MandateOfAnother), (9, Error::<Test>::UnknownMandate)] {
            let number = submitted_by(AGENT, &mandated(mandate), SALT);
            assert_noop!(publish(CHECKER, number, &mandated(mandate)), error);
        }
        let other_kind = Disclosure { kind: DisclosureKind::SemiannualReport, ..mandated(0) };
        let number = submitted_by(AGENT, &other_kind, SALT);
        assert_noop!(publish(CHECKER, number, &other_kind), Error::<Test>::MandateOtherKind);
        let number = submitted_by(OTHER_AGENT, &mandated(0), SALT);
        assert_noop!(publish(CHECKER, number, &mandated(0)), Error::<Test>::MandateOfAnother);
        Time::set(2_000);
        let number = submitted_by(AGENT, &mandated(0), SALT);
        assert_noop!(publish(CHECKER, number, &mandated(0)), Error::<Test>::MandateNotInForce);
    });
}

#[test]
fn a_mandate_should_hold_when_it_was_filed_and_not_when_it_is_published() {
    test(|| {
        give(1, AGENT, reports());
        Time::set(1_999);
        let number = submitted_by(AGENT, &mandated(0), SALT);
        Time::set(9_000);
        assert_ok!(publish(CHECKER, number, &mandated(0)));
    });
    test(|| {
        give(1, AGENT, reports());
        let number = submitted_by(AGENT, &mandated(0), SALT);
        Time::set(1_001);
        assert_ok!(Archives::end_mandate(signed(KEY), 0));
        // Filed again after it was returned, and the mandate is over by then.
        assert_ok!(send_back(number, &mandated(0)));
        assert_ok!(resubmit(AGENT, number, &mandated(0)));
        assert_noop!(publish(CHECKER, number, &mandated(0)), Error::<Test>::MandateNotInForce);
    });
}

#[test]
fn an_enterprise_should_file_for_itself_alone() {
    test(|| {
        let own = report("2025", None, &[1]);
        let number = submitted_by(KEY, &own, SALT);
        assert_eq!(Submissions::<Test>::get(number).map(|row| row.capacity), Some(Capacity::Enterprise));
        assert_ok!(publish(CHECKER, number, &own));
        let by = pallet_jiandu_records::Snapshots::<Test>::get(object("2025"), version(0)).expect("a snapshot");
        let Author { organisation, .. } = by.into_snapshot().by;
        assert_eq!(organisation, uscc(1));
        let number = submitted_by(OTHER_KEY, &report("2024", None, &[2]), SALT);
        assert_noop!(publish(CHECKER, number, &report("2024", None, &[2])), Error::<Test>::NotTheEnterprise);
        give(1, AGENT, reports());
        let needless = Disclosure { mandate: Some(0), ..report("2023", None, &[3]) };
        let number = submitted_by(KEY, &needless, SALT);
        assert_noop!(publish(CHECKER, number, &needless), Error::<Test>::MandateNotNeeded);
    });
}

#[test]
fn nothing_should_be_published_for_an_unknown_or_inactive_enterprise_or_another_exchanges() {
    test(|| {
        let unknown = Disclosure { enterprise: uscc(9), ..report("2025", None, &[1]) };
        let number = submitted(&unknown);
        assert_noop!(publish(CHECKER, number, &unknown), Error::<Test>::NotTheRegistrar);
        let own = report("2024", None, &[2]);
        let strange = actor(STRANGE_MAKER).expect("a member").organisation;
        let number = NextSubmission::<Test>::get();
        let commitment = own.commitment(&SALT);
        assert_ok!(Disclosures::submit(signed(STRANGE_MAKER), strange, DisclosureClass::Report, commitment));
        assert_noop!(publish(STRANGE_CHECKER, number, &own), Error::<Test>::NotTheRegistrar);
        let number = submitted(&own);
        agreed(Act::ChangeStatus { enterprise: uscc(1), status: EnterpriseStatus::TransferredOut, since: 500 });
        assert_noop!(publish(CHECKER, number, &own), Error::<Test>::NotActive);
    });
}

#[test]
fn what_is_entered_later_should_be_labelled_and_meet_nothing() {
    test(|| {
        let late = Disclosure { backfilled: true, ..report("2019", None, &[1]) };
        published(&late);
        let digest = ContentHash { alg: DigestAlg::Sm3, value: [1; 32] };
        assert!(Records::verdict(digest).entries.first().is_some_and(|entry| entry.anchor.backfilled));
        assert!(Publications::<Test>::get(object("2019"), version(0)).is_some_and(|row| row.backfilled));
        let meets = Disclosure { occasion: Some(Occasion::Period(2019)), ..late.clone() };
        let number = submitted(&meets);
        assert_noop!(publish(CHECKER, number, &meets), Error::<Test>::BackfillNotPossible);
        let by_itself = Disclosure { number: "2018".parse().expect("a label"), ..late };
        let number = submitted_by(KEY, &by_itself, SALT);
        assert_noop!(publish(CHECKER, number, &by_itself), Error::<Test>::BackfillNotPossible);
        // Nor does its correction.
        let corrected = Disclosure { occasion: Some(Occasion::Period(2019)), ..report("2019", Some(0), &[2]) };
        let number = submitted(&corrected);
        assert_noop!(publish(CHECKER, number, &corrected), Error::<Test>::BackfillNotPossible);
        assert!(TOLD.take().is_empty());
    });
}
