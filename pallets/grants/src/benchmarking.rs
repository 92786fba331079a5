//! What each call costs at most: sub-grants with as many items and open reservations as there may be, of an enterprise with as
//! many keys.

use crate::{pallet::*, types::*, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::Get;
use frame_system::RawOrigin;
use jiandu_primitives::{
    benchmarking::uscc,
    disclosure::handle_of_key,
    grant::{
        decision::{Denial, Use},
        usage::{Outcome, MAX_RESERVED},
        Action, Actions, Commitment, Consent, GrantReason, GrantState, GrantedItem, Onward, StandingTerms, Terms,
        MAX_ITEMS,
    },
    header::Level,
    member::{Author, Custody, Role},
    uscc::Uscc,
};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
    /// A key with this role of a member of its own for every number.
    fn member(number: u32, role: Role) -> (Uscc, AccountId);

    /// Registers the enterprise with number 0 with as many keys as it may have, two of which act, and gives those.
    fn enterprise() -> [AccountId; 2];
}

const USER: u32 = 1;
const PROVIDER: u32 = 2;
const SUB_USER: u32 = 3;
/// As many reservations as a sub-grant may have open: so many more are its parent's own.
const HALF: u32 = MAX_RESERVED / 2;

fn commitment(number: u32) -> Commitment {
    let mut bytes = [9; 32];
    bytes.iter_mut().zip(number.to_le_bytes()).for_each(|(byte, from)| *byte = from);
    Commitment(bytes)
}

fn member<T: Config>(number: u32) -> (Uscc, T::AccountId) {
    T::BenchmarkHelper::member(number, if number == PROVIDER { Role::Provider } else { Role::User })
}

/// A grant of everything that there may be, passed on to anybody.
fn terms<T: Config>(agreement: u32) -> Terms {
    let consent = Some(Consent { digest: commitment(1), until: u64::MAX });
    let items: Vec<_> = (0..MAX_ITEMS).map(|number| GrantedItem { item: commitment(number), consent }).collect();
    Terms {
        enterprise: uscc(0),
        user: member::<T>(USER).0,
        provider: Some(member::<T>(PROVIDER).0),
        parent: None,
        replaces: None,
        items: items.try_into().expect("within the bound"),
        level: Level::L5,
        purpose: Some(commitment(50)),
        actions: Actions::all(),
        from: T::Now::get().time,
        until: Some(T::Now::get().time.saturating_add(1_000_000)),
        uses: Some(1_000),
        territory: Some(commitment(60)),
        onward: Onward::Anybody,
        delete_within: Some(30),
        benefit: Some(commitment(61)),
        unrestricted: false,
        agreement: commitment(agreement),
    }
}

fn sub_terms<T: Config>(agreement: u32, parent: u64) -> Terms {
    let user = member::<T>(SUB_USER).0;
    Terms { user, parent: Some(parent), onward: Onward::Forbidden, ..terms::<T>(agreement) }
}

fn asked() -> Use {
    Use {
        item: commitment(MAX_ITEMS.saturating_sub(1)),
        purpose: Some(commitment(50)),
        action: Action::Derive,
        level: Level::L5,
    }
}

fn signed<T: Config>(number: u32) -> T::RuntimeOrigin {
    RawOrigin::Signed(member::<T>(number).1).into()
}

/// A proposal, and its number.
fn proposed<T: Config>(proposer: u32, terms: Terms) -> u64 {
    let number = NextGrant::<T>::get();
    Pallet::<T>::propose_grant(signed::<T>(proposer), Box::new(terms)).expect("a proposal");
    number
}

fn sign<T: Config>(origin: T::RuntimeOrigin, grant: u64) {
    let digest = Grants::<T>::get(grant).expect("a grant").terms.digest();
    Pallet::<T>::sign_grant(origin, grant, digest).expect("a signature");
}

/// A grant that holds.
fn active<T: Config>(agreement: u32) -> u64 {
    let [key, _] = T::BenchmarkHelper::enterprise();
    let grant = proposed::<T>(USER, terms::<T>(agreement));
    sign::<T>(RawOrigin::Signed(key).into(), grant);
    sign::<T>(signed::<T>(PROVIDER), grant);
    grant
}

/// A sub-grant that holds, with so many open reservations.
fn active_sub<T: Config>(reservations: u32) -> u64 {
    let parent = active::<T>(100);
    let grant = proposed::<T>(USER, sub_terms::<T>(101, parent));
    sign::<T>(signed::<T>(SUB_USER), grant);
    sign::<T>(signed::<T>(PROVIDER), grant);
    for number in 0..reservations {
        let ticket = commitment(number).0;
        Pallet::<T>::reserve_use(signed::<T>(SUB_USER), grant, asked(), ticket).expect("a reservation");
        Pallet::<T>::reserve_use(signed::<T>(USER), parent, asked(), ticket).expect("a reservation");
    }
    grant
}

/// The enterprise wants two to sign, and one has signed this.
fn two<T: Config>(keys: &[T::AccountId; 2], act: &impl codec::Encode) {
    let by = Author {
        organisation: uscc(0),
        handle: handle_of_key(&codec::Encode::encode(&keys[0])),
        custody: Custody::Own,
    };
    let signed = Signature { by, at: T::Now::get() };
    Policies::<T>::insert(uscc(0), 0, PolicyChange { two: true, signed });
    PolicyCount::<T>::insert(uscc(0), 1);
    Awaited::<T>::insert(uscc(0), sp_crypto_hashing::blake2_256(&act.encode()), by);
}

/// The provider agrees to everything beforehand.
fn agreed_beforehand<T: Config>() {
    let standing = StandingTerms {
        actions: Actions::all(),
        level: Level::L5,
        longest: u64::MAX,
        uses: None,
        onward: true,
        document: [1; 32],
    };
    Pallet::<T>::publish_standing_terms(signed::<T>(PROVIDER), Some(standing)).expect("standing terms");
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn propose_grant() {
        let parent = active::<T>(1);
        let replaced = proposed::<T>(USER, sub_terms::<T>(2, parent));
        sign::<T>(signed::<T>(SUB_USER), replaced);
        sign::<T>(signed::<T>(PROVIDER), replaced);
        let terms = Terms { replaces: Some(replaced), ..sub_terms::<T>(3, parent) };
        agreed_beforehand::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(member::<T>(USER).1), Box::new(terms));
        assert_eq!(NextGrant::<T>::get(), 3);
    }

    #[benchmark]
    fn sign_grant() {
        let replaced = active::<T>(1);
        let keys = T::BenchmarkHelper::enterprise();
        let terms = Terms { replaces: Some(replaced), ..terms::<T>(2) };
        let grant = proposed::<T>(USER, terms.clone());
        two::<T>(&keys, &0u8);
        sign::<T>(RawOrigin::Signed(keys[0].clone()).into(), grant);
        agreed_beforehand::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(keys[1].clone()), grant, terms.digest());
        assert_eq!(Heads::<T>::get(replaced).expect("a grant").state, GrantState::Replaced(grant));
    }

    #[benchmark]
    fn change_state() {
        let grant = active::<T>(1);
        let keys = T::BenchmarkHelper::enterprise();
        let origin = RawOrigin::Signed(keys[0].clone()).into();
        Pallet::<T>::suspend_grant(origin, grant, GrantReason::Dispute).expect("a suspension");
        two::<T>(&keys, &(grant, Heads::<T>::get(grant).expect("a grant").states));
        #[extrinsic_call]
        resume_grant(RawOrigin::Signed(keys[1].clone()), grant);
        assert_eq!(Heads::<T>::get(grant).expect("a grant").state, GrantState::Active);
    }

    #[benchmark]
    fn reserve_use() {
        let grant = active_sub::<T>(HALF.saturating_sub(1));
        #[extrinsic_call]
        _(RawOrigin::Signed(member::<T>(SUB_USER).1), grant, asked(), [1; 32]);
        assert_eq!(Heads::<T>::get(grant).expect("a grant").receipts, HALF);
    }

    #[benchmark]
    fn settle_use() {
        let grant = active_sub::<T>(HALF);
        let provider = RawOrigin::Signed(member::<T>(PROVIDER).1);
        #[extrinsic_call]
        _(provider, grant, HALF.saturating_sub(1), Outcome::Served, Some(commitment(1)));
        assert_eq!(Heads::<T>::get(grant).expect("a grant").usage.settled, 1);
    }

    #[benchmark]
    fn report_use() {
        let grant = active_sub::<T>(HALF);
        let happened = T::Now::get().time;
        let report = Report { happened, reservation: Some(0), result: Some(commitment(1)), ticket: [1; 32] };
        #[extrinsic_call]
        _(RawOrigin::Signed(member::<T>(PROVIDER).1), grant, asked(), report);
        assert_eq!(Heads::<T>::get(grant).expect("a grant").usage.settled, 1);
    }

    #[benchmark]
    fn record_denial() {
        let grant = active_sub::<T>(HALF);
        #[extrinsic_call]
        _(RawOrigin::Signed(member::<T>(PROVIDER).1), grant, asked(), Denial::Exhausted, [1; 32]);
        assert_eq!(Heads::<T>::get(grant).expect("a grant").receipts, HALF.saturating_add(1));
    }

    #[benchmark]
    fn acknowledge_deletion() {
        let grant = active_sub::<T>(0);
        Pallet::<T>::end_grant(signed::<T>(SUB_USER), grant, GrantReason::NotNeeded).expect("an end");
        #[extrinsic_call]
        _(RawOrigin::Signed(member::<T>(SUB_USER).1), grant, Some(commitment(1)));
        assert!(Heads::<T>::get(grant).expect("a grant").deletion.is_some());
    }

    #[benchmark]
    fn publish_standing_terms() {
        let (provider, key) = member::<T>(PROVIDER);
        agreed_beforehand::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(key), None);
        assert_eq!(StandingCount::<T>::get(provider), 2);
    }

    #[benchmark]
    fn require_two() {
        let keys = T::BenchmarkHelper::enterprise();
        two::<T>(&keys, &1u32);
        #[extrinsic_call]
        _(RawOrigin::Signed(keys[1].clone()), false);
        assert_eq!(PolicyCount::<T>::get(uscc(0)), 2);
    }
}
