//! The rules behind the calls.

use crate::{pallet::*, types::*};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{EnsureOrigin, Get},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use jiandu_primitives::{
    chain::Moment,
    member::{Actor, BoundKeys, Custody, EndReason, Handle, OrganisationKind, Role, Roles},
    name::{is_registered_name, Name},
    refusal::Refusal,
    uscc::Uscc,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// The actor behind a key at this moment, or why it may not act. Reads four rows at most.
    pub fn actor(key: T::AccountId) -> Result<Actor<T::AccountId>, Refusal> {
        let row = Keys::<T>::get(&key).ok_or(Refusal::UnknownKey)?;
        match Organisations::<T>::get(row.organisation).ok_or(Refusal::UnknownKey)?.status {
            OrganisationStatus::Active => (),
            OrganisationStatus::Suspended => return Err(Refusal::OrganisationSuspended),
            OrganisationStatus::Left => return Err(Refusal::OrganisationLeft),
        }
        match row.status {
            KeyStatus::Active => (),
            KeyStatus::Suspended => return Err(Refusal::KeySuspended),
            KeyStatus::Ended { .. } => return Err(Refusal::KeyRevoked),
        }
        let now = T::Now::get().time;
        ensure!(row.from <= now, Refusal::KeyNotYetValid);
        ensure!(row.until.is_none_or(|until| now < until), Refusal::KeyExpired);
        let end = Handles::<T>::get(row.organisation, row.handle).and_then(|person| person.end);
        ensure!(end.is_none_or(|end| now < end.from), Refusal::HandleEnded);
        let deputy = Self::last_deputation(&key, &row)
            .filter(|deputation| (deputation.from..deputation.end()).contains(&now))
            .map_or(Roles::NONE, |deputation| deputation.roles);
        Ok(Actor {
            organisation: row.organisation,
            key,
            handle: row.handle,
            custody: row.custody,
            roles: row.roles.union(deputy),
        })
    }

    /// Whether a key is or was a member's.
    pub fn knows(key: &T::AccountId) -> bool {
        Keys::<T>::contains_key(key)
    }

    pub(crate) fn ensure_member(origin: OriginFor<T>) -> Result<Actor<T::AccountId>, DispatchError> {
        Self::actor(ensure_signed(origin)?).map_err(|_| DispatchError::BadOrigin)
    }

    pub(crate) fn ensure_administrator(origin: OriginFor<T>, organisation: &Uscc) -> DispatchResult {
        let actor = Self::ensure_member(origin)?;
        let manages = actor.organisation == *organisation && actor.roles.has(Role::Administrator);
        ensure!(manages, Error::<T>::NotAdministrator);
        Ok(())
    }

    /// The council, or an administrator of the organisation.
    pub(crate) fn ensure_manager(origin: OriginFor<T>, organisation: &Uscc) -> DispatchResult {
        match T::CouncilOrigin::try_origin(origin) {
            Ok(_) => Ok(()),
            Err(origin) => Self::ensure_administrator(origin, organisation),
        }
    }

    /// Whoever manages the organisation of a key.
    pub(crate) fn ensure_key_manager(origin: OriginFor<T>, key: &T::AccountId) -> DispatchResult {
        match T::CouncilOrigin::try_origin(origin) {
            Ok(_) => Ok(()),
            Err(origin) => {
                let actor = Self::ensure_member(origin)?;
                let organisation = Keys::<T>::get(key).ok_or(Error::<T>::UnknownKey)?.organisation;
                let manages = actor.organisation == organisation && actor.roles.has(Role::Administrator);
                ensure!(manages, Error::<T>::NotAdministrator);
                Ok(())
            }
        }
    }

    pub(crate) fn do_admit_organisation(
        organisation: Uscc,
        kind: OrganisationKind,
        name: Name,
        administrator: NewKey<T::AccountId>,
    ) -> DispatchResult {
        ensure!(administrator.roles.has(Role::Administrator), Error::<T>::RolesNotPermitted);
        Self::insert_organisation(organisation, kind, name)?;
        Self::do_admit_key(organisation, administrator)
    }

    pub(crate) fn insert_organisation(organisation: Uscc, kind: OrganisationKind, name: Name) -> DispatchResult {
        ensure!(organisation.check().is_ok(), Error::<T>::InvalidUscc);
        ensure!(is_registered_name(&name), Error::<T>::InvalidName);
        ensure!(!Organisations::<T>::contains_key(organisation), Error::<T>::OrganisationExists);
        let at = T::Now::get();
        let status = OrganisationStatus::Active;
        let row = Organisation { kind, name: name.clone(), status, since: at, until: None, changes: 1 };
        Organisations::<T>::insert(organisation, row);
        StatusChanges::<T>::insert(organisation, 0, StatusChange { status, reason: None, at });
        Self::deposit_event(Event::OrganisationAdmitted { organisation, kind, name });
        Ok(())
    }

    pub(crate) fn do_change_organisation(
        organisation: Uscc,
        status: OrganisationStatus,
        reason: Option<EndReason>,
    ) -> DispatchResult {
        let mut row = Organisations::<T>::get(organisation).ok_or(Error::<T>::UnknownOrganisation)?;
        match (row.status, status) {
            (OrganisationStatus::Left, _) => return Err(Error::<T>::OrganisationHasLeft.into()),
            (OrganisationStatus::Active, OrganisationStatus::Active) => {
                return Err(Error::<T>::OrganisationNotSuspended.into())
            }
            (OrganisationStatus::Suspended, OrganisationStatus::Suspended) => {
                return Err(Error::<T>::OrganisationNotActive.into())
            }
            _ => (),
        }
        let at = T::Now::get();
        StatusChanges::<T>::insert(organisation, row.changes, StatusChange { status, reason, at });
        row.changes = row.changes.saturating_add(1);
        row.status = status;
        row.until = (status == OrganisationStatus::Left).then_some(at);
        Organisations::<T>::insert(organisation, row);
        if status != OrganisationStatus::Active {
            Self::ensure_council_can_decide()?;
        }
        Self::deposit_event(Event::OrganisationStatusChanged { organisation, status, reason });
        Ok(())
    }

    /// The organisation's row where it takes part.
    fn active_organisation(organisation: &Uscc) -> Result<Organisation, Error<T>> {
        let row = Organisations::<T>::get(organisation).ok_or(Error::<T>::UnknownOrganisation)?;
        ensure!(row.status == OrganisationStatus::Active, Error::<T>::OrganisationNotActive);
        Ok(row)
    }

    fn check_roles(roles: Roles, kind: OrganisationKind) -> Result<(), Error<T>> {
        ensure!(!roles.is_empty(), Error::<T>::NoRoles);
        ensure!(roles.is_subset_of(kind.roles()), Error::<T>::RolesNotPermitted);
        Ok(())
    }

    pub(crate) fn do_admit_key(organisation: Uscc, new: NewKey<T::AccountId>) -> DispatchResult {
        let now = T::Now::get().time;
        Self::check_roles(new.roles, Self::active_organisation(&organisation)?.kind)?;
        let from = new.from.max(now);
        ensure!(new.until.is_none_or(|until| from < until), Error::<T>::InvalidWindow);
        let key = Key {
            organisation,
            handle: new.handle,
            roles: new.roles,
            custody: new.custody,
            from,
            until: new.until,
            status: KeyStatus::Active,
            changes: 1,
            deputations: 0,
        };
        Self::insert_key(new.account, key)
    }

    /// Stores a key, counts it for its person, and makes its account usable for ever.
    fn insert_key(account: T::AccountId, key: Key) -> DispatchResult {
        let taken = Keys::<T>::contains_key(&account) || T::BoundKeys::knows(&account);
        ensure!(!taken, Error::<T>::KeyExists);
        let mut person = Handles::<T>::get(key.organisation, key.handle).unwrap_or_default();
        // An end that lies ahead still lets the person replace a lost key.
        ensure!(person.end.is_none_or(|end| T::Now::get().time < end.from), Error::<T>::HandleHasEnded);
        person.keys = person.keys.saturating_add(1);
        Handles::<T>::insert(key.organisation, key.handle, person);
        KeyChanges::<T>::insert(&account, 0, KeyChange { status: key.status, at: T::Now::get() });
        // Without a provider the nonce check refuses the account, and a reaped account could have its old transactions
        // replayed: so one provider, and nobody ever takes it back.
        frame_system::Pallet::<T>::inc_providers(&account);
        let Key { organisation, handle, roles, custody, from, until, .. } = key;
        Keys::<T>::insert(&account, key);
        Self::deposit_event(Event::KeyAdmitted { key: account, organisation, handle, roles, custody, from, until });
        Ok(())
    }

    /// Whether a key acts now and nothing stored lets it end later: neither its window nor an end of its handle.
    pub fn lasts(key: &T::AccountId) -> bool {
        let row = Keys::<T>::get(key).filter(|row| row.until.is_none());
        let person = row.and_then(|row| Handles::<T>::get(row.organisation, row.handle));
        person.is_some_and(|person| person.end.is_none()) && Self::actor(key.clone()).is_ok()
    }

    /// The last deputation of a key, running or not.
    fn last_deputation(account: &T::AccountId, row: &Key) -> Option<Deputation> {
        row.deputations.checked_sub(1).and_then(|number| Deputations::<T>::get(account, number))
    }

    /// Nobody may end the keys without which the council could no longer decide, not even the council: there would be no way
    /// back. A refused call leaves nothing behind.
    fn ensure_council_can_decide() -> DispatchResult {
        ensure!(T::CouncilCanDecide::get(), Error::<T>::CouncilPowerless);
        Ok(())
    }

    pub(crate) fn do_rotate_key(old: T::AccountId, successor: T::AccountId, custody: Custody) -> DispatchResult {
        let row = Keys::<T>::get(&old).ok_or(Error::<T>::UnknownKey)?;
        let from = T::Now::get().time;
        let running = Self::last_deputation(&old, &row).filter(|deputation| from < deputation.end());
        let deputations = u32::from(running.is_some());
        Self::insert_key(
            successor.clone(),
            Key { custody, from, status: KeyStatus::Active, changes: 1, deputations, ..row },
        )?;
        if let Some(deputation) = running {
            Deputations::<T>::insert(&successor, 0, deputation);
        }
        Self::do_change_key(old, KeyStatus::Ended { reason: EndReason::Rotation })
    }

    pub(crate) fn do_change_key(account: T::AccountId, status: KeyStatus) -> DispatchResult {
        let mut row = Keys::<T>::get(&account).ok_or(Error::<T>::UnknownKey)?;
        match (row.status, status) {
            (KeyStatus::Ended { .. }, _) => return Err(Error::<T>::KeyHasEnded.into()),
            (KeyStatus::Active, KeyStatus::Active) => return Err(Error::<T>::KeyNotSuspended.into()),
            (KeyStatus::Suspended, KeyStatus::Suspended) => return Err(Error::<T>::KeyNotActive.into()),
            _ => (),
        }
        KeyChanges::<T>::insert(&account, row.changes, KeyChange { status, at: T::Now::get() });
        row.changes = row.changes.saturating_add(1);
        row.status = status;
        Keys::<T>::insert(&account, row);
        if status != KeyStatus::Active {
            Self::ensure_council_can_decide()?;
        }
        Self::deposit_event(Event::KeyStatusChanged { key: account, status });
        Ok(())
    }

    pub(crate) fn do_end_handle(organisation: Uscc, handle: Handle, from: u64, reason: EndReason) -> DispatchResult {
        let at: Moment = T::Now::get();
        let mut person = Handles::<T>::get(organisation, handle).ok_or(Error::<T>::UnknownHandle)?;
        ensure!(person.end.is_none_or(|end| at.time < end.from), Error::<T>::HandleHasEnded);
        let from = from.max(at.time);
        person.end = Some(HandleEnd { from, reason, at });
        Handles::<T>::insert(organisation, handle, person);
        Self::ensure_council_can_decide()?;
        Self::deposit_event(Event::HandleEnded { organisation, handle, from, reason });
        Ok(())
    }

    pub(crate) fn do_appoint_deputy(
        organisation: Uscc,
        key: T::AccountId,
        roles: Roles,
        from: u64,
        until: u64,
    ) -> DispatchResult {
        let mut row = Keys::<T>::get(&key).ok_or(Error::<T>::UnknownKey)?;
        ensure!(!matches!(row.status, KeyStatus::Ended { .. }), Error::<T>::KeyHasEnded);
        // Whoever admits keys could give itself roles beyond the end of the deputation.
        ensure!(!roles.has(Role::Administrator), Error::<T>::RolesNotPermitted);
        Self::check_roles(roles, Self::active_organisation(&organisation)?.kind)?;
        let at = T::Now::get();
        let from = from.max(at.time);
        ensure!(from < until, Error::<T>::InvalidWindow);
        let running = Self::last_deputation(&key, &row).is_some_and(|last| at.time < last.end());
        ensure!(!running, Error::<T>::DeputationRunning);
        Deputations::<T>::insert(&key, row.deputations, Deputation { roles, from, until, at, ended: None });
        row.deputations = row.deputations.saturating_add(1);
        Keys::<T>::insert(&key, row);
        Self::deposit_event(Event::DeputyAppointed { key, roles, from, until });
        Ok(())
    }

    pub(crate) fn do_end_deputation(key: T::AccountId) -> DispatchResult {
        let row = Keys::<T>::get(&key).ok_or(Error::<T>::UnknownKey)?;
        let at: Moment = T::Now::get();
        let last = Self::last_deputation(&key, &row).filter(|last| at.time < last.end());
        let last = last.ok_or(Error::<T>::NoDeputation)?;
        let number = row.deputations.saturating_sub(1);
        Deputations::<T>::insert(&key, number, Deputation { ended: Some(at), ..last });
        Self::deposit_event(Event::DeputationEnded { key });
        Ok(())
    }

    pub(crate) fn do_register_encryption_key(organisation: Uscc, by: Handle, public: [u8; 32]) -> DispatchResult {
        // Nothing can be encrypted to it: every shared secret would be zero.
        ensure!(public != [0; 32], Error::<T>::InvalidEncryptionKey);
        let number = EncryptionKeyCount::<T>::get(organisation);
        let newest = number.checked_sub(1).and_then(|newest| EncryptionKeys::<T>::get(organisation, newest));
        if newest.is_some_and(|newest| newest.public == public) {
            Self::deposit_event(Event::EncryptionKeyUnchanged { organisation });
            return Ok(());
        }
        EncryptionKeys::<T>::insert(organisation, number, EncryptionKey { public, by, at: T::Now::get() });
        EncryptionKeyCount::<T>::insert(organisation, number.saturating_add(1));
        Self::deposit_event(Event::EncryptionKeyRegistered { organisation, number, public, by });
        Ok(())
    }
}
