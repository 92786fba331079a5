//! Freezes: no new version and no withdrawal, and nothing hidden.
use super::*;
use crate::{Error, Event, Freezes};
use frame_support::assert_noop;
use jiandu_primitives::{disclosure::FreezeReason, record::ExternalId};

const DISPUTE: Reason<FreezeReason> = Reason { code: FreezeReason::Dispute, text: Some([3; 32]) };

#[test]
fn a_frozen_disclosure_should_neither_go_on_nor_end_and_answer_as_before() {
    test(|| {
        published(&report("2025", None, &[1]));
        assert_ok!(Disclosures::freeze(signed(REGULATOR), object("2025"), DISPUTE));
        let by = actor(REGULATOR).expect("a member").author();
        System::assert_last_event(Event::RecordFrozen { object: object("2025"), reason: DISPUTE, by }.into());
        for next in [report("2025", Some(0), &[2]), rewriting("2025", version(0), 0, &[&[3]]), withdrawal("2025", 0)] {
            let number = submitted(&next);
            assert_noop!(publish(CHECKER, number, &next), pallet_jiandu_records::Error::<Test>::RecordFrozen);
        }
        assert_eq!(standing(1), Some(Standing::Current));
        let digest = ContentHash { alg: DigestAlg::Sm3, value: [1; 32] };
        assert!(Records::verdict(digest).entries.first().is_some_and(|entry| entry.frozen));
        assert_noop!(Disclosures::freeze(signed(REGULATOR), object("2025"), DISPUTE), Error::<Test>::AlreadyFrozen);
        Time::set(2_000);
        assert_ok!(Disclosures::unfreeze(signed(REGULATOR), object("2025")));
        assert_noop!(Disclosures::unfreeze(signed(REGULATOR), object("2025")), Error::<Test>::NotFrozen);
        published(&report("2025", Some(0), &[9]));
        assert_ok!(Disclosures::freeze(signed(REGULATOR), object("2025"), DISPUTE));
        let history: Vec<_> = (0..2).filter_map(|number| Freezes::<Test>::get(object("2025"), number)).collect();
        assert_eq!(
            history.iter().map(|freeze| freeze.ended.map(|(_, at)| at.time)).collect::<Vec<_>>(),
            [Some(2_000), None]
        );
    });
}

#[test]
fn records_of_any_kind_should_be_frozen_but_not_what_is_unknown_or_closed() {
    test(|| {
        let subject = Subject::Uscc(uscc(1));
        let id: ExternalId = "plain".parse().expect("an id");
        let plain = ObjectId::new(&subject, &id);
        assert_ok!(Records::create(signed(MAKER), subject, id, Header::default(), documents(&[1])));
        assert_ok!(Disclosures::freeze(signed(REGULATOR), plain, DISPUTE));
        let withdrawn =
            |base| Records::withdraw(signed(MAKER), plain, version(base), Header::default(), WithdrawalReason::Mistake);
        assert_noop!(withdrawn(0), pallet_jiandu_records::Error::<Test>::RecordFrozen);
        assert_ok!(Disclosures::unfreeze(signed(REGULATOR), plain));
        assert_ok!(withdrawn(0));
        let closed = pallet_jiandu_records::Error::<Test>::RecordClosed;
        assert_noop!(Disclosures::freeze(signed(REGULATOR), plain, DISPUTE), closed);
        let unknown = pallet_jiandu_records::Error::<Test>::UnknownRecord;
        assert_noop!(Disclosures::freeze(signed(REGULATOR), object("none"), DISPUTE), unknown);
    });
}
