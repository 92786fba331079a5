//! Transactions through the whole pipeline.
use super::{begin_block, end_block, new_chain, signed};
use crate::{presets, Executive, Runtime, RuntimeCall, RuntimeEvent};
use codec::Encode;
use frame_support::{
    dispatch::{GetDispatchInfo, RawOrigin},
    traits::ChangeMembers,
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    member::{Custody, EndReason, Handle, OrganisationKind, Role, Roles},
    record::{Content, Document, MediaType, Subject},
    refusal::Refusal,
    uscc::Uscc,
    verdict::Headline,
};
use pallet_jiandu_members::NewKey;
use sp_keyring::Sr25519Keyring as Key;
use sp_runtime::{
    traits::{BlakeTwo256, Hash},
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
    DispatchError, DispatchResult,
};

const EXCHANGE: Uscc = Uscc::from_bytes(*b"91430100MADEW0001K");

/// Runs one transaction in a block of its own.
fn run(number: u32, key: Key, call: RuntimeCall) -> Result<DispatchResult, TransactionValidityError> {
    begin_block(number);
    let result = Executive::apply_extrinsic(signed(key, call));
    end_block();
    result
}

fn refused(refusal: Refusal) -> TransactionValidityError {
    InvalidTransaction::Custom(refusal.code()).into()
}

fn create() -> RuntimeCall {
    let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| ContentHash { alg, value: [3; 32] });
    let content = Content::Plain { digests: digests.to_vec().try_into().expect("two"), length: 9 };
    pallet_jiandu_records::Call::create {
        subject: Subject::Uscc(Uscc::from_bytes(*b"91430100MADEW01019")),
        external_id: "annual-2025".parse().expect("valid"),
        header: Default::default(),
        documents: vec![Document { content, media: MediaType::Pdf }].try_into().expect("one"),
    }
    .into()
}

fn as_council(call: impl Into<RuntimeCall>) -> RuntimeCall {
    let proposal: Box<RuntimeCall> = Box::new(call.into());
    pallet_collective::Call::propose { threshold: 1, proposal, length_bound: 10_000 }.into()
}

#[test]
fn a_maker_should_anchor_and_a_stranger_be_refused_in_the_pool() {
    new_chain(presets::DEV).execute_with(|| {
        assert_eq!(run(1, Key::AliceStash, create()), Err(refused(Refusal::UnknownKey)));
        assert_eq!(run(2, Key::Bob, create()), Ok(Err(DispatchError::BadOrigin)));
        assert_eq!(run(3, Key::Alice, create()), Ok(Ok(())));
        let verdict = crate::Records::verdict(ContentHash { alg: DigestAlg::Sm3, value: [3; 32] });
        assert_eq!(verdict.headline(), Headline::Current);
        assert_eq!((verdict.entries[0].anchor.at.block, verdict.entries[0].anchor.at.time), (3, 6));
    });
}

#[test]
fn the_pool_should_refuse_unsigned_transactions() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let bare = crate::UncheckedExtrinsic::new_bare(create());
        let validity = Executive::validate_transaction(TransactionSource::External, bare, Default::default());
        assert!(validity.is_err());
    });
}

#[test]
fn a_member_admitted_by_the_council_should_need_no_token() {
    new_chain(presets::DEV).execute_with(|| {
        let administrator = NewKey {
            account: Key::AliceStash.to_account_id(),
            handle: Handle([9; 8]),
            roles: Roles::of(&[Role::Administrator, Role::Discloser]),
            custody: Custody::Own,
            from: 0,
            until: None,
        };
        let admit = pallet_jiandu_members::Call::admit_organisation {
            organisation: Uscc::from_bytes(*b"91430100MADEW01019"),
            kind: OrganisationKind::Exchange,
            name: "示例".as_bytes().to_vec().try_into().expect("short"),
            administrator,
        };
        assert_eq!(run(1, Key::Alice, admit.clone().into()), Ok(Err(DispatchError::BadOrigin)));
        assert_eq!(run(2, Key::Bob, as_council(admit.clone())), Ok(Err(not_in_council())));
        assert_eq!(run(3, Key::Alice, as_council(admit)), Ok(Ok(())));
        assert_eq!(run(4, Key::AliceStash, create()), Ok(Ok(())));
    });
}

fn not_in_council() -> DispatchError {
    pallet_collective::Error::<Runtime, crate::configs::CouncilInstance>::NotMember.into()
}

#[test]
fn a_suspended_organisation_should_be_refused_until_it_is_reinstated() {
    new_chain(presets::DEV).execute_with(|| {
        // The council's only key belongs to the exchange, so another organisation is suspended.
        let bank = Uscc::from_bytes(*b"91430100MADEW0004W");
        let suspend =
            pallet_jiandu_members::Call::suspend_organisation { organisation: bank, reason: EndReason::Violation };
        assert_eq!(run(1, Key::Alice, as_council(suspend)), Ok(Ok(())));
        let remark = || RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
        assert_eq!(run(2, Key::Dave, remark()), Err(refused(Refusal::OrganisationSuspended)));
        let reinstate = pallet_jiandu_members::Call::reinstate_organisation { organisation: bank };
        assert_eq!(run(3, Key::Alice, as_council(reinstate)), Ok(Ok(())));
        assert_eq!(run(4, Key::Dave, remark()), Ok(Ok(())));
        assert_eq!(crate::Members::membership(Key::Dave.to_account_id()).map(|member| member.organisation), Ok(bank));
    });
}

#[test]
fn root_should_be_out_of_reach_but_for_the_acts_of_governance() {
    new_chain(presets::DEV).execute_with(|| {
        let code = RuntimeCall::System(frame_system::Call::set_code { code: vec![1] });
        let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
        assert_eq!(run(1, Key::Alice, code.clone()), Ok(Err(filtered)));
        // As a motion of the council it fails as well: the motion succeeds and carries the refusal in its event.
        assert_eq!(run(2, Key::Alice, as_council(code)), Ok(Ok(())));
        let executed = frame_system::Pallet::<Runtime>::events().into_iter().find_map(|record| match record.event {
            RuntimeEvent::Council(pallet_collective::Event::Executed { result, .. }) => Some(result),
            _ => None,
        });
        assert_eq!(executed, Some(Err(filtered)));
        let authorize = pallet_jiandu_governance::Call::authorize_upgrade { code_hash: [7; 32].into() };
        assert_eq!(run(3, Key::Alice, as_council(authorize)), Ok(Ok(())));
        assert!(frame_system::Pallet::<Runtime>::authorized_upgrade().is_some());
    });
}

#[test]
fn the_council_should_not_suspend_itself_out_of_power() {
    new_chain(presets::DEV).execute_with(|| {
        let suspend =
            pallet_jiandu_members::Call::suspend_organisation { organisation: EXCHANGE, reason: EndReason::Request };
        // The motion runs, and its event says that the act was refused.
        assert_eq!(run(1, Key::Alice, as_council(suspend)), Ok(Ok(())));
        assert!(crate::Members::membership(Key::Alice.to_account_id()).is_ok());
        let successor = Key::AliceStash.to_account_id();
        let rotate = pallet_jiandu_members::Call::rotate_key { successor, custody: Custody::Own };
        let powerless: DispatchError = pallet_jiandu_members::Error::<Runtime>::CouncilPowerless.into();
        assert_eq!(run(2, Key::Alice, rotate.into()), Ok(Err(powerless)));
        assert!(crate::Members::membership(Key::Alice.to_account_id()).is_ok());
    });
}

#[test]
fn a_motion_of_one_should_not_pass_a_council_of_three() {
    new_chain(presets::LOCAL).execute_with(|| {
        let suspend =
            pallet_jiandu_members::Call::suspend_organisation { organisation: EXCHANGE, reason: EndReason::Violation };
        assert_eq!(run(1, Key::Alice, as_council(suspend)), Ok(Ok(())));
        assert!(crate::Members::membership(Key::Bob.to_account_id()).is_ok());
        let raw: crate::RuntimeOrigin = RawOrigin::Root.into();
        assert!(crate::Members::suspend_organisation(raw, EXCHANGE, EndReason::Violation).is_err());
    });
}

#[test]
fn an_end_that_lies_ahead_should_not_take_the_council_its_power() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let alice = Key::Alice.to_account_id();
        let handle = crate::Members::membership(alice.clone()).expect("active").handle;
        let reason = EndReason::Departure;
        let end =
            |from| crate::Members::end_handle(RawOrigin::Signed(alice.clone()).into(), EXCHANGE, handle, from, reason);
        let powerless: DispatchError = pallet_jiandu_members::Error::<Runtime>::CouncilPowerless.into();
        for from in [0, 1_000_000, u64::MAX] {
            frame_support::assert_noop!(end(from), powerless);
        }
    });
}

#[test]
fn seats_should_be_given_to_lasting_keys_alone() {
    new_chain(presets::DEV).execute_with(|| {
        let seat = |keys: &[Key]| {
            let members: Vec<_> = keys.iter().map(|key| key.to_account_id()).collect();
            as_council(pallet_jiandu_governance::Call::seat_council { members: members.try_into().expect("few") })
        };
        let seats = pallet_collective::Members::<Runtime, crate::configs::CouncilInstance>::get;
        assert_eq!(run(1, Key::Alice, seat(&[Key::Alice, Key::AliceStash])), Ok(Ok(())));
        assert_eq!(seats(), [Key::Alice.to_account_id()], "the other is nobody's key");
        assert_eq!(run(2, Key::Alice, seat(&[Key::Dave, Key::Alice])), Ok(Ok(())));
        assert_eq!(seats().len(), 2);
        // Now both are needed, so neither can be ended.
        let revoke =
            pallet_jiandu_members::Call::revoke_key { key: Key::Alice.to_account_id(), reason: EndReason::Loss };
        let powerless: DispatchError = pallet_jiandu_members::Error::<Runtime>::CouncilPowerless.into();
        assert_eq!(run(3, Key::Alice, revoke.into()), Ok(Err(powerless)));
    });
}

#[test]
fn abstentions_should_not_lift_a_motion_over_its_threshold() {
    new_chain(presets::LOCAL).execute_with(|| {
        begin_block(1);
        let mut seats: Vec<_> =
            [Key::Alice, Key::Bob, Key::Charlie, Key::Dave, Key::Eve].iter().map(|key| key.to_account_id()).collect();
        seats.sort();
        let before = pallet_collective::Members::<Runtime, crate::configs::CouncilInstance>::get();
        crate::Council::set_members_sorted(&seats, &before);
        let call: RuntimeCall = pallet_jiandu_governance::Call::authorize_upgrade { code_hash: [7; 32].into() }.into();
        let length = u32::try_from(call.encoded_size()).expect("short");
        let (hash, weight) = (BlakeTwo256::hash_of(&call), call.get_dispatch_info().call_weight);
        let by = |seat: usize| crate::RuntimeOrigin::signed(seats[seat].clone());
        // Four of five are two thirds; three vote for it, and nobody against.
        crate::Council::propose(by(0), 4, Box::new(call), length).expect("proposed");
        (0..3).for_each(|seat| {
            crate::Council::vote(by(seat), hash, 0, true).expect("voted");
        });
        // Later than any motion lasts.
        frame_system::Pallet::<Runtime>::set_block_number(1_000_000);
        crate::Council::close(by(0), hash, 0, weight, length).expect("closed");
        assert!(frame_system::Pallet::<Runtime>::authorized_upgrade().is_none(), "three of five authorised an upgrade");
    });
}
