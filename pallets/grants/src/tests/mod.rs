//! One file per behaviour.
mod origins;
mod races;
mod signing;
mod sub_grants;
mod tenants;
mod travel;
mod uses;

use crate::{mock::*, types::*, Error, Grants as Stored, Heads, NextGrant, Receipts, Today};
use frame_support::{assert_noop, assert_ok};
use jiandu_primitives::{
    grant::{
        decision::{Denial, Denied, Use},
        usage::{self, Outcome},
        Action, Actions, Commitment, Consent, GrantReason, GrantState, GrantedItem, Onward, StandingTerms, Terms,
    },
    header::Level,
    uscc::Uscc,
};
use sp_runtime::DispatchResult;

const DAY: u64 = 86_400;
const REASON: GrantReason = GrantReason::NotNeeded;

fn signed(key: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(key)
}

fn commitment(number: u8) -> Commitment {
    Commitment([number; 32])
}

fn item(number: u8, consent: Option<u64>) -> GrantedItem {
    GrantedItem { item: commitment(number), consent: consent.map(|until| Consent { digest: commitment(90), until }) }
}

/// Three items of enterprise 1 for the bank, 30 days, 3 uses, served by the bureau.
fn terms() -> Terms {
    Terms {
        enterprise: uscc(1),
        user: code(BANK),
        provider: Some(code(DATA)),
        parent: None,
        replaces: None,
        items: vec![item(1, None), item(2, None), item(3, Some(START + 10 * DAY))].try_into().expect("few"),
        level: Level::L3,
        purpose: Some(commitment(50)),
        actions: Actions::of(&[Action::View, Action::Query]),
        from: START,
        until: Some(START + 30 * DAY),
        uses: Some(3),
        territory: None,
        onward: Onward::Forbidden,
        delete_within: Some(30),
        benefit: None,
        unrestricted: false,
        agreement: commitment(70),
    }
}

/// The same under another agreement.
fn other_terms(number: u8) -> Terms {
    Terms { agreement: commitment(number), ..terms() }
}

fn asked() -> Use {
    Use { item: commitment(1), purpose: Some(commitment(50)), action: Action::View, level: Level::L3 }
}

fn propose(key: u64, terms: &Terms) -> DispatchResult {
    Grants::propose_grant(signed(key), Box::new(terms.clone()))
}

/// Proposes a grant and gives its number.
fn proposed(key: u64, terms: &Terms) -> u64 {
    let number = NextGrant::<Test>::get();
    assert_ok!(propose(key, terms));
    assert_eq!(NextGrant::<Test>::get(), number + 1);
    number
}

fn sign(key: u64, grant: u64) -> DispatchResult {
    let digest = Stored::<Test>::get(grant).map_or([0; 32], |grant| grant.terms.digest());
    Grants::sign_grant(signed(key), grant, digest)
}

/// A grant that holds: asked for by the bank, signed by the enterprise and the bureau.
fn active(terms: &Terms) -> u64 {
    let grant = proposed(BANKER, terms);
    assert_ok!(sign(KEY, grant));
    if terms.provider.is_some() {
        assert_ok!(sign(BUREAU, grant));
    }
    assert_eq!(state(grant), GrantState::Active);
    grant
}

fn head(grant: u64) -> Head {
    Heads::<Test>::get(grant).expect("a grant")
}

fn state(grant: u64) -> GrantState {
    head(grant).state
}

fn used(grant: u64) -> u32 {
    head(grant).usage.count(Time::get())
}

fn reserve(key: u64, grant: u64, ticket: u8) -> DispatchResult {
    Grants::reserve_use(signed(key), grant, asked(), [ticket; 32])
}

/// Reserves a use and gives its receipt.
fn reserved(grant: u64, ticket: u8) -> u32 {
    let receipt = head(grant).receipts;
    assert_ok!(reserve(BANKER, grant, ticket));
    receipt
}

fn settle(key: u64, grant: u64, receipt: u32, outcome: Outcome) -> DispatchResult {
    let result = (outcome == Outcome::Served).then_some(commitment(80));
    Grants::settle_use(signed(key), grant, receipt, outcome, result)
}

fn report_of(happened: u64, reservation: Option<u32>, ticket: u8) -> Report {
    Report { happened, reservation, result: Some(commitment(81)), ticket: [ticket; 32] }
}

fn decision_at(grant: u64, time: Option<u64>) -> Result<(), Denied> {
    Grants::decision(grant, code(BANK), None, asked(), None, time).expect("a grant").decision
}

fn denied<T>(reason: Denial) -> Result<T, Denied> {
    Err(Denied { reason, of_parent: false })
}
