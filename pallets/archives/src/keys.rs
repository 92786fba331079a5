//! Keys of enterprises: bound later than the enterprise, or never; replaced when they are lost.

use crate::{pallet::*, types::*};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{Contains, Get},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use jiandu_primitives::{
    member::{BoundKeys, Custody},
    refusal::Refusal,
    uscc::Uscc,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// The enterprise that a key acts for now, or why it does not: whatever the enterprise's status, because a key that is being
    /// replaced must be able to object. Reads two rows.
    pub(crate) fn acting_for(key: &T::AccountId) -> Result<Uscc, Refusal> {
        let enterprise = KeyOwners::<T>::get(key).ok_or(Refusal::UnknownKey)?;
        let row = Keys::<T>::get(enterprise, key).ok_or(Refusal::UnknownKey)?;
        let now = T::Now::get().time;
        ensure!(row.end.is_none(), Refusal::KeyRevoked);
        ensure!(row.from <= now, Refusal::KeyNotYetValid);
        ensure!(row.until.is_none_or(|until| now < until), Refusal::KeyRevoked);
        Ok(enterprise)
    }

    pub(crate) fn ensure_enterprise(origin: OriginFor<T>) -> Result<(Uscc, T::AccountId), DispatchError> {
        let key = ensure_signed(origin)?;
        let enterprise = Self::acting_for(&key).map_err(|_| DispatchError::BadOrigin)?;
        Ok((enterprise, key))
    }

    pub(crate) fn bind_key(
        enterprise: &Uscc,
        key: &T::AccountId,
        custody: Custody,
        replaces: Option<T::AccountId>,
        application: [u8; 32],
        hands: Hands,
    ) -> DispatchResult {
        let mut row = Self::own_active(&hands, enterprise)?;
        let taken = KeyOwners::<T>::contains_key(key) || T::MemberKeys::contains(key);
        ensure!(!taken, Error::<T>::KeyTaken);
        ensure!(row.keys < MAX_KEYS, Error::<T>::TooMany);
        // Once there was a key, whoever holds one must have the time to object.
        let delay = if row.keys == 0 { 0 } else { CoolingOff::<T>::get().unwrap_or(COOLING_OFF) };
        let from = hands.at.time.saturating_add(delay);
        if let Some(lost) = &replaces {
            let mut replaced = Keys::<T>::get(enterprise, lost).ok_or(Error::<T>::UnknownKey)?;
            let now = hands.at.time;
            let ended = replaced.end.is_some() || replaced.until.is_some_and(|until| until <= now);
            ensure!(!ended && replaced.from <= now, Error::<T>::UnknownKey);
            ensure!(replaced.until.is_none(), Error::<T>::ReplacementRunning);
            replaced.until = Some(from);
            Keys::<T>::insert(enterprise, lost, replaced);
        }
        let bound =
            EnterpriseKey { custody, from, until: None, replaces: replaces.clone(), application, hands, end: None };
        Keys::<T>::insert(enterprise, key, bound);
        KeyOwners::<T>::insert(key, enterprise);
        row.keys = row.keys.saturating_add(1);
        Enterprises::<T>::insert(enterprise, row);
        // As for members' keys: one provider, never taken back, so that no nonce is ever reset.
        frame_system::Pallet::<T>::inc_providers(key);
        let (enterprise, key) = (*enterprise, key.clone());
        Self::deposit_event(Event::KeyBound { enterprise, key, custody, replaces, application, from });
        Ok(())
    }

    pub(crate) fn do_object_to_key(enterprise: Uscc, by: T::AccountId, key: T::AccountId) -> DispatchResult {
        let mut row = Keys::<T>::get(enterprise, &key).ok_or(Error::<T>::NothingToObject)?;
        let now = T::Now::get();
        ensure!(row.end.is_none() && now.time < row.from, Error::<T>::NothingToObject);
        row.end = Some((KeyEnd::Objected, now));
        if let Some(lost) = &row.replaces {
            if let Some(mut spared) = Keys::<T>::get(enterprise, lost) {
                spared.until = None;
                Keys::<T>::insert(enterprise, lost, spared);
            }
        }
        Keys::<T>::insert(enterprise, &key, row);
        Self::deposit_event(Event::KeyObjected { enterprise, key, by });
        Ok(())
    }

    pub(crate) fn do_end_key(enterprise: Uscc, key: T::AccountId) -> DispatchResult {
        let mut row = Keys::<T>::get(enterprise, &key).ok_or(Error::<T>::UnknownKey)?;
        row.end = Some((KeyEnd::Ended, T::Now::get()));
        Keys::<T>::insert(enterprise, &key, row);
        Self::deposit_event(Event::KeyEnded { enterprise, key });
        Ok(())
    }
}

impl<T: Config> BoundKeys<T::AccountId> for Pallet<T> {
    fn admits(key: &T::AccountId) -> Result<(), Refusal> {
        Self::acting_for(key).map(|_| ())
    }

    fn knows(key: &T::AccountId) -> bool {
        KeyOwners::<T>::contains_key(key)
    }
}
