//! One file per behaviour.
mod attributes;
mod keys;
mod mandates;
mod model;
mod origins;
mod proposals;
mod register;
mod sections;

use crate::{mock::*, types::*, NextProposal};
use codec::Encode;
use frame_support::assert_ok;
use jiandu_primitives::{
    disclosure::DisclosureKind,
    enterprise::{EnterpriseStatus, Succession},
};
use sp_runtime::DispatchResult;

fn signed(key: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(key)
}

fn digest(act: &Act<u64>) -> [u8; 32] {
    sp_crypto_hashing::blake2_256(&act.encode())
}

fn propose(act: &Act<u64>) -> DispatchResult {
    Archives::propose(signed(MAKER), act.clone())
}

fn confirm(key: u64, number: u64, act: &Act<u64>) -> DispatchResult {
    Archives::confirm(signed(key), number, digest(act), act.size())
}

/// Proposed by the one clerk and confirmed by the other.
fn done(act: Act<u64>) -> DispatchResult {
    let number = NextProposal::<Test>::get();
    propose(&act)?;
    confirm(CHECKER, number, &act)
}

fn registration(number: u32, text: &str, of: &str) -> Registration {
    Registration { enterprise: uscc(number), name: name(text), code: code(of), since: 100 }
}

fn register(list: &[Registration]) -> Act<u64> {
    Act::Register(list.to_vec().try_into().expect("few"))
}

/// The enterprise with number 1: 甲公司, HN000001F.
fn registered() {
    assert_ok!(done(register(&[registration(1, "甲公司", "HN000001F")])));
}

/// And number 2: 乙公司, HN000002G.
fn two_registered() {
    registered();
    assert_ok!(done(register(&[registration(2, "乙公司", "HN000002G")])));
}

fn rename(number: u32, text: &str, since: u64) -> Act<u64> {
    Act::Rename { enterprise: uscc(number), name: name(text), since }
}

fn change_code(number: u32, of: &str, since: u64) -> Act<u64> {
    Act::ChangeCode { enterprise: uscc(number), code: code(of), since }
}

fn change_status(number: u32, status: EnterpriseStatus, since: u64) -> Act<u64> {
    Act::ChangeStatus { enterprise: uscc(number), status, since }
}

fn succeed(number: u32, by: &[u32], succession: Succession) -> Act<u64> {
    let successors = by.iter().map(|number| uscc(*number)).collect::<Vec<_>>().try_into().expect("few");
    Act::Succeed { enterprise: uscc(number), successors, succession, since: 200 }
}

fn bind(number: u32, key: u64, replaces: Option<u64>) -> Act<u64> {
    let custody = jiandu_primitives::member::Custody::Own;
    Act::BindKey { enterprise: uscc(number), key, custody, replaces, application: [1; 32] }
}

/// A mandate of an enterprise to the one agent for annual reports, from 1,000 to 2,000.
fn mandate(number: u32, letter: u8) -> MandateTerms {
    let agent = actor(AGENT).expect("a member").organisation;
    let kinds = [DisclosureKind::AnnualReport].into_iter().collect();
    MandateTerms { enterprise: uscc(number), agent, kinds, from: 1_000, until: 2_000, letter: [letter; 32] }
}
