//! Registering enterprises.
use super::{done, propose, register, registered, registration};
use crate::{mock::*, types::*, CodeOwners, Codes, Enterprises, Error, Event, NameHolders, Names, Statuses};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{enterprise::EnterpriseStatus, uscc::Uscc};

#[test]
fn an_enterprise_should_be_found_by_its_code_and_its_name_without_any_key() {
    test(|| {
        registered();
        let row = Enterprises::<Test>::get(uscc(1)).expect("registered");
        assert_eq!((row.status, row.code, row.keys), (EnterpriseStatus::Active, code("HN000001F"), 0));
        let first = Names::<Test>::get(uscc(1), 0).expect("a name");
        assert_eq!((&first.value[..], first.since), ("甲公司".as_bytes(), 100));
        let hands = |key: u64| actor(key).expect("a clerk").author();
        assert_eq!((first.hands.maker, first.hands.checker), (hands(MAKER), hands(CHECKER)));
        assert_eq!(Codes::<Test>::get(uscc(1), 0).map(|dated| dated.value), Some(code("HN000001F")));
        assert_eq!(Statuses::<Test>::get(uscc(1), 0).map(|dated| dated.value), Some(EnterpriseStatus::Active));
        assert_eq!(Archives::resolve_name(name("甲公司")), [uscc(1)]);
        let answer = Archives::resolve_code(code("HN000001F")).expect("known");
        assert_eq!((answer.enterprise, answer.held), (uscc(1), true));
        System::assert_has_event(
            Event::EnterpriseRegistered {
                enterprise: uscc(1),
                registrar: hands(MAKER).organisation,
                name: name("甲公司"),
                code: code("HN000001F"),
                since: 100,
            }
            .into(),
        );
    });
}

#[test]
fn many_enterprises_should_be_registered_together_or_not_at_all() {
    let many = |count: u32| -> Vec<Registration> {
        (1..=count).map(|number| registration(number, &format!("第{number}公司"), &format!("HN{number:06}F"))).collect()
    };
    assert!(frame_support::BoundedVec::<_, frame_support::traits::ConstU32<MAX_REGISTRATIONS>>::try_from(many(
        MAX_REGISTRATIONS + 1
    ))
    .is_err());
    test(|| {
        let mut list = many(MAX_REGISTRATIONS);
        list[100].code = code("HN000001F");
        assert_noop!(propose(&register(&list)), Error::<Test>::CodeTaken);
        list[100] = registration(1, "又一公司", "HN900000F");
        assert_noop!(propose(&register(&list)), Error::<Test>::EnterpriseExists);
        assert_ok!(done(register(&many(MAX_REGISTRATIONS))));
        assert_eq!(Enterprises::<Test>::iter().count(), MAX_REGISTRATIONS as usize);
    });
}

#[test]
fn a_registration_should_be_refused_when_something_in_it_is_wrong() {
    test(|| {
        registered();
        let good = || registration(2, "乙公司", "HN000002F");
        let wrong = |error: Error<Test>, change: &dyn Fn(&mut Registration)| {
            let mut registration = good();
            change(&mut registration);
            assert_noop!(propose(&register(&[registration])), error);
        };
        wrong(Error::InvalidUscc, &|one| one.enterprise = Uscc::from_bytes(*b"91330100799655058C"));
        wrong(Error::InvalidName, &|one| one.name = name(" 乙公司"));
        wrong(Error::InvalidName, &|one| one.name = name("乙13800138000"));
        wrong(Error::InvalidCode, &|one| one.code = code("GD000002F"));
        wrong(Error::CodeTaken, &|one| one.code = code("HN000001G"));
        wrong(Error::EnterpriseExists, &|one| one.enterprise = uscc(1));
        wrong(Error::DatedAhead, &|one| one.since = 1_601);
        assert_noop!(propose(&register(&[])), Error::<Test>::NothingNamed);
        // A person's business is registered under the person's name.
        let first: [u8; 17] = *b"92430100MA0000002";
        let check = jiandu_primitives::uscc::check_character(&first).expect("valid symbols");
        let individual = Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18"));
        wrong(Error::IndividualBusiness, &|one| one.enterprise = individual);
        let mut latest = good();
        latest.since = 1_600;
        assert_ok!(done(register(&[latest])));
    });
}

#[test]
fn two_enterprises_should_share_a_name_and_never_a_number() {
    test(|| {
        registered();
        assert_ok!(done(register(&[registration(2, "甲公司", "HN000002F")])));
        let mut holders: Vec<_> = NameHolders::<Test>::iter_key_prefix(name("甲公司")).collect();
        holders.sort();
        assert_eq!(holders, [uscc(1), uscc(2)]);
        assert_eq!(CodeOwners::<Test>::iter().count(), 2);
    });
}
