//! The rules of grants, and the decision against a table.

use super::{
    agreement::*,
    decision::{decide, is_usable, Denial, Denied, Facts, Standing, Use},
    usage::{as_of, Reserved, Usage, MAX_RESERVED},
    *,
};
use crate::{enterprise::Section, uscc::check_character};
use alloc::{collections::BTreeMap, vec};
use proptest::prelude::*;

fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = alloc::format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

const ENTERPRISE: u32 = 1;
const USER: u32 = 2;
const PROVIDER: u32 = 3;
const OTHER: u32 = 4;

fn commitment(number: u8) -> Commitment {
    Commitment([number; 32])
}

fn item(number: u8, consent: Option<u64>) -> GrantedItem {
    let consent = consent.map(|until| Consent { digest: commitment(200), until });
    GrantedItem { item: commitment(number), consent }
}

fn terms() -> Terms {
    Terms {
        enterprise: uscc(ENTERPRISE),
        user: uscc(USER),
        provider: Some(uscc(PROVIDER)),
        parent: None,
        replaces: None,
        items: vec![item(1, None), item(2, None), item(3, Some(1_500))].try_into().expect("few"),
        level: Level::L3,
        purpose: Some(commitment(50)),
        actions: Actions::of(&[Action::View, Action::Query]),
        from: 1_000,
        until: Some(2_000),
        uses: Some(3),
        territory: Some(commitment(60)),
        onward: Onward::Named(vec![uscc(OTHER)].try_into().expect("one")),
        delete_within: Some(30),
        benefit: None,
        unrestricted: false,
        agreement: commitment(70),
    }
}

fn facts() -> Facts {
    Facts {
        state: Some(GrantState::Active),
        used: 0,
        enterprise_active: true,
        key_change: false,
        user_active: true,
        provider_active: true,
    }
}

fn asked() -> Use {
    Use { item: commitment(1), purpose: Some(commitment(50)), action: Action::View, level: Level::L2 }
}

/// Spoils one thing that a decision depends on.
type Spoil = fn(&mut Terms, &mut Facts, &mut Use, &mut Uscc, &mut u64);

/// Everything that a decision depends on, as a table has it: each row spoils one thing.
fn spoils() -> Vec<(Denial, Spoil)> {
    use GrantState::*;
    vec![
        (Denial::NotTheUser, |_, _, _, user, _| *user = uscc(OTHER)),
        (Denial::NotSigned, |_, facts, _, _, _| facts.state = None),
        (Denial::NotSigned, |_, facts, _, _, _| facts.state = Some(Open)),
        (Denial::AwaitsProvider, |_, facts, _, _, _| facts.state = Some(AwaitsProvider)),
        (Denial::Declined, |_, facts, _, _, _| facts.state = Some(Declined)),
        (Denial::Retracted, |_, facts, _, _, _| facts.state = Some(Retracted)),
        (Denial::Revoked, |_, facts, _, _, _| facts.state = Some(Revoked)),
        (Denial::Ended, |_, facts, _, _, _| facts.state = Some(Ended)),
        (Denial::Replaced, |_, facts, _, _, _| facts.state = Some(Replaced(9))),
        (Denial::Suspended, |_, facts, _, _, _| facts.state = Some(Suspended)),
        (Denial::NotBegun, |_, _, _, _, time| *time = 999),
        (Denial::Expired, |_, _, _, _, time| *time = 2_000),
        (Denial::EnterpriseInactive, |_, facts, _, _, _| facts.enterprise_active = false),
        (Denial::KeyChange, |_, facts, _, _, _| facts.key_change = true),
        (Denial::UserInactive, |_, facts, _, _, _| facts.user_active = false),
        (Denial::ProviderInactive, |_, facts, _, _, _| facts.provider_active = false),
        (Denial::Exhausted, |_, facts, _, _, _| facts.used = 3),
        (Denial::ItemNotGranted, |_, _, asked, _, _| asked.item = commitment(4)),
        (Denial::ConsentExpired, |_, _, asked, _, time| {
            asked.item = commitment(3);
            *time = (*time).max(1_500);
        }),
        (Denial::OtherPurpose, |_, _, asked, _, _| asked.purpose = None),
        (Denial::OtherPurpose, |_, _, asked, _, _| asked.purpose = Some(commitment(51))),
        (Denial::ActionNotGranted, |_, _, asked, _, _| asked.action = Action::Model),
        (Denial::LevelTooHigh, |_, _, asked, _, _| asked.level = Level::L4),
    ]
}

/// What the table says of rows that were spoilt: the first in the order of the reasons.
fn expected(spoilt: impl Iterator<Item = Denial>) -> Result<(), Denial> {
    spoilt.min().map_or(Ok(()), Err)
}

#[test]
fn a_use_should_be_refused_for_the_first_reason_there_is() {
    let rows = spoils();
    assert_eq!(rows.iter().map(|row| row.0).collect::<alloc::collections::BTreeSet<_>>().len(), Denial::ALL.len());
    for (index, (first, spoil)) in rows.iter().enumerate() {
        for (second, spoil_too) in &rows[index..] {
            let (mut terms, mut facts, mut asked, mut user, mut time) = (terms(), facts(), asked(), uscc(USER), 1_200);
            spoil(&mut terms, &mut facts, &mut asked, &mut user, &mut time);
            // What was spoilt first stays so, where both rows are about the same.
            let before = (facts.state, time, asked);
            spoil_too(&mut terms, &mut facts, &mut asked, &mut user, &mut time);
            let same = [
                facts.state != before.0 && before.0 != Some(GrantState::Active),
                time != before.1 && before.1 != 1_200,
                asked.item != before.2.item && before.2.item != commitment(1),
                asked.purpose != before.2.purpose && before.2.purpose != Some(commitment(50)),
            ];
            if same.contains(&true) {
                continue;
            }
            let found = decide(&Standing { terms: &terms, facts }, None, &user, &asked, time);
            let expected = expected([*first, *second].into_iter());
            assert_eq!(found, expected.map_err(|reason| Denied { reason, of_parent: false }), "{first} and {second}");
        }
    }
}

#[test]
fn the_end_of_a_grant_should_be_exact() {
    let terms = terms();
    let at = |time| decide(&Standing { terms: &terms, facts: facts() }, None, &uscc(USER), &asked(), time);
    let denied = |reason| Err(Denied { reason, of_parent: false });
    assert_eq!(at(999), denied(Denial::NotBegun));
    assert_eq!(at(1_000), Ok(()));
    assert_eq!(at(1_999), Ok(()));
    assert_eq!(at(2_000), denied(Denial::Expired));
    let of_person = |time| {
        let asked = Use { item: commitment(3), ..asked() };
        decide(&Standing { terms: &terms, facts: facts() }, None, &uscc(USER), &asked, time)
    };
    assert_eq!((of_person(1_499), of_person(1_500)), (Ok(()), denied(Denial::ConsentExpired)));
    let used = |used| Standing { terms: &terms, facts: Facts { used, ..facts() } };
    assert_eq!(is_usable(&used(2), None, 1_000), Ok(()));
    assert_eq!(is_usable(&used(3), None, 1_000), denied(Denial::Exhausted));
}

fn any_state() -> impl Strategy<Value = Option<GrantState>> {
    use GrantState::*;
    let states = [Open, AwaitsProvider, Active, Suspended, Declined, Retracted, Revoked, Ended, Replaced(1)];
    prop_oneof![
        5 => Just(Some(Active)),
        1 => proptest::option::of(proptest::sample::select(states.to_vec())),
    ]
}

prop_compose! {
    fn any_facts()(
        state in any_state(), used in 0u32..5, mostly in proptest::array::uniform4(proptest::bool::weighted(0.9)),
    ) -> Facts {
        let [enterprise_active, no_key_change, user_active, provider_active] = mostly;
        Facts { state, used, enterprise_active, key_change: !no_key_change, user_active, provider_active }
    }
}

fn any_level() -> impl Strategy<Value = Level> {
    proptest::sample::select(Level::ALL.to_vec())
}

prop_compose! {
    fn any_terms()(
        items in proptest::collection::btree_map(0u8..5, proptest::option::of(1_000u64..2_200), 1..5),
        level in any_level(),
        purpose in proptest::option::of(50u8..53),
        actions in proptest::sample::subsequence(Action::ALL.to_vec(), 1..=Action::ALL.len()),
        from in 900u64..1_200, until in proptest::option::of(1_200u64..2_100), uses in proptest::option::of(1u32..5),
    ) -> Terms {
        Terms {
            items: items.into_iter().map(|(number, until)| item(number, until)).collect::<Vec<_>>().try_into().expect("few"),
            level, purpose: purpose.map(commitment), actions: actions.into_iter().collect(), from, until, uses, ..terms()
        }
    }
}

prop_compose! {
    fn any_use()(
        number in 0u8..5, purpose in proptest::option::of(50u8..53), action in proptest::sample::select(Action::ALL.to_vec()), level in any_level(),
    ) -> Use {
        Use { item: commitment(number), purpose: purpose.map(commitment), action, level }
    }
}

/// The same decision, written down as a list of conditions with their reasons, without order of evaluation.
fn oracle(terms: &Terms, facts: &Facts, user: &Uscc, asked: &Use, time: u64) -> Result<(), Denial> {
    use GrantState::*;
    let items: BTreeMap<_, _> = terms.items.iter().map(|item| (item.item, item.consent)).collect();
    let consent = items.get(&asked.item).copied().flatten();
    let conditions = [
        (terms.user == *user, Denial::NotTheUser),
        (!matches!(facts.state, None | Some(Open)), Denial::NotSigned),
        (facts.state != Some(AwaitsProvider), Denial::AwaitsProvider),
        (facts.state != Some(Declined), Denial::Declined),
        (facts.state != Some(Retracted), Denial::Retracted),
        (facts.state != Some(Revoked), Denial::Revoked),
        (facts.state != Some(Ended), Denial::Ended),
        (!matches!(facts.state, Some(Replaced(_))), Denial::Replaced),
        (facts.state != Some(Suspended), Denial::Suspended),
        (time >= terms.from, Denial::NotBegun),
        (terms.until.is_none() || Some(time) < terms.until, Denial::Expired),
        (facts.enterprise_active, Denial::EnterpriseInactive),
        (!facts.key_change, Denial::KeyChange),
        (facts.user_active, Denial::UserInactive),
        (facts.provider_active, Denial::ProviderInactive),
        (terms.uses.is_none() || Some(facts.used) < terms.uses, Denial::Exhausted),
        (items.contains_key(&asked.item), Denial::ItemNotGranted),
        (consent.is_none_or(|consent| consent.until > time), Denial::ConsentExpired),
        (terms.purpose.is_none() || terms.purpose == asked.purpose, Denial::OtherPurpose),
        (terms.actions.iter().any(|action| action == asked.action), Denial::ActionNotGranted),
        (asked.level <= terms.level, Denial::LevelTooHigh),
    ];
    expected(conditions.into_iter().filter(|(holds, _)| !holds).map(|(_, reason)| reason))
}

/// The same terms and facts with one thing narrower.
fn narrower(terms: &Terms, facts: &Facts, choice: u8) -> (Terms, Facts) {
    let (mut terms, mut facts) = (terms.clone(), *facts);
    match choice {
        0 => terms.items = terms.items.iter().skip(1).copied().collect::<Vec<_>>().try_into().expect("fewer"),
        1 => terms.level = Level::L1,
        2 => terms.purpose = terms.purpose.or(Some(commitment(50))),
        3 => terms.actions = terms.actions.iter().skip(1).collect(),
        4 => terms.from = terms.from.saturating_add(200),
        5 => terms.until = Some(terms.until.unwrap_or(2_000).saturating_sub(300)),
        6 => terms.uses = Some(terms.uses.unwrap_or(4).saturating_sub(1)),
        7 => facts.used = facts.used.saturating_add(1),
        8 => facts.state = Some(GrantState::Suspended),
        9 => facts.enterprise_active = false,
        10 => facts.key_change = true,
        11 => facts.user_active = false,
        12 => facts.provider_active = false,
        _ => {
            let consent = Some(Consent { digest: commitment(200), until: 1_300 });
            terms.items.iter_mut().for_each(|item| {
                if item.consent.is_none_or(|consent| consent.until > 1_300) {
                    item.consent = consent;
                }
            });
        }
    }
    (terms, facts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, max_global_rejects: 40_000, ..ProptestConfig::default() })]

    #[test]
    fn the_decision_should_be_that_of_the_table(
        terms in any_terms(), facts in any_facts(), asked in any_use(), own in proptest::bool::weighted(0.9), time in 950u64..2_150,
    ) {
        let user = uscc(if own { USER } else { OTHER });
        let found = decide(&Standing { terms: &terms, facts }, None, &user, &asked, time);
        prop_assert_eq!(found.map_err(|denied| denied.reason), oracle(&terms, &facts, &user, &asked, time));
        let usable = is_usable(&Standing { terms: &terms, facts }, None, time);
        prop_assert!(found.is_err() || usable.is_ok());
    }

    #[test]
    fn what_is_refused_should_stay_so_when_anything_is_narrower(
        terms in any_terms(), facts in any_facts(), asked in any_use(), time in 950u64..2_150, choice in 0u8..14,
    ) {
        let user = uscc(USER);
        let wide = decide(&Standing { terms: &terms, facts }, None, &user, &asked, time);
        let (narrow, less) = narrower(&terms, &facts, choice);
        let found = decide(&Standing { terms: &narrow, facts: less }, None, &user, &asked, time);
        prop_assert!(wide.is_ok() || found.is_err(), "{:?} became {:?}", wide, found);
        // As a parent it only ever takes away.
        let parent = Standing { terms: &narrow, facts: less };
        let both = decide(&Standing { terms: &terms, facts }, Some(&parent), &user, &asked, time);
        prop_assert_eq!(both.is_ok(), wide.is_ok() && found.is_ok());
        prop_assert_eq!(both.err().map(|denied| denied.of_parent), both.err().map(|_| wide.is_ok()));
    }

    #[test]
    fn what_a_sub_grant_allows_its_parent_should_allow(
        parent in any_terms(), cuts in proptest::collection::vec(0u8..7, 0..4), wider in any_terms(), part in 0u8..8,
        asked in any_use(), time in 950u64..2_150,
    ) {
        let narrow = cuts.into_iter().fold(parent.clone(), |terms, cut| narrower(&terms, &facts(), cut).0);
        let mut sub = Terms { user: uscc(OTHER), onward: Onward::Forbidden, ..narrow };
        // One part of it may come from elsewhere.
        match part {
            0 => sub.items = wider.items,
            1 => sub.level = wider.level,
            2 => sub.purpose = wider.purpose,
            3 => sub.actions = wider.actions,
            4 => sub.from = wider.from,
            5 => sub.until = wider.until,
            6 => sub.uses = wider.uses,
            _ => (),
        }
        prop_assume!(parent.bounds(&sub));
        let of = |terms| Standing { terms, facts: facts() };
        let allowed = decide(&of(&sub), None, &sub.user, &asked, time);
        prop_assert!(allowed.is_err() || decide(&of(&parent), None, &parent.user, &asked, time).is_ok());
    }

    #[test]
    fn an_entry_should_hold_until_the_next_one(times in proptest::collection::vec(0u64..50, 0..20), time in 0u64..60) {
        let mut times = times;
        times.sort_unstable();
        let entry = |number: u32| times.get(number as usize).map(|at| (*at, number));
        let expected = times.iter().rposition(|at| *at <= time).map(|index| index as u32);
        prop_assert_eq!(as_of(times.len() as u32, entry, time), expected);
    }

    /// Against a list of everything that was ever reserved.
    #[test]
    fn uses_should_be_counted_as_a_list_counts_them(acts in proptest::collection::vec((0u8..4, 0u64..20, 0usize..20), 1..60)) {
        let (mut usage, mut list, mut time) = (Usage::default(), Vec::<(u64, bool, bool)>::new(), 0);
        for (act, later, which) in acts {
            time += later;
            let receipt = which.min(list.len().saturating_sub(1)) as u32;
            let is_open = |entry: &(u64, bool, bool)| !entry.2 && time < entry.0;
            match act {
                0 => {
                    let room = list.iter().filter(|entry| is_open(entry)).count() < MAX_RESERVED as usize;
                    let reserved = Reserved { grant: 0, receipt: list.len() as u32, lapses: time + 30 };
                    prop_assert_eq!(usage.reserve(0, reserved, time), room);
                    if room {
                        list.push((time + 30, false, false));
                    }
                }
                3 => {
                    usage.add();
                    list.push((0, true, true));
                }
                _ => {
                    let open = list.get(receipt as usize).is_some_and(is_open);
                    prop_assert_eq!(usage.settle(0, receipt, act == 1, time), open);
                    if open {
                        list[receipt as usize] = (0, act == 1, true);
                    }
                }
            }
            let count = list.iter().filter(|entry| entry.1 || is_open(entry)).count();
            prop_assert_eq!(usage.count(time), count as u32);
        }
    }
}

#[test]
fn terms_should_restrict_or_say_that_they_do_not() {
    let free = Terms { uses: None, until: None, purpose: None, territory: None, onward: Onward::Anybody, ..terms() };
    assert_eq!(free.check(), Err(TermsFault::Unrestricted));
    assert_eq!(Terms { unrestricted: true, ..free.clone() }.check(), Ok(()));
    let clauses: [fn(&mut Terms); 5] = [
        |terms| terms.uses = Some(1),
        |terms| terms.until = Some(1_001),
        |terms| terms.purpose = Some(commitment(1)),
        |terms| terms.territory = Some(commitment(1)),
        |terms| terms.onward = Onward::Forbidden,
    ];
    for clause in clauses {
        let mut one = free.clone();
        clause(&mut one);
        assert_eq!(one.check(), Ok(()));
        assert_eq!(Terms { unrestricted: true, ..one }.check(), Err(TermsFault::Unrestricted));
    }
}

#[test]
fn terms_should_be_refused_when_they_can_be_no_grant() {
    let onward = |names: &[u32]| {
        Onward::Named(names.iter().map(|name| uscc(*name)).collect::<Vec<_>>().try_into().expect("few"))
    };
    type Spoil = fn(&mut Terms);
    let faults: Vec<(TermsFault, Spoil)> = vec![
        (TermsFault::Items, |terms| terms.items = Items::default()),
        (TermsFault::Items, |terms| terms.items = vec![item(1, None), item(1, Some(9))].try_into().expect("few")),
        (TermsFault::Actions, |terms| terms.actions = Actions::default()),
        (TermsFault::Window, |terms| terms.until = Some(1_000)),
        (TermsFault::Window, |terms| terms.until = Some(1_001 + MAX_TERM)),
        (TermsFault::Uses, |terms| terms.uses = Some(0)),
        (TermsFault::Parties, |terms| terms.user = terms.enterprise),
        (TermsFault::Parties, |terms| terms.provider = Some(terms.enterprise)),
        (TermsFault::Parties, |terms| terms.provider = Some(terms.user)),
        (TermsFault::Parties, |terms| terms.provider = Some(Uscc::from_bytes([b'1'; 18]))),
        (TermsFault::DeleteWithin, |terms| terms.delete_within = Some(MAX_DELETE_WITHIN + 1)),
    ];
    for (fault, spoil) in faults {
        let mut spoilt = terms();
        spoil(&mut spoilt);
        assert_eq!(spoilt.check(), Err(fault));
    }
    for names in [&[][..], &[USER], &[ENTERPRISE], &[OTHER, OTHER]] {
        assert_eq!(Terms { onward: onward(names), ..terms() }.check(), Err(TermsFault::Onward));
    }
    assert_eq!(Terms { until: Some(1_000 + MAX_TERM), ..terms() }.check(), Ok(()));
    assert_eq!(terms().check(), Ok(()));
}

#[test]
fn a_sub_grant_should_stay_within_its_grant_in_everything() {
    let parent = terms();
    let sub = Terms { user: uscc(OTHER), onward: Onward::Forbidden, parent: Some(0), ..terms() };
    assert!(parent.bounds(&sub));
    assert!(parent.bounds(&Terms { provider: Some(uscc(USER)), uses: Some(1), until: Some(1_500), ..sub.clone() }));
    let consented = GrantedItem { consent: Some(Consent { digest: commitment(201), until: 1_400 }), ..item(3, None) };
    assert!(parent.bounds(&Terms { items: vec![consented, item(1, Some(9))].try_into().expect("two"), ..sub.clone() }));
    let beyond: Vec<fn(&mut Terms)> = vec![
        |sub| sub.user = uscc(PROVIDER),
        |sub| sub.user = uscc(USER),
        |sub| sub.enterprise = uscc(PROVIDER),
        |sub| sub.provider = Some(uscc(OTHER)),
        |sub| sub.items = vec![item(9, None)].try_into().expect("one"),
        |sub| sub.items = vec![item(3, Some(1_501))].try_into().expect("one"),
        |sub| sub.items = vec![item(3, None)].try_into().expect("one"),
        |sub| sub.level = Level::L4,
        |sub| sub.purpose = None,
        |sub| sub.purpose = Some(commitment(1)),
        |sub| sub.actions = Actions::of(&[Action::Model]),
        |sub| sub.from = 999,
        |sub| sub.until = None,
        |sub| sub.until = Some(2_001),
        |sub| sub.uses = None,
        |sub| sub.uses = Some(4),
        |sub| sub.territory = None,
        |sub| sub.onward = Onward::Anybody,
        |sub| sub.delete_within = None,
        |sub| sub.delete_within = Some(31),
    ];
    for (index, spoil) in beyond.into_iter().enumerate() {
        let mut wide = sub.clone();
        spoil(&mut wide);
        assert!(!parent.bounds(&wide), "{index}");
    }
    assert!(!Terms { onward: Onward::Forbidden, ..terms() }.bounds(&sub));
}

#[test]
fn standing_terms_should_cover_what_stays_within_them() {
    let standing = StandingTerms {
        actions: Actions::of(&[Action::View, Action::Query]),
        level: Level::L3,
        longest: 1_000,
        uses: Some(3),
        onward: false,
        document: [1; 32],
    };
    let plain = Terms { onward: Onward::Forbidden, ..terms() };
    assert!(standing.is_valid() && standing.cover(&plain));
    assert!(!standing.cover(&terms()));
    assert!(StandingTerms { onward: true, ..standing }.cover(&terms()));
    assert!(!standing.cover(&Terms { until: None, ..plain.clone() }));
    assert!(!standing.cover(&Terms { until: Some(2_001), ..plain.clone() }));
    assert!(!standing.cover(&Terms { uses: None, ..plain.clone() }));
    assert!(!standing.cover(&Terms { level: Level::L4, ..plain.clone() }));
    assert!(!standing.cover(&Terms { actions: Actions::all(), ..plain.clone() }));
    assert!(StandingTerms { uses: None, ..standing }.cover(&Terms { uses: None, ..plain }));
}

fn agreement() -> Agreement {
    let salted = |number: u8| Salt([number; 32]);
    let agreed = |section, number| AgreedItem {
        item: Salted { value: Item::Section(section), salt: salted(number) },
        consent: None,
    };
    Agreement {
        salt: salted(1),
        enterprise: uscc(ENTERPRISE),
        user: uscc(USER),
        provider: None,
        parent: None,
        replaces: None,
        items: vec![agreed(Section::CashFlow, 2), agreed(Section::Government, 3)],
        level: Level::L3,
        purpose: Some(Salted { value: Purpose::CreditAssessment, salt: salted(4) }),
        actions: Actions::of(&[Action::View]),
        from: 1_000,
        until: Some(2_000),
        uses: Some(3),
        territory: Some(Salted { value: Territory::Province, salt: salted(5) }),
        onward: Onward::Forbidden,
        delete_within: Some(30),
        basis: LegalBasis::Consent,
        right: RightKind::Processing,
        benefit: Some(Salted {
            value: Benefit { form: BenefitForm::RateReduction, amount: Some(50) },
            salt: salted(6),
        }),
        unrestricted: false,
        document: None,
    }
}

#[test]
fn terms_should_bind_every_part_of_an_agreement_and_show_none_of_what_is_hidden() {
    let agreement = agreement();
    let terms = agreement.terms().expect("few items");
    assert_eq!(terms.check(), Ok(()));
    let changes: Vec<fn(&mut Agreement)> = vec![
        |one| one.salt = Salt([9; 32]),
        |one| one.items[0].item.value = Item::Section(Section::Credit),
        |one| one.items[0].item.salt = Salt([9; 32]),
        |one| one.purpose = None,
        |one| one.basis = LegalBasis::Contract,
        |one| one.right = RightKind::Operation,
        |one| one.benefit = None,
        |one| one.territory = None,
        |one| one.uses = Some(4),
    ];
    for change in changes {
        let mut other = agreement.clone();
        change(&mut other);
        assert_ne!(other.terms().expect("few items").agreement, terms.agreement);
    }
    let cash = Item::Section(Section::CashFlow);
    let found = agreement.item(&cash).expect("granted");
    assert_eq!(agreement.item_of(&found), Some(cash));
    assert_eq!(agreement.item(&Item::Section(Section::Credit)), None);
    assert_eq!(agreement.purpose(Purpose::CreditAssessment), terms.purpose);
    assert_ne!(agreement.purpose(Purpose::Guarantee), terms.purpose);
    // The same thing in another agreement, and the same salt for another thing, have other commitments.
    let mut other = agreement.clone();
    other.items[0].item.salt = Salt([8; 32]);
    assert_ne!(other.item(&cash), Some(found));
    assert_ne!(Commitment::new("item", &[0; 32], &1u8), Commitment::new("purpose", &[0; 32], &1u8));
}

#[test]
fn items_should_read_back_what_they_print() {
    let record = "ab".repeat(32);
    for text in ["cash-flow", "personnel", &record] {
        let item: Item = text.parse().expect("an item");
        assert_eq!(alloc::string::ToString::to_string(&item), text);
    }
    assert_eq!("cashflow".parse::<Item>(), Err(UnknownItem));
}
