//! Members of the consortium: organisations admitted by the council, their keys, and who may act for whom.
//!
//! An organisation is known by its unified social credit code (USCC), whose check character the chain verifies. Each of its
//! keys belongs to one person, known by a random operator [handle](jiandu_primitives::member::Handle), and has roles within
//! what the [kind](jiandu_primitives::member::OrganisationKind) of the organisation permits, a window of validity and a
//! custody. Enterprises are not members: they are subjects of records and need no key.
//!
//! Other pallets receive an [`Actor`](jiandu_primitives::member::Actor) from [`EnsureRole`]; the pool admits only active
//! keys through [`CheckMembership`](extension::CheckMembership).
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `admit_organisation` | council | `OrganisationAdmitted`, `KeyAdmitted` |
//! | `suspend_organisation`, `reinstate_organisation`, `remove_organisation` | council | `OrganisationStatusChanged` |
//! | `admit_key` | council, administrator of the organisation | `KeyAdmitted` |
//! | `rotate_key` | any member, for the key that signs | `KeyAdmitted`, `KeyStatusChanged` |
//! | `suspend_key`, `reinstate_key`, `revoke_key` | council, administrator of the organisation | `KeyStatusChanged` |
//! | `end_handle` | council, administrator of the organisation | `HandleEnded` |
//! | `appoint_deputy` | administrator of the organisation | `DeputyAppointed` |
//! | `end_deputation` | council, administrator of the organisation | `DeputationEnded` |
//! | `register_encryption_key` | administrator of the organisation | `EncryptionKeyRegistered` |
//!
//! Never possible: a key in two organisations; a role outside the organisation's kind; a key or an organisation coming back
//! after it ended; a call that ends the keys without which the council can't decide; an account losing its nonce (accounts
//! get a provider when their key is admitted and keep it, so none is ever reaped); a past act becoming invalid because a
//! key ended.
//!
//! Storage is documented with its sizes in `docs/pallets/members.md`.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod extension;
pub mod genesis;
mod history;
mod logic;
mod origins;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "std"))]
mod try_state;

pub use extension::CheckMembership;
pub use origins::EnsureRole;
pub use pallet::*;
pub use types::{
    Deputation, EncryptionKey, HandleEnd, Key, KeyChange, KeyStatus, NewKey, Organisation, OrganisationStatus, Person,
    StatusChange,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{genesis::GenesisOrganisation, types::*, WeightInfo};
    use alloc::vec::Vec;
    use frame_support::{pallet_prelude::*, traits::Contains};
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::Moment,
        member::{Actor, BoundKeys, Custody, EndReason, Handle, OrganisationKind, Role, Roles},
        refusal::Refusal,
        uscc::Uscc,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Who admits, suspends and removes organisations.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// Whether enough members of the council have active keys to pass a motion.
        type CouncilCanDecide: Get<bool>;
        /// Keys of others than members that may sign.
        type BoundKeys: BoundKeys<Self::AccountId>;
        /// The calls that those may sign: everything else of theirs stays out of the pool.
        type BoundCalls: Contains<<Self as frame_system::Config>::RuntimeCall>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// What the benchmarks need.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
    }

    /// Organisations by their code. At most 291 bytes a row.
    #[pallet::storage]
    pub type Organisations<T> = StorageMap<_, Blake2_128Concat, Uscc, Organisation>;

    /// Every status that an organisation has had, numbered from 0: append-only, so that "was it active at T?" stays
    /// answerable. 93 bytes a row.
    #[pallet::storage]
    pub type StatusChanges<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, StatusChange>;

    /// Keys by their account. At most 136 bytes a row.
    #[pallet::storage]
    pub type Keys<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Key>;

    /// Every status that a key has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type KeyChanges<T: Config> = StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u32, KeyChange>;

    /// The people of an organisation by their handles: one row ends all keys of one person. At most 116 bytes a row.
    #[pallet::storage]
    pub type Handles<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, Handle, Person>;

    /// 代岗: roles that a key has for a while beside its own, numbered from 0: append-only but for the end of the last one. At
    /// most one is running or lies ahead. At most 135 bytes a row.
    #[pallet::storage]
    pub type Deputations<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u32, Deputation>;

    /// Every key that documents for an organisation were and are encrypted to, numbered from 0: append-only. 130 bytes a
    /// row.
    #[pallet::storage]
    pub type EncryptionKeys<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, EncryptionKey>;

    /// How many encryption keys an organisation has had. 70 bytes a row.
    #[pallet::storage]
    pub type EncryptionKeyCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// The members of a new chain.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Organisations with their keys, active from the first block.
        pub organisations: Vec<GenesisOrganisation<T::AccountId>>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for organisation in &self.organisations {
                Pallet::<T>::admit_at_genesis(organisation);
            }
        }
    }

    /// What happened to members.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council admitted an organisation.
        OrganisationAdmitted {
            /// The organisation.
            organisation: Uscc,
            /// What it is.
            kind: OrganisationKind,
            /// Its registered name.
            name: Name,
        },
        /// An organisation was suspended, reinstated or removed.
        OrganisationStatusChanged {
            /// The organisation.
            organisation: Uscc,
            /// Its status from now on.
            status: OrganisationStatus,
            /// Why, where it stops being active.
            reason: Option<EndReason>,
        },
        /// A key may act for an organisation.
        KeyAdmitted {
            /// The key's account.
            key: T::AccountId,
            /// The organisation.
            organisation: Uscc,
            /// The person.
            handle: Handle,
            /// What it may do.
            roles: Roles,
            /// Who holds its secret.
            custody: Custody,
            /// Unix second of the beginning of its validity.
            from: u64,
            /// Unix second of its end.
            until: Option<u64>,
        },
        /// A key was suspended, reinstated, replaced or revoked.
        KeyStatusChanged {
            /// The key's account.
            key: T::AccountId,
            /// Its status from now on.
            status: KeyStatus,
        },
        /// All keys of a person end.
        HandleEnded {
            /// The organisation.
            organisation: Uscc,
            /// The person.
            handle: Handle,
            /// Unix second from which they do.
            from: u64,
            /// Why.
            reason: EndReason,
        },
        /// A key has more roles for a while.
        DeputyAppointed {
            /// The key's account.
            key: T::AccountId,
            /// The roles.
            roles: Roles,
            /// Unix second of the beginning.
            from: u64,
            /// Unix second of the end.
            until: u64,
        },
        /// A deputation ended before its time.
        DeputationEnded {
            /// The key's account.
            key: T::AccountId,
        },
        /// Documents for an organisation are encrypted to this key from now on.
        EncryptionKeyRegistered {
            /// The organisation.
            organisation: Uscc,
            /// The number of the key among the organisation's.
            number: u32,
            /// The X25519 public key.
            public: [u8; 32],
            /// Who registered it.
            by: Handle,
        },
        /// That is the organisation's encryption key already: nothing was written.
        EncryptionKeyUnchanged {
            /// The organisation.
            organisation: Uscc,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// The unified social credit code is not valid: compare all 18 characters with the business licence.
        InvalidUscc,
        /// The name is empty, not UTF-8, has invisible characters or a number that may be a person's: give it as registered.
        InvalidName,
        /// An organisation with this code exists already: look at it, and reinstate it where it is suspended.
        OrganisationExists,
        /// No organisation has this code: admit it first.
        UnknownOrganisation,
        /// The organisation is not active: reinstate it first.
        OrganisationNotActive,
        /// The organisation is not suspended, so there is nothing to reinstate.
        OrganisationNotSuspended,
        /// The organisation has left the consortium for good.
        OrganisationHasLeft,
        /// The key belongs to an organisation or an enterprise already: use a key that was never admitted.
        KeyExists,
        /// No organisation holds this key: check the account.
        UnknownKey,
        /// The key has ended for good: admit a new one.
        KeyHasEnded,
        /// The key is not active: reinstate it first.
        KeyNotActive,
        /// The key is not suspended, so there is nothing to reinstate.
        KeyNotSuspended,
        /// A key needs at least one role.
        NoRoles,
        /// The organisation's kind does not permit one of the roles.
        RolesNotPermitted,
        /// The window ends before it begins, or is over already.
        InvalidWindow,
        /// Only an administrator of the same organisation, or the council, may do this.
        NotAdministrator,
        /// No key of the organisation has this handle: check it.
        UnknownHandle,
        /// The handle has ended: give the person's new key a new handle.
        HandleHasEnded,
        /// The key is a deputy until later: wait for the end of that window, or end it first.
        DeputationRunning,
        /// The key is no deputy, now or later: there is nothing to end.
        NoDeputation,
        /// The encryption key is no X25519 public key.
        InvalidEncryptionKey,
        /// Too few members of the council would be left with an active key: give those seats to other keys first.
        CouncilPowerless,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Admits an organisation with its first administrator, who then admits the other keys.
        ///
        /// Origin: council. Events: [`Event::OrganisationAdmitted`], [`Event::KeyAdmitted`]. Errors: [`Error::InvalidUscc`],
        /// [`Error::InvalidName`], [`Error::OrganisationExists`], and those of [`Pallet::admit_key`]. The administrator's
        /// roles must include [`Role::Administrator`](jiandu_primitives::member::Role::Administrator).
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::admit_organisation())]
        pub fn admit_organisation(
            origin: OriginFor<T>,
            organisation: Uscc,
            kind: OrganisationKind,
            name: Name,
            administrator: NewKey<T::AccountId>,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_admit_organisation(organisation, kind, name, administrator)
        }

        /// Suspends an organisation: the pool refuses all of its keys from the next block on.
        ///
        /// Origin: council. Event: [`Event::OrganisationStatusChanged`]. Errors: [`Error::UnknownOrganisation`],
        /// [`Error::OrganisationNotActive`], [`Error::OrganisationHasLeft`], [`Error::CouncilPowerless`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::change_organisation())]
        pub fn suspend_organisation(origin: OriginFor<T>, organisation: Uscc, reason: EndReason) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_change_organisation(organisation, OrganisationStatus::Suspended, Some(reason))
        }

        /// Ends the suspension of an organisation.
        ///
        /// Origin: council. Event: [`Event::OrganisationStatusChanged`]. Errors: [`Error::UnknownOrganisation`],
        /// [`Error::OrganisationNotSuspended`], [`Error::OrganisationHasLeft`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::change_organisation())]
        pub fn reinstate_organisation(origin: OriginFor<T>, organisation: Uscc) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_change_organisation(organisation, OrganisationStatus::Active, None)
        }

        /// Removes an organisation for good. What it wrote stays.
        ///
        /// Origin: council. Event: [`Event::OrganisationStatusChanged`]. Errors: [`Error::UnknownOrganisation`],
        /// [`Error::OrganisationHasLeft`], [`Error::CouncilPowerless`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::change_organisation())]
        pub fn remove_organisation(origin: OriginFor<T>, organisation: Uscc, reason: EndReason) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_change_organisation(organisation, OrganisationStatus::Left, Some(reason))
        }

        /// Admits a key of an active organisation. Its account can send transactions at once, without any token.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::KeyAdmitted`]. Errors:
        /// [`Error::NotAdministrator`], [`Error::UnknownOrganisation`], [`Error::OrganisationNotActive`],
        /// [`Error::KeyExists`], [`Error::NoRoles`], [`Error::RolesNotPermitted`], [`Error::InvalidWindow`],
        /// [`Error::HandleHasEnded`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::admit_key())]
        pub fn admit_key(origin: OriginFor<T>, organisation: Uscc, key: NewKey<T::AccountId>) -> DispatchResult {
            Self::ensure_manager(origin, &organisation)?;
            Self::do_admit_key(organisation, key)
        }

        /// Replaces the key that signs by another of the same person: same handle, roles, window and deputation. The old
        /// key ends at once.
        ///
        /// Origin: any active member key. Events: [`Event::KeyAdmitted`], [`Event::KeyStatusChanged`]. Errors:
        /// [`Error::KeyExists`], [`Error::HandleHasEnded`], [`Error::CouncilPowerless`] (a seat in the council stays with the old
        /// key).
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::rotate_key())]
        pub fn rotate_key(origin: OriginFor<T>, successor: T::AccountId, custody: Custody) -> DispatchResult {
            let actor = Self::ensure_member(origin)?;
            Self::do_rotate_key(actor.key, successor, custody)
        }

        /// Ends a key for good. What it signed stays valid.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::KeyStatusChanged`]. Errors:
        /// [`Error::UnknownKey`], [`Error::NotAdministrator`], [`Error::KeyHasEnded`], [`Error::CouncilPowerless`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::change_key())]
        pub fn revoke_key(origin: OriginFor<T>, key: T::AccountId, reason: EndReason) -> DispatchResult {
            Self::ensure_key_manager(origin, &key)?;
            Self::do_change_key(key, KeyStatus::Ended { reason })
        }

        /// Suspends a key until it is reinstated.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::KeyStatusChanged`]. Errors:
        /// [`Error::UnknownKey`], [`Error::NotAdministrator`], [`Error::KeyNotActive`], [`Error::KeyHasEnded`],
        /// [`Error::CouncilPowerless`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::change_key())]
        pub fn suspend_key(origin: OriginFor<T>, key: T::AccountId) -> DispatchResult {
            Self::ensure_key_manager(origin, &key)?;
            Self::do_change_key(key, KeyStatus::Suspended)
        }

        /// Ends the suspension of a key.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::KeyStatusChanged`]. Errors:
        /// [`Error::UnknownKey`], [`Error::NotAdministrator`], [`Error::KeyNotSuspended`], [`Error::KeyHasEnded`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::change_key())]
        pub fn reinstate_key(origin: OriginFor<T>, key: T::AccountId) -> DispatchResult {
            Self::ensure_key_manager(origin, &key)?;
            Self::do_change_key(key, KeyStatus::Active)
        }

        /// Ends all keys of a person, present and future ones, from a time on; a time in the past means now. An end that
        /// lies ahead can be moved.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::HandleEnded`]. Errors:
        /// [`Error::NotAdministrator`], [`Error::UnknownHandle`], [`Error::HandleHasEnded`], [`Error::CouncilPowerless`].
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::end_handle())]
        pub fn end_handle(
            origin: OriginFor<T>,
            organisation: Uscc,
            handle: Handle,
            from: u64,
            reason: EndReason,
        ) -> DispatchResult {
            Self::ensure_manager(origin, &organisation)?;
            Self::do_end_handle(organisation, handle, from, reason)
        }

        /// Gives a key more roles for a window (代岗), never past its end: hence never
        /// [`Role::Administrator`](jiandu_primitives::member::Role::Administrator), who could admit keys that stay.
        ///
        /// Origin: an administrator of the organisation. Event: [`Event::DeputyAppointed`]. Errors: [`Error::UnknownKey`],
        /// [`Error::NotAdministrator`], [`Error::KeyHasEnded`], [`Error::NoRoles`], [`Error::RolesNotPermitted`],
        /// [`Error::InvalidWindow`], [`Error::DeputationRunning`].
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::appoint_deputy())]
        pub fn appoint_deputy(
            origin: OriginFor<T>,
            key: T::AccountId,
            roles: Roles,
            from: u64,
            until: u64,
        ) -> DispatchResult {
            let organisation = Keys::<T>::get(&key).ok_or(Error::<T>::UnknownKey)?.organisation;
            Self::ensure_administrator(origin, &organisation)?;
            Self::do_appoint_deputy(organisation, key, roles, from, until)
        }

        /// Ends a deputation that is running or lies ahead, at once.
        ///
        /// Origin: council or an administrator of the organisation. Event: [`Event::DeputationEnded`]. Errors:
        /// [`Error::UnknownKey`], [`Error::NotAdministrator`], [`Error::NoDeputation`].
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::end_deputation())]
        pub fn end_deputation(origin: OriginFor<T>, key: T::AccountId) -> DispatchResult {
            Self::ensure_key_manager(origin, &key)?;
            Self::do_end_deputation(key)
        }

        /// Names the X25519 key that documents for one's organisation are encrypted to from now on. What was encrypted to a
        /// former one stays so. The same key again writes nothing.
        ///
        /// Origin: an administrator of an organisation. Event: [`Event::EncryptionKeyRegistered`], or
        /// [`Event::EncryptionKeyUnchanged`]. Errors: [`Error::NotAdministrator`], [`Error::InvalidEncryptionKey`].
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::register_encryption_key())]
        pub fn register_encryption_key(origin: OriginFor<T>, public: [u8; 32]) -> DispatchResult {
            let actor = Self::ensure_member(origin)?;
            ensure!(actor.roles.has(Role::Administrator), Error::<T>::NotAdministrator);
            Self::do_register_encryption_key(actor.organisation, actor.handle, public)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Whom a key acts for and in which roles at this moment, or why it may not act.
        pub fn membership(key: T::AccountId) -> Result<Membership, Refusal> {
            let Actor { organisation, handle, custody, roles, .. } = Self::actor(key)?;
            Ok(Membership { organisation, handle, custody, roles })
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "std")]
        fn integrity_test() {
            assert!(
                OrganisationKind::ALL.iter().all(|kind| !kind.roles().is_empty()),
                "every kind of organisation permits some role"
            );
        }
    }
}
