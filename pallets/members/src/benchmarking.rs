//! What each call costs at most, and members for the benchmarks of other pallets.

use crate::{pallet::*, types::*, Pallet};
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use jiandu_primitives::{
    benchmarking::uscc,
    member::{Custody, EndReason, Handle, OrganisationKind, Role, Roles},
    name::{Name, MAX_NAME},
    uscc::Uscc,
};
use sp_runtime::traits::{BlakeTwo256, Hash};

/// The exchange of the benchmarks.
pub const EXCHANGE: Uscc = Uscc::from_bytes(*b"91430100MADEW00089");
/// Their regulator.
const REGULATOR: Uscc = Uscc::from_bytes(*b"12430000MADEW0002N");
/// An organisation that is not there yet.
const NEWCOMER: Uscc = Uscc::from_bytes(*b"91430100MADEW0009C");
/// Most seats of a council, each of which a call may look at.
const SEATS: u32 = 32;

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
    /// Gives the seats of the council to these accounts, in ascending order.
    fn seat(accounts: &[AccountId]);
}

fn name() -> Name {
    Name::truncate_from(alloc::vec![b'a'; MAX_NAME as usize])
}

/// A person of its own for every account.
fn handle<T: Config>(account: &T::AccountId) -> Handle {
    let hash = BlakeTwo256::hash_of(account);
    let mut handle = [0; 8];
    handle.iter_mut().zip(hash.as_bytes()).for_each(|(target, source)| *target = *source);
    Handle(handle)
}

fn new_key<T: Config>(account: T::AccountId, roles: Roles) -> NewKey<T::AccountId> {
    let handle = handle::<T>(&account);
    NewKey { account, handle, roles, custody: Custody::Own, from: 0, until: None }
}

impl<T: Config> Pallet<T> {
    /// Makes an account a member of the benchmarks' exchange with those of the roles that an exchange may give; of the
    /// regulator where it may give none.
    pub fn seed(account: T::AccountId, roles: Roles) {
        let (organisation, kind) = match OrganisationKind::Exchange.roles().intersects(roles) {
            true => (EXCHANGE, OrganisationKind::Exchange),
            false => (REGULATOR, OrganisationKind::Regulator),
        };
        if !Organisations::<T>::contains_key(organisation) {
            Self::insert_organisation(organisation, kind, name()).expect("a new organisation");
        }
        if !Keys::<T>::contains_key(&account) {
            let roles = roles.iter().filter(|role| kind.roles().has(*role)).collect();
            Self::do_admit_key(organisation, new_key::<T>(account, roles)).expect("a new key");
        }
    }

    /// An account that may sit in the council, of an organisation of its own and with a deputation: most is read of it.
    pub fn seed_seat(number: u32) -> T::AccountId {
        let (organisation, seat): (_, T::AccountId) = (uscc(number), account("seat", number, 0));
        if !Keys::<T>::contains_key(&seat) {
            Self::insert_organisation(organisation, OrganisationKind::Auditor, name()).expect("a new organisation");
            let roles = Roles::of(&[Role::Auditor]);
            Self::do_admit_key(organisation, new_key::<T>(seat.clone(), roles)).expect("a new key");
            Self::seed_deputation(&seat, roles);
        }
        seat
    }

    /// Makes a key a deputy, so that most is read of it.
    fn seed_deputation(key: &T::AccountId, roles: Roles) {
        let deputation = Deputation { roles, from: 0, until: u64::MAX, at: T::Now::get(), ended: None };
        Deputations::<T>::insert(key, 0, deputation);
        Keys::<T>::mutate(key, |row| row.as_mut().expect("a key").deputations = 1);
    }

    /// A key with this role of an organisation of its own, which uses or provides data.
    pub fn seed_member(number: u32, role: Role) -> (Uscc, T::AccountId) {
        let kind = if role == Role::Provider { OrganisationKind::DataProvider } else { OrganisationKind::DataUser };
        let (organisation, key): (_, T::AccountId) = (uscc(number), account("party", number, 0));
        if !Keys::<T>::contains_key(&key) {
            Self::insert_organisation(organisation, kind, name()).expect("a new organisation");
            Self::do_admit_key(organisation, new_key::<T>(key.clone(), Roles::of(&[role]))).expect("a new key");
            Self::seed_deputation(&key, Roles::of(&[role]));
        }
        (organisation, key)
    }

    /// An account of the exchange with these roles alone.
    pub fn seeded(roles: Roles) -> T::AccountId {
        let index =
            roles.encode().into_iter().fold(0u32, |sum, byte| sum.saturating_mul(256).saturating_add(byte.into()));
        let account: T::AccountId = account("member", index, 0);
        Self::seed(account.clone(), roles);
        account
    }
}

/// An administrator of the exchange, with a council that takes most reading: every seat is of another organisation.
fn administrator<T: Config>() -> T::AccountId {
    let mut seats: Vec<T::AccountId> = (0..SEATS).map(Pallet::<T>::seed_seat).collect();
    seats.sort();
    T::BenchmarkHelper::seat(&seats);
    Pallet::<T>::seeded(Roles::of(&[Role::Administrator]))
}

fn member<T: Config>() -> T::AccountId {
    Pallet::<T>::seeded(Roles::of(&[Role::Reviewer]))
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn check_membership() {
        let administrator = administrator::<T>();
        let account = member::<T>();
        let until = T::Now::get().time.saturating_add(1_000);
        let admin = RawOrigin::Signed(administrator).into();
        Pallet::<T>::appoint_deputy(admin, account.clone(), Roles::of(&[Role::Registrar]), 0, until).expect("a deputy");
        let actor;
        #[block]
        {
            actor = Pallet::<T>::actor(account);
        }
        assert!(actor.is_ok_and(|actor| actor.roles.has(Role::Registrar)));
    }

    #[benchmark]
    fn admit_organisation() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let administrator = new_key::<T>(account("newcomer", 0, 0), Roles::of(&[Role::Administrator]));
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, NEWCOMER, OrganisationKind::Auditor, name(), administrator);
        assert!(Organisations::<T>::contains_key(NEWCOMER));
        Ok(())
    }

    #[benchmark]
    fn change_organisation() -> Result<(), BenchmarkError> {
        administrator::<T>();
        Pallet::<T>::insert_organisation(NEWCOMER, OrganisationKind::Auditor, name()).expect("a new organisation");
        let origin = council::<T>()?;
        #[extrinsic_call]
        suspend_organisation(origin as T::RuntimeOrigin, NEWCOMER, EndReason::Violation);
        assert!(Organisations::<T>::get(NEWCOMER).is_some_and(|row| row.status == OrganisationStatus::Suspended));
        Ok(())
    }

    #[benchmark]
    fn admit_key() {
        let administrator = administrator::<T>();
        let key = new_key::<T>(account("new", 0, 0), Roles::of(&[Role::Reviewer]));
        #[extrinsic_call]
        _(RawOrigin::Signed(administrator), EXCHANGE, key.clone());
        assert!(Keys::<T>::contains_key(key.account));
    }

    #[benchmark]
    fn rotate_key() {
        let administrator = administrator::<T>();
        let account_ = member::<T>();
        let until = T::Now::get().time.saturating_add(1_000);
        let admin = RawOrigin::Signed(administrator).into();
        Pallet::<T>::appoint_deputy(admin, account_.clone(), Roles::of(&[Role::Registrar]), 0, until)
            .expect("a deputy");
        let successor: T::AccountId = account("successor", 0, 0);
        #[extrinsic_call]
        _(RawOrigin::Signed(account_), successor.clone(), Custody::Own);
        assert!(Pallet::<T>::actor(successor).is_ok());
    }

    #[benchmark]
    fn change_key() {
        let administrator = administrator::<T>();
        let account = member::<T>();
        #[extrinsic_call]
        revoke_key(RawOrigin::Signed(administrator), account.clone(), EndReason::Loss);
        assert!(Pallet::<T>::actor(account).is_err());
    }

    #[benchmark]
    fn end_handle() {
        let administrator = administrator::<T>();
        let account = member::<T>();
        let handle = handle::<T>(&account);
        #[extrinsic_call]
        _(RawOrigin::Signed(administrator), EXCHANGE, handle, 0, EndReason::Departure);
        assert!(Pallet::<T>::actor(account).is_err());
    }

    #[benchmark]
    fn appoint_deputy() {
        let administrator = administrator::<T>();
        let account = member::<T>();
        let until = T::Now::get().time.saturating_add(1_000);
        #[extrinsic_call]
        _(RawOrigin::Signed(administrator), account.clone(), Roles::of(&[Role::Registrar]), 0, until);
        assert!(Pallet::<T>::actor(account).is_ok_and(|actor| actor.roles.has(Role::Registrar)));
    }

    #[benchmark]
    fn end_deputation() {
        let administrator = administrator::<T>();
        let account = member::<T>();
        let until = T::Now::get().time.saturating_add(1_000);
        let admin: T::RuntimeOrigin = RawOrigin::Signed(administrator.clone()).into();
        Pallet::<T>::appoint_deputy(admin, account.clone(), Roles::of(&[Role::Registrar]), 0, until).expect("a deputy");
        #[extrinsic_call]
        _(RawOrigin::Signed(administrator), account.clone());
        assert!(Pallet::<T>::actor(account).is_ok_and(|actor| !actor.roles.has(Role::Registrar)));
    }

    #[benchmark]
    fn register_encryption_key() {
        let caller = Pallet::<T>::seeded(Roles::of(&[Role::Administrator]));
        Pallet::<T>::register_encryption_key(RawOrigin::Signed(caller.clone()).into(), [1; 32]).expect("a key");
        #[extrinsic_call]
        _(RawOrigin::Signed(caller), [2; 32]);
        assert_eq!(EncryptionKeyCount::<T>::get(EXCHANGE), 2);
    }
}
